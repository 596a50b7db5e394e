"""The text as loaded: line ends, composed letters, no control characters, no mojibake.

Everything else stays as it was written (apostrophes, no-break spaces, guillemets,
outer space), as every offset of the output counts in this text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from pipeline.errors import ArticleError

# Line ends of all kinds become "\n"; a page break ends a line, too.
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\u2028\u2029]")
# Controls, and characters that cannot be seen but split words: soft hyphen, zero-width
# space, word joiner, byte-order mark, marks of writing direction.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_C1 = re.compile(r"[\x80-\x9f]")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

# UTF-8 read as cp1252, Latin-1, Mac Roman or cp850. Cheap and too generous: it only
# decides whether ftfy is asked.
_SUSPECT = re.compile(
    r"\ufffd|Ã|Â(?:[^\w\s]|[\xa0-\xbf])|â(?:[^\w\s]|[\x80-\xbf])|Å[“”’‘¸\x80-\xbf]|√[©®´†]|├|ï»¿"
)
# What no French, or Portuguese, text holds: what ftfy could not repair.
_BROKEN = re.compile(
    r"[^\W\d_]\ufffd|\ufffd[^\W\d_]|Ã[^A-ZÀ-Þ\s.,;:!»)’'-]|â€|Â[\xa0-\xbf]|√[©®]|├[^\s─┬┼┴┤]"
)
_CAPITAL_INSIDE = re.compile(r"[a-zà-ÿ][À-ÖØ-Þ](?=[a-zà-ÿ])")
# Accents that became question marks ("soci?t? fran?aise"), not those of an address.
_LOST_ACCENT = re.compile(r"(?<![\w/=&?.-])[a-zA-Z]+\?+[a-z]+(?:\?+[a-z]*)*(?![\w/=&-])")
_ACCENT = re.compile(r"[àâçéèêëîïôùûœ]", re.IGNORECASE)


def clean(text: str) -> str:
    """Give the text as loaded; idempotent.

    Raises:
        ArticleError: "mojibake beyond repair": letters are lost.
    """
    text = _LINE_ENDS.sub("\n", text)
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", text)
        if _SUSPECT.search(text):
            text = "\n".join(_repair(line) for line in text.split("\n"))
        # Windows letters that were read as Latin-1: "l\x92Europe".
        text = _C1.sub(_from_cp1252, text)
    text = _INVISIBLE.sub("", text)
    if _BROKEN.search(text) or _accents_lost(text):
        raise ArticleError("mojibake beyond repair")
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text


def _repair(line: str) -> str:
    if not _SUSPECT.search(line):
        return line
    import ftfy

    repaired: str = ftfy.fix_encoding(line, _ftfy_config())
    # Read as ISO 8859-15, "è" and "Ú" look the same and ftfy takes the latter.
    if len(_CAPITAL_INSIDE.findall(repaired)) > len(_CAPITAL_INSIDE.findall(line)):
        raise ArticleError("mojibake beyond repair")
    return repaired


@lru_cache(maxsize=1)
def _ftfy_config() -> Any:
    """Give the configuration that repairs encodings and changes nothing else."""
    import ftfy

    return ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_encoding=True,
        restore_byte_a0=True,
        replace_lossy_sequences=True,
        decode_inconsistent_utf8=True,
        fix_c1_controls=True,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )


def _from_cp1252(match: re.Match[str]) -> str:
    return match.group().encode("latin-1").decode("cp1252", "ignore")


def _accents_lost(text: str) -> bool:
    return "?" in text and not _ACCENT.search(text) and len(_LOST_ACCENT.findall(text)) >= 3
