"""Fit calibrated confidences on development facts and write them as plain numbers.

``python -m pipeline.evaluate.calibrate GOLD_DIR RUN_DIR [--half a|b] [--out FILE]``

The probability that a fact is right is a logistic function of its features and of how
often its rule was right elsewhere, followed by an isotonic step function. Everything is
cross-fitted by story: a text and its retelling in the other manner never teach about
each other. ``pipeline.normalise.confidence`` reads what is written here.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import DepecheError, UsageError
from pipeline.evaluate.calibration import expected_calibration_error, judged
from pipeline.evaluate.gold import (
    FactRecord,
    Half,
    corpus_hash,
    load_gold,
    read_jsonl,
    take_half,
)
from pipeline.evaluate.match import match_corpus
from pipeline.evaluate.run_files import read_run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FOLDS = 5
#: Pseudo-facts of the relation's own precision that each rule starts with: a rule right
#: twice out of two claims little more than its relation.
PRIOR_STRENGTH = 4.0
#: Strength of the L2 penalty on standardised features.
_C = 0.3
#: Nothing is certain: no confidence is stated beyond these, however pure a fold was.
LOWEST, HIGHEST = 0.02, 0.98


@dataclass(frozen=True, slots=True)
class Example:
    """A told fact of a development text, and whether it is right."""

    story: str
    """What folds are cut by: the number of the document, shared by both its manners."""
    relation: str
    rule: str
    features: Mapping[str, float]
    right: bool


def story_of(article: str) -> str:
    """Return the number in a document's id: d102 and e102 tell one story."""
    return "".join(char for char in article if char.isdigit()) or article


def examples(
    judgements: Iterable[tuple[FactRecord, bool]], features: Mapping[str, Mapping[str, float]]
) -> list[Example]:
    """Pair judged facts with their raw features, by ``fact_id``.

    Raises:
        UsageError: a fact has no features.
    """
    out = []
    for fact, right in judgements:
        key = str(fact.get("fact_id"))
        if key not in features:
            raise UsageError(f"fact {key} has no row in features.jsonl")
        values = {name: float(value) for name, value in features[key].items()}
        out.append(
            Example(
                story_of(str(fact.get("article"))),
                str(fact.get("relation")),
                str(fact.get("rule")),
                values,
                right,
            )
        )
    return out


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


@dataclass(frozen=True, slots=True)
class Priors:
    """Smoothed precision per rule, backed off to its relation, then to all facts."""

    overall: float
    relations: Mapping[str, float]
    rules: Mapping[str, float]

    def of(self, relation: str, rule: str) -> float:
        """Return the precision to expect of a rule, seen or not."""
        return self.rules.get(rule, self.relations.get(relation, self.overall))


def priors(some: Sequence[Example]) -> Priors:
    """Return the smoothed precisions of ``some`` examples."""

    def smooth(group: Sequence[Example], towards: float) -> float:
        return (sum(one.right for one in group) + PRIOR_STRENGTH * towards) / (
            len(group) + PRIOR_STRENGTH
        )

    overall = smooth(some, 0.5)
    relations: dict[str, float] = {}
    rules: dict[str, float] = {}
    for relation in sorted({one.relation for one in some}):
        of_relation = [one for one in some if one.relation == relation]
        relations[relation] = smooth(of_relation, overall)
        for rule in sorted({one.rule for one in of_relation}):
            rules[rule] = smooth(
                [one for one in of_relation if one.rule == rule], relations[relation]
            )
    return Priors(overall, relations, rules)


@dataclass(frozen=True, slots=True)
class _Logistic:
    names: tuple[str, ...]
    intercept: float
    weights: tuple[float, ...]
    priors: Priors

    def scores(self, some: Sequence[Example]) -> list[float]:
        """Return the logistic probability of each example, by these priors."""
        out = []
        for one in some:
            values = [_logit(self.priors.of(one.relation, one.rule))]
            values += [one.features.get(name, 0.0) for name in self.names]
            total = self.intercept + sum(
                weight * value for weight, value in zip(self.weights, values, strict=True)
            )
            out.append(1 / (1 + math.exp(-total)))
        return out


def _folds(some: Sequence[Example], n: int) -> list[list[int]]:
    """Cut examples into at most ``n`` folds of whole stories, largest stories first."""
    stories: dict[str, list[int]] = {}
    for at, one in enumerate(some):
        stories.setdefault(one.story, []).append(at)
    folds: list[list[int]] = [[] for _ in range(min(n, len(stories)))]
    for _, members in sorted(stories.items(), key=lambda item: (-len(item[1]), item[0])):
        min(folds, key=len).extend(members)
    return folds


def _fit_logistic(some: Sequence[Example]) -> _Logistic:
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    names = tuple(sorted({name for one in some for name in one.features}))
    # A rule's own outcomes must not teach how far to trust its record: each example
    # sees the record of the other stories.
    known = {
        story: priors([one for one in some if one.story != story])
        for story in {one.story for one in some}
    }
    table: NDArray[np.float64] = np.array(
        [
            [
                _logit(known[one.story].of(one.relation, one.rule)),
                *(one.features.get(name, 0.0) for name in names),
            ]
            for one in some
        ],
        dtype=float,
    )
    right = np.array([one.right for one in some])
    mean, scale = table.mean(axis=0), table.std(axis=0)
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=_C, max_iter=1000).fit((table - mean) / scale, right)
    weights = model.coef_[0] / scale
    intercept = float(model.intercept_[0] - weights @ mean)
    return _Logistic(names, intercept, tuple(map(float, weights)), priors(some))


def _both_kinds(some: Sequence[Example]) -> bool:
    return {one.right for one in some} == {True, False} and len({one.story for one in some}) > 1


def fit(some: Sequence[Example]) -> dict[str, Any]:
    """Return the parameters of a confidence model: plain numbers, ready for JSON.

    ``steps`` maps the logistic probability to the calibrated one, by linear interpolation
    between points.

    Raises:
        UsageError: the examples are all right, all wrong, or of a single story.
    """
    import numpy as np
    from sklearn.isotonic import IsotonicRegression

    if not _both_kinds(some):
        raise UsageError("calibration needs right and wrong facts from more than one text")
    scores = np.zeros(len(some))
    for fold in _folds(some, FOLDS):
        held = set(fold)
        rest = [one for at, one in enumerate(some) if at not in held]
        if not _both_kinds(rest):
            raise UsageError("calibration needs wrong facts from more than one text")
        scores[fold] = _fit_logistic(rest).scores([some[at] for at in fold])
    steps = IsotonicRegression(y_min=LOWEST, y_max=HIGHEST, out_of_bounds="clip")
    steps.fit(scores, np.array([one.right for one in some], dtype=float))
    logistic = _fit_logistic(some)
    return {
        "version": 1,
        "intercept": logistic.intercept,
        "prior_weight": logistic.weights[0],
        "weights": dict(zip(logistic.names, logistic.weights[1:], strict=True)),
        "priors": {
            "overall": logistic.priors.overall,
            "relations": dict(logistic.priors.relations),
            "rules": dict(logistic.priors.rules),
        },
        "steps": {
            "x": [float(value) for value in steps.X_thresholds_],
            "y": [float(value) for value in steps.y_thresholds_],
        },
    }


def predict(parameters: Mapping[str, Any], some: Sequence[Example]) -> list[float]:
    """Return the confidence that ``parameters`` give each example."""
    import numpy as np

    known = parameters["priors"]
    logistic = _Logistic(
        tuple(parameters["weights"]),
        parameters["intercept"],
        (parameters["prior_weight"], *parameters["weights"].values()),
        Priors(known["overall"], known["relations"], known["rules"]),
    )
    steps = parameters["steps"]
    found = np.interp(logistic.scores(some), steps["x"], steps["y"])
    return [float(value) for value in found]


def cross_validated(some: Sequence[Example]) -> dict[str, float]:
    """Return the error of models fitted without the story that they judge.

    ``ece_mass`` and ``ece_width`` over ten bins, the ``brier`` score, and for comparison
    the Brier score of always stating the mean (``brier_mean``).
    """
    claimed = [0.0] * len(some)
    for fold in _folds(some, FOLDS):
        held = set(fold)
        parameters = fit([one for at, one in enumerate(some) if at not in held])
        for at, value in zip(fold, predict(parameters, [some[at] for at in fold]), strict=True):
            claimed[at] = value
    right = [one.right for one in some]
    mean = sum(right) / len(right)
    return {
        "ece_mass": round(expected_calibration_error(claimed, right, scheme="mass"), 4),
        "ece_width": round(expected_calibration_error(claimed, right, scheme="width"), 4),
        "brier": round(
            sum((one - ok) ** 2 for one, ok in zip(claimed, right, strict=True)) / len(right), 4
        ),
        "brier_mean": round(mean * (1 - mean), 4),
    }


def calibrate(gold: Path, run: Path, *, half: Half | None = None) -> dict[str, Any]:
    """Fit a confidence model on one run over development gold.

    ``run`` holds ``facts.jsonl`` and ``features.jsonl`` (``fact_id``, ``features``).

    Raises:
        UsageError: files are missing, or the facts cannot teach anything.
    """
    documents = take_half(load_gold(gold), half)
    files = read_run(run)
    rows = read_jsonl(files.facts_path.with_name("features.jsonl"))
    features = {str(row["fact_id"]): row["features"] for row in rows}
    matches = match_corpus(documents, files.facts, "strict")
    some = examples(judged(documents, matches), features)
    parameters = fit(some)
    parameters["fitted_on"] = {
        "corpus": gold.resolve().name + (f"/{half}" if half else ""),
        "sha256": corpus_hash(gold),
        "facts": len(some),
        "right": sum(one.right for one in some),
        "cross_validated": cross_validated(some),
    }
    return parameters


def main(argv: Sequence[str] | None = None) -> int:
    """Fit and write; 2 for unusable input."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate.calibrate")
    parser.add_argument("gold", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--out", type=Path, default=Path("models/confidence.json"))
    options = parser.parse_args(argv)
    try:
        parameters = calibrate(options.gold, options.run, half=options.half)
    except DepecheError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    text = json.dumps(parameters, ensure_ascii=False, indent=1, sort_keys=True)
    options.out.write_text(text + "\n", "utf-8")
    sys.stdout.write(json.dumps(parameters["fitted_on"], ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
