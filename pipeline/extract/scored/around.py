"""Features of what stands around a unit: words, word classes, endings, prepositions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extract.mask import Code
from pipeline.types import Sentence, Unit

_MARK = re.compile(r"‹([^›]*)›")
_ARTICLES = frozenset(["la", "le", "l'", "les"])
#: Shared word classes that say something of any fact.
_SHARED = frozenset([".former", ".new", ".until", ".become", ".poss"])
_NEAR = 6
_STOPS = frozenset(";:.«»")


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as features see it; ``marks[i]`` are the word classes of unit ``i``."""

    sentence: Sentence
    marks: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    """Word classes of the sentence before."""

    @property
    def units(self) -> tuple[Unit, ...]:
        """The sentence's units."""
        return self.sentence.units

    @property
    def classes(self) -> frozenset[str]:
        """All word classes of the sentence."""
        return frozenset(mark for marks in self.marks for mark in marks)


def row_of(
    sentence: Sentence,
    codes: Sequence[Code],
    before: Sequence[Code],
    prefixes: tuple[str, ...],
) -> Row:
    """Return a sentence with the word classes whose names begin with one of ``prefixes``.

    ``before`` are the codes of the sentence before it.
    """
    marks = tuple(_classes(code, prefixes) for code in codes)
    past = frozenset(
        name for code in before for name in _classes(code, prefixes) if ":" not in name
    )
    return Row(sentence, marks, past)


@lru_cache(maxsize=20_000)
def _classes(code: Code, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    names = _MARK.findall(code.head + code.tail)
    return tuple(name for name in names if name in _SHARED or name.startswith(prefixes))


def sentence_features(row: Row) -> dict[str, float]:
    """Words, endings and word classes of the whole sentence, and classes of the one before."""
    features: dict[str, float] = {}
    for unit in row.units:
        if unit.kind == "w" and len(unit.form) > 1:
            features["w:" + unit.form] = 0.7
            if len(unit.form) > 4:
                features["e:" + unit.form[-3:]] = 0.4
    for name in row.classes:
        features["s:" + name] = 1.0
    for name in row.before:
        features["p:" + name] = 0.5
    return features


def near_features(row: Row, i: int) -> dict[str, float]:
    """Words and word classes within a few units of unit ``i``, left and right apart."""
    units = row.units
    features: dict[str, float] = {"prep=" + preposition(units, i): 1.0}
    after = units[i + 1] if i + 1 < len(units) else None
    features["next=" + (_shown(after) if after is not None else "$")] = 1.0
    for step in range(1, _NEAR + 1):
        for side, at in (("l", i - step), ("r", i + step)):
            if 0 <= at < len(units):
                for name in row.marks[at]:
                    features[f"{side}:{name}"] = 1.0
                if step < 4:
                    features[f"{side}w:{_shown(units[at])}"] = 1.0
    return features


#: Units farther away than this are no candidates: nobody reads that far, and time stays linear.
REACH = 60


def link_features(row: Row, tag: str, i: int, k: int, others: Sequence[int]) -> dict[str, float]:
    """How unit ``k`` lies to unit ``i``, at most ``REACH`` away; ``others`` are the units of the
    same kind as ``k``, rising.
    """
    units = row.units
    low, high = min(i, k), max(i, k)
    gap = high - low
    side = "b" if k < i else "a"
    far = gap if gap < 4 else min(gap // 3 + 3, 9)
    unit = units[k]
    between = units[low + 1 : high]
    rivals = bisect_left(others, high) - bisect_right(others, low)
    features = {
        f"{tag}:kind={unit.kind}": 1.0,
        f"{tag}:far={side}{far}": 1.0,
        f"{tag}:prep={side}{preposition(units, k)}": 1.0,
        f"{tag}:doubt": unit.doubt,
        f"{tag}:between={min(3, rivals)}": 1.0,
        f"{tag}:commas={min(3, sum(u.form == ',' for u in between))}": 1.0,
        f"{tag}:stop": float(any(u.form in _STOPS for u in between)),
        f"{tag}:first": float(not others or k == others[0]),
    }
    if gap == 2:
        features[f"{tag}:mid={_shown(between[0])}"] = 1.0
    return features


def preposition(units: Sequence[Unit], i: int) -> str:
    """Return the word before unit ``i`` and its article; ``^`` at the beginning."""
    j = i - 1
    while j >= 0 and units[j].form in _ARTICLES:
        j -= 1
    return _shown(units[j]) if j >= 0 else "^"


def _shown(unit: Unit) -> str:
    return unit.form if unit.kind in ("w", "p") else unit.kind
