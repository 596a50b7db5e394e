"""What a format reader hands to the loader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it: not yet cleaned, dated, checked or numbered."""

    id: str
    source: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    note: str | None = None
    """What was wrong with the metadata, though not with the article."""


def one_line(value: object) -> str | None:
    """Give a string on one line without outer space, None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None
