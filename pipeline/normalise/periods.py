"""Stretches of days with their EDTF notation: the arithmetic under :mod:`.dates`.

All intervals are closed. Conventions where the language is vague: a season is its three
whole months (winter is counted in the year of its December); the start and end of a year
are its first and last quarter, its middle May to August; a month's start, middle and end
are its days 1-10, 11-20 and from 21 on; other units are cut into thirds.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from pipeline.french.calendar import Unit

Part = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of days and how it is written."""

    start: date
    end: date
    edtf: str
    unit: Unit = "day"
    low: str = ""
    """How the first day is written as a bound ("2019" for a whole year)."""
    high: str = ""
    relative: bool = False
    """Whether an anchor was needed."""

    def related(self) -> Period:
        """The same period, marked as counted from an anchor."""
        return replace(self, relative=True)

    def about(self) -> Period:
        """The same period, marked approximate where EDTF can say so."""
        plain = self.unit in ("year", "month", "day") and "/" not in self.edtf
        if not plain or self.edtf.endswith("~"):
            return self
        return replace(self, edtf=self.edtf + "~", low=self.low + "~", high=self.high + "~")


@dataclass(frozen=True, slots=True)
class Recurring:
    """A period that comes again and again ("avril", "mardi"), not yet fixed to one time.

    ``around`` gives its occurrences near a day, in order, enough of them on either side.
    """

    around: Callable[[date], Sequence[Period]]

    def map(self, change: Callable[[Period], Period | None]) -> Recurring:
        """Apply ``change`` to each occurrence, dropping those it refuses."""

        def changed(anchor: date) -> Sequence[Period]:
            return [new for old in self.around(anchor) if (new := change(old)) is not None]

        return Recurring(changed)

    def last(self, anchor: date) -> Period | None:
        """The latest occurrence that has begun by ``anchor``."""
        return self._first(reversed(self.around(anchor)), lambda p: p.start <= anchor)

    def next(self, anchor: date) -> Period | None:
        """The earliest occurrence that has not ended before ``anchor``."""
        return self._first(self.around(anchor), lambda p: p.end >= anchor)

    def before(self, anchor: date) -> Period | None:
        """The latest occurrence that was over before ``anchor``."""
        return self._first(reversed(self.around(anchor)), lambda p: p.end < anchor)

    def after(self, anchor: date) -> Period | None:
        """The earliest occurrence that begins after ``anchor``."""
        return self._first(self.around(anchor), lambda p: p.start > anchor)

    @staticmethod
    def _first(periods: Iterable[Period], test: Callable[[Period], bool]) -> Period | None:
        return next((p for p in periods if test(p)), None)


def shift(day: date, *, months: int = 0, days: int = 0) -> date:
    """Move a day by months (kept inside the month: 29 February + 12 is 28) and days."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last)) + timedelta(days=days)


def span(start: date, end: date, unit: Unit = "day") -> Period:
    """Any closed interval of days."""
    low, high = start.isoformat(), end.isoformat()
    return Period(start, end, low if start == end else f"{low}/{high}", unit, low, high)


def day(when: date) -> Period:
    """A single day."""
    return span(when, when)


def year(number: int) -> Period:
    """A calendar year."""
    name = f"{number:04d}"
    return Period(date(number, 1, 1), date(number, 12, 31), name, "year", name, name)


def month(number: int, of: int) -> Period:
    """A calendar month of a year."""
    last = calendar.monthrange(of, number)[1]
    name = f"{of:04d}-{number:02d}"
    return Period(date(of, number, 1), date(of, number, last), name, "month", name, name)


def months(of: int, first: int, count: int) -> Period:
    """``count`` whole months from the month ``first`` of a year on."""
    start = month(first, of)
    last = shift(start.start, months=count - 1)
    if count == 1:
        return start
    end = month(last.month, last.year)
    return Period(start.start, end.end, f"{start.low}/{end.high}", "month", start.low, end.high)


def _group(of: int, first: int, count: int, code: int, unit: Unit) -> Period:
    whole = months(of, first, count)
    return replace(span(whole.start, whole.end, unit), edtf=f"{of:04d}-{code}")


def quarter(number: int, of: int) -> Period:
    """A quarter, 1 to 4, of a year: EDTF 33 to 36."""
    return _group(of, 3 * number - 2, 3, 32 + number, "quarter")


def half(number: int, of: int) -> Period:
    """A half, 1 or 2, of a year: EDTF 40 and 41."""
    return _group(of, 6 * number - 5, 6, 39 + number, "half")


def season(code: int, of: int) -> Period:
    """A season by its EDTF code, 21 (spring) to 24 (winter, into the next year)."""
    return _group(of, 3 * (code - 20), 3, code, "season")


def decade(first: int) -> Period:
    """The ten years from ``first`` on."""
    start, end = date(first, 1, 1), date(first + 9, 12, 31)
    return Period(start, end, f"{first // 10:03d}X", "decade", start.isoformat(), end.isoformat())


def century(number: int) -> Period:
    """A century by its ordinal: the 20th runs from 1901 to 2000."""
    return replace(years(100 * number - 99, 100 * number), unit="century")


def years(first: int, last: int) -> Period:
    """Whole years, both included."""
    return between(year(first), year(last))


def between(first: Period, last: Period) -> Period:
    """From the first day of one period to the last day of another."""
    relative = first.relative or last.relative
    edtf = f"{first.low}/{last.high}" if first.low != last.high else first.low
    return Period(first.start, last.end, edtf, last.unit, first.low, last.high, relative)


def week(when: date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    monday = when - timedelta(days=when.weekday())
    return span(monday, monday + timedelta(days=6), "week")


def containing(unit: Unit, when: date) -> Period:
    """The period of a unit that holds a day."""
    if unit == "week":
        return week(when)
    if unit == "weekend":
        monday = when - timedelta(days=when.weekday())
        return span(monday + timedelta(days=5), monday + timedelta(days=6), "weekend")
    if unit == "month":
        return month(when.month, when.year)
    if unit == "quarter":
        return quarter((when.month + 2) // 3, when.year)
    if unit == "half":
        return half(1 if when.month < 7 else 2, when.year)
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year - when.year % 10)
    if unit == "century":
        return century((when.year + 99) // 100)
    return day(when)


def moved(unit: Unit, when: date, count: int) -> date:
    """The day ``count`` units later (earlier if negative)."""
    sizes = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
    if unit in sizes:
        return shift(when, months=count * sizes[unit])
    return when + timedelta(days=count * (7 if unit in ("week", "weekend") else 1))


def every(unit: Unit) -> Recurring:
    """A unit of the calendar as something that comes again."""

    def around(anchor: date) -> Sequence[Period]:
        return [containing(unit, moved(unit, anchor, n)) for n in (-2, -1, 0, 1, 2)]

    return Recurring(around)


def yearly(make: Callable[[int], Period | None]) -> Recurring:
    """Something that comes once a year; ``make`` gives None where a year has none."""

    def around(anchor: date) -> Sequence[Period]:
        # Eight years either way: 29 February skips seven around 1900 and 2100.
        years_near = range(anchor.year - 8, anchor.year + 9)
        return [found for n in years_near if (found := make(n)) is not None]

    return Recurring(around)


def weekly(weekday: int) -> Recurring:
    """A day of the week, 0 for Monday."""
    return every("week").map(lambda w: day(w.start + timedelta(days=weekday)))


def part(which: Part, of: Period) -> Period:
    """The start, middle or end of a period."""
    start, end = of.start, of.end
    if of.unit == "year" and (start.month, end.month) == (1, 12) and start.year == end.year:
        if which == "middle":
            return months(start.year, 5, 4)
        return quarter(1 if which == "start" else 4, start.year)
    if of.unit == "month" and start.month == end.month:
        cut = {"start": (1, 10), "middle": (11, 20), "end": (21, end.day)}[which]
        return span(start.replace(day=cut[0]), start.replace(day=cut[1]))
    if of.unit == "week":
        cut = {"start": (0, 1), "middle": (2, 3), "end": (4, 6)}[which]
        return span(start + timedelta(days=cut[0]), start + timedelta(days=cut[1]))
    if of.unit in ("decade", "century"):
        tens, hundreds = ((0, 3), (4, 6), (7, 9)), ((0, 32), (33, 65), (66, 99))
        cuts = tens if of.unit == "decade" else hundreds
        cut = dict(zip(("start", "middle", "end"), cuts, strict=True))[which]
        return years(start.year + cut[0], start.year + cut[1])
    if of.unit in ("quarter", "half", "season"):
        size = 2 if of.unit == "half" else 1
        offset = {"start": 0, "middle": size, "end": 2 * size}[which]
        first = shift(start, months=offset)
        return months(first.year, first.month, size)
    third = (end - start).days // 3
    if which == "start":
        return span(start, start + timedelta(days=third))
    if which == "end":
        return span(end - timedelta(days=third), end)
    return span(start + timedelta(days=third), end - timedelta(days=third))


def easter(of: int) -> date:
    """Easter Sunday (Gauss, as corrected for the Gregorian calendar by Meeus)."""
    a, (b, c) = of % 19, divmod(of, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, rest = divmod(h + m - 7 * n + 114, 31)
    return date(of, number, rest + 1)
