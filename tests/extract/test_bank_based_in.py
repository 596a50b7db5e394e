"""The bank of origins: how much of it is found, and which traps fire."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from tests.extract.place_bank import Outcome, fired, organisations, rates, read_bank, run_bank

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What is found, with the names of the bank given: the rules are tested, not the names."""
    bank = read_bank("based_in")
    lexicon: Path = tmp_path_factory.mktemp("bank") / "organisations.csv"
    lexicon.write_text("name\n" + "\n".join(sorted(organisations(bank))), encoding="utf-8")
    return list(run_bank(Extractor(Config(lexicon=lexicon)), "based_in", bank))


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
def test_origins_of_the_bank_are_found(outcomes: list[Outcome], parity: int) -> None:
    found = rates(o for o in outcomes if not o.snippet.trap and o.snippet.number % 2 == parity)
    assert found.recall >= 0.89
    assert found.precision >= 0.97


def test_traps_stay_silent(outcomes: list[Outcome]) -> None:
    traps = sum(o.snippet.trap for o in outcomes)
    wrong = fired(outcomes)
    assert len(wrong) <= 0.05 * traps, wrong
