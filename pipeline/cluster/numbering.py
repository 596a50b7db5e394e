"""Ids and duplicates: what the loader decides by the order of the articles, without an order.

Of equal texts the first in the input stays; of different texts with one id the first keeps it,
the others get the beginning of their text's hash. Only the places, ids and hashes are sorted,
never the texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.store.records import DONE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_HASH = 8


def numbered(articles: DataFrame) -> DataFrame:
    """``READ`` with final ids, and with all but the first of equal texts refused."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    order = ("file", "line")
    told = articles.where(f.col("status") == DONE).select(*order, "article", "sha256")
    by_text = Window.partitionBy("sha256").orderBy(*order)
    ranked = told.withColumn("same", f.row_number().over(by_text))
    by_name = Window.partitionBy("article").orderBy(*order)
    suffixed = f.concat("article", f.lit("-"), f.substring("sha256", 1, _HASH))
    kept = (
        ranked.where("same = 1")
        .withColumn("namesake", f.row_number().over(by_name))
        .withColumn("id", f.when(f.col("namesake") == 1, f.col("article")).otherwise(suffixed))
    )
    renamed = kept.where("namesake > 1").select(
        *order, "id", f.lit(None).cast("string").alias("reason")
    )
    firsts = kept.select("sha256", f.concat(f.lit("duplicate of "), "id").alias("reason"))
    refused = (
        ranked.where("same > 1")
        .join(firsts, "sha256")
        .select(*order, f.col("article").alias("id"), "reason")
    )
    # Few as a rule: Spark then sends them to the articles, and the texts stay where they are.
    exceptions = renamed.unionByName(refused)
    joined = articles.join(exceptions, list(order), "left")
    twice = f.col("reason").isNotNull()
    blank = ("title", "url", "published", "language", "sha256", "text", "note")
    return joined.select(
        *order,
        f.coalesce("id", "article").alias("article"),
        "source",
        *(f.when(~twice, f.col(name)).alias(name) for name in blank),
        f.coalesce("reason", "status").alias("status"),
        f.when(twice, f.lit("load")).otherwise(f.col("stage")).alias("stage"),
    )
