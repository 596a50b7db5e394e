"""The figures of an evaluation, as PNG files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.evaluate.gold import RELATIONS
from pipeline.evaluate.stages import STAGES
from pipeline.evaluate.tally import ALL

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_RATES = (("precision", "#4477aa"), ("recall", "#ee6677"), ("f1", "#228833"))
#: No timestamps or versions inside: the same report gives the same bytes.
_METADATA = {"Software": None}


def _bars(axes: Axes, rows: Mapping[str, Any], title: str) -> None:
    names = [name for name in (*RELATIONS, ALL) if name in rows]
    for at, (rate, colour) in enumerate(_RATES):
        values = [rows[name][rate] for name in names]
        spreads = [
            rows[name]["ci95"][rate] or (value, value)
            for name, value in zip(names, values, strict=True)
        ]
        errors = [
            [max(value - low, 0) for value, (low, _) in zip(values, spreads, strict=True)],
            [max(high - value, 0) for value, (_, high) in zip(values, spreads, strict=True)],
        ]
        places = [place + (at - 1) * 0.27 for place in range(len(names))]
        axes.bar(places, values, 0.26, yerr=errors, color=colour, label=rate, capsize=2)
    axes.set_xticks(range(len(names)), names, rotation=30, ha="right")
    axes.set_ylim(0, 1.05)
    axes.set_title(title)
    axes.grid(axis="y", alpha=0.3)


def _reliability(axes: Axes, calibration: Mapping[str, Any]) -> None:
    rows = calibration["bins"]
    axes.plot([0, 1], [0, 1], color="grey", linestyle=":")
    axes.plot([row["claimed"] for row in rows], [row["right"] for row in rows], marker="o")
    for row in rows:
        axes.annotate(str(row["count"]), (row["claimed"], row["right"]), fontsize=7)
    axes.set_xlabel("confidence stated")
    axes.set_ylabel("share that is right")
    axes.set_title(f"reliability, ECE {calibration['ece_mass']:.3f} (10 bins of equal mass)")


def _curve(axes: Axes, rows: list[Mapping[str, Any]]) -> None:
    rows = [row for row in rows if row["tp"] + row["fp"]]
    axes.plot([row["recall"] for row in rows], [row["precision"] for row in rows], marker=".")
    for row in rows[::4]:
        axes.annotate(f"{row['min_confidence']:.2f}", (row["recall"], row["precision"]), fontsize=7)
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.set_title("precision and recall over --min-confidence")


def _losses(axes: Axes, rows: Mapping[str, Mapping[str, int]]) -> None:
    names = [name for name in RELATIONS if name in rows]
    base = [0] * len(names)
    for stage in STAGES:
        values = [rows[name][stage] for name in names]
        if any(values):
            axes.bar(names, values, bottom=base, label=stage)
            base = [low + value for low, value in zip(base, values, strict=True)]
    if any(base):
        axes.legend(fontsize=7)
    axes.tick_params(axis="x", rotation=30)
    axes.set_title("gold facts missed, by the stage that lost them")


def draw(report: Mapping[str, Any], out: Path) -> list[Path]:
    """Draw scores, reliability, the confidence curve and losses; return the files written."""
    from matplotlib.figure import Figure

    out.mkdir(parents=True, exist_ok=True)
    written = []

    def save(figure: Figure, name: str) -> None:
        figure.set_layout_engine("tight")
        figure.savefig(out / name, dpi=110, metadata=_METADATA)
        written.append(out / name)

    strict = report["scores"]["strict"]
    figure = Figure(figsize=(9, 3.2 * len(strict)))
    for at, (manner, rows) in enumerate(strict.items(), 1):
        axes = figure.add_subplot(len(strict), 1, at)
        _bars(axes, rows, f"{manner}: strict, 95 % by document")
        if at == 1:
            axes.legend(loc="lower left", ncols=3, fontsize=7)
    save(figure, "scores.png")
    figure = Figure(figsize=(6, 4.5))
    _reliability(figure.add_subplot(), report["calibration"])
    save(figure, "reliability.png")
    figure = Figure(figsize=(6, 4.5))
    _curve(figure.add_subplot(), report["calibration"]["curve"])
    save(figure, "curve.png")
    figure = Figure(figsize=(6, 4.5))
    _losses(figure.add_subplot(), report["losses"][ALL])
    save(figure, "losses.png")
    return written
