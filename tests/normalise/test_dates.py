"""Time expressions to intervals: the table of cases, and what a table cannot say."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalise.dates import resolve, weekday_conflict
from pipeline.types import Tense

CASES = Path(__file__).parents[1] / "cases" / "time.csv"
THURSDAY = date(2024, 10, 10)
# One date, season or group of months of ISO 8601-2, with its marks.
EDTF_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])(?:-\d\d)?)?~?|\d{3}X"
EDTF = re.compile(rf"(?:{EDTF_DATE})(?:/(?:{EDTF_DATE}|\.\.))?|\.\./(?:{EDTF_DATE})")


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def test_the_table_is_large_and_has_no_double() -> None:
    rows = [(r["expression"], r["anchor"], r["tense"]) for r in cases()]
    assert len(rows) >= 320
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize(
    "row", cases(), ids=lambda r: f"{r['expression']}|{r['anchor']}|{r['tense']}"
)
def test_resolves_as_the_table_says(row: dict[str, str]) -> None:
    tense: Tense = row["tense"]  # type: ignore[assignment]
    value = resolve(row["expression"], day(row["anchor"]), tense)
    assert (value.start, value.end, value.edtf or "") == (
        day(row["start"]),
        day(row["end"]),
        row["edtf"],
    )
    assert value.text == row["expression"]


@pytest.mark.parametrize("row", cases(), ids=lambda r: r["expression"])
def test_notation_is_edtf_and_agrees_with_the_days(row: dict[str, str]) -> None:
    tense: Tense = row["tense"]  # type: ignore[assignment]
    value = resolve(row["expression"], day(row["anchor"]), tense)
    if value.edtf is None:
        assert value.start is None
        assert value.end is None
        return
    assert EDTF.fullmatch(value.edtf)
    assert value.edtf.startswith("../") == (value.start is None)
    assert value.edtf.endswith("/..") == (value.end is None)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("à la fin de cette année", True),
        ("fin 2024", False),
        ("le 22 mai", True),
        ("le 22 mai 2018", False),
        ("depuis 2019", False),
        ("depuis avril", True),
        ("entre mars et juin", True),
        ("entre mars et juin 2024", False),
        ("de janvier à juin de cette année", True),
        ("d'ici 2030", True),
        ("au premier trimestre", True),
        ("au premier trimestre 2025", False),
    ],
)
def test_anchor_is_given_exactly_where_it_was_used(text: str, used: bool) -> None:
    assert resolve(text, THURSDAY).anchor == (THURSDAY if used else None)


@pytest.mark.parametrize(
    "text", ["en avril", "mardi", "hier", "cette année", "d'ici trois ans", "le 3 mars à 18h"]
)
def test_without_a_date_nothing_relative_is_guessed(text: str) -> None:
    value = resolve(text, None, "past")
    assert (value.start, value.end, value.edtf, value.anchor) == (None, None, None, None)
    assert value.text == text


@pytest.mark.parametrize(
    "text",
    ["", "bientôt", "sur cinq ans", "12 mars 99999", "il y a 300 siècles", "le 45 mai 2020", "2"],
)
def test_what_is_no_time_stays_unresolved(text: str) -> None:
    assert resolve(text, THURSDAY).edtf is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("vendredi le 3 mai 2019", date(2019, 5, 3)), ("3 mai 2019, vendredi", date(2019, 5, 3))],
)
def test_dateparser_reads_other_orders(text: str, expected: date) -> None:
    assert resolve(text, None).start == expected


@pytest.mark.parametrize(
    ("text", "anchor", "conflict"),
    [
        ("jeudi 7 juin 2018", None, False),
        ("mardi 7 juin 2018", None, True),
        ("le lundi 7 juin 2018 au soir", None, True),
        ("jeudi 7 juin", date(2018, 6, 12), False),
        ("mardi 7 juin", date(2018, 6, 12), True),
        # Neither year is known nor any date to count from: nothing can contradict.
        ("mardi 7 juin", None, False),
        # The coming 14 October is a Monday, and the last one was not.
        ("lundi 14 octobre", THURSDAY, False),
        ("mardi dernier", THURSDAY, False),
        ("fin 2024", THURSDAY, False),
    ],
)
def test_flags_a_weekday_that_contradicts_its_date(
    text: str, anchor: date | None, conflict: bool
) -> None:
    assert weekday_conflict(text, anchor) is conflict


def test_a_contradicted_date_is_kept() -> None:
    assert resolve("mardi 7 juin 2018", None).start == date(2018, 6, 7)


@given(
    st.sampled_from(["en avril", "le 22 mai", "mardi", "au T3", "à l'automne", "le 29 février"]),
    st.dates(date(1990, 1, 1), date(2080, 12, 31)),
)
def test_past_has_begun_and_future_is_not_over(text: str, anchor: date) -> None:
    past, future = resolve(text, anchor, "past"), resolve(text, anchor, "future")
    assert past.start is not None
    assert past.start <= anchor
    assert future.end is not None
    assert future.end >= anchor


@given(st.sampled_from([r["expression"] for r in cases()]), st.dates(date(1950, 1, 1)))
def test_intervals_are_never_upside_down(text: str, anchor: date) -> None:
    tenses: tuple[Tense, ...] = ("past", "present", "future", "none")
    for tense in tenses:
        value = resolve(text, min(anchor, date(2200, 1, 1)), tense)
        if value.start and value.end:
            assert value.start <= value.end


@given(st.text(max_size=40), st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_any_text_is_survived(text: str, anchor: date | None) -> None:
    assert resolve(text, anchor).text == text


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_last_week_ends_the_sunday_before(anchor: date) -> None:
    value = resolve("la semaine dernière", anchor, "past")
    assert value.end == anchor - timedelta(days=anchor.weekday() + 1)
