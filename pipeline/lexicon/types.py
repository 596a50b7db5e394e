"""What the lexicon holds: the entries, and the ``Lexicon`` that gathers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pipeline.french.typography import key

OrganisationKind = Literal[
    "company",
    "fund",
    "bank",
    "media",
    "agency",
    "school",
    "public",
    "association",
    "institution",
    "government",
]
PlaceKind = Literal["city", "country", "region", "continent", "area", "district"]
Gender = Literal["m", "f", "x"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named organisation; ``kind`` "agency" is a news agency.

    ``aliases`` are other names for the same organisation, former names included.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: OrganisationKind = "company"
    country: str | None = None
    """ISO 3166-1 alpha-2 of the headquarters."""
    city: str | None = None
    wikidata: str | None = None
    siren: str | None = None
    lei: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as GeoNames knows it, with its French name."""

    geonames_id: int | None
    """None where GeoNames has no such place or its id was not certain."""
    name: str
    country: str | None
    """ISO 3166-1 alpha-2; None for what spans countries."""
    region: str | None
    """First-order division, in French where usual."""
    latitude: float | None
    longitude: float | None
    population: int
    kind: PlaceKind

    @property
    def entity_id(self) -> str | None:
        """``geonames:<id>``, or None without an id."""
        return None if self.geonames_id is None else f"geonames:{self.geonames_id}"


@dataclass(frozen=True, slots=True)
class RoleEntry:
    """A function: ``code`` is fine, ``merged`` is what two codes of one function share."""

    code: str
    merged: str
    label_en: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that an organisation bore until ``until`` (its last day).

    ``exclusive``: before that day its present name meant something else ("X", "Meta").
    """

    name: str
    until: date
    exclusive: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything known about names before the first article is read.

    Every mapping and set is keyed by :func:`pipeline.french.typography.key` of the
    form as the press writes it.
    """

    organisations: Mapping[str, Organisation]
    """Name and aliases -> organisation."""
    products: frozenset[str]
    """Products, models, apps, programmes, events, laws: not companies."""
    ambiguous: frozenset[str]
    """Organisation names that are also common words, first names or places."""
    first_names: Mapping[str, Gender]
    """First name -> "m", "f", or "x" for both."""
    places: Mapping[str, tuple[Place, ...]]
    """Place name -> candidates, the likeliest first; read from disk at the first look-up."""
    demonyms: Mapping[str, str]
    """Adjective of a city or region ("lyonnaises") -> its name ("Lyon")."""
    nationalities: Mapping[str, str]
    """Adjective of a country ("suédoise") -> its name ("Suède")."""
    paraphrases: Mapping[str, str]
    """Paraphrase of a place, without article ("capitale belge") -> its name ("Bruxelles")."""
    roles: Mapping[str, RoleEntry]
    """Head form of a function, in any gender, number or abbreviation -> its entry."""
    former_names: Mapping[str, tuple[FormerName, ...]]
    """Name of an organisation -> its dated former names, oldest first."""

    def organisation(self, name: str) -> Organisation | None:
        """The organisation of that name or alias, or None."""
        return self.organisations.get(key(name))
