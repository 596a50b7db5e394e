"""Bootstrap confidence intervals of precision, recall and F1, by document."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.evaluate.match import DocumentMatch
from pipeline.evaluate.tally import ALL, tally

Interval = tuple[float, float]

#: On the dev corpus 10 000 moved the ends of the intervals over all relations by < 0.003.
RESAMPLES = 2000


def intervals(
    matches: Sequence[DocumentMatch],
    relation: str = ALL,
    *,
    seed: int = 0,
    resamples: int = RESAMPLES,
    level: float = 0.95,
) -> dict[str, Interval | None]:
    """Return the percentile interval of each rate, documents drawn with replacement.

    Facts of one text share its wording and fate, so texts are drawn, not facts. None
    where no draw has anything to divide by.
    """
    import numpy as np

    tallies = [tally([match], relation) for match in matches]
    counts = np.array([[one.tp, one.fp, one.fn] for one in tallies], dtype=float).reshape(-1, 3)
    size = len(counts)
    if not size:
        return {"precision": None, "recall": None, "f1": None}
    draws = np.random.default_rng(seed).multinomial(size, np.full(size, 1 / size), size=resamples)
    tp, fp, fn = (draws @ counts).T
    ratios = {
        "precision": (tp, tp + fp),
        "recall": (tp, tp + fn),
        "f1": (2 * tp, 2 * tp + fp + fn),
    }
    out: dict[str, Interval | None] = {}
    for name, (above, below) in ratios.items():
        rates = above[below > 0] / below[below > 0]
        if not len(rates):
            out[name] = None
            continue
        low, high = np.quantile(rates, [(1 - level) / 2, (1 + level) / 2])
        out[name] = (round(float(low), 4), round(float(high), 4))
    return out
