"""Who is being talked about: antecedents of anaphors, and the focus of each sentence.

A document-level memory of organisations, persons and places is carried from sentence
to sentence. Each anaphor is matched against it by type, gender and number, recency,
role in its sentence, frequency, what the noun says ("la banque", "la jeune pousse
lyonnaise") and what its verb says ("elle emploie", "il est le directeur"). A doubtful
antecedent keeps its doubt in ``Unit.doubt``; one that is a guess, or no likelier than
a thing, is left out. How often it is right is measured: docs/coreference.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.grammar import acquired, clause_subject, is_subject
from pipeline.annotate.memory import Memory, Thing, groups, thing_at
from pipeline.annotate.pronouns import Pronouns
from pipeline.annotate.salience import Salience
from pipeline.french.typography import key
from pipeline.lexicon import Lexicon
from pipeline.types import Mention, Sentence, Unit

#: Nouns that name much besides an organisation: anaphors only of one that bears the noun.
_WEAK_NOUNS = frozenset(
    """laboratoire site plateforme plate-forme application agence moteur portail structure
    établissement organisation chaîne titre journal région métropole département commission
    autorité messagerie studio leader créateur acteur champion pionnier division
    branche entité cabinet école université institut collectif fonds""".split()
)
#: Weak too, but said of the one that the text is about ("la marque", "dans la maison").
_LOOSE_NOUNS = frozenset(["marque", "maison", "filiale"])
#: Doubt from which the antecedent of a noun is left out: right in one of two below that.
_TOO_DOUBTFUL = 0.65


class Discourse:
    """Resolves the anaphors of a document; one instance may serve many documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._salience = Salience(lexicon)
        self._pronouns = Pronouns(self._salience)

    def resolve(
        self, sentences: Sequence[Sentence], title: str | None = None
    ) -> tuple[list[Sentence], Mention | None]:
        """Return the sentences with antecedents and foci filled in, and the article's topic."""
        memory = Memory(self._salience.topic(sentences, title))
        return [self._sentence(sentence, memory) for sentence in sentences], memory.topic

    def _sentence(self, sentence: Sentence, memory: Memory) -> Sentence:
        """Resolve one sentence and remember what it names."""
        index = sentence.index
        org_focus = self._salience.organisation(memory, index)[0]
        per_focus = self._salience.person(memory.people.values(), index, "")[0]
        places = memory.places.values()
        loc_focus = (
            max(places, key=lambda k: (k.sentence, k.count, -k.unit)).mention if places else None
        )
        if org_focus is not None and sentence.units[:1] and _keeps_subject(sentence.units[0]):
            memory.orgs[org_focus.name].sentence = index
        coordinated = {group.end: group for group in groups(sentence)}
        units: list[Unit] = []
        spoken: dict[str, str] = {}
        for i, unit in enumerate(sentence.units):
            if unit.kind in ("O", "P", "L") and unit.mention is not None:
                memory.name(sentence, i)
            elif unit.kind == "o":
                unit = self._noun(unit, memory, sentence, units, spoken)
            elif unit.kind in ("q", "a"):
                unit = self._pronouns.resolve(unit, memory, sentence, i)
            elif unit.kind == "R":
                unit = self._pronouns.holder(unit, memory, sentence, i)
            elif unit.kind == "l":
                unit = replace(unit, loc=self._salience.place(unit, memory, index), doubt=0.4)
            units.append(unit)
            memory.thing = thing_at(sentence.units, i, index) or memory.thing
            if i in coordinated:
                memory.groups[coordinated[i].kind] = coordinated[i]
        memory.close(sentence)
        if memory.bought is not None and index - memory.bought[0] <= 1 and _of_founder(sentence):
            org_focus = memory.bought[1]  # "X rachète Y. Son fondateur, …" is Y's
        bought = acquired(units)
        memory.bought = (index, bought) if bought is not None else memory.bought
        return replace(
            sentence,
            units=tuple(units),
            focus_org=org_focus or memory.topic,
            focus_per=per_focus,
            focus_loc=loc_focus,
        )

    def _noun(
        self,
        unit: Unit,
        memory: Memory,
        sentence: Sentence,
        done: Sequence[Unit],
        spoken: dict[str, str],
    ) -> Unit:
        """Resolve "l'entreprise", "la jeune pousse lyonnaise", "les deux groupes".

        ``done`` are the units before it, resolved; ``spoken`` is filled with what the
        sentence calls by which noun.
        """
        if unit.plural:
            return self._pair(unit, memory, sentence)
        i = len(done)
        if not memory.orgs:
            # the lead speaks of what the article is about before it names it
            strong = unit.form not in _WEAK_NOUNS | _LOOSE_NOUNS
            return replace(unit, org=memory.topic if strong else None, doubt=0.6)
        subject = clause_subject([*done, *sentence.units[i:]], i)
        best, doubt = self._salience.organisation(memory, sentence.index, unit, spoken, subject)
        assert best is not None
        known = memory.orgs[best.name]
        if unit.form not in known.nouns and unit.form not in key(best.name).split():
            if unit.form in _WEAK_NOUNS:
                if is_subject(sentence.units, i):
                    memory.thing = Thing(sentence.index, i, unit.gender, plural=False)
                return replace(unit, doubt=1.0)
            if unit.form in _LOOSE_NOUNS:
                function = any(u.kind == "R" for u in done[-2:])
                if function or not (known.subject or memory.topic == known.mention):
                    return replace(unit, doubt=1.0)
                doubt = max(doubt, 0.45)
        if doubt >= _TOO_DOUBTFUL:
            return replace(unit, doubt=doubt)
        spoken.setdefault(best.name, unit.form)
        memory.meant(best, sentence, i)
        return replace(unit, org=best, doubt=doubt)

    def _pair(self, unit: Unit, memory: Memory, sentence: Sentence) -> Unit:
        """Resolve "les deux entreprises": the last coordination, else the only two near."""
        group = memory.groups.get("O")
        if group is not None and sentence.index - group.sentence <= 2:
            members: tuple[Mention, ...] = group.members
        else:
            near = [
                known.mention
                for known in memory.orgs.values()
                if sentence.index - known.sentence <= 2 and not known.quiet
            ]
            members = tuple(sorted(near, key=lambda m: m.start))
            if len(members) != 2:
                return unit
        return replace(unit, org=members[0], others=members[1:], doubt=0.35)


def _of_founder(sentence: Sentence) -> bool:
    """Say whether the sentence opens with "Son fondateur", "Ses deux cofondatrices"."""
    first, *rest = sentence.units[:3] or (None,)
    if first is None or first.form not in ("son", "sa", "ses", "leur", "leurs"):
        return False
    return any(u.kind == "R" and u.form.startswith(("fondat", "cofondat")) for u in rest)


def _keeps_subject(first: Unit) -> bool:
    """ "Ses modèles …" keeps talking about the same organisation."""
    return first.form in ("son", "sa", "ses")
