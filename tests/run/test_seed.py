"""The real article that started the project: what it must give, and nothing false."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.run import run
from pipeline.store.json_file import read_facts
from pipeline.types import Entity, Fact

pytestmark = [pytest.mark.model, pytest.mark.shared]


@pytest.fixture(scope="module")
def facts(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Fact]:
    out = tmp_path_factory.mktemp("seed")
    run([str(shared / "seed" / "openai-bureaux-2024.txt")], out, Config(date=date(2024, 10, 10)))
    return list(read_facts(out / "facts.jsonl"))


def _name(fact: Fact, slot: str) -> str:
    value = fact.arguments[slot]
    assert isinstance(value, Entity)
    return value.name


def test_offices(facts: list[Fact]) -> None:
    told = {
        _name(f, "place"): f.attributes["status"] for f in facts if f.relation == "opens_office"
    }
    assert {p for p, status in told.items() if status == "planned"} == {
        "New York", "Seattle", "Paris", "Bruxelles", "Singapour",
    }  # fmt: skip
    assert {p for p, status in told.items() if status in ("existing", "opened")} == {
        "San Francisco", "Londres", "Dublin", "Tokyo",
    }  # fmt: skip
    assert {_name(f, "company") for f in facts if f.relation == "opens_office"} == {"OpenAI"}


def test_when(facts: list[Fact]) -> None:
    times = {
        _name(f, "place"): f.time.edtf
        for f in facts
        if f.relation == "opens_office" and f.time is not None
    }
    assert times["Paris"] == "2024"
    assert times["Londres"] == times["Dublin"] == "2023"
    assert times["Tokyo"] == "2024-04"


def test_roles(facts: list[Fact]) -> None:
    told = {
        (_name(f, "person"), _name(f, "company"), f.attributes["status"])
        for f in facts
        if f.relation == "holds_role"
    }
    assert {
        ("Oliver Jay", "OpenAI", "current"),
        ("Oliver Jay", "Asana", "former"),
        ("Oliver Jay", "Dropbox", "former"),
        ("Julie Lavet", "OpenAI", "current"),
        ("Emmanuel Macron", "France", "current"),
    } <= told
    assert len(told) == 6


def test_nothing_false(facts: list[Fact]) -> None:
    assert not [f for f in facts if f.relation == "based_in" and _name(f, "company") == "OpenAI"]
    companies = {_name(f, "company") for f in facts if "company" in f.arguments}
    assert not companies & {"X", "ChatGPT", "Google DeepMind"}
