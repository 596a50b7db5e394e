"""Versions of the schema: an older database is brought up, a newer one refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from pipeline.errors import StoreError
from pipeline.store.database.engine import is_transient, store_error, writing
from pipeline.store.database.schema import metadata, schema_meta
from pipeline.store.database.url import label
from pipeline.store.database.views import create_views, definitions, drop_views, fingerprint

#: Not Alembic's own name: the database may also belong to a program that uses Alembic.
VERSION_TABLE = "depeche_version"
_VIEWS = "views"
_VIEW_NAMES = "view_names"


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What :func:`upgrade` did; ``before`` is None for an empty database."""

    before: str | None
    after: str

    @property
    def changed(self) -> bool:
        """Whether a migration ran."""
        return self.before != self.after


def upgrade(engine: Engine, *, to: str = "head") -> Upgrade:
    """Bring a database to the schema of this program, in one transaction.

    ``to`` names an earlier version, for tests of the migrations themselves.

    Raises:
        StoreError: the schema is newer than this program, or cannot be built.
        sqlalchemy.exc.DBAPIError: the server cannot be reached for now.
    """
    with engine.connect() as connection:
        before = _current(connection, engine)
        if before == _head() and to == "head" and _views_are_ours(connection):
            return Upgrade(before, before)
    try:
        with _without_foreign_keys(engine), writing(engine) as connection:
            # Again, under the lock: another process may have been first.
            before = _current(connection, engine)
            _refuse_foreign(connection, engine, before)
            drop_views(connection, _view_names(connection, before))
            config = Config()
            config.set_main_option("script_location", str(_scripts()))
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if to == "head":
                create_views(connection)
                _remember_views(connection)
            after = _current(connection, engine)
    except DBAPIError as error:
        if is_transient(error):
            raise
        raise store_error(engine.url, error) from error
    return Upgrade(before, after or "")


def check(engine: Engine) -> None:
    """Make sure that a database can be read by this program.

    Raises:
        StoreError: empty, older or newer than this program's schema.
    """
    with engine.connect() as connection:
        current = _current(connection, engine)
    if current != _head():
        found = f"of schema {current}" if current else "not set up"
        raise StoreError(
            f"{label(engine.url)} is {found}, this program wants {_head()}: "
            "run `depeche db upgrade` first"
        )


def _current(connection: Connection, engine: Engine) -> str | None:
    context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
    current = context.get_current_revision()
    known = {script.revision for script in ScriptDirectory(str(_scripts())).walk_revisions()}
    if current is not None and current not in known:
        raise StoreError(
            f"{label(engine.url)} is of schema {current}, newer than this program knows "
            f"({_head()}): update depeche"
        )
    return current


def _refuse_foreign(connection: Connection, engine: Engine, current: str | None) -> None:
    if current is not None:
        return
    if connection.dialect.name == "postgresql":
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
        if encoding != "UTF8":
            raise StoreError(f"{label(engine.url)} is in {encoding}: it has to be in UTF8")
    taken = sorted(set(inspect(connection).get_table_names()) & set(metadata.tables))
    if taken:
        raise StoreError(
            f"{label(engine.url)} has tables of another program ({', '.join(taken)}): "
            "give depeche a database or a schema of its own"
        )


def _scripts() -> Path:
    return Path(__file__).with_name("migrations")


def _head() -> str:
    return ScriptDirectory(str(_scripts())).get_current_head() or ""


def _views_are_ours(connection: Connection) -> bool:
    known = connection.scalar(select(schema_meta.c.value).where(schema_meta.c.key == _VIEWS))
    return known == fingerprint(connection.dialect.name)


def _view_names(connection: Connection, current: str | None) -> list[str]:
    names = list(definitions(connection.dialect.name))
    if current is None:
        return names
    stored = connection.scalar(select(schema_meta.c.value).where(schema_meta.c.key == _VIEW_NAMES))
    return list(dict.fromkeys([*(stored or "").split(), *names]))


def _remember_views(connection: Connection) -> None:
    dialect = connection.dialect.name
    connection.execute(schema_meta.delete().where(schema_meta.c.key.in_([_VIEWS, _VIEW_NAMES])))
    connection.execute(
        schema_meta.insert(),
        [
            {"key": _VIEWS, "value": fingerprint(dialect)},
            {"key": _VIEW_NAMES, "value": " ".join(definitions(dialect))},
        ],
    )


@contextmanager
def _without_foreign_keys(engine: Engine) -> Iterator[None]:
    """Let SQLite rebuild tables: dropping the old copy must not cascade into other tables."""
    if engine.dialect.name != "sqlite":
        yield
        return
    # Pragmas on foreign keys do nothing inside a transaction, so it is set per connection;
    # the pool hands the same one to the transaction that follows.
    _pragma(engine, "OFF")
    try:
        yield
    finally:
        _pragma(engine, "ON")


def _pragma(engine: Engine, value: str) -> None:
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA foreign_keys={value}")
        cursor.close()
    finally:
        raw.close()
