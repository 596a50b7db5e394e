"""The configuration of a run: one frozen object, made from defaults, a TOML file and flags."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Config:
    """What a run may be told. Every name is also a key of ``depeche.toml``."""

    date: date | None = None
    """Publication date of articles that do not tell their own."""
    encoding: str | None = None
    """Encoding of text files; found out where None."""
    text_field: str = "text"
    title_field: str = "title"
    date_field: str = "date"
    url_field: str = "url"
    id_field: str = "id"
    stdin_format: str = "auto"
    check_language: bool = True
    workers: int = 1
    batch: int = 32
    """Articles given to the language model at once."""
    min_confidence: float = 0.0
    include_denied: bool = False
    """Also put denied facts into the tables made for analysis."""
    rules: Path | None = None
    """Folder of rule files that add or override relations."""
    lexicon: Path | None = None
    """CSV of organisations that extends or overrides the lexicon."""
    rates: Path | None = None
    """CSV of exchange rates (currency, rate: euros for one unit) for amounts in euros."""
    exports: tuple[str, ...] = ()
    models: Path | None = None

    def with_options(self, **options: Any) -> Config:
        """Return a copy with the options that are not None."""
        return replace(self, **{k: v for k, v in options.items() if v is not None})


_PATHS = ("rules", "lexicon", "rates", "models")


def read_config(path: Path) -> Config:
    """Read a TOML file of options.

    Raises:
        ConfigError: the file cannot be read, is no TOML, or has an unknown or ill-typed key.
    """
    try:
        table: Mapping[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML ({error})") from error
    known = {f.name: getattr(Config(), f.name) for f in fields(Config)}
    options: dict[str, Any] = {}
    for name, value in table.items():
        if name not in known:
            raise ConfigError(f"{path}: unknown option {name}")
        if name in _PATHS:
            if not isinstance(value, str):
                raise ConfigError(f"{path}: {name} must be a path")
            value = path.parent / value
        elif name == "exports":
            value = tuple(value)
        elif known[name] is not None and not isinstance(value, type(known[name])):
            if not (isinstance(known[name], float) and isinstance(value, int)):
                raise ConfigError(f"{path}: {name} must be of type {type(known[name]).__name__}")
            value = float(value)
        options[name] = value
    return replace(Config(), **options)
