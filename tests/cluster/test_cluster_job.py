"""Whole jobs on two real executors: fact for fact what a run on this machine finds."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.cluster.database import target
from pipeline.cluster.job import ClusterReport, Job, run
from pipeline.config import Config
from pipeline.errors import StoreError, UsageError
from pipeline.load import LoadOptions
from pipeline.load.decode import decode
from pipeline.run import run as run_here
from pipeline.types import RELATIONS
from tests.cluster.conftest import DRIVER
from tests.cluster.press import articles, lines, tables
from tests.database.helpers import content

pytestmark = [
    pytest.mark.spark,
    # PySpark warns of the installed pandas, which no step uses.
    pytest.mark.filterwarnings("ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def start(spark: Any, source: object, out: Path, **options: Any) -> ClusterReport:
    """Run a job with the default configuration."""
    notify = options.pop("notify", lambda _: None)
    job = Job(str(source), str(out), Config(), LoadOptions(), **options)
    return run(spark, job, notify)


@pytest.fixture(scope="module")
def job(
    spark: Any, press: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, ClusterReport]:
    """A job over ``press``: its output and its report."""
    out = tmp_path_factory.mktemp("job") / "out"
    return out, start(spark, press, out)


def test_a_job_finds_what_a_run_finds(
    job: tuple[Path, ClusterReport], spark: Any, press: Path, local: Path
) -> None:
    out, report = job
    found = tables(out)
    assert found == tables(local)
    assert all(found[name] for name in ("articles", "knowledge", "opens_office", "acquires"))
    assert report.articles == 33
    assert report.refused == {
        "duplicate": 1,
        "empty": 1,
        "invalid JSON on line 17": 1,
        "no text field": 1,
        "not French (en)": 1,
        "not a JSON object": 1,
    }
    assert report.noted == 1
    assert sum(report.facts.values()) >= 90
    assert report.knowledge == len(found["knowledge"])
    assert set(report.seconds) == {"read", "number", "extract", "merge", "write"}
    summary = json.loads((out / "run.json").read_text())
    assert summary["facts"] == report.facts
    # Nothing is left behind, and nothing is overwritten unasked.
    assert not (out / "_staging").exists()
    with pytest.raises(UsageError, match="--overwrite"):
        start(spark, press, out)


def test_schemas_are_those_of_the_parquet_sink(
    job: tuple[Path, ClusterReport], local: Path
) -> None:
    for name in ("articles", "entities", "knowledge", *RELATIONS):
        here, there = (
            pq.read_table(out / "parquet" / f"{name}.parquet").schema for out in (local, job[0])
        )
        assert _plain(here) == _plain(there)


def _plain(schema: pa.Schema) -> list[tuple[str, str]]:
    # Spark calls the item of a list "element" in its files, pyarrow reads it as it stands.
    return [(field.name, str(field.type).replace("element: ", "item: ")) for field in schema]


def test_files_cut_into_stretches_keep_their_lines(
    spark: Any, press: Path, local: Path, tmp_path: Path
) -> None:
    sizes = {"spark.sql.files.maxPartitionBytes": "6000", "spark.sql.files.openCostInBytes": "1"}
    before = {name: spark.conf.get(name) for name in sizes}
    try:
        for name, value in sizes.items():
            spark.conf.set(name, value)
        start(spark, press, tmp_path / "out", partitions=3)
    finally:
        for name, value in before.items():
            spark.conf.set(name, value)
    assert tables(tmp_path / "out") == tables(local)


def test_parquet_articles(spark: Any, press: Path, local: Path, tmp_path: Path) -> None:
    with (press / "fil.jsonl").open("rb") as file:
        records = [json.loads(decode(line)) for line in file]
    (tmp_path / "press.parquet").mkdir()
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "press.parquet" / "part-0.parquet")
    report = start(spark, tmp_path / "press.parquet", tmp_path / "out")
    assert report.articles == len(records) == 15
    # Where an article lies differs; what is found in it does not.
    ids = {record["id"] for record in records}
    found = tables(tmp_path / "out")
    for name in ("entities", *RELATIONS):
        rows = pq.read_table(local / "parquet" / f"{name}.parquet").to_pylist()
        assert found[name] == sorted(repr(row) for row in rows if row["article"] in ids)


def test_the_tables_of_a_job_are_articles_of_another(
    job: tuple[Path, ClusterReport], spark: Any, tmp_path: Path
) -> None:
    start(spark, job[0] / "parquet" / "articles.parquet", tmp_path / "again")
    before, again = tables(job[0]), tables(tmp_path / "again")
    for name in ("entities", *RELATIONS):
        assert again[name] == before[name]


def test_an_executor_killed_in_mid_job_costs_nothing_but_time(
    spark: Any, press: Path, local: Path, tmp_path: Path
) -> None:
    killer = _Killer(spark)

    def notify(message: str) -> None:
        if message.startswith("extract"):
            killer.start()

    start(spark, press, tmp_path / "out", partitions=12, notify=notify)
    killer.join(timeout=60)
    assert killer.killed is not None, "the job was over before an executor could be killed"
    assert 0 < killer.done < 12
    assert not Path(f"/proc/{killer.killed}/cmdline").exists()
    assert tables(tmp_path / "out") == tables(local)


class _Killer(threading.Thread):
    """Kills one executor once the first tasks of the extraction are done."""

    def __init__(self, spark: Any) -> None:
        super().__init__(daemon=True)
        self._tracker = spark.sparkContext.statusTracker()
        self._driver = spark.sparkContext._gateway.proc.pid
        self.killed: int | None = None
        self.done = 0

    def run(self) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end and self.killed is None:
            for stage in self._tracker.getActiveStageIds():
                info = self._tracker.getStageInfo(stage)
                if info is not None and info.numTasks == 12 and 0 < info.numCompletedTasks < 10:
                    self.done = info.numCompletedTasks
                    self.killed = _executors(self._driver)[0]
                    os.kill(self.killed, signal.SIGKILL)
                    return
            time.sleep(0.02)


def _executors(driver: int) -> list[int]:
    """The executors below the driver that these tests started."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
            parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = []
    for pid in parents:
        ancestor: int | None = pid
        while ancestor is not None and ancestor != driver:
            ancestor = parents.get(ancestor)
        command = Path(f"/proc/{pid}/cmdline").read_bytes() if ancestor == driver else b""
        if b"CoarseGrainedExecutorBackend" in command and pid != driver:
            found.append(pid)
    return sorted(found)


def test_a_job_that_was_killed_goes_on_where_it_was(
    spark: Any, press: Path, local: Path, tmp_path: Path
) -> None:
    class Stop(Exception):
        pass

    def stop(message: str) -> None:
        if message.startswith("merge"):
            raise Stop

    with pytest.raises(Stop):
        start(spark, press, tmp_path / "out", notify=stop)
    told: list[str] = []
    report = start(spark, press, tmp_path / "out", notify=told.append)
    assert told == ["going on with what a former job has done", "merge …", "write …"]
    assert set(report.seconds) == {"merge", "write"}
    assert tables(tmp_path / "out") == tables(local)


@pytest.mark.server
@pytest.mark.parametrize("way", ["jdbc", "copy"])
def test_a_database_is_filled_as_a_run_fills_it(
    way: str, spark: Any, postgres: str, tmp_path: Path
) -> None:
    # The driver is a system package, which `.ci/run` installs; the other way needs none.
    if way == "jdbc" and not DRIVER.exists():
        pytest.skip("no JDBC driver (apt-get install libpostgresql-jdbc-java)")
    url = postgres.replace("postgresql+psycopg", "jdbc:postgresql") if way == "jdbc" else postgres
    other = f"sqlite:///{tmp_path / 'other.db'}"
    source = tmp_path / "press.jsonl"
    source.write_text(lines(articles(10)), encoding="utf-8")
    run_here([str(source)], tmp_path / "local", Config(), db=other)
    report = start(spark, source, tmp_path / "out", target=target(url, connections=2))
    assert report.database is not None
    assert content(postgres, history=True) == content(other, history=True)
    assert len(content(other)["facts"]) >= 20


def test_a_database_that_is_down_is_found_out_before_the_work(spark: Any, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(lines(articles(1)))
    nowhere = target("postgresql://maud@127.0.0.1:9/press")
    with pytest.raises(StoreError, match="refused"):
        start(spark, tmp_path / "one.jsonl", tmp_path / "out", target=nowhere)
    assert not (tmp_path / "out").exists()


def test_executors_of_another_version_stop_the_job(
    spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.jsonl").write_text(lines(articles(1)))
    monkeypatch.setattr("pipeline.cluster.job.engine_version", lambda config: "0" * 16)
    with pytest.raises(StoreError, match="install the same depeche"):
        start(spark, tmp_path / "one.jsonl", tmp_path / "out", partitions=1)


@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        ("nowhere", {}, "no such file or folder"),
        ("press.jsonl", {"kind": "csv"}, "unknown format"),
        ("numbers.parquet", {}, "no column 'text' of strings, but id, text"),
    ],
)
def test_wrong_usage(
    source: str, options: dict[str, Any], message: str, spark: Any, tmp_path: Path
) -> None:
    (tmp_path / "press.jsonl").write_text(lines(articles(1)))
    table = pa.Table.from_pylist([{"id": "a", "text": 1}])
    pq.write_table(table, tmp_path / "numbers.parquet")
    with pytest.raises(UsageError, match=message):
        start(spark, tmp_path / source, tmp_path / "out", **options)
