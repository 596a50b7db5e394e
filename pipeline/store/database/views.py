"""Views: one per relation with the columns of its CSV table, and three for common questions.

They are made from the relations of :mod:`pipeline.types`, so a new relation has its view
after the next ``depeche db upgrade`` without a migration.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, text

from pipeline.store.database.schema import facts, knowledge
from pipeline.store.flat import columns, knowledge_columns
from pipeline.types import LIST_ARGUMENTS, RELATIONS

_GEO = ("country", "region", "lat", "lon")
_ARGUMENTS = tuple(dict.fromkeys(name for names in RELATIONS.values() for name in names))


def definitions(dialect: str) -> dict[str, str]:
    """Return view name -> SELECT, for ``sqlite`` or ``postgresql``, in order of creation."""
    views = {relation: _relation(relation, dialect) for relation in RELATIONS}
    views["knowledge_flat"] = _knowledge_flat(dialect)
    views["current_roles"] = _question(
        ("person", "company", "role", "role_code", "status", "time_start"),
        "relation = 'holds_role' AND status IN ('current', 'incoming')",
    )
    views["office_openings"] = _question(
        (
            *("company", "place", "place_country", "kind", "status"),
            *("time_start", "time_end", "time_edtf"),
        ),
        "relation = 'opens_office' AND status IN ('planned', 'opened')",
    )
    views["funding_rounds"] = _question(
        (
            *("company", "round", "amount_value", "currency", "amount_approx", "amount_eur"),
            *("investors", "status", "time_start"),
        ),
        "relation = 'raises_funding' AND (status IS NULL OR status <> 'total')",
    )
    return views


def fingerprint(dialect: str) -> str:
    """Hash of all definitions: tells whether the views of a database are those of this code."""
    return hashlib.sha256(repr(definitions(dialect)).encode()).hexdigest()


def drop_views(connection: Connection, existing: Sequence[str]) -> None:
    """Drop all views of ours, those of relations that are no more included."""
    for name in reversed(existing):
        connection.execute(text(f"DROP VIEW IF EXISTS {_q(name)}"))


def create_views(connection: Connection) -> None:
    """Create all views."""
    for name, select in definitions(connection.dialect.name).items():
        # As driver SQL: the colons and percent signs in it are no parameters.
        connection.exec_driver_sql(f"CREATE VIEW {_q(name)} AS {select}")


def _relation(relation: str, dialect: str) -> str:
    source = {column.name: f"f.{_q(column.name)}" for column in facts.columns}
    source |= {"published": "ar.published", "url": "ar.url"}
    joins = []
    for name in RELATIONS[relation]:
        owner = "article = f.article AND {0}.fact_id = f.fact_id"
        if name in LIST_ARGUMENTS:
            for column, value in _list_values(name).items():
                source[column] = _aggregate(value, "fact_arguments", owner, name, dialect)
            continue
        alias = _q(f"arg_{name}")
        joins.append(_join("fact_arguments", alias, owner, name))
        source |= {
            name: f"{alias}.name",
            f"{name}_text": f"{alias}.text",
            f"{name}_id": f"{alias}.entity_id",
        }
        if name == "place":
            joins.append(f"LEFT JOIN entities geo ON geo.entity_id = {alias}.entity_id")
            source["place_country"] = f"{alias}.country"
            source |= {f"place_{part}": f"geo.{part}" for part in _GEO[1:]}
    chosen = ", ".join(f"{source[name]} AS {_q(name)}" for name in columns(relation))
    return (
        f"SELECT {chosen} FROM facts f JOIN articles ar ON ar.article = f.article "
        f"{' '.join(joins)} WHERE f.relation = '{relation}' AND f.modality <> 'denied'"
    )


def _knowledge_flat(dialect: str) -> str:
    owner = "knowledge_id = k.knowledge_id"
    source = {column.name: f"k.{_q(column.name)}" for column in knowledge.columns}
    joins = []
    for name in _ARGUMENTS:
        if name in LIST_ARGUMENTS:
            for column, value in _list_values(name).items():
                source[column] = _aggregate(value, "knowledge_arguments", owner, name, dialect)
            continue
        alias = _q(f"arg_{name}")
        joins.append(_join("knowledge_arguments", alias, "{0}." + owner, name, prefixed=True))
        source |= {name: f"{alias}.name", f"{name}_id": f"{alias}.entity_id"}
        if name == "place":
            joins.append(f"LEFT JOIN entities geo ON geo.entity_id = {alias}.entity_id")
            source |= {f"place_{part}": f"{alias}.{part}" for part in _GEO[:2]}
            source |= {f"place_{part}": f"geo.{part}" for part in _GEO[2:]}
    # The facts of a row are in knowledge_facts, not in a list.
    names = [name for name in knowledge_columns() if name != "fact_ids"]
    chosen = ", ".join(f"{source[name]} AS {_q(name)}" for name in names)
    return f"SELECT {chosen} FROM knowledge k {' '.join(joins)}"


def _question(names: Sequence[str], condition: str) -> str:
    common = ("modality", "first_seen", "last_seen", "n_articles", "confidence", "evidence")
    chosen = ", ".join(_q(name) for name in ("knowledge_id", *names, *common))
    return f"SELECT {chosen} FROM knowledge_flat WHERE {condition} AND modality <> 'denied'"


def _join(table: str, alias: str, owner: str, argument: str, *, prefixed: bool = False) -> str:
    condition = owner.format(alias) if prefixed else f"{alias}." + owner.format(alias)
    return (
        f"LEFT JOIN {table} {alias} ON {condition} "
        f"AND {alias}.argument = '{argument}' AND {alias}.position = 0"
    )


def _list_values(name: str) -> dict[str, str]:
    return {name: "name", f"{name}_text": "text", f"{name}_id": "coalesce(entity_id, '')"}


def _aggregate(value: str, table: str, owner: str, argument: str, dialect: str) -> str:
    join = "string_agg" if dialect == "postgresql" else "group_concat"
    condition = owner.format("m")
    # The ordered subquery fixes the order for both databases (SQLite before 3.44 knows no
    # ORDER BY inside an aggregate).
    return (
        f"(SELECT nullif({join}(s.v, '; '), '') FROM (SELECT {value} AS v FROM {table} m "
        f"WHERE m.{condition} AND m.argument = '{argument}' ORDER BY m.position) s)"
    )


def _q(name: str) -> str:
    return f'"{name}"'
