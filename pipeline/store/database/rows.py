"""Values of the pipeline as rows of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from pipeline.store.records import DONE, entities_of, fact_record, time_record
from pipeline.store.sink import Processed
from pipeline.types import (
    RELATIONS,
    Article,
    Entity,
    EntityMention,
    EntityRef,
    Fact,
    Knowledge,
    Modality,
    Money,
    Rejected,
    TimeValue,
)

Row = dict[str, Any]


def article_row(
    article: Article, *, engine_version: str, run_id: int | None, updated: datetime
) -> Row:
    """Return the row of ``articles`` for an article that was read."""
    return {
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        # Neither is known of an article of which only facts were loaded.
        "sha256": article.sha256 or None,
        "text": article.text if article.sha256 else None,
        "status": DONE,
        "stage": None,
        "engine_version": engine_version,
        "run_id": run_id,
        "updated": updated,
    }


def refused_row(
    refused: Rejected,
    former: Row | None,
    *,
    engine_version: str,
    run_id: int | None,
    updated: datetime,
) -> Row:
    """Return the row of ``articles`` for a refused input.

    The text last read under this id stays, for an engine that may accept it.
    """
    blank = dict.fromkeys(("title", "url", "published", "language", "sha256", "text"))
    return {"article": refused.article, **blank, **(former or {})} | {
        "source": refused.source,
        "status": refused.reason,
        "stage": refused.stage,
        "engine_version": engine_version,
        "run_id": run_id,
        "updated": updated,
    }


def fact_row(fact: Fact, *, key: str, run_id: int | None) -> Row:
    """Return the row of ``facts``."""
    return {
        "article": fact.article,
        "fact_id": fact.fact_id,
        "relation": fact.relation,
        **_told(fact.attributes, fact.time, fact.modality),
        "attribution": None if fact.attribution is None else fact.attribution.text,
        "evidence": fact.evidence.text,
        "evidence_start": fact.evidence.start,
        "evidence_end": fact.evidence.end,
        "confidence": round(float(fact.confidence), 4),
        "rule": fact.rule,
        "knowledge_key": key,
        "record": fact_record(fact),
        "first_run": run_id,
    }


def argument_rows(fact: Fact) -> list[Row]:
    """Return the rows of ``fact_arguments`` of one fact."""
    return [
        (
            {
                "article": fact.article,
                "fact_id": fact.fact_id,
                "argument": name,
                "position": position,
                "text": entity.text,
                "start": entity.start,
                "end": entity.end,
                "name": entity.name,
                "entity_id": entity.entity_id,
                "country": entity.country,
                "via_text": None if entity.via is None else entity.via.text,
                "via_start": None if entity.via is None else entity.via.start,
                "via_end": None if entity.via is None else entity.via.end,
            }
        )
        for name in RELATIONS[fact.relation]
        for position, entity in enumerate(entities_of(fact.arguments.get(name)))
    ]


def mention_rows(mentions: Iterable[EntityMention]) -> list[Row]:
    """Return the rows of ``mentions``, each span and label once."""
    rows = {
        (mention.article, mention.start, mention.end, mention.label): (
            {
                "article": mention.article,
                "start": mention.start,
                "end": mention.end,
                "label": mention.label,
                "text": mention.text,
                "name": mention.name,
                "entity_id": mention.entity_id,
            }
        )
        for mention in mentions
    }
    return list(rows.values())


def entity_rows(results: Iterable[Processed]) -> list[Row]:
    """Return one row of ``entities`` per id that the results name, sorted by id."""
    rows: dict[str, Row] = {}
    for result in results:
        for fact in result.facts:
            for value in fact.arguments.values():
                for entity in entities_of(value):
                    _put_entity(rows, entity)
        # Most mentions repeat a name of their article.
        named = {(mention.entity_id, mention.name): mention for mention in result.entities}
        for mention in named.values():
            _put_entity(rows, mention)
    return [rows[entity_id] for entity_id in sorted(rows)]


def knowledge_row(knowledge: Knowledge, *, key: str) -> Row:
    """Return the row of ``knowledge``."""
    return {
        "knowledge_id": knowledge.knowledge_id,
        "knowledge_key": key,
        "relation": knowledge.relation,
        **_told(knowledge.attributes, knowledge.time, knowledge.modality),
        "status": knowledge.status,
        "first_seen": knowledge.first_seen,
        "last_seen": knowledge.last_seen,
        "n_articles": knowledge.n_articles,
        "n_sources": knowledge.n_sources,
        "confidence": knowledge.confidence,
        "evidence": knowledge.evidence,
        "evidence_article": knowledge.evidence_article,
        "evidence_fact": knowledge.evidence_fact,
        "history": [
            {
                "stage": event.stage,
                "status": event.status,
                "modality": event.modality,
                "date": None if event.date is None else event.date.isoformat(),
                "time": None if event.time is None else time_record(event.time),
                "article": event.article,
                "fact_id": event.fact_id,
            }
            for event in knowledge.history
        ],
        "contradictions": list(knowledge.contradictions),
    }


def knowledge_argument_rows(knowledge: Knowledge) -> list[Row]:
    """Return the rows of ``knowledge_arguments`` of one row of knowledge."""
    return [
        (
            {
                "knowledge_id": knowledge.knowledge_id,
                "argument": name,
                "position": position,
                "name": entity.name,
                "label": entity.label,
                "entity_id": entity.entity_id,
                "country": entity.country,
                "region": entity.region,
            }
        )
        for name in RELATIONS[knowledge.relation]
        for position, entity in enumerate(_refs(knowledge.arguments.get(name)))
    ]


def _told(attributes: Mapping[str, Any], time: TimeValue | None, modality: Modality) -> Row:
    amount = attributes.get("amount")
    money = amount if isinstance(amount, Money) else None
    return {
        "kind": attributes.get("kind"),
        "status": attributes.get("status"),
        "role": attributes.get("role"),
        "role_code": attributes.get("role_code"),
        "round": attributes.get("round"),
        "year": attributes.get("year"),
        "amount_text": money.text if money else None,
        "amount_value": _double(money.value) if money else None,
        "amount_min": _double(money.min) if money else None,
        "amount_max": _double(money.max) if money else None,
        "currency": money.currency if money else None,
        "amount_approx": money.approx if money else None,
        "amount_eur": _double(money.eur) if money else None,
        "time_text": time.text if time else None,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_edtf": time.edtf if time else None,
        "time_anchor": time.anchor if time else None,
        "modality": modality,
    }


def _double(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _refs(value: EntityRef | tuple[EntityRef, ...] | None) -> tuple[EntityRef, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def join_entity(known: Row, found: Row) -> Row:
    """Join two rows of one entity; the order of the two does not matter for the name."""
    # The longest name wins, then the first in order.
    name = min(known["name"], found["name"], key=lambda form: (-len(form), form))
    return {
        column: found[column] if value is None else value for column, value in known.items()
    } | {"name": name}


def _put_entity(rows: dict[str, Row], found: Entity | EntityMention) -> None:
    if found.entity_id is None:
        return
    scheme, _, local = found.entity_id.partition(":")
    place = found if isinstance(found, Entity) else None
    row = {
        "entity_id": found.entity_id,
        "label": found.label,
        "name": found.name,
        "country": place.country if place else None,
        "region": place.region if place else None,
        "lat": place.latitude if place else None,
        "lon": place.longitude if place else None,
        "wikidata": local if scheme == "wikidata" else None,
        "geonames": int(local) if scheme == "geonames" and local.isdecimal() else None,
    }
    known = rows.get(found.entity_id)
    rows[found.entity_id] = row if known is None else join_entity(known, row)
