"""Functions: the case file, written before the code, and how words are split."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.normalise.roles import merged_role_code, role_code, split_role

CASES = Path(__file__).parents[1] / "cases" / "roles.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["words"])
def test_case(lexicon: Lexicon, row: dict[str, str]) -> None:
    assert role_code(row["words"], lexicon) == (row["code"] or None)
    if row["scope"]:
        _, scope = split_role(row["words"], lexicon)
        assert scope == row["scope"].replace("’", "'")


@pytest.mark.parametrize(
    ("words", "core", "scope"),
    [
        ("directeur technique Europe", "directeur technique", "Europe"),
        ("l’ancienne directrice générale", "directrice générale", None),
        ("ex-PDG", "PDG", None),
        ("CEO par intérim", "CEO", None),
        ("vice-président, fonds et technologies", "vice-président", "fonds et technologies"),
        ("menuisier", "menuisier", None),
        ("", "", None),
    ],
)
def test_split(lexicon: Lexicon, words: str, core: str, scope: str | None) -> None:
    assert split_role(words, lexicon) == (core, scope)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("directeur marketing adjoint", "deputy_director"),
        ("directrice Allemagne", "country_manager"),
        ("directeur Europe", "regional_director"),
        ("directeur de l’Europe", "director"),
        ("direction financière", "cfo"),
        ("direction des partenariats", "partnerships_director"),
        ("présidence", "president"),
        ("interim CEO", "ceo"),
        ("Google France country manager", "country_manager"),
        ("le nouveau patron", "ceo"),
        ("toujours présidente", "president"),
        ("la table du directeur", None),
    ],
)
def test_words_around_the_function(lexicon: Lexicon, words: str, code: str | None) -> None:
    assert role_code(words, lexicon) == code


def test_names_of_one_function_merge(lexicon: Lexicon) -> None:
    words = ("directrice générale", "PDG", "CEO", "président du directoire")
    assert {merged_role_code(form, lexicon) for form in words} == {"ceo"}
    assert merged_role_code("directeur général adjoint", lexicon) == "deputy_ceo"
    assert merged_role_code("plombière", lexicon) is None
