"""Reading the lexicon folder into one ``Lexicon``."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import get_args

from pipeline.french.typography import key
from pipeline.lexicon.organisations import index, override, read_organisations
from pipeline.lexicon.places import Gazetteer
from pipeline.lexicon.table import fail, keys, read_table, split_list
from pipeline.lexicon.types import FormerName, Gender, Lexicon, RoleEntry

_DEFAULT_MODELS = Path(__file__).parents[2] / "models"


def load_lexicon(models_dir: Path | None = None, extra: Path | None = None) -> Lexicon:
    """Load the lexicon of ``models_dir`` (its folder ``lexicon/``), once per arguments.

    Without ``models_dir`` the environment's ``DEPECHE_MODELS`` is taken, else the
    project's own ``models/``. ``extra`` is a CSV of organisations with the columns of
    ``organisations.csv``, of which only ``name`` is required; it extends or overrides.

    Raises:
        ConfigError: a file is missing or wrong; the message names file, line and column.
    """
    if models_dir is None:
        models_dir = Path(os.environ.get("DEPECHE_MODELS") or _DEFAULT_MODELS)
    return _load(models_dir.resolve(), None if extra is None else extra.resolve())


@lru_cache(maxsize=4)
def _load(models_dir: Path, extra: Path | None) -> Lexicon:
    folder = models_dir / "lexicon"
    organisations = index(read_organisations(folder / "organisations.csv"))
    products = _names(folder / "products.csv")
    if extra is not None:
        override(organisations, read_organisations(extra))
        # What a user calls an organisation is one, whatever our list of products says.
        products = products.difference(key(entry.name) for entry in read_organisations(extra))
    return Lexicon(
        organisations=organisations,
        products=products,
        ambiguous=_names(folder / "ambiguous.csv"),
        first_names=_first_names(folder / "first_names.csv"),
        places=Gazetteer(folder / "places.csv"),
        demonyms=_forms(folder / "demonyms.csv", "place"),
        nationalities=_forms(folder / "nationalities.csv", "country"),
        paraphrases=_forms(folder / "paraphrases.csv", "place"),
        roles=_roles(folder / "roles.csv"),
        former_names=_former_names(folder / "former_names.csv"),
    )


def _names(path: Path) -> frozenset[str]:
    rows = read_table(path, ("names",), required=("names",))
    return frozenset(keys([form for _, (names,) in rows for form in split_list(names)]))


def _first_names(path: Path) -> dict[str, Gender]:
    genders = get_args(Gender)
    columns = ("gender", "names")
    table: dict[str, Gender] = {}
    for line, (gender, names) in read_table(path, columns, required=columns):
        if gender not in genders:
            raise fail(path, line, "gender", f"{gender!r} is none of {', '.join(genders)}")
        for folded in keys(split_list(names)):
            # A name listed for both, or with two spellings that fold alike, is for both.
            table[folded] = gender if table.get(folded, gender) == gender else "x"  # type: ignore[assignment]
    return table


def _forms(path: Path, target: str) -> dict[str, str]:
    columns = (target, "forms")
    table: dict[str, str] = {}
    for line, (value, forms) in read_table(path, columns, required=columns):
        for folded in keys(split_list(forms)):
            if table.setdefault(folded, value) != value:
                raise fail(path, line, "forms", f"{folded!r} is already {table[folded]}")
    return table


def _roles(path: Path) -> dict[str, RoleEntry]:
    columns = ("code", "merged", "label_en", "forms")
    table: dict[str, RoleEntry] = {}
    for line, (code, merged, label, forms) in read_table(path, columns, required=columns):
        entry = RoleEntry(code, merged or code, label)
        for folded in keys(split_list(forms)):
            if table.setdefault(folded, entry) is not entry:
                raise fail(path, line, "forms", f"{folded!r} is already {table[folded].code}")
    return table


def _former_names(path: Path) -> dict[str, tuple[FormerName, ...]]:
    columns = ("name", "former", "until", "exclusive")
    table: dict[str, list[FormerName]] = {}
    for line, (name, former, until, exclusive) in read_table(path, columns, required=columns):
        try:
            last = date.fromisoformat(until)
        except ValueError as error:
            raise fail(path, line, "until", f"{until!r} is no ISO date") from error
        table.setdefault(key(name), []).append(FormerName(former, last, exclusive == "yes"))
    return {
        name: tuple(sorted(names, key=lambda entry: entry.until)) for name, names in table.items()
    }
