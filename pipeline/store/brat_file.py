"""``brat/``: BRAT standoff, one ``ID.txt`` and one ``ID.ann`` per article, and the
``annotation.conf`` that lets the tool open the folder.

Entities and arguments are text-bound annotations. Each fact is an event whose trigger is its
evidence, since rules keep no trigger word: its arguments are roles, kind, status and modality
are attributes (Negation and Speculation where the tool has its own marks), and what is free
text (role, amount, time, rule) stands in a note. Offsets are those of the text as loaded.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.store.json_file import open_text
from pipeline.store.records import entities_of, iso, number
from pipeline.store.sink import Processed
from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    Article,
    Fact,
    Knowledge,
    Money,
    TimeValue,
)

FOLDER = "brat"
_UNSAFE = re.compile(r"[^\w.@+-]+")
_LINE = re.compile(r"[^\n\r]+")
_KINDS = (
    *("office", "headquarters", "lab", "subsidiary", "factory", "datacenter", "store", "hub"),
    *("campus", "other"),
)
_STATUSES = (
    *("planned", "opened", "existing", "closed", "current", "former", "incoming", "outgoing"),
    *("done", "total", "rumour", "failed"),
)


class BratWriter:
    """The folder ``brat/``; denied facts are in it, with the attribute Negation."""

    def __init__(self) -> None:
        self._folder: Path

    def open(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._folder.mkdir()
        with open_text(self._folder / "annotation.conf") as file:
            file.writelines(f"{text}\n" for text in _configuration())

    def write(self, item: Processed) -> None:
        article = item.article
        if not isinstance(article, Article):
            return
        stem = file_stem(article.id)
        # Half a character becomes one "?": an escape of six would shift every offset after it.
        with open_text(self._folder / f"{stem}.txt", errors="replace") as file:
            file.write(article.text)
        with open_text(self._folder / f"{stem}.ann", errors="replace") as file:
            file.writelines(f"{text}\n" for text in _annotations(article, item))

    def write_knowledge(self, row: Knowledge) -> None:
        """Knowledge stands in no single text."""

    def close(self) -> None:
        """Every file is closed already."""


def file_stem(article: str) -> str:
    """A file name for an article's id, the id itself where it is one already."""
    stem = _UNSAFE.sub("_", article)[:50]  # a name has room for 255 bytes, four a letter
    if stem == article and not stem.startswith("."):
        return stem
    # Two ids that read alike after the change must not share a file.
    return f"a{stem}-{hashlib.sha256(article.encode('utf-8', 'replace')).hexdigest()[:8]}"


def event_role(name: str, count: int) -> str:
    """Role of an event for an argument: Company; Investors, Investors2, … in a list."""
    role = name.capitalize()
    return role if count == 0 else f"{role}{count + 1}"


def _annotations(article: Article, item: Processed) -> Iterator[str]:
    spans: dict[tuple[str, int, int], str] = {}
    lines: list[str] = []

    def bound(kind: str, start: int, end: int) -> str:
        key = (kind, start, end)
        if key not in spans:
            spans[key] = f"T{len(spans) + 1}"
            lines.append(_text_bound(spans[key], kind, article.text, start, end))
        return spans[key]

    for mention in sorted(item.entities, key=lambda one: (one.start, one.end, one.label)):
        bound(mention.label, mention.start, mention.end)
    attributes = 0
    for count, fact in enumerate(item.facts, 1):
        roles = [
            f"{event_role(name, place)}:{bound(entity.label, entity.start, entity.end)}"
            for name in RELATIONS[fact.relation]
            for place, entity in enumerate(entities_of(fact.arguments.get(name)))
        ]
        trigger = bound(fact.relation, fact.evidence.start, fact.evidence.end)
        lines.append(" ".join([f"E{count}\t{fact.relation}:{trigger}", *roles]))
        for words in _marks(fact):
            attributes += 1
            mark, *value = words
            lines.append(" ".join([f"A{attributes}\t{mark}", f"E{count}", *value]))
        lines.append(f"#{count}\tAnnotatorNotes E{count}\t{_note(fact)}")
    yield from lines


def _text_bound(name: str, kind: str, text: str, start: int, end: int) -> str:
    # The format has no span across lines: its lines become the fragments of one annotation.
    parts = [match.span() for match in _LINE.finditer(text, start, end)]
    parts = [(a, b) for a, b in parts if text[a:b].strip()] or [(start, end)]
    offsets = ";".join(f"{a} {b}" for a, b in parts)
    words = " ".join(text[a:b].replace("\t", " ") for a, b in parts)
    return f"{name}\t{kind} {offsets}\t{words}"


def _marks(fact: Fact) -> Iterator[tuple[str, ...]]:
    for name in ("kind", "status"):
        value = fact.attributes.get(name)
        if value is not None:
            yield name.capitalize(), value
    yield "Modality", fact.modality
    if fact.modality == "denied":
        yield ("Negation",)
    if fact.modality == "reported":
        yield ("Speculation",)


def _note(fact: Fact) -> str:
    told: list[tuple[str, Any]] = [("fact_id", fact.fact_id)]
    for name in ATTRIBUTES[fact.relation]:
        if name not in ("kind", "status"):
            value = fact.attributes.get(name)
            told.append((name, _money(value) if isinstance(value, Money) else value))
    told += [
        ("time", _time(fact.time)),
        ("attribution", fact.attribution.text if fact.attribution else None),
        ("confidence", round(fact.confidence, 4)),
        ("rule", fact.rule),
        ("evidence", fact.evidence.text),
    ]
    return " ".join("; ".join(f"{key}={value}" for key, value in told if value is not None).split())


def _money(money: Money) -> str:
    value = number(money.value)
    return f"{money.text} = {'?' if value is None else value} {money.currency or ''}".rstrip()


def _time(time: TimeValue | None) -> str | None:
    if time is None:
        return None
    return f"{time.text} = {iso(time.start) or '..'}/{iso(time.end) or '..'}"


def _configuration() -> Iterator[str]:
    yield "[entities]"
    yield from ("ORG", "PER", "LOC")
    yield "[relations]"
    yield "[events]"
    for relation, names in RELATIONS.items():
        # "*": a list takes any number, numbered from the second on.
        roles = (f"{event_role(n, 0)}{'*' if n in LIST_ARGUMENTS else '?'}:<ENTITY>" for n in names)
        yield f"{relation}\t{', '.join(roles)}"
    yield "[attributes]"
    yield f"Kind\tArg:<EVENT>, Value:{'|'.join(_KINDS)}"
    yield f"Status\tArg:<EVENT>, Value:{'|'.join(_STATUSES)}"
    yield "Modality\tArg:<EVENT>, Value:asserted|planned|reported|denied"
    yield "Negation\tArg:<EVENT>"
    yield "Speculation\tArg:<EVENT>"
