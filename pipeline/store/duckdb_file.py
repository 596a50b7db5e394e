"""``depeche.duckdb``: the typed tables of the Parquet export in one DuckDB file, with views.

DuckDB is no sink by URL like SQLite and PostgreSQL. A sink replaces the facts of one article
and lets foreign keys take along what hangs on them; DuckDB knows no ``ON DELETE CASCADE`` and
refuses, inside one transaction, to delete a row whose children it has just deleted. So the
file is made whole at the end of a run, from the same rows as the Parquet tables.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.store.parquet_file import FOLDER, ParquetWriter
from pipeline.store.sink import Processed
from pipeline.types import Knowledge

FILE = "depeche.duckdb"
_STAGING = ".duckdb"
#: The views that SQLite and PostgreSQL have, over the same rows of knowledge.
VIEWS = {
    "current_roles": """
        SELECT knowledge_id, person.name AS person, company.name AS company, role, role_code,
               status, "time".start AS time_start, modality, first_seen, last_seen, n_articles,
               confidence, evidence
        FROM knowledge
        WHERE relation = 'holds_role' AND status IN ('current', 'incoming')
              AND modality <> 'denied'""",
    "office_openings": """
        SELECT knowledge_id, company.name AS company, place.name AS place,
               place.country AS place_country, kind, status, "time".start AS time_start,
               "time"."end" AS time_end, "time".edtf AS time_edtf, modality, first_seen,
               last_seen, n_articles, confidence, evidence
        FROM knowledge
        WHERE relation = 'opens_office' AND status IN ('planned', 'opened')
              AND modality <> 'denied'""",
    "funding_rounds": """
        SELECT knowledge_id, company.name AS company, round, amount.value AS amount_value,
               amount.currency AS currency, amount.approx AS amount_approx,
               array_to_string([one.name FOR one IN investors], '; ') AS investors, status,
               "time".start AS time_start, modality, first_seen, last_seen, n_articles,
               confidence, evidence
        FROM knowledge
        WHERE relation = 'raises_funding' AND (status IS NULL OR status <> 'total')
              AND modality <> 'denied'""",
}


class DuckDbWriter:
    """The file ``depeche.duckdb``; denied facts stay out of it unless ``include_denied``.

    Raises:
        UsageError: duckdb is not installed.
    """

    def __init__(self, *, include_denied: bool = False) -> None:
        try:
            import duckdb
        except ImportError:
            raise UsageError(
                "the export duckdb needs the package duckdb: pip install 'depeche[duckdb]'"
            ) from None
        self._duckdb = duckdb
        self._parquet = ParquetWriter(include_denied=include_denied)
        self._folder: Path | None = None

    def open(self, folder: Path) -> None:
        self._folder = folder
        (folder / _STAGING).mkdir()
        self._parquet.open(folder / _STAGING)

    def write(self, item: Processed) -> None:
        self._parquet.write(item)

    def write_knowledge(self, row: Knowledge) -> None:
        self._parquet.write_knowledge(row)

    def close(self) -> None:
        self._parquet.close()
        folder, self._folder = self._folder, None
        if folder is None:
            return
        try:
            self._make(folder / FILE, folder / _STAGING / FOLDER)
        except self._duckdb.Error as error:
            raise OSError(None, str(error).splitlines()[0], str(folder / FILE)) from error
        finally:
            shutil.rmtree(folder / _STAGING, ignore_errors=True)

    def _make(self, target: Path, tables: Path) -> None:
        # One thread: the tables are small, and order is kept.
        with self._duckdb.connect(str(target), config={"threads": 1}) as connection:
            for table in sorted(tables.glob("*.parquet")):
                source = str(table).replace("'", "''")
                connection.execute(
                    f"CREATE TABLE \"{table.stem}\" AS SELECT * FROM read_parquet('{source}')"
                )
            for name, select in VIEWS.items():
                connection.execute(f'CREATE VIEW "{name}" AS {select}')
