"""Where the articles behind one row do not agree: shown, never settled in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from pipeline.normalise.identity import Telling, entity_key, same_amount
from pipeline.normalise.stages import STAGES, Stage, stage
from pipeline.types import Entity, Money


def contradictions(told: Sequence[Telling]) -> tuple[str, ...]:
    """One sentence for each disagreement.

    ``told``: all tellings of one real-world fact, denials included, oldest word first. The
    same thing is said once, with the first two articles that show it, however many do.
    """
    stated = [one for one in told if one.fact.modality != "denied"]
    found = [
        *(_denials(told) if stated else ()),
        *_going_back(stated),
        *_amounts(stated),
        *_different(stated, "round"),
        *_different(stated, "year"),
        *_places(stated),
    ]
    return tuple(dict.fromkeys(found))


def _denials(told: Sequence[Telling]) -> Iterator[str]:
    for one in told:
        if one.fact.modality == "denied":
            yield f"denied by {_where(one)}"


def _going_back(stated: Sequence[Telling]) -> Iterator[str]:
    """A later article tells an earlier stage: closed, then planned."""
    furthest: Telling | None = None
    shown: set[tuple[Stage, Stage]] = set()
    for one in stated:
        if one.published is None:
            continue
        if furthest is None or _step(one) >= _step(furthest):
            furthest = one
            continue
        pair = stage(furthest.fact), stage(one.fact)
        if furthest.published != one.published and pair not in shown:
            shown.add(pair)
            yield f"{_word(furthest)} in {_where(furthest)}, but {_word(one)} in {_where(one)}"


def _amounts(stated: Sequence[Telling]) -> Iterator[str]:
    # A total grows with every round: a greater one later is news, not a contradiction.
    told = [
        one
        for one in stated
        if one.fact.attributes.get("amount") and one.fact.attributes.get("status") != "total"
    ]
    kept: list[Telling] = []
    for one in told:
        money = one.fact.attributes["amount"]
        if any(same_amount(money, other.fact.attributes["amount"]) for other in kept):
            continue
        for other in kept:
            if same_amount(money, other.fact.attributes["amount"]) is False:
                yield (
                    f"amount {_sum(other.fact.attributes['amount'])} in {_where(other)}, "
                    f"{_sum(money)} in {_where(one)}"
                )
                break
        kept.append(one)


def _different(stated: Sequence[Telling], name: str) -> Iterator[str]:
    first: Telling | None = None
    shown: set[Any] = set()
    for one in stated:
        value = one.fact.attributes.get(name)
        if value is None or value in shown:
            continue
        shown.add(value)
        if first is None:
            first = one
            continue
        yield f"{name} {first.fact.attributes[name]} in {_where(first)}, {value} in {_where(one)}"


def _places(stated: Sequence[Telling]) -> Iterator[str]:
    first: tuple[Entity, Telling] | None = None
    shown: set[str] = set()
    for one in stated:
        place = one.fact.arguments.get("place")
        if not isinstance(place, Entity) or entity_key(place) in shown:
            continue
        shown.add(entity_key(place))
        if first is None:
            first = place, one
            continue
        yield f"place {first[0].name} in {_where(first[1])}, {place.name} in {_where(one)}"


def _step(one: Telling) -> int:
    return STAGES.index(stage(one.fact))


def _word(one: Telling) -> str:
    return one.fact.attributes.get("status") or stage(one.fact)


def _where(one: Telling) -> str:
    return f"{one.fact.article} ({one.published or 'no date'})"


def _sum(money: Money) -> str:
    value = money.value if money.value is not None else money.max or money.min or Decimal(0)
    return f"{value.normalize():f} {money.currency or ''}".rstrip()
