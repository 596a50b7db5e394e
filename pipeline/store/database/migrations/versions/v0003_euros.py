"""Amounts in euros, where the run had a table of rates."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; null until the facts are extracted anew."""
    for table in ("facts", "knowledge"):
        op.add_column(table, sa.Column("amount_eur", sa.Double()))
