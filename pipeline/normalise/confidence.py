"""From a rule's reading to a calibrated probability that the fact is right.

A logistic function of a few features of the reading, whose weights are fitted on the
development texts and kept in ``models/confidence.json`` (plain numbers).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pipeline.errors import ConfigError

#: Features in the order of the fitted weights: the rule's weight, the doubt of its antecedents,
#: how far scored readings agree, whether they alone tell it, and how many organisations and
#: persons the article names. Of those that readings bear these told right from wrong best on texts
#: that no rule was made on.
FEATURES = ("weight", "doubt", "agreed", "scored", "crowd")


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the logistic function, and the steps of the isotonic correction after it.

    ``steps`` are (score, probability) pairs with both rising; between two steps the
    probability is interpolated.
    """

    intercept: float
    weights: Mapping[str, float]
    relations: Mapping[str, float]
    """An offset for each relation."""
    steps: tuple[tuple[float, float], ...] = ()

    def probability(self, relation: str, features: Mapping[str, float]) -> float:
        """Return the probability in [0.01, 0.99] that a fact of these features is right."""
        z = self.intercept + self.relations.get(relation, 0.0)
        z += sum(w * features.get(name, 0.0) for name, w in self.weights.items())
        p = 1 / (1 + math.exp(-z))
        return min(0.99, max(0.01, _interpolate(self.steps, p)))


#: Used where no fit is at hand: the rule's own weight, less its doubt.
DEFAULT = Calibration(-2.6, {"weight": 5.6, "doubt": -1.8, "implied": -0.5, "via": -0.2}, {})


def read_calibration(path: Path) -> Calibration:
    """Read ``models/confidence.json``; the default where the file is missing.

    Raises:
        ConfigError: the file is not of the expected form.
    """
    if not path.exists():
        return DEFAULT
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return Calibration(
            float(table["intercept"]),
            {str(k): float(v) for k, v in table["weights"].items()},
            {str(k): float(v) for k, v in table.get("relations", {}).items()},
            tuple((float(a), float(b)) for a, b in table.get("steps", [])),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: not a calibration ({error})") from error


def _interpolate(steps: tuple[tuple[float, float], ...], p: float) -> float:
    if not steps:
        return p
    if p <= steps[0][0]:
        return steps[0][1]
    for (a, low), (b, high) in pairwise(steps):
        if p <= b:
            return low + (high - low) * (p - a) / (b - a) if b > a else high
    return steps[-1][1]
