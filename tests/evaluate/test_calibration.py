"""Expected calibration error, bins, and the fitted confidence."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from gold_builders import gold, told

from pipeline.errors import UsageError
from pipeline.evaluate.calibrate import (
    HIGHEST,
    LOWEST,
    Example,
    cross_validated,
    fit,
    main,
    predict,
    priors,
    story_of,
)
from pipeline.evaluate.calibration import (
    Bin,
    Scheme,
    bins,
    curve,
    expected_calibration_error,
    judged,
)
from pipeline.evaluate.match import match_corpus

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


TRUTH = {"office/verb": 0.97, "office/noun": 0.5, "role/comma": 0.8}


def drawn(count: int, seed: int) -> list[Example]:
    """Draw examples whose chance of being right is known: by rule, less for an anaphor."""
    draw = random.Random(seed)
    out = []
    for _ in range(count):
        rule, via = draw.choice(sorted(TRUTH)), float(draw.random() < 0.4)
        right = draw.random() < TRUTH[rule] - 0.25 * via
        features = {"via": via, "noise": draw.random()}
        out.append(Example(str(draw.randrange(60)), rule.split("/")[0], rule, features, right))
    return out


def test_fitted_confidence_is_calibrated_on_facts_not_seen() -> None:
    parameters = fit(drawn(600, seed=1))
    unseen = drawn(3000, seed=2)
    claimed = predict(parameters, unseen)
    assert expected_calibration_error(claimed, [one.right for one in unseen]) < 0.05
    assert parameters["weights"]["via"] < -0.5
    assert all(LOWEST <= one <= HIGHEST for one in claimed)
    good = Example("x", "office", "office/verb", {"via": 0.0}, True)
    bad = Example("x", "office", "office/noun", {"via": 1.0}, True)
    unknown = Example("x", "other", "other/new", {}, True)
    high, low, middle = predict(parameters, [good, bad, unknown])
    assert low < middle < high


def test_cross_validation_beats_stating_the_mean() -> None:
    quality = cross_validated(drawn(600, seed=1))
    assert quality["brier"] < quality["brier_mean"]
    assert quality["ece_mass"] < 0.1


def test_fitting_is_repeatable_and_plain_json() -> None:
    some = drawn(200, seed=4)
    assert json.dumps(fit(some)) == json.dumps(fit(some))


def test_priors_back_off() -> None:
    some = [Example("1", "office", "office/verb", {}, True)] * 8
    some += [Example("2", "role", "role/comma", {}, False)] * 8
    known = priors(some)
    assert known.of("office", "office/verb") > known.of("office", "office/new") > known.overall
    assert known.of("role", "role/comma") < known.overall == known.of("none", "none/x")


def test_nothing_to_learn_is_refused() -> None:
    with pytest.raises(UsageError, match="right and wrong"):
        fit([Example("1", "office", "office/verb", {}, True)] * 9)


def test_a_story_is_the_number_shared_by_both_manners() -> None:
    assert story_of("d102") == story_of("e102") != story_of("e105")


def test_the_model_that_the_pipeline_reads_gives_the_same_numbers(tmp_path: Path) -> None:
    from pipeline.normalise.confidence import load_confidence

    some = drawn(300, seed=5)
    parameters = fit(some)
    path = tmp_path / "confidence.json"
    path.write_text(json.dumps(parameters))
    model = load_confidence(path)
    assert model is not None
    for one, claimed in zip(some, predict(parameters, some), strict=True):
        found = model.probability(one.relation, one.rule, one.features)
        assert found == pytest.approx(claimed, abs=1e-4)


def test_command_fits_from_a_run_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, run = tmp_path / "dev", tmp_path / "run"
    folder.mkdir()
    run.mkdir()
    facts, features = [], []
    for number in range(12):
        article = f"e{number:03d}"
        (folder / f"{article}.txt").write_text("a")
        (folder / f"{article}.json").write_text(json.dumps({"id": article, "facts": [OFFICE]}))
        for place, rule in (("Lyon", "opens_office/verb"), ("Lille", "opens_office/noun")):
            key = f"f_{article}{place}"
            facts.append(
                told("opens_office", article=article, company="Acme", place=place, rule=rule)
                | {"fact_id": key}
            )
            features.append({"fact_id": key, "features": {"via": 0.0}})
    for name, rows in (("facts", facts), ("features", features)):
        (run / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    out = tmp_path / "confidence.json"
    assert main([str(folder), str(run), "--out", str(out)]) == 0
    parameters = json.loads(out.read_text())
    assert parameters["fitted_on"]["facts"] == 24
    assert parameters["fitted_on"]["right"] == 12
    rules = parameters["priors"]["rules"]
    assert rules["opens_office/verb"] > 0.8 > 0.2 > rules["opens_office/noun"]
    (run / "features.jsonl").write_text("")
    assert main([str(folder), str(run), "--out", str(out)]) == 2
    assert "no row in features.jsonl" in capsys.readouterr().err
