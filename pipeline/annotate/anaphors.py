"""Words that refer without naming, as units: pronouns, "ce dernier", "le chercheur", "la ville".

Nouns of organisations ("l'entreprise") are found by :mod:`pipeline.annotate.units`, since they
may also be part of a name's phrase; what is found here never is. Antecedents are a matter of
:mod:`pipeline.annotate.discourse`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.clues import ACTIONS, impersonal
from pipeline.french.typography import key
from pipeline.french.words import PERSON_NOUNS, PLACE_NOUNS
from pipeline.lexicon import Lexicon
from pipeline.types import Span, Unit, UnitKind

_PRONOUNS = frozenset(["il", "elle", "ils", "elles"])
_THESE = frozenset(["celle-ci", "celui-ci", "ceux-ci", "celles-ci"])
_LAST = frozenset(["dernier", "dernière", "derniers", "dernières"])
_TIMES = frozenset(["mois", "jours", "temps", "semaines", "années", "mandat", "trimestre", "an"])
_OF = frozenset(["de", "d'", "du", "des"])
#: Plural nouns that "les deux" or "ces" makes an anaphor of two organisations.
PAIR_NOUNS = frozenset(
    """entreprises sociétés groupes firmes partenaires start-up startups pousses acteurs géants
    opérateurs éditeurs constructeurs banques compagnies maisons associations fonds investisseurs
    actionnaires concurrents rivaux alliés structures enseignes marques industriels parties
    protagonistes entités""".split()
)
#: Nouns for organisations besides ``ORG_NOUNS``, and what they can refer to.
MORE_ORG_NOUNS: dict[str, str] = dict.fromkeys(
    """vendeur roboticien acquéreur repreneur énergéticien voyagiste motoriste sidérurgiste chimiste
    pétrolier gazier électricien câblier armateur bancassureur cimentier spin-off autopartageur
    satellitier brasseur publicitaire semencier lunetier aciériste plasturgiste
    transitaire cybersécuriste mutualiste revendeur grossiste""".split(),
    "company",
) | dict.fromkeys(["régulateur", "gendarme", "superviseur"], "public")
_COUNTS = frozenset(["deux", "trois", "quatre"])
_ARTICLES = frozenset(["le", "la", "l'", "ce", "cet", "cette"])
_CONTRACTED = frozenset(["du", "au"])
_FEMININE = frozenset(["la", "cette"])
_PRE_ADJECTIVES = frozenset(
    """nouveau nouvel nouvelle jeune petit petite grand grande ancien ancienne""".split()
)
#: What may follow "le premier", "la seconde" where they stand for somebody.
_VERBS = frozenset(", a est était avait sera aura doit va vient ont reste n' ne s' se".split())
#: What may follow "le taïwanais", "l'américain" where they stand for a company.
_AFTER_ORIGIN = _VERBS | frozenset(
    """qui dont et pour à en au aux par dans avec sur . ; : » peut veut devrait pourrait entend
    ouvre compte prévoit""".split()
)
#: Before an adjective of nationality, these make it a language.
_LANGUAGE = frozenset("en parle parler traduit traduire vers cours".split())
#: Words that an anaphor begins with or has its head at; any other may follow "du" and "au".
_TRIGGERS = (
    _PRONOUNS
    | _THESE
    | PERSON_NOUNS
    | PLACE_NOUNS
    | MORE_ORG_NOUNS.keys()
    | frozenset("ce cet cette ces le la l' les start".split())
)


def find_anaphor(
    text: str, units: Sequence[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> tuple[Unit, int] | None:
    """Return the anaphor that begins or has its head at ``i``, and how many units it takes.

    ``out`` holds the units before; a determiner that belongs to the anaphor is taken from it.
    """
    unit = units[i]
    form = unit.form
    if form not in _TRIGGERS and (i == 0 or units[i - 1].form not in _CONTRACTED):
        return None
    nxt = units[i + 1] if i + 1 < len(units) else None
    if form in _PRONOUNS:
        if form == "il" and impersonal(units, i):
            return None
        gender = "f" if form.startswith("elle") else "m"
        return _unit(text, [unit], form, "q", gender, form.endswith("s")), 1
    if form in _THESE:
        gender = "f" if form.startswith("celle") else "m"
        return _unit(text, [unit], form, "a", gender, form in ("ceux-ci", "celles-ci")), 1
    if form in ("ce", "cette", "ces") and nxt is not None and nxt.form in _LAST:
        after = units[i + 2].form if i + 2 < len(units) else ""
        if after not in _TIMES:
            gender = "f" if nxt.form.startswith("dernière") else "m"
            return _unit(text, [unit, nxt], "dernier", "a", gender, form == "ces"), 2
    found = (
        _noun(text, units, i, out, lexicon)
        or _ordinal(text, units, i)
        or _pair(text, units, i)
        or _origin(text, units, i, lexicon)
    )
    if found is not None or not out or out[-1].kind != "w":
        return found
    if form in PERSON_NOUNS:
        return _person(text, units, i, out)
    if form in PLACE_NOUNS and out[-1].form in _ARTICLES | _CONTRACTED:
        # "la capitale belge" is found as a paraphrase elsewhere; here the bare anaphor
        if nxt is not None and (nxt.form in _OF or nxt.kind == "L" or _adjective(nxt, lexicon)):
            return None
        start = [out.pop()] if out[-1].form not in _CONTRACTED else []
        return _unit(text, [*start, unit], form, "l", ""), 1
    return None


def _unit(
    text: str,
    parts: Sequence[Unit],
    form: str,
    kind: UnitKind,
    gender: str,
    plural: bool = False,
    demonym: Span | None = None,
) -> Unit:
    start, end = parts[0].start, parts[-1].end
    return Unit(
        start, end, text[start:end], form, kind, gender=gender, plural=plural, demonym=demonym
    )  # fmt: skip


def _noun(
    text: str, units: Sequence[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> tuple[Unit, int] | None:
    """ "Le régulateur", "le roboticien strasbourgeois", "cette start up française"."""
    form, end = units[i].form, i + 1
    if form == "start" and end < len(units) and units[end].form == "up":
        form, end = "start-up", end + 1
    elif form not in MORE_ORG_NOUNS:
        return None
    back = len(out)
    while back and out[back - 1].form in _PRE_ADJECTIVES:
        back -= 1
    determiner = out[back - 1].form if back else ""
    if determiner not in _ARTICLES | _CONTRACTED:
        return None
    demonym = None
    while end < len(units) and _adjective(units[end], lexicon):
        demonym = Span(units[end].start, units[end].end, units[end].text)
        end += 1
    ahead = units[end : end + 3]
    if ahead and (
        ahead[0].kind in ("O", "P", "X")
        or (ahead[0].form in _OF and any(u.kind == "O" for u in ahead))
    ):
        return None  # part of a name's phrase, or a relation: "le vendeur de X"
    # "du" and "au" hold the preposition, which stays
    first = back if determiner in _CONTRACTED else back - 1
    parts = [*out[first:], *units[i:end]]
    del out[first:]
    gender = "f" if determiner in _FEMININE or form == "start-up" else "m"
    return _unit(text, parts, form, "o", gender, demonym=demonym), end - i


def _ordinal(text: str, units: Sequence[Unit], i: int) -> tuple[Unit, int] | None:
    """ "Le premier prendra …", "la seconde, entrée en 2017, …": one of two."""
    if units[i].form not in ("le", "la") or i + 2 >= len(units):
        return None
    word, after = units[i + 1].form, units[i + 2]
    if word not in ("premier", "première", "second", "seconde") or after.kind not in ("w", "p"):
        return None
    if after.form not in _VERBS | ACTIONS and not after.form.endswith(("ra", "ait")):
        return None
    form = "premier" if word.startswith("premi") else "second"
    gender = "f" if units[i].form == "la" else "m"
    return _unit(text, units[i : i + 2], form, "a", gender), 2


def _pair(text: str, units: Sequence[Unit], i: int) -> tuple[Unit, int] | None:
    """ "Les deux entreprises", "ces actionnaires": organisations named before."""
    if units[i].form not in ("les", "ces"):
        return None
    j = i + 1
    while j < len(units) and units[j].form in _COUNTS | {"jeunes"}:
        j += 1
    counted = units[i].form == "ces" or any(u.form in _COUNTS for u in units[i:j])
    if j >= len(units) or units[j].form not in PAIR_NOUNS or not counted:
        return None
    after = units[j + 1] if j + 1 < len(units) else None
    if after is not None and (
        after.form in _OF | {"qui", "que", "qu'", "dont", "où"} or after.kind in ("O", "P", "X")
    ):
        return None
    return _unit(text, units[i : j + 1], units[j].form, "o", "", plural=True), j + 1 - i


def _origin(text: str, units: Sequence[Unit], i: int, lexicon: Lexicon) -> tuple[Unit, int] | None:
    """ "Le taïwanais assemblera …": a company by where it is from; "le Français": somebody."""
    before = units[i - 1].form if i else ""
    contracted = before in _CONTRACTED
    at = i if contracted else i + 1
    if at >= len(units) or not (contracted or units[i].form in _ARTICLES):
        return None
    word, after = units[at], units[at + 1] if at + 1 < len(units) else None
    capital = word.text[:1].isupper()
    feminine = not contracted and units[i].form in _FEMININE
    if capital:
        k = key(word.text)
        if word.kind not in ("w", "X") or not (k in lexicon.nationalities or k in lexicon.demonyms):
            return None
    elif not _adjective(word, lexicon) or feminine or _PLURAL.search(word.form):
        return None
    if after is not None and (
        after.kind not in ("w", "p")
        or (after.form not in _AFTER_ORIGIN | ACTIONS and not after.form.endswith(("ra", "ait")))
    ):
        return None
    if before in _LANGUAGE or (contracted and i > 1 and units[i - 2].form in _LANGUAGE):
        return None
    demonym = Span(word.start, word.end, word.text)
    kind: UnitKind = "a" if capital else "o"
    gender = "f" if feminine else "m"
    parts = units[i : at + 1]
    return _unit(text, parts, word.text.lower(), kind, gender, demonym=demonym), len(parts)


#: "bretons", not "français".
_PLURAL = re.compile(r"(?<!ai)(?<!oi)s$")


def _adjective(unit: Unit, lexicon: Lexicon) -> bool:
    if unit.kind != "w" or len(unit.form) < 4:
        return False
    k = key(unit.form)
    return k in lexicon.demonyms or k in lexicon.nationalities


def _person(text: str, units: Sequence[Unit], i: int, out: list[Unit]) -> tuple[Unit, int] | None:
    """ "Le milliardaire", "cet énarque", "l'intéressée"."""
    unit = units[i]
    nxt = units[i + 1] if i + 1 < len(units) else None
    back = len(out)
    while back and out[back - 1].form in _PRE_ADJECTIVES:
        back -= 1
    determiner = out[back - 1].form if back else ""
    if determiner not in _ARTICLES or (nxt is not None and nxt.kind in ("P", "O")):
        return None
    these = determiner in ("cet", "cette", "ce")
    aged = [u.form for u in units[i + 3 : i + 4]] == ["ans"]  # "l'informaticien de 28 ans"
    if nxt is not None and nxt.form in _OF and not (these or aged):
        return None
    if determiner == "l'":
        gender = "f" if unit.form.endswith(("ée", "euse", "trice")) else ""
    else:
        gender = "f" if determiner in _FEMININE else "m"
    parts = [*out[back - 1 :], unit]
    del out[back - 1 :]
    return _unit(text, parts, unit.form, "a", gender), 1
