"""Growing pauses between tries of a transaction that a server refused for now."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from pipeline.errors import StoreError
from pipeline.store.database.engine import is_full, is_transient, store_error
from pipeline.store.database.url import label

T = TypeVar("T")


class Unavailable(StoreError):
    """The database could not be reached, or has no room, after all tries."""


@dataclass(frozen=True, slots=True)
class Retry:
    """When to try again.

    ``pauses`` are seconds; the default gives a restarting server half a minute.
    """

    pauses: tuple[float, ...] = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)
    sleep: Callable[[float], None] = field(default=time.sleep)


#: One try, for a database that was already found down a moment ago.
ONCE = Retry(pauses=())


def attempt(action: Callable[[], T], *, url: URL, retry: Retry, notify: Callable[[str], None]) -> T:
    """Run ``action``, again after each pause while the database cannot be reached.

    ``action`` is one whole transaction and idempotent: a connection lost during its commit
    leaves open whether it was written.

    Raises:
        Unavailable: down after the last pause, or no room left on its disk.
        StoreError: any other failure of the database, at once.
    """
    for pause in (*retry.pauses, None):
        try:
            return action()
        except DBAPIError as error:
            failure = store_error(url, error)
            if is_full(error):
                raise Unavailable(f"{failure} (no room left)") from error
            if not is_transient(error):
                raise failure from error
            if pause is None:
                raise Unavailable(f"{failure}; given up after {len(retry.pauses) + 1} tries") from (
                    error
                )
            notify(f"{failure}; trying again in {pause:g} s")
            retry.sleep(pause)
        except SQLAlchemyError as error:
            raise StoreError(f"{label(url)}: {type(error).__name__}: {error}") from error
    raise AssertionError("the last pause is None")  # pragma: no cover
