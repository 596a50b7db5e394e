"""Many rows at once: COPY where the server has it, the driver's ``executemany`` elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, Table, delete

Rows = Sequence[Mapping[str, Any]]
#: Bound values in one IN list: SQLite of old allows 999, longer lists gain nothing.
_CHUNK = 900
#: Below this COPY's extra round trips cost more than they save.
_COPY_FROM = 50


def insert_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows that are known to be new; all of them have the same keys."""
    if not rows:
        return
    if connection.dialect.name == "postgresql" and len(rows) >= _COPY_FROM:
        copy_rows(connection, table, rows)
    else:
        execute_rows(connection, table, rows)


def execute_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows by the driver's executemany; all of them have the same keys."""
    # The driver's executemany on ready tuples: a third of SQLAlchemy's own time per row.
    names = list(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    connection.exec_driver_sql(
        f"INSERT INTO {quote(table.name)} ({', '.join(map(quote, names))}) "
        f"VALUES ({', '.join([mark] * len(names))})",
        list(_bound(connection, table, names, rows)),
    )


def delete_where(connection: Connection, column: Column[Any], values: Collection[Any]) -> None:
    """Delete the rows of ``column``'s table whose value is one of ``values``."""
    for part in chunks(values):
        connection.execute(delete(column.table).where(column.in_(part)))


def select_where(
    connection: Connection, query: Select[Any], column: Column[Any], values: Collection[Any]
) -> Iterator[Row[Any]]:
    """Yield the rows of ``query`` whose ``column`` is one of ``values``."""
    for part in chunks(values):
        yield from connection.execute(query.where(column.in_(part)))


def chunks(values: Collection[Any]) -> Iterator[list[Any]]:
    """Cut values, sorted so that statements are the same on every run, into IN lists."""
    ordered = sorted(values)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def copy_rows(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows by PostgreSQL's COPY; all of them have the same keys."""
    names = list(rows[0])
    quote = connection.dialect.identifier_preparer.quote
    statement = f"COPY {quote(table.name)} ({', '.join(map(quote, names))}) FROM STDIN"
    raw = connection.connection.driver_connection
    assert raw is not None
    with raw.cursor() as cursor, cursor.copy(statement) as copy:
        for values in _bound(connection, table, names, rows):
            copy.write_row(values)


def _bound(
    connection: Connection, table: Table, names: Sequence[str], rows: Rows
) -> Iterator[tuple[Any, ...]]:
    """Yield rows as tuples of what the driver takes (SQLite has neither dates nor JSON)."""
    dialect = connection.dialect
    types = [table.c[name].type.dialect_impl(dialect) for name in names]
    found = [(place, kind.bind_processor(dialect)) for place, kind in enumerate(types)]
    processors = [(place, process) for place, process in found if process is not None]
    for row in rows:
        values = [row[name] for name in names]
        for place, process in processors:
            values[place] = process(values[place])
        yield tuple(values)
