"""Companies: the case file, written before the code, dated names, and slugs."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.normalise.companies import canonical_company, company_id, company_key, slug

CASES = Path(__file__).parents[1] / "cases" / "companies.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["name"])
def test_case(lexicon: Lexicon, row: dict[str, str]) -> None:
    assert company_key(row["name"]) == row["key"]
    assert company_id(row["name"], lexicon) == row["entity_id"]


@pytest.mark.parametrize(
    ("name", "on", "canonical", "entity_id"),
    [
        ("Facebook", date(2019, 5, 1), "Facebook", "org:meta"),
        ("Facebook", date(2023, 5, 1), "Meta", "org:meta"),
        ("Facebook", None, "Meta", "org:meta"),
        ("Meta", date(2023, 5, 1), "Meta", "org:meta"),
        ("Meta", date(2019, 5, 1), "Meta", None),
        ("Twitter", date(2023, 7, 23), "Twitter", "org:x"),
        ("Twitter", date(2023, 7, 24), "X", "org:x"),
        ("Orange", date(2012, 5, 1), "Orange", "org:orange"),
        ("France Telecom", date(2012, 5, 1), "France Télécom", "org:orange"),
        ("Facebook Inc.", date(2019, 5, 1), "Facebook", "org:meta"),
    ],
)
def test_names_by_date(
    lexicon: Lexicon, name: str, on: date | None, canonical: str, entity_id: str | None
) -> None:
    assert canonical_company(name, lexicon, on) == canonical
    assert company_id(name, lexicon, on) == entity_id


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("OpenAI, Inc.", "OpenAI"),
        ("la Commission européenne", "Commission européenne"),
        ("Voltalix SAS", "Voltalix"),
        ("Voltalix, Inc.", "Voltalix"),
        ("Voltalix", "Voltalix"),
        ("SAS", "SAS"),
    ],
)
def test_canonical_name(lexicon: Lexicon, name: str, canonical: str) -> None:
    assert canonical_company(name, lexicon) == canonical


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("L'Oréal", "l-oreal"),
        ("Canal+", "canal-plus"),
        ("AT&T", "at-t"),
        ("阿里巴巴", "u963f-91cc-5df4-5df4"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(min_size=1, max_size=40))
def test_company_key_is_idempotent(name: str) -> None:
    assert company_key(company_key(name)) == company_key(name)


@given(st.sampled_from(["SAS", "SA", "Inc.", "Ltd", "GmbH", "N.V.", "S.à r.l.", "Group"]))
def test_a_legal_form_never_changes_the_key(form: str) -> None:
    assert company_key(f"Voltalix {form}") == "voltalix"
