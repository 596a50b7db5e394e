"""What a clause says itself: its subjects, its time, its place."""

from __future__ import annotations

import pytest

from pipeline.extract.clause import clause_place, clause_subjects, clause_time
from pipeline.types import Mention, Unit, UnitKind

_LABELS = {"O": "ORG", "P": "PER", "L": "LOC"}


def row(text: str) -> tuple[Unit, ...]:
    """Units of a sentence: ``P:Léa`` is a person, O an organisation, L a place, D a time."""
    units: list[Unit] = []
    at = 0
    for word in text.split():
        kind, _, name = word.rpartition(":")
        start, at = at, at + len(name) + 1
        if kind in _LABELS:
            mention = Mention(start, at - 1, name, _LABELS[kind], name)  # type: ignore[arg-type]
            org, per, loc = (mention if kind == k else None for k in "OPL")
            units.append(Unit(start, at - 1, name, "", kind, mention, org, per, loc))  # type: ignore[arg-type]
        else:
            plain: UnitKind = "D" if kind == "D" else "w" if word[0].isalnum() else "p"
            form = "" if kind == "D" else word.lower()
            units.append(Unit(start, at - 1, name or word, form, plain))
    return tuple(units)


def index(units: tuple[Unit, ...], word: str) -> int:
    return next(i for i, u in enumerate(units) if u.text == word)


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("P:Léa et P:Luc ont fondé O:Norlys", "ont", ["Léa", "Luc"]),
        ("P:Léa et son frère P:Luc ont fondé O:Norlys", "ont", ["Léa", "Luc"]),
        ("P:Léa quitte O:Renault pour fonder O:Norlys", "fonder", ["Léa"]),
        ("P:Léa , passée par O:Renault , a fondé O:Norlys", "a", ["Léa"]),
        ("P:Léa admet que O:Renault a fondé O:Norlys", "a", []),
        ("O:Renault a fondé O:Norlys", "a", []),
        ("les clients de P:Léa ; O:Renault a fondé O:Norlys", "a", []),
    ],
)
def test_subjects_of_a_clause(text: str, verb: str, subjects: list[str]) -> None:
    units = row(text)
    found = clause_subjects(units, index(units, verb), "PER")
    assert [units[i].text for i in found] == subjects


@pytest.mark.parametrize(
    ("text", "trigger", "bare", "time"),
    [
        ("O:Norlys , fondée par P:Léa D:2015 , recrute D:2024", "fondée", True, "2015"),
        ("O:Norlys , fondée , D:2015 , par P:Léa", "fondée", True, "2015"),
        ("O:Norlys , fondée par P:Léa , recrute D:2024", "fondée", True, None),
        ("D:2024 , O:Norlys , fondée par P:Léa , recrute", "fondée", True, None),
        ("D:2015 , P:Léa a fondé O:Norlys", "fondé", False, "2015"),
        ("Rachetée D:2020 , O:Norlys a été fondée par P:Léa", "fondée", False, None),
        ("O:Norlys recrute D:2024 ; elle fut fondée par P:Léa", "fondée", False, None),
    ],
)
def test_time_of_a_clause(text: str, trigger: str, bare: bool, time: str | None) -> None:
    units = row(text)
    found = clause_time(units, index(units, trigger), bare=bare)
    assert (None if found is None else units[found].text) == time


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("O:Norlys , fondée à L:Lille par P:Léa", "Lille"),
        ("O:Norlys , fondée dans un garage de L:Lille", "Lille"),
        ("O:Norlys , fondée par P:Léa et basée à L:Lille", None),
        ("O:Norlys , fondée par P:Léa , vend en L:Chine", None),
    ],
)
def test_place_of_a_clause(text: str, place: str | None) -> None:
    units = row(text)
    found = clause_place(units, index(units, "fondée"), bare=True)
    assert (None if found is None else units[found].text) == place
