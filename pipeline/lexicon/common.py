"""Ordinary words of the French press, to tell a capitalised word from a name."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_DEFAULT_MODELS = Path(__file__).parents[2] / "models"


@lru_cache(maxsize=4)
def common_words(models_dir: Path | None = None) -> frozenset[str]:
    """Return words attested in lower case: ``models/lexicon/common_words.txt``, one a line.

    Counted over the WiNER corpus (Wikinews, CC BY 2.5): forms that occur in lower
    case, and more often so than with a capital inside a sentence.
    """
    path = (
        (models_dir or Path(os.environ.get("DEPECHE_MODELS") or _DEFAULT_MODELS))
        / "lexicon"
        / "common_words.txt"
    )
    return frozenset(path.read_text(encoding="utf-8").split())
