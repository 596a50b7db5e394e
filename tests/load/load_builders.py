"""Inputs really made on disk, and what the loader makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.load import LoadOptions, load
from pipeline.types import Article, Rejected

FRENCH = (
    "La jeune pousse Nimbolia ouvre un bureau à Besançon, a annoncé sa directrice générale "
    "Zoé Brun. Vingt ingénieurs y travailleront d’ici à la fin de l’année, « près des clients », "
    "dit-elle. La société créée à Évry a levé 20\u202f000\u00a0€ auprès de fonds français."
)
BODY = "".join(f"<p>{sentence.strip()}.</p>" for sentence in FRENCH.split(". "))


def put(folder: Path, name: str, content: str | bytes = FRENCH) -> Path:
    """Write a file below ``folder``, text in UTF-8."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*paths: Path | str, **options: Any) -> list[Article | Rejected]:
    """Load paths with the options given."""
    return list(load([str(path) for path in paths], LoadOptions(**options)))


def one(*paths: Path | str, **options: Any) -> Article:
    """Load what must be exactly one article and no refusal."""
    (item,) = read(*paths, **options)
    assert isinstance(item, Article), item
    return item


def articles(*paths: Path | str, **options: Any) -> list[Article]:
    """Load what must be articles alone."""
    items = read(*paths, **options)
    assert all(isinstance(item, Article) for item in items), items
    return [item for item in items if isinstance(item, Article)]


def refusal(*paths: Path | str, **options: Any) -> str:
    """Load what must be exactly one refusal, and give its reason."""
    (item,) = read(*paths, **options)
    assert isinstance(item, Rejected), item
    assert item.stage == "load"
    return item.reason


def page(body: str = BODY, head: str = "") -> str:
    """Give a page with navigation, an article and a footer."""
    return (
        f"<!DOCTYPE html><html lang='fr'><head>{head}</head><body>"
        "<nav><ul><li><a href='/'>Accueil</a></li><li><a href='/ia'>Rubrique IA</a></li></ul></nav>"
        f"<article>{body}</article>"
        "<aside><h3>À lire aussi</h3><a href='/x'>Un autre sujet</a></aside>"
        "<footer>© 2021 Le Fil Tech. Mentions légales</footer></body></html>"
    )
