"""Which function the words of a text name: a code, and its scope kept apart."""

from __future__ import annotations

import re

from pipeline.french.typography import fold, key, strip_accents
from pipeline.lexicon import Lexicon, RoleEntry

# What stands before a function without being part of it: "l'ancienne", "ex-", "le nouveau".
_LEADING = re.compile(
    r"^(?:(?:le|la|les|un|une|des|son|sa|ses|leur|leurs|notre|nos|the|toujours|desormais)\s+"
    r"|[ldL]'"
    r"|ex[- ]\s*"
    r"|(?:ancien|ancienne|anciens|anciennes|futur|future|futurs|futures|nouveau|nouvel|nouvelle"
    r"|nouveaux|nouvelles|actuel|actuelle|actuels|actuelles|prochain|prochaine|jeune|jeunes"
    r"|célèbre|celebre|emblématique|puissant|puissante|tout|toute|feu)\s+)",
    re.IGNORECASE,
)
_CO = re.compile(r"^co[- ]?(?=\w)", re.IGNORECASE)
_DEPUTY = frozenset({"adjoint", "adjointe", "adjoints", "adjointes", "delegue", "deleguee"})
# In front of a function these make it something else: "la table du directeur".
_LINKS = frozenset({"de", "du", "des", "d", "a", "au", "aux", "en", "pour", "avec", "par", "sur"})
_INTERIM = re.compile(r"^par\s+int[eé]rim\b\s*,?\s*", re.IGNORECASE)
# A director of a country is its country manager: "directrice France".
_GENERAL_CODES = frozenset({"director", "head_of", "executive"})
# The office for the person in it: "la direction financière", "la présidence". Feminine, as
# the nouns are, so that the adjectives agree.
_OFFICES = {
    "direction": "directrice",
    "codirection": "codirectrice",
    "presidence": "presidente",
    "vice-presidence": "vice-presidente",
    "secretariat": "secretaire",
    "gerance": "gerante",
}
#: How many words may stand before the function, as in "Google France country manager".
_MAX_SKIPPED = 3


def role_code(words: str, lexicon: Lexicon) -> str | None:
    """Give the code of the function that ``words`` name, None where it is unknown."""
    entry = role_entry(words, lexicon)
    return None if entry is None else entry.code


def merged_role_code(words: str, lexicon: Lexicon) -> str | None:
    """Give the code shared by the names of one function: "directrice générale" is a CEO."""
    entry = role_entry(words, lexicon)
    return None if entry is None else entry.merged


def role_entry(words: str, lexicon: Lexicon) -> RoleEntry | None:
    """Give the lexicon's entry of the function that ``words`` name.

    ``words`` are those of one function, as in the text: "l'ancienne directrice technique
    Europe". Joined functions ("cofondateur et PDG") are split before.
    """
    entry, _, scope = _parse(words, lexicon)
    if entry is None or not scope:
        return entry
    first, *rest = key(scope).split() or [""]
    if first in _DEPUTY:
        return lexicon.roles.get("directeur adjoint", entry)
    if entry.code in _GENERAL_CODES and not rest:
        places = lexicon.places.get(first, ())
        if places and places[0].kind == "country":
            return lexicon.roles.get("country manager", entry)
        if places and places[0].kind in ("region", "continent", "area"):
            return lexicon.roles.get("directeur regional", entry)
    return entry


def split_role(words: str, lexicon: Lexicon) -> tuple[str, str | None]:
    """Split the words of a function into its core and its scope, as in the text.

    "directeur technique Europe" gives ("directeur technique", "Europe"); scope is None
    where there is none. Articles, "ex-", "ancien" and the like are left out.
    """
    _, core, scope = _parse(words, lexicon)
    return core, scope or None


def _parse(words: str, lexicon: Lexicon) -> tuple[RoleEntry | None, str, str]:
    """Find the function: its entry, the words of its core, those after it."""
    bare = _strip(fold(words))
    tokens = bare.split()
    for skipped in range(min(_MAX_SKIPPED, len(tokens) - 1) + 1 if tokens else 0):
        if skipped and _LINKS & set(key(tokens[skipped - 1]).split()):
            break
        rest = tokens[skipped:]
        for size in range(len(rest), 0, -1):
            core = " ".join(rest[:size]).rstrip(",;:")
            entry = _known(core, lexicon)
            if entry is not None:
                scope = _INTERIM.sub("", " ".join(rest[size:]).strip(" ,;:"))
                return entry, core, scope
    return None, bare, ""


def _known(core: str, lexicon: Lexicon) -> RoleEntry | None:
    """Look a function up as it stands, without "co-", or through the name of its office."""
    roles = lexicon.roles
    first, _, rest = core.partition(" ")
    person = _OFFICES.get(strip_accents(first.casefold()))
    return (
        roles.get(key(core))
        or roles.get(key(_CO.sub("", core)))
        or (roles.get(key(f"{person} {rest}")) if person else None)
    )


def _strip(words: str) -> str:
    """Drop articles and what tells of the time in office, as often as they stand there."""
    text = words.strip(" ,;:.«»\"'")
    while True:
        shorter = _LEADING.sub("", text).lstrip()
        if shorter == text or not shorter:
            return text
        text = shorter
