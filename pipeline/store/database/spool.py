"""Batches that wait on disk until their database is back.

One file per batch, one article per line, in the format of the output files side by side:
``{"article": {…}, "facts": [{…}], "entities": [{…}]}`` after a first line that tells when
and by which engine it was extracted. The database's URL is not in it.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import StoreError
from pipeline.store.database.engine import dump_json
from pipeline.store.database.lines import result_from_record, result_record
from pipeline.store.sink import Processed
from pipeline.types import Rejected

_SUFFIX = ".spool.jsonl"


@dataclass(frozen=True, slots=True)
class SpooledBatch:
    """One spool file as read back."""

    path: Path
    engine_version: str
    extracted: datetime
    """When the batch should have been written; what is newer in the database stays."""
    versions: dict[str, Any]
    results: tuple[Processed, ...]


def spool(
    folder: Path,
    results: Sequence[Processed],
    *,
    engine_version: str,
    versions: dict[str, Any],
) -> Path:
    """Write a batch to a new file of ``folder``, whole or not at all, and return its path.

    Raises:
        StoreError: the folder cannot be written.
    """
    now = datetime.now(UTC)
    # Files sort by time, so that loading keeps the order of the batches.
    path = folder / f"{now:%Y%m%dT%H%M%S.%fZ}-{secrets.token_hex(4)}{_SUFFIX}"
    head = {
        "engine_version": engine_version,
        "extracted": now.isoformat(),
        "versions": versions,
        "articles": len(results),
    }
    _write(path, [head, *map(result_record, results)])
    return path


def withdraw(folder: Path, article: str) -> bool:
    """Take an article out of all batches that wait in ``folder``; True if one held it.

    A batch that is left empty stays, for the run that knows of it.

    Raises:
        StoreError: a damaged spool file, or the folder cannot be written.
    """
    found = False
    for path in spooled(folder):
        batch = read_spool(path)
        kept = [r for r in batch.results if not _is_of(r, article)]
        if len(kept) < len(batch.results):
            head = {
                "engine_version": batch.engine_version,
                "extracted": batch.extracted.isoformat(),
                "versions": batch.versions,
                "articles": len(kept),
            }
            _write(path, [head, *map(result_record, kept)])
            found = True
    return found


def spooled(folder: Path) -> list[Path]:
    """List the complete spool files of a folder, oldest first."""
    return sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []


def read_spool(path: Path) -> SpooledBatch:
    """Read a spool file back.

    Raises:
        StoreError: not a spool file, or a damaged one.
    """
    try:
        with path.open(encoding="utf-8", errors="surrogatepass") as file:
            head = json.loads(next(file))
            results = tuple(_results(file))
        if len(results) != head["articles"]:
            raise ValueError(f"{len(results)} of {head['articles']} articles")
        return SpooledBatch(
            path=path,
            engine_version=head["engine_version"],
            extracted=datetime.fromisoformat(head["extracted"]),
            versions=head["versions"],
            results=results,
        )
    except (OSError, StopIteration, KeyError, TypeError, ValueError) as error:
        raise StoreError(f"{path}: not a whole spool file: {error}") from error


def discard(path: Path) -> None:
    """Delete a spool file whose batch is committed."""
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _is_of(result: Processed, article: str) -> bool:
    if isinstance(result.article, Rejected):
        return result.article.article == article
    return result.article.id == article


def _write(path: Path, records: Sequence[Mapping[str, Any]]) -> None:
    """Write a spool file whole or not at all, in the place of one of that name."""
    partial = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("w", encoding="utf-8", errors="surrogatepass") as file:
            for record in records:
                file.write(dump_json(record) + "\n")
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise StoreError(f"the batch could not be spooled to {path.parent}: {error}") from error


def _results(lines: Iterator[str]) -> Iterator[Processed]:
    for line in lines:
        yield result_from_record(json.loads(line))


def _sync_folder(folder: Path) -> None:
    # The rename itself has to survive a power cut.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
