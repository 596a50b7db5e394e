"""Who is being talked about: antecedents of anaphors, and the focus of each sentence.

A document-level memory of organisations, persons and places is carried from sentence
to sentence. Each anaphor is matched against it by type, gender and number, recency,
role in its sentence, frequency, and what the noun says ("la banque", "la jeune pousse
lyonnaise"). A doubtful antecedent keeps its doubt in ``Unit.doubt``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.french.typography import key
from pipeline.french.words import ORG_NOUNS
from pipeline.lexicon import Lexicon
from pipeline.types import Mention, Sentence, Unit

_PREPOSITIONS = frozenset(
    """de d' du des chez à au aux avec par pour dans sur en contre entre selon comme depuis via
    sous vers sans après avant auprès""".split()
)
_QUIET_KINDS = frozenset(["media", "agency"])
_PUBLIC_KINDS = frozenset(["public", "government", "school", "institution", "association"])


#: Nouns that name much besides an organisation: anaphors only of one that bears the noun.
_WEAK_NOUNS = frozenset(
    """laboratoire site plateforme plate-forme application marque agence moteur portail structure
    établissement organisation chaîne titre journal région métropole département commission
    autorité messagerie maison studio leader créateur acteur champion pionnier filiale division
    branche entité cabinet école université institut collectif fonds""".split()
)


@dataclass(slots=True)
class _Known:
    """What is remembered of one name."""

    mention: Mention
    sentence: int
    unit: int
    subject: bool
    count: int = 1
    gender: str = ""
    nouns: frozenset[str] = frozenset()
    demonyms: frozenset[str] = frozenset()
    listed: bool = False
    quiet: bool = False


class Discourse:
    """Resolves the anaphors of a document; one instance may serve many documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def resolve(
        self, sentences: Sequence[Sentence], title: str | None = None
    ) -> tuple[list[Sentence], Mention | None]:
        """Return the sentences with antecedents and foci filled in, and the article's topic."""
        topic = self._topic(sentences, title)
        orgs: dict[str, _Known] = {}
        people: dict[str, _Known] = {}
        places: dict[str, _Known] = {}
        out: list[Sentence] = []
        for sentence in sentences:
            if sentence.heading and sentence.index and topic is not None:
                pass
            org_focus = self._best_org(orgs, topic, sentence.index, None)[0]
            per_focus = self._best_person(people, sentence.index, "", plural=False)[0]
            loc_focus = (
                max(places.values(), key=lambda k: (k.sentence, k.count, -k.unit)).mention
                if places
                else None
            )
            if (
                org_focus is not None
                and sentence.units
                and sentence.units[0].form in ("son", "sa", "ses")
            ):
                # "Ses modèles …" keeps talking about the same organisation
                orgs[org_focus.name].sentence = sentence.index
            units: list[Unit] = []
            spoken: dict[str, str] = {}
            for i, unit in enumerate(sentence.units):
                if unit.kind == "O" and unit.mention:
                    self._remember(orgs, unit, sentence, i)
                elif unit.kind == "P" and unit.mention:
                    self._remember(people, unit, sentence, i)
                elif unit.kind == "L" and unit.mention:
                    self._remember(places, unit, sentence, i)
                elif unit.kind == "o":
                    best, doubt = self._best_org(orgs, topic, sentence.index, unit, spoken)
                    if best is not None:
                        spoken.setdefault(best.name, unit.form)
                    if unit.form in _WEAK_NOUNS and (
                        best is None or unit.form not in orgs[best.name].nouns
                    ):
                        best = None
                    unit = replace(unit, org=best, doubt=doubt)
                    if best is not None:
                        self._touch(orgs, best, sentence.index, i, sentence)
                elif unit.kind in ("q", "a"):
                    unit = self._pronoun(unit, orgs, people, topic, sentence)
                    if unit.per is not None and unit.org is None:
                        self._touch(people, unit.per, sentence.index, i, sentence)
                elif unit.kind == "l" and places:
                    unit = replace(unit, loc=self._place(unit, places, sentence.index), doubt=0.4)
                units.append(unit)
            out.append(
                replace(
                    sentence,
                    units=tuple(units),
                    focus_org=org_focus or topic,
                    focus_per=per_focus,
                    focus_loc=loc_focus,
                )
            )
        return out, topic

    # -- memory ------------------------------------------------------------------

    def _remember(self, memory: dict[str, _Known], unit: Unit, sentence: Sentence, i: int) -> None:
        assert unit.mention is not None
        name = unit.mention.name
        subject = _is_subject(sentence.units, i)
        known = memory.get(name)
        nouns = self._nouns(sentence.units, i)
        dem = frozenset((key(unit.demonym.text),)) if unit.demonym else frozenset()
        if known is None:
            memory[name] = _Known(
                unit.mention,
                sentence.index,
                i,
                subject,
                gender=unit.gender,
                nouns=nouns,
                demonyms=dem,
                listed=_in_list(sentence.units, i),
                quiet=unit.quiet,
            )
            return
        same = known.sentence == sentence.index
        known.subject = subject or (same and known.subject)
        known.listed = _in_list(sentence.units, i)
        known.sentence, known.unit = sentence.index, i
        known.count += 1
        known.gender = known.gender or unit.gender
        known.nouns |= nouns
        known.demonyms |= dem

    def _touch(
        self, memory: dict[str, _Known], mention: Mention, index: int, i: int, sentence: Sentence
    ) -> None:
        known = memory.get(mention.name)
        if known is not None:
            known.sentence, known.unit = index, i
            known.count += 1
            known.subject = _is_subject(sentence.units, i)

    def _nouns(self, units: Sequence[Unit], i: int) -> frozenset[str]:
        """Nouns that the text applies to the organisation: inside its phrase, or as an
        apposition.
        """
        unit = units[i]
        found = {unit.form} if unit.form else set()
        if i + 1 < len(units) and units[i + 1].form in (",", "("):
            for follow in units[i + 2 : i + 6]:
                if follow.form in ORG_NOUNS:
                    found.add(follow.form)
                    break
                if follow.kind == "p":
                    break
        return frozenset(found)

    # -- organisations -------------------------------------------------------------

    def _topic(self, sentences: Sequence[Sentence], title: str | None) -> Mention | None:
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
                if _is_subject(sentence.units, i):
                    weight += 0.6
                if unit.quiet:
                    weight *= 0.3
                scores[name] = scores.get(name, 0.0) + weight
        for name in scores:
            if folded_title and f" {key(name)} " in folded_title:
                scores[name] += 3.0
            organisation = self._lexicon.organisation(name)
            if organisation is not None and organisation.kind in _QUIET_KINDS:
                scores[name] *= 0.3
            elif organisation is not None and organisation.kind in _PUBLIC_KINDS:
                scores[name] *= 0.7
        if not scores:
            return None
        return first[max(scores, key=lambda n: (scores[n], -first[n].start))]

    def _best_org(
        self,
        orgs: dict[str, _Known],
        topic: Mention | None,
        index: int,
        unit: Unit | None,
        spoken: Mapping[str, str] | None = None,
    ) -> tuple[Mention | None, float]:
        """Return the best antecedent and the doubt about it.

        ``spoken`` maps organisations that the same sentence refers to by a noun to that
        noun: "le groupe a racheté la jeune pousse" names two.
        """
        if not orgs:
            return None, 1.0
        scored: list[tuple[float, Mention]] = []
        noun = unit.form if unit is not None else ""
        for known in orgs.values():
            distance = index - known.sentence
            score = 3.0 * math.exp(-distance / 2.0)
            score += 1.7 if known.subject else 0.0
            score += 0.45 * math.log1p(known.count)
            if topic is not None and known.mention.name == topic.name:
                score += 0.9
            score -= 0.9 if known.listed else 0.0
            score -= 0.6 if known.count == 1 and not known.subject else 0.0
            if spoken and noun and spoken.get(known.mention.name, noun) != noun:
                score -= 2.5
            score -= (
                3.0
                if known.quiet
                and noun not in ("journal", "quotidien", "média", "titre", "chaîne", "magazine")
                else 0.0
            )
            # Within one distance, the later clause is the nearer one.
            score += 0.01 * min(known.unit, 40)
            score += self._fits(known, noun, unit)
            scored.append((score, known.mention))
        scored.sort(key=lambda pair: (-pair[0], pair[1].start))
        best = scored[0]
        margin = best[0] - scored[1][0] if len(scored) > 1 else 3.0
        return best[1], max(0.05, min(0.9, 0.75 - margin / 3.0))

    def _fits(self, known: _Known, noun: str, unit: Unit | None) -> float:
        """How well an organisation fits the noun that refers to it."""
        score = 0.0
        organisation = self._lexicon.organisation(known.mention.name)
        kind = organisation.kind if organisation is not None else ""
        wanted = ORG_NOUNS.get(noun, "company") if noun else "company"
        if kind in _QUIET_KINDS and wanted != "media":
            score -= 3.0
        elif kind in _PUBLIC_KINDS and wanted in ("company", "bank", "fund"):
            score -= 2.0
        elif (
            kind in ("fund", "bank")
            and wanted == "company"
            and noun not in ("groupe", "établissement", "")
        ):
            score -= 1.2
        elif kind == wanted and wanted != "company":
            score += 1.5
        if kind == "company" and wanted in ("school", "association", "public", "media"):
            score -= 2.5
        if noun and noun in known.nouns:
            score += 2.0
        if noun in ("start-up", "startup", "pousse", "pépite", "licorne", "scale-up") and kind in (
            "bank",
            "fund",
            "media",
            "school",
        ):
            score -= 2.0
        if noun in ("start-up", "startup", "pousse", "pépite") and kind == "company":
            score -= 0.6  # what the lexicon knows is more often the giant than the start-up
        if (
            noun in ("géant", "mastodonte", "colosse", "multinationale", "titan", "ogre")
            and kind == "company"
        ):
            score += 1.0
        if unit is not None and unit.demonym is not None:
            adjective = key(unit.demonym.text)
            if adjective in known.demonyms:
                score += 2.0
            country = self._country(adjective)
            if organisation is not None and organisation.country and country:
                score += 1.5 if organisation.country == country else -1.8
        if unit is not None and known.gender and unit.kind == "q" and known.gender != unit.gender:
            score -= 0.4
        return score

    def _country(self, adjective: str) -> str | None:
        name = (
            self._lexicon.nationalities.get(adjective)
            or self._lexicon.demonyms.get(adjective)
            or adjective
        )
        k = key(name)
        return self._lexicon.places[k][0].country if k in self._lexicon.places else None

    # -- persons and places ----------------------------------------------------------

    def _gender(self, known: _Known) -> str:
        if known.gender:
            return known.gender
        gender = self._lexicon.first_names.get(key(known.mention.name.split()[0]), "")
        return "" if gender == "x" else gender

    def _best_person(
        self, people: dict[str, _Known], index: int, gender: str, *, plural: bool
    ) -> tuple[Mention | None, float]:
        scored = []
        for known in people.values():
            own = self._gender(known)
            if gender and own and own != gender and not plural:
                continue
            distance = index - known.sentence
            if distance > 6:
                continue
            score = 3.0 * math.exp(-distance / 1.5) + (1.0 if known.subject else 0.0)
            score += 0.4 * math.log1p(known.count) + (0.7 if gender and own == gender else 0.0)
            scored.append((score, known.mention))
        if not scored:
            return None, 1.0
        scored.sort(key=lambda pair: (-pair[0], -pair[1].start))
        margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 3.0
        return scored[0][1], max(0.05, min(0.9, 0.7 - margin / 3.0))

    def _pronoun(
        self,
        unit: Unit,
        orgs: dict[str, _Known],
        people: dict[str, _Known],
        topic: Mention | None,
        sentence: Sentence,
    ) -> Unit:
        person, person_doubt = self._best_person(
            people, sentence.index, unit.gender, plural=unit.plural
        )
        org, org_doubt = (
            self._best_org(orgs, topic, sentence.index, unit) if not unit.plural else (None, 1.0)
        )
        last_person = people[person.name] if person is not None else None
        last_org = orgs[org.name] if org is not None else None
        if unit.kind == "a" and unit.form not in ("dernier", "celui-ci", "celle-ci"):
            return replace(unit, per=person, doubt=person_doubt)
        # The nearer of the two is meant, subjects before others.
        person_rank = (
            (last_person.sentence * 2 + (1.2 if last_person.subject else 0.0))
            if last_person
            else -99.0
        )
        org_rank = (
            (last_org.sentence * 2 + (1.2 if last_org.subject else 0.0)) if last_org else -99.0
        )
        others: tuple[Mention, ...] = ()
        if unit.plural and last_person is not None:
            others = tuple(
                k.mention
                for k in people.values()
                if k.sentence == last_person.sentence and k.mention.name != last_person.mention.name
            )
        if (
            unit.gender == "m"
            and unit.form == "il"
            and last_org is not None
            and not last_org.gender
        ):
            org_rank -= 0.5
        if org_rank > person_rank + 0.9:
            return replace(
                unit, org=org, per=None if org_rank > person_rank + 3 else person, doubt=org_doubt
            )
        if person_rank > org_rank + 0.9:
            return replace(
                unit,
                per=person,
                org=None if person_rank > org_rank + 3 else org,
                doubt=person_doubt,
                others=others,
            )
        return replace(
            unit, per=person, org=org, doubt=max(0.4, min(org_doubt, person_doubt)), others=others
        )

    def _place(self, unit: Unit, places: dict[str, _Known], index: int) -> Mention | None:
        wanted = {
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
        }.get(unit.form, ())
        best: tuple[float, Mention] | None = None
        for known in places.values():
            k = key(known.mention.text)
            if (
                wanted
                and k in self._lexicon.places
                and not any(p.kind in wanted for p in self._lexicon.places[k][:2])
            ):
                continue
            score = -(index - known.sentence) + 0.3 * known.count + 0.01 * known.unit
            if best is None or score > best[0]:
                best = (score, known.mention)
        return best[1] if best else None


def _is_subject(units: Sequence[Unit], i: int) -> bool:
    """Say whether a name is likely the subject of a clause: outside prepositional phrases and
    lists,
    first of its kind or right before what looks like a verb."""
    if _in_phrase(units, i):
        return False
    if not any(
        u.kind == units[i].kind and not _in_phrase(units, j) for j, u in enumerate(units[:i])
    ):
        return True
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1].form if i else ""
    return (
        after is not None
        and after.kind == "w"
        and after.form not in _PREPOSITIONS
        and after.form not in ("et", "ou", "qui", "que", "dont")
        and before in ("que", "qu'", ";", "voici", "et", ":", "où", "»", "dont")
    )


def _in_phrase(units: Sequence[Unit], i: int) -> bool:
    j = i - 1
    if j >= 0 and units[j].form in ("la", "l'", "le", "les"):
        j -= 1
    return j >= 0 and units[j].form in _PREPOSITIONS


def _in_list(units: Sequence[Unit], i: int) -> bool:
    """Say whether a name is a member of an enumeration: no singular anaphor means it."""
    kind = units[i].kind
    return (i >= 2 and units[i - 1].form in (",", "et", "ou") and units[i - 2].kind == kind) or (
        i + 2 < len(units) and units[i + 1].form in (",", "et", "ou") and units[i + 2].kind == kind
    )
