"""The merge over more facts than fit into memory: groups are parted over temporary files."""

from __future__ import annotations

import heapq
import pickle
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.errors import StoreError
from pipeline.normalise.identity import Telling, knowledge_key
from pipeline.normalise.merge import ArticleMeta, merge_group, sort_key, telling
from pipeline.types import Fact, Knowledge

#: Files that groups are spread over; one of them at a time is held in memory.
_PARTS = 64
#: Facts held in memory before the first is written to a file: about 10 MB.
_HELD = 4_000


class KnowledgeMerger:
    """Takes facts article by article and gives what :func:`pipeline.normalise.merge.merge` does.

    ``add`` any number of times, then ``rows`` once. Up to ``held`` facts stay in memory, the
    rest goes to temporary files that ``close`` (or the context manager) removes.

    Raises:
        StoreError: the temporary folder cannot be written.
    """

    def __init__(self, *, include_denied: bool = False, held: int = _HELD) -> None:
        self._include_denied = include_denied
        self._limit = held
        self._held: list[tuple[str, Telling]] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def add(self, article: ArticleMeta, facts: Iterable[Fact]) -> None:
        """Take the facts of one article."""
        self._held.extend((knowledge_key(fact), telling(fact, article)) for fact in facts)
        if len(self._held) >= self._limit:
            self._spill()

    def rows(self) -> Iterator[Knowledge]:
        """All rows, in the order of ``merge``; ends the taking of facts."""
        if self._folder is None:
            yield from self._merged(self._held)
            return
        self._spill()
        folder = Path(self._folder.name)
        try:
            sorted_parts = []
            for part in sorted(folder.glob("facts-*")):
                rows = self._merged(_load(part))
                done = part.with_name(part.name.replace("facts", "rows"))
                _dump(done, rows)
                part.unlink()
                sorted_parts.append(_load(done))
            yield from heapq.merge(*sorted_parts, key=sort_key)
        except OSError as error:
            raise StoreError(f"cannot merge in {folder}: {error.strerror or error}") from error

    def close(self) -> None:
        """Remove the temporary files; may be called again."""
        self._held = []
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def __enter__(self) -> KnowledgeMerger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _merged(self, told: Iterable[tuple[str, Telling]]) -> list[Knowledge]:
        groups: dict[str, list[Telling]] = defaultdict(list)
        for group, one in told:
            groups[group].append(one)
        rows = (
            row
            for group, tellings in groups.items()
            for row in merge_group(group, tellings, include_denied=self._include_denied)
        )
        return sorted(rows, key=sort_key)

    def _spill(self) -> None:
        try:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="depeche-merge-")
            parts: dict[int, list[tuple[str, Telling]]] = defaultdict(list)
            for group, one in self._held:
                parts[zlib.crc32(group.encode("utf-8", "replace")) % _PARTS].append((group, one))
            for part, told in parts.items():
                _dump(Path(self._folder.name) / f"facts-{part:02}", told)
        except OSError as error:
            raise StoreError(
                f"cannot merge in a temporary folder: {error.strerror or error}"
            ) from error
        self._held = []


def _dump(path: Path, items: Iterable[object]) -> None:
    with path.open("ab") as file:
        for item in items:
            pickle.dump(item, file, protocol=pickle.HIGHEST_PROTOCOL)


def _load(path: Path) -> Iterator[Any]:
    # Our own files, in a folder that only this user can read.
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)
            except EOFError:
                return
