"""From bytes to text: UTF-8 first, then the single-byte encodings of French."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import ArticleError

# Where UTF-8 fails, these are tried; ties go to the first. Windows for the web,
# ISO 8859-15 for old pages with a euro sign, then the old Macintosh and DOS.
_CANDIDATES = ("cp1252", "iso8859-15", "mac-roman", "cp850")
# What French text holds beyond ASCII. Everything else speaks against a candidate, as
# "Ž" for a Macintosh "é" read as cp1252.
_EXPECTED = frozenset(
    "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’‘“”«»–—…•·€°©®™§£²³½¼ªº\u00a0áíóúñãšÁÍÓÚÑ"
)
# A quote or an ellipsis between two letters is a misread accent ("d‚cid‚").
_WRONG_PLACE = re.compile(r"(?<=[^\W\d_])[…“”•·€°©®™§£²³½¼«»](?=[^\W\d_])|‚|„")
_MULTIBYTE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_META_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I
)

# Lone bytes of a text that is UTF-8 elsewhere: read as cp1252, one by one.
_STRAY = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)
}  # fmt: skip


def decode(data: bytes, encoding: str | None = None) -> str:
    """Give the text of ``data``: UTF-8, with or without mark, else ``encoding``, else found out.

    A mark at the start is removed. In a text that is UTF-8 but for a few stray bytes
    those are read as cp1252, and a letter cut in half at the end is dropped.

    Raises:
        ArticleError: in no encoding this is text.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            return data[: error.start].decode("utf-8")
    if encoding is not None:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            raise ArticleError(f"not in the encoding {encoding}") from None
    text = data.decode("utf-8", "surrogateescape")
    strays = sum(1 for char in text if "\udc80" <= char <= "\udcff")
    if len(_MULTIBYTE.findall(data)) > 3 * strays:
        return text.translate(_STRAY)
    return _guess(data)


def declared_charset(data: bytes) -> str | None:
    """Give the encoding that a page declares in its first bytes, None for none that is known."""
    match = _META_CHARSET.search(data[:4096])
    if match is None:
        return None
    name = match.group(1).decode("ascii", "ignore").lower()
    # Pages that say Latin-1 are cp1252, as every browser reads them; those that say
    # UTF-8 and are not have told nothing.
    if name in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "windows-1252"}:
        return "cp1252"
    if name.startswith("utf"):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _guess(data: bytes) -> str:
    best, best_cost = "", 1.0
    for encoding in _CANDIDATES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        cost = _cost(text)
        if cost < best_cost:
            best, best_cost = text, cost
    # Up to a fifth of foreign letters (Škoda, Łódź) is still French.
    if best and best_cost <= 0.2:
        return best
    return _ask_charset_normalizer(data, best)


def _cost(text: str) -> float:
    """Give the share of characters beyond ASCII that French text does not hold there."""
    high = [char for char in text if char > "\x7f"]
    wrong = sum(1 for char in high if char not in _EXPECTED) + len(_WRONG_PLACE.findall(text))
    return min(1.0, wrong / len(high)) if high else 0.0


def _ask_charset_normalizer(data: bytes, fallback: str) -> str:
    # Another language, or no text: 100 kB are enough to tell, and keep it fast.
    from charset_normalizer import from_bytes

    match = from_bytes(data[:100_000]).best()
    if match is not None:
        try:
            return data.decode(match.encoding)
        except (UnicodeDecodeError, LookupError):
            pass
    if fallback:
        return fallback
    raise ArticleError("unknown encoding")
