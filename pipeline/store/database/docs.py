"""Writes the generated parts of ``docs/databases.md``: the schema, and queries with results.

::

    python -m pipeline.store.database.docs URL [FILE]

``URL`` is a database made from ``corpus/sample``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table

from pipeline.errors import DepecheError, UsageError
from pipeline.store.database.engine import connect
from pipeline.store.database.migrate import check
from pipeline.store.database.queries import QUERIES, Query
from pipeline.store.database.schema import metadata
from pipeline.store.database.url import resolve

#: Longer cells are cut in the documentation.
_WIDTH = 70


def replace_section(text: str, name: str, content: str) -> str:
    """Return ``text`` with what stands between the markers of a section replaced.

    Raises:
        UsageError: the text has no such section.
    """
    start, end = f"<!-- {name}: generated -->", f"<!-- {name}: end -->"
    pattern = re.compile(f"({re.escape(start)}\n).*?({re.escape(end)})", re.DOTALL)
    if not pattern.search(text):
        raise UsageError(f"no section {name!r} between its two markers")
    return pattern.sub(lambda found: f"{found.group(1)}{content}\n{found.group(2)}", text)


def diagram() -> str:
    """Return the tables, columns and foreign keys as a Mermaid diagram."""
    lines = ["```mermaid", "erDiagram"]
    for table in metadata.sorted_tables:
        for key in sorted(table.foreign_key_constraints, key=lambda key: list(key.column_keys)):
            lines.append(
                f"    {key.referred_table.name} ||--o{{ {table.name} : {'_'.join(key.column_keys)}"
            )
    for table in metadata.sorted_tables:
        lines += [f"    {table.name} {{", *_columns(table), "    }"]
    return "\n".join([*lines, "```"])


def answers(engine: Engine) -> str:
    """Return every query with its result as Markdown."""
    return "\n\n".join(_answer(engine, number, query) for number, query in enumerate(QUERIES, 1))


def main(arguments: list[str]) -> int:
    """Rewrite the generated sections; the exit code."""
    if len(arguments) not in (1, 2):
        sys.stderr.write(f"usage: python -m {__spec__.name} URL [FILE]\n")
        return 2
    path = Path(arguments[1] if len(arguments) == 2 else "docs/databases.md")
    try:
        engine = connect(resolve(arguments[0]))
        check(engine)
        text = replace_section(path.read_text(encoding="utf-8"), "schema", diagram())
        path.write_text(replace_section(text, "queries", answers(engine)), encoding="utf-8")
        engine.dispose()
    except DepecheError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _columns(table: Table) -> list[str]:
    lines = []
    for column in table.columns:
        kind = type(column.type).__name__.lower().replace("utctime", "timestamp")
        marks = [
            mark
            for mark, true in (("PK", column.primary_key), ("FK", bool(column.foreign_keys)))
            if true
        ]
        lines.append(f"        {kind} {column.name} {', '.join(marks)}".rstrip())
    return lines


def _answer(engine: Engine, number: int, query: Query) -> str:
    with engine.connect() as connection:
        result = connection.exec_driver_sql(query.sql)
        names, rows = list(result.keys()), result.all()
    table = [
        "| " + " | ".join(names) + " |",
        "|" + " --- |" * len(names),
        *("| " + " | ".join(_cell(value) for value in row) + " |" for row in rows),
    ]
    body = "\n".join(table) if rows else "*No rows on the sample.*"
    return f"### {number}. {query.question}\n\n```sql\n{query.sql}\n```\n\n{body}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:g}"
    text = " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
