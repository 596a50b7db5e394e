"""Whether the outputs of a folder are those of its inputs as they stand: then nothing is to do.

``run.json`` keeps two stamps of everything that decided the outputs (every input file, the
options, model, lexicon, rules and all code), and size and time of each output file. The quick
stamp is made of the files' sizes, inodes and times, the sure one of their bytes. Where either
is as it was, and the outputs too, a run ends after looking at its inputs: microseconds for an
article that took tens of milliseconds to read. Anything else takes the ordinary way, article
by article, which is never wrong.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import sysconfig
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.load.inputs import STDIN, resolve

#: Beside the outputs: see :mod:`pipeline.previous`, which writes it.
MANIFEST = "run.json"
#: The run's own database, beside them too: see :mod:`pipeline.filling`, which fills it.
DATABASE = "depeche.db"
_PACKAGE = Path(__file__).parent
_MODELS = _PACKAGE.parent / "models"
_CHUNK = 1 << 20
#: A file that changed so lately may change again within one tick of the kernel's clock: its
#: time proves nothing yet.
_SETTLED_NS = 2_000_000_000


class _Unknown(Exception):
    """Something whose content cannot be told beforehand: standard input, a pipe, no access."""


class Stamps:
    """Quick and sure stamp of what decides the outputs of a run, each worked out when asked for.

    The number of workers and of articles in a batch do not decide.

    Raises:
        UsageError: an input does not exist.
    """

    def __init__(self, inputs: Sequence[str], config: Config) -> None:
        self._inputs = resolve(inputs).files
        self._config = config

    def quick(self) -> str | None:
        """Hash names, sizes, inodes and times; None where these prove nothing."""
        settled = time.time_ns() - _SETTLED_NS
        try:
            digest = self._options()
            for name, path in self._files():
                if not path:
                    digest.update(name.encode("utf-8", "surrogateescape"))
                    continue
                found = os.stat(path)  # noqa: PTH116  # half the time of Path's
                newest = max(found.st_ctime_ns, found.st_mtime_ns)
                if newest > settled or not stat.S_ISREG(found.st_mode):
                    return None
                numbers = (found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns)
                digest.update(f"{name}\0{numbers}".encode("utf-8", "surrogateescape"))
        except (_Unknown, OSError):
            return None
        return digest.hexdigest()

    def sure(self) -> str | None:
        """Hash names and contents; None where some content cannot be told beforehand."""
        try:
            digest = self._options()
            for name, path in self._files():
                content = _hash(path) if path else b""
                digest.update(name.encode("utf-8", "surrogateescape") + b"\0" + content)
        except (_Unknown, OSError):
            return None
        return digest.hexdigest()

    def _options(self) -> hashlib._Hash:
        installed = Path(sysconfig.get_paths()["purelib"])
        packages = sorted(p.name for p in installed.iterdir()) if installed.is_dir() else []
        options = replace(self._config, workers=1, batch=1)
        told = [sys.version, repr(options), *self._inputs]
        told += [name for name in packages if name.endswith("-info")]
        return hashlib.sha256("\0".join(told).encode("utf-8", "surrogateescape"))

    def _files(self) -> Iterator[tuple[str, str]]:
        """Yield a name and the path of every file that can decide, in a stable order.

        The path is empty where only the name decides.
        """
        neighbours = _Neighbours()
        for name in self._inputs:
            if name == STDIN:
                raise _Unknown(name)
            yield from _contents(name, neighbours)
        config = self._config
        for folder in (
            _PACKAGE,
            config.models or _MODELS,
            *([config.rules] if config.rules else []),
        ):
            yield from _folder(str(folder), "", set())
        yield from ((str(path), str(path)) for path in (config.lexicon, config.rates) if path)


def unchanged(out: Path, stamps: Stamps) -> dict[str, Any] | None:
    """Return what :func:`standing` was given, if ``out`` holds all outputs of these stamps."""
    try:
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        if manifest["files"] != _state(out, manifest["files"]):
            return None
        report: dict[str, Any] = manifest["report"]
        # Before the sure one: what changes in between is in that, and makes it differ.
        quick = stamps.quick()
        if quick is not None and manifest["quick"] == quick:
            return report
        if manifest["sure"] is None or manifest["sure"] != stamps.sure():
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    if quick is not None:
        # Touched or copied, or made just before the last run: next time this will do.
        _write(out, manifest | {"quick": quick})
    return report


def standing(
    out: Path, files: Sequence[Path], quick: str | None, sure: str, report: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what the manifest of ``out`` has to say for :func:`unchanged` to find it."""
    names = [str(path.relative_to(out)) for path in files]
    state = _state(out, names)
    return {"quick": quick, "sure": sure, "files": state, "report": dict(report)}


def _write(out: Path, manifest: Mapping[str, Any]) -> None:
    new = out / f".{MANIFEST}-{os.getpid()}"
    try:
        new.write_text(json.dumps(manifest) + "\n", encoding="utf-8")
        new.replace(out / MANIFEST)
    except OSError:
        # A folder that may only be read: then the sure stamp has to do again.
        new.unlink(missing_ok=True)


def _state(out: Path, names: Sequence[str] | Mapping[str, Any]) -> dict[str, Any]:
    """Size and time of change of each file, of each file in a folder."""
    found: dict[str, Any] = {}
    for name in names:
        path = out / name
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        entries = [(p, p.stat()) for p in inside]
        found[name] = [
            [str(p.relative_to(out)), status.st_size, status.st_mtime_ns] for p, status in entries
        ]
        if any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal")):
            # A database that somebody is writing to.
            found[name].append("open")
    return found


def _contents(name: str, neighbours: _Neighbours) -> Iterator[tuple[str, str]]:
    """Yield every file that reading an input can touch."""
    if os.path.isdir(name):  # noqa: PTH112  # strings all through: there may be a million
        yield from _folder(name, "", set())
        return
    folder, own = os.path.split(name)
    yield own, name
    # Metadata stands beside an article, and an article beside metadata: what else has the stem.
    for beside in neighbours.of(folder, own):
        metadata = beside.lower().endswith(".json")
        path = os.path.join(folder, beside) if metadata else ""  # noqa: PTH118
        yield f"beside {beside}", path


def _folder(folder: str, prefix: str, visited: set[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    status = os.stat(folder)  # noqa: PTH116
    if (status.st_dev, status.st_ino) in visited:
        return
    visited.add((status.st_dev, status.st_ino))
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        # What the loader skips for its name, hidden files apart, does no harm here.
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _folder(entry.path, f"{prefix}{entry.name}/", visited)
        else:
            yield prefix + entry.name, entry.path


def _hash(path: str) -> bytes:
    # Not blocking: a pipe would wait here for somebody to write.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _Unknown(path)
        digest = hashlib.sha256()
        portion = min(status.st_size + 1, _CHUNK)
        while data := os.read(descriptor, portion):
            digest.update(data)
        return digest.digest()
    finally:
        os.close(descriptor)


class _Neighbours:
    """The names in folders, by stem: each folder is listed once."""

    def __init__(self) -> None:
        self._folders: dict[str, dict[str, list[str]]] = {}

    def of(self, folder: str, name: str) -> list[str]:
        """Return the other names with the stem of ``name``, sorted."""
        names = self._folders.get(folder)
        if names is None:
            names = self._folders[folder] = defaultdict(list)
            for beside in sorted(os.listdir(folder or ".")):  # noqa: PTH208
                names[_stem(beside)].append(beside)
        return [beside for beside in names[_stem(name)] if beside != name]


def _stem(name: str) -> str:
    unpacked = name[:-3] if name.lower().endswith(".gz") else name
    return unpacked.rpartition(".")[0] or unpacked
