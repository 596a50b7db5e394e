"""RSS and Atom: one article per entry."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from pipeline.errors import ArticleError
from pipeline.load.content import Content
from pipeline.load.dates import parse_published
from pipeline.load.draft import Draft, one_line
from pipeline.load.html import strip_tags, with_title
from pipeline.load.inputs import Source
from pipeline.load.options import LoadOptions
from pipeline.types import Rejected

# What publishing systems put below every entry, as a line of its own.
_BOILERPLATE = re.compile(
    r"^(?:l['’]article .{3,300} est apparu en premier sur .{2,120}"
    r"|cet article .{3,300} est apparu en premier sur .{2,120}"
    r"|the post .{3,300} appeared first on .{2,120}"
    r"|(?:→\s*)?(?:lire (?:la suite|l['’]article|plus)|en savoir plus)\b.{0,160}"
    r"|(?:→\s*)?(?:continue reading|read more)\b.{0,160}"
    r"|\[?(?:…|\.\.\.|&hellip;)\]?)$",
    re.IGNORECASE,
)

# The same at the end of a teaser's only line.
_TEASER = re.compile(
    r"\s*\[?(?:…|\.\.\.)?\]?\s+(?:→\s*)?(?:lire la suite|continue reading|read more)[\s.…→»>]*$",
    re.IGNORECASE,
)


def read_feed(
    content: Content, source: Source, _options: LoadOptions
) -> Iterator[Draft | Rejected]:
    """Give one draft per entry: title, empty line, content (or summary) without markup.

    An entry's id is the feed's with a hash of the entry's own id or link, so that it
    stays the same while entries move down the feed.

    Raises:
        ArticleError: too large, "invalid XML" or "no entry in this feed".
    """
    import feedparser

    # Bytes in a stream: a string would be taken for an address to fetch.
    feed = feedparser.parse(io.BytesIO(content.read_all()), sanitize_html=False)
    if not feed.entries:
        broken = feed.get("bozo") and not feed.get("version")
        raise ArticleError("invalid XML" if broken else "no entry in this feed")
    for entry in feed.entries:
        yield _draft(entry, source)


def _draft(entry: Any, source: Source) -> Draft | Rejected:
    title = one_line(strip_tags(entry.get("title", "")))
    body = _body(entry)
    link = one_line(entry.get("link"))
    identity = one_line(entry.get("id")) or link or f"{title}\n{body}"
    article = f"{source.id}-{hashlib.sha256(identity.encode('utf-8', 'replace')).hexdigest()[:8]}"
    if not body:
        return Rejected(article, source.name, "load", "no text in this entry")
    published = None
    for field in ("published", "created", "updated"):
        published = published or parse_published(entry.get(field) or "")
    return Draft(article, source.name, with_title(title, body), title, link, published)


def _body(entry: Any) -> str:
    markups = [part.get("value") or "" for part in entry.get("content", ())]
    markups.append(entry.get("summary") or "")
    # Full text where the feed gives it; several alternates may stand side by side.
    text = max((strip_tags(markup) for markup in markups), key=len)
    lines = text.split("\n")
    while lines and (not lines[-1] or _BOILERPLATE.match(lines[-1])):
        lines.pop()
    return _TEASER.sub("", "\n".join(lines))
