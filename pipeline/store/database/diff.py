"""What one set of facts says and another does not: two runs, folders, files or databases."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.engine import URL

from pipeline.errors import StoreError, UsageError
from pipeline.store.database.engine import connect, store_error
from pipeline.store.database.migrate import check
from pipeline.store.database.outputs import read_records
from pipeline.store.database.runs import current_records, records_of_run
from pipeline.store.database.url import resolve
from pipeline.types import RELATIONS

Record = Mapping[str, Any]
#: Fields that identify a fact rather than say something.
_IDENTITY = ("fact_id", "article", "relation")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that both sides tell, differently."""

    before: Record
    after: Record
    fields: Mapping[str, tuple[Any, Any]]
    """Dotted name of a field -> its two values, such as ``attributes.status``."""


@dataclass(frozen=True, slots=True)
class FactDiff:
    """The difference between two sets of facts, each list in order of article and place."""

    gained: tuple[Record, ...]
    lost: tuple[Record, ...]
    changed: tuple[Change, ...]
    same: int
    """Facts that both sides tell alike."""


def diff(
    before: Iterable[Record], after: Iterable[Record], *, ignore: Collection[str] = ()
) -> FactDiff:
    """Compare two sets of records.

    A fact is found again by its id; else, in the same article, by its relation and the names
    of its arguments (the article was corrected: offsets and ids moved), else as the only
    one of its relation in the same sentence. ``ignore`` are fields that do not count, by
    dotted name or its first part (``confidence``, ``arguments.company.entity_id``).
    """
    old, new = list(before), list(after)
    changed: list[Change] = []
    same = 0
    for match in (_by_id, _by_names, _by_evidence):
        pairs, old, new = _matched(old, new, match, unique=match is _by_evidence)
        for one, other in pairs:
            fields = _differences(one, other, ignore)
            if fields:
                changed.append(Change(one, other, fields))
            else:
                same += 1
    return FactDiff(
        gained=tuple(sorted(new, key=_place)),
        lost=tuple(sorted(old, key=_place)),
        changed=tuple(sorted(changed, key=lambda change: _place(change.after))),
        same=same,
    )


def read_side(side: str, *, db: str | None = None) -> Iterable[Record]:
    """Return the facts meant by one side of a comparison.

    An output folder or ``facts.jsonl``; a number is a run of the database ``db``; a
    database URL means what is in it now.

    Raises:
        UsageError: nothing of that name, a run without a database.
        StoreError: a file or a database that cannot be read.
    """
    path = Path(side)
    if path.exists():
        return read_records(path)
    if side.isdecimal():
        if db is None:
            raise UsageError(f"run {side} of which database? Give it by --db URL")
        return _from_database(resolve(db), run_id=int(side))
    if "://" in side or side.startswith("env:"):
        return _from_database(resolve(side), run_id=None)
    raise UsageError(f"{side} is no file, no folder, no run and no database URL")


def _from_database(url: URL, *, run_id: int | None) -> list[Record]:
    from sqlalchemy.exc import DBAPIError

    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise StoreError(f"there is no database {url.database}")
    engine = connect(url)
    try:
        check(engine)
        records = current_records(engine) if run_id is None else records_of_run(engine, run_id)
        return list(records)
    except DBAPIError as error:
        raise store_error(url, error) from error
    finally:
        engine.dispose()


def _matched(
    old: list[Record],
    new: list[Record],
    key: Callable[[Record], Hashable],
    *,
    unique: bool,
) -> tuple[list[tuple[Record, Record]], list[Record], list[Record]]:
    waiting: dict[Hashable, list[Record]] = defaultdict(list)
    candidates: dict[Hashable, list[Record]] = defaultdict(list)
    for record in sorted(old, key=_place):
        waiting[key(record)].append(record)
    for record in sorted(new, key=_place):
        candidates[key(record)].append(record)
    pairs: list[tuple[Record, Record]] = []
    rest_old: list[Record] = []
    rest_new: list[Record] = []
    for name in waiting.keys() | candidates.keys():
        ours, theirs = waiting.get(name, []), candidates.get(name, [])
        take = min(len(ours), len(theirs))
        if unique and (len(ours) != 1 or len(theirs) != 1):
            take = 0
        pairs += zip(ours[:take], theirs[:take], strict=True)
        rest_old += ours[take:]
        rest_new += theirs[take:]
    return pairs, rest_old, rest_new


def _by_id(record: Record) -> Hashable:
    return record["article"], record["fact_id"]


def _by_names(record: Record) -> Hashable:
    names = tuple(
        tuple(sorted(entity["name"] for entity in _entities(record["arguments"].get(name))))
        for name in RELATIONS.get(record["relation"], ())
    )
    return record["article"], record["relation"], names


def _by_evidence(record: Record) -> Hashable:
    return record["article"], record["relation"], record["evidence"]["text"]


def _entities(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _place(record: Record) -> tuple[str, int, str, str]:
    return record["article"], record["evidence"]["start"], record["relation"], record["fact_id"]


def _differences(
    before: Record, after: Record, ignore: Collection[str]
) -> dict[str, tuple[Any, Any]]:
    old, new = _flat(before), _flat(after)
    names = [name for name in {**old, **new} if name not in _IDENTITY]
    return {
        name: (old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name)
        and not any(name == part or name.startswith(f"{part}.") for part in ignore)
    }


def _flat(value: Any, prefix: str = "") -> dict[str, Any]:
    if isinstance(value, Mapping) and value:
        return {
            inner: item
            for name, part in value.items()
            for inner, item in _flat(part, f"{prefix}.{name}" if prefix else name).items()
        }
    if isinstance(value, list):
        # A list differs as a whole: its members have no names.
        return {prefix: json.dumps(value, ensure_ascii=False, sort_keys=True)}
    return {prefix: value}
