"""Names that the lexicon knows, where they stand with the capitals that they have there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.line import Candidate, Line
from pipeline.french.typography import key
from pipeline.french.words import ORG_NOUNS
from pipeline.lexicon import Lexicon
from pipeline.lexicon.types import Organisation

#: Tokens of a known name: at most, and tried for places even where no organisation is as long.
_LONGEST, _PLACE = 7, 4
#: Letters from which on a known company may be written without its capital.
_UNMISTAKABLE = 7


class KnownNames:
    """Finds organisations and places of the lexicon. Stateless between documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._organisations = lexicon.organisations
        self._places = lexicon.places
        self._ambiguous = lexicon.ambiguous
        self._products = lexicon.products
        longest: dict[str, int] = defaultdict(int)
        for name in lexicon.organisations:
            first, *rest = name.split(" ")
            longest[first] = max(longest[first], 1 + len(rest))
        self._longest = dict(longest)
        self._starts: frozenset[str] | None = None

    def find(self, lines: Sequence[Line], borders: Borders) -> Iterator[Candidate]:
        """Yield the longest known name that opens at each token."""
        for line in lines:
            for i, word in enumerate(line.words):
                if line.named[i] or word[0].isdigit():
                    size = self._size(line, i)
                else:
                    size = int(len(word) >= _UNMISTAKABLE and self._small(line, i, borders))
                if not size:
                    continue
                if line.named[i] or word[0].isdigit():
                    if size == 1 and i == 0 and line.keys[0] in borders.written:
                        continue
                    found = borders.candidate(line, i, i + size, "lexicon")
                    if found is not None:
                        yield found
                else:
                    start, end = line.tokens[i].start, line.tokens[i].end
                    yield Candidate(start, end, line.index, i, i + 1, {"lexicon"})

    def _small(self, line: Line, i: int, borders: Borders) -> bool:
        """Say whether a word in small letters is a company that writes itself so: "blablacar"."""
        word = line.words[i]
        if word in borders.common or not word.islower() or word in ORG_NOUNS:
            return False
        k = line.keys[i]
        return k in self._organisations and k not in self._ambiguous and k not in self._products

    def _size(self, line: Line, i: int) -> int:
        """Return how many tokens the longest known name from ``i`` on has; 0 for none."""
        keys, words = line.keys, line.words
        first = keys[i].partition(" ")[0]
        longest = min(self._longest.get(first, 0), _LONGEST)
        if self._starts is None:  # not sooner: the gazetteer is read when it is first asked
            self._starts = frozenset(k.partition(" ")[0] for k in self._places if " " in k)
        reach = max(longest, _PLACE if first in self._starts else 1)
        best = 0
        joined = ""
        for n in range(min(reach, len(words) - i)):
            k, word = keys[i + n], words[i + n]
            if not k:
                break
            joined = f"{joined} {k}".strip() if n else k
            if (
                n < longest
                and joined in self._organisations
                and _same_capitals(self._organisations[joined], joined, words[i : i + n + 1])
            ) or (joined in self._places and (n == 0 or self._whole(joined, word))):
                best = n + 1
        return best

    def _whole(self, k: str, word: str) -> bool:
        """Say whether the place ``k`` may end with ``word``: "Amérique latine", not "Paris est"."""
        if " et " in k:
            return False  # "Moyen-Orient et Afrique" are two
        if word[0].isupper() or "'" in word:
            return True
        name = self._places[k][0].name
        return word.islower() and name[name.rfind(" ") + 1].islower() and key(name) == k


def _same_capitals(organisation: Organisation, k: str, words: Sequence[str]) -> bool:
    """Say whether the text gives a known name its capitals: not "le point", "24 heures"."""
    form = next(
        (f for f in (organisation.name, *organisation.aliases) if key(f) == k), organisation.name
    )
    known = [w for w in form.replace("'", "' ").replace("’", "' ").split() if w]
    if len(known) != len(words):
        return any(w[0].isupper() for w in words) and words[-1][0].isupper()
    if not any(c.isupper() for c in form):
        return True
    small = [not b[0].isupper() and a[0].isupper() for a, b in zip(known, words, strict=True)]
    # "La Banque postale" for "La Banque Postale", but no "le point"
    return not any(small) or (small.index(True) > 1 and sum(small) == 1 and len(words[-1]) > 2)
