"""Handovers and departures: what they say of the functions of those who come and go.

A handover gives two facts: who comes in, and who goes out of the same function. A
departure makes the function of the one who goes an outgoing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.types import Argument, Relation

_LEFT = ("parti ", "partie ", "parti,", "ancien", "a quitté", "ex-")
_BEFORE = ("avait remplacé", "avait succédé", "avait quitté")
_UNSAID = ("unsaid", "bracket_company")
_APPOSITIONS = (
    "apposition",
    "bracket",
    "second",
    "before",
    "fronted",
    "officiates",
    "demonstrative",
    "definite",
    "among",
)
_NOW = (
    "aujourd'hui",
    "désormais",
    "devenu",
    "devenue",
    "parti diriger",
    "partie diriger",
    "appelé à",
    "nommé",
    "promu",
)
_OVER = frozenset(["former", "outgoing"])


def succeed(
    found: Sequence[Relation], handovers: Sequence[Relation], posts: Sequence[Relation] = ()
) -> list[Relation]:
    """Return ``found`` with the missing half of each handover added.

    A function told of either of the two is the other's, too; the same sentence's before
    those of the sentences around. A predecessor whose own function is told keeps its words.
    ``posts`` are functions told to change hands without a name ("X a un nouveau président").
    """
    out = list(found)
    for handover in handovers:
        if handover.modality == "denied":
            continue
        new, old = handover.arguments["successor"], handover.arguments["predecessor"]
        assert isinstance(new, Argument)
        assert isinstance(old, Argument)
        theirs = [r for r in _functions(out, old.name) if not _founding(r)]
        mine = [r for r in _functions(out, new.name) if not _founding(r)]
        free = [r for r in mine if not _own(r, handover)]
        source = _nearest(free, handover, ("incoming", "current", "outgoing"))
        source = source or _vacant(posts, handover, new)
        told = _nearest(
            [r for r in theirs if not _later(r)], handover, ("outgoing", "former", "current")
        )
        status = "former" if _gone(old, handover) else "outgoing"
        beside = told is not None and _beside(told, handover)
        if source is not None and (
            not beside or _beside(source, handover) or (told is not None and _unsaid(told))
        ):
            _leave(out, source, theirs, handover, status)
            if source not in out:
                out.append(_transfer(source, handover, new, "incoming"))
        elif told is not None:
            # "le DG de X, A, sera remplacé par B": told of the one who goes
            _mark(out, told, status)
            if not any(_same_post(r, told) for r in mine):
                out.append(_transfer(told, handover, new, "incoming"))
    return out


def _leave(
    out: list[Relation],
    source: Relation,
    theirs: Sequence[Relation],
    handover: Relation,
    status: str,
) -> None:
    """Give the predecessor the function ``source`` that the successor takes."""
    old = handover.arguments["predecessor"]
    assert isinstance(old, Argument)
    own = [r for r in theirs if _beside(r, handover)]
    same = [r for r in own if _same_post(r, source)]
    unsaid = [r for r in own if _unsaid(r) and not _later(r)]
    if same:
        for relation in same:
            _mark(out, relation, status)
    elif unsaid:
        # "succède à A (Kalio), président par intérim": the post is the successor's
        out[out.index(unsaid[0])] = replace(
            unsaid[0],
            arguments={**unsaid[0].arguments, "company": source.arguments["company"]},
            attributes={**unsaid[0].attributes, "status": status},
            rule="holds_role/succession",
        )
    else:
        out.append(_transfer(source, handover, old, status))


def choose(
    found: Sequence[Relation], chosen: Sequence[Relation], posts: Sequence[Relation]
) -> list[Relation]:
    """Return ``found`` with a function told to change hands given to the one who is named then.

    "Norlys cherchait un directeur général. Ce sera Anne Roche." ``posts``: as of
    :func:`succeed`. Who is told to take something up already is left alone.
    """
    out = list(found)
    for choice in chosen:
        person = choice.arguments["person"]
        assert isinstance(person, Argument)
        told = [r for r in _functions(out, person.name) if r.attributes.get("status") == "incoming"]
        if choice.modality == "denied" or told:
            continue
        post = _vacant(posts, choice, person)
        if post is not None:
            out.append(_transfer(post, choice, person, "incoming"))
    return out


def depart(
    found: Sequence[Relation], departures: Sequence[Relation], posts: Sequence[Relation] = ()
) -> list[Relation]:
    """Return ``found`` with the functions of those who go as outgoing ones.

    Functions of the same sentence change; for one told before, the departure's sentence
    tells it again, as outgoing. ``posts``: as of :func:`succeed`.
    """
    out = list(found)
    for departure in departures:
        person, company = departure.arguments["person"], departure.arguments.get("company")
        assert isinstance(person, Argument)
        if departure.modality == "denied":
            continue
        held = [
            r
            for r in _functions(out, person.name)
            if company is None or _named(r.arguments["company"]) == _named(company)
        ]
        here = [r for r in held if _beside(r, departure) or _picked_up(r, departure)]
        for relation in here:
            _mark(out, relation, "outgoing", former=company is not None)
        if here or any(r.attributes.get("status") in _OVER for r in held):
            continue
        before = [
            r
            for r in held
            if 0 < departure.evidence.start - r.evidence.start < 700
            and r.attributes.get("status") == "current"
        ]
        post = None if before else _vacant(posts, departure, person)
        for relation in before[-1:] or ([post] if post is not None else []):
            out.append(_transfer(relation, departure, person, "outgoing"))
    return out


def _picked_up(relation: Relation, departure: Relation) -> bool:
    """Whether the next sentence names the one who goes by the function: "Il s'en va. Le PDG …"."""
    gap = relation.evidence.start - departure.evidence.end
    return "definite" in relation.rule and 0 <= gap < 4


def _gone(old: Argument, handover: Relation) -> bool:
    """Whether the predecessor had left before: "l'ancien PDG, parti en octobre"."""
    text, start = handover.evidence.text, handover.evidence.start
    if old.start < start or old.start >= handover.evidence.end:
        return any(words in text for words in _BEFORE)
    near = text[max(0, old.start - start - 25) : old.end - start + 45]
    return any(words in near for words in _LEFT) or any(words in text for words in _BEFORE)


def _founding(relation: Relation) -> bool:
    """Whether the function cannot be handed over: that of a founder or a partner."""
    role = str(relation.attributes.get("role")).lower()
    return role.startswith(("fondat", "cofondat", "co-fondat", "associé", "stagiaire"))


def _unsaid(relation: Relation) -> bool:
    return any(k in relation.rule for k in _UNSAID)


def _vacant(posts: Sequence[Relation], handover: Relation, person: Argument) -> Relation | None:
    """The function told to change hands in the sentences before: "X a un nouveau président."."""
    before = [r for r in posts if 0 <= handover.evidence.start - r.evidence.start < 400]
    if not before:
        return None
    post = before[-1]
    return replace(
        post,
        relation="holds_role",
        arguments={"person": person, "company": post.arguments["company"]},
        attributes={"role": post.attributes.get("role"), "status": "incoming"},
    )


def _own(relation: Relation, handover: Relation) -> bool:
    """Whether the successor holds the function already: "A, DG de X, succède à B"."""
    if handover.tense == "past" and handover.time is not None:
        return False
    return relation.attributes.get("status") == "current" and any(
        word in relation.rule for word in _APPOSITIONS
    )


def _later(relation: Relation) -> bool:
    """Whether the function is what the predecessor does now: "aujourd'hui président de X"."""
    text, start = relation.evidence.text, relation.evidence.start
    company = relation.arguments["company"]
    assert isinstance(company, Argument)
    before = text[: max(0, company.start - start)].lower()
    return relation.attributes.get("status") in ("current", "incoming") and any(
        word in before[-90:] for word in _NOW
    )


def _named(value: object) -> str:
    return value.name if isinstance(value, Argument) else ""


def _beside(relation: Relation, other: Relation) -> bool:
    return relation.evidence.start == other.evidence.start


def _same_post(one: Relation, other: Relation) -> bool:
    return one.arguments["company"] == other.arguments["company"]


def _mark(out: list[Relation], relation: Relation, status: str, *, former: bool = False) -> None:
    """Give a function held until now the status that a departure leaves it with.

    Also one told in the past: "Anne Roche, qui dirigeait Kalio, part à la retraite"; with
    ``former``, where the departure names the house: "quitte Kalio, dont elle était directrice".
    """
    told = relation.rule.partition("/")[2]
    past = told.startswith(("leads", "led_", "years_as")) or (
        former and told.startswith("relative")
    )
    until = ("current", "former") if past and status == "outgoing" else ("current",)
    if relation.attributes.get("status") in until:
        at = out.index(relation)
        out[at] = replace(relation, attributes={**relation.attributes, "status": status})


def _functions(found: Sequence[Relation], person: str) -> list[Relation]:
    return [
        r
        for r in found
        if r.relation == "holds_role"
        and isinstance(p := r.arguments.get("person"), Argument)
        and p.name == person
    ]


def _nearest(
    functions: Sequence[Relation], handover: Relation, statuses: tuple[str, ...]
) -> Relation | None:
    """The function that a handover is about: near before far, ``statuses`` in their order."""

    def rank(r: Relation) -> tuple[int, bool, bool, int]:
        return (
            statuses.index(str(r.attributes["status"])),
            not _beside(r, handover),
            r.evidence.start > handover.evidence.start,
            abs(r.evidence.start - handover.evidence.start),
        )

    usable = [r for r in functions if r.attributes.get("status") in statuses]
    return min(usable, key=rank) if usable else None


def _transfer(source: Relation, handover: Relation, person: Argument, status: str) -> Relation:
    return replace(
        source,
        arguments={**source.arguments, "person": person},
        attributes={**source.attributes, "status": status},
        evidence=handover.evidence,
        rule="holds_role/succession",
        modality=handover.modality,
        time=None,
        features={**source.features, "weight": 0.8, "doubt": max(0.2, handover.features["doubt"])},
    )
