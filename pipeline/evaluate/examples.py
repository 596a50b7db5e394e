"""Development facts with the features of the reading that each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.evaluate.calibrate import Example, story_of
from pipeline.evaluate.calibration import judged
from pipeline.evaluate.gold import GoldDocument, Half, load_gold, take_half
from pipeline.evaluate.match import match_corpus
from pipeline.extractor import Extractor
from pipeline.lexicon import Lexicon, load_lexicon
from pipeline.load import load
from pipeline.normalise.confidence import DEFAULT, Calibration
from pipeline.normalise.facts import Normaliser
from pipeline.run import load_options
from pipeline.store.records import entities_of, fact_record
from pipeline.types import AnnotatedArticle, Argument, Article, Fact, Relation

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Recorder(Calibration):
    """The default confidence, keeping the features of every reading it is asked about."""

    seen: list[dict[str, float]] = field(default_factory=list)

    def probability(self, relation: str, features: Mapping[str, float]) -> float:
        self.seen.append(dict(features))
        return DEFAULT.probability(relation, features)


def _relation_key(relation: Relation) -> _Key:
    spans = sorted(
        (name, one.start) for name, one in relation.arguments.items() if isinstance(one, Argument)
    )
    where = (relation.evidence.start, relation.evidence.end)
    return (relation.relation, relation.rule, where, relation.attributes.get("role"), *spans)


def _fact_key(fact: Fact) -> _Key:
    spans = sorted(
        (name, one.start)
        for name, value in fact.arguments.items()
        if not isinstance(value, tuple)
        for one in entities_of(value)
    )
    where = (fact.evidence.start, fact.evidence.end)
    return (fact.relation, fact.rule, where, fact.attributes.get("role"), *spans)


def _of_document(
    extractor: Extractor, lexicon: Lexicon, document: AnnotatedArticle
) -> list[tuple[dict[str, Any], dict[str, float]]]:
    """Return each fact of a document as a record, with its features.

    A fact put together from several readings keeps rule and evidence of one, and its
    features with them; where a later step altered even those, it is left out.
    """
    relations = extractor.engine.extract(document)
    recorder = _Recorder(DEFAULT.intercept, DEFAULT.weights, DEFAULT.relations)
    facts = Normaliser(lexicon, recorder).facts(document, relations)
    features = {
        _relation_key(relation): seen
        for relation, seen in zip(relations, recorder.seen, strict=True)
    }
    return [
        (fact_record(fact), features[_fact_key(fact)])
        for fact in facts
        if _fact_key(fact) in features
    ]


def _examples(
    gold: tuple[GoldDocument, ...], rows: list[tuple[dict[str, Any], dict[str, float]]]
) -> list[Example]:
    features = {id(record): seen for record, seen in rows}
    matches = match_corpus(gold, [record for record, _ in rows], "strict")
    return [
        Example(
            story_of(str(record["article"])), str(record["relation"]), features[id(record)], right
        )
        for record, right in judged(gold, matches)
    ]


def collect(folder: Path, *, half: Half | None = None) -> list[Example]:
    """Run the pipeline over a gold folder and return every fact it tells as an example.

    Raises:
        UsageError: the gold cannot be used.
        ConfigError, RuleError: as of the pipeline.
    """
    gold = take_half(load_gold(folder), half)
    wanted = {document.id for document in gold}
    config = Config()
    extractor, lexicon = Extractor(config), load_lexicon(config.models, config.lexicon)
    articles = [
        item
        for item in load([str(folder)], load_options(config))
        if isinstance(item, Article) and item.id in wanted
    ]
    rows = [
        row
        for document in extractor.annotator.annotate(articles, batch=config.batch)
        for row in _of_document(extractor, lexicon, document)
    ]
    return _examples(gold, rows)
