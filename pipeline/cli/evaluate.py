"""``depeche evaluate``: how good the extraction is on annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.errors import UsageError

Half = Literal["a", "b"]


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of ID.txt beside ID.json.")],
    facts: Annotated[
        Path | None,
        typer.Option(help="Score this facts.jsonl (or run folder) instead of running."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Where report, lists and plots are written.")] = Path(
        "outputs/evaluation"
    ),
    half: Annotated[Half | None, typer.Option(help="Only one half of the texts: a or b.")] = None,
    compare: Annotated[
        Path | None,
        typer.Option(help="Older facts.jsonl or evaluation folder: show facts gained and lost."),
    ] = None,
    gate: Annotated[
        bool, typer.Option("--gate", help="Exit 1 when a figure is below the baseline.")
    ] = False,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Pin these figures as the new floors.")
    ] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="Let --update-baseline lower a figure.")
    ] = False,
    baseline: Annotated[Path, typer.Option(help="The pinned figures.")] = Path(
        "corpus/baseline.json"
    ),
    plots: Annotated[bool, typer.Option(help="Draw the figures (needs matplotlib).")] = True,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap.")] = 0,
) -> None:
    """Score the pipeline on a folder of annotated texts."""
    from pipeline.evaluate.compare import compare as compare_runs
    from pipeline.evaluate.folder import evaluate_folder
    from pipeline.evaluate.gate import check, read_baseline, update, write_baseline
    from pipeline.evaluate.report import write_report
    from pipeline.evaluate.run_files import read_run
    from pipeline.evaluate.summary import summary

    if allow_lower and not update_baseline:
        raise UsageError("--allow-lower goes with --update-baseline")
    if half and (gate or update_baseline):
        raise UsageError("floors are pinned for whole corpora: leave --half out")
    # Read before writing: --compare may name the folder that --out replaces.
    old = read_run(compare).facts if compare else None
    evaluation = evaluate_folder(gold_dir, facts=facts, half=half, seed=seed)
    write_report(evaluation, out)
    if plots:
        from pipeline.evaluate.plots import draw

        draw(evaluation.report, out)
    typer.echo("\n".join(summary(evaluation)))
    if old is not None:
        difference = compare_runs(evaluation.documents, old, evaluation.run.facts)
        typer.echo("\n".join(difference.lines()))
    typer.echo(f"written to {out}")
    pinned = read_baseline(baseline)
    if update_baseline:
        write_baseline(baseline, update(evaluation.report, pinned, allow_lower=allow_lower))
        typer.echo(f"figures pinned in {baseline}")
    elif gate:
        problems = check(evaluation.report, pinned)
        for problem in problems:
            typer.echo(f"gate: {problem}", err=True)
        if problems:
            raise typer.Exit(1)
        typer.echo("gate: no figure has fallen")
