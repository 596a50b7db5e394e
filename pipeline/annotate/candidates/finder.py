"""The spans of a document's names: all proposals, and the best of overlapping ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.capitals import capitals
from pipeline.annotate.candidates.institutions import institutions
from pipeline.annotate.candidates.known import KnownNames
from pipeline.annotate.candidates.line import Candidate, Line
from pipeline.annotate.candidates.recognised import recognised
from pipeline.annotate.candidates.surnames import surnames
from pipeline.annotate.language import ModelEntity
from pipeline.lexicon import Lexicon

#: What a proposal is worth by its source, and each of its tokens. Whole numbers: a sum over
#: a set must not depend on its order.
_WEIGHTS = {"lexicon": 10, "model": 12, "capitals": 10, "institution": 28, "surname": 20}
_TOKEN = 6
#: A name of several words that the lexicon has whole: "Les Echos", "Amérique latine".
_KNOWN_WHOLE = 20


class SpanFinder:
    """Proposes the spans of names in a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """``common`` are ordinary words in lower case: a capital alone makes no name of them."""
        self._lexicon = lexicon
        self._common = common
        self._known = KnownNames(lexicon)

    def find(self, lines: Sequence[Line], model: Sequence[ModelEntity]) -> list[Candidate]:
        """Return the spans that are kept, in text order and without overlap.

        ``model`` are the recogniser's entities with offsets into the same text.
        """
        written = {w for line in lines for w in line.words if w.islower()}
        borders = Borders(self._lexicon, self._common, written)
        shouting = {line.index for line in lines if line.shouts}
        by_form = [*recognised(lines, model, borders), *capitals(lines, borders)]
        return _select(
            [
                *(c for c in by_form if c.sentence not in shouting),
                *self._known.find(lines, borders),
                *institutions(lines, borders),
                *surnames(lines, by_form, borders),
            ]
        )


def _select(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Merge equal spans, then keep the best of overlapping ones."""
    merged: dict[tuple[int, int], Candidate] = {}
    for c in candidates:
        seen = merged.setdefault((c.start, c.end), c)
        if seen is not c:
            seen.sources |= c.sources
            seen.label = seen.label or c.label

    # Known whole, it beats its parts ("Echos"), and so does what goes on from it
    # ("Sequoia Capital China").
    whole = [c for c in merged.values() if "lexicon" in c.sources and c.last - c.first > 1]

    def rank(c: Candidate) -> tuple[int, int]:
        worth = sum(_WEIGHTS[x] for x in c.sources) + _TOKEN * (c.last - c.first)
        if any(c.start <= k.start and k.end <= c.end for k in whole):
            worth += _KNOWN_WHOLE
        return worth, -c.start

    chosen: dict[int, list[Candidate]] = {}
    for c in sorted(merged.values(), key=rank, reverse=True):
        beside = chosen.setdefault(c.sentence, [])
        if all(c.end <= other.start or c.start >= other.end for other in beside):
            beside.append(c)
    return sorted((c for beside in chosen.values() for c in beside), key=lambda c: c.start)
