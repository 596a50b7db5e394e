"""Fit calibrated confidences on development texts and write them as plain numbers.

``python -m pipeline.evaluate.calibrate GOLD_DIR [--half a|b] [--out FILE]``

The probability that a fact is right is a logistic function of the features of its
reading, with an offset per relation, followed by an isotonic correction where that helps.
Everything is cross-fitted by story: a text and its retelling in the other manner never
teach about each other. :mod:`pipeline.normalise.confidence` reads what is written here.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import DepecheError, UsageError
from pipeline.evaluate.calibration import expected_calibration_error
from pipeline.evaluate.gold import Half, corpus_hash
from pipeline.normalise.confidence import FEATURES, Calibration

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDS = 5
#: Inverse strength of the L2 penalty on standardised features. Of 0.03 to 3, tried on 230 facts of
#: an early run, 0.1 had the least cross-validated error.
PENALTY = 0.1
#: No step is stated beyond these, however pure a fold was.
LOWEST, HIGHEST = 0.02, 0.98


@dataclass(frozen=True, slots=True)
class Example:
    """A told fact of a development text, and whether it is right."""

    story: str
    """What folds are cut by: the number of the document, shared by both its manners."""
    relation: str
    features: Mapping[str, float]
    right: bool


def story_of(article: str) -> str:
    """Return the number in a document's id: d102 and e102 tell one story."""
    return "".join(char for char in article if char.isdigit()) or article


def _folds(some: Sequence[Example], n: int) -> list[list[int]]:
    """Cut examples into at most ``n`` folds of whole stories, largest stories first."""
    stories: dict[str, list[int]] = {}
    for at, one in enumerate(some):
        stories.setdefault(one.story, []).append(at)
    folds: list[list[int]] = [[] for _ in range(min(n, len(stories)))]
    for _, members in sorted(stories.items(), key=lambda item: (-len(item[1]), item[0])):
        min(folds, key=len).extend(members)
    return folds


def _without(some: Sequence[Example], fold: Sequence[int]) -> list[Example]:
    held = set(fold)
    return [one for at, one in enumerate(some) if at not in held]


def predict(model: Calibration, some: Sequence[Example]) -> list[float]:
    """Return the confidence that the model gives each example."""
    return [model.probability(one.relation, one.features) for one in some]


def fit_logistic(some: Sequence[Example]) -> Calibration:
    """Return a model without correction steps.

    Raises:
        UsageError: the examples are all right or all wrong.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if {one.right for one in some} != {True, False}:
        raise UsageError("calibration needs right and wrong facts from more than one text")
    relations = sorted({one.relation for one in some})
    table = np.array(
        [
            [one.features.get(name, 0.0) for name in FEATURES]
            + [float(one.relation == relation) for relation in relations]
            for one in some
        ],
        dtype=float,
    )
    mean, scale = table.mean(axis=0), table.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    model.fit((table - mean) / scale, np.array([one.right for one in some]))
    weights = [float(value) for value in model.coef_[0] / scale]
    intercept = float(model.intercept_[0]) - float(np.dot(weights, mean))
    return Calibration(
        intercept,
        dict(zip(FEATURES, weights, strict=False)),
        dict(zip(relations, weights[len(FEATURES) :], strict=True)),
    )


def fit(some: Sequence[Example], *, isotonic: bool) -> Calibration:
    """Return a model fitted on the examples, with isotonic steps or without.

    The steps are learnt from scores that each story got from a model fitted without it.

    Raises:
        UsageError: the examples, or those of four folds in five, are all right or all wrong.
    """
    logistic = fit_logistic(some)
    if not isotonic:
        return logistic
    import numpy as np
    from sklearn.isotonic import IsotonicRegression

    scores = np.zeros(len(some))
    for fold in _folds(some, FOLDS):
        scores[fold] = predict(fit_logistic(_without(some, fold)), [some[at] for at in fold])
    steps = IsotonicRegression(y_min=LOWEST, y_max=HIGHEST, out_of_bounds="clip")
    steps.fit(scores, np.array([one.right for one in some], dtype=float))
    points = zip(steps.X_thresholds_, steps.y_thresholds_, strict=True)
    return replace(logistic, steps=tuple((float(x), float(y)) for x, y in points))


def cross_validated(some: Sequence[Example], *, isotonic: bool) -> dict[str, float]:
    """Return the error of models fitted without the story that they judge.

    ``ece_mass`` and ``ece_width`` over ten bins, the ``brier`` score, and for comparison
    the Brier score of always stating the mean (``brier_mean``).
    """
    claimed = [0.0] * len(some)
    for fold in _folds(some, FOLDS):
        model = fit(_without(some, fold), isotonic=isotonic)
        for at, value in zip(fold, predict(model, [some[at] for at in fold]), strict=True):
            claimed[at] = value
    right = [one.right for one in some]
    mean = sum(right) / len(right)
    squares = sum((one - ok) ** 2 for one, ok in zip(claimed, right, strict=True))
    return {
        "ece_mass": round(expected_calibration_error(claimed, right, scheme="mass"), 4),
        "ece_width": round(expected_calibration_error(claimed, right, scheme="width"), 4),
        "brier": round(squares / len(right), 4),
        "brier_mean": round(mean * (1 - mean), 4),
    }


def as_json(model: Calibration) -> dict[str, Any]:
    """Return the model in the form of ``models/confidence.json``."""
    return {
        "intercept": round(model.intercept, 6),
        "weights": {name: round(value, 6) for name, value in model.weights.items()},
        "relations": {name: round(value, 6) for name, value in model.relations.items()},
        "steps": [[round(x, 6), round(y, 6)] for x, y in model.steps],
    }


def calibrate(some: Sequence[Example]) -> dict[str, Any]:
    """Return the better of both models, by cross-validated calibration error, with its quality.

    The error is that of both binnings together: calibration is what is asked of it, and
    the Brier scores of the two have been within 0.01 of each other.

    Raises:
        UsageError: the examples cannot teach anything.
    """
    quality = {steps: cross_validated(some, isotonic=steps) for steps in (False, True)}
    errors = {steps: row["ece_mass"] + row["ece_width"] for steps, row in quality.items()}
    isotonic = errors[True] < errors[False]
    return {
        **as_json(fit(some, isotonic=isotonic)),
        "fitted_on": {
            "facts": len(some),
            "right": sum(one.right for one in some),
            "stories": len({one.story for one in some}),
            "cross_validated": {
                "isotonic" if steps else "logistic": row for steps, row in quality.items()
            },
        },
    }


def calibrate_folder(gold: Path, *, half: Half | None = None) -> dict[str, Any]:
    """Run the pipeline over development gold and fit on what it tells.

    Raises:
        UsageError: the gold cannot be used, or teaches nothing.
    """
    from pipeline.evaluate.examples import collect

    fitted = calibrate(collect(gold, half=half))
    corpus = gold.resolve().name + (f"/{half}" if half else "")
    fitted["fitted_on"] |= {"corpus": corpus, "sha256": corpus_hash(gold)}
    return fitted


def main(argv: Sequence[str] | None = None) -> int:
    """Fit and write; 2 for unusable input."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate.calibrate")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--out", type=Path, default=Path("models/confidence.json"))
    options = parser.parse_args(argv)
    try:
        fitted = calibrate_folder(options.gold, half=options.half)
    except DepecheError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    text = json.dumps(fitted, ensure_ascii=False, indent=1, sort_keys=True)
    options.out.write_text(text + "\n", "utf-8")
    sys.stdout.write(json.dumps(fitted["fitted_on"], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
