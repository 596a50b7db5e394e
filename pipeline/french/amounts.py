"""The shapes of amounts of money in French text, as regex fragments over flattened text.

No fragment has capturing groups: the finder joins them into one search, the reader puts
groups of its own around them.
"""

from __future__ import annotations

from pipeline.french.currencies import NAME, SIGN
from pipeline.french.numbers import COLLECTIVES, DIGITS, WORDS

SCALES: dict[str, int] = {
    "k": 10**3,
    "mille": 10**3,
    "millier": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "g": 10**9,
    "md": 10**9,
    "mrd": 10**9,
    "mia": 10**9,
    "bn": 10**9,
    "milliard": 10**9,
    "billion": 10**12,
}
#: With the sign before the number the amount is written as in English.
ENGLISH_SCALES: dict[str, int] = {
    **SCALES,
    "b": 10**9,
    "billion": 10**9,
    "t": 10**12,
    "trillion": 10**12,
}
_LONG_SCALE = r"(?:millions?|milliards?|billions?|mille|milliers?)\b"
_SHORT_SCALE = r"(?:mio|mia|mrds?|mds?|mln|mn|bn|[kmg])"
_ENGLISH_SCALE = (
    r"(?:millions?|milliards?|billions?|trillions?|mio|mia|mrds?|mds?|mln|mn|bn|[kmgbt])"
)
_NUMBER = rf"(?:{DIGITS}|{WORDS})"
_PILES = "(?:" + "|".join(f"{name}s" for name in COLLECTIVES) + ")"
#: "plusieurs centaines de millions": no number at all.
UNCOUNTED = (
    rf"(?:(?:plusieurs|quelques|des) (?:{_PILES} (?:de |d')(?:millions|milliards|milliers)"
    rf"|{_PILES}|millions|milliards)\b)"
)
#: A number with its scale, without currency.
VALUE = (
    rf"(?:{UNCOUNTED}"
    rf"|une? demi-(?:million|milliard)\b"
    rf"|une? (?:{'|'.join(COLLECTIVES)})\b(?: (?:de |d')(?:millions|milliards|milliers)\b)?"
    rf"|{_NUMBER} ?{_LONG_SCALE}(?: {_NUMBER} {_LONG_SCALE})*(?: et demie?\b)?"
    rf"|{_NUMBER} ?{_SHORT_SCALE}(?![a-ln-z0-9][a-ln-z0-9]{{4}})"
    rf"|{_NUMBER}"
    r"|(?:million|milliard)\b)"
)
_LINK = r"(?: ?(?:de |d')| ?)"
#: Amount with its currency behind: "10 M€", "un million de francs suisses", "2 euros 50".
TRAILING = rf"(?:{VALUE}{_LINK}{NAME}(?:(?<=€)\d\d\b|(?<=euros) \d\d\b(?! ?[\d%a-oq-z€]))?)"
#: Amount with its currency before: "$20M", "US$ 5 million".
LEADING = rf"(?:(?<!\w){SIGN} ?(?:{DIGITS})(?: ?{_ENGLISH_SCALE}(?![a-z]))?)"

ABOVE = (
    r"(?:(?:(?:un peu |bien |nettement |largement |beaucoup )?plus|pas moins"
    r"|au[- ]dela|au[- ]dessus"
    r"|au minimum|a partir|\+) (?:de |du |d')|au (?:moins|minimum) |minimum |> ?"
    r"|superieure?s? a )"
)
BELOW = (
    r"(?:(?:(?:un peu |bien |nettement )?moins|au[- ]dessous|au maximum) (?:de |du |d')"
    r"|jusqu'(?:a|au) |au (?:plus|maximum) |maximum |< ?|inferieure?s? a )"
)
ABOUT = (
    r"(?:(?:pr[eè]s|autour|aux (?:alentours|environs)|de l'ordre) (?:de |du |d')"
    r"|(?:environ|quelque|presque|a peu pr[eè]s|quasi(?:ment)?|approximativement) |[~≈] ?)"
)
AFTER_ABOVE = r" (?:au moins|(?:au )?minimum|(?:ou|et) plus|ou davantage)\b"
AFTER_BELOW = r" (?:au plus|(?:au )?maximum|ou moins)\b"
AFTER_ABOUT = r" (?:environ|a peu pr[eè]s)\b"
LINK = _LINK
JOIN = r"(?: (?:a|ou) | ?- ?)"
