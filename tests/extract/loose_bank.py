"""Reads the banks of deals told loosely: lines of several relations, under headings.

"= acquires elaborate" heads the lines of one relation in one manner; a trap, under
"= traps", names its relation itself ("! acquires …").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.extractor import Extractor
from tests.extract.deal_bank import BANKS, Line, Outcome, read_line, run_bank

#: (relation, "elaborate", "plain" or "traps")
Group = tuple[str, str]


def read_loose(bank: str) -> Mapping[Group, Sequence[Line]]:
    """Return the lines of a bank by relation and manner."""
    found: dict[Group, list[Line]] = defaultdict(list)
    relation = manner = ""
    rows = (BANKS / f"{bank}.txt").read_text(encoding="utf-8").splitlines()
    for number, row in enumerate(rows, 1):
        if row.startswith("= "):
            relation, _, manner = row.removeprefix("= ").partition(" ")
        elif row.startswith("! "):
            of, _, text = row.removeprefix("! ").partition(" ")
            found[of, "traps"].append(read_line(number, text, trap=True))
        elif row.strip() and not row.startswith("#"):
            found[relation, manner].append(read_line(number, row, trap=False))
    return found


def write_loose_names(path: Path, bank: str) -> None:
    """Write the organisations that a bank marks up as a lexicon file."""
    names = {
        words
        for lines in read_loose(bank).values()
        for line in lines
        for fact in line.facts
        for filled in fact.slots.values()
        for words in filled
    }
    path.write_text("name\n" + "\n".join(sorted(names)) + "\n", encoding="utf-8")


def run_loose(extractor: Extractor, bank: str) -> Mapping[Group, Outcome]:
    """Extract every line as an article of its own and compare, group by group."""
    return {
        group: run_bank(extractor.annotator, extractor.engine, group[0], lines)
        for group, lines in read_loose(bank).items()
    }
