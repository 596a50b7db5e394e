"""Several rounds of one company, told apart by amount, round and date, whatever the order.

Single linkage: two tellings that may be of one deal are, and so is all that hangs together.
What is told of a much discussed company grows without end, so no telling is compared with
each other one: tellings fall into *sorts* (same sum, same round), sorts are compared with
sorts, and dates are swept in order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from pipeline.normalise.identity import CLUSTERED, TOTAL, Telling, same_amount, sum_range
from pipeline.types import Money

#: A round is told about for this many days; the next one of the same size comes later.
ROUND_DAYS = 120
#: A valuation is repeated until the next one, which is rarely within a year of the same size.
VALUATION_DAYS = 365
_EVER = 10**7

Interval = tuple[int, int]
"""First and last day, as proleptic Gregorian ordinals."""


@dataclass(frozen=True, slots=True)
class _Sort:
    relation: str
    amount: Money | None
    round: str | None

    @property
    def vague(self) -> bool:
        return not self.round and (self.amount is None or sum_range(self.amount) is None)


def clusters(told: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of one group, parted into real-world facts.

    Those with neither round nor amount ("a levé des fonds") and denials join what they fit
    best and never hold two clusters together. Clusters come in the order of their first
    telling, by publication and fact id.
    """
    if not told:
        return []
    relation = told[0].fact.relation
    if relation not in CLUSTERED or told[0].fact.attributes.get("status") == TOTAL:
        return [list(told)]
    ordered = sorted(told, key=_order)
    core: list[Telling] = []
    rest: list[Telling] = []
    for one in ordered:
        loose = one.fact.modality == "denied" or _sort(one).vague
        (rest if loose else core).append(one)
    joined = _linked(core)
    indexes = [_Index(cluster) for cluster in joined]
    alone: list[Telling] = []
    for one in rest:
        fits = [
            (gap, place)
            for place, index in enumerate(indexes)
            if (gap := index.gap(one)) is not None
        ]
        # Equal fits go to the cluster told first; without a date, only what is no guess fits.
        guess = len(fits) > 1 and _interval(one) is None
        (joined[min(fits)[1]] if fits and not guess else alone).append(one)
    return joined + _linked(alone)


def _window(one: _Sort, other: _Sort) -> int | None:
    """Days that may lie between tellings of these sorts for one deal; None: never one."""
    amounts = same_amount(one.amount, other.amount)
    if one.relation == "valued_at":
        return None if amounts is False else VALUATION_DAYS
    if one.round and one.round == other.round:
        # There is one series A: years later it is still that one, unless the sum says no.
        return _EVER if amounts else ROUND_DAYS
    if one.round and other.round:
        return None
    if amounts is None:
        return ROUND_DAYS if one.vague and other.vague else None
    return ROUND_DAYS if amounts else None


def _linked(told: Sequence[Telling]) -> list[list[Telling]]:
    root = list(range(len(told)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    def unite(one: int, other: int) -> None:
        low, high = sorted((find(one), find(other)))
        root[high] = low

    sorts: dict[_Sort, list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        sorts[_sort(one)].append(index)
    intervals = [_interval(one) for one in told]
    members = list(sorts.items())
    for place, (sort, here) in enumerate(members):
        for other, there in members[: place + 1]:
            days = _window(sort, other)
            if days is not None:
                for a, b in _sweep(here, [] if other == sort else there, intervals, days):
                    unite(a, b)
    joined: dict[int, list[Telling]] = defaultdict(list)
    for index, one in enumerate(told):
        joined[find(index)].append(one)
    return list(joined.values())


def _sweep(
    here: Sequence[int], there: Sequence[int], intervals: Sequence[Interval | None], days: int
) -> list[tuple[int, int]]:
    """Pairs to unite so that all within ``days`` are: across two sorts, or within ``here``.

    A pass by first day. Of the earlier ones that a telling reaches, the one that lasts longest
    stands for all from then on: whatever reaches one of the others reaches it too.
    """
    pairs: list[tuple[int, int]] = []
    dated: list[tuple[int, int, int, int]] = []
    undated: tuple[list[int], list[int]] = ([], [])
    for side, indexes in enumerate((here, there)):
        for index in indexes:
            interval = intervals[index]
            if interval is None:
                undated[side].append(index)
            else:
                dated.append((interval[0], interval[1], side, index))
    active: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for first, last, side, index in sorted(dated):
        facing = active[1 - side if there else side]
        reached = [one for one in facing if one[0] >= first - days]
        pairs += [(index, other) for _, other in reached]
        # What is not reached now never will be: first days only grow.
        facing[:] = [max(reached)] if reached else []
        active[side].append((last, index))
    # No date excludes nothing: one such telling may be of any deal of the other sort.
    for side, indexes in enumerate(undated):
        all_facing = (there if side == 0 else here) if there else here
        if indexes and all_facing:
            pairs += [(indexes[0], other) for other in all_facing]
            pairs += [(index, all_facing[0]) for index in indexes]
    return pairs


class _Index:
    """Days between a telling and the nearest kin in a cluster, without asking each member."""

    def __init__(self, cluster: Sequence[Telling]) -> None:
        self._sorts: dict[_Sort, _Days] = defaultdict(_Days)
        for one in cluster:
            self._sorts[_sort(one)].add(_interval(one))
        for days in self._sorts.values():
            days.close()

    def gap(self, one: Telling) -> int | None:
        """Days to the nearest member that ``one`` may be the same as; None: it does not fit."""
        sort, interval = _sort(one), _interval(one)
        limit = VALUATION_DAYS if sort.relation == "valued_at" else ROUND_DAYS
        found: list[int] = []
        undated = False
        for other, days in self._sorts.items():
            window = limit if sort.vague else _window(sort, other)
            if window is None:
                continue
            gap = None if interval is None else days.gap(interval)
            if gap is None:
                undated = True
            elif gap <= window:
                found.append(gap)
        # A date that fits is better than none that could.
        return min(found) if found else limit if undated else None


@dataclass(slots=True)
class _Days:
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    """Last day of any interval up to this one."""
    _raw: list[Interval] = field(default_factory=list)

    def add(self, interval: Interval | None) -> None:
        if interval is not None:
            self._raw.append(interval)

    def close(self) -> None:
        last = 0
        for first, end in sorted(self._raw):
            last = max(last, end)
            self.starts.append(first)
            self.ends.append(last)

    def gap(self, interval: Interval) -> int | None:
        if not self.starts:
            return None
        place = bisect_right(self.starts, interval[1])
        gaps = []
        if place:
            gaps.append(max(interval[0] - self.ends[place - 1], 0))
        if place < len(self.starts):
            gaps.append(self.starts[place] - interval[1])
        return min(gaps)


def _interval(one: Telling) -> Interval | None:
    # The time that the text tells; an article that looks back dates nothing by itself.
    time = one.fact.time
    if time is not None:
        first, last = time.start or time.end, time.end or time.start
        if first is not None and last is not None and first <= last:
            return first.toordinal(), last.toordinal()
    if one.published is None:
        return None
    return one.published.toordinal(), one.published.toordinal()


def _sort(one: Telling) -> _Sort:
    amount = one.fact.attributes.get("amount")
    if amount is not None and amount.text:
        # Two wordings of one sum are one sort.
        amount = Money("", amount.value, amount.min, amount.max, amount.currency, False)
    return _Sort(one.fact.relation, amount, one.fact.attributes.get("round") or None)


def _order(one: Telling) -> tuple[date, str]:
    return one.published or date.max, one.fact.fact_id
