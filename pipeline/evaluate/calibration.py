"""How far stated confidences are from the share that is right, and the recall they cost."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from pipeline.evaluate.gold import FactRecord, GoldDocument
from pipeline.evaluate.match import DocumentMatch, match_corpus, matches_any
from pipeline.evaluate.tally import Tally, tally

Scheme = Literal["mass", "width"]


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of similar confidence: how many, what they claim on average, what is right."""

    count: int
    claimed: float
    right: float


def bins(
    confidences: Sequence[float], right: Sequence[bool], *, n: int, scheme: Scheme
) -> list[Bin]:
    """Group facts into at most ``n`` bins of equal mass, or of equal width over [0, 1].

    In equal mass a bin never splits facts of one confidence, since their order is none.

    Raises:
        ValueError: the two sequences differ in length, or a confidence is outside [0, 1].
    """
    if len(confidences) != len(right):
        raise ValueError(f"{len(confidences)} confidences for {len(right)} facts")
    if any(not 0 <= one <= 1 for one in confidences):
        raise ValueError("a confidence is outside [0, 1]")
    pairs = sorted(zip(confidences, right, strict=True))
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(n)]
    if scheme == "width":
        for confidence, ok in pairs:
            groups[min(int(confidence * n), n - 1)].append((confidence, ok))
    else:
        borders = [round(at * len(pairs) / n) for at in range(n + 1)]
        taken = 0
        for at, (_, end) in enumerate(pairwise(borders)):
            while taken < len(pairs) and (
                taken < end or (taken and pairs[taken][0] == pairs[taken - 1][0])
            ):
                groups[at].append(pairs[taken])
                taken += 1
    return [
        Bin(
            len(group),
            sum(confidence for confidence, _ in group) / len(group),
            sum(ok for _, ok in group) / len(group),
        )
        for group in groups
        if group
    ]


def expected_calibration_error(
    confidences: Sequence[float], right: Sequence[bool], *, n: int = 10, scheme: Scheme = "mass"
) -> float:
    """Return the mean distance of claimed from right over ``n`` bins, weighted by count.

    0 where there are no facts.

    Raises:
        ValueError: as :func:`bins`.
    """
    if not confidences:
        return 0.0
    grouped = bins(confidences, right, n=n, scheme=scheme)
    return sum(one.count * abs(one.claimed - one.right) for one in grouped) / len(confidences)


def error_by_chance(
    confidences: Sequence[float],
    *,
    n: int = 10,
    scheme: Scheme = "mass",
    seed: int = 0,
    draws: int = 200,
) -> float:
    """Return the error that perfectly calibrated confidences would show on so few facts.

    Facts are drawn right with the very probability stated: what remains is sampling, and
    no model can be told from a perfect one below it.
    """
    draw = random.Random(seed)
    total = 0.0
    for _ in range(draws):
        right = [draw.random() < one for one in confidences]
        total += expected_calibration_error(confidences, right, n=n, scheme=scheme)
    return total / draws


def judged(
    documents: Iterable[GoldDocument], matches: Iterable[DocumentMatch]
) -> list[tuple[FactRecord, bool]]:
    """Return every told fact with whether it is right; neutral ones are left out.

    A fact told again is as right as what it repeats, for every row claims its own truth.
    """
    gold = {document.id: document for document in documents}
    rows: list[tuple[FactRecord, bool]] = []
    for match in matches:
        rows += [(fact, True) for _, fact in match.hits]
        rows += [(fact, False) for fact in match.false_alarms]
        rows += [(fact, matches_any(gold[match.id], fact, match.mode)) for fact in match.repeats]
    return rows


def curve(
    documents: Sequence[GoldDocument], facts: Sequence[FactRecord], thresholds: Iterable[float]
) -> list[tuple[float, Tally]]:
    """Return the strict score at each least confidence."""
    return [
        (
            threshold,
            tally(
                match_corpus(
                    documents,
                    [fact for fact in facts if float(fact.get("confidence") or 0) >= threshold],
                    "strict",
                )
            ),
        )
        for threshold in thresholds
    ]
