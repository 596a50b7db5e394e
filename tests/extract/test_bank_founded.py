"""The bank of foundings: how much of it is found, and which traps fire."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from tests.extract.founding_banks import (
    Outcome,
    organisations,
    rates,
    read_bank,
    run_bank,
    slot_recall,
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What is found, with the names of the bank given: the rules are tested, not the names."""
    bank = read_bank("founded")
    lexicon: Path = tmp_path_factory.mktemp("bank") / "organisations.csv"
    lexicon.write_text("name\n" + "\n".join(sorted(organisations(bank))), encoding="utf-8")
    return list(run_bank(Extractor(Config(lexicon=lexicon)), "founded", bank))


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
def test_foundings_of_the_bank_are_found(outcomes: list[Outcome], parity: int) -> None:
    recall, precision, _ = rates(o for o in outcomes if o.snippet.line % 2 == parity)
    assert recall >= 0.94
    assert precision >= 0.98


@pytest.mark.parametrize(("slot", "floor"), [("founders", 0.93), ("year", 0.94), ("place", 0.85)])
def test_what_is_told_of_a_founding_is_found(
    outcomes: list[Outcome], slot: str, floor: float
) -> None:
    assert slot_recall(outcomes, slot) >= floor


def test_traps_stay_silent(outcomes: list[Outcome]) -> None:
    *_, fired = rates(outcomes)
    traps = sum(o.snippet.trap for o in outcomes)
    assert len(fired) <= 0.05 * traps, fired
