"""The gazetteer, read from disk only when a place is first looked up."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.lexicon.types import Place

#: ``keys`` holds the folded forms of the place's names, separated by ``|``, never quoted.
COLUMNS = ("keys", "id", "name", "country", "region", "latitude", "longitude", "population", "kind")


class Gazetteer(Mapping[str, tuple[Place, ...]]):
    """Key -> candidate places, the likeliest first.

    Nothing is read before the first look-up. The file's lines stay text and a ``Place`` is
    built only when it is asked for: most runs look at a few hundred of some 55,000 rows,
    and splitting them all took 0.2 s.
    """

    __slots__ = ("_file", "_first", "_lines", "_more")

    def __init__(self, file: Path) -> None:
        """Take a file with the columns ``COLUMNS``, its rows in the order of preference."""
        self._file = file
        self._lines: list[str] = []
        self._first: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        # A worker process reads the file itself: cheaper than sending the tables.
        return Gazetteer, (self._file,)

    def __getitem__(self, name: str) -> tuple[Place, ...]:
        """Give the candidates for a folded name."""
        first = self._loaded()[name]
        return tuple(self._place(i) for i in self._more.get(name) or (first,))

    def __contains__(self, name: object) -> bool:
        return name in (self._first if self._lines else self._loaded())

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())

    def _place(self, i: int) -> Place:
        (cells,) = csv.reader((self._lines[i],))
        _, ident, name, country, region, latitude, longitude, population, kind = cells
        return Place(
            geonames_id=int(ident) if ident else None,
            name=name,
            country=country or None,
            region=region or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
            population=int(population or 0),
            kind=kind,  # type: ignore[arg-type]  # written by build.py, checked by its tests
        )

    def _loaded(self) -> dict[str, int]:
        if self._lines:
            return self._first
        try:
            lines = self._file.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"file {self._file}: cannot be read ({error})") from error
        if lines[0] != ",".join(COLUMNS):
            raise ConfigError(f"file {self._file}, line 1: expected {','.join(COLUMNS)}")
        if not lines[-1]:
            lines.pop()
        first, more = self._first, self._more
        for i in range(1, len(lines)):
            line = lines[i]
            for name in line[: line.index(",")].split("|"):
                if name not in first:
                    first[name] = i
                elif name in more:
                    more[name].append(i)
                else:
                    more[name] = [first[name], i]
        self._lines = lines
        return first
