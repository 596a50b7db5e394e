"""All that is known of one article as one JSON record; and made fit for any database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.store.records import (
    article_from_record,
    article_record,
    entities_of,
    entity_from_record,
    entity_record,
    fact_from_record,
    fact_record,
)
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected


def result_record(result: Processed) -> dict[str, Any]:
    """Put the three kinds of output line of one article side by side."""
    return {
        "article": article_record(result.article),
        "facts": [fact_record(fact) for fact in result.facts],
        "entities": [entity_record(mention) for mention in result.entities],
    }


def result_from_record(record: Mapping[str, Any]) -> Processed:
    """Return what a record tells; the inverse of :func:`result_record`.

    Raises:
        KeyError, TypeError, ValueError: the record does not follow the contract.
    """
    return Processed(
        article=article_from_record(record["article"]),
        facts=tuple(map(fact_from_record, record["facts"])),
        entities=tuple(map(entity_from_record, record["entities"])),
    )


def storable(result: Processed) -> Processed:
    """Replace, length kept, what no database takes: NUL and halves of surrogate pairs.

    Both come from damaged files (a name on disk that is not UTF-8); offsets stay right.
    """
    if storable_text(text := "".join(_strings(result))) is text:
        return result
    return result_from_record(_repaired(result_record(result)))


def storable_text(text: str) -> str:
    """Replace NUL and halves of surrogate pairs by U+FFFD; a sound text is returned itself."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = "".join("�" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    return text.replace("\0", "�") if "\0" in text else text


def read_once(results: Sequence[Processed], read: set[str]) -> tuple[Processed, ...]:
    """Leave out refusals under an id of ``read``, to which the batch's articles are added.

    The second of two equal records is refused under its own id, which is that of the first:
    the refusal would take the place of the article.
    """
    read.update(one.article.id for one in results if isinstance(one.article, Article))
    return tuple(
        one
        for one in results
        if isinstance(one.article, Article) or one.article.article not in read
    )


def _strings(result: Processed) -> Iterator[str]:
    article = result.article
    if isinstance(article, Rejected):
        yield from (article.article, article.source, article.stage, article.reason)
    else:
        yield from (article.id, article.source, article.text)
        yield from (article.title or "", article.url or "", article.language or "")
    # What stands in the text was seen with it; names and ids may come from elsewhere.
    has_text = not isinstance(article, Rejected) and bool(article.text)
    for fact in result.facts:
        if not has_text:
            yield fact.evidence.text
        yield from (value for value in fact.attributes.values() if isinstance(value, str))
        for argument in fact.arguments.values():
            for entity in entities_of(argument):
                yield from (entity.name, entity.entity_id or "", "" if has_text else entity.text)
    for mention in result.entities:
        yield from (mention.name, mention.entity_id or "", "" if has_text else mention.text)


def _repaired(value: Any) -> Any:
    if isinstance(value, str):
        return storable_text(value)
    if isinstance(value, Mapping):
        return {name: _repaired(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_repaired(item) for item in value]
    return value
