"""Baseline: the raw model's entities, and trigger words in their sentence.

What an afternoon gives: no memory across sentences, no lexicon, no tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.peers.shared import (
    ROLE,
    YEAR,
    Found,
    amount,
    entities,
    fact,
    kind,
    load_model,
    nearest,
    paragraphs,
)

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "raw fr_core_news_md with co-occurrence patterns"
RULE = "baseline/co-occurrence"

OPEN = re.compile(
    r"\b(?:ouv[er]|inaugur|install|implant|établ|ferm|dispos|poss[èé]d)\w*", re.IGNORECASE
)
FUTURE = re.compile(r"\b(?:\w+r(?:a|ont)|va|vont|prévoi\w*|compte\w*|envisage\w*)\b")
BASED = re.compile(r"\b(?:basée?s?|installée?s?|sise?) (?:à|en|au)\b", re.IGNORECASE)
RAISE = re.compile(
    r"\b(?:l[eè]v(?:e|é|ée|ent|er|era)|levée de fonds|tour de table)\b", re.IGNORECASE
)
WORTH = re.compile(r"\bvaloris\w*", re.IGNORECASE)
BUY = re.compile(r"\b(?:rach[eè]t\w*|rachat|acquis\w*|acquiert|s'offre)\b", re.IGNORECASE)
PARTNER = re.compile(r"\b(?:partenariat|partenaires?|alliance|s'allie\w*)\b", re.IGNORECASE)
FOUND = re.compile(r"\b(?:fondée?|créée?|lancée?)\b", re.IGNORECASE)


def _of_sentence(
    article: str, text: str, start: int, found: list[Found]
) -> Iterator[dict[str, Any]]:
    orgs = [one for one in found if one.label == "ORG"]
    places = [one for one in found if one.label == "LOC"]
    people = [one for one in found if one.label == "PER"]

    def company(match: re.Match[str]) -> Found | None:
        return nearest(orgs, start + match.start())

    site = kind(text)
    if (match := OPEN.search(text)) and site and (who := company(match)):
        status = "closed" if match[0].lower().startswith("ferm") else "opened"
        status = "planned" if FUTURE.search(text) else status
        for place in places:
            yield fact(
                article, "opens_office", text, RULE,
                company=who.text, place=place.text,
                attributes={"kind": site, "status": status},
            )  # fmt: skip
    if (match := BASED.search(text)) and (who := company(match)):
        after = [place for place in places if place.start >= start + match.end()]
        for place in after[:1]:
            yield fact(article, "based_in", text, RULE, company=who.text, place=place.text)
    for match in ROLE.finditer(text):
        person, employer = nearest(people, start + match.start()), company(match)
        if person and employer:
            status = "former" if re.search(r"\b(?:ex-|ancien)", text) else "current"
            yield fact(
                article, "holds_role", text, RULE,
                person=person.text, company=employer.text,
                attributes={"role": match[0], "status": status},
            )  # fmt: skip
    money = amount(text)
    if (match := RAISE.search(text)) and money and (who := company(match)):
        attributes = {"amount": money, "round": None, "status": "done"}
        yield fact(
            article, "raises_funding", text, RULE,
            company=who.text, investors=[], attributes=attributes,
        )  # fmt: skip
    if (match := WORTH.search(text)) and money and (who := company(match)):
        yield fact(article, "valued_at", text, RULE, company=who.text, attributes={"amount": money})
    if (match := BUY.search(text)) and len(orgs) >= 2:
        first, second = orgs[0].text, orgs[1].text
        if re.search(r"\bpar\b", text[match.end() :]):
            first, second = second, first
        yield fact(
            article, "acquires", text, RULE,
            acquirer=first, target=second, attributes={"status": "done"},
        )  # fmt: skip
    if PARTNER.search(text) and len(orgs) >= 2:
        yield fact(article, "partners_with", text, RULE, a=orgs[0].text, b=orgs[1].text)
    if (match := FOUND.search(text)) and (who := company(match)):
        year = YEAR.search(text)
        founders = [one.text for one in people if one.start > start + match.end()]
        if year or founders:
            yield fact(
                article, "founded", text, RULE,
                company=who.text, founders=founders,
                attributes={"year": int(year[0]) if year else None},
            )  # fmt: skip


def extract(model: Language, article: str, text: str) -> list[dict[str, Any]]:
    """Return the facts of one article, as rows of ``facts.jsonl``."""
    facts: list[dict[str, Any]] = []
    for doc in model.pipe(paragraphs(text)):
        for sentence in doc.sents:
            found = entities(sentence)
            facts += _of_sentence(article, sentence.text, sentence.start_char, found)
    return facts


def load() -> Language:
    """Load what :func:`extract` takes as its model."""
    return load_model()
