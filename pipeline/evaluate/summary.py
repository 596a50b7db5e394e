"""What ``depeche evaluate`` prints, read from the report alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.evaluate.report import Evaluation
from pipeline.evaluate.stages import STAGES
from pipeline.evaluate.tally import ALL


def _rate(row: Mapping[str, Any], name: str) -> str:
    low_high = row["ci95"][name]
    spread = f"[{low_high[0]:.2f}–{low_high[1]:.2f}]" if low_high else "[ - ]"
    return f"{row[name]:.3f} {spread}"


def _scores(report: Mapping[str, Any]) -> Iterator[str]:
    for manner, rows in report["scores"]["strict"].items():
        yield f"{manner + ', strict':<20}{'precision':<20}{'recall':<20}{'F1':<20}lenient F1"
        for relation, row in rows.items():
            lenient = report["scores"]["lenient"][manner].get(relation)
            rates = "".join(f"{_rate(row, name):<20}" for name in ("precision", "recall", "f1"))
            yield f"  {relation:<18}{rates}{lenient['f1']:.3f}" if lenient else f"  {relation}"
        yield ""


def _share(right: int, judged: int) -> str:
    return f"{right / judged:.3f} of {judged}" if judged else "- of 0"


def _details(report: Mapping[str, Any]) -> Iterator[str]:
    for manner, rows in report["accuracies"].items():
        time = rows["time"]
        parts = [
            f"{name} {_share(row['right'], row['judged'])}"
            for name, row in rows.items()
            if "accuracy" in row
        ]
        parts.append(f"time {_share(time['agreeing'], time['judged'])}")
        if time["disordered"]:
            parts.append(f"times out of order: {time['disordered']}")
        yield f"{manner:<10} on the matched: {', '.join(parts)}"
    for manner, rows in (report["entities"] or {}).items():
        parts = [
            f"{label} {row['precision']:.2f}/{row['recall']:.2f}/{row['f1']:.3f}"
            for label, row in rows.items()
        ]
        yield f"{manner:<10} entities P/R/F1: {', '.join(parts)}"
    for manner, by_relation in report["losses"].items():
        counts = by_relation[ALL]
        parts = [f"{stage} {counts[stage]}" for stage in STAGES if counts[stage]]
        yield f"{manner:<10} lost at: {', '.join(parts) or 'nothing lost'}"


def _halves(report: Mapping[str, Any]) -> Iterator[str]:
    for half, rows in report["halves"].items():
        parts = [
            f"{manner} {row['precision']:.2f}/{row['recall']:.2f}/{row['f1']:.3f}"
            for manner, row in rows.items()
        ]
        yield f"half {half} P/R/F1: {', '.join(parts)}"
    for name, row in report["hard"].items():
        yield f"recall of {name} facts: {_share(row['found'], row['found'] + row['missed'])}"


def _coreference(report: Mapping[str, Any]) -> Iterator[str]:
    if "coreference" not in report:
        return
    rows = {"all": report["coreference"]["total"], **report["coreference"]["kinds"]}
    parts = [
        f"{kind} {_share(row['right'], row['answered'])} answered, {row['all']} in all"
        for kind, row in rows.items()
    ]
    yield f"antecedents right: {'; '.join(parts)}"


def summary(evaluation: Evaluation) -> list[str]:
    """Return the lines to print: scores, halves, details, losses, antecedents, calibration."""
    report = evaluation.report
    corpus, calibration = report["corpus"], report["calibration"]
    return [
        f"{corpus['name']}: {corpus['documents']} texts, {corpus['facts']} facts "
        f"({corpus['hard_facts']} hard), {corpus['told']} told, of them "
        f"{corpus['neutral']} neither right nor wrong and {corpus['repeats']} told again",
        "",
        *_scores(report),
        *_halves(report),
        *_details(report),
        *_coreference(report),
        f"expected calibration error {calibration['ece_mass']:.3f} (bins of equal mass), "
        f"{calibration['ece_width']:.3f} (equal width), over {calibration['facts']} facts; "
        f"perfect confidences would show {calibration['ece_mass_by_chance']:.3f} by chance",
    ]
