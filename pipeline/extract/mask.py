"""A sentence as one string of coded units, on which patterns run as regular expressions.

Each unit becomes one space-terminated code. A word is its form followed by the marks
of the word classes it belongs to: ``ouvre‹opens_office.open›‹opens_office.open:fin› ``.
A phrase is ``#`` + kind + capabilities + index: ``#OG3 `` is the direct organisation at
index 3, ``#qGH5 `` a pronoun that may be an organisation (G) or a person (H).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.french.typography import key
from pipeline.french.words import ORG_NOUNS
from pipeline.types import Sentence, Unit

#: A time as fine as a day or a week: companies are founded in years and months, products
#: and satellites are launched on days.
_DAY = re.compile(
    r"\b(?:\d{1,2}|1er) (?:janv|févr|mars|avr|mai\b|juin|juil|août|sept|oct|nov|déc)|\d/\d|semaine|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd'hui|demain|matin|soir|jour"
)


class Masked(NamedTuple):
    """``code`` is the coded sentence; ``offsets[i]`` is where unit ``i`` begins in it."""

    code: str
    offsets: tuple[int, ...]

    def unit_at(self, position: int) -> int:
        """Return the index of the unit whose code begins at ``position``."""
        low, high = 0, len(self.offsets)
        while low < high:
            mid = (low + high) // 2
            if self.offsets[mid] < position:
                low = mid + 1
            else:
                high = mid
        return low


@dataclass(frozen=True, slots=True)
class Masker:
    """Codes sentences; ``marks`` maps a form to the class marks that it bears."""

    marks: Mapping[str, str]
    nationalities: Mapping[str, str]
    demonyms: Mapping[str, str]

    def mask(self, sentence: Sentence) -> Masked:
        """Return the coded sentence."""
        parts: list[str] = []
        offsets: list[int] = []
        position = 0
        for i, unit in enumerate(sentence.units):
            code = self._code(i, unit)
            offsets.append(position)
            parts.append(code)
            position += len(code)
        return Masked("".join(parts), tuple(offsets))

    def _code(self, i: int, unit: Unit) -> str:
        if unit.kind == "w" or unit.kind == "p":
            form = unit.form.replace(" ", "_")
            marks = self.marks.get(form)
            if len(form) > 3 and form[-1] in "esndlc":
                k = key(form)
                if k in self.nationalities:
                    marks = (marks or "") + "‹.nat›‹.origin›"
                elif k in self.demonyms:
                    marks = (marks or "") + "‹.dem›‹.origin›"
            if marks is None and form.startswith("ré") and form[2:] in self.marks:
                marks = self.marks[form[2:]]
            return f"{form}{marks or ''} "
        flags = (
            ("G" if unit.org is not None else "")
            + ("H" if unit.per is not None else "")
            + ("B" if unit.loc is not None else "")
        )
        if unit.kind == "R":
            flags = ""  # "le PDG": its holder is found as a subject, a function stays one
        marks = self.marks.get(unit.form, "") if unit.form else ""
        if unit.kind == "X" and key(unit.text) in self.demonyms:
            # "les Lyonnais de Norlys"
            marks += "‹.dem›"
        if unit.demonym is not None:
            k = key(unit.demonym.text)
            # "la start-up lyonnaise", "l'entreprise de Lyon"; "le géant chinois" is of a country
            business = ORG_NOUNS.get(unit.form) == "company"
            home = k in self.demonyms or (business and unit.demonym.text[:1].isupper())
            marks += "‹.dem›‹.origin›" if home else "‹.nat›"
        if unit.kind == "D" and _DAY.search(unit.text.lower()):
            marks += "‹.day›"
        return f"#{unit.kind}{flags}{i}{marks} "
