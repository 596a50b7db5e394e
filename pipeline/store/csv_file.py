"""One CSV table per relation, ``facts.csv`` with all of them, and ``knowledge.csv``.

UTF-8 without byte order mark, comma, line feed, header always there. A table is opened by
people in spreadsheets, so a cell of text is made safe: one that a spreadsheet would run as a
formula gets an apostrophe before it, line breaks become spaces (one fact stays one line),
control characters go. The exact words are in ``facts.jsonl``.
"""

from __future__ import annotations

import csv
import re
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from pipeline.store.flat import (
    all_columns,
    columns,
    flat_row,
    knowledge_columns,
    knowledge_row,
)
from pipeline.store.json_file import open_text
from pipeline.store.sink import Processed
from pipeline.types import RELATIONS, Article, Knowledge

# A formula may hide behind spaces and what has no width; full-width signs start one too.
_FORMULA = re.compile(r"[\s\u200b\u2060\ufeff]*[=+\-@＝＋－＠]")
_BREAKS = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]|\t")


def cell(value: Any) -> Any:
    """What to write for a value: text made safe, numbers as they are, truth as true/false."""
    if isinstance(value, str):
        if not value.isprintable():
            value = _CONTROLS.sub(" ", _BREAKS.sub(" ", value))
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


class CsvWriter:
    """All tables; denied facts stay out of them unless ``include_denied``."""

    def __init__(self, *, include_denied: bool = False) -> None:
        self._include_denied = include_denied
        self._files = ExitStack()
        self._tables: dict[str, _Table] = {}

    def open(self, folder: Path) -> None:
        for relation in RELATIONS:
            self._add(folder, relation, columns(relation))
        self._add(folder, "facts", all_columns())
        self._add(folder, "knowledge", knowledge_columns())

    def write(self, item: Processed) -> None:
        if not isinstance(item.article, Article):
            return
        published, url = item.article.published, item.article.url
        for fact in item.facts:
            if fact.modality == "denied" and not self._include_denied:
                continue
            row = flat_row(fact, published=published, url=url)
            safe = {name: cell(value) for name, value in row.items() if value is not None}
            self._tables[fact.relation].write(safe)
            self._tables["facts"].write(safe)

    def write_knowledge(self, row: Knowledge) -> None:
        flat = knowledge_row(row)
        self._tables["knowledge"].write({name: cell(value) for name, value in flat.items()})

    def close(self) -> None:
        self._files.close()

    def _add(self, folder: Path, name: str, header: tuple[str, ...]) -> None:
        file = self._files.enter_context(open_text(folder / f"{name}.csv"))
        self._tables[name] = _Table(file, header)


class _Table:
    def __init__(self, file: IO[str], header: tuple[str, ...]) -> None:
        self._writer = csv.writer(file, lineterminator="\n")
        self._header = header
        self._writer.writerow(header)

    def write(self, row: dict[str, Any]) -> None:
        self._writer.writerow([row.get(name) for name in self._header])
