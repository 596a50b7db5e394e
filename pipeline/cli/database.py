"""``depeche db``, ``load``, ``forget``, ``watch`` and ``diff``: databases between runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.errors import StoreError, UsageError

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.extractor import Extractor
    from pipeline.store.database.diff import FactDiff
    from pipeline.store.database.sink import DatabaseSink
    from pipeline.types import Article, Rejected

_URL = (
    "SQLite file or postgresql+psycopg:// URL; a password only as ${NAME} or env:NAME from the "
    "environment, or in a pgpass file."
)
Db = Annotated[str, typer.Option("--db", help=_URL)]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to the main app."""
    db = typer.Typer(help="Look after a database.", no_args_is_help=True)
    db.command(epilog="Example: depeche db upgrade sqlite:///outputs/depeche.db")(upgrade)
    app.add_typer(db, name="db")
    app.command(epilog="Example: depeche load outputs --db env:DEPECHE_DB")(load)
    app.command(epilog="Example: depeche forget article-17 --db env:DEPECHE_DB")(forget)
    app.command(epilog="Example: depeche watch incoming --db env:DEPECHE_DB")(watch)
    app.command(epilog="Example: depeche diff outputs-before outputs")(diff)


def upgrade(url: Annotated[str, typer.Argument(help=_URL)]) -> None:
    """Create the tables, or bring those of an older version up to this one."""
    from sqlalchemy.exc import DBAPIError

    from pipeline.store.database.engine import connect, store_error
    from pipeline.store.database.migrate import upgrade as migrate
    from pipeline.store.database.url import label, resolve

    resolved = resolve(url)
    engine = connect(resolved)
    try:
        done = migrate(engine)
    except DBAPIError as error:
        raise store_error(resolved, error) from error
    finally:
        engine.dispose()
    before = done.before or "empty"
    typer.echo(
        f"{label(resolved)}: schema {before} -> {done.after}"
        if done.changed
        else f"{label(resolved)}: schema {done.after}, nothing to do"
    )


def load(
    facts: Annotated[
        Path, typer.Argument(help="Output folder, facts.jsonl, spool folder or spool file.")
    ],
    db: Db,
) -> None:
    """Write the outputs of a run, or batches that waited for a database, into a database."""
    if not facts.exists():
        raise UsageError(f"no such file or folder: {facts}")
    with _sink(db, command="load") as sink:
        sink.start_run()
        written = sink.load(facts)
        sink.end_run()
    typer.echo(
        f"{written.articles} articles written, {written.unchanged} as they were, "
        f"{written.facts_added} facts added, {written.facts_removed} removed"
        + (f", {written.outdated} articles newer in the database" if written.outdated else "")
    )


def forget(
    article: Annotated[str, typer.Argument(help="Id of the article.")],
    db: Db,
    spool: Annotated[
        Path, typer.Option(help="Where batches wait for the database: forgotten there, too.")
    ] = Path("outputs/spool"),
) -> None:
    """Delete an article and its facts; what other articles say is merged anew."""
    from pipeline.store.database.spool import withdraw
    from pipeline.store.database.url import resolve

    url = resolve(db)
    # The spool first: what waits there must not come back while the database is down.
    waited = withdraw(spool, article)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        if not waited:
            raise StoreError(f"there is no database {url.database}")
    else:
        with _sink(db, command="forget") as sink:
            if not sink.forget(article) and not waited:
                raise StoreError(f"no article {article!r} in the database")
    typer.echo(f"{article} is forgotten")


def watch(
    folder: Annotated[Path, typer.Argument(help="Folder to follow, with its subfolders.")],
    db: Db,
    interval: Annotated[float, typer.Option(min=0.05, help="Seconds between two looks.")] = 2.0,
    spool: Annotated[
        Path, typer.Option(help="Where batches wait while the database is down.")
    ] = Path("outputs/spool"),
    config_file: Annotated[
        Path | None, typer.Option("--config", help="TOML file of options.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Read what is there, then leave.")] = False,
) -> None:
    """Extract what is put into a folder into a database, until interrupted.

    Files that disappear keep their facts: use `depeche forget` for what is withdrawn.
    """
    import signal
    import threading
    from functools import cache

    from pipeline.cli.watch import FolderWatch
    from pipeline.config import Config, read_config
    from pipeline.version import engine_version

    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    config = read_config(config_file) if config_file else Config()

    @cache
    def extractor() -> Extractor:
        # The model is loaded at the first article, and kept.
        from pipeline.extractor import Extractor

        return Extractor(config)

    stop = threading.Event()
    former = signal.signal(signal.SIGTERM, lambda *_: stop.set())
    watcher = FolderWatch(folder)
    try:
        with _sink(db, command="watch", engine=engine_version(config), spool=spool) as sink:
            _take_in(sink, sink.stale(), [], extractor)
            watcher.changed()
            while not stop.wait(interval):
                if paths := watcher.changed():
                    inputs = [folder] if watcher.ambiguous(paths) else paths
                    _extract_new(sink, inputs, config, extractor)
                if once:
                    break
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
    finally:
        signal.signal(signal.SIGTERM, former)


def diff(
    a: Annotated[str, typer.Argument(help="Output folder, facts.jsonl, database URL, or run.")],
    b: Annotated[str, typer.Argument(help="The same, for the later side.")],
    db: Annotated[str | None, typer.Option("--db", help=f"Database of the runs. {_URL}")] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(help="Field that does not count, such as confidence (repeatable)."),
    ] = None,
    output_format: Annotated[str, typer.Option("--format", help="text or jsonl.")] = "text",
) -> None:
    """List the facts gained, lost and changed between two runs."""
    from pipeline.store.database.diff import diff as compare
    from pipeline.store.database.diff import read_side

    if output_format not in ("text", "jsonl"):
        raise UsageError(f"--format is text or jsonl, not {output_format}")
    found = compare(read_side(a, db=db), read_side(b, db=db), ignore=ignore or ())
    for line in _json_lines(found) if output_format == "jsonl" else _text_lines(found):
        typer.echo(line)


@contextmanager
def _sink(
    db: str, *, command: str, engine: str = "", spool: Path | None = None
) -> Iterator[DatabaseSink]:
    from pipeline import __version__
    from pipeline.normalise.merge import knowledge_key, merge
    from pipeline.store.database.sink import DatabaseSink

    with DatabaseSink(
        db,
        merge=merge,
        key_of=knowledge_key,
        engine_version=engine,
        versions={"depeche": __version__, "command": command},
        spool=spool,
        notify=lambda message: typer.echo(f"depeche: {message}", err=True),
    ) as sink:
        yield sink


def _extract_new(
    sink: DatabaseSink, inputs: list[Path], config: Config, extractor: Callable[[], Extractor]
) -> None:
    from itertools import islice

    from pipeline.load import load as load_articles
    from pipeline.run import load_options
    from pipeline.store.database.sink import BATCH
    from pipeline.types import Article, Rejected

    refused: list[Rejected] = []

    def unknown() -> Iterator[Article]:
        items = load_articles([str(path) for path in inputs], load_options(config))
        while portion := list(islice(items, BATCH)):
            refused.extend(item for item in portion if isinstance(item, Rejected))
            articles = [item for item in portion if isinstance(item, Article)]
            known = sink.unchanged(articles)
            yield from (article for article in articles if article.id not in known)

    _take_in(sink, unknown(), refused, extractor)


def _take_in(
    sink: DatabaseSink,
    articles: Iterator[Article],
    refused: list[Rejected],
    extractor: Callable[[], Extractor],
) -> None:
    """Extract and write as one run, if there is anything to do.

    ``refused`` may grow while ``articles`` is read.
    """
    from itertools import islice

    from pipeline.store.database.sink import BATCH
    from pipeline.store.sink import Processed

    batch = list(islice(articles, BATCH))
    if not batch and not refused:
        return
    sink.start_run()
    while batch:
        sink.write(extractor().process(batch))
        batch = list(islice(articles, BATCH))
    sink.write([Processed(item) for item in refused])
    sink.end_run()
    done = sink.written
    typer.echo(
        f"{done.articles} articles, {done.facts_added} facts added, "
        f"{done.facts_removed} removed, {len(refused)} refused",
        err=True,
    )


def _json_lines(found: FactDiff) -> Iterator[str]:
    for sign, records in (("gained", found.gained), ("lost", found.lost)):
        for record in records:
            yield json.dumps({"difference": sign, "fact": record}, ensure_ascii=False)
    for change in found.changed:
        fields = {name: list(values) for name, values in change.fields.items()}
        yield json.dumps(
            {"difference": "changed", "fact": change.after, "fields": fields}, ensure_ascii=False
        )


def _text_lines(found: FactDiff) -> Iterator[str]:
    for sign, records in (("+", found.gained), ("-", found.lost)):
        for record in records:
            yield f"{sign} {record['article']}: {_told(record)}"
    for change in found.changed:
        yield f"~ {change.after['article']}: {_told(change.after)}"
        for name, (before, after) in change.fields.items():
            yield f"    {name}: {_value(before)} -> {_value(after)}"
    yield (
        f"{len(found.gained)} gained, {len(found.lost)} lost, "
        f"{len(found.changed)} changed, {found.same} the same"
    )


def _told(record: Any) -> str:
    parts = []
    for name, value in record["arguments"].items():
        entities = value if isinstance(value, list) else [value] if value else []
        if entities:
            parts.append(f"{name}={', '.join(entity['name'] for entity in entities)}")
    for name, value in record["attributes"].items():
        if value is not None:
            parts.append(f"{name}={value['text'] if isinstance(value, dict) else value}")
    return f"{record['relation']} {' '.join(parts)}"


def _value(value: Any) -> str:
    return "nothing" if value is None else str(value)
