"""Articles from JSON lines or Parquet at any path that Spark reads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pipeline.cluster import worker
from pipeline.cluster.spark import arrow_map
from pipeline.cluster.staged import READ
from pipeline.cluster.storage import Storage
from pipeline.errors import UsageError
from pipeline.load.options import LoadOptions

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

FORMATS = ("auto", "jsonl", "parquet")
#: Files of a folder that are articles; a file that is named itself may have any name.
_LINES = "*.{jsonl,ndjson,jsonl.gz,ndjson.gz,jsonl.bz2,jsonl.zst}"
_SUFFIXES = (".jsonl", ".ndjson", ".gz", ".bz2", ".zst")


def read(spark: SparkSession, path: str, kind: str, options: LoadOptions) -> DataFrame:
    """Articles and refusals of ``path`` (a file, folder or glob) as ``READ``.

    Raises:
        UsageError: nothing is there, or no column of text.
    """
    storage = Storage(spark)
    names = storage.file_names(path)
    if not names:
        raise UsageError(f"no such file or folder: {path!r}")
    if kind == "auto":
        parquet = any(name.endswith(".parquet") for name in names)
        kind = "parquet" if parquet else "jsonl"
    if kind == "parquet":
        return _read_parquet(spark, path, options)
    return _read_lines(spark, path, storage, options)


def _read_lines(
    spark: SparkSession, path: str, storage: Storage, options: LoadOptions
) -> DataFrame:
    from pyspark.sql import functions as f

    # Bytes, cut at line feeds alone: decoding and parsing are the loader's.
    reader = spark.read.option("lineSep", "\n")
    if storage.is_folder(path) or not path.endswith(_SUFFIXES):
        reader = reader.option("pathGlobFilter", _LINES).option("recursiveFileLookup", "true")
    lines = reader.text(path).select(
        f.col("value").cast("binary").alias("value"),
        f.col("_metadata.file_path").alias("path"),
        f.col("_metadata.file_block_start").alias("block"),
    )
    starts: dict[tuple[str, int], int] = {}
    former, before = "", 0
    counted = lines.groupBy("path", "block").count().orderBy("path", "block")
    for row in counted.toLocalIterator():
        if row["path"] != former:
            former, before = row["path"], 0
        starts[row["path"], row["block"]] = before
        before += row["count"]
    return arrow_map(lines, partial(worker.read_lines, starts=starts, options=options), READ)


def _read_parquet(spark: SparkSession, path: str, options: LoadOptions) -> DataFrame:
    from pyspark.sql import functions as f

    table = spark.read.option("recursiveFileLookup", "true").parquet(path)
    kinds = dict(table.dtypes)
    if kinds.get(options.text_field) != "string":
        found = ", ".join(table.columns)
        raise UsageError(f"{path}: no column {options.text_field!r} of strings, but {found}")

    def column(name: str) -> Column | None:
        if name not in kinds:
            return None
        # Days and instants as ISO 8601, numbers as ids: what JSON would hold.
        return f.col(f"`{name}`").cast("string").alias(name)

    # ``article`` and ``published`` are the columns of this program's own tables.
    wanted = dict.fromkeys(
        (
            *(options.id_field, options.text_field, options.title_field),
            *(options.url_field, options.date_field, "published"),
        )
    )
    columns = [one for name in wanted if (one := column(name)) is not None]
    if options.id_field not in kinds and "article" in kinds:
        columns.append(f.col("article").cast("string").alias(options.id_field))
    rows = table.select(
        *columns,
        f.col("_metadata.file_path").alias("path"),
        f.col("_metadata.row_index").alias("row"),
    )
    return arrow_map(rows, partial(worker.read_records, options=options), READ)
