"""Runs rules over annotated articles: match, fill slots, read modality, let readings compete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.attribution import attribution
from pipeline.extract.automaton import Automaton
from pipeline.extract.clause import (
    belongs_to_other,
    clause_place,
    clause_subjects,
    clause_time,
    coordinated,
    plural_verb,
)
from pipeline.extract.coordination import continued
from pipeline.extract.mask import Masked, Masker, join
from pipeline.extract.modality import VerbGroup, negated, nominal_group, rumour_words, verb_group
from pipeline.extract.pattern import Compiled, compile_rule
from pipeline.extract.price import price
from pipeline.extract.relation import RelationType, Words
from pipeline.extract.retold import drop_broader, settle_status
from pipeline.extract.rounds import complete_deals
from pipeline.extract.subject import (
    government,
    implied,
    owner,
    spoken_of,
    stands_alone,
    subject_of,
)
from pipeline.extract.succession import depart, succeed
from pipeline.extract.tenure import bare, left_behind, status_of
from pipeline.extract.vocabulary import SHARED
from pipeline.french.typography import key
from pipeline.french.verbs import Form, conjugate
from pipeline.types import (
    LIST_ARGUMENTS,
    AnnotatedArticle,
    Argument,
    Label,
    Mention,
    Modality,
    Relation,
    Sentence,
    Span,
    Unit,
)

_INDEX = re.compile(r"#[a-zA-Z]+?[GHB]*(\d+)")


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot's filler: the unit that was matched and how sure it is."""

    argument: Argument
    unit: int
    doubt: float
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of one sentence by one rule."""

    rule: Compiled
    sentence: Sentence
    slots: Mapping[str, tuple[Filled, ...]]
    role: int | None
    amount: int | None
    time: int | None
    trigger: int
    group: VerbGroup
    score: float
    span: tuple[int, int]
    """Indexes of the units that the pattern covered."""


class Engine:
    """Holds the compiled rules of some relations; stateless between articles."""

    def __init__(
        self,
        relations: Sequence[RelationType],
        nationalities: Mapping[str, str] | None = None,
        demonyms: Mapping[str, str] | None = None,
    ) -> None:
        self.relations = tuple(relations)
        self._nationalities = nationalities or {}
        self._demonyms = demonyms or {}
        self._countries = frozenset(self._nationalities.values())
        self.rules: tuple[Compiled, ...] = tuple(
            compile_rule(rule, relation, SHARED)
            for relation in relations
            for rule in relation.rules
        )
        self._masker = Masker(_marks(relations), self._nationalities, self._demonyms)
        self._forms = _forms(relations)
        self._automaton = Automaton(self.rules)

    def extract(self, document: AnnotatedArticle) -> list[Relation]:
        """Return the relations of an article, in text order, one best reading each."""
        matches: list[Match] = []
        for sentence in document.sentences:
            codes = self._masker.codes(sentence)
            rules = self._automaton.rules(self._automaton.symbols(codes))
            if not rules:
                continue
            masked = join(codes)
            for rule in rules:
                matches.extend(self.match(rule, document, sentence, masked))
        kept = _compete(matches)
        kept += continued([m for m in kept if m.rule.relation.name == "holds_role"])

        def of(name: str) -> list[Relation]:
            return [
                r for m in kept if m.rule.relation.name == name for r in _relations(m, document)
            ]

        found = [r for m in kept if not m.rule.relation.hidden for r in _relations(m, document)]
        told = depart(
            succeed(
                settle_status(drop_broader(found, self._countries)), of("succession"), of("vacancy")
            ),
            of("departure"),
            of("vacancy"),
        )
        return complete_deals(document, told, of("backing"), of("deal_price"))

    def promising(self, sentence: Sentence) -> list[Compiled]:
        """Return the rules that may match a sentence; all others certainly do not."""
        return self._automaton.rules(self._automaton.symbols(self._masker.codes(sentence)))

    def mask(self, sentence: Sentence) -> Masked:
        """Code a sentence as rules see it (for ``explain``)."""
        return self._masker.mask(sentence)

    def match(
        self, rule: Compiled, document: AnnotatedArticle, sentence: Sentence, masked: Masked
    ) -> Iterable[Match]:
        """Yield the readings that one rule finds in one sentence."""
        found = rule.regex.search(masked.code)
        if found is None or not self._holds(rule, document, sentence, masked):
            return
        while found is not None:
            yield from self._read(rule, document, sentence, masked, found)
            step = masked.code.find(" ", found.start())
            found = rule.regex.search(masked.code, step + 1) if step >= 0 else None

    def _holds(
        self, rule: Compiled, document: AnnotatedArticle, sentence: Sentence, masked: Masked
    ) -> bool:
        """Say whether the conditions of a rule beside its pattern hold in a sentence."""
        if rule.veto is not None and rule.veto.search(masked.code):
            return False
        if rule.given is not None and not rule.given.search(masked.code):
            return False
        return rule.near is None or self._near(rule.near, document, sentence)

    def _near(
        self, pattern: re.Pattern[str], document: AnnotatedArticle, sentence: Sentence
    ) -> bool:
        """Say whether the sentence or one of the two before it holds the pattern."""
        around = document.sentences[max(0, sentence.index - 2) : sentence.index + 1]
        return any(pattern.search(self._masker.mask(s).code) for s in reversed(around))

    def _read(
        self,
        rule: Compiled,
        document: AnnotatedArticle,
        sentence: Sentence,
        masked: Masked,
        found: re.Match[str],
    ) -> Iterable[Match]:
        units = sentence.units
        groups = found.groupdict()
        begin = masked.unit_at(found.start())
        end = masked.unit_at(found.end())
        trigger = masked.unit_at(found.start("_v")) if groups.get("_v") else begin
        if rule.verbal:
            forms = self._forms.get(units[trigger].form, ())
            group = verb_group(units, trigger, forms)
            first = rule.elements[0]
            passive = group.voice == "passive" and not group.reflexive
            wants = first.source.endswith("=passive}")
            if first.kind == "subject" and not first.source.endswith("=any}") and passive != wants:
                return
        else:
            group = nominal_group(units, trigger)
            if rule.elements[0].kind == "subject":
                # the subject is that of the words matched, not of the noun among them
                group = replace(group, start=begin)
            if negated(units[begin:end]):
                group = replace(group, negated=True)
        if rule.rule.negative:
            group = replace(group, negated=False)
        if rule.rule.denied:
            group = replace(group, negated=True)
        slots: dict[str, tuple[Filled, ...]] = {}
        for element in rule.elements:
            name = element.name
            label = rule.relation.slots.get(name)
            if label is None:
                continue
            filled: tuple[Filled, ...] = ()
            if element.kind == "slot":
                if groups.get(name):
                    filled = _fill(units, int(groups[name]), label)
            elif element.kind == "list":
                if groups.get(name):
                    filled = tuple(
                        f
                        for i in _listed(groups[name], units, label)
                        for f in _fill(units, i, label)
                    )
            elif element.kind == "more":
                if groups.get(f"{name}_more") and name in slots:
                    of: Label = "ORG" if "=ORG" in element.source else label
                    told = [f.argument.name for f in slots[name]]
                    listed = _listed(groups[f"{name}_more"], units, of)
                    more = (f for i in listed for f in _fill(units, i, of))
                    slots[name] = (*slots[name], *(f for f in more if f.argument.name not in told))
                continue
            elif element.kind == "subject" and "^!" in element.source:
                filled = tuple(
                    f
                    for i in clause_subjects(units, group.start, label)
                    for f in _fill(units, i, label)
                )
            elif element.kind == "subject":
                got = subject_of(sentence, group.start, label, document)
                passive = got is not None and "=passive" in element.source
                if got is not None and passive and belongs_to_other(units, group, trigger, got[1]):
                    return
                filled = () if got is None else (Filled(got[0], got[1], got[2], got[1] < 0),)
                if (
                    got is not None
                    and got[1] >= 0
                    and "^+" in element.source
                    and plural_verb(units[group.start : trigger + 1])
                ):
                    joined = coordinated(units, got[1])
                    filled = tuple(f for i in joined for f in _fill(units, i, label))
            elif element.kind == "other":
                for other in ("LOC", "PER", "ORG"):
                    value = groups.get(f"{name}_{other}")
                    if value:
                        listed = _INDEX.findall(value) or [value]
                        filled = tuple(f for i in listed for f in _fill(units, int(i), other))
            elif element.kind == "adjective":
                for suffix, table in (("nat", self._nationalities), ("dem", self._demonyms)):
                    if groups.get(f"{name}_{suffix}"):
                        at = masked.unit_at(found.start(f"{name}_{suffix}"))
                        word = units[at].demonym or Span(
                            units[at].start, units[at].end, units[at].text
                        )
                        filled = _origin(table, word, at)
            elif element.kind == "government":
                role = next((int(groups[g]) for g in ("role",) if groups.get(g)), begin)
                filled = (
                    Filled(government(document, units[role], self._nationalities), role, 0.2),
                )
            elif element.kind == "before":
                alone = spoken_of(document, sentence)
                filled = () if alone is None else (Filled(alone, -1, 0.2, True),)
            elif element.kind in ("implied", "owner"):
                if _in_mixed_list(document, sentence):
                    return
                taken = [f.argument.name for fs in slots.values() for f in fs]
                if "person" in slots:
                    taken += left_behind(units, slots["person"][0].unit, trigger)
                find = owner if element.kind == "owner" else implied
                got = find(sentence, begin, end, label, document, taken)
                filled = () if got is None else (Filled(got[0], got[1], got[2], True),)
            if filled:
                slots[name] = filled
            elif element.kind in (
                "subject",
                "implied",
                "owner",
                "before",
            ) and not element.source.endswith("?"):
                return
        if rule.rule.name == "origin_in_phrase":
            unit = units[slots["company"][0].unit]
            if unit.demonym is None:
                return
            slots["place"] = _origin(self._demonyms, unit.demonym, slots["company"][0].unit)
        for name, barred in rule.relation.barred.items():
            if name in slots:
                slots[name] = tuple(f for f in slots[name] if f.argument.name not in barred)
        for a, b in rule.relation.distinct:
            if a in slots and b in slots:
                names = {f.argument.name for f in slots[a]}
                kept = tuple(f for f in slots[b] if f.argument.name not in names)
                if not kept:
                    return
                slots[b] = kept
        if any(not slots.get(s) for s in rule.relation.slots if s not in rule.relation.optional):
            return
        doubt = max((f.doubt for fs in slots.values() for f in fs), default=0.0)
        spread = end - begin
        score = rule.rule.weight * (1 - 0.45 * doubt) - 0.004 * spread
        # of a coordination the whole, though its last member alone is the shorter reading
        score += 0.01 * (max((len(fs) for fs in slots.values()), default=1) - 1)
        # a reading that takes the whole of a list wins over one that takes its last members
        score += sum(0.04 * (len(slots[s]) - 1) for s in slots.keys() & LIST_ARGUMENTS)

        def indexes(capture: str) -> list[int]:
            value = groups.get(capture)
            if not value:
                return []
            if value.isdigit():
                return [int(value)]
            coded = [int(i) for i in _INDEX.findall(value)]
            return coded or [masked.unit_at(found.start(capture))]

        amount = next(iter(indexes("amount")), None)
        time = next(iter(indexes("time")), None)
        if rule.relation.adjunct:
            bare = bool(rule.verbal) and group.voice == "passive" and group.start == trigger
            time = time if time is not None else clause_time(units, trigger, bare=bare)
            place = (
                None
                if slots.get(rule.relation.adjunct)
                else clause_place(units, trigger, bare=bare)
            )
            if place is not None:
                slots[rule.relation.adjunct] = _fill(units, place, "LOC")
        roles = indexes("role")
        if ("role" in rule.relation.required and not roles) or (
            "amount" in rule.relation.required and amount is None
        ):
            return
        if any(f.implied for f in slots.get("company", ())):
            roles = [i for i in roles if stands_alone(units[i])]
            if rule.relation.name == "holds_role" and not roles:
                return
        everyone: list[int | None] = [*roles] or [None]
        for held in everyone:
            yield Match(
                rule, sentence, slots, held, amount, time, trigger, group, score, (begin, end)
            )


def _origin(table: Mapping[str, str], span: Span, i: int) -> tuple[Filled, ...]:
    """The place that an adjective of origin names, as an argument whose text is the adjective.

    A place itself ("l'entreprise de Lyon") stands for itself.
    """
    name = table.get(key(span.text), span.text if span.text[:1].isupper() else None)
    if name is None:
        return ()
    return (Filled(Argument(span.start, span.end, span.text, "LOC", name), i, 0.0),)


def relations_of(engine: Engine, document: AnnotatedArticle, name: str) -> list[Relation]:
    """Return what the rules of one relation find, hidden ones included, before facts are made."""
    matches = [
        m
        for sentence in document.sentences
        for masked in (engine.mask(sentence),)
        for rule in engine.rules
        if rule.relation.name == name
        for m in engine.match(rule, document, sentence, masked)
    ]
    return [r for m in _compete(matches) for r in _relations(m, document)]


def _fill(units: Sequence[Unit], i: int, label: Label) -> tuple[Filled, ...]:
    """Turn the unit at ``i`` into arguments; a plural anaphor gives several."""
    unit = units[i]
    mention = {"ORG": unit.org, "PER": unit.per, "LOC": unit.loc}[label]
    if mention is None:
        return ()
    direct = unit.mention is not None
    via = None if direct else Span(unit.start, unit.end, unit.text)
    out = [Filled(_argument(mention, label, via), i, 0.0 if direct else unit.doubt)]
    if label == "PER":
        out.extend(Filled(_argument(m, label, via), i, unit.doubt) for m in unit.others)
    return tuple(out)


def _argument(mention: Mention, label: Label, via: Span | None) -> Argument:
    return Argument(mention.start, mention.end, mention.text, label, mention.name, via)


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


def _compete(matches: Sequence[Match]) -> list[Match]:
    """Keep the best reading of each thing that can have only one."""
    single: dict[tuple[object, ...], Match] = {}
    for n, match in enumerate(_by_place(matches)):
        name = match.rule.relation.name
        by_trigger = name in ("acquires", "partners_with", "founded")
        k: tuple[object, ...] = (name, match.sentence.index, match.trigger) if by_trigger else (n,)
        if k not in single or match.score > single[k].score:
            single[k] = match
    best: dict[tuple[object, ...], Match] = {}
    for match in single.values():
        k = _competition_key(match)
        if k not in best or match.score > best[k].score:
            best[k] = match
    kept = _one_holder(list(best.values()))
    return sorted(kept, key=lambda m: (m.sentence.start, m.trigger, m.rule.name))


def _one_holder(matches: Sequence[Match]) -> list[Match]:
    """Drop readings that give a function one holder where a better one gives it several."""
    shared: dict[tuple[int, int | None], float] = {}
    for match in matches:
        if match.rule.rule.shared:
            k = (match.sentence.index, match.role)
            shared[k] = max(match.score, shared.get(k, 0.0))
    return [
        m
        for m in matches
        if m.rule.relation.name != "holds_role"
        or m.rule.rule.shared == ((m.sentence.index, m.role) in shared)
        or m.score > shared.get((m.sentence.index, m.role), 0.0)
    ]


def _by_place(matches: Sequence[Match]) -> Iterable[Match]:
    """Give each place of a list a reading of its own, so that readings compete place by place."""
    for match in matches:
        if match.rule.relation.name not in ("opens_office", "based_in"):
            yield match
            continue
        for place in match.slots["place"]:
            yield replace(match, slots={**match.slots, "place": (place,)})


#: Before the wider place of "à Lyon, en France"; cities of a list take "à" or nothing.
_WIDER = frozenset(["en", "au", "aux", "dans"])


_BRACKETS = re.compile(r"\( [^()]*\) ")


def _listed(coded: str, units: Sequence[Unit], label: Label) -> list[int]:
    """Return the units of a coordination; of "en France, à Lyon" only the narrower place."""
    if label == "LOC":
        # "à Chambéry (Savoie)": what stands in brackets says where that is
        coded = _BRACKETS.sub("", coded)
    found = [int(i) for i in _INDEX.findall(coded)]
    if label != "LOC" or len(found) != 2:
        return found
    first, second = found
    between = [u.form for u in units[first + 1 : second]]
    if not between or between[0] != "," or set(between) & {"et", "ou", "puis", "mais"}:
        return found
    if set(between) & _WIDER:
        return [first]
    before = units[first - 1].form if first else ""
    if before in ("l'", "la", "le", "les") and first > 1:
        before = units[first - 2].form
    return [second] if before in _WIDER and "à" in between else found


def _competition_key(match: Match) -> tuple[object, ...]:
    relation = match.rule.relation.name
    where = match.sentence.index
    slots = match.slots

    def name(slot: str) -> str:
        return slots[slot][0].argument.name if slots.get(slot) else ""

    if relation == "holds_role":
        shared = match.rule.rule.shared
        return (relation, where, match.role, name("person") if shared else "")
    if relation in ("acquires", "partners_with"):
        pair = sorted(f.argument.name for fs in slots.values() for f in fs)
        return (relation, where, *pair)
    if relation in ("opens_office", "based_in"):
        return (relation, where, *sorted(f.argument.name for f in slots["place"]))
    if match.amount is not None:
        # an amount is a round or a value, not both
        money = relation if match.rule.relation.hidden else "money"
        return (money, where, match.amount)
    return (relation, where, *sorted(f.argument.name for fs in slots.values() for f in fs))


def _relations(match: Match, document: AnnotatedArticle) -> Iterable[Relation]:
    """Spread a match over its coordinated arguments, one relation each."""
    relation = match.rule.relation
    rule = match.rule.rule
    sentence = match.sentence
    units = sentence.units
    text = document.article.text
    span = attribution(units)
    modality: Modality = match.group.modality
    if modality == "asserted" and span is not None and rumour_words(units):
        modality = "reported"
    attributes: dict[str, str | None] = dict(rule.attributes)
    if relation.kinds and "kind" not in attributes:
        attributes["kind"] = _kind(units, match, relation.kinds)
    if relation.statuses:
        by_tense = {**relation.statuses, **rule.statuses}
        stage = match.group.key
        if stage == "future" and "reported" in by_tense and _hearsay(span, match):
            stage = "reported"
        attributes["status"] = rule.status or by_tense.get(stage)
    roles = [match.role] if match.role is not None else [None]
    amount = match.amount
    if amount is None and relation.amount_near:
        amount = price(units, match.trigger)
    time = match.time
    if time is None and not relation.timeless:
        time = _nearest(units, match.trigger, "D")
    lists = {"investors", "founders"}
    spread = [s for s in match.slots if s not in lists]
    combos: list[dict[str, Argument | tuple[Argument, ...]]] = [{}]
    for slot in spread:
        combos = [{**c, slot: f.argument} for c in combos for f in match.slots[slot]]
    for slot in lists & match.slots.keys():
        for c in combos:
            c[slot] = tuple(dict.fromkeys(f.argument for f in match.slots[slot]))
    doubt = max((f.doubt for fs in match.slots.values() for f in fs), default=0.0)
    for role in roles:
        for arguments in combos:
            if role is not None:
                attributes = {**attributes, **_role(match, role, attributes)}
            yield Relation(
                article=document.article.id,
                relation=relation.name,
                arguments=arguments,
                attributes=attributes,
                evidence=Span(sentence.start, sentence.end, text[sentence.start : sentence.end]),
                rule=match.rule.name,
                modality=modality,
                attribution=span,
                amount=_span(units, amount),
                time=_span(units, time),
                tense=match.group.tense,
                features={
                    "weight": rule.weight,
                    "doubt": doubt,
                    "implied": float(any(f.implied for fs in match.slots.values() for f in fs)),
                    "via": float(
                        any(f.argument.via is not None for fs in match.slots.values() for f in fs)
                    ),
                    "score": match.score,
                    "heading": float(sentence.heading),
                },
            )


def _hearsay(source: Span | None, match: Match) -> bool:
    """Say whether somebody else than those concerned tells it ("selon Les Échos")."""
    own = {f.argument.text for fs in match.slots.values() for f in fs}
    return source is not None and source.text not in own


def _kind(units: Sequence[Unit], match: Match, kinds: Mapping[str, str]) -> str:
    """The kind that the nearest noun of the match names, the trigger itself first."""
    low, high = match.span
    best: tuple[int, str] | None = None
    for i in range(low, min(high, len(units))):
        phrase = " ".join(u.form for u in units[i : i + 3])
        kind = kinds.get(phrase) or kinds.get(units[i].form)
        if kind is None or units[i].kind not in ("w", "o", "X"):
            continue
        if best is None or i < best[0]:
            best = (i, kind)
    return best[1] if best else "other"


def _role(match: Match, i: int, attributes: Mapping[str, str | None]) -> dict[str, str | None]:
    """The words of a function without "ex-" and "ancien", and whether it is over or to come."""
    units = match.sentence.units
    end = max(i, *(f.unit for f in match.slots["company"])) + 1
    past = match.group.tense == "past"
    status = status_of(units, i, end, attributes.get("status"), past=past)
    return {"role": bare(units[i].text)[0], "status": status}


def _span(units: Sequence[Unit], i: int | None) -> Span | None:
    return None if i is None else Span(units[i].start, units[i].end, units[i].text)


def _nearest(units: Sequence[Unit], trigger: int, kind: str) -> int | None:
    """The nearest unit of a kind around the trigger, not across a semicolon or another clause's
    own.
    """
    best: tuple[float, int] | None = None
    for i, unit in enumerate(units):
        if unit.kind != kind or abs(i - trigger) > 18:
            continue
        low, high = sorted((i, trigger))
        if any(u.form == ";" for u in units[low:high]):
            continue
        if i < trigger and any(u.form == "," for u in units[i:trigger]):
            before = units[i - 1].form if i else ""
            # "Fondée en 2018, elle possède": the year belongs to the participle
            if i > 4 or before.endswith(("é", "ée", "és", "ées")):
                continue
        cost = abs(i - trigger) + (2.0 if i < trigger else 0.0)
        if best is None or cost < best[0]:
            best = (cost, i)
    return best[1] if best else None


def _marks(relations: Sequence[RelationType]) -> dict[str, str]:
    """Map each form of any class to all the marks it bears."""
    marks: dict[str, list[str]] = {}

    def add(prefix: str, classes: Mapping[str, Words]) -> None:
        for name, table in classes.items():
            for form, moods in table.items():
                bag = marks.setdefault(form, [])
                bag.append(f"‹{prefix}.{name}›")
                bag.extend(f"‹{prefix}.{name}:{mood}›" for mood in sorted(moods))

    add("", SHARED)
    for relation in relations:
        add(relation.name, relation.words)
    return {form: "".join(bag) for form, bag in marks.items()}


def _forms(relations: Sequence[RelationType]) -> dict[str, tuple[Form, ...]]:
    """Map each verb form of any class to its analyses."""
    lemmas = {
        form
        for classes in (SHARED, *(r.words for r in relations))
        for table in classes.values()
        for form, moods in table.items()
        if "inf" in moods
    }
    out: dict[str, list[Form]] = {}
    for lemma in sorted(lemmas):
        for form, analysis in conjugate(lemma):
            out.setdefault(form, []).append(analysis)
    return {form: tuple(found) for form, found in out.items()}
