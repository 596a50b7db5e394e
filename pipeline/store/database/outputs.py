"""The output files of a run, read back article by article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, TypeVar

from pipeline.errors import StoreError
from pipeline.store.records import article_from_record, entity_from_record, fact_from_record
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected

T = TypeVar("T")


def read_outputs(path: Path) -> Iterator[Processed]:
    """Yield the articles of an output folder, or of a ``facts.jsonl`` and the files beside it.

    Without ``articles.jsonl`` an article is an id alone, its text unknown. Facts and
    entities may stand in any order; only their places in the files are held in memory.

    Raises:
        StoreError: no such file, or a line that does not follow the contract.
    """
    facts_file = path / "facts.jsonl" if path.is_dir() else path
    folder = facts_file.parent
    try:
        with _Lines(facts_file) as facts, _Lines(folder / "entities.jsonl") as entities:
            if not facts.found:
                raise StoreError(f"no facts to load: {facts_file} does not exist")

            def result(article: Article | Rejected) -> Processed:
                if isinstance(article, Rejected):
                    # Facts under its id are those of another article, which was read.
                    return Processed(article)
                return Processed(
                    article,
                    facts=tuple(facts.take(article.id, fact_from_record)),
                    entities=tuple(entities.take(article.id, entity_from_record)),
                )

            with _Lines(folder / "articles.jsonl") as articles:
                for name in list(articles.places):
                    yield from map(result, articles.take(name, article_from_record))
            for name in list(facts.places):
                yield result(Article(id=name, source=facts_file.name, text=""))
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error}") from error


def engine_of(path: Path) -> str:
    """Return the engine version that an output folder's ``run.json`` names, else ``""``."""
    folder = path if path.is_dir() else path.parent
    try:
        engine = json.loads((folder / "run.json").read_text(encoding="utf-8"))["engine"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return engine if isinstance(engine, str) else ""


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a ``facts.jsonl`` or of the one in an output folder.

    Raises:
        StoreError: no such file, or a line that is no record.
    """
    file_path = path / "facts.jsonl" if path.is_dir() else path
    try:
        with file_path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _parsed(line, file_path, number)
    except OSError as error:
        raise StoreError(f"{file_path} cannot be read: {error.strerror}") from error


class _Lines:
    """A JSON lines file with the places of its lines by article; empty if it is not there."""

    def __init__(self, path: Path) -> None:
        self.places: dict[str, list[tuple[int, int]]] = {}
        self.found = path.is_file()
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> _Lines:
        if self.found:
            with self._path.open("rb") as file:
                self._index(file)
            self._file = self._path.open("rb")
        return self

    def _index(self, file: IO[bytes]) -> None:
        place = 0
        for number, line in enumerate(file, start=1):
            if line.strip():
                article = _parsed(line, self._path, number).get("article")
                if not isinstance(article, str):
                    raise StoreError(f"{self._path}:{number}: no article named")
                self.places.setdefault(article, []).append((number, place))
            place += len(line)

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def take(self, article: str, read: Callable[[Mapping[str, Any]], T]) -> Iterator[T]:
        """Yield what the lines of an article tell, in their order, once."""
        for number, place in self.places.pop(article, ()):
            assert self._file is not None
            self._file.seek(place)
            record = _parsed(self._file.readline(), self._path, number)
            try:
                yield read(record)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise StoreError(
                    f"{self._path}:{number}: not a line of the output contract: {error!r}"
                ) from error


def _parsed(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise StoreError(f"{path}:{number}: not JSON: {error}") from error
    if not isinstance(record, dict):
        raise StoreError(f"{path}:{number}: not a JSON object")
    return record
