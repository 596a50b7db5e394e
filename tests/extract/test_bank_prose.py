"""The banks of elaborate prose: establishments, origins and foundings told in figures of speech."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from tests.extract import founding_banks, place_bank

pytestmark = pytest.mark.model


def _extractor(folder: Path, names: Iterable[str]) -> Extractor:
    """The pipeline with the names of a bank given: the rules are tested, not the names."""
    lexicon = folder / "organisations.csv"
    lexicon.write_text("name\n" + "\n".join(sorted(names)), encoding="utf-8")
    return Extractor(Config(lexicon=lexicon))


@pytest.mark.parametrize(
    ("bank", "recall", "precision", "status", "traps"),
    [
        ("opens_office_prose", 0.92, 0.91, 0.91, 3),
        ("opens_office_prose2", 0.68, 0.87, 0.81, 2),
        ("opens_office_prose3", 0.85, 0.97, 0.86, 0),
        ("opens_office_prose4", 0.92, 0.97, 0.84, 0),
        ("based_in_prose", 0.90, 0.90, 1.0, 0),
        ("based_in_prose2", 0.90, 0.95, 1.0, 0),
    ],
)
def test_places_told_in_prose(
    tmp_path: Path, bank: str, recall: float, precision: float, status: float, traps: int
) -> None:
    snippets = place_bank.read_bank(bank)
    extractor = _extractor(tmp_path, place_bank.organisations(snippets))
    outcomes = list(place_bank.run_bank(extractor, bank.partition("_prose")[0], snippets))
    found = place_bank.rates(o for o in outcomes if not o.snippet.trap)
    assert found.recall >= recall
    assert found.precision >= precision
    assert found.status >= status
    wrong = place_bank.fired(outcomes)
    assert len(wrong) <= traps, wrong


@pytest.mark.parametrize(
    ("bank", "recall", "precision", "traps"),
    [
        ("founded_prose", 0.90, 0.93, 1),
        ("founded_prose2", 0.80, 0.95, 1),
        ("founded_prose3", 0.65, 0.95, 1),
        ("founded_prose4", 0.88, 0.97, 0),
    ],
)
def test_foundings_told_in_prose(
    tmp_path: Path, bank: str, recall: float, precision: float, traps: int
) -> None:
    snippets = founding_banks.read_bank(bank)
    extractor = _extractor(tmp_path, founding_banks.organisations(snippets))
    outcomes = list(founding_banks.run_bank(extractor, "founded", snippets))
    got, right, fired = founding_banks.rates(outcomes)
    assert got >= recall
    assert right >= precision
    assert len(fired) <= traps, fired
