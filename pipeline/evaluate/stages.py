"""At which stage of the pipeline a missed gold fact was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from pipeline.evaluate.gold import (
    KEY_ARGUMENTS,
    EntityRecord,
    FactRecord,
    GoldFact,
    by_article,
)
from pipeline.evaluate.match import (
    DocumentMatch,
    is_sister,
    same_arguments,
    same_value,
    told_names,
)
from pipeline.evaluate.names import any_same_name
from pipeline.evaluate.tally import ALL

Stage = Literal[
    "refused", "no entity", "wrong type", "no rule", "wrong argument", "wrong value", "sister"
]
#: In the order of the pipeline; a fact is lost at the first that applies.
STAGES: tuple[Stage, ...] = (
    "refused",
    "no entity",
    "wrong type",
    "wrong value",
    "wrong argument",
    "sister",
    "no rule",
)


def _entity_state(gold: GoldFact, entities: Sequence[EntityRecord]) -> Stage | None:
    """Return what is wrong with the entities that the fact needs, None if nothing is."""
    state: Stage | None = None
    for argument, label in KEY_ARGUMENTS[gold.relation]:
        labels = {
            record.get("label")
            for record in entities
            if any_same_name(
                gold.names(argument),
                [str(record[key]) for key in ("text", "name") if record.get(key)],
            )
        }
        if not labels:
            return "no entity"
        if label not in labels:
            state = "wrong type"
    return state


def _overlap(gold: GoldFact, fact: FactRecord) -> bool:
    evidence = fact.get("evidence") or {}
    start, end = evidence.get("start"), evidence.get("end")
    if gold.evidence is None or start is None or end is None:
        return False
    return int(start) < gold.evidence[1] and gold.evidence[0] < int(end)


def _partly(gold: GoldFact, fact: FactRecord) -> bool:
    """Whether some key argument agrees, or the value does, in the same stretch of text."""
    agree = any(
        any_same_name(gold.names(name), told_names(fact, name))
        for name, _ in KEY_ARGUMENTS[gold.relation]
    )
    valued = gold.relation not in ("opens_office", "based_in", "partners_with")
    return _overlap(gold, fact) and (agree or (valued and same_value(gold, fact)))


def lost_at(
    gold: GoldFact,
    match: DocumentMatch,
    entities: Sequence[EntityRecord] | None,
    refused: frozenset[str] = frozenset(),
) -> Stage:
    """Return the stage at which a miss of ``match`` was lost.

    ``entities`` None: not known, and the entities are taken to be there.
    """
    if gold.article in refused:
        return "refused"
    same_relation = [fact for fact in match.false_alarms if fact.get("relation") == gold.relation]
    if any(same_arguments(gold, fact) and not same_value(gold, fact) for fact in same_relation):
        return "wrong value"
    if entities is not None and (state := _entity_state(gold, entities)) is not None:
        return state
    if any(is_sister(gold, fact) for fact in match.neutral):
        return "sister"
    if any(_partly(gold, fact) for fact in same_relation):
        return "wrong argument"
    return "no rule"


def losses(
    matches: Iterable[DocumentMatch],
    entities: Iterable[EntityRecord] | None,
    refused: frozenset[str] = frozenset(),
) -> dict[str, Counter[Stage]]:
    """Count the misses per stage, for each relation and for all together."""
    known = None if entities is None else by_article(entities)
    counts: dict[str, Counter[Stage]] = {ALL: Counter()}
    for match in matches:
        for gold in match.misses:
            stage = lost_at(
                gold, match, None if known is None else known.get(match.id, []), refused
            )
            counts.setdefault(gold.relation, Counter())[stage] += 1
            counts[ALL][stage] += 1
    return counts
