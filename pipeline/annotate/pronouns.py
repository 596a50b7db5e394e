"""Antecedents of pronouns and of nouns for persons: "elle", "ils", "ce dernier", "cet énarque"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.clues import NEVER, clue, set_off
from pipeline.annotate.memory import Known, Memory
from pipeline.annotate.salience import Salience
from pipeline.french.typography import key
from pipeline.types import Mention, Sentence, Unit

#: Functions that may be told by another word: "le patron", "la dirigeante".
_HEADS_OF_COMPANY = frozenset(
    """pdg dg ceo président présidente fondateur fondatrice cofondateur cofondatrice co-fondateur
    co-fondatrice patron patronne dirigeant dirigeante président-directeur présidente-directrice
    gérant gérante""".split()
) | {"directeur général", "directrice générale", "chef de", "cheffe de"}
_LEADS = _HEADS_OF_COMPANY | {"directeur", "directrice", "chef", "cheffe"}
_ANY_HEAD = frozenset("patron patronne dirigeant dirigeante chef cheffe responsable".split())
#: What one is by trade, whether or not the text has told it before.
_TRADES = frozenset(
    """chercheur chercheuse ingénieur ingénieure scientifique entrepreneur entrepreneuse
    développeur avocat avocate professeur professeure médecin journaliste consultant consultante
    manager""".split()
)
_NEW = frozenset(
    """nouveau nouvel nouvelle futur future jeune actuel actuelle prochain prochaine ancien ancienne
    ex- deux trois""".split()
)
_DETERMINERS = frozenset("le la l' les ce cet cette ces du au".split())
_THESE = frozenset("ce cet cette ces".split())
_COMPLEMENT = frozenset("de d' du des chez et".split())
#: Before a function, these say it of the name that precedes: no anaphor.
_SAID_OF = frozenset("est sera était fut aussi devient comme nommé nommée".split())
#: Difference of rank from which one kind of antecedent is preferred, and from which it is alone.
_PREFERRED, _ALONE = 0.9, 3.0


class Pronouns:
    """Resolves what refers by gender and number alone, or to persons. Holds no state."""

    def __init__(self, salience: Salience) -> None:
        self._salience = salience

    def resolve(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Return a unit of kind ``q`` or ``a`` with its antecedents, none where it has none."""
        if unit.plural:
            return self._plural(unit, memory, sentence)
        if unit.kind == "q" or unit.form in ("intéressé", "intéressée"):
            return self._pronoun(unit, memory, sentence, i)
        if unit.form in ("dernier", "celui-ci", "celle-ci"):
            return self._last(unit, memory, sentence, i)
        if unit.form in ("premier", "second"):
            return self._of_two(unit, memory, sentence, i)
        return self._person_noun(unit, memory, sentence, i)

    def _pronoun(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Resolve "elle", "l'intéressé": an organisation, a person, either, or none."""
        index = sentence.index
        person, person_doubt = self._salience.person(memory.people.values(), index, unit.gender)
        org, org_doubt = self._salience.organisation(memory, index, unit)
        told = clue(sentence.units, i)
        speaker = memory.people.get(memory.speaker or "")
        if told.speech and speaker is not None and self._agrees(speaker, unit.gender):
            gap = index - speaker.sentence
            if gap <= 4:
                person, person_doubt = speaker.mention, 0.2
                told = told._replace(person=told.person + 1.0 + gap)
        # The nearer of the two is meant, subjects before others.
        person_rank = -99.0 if person is None else memory.people[person.name].rank + told.person
        org_rank = -99.0 if org is None else memory.orgs[org.name].rank + told.company
        if org is not None:
            own = memory.orgs[org.name].gender
            org_rank -= 0.5 * (unit.form == "il" and not own) + 0.8 * (own not in ("", unit.gender))
            org_rank += 0.8 * (sentence.opens_paragraph and org == memory.topic)
        rank = max(person_rank, org_rank)
        if person is None and told.person >= 2.0:
            rank = NEVER  # "dont elle dirigeait le site": somebody not named yet
        if rank < NEVER / 2 or self._is_thing(unit, memory, sentence, i, rank, told.thing):
            return replace(unit, doubt=1.0)
        lead = org_rank - person_rank
        memory.meant(org if lead > 0 else person, sentence, i)
        if lead > _PREFERRED:
            return replace(unit, org=org, per=None if lead > _ALONE else person, doubt=org_doubt)
        if -lead > _PREFERRED:
            return replace(
                unit, per=person, org=None if -lead > _ALONE else org, doubt=person_doubt
            )
        return replace(unit, per=person, org=org, doubt=max(0.4, min(org_doubt, person_doubt)))

    def _is_thing(
        self, unit: Unit, memory: Memory, sentence: Sentence, i: int, rank: float, told: float
    ) -> bool:
        """Say whether a subject that is no name is likelier than names of at most ``rank``."""
        thing = memory.thing
        if thing is None or unit.kind != "q":
            return False
        if set_off(sentence.units, i) and thing.sentence == sentence.index:
            return True  # "la production, elle, reste à …"
        if thing.plural or thing.gender not in ("", unit.gender):
            return False
        near = sentence.index - thing.sentence <= 1
        return near and thing.rank + (0.0 if thing.person else told) > rank + 0.3

    def _plural(self, unit: Unit, memory: Memory, sentence: Sentence) -> Unit:
        """Resolve "ils", "elles", "ces derniers": only names that stand together are meant."""
        near = [g for g in memory.groups.values() if sentence.index - g.sentence <= 1]
        if not near:
            return unit
        group = max(near, key=lambda g: (g.sentence, g.end))
        thing = memory.thing
        if thing is not None and thing.plural and thing.sentence >= group.sentence:
            return unit
        first, *others = group.members
        if group.kind == "O":
            return replace(unit, org=first, others=tuple(others), doubt=0.35)
        genders = {self._salience.gender(memory.people[m.name]) for m in group.members}
        if unit.gender == "f" and "m" in genders:
            return unit
        return replace(unit, per=first, others=tuple(others), doubt=0.3)

    def _last(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Resolve "ce dernier", "celle-ci": whoever was named last."""
        near = [
            # "X, débauché chez Y. Ce dernier …": persons before companies in phrases
            (known.sentence, is_person, known.unit, known.mention)
            for is_person, table in ((False, memory.orgs), (True, memory.people))
            for known in table.values()
            if sentence.index - known.sentence <= 1 and not known.quiet
            if self._agrees(known, unit.gender, person=is_person)
        ]
        if not near:
            return unit
        _, is_person, _, mention = max(near, key=lambda found: found[:3])
        memory.meant(mention, sentence, i)
        doubt = 0.2 if unit.form == "dernier" else 0.4
        if is_person:
            return replace(unit, per=mention, doubt=doubt)
        return replace(unit, org=mention, doubt=doubt)

    def _of_two(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Resolve "le premier", "la seconde": of the last two persons, else organisations."""
        for kind, table in (("P", memory.people), ("O", memory.orgs)):
            index, mentions = memory.pairs.get(kind, (-99, ()))
            if sentence.index - index > 4:
                continue
            known = table[mentions[0 if unit.form == "premier" else 1].name]
            if not self._agrees(known, unit.gender, person=kind == "P"):
                continue
            memory.meant(known.mention, sentence, i)
            if kind == "P":
                return replace(unit, per=known.mention, doubt=0.3)
            return replace(unit, org=known.mention, doubt=0.45)
        return unit

    def _person_noun(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Resolve "le milliardaire", "cet énarque", "le Nantais"."""
        this = unit.text[:1] in "cC"
        if unit.demonym is not None and not this:
            origin = key(unit.demonym.text)
            for known in memory.orgs.values():
                if origin in known.demonyms:
                    memory.meant(known.mention, sentence, i)
                    return replace(unit, org=known.mention, doubt=0.3)
        near = [
            k
            for k in memory.people.values()
            if sentence.index - k.sentence <= 6 and self._agrees(k, unit.gender)
        ]
        person, doubt = self._salience.person(near, sentence.index, unit.gender)
        if this and near:
            person, doubt = _nearest(near), 0.2
        memory.meant(person, sentence, i)
        return replace(unit, per=person, doubt=doubt)

    def _agrees(self, known: Known, gender: str, *, person: bool = True) -> bool:
        own = self._salience.gender(known) if person else known.gender
        return not gender or own in ("", gender)

    # -- functions -----------------------------------------------------------------

    def holder(self, unit: Unit, memory: Memory, sentence: Sentence, i: int) -> Unit:
        """Return a function that stands for its holder ("le dirigeant", "la future directrice")
        with the person meant; any other function as it is."""
        units = sentence.units
        j = i - 1
        while j >= 0 and units[j].form in _NEW:
            j -= 1
        determiner = units[j].form if j >= 0 else ""
        if determiner not in _DETERMINERS or _said_of_name(units, i, j):
            return unit
        if unit.plural:
            group = memory.groups.get("P")
            if group is None or sentence.index - group.sentence > 6:
                return unit
            return replace(unit, per=group.members[0], others=group.members[1:], doubt=0.3)
        gender = unit.gender or {"la": "f", "cette": "f", "le": "m", "ce": "m", "cet": "m"}.get(
            determiner, ""
        )
        person, doubt = self._holder_of(
            unit, memory, sentence.index, gender, this=determiner in _THESE, new=j < i - 1
        )
        if person is None:
            return unit
        memory.meant(person, sentence, i)
        thing = memory.thing
        if thing is not None and thing.sentence == sentence.index and j <= thing.unit < i:
            memory.thing = None
        return replace(unit, per=person, doubt=max(doubt, 0.2))

    def _holder_of(
        self, unit: Unit, memory: Memory, index: int, gender: str, *, this: bool, new: bool
    ) -> tuple[Mention | None, float]:
        """Return who holds a function, as far as the text has told, and the doubt about it."""
        known_by = [
            known
            for known in memory.people.values()
            if unit.form in known.roles
            or (unit.form in _ANY_HEAD and known.roles & _HEADS_OF_COMPANY)
        ]
        if not known_by and (unit.form in _TRADES or this or new):
            known_by = list(memory.people.values())
        if known_by and this:
            # "cette ingénieure": whoever was named last
            return _nearest([k for k in known_by if self._agrees(k, gender)]), 0.2
        if known_by:
            return self._salience.person(known_by, index, gender, reach=20)
        reach = 20 if unit.form in _LEADS else 2
        alone = [
            known
            for known in memory.people.values()
            if index - known.sentence <= reach and self._salience.gender(known) in ("", gender)
        ]
        return (alone[0].mention, 0.45) if len(alone) == 1 else (None, 1.0)


def _nearest(people: Sequence[Known]) -> Mention | None:
    return max(people, key=lambda k: (k.sentence, k.unit)).mention if people else None


def _said_of_name(units: Sequence[Unit], i: int, j: int) -> bool:
    """Say whether the function at ``i``, with its determiner at ``j``, is said of a name beside it
    or has its own complement: "la présidente, X", "X est le directeur", "le directeur de Y"."""
    after = units[i + 1] if i + 1 < len(units) else None
    if any(u.kind == "P" for u in units[i + 1 : i + 4]):
        return True
    these = units[j].form in _THESE
    if not these and not units[i].plural and after is not None and after.form in _COMPLEMENT:
        return True
    if not these and len(units[i].text.split()) > 2:
        return True
    if j < 1:
        return False
    apposed = units[j - 1].form == "," and j > 1 and units[j - 2].kind in ("P", "O", "o")
    return units[j - 1].form in _SAID_OF or (
        apposed and (after is None or after.kind == "p" or after.form == "et")
    )
