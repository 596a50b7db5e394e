"""The set of outputs is replaced as a whole, however a run ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.store.atomic import HIDDEN, FileSet, recover
from pipeline.store.files import FileSink, write_outputs
from pipeline.store.sink import Processed
from tests.builders import an_article
from tests.store.files_child import articles, digests, write

ROOT = Path(__file__).parents[2]


def child(mode: str, out: Path) -> list[str]:
    return [sys.executable, "-m", "tests.store.files_child", mode, str(out)]


def hidden(out: Path) -> list[str]:
    return sorted(path.name for path in (out / HIDDEN).iterdir())


@pytest.fixture
def in_memory(tmp_path: Path) -> Iterator[Path]:
    """A folder where flushing costs nothing, where there is one: death is the same there."""
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else tmp_path) as folder:
        yield Path(folder)


def test_killed_before_any_change_to_the_disk_a_run_leaves_one_whole_set(in_memory: Path) -> None:
    write(in_memory / "old", "old")
    write(in_memory / "new", "new")
    old, new = digests(in_memory / "old"), digests(in_memory / "new")
    assert set(old) - set(new) == {"facts.jsonld"}
    done = subprocess.run(
        child("die_everywhere", in_memory / "points"),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    reports = [json.loads(text) for text in done.stdout.splitlines()]
    *deaths, survivor = reports
    assert all(report["killed"] for report in deaths)
    assert not survivor["killed"]
    assert survivor["seen"] == new
    for report in deaths:
        # Only the few renames after the journal can show a reader two sets, until the next
        # start or recover() finishes them.
        if not report["recovered"]:
            assert report["seen"] in (old, new)
            assert report["after"] == report["seen"]
        else:
            assert report["after"] == new
        assert report["next"] == new
        assert report["hidden"] == ["last.json", "lock"]
    seen = [report["seen"] == old for report in deaths]
    assert seen.count(True) > 20  # each file opened is a point
    assert sum(report["recovered"] for report in deaths) >= 14  # one for each file moved


def test_a_killed_run_leaves_the_former_outputs_and_its_lock_ends_with_it(tmp_path: Path) -> None:
    write(tmp_path, "old")
    old = digests(tmp_path)
    process = subprocess.Popen(
        child("stop_midway", tmp_path), cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    worker = 0
    try:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        with pytest.raises(StoreError, match="being written by another run"):
            write(tmp_path, "new")
        assert digests(tmp_path) == old
        process.kill()
        process.wait()
        assert digests(tmp_path) == old
        assert any(name.startswith("staging-") for name in hidden(tmp_path))
        os.kill(worker, 0)  # the worker outlives its parent, and does not keep the folder locked
        write(tmp_path, "new")
        assert hidden(tmp_path) == ["last.json", "lock"]
    finally:
        process.kill()
        if worker:
            os.kill(worker, signal.SIGKILL)  # first, since it holds the pipe open
        process.communicate()


def test_a_file_that_cannot_grow_leaves_the_former_outputs(tmp_path: Path) -> None:
    write(tmp_path, "old", 3)
    old = digests(tmp_path)
    done = subprocess.run(
        child("on_a_full_disk", tmp_path), cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert "cannot write" in done.stdout
    assert digests(tmp_path) == old
    assert hidden(tmp_path) == ["last.json", "lock"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB, where this user may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True
    )
    if not made or made.returncode != 0:
        pytest.skip("this user may not mount a file system")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize("exports", [(), ("parquet",), ("duckdb",), ("jsonld",), ("brat",)])
def test_a_full_disk_leaves_the_former_outputs(small_disk: Path, exports: tuple[str, ...]) -> None:
    out = small_disk / "outputs"
    write(out, "old", 3)
    old = digests(out)
    with pytest.raises(StoreError, match="No space left on device"):
        write_outputs(out, articles("new", 3_000), exports=exports)
    assert digests(out) == old
    assert hidden(out) == ["last.json", "lock"]
    write_outputs(out, articles("new", 3))  # and there is room again
    assert digests(out) != old


def test_a_large_set_is_flushed_and_moved_like_a_small_one(tmp_path: Path) -> None:
    paths = write_outputs(tmp_path, articles("new", 60), exports=("brat",))
    assert all(path.exists() for path in paths)
    assert len(list((tmp_path / "brat").iterdir())) == 121


def test_what_the_new_set_lacks_goes_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("à moi")
    (tmp_path / "depeche.db").write_bytes(b"\0")
    write_outputs(tmp_path, articles("old", 1), exports=("parquet", "jsonld", "brat"))
    assert (tmp_path / "parquet" / "knowledge.parquet").exists()
    write_outputs(tmp_path, articles("old", 1))
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {"parquet", "facts.jsonld", "brat"}
    assert left >= {"notes.txt", "depeche.db", "facts.jsonl"}


def test_a_folder_replaces_its_former_self_whole(tmp_path: Path) -> None:
    write_outputs(tmp_path, articles("old", 3), exports=("brat",))
    write_outputs(tmp_path, articles("new", 1), exports=("brat",))
    names = sorted(path.name for path in (tmp_path / "brat").iterdir())
    assert names == ["a0.ann", "a0.txt", "annotation.conf"]


def test_an_exception_leaves_the_former_outputs(tmp_path: Path) -> None:
    write(tmp_path, "old")
    old = digests(tmp_path)

    def failing() -> Iterator[Processed]:
        yield from articles("new", 2)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_outputs(tmp_path, failing())
    assert digests(tmp_path) == old
    assert hidden(tmp_path) == ["last.json", "lock"]


def test_one_process_cannot_write_a_folder_twice_at_once(tmp_path: Path) -> None:
    with FileSink(tmp_path) as sink:
        sink.write(articles("new", 1))
        with pytest.raises(StoreError, match="another run of this process"):
            FileSet(tmp_path).open()
    assert len(sink.paths) == 13
    write(tmp_path, "old")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_outputs(tmp_path / name, articles("x", 5), exports=("parquet", "jsonld", "brat"))
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("")
    with pytest.raises(StoreError, match="taken"):
        write_outputs(taken, [Processed(an_article())])
    assert not recover(tmp_path / "nowhere")


def test_a_damaged_journal_is_no_traceback(tmp_path: Path) -> None:
    write(tmp_path, "old", 1)
    (tmp_path / HIDDEN / "journal.json").write_text("{")
    with pytest.raises(StoreError, match=r"journal\.json is damaged"):
        write(tmp_path, "new", 1)
