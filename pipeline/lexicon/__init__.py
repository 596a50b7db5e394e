"""Names known in advance: organisations, products, places, first names, functions.

The data lie in ``models/lexicon/*.csv``; :func:`load_lexicon` reads them once per
process. :mod:`pipeline.lexicon.build` makes ``places.csv`` and is never imported here.
"""

from __future__ import annotations

from pipeline.lexicon.load import load_lexicon
from pipeline.lexicon.types import (
    FormerName,
    Gender,
    Lexicon,
    Organisation,
    OrganisationKind,
    Place,
    PlaceKind,
    RoleEntry,
)

__all__ = [
    "FormerName",
    "Gender",
    "Lexicon",
    "Organisation",
    "OrganisationKind",
    "Place",
    "PlaceKind",
    "RoleEntry",
    "load_lexicon",
]
