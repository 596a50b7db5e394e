"""A set of files that changes as one: all of them are replaced, or none.

Everything is written into ``OUT/.depeche/staging-PID-TOKEN``. ``commit`` flushes it to the
disk, then writes a journal: that rename is the moment at which the new set counts. Only then
are the files moved over the former ones, a few renames that take no space. A process that dies
before the journal leaves the former set untouched; one that dies after it leaves renames to
be finished, which the next ``open`` (or :func:`recover`) does.

Files of the former set that the new one lacks are removed with the same switch: a
``facts.parquet`` of last week must not stand beside the facts of today.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.errors import StoreError

HIDDEN = ".depeche"
_JOURNAL = "journal.json"
_LAST = "last.json"
_STAGING = "staging-"
#: Above this number of files, one sync of the file system is faster than one for each.
_MANY = 64
#: Tells this process from an earlier one that had the same number (in a container, many do).
_TOKEN = secrets.token_hex(4)


class FileSet:
    """The files of one folder, replaced together.

    ``open`` gives a folder to write into; ``commit`` moves what stands there into ``out``;
    ``abort`` throws it away. One process at a time: a second ``open`` of the same folder is
    a ``StoreError``.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self._hidden = out / HIDDEN
        self._staging = self._hidden / f"{_STAGING}{os.getpid()}-{_TOKEN}"
        self._lock: int | None = None

    def open(self) -> Path:
        """Lock the folder, finish or clear away what dead runs left, give the staging folder.

        Raises:
            StoreError: another run holds the folder, or it cannot be written.
        """
        with _as_store_error(self.out):
            self._hidden.mkdir(parents=True, exist_ok=True)
            # Before the lock, which a process can take twice: is it this one that holds it?
            # (With a journal the folder is only what a failed switch of its own left.)
            if self._staging.exists() and not (self._hidden / _JOURNAL).exists():
                raise StoreError(f"{self.out} is being written by another run of this process")
            self._lock = _take_lock(self._hidden / "lock", self.out)
            try:
                _finish_journal(self.out)
                _remove_staging(self._hidden)
                self._staging.mkdir()
            except BaseException:
                self._unlock()
                raise
        return self._staging

    def commit(self) -> list[Path]:
        """Replace the former set by what stands in the staging folder; its paths, sorted.

        Raises:
            StoreError: something could not be written. The former set is whole, unless the
                journal was already written: then the next ``open`` finishes the new one.
        """
        if self._lock is None:
            raise StoreError(f"{self.out} is not open")
        with _as_store_error(self.out):
            names = sorted(entry.name for entry in self._staging.iterdir())
            _flush(self._staging)
            former = _read_json(self._hidden / _LAST).get("replace", [])
            journal = {
                "staging": self._staging.name,
                "replace": names,
                "remove": sorted(set(former) - set(names)),
            }
            _write_json(self._hidden / _JOURNAL, journal)
            _finish_journal(self.out)
            self._unlock()
        return [self.out / name for name in names]

    def abort(self) -> None:
        """Throw away what was staged; the former set stays. Does nothing when not open."""
        if self._lock is None:
            return
        # A journal means that the new set counts already: it is only not yet in its place.
        if not (self._hidden / _JOURNAL).exists():
            shutil.rmtree(self._staging, ignore_errors=True)
        self._unlock()

    def __enter__(self) -> Path:
        return self.open()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.abort()

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def recover(out: Path) -> bool:
    """Finish the switch that a killed run had begun in ``out``; True if there was one.

    For readers that want a whole set without writing one. Does nothing to a folder without
    outputs, nor while a run holds it.

    Raises:
        StoreError: the files cannot be moved.
    """
    if not (out / HIDDEN / _JOURNAL).exists():
        return False
    with _as_store_error(out):
        lock = _take_lock(out / HIDDEN / "lock", out)
        try:
            return _finish_journal(out)
        finally:
            os.close(lock)


def _take_lock(path: Path, out: Path) -> int:
    # A record lock, not flock: children that worker pools fork do not inherit it, so a worker
    # that outlives its killed parent cannot keep the folder locked. The kernel drops it when
    # the process dies, however it dies.
    import fcntl

    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if error.errno in (errno.EACCES, errno.EAGAIN):
            raise StoreError(f"{out} is being written by another run") from None
        raise
    return handle


def _finish_journal(out: Path) -> bool:
    """Move what the journal names; each step may already be done. Needs the lock."""
    hidden = out / HIDDEN
    path = hidden / _JOURNAL
    journal = _read_json(path)
    if not journal:
        return False
    staging = hidden / journal["staging"]
    trash = staging / HIDDEN
    for name in journal["replace"]:
        staged = staging / name
        if os.path.lexists(staged):
            if staged.is_dir() or (out / name).is_dir():
                _discard(out / name, trash)
            staged.replace(out / name)
    for name in journal["remove"]:
        _discard(out / name, trash)
    _sync_folder(out)
    # The journal becomes the list of what this set holds: one rename ends the switch.
    path.replace(hidden / _LAST)
    _sync_folder(hidden)
    shutil.rmtree(staging, ignore_errors=True)
    return True


def _discard(path: Path, trash: Path) -> None:
    # Moved first, since a folder cannot be replaced and takes time to remove.
    if os.path.lexists(path):
        trash.mkdir(exist_ok=True)
        path.replace(trash / f"{path.name}-{secrets.token_hex(4)}")


def _remove_staging(hidden: Path) -> None:
    # Whoever holds the lock is alone: every staging folder is a dead process's.
    for entry in hidden.iterdir():
        if entry.name.startswith(_STAGING):
            shutil.rmtree(entry)
        elif entry.name.endswith(".new"):
            entry.unlink()


def _flush(folder: Path) -> None:
    files = [entry for entry in folder.rglob("*") if entry.is_file()]
    if len(files) > _MANY:
        os.sync()
    for path in files[:_MANY]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        loaded = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        # Written by rename after a flush, so never half: somebody else's file, or a bad disk.
        raise StoreError(f"{path} is damaged; remove it to go on") from None
    return loaded if isinstance(loaded, dict) else {}


def _write_json(path: Path, value: dict[str, Any]) -> None:
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        json.dump(value, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    _sync_folder(path.parent)


@contextlib.contextmanager
def _as_store_error(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        where = error.filename or out
        raise StoreError(f"cannot write {where}: {error.strerror or error}") from error
