"""A function coordinated with one that was found has the same holder.

"Il a été DSI de Norlys de 2012 à 2017, puis directeur général de Kalio": whatever the
construction around the first function is, the second follows it with an organisation of
its own, so rules need to know the first alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.types import Unit

if TYPE_CHECKING:
    from pipeline.extract.matches import Match

_JOINTS = frozenset([",", "et", "puis", "avant", "mais", "/", "&"])
_LINK_TEXT = """
    que aussi également ensuite enfin par ailleurs ainsi surtout d' de être devenir comme avoir été
    en même temps anciennement précédemment auparavant jusqu' ici alors puis aujourd'hui désormais
    actuel actuelle ex ex- ancien ancienne un une à la fois"""
_LINKS = _JOINTS | frozenset(_LINK_TEXT.split())
_DEFINITE = frozenset(["le", "la", "l'"])
_AT = frozenset(["de", "d'", "du", "des", "chez", "à", "au", "pour"])
_OF = frozenset(["de", "d'", "du", "des", "chez"])
_ARTICLES = frozenset(["la", "le", "l'", "les"])
_PARTS = frozenset(["filiale", "branche", "division", "antenne", "pôle", "groupe"])


@dataclass(frozen=True, slots=True)
class _Next:
    role: int
    company: int


def continued(matches: Sequence[Match]) -> list[Match]:
    """Return the readings of functions that follow one of ``matches`` in a coordination."""
    claimed: set[tuple[int, int | None]] = {
        (m.sentence.index, m.role) for m in matches if m.role is not None
    }
    out: list[Match] = []
    for match in matches:
        for found in _chain(match, claimed):
            claimed.add((found.sentence.index, found.role))
            out.append(found)
    return out


def _chain(match: Match, claimed: set[tuple[int, int | None]]) -> Iterator[Match]:
    units = match.sentence.units
    yield from _further_houses(match)
    current = match
    while True:
        company = current.slots["company"][0].unit
        if current.role is None or company <= current.role:
            return
        following = _following(units, current.role, company + 1)
        if following is None or (match.sentence.index, following.role) in claimed:
            return
        (filled,) = current.slots["company"][:1]
        mention = units[following.company].org
        assert mention is not None
        argument = replace(
            filled.argument, start=mention.start, end=mention.end, text=mention.text,
            name=mention.name, via=None,
        )  # fmt: skip
        current = replace(
            current,
            role=following.role,
            score=current.score - 0.1,
            time=None,
            slots={
                **current.slots,
                "company": (
                    replace(filled, argument=argument, unit=following.company, implied=False),
                ),
            },
        )
        yield current


def _further_houses(match: Match) -> Iterator[Match]:
    """Yield the readings of one function held at several houses: "DG de Norlys et de Kalio"."""
    units = match.sentence.units
    company = match.slots["company"][0]
    if match.role is None or company.unit <= match.role or company.implied:
        return
    i = company.unit + 1
    while i + 2 < len(units) and units[i].form in (",", "et") and units[i + 1].form in _OF:
        j = i + 2 + (units[i + 2].form in _ARTICLES)
        mention = units[j].org if j < len(units) and units[j].kind == "O" else None
        if mention is None:
            return
        argument = replace(
            company.argument, start=mention.start, end=mention.end, text=mention.text,
            name=mention.name, via=None,
        )  # fmt: skip
        filled = replace(company, argument=argument, unit=j)
        yield replace(match, score=match.score - 0.05, slots={**match.slots, "company": (filled,)})
        i = j + 1


def _following(units: Sequence[Unit], role: int, i: int) -> _Next | None:
    """Return the function coordinated with the one at ``role``, looked for from ``i`` on."""
    i = _skip_aside(units, i)
    start = i
    while i < len(units) and units[i].form in _LINKS and i - start < 6:
        i += 1
    joints = {u.form for u in units[start:i]}
    if not joints & _JOINTS:
        return None
    defined = role > 0 and units[role - 1].form in _DEFINITE
    if i < len(units) and units[i].form in _DEFINITE:
        if not defined and "à" not in joints:
            # "…, PDG de X, et le directeur de Y": somebody else
            return None
        i += 1
    if i >= len(units) or units[i].kind not in ("R", "N") or units[i].plural:
        return None
    if units[i].kind == "N" and units[role].kind == "R" and "prendre" not in joints:
        return None
    j = i + 1
    if j >= len(units) or units[j].form not in _AT:
        return None
    j += 1
    while j < len(units) and (units[j].form in _ARTICLES or units[j].form in _PARTS):
        j += 1
    if j >= len(units) or units[j].kind not in ("O", "o") or units[j].org is None:
        return None
    after = j + 1 + (j + 1 < len(units) and units[j + 1].form == ",")
    if after < len(units) and units[after].kind == "P" and joints <= {"et", ","} and defined:
        return None
    return _Next(i, j)


def _skip_aside(units: Sequence[Unit], i: int) -> int:
    """Step over a time, a scope and a short parenthesis: "(2012-2017)", ", depuis 2019"."""
    for _ in range(3):
        if i < len(units) and units[i].kind == "D":
            i += 1
        elif (
            i + 1 < len(units)
            and units[i].form in (",", "pendant", "durant")
            and units[i + 1].kind == "D"
        ):
            i += 2
        elif (scope := _scope_end(units, i)) is not None:
            i = scope
        elif i < len(units) and units[i].form == "(":
            closing = next(
                (k for k in range(i, min(i + 9, len(units))) if units[k].form == ")"), None
            )
            if closing is None:
                return i
            i = closing + 1
    return i


def _scope_end(units: Sequence[Unit], i: int) -> int | None:
    """Step over where a function is held: "pour l'Europe du Sud", "en France"."""
    if i >= len(units) or units[i].form not in ("pour", "en", "au", "aux", "dans"):
        return None
    j = i + 1 + (i + 1 < len(units) and units[i + 1].form in _ARTICLES)
    if j >= len(units) or units[j].kind not in ("L", "l"):
        return None
    return j + 3 if j + 2 < len(units) and units[j + 1].form in ("du", "de") else j + 1
