"""Database URLs: where their passwords may come from, and how they are shown."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import quote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from pipeline.errors import UsageError

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_AUTHORITY = re.compile(r"^[a-z0-9+]+://[^:/@]*(?::(?P<password>[^@]*))?@", re.IGNORECASE)
_SECRET_OPTION = re.compile(r"[?&](?:ssl)?password=(?P<secret>[^&]*)", re.IGNORECASE)
_ANY_PASSWORD = re.compile(r"(?<=://)(?P<user>[^\s/:@]*):[^\s/]*@")
_ANY_OPTION = re.compile(r"(?<=password=)[^&\s]+", re.IGNORECASE)
_SQLITE_FILE = re.compile(r"\.(?:db|sqlite|sqlite3)$", re.IGNORECASE)

_WRITTEN = (
    "the database URL has a password written in it, where the shell's history and the list of "
    "processes show it: keep it in an environment variable (--db env:NAME for the whole URL, "
    "or ${NAME} in the place of the password) or in a pgpass file"
)


def resolve(url: str, environment: Mapping[str, str] | None = None) -> URL:
    """Return the SQLAlchemy URL meant by ``url``.

    ``env:NAME`` takes the whole URL from a variable of the environment, ``${NAME}``
    inside a URL a part of it; a bare path that ends in ``.db``, ``.sqlite`` or
    ``.sqlite3`` is a SQLite file. ``postgresql://`` and ``postgres://`` mean psycopg.

    Raises:
        UsageError: unset variable, a password written out in ``url``, a URL that
            cannot be read or a database that is neither SQLite nor PostgreSQL.
    """
    variables = os.environ if environment is None else environment
    text = url.strip()
    if text.startswith("env:"):
        text = _variable(text[4:], variables)
    else:
        _refuse_written_password(text)
        text = _substitute(text, variables)
    if "://" not in text and _SQLITE_FILE.search(text):
        text = f"sqlite:///{text}"
    try:
        parsed = make_url(text)
    except (ArgumentError, ValueError):
        # Without the cause: its message may quote the text, password included.
        raise UsageError(
            "the database URL cannot be read: write sqlite:///facts.db "
            "or postgresql+psycopg://user@host/database"
        ) from None
    backend = parsed.drivername.partition("+")[0]
    if backend == "sqlite":
        return parsed.set(drivername="sqlite+pysqlite")
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend == "duckdb":
        raise UsageError(
            "DuckDB cannot be written batch by batch: --export duckdb makes a DuckDB file of a run"
        )
    raise UsageError(f"no sink for {backend} databases: sqlite and postgresql are known")


def label(url: URL) -> str:
    """Name a database in messages: no password, no options."""
    return URL.create(
        url.drivername.partition("+")[0],
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
    ).render_as_string(hide_password=True)


def scrub(text: str) -> str:
    """Blank out the passwords of all URLs in ``text``."""
    return _ANY_OPTION.sub("***", _ANY_PASSWORD.sub(r"\g<user>:***@", text))


def _variable(name: str, variables: Mapping[str, str]) -> str:
    value = variables.get(name, "")
    if not value:
        raise UsageError(f"the environment variable {name} named by the database URL is not set")
    return value


def _refuse_written_password(text: str) -> None:
    authority = _AUTHORITY.match(text)
    written = authority.group("password") if authority else None
    secrets = [written or "", *(found.group("secret") for found in _SECRET_OPTION.finditer(text))]
    if any(_VARIABLE.sub("", secret) for secret in secrets):
        raise UsageError(_WRITTEN)


def _substitute(text: str, variables: Mapping[str, str]) -> str:
    """Fill in ``${NAME}``; before the ``@`` a value is escaped, so that any password serves."""
    authority = _AUTHORITY.match(text)
    border = authority.end() if authority else 0

    def value(found: re.Match[str]) -> str:
        plain = _variable(found.group(1), variables)
        return quote(plain, safe="") if found.start() < border else plain

    return _VARIABLE.sub(value, text)
