"""Who says it: "selon Les Échos", "d'après l'AFP", "a déclaré OpenAI"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.types import Span, Unit


def attribution(units: Sequence[Unit]) -> Span | None:
    """Return the source that the sentence names for what it says, or None."""
    for i, unit in enumerate(units):
        according = unit.form == "selon" or (
            unit.form == "après" and i and units[i - 1].form == "d'"
        )
        if not according:
            continue
        for follow in units[i + 1 : i + 6]:
            if follow.kind in ("O", "P") and follow.mention is not None:
                return Span(follow.mention.start, follow.mention.end, follow.mention.text)
            if follow.kind in ("o", "q", "a"):
                return Span(follow.start, follow.end, follow.text)
            if follow.kind == "p" and follow.form == ",":
                break
        word = next((u for u in units[i + 1 : i + 4] if u.kind == "w" and len(u.form) > 3), None)
        if word is not None:
            return Span(word.start, word.end, word.text)
    return None
