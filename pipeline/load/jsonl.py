"""JSON lines, and a JSON file with one record or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.errors import ArticleError
from pipeline.load.content import Content, too_large
from pipeline.load.dates import bad_date, parse_published_field
from pipeline.load.decode import decode
from pipeline.load.draft import Draft, one_line
from pipeline.load.inputs import Source, clean_id
from pipeline.load.options import LoadOptions
from pipeline.types import Rejected


def read_lines(
    content: Content, source: Source, options: LoadOptions
) -> Iterator[Draft | Rejected]:
    """Give one draft per line; a bad line is refused and the others go on.

    Raises:
        ArticleError: the input breaks off; the lines before are given.
    """
    for number, line in content.lines():
        yield read_line(line, number, source, options)


def read_line(
    line: bytes | None, number: int, source: Source, options: LoadOptions
) -> Draft | Rejected:
    """Give the draft of line ``number`` (from 1) of a file; None for a line beyond the limit."""
    here = f"{source.id}-{number}"
    if line is None:
        return Rejected(here, source.name, "load", too_large(options.max_bytes))
    try:
        record = _parse(decode(line, options.encoding), first_line=number)
    except ArticleError as error:
        return Rejected(here, source.name, "load", error.reason)
    return read_record(record, here, source, options)


def read_json(content: Content, source: Source, options: LoadOptions) -> Iterator[Draft | Rejected]:
    """Give the record, or the records of the list, that the file holds.

    Raises:
        ArticleError: too large, or invalid JSON.
    """
    value = _parse(decode(content.read_all(), options.encoding), first_line=1)
    if not isinstance(value, list):
        yield read_record(value, source.id, source, options)
        return
    if not value:
        raise ArticleError("empty")
    for number, record in enumerate(value, 1):
        yield read_record(record, f"{source.id}-{number}", source, options)


def _parse(text: str, *, first_line: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise ArticleError(f"invalid JSON on line {line}") from None
    except (ValueError, RecursionError):
        # A number of 5,000 digits, a list nested 100,000 deep.
        raise ArticleError(f"invalid JSON on line {first_line}") from None


def read_record(record: Any, here: str, source: Source, options: LoadOptions) -> Draft | Rejected:
    """Give the draft of one record; ``here`` is its id where it names none."""
    if not isinstance(record, dict):
        return Rejected(here, source.name, "load", "not a JSON object")
    given = record.get(options.id_field)
    if isinstance(given, int) and not isinstance(given, bool):
        given = str(given)
    article = (clean_id(given) if isinstance(given, str) else "") or here
    text = record.get(options.text_field)
    if not isinstance(text, str):
        return Rejected(article, source.name, "load", "no text field")
    date_value = record.get(options.date_field) or record.get("published")
    published = parse_published_field(date_value)
    return Draft(
        article,
        source.name,
        text,
        title=one_line(record.get(options.title_field)),
        url=one_line(record.get(options.url_field)),
        published=published,
        note=bad_date(date_value) if published is None else None,
    )
