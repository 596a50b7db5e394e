"""Web pages: trafilatura finds the article in them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from pipeline.errors import ArticleError
from pipeline.french.typography import key
from pipeline.load.content import Content
from pipeline.load.dates import parse_published
from pipeline.load.decode import declared_charset, decode
from pipeline.load.draft import Draft, one_line
from pipeline.load.inputs import Source
from pipeline.load.options import LoadOptions

# lxml refuses text that declares its encoding; it is decoded by now.
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_ROOT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
# An article has at least one sentence: eight words and an end. What is left of a page
# of links has none.
_SENTENCE = re.compile(r"(?:\S+\s+){7,}\S+\s?[.!?…»\"]", re.UNICODE)
_SOFT = re.compile(r"[\u00ad\u200b]")
_MANY_BREAKS = re.compile(r"\n{3,}")

_BLOCK_NAMES = (
    "address article aside blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li"
    " main ol p pre section table td th tr ul"
)
_SKIPPED_NAMES = "script style noscript template iframe svg figcaption button form"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SKIPPED = frozenset(_SKIPPED_NAMES.split())


def read_html(content: Content, source: Source, options: LoadOptions) -> Iterator[Draft]:
    """Give the article of a page: its title, an empty line and its main text.

    Paragraphs end in a line break; navigation, captions and comments are left out.

    Raises:
        ArticleError: too large, or "no article in this page".
    """
    data = content.read_all()
    page = decode(data, declared_charset(data) or options.encoding)
    page = _XML_DECLARATION.sub("", page, count=1)
    if not _ROOT.search(page):
        # A fragment with a single element is an empty tree to trafilatura.
        page = f"<html><body>{page}</body></html>"
    document = _extract(page)
    body = _SOFT.sub("", document.text or "").strip() if document is not None else ""
    if not _SENTENCE.search(body):
        raise ArticleError("no article in this page")
    title = one_line(_SOFT.sub("", document.title or ""))
    yield Draft(
        source.id,
        source.name,
        with_title(title, body),
        title=title,
        url=one_line(document.url),
        published=parse_published(document.date or ""),
    )


def _extract(page: str) -> Any:
    import trafilatura

    for name in ("trafilatura", "htmldate", "justext", "courlan"):
        # Their notes on odd markup are not the user's; without a handler Python prints them.
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
    try:
        return trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_formatting=False,
            # The extensive search takes any day that the text mentions for its date.
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "min_date": "1990-01-01",
                "max_date": "2100-12-31",
            },
        )
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError) as error:
        # What lxml and trafilatura raise on markup that is not markup.
        raise ArticleError("no article in this page") from error


def with_title(title: str | None, body: str) -> str:
    """Give title, empty line and body; the body alone where it begins with the title."""
    if not title or key(body[: 2 * len(title) + 20]).startswith(key(title)):
        return body
    return f"{title}\n\n{body}" if body else title


def strip_tags(markup: str) -> str:
    """Give the text of an HTML fragment, one line per block, without scripts and captions."""
    parser = _Stripper()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parser.parts).split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._skipping:
            while self._skipping and self._skipping.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            # Line breaks of the source are spaces; no-break spaces are kept.
            self.parts.append(re.sub(r"[ \t\r\n\f]+", " ", data))
