"""Which facts of one document match which gold facts, as GUIDELINES judges it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.evaluate.assign import assign
from pipeline.evaluate.gold import (
    KEY_ARGUMENTS,
    RELATIONS,
    FactRecord,
    GoldDocument,
    GoldFact,
    by_article,
)
from pipeline.evaluate.names import any_same_name, equal_name, is_founder, same_amount, same_role

Mode = Literal["strict", "lenient"]

#: Told as one of these where gold has the other is neither right nor wrong.
_PLACE_RELATIONS = {"opens_office": "based_in", "based_in": "opens_office"}


@dataclass(frozen=True, slots=True)
class DocumentMatch:
    """What became of the gold facts and of the told facts of one document."""

    id: str
    manner: str
    mode: Mode
    hits: tuple[tuple[GoldFact, FactRecord], ...]
    misses: tuple[GoldFact, ...]
    false_alarms: tuple[FactRecord, ...]
    neutral: tuple[FactRecord, ...]
    """Neither right nor wrong: the gold tells the same under its sister relation."""
    repeats: tuple[FactRecord, ...]
    """Told again: of a gold fact already matched, or of a false alarm already counted."""


def told_names(fact: FactRecord, argument: str) -> tuple[str, ...]:
    """Return what a fact calls an argument: the text and the canonical name of each filler."""
    value = (fact.get("arguments") or {}).get(argument)
    fillers = value if isinstance(value, list | tuple) else [value]
    names: list[str] = []
    for filler in fillers:
        if isinstance(filler, str):
            names.append(filler)
        elif isinstance(filler, Mapping):
            names += [filler[key] for key in ("text", "name") if filler.get(key)]
    return tuple(dict.fromkeys(names))


def told_attribute(fact: FactRecord, attribute: str) -> Any:
    """Return an attribute of a fact, None where it has none."""
    return (fact.get("attributes") or {}).get(attribute)


def told_amount(fact: FactRecord) -> float | None:
    """Return the amount of a fact in units of its currency."""
    amount = told_attribute(fact, "amount")
    value = amount.get("value") if isinstance(amount, Mapping) else amount
    return None if value is None else float(value)


def same_arguments(gold: GoldFact, fact: FactRecord) -> bool:
    """Whether every key argument agrees; a partnership reads the same from both sides."""

    def agree(pairs: Iterable[tuple[str, str]]) -> bool:
        return all(any_same_name(gold.names(one), told_names(fact, other)) for one, other in pairs)

    if gold.relation == "partners_with":
        return agree((("a", "a"), ("b", "b"))) or agree((("a", "b"), ("b", "a")))
    return agree((name, name) for name, _ in KEY_ARGUMENTS[gold.relation])


def same_value(gold: GoldFact, fact: FactRecord) -> bool:
    """Whether role words, amount, or year or a founder agree, where the relation has them."""
    match gold.relation:
        case "holds_role":
            told = told_attribute(fact, "role")
            return bool(told) and any(same_role(role, str(told)) for role in gold.names("role"))
        case "raises_funding" | "valued_at" | "acquires":
            value = gold.values.get("amount")
            return same_amount(None if value is None else float(value), told_amount(fact))
        case "founded":
            year, told = gold.values.get("year"), told_attribute(fact, "year")
            same_year = year is not None and told is not None and int(year) == int(told)
            founders = told_names(fact, "founders")
            return same_year or any_same_name(gold.names("founders"), founders)
        case _:
            return True


def _matches(gold: GoldFact, fact: FactRecord, mode: Mode) -> bool:
    return same_arguments(gold, fact) and (mode == "lenient" or same_value(gold, fact))


def _weight(gold: GoldFact, fact: FactRecord, mode: Mode) -> float:
    """0 for no match; else 1000 and a preference: of two that match, the closer is taken."""
    if not _matches(gold, fact, mode):
        return 0.0
    weight = 1000.0 + 4 * same_value(gold, fact)
    for name, _ in KEY_ARGUMENTS[gold.relation]:
        told = told_names(fact, name)
        weight += any(equal_name(one, other) for one in gold.names(name) for other in told)
    for name in ("status", "kind"):
        wanted = gold.values.get(name)
        weight += wanted is not None and wanted == told_attribute(fact, name)
    if gold.relation == "holds_role":
        told_role = str(told_attribute(fact, "role") or "")
        weight += 2 * any(equal_name(role, told_role) for role in gold.names("role"))
    if gold.relation == "raises_funding":
        weight += any_same_name(gold.names("investors"), told_names(fact, "investors"))
    return weight


def is_sister(gold: GoldFact, fact: FactRecord) -> bool:
    """Whether the fact tells the gold fact under its sister relation."""
    told = fact.get("relation")
    if _PLACE_RELATIONS.get(gold.relation) == told:
        return all(
            any_same_name(gold.names(name), told_names(fact, name)) for name in ("company", "place")
        )
    pair, role = (gold.relation, told), ""
    if pair == ("founded", "holds_role"):
        role = str(told_attribute(fact, "role") or "")
        people = any_same_name(gold.names("founders"), told_names(fact, "person"))
    elif pair == ("holds_role", "founded"):
        role = str(gold.values.get("role") or "")
        people = any_same_name(gold.names("person"), told_names(fact, "founders"))
    else:
        return False
    return (
        people
        and is_founder(role)
        and any_same_name(gold.names("company"), told_names(fact, "company"))
    )


def matches_any(document: GoldDocument, fact: FactRecord, mode: Mode) -> bool:
    """Whether the fact matches some gold fact of the document, taken or not."""
    return any(
        gold.relation == fact.get("relation") and _matches(gold, fact, mode)
        for gold in document.facts
    )


def same_told(one: FactRecord, other: FactRecord, mode: Mode) -> bool:
    """Whether two told facts of a document are the same fact told twice."""
    if one.get("relation") != other.get("relation"):
        return False
    return _matches(as_gold(one), other, mode)


def as_gold(fact: FactRecord) -> GoldFact:
    """Return a told fact in the shape of a gold fact, to compare it with others."""
    relation = str(fact.get("relation"))
    values: dict[str, Any] = dict(fact.get("attributes") or {})
    values["amount"] = told_amount(fact)
    aliases = {name: told_names(fact, name) for name in (fact.get("arguments") or {})}
    return GoldFact(str(fact.get("article")), relation, values, aliases)


def match_document(
    document: GoldDocument, facts: Sequence[FactRecord], mode: Mode
) -> DocumentMatch:
    """Match the facts told of one document with its gold facts, one to one.

    Denied facts and unknown relations are left out. The assignment takes as many pairs
    as it can and, among those, the closest.
    """
    facts = [fact for fact in facts if fact.get("modality") != "denied"]
    hits: list[tuple[GoldFact, FactRecord]] = []
    misses: list[GoldFact] = []
    left: list[FactRecord] = []
    for relation in RELATIONS:
        gold = [fact for fact in document.facts if fact.relation == relation]
        told = [fact for fact in facts if fact.get("relation") == relation]
        pairs = assign([[_weight(one, other, mode) for other in told] for one in gold])
        hits += [(gold[row], told[column]) for row, column in pairs]
        found, used = {row for row, _ in pairs}, {column for _, column in pairs}
        misses += [one for row, one in enumerate(gold) if row not in found]
        left += [other for column, other in enumerate(told) if column not in used]
    neutral: list[FactRecord] = []
    repeats: list[FactRecord] = []
    false_alarms: list[FactRecord] = []
    for fact in left:
        if matches_any(document, fact, mode):
            repeats.append(fact)
        elif any(is_sister(one, fact) for one in document.facts):
            neutral.append(fact)
        elif any(same_told(other, fact, mode) for other in false_alarms):
            repeats.append(fact)
        else:
            false_alarms.append(fact)
    return DocumentMatch(
        document.id,
        document.manner,
        mode,
        tuple(hits),
        tuple(misses),
        tuple(false_alarms),
        tuple(neutral),
        tuple(repeats),
    )


def match_corpus(
    documents: Iterable[GoldDocument], facts: Iterable[FactRecord], mode: Mode
) -> tuple[DocumentMatch, ...]:
    """Match a run's facts with gold, document by document; other articles are left out."""
    told = by_article(facts)
    return tuple(
        match_document(document, told.get(document.id, []), mode) for document in documents
    )
