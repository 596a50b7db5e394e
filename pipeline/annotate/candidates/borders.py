"""Where a proposed span begins and ends, and whether it can be a name at all."""

from __future__ import annotations

import re

from pipeline.annotate.candidates.line import (
    ADVERBIAL,
    GENERIC,
    OPENINGS,
    Candidate,
    Line,
    is_domain,
    is_word,
)
from pipeline.french.typography import key
from pipeline.french.words import (
    FUNCTION_WORDS,
    MONTHS,
    ORG_HEADS,
    ORG_NOUNS,
    PERSON_PARTICLES,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    TITLES,
    WEEKDAYS,
)
from pipeline.lexicon import Lexicon

#: Endings of participles, adverbs and abstract nouns: no names open a sentence with them.
_ORDINARY_ENDINGS = tuple("ée ées és ement ements ation ations isme eront aient issement".split())
#: "le XIe arrondissement"
_ORDINAL = re.compile(r"[IVXL]+(?:e|es|er|ème)$")
_FUNCTION = ROLE_HEADS | ROLE_ADJECTIVES
#: "20 % du CA": turnover, unless it is a company's name.
_OF_TURNOVER = frozenset("le du de son leur un en".split())
_NEVER_ALONE = GENERIC | TITLES | MONTHS | WEEKDAYS


class Borders:
    """Trims spans to names; ``written`` are the words that the document has in lower case too."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str], written: set[str]) -> None:
        self.lexicon = lexicon
        self.common = common
        self.written = written

    def ordinary(self, low: str) -> bool:
        """Say whether a word in lower case is ordinary: in French, or in this document."""
        return low in self.written or low in self.common

    def trim(self, line: Line, first: int, last: int) -> tuple[int, int]:
        """Strip articles, titles, function words and punctuation from both ends."""
        while first < last and self._strip_left(line, first, alone=last - first == 1):
            first += 1
        while last > first and _strip_right(line, last - 1, alone=last - first == 1):
            last -= 1
        return first, last

    def _strip_left(self, line: Line, i: int, *, alone: bool) -> bool:
        word, low = line.words[i], line.lower[i]
        if not is_word(word[0]) or low in TITLES:
            return True
        opens = i == 0 or (not is_word(line.words[i - 1][-1]) and line.words[i - 1] != ",")
        if word[-1] == "'" and (opens or word.islower()):
            return True
        if low in FUNCTION_WORDS and (word[0].islower() or opens or (alone and word[1:].islower())):
            return True
        if not line.named[i] and (
            alone or not word[0].isdigit() or word.isdigit() or not word.isalnum()
        ):
            return True
        if alone:
            return False
        return (
            low in GENERIC
            # "le Lillois Datavor": where it is from, then its name
            or self._origin(low)
            or (
                opens
                and self.ordinary(low)
                and (low not in ORG_HEADS or low in ADVERBIAL)
                and key(low) not in self.lexicon.first_names
                and key(low) not in self.lexicon.organisations
            )
        )

    def _origin(self, word: str) -> bool:
        """Say whether a word is an adjective of a city or a country."""
        k = key(word)
        return k in self.lexicon.demonyms or k in self.lexicon.nationalities

    def candidate(
        self, line: Line, first: int, last: int, source: str, label: str = ""
    ) -> Candidate | None:
        """Return the span of the tokens as a candidate, or None where it can be no name."""
        if first >= last or (last - first == 1 and self._no_name(line, first)):
            return None
        known = source == "lexicon" and last - first > 1  # "Grand Est"
        if not known and all(low in _FUNCTION for low in line.lower[first:last]):
            return None
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        return Candidate(start, end, line.index, first, last, {source}, label)

    def _no_name(self, line: Line, i: int) -> bool:
        """Say whether a word alone is no name, whatever its capital."""
        word, low = line.words[i], line.lower[i]
        last = line.lower[i - 1] if i else ""
        if low in MONTHS and word[0].isupper() and last in ORG_NOUNS:
            return False  # "le groupe Avril"
        return (
            low in _NEVER_ALONE
            or (low == "ca" and last in _OF_TURNOVER)
            or (
                low in FUNCTION_WORDS
                and (i == 0 or word.islower() or not is_word(line.words[i - 1][-1]))
            )
            or not (any(c.isupper() for c in word) or is_domain(word))
            or _ORDINAL.match(word) is not None
            or key(low) in self.lexicon.roles
            or (self._origin(low) and not self._known(low))
        )

    def _known(self, word: str) -> bool:
        k = key(word)
        return k in self.lexicon.places or k in self.lexicon.organisations

    def plain_start(self, line: Line, i: int) -> bool:
        """Say whether the token is an ordinary word that only opens a sentence or a quotation."""
        word = line.words[i]
        return (
            (i == 0 or line.words[i - 1] in OPENINGS or line.words[i - 1] == "–")
            and word[1:].islower()
            and (self.ordinary(line.lower[i]) or line.lower[i].endswith(_ORDINARY_ENDINGS))
            and key(word) not in self.lexicon.organisations
        )


def _strip_right(line: Line, i: int, *, alone: bool) -> bool:
    word, low = line.words[i], line.lower[i]
    if word == "+" and not alone and line.tokens[i].start == line.tokens[i - 1].end:
        return False  # "Canal+"
    if not is_word(word[-1]) or (word.islower() and low in FUNCTION_WORDS):
        return True
    if alone:
        return False
    return low in TITLES or (not line.named[i] and word.islower() and low in PERSON_PARTICLES)
