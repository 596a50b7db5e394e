"""Versions of the schema: built, brought up with their data, refused when newer."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from pipeline.errors import StoreError
from pipeline.store.database import schema
from pipeline.store.database.engine import connect, writing
from pipeline.store.database.migrate import VERSION_TABLE, check, upgrade
from pipeline.store.database.url import resolve
from pipeline.store.database.views import definitions
from tests.database.helpers import a_sink, content, opening, press, query, rows, store

#: The newest version; older ones are migrated to it.
HEAD = "0003"


def test_migrations_build_the_schema_of_the_code(url: str) -> None:
    engine = connect(resolve(url))
    assert upgrade(engine).before is None
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "target_metadata": schema.metadata,
                "version_table": VERSION_TABLE,
                "compare_type": True,
            },
        )
        differences = compare_metadata(context, schema.metadata)
        views = set(inspect(connection).get_view_names())
    engine.dispose()
    assert differences == []
    assert views == set(definitions(engine.dialect.name))


def test_every_table_has_its_keys(url: str) -> None:
    engine = connect(resolve(url))
    upgrade(engine)
    found = inspect(engine)
    for table in schema.metadata.sorted_tables:
        assert found.get_pk_constraint(table.name)["constrained_columns"], table.name
    owners = {
        name: {key["referred_table"] for key in found.get_foreign_keys(name)}
        for name in schema.metadata.tables
    }
    engine.dispose()
    assert owners["facts"] == {"articles", "runs"}
    assert owners["mentions"] == {"articles", "entities"}
    assert owners["fact_arguments"] == {"facts", "entities"}
    assert owners["knowledge_facts"] == {"facts", "knowledge"}
    assert owners["knowledge_arguments"] == {"knowledge", "entities"}


def test_foreign_keys_are_kept(url: str) -> None:
    store(url, opening())
    engine = connect(resolve(url))
    with pytest.raises(Exception, match=r"(?i)foreign key"), writing(engine) as connection:
        connection.execute(
            schema.mentions.insert().values(
                article="nobody", start=0, end=1, label="ORG", text="x", name="x"
            )
        )
    engine.dispose()


def _older(url: str) -> None:
    """A database as version 0001 left it: its tables, with an article, a fact and a run."""
    engine = connect(resolve(url))
    upgrade(engine, to="0001")
    with writing(engine) as connection:
        for statement in (
            "INSERT INTO runs (run_id, started, ended, versions) VALUES "
            "(7, '2024-01-02 03:04:05', '2024-01-02 04:04:05', '{}')",
            "INSERT INTO articles (article, source, text, sha256, status, engine_version, run_id)"
            " VALUES ('old', 'x.txt', 'Veltria.', 'abc', 'done', 'v0', 7)",
            "INSERT INTO facts (article, fact_id, relation, modality, evidence, evidence_start, "
            "evidence_end, confidence, rule, knowledge_key, record) VALUES "
            "('old', 'f_1', 'based_in', 'asserted', 'Veltria.', 0, 8, 0.9, 'r', 'k', '{}')",
            'INSERT INTO mentions (article, start, "end", label, text, name) VALUES '
            "('old', 0, 7, 'ORG', 'Veltria', 'Veltria')",
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_an_older_database_is_migrated_with_its_data(url: str) -> None:
    _older(url)
    engine = connect(resolve(url))
    done = upgrade(engine)
    engine.dispose()
    assert (done.before, done.after, done.changed) == ("0001", HEAD, True)
    (article,) = rows(url, schema.articles)
    assert (article["text"], article["stage"]) == ("Veltria.", None)
    assert article["updated"].isoformat()[:19] == "2024-01-02T04:04:05"
    (fact,) = rows(url, schema.facts)
    assert fact["first_run"] == 7
    assert len(rows(url, schema.mentions)) == 1
    assert query(url, "SELECT * FROM based_in")[0]["article"] == "old"


def test_a_sink_migrates_what_it_opens(url: str) -> None:
    _older(url)
    store(url, opening())
    assert {row["article"] for row in rows(url, schema.articles)} == {"old", "a1"}


def test_a_newer_database_is_refused_and_left_alone(url: str) -> None:
    store(url, opening())
    engine = connect(resolve(url))
    with writing(engine) as connection:
        connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '0999'")
    before = content(url)
    for attempt in (lambda: upgrade(engine), lambda: check(engine), a_sink(url).open):
        with pytest.raises(StoreError, match="0999, newer than this program knows"):
            attempt()
    engine.dispose()
    assert content(url) == before


def test_reading_wants_the_present_version(url: str) -> None:
    engine = connect(resolve(url))
    with pytest.raises(StoreError, match=r"not set up.*depeche db upgrade"):
        check(engine)
    upgrade(engine, to="0001")
    with pytest.raises(StoreError, match=r"of schema 0001.*depeche db upgrade"):
        check(engine)
    upgrade(engine)
    check(engine)
    engine.dispose()


def test_tables_of_another_program_are_left_alone(url: str) -> None:
    engine = connect(resolve(url))
    with writing(engine) as connection:
        connection.exec_driver_sql("CREATE TABLE facts (mine integer)")
    with pytest.raises(StoreError, match=r"tables of another program \(facts\)"):
        upgrade(engine)
    assert inspect(engine).get_table_names() == ["facts"]
    engine.dispose()


def test_views_of_an_older_program_are_replaced(url: str) -> None:
    store(url, press())
    engine = connect(resolve(url))
    with writing(engine) as connection:
        connection.exec_driver_sql("DROP VIEW current_roles")
        connection.exec_driver_sql("CREATE VIEW current_roles AS SELECT 1 AS old")
        connection.exec_driver_sql("CREATE VIEW gone_relation AS SELECT 1 AS old")
        connection.exec_driver_sql("UPDATE schema_meta SET value = 'old' WHERE key = 'views'")
        connection.exec_driver_sql(
            "UPDATE schema_meta SET value = 'gone_relation current_roles' WHERE key = 'view_names'"
        )
    upgrade(engine)
    names = set(inspect(engine).get_view_names())
    engine.dispose()
    assert names == set(definitions(engine.dialect.name))
    assert query(url, "SELECT person FROM current_roles") == [{"person": "Maud Serin"}]


def test_sqlite_keeps_foreign_keys_on_after_a_migration(sqlite: str, tmp_path: object) -> None:
    _older(sqlite)
    with a_sink(sqlite) as sink:
        sink.write([opening()])
        assert sink.forget("a1")
        engine = sink._link._engine
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
    assert {row["article"] for row in rows(sqlite, schema.facts)} == {"old"}


@pytest.mark.server
def test_a_database_in_latin1_is_refused(cluster: object, postgres: str) -> None:
    from tests.database.cluster import Cluster

    assert isinstance(cluster, Cluster)
    cluster.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    try:
        with pytest.raises(StoreError, match="LATIN1: it has to be in UTF8"):
            a_sink(cluster.url("latin")).open()
    finally:
        cluster.run("DROP DATABASE latin WITH (FORCE)")
