"""A process that writes articles, and may kill itself at a given statement of its run.

    python -m tests.database.writer URL FIRST LAST BATCH [STATEMENT]

Articles ``n`` of FIRST <= n < LAST are written in batches; with STATEMENT the process sends
itself SIGKILL before it executes that many statements (commits count as one).
"""

from __future__ import annotations

import os
import signal
import sys

from sqlalchemy import event

from pipeline.store.sink import Processed
from tests.database.helpers import a_sink, opening, press


def articles(first: int, last: int) -> list[Processed]:
    """A corpus in which every article shares knowledge with others."""
    return [
        press(f"p{number}")
        if number % 5 == 4
        else opening(
            f"a{number}",
            ("Veltria", "Orvani")[number % 2],
            ("Lyon", "Lille", "Brest")[number % 3],
            published=f"2024-01-{number % 28 + 1:02}",
        )
        for number in range(first, last)
    ]


def main(url: str, first: int, last: int, batch: int, fatal: int) -> None:
    """Write, and die where told."""
    sink = a_sink(url)
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    engine = sink._link._engine
    event.listen(engine, "before_cursor_execute", count)
    event.listen(engine, "commit", count)
    results = articles(first, last)
    with sink:
        sink.start_run()
        for start in range(0, len(results), batch):
            sink.write(results[start : start + batch])
        sink.end_run()


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]), int(sys.argv[5]) if len(sys.argv) > 5 else 0)
