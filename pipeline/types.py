"""Every type that one stage hands to the next.

``Article`` -> ``AnnotatedArticle`` -> ``Relation`` -> ``Fact``; what cannot go on
becomes a ``Rejected``. All are frozen and slotted, none holds a spaCy object, all
can be pickled between our own worker processes.

Offsets are half-open character offsets into ``Article.text`` as loaded:
``article.text[x.start:x.end] == x.text`` holds for every ``Span``, ``Mention``,
``Argument``, ``Entity`` and for the evidence of a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Label = Literal["ORG", "PER", "LOC"]
Modality = Literal["asserted", "planned", "reported", "denied"]
Tense = Literal["past", "present", "future", "none"]

#: relation -> its argument names, in the order of the contract. A name in
#: ``LIST_ARGUMENTS`` holds a list.
RELATIONS: dict[str, tuple[str, ...]] = {
    "opens_office": ("company", "place"),
    "based_in": ("company", "place"),
    "holds_role": ("person", "company"),
    "raises_funding": ("company", "investors"),
    "valued_at": ("company",),
    "acquires": ("acquirer", "target"),
    "partners_with": ("a", "b"),
    "founded": ("company", "founders", "place"),
}
LIST_ARGUMENTS = frozenset({"investors", "founders"})

#: relation -> its attribute names, in the order of the contract.
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "opens_office": ("kind", "status"),
    "based_in": (),
    "holds_role": ("role", "role_code", "status"),
    "raises_funding": ("amount", "round", "status"),
    "valued_at": ("amount",),
    "acquires": ("amount", "status"),
    "partners_with": (),
    "founded": ("year",),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as loaded; ``text`` is what every offset counts in."""

    id: str
    source: str
    """Path or URL that it was read from; ``-`` for standard input."""
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    """Day of publication; the first day of the month where only the month is known."""
    language: str | None = None
    """ISO 639-1 code found by the language check."""
    sha256: str = ""
    """Hash of ``text`` in UTF-8."""
    note: str | None = None
    """What was wrong with its metadata ("not a date: …"), for the report."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that was refused; the run goes on without it."""

    article: str
    """Id as far as it is known, else the file's stem (with line number for JSONL)."""
    source: str
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A named entity where it stands in the text."""

    start: int
    end: int
    text: str
    label: Label
    name: str
    """The fullest form of this name that the document gives."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A filled slot of a relation: the antecedent's span, and through what it was reached."""

    start: int
    end: int
    text: str
    label: Label
    name: str
    """The fullest form of this name that the document gives."""
    via: Span | None = None
    """The anaphor ("l'entreprise", "elle") that led here; None for a direct mention."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a rule found, before any value is normalised.

    ``arguments`` maps an argument name to one ``Argument`` or, for the names of
    ``LIST_ARGUMENTS``, to a tuple of them. ``attributes`` holds the plain strings of
    the contract that the rule knows (kind, status, role, round). ``amount`` and
    ``time`` are spans, still unread; ``tense`` is that of the governing verb.
    """

    article: str
    relation: str
    arguments: Mapping[str, Argument | tuple[Argument, ...]]
    attributes: Mapping[str, str | None]
    evidence: Span
    rule: str
    modality: Modality = "asserted"
    attribution: Span | None = None
    amount: Span | None = None
    time: Span | None = None
    tense: Tense = "none"
    features: Mapping[str, float] = field(default_factory=dict)
    """What confidence is computed from: the rule's own weight, distances, anaphora …"""


UnitKind = Literal["w", "p", "O", "P", "L", "X", "M", "D", "R", "N", "o", "a", "q", "l"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One element of a sentence as rules see it: a word, or a whole phrase merged into one.

    ``kind``: ``w`` word, ``p`` punctuation; direct mentions ``O`` organisation, ``P``
    person, ``L`` place, ``X`` other name (product, event); ``M`` amount of money, ``D``
    time expression, ``R`` role words, ``N`` a post named by its noun ("la présidence");
    anaphors ``o`` ("l'entreprise"), ``a`` ("ce dernier"), ``q`` pronoun (il, elle),
    ``l`` ("la ville", "le pays").

    ``start`` and ``end`` cover the whole phrase ("la start-up lyonnaise Partoo");
    ``mention`` is the name inside it.
    """

    start: int
    end: int
    text: str
    form: str
    """Folded lower-case text of a word; the head noun of a phrase ("start-up"); else ""."""
    kind: UnitKind
    mention: Mention | None = None
    org: Mention | None = None
    """Antecedent as an organisation; for ``O`` the mention itself."""
    per: Mention | None = None
    loc: Mention | None = None
    others: tuple[Mention, ...] = ()
    """Further antecedents of a plural anaphor ("les deux fondateurs", "ils")."""
    doubt: float = 0.0
    """How uncertain the antecedent is: 0 direct or sure, 1 a guess."""
    demonym: Span | None = None
    """Adjective of origin inside the phrase ("lyonnaise")."""
    plural: bool = False
    gender: str = ""
    quiet: bool = False
    """A newspaper, agency or broadcaster: it reports, it is seldom meant by "the company"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a row of units, with what the discourse is about where it starts."""

    start: int
    end: int
    units: tuple[Unit, ...]
    index: int
    opens_paragraph: bool
    heading: bool
    """A title, an intertitle or a list item: no full stop, short, a line of its own."""
    focus_org: Mention | None = None
    focus_per: Mention | None = None
    focus_loc: Mention | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with its names, and its sentences as rules read them."""

    article: Article
    mentions: tuple[Mention, ...]
    sentences: tuple[Sentence, ...]
    topic: Mention | None = None
    """The organisation that the article is about."""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression, resolved to a closed interval of days.

    ``start`` or ``end`` None: open on that side. Both None: unresolved (a relative
    expression in an article without date); then ``edtf`` is None too.
    """

    text: str
    start: date | None
    end: date | None
    edtf: str | None
    """ISO 8601-2 (EDTF level 2): 2024-10-10, 2024-10, 2024-34 (2nd quarter) …"""
    anchor: date | None
    """The date that a relative expression was counted from."""
    weekday_conflict: bool = False
    """The text names a weekday that its date is not ("mardi 7 juin"): one of them is wrong."""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units of its currency (6.6e9, not 6.6)."""

    text: str
    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    currency: str | None
    """ISO 4217 code; None where the text does not tell."""
    approx: bool
    eur: Decimal | None = None
    """Worth of ``value`` in euros, by the rate table that the user gave; never fetched."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A normalised argument of a fact."""

    text: str
    name: str
    start: int
    end: int
    label: Label
    entity_id: str | None
    """Stable across articles: ``org:…``, ``per:…``, ``geonames:…``, ``wikidata:…``."""
    country: str | None = None
    """ISO 3166-1 alpha-2, for places."""
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    via: Span | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One row of ``entities.jsonl``."""

    article: str
    text: str
    start: int
    end: int
    label: Label
    name: str
    entity_id: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One mention of one fact, as the contract writes it. See :mod:`pipeline.store.records`."""

    fact_id: str
    article: str
    relation: str
    arguments: Mapping[str, Entity | tuple[Entity, ...] | None]
    """Every argument name of the relation; None or () where the text gives none."""
    attributes: Mapping[str, Any]
    """Every attribute name of the relation: str, int, ``Money`` or None."""
    time: TimeValue | None
    modality: Modality
    attribution: Span | None
    evidence: Span
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity as a row of knowledge names it: no offsets, it stands for many mentions."""

    name: str
    """The form that most mentions give."""
    entity_id: str | None
    label: Label
    country: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class KnowledgeEvent:
    """What one fact adds to the history of a row of knowledge."""

    stage: Literal["rumour", "announced", "done", "ended"]
    """How far things had come by this word, whatever the relation's own names are."""
    status: str | None
    modality: Modality
    date: date | None
    """Publication of the article; None where it has no date."""
    time: TimeValue | None
    article: str
    fact_id: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """One real-world fact, merged from every fact of every article that tells of it.

    Nothing is lost by the merge: ``fact_ids`` names each fact behind the row, so that it can
    be undone and redone. See :mod:`pipeline.normalise.merge` for what counts as the same.
    """

    knowledge_id: str
    relation: str
    arguments: Mapping[str, EntityRef | tuple[EntityRef, ...] | None]
    """Every argument name of the relation; lists hold the union over the facts."""
    attributes: Mapping[str, Any]
    """Every attribute name of the relation; ``status`` is that of the latest word."""
    status: str | None
    modality: Modality
    """Modality of the word that gives the status."""
    time: TimeValue | None
    """Time told with that status; else the last time told."""
    first_seen: date | None
    last_seen: date | None
    n_articles: int
    n_sources: int
    """Distinct domains of the articles' URLs, or their folders where they have none."""
    confidence: float
    evidence: str
    """Evidence of the fact with the highest confidence, from ``evidence_article``."""
    evidence_article: str
    evidence_fact: str
    history: tuple[KnowledgeEvent, ...]
    """Oldest word first; facts from articles without date come before all others."""
    contradictions: tuple[str, ...]
    """One sentence each: amounts that differ, a status that goes back, a denial."""
    fact_ids: tuple[str, ...]
    """Sorted; denied facts included."""
