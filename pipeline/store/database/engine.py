"""Connections and write transactions; which failures of a server may pass by themselves."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from pipeline.errors import StoreError
from pipeline.store.database.url import label

#: All writers of one PostgreSQL database take this advisory lock ("depeche" in ASCII).
WRITER_LOCK = 0x64657065636865
_BUSY_SECONDS = 30.0

#: SQLSTATE classes and codes after which the same batch may succeed a little later:
#: connection lost, server shutting down or starting, too many connections,
#: serialization failure, deadlock.
_TRANSIENT_STATES = ("08", "57P0", "53300", "40001", "40P01")
_FULL_STATES = ("53100",)
#: libpq gives no SQLSTATE for a refused log-in; these stay refused. (A server that speaks
#: another language has its refusals tried again, and then reported all the same.)
_PERMANENT = (
    *("password authentication failed", "no password supplied", "pg_hba.conf"),
    *("does not exist", "permission denied", "not currently accepting connections"),
)
_TRANSIENT_SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FULL_SQLITE = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})


def connect(url: URL) -> Engine:
    """Return an engine; nothing is opened before its first use.

    SQLite runs in WAL mode with foreign keys on and every commit synced, waits up to
    30 s for another writer, and its folder is made. Parameters never stand in error texts.

    Raises:
        StoreError: the folder of a SQLite file cannot be made.
    """
    options: dict[str, Any] = {"hide_parameters": True, "json_serializer": dump_json}
    if url.get_backend_name() == "sqlite":
        if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
            try:
                Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(f"{label(url)}: its folder cannot be made: {error}") from error
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS}, **options)
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(
        url,
        connect_args={
            "connect_timeout": 10,
            "client_encoding": "utf8",
            "application_name": "depeche",
            "keepalives_idle": 30,
            "keepalives_interval": 10,
            "keepalives_count": 3,
        },
        pool_pre_ping=False,  # a lost connection is retried with its whole batch anyway
        **options,
    )


def dump_json(value: Any) -> str:
    """Serialise as ``facts.jsonl`` does: compact UTF-8, keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open the one write transaction of a batch, committed on leaving, rolled back on error.

    Writers of one database follow one another: knowledge is recomputed from all facts of
    a group, which two transactions that cannot see each other would both get wrong.
    """
    with engine.connect() as plain:
        connection = plain.execution_options(depeche_writer=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(WRITER_LOCK)))
            yield connection


def is_transient(error: DBAPIError) -> bool:
    """Tell whether the same transaction may succeed later: server down, busy, deadlock."""
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        return _sqlite_code(origin) in _TRANSIENT_SQLITE
    state = getattr(origin, "sqlstate", None)
    if state is None:
        # Refused, timed out or cut connections carry no SQLSTATE.
        if any(phrase in str(origin) for phrase in _PERMANENT):
            return False
        return error.connection_invalidated or type(origin).__name__ in (
            "OperationalError",
            "ConnectionTimeout",
        )
    return str(state).startswith(_TRANSIENT_STATES)


def is_full(error: DBAPIError) -> bool:
    """Tell whether the disk (or the file's allowed size) ran out."""
    origin = error.orig
    if isinstance(origin, sqlite3.Error):
        return _sqlite_code(origin) in _FULL_SQLITE
    return str(getattr(origin, "sqlstate", "")).startswith(_FULL_STATES)


def store_error(url: URL, error: DBAPIError) -> StoreError:
    """Put a driver's failure into one sentence with the database's name and no values."""
    lines = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
    return StoreError(f"{label(url)}: {lines[0].strip()}")


def _sqlite_code(error: sqlite3.Error) -> int:
    # Extended codes carry the primary one in their low byte.
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _configure_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # Transactions are begun by _begin_sqlite, not by the driver's own guesses.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA journal_mode=WAL")
    # FULL, not NORMAL: a spooled batch is deleted once committed, so a commit must last.
    cursor.execute("PRAGMA synchronous=FULL")
    # Keys are spread over the whole file: with SQLite's own 2 MB of cache each batch would
    # read most of it again, and write it back every 4 MB.
    cursor.execute("PRAGMA cache_size=-16000")
    cursor.execute("PRAGMA wal_autocheckpoint=8000")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writer = connection.get_execution_options().get("depeche_writer", False)
    # IMMEDIATE: a read transaction that turns writer fails at once instead of waiting.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")
