"""The table of distinct entities: joined from all articles, cleared of what none names."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, delete, exists, select, update

from pipeline.store.database.bulk import chunks, insert_rows, select_where
from pipeline.store.database.rows import entity_rows, join_entity
from pipeline.store.database.schema import (
    entities,
    fact_arguments,
    knowledge_arguments,
    mentions,
)
from pipeline.store.sink import Processed


def upsert_entities(connection: Connection, results: Iterable[Processed]) -> None:
    """Add the entities of a batch; known ones gain what they lacked and the fuller name."""
    wanted = {row["entity_id"]: row for row in entity_rows(results)}
    stored = {
        row.entity_id: dict(row._mapping)
        for row in select_where(connection, select(entities), entities.c.entity_id, wanted.keys())
    }
    changed = []
    for entity_id, row in stored.items():
        joined = join_entity(row, wanted[entity_id])
        if joined != row:
            changed.append(joined)
    insert_rows(connection, entities, [row for key, row in wanted.items() if key not in stored])
    if changed:
        names = [name for name in changed[0] if name != "entity_id"]
        connection.execute(
            update(entities)
            .where(entities.c.entity_id == bindparam("of"))
            .values({name: bindparam(f"new_{name}") for name in names}),
            [
                {"of": row["entity_id"], **{f"new_{name}": row[name] for name in names}}
                for row in changed
            ],
        )


def drop_orphans(connection: Connection, candidates: Collection[str]) -> None:
    """Delete those of these entities that nothing names any more."""
    for part in chunks(candidates):
        connection.execute(
            delete(entities).where(
                entities.c.entity_id.in_(part),
                *(
                    ~exists().where(table.c.entity_id == entities.c.entity_id)
                    for table in (mentions, fact_arguments, knowledge_arguments)
                ),
            )
        )
