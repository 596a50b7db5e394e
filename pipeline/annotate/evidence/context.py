"""Evidence of the words around one mention of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.annotate.acts import ACQUIRING, FOUNDING, FRONTED, SAYING, SHOWING
from pipeline.annotate.candidates import Candidate, Line
from pipeline.annotate.candidates.institutions import heads_institution
from pipeline.annotate.evidence.classes import (
    BY_COMPANY,
    BY_PERSON,
    CLAUSE,
    COMPANY_NOUNS,
    EXAMPLES,
    KIN,
    OF_COMPANY,
    OF_EITHER,
    OF_PLACE,
    POLITICAL,
    STREETS,
    THING_NOUNS,
    TO_WHOM,
    WEAK_NOUNS,
    WITH_WHOM,
)
from pipeline.annotate.evidence.following import following
from pipeline.french.typography import key
from pipeline.french.words import FUNCTION_WORDS, POSTS, ROLE_ADJECTIVES, ROLE_HEADS, TITLES
from pipeline.lexicon import Lexicon

_OF = frozenset(["de", "d'"])
_BEFORE_COMPANY = frozenset("le la l' un une du au son sa leur notre cet cette".split())
#: Words of the complement that would make the name somebody else's.
_OTHER = FUNCTION_WORDS | ROLE_HEADS | ROLE_ADJECTIVES | TITLES


class Context:
    """Reads the words around mentions. Stateless."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._common = common

    def of(self, line: Line, c: Candidate) -> dict[str, float]:
        """Return label -> evidence of what stands before and after the candidate."""
        out: dict[str, float] = defaultdict(float)
        words = line.lower
        last = words[c.first - 1] if c.first else ""
        before = words[c.first - 2] if c.first > 1 else ""
        if last:
            self._nouns(line, c, last, before, out)
            self._functions(line, c, last, before, out)
            _verbs(words, c, last, before, out)
            _prepositions(words, c, last, before, out)
        following(words, c, last, out)
        return out

    def _nouns(
        self, line: Line, c: Candidate, last: str, before: str, out: dict[str, float]
    ) -> None:
        """ "La start-up X", "la start-up lyonnaise X", "le logiciel X", "l'américain X"."""
        if last in TITLES or last in KIN:
            out["PER"] += 4
        adjective = last not in ("de", "d'", "du", "à", "et", "en") and (
            last[0].isalpha() or last in ("«", '"')
        )
        if (
            last in COMPANY_NOUNS
            or (before in COMPANY_NOUNS and adjective)
            or _company_of(line, c.first)
        ):
            out["ORG"] += 3.0
        elif last in WEAK_NOUNS:
            out["ORG"] += 1.2
        elif last in THING_NOUNS or (before in THING_NOUNS and last in ("«", '"')):
            out["X"] += 3.0
        elif line.words[c.first - 1].islower() and before in ("le", "l'", "la", "du", "au"):
            k = key(last)
            if k in self._lexicon.nationalities or k in self._lexicon.demonyms:
                out["ORG"] += 2.0
        if last in STREETS or (last in ("de", "du", "des", "d'", "la") and before in STREETS):
            out["-"] += 5.0  # an address

    def _functions(
        self, line: Line, c: Candidate, last: str, before: str, out: dict[str, float]
    ) -> None:
        """ "PDG de X", "le directeur général X"."""
        words = line.lower
        if last in ROLE_HEADS or (last in ROLE_ADJECTIVES and before in ROLE_HEADS):
            out["PER"] += 1.2 if c.last - c.first >= 2 else 0.3
        if last == "," and c.last == len(words) and not ROLE_HEADS.isdisjoint(words[: c.first]):
            out["ORG"] += 1.5
        if not _role_before(words, c.first):
            return
        own = key(" ".join(line.words[c.first : c.last]))
        if (
            not heads_institution(words[c.first])
            and own not in self._lexicon.organisations
            and all(
                w in self._common or w in ROLE_ADJECTIVES or w in ("et", "&", "des", "de")
                for w in words[c.first : c.last]
            )
        ):
            out["-"] += 6.0  # "directeur des Relations Stratégiques": capitals of a function
        wide = own in self._lexicon.places and self._lexicon.places[own][0].kind != "city"
        # "directeur de Kalio", but "directeur de l'Europe du Sud": a scope
        out["ORG"] += 0.3 if wide else 2.5
        out["LOC"] += 1.5 if wide else 0.0


def _company_of(line: Line, i: int) -> bool:
    """Say whether "l'éditeur de logiciels", "le fabricant de puces" stands before ``i``.

    The complement is bare: what "le fabricant de la puce X" names is the chip.
    """
    words = line.lower
    for k in (i - 3, i - 4):
        if k < 1 or words[k] not in COMPANY_NOUNS or words[k - 1] not in _BEFORE_COMPANY:
            continue
        rest = words[k + 2 : i]
        return (
            words[k + 1] in _OF
            and all(line.words[j].islower() and line.words[j].isalpha() for j in range(k + 2, i))
            and _OTHER.isdisjoint(rest)
        )
    return False


def _verbs(
    words: Sequence[str], c: Candidate, last: str, before: str, out: dict[str, float]
) -> None:
    if last in ACQUIRING or (last == "sur" and before in ("main", "jette", "jeté", "lorgne")):
        out["ORG"] += 1.8
    if (
        words[0] in FRONTED
        and last == ","
        and (words[0] not in ("né", "née") or c.last - c.first == 1)
    ):
        out["ORG"] += 2.2
    if last in FOUNDING:
        out["ORG"] += 1.2
    if last in SAYING:
        out["PER"] += 1.5 if c.last - c.first >= 2 else 0.6
    if last == "ex-":
        out["ORG"] += 1.0
    if last in SHOWING:
        out["X"] += 0.8


def _prepositions(
    words: Sequence[str], c: Candidate, last: str, before: str, out: dict[str, float]
) -> None:
    if last == "chez":
        out["ORG"] += 2.5
    elif last in _OF or last == "du":
        if before in OF_COMPANY and last != "du":
            out["ORG"] += 2.0
        elif before in OF_EITHER and last != "du":
            out["ORG"] += 0.6
        elif before in OF_PLACE:
            out["LOC"] += 2.0
        elif before in COMPANY_NOUNS:
            out["LOC"] += 1.8  # "l'entreprise de Croix"
    elif last in ("à", "vers"):
        if before not in TO_WHOM:
            out["LOC"] += 1.0
        elif last == "à":
            out["ORG"] += 0.8
    elif last == "en":
        out["LOC"] += 1.5
    elif last in ("aux", "au"):
        if before in ("implanté", "installé", "basé", "bureau", "basée"):
            out["LOC"] += 1.0
    elif last == "dans":
        if any(
            w.startswith(("invest", "inject", "participation"))
            for w in words[max(0, c.first - 4) : c.first]
        ):
            out["ORG"] += 2.5
    elif last == "avec":
        if before in WITH_WHOM:
            out["ORG"] += 1.5
    elif last == "par":
        if before in BY_COMPANY:
            out["ORG"] += 1.5
        elif before in BY_PERSON:
            out["PER"] += 0.8
    elif last == "comme" and before in EXAMPLES:
        out["ORG"] += 1.5


def _role_before(words: Sequence[str], i: int) -> bool:
    """Say whether "… chef de la direction de" stands before the token at ``i``."""
    j = i - 1
    if words[j] in ("la", "l'", "le", "les"):
        j -= 1
    if j < 0 or words[j] not in ("de", "d'", "du", "des", "chez"):
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        word = words[k]
        if word in ROLE_HEADS or word in POSTS:
            return word not in POLITICAL and not (
                word.startswith("président") and words[j - 1] != word and "région" in words[k:j]
            )
        if not word[:1].isalpha() or word in CLAUSE:
            return False
    return False
