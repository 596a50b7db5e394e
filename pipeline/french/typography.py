"""Typography of French text, folded for matching without moving an offset.

Press text writes the same apostrophe in five ways and hides no-break spaces in
amounts ("20 000 €"). Patterns match on ``fold(text)``, which has the same length
as ``text``, so a match's offsets are offsets into the text as loaded.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Right and left single quotes, modifier apostrophes, prime, acute, grave, fullwidth.
_APOSTROPHES = (
    "\u2018\u2019\u201a\u201b\u02bc\u02b9\u02bb\u02bd\u02c8\u2032\u2035\u00b4\u0060\u0374\uff07"
)
# “ ” „ ‟ ″ and fullwidth; the guillemets « » carry meaning (speech) and are kept.
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u2036\uff02"
# NBSP, the typographic spaces, NNBSP, medium and ideographic space, and the tab.
# Zero-width characters become a space too: a 1:1 table cannot delete them.
_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\u200b\u2060\ufeff"
)
# Hyphen, no-break hyphen, figure dash, en dash, minus sign and their small forms. The
# em dash (—, ―) is kept: it separates clauses and never joins a name.
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\u00ad\u2043"
# Line breaks other than "\n" (the loader leaves "\n" alone, other callers may not).
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"

_FOLD: dict[int, int] = {
    **dict.fromkeys(map(ord, _APOSTROPHES), ord("'")),
    **dict.fromkeys(map(ord, _QUOTES), ord('"')),
    **dict.fromkeys(map(ord, _SPACES), ord(" ")),
    **dict.fromkeys(map(ord, _HYPHENS), ord("-")),
    **dict.fromkeys(map(ord, _BREAKS), ord("\n")),
}

# Letters that Unicode does not decompose, and the ligatures of French.
_LETTERS: dict[int, str] = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ı": "i", "ß": "ss"}
)
_SEPARATORS = re.compile(r"[\s'\-.\u2014\u2015\u00b7_]+")


def fold(text: str) -> str:
    """Give ``text`` with one form of apostrophe, quote, space, hyphen and line break.

    One character becomes one character: ``len(fold(text)) == len(text)`` and offsets
    stay the same. Case, accents and guillemets are kept; idempotent.
    """
    return text.translate(_FOLD)


def strip_accents(text: str) -> str:
    """Give ``text`` without diacritics and with ligatures opened ("Cœur Été" -> "Coeur Ete").

    The length may change: never use the result's offsets.
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_LETTERS)


# Sized for the names of a few hundred articles: more would only hold memory.
@lru_cache(maxsize=1 << 14)
def key(text: str) -> str:
    """Give the form in which two names are compared.

    Case folded, no accents, apostrophes, hyphens and dots as single spaces, trimmed:
    "L’Oréal" and "l'oreal" both give "l oreal", "Saint-Étienne" gives "saint etienne".
    The length may change. Idempotent.
    """
    # Case folding may bring accents (ΐ) and apostrophes (ŉ) of its own, so it comes first.
    return _SEPARATORS.sub(" ", fold(strip_accents(text.casefold()))).strip()
