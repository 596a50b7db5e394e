"""Migrations of the schema, run by Alembic through :mod:`pipeline.store.database.migrate`."""
