"""Which of the names told so far an anaphor is likeliest to mean, by how salient each is.

Weights were set on half a of the development texts and checked on half b and on the sample
(``python -m pipeline.evaluate.coreference``); docs/coreference.md tells what was tried.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from pipeline.annotate.anaphors import MORE_ORG_NOUNS
from pipeline.annotate.grammar import is_subject
from pipeline.annotate.memory import MEDIA_NOUNS, Known, Memory
from pipeline.french.typography import key
from pipeline.french.words import ORG_NOUNS
from pipeline.lexicon import Lexicon
from pipeline.types import Mention, Sentence, Unit

_QUIET_KINDS = frozenset(["media", "agency"])
_PUBLIC_KINDS = frozenset(["public", "government", "school", "institution", "association"])
_YOUNG = frozenset(
    """start-up startup pousse pépite licorne scale-up scaleup spin-off fintech medtech legaltech
    biotech edtech insurtech proptech foodtech deeptech healthtech agritech assurtech""".split()
)
_BIG = frozenset("groupe géant mastodonte multinationale conglomérat".split())
_GIANT = frozenset("géant mastodonte colosse multinationale titan ogre".split())
#: First words of names that say what the body is: no "société", no "start-up".
_BODIES = frozenset(
    """fonds association caisse universite ministere fondation commission direction conseil ecole
    federation syndicat institut region agence autorite chambre union parlement senat
    cour""".split()
)
#: Sentences over which nearness fades to a third: for nouns, pronouns, and being a subject.
_REACH_NOUN, _REACH_PRONOUN, _REACH_SUBJECT, _REACH_PERSON = 2.0, 1.4, 3.0, 1.5
_KINGDOMS = frozenset(["MA", "BE", "ES", "GB", "NL", "SE", "NO", "DK", "SA", "TH", "JO", "BH"])
#: Noun of a place -> the kinds of places that it can refer to.
_PLACE_KINDS: dict[str, tuple[str, ...]] = {
    "ville": ("city",),
    "métropole": ("city",),
    "cité": ("city",),
    "agglomération": ("city",),
    "commune": ("city",),
    "capitale": ("city",),
    "pays": ("country",),
    "royaume": ("country",),
    "hexagone": ("country",),
    "région": ("region",),
    "état": ("country", "region"),
    "province": ("region",),
    "canton": ("region",),
    "continent": ("continent",),
    "île": ("region", "country"),
}


class Salience:
    """Ranks what a memory holds; knows from the lexicon what each name is. Holds no state."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        #: Cities that some "capitale + nationality" names.
        self._capitals = frozenset(
            key(city)
            for phrase, city in lexicon.paraphrases.items()
            if phrase.startswith("capitale ")
            and phrase.removeprefix("capitale ") in lexicon.nationalities
        )

    def topic(self, sentences: Sequence[Sentence], title: str | None) -> Mention | None:
        """Return the organisation that the article is about."""
        scores: dict[str, float] = {}
        first: dict[str, Mention] = {}
        folded_title = f" {key(title)} " if title else ""
        for sentence in sentences:
            for i, unit in enumerate(sentence.units):
                if unit.kind != "O" or unit.mention is None:
                    continue
                name = unit.mention.name
                first.setdefault(name, unit.mention)
                weight = 1.0
                if sentence.index == 0:
                    weight += 1.5
                elif sentence.index <= 2:
                    weight += 0.7
                if is_subject(sentence.units, i):
                    weight += 0.6
                if unit.quiet:
                    weight *= 0.3
                scores[name] = scores.get(name, 0.0) + weight
        for name in scores:
            if folded_title and f" {key(name)} " in folded_title:
                scores[name] += 3.0
            kind = self._kind(name)
            scores[name] *= 0.3 if kind in _QUIET_KINDS else 0.7 if kind in _PUBLIC_KINDS else 1.0
        if not scores:
            return None
        return first[max(scores, key=lambda n: (scores[n], -first[n].start))]

    def organisation(
        self,
        memory: Memory,
        index: int,
        unit: Unit | None = None,
        spoken: Mapping[str, str] | None = None,
        subject: Mention | None = None,
    ) -> tuple[Mention | None, float]:
        """Return the likeliest organisation and the doubt about it, None where none was named.

        ``unit`` is the anaphor, None to ask for the focus. ``spoken`` maps organisations that
        the same sentence refers to by a noun to that noun: "le groupe a racheté la jeune
        pousse" names two. ``subject`` is the subject of the anaphor's own clause.
        """
        pronoun = unit is not None and unit.kind == "q"
        noun = unit.form if unit is not None and not pronoun else ""
        if noun == "entreprise" and unit is not None and "jeune " in unit.text.lower():
            noun = "start-up"
        # "cette PME": the one named last, whatever its role
        this = unit is not None and not pronoun and unit.text[:1] in "cC"
        scored: list[tuple[float, Mention]] = []
        for name, known in memory.orgs.items():
            distance = index - known.sentence
            score = 3.0 * math.exp(-distance / (_REACH_PRONOUN if pronoun else _REACH_NOUN))
            if not this:
                score += 1.7 * known.subject * math.exp(-distance / _REACH_SUBJECT)
            score += (0.3 if pronoun else 0.45) * math.log1p(known.count)
            if memory.topic is not None and name == memory.topic.name:
                score += 0.5 if pronoun or this else 1.3
            score += 1.0 * (name == memory.section)
            score -= 0.9 * known.listed + 0.8 * known.past
            score -= 0.6 * (known.count == 1 and not known.subject and not this)
            if spoken and noun and spoken.get(name, noun) != noun:
                score -= 2.5
            if subject is not None and name == subject.name:
                # "X a investi dans la start-up": hardly in itself
                score -= 2.5
            score -= 3.0 * (known.quiet and noun not in MEDIA_NOUNS)
            # Within one distance, the later clause is the nearer one.
            score += (0.03 if this else 0.01) * min(known.unit, 40)
            score += self._noun_fits(known, noun) + self._origin_fits(known, unit)
            if unit is not None and pronoun and known.gender and known.gender != unit.gender:
                score -= 0.4
            scored.append((score, known.mention))
        return _best(scored, 0.75, later=False)

    def person(
        self, people: Iterable[Known], index: int, gender: str, *, reach: int = 6
    ) -> tuple[Mention | None, float]:
        """Return the likeliest person of that gender and the doubt about it.

        Nobody who was last meant more than ``reach`` sentences ago.
        """
        scored: list[tuple[float, Mention]] = []
        for known in people:
            distance = index - known.sentence
            if distance > reach:
                continue
            own = self.gender(known)
            if gender and own and own != gender:
                continue
            score = 3.0 * math.exp(-distance / _REACH_PERSON) + 1.0 * known.subject
            score += 0.4 * math.log1p(known.count) + 0.7 * bool(gender and own == gender)
            score -= 0.8 * known.quoted
            scored.append((score, known.mention))
        return _best(scored, 0.7, later=True)

    def place(self, unit: Unit, memory: Memory, index: int) -> Mention | None:
        """Return the place that "la ville", "le pays", "la capitale" means."""
        wanted = _PLACE_KINDS.get(unit.form, ())
        scored: list[tuple[float, Mention]] = []
        for known in memory.places.values():
            k = key(known.mention.text)
            found = self._lexicon.places[k][:2] if k in self._lexicon.places else ()
            if wanted and found and not any(p.kind in wanted for p in found):
                continue
            if unit.form == "royaume" and found and found[0].country not in _KINGDOMS:
                continue
            if unit.form == "capitale" and key(known.mention.name) not in self._capitals:
                continue
            score = 3.0 * math.exp(-(index - known.sentence) / 3.0) + math.log1p(known.count)
            scored.append((score + 0.01 * known.unit, known.mention))
        return _best(scored, 0.7, later=False)[0]

    def gender(self, known: Known) -> str:
        """Return "m" or "f" as the text or the first name tells, else ""."""
        if known.gender:
            return known.gender
        gender = self._lexicon.first_names.get(key(known.mention.name.split()[0]), "")
        return "" if gender == "x" else gender

    def _kind(self, name: str) -> str:
        organisation = self._lexicon.organisation(name)
        return organisation.kind if organisation is not None else ""

    def _noun_fits(self, known: Known, noun: str) -> float:
        """How well an organisation fits the noun that refers to it; "" for a pronoun."""
        score = 0.0
        kind = self._kind(known.mention.name)
        words = key(known.mention.name).split()
        wanted = ORG_NOUNS.get(noun) or MORE_ORG_NOUNS.get(noun, "company")
        if kind in _QUIET_KINDS and wanted != "media":
            score -= 3.0
        elif kind in _PUBLIC_KINDS and wanted in ("company", "bank", "fund"):
            score -= 2.0
        elif kind in ("fund", "bank") and wanted == "company":
            score -= 1.2 * (noun not in ("groupe", "établissement", ""))
        elif kind == wanted and wanted != "company":
            score += 1.5
        if kind == "company" and wanted in ("school", "association", "public", "media"):
            score -= 2.5
        if wanted == "media" and kind not in _QUIET_KINDS and not known.quiet:
            score -= 2.5
        if not noun:
            return score
        if wanted == "company" and words[:1] and words[0] in _BODIES:
            score -= 4.5
        if noun in known.nouns or noun in words or (noun in _YOUNG and known.nouns & _YOUNG):
            score += 2.0
        elif (noun in _YOUNG and known.nouns & _BIG) or (noun in _BIG and known.nouns & _YOUNG):
            score -= 2.2
        if noun in _YOUNG and kind in ("bank", "fund", "media", "school"):
            score -= 2.0
        if kind == "company":
            # what the lexicon knows is more often the giant than the start-up
            score -= 1.0 * (noun == "pme" or noun in _YOUNG - {"licorne", "scale-up"})
            score += 1.0 if noun in _GIANT else 0.7 * (noun in _BIG)
        return score

    def _origin_fits(self, known: Known, unit: Unit | None) -> float:
        """How well an organisation fits the adjective of origin of its anaphor."""
        if unit is None or unit.demonym is None:
            return 0.0
        adjective = key(unit.demonym.text)
        score = 2.0 if adjective in known.demonyms else 0.0
        organisation = self._lexicon.organisation(known.mention.name)
        country = self._country(adjective)
        if organisation is not None and organisation.city:
            city = key(self._lexicon.demonyms.get(adjective, adjective))
            if city == key(organisation.city):
                return score + 2.0
            if city in self._lexicon.places and self._lexicon.places[city][0].kind == "city":
                # "la jeune pousse de Clermont-Ferrand" is nobody from Paris
                return score - 1.5
        if organisation is not None and organisation.country and country:
            score += 1.5 if organisation.country == country else -1.8
        return score

    def _country(self, adjective: str) -> str | None:
        name = (
            self._lexicon.nationalities.get(adjective)
            or self._lexicon.demonyms.get(adjective)
            or adjective
        )
        k = key(name)
        return self._lexicon.places[k][0].country if k in self._lexicon.places else None


def _best(
    scored: list[tuple[float, Mention]], most: float, *, later: bool
) -> tuple[Mention | None, float]:
    """Return the highest and a doubt: ``most`` on a tie, less the farther the second is behind."""
    if not scored:
        return None, 1.0
    scored.sort(key=lambda pair: (-pair[0], -pair[1].start if later else pair[1].start))
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 3.0
    return scored[0][1], max(0.05, min(0.9, most - margin / 3.0))
