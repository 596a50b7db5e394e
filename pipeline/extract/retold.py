"""An establishment told twice: in passing and as news.

"Notre bureau de Nantes" names in passing what another sentence tells as news, "a ouvert
un bureau à Nantes en 2017". What the news says of it holds for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.extract.stage import LOOSE, rekind, restage
from pipeline.types import Argument, Relation


def settle_status(relations: Sequence[Relation]) -> list[Relation]:
    """Give establishments told in passing the status that the article's news gives them.

    Only where the news agrees with itself: one status besides ``existing`` for the same
    company and place.
    """
    relations = [rekind(restage(r)) if r.relation == "opens_office" else r for r in relations]
    news: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for relation in relations:
        status = relation.attributes.get("status")
        if relation.relation == "opens_office" and relation.modality != "denied" and status:
            news.setdefault(_what(relation), set()).add((relation.attributes["kind"] or "", status))
    out: list[Relation] = []
    for relation in relations:
        told = _news_of(relation, news.get(_what(relation), ())) if _passing(relation) else set()
        if len(told) == 1:
            status = next(iter(told))
            relation = replace(relation, attributes={**relation.attributes, "status": status})
        out.append(relation)
    return out


def _news_of(relation: Relation, news: Iterable[tuple[str, str]]) -> set[str]:
    """The statuses, besides ``existing``, told of an establishment that may be the same."""
    own = relation.attributes["kind"]
    return {
        status
        for kind, status in news
        if status != "existing" and (kind == own or "other" in (kind, own) or kind == "")
    }


#: Between a place and the wider one that says where it is: "à Beauharnois, au Québec".
_WITHIN = re.compile(
    r"\W{0,3}(?:en|au|aux|dans (?:le |la |l'|les )?)\s?\Z|\s\(\Z|"
    r", (?:à|près|aux portes|non loin|côté|en banlieue)[^,]{0,25} ?d(?:e |'|u )\Z"
)


def drop_broader(relations: Sequence[Relation], countries: frozenset[str]) -> list[Relation]:
    """Leave out what is told of a wider place, or loosely, where a sentence tells the place.

    "Le premier bureau français de Norlys ouvrira à Lyon" is one establishment, in Lyon; so is
    "un bureau à Beauharnois, au Québec".
    """
    relations = _surest(relations, countries)
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


def _surest(relations: Sequence[Relation], countries: frozenset[str]) -> list[Relation]:
    """Leave out wider places, loose readings beside a better one, and those of countries."""
    told: dict[tuple[int, int], list[Relation]] = {}
    for relation in relations:
        if relation.relation == "opens_office":
            told.setdefault(_told(relation), []).append(relation)
    return [
        r
        for r in relations
        if not _idle(r, told.get(_told(r), ()))
        and not (_PRESENCE.search(r.rule) and _in_country(r, countries))
    ]


#: Rules told by staff, by work or by a mere presence: in a whole country that is no place.
_PRESENCE = re.compile(r"opens_office/(?:present|employs|staff|hires|toils|crew|loose)")


def _in_country(relation: Relation, countries: frozenset[str]) -> bool:
    place = relation.arguments.get("place")
    if not isinstance(place, Argument) or place.name not in countries:
        return False
    before = relation.evidence.text[: max(0, place.start - relation.evidence.start)]
    # "à Québec" is the city, "au Québec" the province
    return re.search(r"(?i)\b(?:en|aux?|dans l(?:es|e|a)|de la|du|de)\s\Z", before) is not None


def _idle(relation: Relation, others: Sequence[Relation]) -> bool:
    place = relation.arguments.get("place")
    if relation.relation != "opens_office" or not isinstance(place, Argument):
        return False
    for other in others:
        beside = other.arguments.get("place")
        if other is relation or not isinstance(beside, Argument):
            continue
        if relation.features["weight"] < LOOSE <= other.features["weight"]:
            return True
        between = relation.evidence.text[
            beside.end - relation.evidence.start : place.start - relation.evidence.start
        ]
        if beside.end <= place.start and _WITHIN.match(between.replace("\u2019", "'")):
            return True
    return False


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
