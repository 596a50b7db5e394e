"""Sentences and tokens of French press text, noise included."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.segment import paragraphs, sentences, tokenise
from pipeline.french.typography import fold


def _sentences(text: str) -> list[str]:
    return [text[a:b] for a, b, _ in sentences(text)]


def _words(text: str) -> list[str]:
    return [token.text for token in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("La start-up Norlys recrute. Elle ouvre un bureau.", 2),
        ("M. Niel et Mme. Roux dirigent Norlys Inc. depuis 2019.", 1),
        ("J. Dupont a vendu Norlys.Elle compte 30 salariés.", 2),
        ("« Nous recrutons. C'est vrai », dit-il.", 2),
        ("Le site vente-privee.com et Ovale.io recrutent.", 1),
        ("Il gagne 3.5 millions. Puis 4.", 2),
        ("Norlys lève 20 M€ ! Qui l'eût cru ?", 2),
        ("S.A. Norlys, U.S. et N.B. comptent. Voilà.", 2),
    ],
)
def test_sentence_borders(text: str, count: int) -> None:
    assert len(_sentences(text)) == count


def test_a_heading_is_a_sentence_of_its_own() -> None:
    text = "Norlys ouvre à Lille\nLa jeune pousse recrute 30 personnes."
    assert _sentences(text) == text.split("\n")


def test_a_wrapped_line_goes_on() -> None:
    text = "La jeune pousse de Roubaix, qui recrute\ntrente personnes, ouvre un bureau."
    assert len(_sentences(text)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'entreprise d'Alix", ["L'", "entreprise", "d'", "Alix"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("a-t-elle levé", ["a", "elle", "levé"]),
        ("un rendez-vous", ["un", "rendez-vous"]),
        ("l'ex-PDG", ["l'", "ex-", "PDG"]),
        ("cofondateur deNorlys", ["cofondateur", "de", "Norlys"]),
        ("chez AWS.", ["chez", "AWS", "."]),
        ("R&D et H&M", ["R&D", "et", "H&M"]),
        ("vente-privee.com ouvre", ["vente-privee.com", "ouvre"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert _words(text) == words


@given(st.text(max_size=300))
def test_offsets_always_fit(text: str) -> None:
    folded = fold(text)
    for a, b in paragraphs(folded):
        assert 0 <= a < b <= len(folded)
    last = 0
    for a, b, _ in sentences(folded):
        assert last <= a < b
        last = b
        for token in tokenise(folded, a, b):
            assert folded[token.start : token.end].endswith(token.text[-1])
            assert a <= token.start < token.end <= b
