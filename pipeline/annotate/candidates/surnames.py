"""Surnames alone, of persons whom the text names in full: "Carrière reste administrateur"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.line import Candidate, Line
from pipeline.french.typography import key
from pipeline.french.words import FUNCTION_WORDS, ORG_SUFFIXES, TITLES


def surnames(
    lines: Sequence[Line], found: Iterable[Candidate], borders: Borders
) -> Iterator[Candidate]:
    """Yield the surnames of the persons among ``found``, wherever they stand alone.

    Particles belong to them ("De Smedt"), and they may be ordinary words that open a sentence.
    """
    names: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    inside: set[tuple[int, int]] = set()
    for c in found:
        words = lines[c.sentence].words[c.first : c.last]
        if _person(words, borders):
            tail = tuple(words[1:])
            names[tail[0]].add(tail)
        inside.update((c.sentence, i) for i in range(c.first + 1, c.last))
    if not names:
        return
    for line in lines:
        for i, word in enumerate(line.words):
            if (line.index, i) in inside:
                continue
            for tail in names.get(word, ()):
                end = i + len(tail)
                titled = i > 0 and line.lower[i - 1] in TITLES
                if tuple(line.words[i:end]) == tail and (
                    titled or len(tail) > 1 or word.lower() not in FUNCTION_WORDS
                ):
                    start, stop = line.tokens[i].start, line.tokens[end - 1].end
                    yield Candidate(start, stop, line.index, i, end, {"surname"})


def _person(words: Sequence[str], borders: Borders) -> bool:
    """Say whether a name is that of a person: a first name, and a surname that is one."""
    return (
        len(words) >= 2
        and key(words[0]) in borders.lexicon.first_names
        and len(words[1]) > 2 - (len(words) > 2)
        and words[1][0].isupper()
        and words[-1].lower() not in ORG_SUFFIXES
        and key(" ".join(words)) not in borders.lexicon.organisations
    )
