"""Reads the banks of establishments and origins, and compares what the engine finds with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.types import Argument, Article, Relation

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

_BANKS = Path(__file__).parents[1] / "cases" / "constructions"
_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)(?:\.(\d+))?(?:=(\w+)/\w+)?\]")


class Told(NamedTuple):
    """One fact: a company's and a place's words, and the status if the bank gives one."""

    company: str
    place: str
    status: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of a bank; ``number`` counts from 1, positives and traps each for themselves."""

    number: int
    text: str
    facts: tuple[Told, ...]
    trap: bool


@dataclass(slots=True)
class Outcome:
    """What became of one snippet."""

    snippet: Snippet
    hits: list[tuple[Told, Relation]] = field(default_factory=list)
    misses: list[Told] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def read_bank(relation: str) -> list[Snippet]:
    """Return the snippets of a bank in order, comments left out."""
    out: list[Snippet] = []
    counts = {False: 0, True: 0}
    for line in (_BANKS / f"{relation}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        trap = line.startswith("!")
        counts[trap] += 1
        marks = [m.groups() for m in _MARK.finditer(line)]
        companies = [(words, n) for words, slot, n, _ in marks if slot == "company"]
        facts = tuple(
            Told(company, words, status or "")
            for words, slot, n, status in marks
            if slot == "place"
            for company, m in companies
            if n is None or m is None or n == m
        )
        text = _MARK.sub(r"\1", line.removeprefix("!")).replace(" ⏎ ", "\n\n")
        out.append(Snippet(counts[trap], text, facts, trap))
    return out


def organisations(snippets: Iterable[Snippet]) -> set[str]:
    """Return the companies marked up in some snippets."""
    return {fact.company for snippet in snippets for fact in snippet.facts}


def run_bank(extractor: Extractor, relation: str, snippets: Sequence[Snippet]) -> Iterator[Outcome]:
    """Yield what the engine finds of a relation in each snippet, denied facts left out."""
    articles = [Article(str(i), "-", s.text) for i, s in enumerate(snippets)]
    for snippet, document in zip(snippets, extractor.annotator.annotate(articles), strict=True):
        found = [
            r
            for r in extractor.engine.extract(document)
            # banks test the rules; what scored readings add is measured on the gold texts
            if r.relation == relation and r.modality != "denied" and not r.rule.endswith("/scored")
        ]
        yield _compare(snippet, found)


def _compare(snippet: Snippet, found: Sequence[Relation]) -> Outcome:
    outcome = Outcome(snippet)
    left = {(_name(r, "company"), _text(r, "place")): r for r in found}
    for fact in snippet.facts:
        relation = left.pop((fact.company.lower(), fact.place.lower()), None)
        if relation is None:
            outcome.misses.append(fact)
        else:
            outcome.hits.append((fact, relation))
    outcome.false = [f"{c} · {p} [{r.rule}]" for (c, p), r in left.items()]
    return outcome


def _name(relation: Relation, slot: str) -> str:
    argument = relation.arguments[slot]
    assert isinstance(argument, Argument)
    return argument.name.lower()


def _text(relation: Relation, slot: str) -> str:
    argument = relation.arguments[slot]
    assert isinstance(argument, Argument)
    return argument.text.lower()


class Rates(NamedTuple):
    """How good some outcomes are; each in [0, 1]."""

    recall: float
    precision: float
    status: float
    """Of the facts found, how many bear the status that the bank gives."""


def rates(outcomes: Iterable[Outcome]) -> Rates:
    """Sum up outcomes of positive snippets."""
    hits = misses = false = right = 0
    for outcome in outcomes:
        hits += len(outcome.hits)
        misses += len(outcome.misses)
        false += len(outcome.false)
        right += sum(
            not fact.status or fact.status == relation.attributes.get("status")
            for fact, relation in outcome.hits
        )
    return Rates(hits / (hits + misses), hits / (hits + false), right / hits)


def fired(outcomes: Iterable[Outcome]) -> list[str]:
    """Return the traps in which a fact was found, with that fact."""
    return [f"{o.snippet.text} -> {o.false}" for o in outcomes if o.snippet.trap and o.false]
