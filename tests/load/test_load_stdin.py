"""Standard input: one text, a page, records or a feed."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from load_builders import FRENCH, page

from pipeline.errors import UsageError
from pipeline.load import LoadOptions, load
from pipeline.types import Article, Rejected


def stdin(
    data: bytes, monkeypatch: pytest.MonkeyPatch, **options: object
) -> list[Article | Rejected]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    return list(load(["-"], LoadOptions(**options)))  # type: ignore[arg-type]


def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    (article,) = stdin(FRENCH.encode(), monkeypatch, default_date=date(2024, 3, 12))
    assert isinstance(article, Article)
    assert (article.id, article.source, article.text) == ("stdin", "-", FRENCH)
    assert article.published == date(2024, 3, 12)


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (page().encode(), 1),
        (gzip.compress(page().encode()), 1),
        (b'{"text": "Nimbolia ouvre un bureau \xc3\xa0 Lyon."}\n' * 2, 2),
        (b'[{"text": "Nimbolia ouvre un bureau \xc3\xa0 Lyon."}]', 1),
        (FRENCH.encode("utf-16"), 1),
        (b"", 1),
    ],
    ids=["html", "gzip", "lines", "list", "utf-16", "empty"],
)
def test_standard_input_is_sniffed(
    data: bytes, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = stdin(data, monkeypatch)
    assert len(items) == count
    for item in items:
        if isinstance(item, Article):
            assert "<" not in item.text
            assert '"text"' not in item.text
        else:
            assert item.reason in {"empty", "duplicate of stdin-1"}


def test_the_format_of_standard_input_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b'{"text": "La societe ouvre un bureau a Lyon pour les clients."}\n'
    (as_text,) = stdin(data, monkeypatch, stdin_format="text")
    assert isinstance(as_text, Article)
    assert as_text.text == data.decode()
    (as_lines,) = stdin(data, monkeypatch, stdin_format="jsonl")
    assert isinstance(as_lines, Article)
    assert as_lines.id == "stdin-1"


def test_an_unknown_format_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="unknown format 'docx'; known are auto, text"):
        LoadOptions(stdin_format="docx")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="at least 1"):
        LoadOptions(max_bytes=0)


def test_a_real_pipe_and_a_named_pipe(tmp_path: Path) -> None:
    program = (
        "import sys; from pipeline.load import load; [print(a.id) for a in load(sys.argv[1:])]"
    )
    command = [sys.executable, "-c", program, "-"]
    done = subprocess.run(command, input=FRENCH.encode(), capture_output=True, check=True)
    assert done.stdout.split() == [b"stdin"]
    assert done.stderr == b""
    tube = tmp_path / "tube"
    os.mkfifo(tube)
    command[-1] = str(tube)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as reader:
        tube.write_bytes(FRENCH.encode())
        assert reader.communicate(timeout=30)[0].split() == [b"tube"]
