"""Evidence of the words around one mention of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.annotate.acts import (
    ACQUIRING,
    COMPANY_ACTS,
    FOUNDING,
    FRONTED,
    SAYING,
    UNDERGONE,
)
from pipeline.annotate.candidates import Candidate, Line
from pipeline.french.typography import key
from pipeline.french.words import ORG_NOUNS, POSTS, ROLE_ADJECTIVES, ROLE_HEADS, TITLES
from pipeline.lexicon import Lexicon

_STREETS = frozenset("rue avenue boulevard bd place quai allée impasse chaussée square".split())
#: Nouns before a name that may be a product's or a place's as well as a company's.
_WEAK_NOUNS = frozenset(
    """site application plateforme plate-forme moteur marque maison créateur région métropole
    état""".split()
)
_POLITICAL = frozenset("maire ministre préfet gouverneur premier ambassadeur professeur".split())
#: "rachat de X": what companies have.
_OF_COMPANY = frozenset(
    """filiale rachat acquisition actions capital salariés porte-parole cofondateur fondateur
    fondatrice cofondatrice pdg patron patronne ceo actionnaires dirigeants équipes
    clients""".split()
)
#: "port de X": what places have.
_OF_PLACE = frozenset(
    """ville région maire aéroport port gare université métropole quartier rue préfecture nord sud
    est ouest""".split()
)
#: Before "à", these take whom, not where.
_TO_WHOM = frozenset("rapport face grâce quant vend vendu cédé appartient vente confié".split())
_CLAUSE = frozenset("a est qui que à dans avec par".split())
_HELPERS = frozenset("a va vient veut prévoit s' compte".split())
_BEFORE_ROLE = frozenset("le la l' son sa ancien ancienne notre actuel ex".split())


class Context:
    """Reads the words around mentions. Stateless."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._common = common

    def of(self, line: Line, c: Candidate) -> dict[str, float]:
        """Return label -> evidence of what stands before and after the candidate."""
        out: dict[str, float] = defaultdict(float)
        self._nouns_before(line, c, out)
        _verbs_before(line.lower, c, out)
        _prepositions(line.lower, c, out)
        right = line.lower[c.last : c.last + 5]
        if right:
            _verbs_after(right, c, out)
            _apposition(right, c, out)
        return out

    def _nouns_before(self, line: Line, c: Candidate, out: dict[str, float]) -> None:
        words = line.lower
        last, before = _left(words, c)
        name = words[c.first : c.last]
        if last in TITLES:
            out["PER"] += 4
        if last in ORG_NOUNS or (
            before in ORG_NOUNS and last not in (",", "de", "d'", "du", "à", "et")
        ):
            out["ORG"] += 1.2 if last in _WEAK_NOUNS else 3.0
        if _role_before(words, c.first):
            own = key(" ".join(line.words[c.first : c.last]))
            if own not in self._lexicon.organisations and all(
                w in self._common or w in ROLE_ADJECTIVES or w in ("et", "&", "des", "de")
                for w in name
            ):
                out["-"] += 6.0  # "directeur des Relations Stratégiques": capitals of a function
            wide = own in self._lexicon.places and self._lexicon.places[own][0].kind != "city"
            # "directeur de Kalio", but "directeur de l'Europe du Sud": a scope
            out["ORG"] += 0.3 if wide else 2.5
            out["LOC"] += 1.5 if wide else 0.0
        if last == "," and c.last == len(words) and not ROLE_HEADS.isdisjoint(words[: c.first]):
            out["ORG"] += 1.5
        if last in _STREETS or (last in ("de", "du", "des", "d'", "la") and before in _STREETS):
            out["-"] += 5.0  # an address
        if last in ROLE_HEADS or (last in ROLE_ADJECTIVES and before in ROLE_HEADS):
            out["PER"] += 1.2 if len(name) >= 2 else 0.3


def _left(words: Sequence[str], c: Candidate) -> tuple[str, str]:
    """Return the word before the candidate and the one before that."""
    last = words[c.first - 1] if c.first else ""
    return last, words[c.first - 2] if c.first > 1 else ""


def _verbs_before(words: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    last, before = _left(words, c)
    if last in ACQUIRING or (last == "sur" and before == "main"):
        out["ORG"] += 1.8
    if (
        words[0] in FRONTED
        and last == ","
        and (words[0] not in ("né", "née") or c.last - c.first == 1)
    ):
        out["ORG"] += 2.2
    if last in FOUNDING:
        out["ORG"] += 1.2
    if last == "dans" and any(
        w.startswith(("invest", "inject", "participation"))
        for w in words[max(0, c.first - 4) : c.first]
    ):
        out["ORG"] += 2.5
    if last in SAYING:
        out["PER"] += 1.5 if c.last - c.first >= 2 else 0.6


def _prepositions(words: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    last, before = _left(words, c)
    if last == "chez":
        out["ORG"] += 2.5
    if last in ("de", "d'") and before in _OF_COMPANY:
        out["ORG"] += 2.0
    if last == "de" and before in _OF_PLACE:
        out["LOC"] += 2.0
    if last in ("à", "vers") and before not in _TO_WHOM:
        out["LOC"] += 1.0
    if last == "en":
        out["LOC"] += 1.5
    if last in ("aux", "au") and before in ("implanté", "installé", "basé", "bureau", "basée"):
        out["LOC"] += 1.0


def _verbs_after(right: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    if right[0] in SAYING:
        out["PER"] += 0.6
        out["ORG"] += 0.3
    if right[0] in COMPANY_ACTS or (
        right[0] in _HELPERS and any(w in COMPANY_ACTS for w in right[1:4])
    ):
        out["ORG"] += 1.2 + 0.8 * (c.first == 0)
    if right[0] == "," and len(right) > 2 and right[1] == "qui" and right[2] in COMPANY_ACTS:
        out["ORG"] += 1.5
    if right[:3] in (["a", "vu", "le"], ["voit", "le", "jour"]):
        out["ORG"] += 2.0
    if right[0] == "," and len(right) > 1 and right[1] in UNDERGONE:
        out["ORG"] += 2.0
    if right[:2] == ["a", "été"] and len(right) > 2 and right[2] in UNDERGONE:
        out["ORG"] += 2.0


def _apposition(right: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    size = c.last - c.first
    if right[0] == "," and len(right) > 1:
        first, second = right[1], right[2] if len(right) > 2 else ""
        if first in ROLE_HEADS or (first in _BEFORE_ROLE and second in ROLE_HEADS):
            out["PER"] += 2.5 if size >= 2 else 1.2
        if first in ORG_NOUNS or (
            first in ("une", "la", "le", "l'", "un", "jeune") and second in ORG_NOUNS
        ):
            out["ORG"] += 2.5
    if right[0] == "(" and len(right) > 2 and right[2] == ")":
        out["ORG"] += 0.4
        if size == 1 and right[1].isdigit():
            out["PER"] += 0.3


def _role_before(words: Sequence[str], i: int) -> bool:
    """Say whether "… chef de la direction de" stands before the token at ``i``."""
    j = i - 1
    if j >= 0 and words[j] in ("la", "l'", "le", "les"):
        j -= 1
    if j < 0 or words[j] not in ("de", "d'", "du", "des", "chez"):
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        word = words[k]
        if word in ROLE_HEADS or word in POSTS:
            return word not in _POLITICAL and not (
                word.startswith("président") and words[j - 1] != word and "région" in words[k:j]
            )
        if not word[:1].isalpha() or word in _CLAUSE:
            return False
    return False
