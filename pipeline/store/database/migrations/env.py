"""What Alembic runs to migrate: on the connection and in the transaction of the caller."""

from __future__ import annotations

from alembic import context

from pipeline.store.database.migrate import VERSION_TABLE
from pipeline.store.database.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
