"""Runs of capitalised words."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.acts import UNDERGONE
from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.junctions import split
from pipeline.annotate.candidates.line import GENERIC, OPENINGS, Candidate, Line
from pipeline.french.typography import key
from pipeline.french.words import FUNCTION_WORDS, MONTHS, ORG_NOUNS, TITLES, WEEKDAYS

_ARTICLES = frozenset(["La", "Le", "Les"])
_FULL_STOPS = frozenset([".", "«", '"', "!", "?", ":"])
_NO_START = GENERIC | TITLES | MONTHS | WEEKDAYS
_NOT_INSIDE = GENERIC | (FUNCTION_WORDS - {"la", "le", "les", "tech"})
_PARTICLES = frozenset("de d' du van von der den ben el al da di dos del".split())
_PARTICLES_GO_ON = frozenset("der den la le".split())


def capitals(lines: Sequence[Line], borders: Borders) -> list[Candidate]:
    """Return the names that capitals show, and lone openings that are names elsewhere."""
    out: list[Candidate] = []
    known: set[str] = set()
    for line in lines:
        if not _capitals_tell(line):
            continue
        i = 0
        while i < len(line.words):
            if not line.named[i] or not _starts(line, i, borders):
                i += 1
                continue
            j = _run(line, i, borders)
            if j - i > 1 or not _proves_nothing(line, i, borders):
                found = borders.candidate(line, *borders.trim(line, i, j), "capitals")
                for c in split(line, found, borders) if found is not None else ():
                    out.append(c)
                    known.add(key(" ".join(line.words[c.first : c.last])))
            i = j
    # A lone capitalised word that opens a sentence is a name if it is one elsewhere.
    for line in lines:
        if line.words and line.named[0] and key(line.words[0]) in known:
            found = borders.candidate(line, 0, 1, "capitals")
            if found is not None:
                out.append(found)
    return out


def _capitals_tell(line: Line) -> bool:
    """Say whether a line uses capitals for names; a heading in capitals throughout does not."""
    if not line.heading:
        return True
    words = [w for w in line.words if w[0].isalpha()]
    return len(words) <= 4 or sum(w[0].isupper() for w in words) <= 0.8 * len(words)


def _starts(line: Line, i: int, borders: Borders) -> bool:
    """Say whether a run of capitals may start at ``i``."""
    word, low = line.words[i], line.lower[i]
    if low in _NO_START:
        return low in MONTHS and i > 0 and line.lower[i - 1] in ORG_NOUNS
    if low in FUNCTION_WORDS and (
        word not in _ARTICLES or i == 0 or line.words[i - 1] in _FULL_STOPS
    ):
        return False
    return key(word) not in borders.lexicon.roles


def _run(line: Line, i: int, borders: Borders) -> int:
    """Return the index past the run of capitals that starts at ``i``."""
    words, tokens, lexicon = line.words, line.tokens, borders.lexicon
    j, n = i + 1, len(words)
    while j < n:
        gap = tokens[j].start - tokens[j - 1].end
        if gap > 1:
            break
        word = words[j]
        if line.named[j] and line.lower[j] not in _NOT_INSIDE and key(word) not in lexicon.roles:
            if gap == 0 and words[j - 1][-1] not in "'-&.":
                break
            j += 1
        elif word == "+" and gap == 0:
            return j + 1  # "Canal+"
        elif word in ("&", "+") and j + 1 < n and line.named[j + 1]:
            j += 2
        elif word.isdigit() and len(word) <= 3 and gap == 1 and j == i + 1:
            return j + 1
        elif (
            word in _PARTICLES
            and j + 1 < n
            and (line.named[j + 1] or words[j + 1] in _PARTICLES_GO_ON)
            and key(words[i]) in lexicon.first_names
        ):
            j += 1
            while j < n and words[j] in _PARTICLES_GO_ON:
                j += 1
        else:
            break
    return j


def _proves_nothing(line: Line, i: int, borders: Borders) -> bool:
    """Say whether the word at ``i`` alone opens a sentence, where a capital proves nothing."""
    word = line.words[i]
    if i > 0 and line.words[i - 1] not in OPENINGS:
        return False
    if not borders.ordinary(line.lower[i]) and _explained(line.lower[i + 1 : i + 5]):
        return False
    return line.lower[i] in borders.written or (
        not (word.isupper() and len(word) > 1) and not any(c.isupper() for c in word[1:])
    )


def _explained(right: Sequence[str]) -> bool:
    """Say whether what follows a first word shows it to be a name.

    "Norlys, une jeune entreprise …", "Norlys a été fondée …".
    """
    if right[:1] == [","]:
        nouns = [w for w in right[2:] if w in ORG_NOUNS]
        return len(right) > 2 and right[1] in ("une", "un", "la", "le", "l'") and bool(nouns)
    return right[:2] == ["a", "été"] and len(right) > 2 and right[2] in UNDERGONE
