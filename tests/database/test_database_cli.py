"""The commands between runs, through the real command line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.cli.watch import FolderWatch
from pipeline.store.database import schema
from pipeline.store.database.spool import spool
from pipeline.store.files import write_outputs
from tests.database.helpers import afresh, content, opening, press, query, rows, store


def depeche(*arguments: str | Path, code: int = 0, **variables: str) -> tuple[str, str]:
    """Run the command in a process of its own; its output and its messages."""
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"COLUMNS": "200", "NO_COLOR": "1"} | variables,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def test_db_upgrade(url: str) -> None:
    assert "schema empty -> 0003" in depeche("db", "upgrade", url)[0]
    assert "schema 0003, nothing to do" in depeche("db", "upgrade", url)[0]


def test_load_outputs_then_forget(url: str, tmp_path: Path) -> None:
    write_outputs(tmp_path / "out", [press(), opening("a1"), opening("a2")])
    out, _ = depeche("load", tmp_path / "out", "--db", url)
    assert out.startswith("3 articles written, 0 as they were, 7 facts added, 0 removed")
    out, _ = depeche("load", tmp_path / "out" / "facts.jsonl", "--db", "env:DB", DB=url)
    assert out.startswith("0 articles written, 3 as they were")
    out, _ = depeche("forget", "a2", "--db", url)
    assert out == "a2 is forgotten\n"
    assert {row["article"] for row in rows(url, schema.articles)} == {"p1", "a1"}
    _, error = depeche("forget", "a2", "--db", url, code=1)
    assert error == "depeche: no article 'a2' in the database\n"


def test_load_empties_the_spool(sqlite: str, tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    spool(folder, [opening("a1")], engine_version="v1", versions={})
    spool(folder, [press()], engine_version="v1", versions={})
    out, _ = depeche("load", folder, "--db", sqlite)
    assert out.startswith("2 articles written")
    assert list(folder.iterdir()) == []
    assert content(sqlite) == afresh(tmp_path, [opening("a1"), press()])
    assert depeche("load", folder, "--db", sqlite)[0].startswith("0 articles written")


def test_what_is_forgotten_does_not_come_back_from_the_spool(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    spool(folder, [opening("a1"), opening("a2", "Nordalis")], engine_version="v1", versions={})
    spool(folder, [opening("a2", "Nordalis", "Nice")], engine_version="v1", versions={})
    depeche("db", "upgrade", url)
    where = ("--db", url, "--spool", str(folder))
    # It waits, and the database has not seen it yet.
    out, _ = depeche("forget", "a2", *where)
    assert "a2 is forgotten" in out
    _, error = depeche("forget", "a2", *where, code=1)
    assert "no article 'a2'" in error
    depeche("load", str(folder), "--db", url)
    assert not list(folder.iterdir())
    _, error = depeche("forget", "a2", *where, code=1)
    out, _ = depeche("forget", "a1", *where)
    assert "a1 is forgotten" in out


def test_forgetting_needs_no_database_for_what_only_waits(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    spool(folder, [opening("a1")], engine_version="v1", versions={})
    missing = str(tmp_path / "not-yet.db")
    depeche("forget", "a1", "--db", missing, "--spool", str(folder))
    assert not Path(missing).exists()
    _, error = depeche("forget", "a1", "--db", missing, "--spool", str(folder), code=1)
    assert "there is no database" in error


def test_diff_of_folders_and_runs(sqlite: str, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    write_outputs(before, [opening("a1"), opening("a2")])
    write_outputs(after, [opening("a1", verb="a ouvert"), opening("a3")])
    out, _ = depeche("diff", before, after, "--ignore", "arguments", "--ignore", "evidence")
    assert out.splitlines() == [
        "+ a3: opens_office company=Veltria place=Lyon kind=office status=planned",
        "- a2: opens_office company=Veltria place=Lyon kind=office status=planned",
        "~ a1: opens_office company=Veltria place=Lyon kind=office status=opened",
        "    attributes.status: planned -> opened",
        "1 gained, 1 lost, 1 changed, 0 the same",
    ]
    store(sqlite, opening("a1"))
    store(sqlite, opening("a2"))
    out, _ = depeche("diff", "1", "2", "--db", sqlite, "--format", "jsonl")
    (line,) = out.splitlines()
    assert json.loads(line)["difference"] == "gained"
    assert json.loads(line)["fact"]["article"] == "a2"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("load", "missing", "--db", "x.db"), 2, "no such file or folder: missing"),
        (("forget", "a1", "--db", "missing.db"), 1, "there is no database missing.db"),
        (("watch", "missing", "--db", "x.db"), 2, "no such folder: missing"),
        (("diff", "1", "2"), 2, "run 1 of which database? Give it by --db URL"),
        (("diff", "x", "y"), 2, "x is no file, no folder, no run and no database URL"),
        (("diff", "1", "2", "--format", "xml"), 2, "--format is text or jsonl, not xml"),
        (("db", "upgrade", "nonsense"), 2, "the database URL cannot be read"),
        (("db", "upgrade", "postgresql://u:pw@h/d"), 2, "has a password written in it"),
    ],
)
def test_errors_are_one_sentence(arguments: tuple[str, ...], code: int, message: str) -> None:
    out, error = depeche(*arguments, code=code)
    assert out == ""
    assert error.startswith("depeche: ")
    assert message in error
    assert len(error.splitlines()) == 1


def _touch(path: Path, text: str, when: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (when, when))


def test_a_file_counts_once_it_rests(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    path = tmp_path / "sub" / "a.txt"
    _touch(path, "one", 1000)
    assert watch.changed() == []
    assert watch.changed() == [path]
    assert watch.changed() == []
    _touch(path, "one two", 1001)  # being written
    assert watch.changed() == []
    _touch(path, "one two three", 1002)  # still
    assert watch.changed() == []
    assert watch.changed() == [path]


def test_a_file_that_comes_back_is_new(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    path = tmp_path / "a.txt"
    _touch(path, "one", 1000)
    watch.changed(), watch.changed()
    path.unlink()
    assert watch.changed() == []
    _touch(path, "one", 1000)
    watch.changed()
    assert watch.changed() == [path]


def test_partial_and_hidden_files_are_not_seen(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    for name in ("a.txt.part", ".b.txt", ".git/c.txt", "d.tmp", "e.txt~"):
        _touch(tmp_path / name, "x", 1000)
    watch.changed()
    assert watch.changed() == []


def test_a_sidecar_brings_its_article_along(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    article, sidecar = tmp_path / "a.txt", tmp_path / "a.json"
    _touch(article, "x", 1000)
    _touch(tmp_path / "b.txt", "x", 1000)
    watch.changed(), watch.changed()
    _touch(sidecar, "{}", 1000)
    watch.changed()
    assert watch.changed() == [sidecar, article]


def test_equal_names_in_two_folders_are_ambiguous(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path)
    one, other = tmp_path / "x" / "a.txt", tmp_path / "y" / "a.html"
    _touch(one, "x", 1000)
    _touch(tmp_path / "x" / "b.txt", "x", 1000)
    watch.changed()
    assert not watch.ambiguous([one])
    _touch(other, "x", 1000)
    watch.changed()
    assert watch.ambiguous([one])
    assert not watch.ambiguous([tmp_path / "x" / "b.txt"])


@pytest.mark.model
@pytest.mark.slow
def test_watch_takes_in_what_is_put_there(sqlite: str, tmp_path: Path) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "first.txt").write_text(
        "La start-up Veltria ouvrira un bureau à Lyon à la fin de l’année 2024. "
        "L’entreprise l’a annoncé mardi à ses salariés.",
        encoding="utf-8",
    )
    watching = subprocess.Popen(
        [
            *(sys.executable, "-m", "pipeline", "watch", folder, "--db", sqlite),
            *("--interval", "0.2", "--spool", tmp_path / "spool"),
        ],
        stderr=subprocess.PIPE,
    )
    try:
        _wait_for(sqlite, {"first"})
        (folder / "second.txt").write_text(
            "Le groupe Orvani a ouvert un bureau à Nantes, où il emploiera dix personnes.",
            encoding="utf-8",
        )
        _wait_for(sqlite, {"first", "second"})
    finally:
        watching.send_signal(signal.SIGTERM)
        _, error = watching.communicate(timeout=60)
    assert watching.returncode == 0, error.decode()
    offices = query(sqlite, "SELECT company, place FROM opens_office ORDER BY company")
    assert offices == [
        {"company": "Orvani", "place": "Nantes"},
        {"company": "Veltria", "place": "Lyon"},
    ]
    assert len(rows(sqlite, schema.runs)) == 2


def _wait_for(url: str, articles: set[str]) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        if Path(url.removeprefix("sqlite:///")).exists():
            found = query(url, "SELECT name FROM sqlite_master WHERE name = 'articles'")
            if (
                found
                and {row["article"] for row in query(url, "SELECT * FROM articles")} == articles
            ):
                return
        time.sleep(0.2)
    raise AssertionError(f"{articles} are not in the database")
