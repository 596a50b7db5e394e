"""``depeche spark``: the pipeline on a Spark cluster."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from pipeline.cluster.job import ClusterReport


def spark(
    source: Annotated[
        str,
        typer.Option(
            "--input",
            help="JSON lines or Parquet: a file, folder or glob at any path that Spark reads "
            "(file, hdfs, s3a).",
        ),
    ],
    out: Annotated[str, typer.Option("--output", help="Folder for the Parquet tables.")],
    db: Annotated[
        str | None,
        typer.Option(
            help="PostgreSQL to add to: jdbc:postgresql://… (by JDBC, with --jars) or "
            "postgresql://… (by COPY); a password only as ${NAME} or env:NAME from the "
            "environment, or in a pgpass file."
        ),
    ] = None,
    master: Annotated[
        str | None,
        typer.Option(
            help="Spark's master: local[4], spark://…, yarn, k8s://…; default: spark-submit's."
        ),
    ] = None,
    conf: Annotated[
        list[str] | None, typer.Option(help="Option of Spark, KEY=VALUE (repeatable).")
    ] = None,
    jars: Annotated[
        list[str] | None,
        typer.Option(help="Java archive to take along, such as the JDBC driver (repeatable)."),
    ] = None,
    kind: Annotated[
        str, typer.Option("--format", help="auto (by the files' names), jsonl or parquet.")
    ] = "auto",
    partitions: Annotated[
        int | None, typer.Option(min=1, help="Tasks of the extraction; default: by the articles.")
    ] = None,
    connections: Annotated[
        int, typer.Option("--db-connections", min=1, help="Tasks that write to the database.")
    ] = 8,
    day: Annotated[
        str | None,
        typer.Option("--date", help="Publication date of articles that tell none: YYYY-MM-DD."),
    ] = None,
    config_file: Annotated[
        Path | None,
        typer.Option("--config", help="TOML file of options; files it names must be everywhere."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the tables of a former job.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Extract facts on a Spark cluster: articles at any path into Parquet and PostgreSQL."""
    from pipeline.cli.extract import parse_day
    from pipeline.config import Config, read_config
    from pipeline.run import load_options

    config = read_config(config_file) if config_file else Config()
    config = config.with_options(date=parse_day(day))
    from pipeline.cluster.session import session

    settings = dict(map(_setting, conf or ()))
    target = None
    if db is not None:
        from pipeline.cluster.database import target as read_target

        target = read_target(db, connections=connections)

    def notify(message: str) -> None:
        if not quiet:
            typer.echo(message, err=True)

    with session(config, master=master, options=settings, jars=jars or ()) as started:
        from pipeline.cluster.job import Job, run

        job = Job(
            source=source,
            out=out,
            config=config,
            options=load_options(config),
            kind=kind,
            partitions=partitions,
            overwrite=overwrite,
            target=target,
        )
        report = run(started, job, notify)
    if not quiet:
        _summary(report)


def _setting(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found or not name.startswith("spark."):
        raise UsageError(f"--conf {text} is no option of Spark: write spark.name=value")
    return name, value


def _summary(report: ClusterReport) -> None:
    seconds = sum(report.seconds.values())
    steps = ", ".join(f"{name} {took:.1f}" for name, took in report.seconds.items())
    typer.echo(
        f"{report.articles} articles read, {sum(report.refused.values())} refused, "
        f"{seconds:.1f} s ({steps})",
        err=True,
    )
    for reason, count in list(report.refused.items())[:20]:
        typer.echo(f"  refused: {count} × {reason}", err=True)
    if report.noted:
        typer.echo(f"  noted: {report.noted} with doubtful metadata", err=True)
    for relation, count in sorted(report.facts.items(), key=lambda pair: (-pair[1], pair[0])):
        typer.echo(f"  {relation:<16}{count:>8}", err=True)
    typer.echo(
        f"{sum(report.facts.values())} facts, {report.knowledge} rows of knowledge "
        f"in {report.out}/parquet",
        err=True,
    )
    if report.database:
        typer.echo(f"database: {report.database}", err=True)
