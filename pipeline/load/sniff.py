"""Which format an input is in: by its first bytes, then by its suffix."""

from __future__ import annotations

import json
import re
from typing import Literal

from pipeline.errors import ArticleError
from pipeline.load.options import StreamFormat

Kind = Literal["text", "html", "jsonl", "json", "feed"]

_TEXT = frozenset({"", ".txt", ".text", ".md"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_FEED = frozenset({".rss", ".atom"})
_MARKUP = _HTML | _FEED | {".xml"}

# Formats without a zero byte in their first kilobytes, which would pass for text.
_BINARY_MAGIC = (b"%PDF-", b"%!PS", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04")
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# What may stand before the root element: declaration, comments, doctype.
_PROLOGUE = rb"(?:\s|\xef\xbb\xbf|<\?[^>]*\?>|<!--.*?-->|<!doctype(?!\s+html)[^>]*>)*"
_FEED_ROOT = re.compile(_PROLOGUE + rb"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE | re.DOTALL)
_PAGE_ROOT = re.compile(
    _PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|article|main|meta|title|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?<\?xml\b", re.IGNORECASE)


def kind_of(head: bytes, suffix: str) -> Kind:
    """Tell the format of a file.

    ``head`` holds the first bytes, not UTF-16; ``suffix`` is in lower case.

    Raises:
        ArticleError: "empty", "binary" or "unknown format (.csv)".
    """
    if not head.strip():
        raise ArticleError("empty")
    if looks_binary(head):
        raise ArticleError("binary")
    if suffix in _LINES:
        return "jsonl"
    if suffix == ".json":
        return "jsonl" if _first_line_is_record(head) else "json"
    if _FEED_ROOT.match(head):
        return "feed"
    if _PAGE_ROOT.match(head):
        return "html"
    if suffix in _FEED:
        return "feed"
    if suffix in _HTML:
        # A page whose markup is all gone is read as what it is.
        return "html" if b"<" in head else "text"
    if suffix == ".xml" or _XML.match(head):
        raise ArticleError("unknown format (XML that is neither a feed nor a page)")
    if suffix in _TEXT:
        return "text" if suffix else _bare(head)
    raise ArticleError(f"unknown format ({suffix})")


def kind_of_stream(head: bytes, wanted: StreamFormat) -> Kind:
    """Tell the format of standard input; ``wanted`` other than "auto" decides.

    Raises:
        ArticleError: "empty" or "binary".
    """
    kind = kind_of(head, "")
    return kind if wanted == "auto" else wanted


def looks_binary(head: bytes) -> bool:
    """Tell whether bytes are no text in any encoding of one to four bytes a letter."""
    sample = head[:8192]
    if b"\0" in sample or sample.startswith(_BINARY_MAGIC):
        return True
    # Text has no control characters but a stray form feed or escape.
    return len(_CONTROLS.findall(sample)) > 2 + len(sample) // 50


def _bare(head: bytes) -> Kind:
    """Tell JSON from plain text where no suffix does."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{":
        if _first_line_is_record(head):
            return "jsonl"
        if re.match(rb'\{\s*"', start):
            return "json"
    if re.match(rb"\[\s*\{", start):
        return "json"
    return "text"


def _first_line_is_record(head: bytes) -> bool:
    """Tell JSON lines from one JSON value: the first line is an object and others follow."""
    first, _, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not first.startswith(b"{") or not rest.strip():
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True
