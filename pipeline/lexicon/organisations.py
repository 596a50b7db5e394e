"""Reading organisation files: the project's own and the user's (``--lexicon``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import get_args

from pipeline.french.typography import key
from pipeline.lexicon.table import fail, keys, read_table, split_list
from pipeline.lexicon.types import Organisation, OrganisationKind

COLUMNS = ("name", "aliases", "kind", "country", "city", "wikidata", "siren", "lei")
KINDS: frozenset[str] = frozenset(get_args(OrganisationKind))

_COUNTRY = re.compile(r"[A-Z]{2}")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SIREN = re.compile(r"\d{9}")
_LEI = re.compile(r"[0-9A-Z]{18}\d{2}")


def read_organisations(path: Path) -> list[Organisation]:
    """Read an organisation file; only the column ``name`` is required.

    Raises:
        ConfigError: a cell is wrong; the message names file, line and column.
    """
    found: list[Organisation] = []
    seen: dict[str, int] = {}
    rows = list(read_table(path, COLUMNS, required=("name",)))
    for (line, cells), own in zip(rows, keys([cells[0] for _, cells in rows]), strict=True):
        name, aliases, kind, country, city, wikidata, siren, lei = cells
        if not own:
            raise fail(path, line, "name", "empty")
        if own in seen:
            raise fail(path, line, "name", f"{name!r} stands already in line {seen[own]}")
        seen[own] = line
        if kind and kind not in KINDS:
            raise fail(path, line, "kind", f"{kind!r} is none of {', '.join(sorted(KINDS))}")
        if country and not _COUNTRY.fullmatch(country):
            raise fail(path, line, "country", f"{country!r} is no ISO 3166-1 alpha-2 code")
        if wikidata and not _WIKIDATA.fullmatch(wikidata):
            raise fail(path, line, "wikidata", f"{wikidata!r} is no Wikidata item id")
        if siren and not is_siren(siren):
            raise fail(path, line, "siren", f"{siren!r} is no SIREN (nine digits, Luhn)")
        if lei and not is_lei(lei):
            raise fail(path, line, "lei", f"{lei!r} is no LEI (ISO 17442)")
        found.append(
            Organisation(
                name,
                split_list(aliases),
                kind or "company",  # type: ignore[arg-type]  # checked against KINDS
                country or None,
                city or None,
                wikidata or None,
                siren or None,
                lei or None,
            )
        )
    return found


def index(organisations: Iterable[Organisation]) -> dict[str, Organisation]:
    """Map every name, then every alias that is nobody's name, to its organisation."""
    entries = tuple(organisations)
    table = dict(zip(keys([entry.name for entry in entries]), entries, strict=True))
    aliases = [(alias, entry) for entry in entries for alias in entry.aliases]
    for folded, (_, entry) in zip(keys([alias for alias, _ in aliases]), aliases, strict=True):
        table.setdefault(folded, entry)
    return table


def override(base: dict[str, Organisation], extra: Iterable[Organisation]) -> None:
    """Add a user's organisations to ``base``, in place.

    A row whose name is known, as a name or an alias, renames that organisation to the
    user's spelling and overrides the fields it fills; its aliases are added to the known ones.
    """
    for entry in extra:
        known = base.get(key(entry.name))
        if known is None:
            merged = entry
        else:
            aliases = dict.fromkeys((*entry.aliases, known.name, *known.aliases))
            aliases.pop(entry.name, None)
            merged = replace(
                entry,
                aliases=tuple(aliases),
                kind=entry.kind if entry.kind != "company" else known.kind,
                country=entry.country or known.country,
                city=entry.city or known.city,
                wikidata=entry.wikidata or known.wikidata,
                siren=entry.siren or known.siren,
                lei=entry.lei or known.lei,
            )
            for name in [name for name, value in base.items() if value is known]:
                base[name] = merged
        for name in (merged.name, *entry.aliases):
            base[key(name)] = merged


def is_siren(text: str) -> bool:
    """Whether ``text`` is nine digits that pass the Luhn check."""
    if not _SIREN.fullmatch(text):
        return False
    total = 0
    for position, digit in enumerate(reversed(text)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def is_lei(text: str) -> bool:
    """Whether ``text`` is a legal entity identifier with right check digits (ISO 7064)."""
    if not _LEI.fullmatch(text):
        return False
    return int("".join(str(int(character, 36)) for character in text)) % 97 == 1
