"""Reads the bank of functions and compares what the engine finds with it.

How the bank is marked up is told at the head of ``tests/cases/constructions/holds_role.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.evaluate.names import any_same_name, same_role
from pipeline.types import Argument, Article, Relation

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

_BANKS = Path(__file__).parents[1] / "cases" / "constructions"
_MARK = re.compile(r"\[([^\[\]|]+)\|((?:person|company|role)[^\]]*)\]")
_PART = re.compile(r"(person|company|role)((?:\.\d+)*)(?::(\w+))?(?:=(.*))?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A fact marked up: for each slot the words that serve."""

    person: tuple[str, ...]
    company: tuple[str, ...]
    role: tuple[str, ...]
    status: str

    def same(self, relation: Relation) -> bool:
        """Whether a relation found tells this fact, status aside."""
        person, company = relation.arguments["person"], relation.arguments["company"]
        assert isinstance(person, Argument)
        assert isinstance(company, Argument)
        told = str(relation.attributes["role"])
        return (
            any_same_name(self.person, (person.text, person.name))
            and any_same_name(self.company, (company.text, company.name))
            and any(same_role(role, told) for role in self.role)
        )


@dataclass(frozen=True, slots=True)
class Snippet:
    """One line of the bank, numbered from 1 without comments and blank lines."""

    number: int
    marked: str
    text: str
    facts: tuple[Wanted, ...]
    trap: bool


@dataclass(slots=True)
class Outcome:
    """What became of one snippet."""

    snippet: Snippet
    hits: list[tuple[Wanted, Relation]] = field(default_factory=list)
    misses: list[Wanted] = field(default_factory=list)
    false: list[Relation] = field(default_factory=list)


def read_bank(name: str = "holds_role.txt") -> list[Snippet]:
    """Return the snippets of a bank in order."""
    lines = (_BANKS / name).read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line and not line.startswith("#")]
    return [_snippet(number, line) for number, line in enumerate(kept, 1)]


def _snippet(number: int, line: str) -> Snippet:
    marked = line.removeprefix("!").replace(" ⏎ ", "\n")
    marks: list[tuple[str, set[int], str | None, str]] = []
    for mark in _MARK.finditer(marked):
        for part in mark[2].split("|"):
            read = _PART.fullmatch(part)
            assert read is not None, f"line {number}: {part}"
            numbers = {int(n) for n in read[2].split(".")[1:]}
            marks.append((read[1], numbers, read[3], read[4] or mark[1]))
    text = marked
    while _MARK.search(text):
        text = _MARK.sub(r"\1", text)
    numbers = sorted({n for _, ns, _, _ in marks for n in ns}) or [1]
    trap = line.startswith("!")
    facts = () if trap else tuple(_fact(marks, n) for n in numbers)
    return Snippet(number, line, text, facts, trap)


def _fact(marks: Sequence[tuple[str, set[int], str | None, str]], number: int) -> Wanted:
    words: dict[str, list[str]] = {"person": [], "company": [], "role": []}
    status = "current"
    for slot, numbers, told, surface in marks:
        if not numbers or number in numbers:
            words[slot].append(surface)
            status = told or status
    assert all(words.values()), f"fact {number} of {marks} lacks a slot"
    return Wanted(tuple(words["person"]), tuple(words["company"]), tuple(words["role"]), status)


def organisations(snippets: Iterable[Snippet]) -> set[str]:
    """Return the organisations marked up in some snippets, and those that the traps name."""
    names = {"Norlys", "Kalio", "Talvéo", "Ocelis"}
    for snippet in snippets:
        for fact in snippet.facts:
            names.update(c for c in fact.company if c[0].isupper())
    return names


def run_bank(extractor: Extractor, snippets: Sequence[Snippet]) -> Iterator[Outcome]:
    """Yield what the engine finds in each snippet, denied facts left out."""
    articles = [Article(str(s.number), "-", s.text) for s in snippets]
    for snippet, document in zip(snippets, extractor.annotator.annotate(articles), strict=True):
        outcome = Outcome(snippet)
        left = [
            r
            for r in extractor.engine.extract(document)
            if r.relation == "holds_role" and r.modality != "denied"
        ]
        for fact in snippet.facts:
            same = [r for r in left if fact.same(r)]
            if not same:
                outcome.misses.append(fact)
                continue
            best = min(same, key=lambda r, s=fact.status: r.attributes["status"] != s)
            outcome.hits.append((fact, best))
            left.remove(best)
        outcome.false = [r for r in left if not any(fact.same(r) for fact in snippet.facts)]
        yield outcome


def rates(outcomes: Iterable[Outcome]) -> tuple[float, float, float]:
    """Return recall, precision and the share of right statuses over the snippets with facts."""
    told = [o for o in outcomes if not o.snippet.trap]
    hits = [pair for o in told for pair in o.hits]
    wanted = len(hits) + sum(len(o.misses) for o in told)
    found = len(hits) + sum(len(o.false) for o in told)
    right = sum(fact.status == r.attributes["status"] for fact, r in hits)
    return len(hits) / max(wanted, 1), len(hits) / max(found, 1), right / max(len(hits), 1)
