"""Mixing what is known already with what must be worked out, in input order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected

#: Known results held back at most while the next unknown one is worked out.
_HELD = 2000


def in_order(
    items: Iterable[Article | Rejected],
    known: Callable[[Article | Rejected], Processed | None],
    work: Callable[[Iterable[Article]], Iterator[Processed]],
) -> Iterator[Processed]:
    """Yield a result for each item, in order.

    ``known`` answers at once or with None; what it does not know goes through ``work``,
    which is started at the first such item and yields one result for each.
    """
    source = iter(items)
    held: deque[Processed | None] = deque()
    results: Iterator[Processed] | None = None

    def unknown() -> Iterator[Article]:
        for item in source:
            answer = known(item)
            held.append(answer)
            if answer is None:
                assert isinstance(item, Article)
                yield item
            if len(held) > _HELD:
                # Enough is waiting: let it out before reading on.
                return

    while True:
        pending = unknown()
        first = next(pending, None)
        if first is not None:
            results = work(_chain(first, pending))
        if first is None and not held:
            return
        while held:
            head = held.popleft()
            if head is not None:
                yield head
            else:
                assert results is not None
                yield next(results)


def _chain(first: Article, rest: Iterator[Article]) -> Iterator[Article]:
    yield first
    yield from rest
