"""Article -> AnnotatedArticle: the stage as a whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from pipeline.annotate.dates import find_dates
from pipeline.annotate.discourse import Discourse
from pipeline.annotate.language import ModelEntity, entities
from pipeline.annotate.money import find_money
from pipeline.annotate.names import NameFinder
from pipeline.annotate.segment import paragraphs, sentences, tokenise
from pipeline.annotate.units import UnitBuilder
from pipeline.french.typography import fold
from pipeline.lexicon import Lexicon
from pipeline.types import AnnotatedArticle, Article, Sentence, Span

if TYPE_CHECKING:
    from spacy.language import Language


class Annotator:
    """Finds names, amounts, times and antecedents in articles."""

    def __init__(
        self, nlp: Language, lexicon: Lexicon, common: frozenset[str] = frozenset()
    ) -> None:
        self._nlp = nlp
        self._names = NameFinder(lexicon, common)
        self._units = UnitBuilder(lexicon)
        self._discourse = Discourse(lexicon)

    def annotate(
        self, articles: Iterable[Article], *, batch: int = 32
    ) -> Iterator[AnnotatedArticle]:
        """Yield the articles annotated, in order; the model sees them paragraph by paragraph."""
        source = iter(articles)
        while chunk := list(islice(source, batch)):
            folded = [fold(article.text) for article in chunk]
            borders = [paragraphs(text) for text in folded]
            pieces = (
                text[a:b] for text, spans in zip(folded, borders, strict=True) for a, b in spans
            )
            found = entities(self._nlp, pieces)
            for article, text, spans in zip(chunk, folded, borders, strict=True):
                model = [
                    ModelEntity(e.start + a, e.end + a, e.label)
                    for a, _ in spans
                    for e in next(found)
                ]
                yield self._document(article, text, model)

    def _document(
        self, article: Article, folded: str, model: Sequence[ModelEntity]
    ) -> AnnotatedArticle:
        text = article.text
        spans = sentences(folded)
        tokens = [tokenise(folded, a, b) for a, b, _ in spans]
        headings = [
            _heading(folded, a, b, alone=_alone(spans, i)) for i, (a, b, _) in enumerate(spans)
        ]
        names = self._names.find(text, folded, tokens, model, headings)
        name_starts = [mention.start for mention, _ in names]
        money, dates = _Spans(find_money(text)), _Spans(find_dates(text))
        rows = []
        for i, ((start, end, opens), words) in enumerate(zip(spans, tokens, strict=True)):
            units = self._units.build(
                text, words,
                names[bisect_left(name_starts, start) : bisect_left(name_starts, end)],
                money.inside(start, end), dates.inside(start, end),
            )  # fmt: skip
            rows.append(Sentence(start, end, units, i, opens, headings[i]))
        resolved, topic = self._discourse.resolve(rows, article.title)
        # A name that a function swallowed ("ministre de l'Économie") is no entity; its places are.
        kept = {u.mention for row in rows for u in row.units if u.mention is not None}
        return AnnotatedArticle(
            article,
            tuple(m for m, label in names if label != "X" and (m in kept or label == "LOC")),
            tuple(resolved),
            topic,
        )


class _Spans:
    """Spans by their start: a long article has thousands, and asks for each sentence's."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=lambda s: s.start)
        self._starts = [s.start for s in self._spans]

    def inside(self, start: int, end: int) -> list[Span]:
        """Return the spans that lie between two offsets, in text order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [s for s in self._spans[first:last] if s.end <= end]


def _alone(spans: Sequence[tuple[int, int, bool]], i: int) -> bool:
    return spans[i][2] and (i + 1 == len(spans) or spans[i + 1][2])


def _heading(folded: str, start: int, end: int, *, alone: bool) -> bool:
    """A line of its own without a full stop at its end, and not long."""
    return (
        alone
        and end - start < 160
        and folded[end - 1] not in ".…:;"
        and "\n" not in folded[start:end]
    )
