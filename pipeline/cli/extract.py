"""``depeche extract``: the pipeline over files, folders, globs or standard input."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.run import Report
    from pipeline.store.sink import Processed


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders or globs (text, HTML, JSONL, RSS, Atom, also gzipped); "
            "- for standard input."
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the outputs.")] = Path("outputs"),
    day: Annotated[
        str | None,
        typer.Option("--date", help="Publication date of articles that tell none: YYYY-MM-DD."),
    ] = None,
    db: Annotated[
        str | None,
        typer.Option(help="Database URL; default: SQLite file depeche.db in the outputs folder."),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave out facts below this probability.")
    ] = 0.0,
    rules: Annotated[
        Path | None, typer.Option(help="Folder of rule files (TOML) that add or override.")
    ] = None,
    lexicon: Annotated[
        Path | None, typer.Option(help="CSV of organisations that extends the lexicon.")
    ] = None,
    rates: Annotated[
        Path | None,
        typer.Option(help="CSV of exchange rates (currency,rate) to add amounts in euros."),
    ] = None,
    export: Annotated[
        list[str] | None, typer.Option(help="Also write: parquet, jsonld, brat (repeatable).")
    ] = None,
    output_format: Annotated[
        str, typer.Option("--format", help="files, or jsonl: facts to standard output.")
    ] = "files",
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of text files, where it is known.")
    ] = None,
    config_file: Annotated[
        Path | None, typer.Option("--config", help="TOML file of options.")
    ] = None,
    include_denied: Annotated[
        bool, typer.Option("--include-denied", help="Denied facts also in the tables.")
    ] = False,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Do not refuse texts that are not French.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Extract facts from French articles."""
    from pipeline.config import Config, read_config

    config = read_config(config_file) if config_file else Config()
    config = config.with_options(
        date=parse_day(day),
        workers=workers if workers != 1 else None,
        min_confidence=min_confidence or None,
        rules=rules,
        lexicon=lexicon,
        rates=rates,
        exports=tuple(export) if export else None,
        encoding=encoding,
        include_denied=include_denied or None,
        check_language=False if any_language else None,
    )
    if output_format == "jsonl":
        _stream(inputs, config)
        return
    if output_format != "files":
        raise UsageError(f"--format is files or jsonl, not {output_format}")
    _files(inputs, out, config, db, quiet=quiet)


def parse_day(day: str | None) -> date | None:
    """Return the day that ``--date`` gives.

    Raises:
        UsageError: no date.
    """
    if day is None:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise UsageError(f"--date {day} is no date; write it as 2024-10-10") from error


def _stream(inputs: list[str], config: Config) -> None:
    """Write facts to standard output, one JSON object a line, refusals to standard error."""
    from pipeline.load import load
    from pipeline.run import load_options, process_all
    from pipeline.store.json_file import fact_line
    from pipeline.types import Rejected

    for item in process_all(load(inputs, load_options(config)), config):
        if isinstance(item.article, Rejected):
            typer.echo(f"depeche: {item.article.source}: {item.article.reason}", err=True)
        for fact in item.facts:
            typer.echo(fact_line(fact), nl=False)


def _files(inputs: list[str], out: Path, config: Config, db: str | None, *, quiet: bool) -> None:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    from pipeline.load import count_files
    from pipeline.run import run

    console = Console(stderr=True)
    total = count_files(inputs)
    columns = (
        TextColumn("[bold]{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[facts]} facts"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, disable=quiet, transient=True) as bar:
        task = bar.add_task("articles", total=total, facts=0)
        found = done = 0

        def progress(item: Processed) -> None:
            nonlocal found, done
            found, done = found + len(item.facts), done + 1
            # A JSONL file or a feed counts as one file but holds many articles.
            bar.update(task, completed=done, total=max(total, done), facts=found)

        report = run(
            inputs, out, config, db=db, progress=progress, notify=lambda m: console.print(m)
        )
    if not quiet:
        _summary(console, report)


def _summary(console: object, report: Report) -> None:
    """Print what was read, refused and found, and where it is."""
    from rich.console import Console
    from rich.table import Table

    assert isinstance(console, Console)
    reused = f", {report.reused} unchanged since the last run" if report.reused else ""
    console.print(
        f"[bold]{report.articles} articles[/] read{reused}, "
        f"{len(report.refused)} refused, {report.seconds:.1f} s"
    )
    for refusal in report.refused[:20]:
        console.print(f"  refused: {refusal.source}: {refusal.reason}", markup=False)
    for note in report.notes[:20]:
        console.print(f"  noted: {note}", markup=False)
    if len(report.refused) > 20:
        console.print(f"  … and {len(report.refused) - 20} more: see articles.jsonl")
    table = Table("relation", "facts", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for relation, count in sorted(report.facts.items(), key=lambda pair: (-pair[1], pair[0])):
        table.add_row(relation, str(count))
    table.add_row("all", str(report.facts.total()), style="bold")
    console.print(table)
    names = ", ".join(path.name for path in report.files)
    console.print(f"in {report.out}: {names}", markup=False, soft_wrap=True)
    if report.database:
        console.print(f"database: {report.database}", markup=False)
