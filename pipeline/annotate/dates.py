"""Where French time expressions stand in a text: found here, resolved in ``normalise``.

Rare words come first: one regex finds the core of an expression ("2019", "avril", "ans",
"mardi"), a second one reads the governing words to its left ("d'ici la fin de l'"), and a
rule for each kind of core decides whether both together tell a time. Most words of a text
are looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.date_patterns import CORE, COUNTED, JOINT, LEFT, TRIGGER
from pipeline.annotate.date_rules import RULES, Hit
from pipeline.french.calendar import flatten
from pipeline.types import Span

_REACH = 48
"""Characters before a core within which its governing words stand."""


def find_dates(text: str) -> list[Span]:
    """Find the time expressions of a French text: disjoint, in order, as long as they can be.

    Offsets count in ``text`` as given; governing words that change the interval ("depuis",
    "d'ici la fin de") are inside the span.
    """
    flat = flatten(text)
    hits: list[Hit] = []
    end = 0
    for trigger in TRIGGER.finditer(flat):
        start = trigger.start()
        if start >= end and (match := CORE.match(flat, start)):
            hits.append(_hit(match, text, flat, end))
            end = match.end()
    return [Span(start, end, text[start:end]) for start, end in _accepted(hits)]


def _hit(match: re.Match[str], text: str, flat: str, floor: int) -> Hit:
    core_start = match.start()
    left = LEFT.search(flat, max(floor, core_start - _REACH), core_start)
    governor, part, determiner, _hedge = left.groups() if left else ("", "", "", "")
    start = left.start() if left else core_start
    # "Il a mardi annoncé": the verb is no preposition.
    if governor.startswith("a ") and text[start] == "a":
        start, governor = start + 2, governor[2:]
    kind = match.lastgroup or ""
    # A bare "de" or "du" belongs to the noun before ("le sommet du 3 mars"), but for "du 3 au 5".
    stretch = kind == "day" and re.search(" au? ", match[0])
    if determiner in ("de ", "du ", "d'") and not (governor or part or stretch):
        start, determiner = core_start, ""
    return Hit(
        kind, start, core_start, match.end(), match[0], governor, part, determiner, text, flat
    )


def _accepted(hits: list[Hit]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(hits):
        hit = hits[index]
        if index + 1 < len(hits):
            second = hits[index + 1]
            start = _range_start(hit, second)
            if start is not None:
                # "en 2012 et 2013" is one stretch, "en 2012 et 2019" are two years.
                if _years_apart(hit, second):
                    yield start, hit.end
                    yield second.core_start, second.end
                else:
                    yield start, second.end
                index += 2
                continue
        if RULES[hit.kind](hit):
            yield hit.start, hit.end
        index += 1


_JOINABLE = frozenset({"year", "month", "day", "weekday", "quarter", "season", "numeric"})


def _range_start(first: Hit, second: Hit) -> int | None:
    """Where a range over both hits begins; None if they are no range."""
    if first.kind not in _JOINABLE or second.kind not in _JOINABLE:
        return None
    joint = JOINT.fullmatch(first.flat, first.end, second.core_start)
    if joint is None or (second.kind == "year" and COUNTED.match(second.flat, second.end)):
        return None
    if "year" in (first.kind, second.kind) and first.kind != second.kind:
        return None
    word = joint["word"]
    if first.governor == "entre ":
        return first.start if word == "et" else None
    if word in ("a", "au") or word.startswith("jusqu'"):
        if first.governor and first.determiner in ("de ", "du ", "d'"):  # "la nuit de lundi"
            return first.start
        of = re.search(
            r"(?<![\w-])(?:de |du |d')$", first.flat[max(0, first.start - 4) : first.start]
        )
        return first.start - len(of[0]) if of else None
    # "le 3 mars et le 5 avril" are two days, "en mai et juin" is one stretch.
    apart = first.kind in ("day", "numeric") and word in ("et", "ou", "puis")
    return first.start if not apart and RULES[first.kind](first) else None


def _years_apart(first: Hit, second: Hit) -> bool:
    listed = re.fullmatch(r" (?:et|ou|puis) ", first.flat[first.end : second.core_start])
    if first.kind != "year" or not listed or first.governor == "entre ":
        return False
    return not 0 <= int(second.core[:4]) - int(first.core[:4]) <= 1
