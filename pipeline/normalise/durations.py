"""Durations, and the times they reach back or forward to from an anchor.

"Il y a trois ans" is as exact as its unit: the whole year three years back. "Quelques
mois" has no length of its own; the conventions in ``_VAGUE`` bound it, marked approximate.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from pipeline.french import calendar as fr
from pipeline.french.calendar import Unit
from pipeline.french.numbers import ABOUT, COLLECTIVES, WORDS, read_number
from pipeline.normalise.periods import Period, between, containing, moved, span

#: How far "quelques" of a unit reaches, in that unit.
_VAGUE: dict[Unit, int] = {
    "day": 7,
    "week": 6,
    "month": 6,
    "quarter": 4,
    "half": 3,
    "year": 5,
    "decade": 3,
    "century": 3,
}
_NUMBER = rf"(?:\d{{1,3}}|{WORDS})"
_PARSER = re.compile(
    rf"(?:(?P<hedge>{fr.HEDGE}) ?)?"
    rf"(?:(?P<about>{ABOUT}) (?:d'|de )"
    rf"|(?P<low>{_NUMBER})(?:(?: a | ou |-)(?P<high>{_NUMBER}))? "
    rf"|(?P<vague>{fr.VAGUE}|des) )"
    r"(?P<unit>[a-z]+)(?P<half> et demie?)?"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time: ``low`` to ``high`` whole units."""

    low: int
    high: int
    unit: Unit
    approx: bool = False
    vague: bool = False
    below: bool = False
    """Whether it is only an upper limit ("moins de six mois")."""


def read_duration(text: str) -> Duration | None:
    """Read "trois ans", "près d'une dizaine d'années", "2-3 ans", "un an et demi"; else None.

    The text must be squeezed as :func:`.expressions.squeeze` does.
    """
    match = _PARSER.fullmatch(text)
    if match is None:
        return None
    name = match["unit"]
    hours = name in ("heure", "heures")
    unit = "day" if hours else fr.UNITS.get(name)
    if unit is None:
        return None
    hedge = match["hedge"] or ""
    if match["vague"]:
        return Duration(_VAGUE[unit], _VAGUE[unit], unit, approx=True, vague=True)
    if match["about"]:
        low = high = COLLECTIVES[match["about"].split(" ", 1)[1]]
    else:
        first = read_number(match["low"])
        last = read_number(match["high"]) if match["high"] else first
        if first is None or last is None or last < first:
            return None
        low, high = int(first), int(last)
    if hours:
        low, high = -(-low // 24), -(-high // 24)
    if match["half"]:
        finer: dict[Unit, tuple[Unit, int]] = {"year": ("month", 12), "month": ("day", 30)}
        unit, size = finer.get(unit, ("day", 7))
        low, high = low * size + size // 2, high * size + size // 2
    return Duration(
        low,
        high,
        unit,
        approx=bool(hedge or match["about"]),
        below=hedge.startswith("moins"),
    )


def ago(length: Duration, anchor: date) -> Period:
    """The time that lies a duration before the anchor."""
    if length.vague or length.below:
        return behind(length, anchor)
    return _at(length, anchor, -length.high, -length.low)


def later(length: Duration, anchor: date) -> Period:
    """The time that lies a duration after the anchor."""
    if length.vague or length.below:
        return ahead(length, anchor)
    return _at(length, anchor, length.low, length.high)


def _at(length: Duration, anchor: date, first: int, last: int) -> Period:
    start = containing(length.unit, moved(length.unit, anchor, first))
    end = containing(length.unit, moved(length.unit, anchor, last))
    found = start if first == last else between(start, end)
    return (found.about() if length.approx else found).related()


def behind(length: Duration, anchor: date) -> Period:
    """The duration that ends on the anchor."""
    found = span(moved(length.unit, anchor, -length.high), anchor)
    if length.approx and not length.below:
        low = found.low + "~"
        found = replace(found, edtf=f"{low}/{found.high}", low=low)
    return found.related()


def ahead(length: Duration, anchor: date) -> Period:
    """The duration that begins on the anchor."""
    found = span(anchor, moved(length.unit, anchor, length.high))
    if length.approx and not length.below:
        high = found.high + "~"
        found = replace(found, edtf=f"{found.low}/{high}", high=high)
    return found.related()
