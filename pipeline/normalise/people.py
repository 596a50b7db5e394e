"""Which person a name means."""

from __future__ import annotations

import re

from pipeline.french.typography import fold
from pipeline.normalise.companies import slug

_TITLE = re.compile(
    r"^(?:M\.|MM\.|M(?=\s)|Mme|Mmes|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?|Me|Maître|Monsieur"
    r"|Madame|Mademoiselle|Docteur|Professeure?|Sir|Lord|Lady|Dame)\s+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"^(?:\w\.-?)+$")
# "Xavier NIEL": newspapers of record and press releases shout the surname.
_SHOUTED = re.compile(r"\b[^\W\d_]{2,}(?:[-'][^\W\d_]+)*\b")


def canonical_person(name: str) -> str:
    """Give a name without title and with a surname in capitals lowered ("NIEL" -> "Niel")."""
    text = " ".join(name.split())
    while True:
        shorter = _TITLE.sub("", text)
        if shorter == text or not shorter:
            break
        text = shorter
    first, _, rest = text.partition(" ")
    if not rest or first.isupper():
        return text
    return f"{first} {_SHOUTED.sub(_lower, rest)}"


def person_id(name: str, company_key: str | None) -> str | None:
    """Give ``per:<slug>`` for a full name.

    A surname alone, or with initials only, is told apart by the company that the text
    gives ("per:niel.iliad"); without one it identifies nobody: None.
    """
    canonical = canonical_person(name)
    words = canonical.split()
    if len([word for word in words if not _INITIALS.match(fold(word))]) >= 2:
        return f"per:{slug(canonical)}"
    if not words or company_key is None or not company_key:
        return None
    return f"per:{slug(canonical)}.{slug(company_key)}"


def _lower(match: re.Match[str]) -> str:
    word = match[0]
    # Two capitals are initials ("JR"), and a lower-case letter means the case is meant.
    if len(word) <= 2 or not word.isupper():
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
