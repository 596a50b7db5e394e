"""The French words of the calendar, for finding time expressions and for reading them.

Everything here is written for the output of ``flatten``: lower case, no accents except
"è", one kind of apostrophe, space and hyphen. Upper-case names are regex fragments
without capturing groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from pipeline.french import numbers
from pipeline.french.typography import fold

Unit = Literal[
    "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"
]

# "è" stays: without it "dès 2025" (from 2025 on) and "des 2025 salariés" are one.
_LETTERS = str.maketrans("àâäáãéêëîïíìôöóòõûüùúÿçñᵉʳ", "aaaaaeeeiiiiooooouuuuycner")

# What typography.fold touches below U+0080.
_SPECIAL_ASCII = frozenset("`\t\r\x0b\x0c")

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv. janv jan. jan",
            "fevrier fevr. fevr fev. fev",
            "mars",
            "avril avr. avr",
            "mai",
            "juin",
            "juillet juil. juil",
            "aout",
            "septembre sept. sept",
            "octobre oct. oct",
            "novembre nov. nov",
            "decembre dec. dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    )
}
#: Season -> its number in EDTF.
SEASONS: dict[str, int] = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
UNITS: dict[str, Unit] = {
    "jour": "day",
    "jours": "day",
    "journee": "day",
    "week-end": "weekend",
    "semaine": "week",
    "semaines": "week",
    "mois": "month",
    "trimestre": "quarter",
    "trimestres": "quarter",
    "semestre": "half",
    "semestres": "half",
    "an": "year",
    "ans": "year",
    "annee": "year",
    "annees": "year",
    "exercice": "year",
    "decennie": "decade",
    "decennies": "decade",
    "siècle": "century",
    "siècles": "century",
    "siecle": "century",
    "siecles": "century",
}


def _either(words: Iterable[str]) -> str:
    listed = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, listed)) + ")"


WEEKDAY = _either(WEEKDAYS)
#: A month by its full name; an abbreviation counts only next to a day or a year.
MONTH = _either(
    name for name in MONTHS if len(name) > 5 or name in ("mars", "avril", "mai", "juin", "aout")
)
MONTH_SHORT = _either(MONTHS)
SEASON = _either(SEASONS)
YEAR = r"(?:1[5-9]|20)\d\d(?![\d,.]?\d)"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
DAY = rf"(?:1er|premier|{DAY_NUMBER})"
LAST = r"(?:derni[eè]re?|passee?|ecoulee?)"
NEXT = r"(?:prochaine?|a venir)"
ORDINAL = (
    r"(?:premi[eè]re?|1[eè]?re?|deuxi[eè]me|seconde?|2nde?|[1-4](?:e|[eè]me)|troisi[eè]me"
    r"|quatri[eè]me|derni[eè]re?)"
)
TIME_OF_DAY = (
    r"(?: (?:(?:au |en |dans la )?(?:soir(?:ee)?|matin(?:ee)?|apr[eè]s-midi|midi|nuit)"
    r"|a (?:minuit|midi)"
    r"|a \d\d? ?h(?:eures?)?(?: ?\d\d)?))"
)
#: "environ", "plus de", before a number.
HEDGE = (
    r"(?:environ|pr[eè]s d[e']|presque|a peine|un peu (?:plus|moins) d[e']|plus d[e']|moins d[e']"
    r"|au moins|quasi|tout juste|quelque|a peu pr[eè]s)"
)
VAGUE = r"(?:quelques|plusieurs|de (?:nombreu(?:ses|x)|longu?e?s))"
_NUMBER = rf"(?:\d{{1,3}}|{numbers.WORDS})"
COUNT = (
    rf"(?:{numbers.ABOUT} (?:d'|de )|{_NUMBER}(?:(?: a | ou |-){_NUMBER})? "
    rf"|{VAGUE} )"
)
_DURATION_UNIT = (
    r"(?:ans?|annees?|mois|semaines?|jours?|heures?|trimestres?|semestres?|decennies?|si[eè]cles?)"
)
#: "trois ans", "une dizaine d'années", "un an et demi", "2-3 ans".
LENGTH = rf"{COUNT}{_DURATION_UNIT}\b(?: et demie?\b)?"
#: The same with "environ", "plus de" and their like before it.
DURATION = rf"(?:{HEDGE} ?)?{LENGTH}"
PLURAL_UNIT = r"(?:ans|annees|mois|semaines|jours|heures|trimestres|semestres|week-ends|decennies)"
#: What may say to which year a month, a season or a quarter belongs.
OF_YEAR = (
    rf"(?: (?:de |d'|en )?(?:l'annee |l'exercice |l'an )?{YEAR}"
    rf"| d[eu] (?:cette annee|l'(?:annee|exercice)(?: {LAST}| {NEXT}| en cours)?"
    rf"|l'an (?:{LAST}|{NEXT})))"
)
FEASTS = r"(?:noel|paques|toussaint|ascension|pentecote|nouvel an|jour de l'an)"


def flatten(text: str) -> str:
    """Give ``text`` folded, in lower case and without accents but "è", at the same length."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" and its like grow in lower case
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # Few characters of a text are special: replacing each is faster than a table lookup per
    # character (measured: 9 against 60 µs per 1,000 characters).
    for character in set(lower):
        if character > "\x7f" or character in _SPECIAL_ASCII:
            plain = fold(character).translate(_LETTERS)
            if plain != character:
                lower = lower.replace(character, plain)
    return lower
