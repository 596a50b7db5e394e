"""Evidence of what follows a name: its verb, its apposition."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.acts import COMPANY_ACTS, COMPANY_DOES, SAYING, UNDERGONE
from pipeline.annotate.candidates import Candidate
from pipeline.annotate.evidence.classes import BEFORE_ROLE, COMPANY_NOUNS, GOVERNING, HELPERS
from pipeline.french.words import ORG_NOUNS, ROLE_HEADS

_BEFORE_NOUN = frozenset("une la le l' un jeune".split())


def following(words: Sequence[str], c: Candidate, last: str, out: dict[str, float]) -> None:
    """Add to ``out`` what stands after the candidate; ``last`` is the word before it."""
    right = words[c.last : c.last + 5]
    if not right:
        return
    if last not in GOVERNING:
        _verbs(right, c, out)
    _passive(right, out)
    _apposition(right, c, out)


def _verbs(right: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    if right[0] in SAYING:
        out["PER"] += 0.6
        out["ORG"] += 0.3
    if right[0] in COMPANY_DOES or (
        right[0] in HELPERS and any(w in COMPANY_ACTS for w in right[1:4])
    ):
        out["ORG"] += 1.2 + 0.8 * (c.first == 0)
    if right[0] == "," and len(right) > 2 and right[1] == "qui" and right[2] in COMPANY_ACTS:
        out["ORG"] += 1.5


def _passive(right: Sequence[str], out: dict[str, float]) -> None:
    if right[:3] in (["a", "vu", "le"], ["voit", "le", "jour"]):
        out["ORG"] += 2.0
    if right[0] == "," and len(right) > 1 and right[1] in UNDERGONE:
        out["ORG"] += 2.0
    if right[:2] == ["a", "été"] and len(right) > 2 and right[2] in UNDERGONE:
        out["ORG"] += 2.0


def _apposition(right: Sequence[str], c: Candidate, out: dict[str, float]) -> None:
    size = c.last - c.first
    if right[0] == "," and len(right) > 1:
        first, second = right[1], right[2] if len(right) > 2 else ""
        if first in ROLE_HEADS or (first in BEFORE_ROLE and second in ROLE_HEADS):
            out["PER"] += 2.5 if size >= 2 else 1.2
        if _company(first) or (first in _BEFORE_NOUN and _company(second)):
            out["ORG"] += 2.5
    if right[0] == "(" and len(right) > 2 and right[2] == ")":
        out["ORG"] += 0.4
        if size == 1 and right[1].isdigit():
            out["PER"] += 0.3


def _company(word: str) -> bool:
    return word in COMPANY_NOUNS or word in ORG_NOUNS
