"""Articles to store, and all that a database says, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from pipeline.normalise.merge import knowledge_key, merge
from pipeline.store.database.engine import connect
from pipeline.store.database.retry import Retry
from pipeline.store.database.schema import metadata, runs, schema_meta
from pipeline.store.database.sink import DatabaseSink
from pipeline.store.database.url import resolve
from pipeline.store.sink import Processed
from pipeline.types import Article
from tests.builders import a_fact, a_mention, a_time, an_article, an_entity, money

#: Columns that say when or by which run a row was written.
_WHEN = {"run_id", "updated", "first_run", "removed_run", "removed_id"}


def no_sleep(_seconds: float) -> None:
    """Pause for no time."""


def a_sink(url: str, **options: Any) -> DatabaseSink:
    """A sink with the real merge, engine version "v1" and pauses that take no time."""
    options.setdefault("engine_version", "v1")
    options.setdefault("retry", Retry(pauses=(0.0, 0.0), sleep=no_sleep))
    options.setdefault("notify", lambda message: None)
    return DatabaseSink(url, merge=merge, key_of=knowledge_key, **options)


def store(url: str, *results: Processed, **options: Any) -> DatabaseSink:
    """Write results as one run of one batch, and return the closed sink."""
    with a_sink(url, **options) as sink:
        sink.start_run()
        sink.write(results)
        sink.end_run()
    return sink


def opening(
    article_id: str = "a1",
    company: str = "Veltria",
    place: str = "Lyon",
    *,
    verb: str = "ouvrira",
    published: str | None = "2024-10-10",
    **article: Any,
) -> Processed:
    """An article of one sentence that tells of an office, with its fact and mentions."""
    text = f"{company} {verb} un bureau à {place}."
    source = an_article(text, id=article_id, published=published, **article)
    fact = a_fact(
        source,
        "opens_office",
        company=company,
        place=an_entity(source, place, "LOC", country="FR", region="Rhône", latitude=45.75),
        kind="office",
        status="planned" if verb == "ouvrira" else "opened",
        time=a_time("2024-10-01", "2024-12-31", text="fin 2024"),
    )
    return Processed(source, (fact,), (a_mention(source, company), a_mention(source, place, "LOC")))


def press(article_id: str = "p1") -> Processed:
    """An article with facts of five relations, amounts, lists, a denial and an anaphor."""
    text = (
        "Orvani lève 12 millions d’euros auprès de Balto Ventures et de Ciel Capital. "
        "Fondée en 2019 par Maud Serin et Hugo Talec à Nantes, elle vaut 90 millions. "
        "Maud Serin, directrice générale d’Orvani, dément un bureau à Berlin."
    )
    article = an_article(
        text, id=article_id, published="2024-05-02", url="https://presse.example/orvani"
    )
    facts = (
        a_fact(
            article,
            "raises_funding",
            company="Orvani",
            investors=["Balto Ventures", an_entity(article, "Ciel Capital", entity_id=None)],
            amount=money("12000000", text="12 millions d’euros"),
            round="A",
            status="done",
        ),
        a_fact(
            article,
            "founded",
            company="Orvani",
            founders=["Maud Serin", "Hugo Talec"],
            place="Nantes",
            year=2019,
        ),
        a_fact(
            article,
            "valued_at",
            company="Orvani",
            amount=money("90000000", None),
        ),
        a_fact(
            article,
            "holds_role",
            person="Maud Serin",
            company="Orvani",
            role="directrice générale",
            role_code="ceo",
            status="current",
        ),
        a_fact(
            article,
            "opens_office",
            company="Orvani",
            place="Berlin",
            kind="office",
            status="planned",
            modality="denied",
        ),
    )
    mentions = (
        a_mention(article, "Orvani"),
        a_mention(article, "Maud Serin", "PER"),
        a_mention(article, "Nantes", "LOC"),
    )
    return Processed(article, facts, mentions)


def rows(url: str, table: Table) -> list[dict[str, Any]]:
    """All rows of a table, sorted."""
    engine = connect(resolve(url))
    try:
        with engine.connect() as connection:
            found = [dict(row._mapping) for row in connection.execute(select(table))]
    finally:
        engine.dispose()
    return sorted(found, key=repr)


def query(url: str, statement: str) -> list[dict[str, Any]]:
    """The rows of a statement."""
    engine = connect(resolve(url))
    try:
        with engine.connect() as connection:
            return [dict(row._mapping) for row in connection.exec_driver_sql(statement)]
    finally:
        engine.dispose()


def content(url: str, *, history: bool = False) -> dict[str, list[dict[str, Any]]]:
    """All that a database says, but for when it was written; equal databases are equal."""
    left_out = {runs, schema_meta}
    return {
        table.name: sorted(
            (
                {name: value for name, value in row.items() if name not in _WHEN}
                for row in rows(url, table)
            ),
            key=repr,
        )
        for table in metadata.sorted_tables
        if table not in left_out and (history or table.name != "removed_facts")
    }


def afresh(tmp_path: Path, results: Iterable[Processed], name: str = "afresh") -> dict[str, Any]:
    """What a new database says that was given these results once."""
    url = f"sqlite:///{tmp_path / name}.db"
    store(url, *results)
    return content(url)


def retold(result: Processed, **changes: Any) -> Article:
    """The article of a result with other fields."""
    import dataclasses

    assert isinstance(result.article, Article)
    return dataclasses.replace(result.article, **changes)
