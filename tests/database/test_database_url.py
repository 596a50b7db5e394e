"""URLs: where passwords come from, and that they never show."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pipeline.errors import StoreError, UsageError
from pipeline.store.database import schema
from pipeline.store.database.retry import Retry
from pipeline.store.database.spool import spooled
from pipeline.store.database.url import label, resolve, scrub
from tests.database.cluster import Cluster
from tests.database.helpers import a_sink, opening, rows

SECRET = "p@ss/w:rd?&é%41"


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("sqlite:///facts.db", "sqlite+pysqlite:///facts.db"),
        ("out/facts.sqlite", "sqlite+pysqlite:///out/facts.sqlite"),
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://h:5433/d", "postgresql+psycopg://h:5433/d"),
        (
            "postgresql+psycopg://u@h/d?sslmode=require",
            "postgresql+psycopg://u@h/d?sslmode=require",
        ),
    ],
)
def test_urls_that_are_taken(text: str, rendered: str) -> None:
    assert resolve(text, {}).render_as_string() == rendered


def test_a_path_may_look_like_a_password() -> None:
    assert resolve("sqlite:////data/a@b:c/facts.db", {}).database == "/data/a@b:c/facts.db"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://u:hunter2@h/d",
        "postgresql+psycopg://u:hun/ter2@h/d",
        "postgresql://u:${PW}hunter2@h/d",
        "postgresql://u@h/d?password=hunter2",
        "postgresql://u@h/d?sslmode=require&sslpassword=hunter2",
    ],
)
def test_written_passwords_are_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(UsageError, match="password written in it") as caught:
        resolve(text, {"PW": "x"})
    assert "hunter2" not in str(caught.value)


def test_password_from_the_environment() -> None:
    by_part = resolve("postgresql://u:${PW}@h:5433/d", {"PW": SECRET})
    assert (by_part.password, by_part.host, by_part.database) == (SECRET, "h", "d")
    whole = resolve("env:DB_URL", {"DB_URL": "postgresql://u:hunter2@h/d"})
    assert whole.password == "hunter2"
    assert label(whole) == "postgresql://u@h/d"


def test_other_parts_from_the_environment() -> None:
    url = resolve("postgresql://${WHO}@h/${NAME}", {"WHO": "a@b", "NAME": "facts"})
    assert (url.username, url.database) == ("a@b", "facts")


@pytest.mark.parametrize("text", ["env:MISSING", "postgresql://u:${MISSING}@h/d"])
def test_unset_variables_are_named(text: str) -> None:
    with pytest.raises(UsageError, match="MISSING"):
        resolve(text, {})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cannot be read"),
        ("facts", "cannot be read"),
        ("postgresql://h:port/d", "cannot be read"),
        ("mysql://h/d", "no sink for mysql"),
        ("duckdb:///facts.duckdb", "--export duckdb makes a DuckDB file"),
    ],
)
def test_urls_that_are_refused(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        resolve(text, {})


def test_an_unreadable_url_from_the_environment_is_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        resolve("env:DB", {"DB": "postgresql://u:hunter2@h:port/d"})
    assert "hunter2" not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("see https://u:pw@h/x and ftp://a:b@c", "see https://u:***@h/x and ftp://a:***@c"),
        ("https://h/x?password=pw&y=1", "https://h/x?password=***&y=1"),
        ("le 3: à 5€@home", "le 3: à 5€@home"),
    ],
)
def test_scrub(text: str, clean: str) -> None:
    assert scrub(text) == clean


@pytest.fixture
def keyed(cluster: Cluster, postgres: str) -> str:
    """URL of a database whose user needs the password in ``${DEPECHE_TEST_PW}``."""
    quoted = SECRET.replace("'", "''")
    if not cluster.run("SELECT 1 FROM pg_roles WHERE rolname = 'keyed'"):
        cluster.run(f"CREATE ROLE keyed LOGIN SUPERUSER PASSWORD '{quoted}'")
    return postgres.replace("depeche@", "keyed:${DEPECHE_TEST_PW}@")


@pytest.mark.server
def test_the_password_is_nowhere_to_be_read(
    keyed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("DEPECHE_TEST_PW", SECRET)
    said: list[str] = []
    with a_sink(keyed, spool=tmp_path, notify=said.append, versions={"db": keyed}) as sink:
        sink.start_run()
        sink.write([opening()])
        sink.end_run()
        assert SECRET not in repr(vars(sink))
    url = keyed.replace("keyed:${DEPECHE_TEST_PW}", "depeche")
    stored = repr([rows(url, table) for table in schema.metadata.sorted_tables])
    assert "Veltria" in stored
    assert SECRET not in stored + caplog.text + "".join(said)


@pytest.mark.server
def test_a_wrong_password_is_told_at_once(
    keyed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEPECHE_TEST_PW", "wrong")
    slept: list[float] = []
    sink = a_sink(keyed, spool=tmp_path, retry=Retry(sleep=slept.append))
    with pytest.raises(StoreError, match="password authentication failed") as caught:
        sink.open()
    assert "wrong" not in str(caught.value).replace("password", "")
    assert slept == []
    assert spooled(tmp_path) == []


@pytest.mark.server
def test_a_pgpass_file_serves(
    keyed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: Cluster
) -> None:
    escaped = SECRET.replace("\\", "\\\\").replace(":", "\\:")
    passfile = tmp_path / "pgpass"
    passfile.write_text(f"127.0.0.1:{cluster.port}:*:keyed:{escaped}\n", encoding="utf-8")
    passfile.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(passfile))
    url = keyed.replace(":${DEPECHE_TEST_PW}", "")
    with a_sink(url) as sink:
        assert sink.write([opening()]).facts_added == 1


@pytest.mark.server
def test_a_database_that_does_not_exist_is_told_at_once(postgres: str) -> None:
    slept: list[float] = []
    with pytest.raises(StoreError, match="does not exist"):
        a_sink(postgres + "x", retry=Retry(sleep=slept.append)).open()
    assert slept == []


@pytest.mark.server
def test_a_schema_of_its_own(cluster: Cluster, postgres: str) -> None:
    database = postgres.rpartition("/")[2]
    cluster.run("CREATE SCHEMA press", database=database)
    cluster.run("CREATE TABLE facts (of_another integer)", database=database)
    with a_sink(postgres + "?options=-csearch_path%3Dpress") as sink:
        assert sink.write([opening()]).facts_added == 1
    assert cluster.run("SELECT company FROM press.opens_office", database=database) == [
        ("Veltria",),
    ]
    assert cluster.run("SELECT * FROM public.facts", database=database) == []
