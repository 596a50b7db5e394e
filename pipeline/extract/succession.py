"""Handovers and departures: what they say of the functions of those who come and go.

A handover gives two facts: who comes in, and who goes out of the same function. A
departure makes the function of the one who goes an outgoing one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.types import Argument, Relation

_LEFT = ("parti ", "partie ", "parti,", "ancien", "avait quitté", "a quitté", "démissionné", "ex-")
_UNSAID = ("unsaid", "bracket_company")
_APPOSITIONS = ("apposition", "bracket", "second", "before", "fronted", "officiates")
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


def succeed(found: Sequence[Relation], handovers: Sequence[Relation]) -> list[Relation]:
    """Return ``found`` with the missing half of each handover added.

    A function told of either of the two is the other's, too; the same sentence's before
    those of the sentences around. A predecessor whose own function is told keeps its words.
    """
    out = list(found)
    for handover in handovers:
        if handover.modality == "denied":
            continue
        new, old = handover.arguments["successor"], handover.arguments["predecessor"]
        assert isinstance(new, Argument)
        assert isinstance(old, Argument)
        theirs, mine = _functions(out, old.name), _functions(out, new.name)
        source = _nearest(
            [r for r in mine if not _own(r, handover)], handover, ("incoming", "current")
        )
        status = "former" if any(w in handover.evidence.text for w in _LEFT) else "outgoing"
        told = _nearest(
            [r for r in theirs if not _later(r)], handover, ("outgoing", "former", "current")
        )
        if (
            told is not None
            and (source is None or not _beside(source, handover))
            and _beside(told, handover)
        ):
            # "le DG de X, A, sera remplacé par B": told of the one who goes
            _mark(out, told, status)
            if not any(_same_post(r, told) for r in mine):
                out.append(_transfer(told, handover, new, "incoming"))
        elif source is not None:
            own = [r for r in theirs if _beside(r, handover)]
            unsaid = [r for r in own if any(k in r.rule for k in _UNSAID)]
            same = [r for r in own if r.arguments["company"] == source.arguments["company"]]
            if unsaid and not same:
                # "succède à A (Kalio), président par intérim": the post is the successor's
                at = out.index(unsaid[0])
                out[at] = replace(
                    unsaid[0],
                    arguments={**unsaid[0].arguments, "company": source.arguments["company"]},
                    attributes={**unsaid[0].attributes, "status": "outgoing"},
                    rule="holds_role/succession",
                )
            elif same:
                for relation in same:
                    _mark(out, relation, status)
            else:
                out.append(_transfer(source, handover, old, status))
        elif told is not None:
            _mark(out, told, status)
            out.append(_transfer(told, handover, new, "incoming"))
    return out


def depart(found: Sequence[Relation], departures: Sequence[Relation]) -> list[Relation]:
    """Return ``found`` with the functions of those who go as outgoing ones.

    Functions of the same sentence change; for one told before, the departure's sentence
    tells it again, as outgoing.
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
        here = [r for r in held if _beside(r, departure)]
        for relation in here:
            _mark(out, relation, "outgoing")
        if here or any(r.attributes.get("status") in _OVER for r in held):
            continue
        before = [
            r
            for r in held
            if 0 < departure.evidence.start - r.evidence.start < 700
            and r.attributes.get("status") == "current"
        ]
        for relation in before[-1:]:
            out.append(_transfer(relation, departure, person, "outgoing"))
    return out


def _own(relation: Relation, handover: Relation) -> bool:
    """Whether the successor holds the function already: "A, DG de X, succède à B"."""
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


def _mark(out: list[Relation], relation: Relation, status: str) -> None:
    """Give a function held until now the status that a departure leaves it with."""
    if relation.attributes.get("status") == "current":
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

    def rank(r: Relation) -> tuple[bool, int, bool, int]:
        return (
            not _beside(r, handover),
            statuses.index(str(r.attributes["status"])),
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
