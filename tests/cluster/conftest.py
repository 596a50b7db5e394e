"""A real PostgreSQL server, and Spark with two executors that are processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.cluster.session import missing, session
from pipeline.config import Config
from pipeline.run import run
from tests.cluster.press import write_press
from tests.database.conftest import cluster, postgres

__all__ = ["cluster", "postgres"]

#: Where Debian's libpostgresql-jdbc-java puts the driver.
DRIVER = Path("/usr/share/java/postgresql.jar")


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """One session for all tests; executors restart by themselves when a test kills one."""
    # Executors need Java and the extra [spark]; `.ci/run` installs both, a plain set-up does not.
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    jars = [str(DRIVER)] if DRIVER.exists() else []
    options = {
        "spark.sql.shuffle.partitions": "4",
        "spark.log.level": "FATAL",
    }
    with session(Config(), master="local-cluster[2,1,1024]", options=options, jars=jars) as started:
        yield started


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of JSON lines."""
    folder = tmp_path_factory.mktemp("press")
    write_press(folder, 30)
    return folder


@pytest.fixture(scope="session")
def local(press: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of an ordinary run over ``press``."""
    out = tmp_path_factory.mktemp("local")
    run([str(press)], out, Config(exports=("parquet",)))
    return out
