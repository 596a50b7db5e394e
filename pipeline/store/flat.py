"""Facts and knowledge as flat rows with fixed columns: what a spreadsheet opens.

Values are plain (str, int, float, bool or None) and not yet made safe for a spreadsheet;
:mod:`pipeline.store.csv_file` does that. Dates are ISO 8601 strings.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from pipeline.store.records import entities_of, iso, number
from pipeline.types import (
    ATTRIBUTES,
    RELATIONS,
    EntityRef,
    Fact,
    Knowledge,
    KnowledgeEvent,
    Money,
    TimeValue,
)

Row = dict[str, Any]

_HEAD = ("fact_id", "article", "relation")
_TAIL = (
    *("time_text", "time_start", "time_end", "time_edtf", "modality", "attribution"),
    *("confidence", "rule", "evidence", "evidence_start", "evidence_end", "published", "url"),
)
_AMOUNT = (
    "amount_text",
    "amount_value",
    "amount_min",
    "amount_max",
    "currency",
    "amount_approx",
    "amount_eur",
)
_PLACE = ("country", "region", "lat", "lon")
_SEPARATOR = "; "


@cache
def columns(relation: str) -> tuple[str, ...]:
    """Columns of one relation's table, in order; the same whatever the facts hold."""
    return (*_HEAD, *_argument_columns(relation), *_attribute_columns(relation), *_TAIL)


@cache
def all_columns() -> tuple[str, ...]:
    """Columns of ``facts.csv``: every relation's, each once; blank where a relation lacks one."""
    arguments = _unique(name for relation in RELATIONS for name in _argument_columns(relation))
    attributes = _unique(name for relation in RELATIONS for name in _attribute_columns(relation))
    return (*_HEAD, *arguments, *attributes, *_TAIL)


@cache
def knowledge_columns() -> tuple[str, ...]:
    """Columns of ``knowledge.csv``."""
    arguments: list[str] = []
    for name in _unique(name for names in RELATIONS.values() for name in names):
        arguments += [name, f"{name}_id"]
        if name == "place":
            arguments += [f"place_{part}" for part in _PLACE]
    attributes = _unique(name for relation in RELATIONS for name in _attribute_columns(relation))
    return (
        *("knowledge_id", "relation", *arguments, *attributes),
        *("modality", "time_text", "time_start", "time_end", "time_edtf"),
        *("first_seen", "last_seen", "n_articles", "n_sources", "confidence"),
        *("evidence", "evidence_article", "evidence_fact"),
        *("history", "contradictions", "fact_ids"),
    )


def flat_row(fact: Fact, *, published: date | None = None, url: str | None = None) -> Row:
    """A fact as a row with the columns of its relation.

    Each argument's name stands under its own name, its words under ``<arg>_text``, its
    identity under ``<arg>_id``; the members of a list are joined by ``"; "`` in all three.
    """
    row: Row = {"fact_id": fact.fact_id, "article": fact.article, "relation": fact.relation}
    for name in RELATIONS[fact.relation]:
        entities = entities_of(fact.arguments.get(name))
        row[name] = _joined(entity.name for entity in entities)
        row[f"{name}_text"] = _joined(entity.text for entity in entities)
        # Blanks keep their place in a list: the ids stand in the order of the names.
        row[f"{name}_id"] = _joined(entity.entity_id or "" for entity in entities)
        if name == "place":
            place = entities[0] if entities else None
            row["place_country"] = place.country if place else None
            row["place_region"] = place.region if place else None
            row["place_lat"] = place.latitude if place else None
            row["place_lon"] = place.longitude if place else None
    for name in ATTRIBUTES[fact.relation]:
        _put_attribute(row, name, fact.attributes.get(name))
    _put_time(row, fact.time)
    row["modality"] = fact.modality
    row["attribution"] = fact.attribution.text if fact.attribution else None
    row["confidence"] = round(fact.confidence, 4)
    row["rule"] = fact.rule
    row["evidence"] = fact.evidence.text
    row["evidence_start"] = fact.evidence.start
    row["evidence_end"] = fact.evidence.end
    row["published"] = iso(published)
    row["url"] = url
    return row


def knowledge_row(row: Knowledge) -> Row:
    """A row of knowledge with values for :func:`knowledge_columns`; others are left out."""
    flat: Row = {"knowledge_id": row.knowledge_id, "relation": row.relation}
    for name in RELATIONS[row.relation]:
        value = row.arguments.get(name)
        refs = value if isinstance(value, tuple) else () if value is None else (value,)
        flat[name] = _joined(ref.name for ref in refs)
        flat[f"{name}_id"] = _joined(ref.entity_id or "" for ref in refs)
        if name == "place":
            flat |= _place(refs[0] if refs else None)
    for name in ATTRIBUTES[row.relation]:
        _put_attribute(flat, name, row.attributes.get(name))
    _put_time(flat, row.time)
    return flat | {
        "modality": row.modality,
        "first_seen": iso(row.first_seen),
        "last_seen": iso(row.last_seen),
        "n_articles": row.n_articles,
        "n_sources": row.n_sources,
        "confidence": round(row.confidence, 4),
        "evidence": row.evidence,
        "evidence_article": row.evidence_article,
        "evidence_fact": row.evidence_fact,
        "history": _joined(_event(event) for event in row.history),
        "contradictions": _joined(row.contradictions),
        "fact_ids": _joined(row.fact_ids),
    }


def _argument_columns(relation: str) -> list[str]:
    names: list[str] = []
    for name in RELATIONS[relation]:
        names += [name, f"{name}_text", f"{name}_id"]
        if name == "place":
            names += [f"place_{part}" for part in _PLACE]
    return names


def _attribute_columns(relation: str) -> list[str]:
    names: list[str] = []
    for name in ATTRIBUTES[relation]:
        names += _AMOUNT if name == "amount" else (name,)
    return names


def _put_attribute(row: Row, name: str, value: Any) -> None:
    if name != "amount":
        row[name] = value
        return
    money = value if isinstance(value, Money) else None
    row["amount_text"] = money.text if money else None
    row["amount_value"] = number(money.value) if money else None
    row["amount_min"] = number(money.min) if money else None
    row["amount_max"] = number(money.max) if money else None
    row["currency"] = money.currency if money else None
    row["amount_approx"] = money.approx if money else None
    row["amount_eur"] = number(money.eur) if money else None


def _put_time(row: Row, time: TimeValue | None) -> None:
    row["time_text"] = time.text if time else None
    row["time_start"] = iso(time.start) if time else None
    row["time_end"] = iso(time.end) if time else None
    row["time_edtf"] = time.edtf if time else None


def _place(ref: EntityRef | None) -> Row:
    values = (ref.country, ref.region, ref.latitude, ref.longitude) if ref else (None,) * 4
    return {f"place_{part}": value for part, value in zip(_PLACE, values, strict=True)}


def _event(event: KnowledgeEvent) -> str:
    word = event.status or event.stage
    doubt = "" if event.modality in ("asserted", "planned") else f" {event.modality}"
    return f"{iso(event.date) or '?'} {word}{doubt} ({event.article})"


def _joined(parts: Iterable[str]) -> str | None:
    return _SEPARATOR.join(parts) or None


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
