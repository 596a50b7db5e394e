"""Organisations with their nouns: "la start-up lyonnaise X", and "l'entreprise" for whom it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.anaphors import find_anaphor
from pipeline.annotate.units.extent import SMALL
from pipeline.french.typography import key
from pipeline.french.words import FEMININE_ORG_NOUNS, FUNCTION_WORDS, ORG_NOUNS, PLACE_NOUNS
from pipeline.lexicon import Lexicon
from pipeline.types import Span, Unit

_DEFINITE = frozenset("le la l' les ce cet cette ces notre".split())
_INDEFINITE = frozenset(["un", "une"])
_PREP_DEF = frozenset("du au des aux".split())
_PLURAL = frozenset("les ces des aux".split())
_ADJECTIVES = frozenset(
    """jeune jeunes petite petit grande grand nouvelle nouveau célèbre ancienne ancien ex- future
    futur autre géante vieille vieux discrète discret propre même seconde première""".split()
)
#: A name behind one of these is another organisation than the noun's.
_APART = frozenset("de d' du des chez à par avec et ou comme pour sur que qu' aux au".split())
_INSIDE = frozenset("de d' du des en la l' le les et à pour".split())
_VERBAL = frozenset("qui que a est".split())
_AWAY = frozenset("dans à vers depuis quitte quitter".split())
#: "du site", "au leader": things as often as somebody.
_THINGS = frozenset(
    """site application moteur structure plateforme plate-forme portail maison filiale branche
    division leader créateur agence établissement organisation titre chaîne journal laboratoire
    marque messagerie ville région département pays marché autorité métropole commission collectif
    développeur investisseur spécialiste pionnier acteur concepteur inventeur exploitant industriel
    producteur fournisseur concurrent rival""".split()
)
#: Words between a noun and its name at most, and units.
_WORDS, _REACH = 6, 9


def merge_phrases(text: str, units: list[Unit], lexicon: Lexicon) -> list[Unit]:
    """Return ``units`` with the phrases of organisations merged and all anaphors found."""
    out: list[Unit] = []
    i, n = 0, len(units)
    while i < n:
        unit = units[i]
        if unit.kind == "w":
            found = _phrase(text, units, i, out, lexicon)
            if found is not None:
                out.append(found[0])
                i += found[1]
                continue
        out.append(unit)
        i += 1
    return out


def _phrase(
    text: str, units: list[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> tuple[Unit, int] | None:
    """Return the unit made of the word at ``i`` with its neighbours, and how many it takes.

    What belongs to it of the units before is taken from ``out``.
    """
    named = _by_nation(text, units, i, out, lexicon)
    if named is not None:
        return named, 2
    form = units[i].form
    # "pousse" is a noun in "jeune pousse" alone
    if (
        form in ORG_NOUNS
        and (form != "pousse" or (i > 0 and units[i - 1].form == "jeune"))
        and not _whereabouts(units, i)
    ):
        found = _named(text, units, i, out, lexicon) or _unnamed(text, units, i, out, lexicon)
        if found is not None:
            return found
    return find_anaphor(text, units, i, out, lexicon)


def _by_nation(
    text: str, units: list[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> Unit | None:
    """Merge "l'américain Norlys": the adjective stands for the noun, the article goes with it."""
    unit = units[i]
    if i + 1 >= len(units) or units[i + 1].kind != "O" or not out:
        return None
    article = out[-1].form
    if article not in ("le", "la", "l'", "du", "au") or unit.form.endswith("s"):
        return None
    if key(unit.form) not in lexicon.nationalities:
        return None
    # "du" and "au" hold the preposition, which stays
    start = unit.start if article in ("du", "au") else out.pop().start
    return replace(
        units[i + 1],
        start=start,
        text=text[start : units[i + 1].end],
        demonym=Span(unit.start, unit.end, unit.text),
    )


def _whereabouts(units: Sequence[Unit], i: int) -> bool:
    """Say whether "un laboratoire dans la métropole" tells where, not who."""
    return (
        i >= 2
        and units[i].form in PLACE_NOUNS
        and units[i - 1].form in ("la", "le", "l'", "cette", "ce")
        and units[i - 2].form in _AWAY
    )


def _opening(out: Sequence[Unit]) -> tuple[int, str]:
    """Return where in ``out`` the adjectives before a noun begin, and the determiner before."""
    back = len(out)
    while back and out[back - 1].kind == "w" and out[back - 1].form in _ADJECTIVES:
        back -= 1
    return back, out[back - 1].form if back and out[back - 1].kind == "w" else ""


def _named(
    text: str, units: list[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> tuple[Unit, int] | None:
    """Merge "la start-up lyonnaise spécialisée dans le don X" with all that is between."""
    demonym: Span | None = None
    steps = 0
    for j in range(i + 1, min(len(units), i + _REACH)):
        unit = units[j]
        if unit.kind == "O":
            if units[j - 1].form in _APART:
                return None
            back, determiner = _opening(out)
            if determiner in _DEFINITE or determiner in _INDEFINITE:
                back -= 1
            head = units[i]
            start = out[back].start if back < len(out) else head.start
            del out[back:]
            return replace(
                unit,
                start=start,
                text=text[start : unit.end],
                form=head.form,
                demonym=demonym,
                gender=_gender(head.form),
            ), j - i + 1
        if unit.kind == "w":
            k = key(unit.form)
            if k in lexicon.demonyms:
                demonym = Span(unit.start, unit.end, unit.text)
            elif k not in lexicon.nationalities:
                if not _between(unit):
                    return None
                steps += 1
        elif not (
            (unit.kind == "X" and units[j - 1].form not in SMALL)
            or (unit.kind == "L" and units[j - 1].form in ("de", "d'", "du", "à"))
            or (unit.kind == "p" and unit.form in ('"', "«", "»"))
        ):
            return None
        if steps > _WORDS:
            return None
    return None


def _between(unit: Unit) -> bool:
    """Say whether a word may stand between a noun and its name."""
    form = unit.form
    if form in _VERBAL:
        return False
    return form in _INSIDE or (
        form not in FUNCTION_WORDS
        and unit.text[0].islower()
        and form[0].isalpha()
        and not form.endswith("'")
    )


def _unnamed(
    text: str, units: list[Unit], i: int, out: list[Unit], lexicon: Lexicon
) -> tuple[Unit, int] | None:
    """Make an anaphor of "l'entreprise lyonnaise", "le groupe de Lyon"."""
    form = units[i].form
    back, determiner = _opening(out)
    if (
        (determiner not in _DEFINITE and determiner not in _PREP_DEF)
        or determiner in _PLURAL
        or form in ("entreprises", "sociétés")
        or form in PLACE_NOUNS  # "la métropole" bare is a place
        or (form in _THINGS and determiner in _PREP_DEF)
    ):
        return None
    end = i + 1
    demonym: Span | None = None
    while end < len(units) and units[end].kind == "w" and _origin(units[end].form, lexicon):
        demonym = Span(units[end].start, units[end].end, units[end].text)
        end += 1
    if (
        end + 1 < len(units)
        and units[end].form in ("de", "d'", "du")
        and units[end + 1].kind == "L"
    ):
        place = units[end + 1]
        demonym = Span(place.start, place.end, place.text)
        end += 2
    if (
        end + 1 < len(units)
        and units[end].form in ("de", "d'", "du", "des")
        and units[end + 1].kind in ("O", "o")
    ):
        return None  # "la filiale de X": relational
    # "du" and "au" hold the preposition, which stays; what complements the noun
    # ("le spécialiste de la cybersécurité") is left out of the unit
    if determiner in _DEFINITE:
        back -= 1
    start = out[back].start if back < len(out) else units[i].start
    del out[back:]
    stop = units[end - 1].end
    return Unit(
        start, stop, text[start:stop], form, "o", demonym=demonym, gender=_gender(form)
    ), end - i  # fmt: skip


def _origin(form: str, lexicon: Lexicon) -> bool:
    k = key(form)
    return k in lexicon.demonyms or k in lexicon.nationalities


def _gender(form: str) -> str:
    return "f" if form in FEMININE_ORG_NOUNS else "m"
