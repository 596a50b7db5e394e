"""The callables that merge facts, handed in by the caller: stages do not import each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from pipeline.types import Article, Fact, Knowledge, Rejected


class ArticleMeta(Protocol):
    """What the merge wants to know of an article."""

    @property
    def published(self) -> date | None: ...

    @property
    def url(self) -> str | None: ...

    @property
    def source(self) -> str: ...


#: Merges the facts of whole groups; ``pipeline.normalise.merge.merge``.
Merge = Callable[[Sequence[Fact], Mapping[str, ArticleMeta]], Sequence[Knowledge]]
#: Names the group that a fact is merged in; ``pipeline.normalise.merge.knowledge_key``.
KeyOf = Callable[[Fact], str]


def article_id(article: Article | Rejected) -> str:
    """Id of an article, refused or not."""
    return article.article if isinstance(article, Rejected) else article.id
