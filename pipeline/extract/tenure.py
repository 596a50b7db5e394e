"""Whether a function is over, held or yet to come, by the words around it.

A rule says what its construction says (an appointment: incoming); qualifiers beside the
function ("ancien", "futur", "jusqu'ici") and years behind it ("de 2012 à 2017") decide
where the construction is neutral.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.french.words import ROLE_ADJECTIVES
from pipeline.types import Unit

_FORMER = frozenset(
    """ancien ancienne anciens anciennes ex ex- anciennement précédemment auparavant jadis naguère
    autrefois alors époque longtemps feu défunt défunte éphémère historique""".split()
) - {"historique"}  # fmt: skip
_INCOMING = frozenset(
    """nouveau nouvelle nouvel futur future prochain prochaine nouveaux nouvelles futurs
    futures""".split()
)  # fmt: skip
#: "directeur adjoint sortant"
_GOING = re.compile(r"\bsortante?\b")
_PRESENT = frozenset(["actuel", "actuelle"])
_UNTIL = frozenset(["jusqu'", "jusque", "jusque-là", "jusqu'ici", "jusqu'alors"])
_STEP = frozenset(
    """le la l' les un une son sa ses leur leurs notre du de d' tout toute très jeune alors ici là
    encore à présent récemment fonctions poste""".split()
)  # fmt: skip
_WHERE = frozenset(["à", "au", "aux", "en", "pour"])
_AFTER_FORMER = frozenset(["hier", "auparavant", "naguère", "jadis", "autrefois", "précédemment"])
_CLOSED = re.compile(
    r"^(?:de|d'|du|entre) .*(?:19|20)\d\d.*(?:à|au|et) .*(?:19|20)\d\d"
    r"|^jusqu'(?:en|à|au|fin)"
    r"|^(?:19|20)\d\d ?[-à] ?(?:19|20)\d\d",
    re.IGNORECASE,
)
_IN = re.compile(r"^en (?:19|20)\d\d$", re.I)
_SINCE = re.compile(r"^(?:en|dès|depuis) (?:19|20)\d\d$|^il y a \w+ ans|^voici|^voilà", re.I)
#: How participles end that stand behind "aura".
_DONE = ("é", "enu", "cupé", "ercé", "igé")
_ARTICLES = frozenset(["la", "le", "l'", "les"])
_PREFIXES = ("ex-", "Ex-", "ex ", "ancien ", "ancienne ", "Ancien ", "Ancienne ")


def bare(words: str) -> tuple[str, bool]:
    """Return a function's words without "ex-" and "ancien", and whether they were there."""
    for prefix in _PREFIXES:
        if words.startswith(prefix):
            return words[len(prefix) :].lstrip(), True
    return words, False


def words_of(units: Sequence[Unit], i: int) -> str:
    """Return the words of the function at ``i``.

    A verb takes what it is about along ("dirige la communication de X"), and so does a field
    that stands for its function ("à Paul Roux les ressources humaines").
    """
    unit = units[i]
    if unit.kind != "w":
        return unit.text
    j = i + 1
    verb = unit.form not in ROLE_ADJECTIVES and j < len(units)
    if verb and units[j].form in _ARTICLES:
        j += 1
    if verb and (j >= len(units) or units[j].form not in ROLE_ADJECTIVES or j == i + 1):
        return unit.text
    while j < len(units) and units[j].kind == "w" and units[j].form in ROLE_ADJECTIVES:
        j += 1
    row = units[i:j]
    return row[0].text + "".join(" " * (b.start > a.end) + b.text for a, b in pairwise(row))


def status_of(
    units: Sequence[Unit], role: int, end: int, status: str | None, *, past: bool
) -> str | None:
    """Return the status of the function at ``role`` whose phrase ends before ``end``.

    ``status`` is what the construction says; ``past`` whether its verb stands in a past tense.
    """
    if status in ("current", "incoming") and _GOING.search(units[role].text):
        return "outgoing"
    if status == "current":
        return _beside(units, role, end)
    if status == "outgoing" and _long_ago(units, role):
        return "former"
    if status == "incoming" and _looked_back_on(units, role):
        return "former"
    own = units[role - 1].form if role else ""
    if status in ("incoming", "outgoing") and own in _PRESENT:
        return "current"
    if status == "incoming" and (bare(units[role].text)[1] or own in _FORMER):
        # "nomme Paul Roux, ancien directeur de Kalio, …"
        return "former"
    before = {u.form for u in units[:role][-6:]}
    if status == "incoming" and past and before & {"avait", "avaient"}:
        # "avait rejoint X comme directeur": before what is told
        return "former"
    if status == "incoming" and past and _since(units, role, end):
        # "a pris en 2016 la tête de X": told now, held since
        return "current"
    return status


def _beside(units: Sequence[Unit], role: int, end: int) -> str:
    if bare(units[role].text)[1]:
        return "former"
    i = role - 1
    while i >= 0 and role - i <= 5:
        form = units[i].form
        if form in _INCOMING:
            return "incoming"
        if form in _UNTIL or form in _FORMER:
            return "former"
        if form not in _STEP and units[i].kind != "R" and form not in ("et", "&"):
            break
        i -= 1
    while end + 1 < len(units) and units[end].form in _WHERE and units[end + 1].kind in ("L", "l"):
        end += 2
    for unit in units[end : end + 3]:
        if unit.form in _AFTER_FORMER or (unit.kind == "D" and unit.text.lower() in _AFTER_FORMER):
            return "former"
        if unit.kind == "D" and _IN.search(unit.text):
            return "former"
        if unit.kind == "D":
            return "former" if _CLOSED.search(unit.text) else "current"
        if unit.form not in ("(", ",") or unit.form == ",":
            break
    return "current"


def _long_ago(units: Sequence[Unit], role: int) -> bool:
    """Say whether somebody had left before: "depuis qu'il a quitté la présidence"."""
    forms = [u.form for u in units[max(0, role - 8) : role]]
    return any(
        pair in (("depuis", "qu'"), ("depuis", "que"), ("après", "avoir"))
        for pair in pairwise(forms)
    )


def _looked_back_on(units: Sequence[Unit], role: int) -> bool:
    """Say whether a future perfect looks back on a tenure: "n'aura tenu que huit mois le poste"."""
    for i in range(max(0, role - 8), role):
        if units[i].form in ("aura", "auront"):
            after = next((u.form for u in units[i + 1 : i + 4] if u.form.endswith(_DONE)), None)
            return after is not None
    return False


def _since(units: Sequence[Unit], role: int, end: int) -> bool:
    """Say whether a bare year or "depuis …" dates what the match tells."""
    near = units[max(0, role - 8) : end + 3]
    return any(u.kind == "D" and _SINCE.search(u.text) for u in near)


def left_behind(units: Sequence[Unit], person: int, verb: int) -> list[str]:
    """Return the organisations that a clause between a person and its verb says were left.

    "Paul Roux, jusqu'ici PDG de Kalio, prend ses fonctions": not those of Kalio; nor in
    "ancien de Kalio, y prend les commandes".
    """
    if person < 0 or verb <= person:
        return []
    there = any(u.form == "y" for u in units[max(person, verb - 2) : verb])
    out: list[str] = []
    over = there
    for unit in units[person + 1 : verb]:
        over = over or unit.form in _LEFT
        if over and unit.kind == "O" and unit.org is not None:
            out.append(unit.org.name)
    return out


_LEFT = (
    _FORMER
    | _UNTIL
    | frozenset(
        "était fut dirigeait présidait travaillait passé passée venu venue transfuge".split()
    )
)
