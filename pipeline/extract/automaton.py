"""Tells in one pass over a sentence which of all rules may match it.

A thousand regular expressions cost more than the language model. Here the patterns of all
rules are laid end to end as the states of one automaton whose state set is one integer, a
bit per state, and each unit of the sentence moves all of them by a handful of integer
operations (the Shift-And method with self-loops for gaps and skips for optional elements:
Navarro and Raffinot, *Flexible Pattern Matching in Strings*, 2002, chapters 2 and 4).

What it tells is necessary, not sufficient: a gap is taken to reach as far as it likes, and a
list or a row of elements to hold anything after its first unit. The few rules that are left
run as expressions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.extract.element import ANY, Element
from pipeline.extract.mask import Code
from pipeline.extract.pattern import Compiled

_PUNCTUATION = frozenset(",;:()«»")
_MARK = re.compile(r"‹[^›]*›")
#: Codes whose symbols are remembered: a symbol is two integers of a kilobyte.
_REMEMBERED = 8_000


class Symbol(NamedTuple):
    """What one unit lets the automaton do: states that it may enter, states that it may keep."""

    enters: int
    keeps: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A state: the atoms that lead to it, and what may stand between it and the next."""

    atoms: frozenset[str]
    optional: bool
    gap: bool = False
    wide: bool = False
    anything: bool = False
    bars: frozenset[str] = frozenset()


class Automaton:
    """The patterns of some rules as one state set."""

    def __init__(self, rules: Sequence[Compiled]) -> None:
        self._rules = tuple(rules)
        self._enter: dict[str, int] = defaultdict(int)
        self._bar: dict[str, int] = defaultdict(int)
        self._narrow = self._wide = self._loose = 0
        self._begin = self._skip = self._final = 0
        self._ends: dict[int, list[int]] = {}
        bit = 0
        for n, rule in enumerate(rules):
            steps = _steps(rule.elements)
            self._add(steps, bit, n)
            bit += len(steps)
        self._kinds = {
            atom: re.compile(atom)
            for atom in (*self._enter, *self._bar)
            if atom.startswith("#") and len(atom) > 1
        }
        self._plain = Symbol(self._enter[ANY], self._narrow | self._wide | self._loose)
        self._symbols: dict[Code, Symbol] = {}
        self._always = [n for n, rule in enumerate(rules) if not _steps(rule.elements)]

    def _add(self, steps: Sequence[_Step], bit: int, n: int) -> None:
        begins = True
        for i, step in enumerate(steps):
            own = 1 << (bit + i)
            for atom in step.atoms:
                self._enter[atom] |= own
            if begins:
                self._begin |= own
                begins = step.optional
            if i and step.optional:
                self._skip |= own >> 1
            if step.anything:
                self._loose |= own
            elif step.wide:
                self._wide |= own
            elif step.gap:
                self._narrow |= own
            for atom in step.bars:
                self._bar[atom] |= own
        if steps:
            last = bit + len(steps) - 1
            self._final |= 1 << last
            self._ends[last] = [n]

    def symbols(self, codes: Iterable[Code]) -> list[Symbol]:
        """Return what units of these codes do."""
        known = self._symbols
        out: list[Symbol] = []
        for code in codes:
            symbol = known.get(code)
            if symbol is None:
                if len(known) >= _REMEMBERED:
                    known.clear()
                symbol = known[code] = self._symbol(code)
            out.append(symbol)
        return out

    def _symbol(self, unit: Code) -> Symbol:
        code = f"{unit.head}0{unit.tail}" if unit.tail else unit.head
        form, sign, rest = code.rstrip().partition("‹")
        marks = _MARK.findall(sign + rest)
        enters = self._plain.enters
        barred = 0
        if unit.tail:
            for atom, pattern in self._kinds.items():
                if pattern.match(code):
                    enters |= self._enter.get(atom, 0)
                    barred |= self._bar.get(atom, 0)
        else:
            enters |= self._enter.get(form, 0)
            barred |= self._bar.get(form, 0)
        for mark in marks:
            enters |= self._enter.get(mark, 0)
            barred |= self._bar.get(mark, 0)
        keeps = self._loose
        if code[0] not in _PUNCTUATION:
            keeps |= (self._narrow | self._wide) & ~barred
        elif code[0] != ";":
            keeps |= self._wide & ~barred
        # most words are no rule's: they share one symbol
        symbol = Symbol(enters, keeps)
        return self._plain if symbol == self._plain else symbol

    def rules(self, symbols: Iterable[Symbol]) -> list[Compiled]:
        """Return the rules that may match a sentence of these units, in their own order."""
        begin, skip = self._begin, self._skip
        states = seen = 0
        for enters, keeps in symbols:
            states = ((states << 1) | begin) & enters | (states & keeps)
            # a carry runs through each row of skippable states from the lowest that is reached
            states |= ((states & skip) + skip) ^ skip
            seen |= states
        seen &= self._final
        found = list(self._always)
        while seen:
            low = seen & -seen
            found.extend(self._ends[low.bit_length() - 1])
            seen ^= low
        return [self._rules[n] for n in found]


def _steps(elements: Sequence[Element]) -> list[_Step]:
    """Turn elements into states; gaps become what may stand after the state before them."""
    steps: list[_Step] = []
    for element in elements:
        if element.takes == "nothing":
            continue
        if element.takes == "gap":
            if steps:
                last = steps[-1]
                # two gaps in a row, or one after a list: what either lets through
                bars = last.bars & element.atoms if last.gap else element.atoms
                steps[-1] = _Step(
                    last.atoms,
                    last.optional,
                    gap=True,
                    wide=last.wide or element.wide,
                    anything=last.anything,
                    bars=frozenset() if last.anything else bars,
                )
            continue
        loose = element.takes == "some"
        steps.append(_Step(element.atoms, element.optional, anything=loose, gap=loose))
    return steps
