"""The gazetteer, read from disk only when a place is first looked up."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.lexicon.types import Place

#: ``keys`` holds the folded forms of the place's names, separated by ``|``.
COLUMNS = ("id", "name", "country", "region", "latitude", "longitude", "population", "kind", "keys")


class Gazetteer(Mapping[str, tuple[Place, ...]]):
    """Key -> candidate places, the likeliest first.

    Nothing is read before the first look-up, and a ``Place`` is built only when it is
    asked for: most runs look at a few hundred of some 70,000 rows.
    """

    __slots__ = ("_files", "_rows", "_table")

    def __init__(self, *files: Path) -> None:
        """Take files with the columns ``COLUMNS``; rows come in the order of preference."""
        self._files = files
        self._rows: list[list[str]] = []
        self._table: dict[str, list[int]] | None = None

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path, ...]]:
        # A worker process reads the files itself: cheaper than sending the tables.
        return Gazetteer, self._files

    def __getitem__(self, name: str) -> tuple[Place, ...]:
        """Give the candidates for a folded name."""
        return tuple(self._place(i) for i in self._loaded()[name])

    def __contains__(self, name: object) -> bool:
        return name in self._loaded()

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())

    def _place(self, i: int) -> Place:
        ident, name, country, region, latitude, longitude, population, kind, _ = self._rows[i]
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

    def _loaded(self) -> dict[str, list[int]]:
        if self._table is not None:
            return self._table
        rows: list[list[str]] = []
        table: dict[str, list[int]] = {}
        for file in self._files:
            try:
                with file.open(encoding="utf-8", newline="") as handle:
                    reader = csv.reader(handle)
                    if next(reader, None) != list(COLUMNS):
                        raise ConfigError(f"file {file}, line 1: expected {','.join(COLUMNS)}")
                    start = len(rows)
                    rows.extend(reader)
            except OSError as error:
                raise ConfigError(f"file {file}: cannot be read ({error.strerror})") from error
            for i in range(start, len(rows)):
                for name in rows[i][8].split("|"):
                    table.setdefault(name, []).append(i)
        self._rows, self._table = rows, table
        return table
