"""The map of a job on a cluster: read, number, extract, merge, write.

Each step ends in a table of the staging folder inside the output. A job that was killed goes
on with the first step that is not whole there, as long as engine, options and input are the
same; an executor that dies has its tasks done again by the others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from pipeline.cluster import tables, worker
from pipeline.cluster.numbering import numbered
from pipeline.cluster.source import FORMATS, read
from pipeline.cluster.spark import arrow_map, careful
from pipeline.cluster.staged import FOUND, MERGED, NAMES, REFUSED
from pipeline.cluster.storage import Storage
from pipeline.config import Config
from pipeline.errors import StoreError, UsageError
from pipeline.load.options import LoadOptions
from pipeline.store.parquet_schema import ARTICLES, ENTITIES, fact_schema, knowledge_schema
from pipeline.store.records import DONE
from pipeline.types import RELATIONS
from pipeline.version import engine_version

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from pipeline.cluster.database import Target

#: Articles of one task: a minute of work, so that a lost executor costs no more.
_PER_TASK = 2000
#: Tasks per core at least, so that no core waits long for the last one.
_PER_CORE = 3
_STAGING = "_staging"
_MANIFEST = "run.json"
_TABLES = "parquet"


@dataclass(slots=True)
class ClusterReport:
    """What a job did."""

    out: str = ""
    articles: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    """Articles left out, by reason; of duplicates the reason names no article."""
    facts: dict[str, int] = field(default_factory=dict)
    """By relation, denied ones included."""
    knowledge: int = 0
    noted: int = 0
    """Articles that were read though something about their metadata is wrong."""
    seconds: dict[str, float] = field(default_factory=dict)
    """By step; a step that a former job had finished takes next to none."""
    database: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What to do: ``partitions`` None is found from the number of articles and cores."""

    source: str
    out: str
    config: Config
    options: LoadOptions
    kind: str = "auto"
    partitions: int | None = None
    overwrite: bool = False
    target: Target | None = None


def run(spark: SparkSession, job: Job, notify: Callable[[str], None]) -> ClusterReport:
    """Run a job; ``notify`` is told of each step.

    Raises:
        UsageError: no such input, an unknown format, or an output that is there already.
        ConfigError, RuleError: the configuration or a rule cannot be used.
        StoreError: a step failed, or the output or the database cannot be written.
    """
    if job.kind not in FORMATS:
        raise UsageError(f"unknown format {job.kind!r}; known are {', '.join(FORMATS)}")
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        return _Run(spark, job, notify).run()
    except (PySparkException, Py4JError) as error:
        raise StoreError(_said(error)) from error


class _Run:
    def __init__(self, spark: SparkSession, job: Job, notify: Callable[[str], None]) -> None:
        self._spark, self._job, self._notify = spark, job, notify
        self._storage = Storage(spark)
        self._out = job.out.rstrip("/")
        self._staging = f"{self._out}/{_STAGING}"
        self._engine = engine_version(job.config)
        self._report = ClusterReport(out=self._out)

    def run(self) -> ClusterReport:
        if self._job.target is not None:
            from pipeline.cluster.database import check

            check(self._job.target, self._spark, self._notify)
        self._open()
        articles = self._step("read", self._read)
        numbered_ = self._step("number", lambda: numbered(articles))
        found = self._step("extract", lambda: self._extract(numbered_), by="relation")
        merged = self._step("merge", lambda: self._merge(found))
        final = _final(numbered_, found)
        self._timed("write", lambda: self._write(final, found, merged))
        self._count(final, numbered_, found)
        if self._job.target is not None:
            self._timed("database", lambda: self._fill(final, found, merged))
        self._storage.write_text(f"{self._out}/{_MANIFEST}", self._summary())
        self._storage.remove(self._staging)
        return self._report

    def _open(self) -> None:
        """Make way for the output; keep what a killed job of the same kind has staged."""
        manifest = f"{self._staging}/{_MANIFEST}"
        job = self._job
        filled = job.target is not None  # the merge stages rows for a database only then
        same = json.dumps([self._engine, job.source, job.kind, repr(job.options), filled])
        if self._storage.read_text(manifest) == same:
            self._notify("going on with what a former job has done")
            return
        if not self._storage.is_empty(self._out):
            started = self._storage.exists(self._staging)
            if not (self._job.overwrite or started):
                raise UsageError(f"{self._out} is not empty: give --overwrite to replace it")
            for name in (_STAGING, _TABLES, _MANIFEST):
                self._storage.remove(f"{self._out}/{name}")
        self._storage.write_text(manifest, same)

    def _step(
        self, name: str, make: Callable[[], DataFrame], *, by: str | None = None
    ) -> DataFrame:
        """The staged table of a step, made now unless it is there whole."""
        path = f"{self._staging}/{name}"
        if not self._storage.exists(f"{path}/_SUCCESS"):

            def write() -> None:
                writer = make().write.mode("overwrite")
                (writer.partitionBy(by) if by else writer).parquet(path)

            self._timed(name, write)
        return self._spark.read.parquet(path)

    def _timed(self, name: str, do: Callable[[], None]) -> None:
        self._notify(f"{name} …")
        started = time.monotonic()
        do()
        self._report.seconds[name] = round(time.monotonic() - started, 2)

    def _read(self) -> DataFrame:
        return read(self._spark, self._job.source, self._job.kind, self._job.options)

    def _extract(self, articles: DataFrame) -> DataFrame:
        from pyspark.sql import functions as f

        known = articles.where(f.col("status") == DONE)
        parts = self._job.partitions
        if parts is None:
            least = _PER_CORE * self._spark.sparkContext.defaultParallelism
            parts = max(least, -(-known.count() // _PER_TASK))
        # By their places, not in turn: a task that is done again gets the same articles.
        spread = known.repartition(parts, "file", "line")
        step = careful(partial(worker.extract, config=self._job.config, engine=self._engine))
        return arrow_map(spread, step, FOUND)

    def _merge(self, found: DataFrame) -> DataFrame:
        from pyspark.sql import functions as f

        facts = found.where(~f.col("relation").isin(NAMES, REFUSED))
        # One key, one partition, one stretch of it: the function gets group after group.
        groups = facts.select(*FOUND.names).repartition("key").sortWithinPartitions("key")
        step = partial(worker.merge, with_rows=self._job.target is not None)
        return arrow_map(groups, step, MERGED)

    def _write(self, final: DataFrame, found: DataFrame, merged: DataFrame) -> None:
        from pyspark.sql import functions as f

        names = found.where(f.col("relation") == NAMES)
        self._save("articles", final.select(*ARTICLES.names))
        self._save("entities", arrow_map(names, tables.names, ENTITIES))
        for relation in RELATIONS:
            step = partial(
                tables.facts_of_relation,
                relation=relation,
                include_denied=self._job.config.include_denied,
            )
            facts = found.where(f.col("relation") == relation)
            self._save(relation, arrow_map(facts, step, fact_schema(relation)))
        self._save("knowledge", self._shown(merged).select(*knowledge_schema().names))

    def _shown(self, merged: DataFrame) -> DataFrame:
        return merged if self._job.config.include_denied else merged.where("modality <> 'denied'")

    def _save(self, name: str, frame: DataFrame) -> None:
        frame.write.mode("overwrite").parquet(f"{self._out}/{_TABLES}/{name}.parquet")

    def _count(self, final: DataFrame, articles: DataFrame, found: DataFrame) -> None:
        from pyspark.sql import functions as f

        # "duplicate of a-17" and "duplicate of b-3" are one reason.
        reason = f.regexp_replace("status", "^duplicate of .*", "duplicate")
        states = {
            row["reason"]: row["count"]
            for row in final.groupBy(reason.alias("reason")).count().collect()
        }
        report = self._report
        report.articles = states.pop(DONE, 0)
        report.refused = dict(sorted(states.items(), key=lambda pair: (-pair[1], pair[0])))
        kinds = found.where(f.col("relation").isin(*RELATIONS)).groupBy("relation").count()
        report.facts = {row["relation"]: row["count"] for row in kinds.collect()}
        report.knowledge = self._spark.read.parquet(
            f"{self._out}/{_TABLES}/knowledge.parquet"
        ).count()
        report.noted = articles.where("note IS NOT NULL").count()

    def _fill(self, final: DataFrame, found: DataFrame, merged: DataFrame) -> None:
        from pipeline.cluster.database import fill_from_spark, write

        where = self._job.target
        assert where is not None

        def fill(run: int) -> None:
            fill_from_spark(where, run, articles=final, found=found, merged=merged)

        write(
            where,
            fill,
            engine_version=self._engine,
            versions=self._versions(),
            refusals=self._report.refused,
            notify=self._notify,
        )
        self._report.database = where.label

    def _versions(self) -> dict[str, str]:
        from pipeline import __version__

        return {"depeche": __version__, "command": "spark", "spark": self._spark.version}

    def _summary(self) -> str:
        report = self._report
        return json.dumps(
            {
                "engine": self._engine,
                "versions": self._versions(),
                "articles": report.articles,
                "refused": report.refused,
                "facts": report.facts,
                "knowledge": report.knowledge,
                "seconds": report.seconds,
            },
            ensure_ascii=False,
            indent=1,
        )


def _final(articles: DataFrame, found: DataFrame) -> DataFrame:
    """Articles with those refused that could not be extracted."""
    from pyspark.sql import functions as f

    record = f.from_json("record", "status string, stage string")
    refused = found.where(f.col("relation") == REFUSED).select(
        "article", record["status"].alias("reason"), record["stage"].alias("by")
    )
    joined = articles.join(f.broadcast(refused), "article", "left")
    failed = f.col("reason").isNotNull() & (f.col("status") == DONE)
    blank = ("title", "url", "published", "language", "sha256", "text")
    return joined.select(
        *("article", "source"),
        *(f.when(~failed, f.col(name)).alias(name) for name in blank),
        f.when(failed, f.col("reason")).otherwise(f.col("status")).alias("status"),
        f.when(failed, f.col("by")).otherwise(f.col("stage")).alias("stage"),
    )


def _said(error: BaseException) -> str:
    """The telling line of a failure: what Python said on an executor, else Spark's own first."""
    java = getattr(error, "java_exception", None)
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("pipeline.errors.", "pyspark.errors."))]
    first = str(java) if java is not None else lines[0] if lines else type(error).__name__
    return (told[0] if told else first.splitlines()[0]).strip()
