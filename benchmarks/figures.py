"""Write the measured figures into README.md and docs/evaluation.md.

    make evaluate && python -m benchmarks.figures

Reads ``outputs/evaluation/*/report.json`` and ``benchmarks/results/peers.json`` where it is
there, and replaces what stands between the markers ``<!-- NAME -->`` and ``<!-- /NAME -->``.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CORPORA = {
    "test": "unseen test",
    "fresh": "gives confidence its level",
    "extra": "development, told twice",
    "dev": "development",
}
RELATIONS = (
    "opens_office",
    "holds_role",
    "based_in",
    "raises_funding",
    "valued_at",
    "acquires",
    "partners_with",
    "founded",
    "all",
)


def _reports() -> dict[str, Any]:
    folder = ROOT / "outputs" / "evaluation"
    return {
        name: json.loads((folder / name / "report.json").read_text(encoding="utf-8"))
        for name in CORPORA
        if (folder / name / "report.json").exists()
    }


def _score(cell: dict[str, Any]) -> str:
    return f"{cell['precision']:.2f} / {cell['recall']:.2f} / **{cell['f1']:.2f}**"


def overview(reports: dict[str, Any]) -> str:
    """All relations together, by corpus and manner."""
    lines = ["| texts | plain: P / R / F1 | elaborate: P / R / F1 |", "|---|---|---|"]
    for name, report in reports.items():
        strict = report["scores"]["strict"]
        plain, elaborate = (_score(strict[manner]["all"]) for manner in ("plain", "elaborate"))
        lines.append(f"| `corpus/gold/{name}` ({CORPORA[name]}) | {plain} | {elaborate} |")
    return "\n".join(lines)


def relations(reports: dict[str, Any]) -> str:
    """F1 by relation, corpus and manner, with the number of gold facts."""
    names = [f"{name} {manner}" for name in reports for manner in ("plain", "elaborate")]
    lines = ["| F1 (gold facts) | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for relation in RELATIONS:
        cells = []
        for report in reports.values():
            for manner in ("plain", "elaborate"):
                cell = report["scores"]["strict"][manner].get(relation)
                cells.append(f"{cell['f1']:.2f} ({cell['tp'] + cell['fn']})" if cell else "–")
        lines.append(f"| {relation} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def curve(reports: dict[str, Any]) -> str:
    """Precision and recall over ``--min-confidence`` on the unseen test."""
    wanted = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
    points = {round(p["min_confidence"], 2): p for p in reports["test"]["calibration"]["curve"]}
    lines = ["| `--min-confidence` | precision | recall | F1 |", "|---|---|---|---|"]
    for at in wanted:
        if at in points:
            p = points[at]
            lines.append(f"| {at} | {p['precision']:.2f} | {p['recall']:.2f} | {p['f1']:.2f} |")
    return "\n".join(lines)


def calibration(reports: dict[str, Any]) -> str:
    """Expected calibration error, by corpus."""
    lines = ["| texts | ECE (equal mass) | ECE (equal width) | by chance |", "|---|---|---|---|"]
    for name, report in reports.items():
        c = report["calibration"]
        figures = (c["ece_mass"], c["ece_width"], c["ece_mass_by_chance"])
        lines.append(f"| {name} | " + " | ".join(f"{x:.3f}" for x in figures) + " |")
    return "\n".join(lines)


def entities(reports: dict[str, Any]) -> str:
    """F1 of entities, by corpus."""
    lines = ["| texts | ORG | PER | LOC |", "|---|---|---|---|"]
    for name, report in reports.items():
        cells = report["entities"]["all"]
        lines.append(
            f"| {name} | "
            + " | ".join(f"{cells[x]['f1']:.3f}" for x in ("ORG", "PER", "LOC"))
            + " |"
        )
    return "\n".join(lines)


def write(path: Path, sections: dict[str, str]) -> None:
    """Replace the marked sections of a document."""
    text = path.read_text(encoding="utf-8")
    for name, body in sections.items():
        marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marked.sub(lambda m, body=body: f"{m[1]}{body}\n{m[2]}", text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Rewrite the figures of both documents."""
    reports = _reports()
    sections = {
        "overview": overview(reports),
        "relations": relations(reports),
        "curve": curve(reports),
        "calibration": calibration(reports),
        "entities": entities(reports),
    }
    for name in ("README.md", "docs/evaluation.md"):
        write(ROOT / name, sections)


if __name__ == "__main__":
    main()
