"""Folding keeps every offset; keys compare names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.french.typography import fold, key, strip_accents


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("l’Oréal", "l'Oréal"),
        ("lʼOréal ‘x’", "l'Oréal 'x'"),
        ("20\u202f000\u00a0€\u2009!", "20 000 € !"),
        ("start\u2011up, 2023–2024", "start-up, 2023-2024"),
        ("“X” „Y” « Z »", '"X" "Y" « Z »'),
        ("un\tdeux\r\ntrois", "un deux\n\ntrois"),
        ("Lyon — Été", "Lyon — Été"),
    ],
)
def test_fold_gives_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_fold_keeps_length_and_is_idempotent(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_fold_works_character_by_character(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


def test_strip_accents_opens_ligatures_and_keeps_case() -> None:
    assert (
        strip_accents("Cœur d’Été à Besançon, ÆGIDE Łódź") == "Coeur d’Ete a Besancon, AEGIDE Lodz"
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("L’Oréal", "l'oreal"),
        ("Saint-Étienne", "saint etienne"),
        ("S.A.S. Œuvre", "s a s oeuvre"),
        (" BlaBla\u00a0Car ", "blabla car"),
        ("Jean\u2011Noël", "JEAN NOEL"),
    ],
)
def test_key_is_the_same_for_two_spellings(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_key_keeps_different_names_apart() -> None:
    assert len({key(name) for name in ("Alan", "Alain", "A lan", "Al")}) == 4


@given(st.text())
def test_key_is_idempotent_and_trimmed(text: str) -> None:
    assert key(key(text)) == key(text)
    assert key(text) == key(text).strip()
    assert "  " not in key(text)
