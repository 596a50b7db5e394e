"""How far a function goes: "directeur | des opérations et du réseau | chez X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.french.typography import key
from pipeline.french.words import (
    FUNCTION_WORDS,
    ORG_NOUNS,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    ROLE_NOUNS_BLOCK,
)
from pipeline.lexicon import Lexicon
from pipeline.types import Unit

#: Words that a function never ends on.
SMALL = frozenset("de d' du des la l' le les à au aux en et".split())
_ARTICLES = frozenset("la l' le les".split())
_LINKS = frozenset("de du des d' à au aux la l' le les pour".split())
_AT = frozenset("à au aux pour".split())
_AFTER_AUX = frozenset("délégué déléguée relations adjoint adjointe chargé chargée".split())
_ADJECTIVE_ENDINGS = tuple(
    """al ale ales aux ique iques if ive ifs ives aire aires ière ières ier iers iel ielle iels
    ielles ain aine aines ois oise ien ienne iens able ables eur euse ais aise ente eure eures eurs
    aises oises""".split()
)
#: Adjectives that go on with the function of a minister.
_MINISTERIAL = frozenset(
    """auprès français française marocain marocaine belge canadien canadienne québécois québécoise
    fédéral fédérale tunisien sénégalais ivoirien suisse britannique allemand allemande italien
    espagnol luxembourgeois américain""".split()
)
#: Function words that are nouns of functions too: "directrice de l'innovation".
_FUNCTIONAL = frozenset(
    "ia it tech numérique innovation économie finances emploi marchés marché cloud".split()
)
_NO_NOUNS = FUNCTION_WORDS - _FUNCTIONAL
#: Nouns that head the names of bodies besides ``ORG_NOUNS``.
_BODIES = frozenset(
    """communauté syndicat chambre tribunal barreau port parc club ligue ordre cour coopérative
    caisse réseau label musée théâtre festival concours hôpital clinique aéroport conseil comité
    pôle grappe union""".split()
)


def function_end(units: Sequence[Unit], j: int, lexicon: Lexicon, *, minister: bool) -> int:
    """Return the index past the function that goes on at ``j``; small words at its end included.

    ``minister``: departments and nationalities belong to it ("ministre marocain de l'Industrie").
    """
    while j < len(units) and units[j].start - units[j - 1].end <= 2:
        step = _step(units, j, lexicon, minister=minister)
        if not step:
            break
        j += step
    return j


def _step(units: Sequence[Unit], j: int, lexicon: Lexicon, *, minister: bool) -> int:
    """Say how many units from ``j`` on still belong to the function."""
    unit, before = units[j], units[j - 1]
    form = unit.form
    if unit.kind == "L":
        # "directeur général France": a scope without preposition
        return 1 if before.kind != "p" and before.form not in SMALL else 0
    if unit.kind == "X" and minister:
        return 1
    if unit.kind not in ("w", "p") or (form == "est" and unit.text == "est"):
        return 0
    if form in ROLE_ADJECTIVES or form in ("vice", "&", "chargé", "chargée", "délégué", "déléguée"):
        return 1
    nxt = units[j + 1] if j + 1 < len(units) else None
    if nxt is not None:
        if form == "en" and (
            nxt.form in ("chef", "second", "résidence", "charge")
            or (nxt.kind == "w" and len(nxt.text) < 4 and nxt.text.isupper())
        ):
            return 2
        if form == "par" and nxt.form == "intérim":
            return 2
        if form == "/" and nxt.form in ROLE_ADJECTIVES:
            return 1
    if minister and form in _MINISTERIAL:
        return 1
    if (
        form in ("français", "française", "américain", "américaine")
        and before.kind == "w"
        and before.form in ROLE_HEADS | ROLE_ADJECTIVES
    ):
        return 0
    if nxt is not None:
        if form in _LINKS:
            return _complement(units, j, lexicon, minister=minister)
        if form == "et":
            return _coordinated(units, j, minister=minister)
        if form == "," and minister and nxt.form in ("de", "du", "des", "d'", "à", "au", "aux"):
            return 1
    return int(_describes(unit, before, lexicon))


def _describes(unit: Unit, before: Unit, lexicon: Lexicon) -> bool:
    """Say whether ``unit`` is the adjective of the function's noun: "des affaires publiques"."""
    form = unit.form
    return (
        unit.kind == "w"
        and form.endswith(_ADJECTIVE_ENDINGS)
        and before.kind == "w"
        and before.form not in ROLE_HEADS
        and form not in FUNCTION_WORDS
        and unit.text[0].islower()
        and _noun(before)
        and key(form) not in lexicon.demonyms
    )


def _complement(units: Sequence[Unit], j: int, lexicon: Lexicon, *, minister: bool) -> int:
    """Count the units of "de la stratégie", where ``j`` is its first small word; else 0."""
    form, before = units[j].form, units[j - 1].form
    if form in _ARTICLES and before not in ("de", "à", "pour", "et", ","):
        return 0
    if form in _AT and not minister and not (form == "aux" and before in _AFTER_AUX):
        return 0
    k = _past_articles(units, j + 1)
    if k >= len(units):
        return 0
    head = units[k]
    if head.kind == "X" and minister:
        return k - j + 1
    if head.kind == "O" and minister and " " not in head.text and _of_ministry(units, j):
        # "ministre de l'Industrie": the department, taken for a name
        return k - j + 1
    if head.kind == "L":
        return _scope(units, j, k)
    if head.kind != "w":
        return 0
    if units[k - 1].form in ("la", "le", "l'", "du") and key(head.form) in lexicon.demonyms:
        # "PDG de la nantaise Norlys"
        return 0
    if head.form == "cabinet" and form == "de":
        return k - j + 1
    if head.form == "fonds" and units[j - 1].form in ("levée", "levées", "collecte"):
        # "responsable des levées de fonds": money, no house
        return k - j + 1
    if head.form in ROLE_NOUNS_BLOCK or _heads_name(units, k):
        # "directeur de la banque privée" is rare; the organisation itself is the rule
        return 0
    if head.text[:1].isupper() and not minister and not head.text.isupper():
        # "directeur principal des Fonds": capitals inside a function, but not a name's
        functional = head.form in ROLE_ADJECTIVES or form == "des"
        return k - j + 1 if functional else 0
    if _noun(head) or (head.text[:1].isupper() and minister) or head.form in ROLE_HEADS:
        return k - j + 1
    return 0


def _coordinated(units: Sequence[Unit], j: int, *, minister: bool) -> int:
    """Count the units of "et du réseau", "et financier", where ``j`` is the "et"; else 0."""
    nxt, before = units[j + 1], units[j - 1].form
    if nxt.form in _LINKS - {"le", "les", "aux", "pour"}:
        k = _past_articles(units, j + 2)
        if k >= len(units):
            return 0
        head = units[k]
        if head.kind == "L":
            return _scope(units, j, k)
        goes_on = (
            head.kind == "w"
            and head.form not in ROLE_NOUNS_BLOCK
            and (_noun(head) or minister)
            and head.form not in ROLE_HEADS
            and before not in ROLE_HEADS
            and before not in ("général", "générale")
        )
        return k - j + 1 if goes_on else 0
    if (
        nxt.form in ROLE_ADJECTIVES and nxt.form not in ROLE_HEADS and before not in ROLE_HEADS
    ) or (minister and nxt.text[:1].isupper() and nxt.kind == "w"):
        return 2
    return 0


def _past_articles(units: Sequence[Unit], k: int) -> int:
    while k < len(units) and units[k].form in _ARTICLES:
        k += 1
    return k


def _scope(units: Sequence[Unit], j: int, k: int) -> int:
    """Count the units from ``j`` on if the places from ``k`` on are the function's scope.

    "Responsable de l'APAC et de l'Amérique latine chez X".
    """
    end = _places_end(units, k)
    return end - j if end < len(units) and units[end].form in ("chez", "pour") else 0


def _places_end(units: Sequence[Unit], k: int) -> int:
    """Return the index past the coordinated places that start at ``k``."""
    k += 1
    while k < len(units):
        j = k
        while j < len(units) and units[j].form in (
            "et", ",", "de", "d'", "du", "des", "la", "l'", "le", "les",
        ):  # fmt: skip
            j += 1
        if j == k or j >= len(units) or units[j].kind != "L":
            break
        k = j + 1
    return k


def _of_ministry(units: Sequence[Unit], j: int) -> bool:
    """Say whether "ministre" or "secrétaire d'État" opens the function that goes on at ``j``."""
    forms = [u.form for u in units[max(0, j - 6) : j]]
    return any(f in ("ministre", "ministres") for f in forms) or any(
        a == "secrétaire" and b == "d'" for a, b in pairwise(forms)
    )


def _heads_name(units: Sequence[Unit], k: int) -> bool:
    """Say whether the noun at ``k`` belongs to the name behind it.

    "du transporteur breton Kalio", "de la communauté de communes Sud-Estuaire": what
    follows a function is then the organisation, noun included.
    """
    if units[k].form not in ORG_NOUNS and units[k].form not in _BODIES:
        return False
    i = k + 1
    while i + 1 < len(units) and units[i].form in ("de", "d'") and units[i + 1].kind == "w":
        i += 2
    if (
        i < len(units)
        and units[i].kind == "w"
        and units[i].text.islower()
        and units[i].form not in FUNCTION_WORDS
    ):
        i += 1
    return i < len(units) and units[i].kind in ("O", "X", "P")


def _noun(unit: Unit) -> bool:
    """Say whether a word can be the noun of a function ("ventes", "R&D", "stratégie")."""
    form = unit.form
    return (
        unit.kind == "w"
        and len(form) > 1
        and form[0].isalpha()
        and form not in _NO_NOUNS
        and not form.endswith("'")
    )
