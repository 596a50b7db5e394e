"""What the loader can be told."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from pipeline.errors import UsageError

StreamFormat = Literal["auto", "text", "html", "jsonl", "json", "feed"]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How articles are read; the defaults are those of the command line.

    Raises:
        UsageError: for an unknown encoding or stream format, or a limit below 1.
    """

    default_date: date | None = None
    """Publication date of articles that give none."""
    encoding: str | None = None
    """Encoding of input that is neither UTF-8 nor has a byte-order mark; None: found out."""
    text_field: str = "text"
    title_field: str = "title"
    date_field: str = "date"
    """Field of a JSON record; ``published`` is read where it is missing."""
    url_field: str = "url"
    id_field: str = "id"
    max_bytes: int = 20_000_000
    """Size, unpacked, of one file; of one line for JSON lines, whose files have no limit."""
    max_chars: int = 1_000_000
    """Length of one article."""
    check_language: bool = True
    stdin_format: StreamFormat = "auto"

    def __post_init__(self) -> None:
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                raise UsageError(f"unknown encoding {self.encoding!r}") from None
        if self.stdin_format not in get_args(StreamFormat):
            known = ", ".join(get_args(StreamFormat))
            raise UsageError(f"unknown format {self.stdin_format!r}; known are {known}")
        if self.max_bytes < 1 or self.max_chars < 1:
            raise UsageError("the limits of size and length must be at least 1")
