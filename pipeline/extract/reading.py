"""Reads one match of a rule's expression: who fills each slot, under which verb, how surely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pipeline.extract.clause import (
    belongs_to_other,
    clause_place,
    clause_subjects,
    clause_time,
    coordinated,
    plural_verb,
)
from pipeline.extract.denial import clause_negated, negated
from pipeline.extract.element import Element
from pipeline.extract.fillers import INDEX, Filled, fill, listed, origin
from pipeline.extract.mask import Masked
from pipeline.extract.matches import Match
from pipeline.extract.modality import VerbGroup, nominal_group, verb_group
from pipeline.extract.pattern import Compiled
from pipeline.extract.subject import (
    government,
    implied,
    owner,
    spoken_of,
    spoken_of_next,
    stands_alone,
    subject_of,
)
from pipeline.extract.tenure import left_behind
from pipeline.french.typography import key
from pipeline.french.verbs import Form
from pipeline.types import LIST_ARGUMENTS, AnnotatedArticle, Label, Sentence, Span, Unit

Slots = dict[str, tuple[Filled, ...]]
#: Rules of less weight are guesses from words that stand together.
LOOSE = 0.5
#: Elements that no text fills: without a filler there is no reading.
_UNSAID = ("subject", "implied", "owner", "before", "after")


class _NoReadingError(Exception):
    """The words match, but somebody is missing, or they tell of somebody else."""


@dataclass(slots=True)
class _Place:
    """Where a rule matched: indexes of units, and the verb or noun group that governs."""

    rule: Compiled
    document: AnnotatedArticle
    sentence: Sentence
    masked: Masked
    found: re.Match[str]
    begin: int
    end: int
    trigger: int
    group: VerbGroup
    slots: Slots = field(default_factory=dict)

    @property
    def units(self) -> tuple[Unit, ...]:
        return self.sentence.units

    def said(self, group: str) -> str | None:
        """Return what a named group of the expression took, None where it has none."""
        return self.found[group] if group in self.found.re.groupindex else None

    def indexes(self, capture: str) -> list[int]:
        """Return the units that a capture took."""
        value = self.said(capture)
        if not value:
            return []
        if value.isdigit():
            return [int(value)]
        coded = [int(i) for i in INDEX.findall(value)]
        return coded or [self.masked.unit_at(self.found.start(capture))]


@dataclass(frozen=True, slots=True)
class Reader:
    """Turns matches of expressions into readings. ``forms`` maps verb forms to their analyses."""

    forms: Mapping[str, tuple[Form, ...]]
    nationalities: Mapping[str, str]
    demonyms: Mapping[str, str]

    def read(
        self,
        rule: Compiled,
        document: AnnotatedArticle,
        sentence: Sentence,
        masked: Masked,
        found: re.Match[str],
    ) -> Iterator[Match]:
        """Yield the readings of one match: one for each function that it names."""
        begin, end = masked.unit_at(found.start()), masked.unit_at(found.end())
        trigger = begin
        if "_v" in found.re.groupindex and found["_v"]:
            trigger = masked.unit_at(found.start("_v"))
        group = self._group(rule, sentence.units, begin, end, trigger)
        if group is None:
            return
        place = _Place(rule, document, sentence, masked, found, begin, end, trigger, group)
        try:
            for element in rule.elements:
                label = rule.relation.slots.get(element.name)
                if label is not None:
                    self._fill(place, element, label)
            self._settle(place)
            yield from _matches(place)
        except _NoReadingError:
            return

    def _group(
        self, rule: Compiled, units: tuple[Unit, ...], begin: int, end: int, trigger: int
    ) -> VerbGroup | None:
        """Return the group that governs; None where its voice is not what the rule asks for."""
        first = rule.elements[0]
        if rule.verbal:
            group = verb_group(units, trigger, self.forms.get(units[trigger].form, ()))
            passive = group.voice == "passive" and not group.reflexive
            wants = first.source.endswith("=passive}")
            if first.kind == "subject" and not first.source.endswith("=any}") and passive != wants:
                return None
        else:
            group = nominal_group(units, trigger)
            if first.kind == "subject":
                # the subject is that of the words matched, not of the noun among them
                group = replace(group, start=begin)
            if negated(units[begin:end]) or (
                rule.rule.weight < LOOSE and clause_negated(units, max(begin, end - 1))
            ):
                # a loose rule knows too little of the clause to tell what "ne … pas" is about
                group = replace(group, negated=True)
        if rule.rule.negative:
            group = replace(group, negated=False)
        if rule.rule.denied:
            group = replace(group, negated=True)
        return group

    def _fill(self, place: _Place, element: Element, label: Label) -> None:
        """Fill the slot of one element.

        Raises:
            _NoReadingError: nobody is found for a slot that must be filled.
        """
        name, units = element.name, place.units
        if element.kind == "more":
            _add_more(place, element, label)
            return
        if element.kind == "subject":
            filled = self._subject(place, element, label)
        elif element.kind == "adjective":
            filled = self._adjective(place, name)
        elif element.kind == "government":
            role = next(iter(place.indexes("role")), place.begin)
            whose = government(place.document, units[role], self.nationalities)
            filled = (Filled(whose, role, 0.2),)
        elif element.kind in ("before", "after"):
            look = spoken_of if element.kind == "before" else spoken_of_next
            alone = look(place.document, place.sentence)
            filled = () if alone is None else (Filled(alone, -1, 0.2, True),)
        elif element.kind in ("implied", "owner"):
            filled = _unsaid(place, element, label)
            if not filled and label == "LOC":
                filled = self._hinted(place)
        else:
            filled = _told(place, element, label)
        if filled:
            place.slots[name] = filled
        elif element.kind in _UNSAID and not element.source.endswith("?"):
            raise _NoReadingError

    def _subject(self, place: _Place, element: Element, label: Label) -> tuple[Filled, ...]:
        units, group = place.units, place.group
        if "^!" in element.source:
            subjects = clause_subjects(units, group.start, label)
            return tuple(f for i in subjects for f in fill(units, i, label))
        got = subject_of(place.sentence, group.start, label, place.document)
        if got is None:
            return ()
        argument, at, doubt = got
        if "=passive" in element.source and belongs_to_other(units, group, place.trigger, at):
            raise _NoReadingError
        plural = "^+" in element.source and plural_verb(units[group.start : place.trigger + 1])
        if at >= 0 and plural:
            return tuple(f for i in coordinated(units, at) for f in fill(units, i, label))
        return (Filled(argument, at, doubt, at < 0),)

    def _adjective(self, place: _Place, name: str) -> tuple[Filled, ...]:
        for suffix, table in (("dem", self.demonyms), ("nat", self.nationalities)):
            if place.said(f"{name}_{suffix}"):
                at = place.masked.unit_at(place.found.start(f"{name}_{suffix}"))
                unit = place.units[at]
                return origin(table, unit.demonym or Span(unit.start, unit.end, unit.text), at)
        return ()

    def _hinted(self, place: _Place) -> tuple[Filled, ...]:
        """The city that an adjective hints at, just before: "ces verrières grenobloises"."""
        index = place.sentence.index
        for sentence in reversed(place.document.sentences[max(0, index - 2) : index + 1]):
            here = sentence.index == index
            for unit in reversed(sentence.units[: place.begin if here else None]):
                word = unit.demonym or Span(unit.start, unit.end, unit.text)
                if (unit.kind == "w" or unit.demonym) and key(word.text) in self.demonyms:
                    hinted = origin(self.demonyms, word, -1)
                    return tuple(replace(f, doubt=0.4, implied=True) for f in hinted)
        return ()

    def _settle(self, place: _Place) -> None:
        """Drop fillers that a relation bars or that another slot has.

        Raises:
            _NoReadingError: a slot is left empty that must not be.
        """
        rule, slots = place.rule, place.slots
        if rule.rule.name == "origin_in_phrase":
            at = slots["company"][0].unit
            demonym = place.units[at].demonym
            if demonym is None:
                raise _NoReadingError
            slots["place"] = origin(self.demonyms, demonym, at)
        for name, barred in rule.relation.barred.items():
            if name in slots:
                slots[name] = tuple(f for f in slots[name] if f.argument.name not in barred)
        for a, b in rule.relation.distinct:
            if a in slots and b in slots:
                names = {f.argument.name for f in slots[a]}
                slots[b] = tuple(f for f in slots[b] if f.argument.name not in names)
                if not slots[b]:
                    raise _NoReadingError
        if any(not slots.get(s) for s in rule.relation.slots if s not in rule.relation.optional):
            raise _NoReadingError


def _told(place: _Place, element: Element, label: Label) -> tuple[Filled, ...]:
    """What the text of an element names: one unit, a list, or a phrase of another label."""
    name, units = element.name, place.units
    if element.kind == "other":
        for other in ("ORG", "PER", "LOC"):
            value = place.said(f"{name}_{other}")
            if value:
                at = INDEX.findall(value) or [value]
                return tuple(f for i in at for f in fill(units, int(i), other))
        return ()
    value = place.said(name)
    if not value:
        return ()
    if element.kind == "list":
        return tuple(f for i in listed(value, units, label) for f in fill(units, i, label))
    return fill(units, int(value), label) if element.kind == "slot" else ()


def _add_more(place: _Place, element: Element, label: Label) -> None:
    """Add the further members of a list whose first the slot holds already."""
    value = place.said(f"{element.name}_more")
    if not value or element.name not in place.slots:
        return
    of: Label = "ORG" if "=ORG" in element.source else label
    have = place.slots[element.name]
    told = [f.argument.name for f in have]
    further = (f for i in listed(value, place.units, of) for f in fill(place.units, i, of))
    place.slots[element.name] = (*have, *(f for f in further if f.argument.name not in told))


def _unsaid(place: _Place, element: Element, label: Label) -> tuple[Filled, ...]:
    """Whoever the words are about without naming them, none that fills another slot."""
    if _in_mixed_list(place.document, place.sentence):
        raise _NoReadingError
    taken = [f.argument.name for fs in place.slots.values() for f in fs]
    if "person" in place.slots:
        taken += left_behind(place.units, place.slots["person"][0].unit, place.trigger)
    find = owner if element.kind == "owner" else implied
    got = find(place.sentence, place.begin, place.end, label, place.document, taken)
    return () if got is None else (Filled(got[0], got[1], got[2], True),)


def _matches(place: _Place) -> Iterator[Match]:
    """Yield the readings of a place whose slots are filled."""
    rule, units, slots = place.rule, place.units, place.slots
    relation = rule.relation
    score = _score(place)
    amount = next(iter(place.indexes("amount")), None)
    time = next(iter(place.indexes("time")), None)
    if relation.adjunct:
        passive = bool(rule.verbal) and place.group.voice == "passive"
        bare = passive and place.group.start == place.trigger
        if time is None:
            time = clause_time(units, place.trigger, bare=bare)
        if not slots.get(relation.adjunct):
            where = clause_place(units, place.trigger, bare=bare)
            if where is not None:
                slots[relation.adjunct] = fill(units, where, "LOC")
    roles = place.indexes("role")
    if "role" in relation.required and not roles:
        return
    if "amount" in relation.required and amount is None:
        return
    if any(f.implied for f in slots.get("company", ())):
        roles = [i for i in roles if stands_alone(units[i])]
        if relation.name == "holds_role" and not roles:
            return
    everyone: list[int | None] = [*roles] or [None]
    for held in everyone:
        yield Match(
            rule,
            place.sentence,
            slots,
            held,
            amount,
            time,
            place.trigger,
            place.group,
            score,
            (place.begin, place.end),
        )


def _score(place: _Place) -> float:
    """How good a reading is where several compete: sure, tight, and of the whole of a list."""
    slots = place.slots
    doubt = max((f.doubt for fs in slots.values() for f in fs), default=0.0)
    score = place.rule.rule.weight * (1 - 0.45 * doubt) - 0.004 * (place.end - place.begin)
    # of a coordination the whole, though its last member alone is the shorter reading
    score += 0.01 * (max((len(fs) for fs in slots.values()), default=1) - 1)
    # a reading that takes the whole of a list wins over one that takes its last members
    return score + sum(0.04 * (len(slots[s]) - 1) for s in slots.keys() & LIST_ARGUMENTS)


_BULLETS = frozenset("""• - * · ◦ ▪ – — ➢ ►""".split())


def _in_mixed_list(document: AnnotatedArticle, sentence: Sentence) -> bool:
    """Say whether the sentence is an item of a list whose other items name organisations."""
    if not sentence.units or sentence.units[0].form not in _BULLETS:
        return False
    around = document.sentences[max(0, sentence.index - 4) : sentence.index + 5]
    return any(
        s is not sentence
        and s.units
        and s.units[0].form in _BULLETS
        and any(u.kind == "O" for u in s.units)
        for s in around
    )
