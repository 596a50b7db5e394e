"""Which place a name means: GeoNames id, French name, country, region, coordinates."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.french.typography import fold, key
from pipeline.lexicon import Lexicon, Place

# "Cambridge (Massachusetts)", "Austin, Texas": what qualifies a name stands behind it.
_QUALIFIED = re.compile(r"^(?P<name>[^(,]+?)\s*(?:\((?P<in>[^)]+)\)|,\s*(?P<after>.+))$")
# "Paris 13e", "Paris XIIIe", "Lyon 7ème", "Marseille (2e)".
_DISTRICT = re.compile(r"\s+\(?(?:\d{1,2}|[IVX]+)(?:er|e|è|ème|eme)?(?:\s+arrondissement)?\)?$")
_GENERIC = re.compile(
    r"^(?:(?:ville|villes|metropole|agglomeration|region|departement|canton|province|etat|land"
    r"|comte|commune|quartier|technopole|port|district|peninsule|principaute|royaume|republique"
    r"|emirat|grand|greater|centre|sud|nord|est|ouest|banlieue|environs|pays)"
    r" (?:de la |de l |du |des |de |d )?)"
)
_ARTICLE = re.compile(r"^(?:le|la|les|l|the|de|d|du|des) ")
_ARTICLES = ("le ", "la ", "les ", "l ")

_TOWN_PREPOSITIONS = frozenset({"a", "de", "d", "depuis", "vers", "pres de", "sur"})
_LAND_PREPOSITIONS = frozenset({"en", "au", "aux", "du", "dans le", "dans la", "dans les"})

# Scores are added to log10 of the population, so that 1 outweighs a tenfold larger town.
# Tried on tests/cases/places.csv and on homonyms of French towns; nothing below 0.3 matters.
_PREFERRED = 0.5
_ADJACENT = 8.0
_SAME_DEPARTMENT = 3.5
_SAME_REGION = 2.5
_NEAR = 3.0
_SAME_COUNTRY = 2.5
_TOWN_IN_COUNTRY = 0.6
_TOWNS_IN_COUNTRY_AT_MOST = 1.8
# Every French article names France and French towns: that says little about a homonym.
_FRANCE = 0.6
_FITTING_KIND = 2.0
_NEAR_KM = 100.0
# What is twenty times smaller than its famous namesake needs more than a mention of the
# state: an article on a firm from Austin, Texas, that speaks of Paris means the capital.
_DWARFED = 20
_UNKNOWN_POPULATION = 500_000


@dataclass(slots=True)
class _Hints:
    """What the other place names of a document say."""

    countries: set[str] = field(default_factory=set)
    regions: set[tuple[str, str]] = field(default_factory=set)
    departments: set[tuple[str, str]] = field(default_factory=set)
    towns: list[Place] = field(default_factory=list)


class PlaceResolver:
    """Resolves the names of places with one lexicon."""

    __slots__ = ("_lexicon",)

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon whose gazetteer is asked."""
        self._lexicon = lexicon

    def resolve(
        self,
        name: str,
        *,
        context: Collection[str] = (),
        near: Collection[str] = (),
        preposition: str | None = None,
    ) -> Place | None:
        """Give the place that ``name`` means, or None where the gazetteer has none.

        ``context`` holds the other place names of the document, ``near`` those that
        qualify this one ("à Paris, au Texas"); ``preposition`` is the word before it
        ("à Québec" is the city, "au Québec" the province). A name may be a paraphrase
        ("la Ville rose") or an adjective ("lyonnais").
        """
        text, qualifiers = _split(name)
        found = self.candidates(text)
        if len(found) < 2:
            return found[0] if found else None
        adjacent = (*qualifiers, *near)
        own = key(text)
        return self._best(
            found,
            self._hints(other for other in context if key(other) != own),
            self._hints(adjacent),
            key(preposition) if preposition else None,
        )

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Give all places of that name, the likeliest first."""
        folded = key(_DISTRICT.sub("", fold(name)))
        for form in _forms(folded):
            places = self._lexicon.places.get(form)
            if places:
                return places
            target = (
                self._lexicon.paraphrases.get(form)
                or self._lexicon.demonyms.get(form)
                or self._lexicon.nationalities.get(form)
            )
            if target is not None:
                return self._lexicon.places.get(key(target), ())
        return ()

    def _hints(self, names: Iterable[str]) -> _Hints:
        hints = _Hints()
        for name in names:
            found = self.candidates(_split(name)[0])
            if not found:
                continue
            place = found[0]
            if place.country is None:
                continue
            if place.kind in ("city", "district"):
                hints.towns.append(place)
            elif place.kind == "region" and place.region:
                target = hints.departments if place.region != place.name else hints.regions
                target.add((place.country, place.region))
            elif place.region:
                hints.regions.add((place.country, place.region))
            else:
                hints.countries.add(place.country)
        return hints

    def _best(
        self,
        found: Sequence[Place],
        context: _Hints,
        adjacent: _Hints,
        preposition: str | None,
    ) -> Place:
        largest = max(_size(place) for place in found)
        best, best_score = found[0], -math.inf
        for position, place in enumerate(found):
            score = _size(place) if position else largest + _PREFERRED
            support, local = _support(place, context)
            dwarfed = position > 0 and _size(found[0]) - _size(place) > math.log10(_DWARFED)
            score += support if local or not dwarfed else 0.0
            score += _ADJACENT if _support(place, adjacent)[0] >= _FRANCE else 0.0
            score += _fit(place, preposition)
            if score > best_score:
                best, best_score = place, score
        return best


def _split(name: str) -> tuple[str, tuple[str, ...]]:
    """Split "Cambridge (Massachusetts)" into the name and what qualifies it."""
    match = _QUALIFIED.match(name.strip())
    if match is None or _DISTRICT.search(name):
        return name, ()
    return match["name"], ((match["in"] or match["after"]).strip(),)


def _forms(folded: str) -> tuple[str, ...]:
    """Give the forms under which a name may stand, the name itself first."""
    bare = _ARTICLE.sub("", folded)
    plain = _GENERIC.sub("", bare)
    forms = [folded, bare, *(article + bare for article in _ARTICLES)]
    if plain != bare:
        forms += [plain, _ARTICLE.sub("", plain)]
    return tuple(dict.fromkeys(form for form in forms if form))


def _size(place: Place) -> float:
    return math.log10(max(place.population, 1) if place.population else _UNKNOWN_POPULATION)


def _support(place: Place, hints: _Hints) -> tuple[float, bool]:
    """Give how much the hints speak for a place, and whether one of them is local to it."""
    if place.country is None:
        return 0.0, False
    french = place.country == "FR"
    where = (place.country, place.region or "")
    score, local = 0.0, False
    if place.kind in ("city", "district") and where in hints.departments:
        score, local = _SAME_DEPARTMENT, True
    elif where in hints.regions:
        score, local = _SAME_REGION, french
    towns = 0.0
    for town in hints.towns:
        if place.kind in ("city", "district") and _kilometres(place, town) < _NEAR_KM:
            score, local = max(score, _NEAR), True
        elif town.country == place.country:
            towns += _TOWN_IN_COUNTRY
    score += min(towns, _FRANCE if french else _TOWNS_IN_COUNTRY_AT_MOST)
    if place.country in hints.countries and place.kind != "country":
        score += _FRANCE if french else _SAME_COUNTRY
    return score, local


def _fit(place: Place, preposition: str | None) -> float:
    if preposition is None:
        return 0.0
    town = place.kind in ("city", "district")
    fitting = _TOWN_PREPOSITIONS if town else _LAND_PREPOSITIONS
    return _FITTING_KIND if preposition in fitting else 0.0


def _kilometres(a: Place, b: Place) -> float:
    """Give the distance of two places; infinite where a coordinate is unknown."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return math.inf
    # The plane is good enough at this range.
    north = (a.latitude - b.latitude) * 111.2
    east = (a.longitude - b.longitude) * 111.2 * math.cos(math.radians(a.latitude))
    return math.hypot(north, east)
