"""What every sink is: opened, fed in batches, then committed or aborted as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pipeline.types import Article, EntityMention, Fact, Knowledge, Rejected


@dataclass(frozen=True, slots=True)
class Processed:
    """All that a run found out about one input; a refused one has neither facts nor entities."""

    article: Article | Rejected
    facts: tuple[Fact, ...] = ()
    entities: tuple[EntityMention, ...] = ()


class Sink(Protocol):
    """Somewhere that results go.

    ``open``, any number of ``write``, at most one ``write_knowledge``, then ``commit`` or
    ``abort``. Nothing that was written is visible before ``commit`` returns; after ``abort``
    (allowed at any moment, any number of times) all is as before ``open``. Batches are
    written as they come: a sink holds no more than a few articles in memory.

    Every method but ``abort`` raises :class:`pipeline.errors.StoreError`.
    """

    def open(self) -> None: ...

    def write(self, batch: Iterable[Processed]) -> None: ...

    def write_knowledge(self, rows: Iterable[Knowledge]) -> None: ...

    def commit(self) -> None: ...

    def abort(self) -> None: ...


class Writer(Protocol):
    """One file or folder of the set that :class:`pipeline.store.files.FileSink` writes.

    A writer may let ``OSError`` through: the sink turns it into a ``StoreError``.
    """

    def open(self, folder: Path) -> None:
        """Create the files in ``folder``, headers included."""

    def write(self, item: Processed) -> None:
        """Append what one input gave."""

    def write_knowledge(self, row: Knowledge) -> None:
        """Append one row of knowledge."""

    def close(self) -> None:
        """Flush and close; may be called again, and after a failed ``open``."""
