"""Where a unit stands in its sentence, told from the row alone: subject, list, quotation."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.clues import SPEECH
from pipeline.french.verbs import analyses
from pipeline.french.words import ORG_NOUNS
from pipeline.types import Mention, Unit

PREPOSITIONS = frozenset(
    """de d' du des chez à au aux avec par pour dans sur en contre entre selon comme depuis via
    sous vers sans après avant auprès""".split()
)
#: After these a clause begins: what stands before them has another verb.
CLAUSE_OPENERS = frozenset(
    """; : que qu' qui dont où mais car puisque « » " lorsque quand tandis""".split()
)
_ARTICLES = frozenset(["la", "l'", "le", "les"])
#: Between a person and the function that an event gives: "a nommé X directeur", "X élu président".
_BECOMES = frozenset(
    """est a été sera nommé nommée élu élue promu promue devient deviendra désigné désignée comme le
    la l' au poste de nouveau nouvelle""".split()
)
_PARTICIPLE = ("é", "ée", "és", "ées", "t", "te", "i", "ie", "is", "ise", "u", "ue")


def is_subject(units: Sequence[Unit], i: int) -> bool:
    """Say whether a name is likely the subject of a clause.

    It stands outside prepositional phrases and lists, first of its kind or right before
    what looks like a verb; or after a verb of speech ("explique X").
    """
    if in_phrase(units, i) or (i and units[i - 1].form == "("):
        return False
    if units[i].kind == "P" and i and units[i - 1].form in SPEECH:
        return True
    if not any(
        u.kind == units[i].kind and not in_phrase(units, j) for j, u in enumerate(units[:i])
    ):
        return True
    after = units[i + 1] if i + 1 < len(units) else None
    before = units[i - 1].form if i else ""
    return (
        after is not None
        and after.kind == "w"
        and after.form not in PREPOSITIONS
        and after.form not in ("et", "ou", "qui", "que", "dont")
        and before in ("que", "qu'", ";", "voici", "et", ":", "où", "»", "dont")
    )


def is_agent(units: Sequence[Unit], i: int) -> bool:
    """Say whether the unit at ``i`` is who does it in a passive: "annoncée par X"."""
    j = _before_article(units, i)
    return j > 0 and units[j].form == "par" and units[j - 1].form.endswith(_PARTICIPLE)


def is_fronted(units: Sequence[Unit], i: int) -> bool:
    """Say whether the sentence opens with what it is about: "Chez X, …", "Du côté de X, …"."""
    opening = [u.form for u in units[:i] if u.form not in _ARTICLES | {"«", "-", "•"}]
    return " ".join(opening) in ("chez", "du côté de", "du côté d'", "quant à", "pour")


def in_phrase(units: Sequence[Unit], i: int) -> bool:
    """Say whether the unit at ``i`` stands right after a preposition."""
    j = _before_article(units, i)
    return j >= 0 and units[j].form in PREPOSITIONS


def _before_article(units: Sequence[Unit], i: int) -> int:
    return i - 2 if i and units[i - 1].form in _ARTICLES else i - 1


def in_list(units: Sequence[Unit], i: int) -> bool:
    """Say whether a name is a member of an enumeration: no singular anaphor means it."""
    kind = units[i].kind
    return (i >= 2 and units[i - 1].form in (",", "et", "ou") and units[i - 2].kind == kind) or (
        i + 2 < len(units) and units[i + 1].form in (",", "et", "ou") and units[i + 2].kind == kind
    )


def clause_subject(units: Sequence[Unit], i: int) -> Mention | None:
    """Return the organisation that is the subject of the clause that the unit at ``i`` is in.

    ``units`` are resolved up to ``i``: a pronoun that is the subject counts for what it means.
    """
    for j in range(i - 1, -1, -1):
        unit = units[j]
        if unit.form in CLAUSE_OPENERS:
            return None
        if unit.kind == "O" and not in_phrase(units, j):
            return unit.mention
        if unit.kind in ("o", "q", "P", "a"):
            return unit.org if unit.per is None else None
    return None


def quoted(units: Sequence[Unit]) -> list[bool]:
    """Return for each unit whether it stands between quotation marks."""
    marks = [u.form for u in units if u.form in ("«", "»")]
    # a sentence inside a longer quotation closes it without opening it
    inside = marks[:1] == ["»"]
    out: list[bool] = []
    for unit in units:
        if unit.form == "«" or (unit.form == '"' and not inside):
            inside = True
        elif unit.form in ("»", '"'):
            inside = False
        out.append(inside)
    return out


def speaks(units: Sequence[Unit], i: int) -> bool:
    """Say whether the person at ``i`` is quoted: "explique X", "selon X", "X a déclaré"."""
    for unit in reversed(units[max(0, i - 5) : i]):
        if unit.form in SPEECH or unit.form == "selon":
            return True
        if unit.kind not in ("R", "O", "o") and unit.form not in _BESIDE_SPEAKER:
            break
    return any(u.form in SPEECH for u in units[i + 1 : i + 4] if u.kind == "w")


_BESIDE_SPEAKER = frozenset(["son", "sa", "le", "la", "l'", ",", "de", "d'", "du"])


def nouns_of(units: Sequence[Unit], i: int) -> frozenset[str]:
    """Return the nouns that the text applies to the organisation at ``i``."""
    unit = units[i]
    found = {unit.form} if unit.form else set()
    if i + 1 < len(units) and units[i + 1].form in (",", "("):
        for follow in units[i + 2 : i + 6]:
            if follow.form in ORG_NOUNS:
                found.add(follow.form)
                break
            if follow.kind == "p":
                break
    return frozenset(found)


def roles_of(units: Sequence[Unit], i: int) -> frozenset[str]:
    """Return the functions beside the person at ``i``: before, after, or apposed.

    Each by its head and by its first two words.
    """
    found: set[str] = set()
    apposed = units[i + 1].form in (",", "(") if i + 1 < len(units) else False
    for k, unit in enumerate(units[i + 1 : i + 12] if apposed else ()):
        if unit.kind == "P" or (k and unit.form in (")", ";")):
            break
        if unit.kind == "R":
            found |= _role(unit)
    for unit in units[i + 1 : i + 6]:
        if unit.kind == "R":
            found |= _role(unit)
        if unit.form not in _BECOMES:
            break
    for unit in reversed(units[max(0, i - 6) : i]):
        if unit.kind == "R":
            found |= _role(unit)
            break
        if unit.kind not in ("w", "O", "o", "L") and unit.form != ",":
            break
    return frozenset(found)


def _role(unit: Unit) -> set[str]:
    return {unit.form, " ".join(unit.text.lower().split()[:2])}


_FORMER = frozenset("ancien ancienne anciens anciennes ex-".split())
_THROUGH = frozenset("par de d' du chez".split())
_CAME = frozenset(
    "passé passée passés venu venue transfuge issu issue débauché débauchée parti partie".split()
)


def in_past(units: Sequence[Unit], i: int) -> bool:
    """Say whether the organisation at ``i`` is what somebody did before: "ancien PDG de X"."""
    k = i - 1
    while k >= 0 and i - k < 4 and units[k].kind == "w" and units[k].form in _THROUGH | {"la"}:
        k -= 1
    if k < 0 or k == i - 1:
        return k >= 0 and units[k].form in _FORMER
    if units[k].form in _CAME:
        return True
    return units[k].kind == "R" and (
        (k > 0 and units[k - 1].form in _FORMER) or units[k].text.lower().startswith("ex-")
    )


_BUYING = frozenset(
    analyses(tuple("racheter acquérir avaler absorber croquer offrir reprendre intégrer".split()))
)
_PASSIVE = frozenset("été est sera par".split())
_PURCHASE = frozenset("rachat acquisition reprise absorption".split())


def acquired(units: Sequence[Unit]) -> Mention | None:
    """Return the company that a sentence tells bought: "X rachète Y", "le rachat de Y par X"."""
    for i, unit in enumerate(units):
        noun = unit.form in _PURCHASE or unit.form == "main"
        if noun:
            if units[i + 1 : i + 2] and units[i + 1].form not in ("de", "d'", "sur", "du"):
                continue
        elif unit.kind != "w" or unit.form not in _BUYING:
            continue
        elif any(u.form in _PASSIVE for u in units[max(0, i - 2) : i + 2]):
            subject = next((u for u in reversed(units[:i]) if u.kind == "O"), None)
            if subject is not None:
                return subject.org
            continue
        found = next((u for u in units[i + 1 : i + 5] if u.kind == "O"), None)
        if found is not None:
            return found.org
    return None
