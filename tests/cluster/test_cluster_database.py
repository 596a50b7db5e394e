"""What a job writes into PostgreSQL is what the single-machine sink writes.

Rows take the way of a job (staged, merged by groups, filled in by COPY, taken over), but for
Spark itself, which only moves them.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.cluster import tables, worker
from pipeline.cluster.database import copy_batches, target, write
from pipeline.cluster.staged import FOUND, NAMES, READ, REFUSED
from pipeline.errors import StoreError, UsageError
from pipeline.store.database.engine import connect
from pipeline.store.database.staging import arrow_schema, staging_name
from pipeline.store.database.url import resolve
from pipeline.store.parquet_file import to_table
from pipeline.store.records import article_record
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected
from tests.database.helpers import content, opening, press, query, retold, store

pytestmark = pytest.mark.server


def job(url: str, *results: Processed, twice: bool = False) -> None:
    """Write results as a job on a cluster does; ``twice``: as if each task had been retried."""
    found = [
        row | {"file": "f", "line": line}
        for line, item in enumerate(results)
        for row in worker.found_rows(item)
    ]
    facts = [row for row in found if row["relation"] not in (NAMES, REFUSED)]
    facts.sort(key=lambda row: row["key"])
    merged = list(worker.merge(batches(facts, FOUND), with_rows=True))
    read = []
    for item in results:
        published = item.article.published if isinstance(item.article, Article) else None
        read.append({"stage": None, **article_record(item.article), "published": published})
    articles = [row | {"article": row["article"]} for row in read]

    def fill(run: int) -> None:
        def copy(table: str, frame: list[pa.RecordBatch]) -> None:
            for _ in range(2 if twice else 1):
                rows = copy_batches(frame, url=where.url, table=staging_name(table, run))
                assert sum(batch["rows"][0].as_py() for batch in rows) == sum(map(len, frame))

        copy("articles", list(tables.article_rows(batches(articles, READ))))
        for table in ("mentions", "facts", "fact_arguments"):
            part = [row for row in found if (row["relation"] == NAMES) == (table == "mentions")]
            part = [row for row in part if row["relation"] != REFUSED]
            copy(table, list(tables.database_rows(batches(part, FOUND), table=table)))
        rest = [row for row in found if row["relation"] != REFUSED]
        named = [
            row
            for batch in tables.database_rows(batches(rest, FOUND), table="entities")
            for row in batch.to_pylist()
        ]
        named.sort(key=lambda row: (row["entity_id"], row["file"], row["line"], row["order"]))
        schema = arrow_schema("entities", place=True)
        copy("entities", list(tables.joined_entities(batches(named, schema))))
        for table in ("knowledge", "knowledge_arguments", "knowledge_facts"):
            copy(table, list(tables.knowledge_rows(merged, table=table)))

    where = target(url)
    write(where, fill, engine_version="v1", versions={}, refusals={}, notify=lambda _: None)


def batches(rows: list[dict[str, object]], schema: pa.Schema) -> list[pa.RecordBatch]:
    """Rows as two batches: no function may depend on where one ends."""
    table = to_table(rows, schema)
    half = table.num_rows // 2
    return [*table.slice(0, half).to_batches(), *table.slice(half).to_batches()]


def refused(article: str) -> Processed:
    """A refusal under an article's id."""
    return Processed(Rejected(article, "a.jsonl", "load", "no text field"))


def named(article: str, name: str) -> Processed:
    """An opening whose company has another name, but the same identity."""
    result = opening(article)
    company, *others = result.entities
    return replace(result, entities=(replace(company, name=name), *others))


RUNS = {
    "one run": [[press(), opening(), opening("a2", published="2024-11-01"), refused("r")]],
    "nothing": [[]],
    "the same again": [[press(), opening()], [press(), opening()]],
    "corrected": [
        [press(), opening(), opening("a2")],
        [opening("a2", "Veltria", "Lille"), opening("a1", verb="a ouvert")],
    ],
    "a new date": [[opening(), opening("a2")], [opening("a1", published="2025-01-01")]],
    "groups of both runs": [[opening(), press()], [opening("b1"), opening("b2", place="Brest")]],
    "no facts left": [[press(), opening()], [Processed(retold(press())), opening()]],
    "refused later": [[press(), opening()], [refused("p1")]],
    "read again later": [[refused("a1"), press()], [opening()]],
    "a fuller name": [[opening()], [named("a2", "Veltria Groupe")], [named("a3", "Vel")]],
}


@pytest.mark.parametrize("runs", RUNS.values(), ids=RUNS.keys())
@pytest.mark.parametrize("twice", [False, True], ids=["", "tasks retried"])
def test_a_job_leaves_what_the_sink_leaves(
    runs: list[list[Processed]], twice: bool, postgres: str, tmp_path: Path
) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    for results in runs:
        store(other, *results)
        job(postgres, *results, twice=twice)
        assert content(postgres, history=True) == content(other, history=True)


def test_jobs_and_the_sink_take_turns(postgres: str, tmp_path: Path) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    turns = [[opening(), press()], [opening("b1")], [opening("a1", place="Metz")], [opening("b2")]]
    for number, results in enumerate(turns):
        store(other, *results)
        (job if number % 2 else store)(postgres, *results)
    assert content(postgres, history=True) == content(other, history=True)


def test_facts_of_an_older_merge_key_move_without_being_removed(postgres: str) -> None:
    job(postgres, opening())
    query_ = "UPDATE {} SET knowledge_key = 'older' RETURNING 1"
    for table in ("facts", "knowledge"):
        change(postgres, query_.format(table))
    job(postgres, opening())
    assert query(postgres, "SELECT first_run, knowledge_key FROM facts") == [
        {"first_run": 1, "knowledge_key": "opens_office|org:veltria|geonames:lyon|office"}
    ]
    assert query(postgres, "SELECT 1 FROM removed_facts") == []
    keys = query(postgres, "SELECT knowledge_key FROM knowledge")
    assert keys == [{"knowledge_key": "opens_office|org:veltria|geonames:lyon|office"}]


def change(url: str, statement: str) -> None:
    """Run a statement that writes."""
    engine = connect(resolve(url))
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def test_of_an_article_read_and_refused_the_reading_counts(postgres: str) -> None:
    job(postgres, opening("a1"), refused("a1"))
    assert query(postgres, "SELECT article, status FROM articles") == [
        {"article": "a1", "status": "done"}
    ]
    assert len(query(postgres, "SELECT 1 FROM facts")) == 1


def test_runs_are_recorded_and_no_staging_table_stays(postgres: str) -> None:
    job(postgres, opening(), press())
    job(postgres, opening(verb="a ouvert"))
    runs = query(postgres, "SELECT run_id, ended, counts FROM runs ORDER BY run_id")
    assert all(first["run_id"] < second["run_id"] for first, second in pairwise(runs))
    assert [run["counts"]["articles"] for run in runs] == [2, 1]
    assert [run["counts"]["facts_added"] for run in runs] == [6, 1]
    assert all(run["ended"] is not None for run in runs)
    left = "SELECT tablename FROM pg_tables WHERE tablename LIKE 'load%%'"
    assert query(postgres, left) == []


def test_a_job_that_fails_while_filling_changes_nothing(postgres: str) -> None:
    job(postgres, opening())
    before = content(postgres, history=True)

    def fill(run: int) -> None:
        raise StoreError("a task failed")

    with pytest.raises(StoreError, match="a task failed"):
        write(
            *(target(postgres), fill),
            **{"engine_version": "v1", "versions": {}, "refusals": {}, "notify": lambda _: None},
        )
    assert content(postgres, history=True) == before
    assert query(postgres, "SELECT 1 FROM pg_tables WHERE tablename LIKE 'load%%'") == []


@pytest.mark.parametrize(
    ("text", "user", "query_"),
    [
        ("jdbc:postgresql://db.example/press?user=maud&ssl=true", "maud", {"ssl": "true"}),
        ("jdbc:postgresql://maud@db.example:5433/press", "maud", {}),
        ("postgresql+psycopg://maud@db.example/press", "maud", {}),
    ],
)
def test_urls(text: str, user: str, query_: dict[str, str]) -> None:
    where = target(text)
    assert where.jdbc == text.startswith("jdbc:")
    assert where.url.username == user
    assert where.url.query == query_
    assert where.label.startswith("postgresql://maud@db.example")


def test_a_password_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PW", "x&y")
    where = target("jdbc:postgresql://db.example/press?user=maud&password=${PW}")
    assert where.url.password == "x&y"
    assert "x&y" not in where.label


@pytest.mark.parametrize(
    "text",
    [
        "jdbc:postgresql://db.example/press?user=maud&password=secret",
        "sqlite:///facts.db",
        "jdbc:oracle:thin:@db.example",
    ],
)
def test_urls_that_are_refused(text: str) -> None:
    with pytest.raises(UsageError) as error:
        target(text)
    assert "secret" not in str(error.value)
