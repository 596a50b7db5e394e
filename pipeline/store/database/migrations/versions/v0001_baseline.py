"""Baseline: articles, entities, mentions, facts, knowledge, runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables."""
    op.create_table(
        "entities",
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("lat", sa.Double()),
        sa.Column("lon", sa.Double()),
        sa.Column("wikidata", sa.Text()),
        sa.Column("geonames", sa.Integer()),
        sa.PrimaryKeyConstraint("entity_id", name="pk_entities"),
    )
    op.create_index("ix_entities_name", "entities", ["name"])
    op.create_table(
        "knowledge",
        sa.Column("knowledge_id", sa.Text(), nullable=False),
        sa.Column("knowledge_key", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("role_code", sa.Text()),
        sa.Column("round", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("amount_text", sa.Text()),
        sa.Column("amount_value", sa.Double()),
        sa.Column("amount_min", sa.Double()),
        sa.Column("amount_max", sa.Double()),
        sa.Column("currency", sa.Text()),
        sa.Column("amount_approx", sa.Boolean()),
        sa.Column("time_text", sa.Text()),
        sa.Column("time_start", sa.Date()),
        sa.Column("time_end", sa.Date()),
        sa.Column("time_edtf", sa.Text()),
        sa.Column("time_anchor", sa.Date()),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Date()),
        sa.Column("last_seen", sa.Date()),
        sa.Column("n_articles", sa.Integer(), nullable=False),
        sa.Column("n_sources", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("evidence_article", sa.Text(), nullable=False),
        sa.Column("evidence_fact", sa.Text(), nullable=False),
        sa.Column("history", sa.JSON(), nullable=False),
        sa.Column("contradictions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("knowledge_id", name="pk_knowledge"),
    )
    op.create_index("ix_knowledge_knowledge_key", "knowledge", ["knowledge_key"])
    op.create_index("ix_knowledge_relation_time", "knowledge", ["relation", "status", "time_start"])
    op.create_index("ix_knowledge_role", "knowledge", ["role_code", "status"])
    op.create_table(
        "runs",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True)),
        sa.Column("seconds", sa.Double()),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(none_as_null=True)),
        sa.Column("refusals", sa.JSON(none_as_null=True)),
        sa.PrimaryKeyConstraint("run_id", name="pk_runs"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "schema_meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_schema_meta"),
    )
    op.create_table(
        "articles",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("language", sa.Text()),
        sa.Column("sha256", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("engine_version", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer()),
        sa.ForeignKeyConstraint(["run_id"], ["runs.run_id"], name="fk_articles_run_id"),
        sa.PrimaryKeyConstraint("article", name="pk_articles"),
    )
    op.create_index("ix_articles_engine_version", "articles", ["engine_version"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_table(
        "knowledge_arguments",
        sa.Column("knowledge_id", sa.Text(), nullable=False),
        sa.Column("argument", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.entity_id"], name="fk_knowledge_arguments_entity_id"
        ),
        sa.ForeignKeyConstraint(
            ["knowledge_id"],
            ["knowledge.knowledge_id"],
            name="fk_knowledge_arguments_knowledge_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "knowledge_id", "argument", "position", name="pk_knowledge_arguments"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_knowledge_arguments_entity_id_argument",
        "knowledge_arguments",
        ["entity_id", "argument"],
    )
    op.create_index(
        "ix_knowledge_arguments_name_argument", "knowledge_arguments", ["name", "argument"]
    )
    op.create_table(
        "facts",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("role", sa.Text()),
        sa.Column("role_code", sa.Text()),
        sa.Column("round", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("amount_text", sa.Text()),
        sa.Column("amount_value", sa.Double()),
        sa.Column("amount_min", sa.Double()),
        sa.Column("amount_max", sa.Double()),
        sa.Column("currency", sa.Text()),
        sa.Column("amount_approx", sa.Boolean()),
        sa.Column("time_text", sa.Text()),
        sa.Column("time_start", sa.Date()),
        sa.Column("time_end", sa.Date()),
        sa.Column("time_edtf", sa.Text()),
        sa.Column("time_anchor", sa.Date()),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("attribution", sa.Text()),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("knowledge_key", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.article"], name="fk_facts_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article", "fact_id", name="pk_facts"),
    )
    op.create_index("ix_facts_fact_id", "facts", ["fact_id"])
    op.create_index("ix_facts_knowledge_key", "facts", ["knowledge_key"])
    op.create_index("ix_facts_relation_time", "facts", ["relation", "status", "time_start"])
    op.create_table(
        "mentions",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("end", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text()),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.article"], name="fk_mentions_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.entity_id"], name="fk_mentions_entity_id"
        ),
        sa.PrimaryKeyConstraint("article", "start", "end", "label", name="pk_mentions"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_mentions_entity_id", "mentions", ["entity_id"])
    op.create_table(
        "fact_arguments",
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("argument", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("via_text", sa.Text()),
        sa.Column("via_start", sa.Integer()),
        sa.Column("via_end", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["article", "fact_id"],
            ["facts.article", "facts.fact_id"],
            name="fk_fact_arguments_article_fact_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entities.entity_id"], name="fk_fact_arguments_entity_id"
        ),
        sa.PrimaryKeyConstraint(
            "article", "fact_id", "argument", "position", name="pk_fact_arguments"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_fact_arguments_entity_id_argument", "fact_arguments", ["entity_id", "argument"]
    )
    op.create_table(
        "knowledge_facts",
        sa.Column("knowledge_id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article", "fact_id"],
            ["facts.article", "facts.fact_id"],
            name="fk_knowledge_facts_article_fact_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["knowledge_id"],
            ["knowledge.knowledge_id"],
            name="fk_knowledge_facts_knowledge_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("knowledge_id", "article", "fact_id", name="pk_knowledge_facts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_knowledge_facts_article_fact_id", "knowledge_facts", ["article", "fact_id"])
