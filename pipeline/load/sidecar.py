"""The ``ID.json`` beside an article: its metadata, and never an article of its own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import ArticleError
from pipeline.load.dates import bad_date, parse_published_field
from pipeline.load.decode import decode
from pipeline.load.draft import one_line
from pipeline.load.inputs import unreadable
from pipeline.load.options import LoadOptions


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says of its article; every other field of it is ignored."""

    published: date | None = None
    title: str | None = None
    url: str | None = None
    note: str | None = None


def read_sidecar(path: Path, options: LoadOptions) -> Sidecar | None:
    """Read the JSON file that stands beside an article of the same name.

    None where it is no sidecar but an article that happens to share the name: it has
    a text and no ``published``, or is a list.

    Raises:
        ArticleError: it cannot be read, or is no JSON.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(options.max_bytes + 1)
    except OSError as error:
        raise ArticleError(unreadable(error)) from error
    if len(data) > options.max_bytes:
        return None
    try:
        value = json.loads(decode(data, options.encoding))
    except json.JSONDecodeError as error:
        raise ArticleError(f"invalid JSON on line {error.lineno}") from None
    except (ValueError, RecursionError):
        raise ArticleError("invalid JSON on line 1") from None
    if not isinstance(value, dict):
        return None
    if "published" not in value and isinstance(value.get(options.text_field), str):
        return None
    published = parse_published_field(value.get("published"))
    return Sidecar(
        published,
        one_line(value.get("title")),
        one_line(value.get("url")),
        bad_date(value.get("published")) if published is None else None,
    )
