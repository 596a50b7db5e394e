"""``parquet/``: one typed table per relation, and articles, entities and knowledge.

Dates are ``date32``, amounts are doubles in units, arguments and amounts are structs, lists
are ``list<struct>``. A table is there, with its columns, when no fact is.
"""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.store.parquet_schema import ARTICLES, ENTITIES, fact_schema, knowledge_schema
from pipeline.store.records import article_record, entities_of, entity_record
from pipeline.store.sink import Processed
from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    Article,
    Entity,
    EntityRef,
    Fact,
    Knowledge,
    Money,
    Span,
    TimeValue,
)

FOLDER = "parquet"
#: Rows of a row group: enough to compress well, few enough to hold one per table in memory.
_GROUP = 8_192
#: Characters of article text in one row group.
_GROUP_TEXT = 8_000_000


class ParquetWriter:
    """The folder ``parquet/``; denied facts stay out of it unless ``include_denied``."""

    def __init__(self, *, include_denied: bool = False) -> None:
        self._include_denied = include_denied
        self._tables: dict[str, _Table] = {}

    def open(self, folder: Path) -> None:
        inside = folder / FOLDER
        inside.mkdir()
        schemas = {relation: fact_schema(relation) for relation in RELATIONS}
        schemas |= {"articles": ARTICLES, "entities": ENTITIES, "knowledge": knowledge_schema()}
        for name, schema in schemas.items():
            self._tables[name] = _Table(inside / f"{name}.parquet", schema)

    def write(self, item: Processed) -> None:
        article = item.article
        published = article.published if isinstance(article, Article) else None
        url = article.url if isinstance(article, Article) else None
        record = article_record(article) | {"published": published}
        self._tables["articles"].add(record, len(record["text"] or ""))
        for mention in item.entities:
            self._tables["entities"].add(entity_record(mention))
        for fact in item.facts:
            if fact.modality != "denied" or self._include_denied:
                self._tables[fact.relation].add(fact_row(fact, published, url))

    def write_knowledge(self, row: Knowledge) -> None:
        self._tables["knowledge"].add(knowledge_row(row))

    def close(self) -> None:
        # All are closed, whatever becomes of one: an open file would keep the disk full.
        with contextlib.ExitStack() as stack:
            for table in self._tables.values():
                stack.callback(table.close)
        self._tables = {}


class _Table:
    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._schema = schema
        self._rows: list[dict[str, Any]] = []
        self._text = 0
        # Opened here, since a writer that fails on a full disk leaves its own file open.
        self._file = pa.OSFile(str(path), "wb")
        self._writer = pq.ParquetWriter(self._file, schema, compression="zstd")

    def add(self, row: dict[str, Any], characters: int = 0) -> None:
        self._rows.append(row)
        self._text += characters
        if len(self._rows) >= _GROUP or self._text >= _GROUP_TEXT:
            self._flush()

    def close(self) -> None:
        try:
            if self._rows:
                self._flush()
            self._writer.close()
        finally:
            self._file.close()

    def _flush(self) -> None:
        rows, self._rows, self._text = self._rows, [], 0
        self._writer.write_table(to_table(rows, self._schema))


def to_table(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    """Return rows as a table; half characters become their escapes: Parquet holds UTF-8 alone."""
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist(_encodable(rows), schema=schema)


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {name: _encodable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_encodable(one) for one in value]
    return value


def fact_row(fact: Fact, published: date | None, url: str | None) -> dict[str, Any]:
    """Return the row of a fact in its relation's table; see :func:`.fact_schema`."""
    row: dict[str, Any] = {"fact_id": fact.fact_id, "article": fact.article}
    for name in RELATIONS[fact.relation]:
        entities = [_entity(entity) for entity in entities_of(fact.arguments.get(name))]
        row[name] = entities if name in LIST_ARGUMENTS else entities[0] if entities else None
    for name in ATTRIBUTES[fact.relation]:
        row[name] = _attribute(fact.attributes.get(name))
    return row | {
        "time": _time(fact.time),
        "modality": fact.modality,
        "attribution": _span(fact.attribution),
        "evidence": _span(fact.evidence),
        "confidence": round(fact.confidence, 4),
        "rule": fact.rule,
        "published": published,
        "url": url,
    }


def knowledge_row(row: Knowledge) -> dict[str, Any]:
    """Return the row of the table of knowledge; see :func:`.knowledge_schema`."""
    flat: dict[str, Any] = {"knowledge_id": row.knowledge_id, "relation": row.relation}
    for name in RELATIONS[row.relation]:
        value = row.arguments.get(name)
        if isinstance(value, tuple):
            flat[name] = [_ref(ref) for ref in value]
        else:
            flat[name] = None if value is None else _ref(value)
    for name in ATTRIBUTES[row.relation]:
        flat[name] = _attribute(row.attributes.get(name))
    return flat | {
        "modality": row.modality,
        "time": _time(row.time),
        "first_seen": row.first_seen,
        "last_seen": row.last_seen,
        "n_articles": row.n_articles,
        "n_sources": row.n_sources,
        "confidence": row.confidence,
        "evidence": row.evidence,
        "evidence_article": row.evidence_article,
        "evidence_fact": row.evidence_fact,
        "history": [
            {
                "stage": event.stage,
                "status": event.status,
                "modality": event.modality,
                "date": event.date,
                "time": _time(event.time),
                "article": event.article,
                "fact_id": event.fact_id,
            }
            for event in row.history
        ],
        "contradictions": list(row.contradictions),
        "fact_ids": list(row.fact_ids),
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "text": entity.text,
        "start": entity.start,
        "end": entity.end,
        "via": _span(entity.via),
    } | _ref(entity)


def _ref(entity: Entity | EntityRef) -> dict[str, Any]:
    return {
        "name": entity.name,
        "entity_id": entity.entity_id,
        "label": entity.label,
        "country": entity.country,
        "region": entity.region,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
    }


def _attribute(value: Any) -> Any:
    if not isinstance(value, Money):
        return value
    return {
        "text": value.text,
        "value": _float(value.value),
        "min": _float(value.min),
        "max": _float(value.max),
        "currency": value.currency,
        "approx": value.approx,
    }


def _time(time: TimeValue | None) -> dict[str, Any] | None:
    if time is None:
        return None
    return {
        "text": time.text,
        "start": time.start,
        "end": time.end,
        "edtf": time.edtf,
        "anchor": time.anchor,
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
