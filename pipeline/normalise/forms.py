"""Time expressions that stand on their own: dates in digits, "cette année", "il y a trois ans".

Each function reads one form from its regex match; the forms that contain another
expression ("fin ...", "... de l'an dernier") and the table of patterns are in
:mod:`.expressions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.french import calendar as fr
from pipeline.french.calendar import flatten
from pipeline.french.numbers import read_roman
from pipeline.normalise import durations
from pipeline.normalise import periods as p
from pipeline.normalise.durations import read_duration
from pipeline.normalise.periods import Period, Recurring
from pipeline.types import Tense

Value = Period | Recurring


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from, and where its verb points."""

    anchor: date | None
    tense: Tense


LAST = re.compile(f" ?{fr.LAST}")
NEXT = re.compile(f" ?{fr.NEXT}")
DEIXIS = {
    "avant-hier": -2,
    "hier": -1,
    "aujourd'hui": 0,
    "demain": 1,
    "apres-demain": 2,
    "ce jour": 0,
    "ce matin": 0,
    "cet apres-midi": 0,
    "ce midi": 0,
    "ce soir": 0,
    "cette nuit": 0,
}


def squeeze(text: str) -> str:
    """Give an expression as the patterns here read it: flat, single spaces, no brackets."""
    flat = " ".join(flatten(text).split()).strip(" ()[],;:")
    # "dès" loses its accent with the rest, so it gives way to a synonym first.
    flat = re.sub(r"\bdès ", "a partir de ", flat)
    flat = re.sub(r"\ba partir de (le|les) ", "a partir de ", flat)
    return flat.replace("è", "e")


def choose(value: Value | None, context: Context) -> Period | None:
    """Fix a recurring period by tense: the next for the future, else the last begun."""
    if value is None or isinstance(value, Period):
        return value
    if context.anchor is None:
        return None
    ahead = context.tense == "future"
    found = value.next(context.anchor) if ahead else value.last(context.anchor)
    return found.related() if found else None


def strict(value: Recurring, which: str, context: Context) -> Period | None:
    """Read "dernier" or "prochain": wholly before, or beginning after, the anchor."""
    if context.anchor is None:
        return None
    last = LAST.fullmatch(which)
    found = value.before(context.anchor) if last else value.after(context.anchor)
    return found.related() if found else None


def day_of(year: int, month: int, day: int) -> Period | None:
    """The given day; None where the calendar has none (31 April)."""
    try:
        return p.day(date(year, month, day))
    except ValueError:
        return None


def full_year(text: str, like: int | None = None) -> int:
    """A year of four or two digits, the latter in the century of ``like`` or within 1970-2069."""
    number = int(text)
    if len(text) > 2:
        return number
    if like is not None:
        return like - like % 100 + number
    return number + (2000 if number < 70 else 1900)


def numeric(m: re.Match[str], _c: Context) -> Value | None:
    """Read "22/05/2018" and "22.05.18"."""
    return day_of(full_year(m[3]), int(m[2]), int(m[1]))


def iso(m: re.Match[str], _c: Context) -> Value | None:
    """Read "2018-05-22"."""
    return day_of(int(m[1]), int(m[2]), int(m[3]))


def year(m: re.Match[str], _c: Context) -> Value | None:
    """Read a year alone."""
    return p.year(int(m[1]))


def years(m: re.Match[str], _c: Context) -> Value | None:
    """Read "2023-2024", "2023/24", a school year, or the month "2021-09"."""
    first = int(m[2])
    last = full_year(m[3], first)
    if last < first:
        return p.month(int(m[3]), first) if 1 <= int(m[3]) <= 12 and not m[1] else None
    if m[1] and m[1].startswith("annee"):
        return p.months(first, 9, 12) if last == first + 1 else None
    return p.years(first, last)


def unit(m: re.Match[str], c: Context) -> Value | None:
    """Read "cette année", "le mois dernier", "la semaine prochaine", or the bare unit."""
    unit = fr.UNITS[m[3]]
    after = (m[4] or "").strip()
    if c.anchor is None and (m[1] or m[2] or after):
        return None
    if unit == "weekend" and m[1] and c.anchor:
        if c.tense in ("none", "present") and c.anchor.weekday() >= 2:
            return p.containing(unit, c.anchor).related()
        return p.every(unit)
    if (m[1] or after in ("en cours", "-ci")) and c.anchor:
        return p.containing(unit, c.anchor).related()
    which = m[2] or after
    if not which:
        # "l'année", "du mois" without a verb to say otherwise: the running one.
        if c.anchor and c.tense in ("none", "present"):
            return p.containing(unit, c.anchor).related()
        return p.every(unit)
    if unit == "decade" and c.anchor:
        months = 120 if NEXT.fullmatch(which) or which == "prochaine" else -120
        ends = sorted((c.anchor, p.shift(c.anchor, months=months)))
        return p.span(ends[0], ends[1]).related()
    return strict(p.every(unit), which, c)


def deixis(m: re.Match[str], c: Context) -> Value | None:
    """Read "hier", "aujourd'hui", "ce matin"."""
    if c.anchor is None:
        return None
    return p.day(c.anchor + timedelta(days=DEIXIS[m[1]])).related()


def ago(m: re.Match[str], c: Context) -> Value | None:
    """Read "il y a trois ans", "voici dix ans", "vieille de dix ans"."""
    duration = read_duration(m[1])
    return durations.ago(duration, c.anchor) if duration and c.anchor else None


def after_duration(m: re.Match[str], c: Context) -> Value | None:
    """Read "dans trois ans"."""
    duration = read_duration(m[1])
    return durations.later(duration, c.anchor) if duration and c.anchor else None


def within(m: re.Match[str], c: Context) -> Value | None:
    """Read "dans les six mois", "sous trois mois"."""
    duration = read_duration(m[1])
    return durations.ahead(duration, c.anchor) if duration and c.anchor else None


def plural(m: re.Match[str], c: Context) -> Value | None:
    """Read "les trois prochains mois", "ces dernières années", "les mois à venir"."""
    duration = read_duration(f"{m[1] or m[3] or 'quelques'} {m[4]}")
    if duration is None or c.anchor is None:
        return None
    past = (m[2] or "").startswith("dernier") or (m[5] or "").startswith(("ecoule", "passe"))
    return durations.behind(duration, c.anchor) if past else durations.ahead(duration, c.anchor)


def decade(m: re.Match[str], _c: Context) -> Value | None:
    """Read "les années 90", "la décennie 2010"."""
    number = int(m[1])
    if number < 100:
        number += 1900 if number >= 30 else 2000
    return p.decade(number)


def century(m: re.Match[str], _c: Context) -> Value | None:
    """Read "au XXe siècle"."""
    number = read_roman(m[1])
    return p.century(number) if number else None
