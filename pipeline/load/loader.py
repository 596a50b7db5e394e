"""From inputs to articles: the order of reading, and the checks that all formats share."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.errors import ArticleError
from pipeline.load.clean import clean
from pipeline.load.content import Content, open_content
from pipeline.load.dateline import find_dateline
from pipeline.load.draft import Draft
from pipeline.load.feed import read_feed
from pipeline.load.html import read_html
from pipeline.load.inputs import (
    Inputs,
    Source,
    article_beside,
    printable,
    refuse,
    resolve,
    sidecar_path,
    walk,
)
from pipeline.load.jsonl import read_json, read_lines
from pipeline.load.language import foreign_language
from pipeline.load.options import LoadOptions
from pipeline.load.sidecar import Sidecar, read_sidecar
from pipeline.load.sniff import Kind, kind_of, kind_of_stream
from pipeline.load.text import heading, read_text
from pipeline.types import Article, Rejected

Reader = Callable[[Content, Source, LoadOptions], Iterator[Draft | Rejected]]

_READERS: dict[Kind, Reader] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_lines,
    "json": read_json,
    "feed": read_feed,
}


def load(inputs: Sequence[str], options: LoadOptions | None = None) -> Iterator[Article | Rejected]:
    """Read files, folders, globs and ``-`` (standard input), lazily and in a stable order.

    Every article has its own id and a text that no other article of the run has; the
    second of two equal texts is refused as a duplicate. What cannot be read becomes a
    ``Rejected`` of stage "load".

    Raises:
        UsageError: an input does not exist; at once, before anything is read.
    """
    return _Run(resolve(inputs), options or LoadOptions()).articles()


def count_files(inputs: Sequence[str]) -> int:
    """Count the files that ``load`` would open, for a progress bar.

    A file of JSON lines or a feed counts as one and may hold many articles.

    Raises:
        UsageError: an input does not exist.
    """
    return sum(1 for item in walk(resolve(inputs)) if isinstance(item, Source))


class _Run:
    """What one run has read so far."""

    def __init__(self, inputs: Inputs, options: LoadOptions) -> None:
        self._inputs, self._options = inputs, options
        self._ids: set[str] = set()
        self._id_of_content: dict[bytes, str] = {}

    def articles(self) -> Iterator[Article | Rejected]:
        for item in walk(self._inputs):
            if isinstance(item, Rejected):
                yield item
                continue
            for draft in self._drafts(item):
                yield draft if isinstance(draft, Rejected) else self._finish(draft)

    def _drafts(self, source: Source) -> Iterator[Draft | Rejected]:
        if source.suffix == ".json" and source.path is not None and not source.gzipped:
            article = article_beside(source.path)
            if article is not None and self._is_sidecar(source):
                if not self._inputs.cover(article):
                    name = printable(article.name)
                    yield refuse(source.path, f"metadata of {name}, not an article")
                return
        sidecar = Sidecar()
        path = sidecar_path(source)
        if path is not None:
            try:
                sidecar = read_sidecar(path, self._options) or sidecar
            except ArticleError as error:
                # Its own name: the article beside it goes on under theirs.
                yield replace(refuse(path, error.reason), article=printable(path.name))
        for draft in self._read(source):
            if isinstance(draft, Draft) and path is not None:
                draft = replace(
                    draft,
                    published=draft.published or sidecar.published,
                    title=draft.title or sidecar.title,
                    url=draft.url or sidecar.url,
                    note=draft.note or (sidecar.note if draft.published is None else None),
                )
            yield draft

    def _is_sidecar(self, source: Source) -> bool:
        assert source.path is not None
        try:
            return read_sidecar(source.path, self._options) is not None
        except ArticleError:
            # Broken: it is reported with the article that it stands beside.
            return True

    def _read(self, source: Source) -> Iterator[Draft | Rejected]:
        try:
            with open_content(source, self._options.max_bytes) as content:
                if source.path is None:
                    kind = kind_of_stream(content.head, self._options.stdin_format)
                else:
                    kind = kind_of(content.head, source.suffix)
                yield from _READERS[kind](content, source, self._options)
        except ArticleError as error:
            yield Rejected(source.id, source.name, "load", error.reason)

    def _finish(self, draft: Draft) -> Article | Rejected:
        try:
            return self._article(draft)
        except ArticleError as error:
            return Rejected(draft.id, draft.source, "load", error.reason)

    def _article(self, draft: Draft) -> Article:
        article = finish(draft, self._options, known=self._id_of_content)
        article = replace(article, id=self._free_id(draft.id, article.sha256))
        self._ids.add(article.id)
        self._id_of_content[bytes.fromhex(article.sha256)] = article.id
        return article

    def _free_id(self, wanted: str, digest: str) -> str:
        """Give the id itself, or with as much of the text's hash as makes it unique."""
        if wanted not in self._ids:
            return wanted
        for length in range(8, len(digest) + 1):
            if (candidate := f"{wanted}-{digest[:length]}") not in self._ids:
                return candidate
        raise ArticleError(f"id {wanted} is taken")


def finish(
    draft: Draft, options: LoadOptions, *, known: Mapping[bytes, str] | None = None
) -> Article:
    """Clean, check and date a draft; its id stays as the draft has it.

    ``known`` are the ids of the texts read so far, by SHA-256.

    Raises:
        ArticleError: too long, empty, a duplicate of a known text, or not French.
    """
    if len(draft.text) > options.max_chars:
        raise ArticleError(
            f"too long ({len(draft.text):,} characters; the limit is {options.max_chars:,})"
        )
    text = clean(draft.text)
    if not text.strip():
        raise ArticleError("empty")
    digest = hashlib.sha256(text.encode("utf-8"))
    first = known.get(digest.digest()) if known else None
    if first is not None:
        raise ArticleError(f"duplicate of {first}")
    if options.check_language:
        code = foreign_language(text)
        if code is not None:
            raise ArticleError(f"not French ({code})")
    return Article(
        id=draft.id,
        source=draft.source,
        text=text,
        title=clean(draft.title) if draft.title else heading(text),
        url=draft.url,
        published=draft.published or find_dateline(text) or options.default_date,
        language="fr" if options.check_language else None,
        sha256=digest.hexdigest(),
        note=draft.note,
    )
