"""Places: the case file, written before the code, and what context and prepositions decide."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.lexicon import load_lexicon
from pipeline.normalise.places import PlaceResolver

CASES = Path(__file__).parents[1] / "cases" / "places.csv"


def rows() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def resolver() -> PlaceResolver:
    return PlaceResolver(load_lexicon())


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['name']};{row['context']}")
def test_case(resolver: PlaceResolver, row: dict[str, str]) -> None:
    place = resolver.resolve(row["name"], context=[c for c in row["context"].split("|") if c])
    if row["geonames_id"] == "unknown":
        assert place is None
        return
    assert place is not None
    if row["geonames_id"] != "any":
        assert str(place.geonames_id) in row["geonames_id"].split("|")
    assert place.name == row["canonical"]
    assert (place.country or "") == row["country"]


@pytest.mark.parametrize(
    ("name", "preposition", "kind"),
    [
        ("Québec", "à", "city"),
        ("Québec", "au", "region"),
        ("Luxembourg", "à", "city"),
        ("Luxembourg", "au", "country"),
        ("Luxembourg", None, "country"),
    ],
)
def test_the_preposition_tells_the_town_from_the_land(
    resolver: PlaceResolver, name: str, preposition: str | None, kind: str
) -> None:
    place = resolver.resolve(name, preposition=preposition)
    assert place is not None
    assert place.kind == kind


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("lyonnaise", "Lyon"),
        ("la Ville rose", "Toulouse"),
        ("la capitale belge", "Bruxelles"),
        ("outre-Manche", "Royaume-Uni"),
        ("l’Hexagone", "France"),
        ("suédois", "Suède"),
        ("région de Montréal", "Montréal"),
        ("Paris 13e", "Paris"),
        ("Lyon (7e)", "Lyon"),
        ("la métropole de Lille", "Lille"),
        ("St-Denis", "Saint-Denis"),
    ],
)
def test_adjectives_paraphrases_and_longer_forms(
    resolver: PlaceResolver, name: str, canonical: str
) -> None:
    place = resolver.resolve(name)
    assert place is not None
    assert place.name == canonical


def test_what_stands_beside_a_name_outweighs_fame(resolver: PlaceResolver) -> None:
    alone = resolver.resolve("Paris", context=["Texas", "Dallas"])
    beside = resolver.resolve("Paris", context=["France"], near=["Texas"])
    assert alone is not None
    assert beside is not None
    assert (alone.country, beside.country) == ("FR", "US")


def test_the_name_itself_is_no_context(resolver: PlaceResolver) -> None:
    assert resolver.resolve("Vienne", context=["Vienne"]) == resolver.resolve("Vienne")


def test_a_place_has_region_and_coordinates(resolver: PlaceResolver) -> None:
    place = resolver.resolve("Grenoble")
    assert place is not None
    assert place.region == "Auvergne-Rhône-Alpes"
    assert place.latitude == pytest.approx(45.17, abs=0.05)
    assert place.longitude == pytest.approx(5.72, abs=0.05)
    assert place.entity_id == "geonames:3014728"


def test_an_area_without_geonames_id_has_no_entity_id(resolver: PlaceResolver) -> None:
    place = resolver.resolve("Benelux")
    assert place is not None
    assert (place.entity_id, place.country) == (None, None)


@pytest.mark.parametrize("name", ["", "  ", "le", "(", "Paris-sur-Zyx"])
def test_what_is_no_place(resolver: PlaceResolver, name: str) -> None:
    assert resolver.resolve(name) is None
