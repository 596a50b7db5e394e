"""The measuring programs: what they count, fit and attribute, on made-up numbers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.growth import exponent, grown
from benchmarks.invented import Inventor
from benchmarks.profile import after_annotation, count, shares, stage_of
from benchmarks.speed import Target, targets

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_exponent_of_a_power_is_found(power: float) -> None:
    assert exponent([(x, 3 * x**power) for x in (10, 100, 1000)]) == pytest.approx(power)


def test_growth_ignores_a_sample_that_stands_out() -> None:
    samples = [(1000 + 500 * i, 100.0 + i) for i in range(20)]
    samples[2] = (samples[2][0], 500.0)
    found = grown(samples)
    assert found["articles"] == 9500
    assert found["mb"] == pytest.approx(14.0, abs=1.5)


def test_invented_articles_are_of_the_size_asked_for_and_the_same_again(tmp_path: Path) -> None:
    one, other = Inventor(SAMPLE, seed=3), Inventor(SAMPLE, seed=3)
    for size in (1_000, 30_000):
        text = one.article(size)
        assert text == other.article(size)
        assert size <= len(text.encode()) < size + 4_000
    one.write(tmp_path / "novel.jsonl", 4, 1_000)
    records = [
        json.loads(line)
        for line in (tmp_path / "novel.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len({record["text"] for record in records}) == 4


_P = "/r/pipeline"
_RUN = f"main (x/profile.py:1);run ({_P}/run.py:1);process ({_P}/extractor.py:2)"


@pytest.mark.parametrize(
    ("stack", "stage"),
    [
        ("<module> (x.py:1)", "start"),
        ("load_model ({0}/annotate/language.py:9);load (spacy/util.py:1)", "start"),
        ("entities ({0}/annotate/language.py:7);pipe (spacy/x.py:1)", "annotate: model"),
        ("find ({0}/annotate/candidates/finder.py:7)", "annotate: names"),
        ("find ({0}/annotate/names.py:7);key ({0}/french/t.py:1)", "annotate: names"),
        ("a ({0}/annotate/document.py:1);b ({0}/annotate/salience.py:1)", "discourse"),
        ("write ({0}/store/sink.py:1);merge ({0}/normalise/m.py:1)", "normalise"),
        ("", "other"),
    ],
)
def test_a_sample_counts_for_the_innermost_stage(stack: str, stage: str) -> None:
    if "<module>" not in stack:
        stack = ";".join([_RUN, *filter(None, [stack.format(_P)])])
    assert stage_of(stack) == stage
    assert count([f"{stack} 3", f"{stack} 2"]) == Counter({stage: 5})


def test_starting_is_no_part_of_the_shares() -> None:
    share = shares({"start": 900, "annotate: model": 60, "annotate: names": 20, "extract": 20})
    assert share["annotate: model"] == pytest.approx(0.6)
    assert sum(share.values()) == pytest.approx(1)
    assert after_annotation(share) == pytest.approx(0.25)


def test_targets_say_what_was_measured_and_on_which_side_it_is() -> None:
    turns = {"bare": [1.0, 2.0, 9.0], "pipeline": [1.0, 1.2, 7.0], "rerun": [0.002, 0.001, 0.002]}
    report = {
        "contenders": {n: [{"seconds": s} for s in found] for n, found in turns.items()},
    }
    found = {target.name: target for target in targets(report)}
    assert found["pipeline / bare"] == Target("pipeline / bare", 0.6, 0.75)
    assert found["pipeline / bare"].met
    assert found["annotating / unchanged rerun"].value == pytest.approx(600)
    assert found["annotating / unchanged rerun"].met
    assert len(found) == 2
    assert not Target("x", 0.8, 0.75).met
    assert not Target("x", 2.9, 3, at_least=True).met
