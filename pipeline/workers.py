"""Articles through several processes, results in input order.

Processes are forked after the model is loaded, so its memory is shared; what comes
back are plain facts. A worker that dies is replaced and its articles are done again;
an article that kills its worker twice is refused by name.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from pipeline.extractor import Extractor
from pipeline.store.sink import Processed
from pipeline.types import Article, Rejected

#: Set just before the fork: the children inherit it, nothing is sent.
_EXTRACTOR: list[Extractor] = []


def process(
    articles: Iterable[Article], extractor: Extractor, *, workers: int, batch: int
) -> Iterator[Processed]:
    """Yield what each article gives, in order, whatever the number of workers."""
    if workers <= 1:
        yield from extractor.process(articles)
        return
    _EXTRACTOR[:] = [extractor]
    source = iter(articles)
    waiting: deque[tuple[list[Article], Future[list[Processed]]]] = deque()
    pool = _pool(workers)
    try:
        while True:
            while len(waiting) < 2 * workers and (chunk := list(islice(source, batch))):
                waiting.append((chunk, _submit(pool, chunk)))
            if not waiting:
                return
            chunk, future = waiting.popleft()
            try:
                yield from future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from _one_by_one(chunk)
                pool = _pool(workers)
                waiting = deque((c, _submit(pool, c)) for c, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork"))


def _submit(pool: ProcessPoolExecutor, chunk: list[Article]) -> Future[list[Processed]]:
    try:
        return pool.submit(_work, chunk)
    except BrokenProcessPool as error:
        failed: Future[list[Processed]] = Future()
        failed.set_exception(error)
        return failed


def _work(chunk: list[Article]) -> list[Processed]:
    return list(_EXTRACTOR[0].process(chunk))


def _one_by_one(chunk: list[Article]) -> Iterator[Processed]:
    """Find the article that kills its worker: each in a process of its own."""
    for article in chunk:
        with _pool(1) as pool:
            try:
                yield from pool.submit(_work, [article]).result()
            except BrokenProcessPool:
                reason = "killed its worker process"
                yield Processed(Rejected(article.id, article.source, "annotate", reason))
