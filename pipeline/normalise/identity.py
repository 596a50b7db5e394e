"""When two facts tell of the same thing: the keys and the tolerances of the merge.

``knowledge_key`` sorts facts into groups exactly; inside a group of rounds or valuations,
:func:`clusters` tells one from the next by amount, round and date. Groups never mix, so that
a database recomputes just the groups that new facts touch, and Spark can group by the key.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.french.typography import key
from pipeline.types import RELATIONS, Entity, EntityRef, Fact, Money

#: Amounts this close tell of the same sum ("près de 100 M€", "98 millions").
TOLERANCE = Decimal("0.05")
#: A round is told about for this many days; the next one of the same size comes later.
ROUND_DAYS = 120
#: A valuation is repeated until the next one, which is rarely within a year of the same size.
VALUATION_DAYS = 365

# An office that grows into a hub or a campus is still that office; a lab beside it is not.
_KIND_FAMILY = {
    kind: kind for kind in ("headquarters", "lab", "subsidiary", "factory", "datacenter", "store")
}
_SEPARATOR = "|"
#: Attribute words that are part of the key of a relation with several facts per company.
_TOTAL = "total"
#: Relations whose groups hold several real-world facts.
CLUSTERED = frozenset({"raises_funding", "valued_at"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A fact with what its article tells: all that the merge looks at."""

    fact: Fact
    published: date | None
    source: str


def knowledge_key(fact: Fact) -> str:
    """Group of a fact: facts with different keys are never the same real-world fact.

    Entities count by their id, or by their folded name where they have none. Readable, and
    the same on every machine: ``holds_role|per:ana-roux|org:veltria|ceo``.
    """
    arguments = [entity_key(fact.arguments.get(name)) for name in RELATIONS[fact.relation]]
    match fact.relation:
        case "opens_office":
            arguments.append(_KIND_FAMILY.get(fact.attributes.get("kind") or "", "office"))
        case "holds_role":
            code, role = fact.attributes.get("role_code"), fact.attributes.get("role")
            arguments.append(_part(code or f"role:{key(role or '')}"))
        case "raises_funding":
            status = fact.attributes.get("status")
            arguments = [arguments[0], _TOTAL if status == _TOTAL else "round"]
        case "partners_with":
            arguments.sort()
        case "founded":
            del arguments[1:]
    return _SEPARATOR.join([fact.relation, *arguments])


def entity_key(entity: Entity | EntityRef | tuple[Entity, ...] | None) -> str:
    """Identity of an argument; lists and missing arguments have none."""
    if entity is None or isinstance(entity, tuple):
        return ""
    return _part(entity.entity_id or f"name:{key(entity.name)}")


def clusters(told: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of one group, parted into real-world facts, whatever their order.

    Single linkage over those with a round or an amount; those with neither ("a levé des
    fonds") and denials join what they fit best and never hold two clusters together.
    """
    if not told or told[0].fact.relation not in CLUSTERED:
        return [list(told)] if told else []
    if told[0].fact.attributes.get("status") == _TOTAL:
        return [list(told)]
    ordered = sorted(told, key=_order)
    core = [one for one in ordered if not _vague(one) and one.fact.modality != "denied"]
    joined = _single_linkage(core, _same_deal)
    rest = [one for one in ordered if _vague(one) or one.fact.modality == "denied"]
    alone: list[Telling] = []
    fitted: list[tuple[int, Telling]] = []
    for one in rest:
        place = _best_fit(one, joined)
        if place is None:
            alone.append(one)
        else:
            fitted.append((place, one))
    for place, one in fitted:
        joined[place].append(one)
    return joined + _single_linkage(alone, _same_deal)


def same_amount(one: Money | None, other: Money | None) -> bool | None:
    """True within 5 %, ranges by the gap between them; None where they cannot be compared."""
    if one is None or other is None:
        return None
    if one.currency and other.currency and one.currency != other.currency:
        return None
    a, b = _range(one), _range(other)
    if a is None or b is None:
        return None
    gap = max(a[0] - b[1], b[0] - a[1], Decimal(0))
    return gap <= TOLERANCE * max(a[1], b[1])


def _same_deal(one: Telling, other: Telling) -> bool:
    a, b = one.fact.attributes, other.fact.attributes
    amounts = same_amount(a.get("amount"), b.get("amount"))
    if one.fact.relation == "valued_at":
        return amounts is not False and _near(one, other, VALUATION_DAYS)
    rounds = (a.get("round"), b.get("round"))
    if rounds[0] and rounds[0] == rounds[1]:
        # There is one series A: years later it is still that one, unless the sum says no.
        return amounts is True or _near(one, other, ROUND_DAYS)
    if rounds[0] and rounds[1]:
        return False
    if amounts is None:
        return (_vague(one) and _vague(other)) and _near(one, other, ROUND_DAYS)
    return amounts and _near(one, other, ROUND_DAYS)


def _vague(one: Telling) -> bool:
    money = one.fact.attributes.get("amount")
    return not one.fact.attributes.get("round") and (money is None or _range(money) is None)


def _best_fit(one: Telling, joined: Sequence[Sequence[Telling]]) -> int | None:
    days = VALUATION_DAYS if one.fact.relation == "valued_at" else ROUND_DAYS
    fits: list[tuple[int, int]] = []
    for place, cluster in enumerate(joined):
        kin = cluster if _vague(one) else [other for other in cluster if _same_deal(one, other)]
        gaps = [_gap(one, other) for other in kin]
        known = [gap for gap in gaps if gap is not None]
        if known and min(known) <= days:
            fits.append((min(known), place))
        elif gaps and not known:
            fits.append((days, place))
    # Clusters come in order of their first telling, so that equal fits are told apart the
    # same way whatever was read first.
    return min(fits)[1] if fits else None


def _near(one: Telling, other: Telling, days: int) -> bool:
    gap = _gap(one, other)
    return gap is None or gap <= days


def _gap(one: Telling, other: Telling) -> int | None:
    """Days between the two intervals; 0 where they overlap, None where one has no date."""
    a, b = _interval(one), _interval(other)
    if a is None or b is None:
        return None
    return max((a[0] - b[1]).days, (b[0] - a[1]).days, 0)


def _interval(one: Telling) -> tuple[date, date] | None:
    time = one.fact.time
    if time is not None and (time.start or time.end):
        first, last = time.start or time.end, time.end or time.start
        if first is not None and last is not None and first <= last:
            return first, last
    return None if one.published is None else (one.published, one.published)


def _range(money: Money) -> tuple[Decimal, Decimal] | None:
    if money.value is not None:
        return money.value, money.value
    low, high = money.min, money.max
    low, high = (high if low is None else low), (low if high is None else high)
    return None if low is None or high is None else (min(low, high), max(low, high))


def _order(one: Telling) -> tuple[date, str]:
    return one.published or date.max, one.fact.fact_id


def _single_linkage(
    told: Sequence[Telling], linked: Callable[[Telling, Telling], bool]
) -> list[list[Telling]]:
    # Of a much told round only the different tellings are compared, each with each.
    alike: dict[Hashable, list[Telling]] = {}
    for one in told:
        alike.setdefault(_signature(one), []).append(one)
    joined: list[list[Telling]] = []  # of unlike tellings, in the order of the first of each
    for heap in alike.values():
        # From the latest back: the nearest in time is the likeliest kin.
        kin = [part for part in joined if any(linked(heap[0], one) for one in reversed(part))]
        if not kin:
            joined.append([heap[0]])
            continue
        kin[0].extend([one for part in kin[1:] for one in part])
        kin[0].append(heap[0])
        joined = [part for part in joined if not any(part is other for other in kin[1:])]
    return [[one for first in part for one in alike[_signature(first)]] for part in joined]


def _signature(one: Telling) -> Hashable:
    money = one.fact.attributes.get("amount")
    amount = None if money is None else (_range(money), money.currency)
    return amount, one.fact.attributes.get("round"), _interval(one)


def _part(text: str) -> str:
    return text.replace(_SEPARATOR, "/")
