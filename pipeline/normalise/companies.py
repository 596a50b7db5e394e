"""Which company a name means: legal forms folded, one id across articles."""

from __future__ import annotations

import re
from datetime import date

from pipeline.french.typography import key
from pipeline.lexicon import Lexicon, Organisation

# As they look once folded by ``key``; dotted forms have become single letters.
_LEGAL_WORDS = (
    "sas sasu sarl sa eurl scop scic snc sca scs selarl gie se inc incorporated corp corporation"
    " ltd limited llc llp plc gmbh ag kg kgaa mbh ug nv bv srl spa sl ab oy oyj as asa aps pty kk"
    " sro doo"
)
_LEGAL = frozenset(_LEGAL_WORDS.split())
_DOTTED = (
    *("s a s u", "s a s", "s a r l", "s a rl", "s a", "n v", "b v", "s p a", "s r l", "s l"),
    *("co ltd", "gmbh co kg", "sp z o o", "k k", "a s", "pty ltd", "p l c", "l l c"),
)
# "Company" is kept: it is a name as often as a form (H Company, Mattel Company).
_GROUP = frozenset({"group", "groupe", "holding", "holdings"})
_ARTICLE = re.compile(r"^(?:le|la|les|l|the) (?=.)")
_SOCIETE = re.compile(r"^societe (?!generale|nationale|anonyme|europeenne|du |de |des |d )(?=.)")
_AMPERSAND = re.compile(r"\s*&\s*")
_SLUG = re.compile(r"[^a-z0-9]+")
_TRAILING = re.compile(
    r"[\s,]+(?:S\.?A\.?S\.?U?\.?|S\.?A\.?|SARL|S\.à\s?r\.l\.|SASU|Inc\.?|Corp\.?|Corporation|Ltd\.?"
    r"|Limited|LLC|GmbH|AG|plc|PLC|N\.?V\.?|B\.?V\.?|SE|SpA|S\.p\.A\.|AB|Oy|KGaA)$"
)


def company_key(name: str) -> str:
    """Give the form in which two names of one company are equal.

    Folded by :func:`pipeline.french.typography.key`; without legal form, "Groupe" and
    leading article, as long as something of the name remains ("SAS" stays "sas").
    """
    text = _AMPERSAND.sub(" ", key(name).replace(",", " "))
    text = " ".join(text.split())
    while True:
        shorter = _without_edge(text)
        if shorter == text:
            return text
        text = shorter


def company_id(name: str, lexicon: Lexicon, on: date | None = None) -> str | None:
    """Give ``org:<slug>`` of the lexicon's name, else of the name without legal form.

    ``on`` is the day of the text. None for a name that on that day did not yet mean the
    company that bears it now: "Meta" in 2019 is not Facebook, "X" in 2015 not Twitter.
    """
    known = find_company(name, lexicon)
    if known is None:
        return f"org:{slug(company_key(name))}"
    if on is not None and company_key(name) == company_key(known.name):
        formers = lexicon.former_names.get(key(known.name), ())
        if any(former.exclusive and on <= former.until for former in formers):
            return None
    return f"org:{slug(known.name)}"


def canonical_company(name: str, lexicon: Lexicon, on: date | None = None) -> str:
    """Give the canonical name, the one borne on the day ``on`` where the lexicon dates it.

    "Facebook" is Facebook in 2019 and Meta today; the id is the same. A name that the
    lexicon does not know only loses its legal form.
    """
    known = find_company(name, lexicon)
    if known is None:
        return _TRAILING.sub("", name.strip()) or name
    if on is None or company_key(name) == company_key(known.name):
        return known.name
    formers = lexicon.former_names.get(key(known.name), ())
    return next((former.name for former in formers if on <= former.until), known.name)


def find_company(name: str, lexicon: Lexicon) -> Organisation | None:
    """Give the organisation of that name in the lexicon, whatever legal form or article it has."""
    exact = lexicon.organisations.get(key(name))
    if exact is not None:
        return exact
    bare = company_key(name)
    forms = (bare, *(article + bare for article in ("le ", "la ", "les ", "l ")), f"groupe {bare}")
    return next((found for form in forms if (found := lexicon.organisations.get(form))), None)


def slug(name: str) -> str:
    """Give a name as an identifier: a-z, 0-9 and single hyphens ("L'Oréal" -> "l-oreal")."""
    plain = _SLUG.sub("-", key(name).replace("+", " plus ")).strip("-")
    # Names in other scripts keep an id of their own rather than an empty one.
    return plain or "u" + "-".join(f"{ord(character):x}" for character in key(name))


def _without_edge(text: str) -> str:
    """Drop one legal form, group word or article from the edges, if a name remains."""
    for form in _DOTTED:
        if text.endswith(" " + form):
            return text[: -len(form) - 1]
    head, _, last = text.rpartition(" ")
    if head and (last in _LEGAL or last in _GROUP):
        return head
    first, _, tail = text.partition(" ")
    if tail and (first in _GROUP or first in ("sas", "sasu", "sarl", "eurl", "scop")):
        return tail
    return _SOCIETE.sub("", _ARTICLE.sub("", text))
