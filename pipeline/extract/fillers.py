"""What a matched unit gives a slot: one argument, or several of a coordination or a plural."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.french.typography import key
from pipeline.types import Argument, Label, Mention, Span, Unit

#: The indexes of the phrases in a stretch of a coded sentence.
INDEX = re.compile(r"#[a-zA-Z]+?[GHB]*(\d+)")


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot's filler: the unit that was matched and how sure it is."""

    argument: Argument
    unit: int
    doubt: float
    implied: bool = False


def fill(units: Sequence[Unit], i: int, label: Label) -> tuple[Filled, ...]:
    """Turn the unit at ``i`` into arguments; a plural anaphor gives several."""
    unit = units[i]
    mention = {"ORG": unit.org, "PER": unit.per, "LOC": unit.loc}[label]
    if mention is None:
        return ()
    direct = unit.mention is not None
    via = None if direct else Span(unit.start, unit.end, unit.text)
    out = [Filled(_argument(mention, label, via), i, 0.0 if direct else unit.doubt)]
    if label == "PER":
        out.extend(Filled(_argument(m, label, via), i, unit.doubt) for m in unit.others)
    return tuple(out)


def _argument(mention: Mention, label: Label, via: Span | None) -> Argument:
    return Argument(mention.start, mention.end, mention.text, label, mention.name, via)


def origin(table: Mapping[str, str], span: Span, i: int) -> tuple[Filled, ...]:
    """The place that an adjective of origin names, as an argument whose text is the adjective.

    A place itself ("l'entreprise de Lyon") stands for itself.
    """
    name = table.get(key(span.text), span.text if span.text[:1].isupper() else None)
    if name is None:
        return ()
    return (Filled(Argument(span.start, span.end, span.text, "LOC", name), i, 0.0),)


#: Before the wider place of "à Lyon, en France"; cities of a list take "à" or nothing.
_WIDER = frozenset(["en", "au", "aux", "dans"])


#: After a name, these open what a clause without its verb says of it.
_GAPPING = frozenset(["sur", "par", "chez", "avec", "auprès"])
_BRACKETS = re.compile(r"\( [^()]*\) ")


def listed(coded: str, units: Sequence[Unit], label: Label) -> list[int]:
    """Return the units of a coordination; of "en France, à Lyon" only the narrower place."""
    if label == "LOC":
        # "à Chambéry (Savoie)": what stands in brackets says where that is
        coded = _BRACKETS.sub("", coded)
    found = [int(i) for i in INDEX.findall(coded)]
    if label == "ORG" and len(found) > 1 and _gapped(units, *found[-2:]):
        return found[:-1]
    if label != "LOC" or len(found) != 2:
        return found
    first, second = found
    between = [u.form for u in units[first + 1 : second]]
    if not between or between[0] != "," or set(between) & {"et", "ou", "puis", "mais"}:
        return found
    if set(between) & _WIDER:
        return [first]
    before = units[first - 1].form if first else ""
    if before in ("l'", "la", "le", "les") and first > 1:
        before = units[first - 2].form
    return [second] if before in _WIDER and "à" in between else found


def _gapped(units: Sequence[Unit], before: int, last: int) -> bool:
    """Say whether the last item of a list opens a clause without its verb.

    "A met la main sur B, C sur D": C is no second thing that A buys.
    """
    between = {u.form for u in units[before + 1 : last]}
    after = units[last + 1 : last + 4]
    return (
        "," in between
        and "et" not in between
        and len(after) > 1
        and after[0].form in _GAPPING
        and any(u.kind == "O" for u in after[1:])
    )
