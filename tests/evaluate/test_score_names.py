"""Names, functions and amounts as the guideline compares them."""

from __future__ import annotations

import pytest

from pipeline.evaluate.names import (
    coded_role,
    equal_name,
    is_founder,
    name_words,
    role_words,
    same_amount,
    same_name,
    same_role,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mistral", "Mistral AI"),
        ("L’Oréal", "l'oreal"),
        ("Société Générale SA", "société generale"),
        ("Acme S.A.S.", "ACME"),
        ("La Poste", "Poste"),
        ("Jeff Bezos", "Bezos"),
        ("Saint-Denis", "saint denis"),
        ("Cœur de Ville", "coeur de ville"),
        ("SE", "SE"),
    ],
)
def test_same_name(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Orange", "Orangina"),
        ("Mistral AI", "Stability AI"),
        ("", "Acme"),
        ("", ""),
        ("Acme SA", "Zenith SA"),
        ("La Poste", "La Redoute"),
    ],
)
def test_other_name(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_name_of_legal_forms_alone_keeps_its_words() -> None:
    assert name_words("La SE") == ("la", "se")
    assert not same_name("La SE", "Acme")


def test_equal_is_narrower_than_same() -> None:
    assert equal_name("Acme S.A.", "acmé")
    assert not equal_name("Acme", "Acme France")
    assert not equal_name("", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("directrice générale", "directeur général"),
        ("présidente", "président"),
        ("vice-présidente", "vice-président chargé de l'Europe"),
        ("PDG", "président-directeur général"),
        ("CEO", "PDG"),
        ("P.-D.G.", "CEO"),
        ("P-DG", "directrice générale"),
        ("DSI", "directrice des systèmes d'information"),
        ("CFO", "directeur financier"),
        ("DRH", "directrice des ressources humaines"),
        ("CTO", "directrice technique"),
        ("co-fondatrice", "cofondateur"),
        ("cheffe des opérations", "chef des opérations"),
        ("PDG France", "directeur général France"),
        ("ministre déléguée", "ministre"),
    ],
)
def test_same_role(one: str, other: str) -> None:
    assert same_role(one, other)
    assert same_role(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PDG", "directeur financier"),
        ("CTO", "CEO"),
        ("président", "fondateur"),
        ("responsable de la stratégie", "chargé de la communication"),
        ("cofondateur", "fondateur"),
        ("", "PDG"),
    ],
)
def test_other_role(one: str, other: str) -> None:
    assert not same_role(one, other)


def test_small_words_do_not_count_as_agreement() -> None:
    assert role_words("responsable de la stratégie") == ("responsable", "strategie")


def test_longest_form_names_the_function() -> None:
    assert coded_role("directrice générale déléguée") == ("#dgd",)
    assert coded_role("directeur général adjoint") == ("#dga",)
    assert coded_role("directeur général") == ("#pdg",)


@pytest.mark.parametrize("role", ["fondateur", "Cofondatrice", "co-founder", "membre fondateur"])
def test_founder(role: str) -> None:
    assert is_founder(role)


def test_no_founder() -> None:
    assert not is_founder("directeur de la fondation")


def test_amounts_agree_within_one_percent_of_gold() -> None:
    assert same_amount(100.0, 101.0)
    assert same_amount(100.0, 99.0)
    assert not same_amount(100.0, 101.1)
    assert same_amount(None, None)
    assert not same_amount(None, 5.0)
    assert not same_amount(5.0, None)
