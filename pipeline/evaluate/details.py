"""Accuracy of time and role code on the matched facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.evaluate.match import DocumentMatch, told_attribute
from pipeline.evaluate.names import half_agree, name_words

NormaliseRole = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class TimeAccuracy:
    """Times over the matched facts whose gold gives a ``when``."""

    judged: int
    told: int
    """Facts that give any time."""
    agreeing: int
    """Facts whose time shares at least half of the words of the shorter expression."""
    resolved: int
    """Of the agreeing, those with a start or an end."""
    disordered: int
    """Of all matched facts, those whose start is no date, after the end, or so the end."""


def _disordered(time: Mapping[str, object]) -> bool:
    ends: list[date] = []
    for key in ("start", "end"):
        value = time.get(key)
        if value is None:
            continue
        try:
            ends.append(date.fromisoformat(str(value)))
        except ValueError:
            return True
    return len(ends) == 2 and ends[0] > ends[1]


def time_accuracy(matches: Iterable[DocumentMatch]) -> TimeAccuracy:
    """Compare the time expressions of matched facts with gold, by their words."""
    judged = told = agreeing = resolved = disordered = 0
    for match in matches:
        for gold, fact in match.hits:
            time = fact.get("time")
            given = time if isinstance(time, Mapping) else {}
            disordered += _disordered(given)
            wanted = gold.values.get("when")
            if not wanted:
                continue
            judged += 1
            told += bool(given.get("text"))
            if given.get("text") and half_agree(
                name_words(str(wanted)), name_words(str(given["text"]))
            ):
                agreeing += 1
                resolved += bool(given.get("start") or given.get("end"))
    return TimeAccuracy(judged, told, agreeing, resolved, disordered)


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How one rule did: facts right and wrong, and the texts it fired on."""

    rule: str
    right: int
    wrong: int
    articles: int


def rule_records(matches: Iterable[DocumentMatch]) -> list[RuleRecord]:
    """Return the record of every rule that fired, most wrong first, then by name.

    A rule that fired on a single text has proved nothing: it needs another example.
    """
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    articles: dict[str, set[str]] = {}
    for match in matches:
        told = [(right, fact) for _, fact in match.hits]
        told += [(wrong, fact) for fact in match.false_alarms]
        for counts, fact in told:
            rule = str(fact.get("rule"))
            counts[rule] += 1
            articles.setdefault(rule, set()).add(match.id)
    records = [
        RuleRecord(rule, right[rule], wrong[rule], len(ids)) for rule, ids in articles.items()
    ]
    return sorted(records, key=lambda one: (-one.wrong, one.rule))


def role_code_accuracy(
    matches: Iterable[DocumentMatch], normalise: NormaliseRole
) -> tuple[int, int]:
    """Return (right, judged) of the role code against ``normalise`` of the gold's words.

    A role whose gold words have no code is not judged.
    """
    right = judged = 0
    for match in matches:
        for gold, fact in match.hits:
            if gold.relation != "holds_role":
                continue
            wanted = {code for role in gold.names("role") if (code := normalise(role))}
            if wanted:
                judged += 1
                right += told_attribute(fact, "role_code") in wanted
    return right, judged
