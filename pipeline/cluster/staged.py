"""Columns of the tables between the steps of a job.

They are written to the job's staging folder, so that a job that was killed goes on with the
step that it had not finished.
"""

from __future__ import annotations

import pyarrow as pa

from pipeline.store.parquet_schema import knowledge_schema

#: Articles and refusals as read: ``file`` and ``line`` are their place in the input.
READ = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("article", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("published", pa.date32()),
        ("language", pa.string()),
        ("sha256", pa.string()),
        ("text", pa.string()),
        ("note", pa.string()),
        ("status", pa.string()),
        ("stage", pa.string()),
    ]
)

#: ``relation`` of the row that holds all names of an article, as a JSON list.
NAMES = "names"
#: ``relation`` of the row of an article that was refused after it was read.
REFUSED = "refused"
#: What was found: one row per fact (a line of ``facts.jsonl``), one per article for its names.
FOUND = pa.schema(
    [
        ("file", pa.string()),
        ("line", pa.int64()),
        ("article", pa.string()),
        ("relation", pa.string()),
        ("record", pa.string()),
        ("key", pa.string()),
        ("chosen", pa.bool_()),
        ("published", pa.date32()),
        ("url", pa.string()),
        ("voice", pa.string()),
    ]
)

#: Rows of knowledge as the Parquet table has them, beside what a database makes of each.
MERGED = pa.schema(
    [*knowledge_schema(), ("key", pa.string()), *((n, pa.string()) for n in ("rows",))]
)
