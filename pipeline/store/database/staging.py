"""Tables filled from many places at once, then taken over in one transaction.

A cluster writes the rows of a run into tables without keys beside the real ones
(``load_7_facts`` for run 7); a task that is tried again may write its rows twice. ``take_over``
then makes the database say of these articles what the rows say, as
:func:`.write.write_batch` does for a batch. PostgreSQL only.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Connection, Date, Double, Integer, text
from sqlalchemy.types import TypeEngine

from pipeline.store.database.schema import metadata
from pipeline.store.database.written import Written

if TYPE_CHECKING:
    import pyarrow as pa

#: Columns that the transaction itself fills in.
_OWN = {"run_id", "updated", "engine_version", "first_run"}
_TABLES = (
    *("articles", "entities", "mentions", "facts", "fact_arguments"),
    *("knowledge", "knowledge_arguments", "knowledge_facts"),
)
#: table -> the columns to be filled.
COLUMNS: dict[str, tuple[str, ...]] = {
    name: tuple(column.name for column in metadata.tables[name].c if column.name not in _OWN)
    for name in _TABLES
}


def arrow_schema(table: str, *, place: bool = False) -> pa.Schema:
    """Columns of ``COLUMNS`` with their Arrow types; with ``place`` those to sort by."""
    import pyarrow as pa

    kinds = {Integer: pa.int32(), Double: pa.float64(), Boolean: pa.bool_(), Date: pa.date32()}

    def arrow(kind: TypeEngine[Any]) -> pa.DataType:
        return next((found for one, found in kinds.items() if isinstance(kind, one)), pa.string())

    columns = [(name, arrow(metadata.tables[table].c[name].type)) for name in COLUMNS[table]]
    if place:
        columns += [("file", pa.string()), ("line", pa.int64()), ("order", pa.int32())]
    return pa.schema(columns)


def staging_name(table: str, run_id: int) -> str:
    """Name of the table to be filled for a run."""
    return f"load_{run_id}_{table}"


def make_tables(connection: Connection, run_id: int) -> None:
    """Make the empty tables of a run, without keys and outside the server's log."""
    drop_tables(connection, run_id)
    for table in _TABLES:
        columns = ", ".join(f'"{name}"' for name in COLUMNS[table])
        connection.execute(
            text(
                f"CREATE UNLOGGED TABLE {staging_name(table, run_id)} AS "
                f"SELECT {columns} FROM {table} WITH NO DATA"
            )
        )


def drop_tables(connection: Connection, run_id: int) -> None:
    """Drop the tables of a run, as far as they are there."""
    for table in _TABLES:
        connection.execute(text(f"DROP TABLE IF EXISTS {staging_name(table, run_id)}"))


def take_over(connection: Connection, run_id: int, engine_version: str) -> Written:
    """Write what the tables of a run hold into the real ones, and drop them.

    Knowledge of a group is taken as the run merged it where all its facts are of the run;
    groups that other articles tell of, too, are marked for :func:`.knowledge.settle`.
    """
    values = {"run": run_id, "engine": engine_version, "now": datetime.now(UTC)}
    counts: dict[str, int] = {}
    for name, statement in _statements(run_id):
        result = connection.execute(text(statement), _used(statement, values))
        counts[name] = max(result.rowcount, 0)
    written = Written(
        articles=int(connection.scalar(text("SELECT count(*) FROM load_touched")) or 0),
        unchanged=int(
            connection.scalar(
                text(
                    "SELECT count(*) FROM load_articles a WHERE NOT EXISTS "
                    "(SELECT FROM load_touched t WHERE t.article = a.article)"
                )
            )
            or 0
        ),
        facts_added=counts["facts added"],
        facts_removed=counts["facts deleted"],
        knowledge=counts["knowledge added"],
    )
    drop_tables(connection, run_id)
    return written


def _used(statement: str, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if f":{name}" in statement}


def _names(table: str, *, prefix: str = "") -> str:
    return ", ".join(f'{prefix}"{name}"' for name in COLUMNS[table])


def _key(table: str) -> str:
    return ", ".join(f'"{column.name}"' for column in metadata.tables[table].primary_key)


def _once(table: str, run_id: int, order: str = "") -> str:
    """A temporary copy in which every key stands once, as the tasks' retries left it."""
    key = _key(table)
    return (
        f"CREATE TEMP TABLE load_{table} ON COMMIT DROP AS SELECT DISTINCT ON ({key}) * "
        f"FROM {staging_name(table, run_id)} ORDER BY {key}{order}"
    )


def _statements(run_id: int) -> Iterator[tuple[str, str]]:
    # An article that was read and refused a second time (a duplicate under its own id) stays.
    yield "articles", _once("articles", run_id, ", (status = 'done') DESC")
    for table in _TABLES[1:]:
        yield table, _once(table, run_id)
        yield f"analyze {table}", f"ANALYZE load_{table}"
    yield "analyze articles", "ANALYZE load_articles"
    yield from _STATEMENTS


_META = ("published", "url", "source")
_TOLD = ("source", "title", "url", "published", "language", "sha256", "text", "status", "stage")
#: What a refused article keeps of what was last read under its id.
_KEPT = ("title", "url", "published", "language", "sha256", "text")


def _new(name: str) -> str:
    if name in _KEPT:
        return f"CASE WHEN l.status = 'done' THEN l.{name} ELSE a.{name} END"
    return f"l.{name}"


_CHANGED = " OR ".join(f"a.{name} IS DISTINCT FROM {_new(name)}" for name in _TOLD)
_MOVED = " OR ".join(f"a.{name} IS DISTINCT FROM {_new(name)}" for name in _META)
_ENTITY = tuple(name for name in COLUMNS["entities"] if name not in ("entity_id", "name"))
_LONGER = (
    "char_length(l.name) > char_length(e.name) OR "
    '(char_length(l.name) = char_length(e.name) AND l.name COLLATE "C" < e.name COLLATE "C")'
)
_SAME_MENTION = " AND ".join(
    f'm."{name}" IS NOT DISTINCT FROM l."{name}"' for name in COLUMNS["mentions"]
)

_STATEMENTS: tuple[tuple[str, str], ...] = (
    ("touched", "CREATE TEMP TABLE load_touched (article text) ON COMMIT DROP"),
    ("keys", "CREATE TEMP TABLE load_keys (knowledge_key text) ON COMMIT DROP"),
    ("loose", "CREATE TEMP TABLE load_loose (entity_id text) ON COMMIT DROP"),
    # Entities: known ones gain what they lacked and the fuller name.
    (
        "entities joined",
        "UPDATE entities e SET "
        + ", ".join(f"{name} = coalesce(e.{name}, l.{name})" for name in _ENTITY)
        + f", name = CASE WHEN {_LONGER} THEN l.name ELSE e.name END"
        + " FROM load_entities l WHERE e.entity_id = l.entity_id AND ("
        + " OR ".join(f"(e.{name} IS NULL AND l.{name} IS NOT NULL)" for name in _ENTITY)
        + f" OR {_LONGER})",
    ),
    (
        "entities added",
        f"INSERT INTO entities ({_names('entities')}) SELECT {_names('entities', prefix='l.')} "
        "FROM load_entities l WHERE NOT EXISTS "
        "(SELECT FROM entities e WHERE e.entity_id = l.entity_id)",
    ),
    # Articles: a new date or source of one changes the history of all its facts.
    (
        "articles moved",
        "INSERT INTO load_keys SELECT f.knowledge_key FROM facts f "
        "JOIN articles a ON a.article = f.article JOIN load_articles l ON l.article = a.article "
        f"WHERE {_MOVED}",
    ),
    (
        "articles changed",
        "INSERT INTO load_touched SELECT l.article FROM load_articles l "
        f"LEFT JOIN articles a ON a.article = l.article WHERE a.article IS NULL OR {_CHANGED}",
    ),
    (
        "articles updated",
        "UPDATE articles a SET "
        + ", ".join(f"{name} = {_new(name)}" for name in _TOLD)
        + ", engine_version = :engine, run_id = :run, updated = :now FROM load_articles l "
        + f"WHERE a.article = l.article AND ({_CHANGED} OR a.engine_version <> :engine)",
    ),
    (
        "articles added",
        f"INSERT INTO articles ({_names('articles')}, engine_version, run_id, updated) "
        f"SELECT {_names('articles', prefix='l.')}, :engine, :run, :now FROM load_articles l "
        "WHERE NOT EXISTS (SELECT FROM articles a WHERE a.article = l.article)",
    ),
    # Mentions: only the difference is written.
    (
        "mentions gone",
        "CREATE TEMP TABLE load_gone_mentions ON COMMIT DROP AS SELECT m.* FROM mentions m "
        "JOIN load_articles a ON a.article = m.article WHERE NOT EXISTS "
        f"(SELECT FROM load_mentions l WHERE {_SAME_MENTION})",
    ),
    ("mentions touched", "INSERT INTO load_touched SELECT article FROM load_gone_mentions"),
    (
        "mentions loose",
        "INSERT INTO load_loose SELECT entity_id FROM load_gone_mentions "
        "WHERE entity_id IS NOT NULL",
    ),
    (
        "mentions deleted",
        'DELETE FROM mentions m USING load_gone_mentions g WHERE (m.article, m.start, m."end", '
        'm.label) = (g.article, g.start, g."end", g.label)',
    ),
    (
        "mentions added",
        "WITH added AS ("
        f"INSERT INTO mentions ({_names('mentions')}) SELECT {_names('mentions', prefix='l.')} "
        "FROM load_mentions l WHERE NOT EXISTS (SELECT FROM mentions m WHERE "
        '(m.article, m.start, m."end", m.label) = (l.article, l.start, l."end", l.label)) '
        "RETURNING article) INSERT INTO load_touched SELECT article FROM added",
    ),
    # Facts: gone is what the run does not say in the same words and the same group.
    (
        "facts gone",
        "CREATE TEMP TABLE load_gone ON COMMIT DROP AS SELECT f.article, f.fact_id, f.record, "
        "f.first_run, f.knowledge_key, l.record::text IS NOT DISTINCT FROM f.record::text AS moved "
        "FROM facts f JOIN load_articles a ON a.article = f.article LEFT JOIN load_facts l "
        "ON (l.article, l.fact_id) = (f.article, f.fact_id) WHERE l.article IS NULL "
        "OR l.record::text <> f.record::text OR l.knowledge_key <> f.knowledge_key",
    ),
    ("facts analyzed", "ANALYZE load_gone"),
    ("facts keys", "INSERT INTO load_keys SELECT knowledge_key FROM load_gone"),
    ("facts touched", "INSERT INTO load_touched SELECT article FROM load_gone"),
    (
        "facts loose",
        "INSERT INTO load_loose SELECT x.entity_id FROM load_gone g JOIN fact_arguments x "
        "USING (article, fact_id) WHERE x.entity_id IS NOT NULL",
    ),
    (
        "facts remembered",
        "INSERT INTO removed_facts (article, fact_id, record, first_run, removed_run) "
        "SELECT article, fact_id, record, first_run, :run FROM load_gone "
        "WHERE NOT moved AND first_run IS DISTINCT FROM :run ORDER BY article, fact_id",
    ),
    (
        "facts deleted",
        "DELETE FROM facts f USING load_gone g "
        "WHERE (f.article, f.fact_id) = (g.article, g.fact_id)",
    ),
    (
        "facts added",
        f"INSERT INTO facts ({_names('facts')}, first_run) "
        f"SELECT {_names('facts', prefix='l.')}, "
        "CASE WHEN g.moved THEN g.first_run ELSE :run END "
        "FROM load_facts l LEFT JOIN load_gone g "
        "ON (g.article, g.fact_id) = (l.article, l.fact_id) WHERE NOT EXISTS "
        "(SELECT FROM facts f WHERE (f.article, f.fact_id) = (l.article, l.fact_id))",
    ),
    (
        "arguments added",
        f"INSERT INTO fact_arguments ({_names('fact_arguments')}) "
        f"SELECT {_names('fact_arguments', prefix='l.')} FROM load_fact_arguments l "
        "WHERE NOT EXISTS (SELECT FROM fact_arguments f WHERE "
        "(f.article, f.fact_id, f.argument, f.position) = "
        "(l.article, l.fact_id, l.argument, l.position))",
    ),
    (
        "facts new",
        "INSERT INTO load_keys SELECT f.knowledge_key FROM facts f "
        "JOIN load_facts l ON (l.article, l.fact_id) = (f.article, f.fact_id) "
        "LEFT JOIN load_gone g ON (g.article, g.fact_id) = (f.article, f.fact_id) "
        "WHERE f.first_run = :run OR g.article IS NOT NULL",
    ),
    (
        "facts new touched",
        "INSERT INTO load_touched SELECT f.article FROM facts f "
        "JOIN load_facts l ON (l.article, l.fact_id) = (f.article, f.fact_id) "
        "WHERE f.first_run = :run",
    ),
    # Knowledge: groups that articles outside the run tell of, too, are left to settle.
    (
        "groups",
        "CREATE TEMP TABLE load_groups ON COMMIT DROP AS SELECT k.knowledge_key, EXISTS ("
        "SELECT FROM facts f WHERE f.knowledge_key = k.knowledge_key AND NOT EXISTS ("
        "SELECT FROM load_facts l WHERE (l.article, l.fact_id) = (f.article, f.fact_id))"
        ") OR EXISTS (SELECT FROM load_knowledge l JOIN knowledge o USING (knowledge_id) "
        "WHERE l.knowledge_key = k.knowledge_key AND o.knowledge_key <> k.knowledge_key) AS mixed "
        "FROM (SELECT DISTINCT knowledge_key FROM load_keys) k",
    ),
    ("groups analyzed", "ANALYZE load_groups"),
    (
        "pending",
        "INSERT INTO pending_knowledge SELECT knowledge_key FROM load_groups WHERE mixed "
        "ON CONFLICT DO NOTHING",
    ),
    (
        "knowledge loose",
        "INSERT INTO load_loose SELECT x.entity_id FROM knowledge k JOIN load_groups g "
        "USING (knowledge_key) JOIN knowledge_arguments x USING (knowledge_id) "
        "WHERE NOT g.mixed AND x.entity_id IS NOT NULL",
    ),
    (
        "knowledge deleted",
        "DELETE FROM knowledge k USING load_groups g "
        "WHERE k.knowledge_key = g.knowledge_key AND NOT g.mixed",
    ),
    (
        "knowledge added",
        f"INSERT INTO knowledge ({_names('knowledge')}) "
        f"SELECT {_names('knowledge', prefix='l.')} FROM load_knowledge l "
        "JOIN load_groups g USING (knowledge_key) WHERE NOT g.mixed",
    ),
    *(
        (
            f"{table} added",
            f"INSERT INTO {table} ({_names(table)}) SELECT {_names(table, prefix='l.')} "
            f"FROM load_{table} l JOIN load_knowledge k USING (knowledge_id) "
            "JOIN load_groups g USING (knowledge_key) WHERE NOT g.mixed",
        )
        for table in ("knowledge_arguments", "knowledge_facts")
    ),
    (
        "entities dropped",
        "DELETE FROM entities e USING (SELECT DISTINCT entity_id FROM load_loose) l "
        "WHERE e.entity_id = l.entity_id AND "
        + " AND ".join(
            f"NOT EXISTS (SELECT FROM {table} x WHERE x.entity_id = e.entity_id)"
            for table in ("mentions", "fact_arguments", "knowledge_arguments")
        ),
    ),
    (
        "touched once",
        "DELETE FROM load_touched a USING load_touched b "
        "WHERE a.article = b.article AND a.ctid > b.ctid",
    ),
)
