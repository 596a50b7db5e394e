"""The evaluation report: one machine-readable document, and the lists behind it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.evaluate.bootstrap import RESAMPLES, intervals
from pipeline.evaluate.calibration import (
    bins,
    curve,
    error_by_chance,
    expected_calibration_error,
    judged,
)
from pipeline.evaluate.details import NormaliseRole, role_code_accuracy, rule_records, time_accuracy
from pipeline.evaluate.gold import RELATIONS, GoldDocument, take_half
from pipeline.evaluate.listing import sentence_of
from pipeline.evaluate.match import DocumentMatch, Mode, match_corpus
from pipeline.evaluate.run_files import RunFiles
from pipeline.evaluate.stages import STAGES, losses, lost_at
from pipeline.evaluate.tally import (
    ALL,
    Tally,
    attribute_accuracy,
    entity_tally,
    manners,
    of_manner,
    tally,
)

#: Least confidences at which the precision/recall curve is read.
THRESHOLDS = tuple(step / 20 for step in range(20))
ATTRIBUTES = ("status", "kind", "currency", "round")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A run matched with gold, and everything computed from that."""

    documents: tuple[GoldDocument, ...]
    run: RunFiles
    strict: tuple[DocumentMatch, ...]
    lenient: tuple[DocumentMatch, ...]
    report: Mapping[str, Any]
    """Plain JSON values; see :func:`evaluate`."""


def _scores(matches: Sequence[DocumentMatch], *, seed: int, resamples: int) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for manner in manners(matches):
        some = of_manner(matches, manner)
        rows: dict[str, Any] = {}
        for relation in (*RELATIONS, ALL):
            counts = tally(some, relation)
            if relation != ALL and counts == Tally():
                continue
            spread = intervals(some, relation, seed=seed, resamples=resamples)
            rows[relation] = {**counts.as_dict(), "ci95": spread}
        out[manner] = rows
    return out


def _accuracies(
    matches: Sequence[DocumentMatch], normalise_role: NormaliseRole | None
) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for manner in manners(matches):
        some = of_manner(matches, manner)
        pairs = {name: attribute_accuracy(some, name) for name in ATTRIBUTES}
        if normalise_role is not None:
            pairs["role_code"] = role_code_accuracy(some, normalise_role)
        rows: dict[str, Any] = {
            name: {
                "right": right,
                "judged": total,
                "accuracy": round(right / total, 4) if total else None,
            }
            for name, (right, total) in pairs.items()
        }
        rows["status_by_relation"] = {
            relation: attribute_accuracy(some, "status", relation) for relation in RELATIONS
        }
        rows["time"] = asdict(time_accuracy(some))
        out[manner] = rows
    return out


def _entities(documents: Sequence[GoldDocument], run: RunFiles) -> dict[str, Any] | None:
    if run.entities is None:
        return None
    return {
        manner: {
            label: entity_tally(
                [document for document in documents if manner in (ALL, document.manner)],
                run.entities,
                label,
            ).as_dict()
            for label in ("ORG", "PER", "LOC", ALL)
        }
        for manner in manners(documents)
    }


def _losses(matches: Sequence[DocumentMatch], run: RunFiles) -> dict[str, Any]:
    return {
        manner: {
            relation: {stage: counts[stage] for stage in STAGES}
            for relation, counts in losses(
                of_manner(matches, manner), run.entities, run.refused
            ).items()
        }
        for manner in manners(matches)
    }


def _calibration(
    documents: Sequence[GoldDocument], matches: Sequence[DocumentMatch], run: RunFiles
) -> dict[str, Any]:
    rows = judged(documents, matches)
    claimed = [float(fact.get("confidence") or 0) for fact, _ in rows]
    right = [ok for _, ok in rows]
    return {
        "facts": len(rows),
        "ece_mass": round(expected_calibration_error(claimed, right, scheme="mass"), 4),
        "ece_width": round(expected_calibration_error(claimed, right, scheme="width"), 4),
        "ece_mass_by_chance": round(error_by_chance(claimed, scheme="mass"), 4),
        "bins": [asdict(one) for one in bins(claimed, right, n=10, scheme="mass")],
        "curve": [
            {"min_confidence": threshold, **counts.as_dict()}
            for threshold, counts in curve(documents, run.facts, THRESHOLDS)
        ],
    }


def evaluate(
    documents: Sequence[GoldDocument],
    run: RunFiles,
    *,
    corpus: str,
    corpus_sha256: str,
    normalise_role: NormaliseRole | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Score a run against gold.

    The report holds ``corpus``; ``scores`` per mode (strict, lenient), manner and
    relation; ``halves`` (strict, all relations); ``accuracies`` on the strictly matched;
    ``rules`` with their right and wrong; ``entities``; ``losses`` per stage;
    ``calibration`` with its curve.
    """
    documents = tuple(documents)
    matches: dict[Mode, tuple[DocumentMatch, ...]] = {
        mode: match_corpus(documents, run.facts, mode) for mode in ("strict", "lenient")
    }
    strict = matches["strict"]
    known = {document.id for document in documents}
    halves = {}
    for half in ("a", "b"):
        ids = {document.id for document in take_half(documents, half)}
        some = [match for match in strict if match.id in ids]
        halves[half] = {
            manner: tally(of_manner(some, manner)).as_dict() for manner in manners(strict)
        }
    report = {
        "corpus": {
            "name": corpus,
            "sha256": corpus_sha256,
            "documents": len(documents),
            "facts": sum(len(document.facts) for document in documents),
            "hard_facts": sum(fact.hard for document in documents for fact in document.facts),
            "told": sum(fact.get("article") in known for fact in run.facts),
            "neutral": sum(len(match.neutral) for match in strict),
            "repeats": sum(len(match.repeats) for match in strict),
        },
        "settings": {"seed": seed, "resamples": resamples},
        "scores": {
            mode: _scores(found, seed=seed, resamples=resamples) for mode, found in matches.items()
        },
        "halves": halves,
        "hard": _hard_recall(strict),
        "accuracies": _accuracies(strict, normalise_role),
        "rules": [asdict(one) for one in rule_records(strict)],
        "entities": _entities(documents, run),
        "losses": _losses(strict, run),
        "calibration": _calibration(documents, strict, run),
    }
    return Evaluation(documents, run, strict, matches["lenient"], report)


def _hard_recall(matches: Iterable[DocumentMatch]) -> dict[str, dict[str, int]]:
    """Return found and missed of the gold facts that need more than one sentence, or not."""
    counts = {"hard": {"found": 0, "missed": 0}, "easy": {"found": 0, "missed": 0}}
    for match in matches:
        for gold, _ in match.hits:
            counts["hard" if gold.hard else "easy"]["found"] += 1
        for gold in match.misses:
            counts["hard" if gold.hard else "easy"]["missed"] += 1
    return counts


def miss_rows(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """Yield one JSON row per gold fact not found, with its sentence and the stage it got to."""
    texts = {document.id: document for document in evaluation.documents}
    entities: dict[str, list[Mapping[str, Any]]] = {}
    for record in evaluation.run.entities or ():
        entities.setdefault(str(record.get("article")), []).append(record)
    for match in evaluation.strict:
        known = None if evaluation.run.entities is None else entities.get(match.id, [])
        for gold in match.misses:
            yield {
                "article": match.id,
                "manner": match.manner,
                "relation": gold.relation,
                "stage": lost_at(gold, match, known, evaluation.run.refused),
                "hard": gold.hard,
                "gold": dict(gold.values),
                "sentence": texts[match.id].sentence(gold),
            }


def false_alarm_rows(evaluation: Evaluation) -> Iterator[dict[str, Any]]:
    """Yield one JSON row per false alarm, with its rule, confidence and sentence."""
    for match in evaluation.strict:
        for fact in match.false_alarms:
            yield {
                "article": match.id,
                "manner": match.manner,
                "relation": fact.get("relation"),
                "rule": fact.get("rule"),
                "confidence": fact.get("confidence"),
                "arguments": fact.get("arguments"),
                "attributes": fact.get("attributes"),
                "sentence": sentence_of(fact),
            }


def _write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_report(evaluation: Evaluation, out: Path) -> None:
    """Write ``report.json``, ``misses.jsonl``, ``false_alarms.jsonl`` and the run's records.

    The records are kept so that a later run can name this folder as ``--compare``.
    """
    out.mkdir(parents=True, exist_ok=True)
    body = json.dumps(evaluation.report, ensure_ascii=False, indent=1) + "\n"
    (out / "report.json").write_text(body, "utf-8")
    _write_jsonl(out / "misses.jsonl", miss_rows(evaluation))
    _write_jsonl(out / "false_alarms.jsonl", false_alarm_rows(evaluation))
    _write_jsonl(out / "facts.jsonl", evaluation.run.facts)
    if evaluation.run.entities is not None:
        _write_jsonl(out / "entities.jsonl", evaluation.run.entities)
