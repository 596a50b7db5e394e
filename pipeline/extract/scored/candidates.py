"""Who may be meant: organisations and persons of a sentence, and whoever it is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.extract.scored.around import REACH, Row, link_features
from pipeline.types import AnnotatedArticle, Mention


class Candidate(NamedTuple):
    """Somebody who may fill a slot; ``unit`` is -1 where the sentence does not name them."""

    mention: Mention
    unit: int
    features: dict[str, float]


def organisations(document: AnnotatedArticle, row: Row, i: int) -> Iterator[Candidate]:
    """Yield the organisations that unit ``i`` may belong to."""
    units = row.units
    at = [k for k, u in enumerate(units) if u.org is not None and u.kind in "Ooaq"]
    near = at[bisect_left(at, i - REACH) : bisect_right(at, i + REACH)]
    names = {u.org.name for u in (units[k] for k in near) if u.org is not None}
    count = {f"C:n={min(4, len(names))}": 1.0}
    topic = document.topic.name if document.topic is not None else None
    seen: set[str] = set()
    for k in near:
        mention = units[k].org
        if k == i or mention is None or (mention.name in seen and units[k].kind != "O"):
            continue
        seen.add(mention.name)
        features = link_features(row, "C", i, k, at)
        features["C:topic"] = float(mention.name == topic)
        yield Candidate(mention, k, features | count)
    for name, away in (("focus", row.sentence.focus_org), ("topic", document.topic)):
        if away is not None and away.name not in seen:
            seen.add(away.name)
            yield Candidate(away, -1, {f"C:{name}": 1.0, "C:away": 1.0} | count)


def persons(row: Row, i: int) -> Iterator[Candidate]:
    """Yield the persons that unit ``i`` may belong to."""
    units = row.units
    at = [k for k, u in enumerate(units) if u.per is not None and u.kind in "Paq"]
    near = at[bisect_left(at, i - REACH) : bisect_right(at, i + REACH)]
    count = {f"P:n={min(4, len(near))}": 1.0}
    seen: set[str] = set()
    for k in near:
        mention = units[k].per
        if k == i or mention is None or (mention.name in seen and units[k].kind != "P"):
            continue
        seen.add(mention.name)
        yield Candidate(mention, k, link_features(row, "P", i, k, at) | count)
    focus = row.sentence.focus_per
    if focus is not None and focus.name not in seen:
        yield Candidate(focus, -1, {"P:focus": 1.0} | count)
