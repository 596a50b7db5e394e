"""The database as a run holds it: opened, asked what is known, written batch by batch.

A database that cannot be reached is tried again with growing pauses; then the batch goes to
the spool folder, the run goes on, and ``depeche load`` finishes the job.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL

from pipeline.errors import StoreError
from pipeline.store.database import stored
from pipeline.store.database.knowledge import settle
from pipeline.store.database.lines import read_once, storable_text
from pipeline.store.database.link import Link
from pipeline.store.database.merging import KeyOf, Merge
from pipeline.store.database.outputs import engine_of, read_outputs
from pipeline.store.database.retry import Retry, Unavailable
from pipeline.store.database.runs import finish_run, insert_run
from pipeline.store.database.spool import discard, read_spool, spool, spooled
from pipeline.store.database.url import resolve
from pipeline.store.database.write import forget_article, write_batch
from pipeline.store.database.written import Written
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected

T = TypeVar("T")

#: Articles per transaction when files are loaded.
BATCH = 256
#: Groups merged in one transaction at the end of a run: bounds the facts held in memory.
_GROUPS = 2000
#: A merge is due again after this many times the seconds that the last one took.
_MERGE_EVERY = 20.0
_log = logging.getLogger(__name__)


class DatabaseSink:
    """A SQLite or PostgreSQL database that a run writes to.

    ``url`` may also be ``env:NAME`` or hold ``${NAME}``, see :func:`.url.resolve`.
    ``merge`` and ``key_of`` are ``pipeline.normalise.merge``'s ``merge`` and
    ``knowledge_key``. ``engine_version`` names everything but the text that facts depend
    on: model, lexicon, rules, options; ``versions`` says the same in parts, for ``runs``.
    Without ``spool`` a database that is down fails the run. ``notify`` is told of pauses
    and of what was spooled.

    As a context manager it opens (migrating an older database) and closes.

    Raises:
        UsageError: the URL cannot be used.
    """

    def __init__(
        self,
        url: str | URL,
        *,
        merge: Merge,
        key_of: KeyOf,
        engine_version: str,
        versions: Mapping[str, Any] | None = None,
        spool: Path | None = None,
        retry: Retry | None = None,
        notify: Callable[[str], None] | None = None,
    ) -> None:
        self.url = resolve(url) if isinstance(url, str) else url
        self.run_id: int | None = None
        self.written = Written()
        self._merge = merge
        self._key_of: KeyOf = lambda fact: storable_text(key_of(fact))
        self._engine_version = engine_version
        self._versions = dict(versions or {}) | {"engine": engine_version}
        self._spool = spool
        self._notify = notify or _log.warning
        self._link = Link(self.url, retry=retry or Retry(), notify=self._notify)
        self._started = datetime.now(UTC)
        self._spooled: list[Path] = []
        self._refusals: Counter[str] = Counter()
        self._merged_at = self._merge_seconds = 0.0
        self._read: set[str] = set()
        """Ids of the articles that this run has read."""

    def open(self) -> None:
        """Reach the database, and create or migrate its tables.

        Raises:
            StoreError: newer than this program, not ours, or down and there is no spool.
        """
        try:
            self._link.prepare()
        except Unavailable as error:
            if self._spool is None:
                self.close()
                raise
            self._notify(f"{error}; batches will wait in {self._spool}")
        except StoreError:
            self.close()
            raise

    def close(self) -> None:
        """Give the connections back; what was written is committed already."""
        self._link.close()

    def __enter__(self) -> DatabaseSink:
        self.open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start_run(self) -> int | None:
        """Record a new run; None while the database is down (then made with its first batch).

        Raises:
            StoreError: the database is down and there is no spool, or refuses.
        """
        self._started, self.run_id = datetime.now(UTC), None
        self.written, self._refusals, self._read = Written(), Counter(), set()
        try:
            self._write(lambda connection: self._run(connection))
        except Unavailable:
            if self._spool is None:
                raise
        return self.run_id

    def end_run(self, counts: Mapping[str, int] | None = None) -> None:
        """Write what this run spooled if the database is back, and record the run's end.

        ``counts`` are added to the sink's own (see :class:`.written.Written`).
        """
        waiting, self._spooled = self._spooled, []
        try:
            for path in waiting:
                self._load_spooled(path)
            self.settle()
            totals = {name: getattr(self.written, name) for name in Written.__slots__}

            def finish(connection: Connection) -> None:
                finish_run(
                    connection,
                    self._run(connection),
                    started=self._started,
                    counts=totals | dict(counts or {}),
                    refusals=dict(sorted(self._refusals.items())),
                )

            self._write(finish)
        except Unavailable as error:
            if self._spool is None:
                raise
            self._notify(f"{error}; finish with `depeche load {self._spool} --db URL`")

    def known(self, found: Iterable[tuple[str, str]]) -> set[str]:
        """Return the ids of articles that need no extraction.

        ``found`` are pairs of id and sha256: known is what is stored as done, with this
        text, by this engine version. Empty while the database is down and there is a spool.
        """
        try:
            return stored.known(self._link, found, self._engine_version)
        except Unavailable:
            if self._spool is None:
                raise
            return set()

    def unchanged(self, found: Iterable[Article]) -> set[str]:
        """Like :meth:`known`, but a new date, title, URL or source is a change, too.

        The date decides what "mardi" means, so it changes facts as the text does.
        """
        try:
            return stored.unchanged(self._link, found, self._engine_version)
        except Unavailable:
            if self._spool is None:
                raise
            return set()

    def result(self, article: Article) -> Processed | None:
        """Return what is stored of an article, or None where it must be extracted."""
        try:
            if article.id not in self.unchanged([article]):
                return None
            return stored.result(self._link, article)
        except Unavailable:
            if self._spool is None:
                raise
            return None

    def stale(self) -> Iterator[Article]:
        """Yield the stored articles that another engine version read, refused ones included.

        Read in portions between which may be written. Left out are articles without a
        stored text (only their facts were loaded) and those of an unknown engine.
        """
        return stored.stale(self._link, self._engine_version)

    def write(self, batch: Iterable[Processed], *, known: Collection[str] = ()) -> Written:
        """Write a batch in one transaction, or spool it whole.

        ``known`` are ids of articles that are stored as they are. A refusal under the id of
        an article that this run has read (the same record twice) is counted, not written.

        Raises:
            StoreError: down or full without a spool, or a failure that waiting cannot mend.
        """
        given = tuple(batch)
        for result in given:
            if isinstance(result.article, Rejected):
                self._refusals[result.article.reason] += 1
        results = tuple(
            result
            for result in read_once(given, self._read)
            if not (isinstance(result.article, Article) and result.article.id in known)
        )
        if not results:
            return Written()
        try:
            return self._write_results(results)
        except Unavailable as error:
            if self._spool is None:
                raise
            path = spool(
                self._spool,
                results,
                engine_version=self._engine_version,
                versions=self._versions,
            )
            self._spooled.append(path)
            self._notify(
                f"{error}; {len(results)} articles kept in {path}: "
                f"`depeche load {self._spool} --db URL` writes them"
            )
            kept = Written(spooled=len(results))
            self.written += kept
            return kept

    def forget(self, article: str) -> bool:
        """Delete an article, its facts and what only they said; False if it is unknown.

        Raises:
            StoreError: the database cannot be reached.
        """
        return self._write(
            lambda connection: forget_article(
                connection, storable_text(article), merge=self._merge, key_of=self._key_of
            )
        )

    def load(self, path: Path) -> Written:
        """Write a spool folder or file, an output folder or a ``facts.jsonl``.

        A spool file is deleted once its batch is committed. Of an output folder without
        ``run.json`` the engine is not known: its articles are extracted anew when they are
        next met, but not by :meth:`stale`.

        Raises:
            StoreError: nothing to load there, a damaged file, or the database is down.
        """
        total = Written()
        files = spooled(path) if path.is_dir() else [path] if ".spool." in path.name else []
        for file in files:
            total += self._load_spooled(file)
        if files or (path.is_dir() and not any(path.iterdir())):
            return total
        results, engine_version = read_outputs(path), engine_of(path)
        read: set[str] = set()
        while batch := tuple(islice(results, BATCH)):
            total += self._write_results(read_once(batch, read), engine_version=engine_version)
        return total

    def settle(self) -> int:
        """Merge what is marked, by this run or one that was killed; rows of knowledge written.

        Raises:
            StoreError: the database cannot be reached.
        """
        count, more = 0, True
        while more:
            written, more = self._write(
                lambda connection: settle(
                    connection, merge=self._merge, key_of=self._key_of, limit=_GROUPS
                )
            )
            count += written
        self.written += Written(knowledge=count)
        return count

    def _load_spooled(self, path: Path) -> Written:
        batch = read_spool(path)
        written = self._write_results(
            batch.results, engine_version=batch.engine_version, extracted=batch.extracted
        )
        discard(path)
        return written

    def _write_results(
        self,
        results: Sequence[Processed],
        *,
        engine_version: str | None = None,
        extracted: datetime | None = None,
    ) -> Written:
        start = time.monotonic()
        # So merging takes about a twentieth of the time, however fast batches come.
        due = start - self._merged_at >= _MERGE_EVERY * self._merge_seconds

        def transaction(connection: Connection) -> Written:
            return write_batch(
                connection,
                results,
                engine_version=self._engine_version if engine_version is None else engine_version,
                run_id=self._run(connection),
                merge=self._merge,
                key_of=self._key_of,
                settle=due,
                extracted=extracted,
            )

        written = self._write(transaction)
        self.written += written
        if due:
            self._merged_at = time.monotonic()
            self._merge_seconds = self._merged_at - start
        return written

    def _run(self, connection: Connection) -> int:
        if self.run_id is None:
            self.run_id = insert_run(connection, self._versions, self._started)
        return self.run_id

    def _write(self, action: Callable[[Connection], T]) -> T:
        before = self.run_id

        def transaction(connection: Connection) -> T:
            # A run first named in a transaction that failed was not recorded.
            self.run_id = before
            return action(connection)

        try:
            return self._link.write(transaction)
        except BaseException:
            self.run_id = before
            raise
