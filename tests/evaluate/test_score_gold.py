"""Gold folders: reading, hashing, halving; and the developer's command over them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gold_builders import told

from pipeline.errors import UsageError
from pipeline.evaluate.gold import corpus_hash, half_of, load_gold, read_jsonl, take_half
from pipeline.evaluate.score import main

DEV = Path(__file__).parents[2] / "corpus" / "gold" / "dev"


def write(folder: Path, article: str, text: str, *facts: dict[str, Any], **more: Any) -> None:
    record = {"id": article, "facts": list(facts), **more}
    (folder / f"{article}.json").write_text(json.dumps(record), "utf-8")
    (folder / f"{article}.txt").write_bytes(text.encode())


def test_the_development_corpus_is_whole_and_its_evidence_in_the_text() -> None:
    documents = load_gold(DEV)
    assert len(documents) == 60
    assert {document.manner for document in documents} == {"plain", "elaborate"}
    for document in documents:
        for fact in document.facts:
            assert fact.evidence is not None
            assert 0 <= fact.evidence[0] < fact.evidence[1] <= len(document.text)


def test_offsets_survive_carriage_returns(tmp_path: Path) -> None:
    fact = {"type": "based_in", "company": "Acme", "place": "Lyon", "evidence": [7, 21]}
    write(tmp_path, "e001", "Titre\r\nAcme est à Lyon.", fact)
    (document,) = load_gold(tmp_path)
    assert document.sentence(document.facts[0]) == "Acme est à Lyo"


def test_manner_is_told_by_the_file_before_the_id(tmp_path: Path) -> None:
    write(tmp_path, "d001", "a")
    write(tmp_path, "t001", "a", manner="plain")
    write(tmp_path, "x001", "a")
    assert [document.manner for document in load_gold(tmp_path)] == ["elaborate", "plain", "other"]


def test_bad_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no gold document"):
        load_gold(tmp_path)
    (tmp_path / "e001.json").write_text("{}")
    with pytest.raises(UsageError, match=r"no e001\.txt"):
        load_gold(tmp_path)
    (tmp_path / "e001.txt").write_text("a")
    with pytest.raises(UsageError, match="no id"):
        load_gold(tmp_path)
    write(tmp_path, "e001", "a", {"type": "marriage"})
    with pytest.raises(UsageError, match="'marriage'"):
        load_gold(tmp_path)
    (tmp_path / "e001.json").write_text("{")
    with pytest.raises(UsageError, match="not JSON"):
        load_gold(tmp_path)


def test_hash_sees_names_and_bytes_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, "e001", "un")
    first = corpus_hash(tmp_path)
    (tmp_path / "README.md").write_text("about")
    assert corpus_hash(tmp_path) == first
    (tmp_path / "e001.txt").write_text("deux")
    second = corpus_hash(tmp_path)
    (tmp_path / "e001.txt").rename(tmp_path / "e002.txt")
    assert len({first, second, corpus_hash(tmp_path)}) == 3


def test_halves_part_the_corpus_and_keep_stories_together() -> None:
    documents = load_gold(DEV)
    first, second = take_half(documents, "a"), take_half(documents, "b")
    assert len(first) + len(second) == len(documents)
    assert abs(len(first) - len(second)) <= 6
    assert half_of("d102") == half_of("e102") != half_of("d105")


def test_bad_jsonl_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    path.write_text('{"a": 1}\n\n[1]\n')
    with pytest.raises(UsageError, match="line 3"):
        list(read_jsonl(path))
    with pytest.raises(UsageError, match="not a file"):
        list(read_jsonl(tmp_path / "none.jsonl"))


def test_command_lists_every_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    office = {"type": "office", "company": "Acme", "place": "Lyon", "evidence": [0, 23]}
    write(gold, "e001", "Acme ouvre à Lyon même.", office, entities={"ORG": ["Acme"]})
    facts = tmp_path / "facts.jsonl"
    wrong = told("opens_office", company="Acme", place="Lille", evidence=("À Lille.", 0, 8))
    facts.write_text(json.dumps(wrong) + "\n")
    (tmp_path / "entities.jsonl").write_text(
        '{"article": "e001", "text": "Acme", "label": "ORG"}\n'
        '{"article": "e001", "text": "Lyon", "label": "LOC"}\n'
    )
    assert main([str(gold), str(facts), "--show", "all"]) == 0
    out = capsys.readouterr().out
    assert "MISS  e001 opens_office(Acme · Lyon) <wrong argument> | Acme ouvre à Lyon même." in out
    assert "FALSE e001 opens_office(Acme · Lille) [opens_office/test] | À Lille." in out
    assert "plain     LOC     0.00  1.00  0.00    0    1    0" in out
    assert main([str(gold), str(tmp_path / "none.jsonl")]) == 2
