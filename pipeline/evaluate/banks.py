"""Reads banks of constructions: marked-up snippets with the facts that they tell.

One snippet a line, ``[words|slot]``; "!" before a snippet says that it tells nothing; " ⏎ "
is a paragraph break. Places bear what is said of them, ``[Lyon|place=opened/office]``;
functions and their holders may be numbered and bear a status, ``[Léa Brun|person.1:former]``,
and words may serve several slots, ``[le patron|role|company.2]``. Unnumbered words go with
every number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MARK = re.compile(r"\[([^\[\]|]+)\|((?:person|company|place|role)[^\]]*)\]")
_ANY = re.compile(r"\[([^\[\]|]+)\|[^\[\]]*\]")
_PART = re.compile(r"(person|company|place|role)((?:\.\d+)*)(?::(\w+))?(?:=(.*))?")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a snippet: the words that serve for each slot, and its status if it is said."""

    slots: dict[str, tuple[str, ...]]
    status: str | None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text without mark-up and the facts that it tells."""

    id: str
    text: str
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    words: str
    slot: str
    numbers: frozenset[int]
    status: str | None


def read_bank(path: Path) -> Iterator[Snippet]:
    """Yield the snippets of a bank of places of work or of functions."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield _snippet(f"{path.stem}:{number}", line)


def plain(line: str) -> str:
    """Return the text of a line of any bank, its mark-up taken off."""
    text = line.replace(" ⏎ ", "\n\n")
    while _ANY.search(text):
        text = _ANY.sub(r"\1", text)
    return text


def _snippet(name: str, line: str) -> Snippet:
    text = line.removeprefix("!").replace(" ⏎ ", "\n\n")
    words = [word for mark in _MARK.finditer(text) for word in _words(mark[1], mark[2])]
    while _MARK.search(text):
        text = _MARK.sub(r"\1", text)
    if line.startswith("!"):
        return Snippet(name, text, ())
    lead = "place" if any(w.slot == "place" for w in words) else "role"
    facts = _places(words) if lead == "place" else _functions(words)
    return Snippet(name, text, tuple(facts))


def _words(surface: str, parts: str) -> Iterator[_Word]:
    for part in parts.split("|"):
        read = _PART.fullmatch(part)
        if read is None:
            continue
        numbers = frozenset(int(n) for n in read[2].split(".")[1:])
        if read[1] == "place":
            yield _Word(surface, "place", numbers, (read[4] or "").partition("/")[0] or None)
        else:
            yield _Word(read[4] or surface, read[1], numbers, read[3])


def _together(one: _Word, other: _Word) -> bool:
    return not one.numbers or not other.numbers or bool(one.numbers & other.numbers)


def _places(words: list[_Word]) -> Iterator[Told]:
    for place in words:
        if place.slot != "place" or place.status == "based":
            continue
        companies = tuple(w.words for w in words if w.slot == "company" and _together(w, place))
        if companies:
            yield Told({"company": companies, "place": (place.words,)}, place.status)


def _functions(words: list[_Word]) -> Iterator[Told]:
    for number in sorted({n for w in words for n in w.numbers}) or [1]:
        mine = [w for w in words if not w.numbers or number in w.numbers]
        slots = {
            slot: tuple(w.words for w in mine if w.slot == slot)
            for slot in ("person", "company", "role")
        }
        if all(slots.values()):
            yield Told(slots, next((w.status for w in mine if w.status), "current"))
