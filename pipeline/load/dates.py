"""Publication dates as records, pages and feeds write them.

A strict grammar of its own: a parser that guesses would turn "2024-13-01" or
"Mars Express" into a day. Relative dates ("hier") belong to the text, not here.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from pipeline.french.typography import fold, strip_accents

_YEARS = range(1990, 2101)

#: Month names, French and English, without accents and without the dot of abbreviations.
_MONTHS = {
    1: "janvier|janv|january|jan",
    2: "fevrier|fevr|fev|february|feb",
    3: "mars|march|mar",
    4: "avril|avr|april|apr",
    5: "mai|may",
    6: "juin|june|jun",
    7: "juillet|juil|july|jul",
    8: "aout|august|aug",
    9: "septembre|september|sept|sep",
    10: "octobre|october|oct",
    11: "novembre|november|nov",
    12: "decembre|december|dec",
}
_MONTH_OF = {name: number for number, names in _MONTHS.items() for name in names.split("|")}
_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r")\b\.?"

WEEKDAY = (
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|(?:mon|tue|wed|thu|fri|sat|sun|lun|mer|jeu|ven|sam|dim)\b\.?)"
)
#: Time of day with its zone, after a date: "à 10h30", "T10:30:00.000+02:00", "10:30 GMT".
TIME = (
    r"(?:(?:\s*,\s*|\s+|t)(?:(?:a|at|-|@)\s*)?\d{1,2}\s*[h:]\s*(?:[0-5]\d)?(?::[0-5]\d)?(?:[.,]\d{1,9})?"
    r"(?:\s*[ap]m)?(?:\s*(?:z|[a-z]{3,4}|(?:utc|gmt)?[+-]\d{2}:?\d{2}))?)"
)
#: A full day; the names of its groups are read by ``day_of``. Written for text that is
#: folded, without accents and in any case.
DAY = (
    r"(?:(?P<y1>\d{4})(?P<s1>[-/.])(?P<m1>\d{2})(?P=s1)(?P<d1>\d{2})"
    r"|(?P<d2>\d{1,2})(?P<s2>[-/.])(?P<m2>\d{1,2})(?P=s2)(?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})(?:er)?[\s-]+" + _MONTH.format("m3") + r"[\s,-]+(?P<y3>\d{4})"
    r"|" + _MONTH.format("m4") + r"\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{4}))(?!\d)"
)
_FULL = re.compile(rf"(?:le\s+)?(?:{WEEKDAY},?\s+)?{DAY}{TIME}?", re.IGNORECASE)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t\d{4,6}(?:z|[+-]\d{2}:?\d{2})?)?", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    r"(?P<y5>\d{4})-(?P<m5>\d{2})|" + _MONTH.format("m6") + r"\s+(?P<y6>\d{4})", re.IGNORECASE
)


def parse_published(value: str) -> date | None:
    """Give the day that a metadata field tells, as written in its own time zone.

    Read are full dates and times (ISO 8601, RFC 2822, "12 mars 2024", "12/03/2024",
    "March 12, 2024") and months ("2024-10", "octobre 2024": the first of the month).
    None for everything else, impossible days and years outside 1990–2100.
    """
    # Longer than any date: not worth matching.
    if len(value) > 100:
        return None
    plain = plain_line(value)
    if match := _FULL.fullmatch(plain):
        return day_of(match)
    if match := _COMPACT.fullmatch(plain):
        return _day(*match.groups())
    if match := _MONTH_ONLY.fullmatch(plain):
        groups = match.groupdict()
        return _day(groups["y5"] or groups["y6"], groups["m5"] or groups["m6"], "1")
    return None


def parse_published_field(value: object) -> date | None:
    """Give the day of a field of any JSON type: text, or seconds or milliseconds since 1970."""
    if isinstance(value, str):
        return parse_published(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > 1e11 else value
        if 0 < seconds < 4.2e9:
            day = datetime.fromtimestamp(seconds, UTC).date()
            return day if day.year in _YEARS else None
    return None


def bad_date(value: object) -> str | None:
    """Say of a field that should hold a date and holds none; None for an empty field."""
    if value is None or value == "":
        return None
    return f"not a date: {str(value)[:40]!r}"


def plain_line(text: str) -> str:
    """Give text in the form that ``DAY`` is written for: one space, no accents."""
    return " ".join(strip_accents(fold(text)).split())


def day_of(match: re.Match[str]) -> date | None:
    """Give the day of a match of a pattern that holds ``DAY``; None for 31 February."""
    for number in "1234":
        if match["y" + number] is not None:
            return _day(match["y" + number], match["m" + number], match["d" + number])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = _MONTH_OF.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    if int(year) not in _YEARS:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None
