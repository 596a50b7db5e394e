"""The whole way on the real model: outputs, reruns, workers, refusals."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from pipeline.run import run
from pipeline.store.json_file import read_facts
from pipeline.types import RELATIONS, Article, Entity
from pipeline.workers import process

pytestmark = pytest.mark.model
SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"

_TEXT = (
    "Norlys ouvre un bureau à Nantes.\n"
    "La start-up lilloise Norlys a inauguré mardi un bureau à Nantes. "
    "Claire Aubin, directrice générale de l'entreprise, prévoit d'en ouvrir un autre à Madrid."
)


def _write(folder: Path, n: int) -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(n):
        (folder / f"a{i:03}.txt").write_text(f"{_TEXT} Acte {i}.", encoding="utf-8")
    return folder


def _facts(out: Path) -> str:
    return (out / "facts.jsonl").read_text(encoding="utf-8")


def test_a_run_leaves_all_files_of_the_contract(tmp_path: Path) -> None:
    report = run([str(SAMPLE / "txt")], tmp_path, Config())
    names = {path.name for path in tmp_path.iterdir()}
    assert {
        "facts.jsonl",
        "articles.jsonl",
        "entities.jsonl",
        "facts.csv",
        "knowledge.csv",
    } <= names
    assert {f"{relation}.csv" for relation in RELATIONS} | {"depeche.db"} <= names
    texts = {}
    for line in (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        texts[record["article"]] = record["text"]
    facts = list(read_facts(tmp_path / "facts.jsonl"))
    assert len(facts) == report.facts.total() > 100
    assert len({f.fact_id for f in facts}) == len(facts)
    for fact in facts:
        text = texts[fact.article]
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        for value in fact.arguments.values():
            for entity in value if isinstance(value, tuple) else (value,):
                if isinstance(entity, Entity):
                    assert text[entity.start : entity.end] == entity.text
                    if entity.via is not None:
                        assert text[entity.via.start : entity.via.end] == entity.via.text
        assert 0 <= fact.confidence <= 1


def test_a_rerun_is_identical_and_reuses(tmp_path: Path) -> None:
    folder = _write(tmp_path / "in", 5)
    first = run([str(folder)], tmp_path / "out", Config())
    before = _facts(tmp_path / "out")
    again = run([str(folder)], tmp_path / "out", Config())
    assert (first.reused, again.reused) == (0, 5)
    assert _facts(tmp_path / "out") == before
    (folder / "a002.txt").write_text(_TEXT + " Corrigé.", encoding="utf-8")
    changed = run([str(folder)], tmp_path / "out", Config())
    assert changed.reused == 4
    fresh = run([str(folder)], tmp_path / "other", Config())
    assert fresh.reused == 0
    assert _facts(tmp_path / "out") == _facts(tmp_path / "other")


@pytest.mark.parametrize(("workers", "batch"), [(1, 3), (2, 1), (2, 4), (3, 32)])
def test_facts_do_not_depend_on_workers_or_batches(
    tmp_path: Path, extractor: Extractor, workers: int, batch: int
) -> None:
    articles = [Article(f"a{i}", "-", f"{_TEXT} Acte {i}.") for i in range(9)]
    expected = list(extractor.process(articles))
    assert list(process(articles, extractor, workers=workers, batch=batch)) == expected


def test_a_worker_that_dies_is_replaced(
    extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = extractor.process

    def deadly(articles):  # type: ignore[no-untyped-def]
        held = list(articles)
        if any(a.id == "a4" for a in held):
            os.kill(os.getpid(), signal.SIGKILL)
        return plain(held)

    monkeypatch.setattr(extractor, "process", deadly)
    articles = [Article(f"a{i}", "-", f"{_TEXT} Acte {i}.") for i in range(8)]
    items = list(process(articles, extractor, workers=2, batch=3))
    assert [
        item.article.article if i == 4 else item.article.id for i, item in enumerate(items)
    ] == [a.id for a in articles]
    assert items[4].article.reason == "killed its worker process"
    assert all(item.facts for i, item in enumerate(items) if i != 4)


def test_bad_input_is_named_and_the_run_goes_on(tmp_path: Path) -> None:
    folder = _write(tmp_path / "in", 3)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "english.txt").write_text(
        "The company opens an office in Paris this week and it will hire people there.", "utf-8"
    )
    report = run([str(folder)], tmp_path / "out", Config())
    assert report.articles == 3
    assert {r.article: r.reason for r in report.refused} == {
        "empty": "empty",
        "english": "not French (en)",
    }


def test_the_plan_and_the_done_of_one_sentence_pair(extractor: Extractor) -> None:
    (item,) = extractor.process([Article("x", "-", _TEXT)])
    told = {
        (f.arguments["place"].name, f.attributes["status"])
        for f in item.facts
        if f.relation == "opens_office"
    }
    assert ("Nantes", "opened") in told


def test_a_database_answers_for_what_it_holds(tmp_path: Path) -> None:
    folder = _write(tmp_path / "in", 4)
    db = f"sqlite:///{tmp_path / 'facts.db'}"
    run([str(folder)], tmp_path / "first", Config(), db=db)
    (folder / "a001.txt").write_text(_TEXT + " Corrigé.", encoding="utf-8")
    again = run([str(folder)], tmp_path / "second", Config(), db=db)
    assert again.reused == 3
    fresh = run([str(folder)], tmp_path / "third", Config())
    assert fresh.reused == 0
    assert _facts(tmp_path / "second") == _facts(tmp_path / "third")


def test_a_weekday_that_contradicts_its_date_is_flagged(extractor: Extractor) -> None:
    # 7 June 2018 was a Thursday.
    (item,) = extractor.process(
        [Article("x", "-", "Norlys a ouvert mardi 7 juin 2018 un bureau à Nantes.")]
    )
    assert [f.time.weekday_conflict for f in item.facts if f.time] == [True]
