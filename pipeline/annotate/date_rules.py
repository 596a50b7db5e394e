"""Which cores tell a time together with the words around them: one rule for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.annotate.date_patterns import COUNTED, PLURAL_NOUN
from pipeline.french import calendar as fr
from pipeline.french.numbers import COLLECTIVES, read_number

_OLDEST_FIRM = 15
"""Ages up to here are taken for a company's: above, "âgé de 28 ans" tells of a person."""


@dataclass(frozen=True, slots=True)
class Hit:
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
        before = self.flat[max(0, self.core_start - 8) : self.core_start].rstrip(" ")[-1:]
        return before in ("", "\n", "(", ".", "!", "?", ":", "-", "\u2014", "«", '"', "[")

    def tail(self, pattern: str) -> bool:
        """Whether the core has more than its first word, matching ``pattern``."""
        return re.search(pattern, self.core) is not None


def _numeric(hit: Hit) -> bool:
    parts = [int(number) for number in re.split(r"[/.-]", hit.core)]
    day, month = (parts[2], parts[1]) if parts[0] > 31 else (parts[0], parts[1])
    return 1 <= day <= 31 and 1 <= month <= 12


_WITH_MONTH = re.compile(
    r"(?:en |depuis |d[eè]s |d'ici (?:a )?|jusqu'(?:en |a )|avant |apr[eè]s |vers |a partir de "
    r"|a partir d'|a compter d(?:e |')|(?:dans le )?courant .*|au plus t(?:ard|ot) (?:en )?|pour )+"
)


def _month(hit: Hit) -> bool:
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


def _weekday(hit: Hit) -> bool:
    if hit.tail(" "):
        return True
    before = hit.flat[max(0, hit.core_start - 8) : hit.core_start]
    return hit.determiner != "le " and _ONE_OF_MANY.search(before) is None


def _quarter(hit: Hit) -> bool:
    if hit.tail("estre"):
        return True
    if not (hit.core[0].isdigit() or hit.text[hit.core_start].isupper()):
        return False
    return hit.tail(r"[ -]\d{4}") or bool(hit.part) or hit.governor.endswith("au ")


def _season(hit: Hit) -> bool:
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


def _rentree(hit: Hit) -> bool:
    named = hit.tail(r"\d{4}|(?:derni[eè]re|prochaine|(?:de |d')[a-z]+)$")
    if hit.determiner == "la ":
        return hit.governed or named
    return named and hit.opening


_WITH_UNIT = re.compile(r"plus t|en cours d'|au cours|courant|durant")


def _unit(hit: Hit) -> bool:
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


def _same(hit: Hit) -> bool:
    return hit.determiner in ("la ", "le ", "ce ")


_WITH_DURATION = re.compile(
    r".*(?:il y a|voici|voila|fait|depuis|dans|d'ici|d'ici a|sous"
    r"|(?:delai|vieux|vieilles?) d[e']) ?$"
)


def _duration(hit: Hit) -> bool:
    if hit.tail("plus t|auparavant"):
        return True
    if hit.part or hit.determiner not in ("", "les "):
        return False
    if hit.governor.startswith("age"):
        return _age(hit.core) <= _OLDEST_FIRM
    if hit.determiner:
        return hit.governor == "dans "
    return _WITH_DURATION.match(hit.governor) is not None


def _age(length: str) -> float:
    """The years of "5 ans" or "une dizaine d'années"; 0 for months, infinite if not read."""
    years = re.fullmatch(r"(?:une? )?(.+?)(?: d')? ?(?:ans?|annees)", length)
    if years is None:
        return 0
    number = read_number(years[1])
    return float(COLLECTIVES.get(years[1], number if number is not None else "inf"))


def _today(hit: Hit) -> bool:
    if hit.governor == "a ":  # "À demain !"
        return False
    return hit.governed or not hit.flat.endswith(("de ", "d'"), 0, hit.core_start)


def _eve(hit: Hit) -> bool:
    return hit.determiner in ("la ", "le ")


def _feast(hit: Hit) -> bool:
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


#: "remonte à 1978", "datent de 1983": these verbs make a date of a bare year.
_GOES_BACK = re.compile(r"\b(?:remont\w+ a|dat(?:e|es|ent|er|ait|aient|ant) de) $")


def _year(hit: Hit) -> bool:
    if COUNTED.match(hit.flat, hit.end):
        return False
    if hit.part:
        return True
    if hit.governor and not hit.determiner and _WITH_YEAR.fullmatch(hit.governor):
        weak = _WEAK_WITH_YEAR.search(hit.governor) is not None
        return not (weak and PLURAL_NOUN.match(hit.flat, hit.end))
    if _GOES_BACK.search(hit.flat, max(0, hit.start - 16), hit.core_start):
        return True
    return (
        hit.start == hit.core_start
        and hit.flat.endswith("(", 0, hit.start)
        and hit.flat.startswith((")", ","), hit.end)
    )


def _always(_hit: Hit) -> bool:
    return True


RULES: Mapping[str, Callable[[Hit], bool]] = {
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
