"""One database behind its failures: migrated at first use, tried again, known to be down."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from pipeline.store.database.engine import connect, writing
from pipeline.store.database.migrate import upgrade
from pipeline.store.database.retry import ONCE, Retry, Unavailable, attempt
from pipeline.store.database.url import label

T = TypeVar("T")

#: A database found down is asked again after this many seconds, not at every batch.
_ASK_AGAIN = 30.0


class Link:
    """Runs whole transactions, each again after pauses while the database is down.

    Once given up, it fails at once for half a minute, then asks a single time.
    """

    def __init__(self, url: URL, *, retry: Retry, notify: Callable[[str], None]) -> None:
        self.url = url
        self._engine = connect(url)
        self._retry = retry
        self._notify = notify
        self._ready = False
        self._down_since: float | None = None

    def close(self) -> None:
        """Give the connections back."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Reach the database, and create or migrate its tables.

        Raises:
            Unavailable: down after all tries.
            StoreError: newer than this program, or not ours.
        """
        self._attempt(self._prepare)

    def read(self, action: Callable[[Connection], T]) -> T:
        """Run ``action`` in a read transaction.

        Raises:
            Unavailable: down after all tries.
            StoreError: any other failure.
        """

        def transaction() -> T:
            self._prepare()
            with self._engine.connect() as connection:
                return action(connection)

        return self._attempt(transaction)

    def write(self, action: Callable[[Connection], T]) -> T:
        """Run ``action`` in the one write transaction of the database.

        Raises:
            Unavailable: down after all tries.
            StoreError: any other failure.
        """

        def transaction() -> T:
            self._prepare()
            with writing(self._engine) as connection:
                return action(connection)

        return self._attempt(transaction)

    def _prepare(self) -> None:
        if not self._ready:
            upgrade(self._engine)
            self._ready = True

    def _attempt(self, action: Callable[[], T]) -> T:
        was_down = self._down_since is not None
        if self._down_since is not None and time.monotonic() < self._down_since + _ASK_AGAIN:
            raise Unavailable(f"{label(self.url)} was down a moment ago")
        retry = ONCE if was_down else self._retry
        try:
            result = attempt(action, url=self.url, retry=retry, notify=self._notify)
        except Unavailable:
            self._down_since = time.monotonic()
            raise
        if was_down:
            self._notify(f"{label(self.url)} is back")
            self._down_since = None
        return result
