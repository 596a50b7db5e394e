"""The stage and the kind of an establishment, read from the words around its place."""

from __future__ import annotations

import pytest

from pipeline.extract.stage import LOOSE, rekind, restage
from pipeline.types import Argument, Relation, Span


def _relation(text: str, place: str, kind: str = "other", weight: float = 0.7) -> Relation:
    start = 100
    at = start + text.index(place)
    return Relation(
        article="a",
        relation="opens_office",
        arguments={
            "company": Argument(0, 6, "Norlys", "ORG", "Norlys"),
            "place": Argument(at, at + len(place), place, "LOC", place),
        },
        attributes={"kind": kind, "status": "existing"},
        evidence=Span(start, start + len(text), text),
        rule="opens_office/named_at",
        features={"weight": weight},
    )


@pytest.mark.parametrize(
    ("text", "place", "status"),
    [
        ("Norlys a des bureaux à Lyon.", "Lyon", "existing"),
        ("Des bureaux à Lyon sont dans les cartons.", "Lyon", "planned"),
        ("Sur la table, deux dossiers : une usine à Lyon.", "Lyon", "planned"),
        ("Adieu les bureaux de Lyon, dit Norlys.", "Lyon", "closed"),
        ("Son usine de Lyon, inaugurée en mars, tourne.", "Lyon", "opened"),
        ("Son bureau de Lyon l’attend ; celui de Pau est dans les tuyaux.", "Lyon", "existing"),
        ("Un bureau à Lyon : le reste est dans les cartons.", "Lyon", "existing"),
    ],
)
def test_stage_is_read_from_the_clause_of_the_place(text: str, place: str, status: str) -> None:
    assert restage(_relation(text, place)).attributes["status"] == status


def test_only_a_loose_reading_takes_its_stage_from_a_future() -> None:
    text = "À Lyon, ses ingénieurs travailleront en paix."
    assert restage(_relation(text, "Lyon")).attributes["status"] == "existing"
    loose = restage(_relation(text, "Lyon", weight=LOOSE - 0.01))
    assert loose.attributes["status"] == "planned"


@pytest.mark.parametrize(
    ("text", "place", "kind"),
    [
        ("Norlys a son siège à Lyon et des bureaux à Pau.", "Pau", "office"),
        ("Norlys a son siège à Lyon et des bureaux à Pau.", "Lyon", "headquarters"),
        ("À Lyon, Norlys bâtit une usine.", "Lyon", "factory"),
        ("À Lyon, Norlys bâtit un centre de données.", "Lyon", "datacenter"),
        ("Norlys s'installe à Lyon.", "Lyon", "other"),
    ],
)
def test_kind_is_that_of_the_noun_nearest_to_the_place(text: str, place: str, kind: str) -> None:
    assert rekind(_relation(text, place)).attributes["kind"] == kind


def test_a_place_of_another_sentence_changes_nothing() -> None:
    relation = _relation("Des bureaux à Lyon sont dans les cartons.", "Lyon")
    far = Relation(
        article="a",
        relation="opens_office",
        arguments={"place": Argument(5, 9, "Lyon", "LOC", "Lyon")},
        attributes=relation.attributes,
        evidence=relation.evidence,
        rule=relation.rule,
        features=relation.features,
    )
    assert restage(far) == far
    assert rekind(far) == far
