"""Word classes of French that several stages share, as frozen sets of folded lower-case forms."""

from __future__ import annotations

from pipeline.french.words.grammatical import FUNCTION_WORDS, MONTHS, PLACE_NOUNS, WEEKDAYS
from pipeline.french.words.organisations import (
    FEMININE_ORG_NOUNS,
    ORG_HEADS,
    ORG_NOUNS,
    ORG_SUFFIXES,
    ROLE_NOUNS_BLOCK,
)
from pipeline.french.words.persons import PERSON_NOUNS, PERSON_PARTICLES, TITLES
from pipeline.french.words.roles import POSTS, ROLE_ADJECTIVES, ROLE_HEADS, ROLE_OPENERS

__all__ = [
    "FEMININE_ORG_NOUNS",
    "FUNCTION_WORDS",
    "MONTHS",
    "ORG_HEADS",
    "ORG_NOUNS",
    "ORG_SUFFIXES",
    "PERSON_NOUNS",
    "PERSON_PARTICLES",
    "PLACE_NOUNS",
    "POSTS",
    "ROLE_ADJECTIVES",
    "ROLE_HEADS",
    "ROLE_NOUNS_BLOCK",
    "ROLE_OPENERS",
    "TITLES",
    "WEEKDAYS",
]
