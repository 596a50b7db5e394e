"""Which files are read, in which order, and every kind of input that is refused."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load_builders import FRENCH, articles, one, put, read, refusal

from pipeline.errors import UsageError
from pipeline.load import count_files, load
from pipeline.types import Article, Rejected


def names(*paths: Path | str) -> list[str]:
    return [item.id if isinstance(item, Article) else item.article for item in read(*paths)]


def test_folders_are_read_recursively_in_the_order_of_names(tmp_path: Path) -> None:
    for number, name in enumerate(["b.txt", "a/z.txt", "a/b/y.md", "c.jsonl", ".hidden.txt"]):
        text = f"{FRENCH} Épisode {number}."
        put(tmp_path, name, json.dumps({"text": text}) if name.endswith("l") else text)
    put(tmp_path, ".git/config.txt")
    assert names(tmp_path) == ["y", "z", "b", "c-1"]
    assert names(tmp_path) == names(tmp_path)
    assert count_files([str(tmp_path)]) == 4
    assert names(tmp_path / "b.txt", tmp_path) == ["b", "y", "z", "c-1"]
    assert one(tmp_path / ".hidden.txt").id == ".hidden"


def test_globs(tmp_path: Path) -> None:
    for number, name in enumerate(["b1.txt", "b2.txt", "c.txt", "sub/b3.txt", "odd[1].txt"]):
        put(tmp_path, name, f"{FRENCH} Épisode {number}.")
    assert names(tmp_path / "b*.txt") == ["b1", "b2"]
    assert names(f"{tmp_path}/**/b?.txt") == ["b1", "b2", "b3"]
    assert names(tmp_path / "odd[1].txt") == ["odd[1]"]


@pytest.mark.parametrize("missing", ["absent.txt", "absent*.txt", ""])
def test_a_missing_input_is_wrong_usage_before_anything_is_read(
    tmp_path: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "a.txt")
    with pytest.raises(UsageError, match=r"no such file|no file matches"):
        load(["a.txt", missing])


def test_a_missing_input_is_named() -> None:
    with pytest.raises(UsageError, match=r"no such file or folder: 'nulle-part\.txt'"):
        load(["nulle-part.txt"])


def test_loading_is_lazy(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    second = put(tmp_path, "b.txt", FRENCH + " Fin.")
    stream = load([str(tmp_path)])
    assert isinstance(next(stream), Article)
    second.write_text("")
    last = next(stream)
    assert isinstance(last, Rejected)
    assert last.reason == "empty"


def test_two_thousand_articles_with_one_bad(tmp_path: Path) -> None:
    for number in range(2000):
        put(tmp_path, f"art-{number:04}.txt", f"{FRENCH} Épisode {number}.")
    put(tmp_path, "art-0777.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    items = read(tmp_path)
    assert sum(isinstance(item, Article) for item in items) == 1999
    assert [item for item in items if isinstance(item, Rejected)] == [
        Rejected("art-0777", str(tmp_path / "art-0777.txt"), "load", "binary")
    ]


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t\n", "empty"),
        ("a.txt", "\ufeff\u200b".encode(), "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.gz", b"", "empty"),
        ("a.txt", PNG, "binary"),
        ("image.png", PNG, "binary"),
        ("a.html", b"PK\x03\x04 abc", "binary"),
        ("a.txt", random.Random(7).randbytes(5000), "binary"),
        ("a.txt", bytes(range(1, 32)) * 20, "binary"),
        ("a.txt.gz", gzip.compress(PNG), "binary"),
        ("a.txt.gz", gzip.compress(gzip.compress(FRENCH.encode())), "binary"),
        ("a.txt.gz", gzip.compress(FRENCH.encode())[:-40], "broken gzip"),
        ("a.txt.gz", FRENCH.encode(), "broken gzip"),
        ("a.txt", b"\x1f\x8b\x08 et rien", "broken gzip"),
        ("a.txt.gz", gzip.compress(FRENCH.encode()) + b"reste", "broken gzip"),
        ("a.csv", "société;ville\nNimbolia;Lyon\n", "unknown format (.csv)"),
        ("a.ann", "T1\tORG 0 5\tNimbolia", "unknown format (.ann)"),
        ("a.txt", "12 345 678 — 9", "not French (und)"),
    ],
)
def test_each_kind_of_bad_file(
    tmp_path: Path, name: str, content: bytes | str, reason: str
) -> None:
    path = put(tmp_path, name, content)
    assert refusal(path) == reason
    assert refusal(tmp_path) == reason


def test_a_large_text_is_refused_by_its_size(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", (FRENCH.encode() + b"\n") * (52_000_000 // len(FRENCH.encode())))
    tracemalloc.start()
    assert refusal(path) == "too large (52 MB; the limit is 20 MB)"
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    size = len(FRENCH.encode())
    path = put(tmp_path, "a.txt")
    assert one(path, max_bytes=size).text == FRENCH
    assert refusal(path, max_bytes=size - 1).startswith(f"too large ({size} bytes; the limit is ")
    assert one(path, max_chars=len(FRENCH)).text == FRENCH
    assert refusal(path, max_chars=100) == (
        f"too long ({len(FRENCH):,} characters; the limit is 100)"
    )


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.html.gz"])
def test_a_gzip_bomb_stops_at_the_limit(tmp_path: Path, name: str) -> None:
    line = b'{"x":1}' if "jsonl" in name else b"<p>mot " if "html" in name else b"mot "
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as stream:
        for _ in range(100):
            stream.write((line + b"\n") + b" " * 1_000_000)
    path = put(tmp_path, name, packed.getvalue())
    assert path.stat().st_size < 200_000
    tracemalloc.start()
    items = read(path, max_bytes=3_000_000)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    last = items[-1]
    assert isinstance(last, Rejected)
    assert last.reason == "too large (over 3 MB)"
    assert len(items) < 60


# Permissions do not bind root, a loop of links does.
def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "boucle.txt").symlink_to(tmp_path / "boucle.txt")
    (tmp_path / "pendant.txt").symlink_to(tmp_path / "absent")
    put(tmp_path, "z.txt")
    loop, dangling, good = read(tmp_path)
    assert isinstance(loop, Rejected)
    assert (loop.article, loop.reason) == (
        "boucle",
        "unreadable: too many levels of symbolic links",
    )
    assert isinstance(dangling, Rejected)
    assert (dangling.article, dangling.reason) == (
        "pendant",
        "unreadable: no such file or directory",
    )
    assert isinstance(good, Article)
    assert refusal(tmp_path / "boucle.txt") == loop.reason


def test_a_file_without_permission() -> None:
    # Not tmp_path, which only its owner may enter: root may read everything, so it reads as nobody.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        put(folder, "a.txt").chmod(0)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            reason = refusal(folder)
        finally:
            if root:
                os.seteuid(0)
    assert reason == "unreadable: permission denied"


# Only Linux has a file that opens and then fails on read; elsewhere there is none to try.
@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails on read")
def test_a_file_that_fails_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    assert refusal(tmp_path) == "unreadable: input/output error"


def test_a_loop_of_folders_ends(tmp_path: Path) -> None:
    put(tmp_path, "a/x.txt")
    (tmp_path / "a" / "encore").symlink_to(tmp_path)
    assert names(tmp_path) == ["x"]


def test_a_pipe_in_a_folder_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    assert refusal(tmp_path) == "not a regular file"


def test_a_name_that_is_no_utf_8_can_be_written(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118
    try:
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.write(FRENCH.encode())
    except OSError:
        # Without such a file there is nothing to read; Linux file systems all allow it.
        pytest.skip("this file system refuses such names")
    article = one(tmp_path)
    assert article.id == "caf\\xe9"
    assert article.source.encode().endswith(b"caf\\xe9.txt")


def test_equal_texts_are_read_once(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    put(tmp_path, "b.txt", FRENCH.encode("utf-16"))
    put(tmp_path, "c.jsonl", json.dumps({"id": "c", "text": FRENCH}))
    first, *others = read(tmp_path, tmp_path / "a.txt")
    assert isinstance(first, Article)
    assert [(r.article, r.reason) for r in others if isinstance(r, Rejected)] == [
        ("b", "duplicate of a"),
        ("c", "duplicate of a"),
    ]


def test_equal_ids_never_clash(tmp_path: Path) -> None:
    for number, folder in enumerate(["un", "deux", "trois"]):
        put(tmp_path, f"{folder}/a.txt", f"{FRENCH} Épisode {number}.")
    found = articles(tmp_path)
    assert found[0].id == "a"
    assert [a.id for a in found[1:]] == [f"a-{a.sha256[:8]}" for a in found[1:]]
    assert [a.id for a in articles(tmp_path)] == [a.id for a in found]


def test_an_id_that_already_looks_like_a_suffixed_one(tmp_path: Path) -> None:
    second = one(put(tmp_path, "x.txt", FRENCH + " Bis."))
    taken = f"a-{second.sha256[:8]}"
    rows = [
        {"id": taken, "text": FRENCH + " Un."},
        {"id": "a", "text": FRENCH + " Deux."},
        {"id": "a", "text": FRENCH + " Bis."},
    ]
    path = put(tmp_path, "r.jsonl", "\n".join(map(json.dumps, rows)))
    assert [a.id for a in articles(path)] == [taken, "a", f"a-{second.sha256[:9]}"]


def test_nothing_heavy_is_imported_for_plain_french(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    program = (
        "import sys; from pipeline.load import load; (a,) = load(sys.argv[1:]); "
        "heavy = {'trafilatura', 'feedparser', 'ftfy', 'py3langid', 'lxml', 'numpy', 'spacy'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "[]\n"


SUFFIXES = ("a.txt", "a.jsonl", "a.json", "a.rss", "a.html", "a.gz", "a", "a.xml")
STARTS = (b"", b"\x1f\x8b\x08\x00", b"<rss><channel><item>", b"<html><p>", b'{"text": "', b"[{")
MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\x00\x00", b"\xef\xbb\xbf")


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.sampled_from(SUFFIXES),
    st.sampled_from(STARTS + MARKS),
    st.binary(max_size=400) | st.text(max_size=200).map(str.encode),
)
def test_no_bytes_make_the_loader_raise(
    tmp_path: Path, name: str, start: bytes, rest: bytes
) -> None:
    path = put(tmp_path, name, start + rest)
    for item in read(path):
        if isinstance(item, Rejected):
            assert item.reason
            assert item.article
        else:
            assert item.text.strip()
            assert item.text.encode()
    path.unlink()
