"""Expected calibration error, bins, and the fitted confidence."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from gold_builders import gold, told

from pipeline.errors import UsageError
from pipeline.evaluate.calibrate import (
    Example,
    calibrate,
    cross_validated,
    fit,
    main,
    predict,
    story_of,
)
from pipeline.evaluate.calibration import (
    Bin,
    Scheme,
    bins,
    curve,
    error_by_chance,
    expected_calibration_error,
    judged,
)
from pipeline.evaluate.match import match_corpus
from pipeline.normalise.confidence import read_calibration

OFFICE = {"type": "office", "company": "Acme", "place": "Lyon"}


@pytest.mark.parametrize("scheme", ["mass", "width"])
def test_error_of_hand_made_bins(scheme: Scheme) -> None:
    # Two groups: 0.9 claimed, half right; 0.2 claimed, one in four right.
    confidences = [0.9] * 4 + [0.2] * 4
    right = [True, True, False, False, True, False, False, False]
    error = expected_calibration_error(confidences, right, n=2, scheme=scheme)
    assert error == pytest.approx((0.4 + 0.05) / 2)


@pytest.mark.parametrize("scheme", ["mass", "width"])
def test_perfect_and_opposite(scheme: Scheme) -> None:
    assert expected_calibration_error([1.0, 0.0], [True, False], scheme=scheme) == 0
    assert expected_calibration_error([1.0, 0.0], [False, True], scheme=scheme) == 1
    assert expected_calibration_error([], [], scheme=scheme) == 0


def test_bins_of_equal_mass_keep_equal_confidences_together() -> None:
    found = bins([0.5, 0.5, 0.5, 0.9], [True, False, True, True], n=2, scheme="mass")
    assert [one.count for one in found] == [3, 1]


def test_bins_of_equal_width_put_one_in_the_last() -> None:
    found = bins([1.0, 0.05], [True, False], n=10, scheme="width")
    assert found == [Bin(1, 0.05, 0.0), Bin(1, 1.0, 1.0)]


def test_every_fact_is_in_one_bin() -> None:
    draw = random.Random(3)
    confidences = [round(draw.random(), 1) for _ in range(137)]
    for scheme in ("mass", "width"):
        found = bins(confidences, [True] * 137, n=10, scheme=scheme)
        assert sum(one.count for one in found) == 137
        assert len(found) <= 10
        assert [one.claimed for one in found] == sorted(one.claimed for one in found)


def test_error_by_chance_shrinks_with_facts_and_is_none_for_certainty() -> None:
    few, many = error_by_chance([0.5] * 40), error_by_chance([0.5] * 4000)
    assert 0.04 < few < 0.1
    assert many < few / 5
    assert error_by_chance([1.0, 0.0]) == 0


def test_bad_input_is_refused() -> None:
    with pytest.raises(ValueError, match="2 confidences for 1"):
        bins([0.1, 0.2], [True], n=10, scheme="mass")
    with pytest.raises(ValueError, match="outside"):
        bins([1.2], [True], n=10, scheme="mass")


def test_a_repeat_is_as_right_as_what_it_repeats_and_neutral_is_left_out() -> None:
    documents = [gold(OFFICE)]
    right = told("opens_office", company="Acme", place="Lyon")
    wrong = told("opens_office", company="Acme", place="Lille")
    neutral = told("based_in", company="Acme", place="Lyon")
    facts = [right, right, wrong, wrong, neutral]
    verdicts = [ok for _, ok in judged(documents, match_corpus(documents, facts, "strict"))]
    assert sorted(verdicts) == [False, False, True, True]


def test_curve_trades_recall_for_precision() -> None:
    facts = [
        told("opens_office", company="Acme", place="Lyon", confidence=0.6),
        told("opens_office", company="Acme", place="Lille", confidence=0.4),
    ]
    (_, low), (_, mid), (_, high) = curve([gold(OFFICE)], facts, (0.0, 0.5, 0.9))
    assert (low.precision, low.recall) == (0.5, 1.0)
    assert (mid.precision, mid.recall) == (1.0, 1.0)
    assert (high.precision, high.recall) == (1.0, 0.0)


#: relation -> chance of being right at full weight, nothing implied.
TRUTH = {"acquires": 0.97, "founded": 0.75, "holds_role": 0.9}


def drawn(count: int, seed: int) -> list[Example]:
    """Draw examples whose chance of being right is known: by relation, weight and who tells it."""
    draw = random.Random(seed)
    out = []
    for _ in range(count):
        relation, alone = draw.choice(sorted(TRUTH)), float(draw.random() < 0.4)
        weight = draw.choice((0.5, 0.7, 0.9))
        right = draw.random() < TRUTH[relation] - 0.25 * alone - 0.5 * (0.9 - weight)
        features = {"weight": weight, "scored": alone, "doubt": 0.0}
        out.append(Example(str(draw.randrange(60)), relation, features, right))
    return out


@pytest.mark.parametrize("isotonic", [True, False])
def test_fitted_confidence_is_calibrated_on_facts_not_seen(isotonic: bool) -> None:
    model = fit(drawn(800, seed=1), isotonic=isotonic)
    unseen = drawn(3000, seed=2)
    claimed = predict(model, unseen)
    assert expected_calibration_error(claimed, [one.right for one in unseen]) < 0.05
    assert model.weights["scored"] < -0.5
    assert model.weights["weight"] > 1
    assert bool(model.steps) == isotonic
    good = Example("x", "acquires", {"weight": 0.9}, True)
    bad = Example("x", "founded", {"weight": 0.5, "scored": 1.0}, True)
    unknown = Example("x", "other", {"weight": 0.7}, True)
    high, low, middle = predict(model, [good, bad, unknown])
    assert low < middle < high


def test_steps_rise() -> None:
    steps = fit(drawn(400, seed=3), isotonic=True).steps
    assert list(steps) == sorted(steps)
    assert [y for _, y in steps] == sorted(y for _, y in steps)


def test_cross_validation_beats_stating_the_mean() -> None:
    for isotonic in (True, False):
        quality = cross_validated(drawn(600, seed=1), isotonic=isotonic)
        assert quality["brier"] < quality["brier_mean"]
        assert quality["ece_mass"] < 0.1


def test_what_is_written_is_what_the_pipeline_reads(tmp_path: Path) -> None:
    some = drawn(400, seed=4)
    fitted = calibrate(some)
    assert fitted == calibrate(some)
    path = tmp_path / "confidence.json"
    path.write_text(json.dumps(fitted))
    model = read_calibration(path)
    penalty = fitted["fitted_on"]["penalty"]
    best = fit(some, penalty=penalty, isotonic=bool(fitted["steps"]))
    assert predict(model, some) == pytest.approx(predict(best, some), abs=1e-4)
    assert fitted["fitted_on"]["facts"] == 400
    assert fitted["fitted_on"]["right"] == sum(one.right for one in some)


def test_only_the_last_corpus_gives_the_level() -> None:
    flattered = [
        replace(one, corpus="made on", right=one.right or one.relation != "other")
        for one in drawn(600, seed=5)
    ]
    unread = [replace(one, corpus="unread") for one in drawn(600, seed=6)]
    model = fit([*flattered, *unread], "unread", isotonic=False)
    claimed = predict(model, unread)
    mean = sum(one.right for one in unread) / len(unread)
    assert sum(claimed) / len(claimed) == pytest.approx(mean, abs=0.02)


def test_nothing_to_learn_is_refused() -> None:
    with pytest.raises(UsageError, match="right and wrong"):
        calibrate([Example("1", "acquires", {"weight": 0.9}, True)] * 9)


def test_a_story_is_the_number_shared_by_both_manners() -> None:
    assert story_of("d102") == story_of("e102") != story_of("e105")


def test_command_refuses_a_folder_without_gold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no gold document" in capsys.readouterr().err
