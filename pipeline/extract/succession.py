"""A handover gives two facts: who comes in, and who goes out of the same function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.types import Argument, Relation

_LEFT = ("parti", "partie", "ancien", "ancienne", "avait quitté", "a quitté", "démissionné", "ex-")
_UNSAID = ("unsaid", "bracket_company")


def succeed(found: Sequence[Relation], handovers: Sequence[Relation]) -> list[Relation]:
    """Return ``found`` with the outgoing (or incoming) half of each handover added.

    The successor's function is looked for in the same sentence first, then in what was
    said before; a predecessor whose own function is told keeps its words.
    """
    out = list(found)
    for handover in handovers:
        new, old = handover.arguments["successor"], handover.arguments["predecessor"]
        assert isinstance(new, Argument)
        assert isinstance(old, Argument)
        theirs = _functions(out, old.name)
        mine = _functions(out, new.name)
        here = [r for r in theirs if r.evidence.start == handover.evidence.start]
        source = _nearest(mine, handover)
        own = [r for r in here if source is None or r.arguments["company"] != source.arguments["company"]]
        status = "former" if any(w in handover.evidence.text for w in _LEFT) else "outgoing"
        if own and source is not None and any(k in own[0].rule for k in _UNSAID):
            # "succède à Marc Tissier (Kalio), président par intérim": the post is the successor's
            at = out.index(own[0])
            out[at] = replace(
                own[0],
                arguments={**own[0].arguments, "company": source.arguments["company"]},
                attributes={**own[0].attributes, "status": "outgoing"},
                rule="holds_role/succession",
            )
        elif source is not None and not any(
            r.arguments["company"] == source.arguments["company"] for r in theirs
        ):
            out.append(_transfer(source, handover, old, status))
        elif source is None and theirs:
            before = _nearest(theirs, handover)
            assert before is not None
            at = out.index(before)
            if before.attributes.get("status") == "current":
                out[at] = replace(before, attributes={**before.attributes, "status": status})
            out.append(_transfer(before, handover, new, "incoming"))
    return out


def _functions(found: Sequence[Relation], person: str) -> list[Relation]:
    return [
        r
        for r in found
        if r.relation == "holds_role"
        and isinstance(p := r.arguments.get("person"), Argument)
        and p.name == person
    ]


def _nearest(functions: Sequence[Relation], handover: Relation) -> Relation | None:
    """The function that a handover is about: coming in before others, near before far."""

    def rank(r: Relation) -> tuple[bool, bool, int]:
        return (
            r.attributes.get("status") != "incoming",
            r.evidence.start > handover.evidence.start,
            abs(r.evidence.start - handover.evidence.start),
        )

    usable = [r for r in functions if r.attributes.get("status") in ("incoming", "current")]
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
