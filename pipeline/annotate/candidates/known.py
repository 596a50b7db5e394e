"""Names that the lexicon knows, where they stand with the capitals that they have there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.line import Candidate, Line
from pipeline.french.typography import key
from pipeline.lexicon import Lexicon
from pipeline.lexicon.types import Organisation

#: Tokens of a known name: at most, and tried for places even where no organisation is as long.
_LONGEST, _PLACE = 7, 4


class KnownNames:
    """Finds organisations and places of the lexicon. Stateless between documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._organisations = lexicon.organisations
        self._places = lexicon.places
        longest: dict[str, int] = defaultdict(int)
        for name in lexicon.organisations:
            first, *rest = name.split(" ")
            longest[first] = max(longest[first], 1 + len(rest))
        self._longest = dict(longest)

    def find(self, lines: Sequence[Line], borders: Borders) -> Iterator[Candidate]:
        """Yield the longest known name that opens at each token."""
        for line in lines:
            for i, word in enumerate(line.words):
                if not (line.named[i] or word[0].isdigit()):
                    continue
                size = self._size(line, i)
                if not size or (size == 1 and i == 0 and line.keys[0] in borders.written):
                    continue
                found = borders.candidate(line, i, i + size, "lexicon")
                if found is not None:
                    yield found

    def _size(self, line: Line, i: int) -> int:
        """Return how many tokens the longest known name from ``i`` on has; 0 for none."""
        keys, words = line.keys, line.words
        longest = min(self._longest.get(keys[i].split(" ")[0], 0), _LONGEST)
        best = 0
        joined = ""
        for n in range(min(max(longest, _PLACE), len(words) - i)):
            k, word = keys[i + n], words[i + n]
            if not k:
                break
            joined = f"{joined} {k}".strip() if n else k
            if (
                n < longest
                and joined in self._organisations
                and _same_capitals(self._organisations[joined], joined, words[i : i + n + 1])
            ) or ((n == 0 or word[0].isupper() or "'" in word) and joined in self._places):
                best = n + 1
        return best


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
    return all(not a[0].isupper() or b[0].isupper() for a, b in zip(known, words, strict=True))
