"""The Spark session of a job: its settings, and a clear word where Spark cannot start."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cluster.daemon import VARIABLE, settings
from pipeline.config import Config
from pipeline.errors import StoreError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
#: Rows of an Arrow batch on its way to Python: a batch of articles of 1 MB each still fits.
_ROWS = 256
#: Files are cut into stretches by this number and their size alone, not by how many executors
#: have come up yet: the lines of a stretch are counted in one pass and read in another.
_CUTS = 64
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_ROWS),
    "spark.sql.files.minPartitionNum": str(_CUTS),
    "spark.python.worker.reuse": "true",
    "spark.python.daemon.module": "pipeline.cluster.daemon",
    "spark.sql.parquet.compression.codec": "zstd",
    "spark.sql.session.timeZone": "UTC",
    # A fifth try is for what kills a worker: from the third on, articles are read apart.
    "spark.task.maxFailures": "5",
    "spark.ui.showConsoleProgress": "false",
}


def missing() -> str | None:
    """What Spark lacks on this machine, in a sentence; None where it can start."""
    from importlib.util import find_spec

    if find_spec("pyspark") is None:
        return "PySpark is not installed: pip install 'depeche[spark]'"
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and (Path(home) / "bin" / "java").exists()):
        return "Spark needs Java 17 or newer: install a JRE, or set JAVA_HOME"
    return None


@contextmanager
def session(
    config: Config,
    *,
    master: str | None = None,
    options: Mapping[str, str] | None = None,
    jars: Sequence[str] = (),
) -> Iterator[SparkSession]:
    """A Spark session, stopped on leaving.

    ``master`` None takes that of ``spark-submit`` or its defaults file, else all cores of this
    machine. ``options`` are Spark's own and overrule ours; ``jars`` are put on the class path
    of driver and executors.

    Raises:
        UsageError: PySpark or Java is missing.
        StoreError: Spark did not start.
    """
    lacking = missing()
    if lacking is not None:
        raise UsageError(lacking)
    spark = _start(config, master, dict(options or {}), jars)
    try:
        yield spark
    finally:
        spark.stop()


def _start(
    config: Config, master: str | None, options: dict[str, str], jars: Sequence[str]
) -> SparkSession:
    if master is not None and master.startswith("local"):
        options = _on_this_machine() | options
    chosen = dict(_SETTINGS)
    for name in _ONE_THREAD:
        # In the environment of the process: before anything can import numpy.
        chosen[f"spark.executorEnv.{name}"] = "1"
    chosen[f"spark.executorEnv.{VARIABLE}"] = settings(config)
    if jars:
        chosen["spark.jars"] = ",".join(jars)
    with warnings.catch_warnings():
        # PySpark warns of the installed pandas, which nothing here hands to it.
        warnings.simplefilter("ignore", FutureWarning)
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.appName("depeche")
        if master is not None:
            builder = builder.master(master)
        for name, value in (chosen | options).items():
            builder = builder.config(name, value)
        try:
            spark = builder.getOrCreate()
        except PySparkRuntimeError as error:
            raise StoreError(f"Spark did not start: {_first_line(error)}") from error
    spark.sparkContext.setLogLevel(options.get("spark.log.level", "ERROR"))
    return spark


def _on_this_machine() -> dict[str, str]:
    """Settings for executors on this machine, driver included: they talk over loopback alone."""
    import pyspark

    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    # Executors of "local-cluster" are started by its scripts, with this same Python.
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
    }


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
