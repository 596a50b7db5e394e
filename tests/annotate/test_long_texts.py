"""What a long text, and a long run, may not make grow."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.invented import Inventor
from pipeline.annotate import language
from pipeline.annotate.language import entities
from pipeline.annotate.memory import Memory
from pipeline.types import Article, Mention, Sentence, Unit

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"


def _told(memory: Memory, index: int, name: str, *, gender: str = "") -> None:
    mention = Mention(index * 10, index * 10 + len(name), name, "ORG", name)
    unit = Unit(mention.start, mention.end, name, name, "O", mention=mention, gender=gender)
    sentence = Sentence(
        mention.start, mention.end, (unit,), index, opens_paragraph=True, heading=False
    )
    memory.name(sentence, 0)
    memory.close(sentence)


def test_names_told_long_ago_are_set_aside_and_come_back_as_they_were() -> None:
    memory = Memory(None)
    _told(memory, 0, "Norlys", gender="f")
    for index in range(1, 1000):
        _told(memory, index, f"Kalio {index}")
        assert len(memory.orgs) < 120
    assert "Norlys" not in memory.orgs
    _told(memory, 1000, "Norlys")
    assert (memory.orgs["Norlys"].count, memory.orgs["Norlys"].gender) == (2, "f")


def test_in_an_ordinary_article_no_name_is_set_aside() -> None:
    memory = Memory(None)
    for index in range(80):
        _told(memory, index, f"Kalio {index}")
    assert len(memory.orgs) == 80


def test_the_topic_is_never_set_aside() -> None:
    memory = Memory(Mention(0, 6, "Norlys", "ORG", "Norlys"))
    _told(memory, 0, "Norlys")
    for index in range(1, 500):
        _told(memory, index, f"Kalio {index}")
    assert "Norlys" in memory.orgs


@pytest.mark.model
def test_forgetting_new_words_changes_no_entity(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = extractor.annotator._nlp
    inventor = Inventor(SAMPLE, seed=5)
    texts = [inventor.article(800) for _ in range(6)]
    monkeypatch.setattr(language, "_KNOWN_WORDS", 0)
    before = len(nlp.vocab.strings)
    forgetting = [list(entities(nlp, texts)) for _ in range(2)]
    assert len(nlp.vocab.strings) == before
    monkeypatch.setattr(language, "_KNOWN_WORDS", 10**9)
    assert forgetting == [list(entities(nlp, texts))] * 2
    assert len(nlp.vocab.strings) > before
    assert any(forgetting[0])


@pytest.mark.model
def test_work_on_a_text_ten_times_as_long_is_about_ten_times_as_much(extractor: Extractor) -> None:
    """Calls are counted, not seconds; what grows with the square makes it fifty times as much."""

    def calls(size: int) -> int:
        text = Inventor(SAMPLE, seed=9).article(size)
        document = Article("long", "-", text, sha256=f"{size}")
        counted = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal counted
            counted += event == "call"

        sys.setprofile(count)
        try:
            list(extractor.process([document]))
        finally:
            sys.setprofile(None)
        return counted

    calls(10_000)  # patterns are made at their first use
    # Not quite ten: a short text has fewer candidates for an antecedent than are remembered.
    assert calls(150_000) < 20 * calls(15_000)
