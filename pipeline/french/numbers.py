"""French numbers, in digits and in words.

``DIGITS``, ``WORDS`` and ``ABOUT`` are regex fragments, without groups, for folded,
lower-case text; the functions read what such fragments matched.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.french.typography import fold, strip_accents

_SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit"),
            *("neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
        )
    )
} | {
    "une": 1,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_SCALES: dict[str, int] = {
    "mille": 10**3,
    "million": 10**6,
    "millions": 10**6,
    "milliard": 10**9,
    "milliards": 10**9,
    # The long scale: a French billion is a million millions.
    "billion": 10**12,
    "billions": 10**12,
}
#: Collective nouns, singular: "une dizaine de".
COLLECTIVES: dict[str, int] = {
    "demi-douzaine": 6,
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1000,
}
_ORDINALS: dict[str, int] = {
    word: value
    for value, words in enumerate(
        (
            "premier premiere 1er 1ere 1re i",
            "deuxieme second seconde 2nd 2nde ii",
            "troisieme iii",
            "quatrieme iv",
            "cinquieme v",
            "sixieme vi",
            "septieme vii",
            "huitieme viii",
            "neuvieme ix",
            "dixieme x",
        ),
        start=1,
    )
    for word in words.split()
}

_WORD = (
    "(?:" + "|".join(sorted([*_SMALL, "cents", "cent", "mille"], key=len, reverse=True)) + r")\b"
)
#: "deux cent cinquante mille", "vingt et un", "quatre-vingt-dix".
WORDS = rf"{_WORD}(?:[ -](?:et[ -])?{_WORD})*"
#: "20 000", "1.250.000", "12,5", "1,200,000".
DIGITS = r"\d{1,3}(?:[ .]\d{3})+(?![\d])(?:,\d+)?|\d+(?:[.,]\d+)*"
#: "une dizaine", without the "de" that follows.
ABOUT = "une? (?:" + "|".join(COLLECTIVES) + r")\b"

_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_FRENCH_COMMAS = re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


def read_digits(text: str, *, english: bool = False) -> Decimal | None:
    """Read a number written in digits; None if it is none.

    Spaces group thousands, and so do dots and repeated commas before groups of three. A
    single comma is the decimal sign unless ``english`` says that it groups ("$2,500").
    """
    compact = fold(text).replace(" ", "")
    if _DOTTED.fullmatch(compact) and not (english and compact.count(".") == 1):
        return Decimal(compact.replace(".", "").replace(",", "."))
    if _FRENCH_COMMAS.fullmatch(compact) or (english and _ENGLISH.fullmatch(compact)):
        return Decimal(compact.replace(",", ""))
    if _PLAIN.fullmatch(compact):
        return Decimal(compact.replace(",", "."))
    return None


def read_words(text: str) -> int | None:
    """Read a cardinal in words ("quatre-vingt-dix", "mille milliards"); None if it is none."""
    total = group = 0
    tokens = [t for t in re.split(r"[ -]+", strip_accents(fold(text)).lower()) if t]
    for position, token in enumerate(tokens):
        if token == "et":
            if position in (0, len(tokens) - 1):
                return None
        elif token in _SMALL:
            value = _SMALL[token]
            # "quatre-vingt": four times twenty, the only product below one hundred.
            group = group + 76 if value == 20 and group % 100 == 4 else group + value
        elif token in ("cent", "cents"):
            group = max(group, 1) * 100
        elif token in _SCALES:
            scale = _SCALES[token]
            if total and group == 0:
                total *= scale  # "mille milliards"
            else:
                total += max(group, 1) * scale
            group = 0
        else:
            return None
    return total + group if tokens else None


def read_number(text: str, *, english: bool = False) -> Decimal | None:
    """Read a number in digits or in words; None if it is neither."""
    digits = read_digits(text, english=english)
    if digits is not None:
        return digits
    words = read_words(text)
    return None if words is None else Decimal(words)


def read_ordinal(text: str) -> int | None:
    """Read an ordinal from 1 to 10, or any in digits ("1er", "3ème", "deuxième"); else None."""
    word = strip_accents(fold(text)).lower().strip()
    digits = re.fullmatch(r"(\d+)(?:er|ere|re|e|eme|nd|nde)?", word)
    if digits:
        return int(digits[1])
    return _ORDINALS.get(word)


def read_roman(text: str) -> int | None:
    """Read a Roman numeral below forty, as centuries have ("XXI"); None if it is none."""
    word = text.strip().lower()
    match = re.fullmatch(r"(x{0,3})(ix|iv|v?i{0,3})", word)
    if not word or not match:
        return None
    ones = {"ix": 9, "iv": 4}.get(match[2])
    if ones is None:
        ones = 5 * match[2].count("v") + match[2].count("i")
    return 10 * len(match[1]) + ones
