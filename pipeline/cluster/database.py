"""A job's results into PostgreSQL: by JDBC where a driver is given, else by COPY.

Tasks fill tables beside the real ones, in their own transactions; the driver then takes all
of it over in one (:mod:`pipeline.store.database.staging`). Until then readers see nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import pyarrow as pa
from sqlalchemy.engine import URL

from pipeline.cluster import tables
from pipeline.cluster.spark import arrow_map
from pipeline.cluster.staged import NAMES, REFUSED
from pipeline.errors import StoreError, UsageError
from pipeline.normalise.merge import knowledge_key
from pipeline.normalise.merge import merge as merge_facts
from pipeline.store.database.knowledge import settle
from pipeline.store.database.lines import storable_text
from pipeline.store.database.link import Link
from pipeline.store.database.retry import ONCE, Retry
from pipeline.store.database.runs import finish_run, insert_run
from pipeline.store.database.staging import (
    arrow_schema,
    drop_tables,
    make_tables,
    staging_name,
    take_over,
)
from pipeline.store.database.url import label, resolve
from pipeline.store.database.written import Written
from pipeline.types import Fact

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_JDBC = "jdbc:"
_DRIVER = "org.postgresql.Driver"
#: Groups merged in one transaction, as the single-machine sink does.
_GROUPS = 2000
_COUNT = pa.schema([("rows", pa.int64())])


@dataclass(frozen=True, slots=True)
class Target:
    """A database, and by what way its tables are filled."""

    url: URL
    jdbc: bool
    connections: int = 8
    """Tasks that write at once."""

    @property
    def label(self) -> str:
        """Its name in messages, without a password."""
        return label(self.url)


def target(db: str, *, connections: int = 8) -> Target:
    """Read ``--db``: ``jdbc:postgresql://…`` or a URL of :mod:`pipeline.store.database.url`.

    Raises:
        UsageError: not a PostgreSQL database, or a password written out.
    """
    jdbc = db.startswith(_JDBC)
    url = resolve(_authority_first(db.removeprefix(_JDBC)) if jdbc else db)
    if url.get_backend_name() != "postgresql":
        raise UsageError("depeche spark writes to PostgreSQL alone: SQLite has one writer")
    return Target(url, jdbc, connections)


def _authority_first(text: str) -> str:
    """Move ``user`` and ``password``, options in a JDBC URL, to where other URLs have them."""
    base, _, query = text.partition("?")
    options = dict(part.partition("=")[::2] for part in query.split("&") if part)
    user, password = options.pop("user", None), options.pop("password", None)
    if user is not None:
        scheme, _, rest = base.partition("://")
        secret = "" if password is None else f":{password}"
        base = f"{scheme}://{user}{secret}@{rest}"
    elif password is not None:
        raise UsageError("the JDBC URL has a password but no user")
    left = "&".join(f"{name}={value}" for name, value in options.items())
    return f"{base}?{left}" if left else base


def write(
    where: Target,
    fill: Callable[[int], None],
    *,
    engine_version: str,
    versions: Mapping[str, Any],
    refusals: Mapping[str, int],
    notify: Callable[[str], None],
) -> Written:
    """Make the database say of these articles what a job found.

    ``fill`` writes the rows into the tables of the run whose id it is given.

    Raises:
        StoreError: the database cannot be reached or written.
    """
    link = Link(where.url, retry=Retry(), notify=notify)
    started = datetime.now(UTC)
    try:
        link.prepare()
        run = link.write(lambda c: insert_run(c, {**versions, "engine": engine_version}, started))
        link.write(lambda c: make_tables(c, run))
        try:
            fill(run)
            written = link.write(lambda c: take_over(c, run, engine_version))
        except BaseException:
            link.write(lambda c: drop_tables(c, run))
            raise
        more = True
        while more:
            count, more = link.write(
                lambda c: settle(c, merge=merge_facts, key_of=_key, limit=_GROUPS)
            )
            written += Written(knowledge=count)
        counts = {name: getattr(written, name) for name in Written.__slots__}
        link.write(lambda c: finish_run(c, run, started=started, counts=counts, refusals=refusals))
        return written
    finally:
        link.close()


def check(where: Target, spark: SparkSession, notify: Callable[[str], None]) -> None:
    """Make sure, before hours of work, that the database can be reached and written.

    Raises:
        UsageError: a JDBC URL without a driver.
        StoreError: it cannot be reached, or is not ours.
    """
    from py4j.protocol import Py4JJavaError

    link = Link(where.url, retry=ONCE, notify=notify)
    try:
        link.prepare()
    finally:
        link.close()
    if where.jdbc:
        jvm: Any = spark._jvm
        try:
            jvm.java.lang.Thread.currentThread().getContextClassLoader().loadClass(_DRIVER)
        except Py4JJavaError:
            raise UsageError(
                "a JDBC URL needs PostgreSQL's driver: give its file with --jars, "
                "or write postgresql:// instead of jdbc:postgresql://"
            ) from None


def fill_from_spark(
    where: Target, run: int, *, articles: DataFrame, found: DataFrame, merged: DataFrame
) -> None:
    """Write a job's tables into those of a run.

    Raises:
        StoreError: the database refuses.
    """
    for table, frame in _frames(articles, found, merged):
        _fill(where, staging_name(table, run), frame)


def _frames(
    articles: DataFrame, found: DataFrame, merged: DataFrame
) -> Iterator[tuple[str, DataFrame]]:
    from pyspark.sql import functions as f

    yield "articles", arrow_map(articles, tables.article_rows, arrow_schema("articles"))
    facts = found.where(~f.col("relation").isin(NAMES, REFUSED))
    names = found.where(f.col("relation") == NAMES)
    for table, source in (("mentions", names), ("facts", facts), ("fact_arguments", facts)):
        step = partial(tables.database_rows, table=table)
        yield table, arrow_map(source, step, arrow_schema(table))
    told = arrow_map(
        found.where(f.col("relation") != REFUSED),
        partial(tables.database_rows, table="entities"),
        arrow_schema("entities", place=True),
    )
    sorted_ = told.repartition("entity_id").sortWithinPartitions(
        "entity_id", "file", "line", "order"
    )
    yield "entities", arrow_map(sorted_, tables.joined_entities, arrow_schema("entities"))
    for table in ("knowledge", "knowledge_arguments", "knowledge_facts"):
        step = partial(tables.knowledge_rows, table=table)
        yield table, arrow_map(merged, step, arrow_schema(table))


def _fill(where: Target, table: str, frame: DataFrame) -> None:
    part = frame.coalesce(where.connections)
    if where.jdbc:
        _by_jdbc(where, table, part)
    else:
        # Counted, not kept: the rows are in the database when the count is here.
        arrow_map(part, partial(copy_batches, url=where.url, table=table), _COUNT).agg(
            {"rows": "sum"}
        ).collect()


def _by_jdbc(where: Target, table: str, frame: DataFrame) -> None:
    from py4j.protocol import Py4JJavaError

    url = where.url
    host = f"[{url.host}]" if url.host and ":" in url.host else url.host or "localhost"
    writer = (
        frame.write.format("jdbc")
        .option("url", f"jdbc:postgresql://{host}:{url.port or 5432}/{url.database}")
        .option("dbtable", table)
        .option("driver", _DRIVER)
        .option("batchsize", "5000")
        # Strings become JSON where the column is JSON; batches become statements of many rows.
        .option("stringtype", "unspecified")
        .option("reWriteBatchedInserts", "true")
        .option("ApplicationName", "depeche")
    )
    # As options of the connection, which Spark redacts, and not in the URL, which it logs.
    for name, value in (("user", url.username), ("password", url.password), *url.query.items()):
        if value is not None:
            writer = writer.option(name, str(value))
    try:
        writer.mode("append").save()
    except Py4JJavaError as error:
        message = str(error.java_exception.getMessage()).strip().splitlines()[0]
        raise StoreError(f"{where.label}: {message}") from None


def copy_batches(
    batches: Iterable[pa.RecordBatch], *, url: URL, table: str
) -> Iterator[pa.RecordBatch]:
    """Write batches by COPY in one transaction, and give their number of rows (on executors)."""
    from pipeline.store.database.engine import connect

    count = 0
    engine = connect(url)
    try:
        with engine.begin() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            for batch in batches:
                columns = ", ".join(f'"{name}"' for name in batch.schema.names)
                statement = f"COPY {table} ({columns}) FROM STDIN"
                with raw.cursor() as cursor, cursor.copy(statement) as copy:
                    for row in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                        copy.write_row(row)
                count += batch.num_rows
    finally:
        engine.dispose()
    yield pa.RecordBatch.from_pylist([{"rows": count}], schema=_COUNT)


def _key(fact: Fact) -> str:
    return storable_text(knowledge_key(fact))
