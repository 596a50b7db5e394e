"""Rows per second into SQLite and PostgreSQL: the sink beside executemany and COPY.

    python -m benchmarks.bench_store [--facts 100000] [--repeat 3]

Facts are invented, with names as unevenly spread as in the press; the same rows go each
way. "sink" is what a run does: look up what is stored, write the difference, recompute
knowledge, one transaction per 256 articles. "executemany" and "COPY" only insert the
finished rows of all tables, in transactions of the same number, with the same keys and
indexes. PostgreSQL runs on this machine with its defaults (fsync on). Prints a table and
writes benchmarks/results/store.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import random
import re
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Table, select

from pipeline.normalise.merge import knowledge_key, merge
from pipeline.store.database.bulk import copy_rows, execute_rows
from pipeline.store.database.docs import replace_section
from pipeline.store.database.engine import connect, writing
from pipeline.store.database.merging import ArticleMeta
from pipeline.store.database.migrate import upgrade
from pipeline.store.database.schema import metadata, schema_meta
from pipeline.store.database.sink import BATCH, DatabaseSink
from pipeline.store.database.url import resolve
from pipeline.store.records import fact_id
from pipeline.store.sink import Processed
from pipeline.types import (
    Article,
    Entity,
    EntityMention,
    Fact,
    Knowledge,
    Label,
    Money,
    Rejected,
    Span,
    TimeValue,
)
from tests.database.cluster import Cluster, binaries

RESULTS = Path(__file__).parent / "results" / "store.json"
#: As in the sample corpus: five facts and some sixteen names in 230 words.
FACTS_PER_ARTICLE = 5


def corpus(facts: int, *, seed: int = 7) -> Iterator[Processed]:
    """Yield articles with five facts each until there are ``facts`` of them."""
    chance = random.Random(seed)
    companies = range(max(facts // 20, 10))
    # Zipf: of 5,000 companies the first is in every ninth article.
    weights = [1 / (rank + 1) for rank in companies]
    funds = [f"Fonds {number}" for number in range(200)]
    picks = chance.choices(companies, weights, k=facts // FACTS_PER_ARTICLE)
    for number, rank in enumerate(picks):
        company = f"Veltria {rank}"
        # A company has a few people, places and rounds of its own, told again and again.
        person = f"Camille Dorval {rank * 5 + min(int(chance.expovariate(0.7)), 4)}"
        place = f"Bourg {(rank * 7 + min(int(chance.expovariate(0.4)), 9)) % 400}"
        deal = min(int(chance.expovariate(0.7)), 5)
        fund, amount = funds[(rank + deal) % len(funds)], (rank * 3 + deal * 17) % 90 + 1
        text = (
            f"{company} ouvrira un bureau à {place} fin 2024, annonce {person}. {person}, "
            f"directrice générale de {company}, a levé {amount} millions d’euros auprès de "
            f"{fund}. {company} avait ouvert un laboratoire à {place} en 2021. "
            + f"Selon {person}, {company} gardera à {place} son équipe avec {fund}. " * 3
            + "La suite de l’article ne dit rien d’autre, et le dit longuement. " * 12
            + f"Article {number}."
        )
        article = Article(
            id=f"article-{number}",
            source=f"corpus/article-{number}.txt",
            text=text,
            title=f"{company} s’installe à {place}",
            url=f"https://press{number % 40}.example/a/{number}",
            published=date(2020, 1, 1) + timedelta(days=number % 1800),
            language="fr",
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        yield _processed(article, company, place, person, fund, amount)


def _processed(
    article: Article, company: str, place: str, person: str, fund: str, amount: int
) -> Processed:
    def entity(name: str, label: Label, **fields: Any) -> Entity:
        start = article.text.index(name)
        prefix = {"ORG": "org", "PER": "per", "LOC": "geonames"}[label]
        key = name.rpartition(" ")[2] if label == "LOC" else name.lower().replace(" ", "-")
        return Entity(name, name, start, start + len(name), label, f"{prefix}:{key}", **fields)

    org, loc = entity(company, "ORG"), entity(place, "LOC", country="FR", region="Ain")
    per, investor = entity(person, "PER"), entity(fund, "ORG")
    end = article.text.index(".") + 1
    evidence = Span(0, end, article.text[:end])
    when = TimeValue("fin 2024", date(2024, 10, 1), date(2024, 12, 31), "2024-36", None)
    euros = Decimal(amount * 10**6)
    money = Money(f"{amount} millions d’euros", euros, euros, euros, "EUR", False)
    told: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
        ("opens_office", {"company": org, "place": loc}, {"kind": "office", "status": "planned"}),
        ("opens_office", {"company": org, "place": loc}, {"kind": "lab", "status": "opened"}),
        (
            "holds_role",
            {"person": per, "company": org},
            {"role": "directrice générale", "role_code": "ceo", "status": "current"},
        ),
        (
            "raises_funding",
            {"company": org, "investors": (investor,)},
            {"amount": money, "round": None, "status": "done"},
        ),
        ("partners_with", {"a": org, "b": investor}, {}),
    ]
    facts = tuple(
        Fact(
            fact_id=fact_id(article.sha256, relation, arguments, attributes, evidence),
            article=article.id,
            relation=relation,
            arguments=arguments,
            attributes=attributes,
            time=when if relation == "opens_office" else None,
            modality="asserted",
            attribution=None,
            evidence=evidence,
            confidence=0.9,
            rule=f"{relation}/bench",
        )
        for relation, arguments, attributes in told
    )
    mentions = tuple(
        EntityMention(article.id, e.text, m.start(), m.end(), e.label, e.name, e.entity_id)
        for e in dict.fromkeys((org, loc, per, investor))
        for m in re.finditer(re.escape(e.text) + r"(?!\d)", article.text)
    )
    return Processed(article, facts, mentions)


@dataclass(slots=True)
class Times:
    """Seconds of one pass: by the clock, this process's own, and the merge's part of these."""

    seconds: float
    cpu: float
    merging: float = 0.0


def through_sink(url: str, results: list[Processed]) -> Times:
    """Write all results in batches through the sink."""
    merging = 0.0

    def timed_merge(facts: Sequence[Fact], articles: Mapping[str, ArticleMeta]) -> list[Knowledge]:
        nonlocal merging
        begin = time.process_time()
        rows = merge(facts, articles)
        merging += time.process_time() - begin
        return rows

    with DatabaseSink(url, merge=timed_merge, key_of=knowledge_key, engine_version="bench") as sink:
        start, cpu = time.perf_counter(), time.process_time()
        sink.start_run()
        for first in range(0, len(results), BATCH):
            sink.write(results[first : first + BATCH])
        sink.end_run()
        return Times(time.perf_counter() - start, time.process_time() - cpu, merging)


def rows_of(url: str) -> dict[Table, list[dict[str, Any]]]:
    """Read all rows of all tables back, in the order in which foreign keys allow inserts."""
    engine = connect(resolve(url))
    with engine.connect() as connection:
        tables = [table for table in metadata.sorted_tables if table is not schema_meta]
        return {
            table: [dict(row._mapping) for row in connection.execute(select(table))]
            for table in tables
        }


Insert = Callable[[Connection, Table, list[dict[str, Any]]], None]


def plainly(
    url: str, rows: dict[Table, list[dict[str, Any]]], batches: int, write: Insert
) -> Times:
    """Insert finished rows in ``batches`` transactions."""
    engine = connect(resolve(url))
    upgrade(engine)
    start, cpu = time.perf_counter(), time.process_time()
    for table, all_rows in rows.items():
        size = max(len(all_rows) * len(rows) // batches, 1)
        for first in range(0, len(all_rows), size):
            with writing(engine) as connection:
                write(connection, table, all_rows[first : first + size])
    times = Times(time.perf_counter() - start, time.process_time() - cpu)
    engine.dispose()
    return times


@contextmanager
def databases(kind: str) -> Iterator[Callable[[], str]]:
    """Give URLs of fresh databases of one kind."""
    count = 0
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:

            def fresh_file() -> str:
                nonlocal count
                count += 1
                return f"sqlite:///{folder}/bench{count}.db"

            yield fresh_file
        return
    cluster = Cluster(fsync="on", shared_buffers="128MB", max_wal_size="1GB")
    try:
        cluster.start()

        def fresh_database() -> str:
            nonlocal count
            count += 1
            cluster.run(f"CREATE DATABASE bench{count}")
            return cluster.url(f"bench{count}")

        yield fresh_database
    finally:
        cluster.remove()


def measure(kind: str, results: list[Processed], repeat: int) -> dict[str, Any]:
    """Time every way into one kind of database; medians over ``repeat`` runs."""
    facts = sum(len(result.facts) for result in results)
    batches = -(-len(results) // BATCH)
    with databases(kind) as fresh:
        url = fresh()
        sink = [through_sink(url, results)]
        again = through_sink(url, results)
        rows = rows_of(url)
        sink += [through_sink(fresh(), results) for _ in range(repeat - 1)]
        ways: dict[str, list[Times]] = {
            "sink": sink,
            "sink, same batch again": [again],
            "executemany": [plainly(fresh(), rows, batches, execute_rows) for _ in range(repeat)],
        }
        if kind == "postgresql":
            ways["COPY"] = [plainly(fresh(), rows, batches, copy_rows) for _ in range(repeat)]
    total = sum(map(len, rows.values()))
    return {
        "facts": facts,
        "articles": len(results),
        "rows": total,
        "ways": {way: _numbers(times, facts, total) for way, times in ways.items()},
    }


def _numbers(times: list[Times], facts: int, rows: int) -> dict[str, Any]:
    median = sorted(times, key=lambda one: one.seconds)[len(times) // 2]
    return {
        "seconds": round(median.seconds, 2),
        "cpu_seconds": round(median.cpu, 2),
        "merge_seconds": round(median.merging, 2),
        "rows_per_second": round(rows / median.seconds),
        "facts_per_second": round(facts / median.seconds),
    }


def extraction(results: list[Processed]) -> Times:
    """Seconds per article for extraction on one core, here and now.

    Measured by the word on the sample corpus, for articles as long as those of ``results``.
    """
    from pipeline.config import Config
    from pipeline.extractor import Extractor
    from pipeline.load import load

    extractor = Extractor(Config())
    found = [item for item in load(["corpus/sample"]) if isinstance(item, Article)]
    list(extractor.process(found[:5]))
    start, cpu = time.perf_counter(), time.process_time()
    list(extractor.process(found))
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    scale = _words(result.article for result in results[:100]) / 100 / _words(found)
    return Times(seconds * scale, cpu * scale)


def _words(articles: Iterable[Article | Rejected]) -> int:
    counts = [len(one.text.split()) for one in articles if isinstance(one, Article)]
    return sum(counts)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--facts", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--out", type=Path, default=RESULTS)
    parser.add_argument("--docs", type=Path, help="write the table into this page, too")
    options = parser.parse_args()
    results = list(corpus(options.facts))
    kinds = ["sqlite", *(["postgresql"] if binaries() else [])]
    report: dict[str, Any] = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "sqlalchemy": sqlalchemy.__version__,
        "cpus": os.cpu_count(),
        "batch_articles": BATCH,
        "databases": {kind: measure(kind, results, options.repeat) for kind in kinds},
    }
    # Measured between and not before: other programs on the machine slow both alike.
    per_article = extraction(results)
    report["seconds_per_article"] = round(per_article.seconds, 4)
    report["cpu_seconds_per_article"] = round(per_article.cpu, 4)
    for measured in report["databases"].values():
        for numbers in measured["ways"].values():
            # Merging is the normaliser's work, done for knowledge.csv without a database, too.
            storing = numbers["cpu_seconds"] - numbers["merge_seconds"]
            reading = per_article.cpu * len(results)
            numbers["cpu_share_of_run"] = round(storing / (numbers["cpu_seconds"] + reading), 4)
            reading = per_article.seconds * len(results)
            numbers["share_of_run"] = round(numbers["seconds"] / (numbers["seconds"] + reading), 4)
    print(table(report))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    if options.docs is not None:
        text = options.docs.read_text(encoding="utf-8")
        options.docs.write_text(replace_section(text, "speed", table(report)), encoding="utf-8")


def table(report: dict[str, Any]) -> str:
    """Return the figures as a Markdown table."""
    lines = [
        "| database | way | s | CPU s | merging | rows/s | facts/s | of a run | CPU of a run |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, measured in report["databases"].items():
        for way, numbers in measured["ways"].items():
            lines.append(
                f"| {kind} | {way} | {numbers['seconds']:.1f} | {numbers['cpu_seconds']:.1f} "
                f"| {numbers['merge_seconds']:.1f} | {numbers['rows_per_second']:,} "
                f"| {numbers['facts_per_second']:,} | {numbers['share_of_run']:.1%} "
                f"| {numbers['cpu_share_of_run']:.1%} |"
            )
    measured = next(iter(report["databases"].values()))
    lines += [
        "",
        f"{measured['facts']:,} facts of {measured['articles']:,} articles, "
        f"{measured['rows']:,} rows in all tables; {report['cpus']} cores, "
        f"Python {report['python']}, SQLite {report['sqlite']}, "
        f'SQLAlchemy {report["sqlalchemy"]}. "s" is by the clock, "CPU s" this process\'s own '
        '(the server\'s is not in it), "merging" the part of it that makes knowledge. '
        '"Of a run": all of it beside reading the articles on one core, measured in the same '
        f'minutes ({report["seconds_per_article"] * 1000:.0f} ms per article); "CPU of a run": '
        "storing alone, without the merge that knowledge.csv needs as well, beside the CPU time "
        f"of reading ({report['cpu_seconds_per_article'] * 1000:.0f} ms).",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
