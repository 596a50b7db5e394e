"""One batch in one transaction: what is stored is read, and only the difference written.

So the same batch twice changes nothing, and a corrected article replaces its facts and only
its facts. The caller holds the writer's lock (:func:`.engine.writing`): between reading and
writing nobody else writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, tuple_, update
from sqlalchemy import delete as delete_from

from pipeline.store.database.bulk import chunks, delete_where, insert_rows, select_where
from pipeline.store.database.entities import drop_orphans, upsert_entities
from pipeline.store.database.knowledge import FactKey, mark, recompute
from pipeline.store.database.lines import storable
from pipeline.store.database.merging import KeyOf, Merge, article_id
from pipeline.store.database.rows import (
    Row,
    argument_rows,
    article_row,
    fact_row,
    mention_rows,
    refused_row,
)
from pipeline.store.database.schema import (
    articles,
    fact_arguments,
    facts,
    mentions,
    removed_facts,
)
from pipeline.store.database.written import Written
from pipeline.store.sink import Processed
from pipeline.types import Article, Fact, Rejected

#: Columns of an article that a merge depends on.
_MERGED = ("published", "url", "source")
#: Columns that say when a row was written, not what it holds.
_WHEN = ("run_id", "updated")


@dataclass(slots=True)
class _Batch:
    """A batch beside what is stored of its articles."""

    results: dict[str, Processed]
    stored: dict[str, Row]
    touched: set[str] = field(default_factory=set)
    """Merge keys to recompute."""
    loose: set[str] = field(default_factory=set)
    """Entities that may have lost their last mention."""
    facts: dict[FactKey, Fact] = field(default_factory=dict)


def write_batch(
    connection: Connection,
    results: Iterable[Processed],
    *,
    engine_version: str,
    run_id: int,
    merge: Merge,
    key_of: KeyOf,
    settle: bool = True,
    extracted: datetime | None = None,
) -> Written:
    """Make the database say of these articles what ``results`` says, and nothing else.

    ``extracted`` is when a spooled batch should have been written: articles that the
    database has from later are left alone. Of an article given twice the last counts.
    Without ``settle`` the touched groups are only marked for :func:`.knowledge.settle`.
    """
    wanted = {article_id(result.article): result for result in map(storable, results)}
    stored = _stored_articles(connection, wanted)
    outdated = {
        article
        for article, row in stored.items()
        if extracted is not None and row["updated"] is not None and row["updated"] > extracted
    }
    batch = _Batch(
        {article: result for article, result in wanted.items() if article not in outdated},
        {article: row for article, row in stored.items() if article not in outdated},
    )
    upsert_entities(connection, batch.results.values())
    changed = _write_articles(connection, batch, engine_version, run_id)
    touched_mentions = _write_mentions(connection, batch)
    added, removed, touched_facts = _write_facts(connection, batch, run_id, key_of)
    count = 0
    if settle:
        count = recompute(
            connection, batch.touched, merge=merge, key_of=key_of, at_hand=batch.facts
        )
    else:
        mark(connection, batch.touched)
    drop_orphans(connection, batch.loose)
    touched = changed | touched_mentions | touched_facts
    return Written(
        articles=len(touched),
        unchanged=len(batch.results) - len(touched),
        facts_added=added,
        facts_removed=removed,
        knowledge=count,
        outdated=len(outdated),
    )


def forget_article(connection: Connection, article: str, *, merge: Merge, key_of: KeyOf) -> bool:
    """Delete an article with all that came from it, history included; tell if it was there."""
    if article not in _stored_articles(connection, [article]):
        return False
    keys = set(connection.scalars(select(facts.c.knowledge_key).where(facts.c.article == article)))
    loose = {
        entity_id
        for table in (mentions, fact_arguments)
        for entity_id in connection.scalars(
            select(table.c.entity_id).where(table.c.article == article)
        )
        if entity_id is not None
    }
    delete_where(connection, articles.c.article, [article])
    recompute(connection, keys, merge=merge, key_of=key_of)
    drop_orphans(connection, loose)
    return True


def _stored_articles(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    query = select(articles)
    found = select_where(connection, query, articles.c.article, set(ids))
    return {row.article: dict(row._mapping) for row in found}


def _write_articles(
    connection: Connection, batch: _Batch, engine_version: str, run_id: int
) -> set[str]:
    now = datetime.now(UTC)
    new, changed = [], []
    for article, result in batch.results.items():
        former = batch.stored.get(article)
        row = _article_row(
            result.article, former, engine_version=engine_version, run_id=run_id, updated=now
        )
        if former is None:
            new.append(row)
        elif any(row[name] != former[name] for name in row if name not in _WHEN):
            changed.append(row)
            if any(row[name] != former[name] for name in _MERGED):
                # Dates and sources of all its facts in the histories are other ones now.
                batch.touched |= set(
                    connection.scalars(
                        select(facts.c.knowledge_key).where(facts.c.article == article)
                    )
                )
    insert_rows(connection, articles, new)
    if changed:
        names = [name for name in changed[0] if name != "article"]
        connection.execute(
            update(articles)
            .where(articles.c.article == bindparam("of"))
            .values({name: bindparam(f"new_{name}") for name in names}),
            [
                {"of": row["article"], **{f"new_{name}": row[name] for name in names}}
                for row in changed
            ],
        )
    return {row["article"] for row in (*new, *changed)}


def _article_row(article: Article | Rejected, former: Row | None, **when: Any) -> Row:
    if isinstance(article, Rejected):
        return refused_row(article, former, **when)
    row = article_row(article, **when)
    if not article.sha256 and former is not None:
        # Facts that came without their articles: what is known of the article stays.
        return former | {name: row[name] for name in ("status", "stage", *when)}
    return row


def _write_mentions(connection: Connection, batch: _Batch) -> set[str]:
    names = [column.name for column in mentions.c]
    stored: dict[str, set[tuple[Any, ...]]] = {}
    for row in select_where(connection, select(mentions), mentions.c.article, batch.stored.keys()):
        stored.setdefault(row.article, set()).add(tuple(row))
    fresh, outdated = [], []
    for article, result in batch.results.items():
        rows = mention_rows(result.entities)
        told = {tuple(row[name] for name in names) for row in rows}
        former = stored.get(article, set())
        if told == former:
            continue
        fresh += rows
        if former:
            outdated.append(article)
            position = names.index("entity_id")
            batch.loose |= {values[position] for values in former - told} - {None}
    delete_where(connection, mentions.c.article, outdated)
    insert_rows(connection, mentions, fresh)
    return {row["article"] for row in fresh} | set(outdated)


def _write_facts(
    connection: Connection, batch: _Batch, run_id: int, key_of: KeyOf
) -> tuple[int, int, set[str]]:
    fresh: dict[FactKey, Row] = {}
    for result in batch.results.values():
        # Of one fact found twice the surest telling counts.
        for fact in sorted(result.facts, key=lambda fact: (fact.confidence, fact.rule)):
            pair = (fact.article, fact.fact_id)
            batch.facts[pair] = fact
            fresh[pair] = fact_row(fact, key=key_of(fact), run_id=run_id)
    stored = {
        (row.article, row.fact_id): row
        for row in select_where(
            connection,
            select(
                *(facts.c.article, facts.c.fact_id, facts.c.record),
                *(facts.c.knowledge_key, facts.c.first_run),
            ),
            facts.c.article,
            batch.stored.keys(),
        )
    }
    gone = {pair: row for pair, row in stored.items() if _differs(row, fresh.get(pair))}
    # The program merges it in another group now, but the fact itself is the same.
    moved = {pair for pair in gone if pair in fresh and fresh[pair]["record"] == gone[pair].record}
    for pair in moved:
        fresh[pair]["first_run"] = gone[pair].first_run
    added = [row for pair, row in sorted(fresh.items()) if pair not in stored or pair in gone]
    for row in gone.values():
        batch.touched.add(row.knowledge_key)
        batch.loose |= _entity_ids(row.record)
    batch.touched |= {row["knowledge_key"] for row in added}
    insert_rows(
        connection,
        removed_facts,
        [
            {
                "article": row.article,
                "fact_id": row.fact_id,
                "record": row.record,
                "first_run": row.first_run,
                "removed_run": run_id,
            }
            for pair, row in sorted(gone.items())
            # What one run wrote and replaced itself was never the end of a run.
            if pair not in moved and row.first_run != run_id
        ],
    )
    for part in chunks(gone.keys()):
        connection.execute(
            delete_from(facts).where(tuple_(facts.c.article, facts.c.fact_id).in_(part))
        )
    insert_rows(connection, facts, added)
    insert_rows(
        connection,
        fact_arguments,
        [
            row
            for new in added
            for row in argument_rows(batch.facts[new["article"], new["fact_id"]])
        ],
    )
    touched = {article for article, _ in gone} | {row["article"] for row in added}
    return len(added), len(gone), touched


def _differs(stored: Any, fresh: Row | None) -> bool:
    return (
        fresh is None
        or stored.record != fresh["record"]
        or stored.knowledge_key != fresh["knowledge_key"]
    )


def _entity_ids(record: dict[str, Any]) -> set[str]:
    entities: Sequence[Any] = [
        entity
        for value in record["arguments"].values()
        for entity in (value if isinstance(value, list) else [value])
    ]
    return {entity["entity_id"] for entity in entities if entity and entity["entity_id"]}
