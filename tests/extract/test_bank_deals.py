"""The banks of purchases, rounds and valuations: what is found of them, and which traps fire.

The names of the banks are given as a lexicon: the rules are tested here, not the
recognition of names. Lines were written before the rules that read them.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from tests.extract.deal_bank import Outcome, read_bank, run_bank, write_names

pytestmark = pytest.mark.model

RELATIONS = ("acquires", "raises_funding", "valued_at")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, int], Outcome]:
    """What one half of a bank gives."""
    names: Path = tmp_path_factory.mktemp("bank") / "organisations.csv"
    write_names(names, RELATIONS)
    extractor = Extractor(Config(lexicon=names))
    done: dict[tuple[str, int], Outcome] = {}

    def run(relation: str, parity: int) -> Outcome:
        if (relation, parity) not in done:
            lines = [line for line in read_bank(relation) if line.number % 2 == parity]
            done[relation, parity] = run_bank(
                extractor.annotator, extractor.engine, relation, lines
            )
        return done[relation, parity]

    return run


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
@pytest.mark.parametrize(
    ("relation", "recall", "status"),
    [("acquires", 0.90, 0.96), ("raises_funding", 0.95, 0.98), ("valued_at", 0.88, 1.0)],
)
def test_deals_of_the_bank_are_found(
    outcome: Callable[[str, int], Outcome],
    relation: str,
    recall: float,
    status: float,
    parity: int,
) -> None:
    out = outcome(relation, parity)
    shown = "\n".join(out.failures + out.caught)
    assert out.recall >= recall, shown
    assert out.precision >= 0.98, shown
    assert out.status_right >= status * out.right, shown


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
@pytest.mark.parametrize("relation", RELATIONS)
def test_traps_give_nothing(
    outcome: Callable[[str, int], Outcome], relation: str, parity: int
) -> None:
    out = outcome(relation, parity)
    assert out.traps > 10
    assert len(out.caught) <= 0.05 * out.traps, "\n".join(out.caught)


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
def test_rounds_have_their_investors_and_series(
    outcome: Callable[[str, int], Outcome], parity: int
) -> None:
    out = outcome("raises_funding", parity)
    shown = "\n".join(out.failures)
    assert out.investors_right >= 0.95 * out.investors_wanted, shown
    assert out.round_wanted > 5
    assert out.round_right == out.round_wanted, shown


def test_banks_are_large_enough() -> None:
    """So many lines were asked for; a bank that shrinks would make the floors easy."""
    sizes = {relation: len(read_bank(relation)) for relation in RELATIONS}
    assert sizes["acquires"] >= 200
    assert sizes["raises_funding"] >= 160
    assert sizes["valued_at"] >= 80
