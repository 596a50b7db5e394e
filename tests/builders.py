"""Test values with sensible defaults: say only what the test is about.

Facts are built from a sentence, so that every offset is right by construction::

    article = an_article("Veltria ouvrira un bureau à Lyon fin 2024.")
    fact = a_fact(article, "opens_office", company="Veltria", place="Lyon", kind="office")
"""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Any

from pipeline.store.records import fact_id
from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    Article,
    Entity,
    EntityMention,
    Fact,
    Label,
    Money,
    Rejected,
    Span,
    TimeValue,
)

SENTENCE = "Veltria ouvrira un bureau à Lyon fin 2024."
LABELS: dict[str, Label] = {"place": "LOC", "person": "PER", "founders": "PER"}


def an_article(text: str = SENTENCE, *, id: str = "a1", **fields: Any) -> Article:
    """An article whose hash is right; ``published`` may be an ISO string."""
    if isinstance(fields.get("published"), str):
        fields["published"] = date.fromisoformat(fields["published"])
    fields.setdefault("source", f"corpus/{id}.txt")
    fields.setdefault("language", "fr")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(id=id, text=text, sha256=digest, **fields)


def a_rejection(id: str = "bad", reason: str = "empty file", stage: str = "load") -> Rejected:
    """A refused input."""
    return Rejected(article=id, source=f"corpus/{id}.txt", stage=stage, reason=reason)


def a_span(article: Article, text: str) -> Span:
    """The first place where ``text`` stands in the article."""
    start = article.text.index(text)
    return Span(start, start + len(text), text)


def an_entity(article: Article, text: str, label: Label = "ORG", **fields: Any) -> Entity:
    """An entity at its first place in the article; its id is made from its name.

    ``entity_id=None`` leaves it without one.
    """
    span = a_span(article, text)
    name = fields.pop("name", text)
    key = name.lower().replace(" ", "-")
    prefix = {"ORG": "org", "PER": "per", "LOC": "geonames"}[label]
    fields.setdefault("entity_id", f"{prefix}:{key}")
    return Entity(text=text, name=name, start=span.start, end=span.end, label=label, **fields)


def a_mention(article: Article, text: str, label: Label = "ORG", **fields: Any) -> EntityMention:
    """A row of ``entities.jsonl``."""
    entity = an_entity(article, text, label, **fields)
    return EntityMention(
        article.id, text, entity.start, entity.end, label, entity.name, entity.entity_id
    )


def a_fact(article: Article | None = None, relation: str = "opens_office", **given: Any) -> Fact:
    """A fact of ``article``.

    ``given`` fills arguments (an ``Entity``, or words of the text; a list of these for list
    arguments), attributes, ``time``, ``modality``, ``attribution``, ``evidence`` (words of the
    text; else the whole text), ``confidence``, ``rule``, ``fact_id``. Without ``article``:
    Veltria plans an office in Lyon.
    """
    if article is None:
        article = an_article()
    if relation == "opens_office" and not given.keys() & {"company", "place"}:
        default = {"company": "Veltria", "place": "Lyon", "kind": "office", "status": "planned"}
        given = default | given
    arguments: dict[str, Any] = {}
    for name in RELATIONS[relation]:
        value = given.pop(name, None)
        if name in LIST_ARGUMENTS:
            arguments[name] = tuple(_entity(article, name, item) for item in value or ())
        else:
            arguments[name] = None if value is None else _entity(article, name, value)
    attributes = {name: given.pop(name, None) for name in ATTRIBUTES[relation]}
    words = given.pop("evidence", article.text)
    evidence = words if isinstance(words, Span) else a_span(article, words)
    fields: dict[str, Any] = {
        "fact_id": fact_id(article.sha256, relation, arguments, attributes, evidence),
        "time": None,
        "modality": "asserted",
        "attribution": None,
        "confidence": 0.9,
        "rule": f"{relation}/test",
    } | given
    return Fact(
        article=article.id,
        relation=relation,
        arguments=arguments,
        attributes=attributes,
        evidence=evidence,
        **fields,
    )


def money(value: float | str | None, currency: str | None = "EUR", **fields: Any) -> Money:
    """An amount in units; ``min`` and ``max`` are the value unless given."""
    amount = _decimal(value)
    low, high = _decimal(fields.pop("min", value)), _decimal(fields.pop("max", value))
    fields.setdefault("text", f"{value} {currency}")
    fields.setdefault("approx", False)
    return Money(value=amount, min=low, max=high, currency=currency, **fields)


def a_time(
    start: str | None, end: str | None = None, *, text: str = "alors", **fields: Any
) -> TimeValue:
    """An interval from ISO days; ``end`` is ``start`` unless given."""
    first = None if start is None else date.fromisoformat(start)
    last = first if end is None else date.fromisoformat(end)
    fields.setdefault("edtf", start)
    fields.setdefault("anchor", None)
    return TimeValue(text=text, start=first, end=last, **fields)


def _entity(article: Article, name: str, value: Entity | str) -> Entity:
    if isinstance(value, Entity):
        return value
    return an_entity(article, value, LABELS.get(name, "ORG"))


def _decimal(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
