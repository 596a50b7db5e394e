"""Killed, cut off, full, down, or two at once: the next run completes it, nothing doubled."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from pipeline.errors import StoreError
from pipeline.store.database import schema
from pipeline.store.database.link import Link
from pipeline.store.database.retry import Retry, Unavailable
from pipeline.store.database.sink import DatabaseSink
from pipeline.store.database.spool import spool, spooled
from pipeline.store.sink import Processed
from tests.database.cluster import Cluster
from tests.database.helpers import a_sink, afresh, content, opening, press, rows, store
from tests.database.writer import articles

ALL = 15
BATCH = 4


def start_writer(url: str, first: int, last: int, fatal: int = 0) -> subprocess.Popen[bytes]:
    numbers = map(str, (first, last, BATCH, fatal))
    return subprocess.Popen([sys.executable, "-m", "tests.database.writer", url, *numbers])


@pytest.fixture
def server(cluster: Cluster) -> Iterator[Cluster]:
    """The server, for tests that stop it; it runs again afterwards."""
    yield cluster
    if not cluster.running:
        cluster.start()


@pytest.mark.slow
# In SQLite: inside the migration and at its commit (78), in and at the end of the first
# batch (98) and the second, between them, in the closing merge, in the end of the run.
@pytest.mark.parametrize("statement", [30, 78, 80, 90, 98, 100, 106, 109, 127, 133, 138])
def test_killed_at_any_point(url: str, tmp_path: Path, statement: int) -> None:
    writer = start_writer(url, 0, ALL, statement)
    assert writer.wait(60) == -signal.SIGKILL
    store(url, *articles(0, ALL))
    assert content(url) == afresh(tmp_path, articles(0, ALL))
    # What was committed was not written again: at most the whole corpus once.
    assert all(row["removed_run"] is None for row in rows(url, schema.removed_facts))


@pytest.mark.slow
def test_killed_while_others_read_leaves_whole_batches(url: str) -> None:
    assert start_writer(url, 0, ALL, 110).wait(60) == -signal.SIGKILL
    stored = {row["article"] for row in rows(url, schema.articles)}
    assert 0 < len(stored) < ALL
    told = {row["article"] for row in rows(url, schema.facts)}
    assert told == stored, "an article is there with its facts, or not at all"


@pytest.mark.slow
def test_two_writers_at_once(url: str, tmp_path: Path) -> None:
    # Both meet the database empty, and write seven articles that the other writes, too.
    writers = [start_writer(url, 0, 11), start_writer(url, 4, ALL)]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    assert content(url) == afresh(tmp_path, articles(0, ALL))
    assert len(rows(url, schema.runs)) == 2


class Trouble:
    """Runs ``action`` once, at the given statement or commit of a sink's engine."""

    def __init__(self, sink: DatabaseSink, action: Callable[[], None], *, at: int | str) -> None:
        self._action: Callable[[], None] | None = action
        self._seen = 0
        engine = sink._link._engine
        if at == "commit":
            event.listen(engine, "commit", lambda _connection: self.strike())
        elif at == "after commit":
            event.listen(engine, "commit", self._commit_first)
        else:
            event.listen(engine, "before_cursor_execute", lambda *_: self._count(int(at)))

    def strike(self) -> None:
        if self._action is not None:
            action, self._action = self._action, None
            action()

    def _count(self, at: int) -> None:
        self._seen += 1
        if self._seen == at:
            self.strike()

    def _commit_first(self, connection: object) -> None:
        # The server commits, and its answer is lost on the way.
        if self._action is not None:
            connection.connection.driver_connection.commit()  # type: ignore[attr-defined]
            self.strike()


@pytest.mark.server
@pytest.mark.parametrize("at", [1, 6, 12, 18, "commit", "after commit"])
@pytest.mark.parametrize("kind", ["restart", "terminate"])
def test_connection_lost(
    server: Cluster, postgres: str, tmp_path: Path, kind: str, at: int | str
) -> None:
    said: list[str] = []
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if not server.running and len(pauses) == 2:
            server.start()

    sink = a_sink(postgres, retry=Retry(pauses=(0.1, 0.2, 0.4), sleep=sleep), notify=said.append)
    with sink:
        sink.start_run()
        sink.write(articles(0, 5))

        def restart() -> None:
            server.stop(immediate=True)

        def terminate() -> None:
            server.run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = 'depeche'"
            )

        Trouble(sink, restart if kind == "restart" else terminate, at=at)
        assert sink.write(articles(5, 10)).spooled == 0
        sink.write(articles(10, ALL))
        sink.end_run()
    assert content(postgres) == afresh(tmp_path, articles(0, ALL))
    assert len(rows(postgres, schema.runs)) == 1
    # Growing pauses until it is back, and each is announced with the database's name.
    assert pauses == ([0.1, 0.2] if kind == "restart" else [0.1])
    assert len(said) == len(pauses)
    assert all("127.0.0.1" in message and "trying again in 0." in message for message in said)


@pytest.mark.server
def test_server_down_in_mid_run_spools_and_load_finishes(
    server: Cluster, postgres: str, tmp_path: Path
) -> None:
    said: list[str] = []
    waiting = tmp_path / "spool"
    with a_sink(postgres, spool=waiting, notify=said.append) as sink:
        sink.start_run()
        sink.write(articles(0, 5))
        server.stop(immediate=True)
        assert sink.write(articles(5, 10)).spooled == 5
        assert sink.write(articles(10, ALL)).spooled == 5
        sink.end_run()
    assert len(spooled(waiting)) == 2
    assert "5 articles kept in" in said[2]
    assert "depeche load" in said[2]
    server.start()
    with a_sink(postgres, engine_version="load") as sink:
        sink.start_run()
        assert sink.load(waiting).articles == 10
        sink.end_run()
    assert spooled(waiting) == []
    assert content(postgres) == afresh(tmp_path, articles(0, ALL))


@pytest.mark.server
def test_server_back_before_the_end_needs_no_load(
    server: Cluster, postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.database.link._ASK_AGAIN", 0.0)
    said: list[str] = []
    with a_sink(postgres, spool=tmp_path / "spool", notify=said.append) as sink:
        sink.start_run()
        server.stop(immediate=True)
        sink.write(articles(0, 5))
        server.start()
        sink.write(articles(5, ALL))
        sink.end_run()
    assert any(message.endswith("is back") for message in said)
    assert spooled(tmp_path / "spool") == []
    assert content(postgres) == afresh(tmp_path, articles(0, ALL))


@pytest.mark.server
def test_server_down_from_the_start(server: Cluster, postgres: str, tmp_path: Path) -> None:
    server.stop(immediate=True)
    with pytest.raises(Unavailable, match="given up after 3 tries"):
        a_sink(postgres).open()
    with a_sink(postgres, spool=tmp_path / "spool") as sink:
        assert sink.start_run() is None
        assert sink.known([("a1", "0")]) == set()
        assert sink.write([opening()]).spooled == 1
        sink.end_run()
    server.start()
    with a_sink(postgres) as sink:
        sink.start_run()
        sink.load(tmp_path / "spool")
        sink.end_run()
    assert content(postgres) == afresh(tmp_path, [opening()])


def test_a_spooled_batch_never_overwrites_what_is_newer(sqlite: str, tmp_path: Path) -> None:
    path = spool(
        tmp_path / "spool",
        [opening("a1", place="Lille"), press()],
        engine_version="v1",
        versions={},
    )
    store(sqlite, opening("a1", place="Lyon"))
    with a_sink(sqlite) as sink:
        sink.start_run()
        written = sink.load(path)
    assert (written.outdated, written.articles) == (1, 1)
    assert content(sqlite) == afresh(tmp_path, [opening("a1", place="Lyon"), press()])


def test_full_disk(sqlite: str, tmp_path: Path) -> None:
    store(sqlite, *articles(0, 5))
    before = content(sqlite)
    waiting = tmp_path / "spool"
    with a_sink(sqlite, spool=waiting) as sink:
        _limit_pages(sink._link)
        sink.start_run()
        assert sink.write(_many()).spooled == 300
    # The failed transaction left no trace.
    assert content(sqlite) == before
    with a_sink(sqlite) as sink:
        _limit_pages(sink._link)
        with pytest.raises(StoreError, match=r"full.*no room left"):
            sink.write(_many())
    with a_sink(sqlite) as sink:
        sink.start_run()
        sink.load(waiting)
        sink.end_run()
    assert content(sqlite) == afresh(tmp_path, [*articles(0, 5), *_many()])


def _raise_in_server(server: Cluster, url: str, state: str) -> None:
    """Let the server refuse rows of facts with an SQLSTATE, as it does in that trouble."""
    database = url.rpartition("/")[2]
    server.run(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE 'in trouble' USING ERRCODE = '{state}'; END $$",
        database=database,
    )
    server.run(
        "CREATE TRIGGER refuse BEFORE INSERT ON facts FOR EACH ROW EXECUTE FUNCTION refuse()",
        database=database,
    )


@pytest.mark.server
def test_full_disk_of_the_server(cluster: Cluster, postgres: str, tmp_path: Path) -> None:
    store(postgres, *articles(0, 5))
    _raise_in_server(cluster, postgres, "53100")
    with a_sink(postgres, spool=tmp_path / "spool") as sink:
        sink.start_run()
        assert sink.write(articles(5, 10)).spooled == 5
    cluster.run("DROP TRIGGER refuse ON facts", database=postgres.rpartition("/")[2])
    with a_sink(postgres) as sink:
        sink.start_run()
        sink.load(tmp_path / "spool")
        sink.end_run()
    assert content(postgres) == afresh(tmp_path, articles(0, 10))


@pytest.mark.server
@pytest.mark.parametrize("state", ["40P01", "40001", "57P01", "53300"])
def test_passing_trouble_is_tried_again(
    cluster: Cluster, postgres: str, tmp_path: Path, state: str
) -> None:
    store(postgres, *articles(0, 5))
    _raise_in_server(cluster, postgres, state)

    def sleep(_seconds: float) -> None:
        cluster.run("DROP TRIGGER refuse ON facts", database=postgres.rpartition("/")[2])

    with a_sink(postgres, retry=Retry(pauses=(0.1,), sleep=sleep)) as sink:
        sink.start_run()
        assert sink.write(articles(5, 10)).articles == 5
        sink.end_run()
    assert content(postgres) == afresh(tmp_path, articles(0, 10))


@pytest.mark.server
def test_lasting_trouble_is_told_at_once(cluster: Cluster, postgres: str, tmp_path: Path) -> None:
    store(postgres, *articles(0, 5))
    _raise_in_server(cluster, postgres, "42501")  # insufficient privilege
    slept: list[float] = []
    with a_sink(postgres, spool=tmp_path, retry=Retry(sleep=slept.append)) as sink:
        sink.start_run()
        with pytest.raises(StoreError, match="in trouble") as caught:
            sink.write(articles(5, 10))
    assert "Veltria" not in str(caught.value), "no values of rows in messages"
    assert slept == []
    assert spooled(tmp_path) == []


def test_full_disk_for_the_spool_too(sqlite: str, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with a_sink(sqlite, spool=blocked / "spool") as sink:
        _limit_pages(sink._link)
        with pytest.raises(StoreError, match="could not be spooled"):
            sink.write(_many())


def _many() -> list[Processed]:
    return [opening(f"b{number}", place="Lyon") for number in range(300)]


def _limit_pages(link: Link) -> None:
    @event.listens_for(link._engine, "connect")
    def limit(connection: object, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]  # type: ignore[attr-defined]
        connection.execute(f"PRAGMA max_page_count={pages + 10}")  # type: ignore[attr-defined]

    link._engine.dispose()


def test_a_damaged_spool_file_is_refused_whole(sqlite: str, tmp_path: Path) -> None:
    path = spool(tmp_path, [opening("a1"), opening("a2")], engine_version="v1", versions={})
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    with a_sink(sqlite) as sink, pytest.raises(StoreError, match="1 of 2 articles"):
        sink.load(path)
    assert path.exists()
    assert rows(sqlite, schema.articles) == []
