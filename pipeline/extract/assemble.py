"""Match -> Relation: attributes, status, amount and time of what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.extract.attribution import attribution
from pipeline.extract.matches import Match
from pipeline.extract.modality import rumour_words
from pipeline.extract.price import price
from pipeline.extract.tenure import bare, status_of, words_of
from pipeline.types import AnnotatedArticle, Argument, Modality, Relation, Span, Unit


def relations_from(match: Match, document: AnnotatedArticle) -> Iterable[Relation]:
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
                features=_circumstances(match, arguments, document),
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
    return {"role": bare(words_of(units, i))[0], "status": status}


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


def _circumstances(
    match: Match,
    arguments: Mapping[str, Argument | tuple[Argument, ...]],
    document: AnnotatedArticle,
) -> dict[str, float]:
    """What confidence is computed from; counts are scaled to be about one where they are high."""
    units = match.sentence.units
    filled = [f for fs in match.slots.values() for f in fs]
    told = {f.argument.name for f in filled}
    rivals = {u.org.name for u in units if u.kind == "O" and u.org is not None} - told
    people = {u.per.name for u in units if u.kind == "P" and u.per is not None} - told
    places = [f.unit for f in filled if f.unit >= 0]
    places.append(match.trigger)
    outside = [a for a in arguments.values() if isinstance(a, Argument)]
    return {
        "weight": match.rule.rule.weight,
        "doubt": max((f.doubt for f in filled), default=0.0),
        "implied": float(any(f.implied for f in filled)),
        "via": float(any(f.argument.via is not None for f in filled)),
        "score": match.score,
        "heading": float(match.sentence.heading),
        "rivals": min(len(rivals), 3) / 3,
        "people": min(len(people), 3) / 3,
        "reach": min(max(places) - min(places), 24) / 24,
        "length": min(len(units), 60) / 60,
        "crowd": crowd(document),
        "outside": float(any(a.end <= match.sentence.start for a in outside)),
    }


def crowd(document: AnnotatedArticle) -> float:
    """How many organisations and persons an article names, 1 for thirty or more."""
    return min(len({m.name for m in document.mentions if m.label != "LOC"}), 30) / 30
