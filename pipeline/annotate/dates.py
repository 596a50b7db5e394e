"""Where French time expressions stand in a text: found here, resolved in ``normalise``.

Rare words come first: one regex finds the core of an expression ("2019", "avril", "ans",
"mardi"), a second one reads the governing words to its left ("d'ici la fin de l'"), and a
rule for each kind of core decides whether both together tell a time. Most words of a text
are looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.annotate.date_patterns import CORE, COUNTED, JOINT, LEFT, PLURAL_NOUN, TRIGGER
from pipeline.french import calendar as fr
from pipeline.french.calendar import flatten
from pipeline.french.numbers import read_number
from pipeline.types import Span

_REACH = 48
"""Characters before a core within which its governing words stand."""
_OLDEST_FIRM = 15
"""Ages up to here are taken for a company's: above, "âgé de 28 ans" tells of a person."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A core with the words that govern it; offsets into the text."""

    kind: str
    start: int
    core_start: int
    end: int
    core: str
    governor: str
    part: str
    determiner: str
    text: str
    """The text as given, for its capitals."""
    flat: str

    @property
    def governed(self) -> bool:
        return bool(self.governor or self.part)

    @property
    def titled(self) -> bool:
        """Whether the core begins with a capital that is not one of many."""
        initial = self.text[self.core_start : self.core_start + 2]
        return initial[:1].isupper() and not initial[1:].isupper()

    @property
    def opening(self) -> bool:
        """Whether nothing but a line's or sentence's start comes before the core."""
        before = self.flat[: self.core_start].rstrip(" ")[-1:]
        return before in ("", "\n", "(", ".", "!", "?", ":", "-", "\u2014", "«", '"', "[")

    def tail(self, pattern: str) -> bool:
        """Whether the core has more than its first word, matching ``pattern``."""
        return re.search(pattern, self.core) is not None


def find_dates(text: str) -> list[Span]:
    """Find the time expressions of a French text: disjoint, in order, as long as they can be.

    Offsets count in ``text`` as given; governing words that change the interval ("depuis",
    "d'ici la fin de") are inside the span.
    """
    flat = flatten(text)
    hits: list[_Hit] = []
    end = 0
    for trigger in TRIGGER.finditer(flat):
        start = trigger.start()
        if start >= end and (match := CORE.match(flat, start)):
            hits.append(_hit(match, text, flat, end))
            end = match.end()
    return [Span(start, end, text[start:end]) for start, end in _accepted(hits)]


def _hit(match: re.Match[str], text: str, flat: str, floor: int) -> _Hit:
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
    return _Hit(
        kind, start, core_start, match.end(), match[0], governor, part, determiner, text, flat
    )


def _accepted(hits: list[_Hit]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(hits):
        hit = hits[index]
        if index + 1 < len(hits):
            start = _range_start(hit, hits[index + 1])
            if start is not None:
                yield start, hits[index + 1].end
                index += 2
                continue
        if _RULES[hit.kind](hit):
            yield hit.start, hit.end
        index += 1


_JOINABLE = frozenset({"year", "month", "day", "weekday", "quarter", "season", "numeric"})


def _range_start(first: _Hit, second: _Hit) -> int | None:
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
    return first.start if not apart and _RULES[first.kind](first) else None


def _numeric(hit: _Hit) -> bool:
    parts = [int(number) for number in re.split(r"[/.-]", hit.core)]
    day, month = (parts[2], parts[1]) if parts[0] > 31 else (parts[0], parts[1])
    return 1 <= day <= 31 and 1 <= month <= 12


_WITH_MONTH = re.compile(
    r"(?:en |depuis |d[eè]s |d'ici (?:a )?|jusqu'(?:en |a )|avant |apr[eè]s |vers |a partir de "
    r"|a partir d'|a compter d(?:e |')|(?:dans le )?courant .*|au plus t(?:ard|ot) (?:en )?|pour )+"
)


def _month(hit: _Hit) -> bool:
    bare = re.fullmatch(fr.MONTH, hit.core) is not None
    if hit.titled and not hit.part:
        # "Mars 2020" is a rover; months have no capital but where a line begins.
        if bare:
            return hit.core != "mars" and _WITH_MONTH.fullmatch(hit.governor) is not None
        return hit.opening or bool(hit.governor)
    if not bare:
        return "-" not in hit.core or hit.tail(r"\d") or hit.governed
    return bool(hit.part or "mois" in hit.determiner or _WITH_MONTH.fullmatch(hit.governor))


_ONE_OF_MANY = re.compile(r"(?:\b(?:chaque|les?|du|une?|des|aux?|tous|toutes)|l') ?$")


def _weekday(hit: _Hit) -> bool:
    if hit.tail(" "):
        return True
    before = hit.flat[max(0, hit.core_start - 8) : hit.core_start]
    return hit.determiner != "le " and _ONE_OF_MANY.search(before) is None


def _quarter(hit: _Hit) -> bool:
    if hit.tail("estre"):
        return True
    if not (hit.core[0].isdigit() or hit.text[hit.core_start].isupper()):
        return False
    return hit.tail(r"[ -]\d{4}") or bool(hit.part) or hit.governor.endswith("au ")


def _season(hit: _Hit) -> bool:
    dated = hit.tail(r"\d{4}")
    if hit.titled or hit.flat.startswith(" arabe", hit.end):
        return dated and hit.opening
    if hit.determiner in ("cet ", "ce ", "l'"):
        return bool(hit.determiner != "l'" or hit.governed or hit.tail(" "))
    if hit.determiner == "le ":
        return hit.tail(" ") or hit.governed
    if hit.governor.endswith("au ") or hit.part:
        return True
    return dated and (hit.opening or hit.governor.endswith("en "))


def _rentree(hit: _Hit) -> bool:
    named = hit.tail(r"\d{4}|(?:derni[eè]re|prochaine|(?:de |d')[a-z]+)$")
    if hit.determiner == "la ":
        return hit.governed or named
    return named and hit.opening


_WITH_UNIT = re.compile(r"plus t|en cours d'|au cours|courant|durant")


def _unit(hit: _Hit) -> bool:
    if hit.core.startswith("derni"):
        return hit.tail("decennie|trimestre|semestre|exercice")
    if hit.tail(" |-(?:ci|la)$"):
        return hit.determiner != "" or hit.governed or hit.opening
    if hit.core in ("siècle", "siecle"):
        return False
    if _WITH_UNIT.search(hit.governor):
        return True
    if hit.core == "journee":
        return False
    if hit.determiner in ("ce ", "cet ", "cette ") or hit.part:
        return True
    return hit.governor == "dans " and hit.determiner + hit.core in (
        "l'annee",
        "le mois",
        "la semaine",
    )


def _same(hit: _Hit) -> bool:
    return hit.determiner in ("la ", "le ", "ce ")


_WITH_DURATION = re.compile(
    r".*(?:il y a|voici|voila|fait|depuis|dans|d'ici|d'ici a|sous"
    r"|(?:delai|vieux|vieilles?) d[e']) ?$"
)


def _duration(hit: _Hit) -> bool:
    if hit.tail("plus t|auparavant"):
        return True
    if hit.part or hit.determiner not in ("", "les "):
        return False
    if hit.governor.startswith("age"):
        number = read_number(re.sub(r"[^\d]*?(\d+|[a-z-]+) [a-z]+$", r"\1", hit.core))
        return "ans" not in hit.core or (number is not None and number <= _OLDEST_FIRM)
    if hit.determiner:
        return hit.governor == "dans "
    return _WITH_DURATION.match(hit.governor) is not None


def _today(hit: _Hit) -> bool:
    return hit.governed or not hit.flat[: hit.core_start].endswith(("de ", "d'"))


def _eve(hit: _Hit) -> bool:
    return hit.determiner in ("la ", "le ")


def _feast(hit: _Hit) -> bool:
    if not any(c.isupper() for c in hit.text[hit.core_start : hit.end]) and " an" not in hit.core:
        return False
    return hit.governed or hit.tail(r"\d{4}")


_WITH_YEAR = re.compile(
    r"(?:en |depuis |d[eè]s |d'ici (?:a )?|jusqu'en |jusque |a (?:partir|compter|dater) de "
    r"|(?:dans le )?courant (?:de )?|au cours de |(?:a )?(?:l')?horizon (?:de )?"
    r"|(?:pas )?avant |apr[eè]s |au plus t(?:ard|ot) |vers |autour de |aux [a-z]+ de "
    r"|durant |pendant |(?:rien que )?pour |sur (?:l'ensemble de )?)+"
)
_WEAK_WITH_YEAR = re.compile(
    r"(?:pas )?avant |apr[eè]s |vers |autour|aux |pour |sur |durant |pendant "
)


def _year(hit: _Hit) -> bool:
    if COUNTED.match(hit.flat, hit.end):
        return False
    if hit.part:
        return True
    if hit.governor and not hit.determiner and _WITH_YEAR.fullmatch(hit.governor):
        weak = _WEAK_WITH_YEAR.search(hit.governor) is not None
        return not (weak and PLURAL_NOUN.match(hit.flat, hit.end))
    return (
        hit.start == hit.core_start
        and hit.flat[: hit.start].endswith("(")
        and hit.flat.startswith((")", ","), hit.end)
    )


def _always(_hit: _Hit) -> bool:
    return True


_RULES: Mapping[str, Callable[[_Hit], bool]] = {
    "numeric": _numeric,
    "day": _always,
    "month": _month,
    "weekday": _weekday,
    "quarter": _quarter,
    "season": _season,
    "rentree": _rentree,
    "plural": _always,
    "decade": _always,
    "named": _always,
    "unit": _unit,
    "same": _same,
    "duration": _duration,
    "today": _today,
    "eve": _eve,
    "feast": _feast,
    "year": _year,
}
