"""``depeche explain`` and ``depeche rules``: a rule author's tools."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import UsageError


def explain(
    text: Annotated[str, typer.Argument(help="A sentence, or a short text; - for standard input.")],
    rules: Annotated[Path | None, typer.Option(help="Folder of further rule files.")] = None,
    relation: Annotated[str | None, typer.Option(help="Only the rules of this relation.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also rules of which nothing matched.")
    ] = False,
) -> None:
    """Show how a sentence is read: units, names, and each rule's verdict."""
    import sys

    from pipeline.config import Config
    from pipeline.explain import explanation

    source = sys.stdin.read() if text == "-" else text
    if not source.strip():
        raise UsageError("there is no text to explain")
    for line in explanation(source, Config(rules=rules), relation=relation, every=every):
        typer.echo(line)


def rules(
    relation: Annotated[str | None, typer.Argument(help="Only this relation.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Run every rule's examples; exit 1 on a failure.")
    ] = False,
    folder: Annotated[Path | None, typer.Option("--rules", help="Folder of rule files.")] = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(help="With --check: also report rules that never fire on these texts."),
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the page docs/rules.md.")
    ] = False,
) -> None:
    """List the rules, or check them against their own examples."""
    from pipeline.config import Config
    from pipeline.explain import check_rules, list_rules, rules_page

    config = Config(rules=folder)
    if markdown:
        typer.echo(rules_page(config), nl=False)
        return
    if check:
        failures, lines = check_rules(config, relation, [str(path) for path in corpus or []])
        for line in lines:
            typer.echo(line)
        if failures:
            raise typer.Exit(1)
        return
    for line in list_rules(config, relation):
        typer.echo(line)
