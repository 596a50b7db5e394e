"""What is written, field by field: facts, articles and entities as plain JSON values.

The one place that knows the names of the output contract; every writer starts from here.
Offsets are half-open character offsets into the article's text, amounts are in units of
their currency, dates are ISO 8601 strings.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    Article,
    Entity,
    EntityMention,
    Fact,
    Label,
    Money,
    Rejected,
    Span,
    TimeValue,
)

DONE = "done"

#: Label that an argument has unless the record says otherwise.
_LABELS: dict[str, Label] = {"place": "LOC", "person": "PER", "founders": "PER"}


def fact_id(
    article_sha256: str,
    relation: str,
    arguments: Mapping[str, Entity | tuple[Entity, ...] | None],
    attributes: Mapping[str, Any],
    evidence: Span,
) -> str:
    """Id of a fact: ``f_`` and 16 hexadecimal digits.

    A function of the article's content and the fact alone: neither the article's name nor
    the order in which facts were found changes it, so that a rerun gives the same ids.
    """
    told = [
        article_sha256,
        relation,
        [
            [name, [[e.start, e.end, e.name] for e in entities_of(arguments.get(name))]]
            for name in RELATIONS[relation]
        ],
        [[name, _told(attributes.get(name))] for name in ATTRIBUTES[relation]],
        [evidence.start, evidence.end],
    ]
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return "f_" + hashlib.sha256(text.encode()).hexdigest()[:16]


def entities_of(value: Entity | tuple[Entity, ...] | None) -> tuple[Entity, ...]:
    """The entities of an argument, whether it is missing, single or a list."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def fact_record(fact: Fact) -> dict[str, Any]:
    """One line of ``facts.jsonl``, keys in the order of the contract.

    Keys beyond the contract: offsets of the attribution, region and coordinates of places,
    and ``label`` where an argument is not what its name promises (a person who invests).
    """
    return {
        "fact_id": fact.fact_id,
        "article": fact.article,
        "relation": fact.relation,
        "arguments": {
            name: _argument_record(name, fact.arguments.get(name))
            for name in RELATIONS[fact.relation]
        },
        "attributes": {
            name: _plain(fact.attributes.get(name)) for name in ATTRIBUTES[fact.relation]
        },
        "time": None if fact.time is None else time_record(fact.time),
        "modality": fact.modality,
        "attribution": None if fact.attribution is None else span_record(fact.attribution),
        "evidence": span_record(fact.evidence),
        "confidence": round(float(fact.confidence), 4),
        "rule": fact.rule,
    }


def fact_from_record(record: Mapping[str, Any]) -> Fact:
    """The fact that a line of ``facts.jsonl`` tells; the inverse of :func:`fact_record`.

    Raises:
        KeyError, TypeError, ValueError: the record does not follow the contract.
    """
    relation = record["relation"]
    attributes = record["attributes"]
    return Fact(
        fact_id=record["fact_id"],
        article=record["article"],
        relation=relation,
        arguments={
            name: _argument_from(name, record["arguments"].get(name))
            for name in RELATIONS[relation]
        },
        attributes={name: _attribute_from(attributes.get(name)) for name in ATTRIBUTES[relation]},
        time=_time_from(record.get("time")),
        modality=record["modality"],
        attribution=_span_from(record.get("attribution")),
        evidence=Span(**{key: record["evidence"][key] for key in ("start", "end", "text")}),
        confidence=record["confidence"],
        rule=record["rule"],
    )


def article_record(article: Article | Rejected) -> dict[str, Any]:
    """One line of ``articles.jsonl``; a refused input has its reason as ``status``, no text.

    Keys beyond the contract: ``stage``, the stage that refused, on refused rows only;
    ``note``, what is wrong with the metadata, on rows that have something to note.
    """
    if isinstance(article, Rejected):
        blank = dict.fromkeys(("title", "url", "published", "language", "sha256", "text"))
        return {
            "article": article.article,
            "source": article.source,
            **blank,
            "status": article.reason,
            "stage": article.stage,
        }
    return {
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "published": iso(article.published),
        "language": article.language,
        "sha256": article.sha256,
        "text": article.text,
        "status": DONE,
        **({"note": article.note} if article.note else {}),
    }


def article_from_record(record: Mapping[str, Any]) -> Article | Rejected:
    """The article, or the refusal, of a line of ``articles.jsonl``.

    Raises:
        KeyError, TypeError, ValueError: the record does not follow the contract.
    """
    if record["status"] != DONE:
        return Rejected(
            article=record["article"],
            source=record["source"],
            stage=record.get("stage") or "",
            reason=record["status"],
        )
    return Article(
        id=record["article"],
        source=record["source"],
        text=record["text"],
        title=record.get("title"),
        url=record.get("url"),
        published=_date_from(record.get("published")),
        language=record.get("language"),
        sha256=record.get("sha256") or "",
        note=record.get("note"),
    )


def entity_record(mention: EntityMention) -> dict[str, Any]:
    """One line of ``entities.jsonl``."""
    return {
        "article": mention.article,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "label": mention.label,
        "name": mention.name,
        "entity_id": mention.entity_id,
    }


def entity_from_record(record: Mapping[str, Any]) -> EntityMention:
    """The mention of a line of ``entities.jsonl``."""
    return EntityMention(
        **{
            key: record[key]
            for key in ("article", "text", "start", "end", "label", "name", "entity_id")
        }
    )


def money_record(money: Money) -> dict[str, Any]:
    """An amount as the contract writes it: JSON numbers, whole ones as integers."""
    return {
        "text": money.text,
        "value": number(money.value),
        "min": number(money.min),
        "max": number(money.max),
        "currency": money.currency,
        "approx": money.approx,
        **({"eur": number(money.eur)} if money.eur is not None else {}),
    }


def time_record(time: TimeValue) -> dict[str, Any]:
    """A time as the contract writes it."""
    return {
        "text": time.text,
        "start": iso(time.start),
        "end": iso(time.end),
        "edtf": time.edtf,
        "anchor": iso(time.anchor),
        **({"weekday_conflict": True} if time.weekday_conflict else {}),
    }


def span_record(span: Span) -> dict[str, Any]:
    """A stretch of text with its offsets."""
    return {"text": span.text, "start": span.start, "end": span.end}


def number(value: Decimal | None) -> int | float | None:
    """A decimal as a JSON number: an integer where it is whole, else the nearest float."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def iso(day: date | None) -> str | None:
    """A day as ``YYYY-MM-DD``."""
    return None if day is None else day.isoformat()


def _plain(value: Any) -> Any:
    return money_record(value) if isinstance(value, Money) else value


def _told(value: Any) -> Any:
    # Without its worth in euros: the rates of a run are no part of the fact.
    return money_record(replace(value, eur=None)) if isinstance(value, Money) else value


def _argument_record(name: str, value: Entity | tuple[Entity, ...] | None) -> Any:
    if name in LIST_ARGUMENTS:
        return [_entity_record(name, entity) for entity in entities_of(value)]
    if value is None:
        return None
    if isinstance(value, tuple):
        raise ValueError(f"argument {name} holds one entity, not a list")
    return _entity_record(name, value)


def _entity_record(name: str, entity: Entity) -> dict[str, Any]:
    record: dict[str, Any] = {
        "text": entity.text,
        "name": entity.name,
        "start": entity.start,
        "end": entity.end,
        "entity_id": entity.entity_id,
    }
    if entity.label == "LOC" or entity.country is not None:
        record["country"] = entity.country
    for key, value in (
        ("region", entity.region),
        ("latitude", entity.latitude),
        ("longitude", entity.longitude),
    ):
        if value is not None:
            record[key] = value
    if entity.label != _LABELS.get(name, "ORG"):
        record["label"] = entity.label
    if entity.via is not None:
        record["via"] = span_record(entity.via)
    return record


def _argument_from(name: str, value: Any) -> Entity | tuple[Entity, ...] | None:
    if name in LIST_ARGUMENTS:
        return tuple(_entity_from(name, item) for item in value or ())
    return None if value is None else _entity_from(name, value)


def _entity_from(name: str, record: Mapping[str, Any]) -> Entity:
    return Entity(
        text=record["text"],
        name=record["name"],
        start=record["start"],
        end=record["end"],
        label=record.get("label") or _LABELS.get(name, "ORG"),
        entity_id=record["entity_id"],
        country=record.get("country"),
        region=record.get("region"),
        latitude=record.get("latitude"),
        longitude=record.get("longitude"),
        via=_span_from(record.get("via")),
    )


def _attribute_from(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    return Money(
        text=value["text"],
        value=_decimal(value["value"]),
        min=_decimal(value["min"]),
        max=_decimal(value["max"]),
        currency=value["currency"],
        approx=value["approx"],
        eur=_decimal(value.get("eur")),
    )


def _decimal(value: int | float | None) -> Decimal | None:
    # Through the shortest decimal that reads back as this float: 12.3, not 12.300000000000000710…
    return None if value is None else Decimal(str(value))


def _time_from(record: Mapping[str, Any] | None) -> TimeValue | None:
    if record is None:
        return None
    return TimeValue(
        text=record["text"],
        start=_date_from(record["start"]),
        end=_date_from(record["end"]),
        edtf=record["edtf"],
        anchor=_date_from(record["anchor"]),
        weekday_conflict=bool(record.get("weekday_conflict")),
    )


def _span_from(record: Mapping[str, Any] | None) -> Span | None:
    return None if record is None else Span(record["start"], record["end"], record["text"])


def _date_from(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
