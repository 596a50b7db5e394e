"""The peers find what their method can find; a benchmark against a broken peer says nothing."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (
    "Google a racheté Nokia pour 2 milliards de dollars.\n"
    "Renault a ouvert un bureau à Berlin.\n"
    "Michelin a levé 20 millions d'euros.\n"
    "Claire Martin, directrice générale de Renault, a pris la parole."
)


@pytest.fixture
def peer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    monkeypatch.syspath_prepend(ROOT)
    return lambda name: importlib.import_module(f"benchmarks.peers.{name}")


def told(facts: list[dict[str, Any]]) -> set[tuple[str, ...]]:
    return {
        (
            fact["relation"],
            *(value["name"] for value in fact["arguments"].values() if isinstance(value, dict)),
        )
        for fact in facts
    }


@pytest.mark.model
def test_the_baseline_finds_facts_of_one_sentence(peer: Callable[[str], ModuleType]) -> None:
    baseline = peer("baseline_cooccurrence")
    facts = baseline.extract(baseline.load(), "a1", TEXT)
    assert told(facts) == {
        ("acquires", "Google", "Nokia"),
        ("opens_office", "Renault", "Berlin"),
        ("raises_funding", "Michelin"),
        ("holds_role", "Claire Martin", "Renault"),
    }
    (funding,) = [fact for fact in facts if fact["relation"] == "raises_funding"]
    assert funding["attributes"]["amount"]["value"] == 20e6
    assert funding["attributes"]["amount"]["currency"] == "EUR"


@pytest.mark.model
def test_textacy_reads_french_trees_once_their_labels_are_renamed(
    peer: Callable[[str], ModuleType],
) -> None:
    pytest.importorskip("textacy")
    triples = peer("textacy_triples")
    found = told(triples.extract(triples.load(), "a1", TEXT))
    assert ("opens_office", "Renault", "Berlin") in found
