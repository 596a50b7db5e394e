"""Spans from the entity recogniser, their borders mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.junctions import split
from pipeline.annotate.candidates.line import GENERIC, Candidate, Line
from pipeline.annotate.language import ModelEntity
from pipeline.french.typography import key
from pipeline.french.words import ORG_HEADS, PERSON_PARTICLES, TITLES

_INSIDE = PERSON_PARTICLES | {
    "et", "l'", "pour", "en", "sur", "au", "aux", "of", "the", "and", "for",
}  # fmt: skip
_SEPARATORS = frozenset(["et", ",", "ou", "(", ")"])


def recognised(
    lines: Sequence[Line], model: Sequence[ModelEntity], borders: Borders
) -> Iterator[Candidate]:
    """Yield the candidates that the recogniser's entities are worth."""
    s = 0
    for start, end, label in model:
        while s < len(lines) and lines[s].tokens and lines[s].tokens[-1].end <= start:
            s += 1
        if s == len(lines):
            break
        line = lines[s]
        inside = [i for i, t in enumerate(line.tokens) if t.start < end and t.end > start]
        if not inside:
            continue
        first, last = _cut(line, *borders.trim(line, inside[0], inside[-1] + 1), borders)
        last = _extend(line, first, last, borders)
        if last - first == 1 and borders.plain_start(line, first):
            continue
        found = borders.candidate(line, first, last, "model", label)
        if found is not None:
            yield from split(line, found, borders)


def _cut(line: Line, first: int, last: int, borders: Borders) -> tuple[int, int]:
    """Keep the head of a span that is a clause or an enumeration; institutions stay whole."""
    words = line.words[first:last]
    if not words or words[0].lower() in ORG_HEADS:
        return first, last
    cut = next((n for n, w in enumerate(words) if w.islower() and w not in _INSIDE), None)
    if cut is not None:
        first, last = borders.trim(line, first, first + cut)
    cut = next((n for n, w in enumerate(words) if w in _SEPARATORS), None)
    if cut is not None:
        first, last = borders.trim(line, first, min(last, first + cut))
    return first, last


def _extend(line: Line, first: int, last: int, borders: Borders) -> int:
    """Extend the span over the rest of a capitalised run, to the right only."""
    while (
        first < last < len(line.words)
        and line.named[last]
        and line.tokens[last].start == line.tokens[last - 1].end + 1
        and line.lower[last] not in GENERIC
        and line.lower[last] not in TITLES
        and key(line.words[last]) not in borders.lexicon.roles
    ):
        last += 1
    return last
