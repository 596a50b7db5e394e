"""The table of runs, and what the database said at the end of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, union_all, update

from pipeline.errors import UsageError
from pipeline.store.database.schema import facts, removed_facts, runs
from pipeline.store.database.url import scrub


def insert_run(connection: Connection, versions: Mapping[str, Any], started: datetime) -> int:
    """Record that a run began, and return its id; ids grow with time."""
    statement = insert(runs).values(started=started, versions=_scrubbed(versions))
    return int(connection.execute(statement.returning(runs.c.run_id)).scalar_one())


def finish_run(
    connection: Connection,
    run_id: int,
    *,
    started: datetime,
    counts: Mapping[str, int],
    refusals: Mapping[str, int],
) -> None:
    """Record how a run ended: ``refusals`` counts articles by reason."""
    ended = datetime.now(UTC)
    connection.execute(
        update(runs)
        .where(runs.c.run_id == run_id)
        .values(
            ended=ended,
            seconds=(ended - started).total_seconds(),
            counts=dict(counts),
            refusals=_scrubbed(refusals),
        )
    )


def records_of_run(engine: Engine, run_id: int) -> Iterator[dict[str, Any]]:
    """Yield the records of all facts that the database held at the end of a run.

    Of two runs that overlapped in time, each shows what the other wrote by the order of
    their ids.

    Raises:
        UsageError: there is no such run.
    """
    with engine.connect() as connection:
        if connection.scalar(select(runs.c.run_id).where(runs.c.run_id == run_id)) is None:
            raise UsageError(f"no run {run_id} in the database")
        there = select(facts.c.record).where(facts.c.first_run <= run_id)
        gone = select(removed_facts.c.record).where(
            removed_facts.c.first_run <= run_id, removed_facts.c.removed_run > run_id
        )
        yield from connection.scalars(union_all(there, gone))


def current_records(engine: Engine) -> Iterator[dict[str, Any]]:
    """Yield the records of all facts that the database holds now."""
    with engine.connect() as connection:
        yield from connection.scalars(select(facts.c.record))


def _scrubbed(value: Any) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, Mapping):
        return {_scrubbed(name): _scrubbed(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_scrubbed(item) for item in value]
    return value
