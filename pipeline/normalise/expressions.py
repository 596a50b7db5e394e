"""What a French time expression names, before the verb's tense decides which time it is.

``read`` gives a fixed ``Period`` ("avril 2021", "il y a trois ans") or a ``Recurring``
one ("avril", "mardi", "le premier trimestre"). Governing words that open an interval
("depuis", "d'ici") are read in :mod:`.dates`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from pipeline.french import calendar as fr
from pipeline.french.numbers import read_ordinal
from pipeline.normalise import forms
from pipeline.normalise import periods as p
from pipeline.normalise.durations import read_duration
from pipeline.normalise.forms import Context, Value, choose
from pipeline.normalise.periods import Period, Recurring

_PREFIX = re.compile(
    r"(?:en cours d'|(?:dans le )?courant (?:de |du |d')?|au cours (?:de |du |des |d')"
    r"|lors (?:de |du |des |d')|rien que |l'ensemble de |(?:la )?nuit |durant |pendant |sur |pour "
    r"|dans |en |au |aux |a |l'|la |le |les |du |des |de |d'|mois (?:de |d')(?!l))+"
)
_UNIT = "|".join(sorted(fr.UNITS, key=len, reverse=True))
_FEASTS: dict[str, Callable[[int], date]] = {
    "noel": lambda y: date(y, 12, 25),
    "toussaint": lambda y: date(y, 11, 1),
    "nouvel an": lambda y: date(y, 1, 1),
    "jour de l'an": lambda y: date(y, 1, 1),
    "paques": p.easter,
    "ascension": lambda y: p.easter(y) + timedelta(days=39),
    "pentecote": lambda y: p.easter(y) + timedelta(days=49),
}
_CLOCK = re.compile(fr.TIME_OF_DAY + "$")
_PARTS: dict[str, p.Part] = {"debut": "start", "mi": "middle", "milieu": "middle", "fin": "end"}


def read(text: str, context: Context) -> Value | None:
    """Read a squeezed expression without governing words; None if it is not understood."""
    for pattern, handler in _EARLY:
        if match := pattern.fullmatch(text):
            return handler(match, context)
    if text not in forms.DEIXIS:
        text = _CLOCK.sub("", text)
    if prefix := _PREFIX.match(text):
        text = text[prefix.end() :]
    for pattern, handler in _LATE:
        if (match := pattern.fullmatch(text)) and (found := handler(match, context)) is not None:
            return found
    return None


def _apply(value: Value | None, change: Callable[[Period], Period | None]) -> Value | None:
    """Apply ``change`` to a period or to every occurrence of one, keeping the anchor's mark."""
    if isinstance(value, Recurring):
        return value.map(change)
    found = change(value) if value else None
    return replace(found, relative=value.relative) if found and value else None


def _in_year(make: Callable[[int], Period | None], rest: str, context: Context) -> Value | None:
    """Something yearly, with what follows it: a year, "dernier", "de l'an prochain" or nothing."""
    rest = rest.strip()
    if not rest:
        return p.yearly(make)
    if forms.LAST.fullmatch(rest) or forms.NEXT.fullmatch(rest):
        return forms.strict(p.yearly(make), rest, context)
    year = read(rest, context)
    return _apply(year, lambda of: make(of.start.year) if of.unit == "year" else None)


def _part(m: re.Match[str], c: Context) -> Value | None:
    return _apply(read(m[2], c), lambda of: p.part(_PARTS[m[1]], of))


def _moiety(m: re.Match[str], c: Context) -> Value | None:
    second = m[1] != "premiere"

    def cut(of: Period) -> Period:
        if of.unit == "year":
            return p.half(2 if second else 1, of.start.year)
        middle = of.start + (of.end - of.start) // 2
        return p.span(middle + timedelta(days=1), of.end) if second else p.span(of.start, middle)

    def fortnight(of: Period) -> Period | None:
        if of.unit != "month":
            return None
        middle = of.start.replace(day=15)
        return p.span(middle + timedelta(days=1), of.end) if second else p.span(of.start, middle)

    return _apply(read(m[3], c), cut if m[2] == "moitie" else fortnight)


def _day(m: re.Match[str], c: Context) -> Value | None:
    number = read_ordinal(m[2]) or 0
    value = _in_year(lambda y: forms.day_of(y, fr.MONTHS[m[3]], number), m[4], c)
    if not isinstance(value, Recurring) or m[1] is None or c.anchor is None:
        return value
    # The weekday tells the year better than the tense does.
    chosen = choose(value, c)
    for near in (chosen, value.last(c.anchor), value.next(c.anchor)):
        if near and near.start.weekday() == fr.WEEKDAYS[m[1]]:
            return near.related()
    return chosen


def _month(m: re.Match[str], c: Context) -> Value | None:
    return _in_year(lambda y: p.month(fr.MONTHS[m[1]], y), m[2], c)


def _ordinal_unit(m: re.Match[str], c: Context) -> Value | None:
    quarterly = m[2] == "trimestre"
    make, size = (p.quarter, 4) if quarterly else (p.half, 2)
    if m[1].startswith("dernier"):
        if not m[3] and c.tense != "future":
            return forms.strict(p.every("quarter" if quarterly else "half"), "dernier", c)
        number = size
    else:
        number = read_ordinal(m[1]) or 0
    if not 1 <= number <= size:
        return None
    return _in_year(lambda y: make(number, y), m[3], c)


def _short_unit(m: re.Match[str], c: Context) -> Value | None:
    make = p.quarter if m[1] or m[3] else p.half
    number = int(m[1] or m[2] or m[3] or m[4])
    return _in_year(lambda y: make(number, y), m[5].lstrip("-"), c)


def _season(m: re.Match[str], c: Context) -> Value | None:
    value = _in_year(lambda y: p.season(fr.SEASONS[m[2]], y), m[3], c)
    if m[1] and isinstance(value, Recurring) and c.anchor and c.tense in ("none", "present"):
        here = value.last(c.anchor)
        if here and here.end >= c.anchor:
            return here.related()
        return p.season(fr.SEASONS[m[2]], c.anchor.year).related()
    return value


def _rentree(m: re.Match[str], c: Context) -> Value | None:
    number = fr.MONTHS[m[1]] if m[1] else 9
    return _in_year(lambda y: p.month(number, y), m[2], c)


def _year_ending(m: re.Match[str], c: Context) -> Value | None:
    def twelve_months(to: Period) -> Period:
        return p.span(p.shift(to.end + timedelta(days=1), months=-12), to.end)

    return _apply(read(m[1], c), twelve_months)


def _weekday_number(m: re.Match[str], _c: Context) -> Value | None:
    """Read "samedi 21": the day of a month near, if it falls on that weekday."""

    def in_month(of: Period) -> Period | None:
        found = forms.day_of(of.start.year, of.start.month, int(m[2]))
        return found if found and found.start.weekday() == fr.WEEKDAYS[m[1]] else None

    return p.every("month").map(in_month)


def _weekday(m: re.Match[str], c: Context) -> Value | None:
    number = fr.WEEKDAYS[m[1]]
    rest = m[2].strip()
    if not rest:
        return p.weekly(number)
    if forms.LAST.fullmatch(rest) or forms.NEXT.fullmatch(rest):
        return forms.strict(p.weekly(number), rest, c)
    week = read(rest, c)
    if not isinstance(week, Period) or week.unit != "week":
        return None
    return _apply(week, lambda w: p.day(w.start + timedelta(days=number)))


def _months_of_year(m: re.Match[str], c: Context) -> Value | None:
    """Read "les neuf premiers mois de l'année"."""
    duration = read_duration(f"{m[1]} mois")
    if duration is None or not 1 <= duration.low <= 12:
        return None
    count = duration.low
    first = 1 if m[2].startswith("premier") else 13 - count
    return _in_year(lambda y: p.months(y, first, count), m[3], c)


def _feast(m: re.Match[str], c: Context) -> Value | None:
    return _in_year(lambda y: p.day(_FEASTS[m[1]](y)), m[2], c)


def _week_of(m: re.Match[str], c: Context) -> Value | None:
    unit = fr.UNITS[m[1]]
    return _apply(read(m[2], c), lambda of: p.containing(unit, of.start))


Handler = Callable[[re.Match[str], Context], Value | None]


def _table(*rows: tuple[str, Handler]) -> tuple[tuple[re.Pattern[str], Handler], ...]:
    return tuple((re.compile(pattern), handler) for pattern, handler in rows)


# Read before a leading preposition is dropped: there the preposition is the meaning.
_EARLY = _table(
    (rf"(?:[a-z]+ )??(?:il y a|voici|voila|(?:cela|ca) fait) ({fr.DURATION})", forms.ago),
    (rf"(?:agee?|vieux|vieille)s? (?:de |d')({fr.DURATION})", forms.ago),
    (rf"dans ({fr.DURATION})", forms.after_duration),
    (rf"(?:dans (?:les|un delai (?:de|d'))|sous) ?({fr.DURATION})", forms.within),
    (rf"(?:pour )?({'|'.join(forms.DEIXIS)})(?:{fr.TIME_OF_DAY})?", forms.deixis),
)
_LATE = _table(
    (r"(?:ce )?(?:tout )?(debut|mi|milieu)[ -](?:de |du |d'|des )?(.+)", _part),
    (r"(?:cette )?(?:toute )?(fin)[ -](?:de |du |d'|des )?(.+)", _part),
    (r"(premiere|seconde|deuxieme) (moitie|quinzaine) (?:de |du |d'|des )(.+)", _moiety),
    (r"(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)", forms.numeric),
    (r"(\d{4})-(\d\d)-(\d\d)", forms.iso),
    (
        rf"(?:ce )?(?:({fr.WEEKDAY}),? (?:le )?)?({fr.DAY}) ({fr.MONTH_SHORT})((?: .+)?)",
        _day,
    ),
    (rf"(?:ce mois (?:de |d'))?({fr.MONTH_SHORT})((?: .+)?)", _month),
    (rf"({fr.ORDINAL}) (trimestre|semestre)((?: .+)?)", _ordinal_unit),
    (r"(?:[tq]([1-4])|[sh]([12])|([1-4])t|([12])s)((?:[ -].+)?)", _short_unit),
    (rf"(cet? )?({fr.SEASON})((?: .+)?)", _season),
    (
        rf"rentree(?: (?:scolaire|universitaire|litteraire|politique|sociale))?"
        rf"(?: (?:de |d')({fr.MONTH}))?((?: .+)?)",
        _rentree,
    ),
    (
        rf"(?:annee (?:fiscale )?|an |saison |exercice (?:fiscal |comptable )?)?({fr.YEAR})",
        forms.year,
    ),
    (
        r"(annee (?:scolaire |universitaire )|annees? |exercice (?:fiscal |comptable )?|saison )?"
        r"(\d{4}) ?[-/] ?(\d{4}|\d\d)",
        forms.years,
    ),
    (r"exercice (?:fiscal |comptable )?(?:clos|acheve|termine) (.+)", _year_ending),
    (rf"(?:ce )?({fr.WEEKDAY}) ({fr.DAY_NUMBER})", _weekday_number),
    (rf"(?:ce )?({fr.WEEKDAY})((?: .+)?)", _weekday),
    (
        rf"(?:ces |nos )?(?:([a-z-]+|\d+) )??(?:(prochain|dernier)e?s (?:([a-z-]+|\d+) )?)"
        rf"({fr.PLURAL_UNIT})()",
        forms.plural,
    ),
    (
        rf"(?:ces )?(?:([a-z-]+|\d+) )?()()({fr.PLURAL_UNIT}) "
        r"(a venir|qui viennent|qui suivent|ecoulee?s|passee?s)",
        forms.plural,
    ),
    (
        rf"(cet |cette |ce )?(?:(prochaine?|derniere?) )?({_UNIT})"
        rf"(-ci| en cours| {fr.LAST}| {fr.NEXT})?",
        forms.unit,
    ),
    (r"([a-z-]+|\d+) (premier|dernier)s mois (?:de |du |d')(.+)", _months_of_year),
    (r"(?:annees|decennie) (\d{4}|\d\d)", forms.decade),
    (r"([ivx]+)e siecle", forms.century),
    (rf"({'|'.join(_FEASTS)})((?: .+)?)", _feast),
    (r"(semaine|week-end) du (.+)", _week_of),
)
