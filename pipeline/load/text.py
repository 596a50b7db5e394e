"""Plain text: the text is the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.french.typography import fold
from pipeline.load.content import Content
from pipeline.load.dateline import find_dateline
from pipeline.load.decode import decode
from pipeline.load.draft import Draft, one_line
from pipeline.load.inputs import Source
from pipeline.load.options import LoadOptions

_MAX_TITLE = 160
_SENTENCE_END = re.compile(r"[.…:;,][\"'»)\s]*$")
_MARKS = " \t#*_="


def read_text(content: Content, source: Source, options: LoadOptions) -> Iterator[Draft]:
    """Give the one article of a plain text file.

    Raises:
        ArticleError: too large, or not text.
    """
    text = decode(content.read_all(), options.encoding)
    yield Draft(source.id, source.name, text)


def heading(text: str) -> str | None:
    """Give the first line of ``text`` where it looks like a title.

    That is three words or more on a short line without full stop, other lines
    following; the marks of Markdown are left off.
    """
    first, newline, rest = text.lstrip().partition("\n")
    if not newline or not rest.strip():
        return None
    title = one_line(first.strip(_MARKS))
    if title is None or len(title) > _MAX_TITLE or len(title.split()) < 3:
        return None
    if _SENTENCE_END.search(fold(title)) or find_dateline(title) is not None:
        return None
    return title
