"""Reads the banks of foundings and partnerships, and compares what the engine finds with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.evaluate.names import any_same_name
from pipeline.types import Argument, Article, Relation

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

_BANKS = Path(__file__).parents[1] / "cases" / "constructions"
_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)(?:\.(\d+))?\]")

Told = dict[str, list[str]]
"""One fact: slot -> its words; ``year`` holds the words of a time."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of a bank: its text, the facts marked up in it, whether it is a trap."""

    line: int
    marked: str
    text: str
    facts: tuple[Told, ...]
    trap: bool


@dataclass(slots=True)
class Outcome:
    """What became of one snippet."""

    snippet: Snippet
    hits: list[tuple[Told, Told]] = field(default_factory=list)
    misses: list[Told] = field(default_factory=list)
    false: list[Told] = field(default_factory=list)


def read_bank(relation: str) -> list[Snippet]:
    """Return the snippets of a bank in order, comments left out."""
    out = []
    lines = (_BANKS / f"{relation}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate((x for x in lines if x and not x.startswith("#")), 1):
        marked = line.removeprefix("!").replace(" ⏎ ", "\n")
        facts: dict[int, Told] = {}
        for m in _MARK.finditer(marked):
            facts.setdefault(int(m[3] or 1), {}).setdefault(m[2], []).append(m[1])
        text = _MARK.sub(r"\1", marked)
        told = tuple(_pairs(facts.values()) if relation == "partners_with" else facts.values())
        out.append(Snippet(number, line, text, told, line.startswith("!")))
    return out


def organisations(snippets: Iterable[Snippet]) -> set[str]:
    """Return the organisations marked up in some snippets, and those that the traps name.

    A founder of one word is an organisation: persons have their first names.
    """
    names = {"Norlys", "Kalio"}
    for snippet in snippets:
        for fact in snippet.facts:
            for slot in ("company", "a", "b"):
                names.update(fact.get(slot, ()))
            names.update(f for f in fact.get("founders", ()) if " " not in f)
    return names


def run_bank(extractor: Extractor, relation: str, snippets: Sequence[Snippet]) -> Iterator[Outcome]:
    """Yield what the engine finds of a relation in each snippet, denied facts left out."""
    articles = [Article(str(s.line), "-", s.text) for s in snippets]
    for snippet, document in zip(snippets, extractor.annotator.annotate(articles), strict=True):
        found = [
            r
            for r in extractor.engine.extract(document)
            # banks test the rules; what scored readings add is measured on the gold texts
            if r.relation == relation and r.modality != "denied" and not r.rule.endswith("/scored")
        ]
        founded = relation == "founded"
        told = _foundings(found) if founded else [_told(r) for r in found]
        outcome = Outcome(snippet)
        left = list(told)
        for fact in snippet.facts:
            same = next(
                (t for t in left if (_same_founding if founded else _same_pair)(fact, t)), None
            )
            if same is None:
                outcome.misses.append(fact)
            else:
                outcome.hits.append((fact, same))
                left.remove(same)
        outcome.false = left
        yield outcome


def rates(outcomes: Iterable[Outcome]) -> tuple[float, float, list[str]]:
    """Return recall and precision over the snippets with facts, and the traps that fired."""
    hits = misses = false = 0
    fired = []
    for o in outcomes:
        if o.snippet.trap:
            if o.false:
                fired.append(o.snippet.marked)
            continue
        hits, misses, false = hits + len(o.hits), misses + len(o.misses), false + len(o.false)
    return hits / max(hits + misses, 1), hits / max(hits + false, 1), fired


def slot_recall(outcomes: Iterable[Outcome], slot: str) -> float:
    """Say how many of the words marked with a slot were found, in the facts that were."""
    total = right = 0
    for o in outcomes:
        for wanted, got in o.hits:
            for words in wanted.get(slot, ()):
                total += 1
                right += _has(got.get(slot, ()), words, exact=slot != "year")
    return right / max(total, 1)


def _pairs(groups: Iterable[Told]) -> Iterator[Told]:
    for group in groups:
        yield from ({"a": [a], "b": [b]} for a in group["a"] for b in group["b"])


def _told(relation: Relation) -> Told:
    told: Told = {}
    for slot, value in relation.arguments.items():
        for argument in value if isinstance(value, tuple) else (value,):
            assert isinstance(argument, Argument)
            told.setdefault(slot, []).append(argument.name)
    if relation.time is not None:
        told["year"] = [relation.time.text]
    return told


def _foundings(found: Iterable[Relation]) -> list[Told]:
    """Merge what is told of one company, and drop what has neither year nor founder."""
    merged: dict[str, Told] = {}
    for relation in found:
        told = _told(relation)
        into = merged.setdefault(told["company"][0], told)
        for slot, words in told.items():
            into.setdefault(slot, words)
    return [t for t in merged.values() if t.get("founders") or t.get("year")]


def _has(got: Iterable[str], words: str, *, exact: bool = True) -> bool:
    if not exact:
        return any(words.lower() in g.lower() for g in got)
    return any_same_name((words,), tuple(got))


def _same_founding(wanted: Told, got: Told) -> bool:
    return _has(got["company"], wanted["company"][0]) and (
        (not wanted.get("founders") and not wanted.get("year"))
        or any(_has(got.get("founders", ()), f) for f in wanted.get("founders", ()))
        or any(_has(got.get("year", ()), y, exact=False) for y in wanted.get("year", ()))
    )


def _same_pair(wanted: Told, got: Told) -> bool:
    a, b = wanted["a"][0], wanted["b"][0]
    return (_has(got["a"], a) and _has(got["b"], b)) or (_has(got["a"], b) and _has(got["b"], a))
