"""The documentation says what the code is: schema, queries, and how they are regenerated."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.store.database.docs import answers, diagram, main, replace_section
from pipeline.store.database.engine import connect, dump_json
from pipeline.store.database.queries import QUERIES, Query
from pipeline.store.database.schema import metadata
from pipeline.store.database.url import resolve
from pipeline.store.database.views import definitions
from pipeline.store.sink import Processed
from tests.builders import a_fact, an_article
from tests.database.helpers import opening, press, query, store

PAGE = Path(__file__).parents[2] / "docs" / "databases.md"


def _section(name: str) -> str:
    text = PAGE.read_text(encoding="utf-8")
    start = text.index(f"<!-- {name}: generated -->")
    return text[start : text.index(f"<!-- {name}: end -->")]


def test_the_page_shows_the_present_schema() -> None:
    assert diagram() in _section("schema"), "run python -m pipeline.store.database.docs"


def test_the_page_shows_the_present_queries() -> None:
    section = _section("queries")
    for number, one in enumerate(QUERIES, 1):
        assert f"### {number}. {one.question}\n\n```sql\n{one.sql}\n```" in section, one.name
    assert section.count("### ") == len(QUERIES) == 10


def test_the_page_names_every_table_and_view() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in [*metadata.tables, *definitions("sqlite")]:
        # schema_meta is the program's own.
        assert f"`{name}`" in text or name == "schema_meta", name


@pytest.mark.parametrize("one", QUERIES, ids=lambda one: one.name)
def test_queries_answer(url: str, one: Query) -> None:
    store(url, press(), opening("a1"), opening("a2", verb="a ouvert"), *_deals())
    found = query(url, one.sql)
    assert found, one.question
    assert len(found) <= 8


@pytest.mark.server
@pytest.mark.parametrize("one", QUERIES, ids=lambda one: one.name)
def test_queries_answer_alike(sqlite: str, postgres: str, one: Query) -> None:
    results = [press(), opening("a1"), opening("a2", published=None, place="Brest"), *_deals()]
    for url in (sqlite, postgres):
        store(url, *results)
    assert _texts(query(sqlite, one.sql)) == _texts(query(postgres, one.sql))


def _texts(rows: list[dict[str, object]]) -> list[dict[str, str]]:
    """SQLite gives JSON and dates as text."""
    return [
        {
            name: dump_json(value) if isinstance(value, list) else str(value)
            for name, value in row.items()
        }
        for row in rows
    ]


def _deals() -> list[Processed]:

    first = an_article("Orvani rachète Balto. Hugo Talec rejoint Orvani.", id="d1")
    later = an_article(
        "Orvani n’a pas racheté Balto. Camille Dorval, PDG d’Orvani.",
        id="d2",
        published="2024-08-01",
    )
    return [
        Processed(
            first,
            (
                a_fact(first, "acquires", acquirer="Orvani", target="Balto", status="done"),
                a_fact(
                    first,
                    "holds_role",
                    person="Hugo Talec",
                    company="Orvani",
                    role="membre",
                    status="incoming",
                ),
            ),
        ),
        Processed(
            later,
            (
                a_fact(
                    later,
                    "acquires",
                    acquirer="Orvani",
                    target="Balto",
                    status="done",
                    modality="denied",
                ),
            ),
        ),
    ]


def test_answers_are_cut_and_escaped(sqlite: str) -> None:
    store(sqlite, opening("a|1", "Veltria " + "longue " * 30, published="2024-01-01"))
    engine = connect(resolve(sqlite))
    text = answers(engine)
    engine.dispose()
    assert "a\\|1" in text
    assert "…" in text


def test_the_command_rewrites_only_its_sections(
    sqlite: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store(sqlite, press(), opening())
    page = tmp_path / "page.md"
    page.write_text(
        "before\n<!-- schema: generated -->\nformer\n<!-- schema: end -->\nbetween\n"
        "<!-- queries: generated -->\nformer\n<!-- queries: end -->\nafter\n",
        encoding="utf-8",
    )
    assert main([sqlite, str(page)]) == 0
    once = page.read_text(encoding="utf-8")
    assert main([sqlite, str(page)]) == 0
    assert page.read_text(encoding="utf-8") == once
    assert "\nformer\n" not in once
    assert once.startswith("before\n<!-- schema")
    assert once.endswith("<!-- queries: end -->\nafter\n")
    assert "| Veltria | Lyon | FR |" in once
    assert main([]) == 2
    assert main([f"sqlite:///{tmp_path}/none.db", str(page)]) == 1
    assert "depeche db upgrade" in capsys.readouterr().err


def test_a_page_without_the_section_is_refused() -> None:
    with pytest.raises(UsageError, match="no section 'speed'"):
        replace_section("nothing here", "speed", "x")
