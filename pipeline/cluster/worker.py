"""What runs in the Python workers of the executors: Arrow batches in, Arrow batches out.

Nothing here imports Spark. The model is loaded once per process: by the daemon before it
forks its workers (:mod:`.daemon`), else by the first batch that a worker gets; Spark keeps
its workers from task to task.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pyarrow as pa

from pipeline.cluster.staged import FOUND, MERGED, NAMES, READ, REFUSED
from pipeline.config import Config
from pipeline.errors import ArticleError, ConfigError
from pipeline.load.inputs import Source, source_of
from pipeline.load.jsonl import read_line, read_record
from pipeline.load.loader import finish
from pipeline.load.options import LoadOptions
from pipeline.normalise.identity import Telling
from pipeline.normalise.merge import knowledge_key, merge_group
from pipeline.normalise.merge import source_of as voice_of
from pipeline.store.database.merging import article_id
from pipeline.store.parquet_file import knowledge_row, to_table
from pipeline.store.records import DONE, entity_record, fact_from_record, fact_record
from pipeline.store.sink import Processed
from pipeline.types import Article, Fact, Rejected

if TYPE_CHECKING:
    from pipeline.extractor import Extractor
    from pipeline.load.draft import Draft

Batches = Iterable[pa.RecordBatch]
Row = dict[str, Any]

#: Rows gathered before they are given back as one batch.
_PORTION = 256
#: From this attempt of a task on (0 is the first) each article is read in a process apart: what
#: killed the workers before may be an article, which is then refused by name.
_CAREFUL_FROM = 2
#: Matrices of this size gain nothing from threads, and two pools of them halve the speed.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@cache
def check_engine(config: Config, wanted: str) -> None:
    """Make sure that this executor has the same code, models and rules as the driver.

    Raises:
        ConfigError: it has others: half of the facts would be of another program.
    """
    from pipeline.version import engine_version

    found = engine_version(config)
    if found != wanted:
        raise ConfigError(
            f"an executor has engine {found}, the driver {wanted}: "
            "install the same depeche, models and rules on all machines"
        )


@lru_cache(maxsize=1)
def extractor(config: Config) -> Extractor:
    """The loaded pipeline of this process; the first call takes seconds."""
    for name in _ONE_THREAD:
        os.environ[name] = "1"
    # Imported here: after the line above, and not in workers that only read or write.
    from pipeline.extractor import Extractor

    return Extractor(config)


def read_lines(
    batches: Batches, *, starts: Mapping[tuple[str, int], int], options: LoadOptions
) -> Iterator[pa.RecordBatch]:
    """Lines of files -> ``READ``.

    Columns in: ``value`` (bytes), ``path``, ``block`` (offset of the stretch of the file that
    the line is in). ``starts`` gives the number of the lines before that stretch.
    """

    def rows() -> Iterator[Row]:
        numbers = dict(starts)
        for batch in batches:
            for value, path, block in _columns(batch, "value", "path", "block"):
                number = numbers[path, block] = numbers[path, block] + 1
                if len(value) > options.max_bytes:
                    value = None
                elif not value.strip():
                    continue
                draft = read_line(value, number, _source(path), options)
                yield _read(draft, path, number, options)

    yield from _batches(rows(), READ)


def read_records(batches: Batches, *, options: LoadOptions) -> Iterator[pa.RecordBatch]:
    """Rows of Parquet files -> ``READ``; columns in: those of the record, ``path``, ``row``."""

    def rows() -> Iterator[Row]:
        for batch in batches:
            for record in batch.to_pylist():
                path, number = record.pop("path"), record.pop("row") + 1
                source = _source(path)
                draft = read_record(record, f"{source.id}-{number}", source, options)
                yield _read(draft, path, number, options)

    yield from _batches(rows(), READ)


def extract(
    batches: Batches, *, config: Config, engine: str, attempt: int = 0
) -> Iterator[pa.RecordBatch]:
    """Articles of ``READ`` -> ``FOUND``; ``attempt`` counts the tries of this task from 0.

    Raises:
        ConfigError: ``engine`` is not the version of this process's engine.
    """
    check_engine(config, engine)
    places: dict[str, tuple[str, int]] = {}

    def articles() -> Iterator[Article]:
        for batch in batches:
            for row in batch.to_pylist():
                places[row["article"]] = row["file"], row["line"]
                yield _article(row)

    def results() -> Iterator[Processed]:
        if attempt < _CAREFUL_FROM:
            return extractor(config).process(articles())
        from pipeline.workers import process

        # Two: with one, articles would be read in this very process.
        return process(articles(), extractor(config), workers=2, batch=config.batch)

    def rows() -> Iterator[Row]:
        for item in results():
            file, line = places.pop(article_id(item.article))
            for row in found_rows(item):
                yield row | {"file": file, "line": line}

    yield from _batches(rows(), FOUND)


def merge(batches: Batches, *, with_rows: bool) -> Iterator[pa.RecordBatch]:
    """Facts of ``FOUND``, sorted by ``key`` -> ``MERGED``, knowledge of denied facts included.

    One group is held in memory at a time. ``with_rows`` adds the rows of a database.
    """

    def rows() -> Iterator[Row]:
        told = (row for batch in batches for row in batch.to_pylist())
        for group, members in groupby(told, key=itemgetter("key")):
            tellings = [_telling(row) for row in members]
            # The group by the facts themselves: as a column it has lost its half characters.
            name = knowledge_key(tellings[0].fact)
            articles: dict[str, list[str]] = {}
            for one in tellings:
                articles.setdefault(one.fact.fact_id, []).append(one.fact.article)
            for merged in merge_group(name, tellings, include_denied=True):
                row = knowledge_row(merged) | {"key": group, "rows": None}
                if with_rows:
                    from pipeline.cluster.tables import rows_of_knowledge

                    row["rows"] = rows_of_knowledge(merged, group, articles)
                yield row

    yield from _batches(rows(), MERGED)


def fact_of(row: Mapping[str, Any]) -> Fact:
    """The fact of a row of ``FOUND``."""
    return fact_from_record(json.loads(row["record"]))


def _read(draft: Draft | Rejected, path: str, line: int, options: LoadOptions) -> Row:
    if not isinstance(draft, Rejected):
        try:
            article = finish(draft, options)
        except ArticleError as error:
            draft = Rejected(draft.id, draft.source, "load", error.reason)
        else:
            return {
                "file": order_of(path),
                "line": line,
                "article": article.id,
                "source": article.source,
                "title": article.title,
                "url": article.url,
                "published": article.published,
                "language": article.language,
                "sha256": article.sha256,
                "text": article.text,
                "note": article.note,
                "status": DONE,
            }
    return {
        "file": order_of(path),
        "line": line,
        "article": draft.article,
        "source": draft.source,
        "status": draft.reason,
        "stage": draft.stage,
    }


def _article(row: Mapping[str, Any]) -> Article:
    return Article(
        id=row["article"],
        source=row["source"],
        text=row["text"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        language=row["language"],
        sha256=row["sha256"],
        note=row["note"],
    )


def found_rows(item: Processed) -> Iterator[Row]:
    """What was found in one article as rows of ``FOUND``, without its place in the input."""
    article = item.article
    if isinstance(article, Rejected):
        record = {"status": article.reason, "stage": article.stage}
        yield {"article": article.article, "relation": REFUSED, "record": json.dumps(record)}
        return
    names = [entity_record(mention) for mention in item.entities]
    yield {"article": article.id, "relation": NAMES, "record": json.dumps(names)}
    # Of one fact found twice a database keeps the surest telling.
    chosen = {f.fact_id: f for f in sorted(item.facts, key=lambda f: (f.confidence, f.rule))}
    told = {"published": article.published, "url": article.url, "voice": voice_of(article)}
    for fact in item.facts:
        yield {
            "article": fact.article,
            "relation": fact.relation,
            "record": json.dumps(fact_record(fact)),
            "key": knowledge_key(fact),
            "chosen": chosen[fact.fact_id] is fact,
        } | told


def _telling(row: Mapping[str, Any]) -> Telling:
    return Telling(fact_of(row), row["published"], row["voice"])


def _batches(rows: Iterator[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    held: list[Row] = []
    for row in rows:
        held.append(row)
        if len(held) == _PORTION:
            yield from to_table(held, schema).to_batches()
            held = []
    # An empty batch, too: a partition without rows has its columns all the same.
    yield from to_table(held, schema).to_batches() if held else [_empty(schema)]


def _empty(schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([], schema=schema)


def _columns(batch: pa.RecordBatch, *names: str) -> Iterator[tuple[Any, ...]]:
    return zip(*(batch.column(name).to_pylist() for name in names), strict=True)


@cache
def _source(path: str) -> Source:
    name = _plain(path)
    return replace(source_of(Path(PurePosixPath(name).name)), name=name)


@cache
def order_of(path: str) -> str:
    """The path, such that files sort as :func:`pipeline.load.load` reads them: by folder."""
    return _plain(path).replace("/", "\0")


def _plain(path: str) -> str:
    # Spark escapes what a URI cannot hold; a local path is called as the local run calls it.
    name = unquote(path)
    return name.removeprefix("file:").replace("///", "/") if name.startswith("file:") else name
