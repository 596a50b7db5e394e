"""Filling the database of a run: one to add to, or the run's own SQLite file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.config import Config
from pipeline.normalise.merge import knowledge_key, merge
from pipeline.store.database.sink import BATCH, DatabaseSink
from pipeline.store.database.url import label
from pipeline.store.sink import Processed
from pipeline.types import Article
from pipeline.uptodate import DATABASE
from pipeline.version import engine_version


class Filling:
    """Gathers results into batches, one transaction each; what is stored already is skipped."""

    def __init__(self, sink: DatabaseSink, *, fresh: bool) -> None:
        self.label = label(sink.url)
        self._sink = sink
        self._fresh = fresh
        self._batch: list[Processed] = []
        self.used = 0
        """Results taken from the database."""

    def write(self, item: Processed) -> None:
        """Take one result."""
        self._batch.append(item)
        if len(self._batch) >= BATCH:
            self._flush()

    def known(self, article: Article) -> Processed | None:
        """Return what the database holds of an article that has not changed since."""
        found = None if self._fresh else self._sink.result(article)
        self.used += found is not None
        return found

    def stale(self) -> Iterator[Article]:
        """Yield the stored articles that an older engine read: to be read again."""
        self._flush()
        if not self._fresh:
            yield from self._sink.stale()

    def finish(self) -> None:
        """Write what is left and record the run's end."""
        self._flush()
        self._sink.end_run()

    def _flush(self) -> None:
        batch, self._batch = self._batch, []
        known: set[str] = set()
        if not self._fresh:
            articles = [item.article for item in batch if isinstance(item.article, Article)]
            known = self._sink.unchanged(articles)
        if batch:
            self._sink.write(batch, known=known)


@contextmanager
def filling(
    out: Path, db: str | None, config: Config, notify: Callable[[str], None] | None = None
) -> Iterator[Filling]:
    """Open the database of a run.

    ``db`` is a URL to add to (see :mod:`pipeline.store.database.url`). Without it a new
    SQLite file is made beside and takes the place of ``out/depeche.db`` at the end only.
    ``notify`` is told of pauses and of what had to be spooled.

    Raises:
        UsageError: the URL cannot be used.
        StoreError: the database cannot be reached or written.
    """
    from pipeline import __version__

    staging = out / f".{DATABASE}-{os.getpid()}"
    fresh = db is None
    try:
        with DatabaseSink(
            f"sqlite:///{staging.resolve()}" if db is None else db,
            merge=merge,
            key_of=knowledge_key,
            engine_version=engine_version(config),
            versions={"depeche": __version__, "command": "extract"},
            spool=None if fresh else out / "spool",
            notify=notify,
        ) as sink:
            sink.start_run()
            database = Filling(sink, fresh=fresh)
            yield database
        if fresh:
            staging.replace(out / DATABASE)
            database.label = str(out / DATABASE)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(f"{staging}{suffix}").unlink()
