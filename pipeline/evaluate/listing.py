"""The score table, and one line per miss and false alarm, as the terminal shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.evaluate.details import rule_records
from pipeline.evaluate.gold import (
    KEY_ARGUMENTS,
    RELATIONS,
    EntityRecord,
    FactRecord,
    GoldDocument,
    GoldFact,
    by_article,
)
from pipeline.evaluate.match import DocumentMatch, told_amount, told_attribute, told_names
from pipeline.evaluate.stages import lost_at
from pipeline.evaluate.tally import (
    ALL,
    Tally,
    attribute_accuracy,
    entity_tally,
    manners,
    of_manner,
    tally,
)


def describe_gold(gold: GoldFact) -> str:
    """Return a gold fact in one short phrase."""
    parts = [str(gold.values.get(name)) for name, _ in KEY_ARGUMENTS[gold.relation]]
    for name in ("role", "founders", "year", "amount", "status", "kind"):
        value = gold.values.get(name)
        if value not in (None, []):
            parts.append(f"{name}={value}")
    return f"{gold.relation}({' · '.join(parts)})"


def describe_told(fact: FactRecord) -> str:
    """Return a told fact in one short phrase."""
    relation = str(fact.get("relation"))
    parts = [
        " = ".join(told_names(fact, name)) or "?" for name, _ in KEY_ARGUMENTS.get(relation, ())
    ]
    if relation == "founded":
        parts.append(f"founders={list(told_names(fact, 'founders'))}")
    for name in ("role", "year", "status", "kind"):
        value = told_attribute(fact, name)
        if value is not None:
            parts.append(f"{name}={value}")
    if told_amount(fact) is not None:
        parts.append(f"amount={told_amount(fact):g}")
    return f"{relation}({' · '.join(parts)})"


def sentence_of(fact: FactRecord) -> str:
    """Return the evidence of a told fact on one line."""
    return " ".join(str((fact.get("evidence") or {}).get("text", "")).split())


def listing(
    documents: Sequence[GoldDocument],
    matches: Iterable[DocumentMatch],
    show: str,
    relation: str = ALL,
    *,
    entities: Iterable[EntityRecord] | None = None,
) -> list[str]:
    """Return one line per miss, false alarm and hit asked for, grouped by document.

    A miss names the stage that lost it, judged with ``entities`` if they are given.
    """
    texts = {document.id: document for document in documents}
    known = None if entities is None else by_article(entities)
    lines = []
    for match in matches:
        document = texts[match.id]
        found = None if known is None else known.get(match.id, [])
        if show in ("misses", "all"):
            lines += [
                f"MISS  {match.id} {describe_gold(gold)}{' hard' * gold.hard}"
                f" <{lost_at(gold, match, found)}>"
                f" | {document.sentence(gold)}"
                for gold in match.misses
                if relation in (ALL, gold.relation)
            ]
        if show in ("false", "all"):
            for mark, facts in (("FALSE", match.false_alarms), ("NEUTR", match.neutral)):
                lines += [
                    f"{mark} {match.id} {describe_told(fact)} [{fact.get('rule')}]"
                    f" | {sentence_of(fact)}"
                    for fact in facts
                    if relation in (ALL, fact.get("relation"))
                ]
        if show == "hits":
            lines += [
                f"HIT   {match.id} {describe_gold(gold)} <- {describe_told(fact)}"
                f" [{fact.get('rule')}] | {sentence_of(fact)}"
                for gold, fact in match.hits
                if relation in (ALL, gold.relation)
            ]
    return lines


def _ratio(pair: tuple[int, int]) -> str:
    right, judged = pair
    return f"{right / judged:.2f} ({judged})" if judged else "-"


def table(strict: Sequence[DocumentMatch], lenient: Sequence[DocumentMatch]) -> list[str]:
    """Return the lines of the score table: per manner and relation, strict and lenient."""
    lines = []
    for manner in manners(strict):
        some, others = of_manner(strict, manner), of_manner(lenient, manner)
        lines.append(
            f"{manner:<16}{'P':>6}{'R':>6}{'F1':>6}{'tp':>5}{'fp':>5}{'fn':>5}"
            f"   | lenient P    R   F1 | status      kind"
        )
        for relation in (*RELATIONS, ALL):
            one, other = tally(some, relation), tally(others, relation)
            if one == Tally():
                continue
            lines.append(
                f"  {relation:<14}{one.precision:>6.2f}{one.recall:>6.2f}{one.f1:>6.2f}"
                f"{one.tp:>5}{one.fp:>5}{one.fn:>5}   |     "
                f"{other.precision:>5.2f}{other.recall:>5.2f}{other.f1:>5.2f} | "
                f"{_ratio(attribute_accuracy(some, 'status', relation)):<11}"
                f"{_ratio(attribute_accuracy(some, 'kind', relation))}"
            )
        lines.append("")
    return lines


def entity_table(documents: Sequence[GoldDocument], entities: Sequence[EntityRecord]) -> list[str]:
    """Return the lines of the entity table: per manner and label."""
    lines = []
    for manner in manners(documents):
        some = [document for document in documents if manner in (ALL, document.manner)]
        for label in ("ORG", "PER", "LOC", ALL):
            one = entity_tally(some, entities, label)
            lines.append(
                f"{manner:<10}{label:<6}{one.precision:>6.2f}{one.recall:>6.2f}{one.f1:>6.2f}"
                f"{one.tp:>5}{one.fp:>5}{one.fn:>5}"
            )
    return lines


def rule_table(matches: Iterable[DocumentMatch], relation: str = ALL) -> list[str]:
    """Return one line per rule: right, wrong, and on how many texts it fired."""
    return [
        f"RULE  {one.rule:<48}{one.right:>4} right{one.wrong:>4} wrong  {one.articles:>3} texts"
        for one in rule_records(matches)
        if relation in (ALL, one.rule.split("/")[0])
    ]
