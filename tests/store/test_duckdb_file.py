"""The DuckDB file, read by DuckDB itself and held against SQLite's views of the same facts."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import StoreError
from pipeline.normalise.merge import knowledge_key, merge
from pipeline.store.database.sink import DatabaseSink
from pipeline.store.duckdb_file import VIEWS
from pipeline.store.files import write_outputs
from pipeline.store.sink import Processed
from pipeline.types import RELATIONS, Article, Fact
from tests.builders import a_fact, a_rejection, a_time, an_article, an_entity, money

duckdb = pytest.importorskip("duckdb")

TEXT = (
    "Veltria ouvre un bureau à Lyon et un autre à Nice fin 2024. Ana Roux, PDG de Veltria, a "
    "levé 12,5 M€ auprès d’Aube Capital et de Brume & Cie. Marc Petit n’est plus son PDG."
)


def _facts(article: Article) -> tuple[Fact, ...]:
    lyon = an_entity(article, "Lyon", "LOC", entity_id="geonames:2996944", country="FR")
    nice = an_entity(article, "Nice", "LOC", entity_id=None)
    plan = a_time("2024-10-01", "2024-12-31", text="fin 2024", edtf="2024-36")
    told: dict[str, Any] = {"company": "Veltria", "kind": "office"}
    return (
        a_fact(article, place=lyon, status="opened", **told),
        a_fact(article, place=nice, status="planned", time=plan, modality="planned", **told),
        a_fact(
            article,
            relation="holds_role",
            person=an_entity(article, "Ana Roux", "PER"),
            company="Veltria",
            role="PDG",
            role_code="ceo",
            status="current",
        ),
        a_fact(
            article,
            relation="holds_role",
            person=an_entity(article, "Marc Petit", "PER"),
            company="Veltria",
            role="PDG",
            role_code="ceo",
            status="former",
        ),
        a_fact(
            article,
            relation="raises_funding",
            company="Veltria",
            investors=["Aube Capital", "Brume & Cie"],
            amount=money(12_500_000, text="12,5 M€"),
            status="done",
        ),
    )


@pytest.fixture
def article() -> Article:
    return an_article(TEXT, id="a/1", published="2024-10-10", url="https://exemple.fr/1")


def _write(out: Path, article: Article) -> tuple[Fact, ...]:
    facts = _facts(article)
    processed = [Processed(article, facts), Processed(a_rejection())]
    write_outputs(out, processed, merge(facts, {article.id: article}), exports=("duckdb",))
    return facts


def test_every_table_is_there_with_its_rows(tmp_path: Path, article: Article) -> None:
    facts = _write(tmp_path, article)
    with duckdb.connect(str(tmp_path / "depeche.duckdb"), read_only=True) as connection:
        found = {name for (name,) in connection.execute("SHOW TABLES").fetchall()}
        assert found == {*RELATIONS, "articles", "entities", "knowledge", *VIEWS}
        for relation in RELATIONS:
            rows = connection.execute(f"SELECT fact_id FROM {relation}").fetchall()
            ids = [fact.fact_id for fact in facts if fact.relation == relation]
            assert [fact_id for (fact_id,) in rows] == ids
        statuses = connection.execute("SELECT status FROM articles").fetchall()
    assert statuses == [("done",), ("empty file",)]


def test_its_views_say_what_those_of_sqlite_say(tmp_path: Path, article: Article) -> None:
    facts = _write(tmp_path, article)
    url = f"sqlite:///{tmp_path}/facts.db"
    with DatabaseSink(url, merge=merge, key_of=knowledge_key, engine_version="t") as sink:
        sink.start_run()
        sink.write([Processed(article, facts)])
        sink.end_run()
    lite = sqlite3.connect(tmp_path / "facts.db")
    try:
        with duckdb.connect(str(tmp_path / "depeche.duckdb"), read_only=True) as duck:
            for view in VIEWS:
                names = [row[0] for row in duck.execute(f"DESCRIBE {view}").fetchall()]
                columns = ", ".join(f'"{name}"' for name in names)
                query = f"SELECT {columns} FROM {view} ORDER BY knowledge_id"
                ours = [tuple(map(_plain, row)) for row in duck.execute(query).fetchall()]
                theirs = [tuple(map(_plain, row)) for row in lite.execute(query).fetchall()]
                assert ours == theirs
                assert len(ours) == {"office_openings": 2}.get(view, 1)
    finally:
        lite.close()


def _plain(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    return value if value is None or isinstance(value, int | float | str) else value.isoformat()


def test_the_queries_of_the_documentation_run(tmp_path: Path, article: Article) -> None:
    _write(tmp_path, article)
    page = (Path(__file__).parents[2] / "docs" / "databases.md").read_text(encoding="utf-8")
    _, _, after = page.partition("<!-- duckdb: run by tests/store/test_duckdb_file.py -->")
    block = after.split("```sql\n", 1)[1].split("```", 1)[0]
    queries = [query for query in block.split(";") if query.strip()]
    with duckdb.connect(str(tmp_path / "depeche.duckdb"), read_only=True) as connection:
        offices, roles, investors = (connection.execute(query).fetchall() for query in queries)
    assert offices == [
        ("Veltria", "Lyon", "opened", None),
        ("Veltria", "Nice", "planned", "2024-36"),
    ]
    assert roles == [("Ana Roux", "Veltria", "PDG")]
    assert investors == [("Aube Capital", 1, 12_500_000), ("Brume & Cie", 1, 12_500_000)]


def test_nothing_is_left_of_the_way_there(tmp_path: Path, article: Article) -> None:
    _write(tmp_path, article)
    _write(tmp_path, article)
    names = {path.name for path in tmp_path.rglob("*")}
    assert "depeche.duckdb" in names
    assert not {"parquet", ".duckdb"} & names
    assert not any(name.endswith((".parquet", ".wal")) for name in names)


def test_a_folder_whose_name_has_a_quote(tmp_path: Path, article: Article) -> None:
    _write(tmp_path / "l'été", article)
    assert (tmp_path / "l'été" / "depeche.duckdb").stat().st_size > 0


def test_what_duckdb_cannot_do_is_a_store_error(
    tmp_path: Path, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(tmp_path, article)
    before = (tmp_path / "depeche.duckdb").read_bytes()
    monkeypatch.setitem(VIEWS, "current_roles", "SELECT nothing FROM nowhere")
    with pytest.raises(StoreError, match=r"depeche\.duckdb"):
        _write(tmp_path, article)
    assert (tmp_path / "depeche.duckdb").read_bytes() == before
