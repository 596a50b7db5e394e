"""``facts.jsonl``, ``articles.jsonl`` and ``entities.jsonl``: one JSON object a line, UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from pipeline.errors import StoreError
from pipeline.store.records import article_record, entity_record, fact_from_record, fact_record
from pipeline.store.sink import Processed
from pipeline.types import Fact, Knowledge

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False).encode


def line(record: Mapping[str, Any]) -> str:
    """One line of a JSON lines file, line feed included."""
    return _encode(record) + "\n"


def fact_line(fact: Fact) -> str:
    """A fact as one line of ``facts.jsonl``, for standard output too."""
    return line(fact_record(fact))


class JsonLinesWriter:
    """The three JSON lines files; denied facts are written, marked as such."""

    def __init__(self) -> None:
        self._files = ExitStack()
        self._facts: IO[str]
        self._articles: IO[str]
        self._entities: IO[str]

    def open(self, folder: Path) -> None:
        self._facts = self._files.enter_context(open_text(folder / "facts.jsonl"))
        self._articles = self._files.enter_context(open_text(folder / "articles.jsonl"))
        self._entities = self._files.enter_context(open_text(folder / "entities.jsonl"))

    def write(self, item: Processed) -> None:
        self._articles.write(line(article_record(item.article)))
        self._facts.writelines(fact_line(fact) for fact in item.facts)
        self._entities.writelines(line(entity_record(entity)) for entity in item.entities)

    def write_knowledge(self, row: Knowledge) -> None:
        """Knowledge is a table: it has no JSON lines file."""

    def close(self) -> None:
        self._files.close()


def read_facts(path: Path) -> Iterator[Fact]:
    """The facts of a ``facts.jsonl``, one at a time.

    Raises:
        StoreError: the file cannot be read, or a line is no fact; the message has its number.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for count, text in enumerate(file, 1):
                try:
                    fact = fact_from_record(json.loads(text))
                except (ValueError, KeyError, TypeError, AttributeError) as error:
                    why = f"{type(error).__name__}: {error}"
                    raise StoreError(f"{path}, line {count}, is no fact ({why})") from None
                yield fact
    except OSError as error:
        raise StoreError(f"cannot read {path}: {error.strerror or error}") from error


def open_text(path: Path, *, errors: str = "backslashreplace") -> IO[str]:
    """A new UTF-8 file whose line ends are written as they are.

    A lone surrogate, which UTF-8 cannot hold, is written as ``\\udXXX``: inside a JSON string
    that is its very escape, so that even such a text reads back as it was.
    """
    # 256 kB: most of the time of a small write is the call, not the bytes.
    return path.open("w", encoding="utf-8", errors=errors, newline="", buffering=1 << 18)
