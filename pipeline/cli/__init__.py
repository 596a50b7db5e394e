"""The command ``depeche``: arguments, progress and exit codes only.

Exit codes: 0 the run ended (refused articles are in the summary), 1 a failed run,
2 wrong usage. Nothing heavy is imported before a command needs it.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from pipeline.cli import database
from pipeline.cli.evaluate import evaluate
from pipeline.cli.extract import extract
from pipeline.cli.rules import explain, rules
from pipeline.cli.spark import spark
from pipeline.errors import ConfigError, DepecheError, RuleError, UsageError

app = typer.Typer(
    name="depeche",
    help="Facts from the French tech press: who opens an office where, who holds which role, "
    "and the deals between them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.command(
    epilog="Example: depeche extract corpus/sample --out outputs --date 2024-10-10",
)(extract)
app.command(epilog='Example: depeche explain "Norlys ouvre un bureau à Nantes."')(explain)
app.command(epilog="Example: depeche rules acquires --check")(rules)
app.command(epilog="Example: depeche evaluate corpus/gold/dev --out outputs/evaluation")(evaluate)
database.register(app)
app.command(
    epilog="Example: depeche spark --input s3a://press/24 --output s3a://facts/24 --master yarn"
)(spark)


@app.callback(invoke_without_command=True)
def _version(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    if version:
        from pipeline import __version__

        typer.echo(__version__)
        raise typer.Exit


def main() -> None:
    """Run the command line; every expected error becomes one sentence and an exit code."""
    try:
        app()
    except (UsageError, ConfigError, RuleError) as error:
        typer.echo(f"depeche: {error}", err=True)
        sys.exit(2)
    except DepecheError as error:
        typer.echo(f"depeche: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader (head, jq) has gone; that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("depeche: interrupted; the former outputs are as they were", err=True)
        sys.exit(130)
