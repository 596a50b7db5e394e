"""Facts of many articles -> knowledge: one row per real-world fact.

A pure function of the set of facts: neither the order in which they were read nor the
batches they came in change a row, and no fact is lost (``Knowledge.fact_ids``), so that a
merge can be undone, redone, or redone for the touched groups alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, Protocol
from urllib.parse import urlsplit

from pipeline.french.typography import key
from pipeline.normalise.contradictions import contradictions
from pipeline.normalise.identity import (
    CLUSTERED,
    Telling,
    entity_key,
    knowledge_key,
    same_amount,
)
from pipeline.normalise.linkage import clusters
from pipeline.normalise.stages import rank, stage
from pipeline.types import (
    ATTRIBUTES,
    LIST_ARGUMENTS,
    RELATIONS,
    Entity,
    EntityRef,
    Fact,
    Knowledge,
    KnowledgeEvent,
    Money,
    TimeValue,
)

__all__ = ["ArticleMeta", "knowledge_key", "merge", "merge_group", "source_of"]

#: However many papers repeat a thing, they may all repeat the same mistake.
CAP = 0.99


class ArticleMeta(Protocol):
    """What the merge wants to know of an article; :class:`pipeline.types.Article` has it."""

    @property
    def published(self) -> date | None: ...

    @property
    def url(self) -> str | None: ...

    @property
    def source(self) -> str: ...


def merge(
    facts: Iterable[Fact],
    articles: Mapping[str, ArticleMeta],
    *,
    include_denied: bool = False,
) -> list[Knowledge]:
    """One row per real-world fact, sorted by relation, names and id.

    ``articles`` gives dates and sources by article id; an article that it lacks has no date
    and counts as a source of its own. What is only ever denied gives no row unless
    ``include_denied``; a denial of something told elsewhere is shown among the row's
    contradictions. Holds all facts in memory: :mod:`pipeline.normalise.merge_stream` does not.
    """
    groups: dict[str, list[Telling]] = defaultdict(list)
    for fact in facts:
        groups[knowledge_key(fact)].append(telling(fact, articles.get(fact.article)))
    rows = [
        row
        for group, told in groups.items()
        for row in merge_group(group, told, include_denied=include_denied)
    ]
    return sorted(rows, key=sort_key)


def merge_group(
    group: str, told: Iterable[Telling], *, include_denied: bool = False
) -> Iterator[Knowledge]:
    """The rows of one group: all tellings whose facts have this ``knowledge_key``."""
    unique: dict[str, Telling] = {}
    for one in told:
        former = unique.setdefault(one.fact.fact_id, one)
        if former is not one and repr(one) < repr(former):
            unique[one.fact.fact_id] = one
    for cluster in clusters(list(unique.values())):
        ordered = sorted(cluster, key=_reading_order)
        if include_denied or any(one.fact.modality != "denied" for one in ordered):
            yield _row(group, ordered)


def telling(fact: Fact, article: ArticleMeta | None) -> Telling:
    """A fact with the date and the source of its article."""
    if article is None:
        return Telling(fact, None, f"article:{fact.article}")
    return Telling(fact, article.published, source_of(article))


def source_of(article: ArticleMeta) -> str:
    """Who speaks: the domain of the article's URL without "www.", else its folder."""
    for address in (article.url, article.source):
        if address and "://" in address:
            try:
                host = urlsplit(address).hostname
            except ValueError:
                host = None
            if host:
                return host.removeprefix("www.")
    return str(PurePath(article.source).parent)


def sort_key(row: Knowledge) -> tuple[Any, ...]:
    """Order of rows: by relation, then the names of the arguments, then first seen and id."""
    names = []
    for name in RELATIONS[row.relation]:
        value = row.arguments[name]
        refs = value if isinstance(value, tuple) else () if value is None else (value,)
        names.append(tuple(key(ref.name) for ref in refs))
    return row.relation, tuple(names), row.first_seen or date.max, row.knowledge_id


def _row(group: str, told: Sequence[Telling]) -> Knowledge:
    # What is denied has a place in the history, but no say in what the row states.
    stated = [one for one in told if one.fact.modality != "denied"] or list(told)
    last = max(stated, key=_last_word)
    best = max(stated, key=lambda one: (one.fact.confidence, _reading_order(one)))
    relation = last.fact.relation
    attributes = {name: _attribute(name, stated, last) for name in ATTRIBUTES[relation]}
    dates = [one.published for one in stated if one.published]
    return Knowledge(
        knowledge_id=_identity(group, stated),
        relation=relation,
        arguments={name: _argument(relation, name, stated) for name in RELATIONS[relation]},
        attributes=attributes,
        status=attributes.get("status"),
        modality=last.fact.modality,
        time=_time(stated, last),
        first_seen=min(dates, default=None),
        last_seen=max(dates, default=None),
        n_articles=len({one.fact.article for one in stated}),
        n_sources=len({one.source for one in stated}),
        confidence=_confidence(stated),
        evidence=best.fact.evidence.text,
        evidence_article=best.fact.article,
        evidence_fact=best.fact.fact_id,
        history=tuple(_event(one) for one in told),
        contradictions=contradictions(told),
        fact_ids=tuple(sorted(one.fact.fact_id for one in told)),
    )


def _identity(group: str, stated: Sequence[Telling]) -> str:
    told = [group]
    if stated[0].fact.relation in CLUSTERED:
        # Its first telling names a round: later articles then leave its id as it is.
        first = min(stated, key=lambda one: (one.published or date.max, one.fact.fact_id))
        told.append(first.fact.fact_id)
    return "k_" + hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:16]


def _reading_order(one: Telling) -> tuple[date, int, str, int, str]:
    fact = one.fact
    # Undated words come first: a dated one is never overruled by one of unknown age.
    return (
        one.published or date.min,
        rank(fact),
        fact.article,
        fact.evidence.start,
        fact.fact_id,
    )


def _last_word(one: Telling) -> tuple[date, int, float, str]:
    return one.published or date.min, rank(one.fact), one.fact.confidence, one.fact.fact_id


def _event(one: Telling) -> KnowledgeEvent:
    fact = one.fact
    return KnowledgeEvent(
        stage=stage(fact),
        status=fact.attributes.get("status"),
        modality=fact.modality,
        date=one.published,
        time=fact.time,
        article=fact.article,
        fact_id=fact.fact_id,
    )


def _argument(
    relation: str, name: str, stated: Sequence[Telling]
) -> EntityRef | tuple[EntityRef, ...] | None:
    told: dict[str, list[Entity]] = defaultdict(list)
    for one in stated:
        for entity in _entities(relation, name, one.fact):
            told[entity_key(entity)].append(entity)
    # The most told first; equal ones by key.
    ranked = sorted(told.items(), key=lambda item: (-len(item[1]), item[0]))
    if name in LIST_ARGUMENTS:
        return tuple(_reference(entities) for _, entities in ranked)
    return _reference(ranked[0][1]) if ranked else None


def _entities(relation: str, name: str, fact: Fact) -> tuple[Entity, ...]:
    value = fact.arguments.get(name)
    if relation == "partners_with":
        # "A et B" and "B et A" are one partnership: the lesser key is a.
        pair = [entity for entity in fact.arguments.values() if isinstance(entity, Entity)]
        pair.sort(key=entity_key)
        value = dict(zip(("a", "b"), pair, strict=False)).get(name)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _reference(entities: Sequence[Entity]) -> EntityRef:
    forms = Counter(entity.name for entity in entities)
    name = min(forms, key=lambda form: (-forms[form], -len(form), form))
    # Of one identity, only those that know where it lies say so.
    located = min(
        entities,
        key=lambda entity: (
            entity.latitude is None,
            entity.country is None,
            entity.region is None,
            repr((entity.country, entity.region, entity.latitude, entity.longitude)),
        ),
    )
    labels = Counter(entity.label for entity in entities)
    return EntityRef(
        name=name,
        entity_id=entities[0].entity_id,
        label=min(labels, key=lambda label: (-labels[label], label)),
        country=located.country,
        region=located.region,
        latitude=located.latitude,
        longitude=located.longitude,
    )


def _attribute(name: str, stated: Sequence[Telling], last: Telling) -> Any:
    if name == "status":
        return last.fact.attributes.get(name)
    told = [one for one in stated if one.fact.attributes.get(name) is not None]
    if not told:
        return None
    if name == "amount":
        return _amount(told)
    # Words and codes: what most facts say, and of these the latest.
    counts = Counter(one.fact.attributes[name] for one in told)
    best = max(told, key=lambda one: (counts[one.fact.attributes[name]], _last_word(one)))
    return best.fact.attributes[name]


def _amount(told: Sequence[Telling]) -> Money:
    # The sum of the latest word that is no rumour, in the exactest form that anybody gives it.
    latest = max(told, key=lambda one: (one.fact.modality != "reported", _last_word(one)))
    money: Money = latest.fact.attributes["amount"]
    same = [one for one in told if same_amount(one.fact.attributes["amount"], money)]
    exactest = max(same or [latest], key=lambda one: (_exact(one), _last_word(one)))
    amount: Money = exactest.fact.attributes["amount"]
    return amount


def _exact(one: Telling) -> bool:
    money: Money = one.fact.attributes["amount"]
    return money.value is not None and money.currency is not None and not money.approx


def _time(stated: Sequence[Telling], last: Telling) -> TimeValue | None:
    # A time told with this stage, resolved rather than not, the latest of these.
    best = max(
        (one for one in stated if one.fact.time is not None),
        key=lambda one: (
            stage(one.fact) == stage(last.fact),
            one.fact.time is not None and one.fact.time.edtf is not None,
            _last_word(one),
        ),
        default=None,
    )
    return None if best is None else best.fact.time


def _confidence(stated: Sequence[Telling]) -> float:
    """Noisy-or over independent tellings, at most ``CAP`` unless one fact alone has more.

    An article counts once, by its surest fact, and a sentence that several print (a wire
    story) counts once.
    """
    doubt, articles, sentences = 1.0, set[str](), set[str]()
    for one in sorted(stated, key=lambda one: (-one.fact.confidence, one.fact.fact_id)):
        words = key(one.fact.evidence.text)
        if one.fact.article not in articles and words not in sentences:
            doubt *= 1.0 - one.fact.confidence
        articles.add(one.fact.article)
        sentences.add(words)
    surest = max(one.fact.confidence for one in stated)
    return round(max(min(1.0 - doubt, CAP), surest), 4)
