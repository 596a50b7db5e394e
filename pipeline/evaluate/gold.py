"""Gold documents and the facts, entities and texts of a run, as the measure reads them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import UsageError

FactRecord = Mapping[str, Any]
"""One line of ``facts.jsonl``."""
EntityRecord = Mapping[str, Any]
"""One line of ``entities.jsonl``."""
Half = Literal["a", "b"]

#: gold type -> relation of the contract.
RELATION_OF = {
    "office": "opens_office",
    "based_in": "based_in",
    "role": "holds_role",
    "funding": "raises_funding",
    "valuation": "valued_at",
    "acquisition": "acquires",
    "partnership": "partners_with",
    "founding": "founded",
}
RELATIONS = tuple(RELATION_OF.values())

#: relation -> the arguments that a match needs, with the label that each should have.
KEY_ARGUMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "opens_office": (("company", "ORG"), ("place", "LOC")),
    "based_in": (("company", "ORG"), ("place", "LOC")),
    "holds_role": (("person", "PER"), ("company", "ORG")),
    "raises_funding": (("company", "ORG"),),
    "valued_at": (("company", "ORG"),),
    "acquires": (("acquirer", "ORG"), ("target", "ORG")),
    "partners_with": (("a", "ORG"), ("b", "ORG")),
    "founded": (("company", "ORG"),),
}
_MANNERS = {"d": "elaborate", "e": "plain"}


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One annotated fact; ``values`` are the fields of its JSON under their gold names."""

    article: str
    relation: str
    values: Mapping[str, Any]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[int, int] | None = None
    hard: bool = False

    def names(self, argument: str) -> tuple[str, ...]:
        """Return every name that serves for ``argument``: the values first, then aliases."""
        return _strings(self.values.get(argument)) + self.aliases.get(argument, ())


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One gold text with its annotation; offsets are characters of ``text``."""

    id: str
    manner: str
    """``plain``, ``elaborate``, or ``other`` where neither the file nor its id says."""
    text: str
    entities: Mapping[str, frozenset[str]]
    """Label -> distinct surface forms."""
    facts: tuple[GoldFact, ...]

    def sentence(self, fact: GoldFact) -> str:
        """Return the evidence of ``fact`` on one line, "" where gold gives none."""
        if fact.evidence is None:
            return ""
        return " ".join(self.text[fact.evidence[0] : fact.evidence[1]].split())


def _strings(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Iterable):
        return tuple(str(item) for item in value)
    return (str(value),)


def gold_fact(article: str, record: Mapping[str, Any]) -> GoldFact:
    """Return one fact of a gold JSON.

    Raises:
        UsageError: the fact's type is none of the guideline's.
    """
    relation = RELATION_OF.get(str(record.get("type")))
    if relation is None:
        raise UsageError(f"gold {article}: unknown fact type {record.get('type')!r}")
    evidence = record.get("evidence")
    return GoldFact(
        article=article,
        relation=relation,
        values=record,
        aliases={key: _strings(value) for key, value in (record.get("aliases") or {}).items()},
        evidence=(int(evidence[0]), int(evidence[1])) if evidence else None,
        hard=bool(record.get("hard")),
    )


def gold_document(record: Mapping[str, Any], text: str) -> GoldDocument:
    """Return the gold document of one JSON and its text.

    Raises:
        UsageError: the record has no id, or a fact of unknown type.
    """
    article = record.get("id")
    if not isinstance(article, str) or not article:
        raise UsageError("a gold file has no id")
    return GoldDocument(
        id=article,
        manner=str(record.get("manner") or _MANNERS.get(article[0], "other")),
        text=text,
        entities={
            label: frozenset(_strings((record.get("entities") or {}).get(label)))
            for label in ("ORG", "PER", "LOC")
        },
        facts=tuple(gold_fact(article, fact) for fact in record.get("facts", ())),
    )


def load_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """Return the gold documents of a folder, by id.

    Raises:
        UsageError: there is none, a JSON has no text beside it or cannot be read.
    """
    documents = []
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt")
        if not text.is_file():
            raise UsageError(f"gold {path.name} has no {text.name} beside it")
        try:
            record = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise UsageError(f"gold {path.name} is not JSON: {error}") from error
        # Bytes decoded, not read_text: universal newlines would shift the offsets.
        documents.append(gold_document(record, text.read_bytes().decode("utf-8")))
    if not documents:
        raise UsageError(f"no gold document (ID.json beside ID.txt) in {folder}")
    return tuple(documents)


def corpus_hash(folder: Path) -> str:
    """Return the SHA-256 over names and bytes of every gold file of ``folder``."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in {".json", ".txt"}:
            body = path.read_bytes()
            digest.update(f"{path.name}\0{len(body)}\0".encode())
            digest.update(body)
    return digest.hexdigest()


def half_of(article: str) -> Half:
    """Return the half that a document belongs to, told by the number of its id alone.

    Dev ids go in steps of three, and dNNN is the elaborate telling of eNNN: counting in
    threes puts both in one half and alternates the topics.
    """
    digits = "".join(char for char in article if char.isdigit())
    return "a" if (int(digits or 0) // 3) % 2 == 0 else "b"


def take_half(documents: Iterable[GoldDocument], half: Half | None) -> tuple[GoldDocument, ...]:
    """Return the documents of one half, or all of them for None."""
    return tuple(doc for doc in documents if half is None or half_of(doc.id) == half)


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file.

    Raises:
        UsageError: the file is missing or a line is not a JSON object.
    """
    if not path.is_file():
        raise UsageError(f"{path} is not a file")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise UsageError(f"{path} line {number} is not JSON: {error}") from error
            if not isinstance(record, dict):
                raise UsageError(f"{path} line {number} is not a JSON object")
            yield record


def by_article(records: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Group fact or entity records by their ``article``."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for record in records:
        groups.setdefault(str(record.get("article")), []).append(record)
    return groups
