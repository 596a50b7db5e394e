"""Final rows, made in the Python workers: of the Parquet tables, and of a database's tables."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
from sqlalchemy import JSON, Date

from pipeline.cluster.staged import NAMES
from pipeline.cluster.worker import fact_of
from pipeline.store.database import rows as flat
from pipeline.store.database import schema as tables
from pipeline.store.database.engine import dump_json
from pipeline.store.database.lines import storable, storable_text
from pipeline.store.database.staging import COLUMNS, arrow_schema
from pipeline.store.parquet_file import fact_row, to_table
from pipeline.store.parquet_schema import ENTITIES, fact_schema
from pipeline.store.records import entity_from_record
from pipeline.store.sink import Processed
from pipeline.types import Fact, Knowledge, Rejected

Batches = Iterable[pa.RecordBatch]
Row = dict[str, Any]


def facts_of_relation(
    batches: Batches, *, relation: str, include_denied: bool
) -> Iterator[pa.RecordBatch]:
    """Facts of ``FOUND`` -> the relation's Parquet table."""
    for batch in batches:
        found = [(fact_of(row), row) for row in batch.to_pylist()]
        rows = [
            fact_row(fact, row["published"], row["url"])
            for fact, row in found
            if include_denied or fact.modality != "denied"
        ]
        yield from to_table(rows, fact_schema(relation)).to_batches()


def names(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Names of ``FOUND`` -> the Parquet table of entities."""
    for batch in batches:
        rows = [one for row in batch.to_pylist() for one in json.loads(row["record"])]
        yield from to_table(rows, ENTITIES).to_batches()


def database_rows(batches: Batches, *, table: str) -> Iterator[pa.RecordBatch]:
    """``FOUND`` -> rows of the table ``mentions``, ``facts``, ``fact_arguments`` or ``entities``.

    ``entities`` has one row per article and entity, with ``file`` and ``line`` of the article.
    """
    make = {
        "mentions": _mentions,
        "facts": _facts,
        "fact_arguments": _arguments,
        "entities": _entities,
    }[table]
    schema = arrow_schema(table, place=table == "entities")
    for batch in batches:
        rows = [row for found in batch.to_pylist() for row in make(found)]
        yield from to_table(rows, schema).to_batches()


def joined_entities(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Rows of ``entities``, sorted by id, file and line -> one per id."""
    from itertools import groupby

    schema = arrow_schema("entities")
    columns = COLUMNS["entities"]
    told = (row for batch in batches for row in batch.to_pylist())
    held: list[Row] = []
    for _, group in groupby(told, key=lambda row: row["entity_id"]):
        joined: Row | None = None
        for row in group:
            plain = {name: row[name] for name in columns}
            joined = plain if joined is None else flat.join_entity(joined, plain)
        held.append(joined or {})
        if len(held) == 1000:
            yield from to_table(held, schema).to_batches()
            held = []
    yield from to_table(held, schema).to_batches()


def article_rows(batches: Batches) -> Iterator[pa.RecordBatch]:
    """Final articles -> rows of the table ``articles``."""
    schema = arrow_schema("articles")
    for batch in batches:
        rows = [
            {name: _sound(row[name]) for name in COLUMNS["articles"]} for row in batch.to_pylist()
        ]
        yield from to_table(rows, schema).to_batches()


def rows_of_knowledge(merged: Knowledge, key: str, articles: Mapping[str, Sequence[str]]) -> str:
    """The rows that a database makes of one row of knowledge, as JSON: table -> rows.

    ``articles`` are those that tell each fact, by its id.
    """
    identity = merged.knowledge_id
    own = flat.knowledge_row(merged, key=key)
    members = [
        {"knowledge_id": identity, "article": article, "fact_id": fact_id}
        for fact_id in merged.fact_ids
        for article in articles[fact_id]
    ]
    return json.dumps(
        {
            "knowledge": [own],
            "knowledge_arguments": flat.knowledge_argument_rows(merged),
            "knowledge_facts": members,
        },
        default=str,
    )


def knowledge_rows(batches: Batches, *, table: str) -> Iterator[pa.RecordBatch]:
    """``MERGED`` -> rows of one of the three tables of knowledge; what is denied is left out."""
    schema = arrow_schema(table)
    for batch in batches:
        rows = []
        told = zip(*(batch.column(n).to_pylist() for n in ("modality", "rows", "key")), strict=True)
        for modality, record, key in told:
            if modality == "denied":
                continue
            for row in json.loads(record)[table]:
                rows.append({name: _column(table, name, row, key) for name in schema.names})
        yield from to_table(rows, schema).to_batches()


def _column(table: str, name: str, row: Mapping[str, Any], key: str) -> Any:
    from datetime import date

    if name == "knowledge_key":
        return storable_text(key)
    value = row[name]
    kind = tables.metadata.tables[table].c[name].type
    if value is None:
        return None
    if isinstance(kind, JSON):
        return _sound(dump_json(value))
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return _sound(value)


def _sound(value: Any) -> Any:
    return storable_text(value) if isinstance(value, str) else value


def _fact(found: Mapping[str, Any]) -> Fact:
    # Without its article, of which only the facts are at hand: every string is looked at.
    nobody = Rejected(found["article"], "", "", "")
    return storable(Processed(nobody, (fact_of(found),))).facts[0]


def _facts(found: Mapping[str, Any]) -> Iterator[Row]:
    if found["chosen"]:
        row = flat.fact_row(_fact(found), key=storable_text(found["key"]), run_id=None)
        del row["first_run"]
        yield row | {"record": dump_json(row["record"])}


def _arguments(found: Mapping[str, Any]) -> Iterator[Row]:
    if found["chosen"]:
        yield from flat.argument_rows(_fact(found))


def _mentions(found: Mapping[str, Any]) -> Iterator[Row]:
    yield from flat.mention_rows(_result(found).entities)


def _entities(found: Mapping[str, Any]) -> Iterator[Row]:
    if found["relation"] == NAMES:
        result = _result(found)
    elif found["chosen"]:
        result = Processed(Rejected(found["article"], "", "", ""), (_fact(found),))
    else:
        return
    # Facts come before names in the article's own rows.
    order = int(found["relation"] == NAMES)
    for row in flat.entity_rows([result]):
        yield row | {"file": found["file"], "line": found["line"], "order": order}


def _result(found: Mapping[str, Any]) -> Processed:
    nobody = Rejected(found["article"], "", "", "")
    mentions = tuple(map(entity_from_record, json.loads(found["record"])))
    return storable(Processed(nobody, (), mentions))
