"""The row of a sentence: names, amounts and dates as units, everything else as words."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.acts import SAYING
from pipeline.annotate.segment import Token
from pipeline.annotate.units.functions import merge_functions
from pipeline.annotate.units.phrases import merge_phrases
from pipeline.french.words import TITLES
from pipeline.lexicon import Lexicon
from pipeline.types import Mention, Span, Unit, UnitKind

_KIND: dict[str, UnitKind] = {"ORG": "O", "PER": "P", "LOC": "L", "X": "X"}
_MEDIA_WORDS = frozenset(
    """fm tv radio news info infos presse journal magazine gazette tribune times post herald
    télévision hebdo éco eco matin soir écho courrier dépêche nouvelles parisien républicain
    télégramme times week weekly review daily mail chronicle observer guardian""".split()
)
_MEDIA_NOUNS = frozenset("journal quotidien magazine hebdomadaire mensuel chaîne radio".split())


class UnitBuilder:
    """Builds the units of sentences; stateless between documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def build(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[tuple[Mention, str]],
        money: Sequence[Span],
        dates: Sequence[Span],
    ) -> tuple[Unit, ...]:
        """Return the units of one sentence.

        ``names`` are the mentions inside the sentence with their labels (``X`` for
        names that are no entity), ``money`` and ``dates`` spans inside it, all in
        text order and without overlap between kinds (money wins over dates, dates
        lose against names, names inside money are none).
        """
        units = self._merge(text, tokens, names, money, dates)
        units = _titles(text, units)
        units = merge_functions(text, units, self._lexicon)
        return tuple(merge_phrases(text, units, self._lexicon))

    def _merge(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[tuple[Mention, str]],
        money: Sequence[Span],
        dates: Sequence[Span],
    ) -> list[Unit]:
        out: list[Unit] = []
        i, n = 0, len(tokens)
        for start, end, kind, named in _layout(names, money, dates):
            while i < n and tokens[i].end <= start:
                out.append(_word(text, tokens[i]))
                i += 1
            while i < n and tokens[i].start < end:
                i += 1
            words = text[start:end]
            out.append(
                Unit(
                    start,
                    end,
                    words,
                    _last_word(words) if kind == "X" else "",
                    kind,
                    named,
                    org=named if kind == "O" else None,
                    per=named if kind == "P" else None,
                    loc=named if kind == "L" else None,
                    quiet=kind == "O" and named is not None and self._is_medium(named, out),
                )
            )
        out.extend(_word(text, token) for token in tokens[i:])
        return out

    def _is_medium(self, mention: Mention, before: Sequence[Unit]) -> bool:
        """Say whether an organisation is a medium: known as one, or named like one."""
        organisation = self._lexicon.organisation(mention.name)
        if organisation is not None:
            return organisation.kind in ("media", "agency")
        last = mention.text.lower().split()[-1]
        noun = before[-1].form if before else ""
        told = len(before) > 1 and noun in ("à", "au", "aux") and before[-2].form in SAYING
        # "confie à Midi Libre son directeur"
        return told or last in _MEDIA_WORDS or noun in _MEDIA_NOUNS


def _layout(
    names: Sequence[tuple[Mention, str]], money: Sequence[Span], dates: Sequence[Span]
) -> list[tuple[int, int, UnitKind, Mention | None]]:
    """Return the spans that become units of their own, in text order, without overlap."""
    spans: list[tuple[int, int, UnitKind, Mention | None]] = [
        (mention.start, mention.end, _KIND[label], mention)
        for mention, label in names
        # the "M" of "30 M€" is no name
        if not any(m.start <= mention.start and mention.end <= m.end for m in money)
    ]
    if not money and not dates:
        return spans
    taken = [(a, b) for a, b, _, _ in spans]
    kinds: tuple[tuple[UnitKind, Sequence[Span]], ...] = (("M", money), ("D", dates))
    for kind, found in kinds:
        for span in found:
            i = bisect.bisect_left(taken, (span.start, span.start))
            if (i < len(taken) and taken[i][0] < span.end) or (
                i > 0 and taken[i - 1][1] > span.start
            ):
                continue
            spans.append((span.start, span.end, kind, None))
            taken.insert(i, (span.start, span.end))
    spans.sort(key=lambda s: s[0])
    return spans


def _titles(text: str, units: list[Unit]) -> list[Unit]:
    """Merge "M.", "Mme" … into the person that follows."""
    out: list[Unit] = []
    for unit in units:
        if unit.kind == "P" and out and out[-1].form in TITLES and out[-1].kind == "w":
            title = out.pop()
            gender = "f" if title.form.startswith(("mme", "madame", "mlle")) else "m"
            unit = replace(
                unit, start=title.start, text=text[title.start : unit.end], gender=gender
            )
        out.append(unit)
    return out


def _last_word(name: str) -> str:
    """ "Experiences Lab" is a lab: the last word of a product-like name can be its kind."""
    words = name.lower().split()
    return words[-1] if len(words) > 1 else ""


def _word(text: str, token: Token) -> Unit:
    start, end, word = token
    kind: UnitKind = "w" if word[0].isalnum() or word[-1] == "'" else "p"
    return Unit(start, end, text[start:end], word.lower(), kind)
