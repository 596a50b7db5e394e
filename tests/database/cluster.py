"""A private PostgreSQL server in a temporary folder, on a free port of 127.0.0.1.

The server is a child process of the tests and the only one that they ever signal. It
refuses to run as root, so root hands it to an unprivileged user.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

_USERS = ("postgres", "nobody")
_SECONDS = 60.0


def binaries() -> Path | None:
    """Return the folder of initdb and postgres; None where PostgreSQL is not installed."""
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    for folder in (*folders, *packaged):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


class Cluster:
    """One server; ``start`` it after making it, ``remove`` it at the end.

    ``settings`` are options of postgresql.conf. The user ``depeche`` needs no password,
    the user ``keyed`` does.
    """

    def __init__(self, **settings: str) -> None:
        found = binaries()
        assert found is not None, "PostgreSQL is not installed"
        self._bin = found
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._as: dict[str, Any] = {}
        self.folder = Path(tempfile.mkdtemp(prefix="depeche-pg-"))
        if os.geteuid() == 0:
            user = next(pwd.getpwnam(name) for name in _USERS if _exists(name))
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        self.data = self.folder / "data"
        self.port = _free_port()
        subprocess.run(
            [
                *(self._bin / "initdb", "-D", self.data, "-U", "depeche", "-A", "trust"),
                *("-E", "UTF8", "--locale=C.UTF-8", "--no-sync"),
            ],
            check=True,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            **self._as,
        )
        rules = self.data / "pg_hba.conf"
        rules.write_text("host all keyed 127.0.0.1/32 scram-sha-256\n" + rules.read_text())

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = {
            "listen_addresses": "127.0.0.1",
            "port": str(self.port),
            "unix_socket_directories": "",
            "fsync": "off",
            "shared_buffers": "64MB",
            "max_connections": "20",
        } | self._settings
        flags = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._bin / "postgres", "-D", self.data, *flags],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                **self._as,
            )
        end = time.monotonic() + _SECONDS
        while True:
            try:
                psycopg.connect(self.dsn("postgres"), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                assert time.monotonic() < end, "the server does not answer"
                time.sleep(0.05)

    def stop(self, *, immediate: bool = False) -> None:
        """Stop the server; ``immediate`` as ``pg_ctl stop -m immediate``: no goodbye."""
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT if immediate else signal.SIGINT)
            self._process.wait(_SECONDS)
            self._process = None

    @property
    def running(self) -> bool:
        """Whether the server was started and not stopped."""
        return self._process is not None

    def remove(self) -> None:
        """Stop the server and delete its files."""
        self.stop(immediate=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def dsn(self, database: str) -> str:
        """Connection string for psycopg."""
        return f"host=127.0.0.1 port={self.port} user=depeche dbname={database}"

    def url(self, database: str, *, user: str = "depeche") -> str:
        """URL for SQLAlchemy, without a password."""
        return f"postgresql+psycopg://{user}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str, *, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run one statement in a transaction of its own and return its rows."""
        with psycopg.connect(self.dsn(database), autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


def _exists(user: str) -> bool:
    try:
        pwd.getpwnam(user)
    except KeyError:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
