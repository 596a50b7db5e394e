"""People: names without title, ids for those who can be told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.normalise.people import canonical_person, person_id
from pipeline.types import Article, Entity

if TYPE_CHECKING:
    from pipeline.extractor import Extractor


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("Xavier Niel", "Xavier Niel"),
        ("M. Niel", "Niel"),
        ("Mme Claire Dupont", "Claire Dupont"),
        ("Dr Paul Martin", "Paul Martin"),
        ("Me Anne Durand", "Anne Durand"),
        ("Xavier NIEL", "Xavier Niel"),
        ("Jean-Paul DUPONT-MARTIN", "Jean-Paul Dupont-Martin"),
        ("Anne  Durand", "Anne Durand"),
        ("JR Martin", "JR Martin"),
        ("Emmanuel McDonald", "Emmanuel McDonald"),
        ("Médéric Leroy", "Médéric Leroy"),
        ("M", "M"),
    ],
)
def test_canonical_name(name: str, canonical: str) -> None:
    assert canonical_person(name) == canonical


@pytest.mark.parametrize(
    ("name", "company", "expected"),
    [
        ("Xavier Niel", None, "per:xavier-niel"),
        ("M. Xavier NIEL", "iliad", "per:xavier-niel"),
        ("Frédéric Mazzella", None, "per:frederic-mazzella"),
        ("Jean-Marie d’Artagnan", None, "per:jean-marie-d-artagnan"),
        ("Niel", "iliad", "per:niel.iliad"),
        ("Niel", None, None),
        ("X. Niel", None, None),
        ("X. Niel", "free mobile", "per:x-niel.free-mobile"),
        ("", "iliad", None),
    ],
)
def test_id(name: str, company: str | None, expected: str | None) -> None:
    assert person_id(name, company) == expected


@pytest.mark.model
def test_a_surname_alone_is_told_apart_by_the_company(extractor: Extractor) -> None:
    text = "Mme Béraud, directrice générale de la start-up Norlys, quitte ses fonctions."
    (processed,) = extractor.process([Article("a", "-", text)])
    people = [f.arguments["person"] for f in processed.facts if f.relation == "holds_role"]
    assert [p.entity_id for p in people if isinstance(p, Entity)] == ["per:beraud.norlys"]
