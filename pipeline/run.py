"""THE MAP: the stages in order, one loop, one report.

    load -> annotate -> extract -> normalise -> store

``load`` yields articles and refusals; :class:`pipeline.extractor.Extractor` does the
three inner stages; sinks take what comes out. Nothing else knows the order.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.config import Config
from pipeline.load import LoadOptions, load
from pipeline.normalise.merge_stream import KnowledgeMerger
from pipeline.ordered import in_order
from pipeline.previous import forget, read_previous, remember
from pipeline.store.files import FileSink
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected
from pipeline.uptodate import DATABASE, Stamps, standing, unchanged
from pipeline.version import engine_version

if TYPE_CHECKING:
    from pipeline.extractor import Extractor

Progress = Callable[[Processed], None]


@dataclass(slots=True)
class Report:
    """What a run did; ``refused`` names every input that was left out and why."""

    articles: int = 0
    reused: int = 0
    """Articles taken from the former outputs because nothing about them has changed."""
    facts: Counter[str] = field(default_factory=Counter)
    refused: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Articles that were read though something about their metadata is wrong."""
    seconds: float = 0.0
    files: list[Path] = field(default_factory=list)
    out: Path | None = None
    database: str | None = None

    def count(self, item: Processed) -> None:
        """Add one result."""
        if isinstance(item.article, Rejected):
            self.refused.append(item.article)
            return
        self.articles += 1
        if item.article.note:
            self.notes.append(f"{item.article.source}: {item.article.note}")
        self.facts.update(fact.relation for fact in item.facts)

    def record(self) -> dict[str, Any]:
        """Return what a later run with nothing to do has to report, as plain values."""
        return {
            "articles": self.articles,
            "facts": dict(self.facts),
            "refused": [astuple(refusal) for refusal in self.refused],
            "notes": self.notes,
            "files": [path.name for path in self.files],
        }

    @classmethod
    def of_record(cls, record: Mapping[str, Any], out: Path) -> Report:
        """Return the report of a run that found all as a former run left it."""
        return cls(
            articles=record["articles"],
            reused=record["articles"],
            facts=Counter(record["facts"]),
            refused=[Rejected(*fields) for fields in record["refused"]],
            notes=record["notes"],
            files=[out / name for name in record["files"]],
            out=out,
            database=str(out / DATABASE),
        )


def load_options(config: Config) -> LoadOptions:
    """Return the loader's part of a configuration."""
    return LoadOptions(
        default_date=config.date,
        encoding=config.encoding,
        text_field=config.text_field,
        title_field=config.title_field,
        date_field=config.date_field,
        url_field=config.url_field,
        id_field=config.id_field,
        check_language=config.check_language,
        stdin_format=config.stdin_format,  # type: ignore[arg-type]  # LoadOptions checks it
    )


def process_all(
    items: Iterable[Article | Rejected],
    config: Config,
    *former: Callable[[Article], Processed | None],
) -> Iterator[Processed]:
    """Yield what each loaded item gives, in order; the model is loaded when first needed.

    ``former`` are asked in turn for the result of an earlier run.
    """

    @cache
    def extractor() -> Extractor:
        # Imported here: a run in which nothing is new needs no model.
        from pipeline.extractor import Extractor

        return Extractor(config)

    def work(articles: Iterable[Article]) -> Iterator[Processed]:
        from pipeline.workers import process

        return process(articles, extractor(), workers=config.workers, batch=config.batch)

    def known(item: Article | Rejected) -> Processed | None:
        if isinstance(item, Rejected):
            return Processed(item)
        return next((found for ask in former if (found := ask(item)) is not None), None)

    return in_order(items, known, work)


def run(
    inputs: Sequence[str],
    out: Path,
    config: Config,
    *,
    db: str | None = None,
    progress: Progress | None = None,
    notify: Callable[[str], None] | None = None,
) -> Report:
    """Run the pipeline over files, folders, globs or "-", and write the outputs of ``out``.

    The files of ``out`` change together, at the end: a run that dies leaves the former
    ones whole. Articles that have not changed since are taken from them; where nothing
    has changed at all, nothing is written and ``progress`` is not called. ``db`` is a
    database to add to; without it ``out/depeche.db`` holds this run's facts. ``notify``
    is told in a sentence of anything that makes the run wait.

    Raises:
        UsageError: an input does not exist.
        ConfigError, RuleError: the configuration or a rule cannot be used.
        StoreError: the outputs cannot be written.
    """
    # Imported here: one text on standard input needs no database.
    from pipeline.filling import filling

    started = time.monotonic()
    # A database to add to may have been changed by others: it is asked about each article.
    stamps = Stamps(inputs, config) if db is None else None
    if stamps is not None and (done := unchanged(out, stamps)) is not None:
        report = Report.of_record(done, out)
        report.seconds = time.monotonic() - started
        return report
    quick, sure = (stamps.quick(), stamps.sure()) if stamps is not None else (None, None)
    engine = engine_version(config)
    report = Report(out=out)
    items = load(inputs, load_options(config))
    previous = read_previous(out, engine)
    sink = FileSink(out, exports=config.exports, include_denied=config.include_denied)
    with (
        sink,
        KnowledgeMerger(include_denied=config.include_denied) as merger,
        filling(out, db, config, notify) as database,
    ):
        former = [database.known] if previous is None else [previous.get, database.known]
        for item in process_all(items, config, *former):
            sink.write([item])
            database.write(item)
            if isinstance(item.article, Article):
                merger.add(item.article, item.facts)
            report.count(item)
            if progress is not None:
                progress(item)
        sink.write_knowledge(merger.rows())
        # After a change of rules, what the database holds of earlier runs is read again.
        for item in process_all(database.stale(), config):
            database.write(item)
        database.finish()
        forget(out)
    report.database = database.label
    report.files = sink.paths
    report.reused = database.used + (previous.used if previous is not None else 0)
    told: Mapping[str, Any] = {}
    # An input that changed while it was read: the outputs are those of neither state.
    if stamps is not None and sure is not None and stamps.sure() == sure:
        told = standing(out, [*sink.paths, out / DATABASE], quick, sure, report.record())
    remember(out, engine, told)
    report.seconds = time.monotonic() - started
    return report


def extract_folder(folder: Path, out: Path) -> Path:
    """Run over a folder with the default configuration; return ``out`` with its outputs."""
    run([str(folder)], out, Config())
    return out
