"""The gate's rules, and the gate itself: the pipeline against the pinned figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.evaluate.folder import evaluate_folder
from pipeline.evaluate.gate import check, read_baseline, update, write_baseline

ROOT = Path(__file__).parents[2]
BASELINE = ROOT / "corpus" / "baseline.json"


def report(f1: float = 0.8, *, sha256: str = "aa", name: str = "dev") -> dict[str, Any]:
    rates = {"precision": 0.9, "recall": 0.7, "f1": f1}
    return {
        "corpus": {"name": name, "sha256": sha256, "documents": 2, "facts": 3},
        "scores": {"strict": {"plain": {"all": rates, "founded": rates}}},
    }


def pinned(f1: float = 0.8) -> dict[str, Any]:
    return update(report(f1), {"corpora": {}}, allow_lower=False)


def test_equal_or_better_passes() -> None:
    assert check(report(0.8), pinned()) == []
    assert check(report(0.9), pinned()) == []


def test_a_fall_is_named() -> None:
    problems = check(report(0.7), pinned())
    assert problems == [
        "corpus dev: plain all f1: 0.7000, pinned at 0.8000",
        "corpus dev: plain founded f1: 0.7000, pinned at 0.8000",
    ]


def test_a_relation_no_longer_found_is_a_fall() -> None:
    poorer = report()
    del poorer["scores"]["strict"]["plain"]["founded"]
    assert check(poorer, pinned()) == ["corpus dev: plain founded f1: 0.0000, pinned at 0.8000"]


def test_a_changed_corpus_asks_to_be_pinned_again() -> None:
    (problem,) = check(report(0.9, sha256="bb"), pinned())
    assert "has changed" in problem
    assert "--update-baseline" in problem
    again = update(report(0.5, sha256="bb"), pinned(), allow_lower=False)
    assert check(report(0.5, sha256="bb"), again) == []


def test_a_corpus_not_pinned_fails() -> None:
    (problem,) = check(report(name="test"), pinned())
    assert "not pinned" in problem


def test_lowering_takes_the_flag() -> None:
    with pytest.raises(UsageError, match="--allow-lower"):
        update(report(0.7), pinned(), allow_lower=False)
    assert check(report(0.7), update(report(0.7), pinned(), allow_lower=True)) == []


def test_pinning_one_corpus_keeps_the_others(tmp_path: Path) -> None:
    both = update(report(0.6, name="test"), pinned(), allow_lower=False)
    path = tmp_path / "baseline.json"
    write_baseline(path, both)
    assert set(read_baseline(path)["corpora"]) == {"dev", "test"}
    assert read_baseline(tmp_path / "none.json") == {"corpora": {}}


@pytest.mark.parametrize("text", ["{", "[]", '{"corpora": 1}'])
def test_a_broken_baseline_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(UsageError, match="baseline"):
        read_baseline(path)


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["dev", "extra", "fresh", "test"])
def test_no_figure_has_fallen(corpus: str) -> None:
    evaluation = evaluate_folder(ROOT / "corpus" / "gold" / corpus, resamples=10)
    problems = check(evaluation.report, read_baseline(BASELINE))
    assert not problems, json.dumps(problems, indent=1)
