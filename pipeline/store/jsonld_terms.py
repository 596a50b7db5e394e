"""Which term of which vocabulary says what: relations, entities and values as JSON-LD nodes.

========================  ==================================================================
relation                  what a row of knowledge is about
========================  ==================================================================
opens_office              org:Site, org:siteOf its company, schema:location
based_in                  rdf:Statement: company schema:location place
holds_role                org:Membership (schema:OrganizationRole), org:member, org:role
raises_funding            schema:MoneyTransfer, schema:recipient, schema:agent, schema:amount
valued_at                 dep:Valuation, schema:about, schema:amount
acquires                  org:ChangeEvent (schema:BuyAction), schema:agent, schema:object
partners_with             org:OrganizationalCollaboration, org:hasMember
founded                   org:ChangeEvent, org:resultingOrganization
========================  ==================================================================

Direct statements with Wikidata's properties, for what is asserted and has come to pass: P112
founded by, P127 owned by, P159 headquarters location, P169 chief executive officer, P488
chairperson, P571 inception, P740 location of formation, P749 parent organization, P1037
director or manager, P1951 investor, P2652 partnership with, P3320 board member.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from pipeline.store.records import number
from pipeline.types import RELATIONS, Entity, EntityRef, Knowledge, Money, TimeValue

Node = dict[str, Any]

CONTEXT: Node = {
    "dct": "http://purl.org/dc/terms/",
    "dep": "urn:depeche:vocab:",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: Statuses of a fact that has come to pass and still holds.
_HOLDS = frozenset({"opened", "existing", "current", "done", "total", None})
#: role code -> Wikidata property from the organisation to the person.
_ROLE_PROPERTY = {
    "ceo": "wdt:P169",
    "founder": "wdt:P112",
    "cofounder": "wdt:P112",
    "chair": "wdt:P488",
    "managing_director": "wdt:P1037",
    "board_member": "wdt:P3320",
}
_TYPES = {
    "ORG": ["org:Organization", "schema:Organization"],
    "PER": ["schema:Person", "prov:Person"],
    "LOC": ["schema:Place"],
}


def entity_iri(entity: Entity | EntityRef, scope: str) -> str:
    """IRI of an entity; a blank node, named after ``scope``, where it has no identity."""
    if entity.entity_id is None:
        return "_:" + "".join(c if c.isascii() and c.isalnum() else "-" for c in scope)
    kind, _, rest = entity.entity_id.partition(":")
    match kind:
        case "geonames":
            return f"https://sws.geonames.org/{quote(rest, safe='')}/"
        case "wikidata":
            return f"http://www.wikidata.org/entity/{quote(rest, safe='')}"
    return f"urn:depeche:entity:{quote(entity.entity_id, safe=':')}"


def entity_node(entity: Entity | EntityRef, scope: str) -> Node:
    """An entity with its type, name and, for a place, where it lies."""
    node: Node = {
        "@id": entity_iri(entity, scope),
        "@type": _TYPES[entity.label],
        "schema:name": entity.name,
    }
    if entity.country is not None:
        node["dep:country"] = entity.country
    if entity.region is not None:
        node["dep:region"] = entity.region
    if entity.latitude is not None and entity.longitude is not None:
        node["schema:latitude"] = _decimal(repr(entity.latitude))
        node["schema:longitude"] = _decimal(repr(entity.longitude))
    return node


def statement(row: Knowledge) -> Node:
    """What the row is about, in the terms of its relation."""
    nodes = _nodes(row)

    def one(name: str) -> Node | None:
        return nodes[name][0] if nodes[name] else None

    match row.relation:
        case "opens_office":
            return {
                "@type": ["org:Site"],
                "org:siteOf": one("company"),
                "schema:location": one("place"),
            }
        case "based_in":
            return {
                "@type": ["rdf:Statement"],
                "rdf:subject": one("company"),
                "rdf:predicate": {"@id": "schema:location"},
                "rdf:object": one("place"),
            }
        case "holds_role":
            return {
                "@type": ["org:Membership", "schema:OrganizationRole"],
                "org:member": one("person"),
                "org:organization": one("company"),
                "org:role": _role(row),
                "schema:roleName": row.attributes.get("role"),
            }
        case "raises_funding":
            return {
                "@type": ["schema:MoneyTransfer"],
                "schema:recipient": one("company"),
                "schema:agent": nodes["investors"],
                "schema:amount": amount_node(row.attributes.get("amount")),
            }
        case "valued_at":
            return {
                "@type": ["dep:Valuation"],
                "schema:about": one("company"),
                "schema:amount": amount_node(row.attributes.get("amount")),
            }
        case "acquires":
            return {
                "@type": ["org:ChangeEvent", "schema:BuyAction"],
                "schema:agent": one("acquirer"),
                "schema:object": one("target"),
                "org:originalOrganization": one("target"),
            }
        case "partners_with":
            return {
                "@type": ["org:OrganizationalCollaboration"],
                "org:hasMember": [*nodes["a"], *nodes["b"]],
            }
        case "founded":
            return {
                "@type": ["org:ChangeEvent"],
                "org:resultingOrganization": one("company"),
                "schema:location": one("place"),
                "prov:wasAssociatedWith": nodes["founders"],
            }
    return {"@type": ["dep:Thing"], **{f"dep:{name}": nodes[name] for name in nodes}}


def direct_nodes(row: Knowledge) -> Iterator[Node]:
    """The row as plain triples between its entities; none for plans, rumours and the past."""
    if row.modality != "asserted" or row.status not in _HOLDS:
        return
    refs = {name: [{"@id": node["@id"]} for node in nodes] for name, nodes in _nodes(row).items()}
    match row.relation:
        case "opens_office" if row.attributes.get("kind") == "headquarters":
            yield from _triples(refs["company"], ["wdt:P159"], refs["place"])
        case "based_in":
            yield from _triples(refs["company"], ["schema:location", "wdt:P159"], refs["place"])
        case "holds_role":
            properties = ["schema:employee"]
            code = _ROLE_PROPERTY.get(row.attributes.get("role_code") or "")
            properties = [code] if code else properties
            yield from _triples(refs["company"], properties, refs["person"])
        case "raises_funding":
            yield from _triples(refs["company"], ["wdt:P1951"], refs["investors"])
        case "acquires":
            properties = ["schema:parentOrganization", "wdt:P749", "wdt:P127"]
            yield from _triples(refs["target"], properties, refs["acquirer"])
        case "partners_with":
            yield from _triples(refs["a"], ["wdt:P2652"], refs["b"])
            yield from _triples(refs["b"], ["wdt:P2652"], refs["a"])
        case "founded":
            yield from _triples(refs["company"], ["schema:founder", "wdt:P112"], refs["founders"])
            places = ["schema:foundingLocation", "wdt:P740"]
            yield from _triples(refs["company"], places, refs["place"])
            if row.attributes.get("year") is not None:
                year = {"@value": f"{row.attributes['year']:04}", "@type": "xsd:gYear"}
                yield from _triples(refs["company"], ["schema:foundingDate", "wdt:P571"], [year])


def amount_node(money: Money | None) -> Node | None:
    """An amount as schema.org has it, in units of its currency."""
    if money is None:
        return None
    return {
        "@type": "schema:MonetaryAmount",
        "schema:value": _number(number(money.value)),
        "schema:minValue": _number(number(money.min)),
        "schema:maxValue": _number(number(money.max)),
        "schema:currency": money.currency,
        "rdfs:label": money.text,
    }


def time_node(time: TimeValue) -> Node:
    """A time as a period; an unresolved one has only its words."""
    return {
        "@type": "dct:PeriodOfTime",
        "rdfs:label": time.text,
        "schema:startDate": typed_date(time.start),
        "schema:endDate": typed_date(time.end),
        "dep:edtf": time.edtf,
    }


def typed_date(day: date | None) -> Node | None:
    """A day as a typed literal."""
    return None if day is None else {"@value": day.isoformat(), "@type": "xsd:date"}


def _nodes(row: Knowledge) -> dict[str, list[Node]]:
    nodes: dict[str, list[Node]] = {}
    for name in RELATIONS[row.relation]:
        value = row.arguments.get(name)
        refs = value if isinstance(value, tuple) else () if value is None else (value,)
        nodes[name] = [
            entity_node(ref, f"{row.knowledge_id}-{name}-{count}") for count, ref in enumerate(refs)
        ]
    return nodes


def _role(row: Knowledge) -> Node | None:
    code = row.attributes.get("role_code")
    if code is None:
        return None
    # The name of the role in general, not of this person's: the code says it for all.
    return {
        "@id": f"urn:depeche:role:{quote(code, safe='')}",
        "@type": "org:Role",
        "schema:identifier": code,
    }


def _triples(subjects: list[Node], properties: list[str], objects: list[Node]) -> Iterator[Node]:
    if objects:
        for subject in subjects:
            yield subject | dict.fromkeys(properties, objects)


def _number(value: int | float | None) -> Node | None:
    # Typed: a large bare number would become a double, and 12.5e6 no longer an exact amount.
    return None if value is None else _decimal(f"{value:f}" if isinstance(value, float) else value)


def _decimal(value: int | str) -> Node:
    return {"@value": str(value), "@type": "xsd:decimal"}
