"""The annotated corpora keep what the guideline and the aims ask of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.gold import KEY_ARGUMENTS, load_gold

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
KINDS = {
    "office",
    "headquarters",
    "lab",
    "subsidiary",
    "factory",
    "datacenter",
    "store",
    "hub",
    "campus",
    "other",
}
STATUSES = {
    "opens_office": {"planned", "opened", "existing", "closed"},
    "holds_role": {"current", "former", "incoming", "outgoing"},
    "raises_funding": {"done", "planned", "total"},
    "acquires": {"done", "planned", "rumour", "failed"},
}


@pytest.mark.parametrize("corpus", ["dev", "test"])
def test_every_annotation_is_sound(corpus: str) -> None:
    documents = load_gold(GOLD / corpus)
    problems = []
    for document in documents:
        if document.manner not in ("plain", "elaborate"):
            problems.append(f"{document.id}: manner {document.manner}")
        for forms in document.entities.values():
            problems += [
                f"{document.id}: {one!r} not in text" for one in forms if one not in document.text
            ]
        for fact in document.facts:
            where = f"{document.id} {fact.relation}"
            if fact.evidence is None or not (
                0 <= fact.evidence[0] < fact.evidence[1] <= len(document.text)
            ):
                problems.append(f"{where}: evidence {fact.evidence}")
            problems += [
                f"{where}: no {name}"
                for name, _ in KEY_ARGUMENTS[fact.relation]
                if not fact.names(name)
            ]
            status = fact.values.get("status")
            if status not in STATUSES.get(fact.relation, {None}):
                problems.append(f"{where}: status {status}")
            if fact.relation == "opens_office" and fact.values.get("kind") not in KINDS:
                problems.append(f"{where}: kind {fact.values.get('kind')}")
            if fact.relation == "holds_role" and not fact.names("role"):
                problems.append(f"{where}: no role")
            if fact.relation == "founded" and not (
                fact.values.get("year") or fact.names("founders")
            ):
                problems.append(f"{where}: neither year nor founder")
    assert problems == []


def test_the_test_corpus_is_large_and_hard_enough() -> None:
    documents = load_gold(GOLD / "test")
    facts = [fact for document in documents for fact in document.facts]
    assert len(documents) >= 60
    assert sum(not document.facts for document in documents) >= 15
    assert sum(fact.hard for fact in facts) * 2 >= len(facts)
