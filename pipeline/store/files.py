"""The output files of a run, written as one set: see :mod:`pipeline.store.atomic`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from pipeline.errors import StoreError, UsageError
from pipeline.store.atomic import FileSet
from pipeline.store.csv_file import CsvWriter
from pipeline.store.json_file import JsonLinesWriter
from pipeline.store.sink import Processed, Writer
from pipeline.types import Knowledge

#: Exports beside JSON lines and CSV, by the name that asks for them.
EXPORTS = ("parquet", "duckdb", "jsonld", "brat")


class FileSink:
    """The folder of outputs: JSON lines, CSV tables and the exports asked for.

    As a context manager it opens, and commits on a normal end; any exception, interruption
    included, aborts it. ``paths`` lists what was committed.

    Raises:
        UsageError: an export of that name does not exist.
    """

    def __init__(
        self, out: Path, *, exports: Collection[str] = (), include_denied: bool = False
    ) -> None:
        unknown = sorted(set(exports) - set(EXPORTS))
        if unknown:
            raise UsageError(f"no export named {unknown[0]}; there are {', '.join(EXPORTS)}")
        self.paths: list[Path] = []
        self._out = out
        self._files = FileSet(out)
        self._writers: list[Writer] = [
            JsonLinesWriter(),
            CsvWriter(include_denied=include_denied),
            *(_export(name, include_denied=include_denied) for name in EXPORTS if name in exports),
        ]

    def open(self) -> None:
        staging = self._files.open()
        with self._guard():
            for writer in self._writers:
                writer.open(staging)

    def write(self, batch: Iterable[Processed]) -> None:
        for item in batch:
            with self._guard():
                for writer in self._writers:
                    writer.write(item)

    def write_knowledge(self, rows: Iterable[Knowledge]) -> None:
        for row in rows:
            with self._guard():
                for writer in self._writers:
                    writer.write_knowledge(row)

    def commit(self) -> None:
        with self._guard():
            for writer in self._writers:
                writer.close()
        self.paths = self._files.commit()

    def abort(self) -> None:
        for writer in self._writers:
            # What cannot be flushed (a full disk) is about to be thrown away.
            with suppress(OSError):
                writer.close()
        self._files.abort()

    def __enter__(self) -> FileSink:
        try:
            self.open()
        except BaseException:
            self.abort()
            raise
        return self

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

    @contextmanager
    def _guard(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise StoreError(f"cannot write {error.filename or self._out}: {reason}") from error
        except ValueError as error:
            # A value that the format cannot hold, such as half a character in Parquet.
            raise StoreError(f"cannot write {self._out}: {error}") from error


def write_outputs(
    out: Path,
    processed: Iterable[Processed],
    knowledge: Iterable[Knowledge] = (),
    *,
    exports: Collection[str] = (),
    include_denied: bool = False,
) -> list[Path]:
    """Write the whole set from streams; ``knowledge`` is read once ``processed`` has ended.

    Returns:
        The files and folders written, sorted by name.

    Raises:
        StoreError: something could not be written; the former outputs are whole.
        UsageError: an export of that name does not exist.
    """
    sink = FileSink(out, exports=exports, include_denied=include_denied)
    with sink:
        sink.write(processed)
        sink.write_knowledge(knowledge)
    return sink.paths


def _export(name: str, *, include_denied: bool) -> Writer:
    # Imported here: pyarrow alone takes longer to load than the command has to start.
    if name == "parquet":
        from pipeline.store.parquet_file import ParquetWriter

        return ParquetWriter(include_denied=include_denied)
    if name == "duckdb":
        from pipeline.store.duckdb_file import DuckDbWriter

        return DuckDbWriter(include_denied=include_denied)
    if name == "jsonld":
        from pipeline.store.jsonld_file import JsonLdWriter

        return JsonLdWriter(include_denied=include_denied)
    # Annotators judge denials too: this export marks them, whatever is asked.
    from pipeline.store.brat_file import BratWriter

    return BratWriter()
