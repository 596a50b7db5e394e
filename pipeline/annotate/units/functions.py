"""Functions as units: "directrice générale adjointe", and posts named by a noun."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.units.extent import SMALL, function_end
from pipeline.french.typography import key
from pipeline.french.words import POSTS, ROLE_ADJECTIVES, ROLE_HEADS, ROLE_OPENERS
from pipeline.lexicon import Lexicon
from pipeline.types import Unit

_STARTS = POSTS | ROLE_HEADS | frozenset(ROLE_OPENERS) | {"cadre"}
#: First words of English functions that may be taken for a name.
_ENGLISH_STARTS = ROLE_HEADS | {"senior", "general", "country", "managing", "executive", "vice"}
#: English heads that a scope follows: "VP People", "Head of Growth".
_WITH_SCOPE = frozenset(["vp", "svp", "evp", "head"])
_OF_STATE = frozenset("secrétaire chef cheffe ministre conseiller conseillère".split())
_MINISTER = frozenset(
    "ministre ministres secrétaire commissaire haut-commissaire premier première".split()
)
#: Whom a "membre" must be a member of to hold a function.
_BOARDS = frozenset("conseil comité directoire board comex codir jury direction".split())
#: Adjectives too, and then no function: "l'équipe fondatrice", "la famille dirigeante".
_ADJECTIVAL = frozenset(
    """fondateur fondatrice fondateurs fondatrices dirigeant dirigeante dirigeants associé
    associée""".split()
)
_DESCRIBED = frozenset(
    """équipe équipes père pères mère duo trio tandem couple principe acte texte mythe famille
    classe récit geste cabinet laboratoire pays artiste""".split()
)
#: What leads these leads no organisation.
_RACES = frozenset(
    """course liste série championnat classement peloton gondole cortège tableau ventes""".split()
)
#: Posts that are body parts or things where no "de" or article goes with them.
_FIGURATIVE = frozenset(
    "tête barre manettes rênes commandes gouvernail gouvernes destinées".split()
)
_STEERING = frozenset("comité comités plan schéma schémas idée ligne fil taux principe".split())
_FEMININE = ("trice", "trices", "ente", "onne", "ère", "ée", "cheffe", "euse", "ière")
_MASCULINE = ("teur", "teurs", "ident", "patron", "er", "é")


def merge_functions(text: str, units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return ``units`` with the words of each function merged into one unit (kind R or N)."""
    out: list[Unit] = []
    i, n = 0, len(units)
    while i < n:
        unit = units[i]
        end = _end(units, i, lexicon) if _may_start(unit) else None
        if end is None:
            out.append(unit)
            i += 1
            continue
        start, stop = unit.start, units[end - 1].end
        words = text[start:stop]
        if unit.form in POSTS:
            out.append(Unit(start, stop, words, unit.form, "N"))
        else:
            head = unit.form or words.lower()
            if words.lower().startswith(("secrétaire d'", "premier ministre", "première ministre")):
                head = "ministre"
            plural = unit.form.endswith("s") and not unit.form.endswith(("ss", "bras"))
            gender = _gender(unit.form)
            out.append(Unit(start, stop, words, head, "R", plural=plural, gender=gender))
        i = end
    return out


def _may_start(unit: Unit) -> bool:
    if unit.kind == "w":
        return unit.form in _STARTS or unit.form.startswith("ex-")
    return unit.kind in ("X", "O")


def _end(units: Sequence[Unit], i: int, lexicon: Lexicon) -> int | None:
    """Return the index past the function that starts at ``i``, or None."""
    unit = units[i]
    form = (unit.form or unit.text.lower()).removeprefix("ex-")
    after = units[i + 1].form if i + 1 < len(units) else ""
    n = 1
    if form in POSTS:
        if not _post(units, i):
            return None
    elif form in ROLE_OPENERS and after in ROLE_OPENERS[form]:
        n = 2
    elif form == "cadre" and _manager(units, i):
        pass
    elif form not in ROLE_HEADS:
        if unit.kind == "w" or not _english_name(unit, form, lexicon):
            return None
    elif unit.kind == "O" or _describes(units, i) or _trained(units, i):
        return None
    elif form == "chief" or (form in _WITH_SCOPE and i + 1 < len(units)):
        n = _english(units, i)
    if form in ("membre", "membres") and not _of_board(units, i):
        return None
    if form == "numéro" and n == 1:
        return None
    if form in _OF_STATE and _of_state(units, i + 1):
        n = _of_state(units, i + 1) + 1
    j = function_end(units, i + n, lexicon, minister=form in _MINISTER)
    # Never end on a small word.
    while j > i + 1 and (
        units[j - 1].form in SMALL or units[j - 1].form in (",", "chargé", "chargée")
    ):
        j -= 1
    return j


def _english_name(unit: Unit, form: str, lexicon: Lexicon) -> bool:
    """Say whether what was taken for a name is a function: "Chief Marketing Officer"."""
    words = (unit.text.lower() if unit.kind == "X" else form).split()
    words = [w for w in words if key(w) not in lexicon.places]
    return len(words) >= 2 and words[0] in _ENGLISH_STARTS and words[-1] in ROLE_ADJECTIVES


def _of_board(units: Sequence[Unit], i: int) -> bool:
    """Say whether the "membre" at ``i`` is one of a board, or a founding one."""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if after in ("fondateur", "fondateurs"):
        return True
    if after not in ("du", "de"):
        return False
    k = i + 2
    while k < len(units) and units[k].form in ("la", "l'"):
        k += 1
    return k < len(units) and units[k].form in _BOARDS


def _of_state(units: Sequence[Unit], j: int) -> int:
    """Count the units of "d'État" or "de l'État" from ``j`` on; 0 where they do not stand there."""
    k = j
    if k < len(units) and units[k].form in ("d'", "de"):
        k += 1
        if k < len(units) and units[k].form == "l'":
            k += 1
        if k < len(units) and units[k].text.lower() in ("état", "etat"):
            return k - j + 1
    return 0


def _post(units: Sequence[Unit], i: int) -> bool:
    """Say whether "direction", "tête" … at ``i`` is a post ("prend la tête de") and no body or
    body part.
    """
    form = units[i].form
    before = units[i - 1].form if i else ""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if form == "tête" and any(u.form in _RACES for u in units[i + 2 : i + 3]):
        return False
    if form in ("rédaction", "secrétariat"):
        # "la rédaction en chef", "le secrétariat général"; else a body
        return after in ("en", "général")
    if form in _FIGURATIVE:
        return before in ("la", "les", "aux", "l'", "sa", "ses") or after in (
            "de", "d'", "du", "des",
        )  # fmt: skip
    return before in ("la", "sa", "l'", "une", "cette", "leur")


def _manager(units: Sequence[Unit], i: int) -> bool:
    """Say whether "cadre" is a person: "un ancien cadre de X", "un cadre d'IBM"; not "dans le
    cadre de", "dans un cadre de".
    """
    before = units[i - 1].form if i else ""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if before == "un":
        named = i + 2 < len(units) and units[i + 2].kind == "O"
        return named and after in ("de", "d'", "du", "chez")
    return before in ("ancien", "ancienne", "ex", "ex-", "une", "comme") and after in (
        "de", "d'", "du", "chez",
    )  # fmt: skip


def _describes(units: Sequence[Unit], i: int) -> bool:
    """Say whether "fondatrice" … at ``i`` is the adjective of the noun before it."""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if units[i].form.startswith("associé") and after in ("à", "au", "aux", "avec"):
        return True
    if i > 0 and units[i].form.startswith("direct") and units[i - 1].form in _STEERING:
        return True  # "le comité directeur de Norlys"
    return i > 0 and units[i].form in _ADJECTIVAL and units[i - 1].form in _DESCRIBED


def _trained(units: Sequence[Unit], i: int) -> bool:
    """Say whether a training is told, no function: "ingénieure de formation", "avocat de
    métier".
    """
    after = [u.form for u in units[i + 1 : i + 3]]
    return (
        len(after) == 2 and after[0] == "de" and after[1] in ("formation", "métier", "profession")
    )


def _english(units: Sequence[Unit], i: int) -> int:
    """Count the units of "Chief People Officer", "VP People", "Head of Growth" from ``i`` on."""
    if units[i].form == "chief":
        for n in range(2, 5):
            if i + n < len(units) and units[i + n].form == "officer":
                return n + 1
        return 1
    n = 2 if units[i + 1].form in ("of", "of the") else 1
    nxt = units[i + n] if i + n < len(units) else None
    short = nxt is not None and nxt.kind == "O" and nxt.text.isupper() and len(nxt.text) <= 3
    if nxt is not None and (short or (nxt.kind in ("w", "X") and nxt.text[:1].isupper())):
        return n + 1
    return 1


def _gender(form: str) -> str:
    if form.endswith(_FEMININE):
        return "f"
    return "m" if form.endswith(_MASCULINE) else ""
