"""A reading of a sentence by a rule, and which readings of the same thing win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.fillers import Filled
from pipeline.extract.modality import VerbGroup
from pipeline.extract.pattern import Compiled
from pipeline.types import Sentence


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of one sentence by one rule."""

    rule: Compiled
    sentence: Sentence
    slots: Mapping[str, tuple[Filled, ...]]
    role: int | None
    amount: int | None
    time: int | None
    trigger: int
    group: VerbGroup
    score: float
    span: tuple[int, int]
    """Indexes of the units that the pattern covered."""


def compete(matches: Sequence[Match]) -> list[Match]:
    """Keep the best reading of each thing that can have only one."""
    single: dict[tuple[object, ...], Match] = {}
    for n, match in enumerate(_by_place(matches)):
        name = match.rule.relation.name
        by_trigger = name in ("acquires", "partners_with", "founded")
        k: tuple[object, ...] = (name, match.sentence.index, match.trigger) if by_trigger else (n,)
        if k not in single or match.score > single[k].score:
            single[k] = match
    best: dict[tuple[object, ...], Match] = {}
    for match in single.values():
        k = _competition_key(match)
        if k not in best or match.score > best[k].score:
            best[k] = match
    kept = _one_holder(list(best.values()))
    return sorted(kept, key=lambda m: (m.sentence.start, m.trigger, m.rule.name))


def _one_holder(matches: Sequence[Match]) -> list[Match]:
    """Drop readings that give a function one holder where a better one gives it several."""
    shared: dict[tuple[int, int | None], float] = {}
    for match in matches:
        if match.rule.rule.shared:
            k = (match.sentence.index, match.role)
            shared[k] = max(match.score, shared.get(k, 0.0))
    return [
        m
        for m in matches
        if m.rule.relation.name != "holds_role"
        or m.rule.rule.shared == ((m.sentence.index, m.role) in shared)
        or m.score > shared.get((m.sentence.index, m.role), 0.0)
    ]


def _by_place(matches: Sequence[Match]) -> Iterable[Match]:
    """Give each place of a list a reading of its own, so that readings compete place by place."""
    for match in matches:
        if match.rule.relation.name not in ("opens_office", "based_in"):
            yield match
            continue
        for place in match.slots["place"]:
            yield replace(match, slots={**match.slots, "place": (place,)})


def _competition_key(match: Match) -> tuple[object, ...]:
    relation = match.rule.relation.name
    where = match.sentence.index
    slots = match.slots

    def name(slot: str) -> str:
        return slots[slot][0].argument.name if slots.get(slot) else ""

    if relation == "holds_role":
        shared = match.rule.rule.shared
        return (relation, where, match.role, name("person") if shared else "")
    if relation in ("acquires", "partners_with"):
        pair = sorted(f.argument.name for fs in slots.values() for f in fs)
        return (relation, where, *pair)
    if relation in ("opens_office", "based_in"):
        return (relation, where, *sorted(f.argument.name for f in slots["place"]))
    if match.amount is not None:
        # an amount is a round or a value, not both
        money = relation if match.rule.relation.hidden else "money"
        return (money, where, match.amount)
    return (relation, where, *sorted(f.argument.name for fs in slots.values() for f in fs))
