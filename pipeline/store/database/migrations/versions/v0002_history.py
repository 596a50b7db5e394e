"""History of facts by run; who refused an article; groups whose knowledge is to be merged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add columns and tables; what was there is dated by its article's run."""
    op.add_column("articles", sa.Column("stage", sa.Text()))
    op.add_column("articles", sa.Column("updated", sa.DateTime(timezone=True)))
    # Written out: the one form of a column with a foreign key that both databases take.
    op.execute(
        "ALTER TABLE facts ADD COLUMN first_run INTEGER "
        "CONSTRAINT fk_facts_first_run REFERENCES runs (run_id)"
    )
    op.execute(
        "UPDATE articles SET updated = (SELECT coalesce(r.ended, r.started) FROM runs r "
        "WHERE r.run_id = articles.run_id)"
    )
    op.execute(
        "UPDATE facts SET first_run = "
        "(SELECT ar.run_id FROM articles ar WHERE ar.article = facts.article)"
    )
    op.create_table(
        "pending_knowledge",
        sa.Column("knowledge_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("knowledge_key", name="pk_pending_knowledge"),
    )
    op.create_table(
        "removed_facts",
        sa.Column("removed_id", sa.Integer(), nullable=False),
        sa.Column("fact_id", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("first_run", sa.Integer()),
        sa.Column("removed_run", sa.Integer()),
        sa.ForeignKeyConstraint(
            ["article"], ["articles.article"], name="fk_removed_facts_article", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["first_run"], ["runs.run_id"], name="fk_removed_facts_first_run"),
        sa.ForeignKeyConstraint(
            ["removed_run"], ["runs.run_id"], name="fk_removed_facts_removed_run"
        ),
        sa.PrimaryKeyConstraint("removed_id", name="pk_removed_facts"),
    )
    op.create_index("ix_removed_facts_article", "removed_facts", ["article"])
    op.create_index("ix_removed_facts_removed_run", "removed_facts", ["removed_run"])
