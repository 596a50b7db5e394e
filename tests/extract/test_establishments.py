"""What the article as a whole, its negations and its places make of an establishment."""

from __future__ import annotations

import pytest

from pipeline.extractor import Extractor
from pipeline.types import Argument, Article

pytestmark = pytest.mark.model


def told(extractor: Extractor, text: str) -> set[tuple[str, str | None, str]]:
    """Return (place, status, modality) of every establishment found in a text."""
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    out = set()
    for relation in extractor.engine.extract(document):
        place = relation.arguments.get("place")
        if relation.relation == "opens_office" and isinstance(place, Argument):
            out.add((place.name, relation.attributes["status"], relation.modality))
    return out


def test_a_passing_mention_takes_the_status_of_the_news(extractor: Extractor) -> None:
    text = (
        "La société Norlys recrute pour son bureau de Nantes.\n\n"
        "L'entreprise a ouvert un bureau à Nantes en 2017."
    )
    assert told(extractor, text) == {("Nantes", "opened", "asserted")}


def test_a_passing_mention_alone_is_of_what_exists(extractor: Extractor) -> None:
    text = "La société Norlys recrute pour son bureau de Nantes."
    assert told(extractor, text) == {("Nantes", "existing", "asserted")}


def test_the_place_itself_wins_over_the_country_of_an_adjective(extractor: Extractor) -> None:
    text = "La société Norlys ouvrira sa première filiale marocaine à Casablanca."
    assert told(extractor, text) == {("Casablanca", "planned", "planned")}


def test_a_wider_place_in_apposition_is_left_out(extractor: Extractor) -> None:
    text = "La société Norlys a ouvert une usine en Roumanie, à Cluj."
    assert {place for place, *_ in told(extractor, text)} == {"Cluj"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("La société Norlys dément vouloir fermer son usine de Tours.", "denied"),
        ("La société Norlys renonce à ouvrir un bureau à Berlin.", "denied"),
        ("La société Norlys n'ouvrira pas de bureau à Berlin.", "denied"),
        ("La société Norlys n'exclut pas d'ouvrir un bureau à Berlin.", "reported"),
        ("La société Norlys ne gardera que son bureau de Berlin.", "planned"),
    ],
)
def test_what_is_denied_and_what_is_not(extractor: Extractor, text: str, modality: str) -> None:
    assert {found[2] for found in told(extractor, text)} == {modality}
