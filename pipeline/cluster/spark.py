"""What every step needs of Spark: Python functions over Arrow batches, tables at a path."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Step = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]


def arrow_map(frame: DataFrame, step: Step, schema: pa.Schema) -> DataFrame:
    """Give each partition of ``frame`` to ``step``, whose batches have ``schema``."""
    from pyspark.sql.pandas.types import from_arrow_schema

    with warnings.catch_warnings():
        # PySpark warns of the installed pandas, which nothing here hands to it.
        warnings.simplefilter("ignore", FutureWarning)
        return frame.mapInArrow(step, from_arrow_schema(schema))


def careful(step: Callable[..., Iterator[pa.RecordBatch]]) -> Step:
    """A step that is told, as ``attempt``, how often its task was tried before."""

    def told(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark import TaskContext

        context = TaskContext.get()
        return step(batches, attempt=context.attemptNumber() if context is not None else 0)

    return told
