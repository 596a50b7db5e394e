"""The gate: figures pinned in ``corpus/baseline.json`` that may not fall unnoticed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.evaluate.tally import ALL

#: Reports are rounded to four places; anything beyond that is a change.
TOLERANCE = 0.0001
_OVERALL = ("precision", "recall", "f1")
#: Per relation F1 alone: counts are small there, and a rule that trades one false alarm
#: for three finds is welcome.
_PER_RELATION = ("f1",)


def read_baseline(path: Path) -> dict[str, Any]:
    """Return the pinned figures, empty where nothing is pinned yet.

    Raises:
        UsageError: the file is not a baseline.
    """
    if not path.is_file():
        return {"corpora": {}}
    try:
        baseline = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise UsageError(f"baseline {path} is not JSON: {error}") from error
    if not isinstance(baseline, dict) or not isinstance(baseline.get("corpora"), dict):
        raise UsageError(f"baseline {path} has no 'corpora'")
    return baseline


def floors_of(report: Mapping[str, Any]) -> dict[str, dict[str, dict[str, float]]]:
    """Return the figures of a report that a baseline pins: manner -> relation -> rate."""
    return {
        manner: {
            relation: {rate: row[rate] for rate in (_OVERALL if relation == ALL else _PER_RELATION)}
            for relation, row in rows.items()
        }
        for manner, rows in report["scores"]["strict"].items()
    }


def _fallen(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    out = []
    for manner, rows in old.items():
        for relation, rates in rows.items():
            for rate, floor in rates.items():
                # Gold has the relation as long as the hash holds: gone means nothing found.
                value = new.get(manner, {}).get(relation, {}).get(rate, 0.0)
                if value < floor - TOLERANCE:
                    out.append(f"{manner} {relation} {rate}: {value:.4f}, pinned at {floor:.4f}")
    return out


def check(report: Mapping[str, Any], baseline: Mapping[str, Any]) -> list[str]:
    """Return what is wrong with a report by the baseline, one sentence each; [] if nothing is."""
    name = report["corpus"]["name"]
    pinned = baseline["corpora"].get(name)
    if pinned is None:
        return [f"corpus {name} is not pinned: run `depeche evaluate` with --update-baseline"]
    if pinned["sha256"] != report["corpus"]["sha256"]:
        return [
            f"corpus {name} has changed since its figures were pinned (hash "
            f"{pinned['sha256'][:12]}, now {report['corpus']['sha256'][:12]}): the old floors "
            "say nothing about it; re-pin them with --update-baseline"
        ]
    return [f"corpus {name}: {fall}" for fall in _fallen(pinned["floors"], floors_of(report))]


def update(
    report: Mapping[str, Any], baseline: Mapping[str, Any], *, allow_lower: bool
) -> dict[str, Any]:
    """Return the baseline with this report's figures pinned.

    Over a changed corpus the old floors are dropped, since they compare with nothing.

    Raises:
        UsageError: a figure would be lowered over an unchanged corpus without ``allow_lower``.
    """
    name = report["corpus"]["name"]
    pinned = baseline["corpora"].get(name)
    floors = floors_of(report)
    if pinned is not None and pinned["sha256"] == report["corpus"]["sha256"] and not allow_lower:
        fallen = _fallen(pinned["floors"], floors)
        if fallen:
            raise UsageError(
                f"pinning would lower {len(fallen)} figures of corpus {name} "
                f"({'; '.join(fallen)}); say --allow-lower if that is meant"
            )
    entry = {
        "sha256": report["corpus"]["sha256"],
        "documents": report["corpus"]["documents"],
        "facts": report["corpus"]["facts"],
        "floors": floors,
    }
    corpora = {**baseline["corpora"], name: entry}
    return {**baseline, "corpora": dict(sorted(corpora.items()))}


def write_baseline(path: Path, baseline: Mapping[str, Any]) -> None:
    """Write the baseline, one figure a line, so that a change reads in a diff."""
    path.write_text(json.dumps(baseline, ensure_ascii=False, indent=1) + "\n", "utf-8")
