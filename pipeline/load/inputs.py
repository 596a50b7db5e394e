"""From what the user named to the files to read, in a stable order."""

from __future__ import annotations

import glob
import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.types import Rejected

STDIN = "-"

_ABOUT = re.compile(r"(?:README|LICEN[CS]E|NOTICE|CHANGELOG)(?:\.\w+)*$", re.IGNORECASE)
# Suffixes of articles that may have a sidecar ``ID.json``.
_ARTICLE_SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
_SUFFIX = re.compile(r"\.(?=[a-z0-9]*[a-z])[a-z0-9]{1,8}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input (``path`` None)."""

    path: Path | None
    name: str
    """How reports call it; always encodable in UTF-8."""
    id: str
    suffix: str
    """Lower case, without ``.gz``; empty where the name has none."""
    gzipped: bool = False
    """The name ends in ``.gz``."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one run, all known to exist."""

    files: tuple[str, ...]
    """Files, folders and ``-``, globs expanded, in the order given."""

    def cover(self, path: Path) -> bool:
        """Tell whether ``path`` is one of the inputs or lies in one of their folders."""
        wanted = _absolute(path)
        for name in self.files:
            if name == STDIN:
                continue
            root = _absolute(name)
            if wanted == root or wanted.startswith(root.rstrip(os.sep) + os.sep):
                return True
        return False


def resolve(inputs: Sequence[str]) -> Inputs:
    """Check that every input exists and expand the globs.

    Raises:
        UsageError: naming the first input that is missing.
    """
    found: list[str] = []
    for name in inputs:
        if name == STDIN or (name and os.path.lexists(name)):
            found.append(name)
        elif glob.has_magic(name):
            # Path.glob takes no absolute pattern.
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
            if not matches:
                raise UsageError(f"no file matches {name!r}")
            found.extend(matches)
        else:
            raise UsageError(f"no such file or folder: {name!r}")
    return Inputs(tuple(dict.fromkeys(found)))


def walk(inputs: Inputs) -> Iterator[Source | Rejected]:
    """Give the files to read, each once, folders recursively and sorted by name.

    Hidden entries of folders are skipped, and folders that were already visited
    (symbolic links that loop). What cannot be read at all becomes a ``Rejected``.
    """
    seen: set[str] = set()
    visited: set[tuple[int, int]] = set()
    for name in inputs.files:
        if name == STDIN:
            yield Source(None, STDIN, "stdin", "")
            continue
        for item in _walk(Path(name), visited, explicit=True):
            if isinstance(item, Source) and item.path is not None:
                absolute = _absolute(item.path)
                if absolute in seen:
                    continue
                seen.add(absolute)
            yield item


def _walk(
    path: Path, visited: set[tuple[int, int]], *, explicit: bool
) -> Iterator[Source | Rejected]:
    try:
        status = path.stat()
        if not stat.S_ISDIR(status.st_mode):
            # A pipe that was named (process substitution) is meant; one found is not.
            if stat.S_ISREG(status.st_mode) or explicit:
                yield source_of(path)
            else:
                yield refuse(path, "not a regular file")
            return
        identity = (status.st_dev, status.st_ino)
        if identity in visited:
            return
        visited.add(identity)
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        yield refuse(path, unreadable(error))
        return
    for name in names:
        # What a folder says of itself is no article of it.
        if not name.startswith(".") and not _ABOUT.match(name):
            yield from _walk(path / name, visited, explicit=False)


def source_of(path: Path) -> Source:
    """Describe a file by its name alone."""
    name = printable(path.name)
    gzipped = name.lower().endswith(".gz")
    if gzipped:
        name = name[:-3]
    match = _SUFFIX.search(name)
    suffix = match.group().lower() if match and match.start() > 0 else ""
    stem = name[: len(name) - len(suffix)]
    return Source(path, printable(path), clean_id(stem) or "article", suffix, gzipped)


def refuse(path: Path, reason: str) -> Rejected:
    """Refuse a file as a whole."""
    source = source_of(path)
    return Rejected(source.id, source.name, "load", reason)


def article_beside(path: Path) -> Path | None:
    """Give the article that ``path``, a ``.json``, may be the sidecar of."""
    stem = path.with_suffix("")
    for suffix in _ARTICLE_SUFFIXES:
        for packed in ("", ".gz"):
            article = stem.with_name(stem.name + suffix + packed)
            if os.path.lexists(article):
                return article
    return None


def sidecar_path(source: Source) -> Path | None:
    """Give the path where the sidecar of an article would stand, None if it has none."""
    if source.path is None or source.suffix not in _ARTICLE_SUFFIXES:
        return None
    name = source.path.name
    if source.gzipped:
        name = name[:-3]
    path = source.path.with_name(name[: -len(source.suffix)] + ".json")
    return path if path.is_file() else None


def _absolute(path: Path | str) -> str:
    return os.path.normpath(Path(path).absolute())


def unreadable(error: OSError) -> str:
    """Give the reason of an input that the system does not let us read."""
    return f"unreadable: {(error.strerror or type(error).__name__).lower()}"


def printable(path: Path | str) -> str:
    """Give a path as text: bytes of a name that are no UTF-8 become ``\\xNN``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def clean_id(value: str) -> str:
    """Give an id on one line, composed (NFC), without control characters or outer space."""
    if value.isascii() and value.isprintable():
        return " ".join(value.split())
    composed = unicodedata.normalize("NFC", value)
    visible = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in composed)
    return " ".join(visible.split())
