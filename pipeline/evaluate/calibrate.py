"""Fit calibrated confidences on development texts and write them as plain numbers.

``python -m pipeline.evaluate.calibrate [GOLD_DIR …] UNREAD_GOLD_DIR [--out FILE]``

The probability that a fact is right is a logistic function of the features of its
reading, with an offset per relation, followed by an isotonic correction where that helps.

All folders teach what the features weigh, but only the last one teaches the level: rules
are right more often on texts that they were made on than they will ever be again, so each
other folder has an offset of its own, which is forgotten after the fit. Give as the last
one texts that no rule was made on. Everything is cross-fitted by story: a text and its
retelling in the other manner never teach about each other, and models are judged on the
last folder. :mod:`pipeline.normalise.confidence` reads what is written here.
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
from pipeline.evaluate.gold import corpus_hash
from pipeline.normalise.confidence import FEATURES, Calibration

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDS = 5
#: Inverse strengths of the L2 penalty on standardised features: the weakest is taken whose
#: cross-validated Brier score is within a thousandth of the least.
PENALTIES = (0.03, 0.1, 0.3, 1.0)
#: How much less the offset of a folder is held back than a feature.
FREE = 3.0
#: Least standard deviation by which a feature is scaled.
LEAST_SPREAD = 0.3
#: No step is stated beyond these, however pure a fold was: fifty right facts in a row cannot show
#: more, and on real press the surest were less sure than on texts written for us.
LOWEST, HIGHEST = 0.05, 0.95


@dataclass(frozen=True, slots=True)
class Example:
    """A told fact of a development text, and whether it is right."""

    story: str
    """What folds are cut by: the number of the document, shared by both its manners."""
    relation: str
    features: Mapping[str, float]
    right: bool
    corpus: str = ""


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


def fit_logistic(some: Sequence[Example], level: str = "", penalty: float = 0.1) -> Calibration:
    """Return a model without correction steps, at the level of the corpus ``level``.

    Raises:
        UsageError: the examples are all right or all wrong.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    if {one.right for one in some} != {True, False}:
        raise UsageError("calibration needs right and wrong facts from more than one text")
    relations = sorted({one.relation for one in some})
    others = sorted({one.corpus for one in some} - {level})
    table = np.array(
        [
            [one.features.get(name, 0.0) for name in FEATURES]
            + [float(one.relation == relation) for relation in relations]
            for one in some
        ],
        dtype=float,
    )
    # A feature that few facts have would, scaled by its own small spread, escape the penalty.
    mean, scale = table.mean(axis=0), np.maximum(table.std(axis=0), LEAST_SPREAD)
    offsets = np.array(
        [[FREE * (one.corpus == other) for other in others] for one in some], dtype=float
    ).reshape(len(some), len(others))
    model = LogisticRegression(C=penalty, max_iter=2000)
    model.fit(np.hstack([(table - mean) / scale, offsets]), np.array([one.right for one in some]))
    weights = [float(value) for value in model.coef_[0][: table.shape[1]] / scale]
    intercept = float(model.intercept_[0]) - float(np.dot(weights, mean))
    return Calibration(
        intercept,
        dict(zip(FEATURES, weights, strict=False)),
        dict(zip(relations, weights[len(FEATURES) :], strict=True)),
    )


def _held_out(some: Sequence[Example], level: str, penalty: float) -> list[float]:
    """Return what each example gets from a logistic model fitted without its story."""
    claimed = [0.0] * len(some)
    for fold in _folds(some, FOLDS):
        model = fit_logistic(_without(some, fold), level, penalty)
        for at, value in zip(fold, predict(model, [some[at] for at in fold]), strict=True):
            claimed[at] = value
    return claimed


def fit(
    some: Sequence[Example], level: str = "", penalty: float = 0.1, *, isotonic: bool
) -> Calibration:
    """Return a model fitted on the examples, with isotonic steps or without.

    The steps are learnt from scores that each story of the corpus ``level`` got from a model
    fitted without it.

    Raises:
        UsageError: the examples, or those of four folds in five, are all right or all wrong.
    """
    logistic = fit_logistic(some, level, penalty)
    if not isotonic:
        return logistic
    import numpy as np
    from sklearn.isotonic import IsotonicRegression

    scores = _held_out(some, level, penalty)
    pairs = [(p, one.right) for p, one in zip(scores, some, strict=True) if one.corpus == level]
    steps = IsotonicRegression(y_min=LOWEST, y_max=HIGHEST, out_of_bounds="clip")
    steps.fit(np.array([p for p, _ in pairs]), np.array([ok for _, ok in pairs], dtype=float))
    points = zip(steps.X_thresholds_, steps.y_thresholds_, strict=True)
    return replace(logistic, steps=tuple((float(x), float(y)) for x, y in points))


def cross_validated(
    some: Sequence[Example], level: str = "", penalty: float = 0.1, *, isotonic: bool
) -> dict[str, float]:
    """Return the error, on the corpus ``level``, of models fitted without the story they judge.

    ``ece_mass`` and ``ece_width`` over ten bins, the ``brier`` score, and for comparison
    the Brier score of always stating the mean (``brier_mean``).
    """
    claimed: list[float] = []
    right: list[bool] = []
    for fold in _folds(some, FOLDS):
        model = fit(_without(some, fold), level, penalty, isotonic=isotonic)
        judged = [some[at] for at in fold if some[at].corpus == level]
        claimed.extend(predict(model, judged))
        right.extend(one.right for one in judged)
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


def calibrate(some: Sequence[Example], level: str = "") -> dict[str, Any]:
    """Return the better of both models, by cross-validated calibration error, with its quality.

    The error is that of both binnings together: calibration is what is asked of it, and
    the Brier scores of the two have been within 0.01 of each other.

    Raises:
        UsageError: the examples cannot teach anything.
    """
    brier = {p: cross_validated(some, level, p, isotonic=False)["brier"] for p in PENALTIES}
    penalty = max(p for p in PENALTIES if brier[p] <= min(brier.values()) + 0.001)
    quality = {
        steps: cross_validated(some, level, penalty, isotonic=steps) for steps in (False, True)
    }
    errors = {steps: row["ece_mass"] + row["ece_width"] for steps, row in quality.items()}
    isotonic = errors[True] < errors[False]
    return {
        **as_json(fit(some, level, penalty, isotonic=isotonic)),
        "fitted_on": {
            "facts": len(some),
            "right": sum(one.right for one in some),
            "stories": len({one.story for one in some}),
            "penalty": penalty,
            "cross_validated": {
                "isotonic" if steps else "logistic": row for steps, row in quality.items()
            },
        },
    }


def calibrate_folders(folders: Sequence[Path]) -> dict[str, Any]:
    """Run the pipeline over gold and fit on what it tells; the last folder gives the level.

    Raises:
        UsageError: the gold cannot be used, or teaches nothing.
    """
    from pipeline.evaluate.examples import collect

    names = [folder.resolve().name for folder in folders]
    some = [
        replace(one, corpus=name)
        for name, folder in zip(names, folders, strict=True)
        for one in collect(folder)
    ]
    fitted = calibrate(some, names[-1])
    fitted["fitted_on"] |= {
        "corpora": {name: corpus_hash(folder) for name, folder in zip(names, folders, strict=True)},
        "level": names[-1],
    }
    return fitted


def main(argv: Sequence[str] | None = None) -> int:
    """Fit and write; 2 for unusable input."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate.calibrate")
    parser.add_argument("gold", type=Path, nargs="+", help="the last one gives the level")
    parser.add_argument("--out", type=Path, default=Path("models/confidence.json"))
    options = parser.parse_args(argv)
    try:
        fitted = calibrate_folders(options.gold)
    except DepecheError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    text = json.dumps(fitted, ensure_ascii=False, indent=1, sort_keys=True)
    options.out.write_text(text + "\n", "utf-8")
    sys.stdout.write(json.dumps(fitted["fitted_on"], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
