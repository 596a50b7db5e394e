"""Whether the outputs of a folder are those of its inputs as they stand: then nothing is to do.

``run.json`` keeps a stamp of everything that decided the outputs (every byte of every input,
the options, model, lexicon, rules and all code) and the size and time of each output file.
Where both are as they were, a run ends after hashing its inputs: some microseconds for an
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
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.load.inputs import STDIN, resolve

#: Beside the outputs: see :mod:`pipeline.previous`, which writes it.
MANIFEST = "run.json"
_PACKAGE = Path(__file__).parent
_CHUNK = 1 << 20


class _Unknown(Exception):
    """Something whose content cannot be told beforehand: standard input, a pipe, no access."""


def stamp(inputs: Sequence[str], config: Config, engine: str) -> str | None:
    """Return a hash of all that decides the outputs of a run; None where it cannot be told.

    ``engine`` is :func:`pipeline.version.engine_version`. The number of workers and of
    articles in a batch do not decide.

    Raises:
        UsageError: an input does not exist.
    """
    neighbours = _Neighbours()
    digest = hashlib.sha256(f"{engine} {replace(config, workers=1, batch=1)!r}".encode())
    try:
        for name in resolve(inputs).files:
            if name == STDIN:
                return None
            digest.update(f"\0{name}\0".encode("utf-8", "surrogateescape"))
            for what, content in _contents(Path(name), neighbours):
                digest.update(what.encode("utf-8", "surrogateescape") + b"\0" + content)
    except (_Unknown, OSError):
        return None
    # Last: where an input says no there was nothing to gain from it.
    digest.update(_program())
    return digest.hexdigest()


def unchanged(out: Path, wanted: str) -> dict[str, Any] | None:
    """Return what :func:`standing` was given if ``out`` holds the outputs of that stamp, whole."""
    try:
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        if manifest.get("stamp") != wanted or manifest["files"] != _state(out, manifest["files"]):
            return None
        report: dict[str, Any] = manifest["report"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return report


def standing(
    out: Path, files: Sequence[Path], stamp: str, report: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what the manifest of ``out`` has to say for :func:`unchanged` to find it."""
    names = [str(path.relative_to(out)) for path in files]
    return {"stamp": stamp, "files": _state(out, names), "report": dict(report)}


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


def _contents(path: Path, neighbours: _Neighbours) -> Iterator[tuple[str, bytes]]:
    """Yield name and hash of every file that reading ``path`` can touch, in a stable order."""
    if path.is_dir():
        yield from _folder(path, "", set())
        return
    yield path.name, _hash(str(path))
    # Metadata stands beside an article, and an article beside metadata: what else has the stem.
    for name in neighbours.of(path):
        content = _hash(str(path.with_name(name))) if name.lower().endswith(".json") else b""
        yield name, content


def _folder(path: Path, prefix: str, visited: set[tuple[int, int]]) -> Iterator[tuple[str, bytes]]:
    status = path.stat()
    if (status.st_dev, status.st_ino) in visited:
        return
    visited.add((status.st_dev, status.st_ino))
    with os.scandir(path) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        # What the loader skips for its name, hidden files apart, does no harm here.
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield f"{prefix}{entry.name}/", b""
            yield from _folder(path / entry.name, f"{prefix}{entry.name}/", visited)
        else:
            yield prefix + entry.name, _hash(entry.path)


def _hash(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # half the time of Path's
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _Unknown(path)
        digest = hashlib.sha256()
        portion = min(status.st_size + 1, _CHUNK)
        while data := file.read(portion):
            digest.update(data)
        return digest.digest()


class _Neighbours:
    """The names in folders, by stem: each folder is listed once."""

    def __init__(self) -> None:
        self._folders: dict[Path, dict[str, list[str]]] = {}

    def of(self, path: Path) -> list[str]:
        """Return the other names with the stem of ``path``, sorted."""
        names = self._folders.get(path.parent)
        if names is None:
            names = self._folders[path.parent] = defaultdict(list)
            for beside in sorted(path.parent.iterdir()):
                names[_stem(beside.name)].append(beside.name)
        return [name for name in names[_stem(path.name)] if name != path.name]


def _stem(name: str) -> str:
    unpacked = name[:-3] if name.lower().endswith(".gz") else name
    return unpacked.rpartition(".")[0] or unpacked


def _program() -> bytes:
    """Hash the code that reads and writes, and name the packages that are installed."""
    digest = hashlib.sha256(sys.version.encode())
    for file in sorted(_PACKAGE.rglob("*")):
        if file.suffix != ".pyc" and file.is_file():
            digest.update(str(file.relative_to(_PACKAGE)).encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    installed = Path(sysconfig.get_paths()["purelib"])
    digest.update("\0".join(sorted(path.name for path in installed.glob("*-info"))).encode())
    return digest.digest()
