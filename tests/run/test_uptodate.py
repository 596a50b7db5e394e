"""A run with nothing to do: when it is one, and above all when it is not."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from datetime import date
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.run import Report, run
from pipeline.uptodate import Stamps, standing, unchanged

_TEXTS = {
    "a.txt": "Norlys ouvre un bureau à Nantes.\nLa start-up Norlys a ouvert mardi un bureau.",
    "b.txt": "Claire Aubin est nommée directrice générale de Norlys, annonce la jeune pousse.",
    "vide.txt": "",
}


def _inputs(folder: Path) -> Path:
    folder.mkdir()
    for name, text in _TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _stamps(*inputs: Path, config: Config | None = None) -> Stamps:
    return Stamps([str(path) for path in inputs], config or Config())


def _stamp(*inputs: Path, config: Config | None = None) -> str | None:
    return _stamps(*inputs, config=config).sure()


def _settle(stamps: Stamps) -> str:
    """Wait until the files' times prove something (they cannot be set back)."""
    for _ in range(300):
        if (quick := stamps.quick()) is not None:
            return quick
        time.sleep(0.1)
    raise AssertionError("files keep changing")


@pytest.mark.parametrize("change", ["byte", "new", "gone", "renamed", "sidecar", "deep"])
def test_any_change_of_the_inputs_changes_the_stamp(tmp_path: Path, change: str) -> None:
    folder = _inputs(tmp_path / "in")
    before = _stamp(folder)
    if change == "byte":
        (folder / "a.txt").write_text(_TEXTS["a.txt"].replace("N", "M", 1), encoding="utf-8")
    elif change == "new":
        (folder / "c.txt").write_text("", encoding="utf-8")
    elif change == "gone":
        (folder / "b.txt").unlink()
    elif change == "renamed":
        (folder / "b.txt").rename(folder / "c.txt")
    elif change == "sidecar":
        (folder / "a.json").write_text('{"published": "2024-10-10"}', encoding="utf-8")
    else:
        (folder / "more").mkdir()
        (folder / "more" / "a.txt").write_text("", encoding="utf-8")
    assert _stamp(folder) != before


def test_metadata_beside_a_file_that_is_named_alone_counts(tmp_path: Path) -> None:
    folder = _inputs(tmp_path / "in")
    article = folder / "a.txt"
    bare = _stamp(article)
    (folder / "a.json").write_text('{"published": "2024-10-10"}', encoding="utf-8")
    dated = _stamp(article)
    (folder / "a.json").write_text('{"published": "2024-10-11"}', encoding="utf-8")
    assert len({bare, dated, _stamp(article)}) == 3
    (folder / "b.txt").write_text("another article", encoding="utf-8")
    (folder / "a.json").unlink()
    assert _stamp(article) == bare


def test_options_and_order_change_the_stamp(tmp_path: Path) -> None:
    folder = _inputs(tmp_path / "in")
    a, b = folder / "a.txt", folder / "b.txt"
    found = {
        _stamp(a, b),
        _stamp(b, a),
        _stamp(a),
        _stamp(folder),
        _stamp(a, b, config=Config(date=date(2024, 10, 10))),
        _stamp(a, b, config=Config(exports=("parquet",))),
    }
    assert len(found) == 6


def test_what_cannot_be_told_beforehand_has_no_stamp(tmp_path: Path) -> None:
    folder = _inputs(tmp_path / "in")
    os.mkfifo(folder / "pipe")
    assert (_stamps(folder).sure(), _stamps(folder).quick()) == (None, None)
    assert (Stamps(["-"], Config()).sure(), Stamps(["-"], Config()).quick()) == (None, None)


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    folder = _inputs(tmp_path / "in")
    (folder / "again").symlink_to(folder)
    assert _stamp(folder) is not None


def test_no_manifest_or_a_damaged_one_means_work(tmp_path: Path) -> None:
    stamps = _stamps(_inputs(tmp_path / "in"))
    assert unchanged(tmp_path, stamps) is None
    sure = json.dumps(stamps.sure())
    for damaged in (
        "{",
        "[]",
        '{"engine": "e1"}',
        f'{{"sure": {sure}}}',
        f'{{"sure": {sure}, "quick": null, "files": 3, "report": {{}}}}',
        f'{{"sure": {sure}, "quick": null, "files": {{"gone.csv": []}}, "report": {{}}}}',
        '{"sure": null, "quick": null, "files": {}, "report": {}}',
    ):
        (tmp_path / "run.json").write_text(damaged, encoding="utf-8")
        assert unchanged(tmp_path, stamps) is None


def test_files_of_this_moment_have_no_quick_stamp(tmp_path: Path) -> None:
    folder = _inputs(tmp_path / "in")
    assert _stamps(folder).quick() is None
    before = _settle(_stamps(folder))
    assert _stamps(folder, config=Config(workers=2)).quick() == before
    # The same size, and a time that was put back: the kernel's own time tells.
    status = (folder / "a.txt").stat()
    (folder / "a.txt").write_text(_TEXTS["a.txt"].replace("N", "M", 1), encoding="utf-8")
    os.utime(folder / "a.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert _settle(_stamps(folder)) != before


def test_the_quick_stamp_is_taken_up_once_files_have_settled(tmp_path: Path) -> None:
    folder, out = _inputs(tmp_path / "in"), tmp_path / "out"
    out.mkdir()
    stamps = _stamps(folder)
    sure = stamps.sure()
    assert sure is not None
    told = standing(out, [], stamps.quick(), sure, {"articles": 2})
    assert told["quick"] is None
    (out / "run.json").write_text(json.dumps(told), encoding="utf-8")
    quick = _settle(stamps)
    assert unchanged(out, stamps) == {"articles": 2}
    manifest = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert manifest["quick"] == quick
    (out / "run.json").write_text(json.dumps(manifest | {"sure": "x"}), encoding="utf-8")
    assert unchanged(out, stamps) == {"articles": 2}


def test_standing_describes_folders_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "brat").mkdir()
    (tmp_path / "brat" / "a.ann").write_text("T1", encoding="utf-8")
    before = standing(tmp_path, [tmp_path / "brat"], None, "s", {})
    (tmp_path / "brat" / "b.ann").write_text("T1", encoding="utf-8")
    assert standing(tmp_path, [tmp_path / "brat"], None, "s", {}) != before


def _times(out: Path) -> dict[str, int]:
    files = (path for path in out.iterdir() if path.is_file() and path.name != "run.json")
    return {path.name: path.stat().st_mtime_ns for path in files}


def _told(report: Report) -> tuple[object, ...]:
    files = sorted(path.name for path in report.files)
    return report.articles, report.facts, report.refused, report.notes, files, report.database


@pytest.mark.model
def test_a_run_with_nothing_to_do_writes_nothing_and_reports_the_same(tmp_path: Path) -> None:
    folder, out = _inputs(tmp_path / "in"), tmp_path / "out"
    first = run([str(folder)], out, Config())
    times = _times(out)
    again = run([str(folder)], out, Config(workers=2))
    assert _times(out) == times
    assert _told(again) == _told(first)
    assert (first.reused, again.reused) == (0, 2)
    assert len(again.refused) == 1
    assert again.facts.total() > 0


@pytest.mark.model
@pytest.mark.parametrize(
    "damage", ["edited", "facts", "deleted", "database", "appended", "options"]
)
def test_outputs_that_are_not_as_they_were_are_written_anew(tmp_path: Path, damage: str) -> None:
    folder, out = _inputs(tmp_path / "in"), tmp_path / "out"
    run([str(folder)], out, Config())
    facts = (out / "facts.jsonl").read_bytes()
    config = Config()
    if damage == "edited":
        path = out / "facts.csv"
        path.write_bytes(path.read_bytes().replace(b"Norlys", b"Nortys"))
    elif damage == "facts":
        # What is read back for articles that have not changed.
        (out / "facts.jsonl").write_bytes(b"")
    elif damage == "deleted":
        (out / "knowledge.csv").unlink()
    elif damage == "database":
        with sqlite3.connect(out / "depeche.db") as connection:
            connection.execute("DELETE FROM facts")
        connection.close()
    elif damage == "appended":
        with (out / "entities.jsonl").open("a", encoding="utf-8") as file:
            file.write("\n")
    else:
        config = Config(date=date(2024, 10, 10))
    times = _times(out)
    run([str(folder)], out, config)
    assert _times(out)["facts.jsonl"] != times["facts.jsonl"]
    fresh = tmp_path / "fresh"
    run([str(folder)], fresh, config)
    for name in ("facts.jsonl", "facts.csv", "knowledge.csv", "entities.jsonl"):
        assert (out / name).read_bytes() == (fresh / name).read_bytes()
    assert damage == "options" or (out / "facts.jsonl").read_bytes() == facts
    with sqlite3.connect(out / "depeche.db") as connection:
        (count,) = connection.execute("SELECT count(*) FROM facts").fetchone()
    connection.close()
    assert count == facts.count(b"\n")
