"""Following a folder: which files are new or changed, and whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_Signature = tuple[int, int, int]
#: Names of files that are still being written, by the habits of common programs.
_PARTIAL = (".part", ".partial", ".tmp", ".crdownload", "~")


class FolderWatch:
    """Scans a folder; a file counts once two scans find it alike, as it may be half copied.

    Hidden files and those named like partial downloads are not seen. By polling, which
    works on network folders, too.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[Path, _Signature] = {}
        self._done: dict[Path, _Signature] = {}

    def changed(self) -> list[Path]:
        """Return the files that are new or other than when they were last returned, sorted.

        A changed sidecar ``ID.json`` brings the articles ``ID.*`` beside it along.
        """
        now = dict(self._scan())
        ready = {
            path
            for path, signature in now.items()
            if self._seen.get(path) == signature and self._done.get(path) != signature
        }
        self._seen = now
        self._done |= {path: now[path] for path in ready}
        # A file that was removed and comes back is new.
        self._done = {path: signature for path, signature in self._done.items() if path in now}
        articles = {
            path for path in now if path.with_suffix(".json") in ready and path not in ready
        }
        return sorted(ready | articles)

    def ambiguous(self, paths: list[Path]) -> bool:
        """Tell whether another file of the folder gives the same article id as one of these.

        Then the whole folder has to be read, so that ids are told apart as in one run.
        """
        ids: dict[str, set[Path]] = {}
        for path in self._seen:
            if path.suffix != ".json":
                ids.setdefault(_stem(path), set()).add(path)
        return any(len(ids.get(_stem(path), ())) > 1 for path in paths)

    def _scan(self) -> Iterator[tuple[Path, _Signature]]:
        for path in self._folder.rglob("*"):
            relative = path.relative_to(self._folder)
            if any(part.startswith(".") for part in relative.parts):
                continue
            if path.name.endswith(_PARTIAL):
                continue
            try:
                status = path.stat()
                if path.is_file():
                    yield path, (status.st_mtime_ns, status.st_size, status.st_ino)
            except OSError:
                # Gone between listing and looking.
                continue


def _stem(path: Path) -> str:
    return path.name.split(".", 1)[0]
