"""What a database already holds, and what in it an older engine version made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from pipeline.store.database.bulk import select_where
from pipeline.store.database.lines import storable_text
from pipeline.store.database.link import Link
from pipeline.store.database.schema import articles, facts, mentions
from pipeline.store.records import DONE, fact_from_record
from pipeline.store.sink import Processed
from pipeline.types import Article, EntityMention

_PORTION = 256
#: Engine version of articles loaded from files that do not name theirs.
UNKNOWN_ENGINE = ""


def known(link: Link, found: Iterable[tuple[str, str]], engine_version: str) -> set[str]:
    """Return the ids stored as done, with this sha256, by this engine version."""
    hashes = {storable_text(article): (article, sha256) for article, sha256 in found}
    query = select(articles.c.article, articles.c.sha256).where(
        articles.c.status == DONE, articles.c.engine_version == engine_version
    )
    return {
        hashes[row.article][0]
        for row in _rows(link, query, hashes)
        if row.sha256 == hashes[row.article][1]
    }


def unchanged(link: Link, found: Iterable[Article], engine_version: str) -> set[str]:
    """Return the ids of :func:`known` whose date, title, URL and source are as stored, too."""
    wanted = {storable_text(article.id): article for article in found}
    same = known(link, ((one.id, one.sha256) for one in wanted.values()), engine_version)
    names = ("article", "source", "title", "url", "published")
    query = select(*(articles.c[name] for name in names))
    return {
        wanted[row.article].id
        for row in _rows(link, query, [name for name in wanted if wanted[name].id in same])
        if tuple(row)[1:] == _described(wanted[row.article])
    }


def result(link: Link, article: Article) -> Processed:
    """Return what is stored of an article that :func:`unchanged` names: its facts and names."""
    own = storable_text(article.id)
    told = link.read(
        partial(
            _all,
            query=select(facts.c.record)
            .where(facts.c.article == own)
            .order_by(facts.c.evidence_start, facts.c.relation, facts.c.rule, facts.c.fact_id),
        )
    )
    names = link.read(
        partial(
            _all,
            query=select(mentions)
            .where(mentions.c.article == own)
            .order_by(mentions.c.start, mentions.c.end),
        )
    )
    return Processed(
        article,
        tuple(fact_from_record(row.record) for row in told),
        tuple(
            EntityMention(
                article.id, row.text, row.start, row.end, row.label, row.name, row.entity_id
            )
            for row in names
        ),
    )


def stale(link: Link, engine_version: str) -> Iterator[Article]:
    """Yield the stored articles with a text that another engine version read.

    A transaction per portion: between portions the same articles may be written.
    """
    names = ("source", "text", "title", "url", "published", "language", "sha256")
    last = ""
    while True:
        query = (
            select(articles.c.article, *(articles.c[name] for name in names))
            .where(
                articles.c.article > last,
                articles.c.engine_version.not_in([engine_version, UNKNOWN_ENGINE]),
                articles.c.text.is_not(None),
            )
            .order_by(articles.c.article)
            .limit(_PORTION)
        )
        rows = link.read(partial(_all, query=query))
        for row in rows:
            yield Article(id=row.article, **{name: row._mapping[name] for name in names})
        if len(rows) < _PORTION:
            return
        last = rows[-1].article


def _all(connection: Connection, *, query: Select[Any]) -> Sequence[Row[Any]]:
    return connection.execute(query).all()


def _rows(link: Link, query: Select[Any], ids: Iterable[str]) -> list[Row[Any]]:
    wanted = set(ids)
    return link.read(
        lambda connection: list(select_where(connection, query, articles.c.article, wanted))
    )


def _described(article: Article) -> tuple[Any, ...]:
    texts = (article.source, article.title, article.url)
    clean = (None if text is None else storable_text(text) for text in texts)
    return (*clean, article.published)
