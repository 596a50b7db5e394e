"""Evidence of a name alone: what the lexicon knows, and its shape."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from pipeline.annotate.candidates.institutions import heads_institution
from pipeline.french.typography import key
from pipeline.french.words import ORG_SUFFIXES
from pipeline.lexicon import Lexicon

_INITIAL = re.compile(r"^[A-ZÉ]\.$")
_ADDRESS = re.compile(r"\.(com|fr|io|ai|net|org)$", re.I)
#: "S24", "A320": a model, a motorway
_CODE = re.compile(r"[A-Z]{1,2}\d{1,3}$")
_NUMBERED = re.compile(r"\s\d+$")
_BRANCHES = frozenset("europe cloud research france labs studios games ventures capital".split())
_STREETS = frozenset("street road avenue boulevard lane drive".split())
_PLACE_HEADS = frozenset("quartier technopole vallée plaine presqu'île cité".split())
#: How French and Belgian towns are called: "Marcq-en-Barœul", "Le Relecq-Kerhuon".
_TOPONYM = re.compile(
    r"-(?:sur|sous|en|lès|les|lez|aux?|la|le|de|du|des|d'\w+|l'\w+|devant|près)-\w|^Sainte?-|^Mont-|^Ville"
)
_WIDE = frozenset(["country", "continent", "region", "area"])


def prior(k: str, surface: str, lexicon: Lexicon, common: frozenset[str]) -> dict[str, float]:
    """Return label -> evidence of the name ``surface`` with the key ``k``."""
    out: dict[str, float] = defaultdict(float)
    tokens = surface.split()
    _known(k, lexicon, out)
    _person(k, tokens, lexicon, out)
    _shape(surface, tokens, common, out)
    _branch(k, lexicon, out)
    return out


def _known(k: str, lexicon: Lexicon, out: dict[str, float]) -> None:
    if k in lexicon.products:
        out["X"] += 3.5
    if k in lexicon.organisations:
        out["ORG"] += 1.2 if k in lexicon.ambiguous else 3.5
    if k in lexicon.places:
        place = lexicon.places[k][0]
        if place.kind in _WIDE or place.population > 150_000:
            out["LOC"] += 3.0
        else:
            out["LOC"] += 2.0 if place.population > 30_000 else 1.2
        if " " in k:
            out["LOC"] += 1.0  # "Trois-Rivières" is hardly anybody else
    else:
        # The gazetteer is large: what it does not know is seldom a place.
        out["LOC"] -= 1.6 if " " not in k else 0.8


def _person(k: str, tokens: list[str], lexicon: Lexicon, out: dict[str, float]) -> None:
    first = key(tokens[0]) if tokens else ""
    if len(tokens) >= 2 and (k in lexicon.places or (first in lexicon.places and "-" in tokens[0])):
        return  # "Sophia Antipolis", "Saint-Étienne Métropole"
    if len(tokens) >= 2 and (
        first in lexicon.first_names
        or any(p in lexicon.first_names for p in first.split()[:2])
        or _INITIAL.match(tokens[0])
    ):
        out["PER"] += 3.0
    elif len(tokens) == 1:
        # One word is a person only beside a full name or a title.
        out["PER"] += 1.0 if k in lexicon.first_names else -1.0


def _shape(surface: str, tokens: list[str], common: frozenset[str], out: dict[str, float]) -> None:
    if len(tokens) >= 2 and tokens[-1].lower() in ORG_SUFFIXES:
        out["ORG"] += 3.0
    if len(tokens) >= 2 and heads_institution(tokens[0].lower()):
        out["ORG"] += 3.0
    if len(tokens) >= 2 and tokens[-1].lower() in _STREETS:
        out["-"] += 5.0
    if len(tokens) >= 3 and tokens[0].lower() in _PLACE_HEADS and tokens[1][0].islower():
        out["LOC"] += 4.0
    elif len(tokens) == 1 and _TOPONYM.search(surface):
        out["LOC"] += 1.5
    if len(tokens) == 1:
        telling = (
            (surface.isupper() and 2 <= len(surface) <= 6)
            or any(c.isdigit() or (c.isupper() and p != "-") for p, c in pairwise(surface))
            or surface[0].isdigit()
            or _ADDRESS.search(surface)
        )
        out["ORG"] += 1.2 if telling else 0.6
        if surface.lower() in common and (not surface.isupper() or len(surface) > 4):
            out["X"] += 1.6
    elif len(tokens) == 2 and all(
        t[:1].isupper() and t[1:].replace("-", "") and len(t) > 2 and not t.isupper()
        for t in tokens
    ):
        out["PER"] += 0.6 if any(t.lower() in common for t in tokens) else 1.2
    if _NUMBERED.search(surface) or _CODE.match(surface):
        out["X"] += 1.5


def _branch(k: str, lexicon: Lexicon, out: dict[str, float]) -> None:
    """ "Orange Guinée", "Google Cloud": a brand and where, or what, it is there."""
    brand, _, rest = k.partition(" ")
    if not rest or brand not in lexicon.organisations:
        return
    place = lexicon.places[rest][0] if rest in lexicon.places else None
    if rest in _BRANCHES or (place is not None and place.kind != "city"):
        out["ORG"] += 4.0
    elif brand not in lexicon.ambiguous and place is not None:
        out["ORG"] += 3.0
