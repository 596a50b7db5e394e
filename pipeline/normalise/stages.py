"""How far things had come: one scale for the statuses of all relations."""

from __future__ import annotations

from typing import Literal

from pipeline.types import Fact

Stage = Literal["rumour", "announced", "done", "ended"]

STAGES: tuple[Stage, ...] = ("rumour", "announced", "done", "ended")

#: status -> its stage, and its rank within the stage where two words come on one day:
#: "a ouvert" and "compte un bureau" of one day tell that the office exists.
_STATUS: dict[str, tuple[Stage, int]] = {
    "rumour": ("rumour", 0),
    "planned": ("announced", 0),
    "incoming": ("announced", 1),
    "done": ("done", 0),
    "opened": ("done", 0),
    "existing": ("done", 1),
    "current": ("done", 1),
    "total": ("done", 1),
    "outgoing": ("ended", 0),
    "closed": ("ended", 1),
    "former": ("ended", 1),
    "failed": ("ended", 1),
}


def stage(fact: Fact) -> Stage:
    """Stage of a fact: that of its status; a plan that is only reported is a rumour."""
    told, _ = _STATUS.get(fact.attributes.get("status") or "", ("done", 0))
    if fact.attributes.get("status") is None and fact.modality == "planned":
        told = "announced"
    if fact.modality == "reported" and told == "announced":
        return "rumour"
    return told


def rank(fact: Fact) -> int:
    """Order of the words of one day: the further stage is the later word."""
    _, within = _STATUS.get(fact.attributes.get("status") or "", ("done", 0))
    return 10 * STAGES.index(stage(fact)) + within
