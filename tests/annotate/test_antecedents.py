"""Whom an anaphor means, in invented sentences: one construction each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from pipeline.types import Article, Unit

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

pytestmark = pytest.mark.model

#: The anaphor in brackets, after "|" what it means; nothing after it where nothing is meant.
CASES = [
    # nouns
    "La start-up Norlys ouvre un bureau à Lyon. [L'entreprise|Norlys] recrute.",
    "Le groupe Norlys a racheté la jeune pousse Kalio. [La start-up|Kalio] garde son nom.",
    "Le groupe Norlys a racheté la jeune pousse Kalio. [Le groupe|Norlys] paie comptant.",
    "La start-up Kalio vend des capteurs. Partech Africa a investi dans [la société|Kalio].",
    "Le groupe Norlys s'allie à la société Kalio. [Les deux entreprises|Norlys+Kalio] signent.",
    "La société Kalio et le groupe Norlys ont signé. [Elles|Kalio+Norlys] vendront ensemble.",
    "Le groupe suédois Norlys cherche un site. [Le suédois|Norlys] hésite encore.",
    "Norlys dirige l'association des loueurs. [La plateforme|] de la gare a rouvert.",
    # pronouns and their verbs
    "Norlys a nommé Léa Brun directrice générale. [Elle|Léa Brun] dirigeait Kalio.",
    "La start-up Norlys a été fondée par Léa Brun. [Elle|Norlys or Léa Brun] emploie 40 salariés.",
    "« Nous partons », dit Paul Brun, PDG de Norlys. « C'est fini », ajoute-t-[il|Paul Brun].",
    "La start-up Norlys déménage. Le siège sera vendu. [Il|] abritait les archives.",
    "La start-up Norlys grandit. L'usine, [elle|], ferme.",
    "Le ministre de l'Économie a reçu la société Norlys. [Il|] a promis une aide.",
    "Paul Brun quitte Norlys. [Il|] est probable que Kalio suive.",
    "Paul Brun quitte Norlys. [Il|] y a trois candidats.",
    # last, first, second
    "Paul Brun succède à Jean Roux, passé par Norlys. [Ce dernier|Jean Roux] prend sa retraite.",
    "Paul Brun et Léa Martin ont fondé Norlys. [La seconde|Léa Martin] préside la société.",
    # functions and nouns of persons
    "Paul Brun, PDG de Norlys, part en mai. [Le dirigeant|Paul Brun] reste au conseil.",
    "Norlys a recruté Léa Brun. [Cette ingénieure|Léa Brun] vient de Kalio.",
    # places
    "Norlys quitte Lyon pour Grenoble. Kalio reste dans [la ville|Grenoble].",
    "Norlys s'implante au Maroc, à Casablanca. [Le royaume|Maroc] soutient le projet.",
    "Norlys ouvre un bureau à Paris et une usine à Nantes. Kalio reste dans [la capitale|Paris].",
]


def _meant(unit: Unit) -> str:
    mention = unit.per or unit.org or unit.loc
    if unit.org is not None and unit.per is not None:
        # either may be meant: the doubt is told, and rules take the one that they ask for
        return f"{unit.org.name} or {unit.per.name}"
    return "" if mention is None else "+".join(m.name for m in (mention, *unit.others))


@pytest.mark.parametrize("case", CASES)
def test_the_antecedent(extractor: Extractor, case: str) -> None:
    found = re.search(r"\[([^|]+)\|([^\]]*)\]", case)
    assert found is not None
    text = case[: found.start()] + found[1] + case[found.end() :]
    start, end = found.start(), found.start() + len(found[1])
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    told = [
        _meant(unit)
        for sentence in document.sentences
        for unit in sentence.units
        if unit.start < end and start < unit.end and (unit.kind in "oaql" or unit.kind == "R")
    ]
    assert "".join(told) == found[2]


def test_the_lead_speaks_of_what_the_title_does_not_name(extractor: Extractor) -> None:
    text = "L'entreprise recrute à Lyon. La start-up Norlys cherche dix personnes."
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    first = document.sentences[0].units[0]
    assert first.org is not None
    assert first.org.name == "Norlys"
    assert first.doubt >= 0.5


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Le groupe Norlys rachète la société Kalio. Son fondateur, Paul Brun, part.", "Kalio"),
        ("La société Kalio a été rachetée par Norlys. Ses fondateurs restent.", "Kalio"),
        ("Norlys met la main sur Kalio. Son PDG, Paul Brun, se réjouit.", "Norlys"),
    ],
)
def test_whose_founder_it_is_after_a_purchase(
    extractor: Extractor, text: str, company: str
) -> None:
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    focus = document.sentences[1].focus_org
    assert focus is not None
    assert focus.name == company
