"""Adds to what rules found the readings that score high, and says how far scores agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.assemble import crowd
from pipeline.extract.attribution import attribution
from pipeline.extract.mask import Code
from pipeline.extract.matches import Match
from pipeline.extract.modality import rumour_words
from pipeline.extract.scored.candidates import Candidate
from pipeline.extract.scored.model import Readings
from pipeline.extract.scored.readings import Focus, Reading, best, foci, probability
from pipeline.extract.tenure import bare
from pipeline.types import (
    AnnotatedArticle,
    Argument,
    Label,
    Modality,
    Relation,
    Span,
    Unit,
)

_KIND_REACH = 10
_PLANNED = frozenset(["planned", "incoming"])
_PLACED = frozenset(["opens_office", "based_in"])


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores what rules left; ``kinds`` maps a noun to the kind of a place of work."""

    models: Mapping[str, Readings]
    kinds: Mapping[str, str]

    def complete(
        self,
        document: AnnotatedArticle,
        codes: Sequence[Sequence[Code]],
        kept: Sequence[Match],
        found: Sequence[Relation],
    ) -> list[Relation]:
        """Return the relations found, with how far scores agree, and those that only scores tell.

        ``codes`` are those of each sentence's units; ``kept`` the readings of all rules,
        hidden ones included: a function that any of them has read is left alone.
        """
        told = _Told(found)
        roles = {(m.sentence.index, m.role) for m in kept if m.role is not None}
        for relation, model in self.models.items():
            for focus in foci(relation, document, codes):
                told.judge(relation, focus, model)
                if relation == "holds_role":
                    taken = (focus.row.sentence.index, focus.unit) in roles
                else:
                    taken = told.has_place(focus)
                if taken:
                    continue
                reading = best(model, focus)
                if reading.told(model) and not told.has(reading):
                    told.add(
                        self._relation(relation, document, reading, model.status(reading.features))
                    )
        return told.relations

    def _relation(
        self, name: str, document: AnnotatedArticle, reading: Reading, status: str
    ) -> Relation:
        sentence, i = reading.row.sentence, reading.unit
        units = sentence.units
        arguments = {"company": _argument(reading.company, units, "ORG")}
        if reading.person is None:
            place = units[i].loc
            assert place is not None
            arguments["place"] = _argument(Candidate(place, i, {}), units, "LOC")
            attributes: dict[str, str | None] = {"kind": self._kind(units, i)}
        else:
            arguments["person"] = _argument(reading.person, units, "PER")
            attributes = {"role": bare(units[i].text)[0]}
        attributes["status"] = status
        source = attribution(units)
        modality: Modality = "planned" if status in _PLANNED else "asserted"
        if source is not None and rumour_words(units):
            modality = "reported"
        text = document.article.text
        return Relation(
            article=document.article.id,
            relation=name,
            arguments=arguments,
            attributes=attributes,
            evidence=Span(sentence.start, sentence.end, text[sentence.start : sentence.end]),
            rule=f"{name}/scored",
            modality=modality,
            attribution=source,
            time=_time(units),
            features={
                "weight": reading.probability,
                "scored": 1.0,
                "agreed": reading.probability - 0.5,
                "doubt": max(_doubt(c, units) for c in (reading.company, reading.person) if c),
                "implied": float(reading.company.unit < 0),
                "via": float(any(a.via is not None for a in arguments.values())),
                "score": reading.probability,
                "heading": float(sentence.heading),
                "crowd": crowd(document),
            },
        )

    def _kind(self, units: Sequence[Unit], i: int) -> str:
        """The kind of the noun nearest to the place, those before it first."""
        near = [
            (abs(k - i) + (k > i) * 2, kind)
            for k in range(max(0, i - _KIND_REACH), min(len(units), i + _KIND_REACH))
            if (kind := self.kinds.get(units[k].form)) is not None
        ]
        return min(near)[1] if near else "other"


class _Told:
    """The relations of an article, found by sentence and by who they are about."""

    def __init__(self, found: Iterable[Relation]) -> None:
        self.relations: list[Relation] = []
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        self._offices: set[tuple[str | None, str | None]] = set()
        self._roles: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
        for relation in found:
            self.add(relation)

    def add(self, relation: Relation) -> None:
        """Add a relation."""
        self._by_sentence[relation.evidence.start].append(len(self.relations))
        self.relations.append(relation)
        company = _name(relation, "company")
        if relation.relation in _PLACED:
            self._offices.add((company, _name(relation, "place")))
        elif relation.relation == "holds_role":
            role = str(relation.attributes.get("role"))
            self._roles[_name(relation, "person"), company].append(role)

    def judge(self, name: str, focus: Focus, model: Readings) -> None:
        """Note on the relations that were read at a focus how likely their reading is."""
        for at in self._by_sentence.get(focus.row.sentence.start, ()):
            relation = self.relations[at]
            if relation.relation == name and _read_at(relation, focus):
                company = _among(focus.companies, _name(relation, "company"))
                person = _among(focus.people, _name(relation, "person"))
                if company is not None and (person is not None or not focus.people):
                    agreed = probability(model, focus, company, person) - 0.5
                    features = {**relation.features, "agreed": agreed}
                    self.relations[at] = replace(relation, features=features)

    def has_place(self, focus: Focus) -> bool:
        """Say whether the focus's sentence tells of its place already."""
        place = focus.row.units[focus.unit].loc
        return place is not None and any(
            self.relations[at].relation in _PLACED
            and _name(self.relations[at], "place") == place.name
            for at in self._by_sentence.get(focus.row.sentence.start, ())
        )

    def has(self, reading: Reading) -> bool:
        """Say whether the same place of the same owner, or function of the same holder, is told."""
        unit = reading.row.units[reading.unit]
        company = reading.company.mention.name
        if reading.person is None:
            return unit.loc is not None and (company, unit.loc.name) in self._offices
        role = bare(unit.text)[0]
        return any(
            _overlap(one, role)
            for one in self._roles.get((reading.person.mention.name, company), ())
        )


def _read_at(relation: Relation, focus: Focus) -> bool:
    unit = focus.row.units[focus.unit]
    if relation.relation == "holds_role":
        return str(relation.attributes.get("role")) in unit.text
    return unit.loc is not None and _name(relation, "place") == unit.loc.name


def _name(relation: Relation, slot: str) -> str | None:
    argument = relation.arguments.get(slot)
    return argument.name if isinstance(argument, Argument) else None


def _among(candidates: Iterable[Candidate], name: str | None) -> Candidate | None:
    return next((c for c in candidates if c.mention.name == name), None)


def _overlap(one: str, other: str) -> bool:
    """Say whether one function's words are among the other's."""
    a, b = set(one.lower().split()), set(other.lower().split())
    return a <= b or b <= a


def _argument(candidate: Candidate, units: Sequence[Unit], label: Label) -> Argument:
    mention = candidate.mention
    via = None
    if candidate.unit >= 0 and units[candidate.unit].mention is None:
        unit = units[candidate.unit]
        via = Span(unit.start, unit.end, unit.text)
    return Argument(mention.start, mention.end, mention.text, label, mention.name, via)


def _doubt(candidate: Candidate, units: Sequence[Unit]) -> float:
    return 0.45 if candidate.unit < 0 else units[candidate.unit].doubt


def _time(units: Sequence[Unit]) -> Span | None:
    """The one time that the sentence names; of several none is surely this fact's."""
    times = [u for u in units if u.kind == "D"]
    if len(times) != 1:
        return None
    return Span(times[0].start, times[0].end, times[0].text)
