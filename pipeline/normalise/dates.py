"""French time expressions as intervals of days, counted from an article's date.

Tense fixes what recurs: after a past verb "en avril" is the last April begun, after a
future verb the next one not over. Without a tense it is the past, as news are, unless the
words look forward ("d'ici", "avant", "jusqu'à", "à partir de", "pour"). How vague parts
of a year and a month are cut is told in :mod:`.periods`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from pipeline.french import calendar as fr
from pipeline.normalise import periods as p
from pipeline.normalise.durations import ago, ahead, read_duration
from pipeline.normalise.expressions import read
from pipeline.normalise.forms import Context, choose, squeeze
from pipeline.normalise.periods import Period, Recurring
from pipeline.types import Tense, TimeValue


@dataclass(frozen=True, slots=True)
class _Open:
    """An interval with at least one open side."""

    start: date | None
    end: date | None
    edtf: str
    relative: bool


_Interval = Period | _Open

# Relative to another moment of the text, which only a reader of the whole text knows.
_ANAPHORIC = re.compile(
    r".*(?:-la|\bmeme (?:annee|jour|mois|semaine|trimestre|periode|epoque)|\bveille|lendemain"
    r"|suivante?s?|precedente?s?|plus tot|plus tard|auparavant)"
)


def resolve(text: str, anchor: date | None, tense: Tense = "none") -> TimeValue:
    """Read a time expression as a closed interval of days, either side possibly open.

    ``anchor`` is the article's date; the result carries it only where it was used. What
    needs an anchor that is missing, or cannot be read, comes back with its text alone.
    """
    try:
        value = _interval(squeeze(text), Context(anchor, tense))
    except (ValueError, OverflowError):  # beyond the calendar: "il y a 300 siècles"
        value = None
    if value is None:
        return TimeValue(text, None, None, None, None)
    used = anchor if value.relative else None
    return TimeValue(text, value.start, value.end, value.edtf, used)


def weekday_conflict(text: str, anchor: date | None) -> bool:
    """Whether the expression names a weekday that its own date does not fall on."""
    flat = squeeze(text)
    named = re.search(rf"\b({fr.WEEKDAY}),? (?:le )?{fr.DAY} {fr.MONTH_SHORT}.*", flat)
    if named is None:
        return False
    day = choose(read(named[0], Context(anchor, "none")), Context(anchor, "none"))
    return day is not None and day.start.weekday() != fr.WEEKDAYS[named[1]]


def _interval(text: str, context: Context) -> _Interval | None:
    for pattern, govern in _GOVERNORS:
        if match := pattern.fullmatch(text):
            return govern(match[1], context)
    if (match := _LATER_EARLIER.fullmatch(text)) is not None:
        return _rest_of(match[1], match[2], context)
    if (match := _INSIDE.fullmatch(text)) is not None and context.tense == "future":
        return _rest_of("tard", match[1], context)
    return _period(text, context)


def _period(text: str, context: Context) -> Period | None:
    """A closed interval: one expression, or a range of two."""
    if match := _APPROXIMATE.fullmatch(text):
        found = _period(match[1], context)
        return found.about() if found else None
    if _ANAPHORIC.fullmatch(text):
        return None
    if text.startswith("pour "):
        context = _forward(context)
    found = choose(read(text, context), context)
    return found or _range(text, context) or _fallback(text, context)


def _forward(context: Context) -> Context:
    """The words look ahead: only a past verb says otherwise."""
    return context if context.tense == "past" else replace(context, tense="future")


def _range(text: str, context: Context) -> Period | None:
    """Read "de 2004 à 2007", "entre mars et juin", "du 3 au 5 mars", "fin 2024-début 2025"."""
    for pattern in _RANGES:
        for match in pattern.finditer(text):
            last = choose(read(match[2], context), context)
            if last is None:
                continue
            first = _range_start(match[1], match[2], last, context)
            if first is not None and first.start <= last.end:
                return p.between(first, last)
    return None


def _range_start(text: str, end_text: str, last: Period, context: Context) -> Period | None:
    """The first end of a range, which may leave its month or year to the second."""
    value = read(text, context)
    words = end_text.split()
    for index in range(1, len(words)):
        if value is not None:
            break
        value = read(" ".join([text, *words[index:]]), context)
    if isinstance(value, Recurring):
        found = value.last(last.start)
        return replace(found, relative=last.relative) if found else None
    return value


def _by(rest: str, context: Context) -> _Interval | None:
    """Read "d'ici ...": from the anchor to the end."""
    duration = read_duration(rest)
    if duration is not None:
        return ahead(duration, context.anchor) if context.anchor else None
    # "D'ici" looks ahead even in reported speech: "a dit qu'il ouvrirait d'ici mars".
    ahead_of_it = replace(context, tense="future")
    found = _period(rest, ahead_of_it)
    if found is None:
        return None
    return _until_end(found.end, _written_end(rest, found), found.relative, ahead_of_it)


def _written_end(rest: str, found: Period) -> str:
    """How the last day is written: to the day where the text speaks of an end."""
    return found.end.isoformat() if _END.match(rest) else found.high


def _until_end(end: date, high: str, relative: bool, context: Context) -> _Interval:
    """Up to a day, from the anchor where the anchor is not behind it and no past verb speaks."""
    anchor = context.anchor
    if anchor is None or context.tense == "past" or end < anchor:
        return _Open(None, end, f"../{high}", relative)
    return Period(anchor, end, f"{anchor.isoformat()}/{high}", relative=True)


def _since(rest: str, context: Context) -> _Interval | None:
    duration = read_duration(rest)
    if duration is not None:
        found = ago(duration, context.anchor) if context.anchor else None
    else:
        found = _period(rest, replace(context, tense="past"))
    return _Open(found.start, None, f"{found.low}/..", found.relative) if found else None


def _from(rest: str, context: Context) -> _Interval | None:
    found = _period(rest, _forward(context))
    return _Open(found.start, None, f"{found.low}/..", found.relative) if found else None


def _until(rest: str, context: Context) -> _Interval | None:
    found = _period(rest, _forward(context))
    if found is None:
        return None
    return _Open(None, found.end, f"../{_written_end(rest, found)}", found.relative)


def _at_latest(rest: str, context: Context) -> _Interval | None:
    found = _period(rest, _forward(context))
    if found is None:
        return None
    return _until_end(found.end, _written_end(rest, found), found.relative, context)


def _before(rest: str, context: Context) -> _Interval | None:
    found = _period(rest, _forward(context))
    if found is None:
        return None
    if _END.match(rest):  # before the end is within, not before
        return _until_end(found.end, found.end.isoformat(), found.relative, context)
    eve = found.start - timedelta(days=1)
    return _until_end(eve, eve.isoformat(), found.relative, context)


def _after(rest: str, context: Context) -> _Interval | None:
    found = _period(rest, context)
    if found is None:
        return None
    start = found.end + timedelta(days=1)
    return _Open(start, None, f"{start.isoformat()}/..", found.relative)


def _rest_of(which: str, rest: str, context: Context) -> _Interval | None:
    """Read "plus tard cette année", "plus tôt dans la semaine"."""
    found = choose(read(rest, replace(context, tense="none")), context)
    if found is None or context.anchor is None:
        return None
    if not found.start <= context.anchor <= found.end:
        return found
    if which == "tard":
        return p.span(context.anchor, found.end).related()
    return p.span(found.start, context.anchor).related()


def _fallback(text: str, context: Context) -> Period | None:
    """What dateparser reads: a day, in a form that the grammar lacks."""
    if not re.search(r"\d", text) or not re.search(rf"\b{fr.MONTH_SHORT}|\d/\d", text):
        return None
    has_year = re.search(rf"\b{fr.YEAR}\b", text) is not None
    if not has_year and context.anchor is None:
        return None
    day = _dateparser_day(text, context.anchor, context.tense == "future")
    if day is None:
        return None
    return p.day(day) if has_year else p.day(day).related()


@lru_cache(maxsize=4096)
def _dateparser_day(text: str, anchor: date | None, ahead_of_it: bool) -> date | None:
    from datetime import datetime

    from dateparser.date import DateDataParser

    # Any base does where the year is written, but never the clock of the machine.
    base = datetime.combine(anchor or date(2000, 1, 1), datetime.min.time())
    parser = DateDataParser(
        languages=["fr"],
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "future" if ahead_of_it else "past",
            "DATE_ORDER": "DMY",
            "REQUIRE_PARTS": ["day", "month"],
        },
    )
    found = parser.get_date_data(text)
    return found.date_obj.date() if found.date_obj and found.period == "day" else None


_Governor = Callable[[str, Context], _Interval | None]
_GOVERNORS: tuple[tuple[re.Pattern[str], _Governor], ...] = tuple(
    (re.compile(pattern), governor)
    for pattern, governor in (
        (r"d'ici (?:a |au |aux )?(?:la )?(.+)", _by),
        (r"depuis (.+)", _since),
        (r"jusqu(?:'a |'au |'aux |'en |e )(.+)", _until),
        (r"au plus tard (?:d'ici )?(.+)", _at_latest),
        (r"(?:au plus tot|pas avant) (.+)", _from),
        (r"avant (.+)", _before),
        (r"apres (.+)", _after),
        (r"a (?:partir|compter|dater) (?:de |du |d'|des )(.+)", _from),
    )
)
_LATER_EARLIER = re.compile(r"(?:(?:un peu|bien) )?plus (tot|tard) (.+)")
_END = re.compile(r"(?:la )?(?:toute )?fin\b")
_INSIDE = re.compile(r"dans ((?:l'|le |la )(?:annee|mois|semaine|trimestre|semestre|journee))")
_APPROXIMATE = re.compile(
    r"(?:vers |autour (?:de |du |d')|aux (?:alentours|environs) (?:de |du |d')|environ "
    r"|(?:a )?(?:l')?horizon (?:de )?)(.+)"
)
_JOINT = r"(?:a|au|aux|et|ou|puis|jusqu'(?:a|en|au))"
_RANGES = (
    re.compile(rf"(?:(?:dans )?(?:la )?nuit )?(?:entre |de |du |d'|les |en )?(.+?) {_JOINT} (.+)"),
    re.compile(r"(.+?) ?[-/] ?(.+)"),
    re.compile(r"(.+ [^ ]+)-(.+)"),
)
