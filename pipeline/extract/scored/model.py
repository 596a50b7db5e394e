"""Linear models over named features, as plain numbers."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import ConfigError

#: Feature -> value; a feature that is not there counts 0.
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Linear:
    """One logistic model: ``intercept`` and a weight for each feature that matters."""

    intercept: float
    weights: Mapping[str, float]

    def sum(self, features: Features) -> float:
        """Return the weighted sum of some features, without the intercept."""
        weights = self.weights
        # fsum: the order of the features, which sets give, must not reach the last digit
        return math.fsum(value * weights.get(name, 0.0) for name, value in features.items())


@dataclass(frozen=True, slots=True)
class Readings:
    """The models of one relation: whether a candidate is a fact, and which status it has."""

    fact: Linear
    statuses: Mapping[str, Linear]
    threshold: float
    """Least probability at which a reading is told whose fillers the sentence names."""
    away: float = 1.0
    """The same where one of them stands in no sentence but those before."""

    def probability(self, *parts: float) -> float:
        """Return the probability in (0, 1) of a candidate from the sums of its features."""
        z = max(-30.0, min(30.0, math.fsum((self.fact.intercept, *parts))))
        return 1 / (1 + math.exp(-z))

    def status(self, features: Features) -> str:
        """Return the likeliest status."""
        return max(
            self.statuses,
            key=lambda name: self.statuses[name].intercept + self.statuses[name].sum(features),
        )


def read_readings(path: Path) -> dict[str, Readings]:
    """Read ``models/readings.json``, relation by relation; nothing where the file is missing.

    Raises:
        ConfigError: the file is not of the expected form.
    """
    if not path.exists():
        return {}
    try:
        table = json.loads(path.read_text(encoding="utf-8"))["relations"]
        return {
            relation: Readings(
                _linear(row["fact"]),
                {status: _linear(one) for status, one in row["statuses"].items()},
                float(row["threshold"]),
                float(row["away"]),
            )
            for relation, row in table.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: not a model of readings ({error})") from error


def _linear(row: Any) -> Linear:
    return Linear(float(row["intercept"]), {str(k): float(v) for k, v in row["weights"].items()})
