"""Sentences that tempt a relation and tell nothing: the whole engine must stay silent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.types import Article

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

pytestmark = pytest.mark.model
_TRAPS = Path(__file__).parents[1] / "cases" / "traps.txt"


def test_traps_hold_no_fact(extractor: Extractor) -> None:
    lines = _TRAPS.read_text(encoding="utf-8").splitlines()
    traps = [line for line in lines if line and not line.startswith("#")]
    articles = [Article(str(n), "-", text) for n, text in enumerate(traps)]
    fired = [
        f"{fact.relation} [{fact.rule}] {document.article.text}"
        for document in extractor.annotator.annotate(articles)
        for fact in extractor.engine.extract(document)
        if fact.modality != "denied"
    ]
    assert len(traps) >= 120
    loud = {text.partition("] ")[2] for text in fired}
    assert len(loud) <= 0.03 * len(traps), "\n".join(fired)
