"""Reads the banks of constructions about deals and compares them with what the rules find.

How a bank is marked up is told at the head of ``tests/cases/constructions/acquires.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.annotate.document import Annotator
from pipeline.extract.engine import Engine
from pipeline.french.typography import key
from pipeline.types import Argument, Article, Relation

BANKS = Path(__file__).parent.parent / "cases" / "constructions"
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_TAGS = re.compile(r"\s+#([^#]*)$")
#: Slots that hold a list: checked one by one, they do not decide which fact is meant.
_LISTS = ("investors",)


@dataclass(frozen=True)
class Wanted:
    """A fact that a line marks up: words by slot, where its amount stands, and its status."""

    slots: Mapping[str, tuple[str, ...]]
    amount: tuple[int, int] | None
    status: str | None
    round: str | None


@dataclass(frozen=True)
class Line:
    """One snippet; ``facts`` is empty for a trap."""

    number: int
    text: str
    facts: tuple[Wanted, ...]
    trap: bool


@dataclass
class Outcome:
    """What a bank gives: counts, and the lines that failed, in words."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    status_right: int = 0
    round_wanted: int = 0
    round_right: int = 0
    investors_wanted: int = 0
    investors_right: int = 0
    traps: int = 0
    caught: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the marked-up facts that were found."""
        return self.right / self.wanted

    @property
    def precision(self) -> float:
        """Share of the facts found, traps included, that are marked up."""
        return self.right / max(1, self.found)


def read_bank(relation: str) -> list[Line]:
    """Return the lines of a relation's bank."""
    lines = []
    rows = (BANKS / f"{relation}.txt").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(rows, 1):
        if row.strip() and not row.startswith("#"):
            trap = row.startswith("!")
            lines.append(read_line(number, row.removeprefix("!").strip(), trap=trap))
    return lines


def read_line(number: int, row: str, *, trap: bool) -> Line:
    """Return the snippet and the facts that a marked-up row holds."""
    tags: dict[str, str] = {}
    if found := _TAGS.search(row):
        row = row[: found.start()]
        for tag in found[1].split():
            name, _, value = tag.rpartition("=")
            tags[name or "status"] = value
    row = row.replace(" ⏎ ", "\n\n")
    text, position = "", 0
    marks: list[tuple[str, str, tuple[int, int]]] = []
    for mark in _MARK.finditer(row):
        text += row[position : mark.start()]
        marks += [
            (slot, mark[1], (len(text), len(text) + len(mark[1]))) for slot in mark[2].split(",")
        ]
        text += mark[1]
        position = mark.end()
    text += row[position:]
    numbers = sorted({n for slot, _, _ in marks for n in slot.partition(".")[2].split("+") if n})
    facts = []
    for n in (numbers or [""]) if marks else []:
        slots: dict[str, tuple[str, ...]] = {}
        amount = None
        for slot, words, span in marks:
            name, _, of = slot.partition(".")
            if of and n not in of.split("+"):
                continue
            if name == "amount":
                amount = span
            else:
                slots[name] = (*slots.get(name, ()), words)
        facts.append(
            Wanted(slots, amount, tags.get(n) or tags.get("status", "done"), tags.get("round"))
        )
    return Line(number, text, tuple(facts), trap)


def run_bank(annotator: Annotator, engine: Engine, relation: str, lines: Sequence[Line]) -> Outcome:
    """Extract every line as an article of its own and compare."""
    out = Outcome()
    articles = [Article(str(line.number), "-", line.text) for line in lines]
    for line, document in zip(lines, annotator.annotate(articles), strict=True):
        told = [
            r for r in engine.extract(document) if r.relation == relation and r.modality != "denied"
        ]
        _compare(line, told, out)
    return out


def _compare(line: Line, told: list[Relation], out: Outcome) -> None:
    if line.trap:
        out.traps += 1
        if told:
            out.caught.append(f"{line.number} TRAP {line.text}\n      {[_show(r) for r in told]}")
    out.wanted += len(line.facts)
    out.found += len(told)
    left = list(told)
    notes = []
    for wanted in line.facts:
        hit = next((r for r in left if _same(wanted, r)), None)
        if hit is None:
            notes.append(f"MISS {dict(wanted.slots)}")
            continue
        left.remove(hit)
        out.right += 1
        out.status_right += hit.attributes.get("status") in (wanted.status, None)
        if hit.attributes.get("status") not in (wanted.status, None):
            notes.append(f"STATUS {hit.attributes.get('status')} for {wanted.status} [{hit.rule}]")
        if wanted.round:
            out.round_wanted += 1
            out.round_right += hit.attributes.get("round") == wanted.round
            if hit.attributes.get("round") != wanted.round:
                notes.append(f"ROUND {hit.attributes.get('round')} for {wanted.round}")
        for name in wanted.slots.get("investors", ()):
            out.investors_wanted += 1
            if any(_same_name(name, a) for a in _arguments(hit, "investors")):
                out.investors_right += 1
            else:
                notes.append(f"INVESTOR {name} missing")
    if not line.trap:
        notes += [f"FALSE {_show(r)}" for r in left]
    if notes:
        out.failures.append("\n      ".join([f"{line.number} {line.text!r}", *notes]))


def _arguments(relation: Relation, slot: str) -> Iterator[Argument]:
    value = relation.arguments.get(slot, ())
    yield from value if isinstance(value, tuple) else (value,)


def _same(wanted: Wanted, relation: Relation) -> bool:
    if relation.relation == "partners_with":
        # an alliance reads both ways
        names = [name for words in wanted.slots.values() for name in words]
        told = [a for slot in ("a", "b") for a in _arguments(relation, slot)]
        return all(any(_same_name(name, a) for a in told) for name in names)
    for slot, words in wanted.slots.items():
        if slot in _LISTS and (wanted.amount is not None):
            continue
        if not any(_same_name(w, a) for w in words for a in _arguments(relation, slot)):
            return False
    if wanted.amount is None or relation.amount is None:
        return wanted.amount is None and relation.amount is None
    return relation.amount.start < wanted.amount[1] and wanted.amount[0] < relation.amount.end


def _same_name(words: str, argument: Argument) -> bool:
    one = set(key(words).split())
    return any(
        one <= other or other <= one
        for other in (set(key(argument.text).split()), set(key(argument.name).split()))
    )


def _show(relation: Relation) -> str:
    names = {s: [a.name for a in _arguments(relation, s)] for s in relation.arguments}
    amount = relation.amount.text if relation.amount else None
    return f"{names} {amount} {relation.attributes.get('status')} [{relation.rule}]"


def write_names(path: Path, relations: Sequence[str]) -> None:
    """Write the organisations that the banks mark up as a lexicon file.

    The banks test rules, not the recognition of names that nobody has ever heard of.
    """
    names = {
        words
        for relation in relations
        for line in read_bank(relation)
        for fact in line.facts
        for filled in fact.slots.values()
        for words in filled
    }
    path.write_text("name\n" + "\n".join(sorted(names)) + "\n", encoding="utf-8")
