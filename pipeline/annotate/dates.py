"""Where French time expressions stand in a text: found here, resolved in ``normalise``.

Rare words come first: one regex finds the core of an expression ("2019", "avril", "ans",
"mardi"), a second one reads the governing words to its left ("d'ici la fin de l'"), and
rules by the kind of core decide whether both together tell a time. Most words of a text
are never looked at twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.french import calendar as fr
from pipeline.french.calendar import flatten
from pipeline.types import Span

# Kinds of core, in the order in which they are tried at one place.
_MONTH_YEAR = rf"(?: {fr.YEAR}|{fr.OF_YEAR}| (?:{fr.LAST}|{fr.NEXT})\b)"
_YEAR_TAIL = rf"(?:[ -]?{fr.YEAR}(?:-(?:{fr.YEAR}|\d\d\b))?|{fr.OF_YEAR}| (?:{fr.LAST}|{fr.NEXT})\b)"
_DAYS = rf"(?:{fr.WEEKDAY},? (?:le )?)?{fr.DAY}"
_KINDS: dict[str, str] = {
    "numeric": r"\d\d?/\d\d?/(?:\d{4}|\d\d)\b|\d\d?[.-]\d\d?[.-](?:19|20)\d\d\b"
    r"|(?:19|20)\d\d-\d\d-\d\d\b",
    "day": rf"(?:{_DAYS}(?: {fr.MONTH})?(?: au | et (?:le )?| a |-))?{_DAYS} {fr.MONTH_SHORT}"
    rf"(?![\w-]){_MONTH_YEAR}?{fr.TIME_OF_DAY}?",
    "month": rf"{fr.MONTH}(?:-{fr.MONTH})?\b{_MONTH_YEAR}?|{fr.MONTH_SHORT} {fr.YEAR}",
    "weekday": rf"{fr.WEEKDAY}\b{fr.TIME_OF_DAY}?(?: (?:{fr.LAST}|{fr.NEXT})\b"
    r"| de la semaine (?:derni[eè]re|prochaine))?",
    "quarter": rf"{fr.ORDINAL} (?:trimestre|semestre)\b{_YEAR_TAIL}?"
    rf"|(?:[tq][1-4]|[sh][12]|[1-4]t)(?:[ -]{fr.YEAR}|\b(?![-\w]))",
    "season": rf"{fr.SEASON}\b{_YEAR_TAIL}?",
    "rentree": rf"rentree\b(?: (?:scolaire|universitaire|litteraire|politique|sociale))?"
    rf"(?: (?:de |d'){fr.MONTH})?{_YEAR_TAIL}?",
    "plural": rf"(?:{fr.COUNT})?(?:prochain|dernier)e?s (?:{fr.COUNT})?{fr.PLURAL_UNIT}\b"
    rf"|(?:{fr.COUNT})?{fr.PLURAL_UNIT} (?:a venir|qui viennent|ecoulee?s)\b"
    rf"|{fr.COUNT}(?:premier|dernier)s mois{fr.OF_YEAR}",
    "decade": r"annees (?:(?:19|20)\d0|\d0)\b(?![.,]?\d)|decennie (?:19|20)\d0\b|[ivx]+e si[eè]cle\b",
    "named": rf"(?:exercice|saison)(?: fiscal| comptable)? (?:{fr.YEAR}(?:[-/](?:{fr.YEAR}|\d\d\b))?"
    rf"|clos (?:le |au |en |fin )?(?:{fr.DAY} )?{fr.MONTH} {fr.YEAR})"
    rf"|annee (?:scolaire |universitaire |fiscale )?{fr.YEAR}(?:[-/](?:{fr.YEAR}|\d\d\b))?"
    rf"|an {fr.YEAR}",
    "unit": rf"(?:(?:prochaine?|derni[eè]re?) )?"
    r"(?:an|annee|mois|semaine|week-end|trimestre|semestre|decennie|si[eè]cle|exercice|journee)\b"
    rf"(?:-ci\b|-la\b| (?:{fr.LAST}|{fr.NEXT}|en cours|suivante?|precedente?)\b)?",
    "same": r"meme (?:annee|mois|semaine|jour|trimestre|periode)\b",
    "duration": rf"{fr.DURATION}(?: (?:plus (?:tot|tard)|auparavant)\b)?",
    "today": rf"(?:avant-hier|hier|aujourd'hui|apr[eè]s-demain|demain){fr.TIME_OF_DAY}?(?![\w-])"
    r"|ce (?:matin|soir|midi)\b|cet apr[eè]s-midi\b|cette nuit\b",
    "eve": r"(?:sur)?lendemain\b(?! d)|(?:avant-)?veille\b(?= au soir|[,.;:)]|$)",
    "feast": rf"{fr.FEASTS}\b{_YEAR_TAIL}?",
    "year": rf"{fr.YEAR}(?: ?[-/] ?{fr.YEAR}|/\d\d\b)?(?![\w-])",
}
_CORE = re.compile(
    r"(?<![\w.-])(?:" + "|".join(f"(?P<{kind}>{rule})" for kind, rule in _KINDS.items()) + ")"
)

_OF = r"(?:de |du |d'|des )"
_GOVERNOR = (
    rf"(?:d'ici (?:a )?|depuis |jusqu'(?:aux? |en |a )|jusque |(?:pas )?avant |apr[eè]s |d[eè]s "
    rf"|au plus t(?:ard|ot) |a (?:partir|compter|dater) {_OF}|vers |autour {_OF}"
    rf"|aux (?:alentours|environs) {_OF}|(?:a )?(?:l')?horizon (?:de )?"
    rf"|(?:(?:un peu|bien) )?plus t(?:ard|ot) |(?:dans le )?courant {_OF}?|au cours {_OF}"
    rf"|en cours d'|durant |pendant |lors {_OF}|dans |(?:rien que )?pour |sur |entre |sous "
    r"|il y a |voici |voila |(?:cela|ca) fait |agee?s? d[e'] ?|vie(?:ux|illes?) d[e'] ?"
    r"|(?:dans )?(?:la )?nuit (?=d)|un delai d[e'] ?|en |aux? |a )"
)
_PART = (
    rf"(?:(?:la |le )?(?:toute |tout )?(?:(?:debut|fin|milieu) {_OF}?|mi[- ])"
    rf"|(?:la |le )?(?:premi[eè]re|seconde|deuxi[eè]me) (?:moitie|quinzaine) {_OF}"
    r"|(?:la )?semaine du )"
)
_DETERMINER = r"(?:(?:le )?mois (?:de |d')|l'|les? |la |cet(?:te)? |ces? |nos |de |du |d')"
_LEFT = re.compile(rf"(?<![\w-])({_GOVERNOR}{{0,2}})({_PART}?)({_DETERMINER}?)$")
_REACH = 60
"""Characters before a core within which its governing words stand."""

_CLOCKED = re.compile(r"(?:matin|soir|apr[eè]s-midi|midi|nuit|derni|prochain)")
_COUNTED = re.compile(r" ?(?:€|\$|%|(?!dans\b|sous|mais|puis|depuis|plus|moins|sans|tous|alors|apr"
                      r"|chez|vers|les\b|des\b|ses\b|ces\b|nos\b|leurs\b|lors\b)[a-z]{3,}[sx]\b"
                      r"|euros?\b|dollars?\b|m2|km)")
_AND = re.compile(r"(?: et | ou | a | au | puis |-| - | jusqu'(?:a|au|en) )(?:en |le |la |l')?")
_LONE_BEFORE = re.compile(r"(?:\b(?:chaque|le|les|du|un|des|aux?|tous|toutes)|\w') $")
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
    def left(self) -> str:
        return self.flat[self.start : self.core_start]

    @property
    def capital(self) -> bool:
        word = self.text[self.core_start : self.core_start + 2]
        return word[:1].isupper() and not word[1:].isupper()


def find_dates(text: str) -> list[Span]:
    """Find the time expressions of a French text: disjoint, in order, as long as they can be.

    Offsets count in ``text`` as given; governing words that change the interval ("depuis",
    "d'ici la fin de") are inside the span.
    """
    flat = flatten(text)
    hits: list[_Hit] = []
    position = 0
    while match := _CORE.search(flat, position):
        position = match.end()
        hit = _hit(match, text, flat, hits[-1].end if hits else 0)
        hits.append(hit)
    return [Span(start, end, text[start:end]) for start, end in _accepted(hits, flat)]


def _hit(match: re.Match[str], text: str, flat: str, floor: int) -> _Hit:
    start = match.start()
    reach = max(floor, start - _REACH)
    left = _LEFT.search(flat[reach:start])
    governor, part, determiner = left.groups() if left else ("", "", "")
    begin = start - len(governor) - len(part) - len(determiner)
    # "Il a mardi annoncé": the verb is no preposition.
    if governor.startswith("a ") and text[begin] == "a":
        begin, governor = begin + 2, governor[2:]
    # A bare "de" or "du" belongs to the noun before ("la présidentielle d'avril").
    if not governor and not part and determiner in ("de ", "du ", "d'"):
        begin, determiner = start, ""
    return _Hit(
        str(match.lastgroup), begin, start, match.end(), match[0], governor, part, determiner,
        text, flat,
    )
