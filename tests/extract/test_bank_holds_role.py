"""The bank of functions: how much of it is found, and which traps fire."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from pipeline.french.typography import key
from pipeline.lexicon import load_lexicon
from tests.extract.role_bank import Outcome, organisations, rates, read_bank, run_bank

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What is found, with the names of the bank given: the rules are tested, not the names."""
    bank = read_bank()
    lexicon: Path = tmp_path_factory.mktemp("bank") / "organisations.csv"
    places = load_lexicon().places
    named = sorted(n for n in organisations(bank) if key(n) not in places)
    lexicon.write_text("name\n" + "\n".join(named), encoding="utf-8")
    return list(run_bank(Extractor(Config(lexicon=lexicon)), bank))


def test_the_bank_is_as_large_as_it_should_be(outcomes: list[Outcome]) -> None:
    assert sum(not o.snippet.trap for o in outcomes) >= 250
    assert sum(o.snippet.trap for o in outcomes) >= 60


@pytest.mark.parametrize("parity", [1, 0], ids=["odd", "even"])
def test_functions_of_the_bank_are_found(outcomes: list[Outcome], parity: int) -> None:
    recall, precision, status = rates(o for o in outcomes if o.snippet.number % 2 == parity)
    assert recall >= 0.88
    assert precision >= 0.96
    assert status >= 0.95


def test_traps_stay_silent(outcomes: list[Outcome]) -> None:
    traps = [o for o in outcomes if o.snippet.trap]
    fired = [o.snippet.marked for o in traps if o.false]
    assert len(fired) <= 0.05 * len(traps), fired
