"""Columns and types of the Parquet tables: see :mod:`pipeline.store.parquet_file`."""

from __future__ import annotations

import pyarrow as pa

from pipeline.types import ATTRIBUTES, LIST_ARGUMENTS, RELATIONS

_SPAN = pa.struct([("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())])
_PLACE = [
    ("country", pa.string()),
    ("region", pa.string()),
    ("latitude", pa.float64()),
    ("longitude", pa.float64()),
]
_ENTITY = pa.struct(
    [
        ("text", pa.string()),
        ("name", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("label", pa.string()),
        ("entity_id", pa.string()),
        *_PLACE,
        ("via", _SPAN),
    ]
)
_REF = pa.struct(
    [("name", pa.string()), ("entity_id", pa.string()), ("label", pa.string()), *_PLACE]
)
_MONEY = pa.struct(
    [
        ("text", pa.string()),
        ("value", pa.float64()),
        ("min", pa.float64()),
        ("max", pa.float64()),
        ("currency", pa.string()),
        ("approx", pa.bool_()),
    ]
)
_TIME = pa.struct(
    [
        ("text", pa.string()),
        ("start", pa.date32()),
        ("end", pa.date32()),
        ("edtf", pa.string()),
        ("anchor", pa.date32()),
    ]
)
_EVENT = pa.struct(
    [
        ("stage", pa.string()),
        ("status", pa.string()),
        ("modality", pa.string()),
        ("date", pa.date32()),
        ("time", _TIME),
        ("article", pa.string()),
        ("fact_id", pa.string()),
    ]
)
_ATTRIBUTE = {"amount": _MONEY, "year": pa.int32()}
ARTICLES = pa.schema(
    [
        ("article", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("url", pa.string()),
        ("published", pa.date32()),
        ("language", pa.string()),
        ("sha256", pa.string()),
        ("text", pa.string()),
        ("status", pa.string()),
        ("stage", pa.string()),
    ]
)
ENTITIES = pa.schema(
    [
        ("article", pa.string()),
        ("text", pa.string()),
        ("start", pa.int32()),
        ("end", pa.int32()),
        ("label", pa.string()),
        ("name", pa.string()),
        ("entity_id", pa.string()),
    ]
)


def fact_schema(relation: str) -> pa.Schema:
    """Columns of one relation's table: the contract's fields, arguments and attributes flat."""
    return pa.schema(
        [
            ("fact_id", pa.string()),
            ("article", pa.string()),
            *(
                (name, pa.list_(_ENTITY) if name in LIST_ARGUMENTS else _ENTITY)
                for name in RELATIONS[relation]
            ),
            *((name, _ATTRIBUTE.get(name, pa.string())) for name in ATTRIBUTES[relation]),
            ("time", _TIME),
            ("modality", pa.string()),
            ("attribution", _SPAN),
            ("evidence", _SPAN),
            ("confidence", pa.float64()),
            ("rule", pa.string()),
            ("published", pa.date32()),
            ("url", pa.string()),
        ]
    )


def knowledge_schema() -> pa.Schema:
    """Columns of the table of knowledge, those of all relations' arguments and attributes."""
    arguments = dict.fromkeys(name for names in RELATIONS.values() for name in names)
    attributes = dict.fromkeys(name for names in ATTRIBUTES.values() for name in names)
    return pa.schema(
        [
            ("knowledge_id", pa.string()),
            ("relation", pa.string()),
            *((name, pa.list_(_REF) if name in LIST_ARGUMENTS else _REF) for name in arguments),
            *((name, _ATTRIBUTE.get(name, pa.string())) for name in attributes),
            ("modality", pa.string()),
            ("time", _TIME),
            ("first_seen", pa.date32()),
            ("last_seen", pa.date32()),
            ("n_articles", pa.int32()),
            ("n_sources", pa.int32()),
            ("confidence", pa.float64()),
            ("evidence", pa.string()),
            ("evidence_article", pa.string()),
            ("evidence_fact", pa.string()),
            ("history", pa.list_(_EVENT)),
            ("contradictions", pa.list_(pa.string())),
            ("fact_ids", pa.list_(pa.string())),
        ]
    )
