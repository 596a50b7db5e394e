"""Relation -> Fact: the stage as a whole.

Reads every value (names, places, functions, amounts, times), computes confidence, and
keeps of each fact of an article its best telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.french.typography import key
from pipeline.lexicon import Lexicon
from pipeline.lexicon.types import Place
from pipeline.normalise.companies import canonical_company, company_id
from pipeline.normalise.confidence import Calibration
from pipeline.normalise.dates import resolve, weekday_conflict
from pipeline.normalise.money import convert, in_currency, read_money, sole_currency
from pipeline.normalise.people import canonical_person, person_id
from pipeline.normalise.places import PlaceResolver
from pipeline.normalise.roles import role_code
from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    AnnotatedArticle,
    Argument,
    Entity,
    EntityMention,
    Fact,
    Mention,
    Money,
    Relation,
    Span,
    TimeValue,
)

_LAST_WORD = re.compile(r"(\w+)\s+$")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
#: Which status tells more when an article gives the same fact twice.
_STATUS_RANK = {
    "outgoing": 3, "incoming": 2, "former": 1,
    "closed": 3, "opened": 2, "planned": 1, "opening": 0.5,
    "failed": 3, "done": 2,
}  # fmt: skip
#: Status of an opening told in the present tense, until the whole article is read.
_OPENING = "opening"
#: Posts that only say "at the head of": dropped where the text names the function too.
_VAGUE_POSTS = frozenset(
    ["tête", "rênes", "commandes", "barre", "manettes", "gouvernail", "destinées", "direction"]
)


class Normaliser:
    """Turns the relations of an article into facts; stateless between articles."""

    def __init__(
        self,
        lexicon: Lexicon,
        calibration: Calibration,
        rates: Mapping[str, Decimal] | None = None,
    ) -> None:
        """``rates`` are euros for one unit of a currency: amounts then tell their worth."""
        self._rates = rates
        self._lexicon = lexicon
        self._places = PlaceResolver(lexicon)
        self._calibration = calibration

    def facts(self, document: AnnotatedArticle, relations: Sequence[Relation]) -> list[Fact]:
        """Return the facts in text order, without ``fact_id``; one for each thing told."""
        context = self._context(document)
        dollar = "CAD" if _is_quebec(document, context) else "USD"
        made = [self._fact(r, document, context, dollar) for r in relations]
        made = [f for f in made if not _of_itself(f)]
        made = _drop_vague_roles(made)
        made = self._drop_wider_places(made)
        made = _merge_founded(made)
        made = [_settle(f) for f in _unique(made)]
        return sorted(made, key=lambda f: (f.evidence.start, f.relation, f.rule))

    def entities(self, document: AnnotatedArticle) -> list[EntityMention]:
        """Return every name of the article with its identity."""
        context = self._context(document)
        article = document.article
        out = []
        for m in document.mentions:
            name, ident, _ = self._identity(m, article.published, context, article.text)
            out.append(EntityMention(article.id, m.text, m.start, m.end, m.label, name, ident))
        return out

    # -- one fact ------------------------------------------------------------------

    def _fact(
        self, relation: Relation, document: AnnotatedArticle, context: frozenset[str], dollar: str
    ) -> Fact:
        article = document.article
        arguments: dict[str, Entity | tuple[Entity, ...] | None] = {}
        for slot in RELATIONS[relation.relation]:
            value = relation.arguments.get(slot)
            if isinstance(value, tuple):
                arguments[slot] = tuple(
                    self._entity(a, article.published, context, article.text) for a in value
                )
            elif value is not None:
                entity = self._entity(value, article.published, context, article.text)
                arguments[slot] = (entity,) if slot in LIST_ARGUMENTS else entity
            else:
                arguments[slot] = () if slot in LIST_ARGUMENTS else None
        _tell_apart(arguments)
        time = None
        if relation.time is not None:
            told = relation.time.text
            time = resolve(told, article.published, relation.tense)
            if weekday_conflict(told, article.published):
                time = replace(time, weekday_conflict=True)
        attributes: dict[str, Any] = {}
        for name in ATTRIBUTES[relation.relation]:
            if name == "amount":
                attributes[name] = self._amount(relation.amount, document, dollar)
            elif name == "role_code":
                words = relation.attributes.get("role")
                attributes[name] = role_code(words, self._lexicon) if words else None
            elif name == "year":
                attributes[name] = _year(time)
            else:
                attributes[name] = relation.attributes.get(name)
        if (
            relation.relation == "opens_office"
            and attributes.get("status") == "opened"
            and relation.tense == "present"
        ):
            # "ouvre un bureau": done or about to be; a plan told elsewhere in the article wins
            attributes["status"] = _OPENING
        features = dict(relation.features)
        features["unsaid"] = float("unsaid" in relation.rule)
        features["reported"] = float(relation.modality == "reported")
        return Fact(
            fact_id="",
            article=article.id,
            relation=relation.relation,
            arguments=arguments,
            attributes=attributes,
            time=time,
            modality=relation.modality,
            attribution=relation.attribution,
            evidence=relation.evidence,
            confidence=round(self._calibration.probability(relation.relation, features), 4),
            rule=relation.rule,
        )

    def _amount(self, span: Span | None, document: AnnotatedArticle, dollar: str) -> Money | None:
        money = read_money(span.text, dollar=dollar) if span is not None else None
        if money is not None and money.currency is None:
            told = (u.text for s in document.sentences for u in s.units if u.kind == "M")
            money = in_currency(money, sole_currency(told, dollar=dollar))
        if money is None or self._rates is None:
            return money
        converted = convert(money, self._rates)
        return money if converted is None else replace(money, eur=converted.value)

    def _entity(
        self, a: Argument, published: date | None, context: frozenset[str], text: str
    ) -> Entity:
        mention = Mention(a.start, a.end, a.text, a.label, a.name)
        name, ident, place = self._identity(mention, published, context, text)
        return Entity(
            a.text, name, a.start, a.end, a.label, ident,
            country=place.country if place else None,
            region=place.region if place else None,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            via=a.via,
        )  # fmt: skip

    def _identity(
        self, m: Mention, published: date | None, context: frozenset[str], text: str
    ) -> tuple[str, str | None, Place | None]:
        """Return (canonical name, identity, place) of a mention."""
        if m.label == "LOC":
            # "à Québec" is the city, "au Québec" the province
            before = _LAST_WORD.search(text, max(0, m.start - 12), m.start)
            preposition = before.group(1) if before else None
            place = self._places.resolve(m.name, context=context, preposition=preposition)
            if place is None and m.name != m.text:
                place = self._places.resolve(m.text, context=context)
            if place is None:
                return m.name, None, None
            return place.name, place.entity_id, place
        if m.label == "PER":
            name = canonical_person(m.name)
            return name, person_id(name, None), None
        return (
            canonical_company(m.name, self._lexicon, published),
            company_id(m.name, self._lexicon, published),
            None,
        )

    def _context(self, document: AnnotatedArticle) -> frozenset[str]:
        return frozenset(m.text for m in document.mentions if m.label == "LOC")

    def _drop_wider_places(self, facts: list[Fact]) -> list[Fact]:
        """One fact per place, the most specific named: no "en Europe" beside "à Berlin"."""
        kinds: dict[str, str] = {}
        for f in facts:
            if f.relation in ("opens_office", "based_in"):
                place = f.arguments["place"]
                assert isinstance(place, Entity)
                k = key(place.name)
                candidates = self._lexicon.places.get(k, ())
                kinds[place.name] = candidates[0].kind if candidates else "city"
        out = []
        for f in facts:
            if f.relation in ("opens_office", "based_in"):
                place = f.arguments["place"]
                assert isinstance(place, Entity)
                if kinds[place.name] in ("country", "continent", "region", "area") and any(
                    self._inside(g, f, kinds) for g in facts if g is not f
                ):
                    continue
            out.append(f)
        return out

    def _inside(self, narrow: Fact, wide: Fact, kinds: Mapping[str, str]) -> bool:
        if narrow.relation != wide.relation:
            return False
        # Closing in a country is news of its own; being there is not, beside a city.
        statuses = {narrow.attributes.get("status"), wide.attributes.get("status")}
        if len(statuses) > 1 and "closed" in statuses:
            return False
        a, b = narrow.arguments["place"], wide.arguments["place"]
        ca, cb = narrow.arguments["company"], wide.arguments["company"]
        assert isinstance(a, Entity)
        assert isinstance(b, Entity)
        assert isinstance(ca, Entity)
        assert isinstance(cb, Entity)
        if ca.name != cb.name or a.name == b.name or kinds[a.name] in ("continent", "area"):
            return False
        if kinds[b.name] in ("continent", "area"):
            return narrow.evidence == wide.evidence or kinds[a.name] == "city"
        if kinds[b.name] == "region":
            return kinds[a.name] == "city" and (
                a.region is not None and key(a.region) == key(b.name)
            )
        return a.country is not None and a.country == b.country and kinds[a.name] != "country"


def _is_quebec(document: AnnotatedArticle, context: frozenset[str]) -> bool:
    """A text from Québec: its dollars are Canadian unless it says otherwise."""
    quebec = {"Québec", "Montréal", "Canada", "MONTRÉAL"}
    text = document.article.text
    return (
        bool(context & quebec) and "millions$" in text.replace(" ", "").replace("\u00a0", "")
    ) or (
        bool(context & quebec)
        and "américain" not in text
        and "dollars US" not in text
        and "Québec" in text
    )


def _of_itself(fact: Fact) -> bool:
    """Say whether both sides of a deal are one company: "Orange (France Télécom)"."""
    sides = [e.entity_id for e in fact.arguments.values() if isinstance(e, Entity)]
    deal = fact.relation in ("partners_with", "acquires")
    return deal and len(sides) > 1 and sides[0] is not None and sides[0] == sides[1]


def _tell_apart(arguments: dict[str, Entity | tuple[Entity, ...] | None]) -> None:
    """Give a person told by the surname alone the company as part of the identity."""
    company, person = arguments.get("company"), arguments.get("person")
    if isinstance(company, Entity) and isinstance(person, Entity) and person.entity_id is None:
        ident = person_id(person.name, company.name)
        arguments["person"] = replace(person, entity_id=ident)


def _year(time: TimeValue | None) -> int | None:
    if time is None:
        return None
    if time.start is not None and (time.end is None or time.end.year == time.start.year):
        return time.start.year
    found = _YEAR.search(time.text)
    return int(found.group()) if found else None


def _name(fact: Fact, slot: str) -> str:
    value = fact.arguments.get(slot)
    if isinstance(value, Entity):
        return value.entity_id or key(value.name)
    return "|".join(sorted(e.entity_id or key(e.name) for e in value)) if value else ""


def _identity_key(fact: Fact) -> tuple[object, ...]:
    """What makes two tellings of one article the same fact."""
    r = fact.relation
    if r == "holds_role":
        words = fact.attributes.get("role_code") or key(str(fact.attributes.get("role")))
        return (r, _name(fact, "person"), _name(fact, "company"), words)
    if r == "opens_office":
        return (
            r,
            _name(fact, "company"),
            _name(fact, "place"),
            fact.attributes.get("kind") == "headquarters",
        )
    if r in ("raises_funding", "valued_at"):
        amount = fact.attributes.get("amount")
        return (r, _name(fact, "company"), amount.value if amount else _name(fact, "investors"))
    if r == "partners_with":
        return (r, *sorted((_name(fact, "a"), _name(fact, "b"))))
    return (
        r,
        *(
            _name(fact, slot)
            for slot in RELATIONS[r]
            if (slot not in LIST_ARGUMENTS and slot != "place") or r == "based_in"
        ),
    )


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    """Keep the best telling of each fact; a telling with a stronger status lends it."""
    best: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        k = _identity_key(fact)
        seen = best.get(k)
        if seen is None:
            best[k] = fact
            continue
        first, second = (fact, seen) if _better(fact, seen) else (seen, fact)
        if first.time is None and second.time is not None:
            first = replace(first, time=second.time) if first.evidence == second.evidence else first
        best[k] = first
    return list(best.values())


def _settle(fact: Fact) -> Fact:
    if fact.attributes.get("status") != _OPENING:
        return fact
    return replace(fact, attributes={**fact.attributes, "status": "opened"})


def _better(a: Fact, b: Fact) -> bool:
    """Say whether ``a`` is the telling to keep."""

    def rank(f: Fact) -> tuple[float, ...]:
        status = _STATUS_RANK.get(str(f.attributes.get("status")), 0)
        return (
            float(f.modality != "denied"),
            float(status) if f.confidence >= 0.35 else -1.0,
            # a telling that dates the fact is worth a little certainty
            f.confidence + 0.15 * (f.time is not None and f.time.edtf is not None),
            -float(f.evidence.start),
        )

    return rank(a) > rank(b)


def _drop_vague_roles(facts: list[Fact]) -> list[Fact]:
    """Drop "à la tête de X" of a person whose function at X is named."""
    named = {
        (_name(f, "person"), _name(f, "company"))
        for f in facts
        if f.relation == "holds_role" and key(str(f.attributes["role"])) not in _VAGUE_POSTS
    }
    return [
        f
        for f in facts
        if f.relation != "holds_role"
        or key(str(f.attributes["role"])) not in _VAGUE_POSTS
        or (_name(f, "person"), _name(f, "company")) not in named
    ]


def _merge_founded(facts: list[Fact]) -> list[Fact]:
    """One founding per company: year, founders and place may come from several sentences."""
    out: list[Fact] = []
    by_company: dict[str, list[Fact]] = {}
    for f in facts:
        if f.relation == "founded":
            by_company.setdefault(_name(f, "company"), []).append(f)
        else:
            out.append(f)
    for group in by_company.values():
        group.sort(key=lambda f: -f.confidence)
        best = group[0]
        for other in group[1:]:
            arguments = dict(best.arguments)
            for slot in ("founders", "place"):
                arguments[slot] = arguments.get(slot) or other.arguments.get(slot)
            attributes = dict(best.attributes)
            if attributes.get("year") is None and other.attributes.get("year") is not None:
                attributes["year"] = other.attributes["year"]
                best = replace(best, time=other.time)
            best = replace(best, arguments=arguments, attributes=attributes)
        # A founding needs a year or a founder.
        if best.attributes.get("year") is not None or best.arguments.get("founders"):
            out.append(best)
    return out
