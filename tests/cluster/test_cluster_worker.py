"""What executors run, without Spark: batches in, batches out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pytest

from pipeline.cluster import session, worker
from pipeline.cluster.daemon import settings
from pipeline.cluster.staged import FOUND, NAMES, READ, REFUSED
from pipeline.config import Config
from pipeline.errors import ConfigError, UsageError
from pipeline.load import LoadOptions
from pipeline.normalise.merge import merge
from pipeline.store.parquet_file import knowledge_row, to_table
from pipeline.store.parquet_schema import knowledge_schema
from pipeline.store.sink import Processed
from pipeline.types import Article
from pipeline.version import engine_version
from tests.builders import an_article
from tests.database.helpers import opening, press

LINES = pa.schema([("value", pa.binary()), ("path", pa.string()), ("block", pa.int64())])


def read(*stretches: tuple[int, list[bytes]], starts: dict[int, int]) -> list[dict[str, Any]]:
    """The rows of ``READ`` that stretches of one file give: offset and lines of each."""
    rows = [
        {"value": line, "path": "file:///press/a%20b.jsonl", "block": block}
        for block, lines in stretches
        for line in lines
    ]
    counted = {("file:///press/a%20b.jsonl", block): start for block, start in starts.items()}
    batches = to_table(rows, LINES).to_batches(max_chunksize=2)
    found = worker.read_lines(batches, starts=counted, options=LoadOptions(max_bytes=200))
    return [row for batch in found for row in batch.to_pylist()]


def test_lines_are_numbered_through_the_file_and_blank_ones_count() -> None:
    first = [b'{"text": "Norlys ouvre un bureau."}', b"", b"{"]
    rows = read((0, first), (90, [b"x" * 201, b'{"text": " "}']), starts={0: 0, 90: 3})
    told = [(row["line"], row["article"], row["status"]) for row in rows]
    assert told == [
        (1, "a b-1", "done"),
        (3, "a b-3", "invalid JSON on line 3"),
        (4, "a b-4", "too large (over 200 bytes)"),
        (5, "a b-5", "empty"),
    ]
    assert {row["source"] for row in rows} == {"/press/a b.jsonl"}


def test_the_order_of_files_is_that_of_folders() -> None:
    paths = ["file:/in/a.jsonl", "file:/in/a/z.jsonl", "file:/in/a%20b.jsonl", "file:/in/b.jsonl"]
    names = sorted(worker.order_of(path) for path in paths)
    # As the loader walks: by name in each folder, and "a" comes before "a b.jsonl".
    assert [name.replace("\0", "/") for name in names] == [
        "/in/a/z.jsonl",
        "/in/a b.jsonl",
        "/in/a.jsonl",
        "/in/b.jsonl",
    ]


@pytest.mark.parametrize("portion", [1, 2, 1000])
def test_merge_by_sorted_groups_is_the_merge(portion: int) -> None:
    results = [
        opening("a1"),
        opening("a2", published="2024-12-01", verb="a ouvert"),
        press(),
        opening("a3", "Kalio", "Brest", published=None, url="https://www.presse.example/3"),
        press("p2"),
    ]
    facts = [
        row | {"file": "f", "line": 1}
        for item in results
        for row in worker.found_rows(item)
        if row["relation"] not in (NAMES, REFUSED)
    ]
    facts.sort(key=lambda row: row["key"])
    batches = to_table(facts, FOUND).to_batches(max_chunksize=portion)
    rows = [row for batch in worker.merge(batches, with_rows=False) for row in batch.to_pylist()]
    articles = {item.article.id: item.article for item in results if _read(item)}
    wanted = merge([fact for item in results for fact in item.facts], articles, include_denied=True)
    assert len(wanted) >= 6
    table = to_table([knowledge_row(row) for row in wanted], knowledge_schema())
    own = to_table(rows, knowledge_schema())
    assert sorted(map(repr, own.to_pylist())) == sorted(map(repr, table.to_pylist()))


def _read(item: Processed) -> bool:
    return isinstance(item.article, Article)


class Fragile:
    """An extractor that dies of one article, as a library's crash would have it."""

    def process(self, articles: Iterable[Article]) -> Iterator[Processed]:
        for article in articles:
            if "mortel" in article.text:
                os._exit(17)
            yield Processed(article)


def test_an_article_that_kills_its_workers_is_refused_at_the_third_try(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(worker, "extractor", lambda config: Fragile())
    rows = []
    for number, text in enumerate(("Un texte.", "Un texte mortel.", "Un autre.")):
        article = an_article(text, id=f"a{number}")
        row = dict.fromkeys(READ.names) | {"file": "f", "line": number, "article": article.id}
        rows.append(row | {"source": "f", "text": text, "sha256": article.sha256})
    config = Config(batch=2)
    found = worker.extract(
        to_table(rows, READ).to_batches(),
        config=config,
        engine=engine_version(config),
        attempt=2,
    )
    told = [
        (row["line"], row["article"], row["relation"], row["record"])
        for batch in found
        for row in batch.to_pylist()
    ]
    reason = '{"status": "killed its worker process", "stage": "annotate"}'
    assert told == [
        (0, "a0", NAMES, "[]"),
        (1, "a1", REFUSED, reason),
        (2, "a2", NAMES, "[]"),
    ]


def test_an_executor_of_another_version_is_refused() -> None:
    with pytest.raises(ConfigError, match="install the same depeche"):
        list(worker.extract([], config=Config(), engine="0" * 16))


def test_an_empty_partition_has_its_columns() -> None:
    config = Config(min_confidence=0.5)
    (batch,) = worker.extract([], config=config, engine=engine_version(config))
    assert batch.schema == FOUND
    assert batch.num_rows == 0


def test_what_spark_lacks_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(UsageError, match="Java 17"), session.session(Config()):
        pass


def test_the_daemon_gets_the_configuration_as_plain_text() -> None:
    assert settings(Config(min_confidence=0.25)).isascii()
