"""A sentence as one string of coded units, on which patterns run as regular expressions.

Each unit becomes one space-terminated code. A word is its form followed by the marks
of the word classes it belongs to: ``ouvre‹opens_office.open›‹opens_office.open:fin› ``.
A phrase is ``#`` + kind + capabilities + index: ``#OG3 `` is the direct organisation at
index 3, ``#qGH5 `` a pronoun that may be an organisation (G) or a person (H).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
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


class Code(NamedTuple):
    """What a unit is coded as: ``head``, for a phrase its index in the sentence, and ``tail``."""

    head: str
    tail: str = ""


class Masked(NamedTuple):
    """``code`` is the coded sentence; ``offsets[i]`` is where unit ``i`` begins in it."""

    code: str
    offsets: tuple[int, ...]

    def unit_at(self, position: int) -> int:
        """Return the index of the unit whose code begins at ``position``."""
        return bisect_left(self.offsets, position)


#: Forms whose codes are remembered: those of ordinary French, some 5 MB; new names come and go.
_REMEMBERED = 20_000


class Masker:
    """Codes sentences; ``marks`` maps a form to the class marks that it bears.

    Remembers the codes of words it has met, as many as ``_REMEMBERED``.
    """

    def __init__(
        self,
        marks: Mapping[str, str],
        nationalities: Mapping[str, str],
        demonyms: Mapping[str, str],
    ) -> None:
        self._marks = marks
        self._nationalities = nationalities
        self._demonyms = demonyms
        self._words: dict[str, Code] = {}

    def codes(self, sentence: Sentence) -> list[Code]:
        """Return the code of each unit."""
        words = self._words
        out: list[Code] = []
        for unit in sentence.units:
            if unit.kind == "w" or unit.kind == "p":
                code = words.get(unit.form)
                if code is None:
                    if len(words) >= _REMEMBERED:
                        words.clear()
                    code = words[unit.form] = self._word(unit.form)
            else:
                code = self._phrase(unit)
            out.append(code)
        return out

    def mask(self, sentence: Sentence) -> Masked:
        """Return the coded sentence."""
        return join(self.codes(sentence))

    def _word(self, unit_form: str) -> Code:
        form = unit_form.replace(" ", "_")
        marks = self._marks.get(form)
        if len(form) > 3 and form[-1] in "esndlc":
            k = key(form)
            if k in self._nationalities:
                marks = (marks or "") + "‹.nat›‹.origin›"
            elif k in self._demonyms:
                marks = (marks or "") + "‹.dem›‹.origin›"
        if marks is None and form.startswith("ré") and form[2:] in self._marks:
            marks = self._marks[form[2:]]
        return Code(f"{form}{marks or ''} ")

    def _phrase(self, unit: Unit) -> Code:
        flags = (
            ("G" if unit.org is not None else "")
            + ("H" if unit.per is not None else "")
            + ("B" if unit.loc is not None else "")
        )
        if unit.kind == "R":
            flags = ""  # "le PDG": its holder is found as a subject, a function stays one
        marks = self._marks.get(unit.form, "") if unit.form else ""
        if unit.kind == "X" and key(unit.text) in self._demonyms:
            # "les Lyonnais de Norlys"
            marks += "‹.dem›"
        if unit.demonym is not None:
            k = key(unit.demonym.text)
            # "la start-up lyonnaise", "l'entreprise de Lyon"; "le géant chinois" is of a country
            business = ORG_NOUNS.get(unit.form) == "company"
            home = k in self._demonyms or (business and unit.demonym.text[:1].isupper())
            marks += "‹.dem›‹.origin›" if home else "‹.nat›"
        if unit.kind == "D" and _DAY.search(unit.text.lower()):
            marks += "‹.day›"
        return Code(f"#{unit.kind}{flags}", f"{marks} ")


def join(codes: Sequence[Code]) -> Masked:
    """Return the codes of a sentence's units as one string."""
    parts: list[str] = []
    offsets: list[int] = []
    position = 0
    for i, (head, tail) in enumerate(codes):
        code = f"{head}{i}{tail}" if tail else head
        offsets.append(position)
        parts.append(code)
        position += len(code)
    return Masked("".join(parts), tuple(offsets))
