"""When two facts tell of the same thing: the keys and the tolerance of the merge.

``knowledge_key`` sorts facts into groups exactly; inside a group of rounds or valuations,
:mod:`pipeline.normalise.linkage` tells one from the next. Groups never mix, so that a database
recomputes just the groups that new facts touch, and Spark can group by the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.french.typography import key
from pipeline.types import RELATIONS, Entity, EntityRef, Fact, Money

#: Amounts this close tell of the same sum ("près de 100 M€", "98 millions").
TOLERANCE = Decimal("0.05")

# An office that grows into a hub or a campus is still that office; a lab beside it is not.
_KIND_FAMILY = {
    kind: kind for kind in ("headquarters", "lab", "subsidiary", "factory", "datacenter", "store")
}
_SEPARATOR = "|"
#: Status of the sum of all rounds, which is none of them.
TOTAL = "total"
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
            arguments = [arguments[0], TOTAL if status == TOTAL else "round"]
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


def same_amount(one: Money | None, other: Money | None) -> bool | None:
    """True within 5 %, ranges by the gap between them; None where they cannot be compared."""
    if one is None or other is None:
        return None
    if one.currency and other.currency and one.currency != other.currency:
        return None
    a, b = sum_range(one), sum_range(other)
    if a is None or b is None:
        return None
    gap = max(a[0] - b[1], b[0] - a[1], Decimal(0))
    return gap <= TOLERANCE * max(a[1], b[1])


def sum_range(money: Money) -> tuple[Decimal, Decimal] | None:
    """Least and greatest value of an amount, the value itself where it is told."""
    if money.value is not None:
        return money.value, money.value
    low, high = money.min, money.max
    low, high = (high if low is None else low), (low if high is None else high)
    return None if low is None or high is None else (min(low, high), max(low, high))


def _part(text: str) -> str:
    return text.replace(_SEPARATOR, "/")
