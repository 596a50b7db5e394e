"""Knowledge of the touched groups: marked in the transaction that touches them, then merged.

Usually in that same transaction. While batches follow one another faster than their groups
can be merged, the marks wait in ``pending_knowledge``: a company in every tenth article
would else have all its facts merged anew with every batch. A run that is killed leaves its
marks to the next.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from pipeline.store.database.bulk import delete_where, insert_rows, select_where
from pipeline.store.database.entities import drop_orphans
from pipeline.store.database.merging import KeyOf, Merge
from pipeline.store.database.rows import knowledge_argument_rows, knowledge_row
from pipeline.store.database.schema import (
    articles,
    facts,
    knowledge,
    knowledge_arguments,
    knowledge_facts,
    pending_knowledge,
)
from pipeline.store.records import fact_from_record
from pipeline.types import Fact

FactKey = tuple[str, str]
"""Article and fact id: the same text as two articles gives the same fact ids twice."""


class Meta(NamedTuple):
    """What the merge wants to know of an article."""

    published: date | None
    url: str | None
    source: str


def mark(connection: Connection, keys: Collection[str]) -> None:
    """Record that the knowledge of these groups is to be merged again."""
    column = pending_knowledge.c.knowledge_key
    known = {row[0] for row in select_where(connection, select(column), column, keys)}
    insert_rows(
        connection, pending_knowledge, [{"knowledge_key": key} for key in sorted(set(keys) - known)]
    )


def settle(connection: Connection, *, merge: Merge, key_of: KeyOf, limit: int) -> tuple[int, bool]:
    """Merge up to ``limit`` marked groups and remove their marks.

    Returns:
        The number of rows of knowledge written, and whether marks are left.
    """
    column = pending_knowledge.c.knowledge_key
    keys = list(connection.scalars(select(column).order_by(column).limit(limit + 1)))
    part = keys[:limit]
    count = recompute(connection, part, merge=merge, key_of=key_of)
    delete_where(connection, column, part)
    return count, len(keys) > limit


def recompute(
    connection: Connection,
    keys: Collection[str],
    *,
    merge: Merge,
    key_of: KeyOf,
    at_hand: Mapping[FactKey, Fact] | None = None,
) -> int:
    """Replace the rows of knowledge of these groups by a merge of all their stored facts.

    ``at_hand`` are facts of the batch, which need not be read back. A fact that was stored
    under a key of an older program moves to its present group, which is then done too.

    Returns:
        The number of rows of knowledge written.
    """
    wanted = set(keys)
    while True:
        group, by_fact, done = _load_groups(connection, wanted, key_of, at_hand or {})
        merged_rows = merge(list(group.values()), _metas(connection, group))
        ids = {merged.knowledge_id for merged in merged_rows}
        clashing = _other_keys(connection, ids, done)
        if not clashing:
            break
        # Rows of a group that an older program kept apart: it is one with these now.
        wanted = done | clashing
    named = _named_entities(connection, done)
    delete_where(connection, knowledge.c.knowledge_key, done)
    by_id: dict[str, list[FactKey]] = {}
    for pair in sorted(group):
        by_id.setdefault(pair[1], []).append(pair)
    rows, arguments, members = [], [], []
    for merged in merged_rows:
        key = by_fact[by_id[merged.fact_ids[0]][0]]
        rows.append(knowledge_row(merged, key=key))
        arguments += knowledge_argument_rows(merged)
        members += [
            {"knowledge_id": merged.knowledge_id, "article": article, "fact_id": fact_id}
            for wanted in merged.fact_ids
            for article, fact_id in by_id[wanted]
        ]
    insert_rows(connection, knowledge, rows)
    insert_rows(connection, knowledge_arguments, arguments)
    insert_rows(connection, knowledge_facts, members)
    drop_orphans(connection, named - {row["entity_id"] for row in arguments})
    return len(rows)


def _metas(connection: Connection, group: Collection[FactKey]) -> dict[str, Meta]:
    names = ("article", "published", "url", "source")
    query = select(*(articles.c[name] for name in names))
    told = {article for article, _ in group}
    return {
        row.article: Meta(row.published, row.url, row.source)
        for row in select_where(connection, query, articles.c.article, told)
    }


def _other_keys(connection: Connection, ids: Collection[str], done: Collection[str]) -> set[str]:
    query = select(knowledge.c.knowledge_key)
    return {row[0] for row in select_where(connection, query, knowledge.c.knowledge_id, ids)} - {
        *done
    }


def _named_entities(connection: Connection, keys: Collection[str]) -> set[str]:
    query = (
        select(knowledge_arguments.c.entity_id)
        .distinct()
        .join(knowledge, knowledge.c.knowledge_id == knowledge_arguments.c.knowledge_id)
        .where(knowledge_arguments.c.entity_id.is_not(None))
    )
    return {row[0] for row in select_where(connection, query, knowledge.c.knowledge_key, keys)}


def _load_groups(
    connection: Connection,
    keys: Collection[str],
    key_of: KeyOf,
    at_hand: Mapping[FactKey, Fact],
) -> tuple[dict[FactKey, Fact], dict[FactKey, str], set[str]]:
    group: dict[FactKey, Fact] = {}
    by_fact: dict[FactKey, str] = {}
    done: set[str] = set()
    wanted = set(keys)
    while wanted:
        moved: dict[FactKey, str] = {}
        done |= wanted
        for pair, fact, stored in _facts_of(connection, wanted, at_hand):
            key = key_of(fact)
            group[pair], by_fact[pair] = fact, key
            if key != stored:
                moved[pair] = key
        _move(connection, moved)
        wanted = set(moved.values()) - done
    return group, by_fact, done


def _facts_of(
    connection: Connection, keys: Collection[str], at_hand: Mapping[FactKey, Fact]
) -> list[tuple[FactKey, Fact, str]]:
    found: list[tuple[FactKey, Fact, str]] = []
    absent: dict[FactKey, str] = {}
    members = select(facts.c.article, facts.c.fact_id, facts.c.knowledge_key)
    for row in select_where(connection, members, facts.c.knowledge_key, keys):
        pair = (row.article, row.fact_id)
        if pair in at_hand:
            found.append((pair, at_hand[pair], row.knowledge_key))
        else:
            absent[pair] = row.knowledge_key
    records = select(facts.c.article, facts.c.fact_id, facts.c.record)
    for row in select_where(
        connection, records, facts.c.fact_id, {fact_id for _, fact_id in absent}
    ):
        pair = (row.article, row.fact_id)
        if pair in absent:
            found.append((pair, fact_from_record(row.record), absent[pair]))
    return found


def _move(connection: Connection, moved: Mapping[FactKey, str]) -> None:
    if moved:
        connection.execute(
            update(facts)
            .where(facts.c.article == bindparam("of"), facts.c.fact_id == bindparam("id"))
            .values(knowledge_key=bindparam("key")),
            [{"of": of, "id": id_, "key": key} for (of, id_), key in sorted(moved.items())],
        )
