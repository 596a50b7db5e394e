"""``facts.jsonld``: one JSON-LD document whose context is inline, so that nothing is fetched.

Two layers. Each fact is a ``prov:Entity`` quoted from its article, with the words that state
it. Each row of knowledge is a ``prov:Entity`` derived from these facts, about a resource of
W3C's organization ontology or schema.org (:mod:`pipeline.store.jsonld_terms`); what it asserts
as done is also said directly, with the property that Wikidata has for it. Written node by node.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

from pipeline.store.json_file import line, open_text
from pipeline.store.jsonld_terms import (
    CONTEXT,
    Node,
    amount_node,
    direct_nodes,
    entity_node,
    statement,
    time_node,
    typed_date,
)
from pipeline.store.records import entities_of
from pipeline.store.sink import Processed
from pipeline.types import ATTRIBUTES, RELATIONS, Article, Fact, Knowledge

NAME = "facts.jsonld"


class JsonLdWriter:
    """The document; denied facts stay out of it unless ``include_denied``."""

    def __init__(self, *, include_denied: bool = False) -> None:
        self._include_denied = include_denied
        self._files = ExitStack()
        self._file: IO[str]
        self._first = True

    def open(self, folder: Path) -> None:
        self._file = self._files.enter_context(open_text(folder / NAME))
        self._file.write('{"@context": ' + line(CONTEXT).rstrip() + ',\n"@graph": [\n')
        # Runs when the file is closed, before it is: the document ends however short it is.
        self._files.callback(lambda: self._file.write("]}\n"))

    def write(self, item: Processed) -> None:
        if not isinstance(item.article, Article):
            return
        self._add(_article(item.article))
        for fact in item.facts:
            if fact.modality != "denied" or self._include_denied:
                self._add(_fact(fact))

    def write_knowledge(self, row: Knowledge) -> None:
        self._add(_knowledge(row))
        for node in direct_nodes(row):
            self._add(node)

    def close(self) -> None:
        self._files.close()

    def _add(self, node: Node) -> None:
        self._file.write(("" if self._first else ",") + line(_without_none(node)))
        self._first = False


def _article(article: Article) -> Node:
    return {
        "@id": article_iri(article.id),
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:headline": article.title,
        "schema:url": article.url,
        "schema:datePublished": typed_date(article.published),
        "schema:inLanguage": article.language,
        "dep:sha256": article.sha256 or None,
    }


def _fact(fact: Fact) -> Node:
    node: Node = {
        "@id": fact_iri(fact.fact_id),
        "@type": ["dep:Fact", "prov:Entity"],
        "dep:relation": fact.relation,
        "prov:wasQuotedFrom": {"@id": article_iri(fact.article)},
        "prov:value": fact.evidence.text,
        "dep:evidenceStart": fact.evidence.start,
        "dep:evidenceEnd": fact.evidence.end,
        "dep:modality": fact.modality,
        "dep:confidence": _double(fact.confidence),
        "dep:rule": fact.rule,
    }
    if fact.attribution:
        node["prov:wasAttributedTo"] = {
            "@type": "prov:Agent",
            "schema:name": fact.attribution.text,
        }
    for name in RELATIONS[fact.relation]:
        node[f"dep:{name}"] = [
            entity_node(entity, f"{fact.fact_id}-{name}-{count}")
            for count, entity in enumerate(entities_of(fact.arguments.get(name)))
        ]
    return node | _attributes(fact)


def _knowledge(row: Knowledge) -> Node:
    node: Node = {
        "@id": f"urn:depeche:knowledge:{quote(row.knowledge_id, safe='')}",
        "@type": ["dep:Knowledge", "prov:Entity"],
        "dep:relation": row.relation,
        "dep:modality": row.modality,
        "dep:confidence": _double(row.confidence),
        "dep:firstSeen": typed_date(row.first_seen),
        "dep:lastSeen": typed_date(row.last_seen),
        "dep:articles": row.n_articles,
        "dep:sources": row.n_sources,
        "dep:contradiction": list(row.contradictions),
        "prov:wasDerivedFrom": [{"@id": fact_iri(fact_id)} for fact_id in row.fact_ids],
        "prov:hadPrimarySource": {"@id": article_iri(row.evidence_article)},
        "prov:value": row.evidence,
    }
    # Apart from the claim: an event is a prov:Activity, which no prov:Entity can be.
    about = {"@id": f"urn:depeche:thing:{quote(row.knowledge_id, safe='')}"} | statement(row)
    return node | _attributes(row) | {"schema:about": about}


def _attributes(told: Fact | Knowledge) -> Node:
    node: Node = {}
    for name in ATTRIBUTES[told.relation]:
        value = told.attributes.get(name)
        key = "roleCode" if name == "role_code" else name
        node[f"dep:{key}"] = amount_node(value) if name == "amount" else value
    if told.time is not None:
        node["dct:temporal"] = time_node(told.time)
    return node


def article_iri(article: str) -> str:
    """Name of an article in the graph; its own address stands in ``schema:url``."""
    return f"urn:depeche:article:{quote(article, safe='')}"


def fact_iri(fact_id: str) -> str:
    """Name of a fact in the graph."""
    return f"urn:depeche:fact:{quote(fact_id, safe='')}"


def _double(value: float) -> Node:
    return {"@value": repr(round(value, 4)), "@type": "xsd:double"}


def _without_none(node: Node) -> Node:
    kept: dict[str, Any] = {}
    for name, value in node.items():
        if isinstance(value, dict):
            value = _without_none(value)
        elif isinstance(value, list):
            value = [_without_none(one) if isinstance(one, dict) else one for one in value]
        if value is not None and value != []:
            kept[name] = value
    return kept
