"""What a deal's own sentence leaves out: its investors, its series and its price, told around it.

"Norlys lève 20 millions. Le tour est mené par A, avec B": the second sentence names no
company; the hidden relations ``backing`` and ``deal_price`` read it, and their matches are
joined here to the round or the purchase that was told last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.deal_status import as_told, unconverted
from pipeline.extract.pairs import told_of_both
from pipeline.french.typography import fold
from pipeline.types import AnnotatedArticle, Argument, Relation

#: Sentences after a deal within which more is told of it.
_REACH = 2
_SERIES = re.compile(
    r"\b(?:s[ée]ries?|round|tour|lev[ée]e)(?: de)?(?: s[ée]rie)? [«\"]?(?P<letter>(?-i:[A-H]))\d?(?![\w'’])"  # noqa: E501
    r"|(?P<preseed>\bpr[ée][- ]?(?:seed|amor[çc]age))"
    r"|(?P<seed>\bseed\b|\bamor[çc]age\b)"
    r"|(?P<growth>\bgrowth\b|\bcapital[- ]d[ée]veloppement\b)"
    r"|(?P<bridge>\bbridge\b|\btour relais\b)"
    r"|(?P<debt>\b(?:en|de la|par) dettes?\b|\bfinancement par (?:la )?dette\b|\bdette (?:bancaire|senior|venture)"  # noqa: E501
    r"|\bpr[êe]t\b|\bemprunt\b|\bventure debt\b)",
    re.IGNORECASE,
)
_NAMES = {
    "preseed": "pre-seed",
    "seed": "seed",
    "growth": "growth",
    "bridge": "bridge",
    "debt": "debt",
}
#: "20 millions dont 6 en dette": part of the round, not its kind.
_PART = re.compile(r"\b(?:dont|et|plus|compl[ée]t[ée]e?s?|incluant|ainsi que)\b[^.;]*$")


def complete_deals(
    document: AnnotatedArticle,
    found: Sequence[Relation],
    backing: Sequence[Relation],
    prices: Sequence[Relation],
) -> list[Relation]:
    """Return ``found`` with rounds given their investors and series, purchases their price.

    Tellings of a stake without amount are folded into the round of the same company that
    stands within two sentences; backers that belong to no round are dropped.
    """
    index = {s.start: s.index for s in document.sentences}
    text = document.article.text
    found = [*found, *told_of_both(document, found)]
    out = [
        _with_series(as_told(r), text) if r.relation == "raises_funding" else as_told(r)
        for r in unconverted(found, text)
    ]
    for told in backing:
        at = _round_of(out, told, index)
        if at is not None:
            out[at] = _join(out[at], told)
    out = _fold_stakes(out, index)
    for told in prices:
        at = _purchase_of(out, told, index)
        if at is not None:
            out[at] = replace(out[at], amount=told.amount)
    return out


def series(words: str, near: int = 0) -> str | None:
    """Return the round that some words name: "pre-seed", "seed", "A" …, "growth", "bridge", "debt".

    Of several the one nearest to the offset ``near`` counts; None where none is named.
    """
    best: tuple[int, str] | None = None
    for match in _SERIES.finditer(fold(words)):
        kind = str(match.lastgroup)
        if kind == "debt" and _PART.search(words[: match.start()]):
            continue
        low, high = sorted((match.start(), near))
        # another clause is farther than any distance within this one
        away = high - low + 60 * words.count(", ", low, high)
        if best is None or away < best[0]:
            best = (away, match["letter"] or _NAMES[kind])
    return best[1] if best is not None else None


def _with_series(relation: Relation, text: str) -> Relation:
    """Add the round's name, as far as its own sentence tells it."""
    if "round" in relation.attributes or relation.attributes.get("status") == "total":
        return relation
    start, end = relation.evidence.start, relation.evidence.end
    at = relation.amount.start - start if relation.amount is not None else 0
    return replace(
        relation, attributes={**relation.attributes, "round": series(text[start:end], at)}
    )


def _arguments(relation: Relation, slot: str) -> tuple[Argument, ...]:
    value = relation.arguments.get(slot, ())
    return value if isinstance(value, tuple) else (value,)


def _is_round(relation: Relation) -> bool:
    return relation.relation == "raises_funding" and relation.attributes.get("status") != "total"


def _fold_stakes(found: Sequence[Relation], index: dict[int, int]) -> list[Relation]:
    """Fold rounds without an amount into a told amount of the same company nearby."""
    out = list(found)
    for stake in [r for r in found if _is_round(r) and r.amount is None]:
        company = stake.arguments["company"]
        assert isinstance(company, Argument)
        here = index[stake.evidence.start]
        for i, r in enumerate(out):
            whole = r.arguments.get("company")
            if (
                _is_round(r)
                and r.amount is not None
                and isinstance(whole, Argument)
                and whole.name == company.name
                and abs(index[r.evidence.start] - here) <= _REACH
            ):
                out[i] = _join(r, stake)
                out.remove(stake)
                break
    return out


def _round_of(found: Sequence[Relation], told: Relation, index: dict[int, int]) -> int | None:
    """Return the position of the round that some investors belong to."""
    names = {a.name for a in _arguments(told, "investors")}
    here = index[told.evidence.start]
    best: tuple[tuple[int, int], int] | None = None
    first = min(a.start for a in _arguments(told, "investors"))
    for i, r in enumerate(found):
        company = r.arguments.get("company")
        if not _is_round(r) or not isinstance(company, Argument) or names == {company.name}:
            continue
        away = here - index[r.evidence.start]
        if not 0 <= away <= _REACH or (away and r.amount is None):
            continue
        amount = r.amount.start if r.amount is not None else r.evidence.start
        # in the same sentence the amount before the investors, if there is one
        rank = (away, first - amount if amount <= first else 1000 + amount - first)
        if best is None or rank < best[0]:
            best = (rank, i)
    return best[1] if best is not None else None


def _join(relation: Relation, told: Relation) -> Relation:
    """Add investors to a round: who leads first, the others in text order, each once."""
    company = relation.arguments["company"]
    assert isinstance(company, Argument)
    old, new = list(_arguments(relation, "investors")), list(_arguments(told, "investors"))
    lead = told.attributes.get("lead") is not None
    merged: dict[str, Argument] = {}
    for argument in [*new, *old] if lead else [*old, *new]:
        if argument.name != company.name:
            merged.setdefault(argument.name, argument)
    return replace(relation, arguments={**relation.arguments, "investors": tuple(merged.values())})


def _purchase_of(found: Sequence[Relation], told: Relation, index: dict[int, int]) -> int | None:
    """Return the position of the purchase without a price that was told last before.

    Where none was, the price may open the telling: "Le chèque donne le tournis : 20 millions.
    C'est ce que Norlys paiera pour Kalio."
    """
    here = index[told.evidence.start]
    taken = {r.amount.start for r in found if r.amount is not None}
    if told.amount is None or told.amount.start in taken:
        return None
    near = [
        (index[r.evidence.start], i)
        for i, r in enumerate(found)
        if r.relation == "acquires" and 0 < here - index[r.evidence.start] <= _REACH
    ]
    if not near:
        near = [
            (index[r.evidence.start], i)
            for i, r in enumerate(found)
            if r.relation == "acquires" and index[r.evidence.start] == here + 1
        ]
    if not near:
        return None
    last = max(near)[0]
    here_told = [i for at, i in near if at == last]
    # of several purchases told at once the price is of none in particular
    return here_told[0] if len(here_told) == 1 and found[here_told[0]].amount is None else None
