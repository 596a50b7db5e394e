"""The tables, one definition for SQLite and PostgreSQL.

Columns carry the names of the output contract; what is nested there is flattened with
an underscore (``amount_value``, ``time_start``). Offsets are half-open character offsets
into ``articles.text``. The tables change through :mod:`.migrations` alone: a test
compares this module with what the migrations build.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcTime(TypeDecorator[datetime]):
    """An instant: ``timestamptz`` in PostgreSQL, naive UTC in SQLite, aware in Python."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002  the interface is SQLAlchemy's
    ) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _article_key(**options: Any) -> Column[str]:
    return Column("article", Text, ForeignKey("articles.article", ondelete="CASCADE"), **options)


def _told() -> list[Column[Any]]:
    """Columns that facts and knowledge share: attributes, amount, time, modality."""
    return [
        Column("kind", Text),
        Column("status", Text),
        Column("role", Text),
        Column("role_code", Text),
        Column("round", Text),
        Column("year", Integer),
        Column("amount_text", Text),
        Column("amount_value", Double),
        Column("amount_min", Double),
        Column("amount_max", Double),
        Column("currency", Text),
        Column("amount_approx", Boolean),
        Column("amount_eur", Double),  # by the rate table of the run, if it had one
        Column("time_text", Text),
        Column("time_start", Date),
        Column("time_end", Date),
        Column("time_edtf", Text),
        Column("time_anchor", Date),
        Column("modality", Text, nullable=False),
    ]


def _of_fact() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["article", "fact_id"], ["facts.article", "facts.fact_id"], ondelete="CASCADE"
    )


def _knowledge_key(**options: Any) -> Column[str]:
    return Column(
        "knowledge_id", Text, ForeignKey("knowledge.knowledge_id", ondelete="CASCADE"), **options
    )


def _run(name: str, **options: Any) -> Column[int]:
    return Column(name, Integer, ForeignKey("runs.run_id"), **options)


runs = Table(
    "runs",
    metadata,
    Column("run_id", Integer, primary_key=True),
    Column("started", UtcTime, nullable=False),
    Column("ended", UtcTime),  # null: still running, or killed
    Column("seconds", Double),
    Column("versions", JSON, nullable=False),
    Column("counts", JSON(none_as_null=True)),
    Column("refusals", JSON(none_as_null=True)),  # reason -> number of articles
    sqlite_autoincrement=True,  # an id is never given twice: snapshots are cut by it
)

articles = Table(
    "articles",
    metadata,
    Column("article", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("published", Date),
    Column("language", Text),
    Column("sha256", Text),
    Column("text", Text),
    Column("status", Text, nullable=False),  # "done", or why it was refused
    Column("stage", Text),  # the stage that refused it
    Column("engine_version", Text, nullable=False),
    _run("run_id"),
    Column("updated", UtcTime),
    Index(None, "published"),
    Index(None, "engine_version"),
)

entities = Table(
    "entities",
    metadata,
    Column("entity_id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("region", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("wikidata", Text),
    Column("geonames", Integer),
    Index(None, "name"),
)

mentions = Table(
    "mentions",
    metadata,
    _article_key(primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, primary_key=True, autoincrement=False),
    Column("label", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("entity_id", Text, ForeignKey("entities.entity_id")),
    Index(None, "entity_id"),
    sqlite_with_rowid=False,  # the key is the row: no index beside the table
)

# The same text published as two articles gives the same fact ids twice: an id is a function
# of the content, so the key is the pair.
facts = Table(
    "facts",
    metadata,
    _article_key(primary_key=True),
    Column("fact_id", Text, primary_key=True),
    Column("relation", Text, nullable=False),
    *_told(),
    Column("attribution", Text),
    Column("evidence", Text, nullable=False),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("rule", Text, nullable=False),
    Column("knowledge_key", Text, nullable=False),  # facts of one key are merged into one row
    Column("record", JSON, nullable=False),  # the line of facts.jsonl, exactly
    _run("first_run"),  # the run that wrote this version of the fact
    Index(None, "fact_id"),
    Index(None, "knowledge_key"),
    Index("ix_facts_relation_time", "relation", "status", "time_start"),
)

fact_arguments = Table(
    "fact_arguments",
    metadata,
    Column("article", Text, primary_key=True),
    Column("fact_id", Text, primary_key=True),
    Column("argument", Text, primary_key=True),  # company, place, person …
    Column("position", Integer, primary_key=True, autoincrement=False),  # 0 but in lists
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("entity_id", Text, ForeignKey("entities.entity_id")),
    Column("country", Text),
    Column("via_text", Text),
    Column("via_start", Integer),
    Column("via_end", Integer),
    _of_fact(),
    Index(None, "entity_id", "argument"),
    sqlite_with_rowid=False,  # the key is the row: no index beside the table
)

knowledge = Table(
    "knowledge",
    metadata,
    Column("knowledge_id", Text, primary_key=True),
    Column("knowledge_key", Text, nullable=False),
    Column("relation", Text, nullable=False),
    *_told(),
    Column("first_seen", Date),
    Column("last_seen", Date),
    Column("n_articles", Integer, nullable=False),
    Column("n_sources", Integer, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("evidence", Text, nullable=False),  # of the surest fact
    Column("evidence_article", Text, nullable=False),
    Column("evidence_fact", Text, nullable=False),
    Column("history", JSON, nullable=False),
    Column("contradictions", JSON, nullable=False),
    Index(None, "knowledge_key"),
    Index("ix_knowledge_relation_time", "relation", "status", "time_start"),
    Index("ix_knowledge_role", "role_code", "status"),
)

knowledge_arguments = Table(
    "knowledge_arguments",
    metadata,
    _knowledge_key(primary_key=True),
    Column("argument", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("entity_id", Text, ForeignKey("entities.entity_id")),
    Column("country", Text),
    Column("region", Text),
    Index(None, "entity_id", "argument"),
    Index(None, "name", "argument"),
    sqlite_with_rowid=False,  # the key is the row: no index beside the table
)

knowledge_facts = Table(
    "knowledge_facts",
    metadata,
    _knowledge_key(primary_key=True),
    Column("article", Text, primary_key=True),
    Column("fact_id", Text, primary_key=True),
    _of_fact(),
    Index(None, "article", "fact_id"),
    sqlite_with_rowid=False,  # the key is the row: no index beside the table
)

# Groups whose facts changed since their knowledge was last merged.
pending_knowledge = Table(
    "pending_knowledge",
    metadata,
    Column("knowledge_key", Text, primary_key=True),
)

removed_facts = Table(
    "removed_facts",
    metadata,
    Column("removed_id", Integer, primary_key=True),
    Column("fact_id", Text, nullable=False),
    _article_key(nullable=False),
    Column("record", JSON, nullable=False),
    _run("first_run"),
    _run("removed_run"),
    Index(None, "article"),
    Index(None, "removed_run"),
)

schema_meta = Table(
    "schema_meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
