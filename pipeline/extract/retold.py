"""An establishment told twice: in passing and as news.

"Notre bureau de Nantes" names in passing what another sentence tells as news, "a ouvert
un bureau à Nantes en 2017". What the news says of it holds for both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.types import Argument, Relation


def settle_status(relations: Sequence[Relation]) -> list[Relation]:
    """Give establishments told in passing the status that the article's news gives them.

    Only where the news agrees with itself: one status besides ``existing`` for the same
    company and place.
    """
    news: dict[tuple[str, str], set[str]] = {}
    for relation in relations:
        status = relation.attributes.get("status")
        if relation.relation == "opens_office" and relation.modality != "denied" and status:
            news.setdefault(_what(relation), set()).add(status)
    out: list[Relation] = []
    for relation in relations:
        told = news.get(_what(relation), set()) - {"existing"} if _passing(relation) else set()
        if len(told) == 1:
            status = next(iter(told))
            relation = replace(relation, attributes={**relation.attributes, "status": status})
        out.append(relation)
    return out


def drop_broader(relations: Sequence[Relation], countries: frozenset[str]) -> list[Relation]:
    """Leave out the country that an adjective tells where a sentence tells the place itself.

    "Le premier bureau français de Norlys ouvrira à Lyon" is one establishment, in Lyon.
    """
    placed = {
        (*_told(r), _what(r)[0])
        for r in relations
        if r.relation == "opens_office" and not _of_country(r, countries)
    }
    return [
        r
        for r in relations
        if r.relation != "opens_office"
        or not _of_country(r, countries)
        or (*_told(r), _what(r)[0]) not in placed
    ]


def _of_country(relation: Relation, countries: frozenset[str]) -> bool:
    place = relation.arguments.get("place")
    return isinstance(place, Argument) and place.text[:1].islower() and place.name in countries


def _told(relation: Relation) -> tuple[int, int]:
    return relation.evidence.start, relation.evidence.end


def _passing(relation: Relation) -> bool:
    return relation.relation == "opens_office" and relation.attributes.get("status") == "existing"


def _what(relation: Relation) -> tuple[str, str]:
    names = (relation.arguments.get("company"), relation.arguments.get("place"))
    company, place = (a.name if isinstance(a, Argument) else "" for a in names)
    return company, place
