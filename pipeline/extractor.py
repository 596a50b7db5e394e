"""The three inner stages as one object: articles in, facts out.

What :mod:`pipeline.run` gives to a worker process, and what other programs call when
they want facts of a text without files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pipeline.annotate.document import Annotator
from pipeline.annotate.language import MODEL, load_model, trained_component
from pipeline.config import Config
from pipeline.extract.engine import Engine
from pipeline.extract.load import load_relations
from pipeline.extract.scored.model import read_readings
from pipeline.lexicon import load_lexicon
from pipeline.lexicon.common import common_words
from pipeline.normalise.confidence import read_calibration
from pipeline.normalise.facts import Normaliser
from pipeline.normalise.money import load_rates
from pipeline.store.records import fact_id
from pipeline.store.sink import Processed
from pipeline.types import AnnotatedArticle, Article

_MODELS = Path(__file__).parent.parent / "models"


class Extractor:
    """Model, lexicon and rules, loaded once. Holds no state between articles.

    Raises:
        ConfigError: model, lexicon or calibration cannot be used.
        RuleError: a rule is ill-formed.
    """

    def __init__(self, config: Config) -> None:
        models = config.models or _MODELS
        self.lexicon = lexicon = load_lexicon(config.models, config.lexicon)
        self.relations = load_relations(config.rules)
        self.readings = read_readings(models / "readings.json")
        self.engine = Engine(
            self.relations,
            lexicon.nationalities,
            lexicon.demonyms,
            readings=self.readings,
        )
        self.annotator = Annotator(
            load_model(MODEL, trained_component(models)), lexicon, common_words(config.models)
        )
        self.normaliser = Normaliser(
            lexicon,
            read_calibration(models / "confidence.json"),
            load_rates(config.rates) if config.rates else None,
        )
        self._config = config

    def process(self, articles: Iterable[Article]) -> Iterator[Processed]:
        """Yield what each article gives, in order."""
        for document in self.annotator.annotate(articles, batch=self._config.batch):
            yield self.read(document)

    def read(self, document: AnnotatedArticle) -> Processed:
        """Return the facts and entities of an annotated article."""
        relations = self.engine.extract(document)
        facts = [
            replace(
                f,
                fact_id=fact_id(
                    document.article.sha256, f.relation, f.arguments, f.attributes, f.evidence
                ),
            )
            for f in self.normaliser.facts(document, relations)
            if f.confidence >= self._config.min_confidence
        ]
        return Processed(document.article, tuple(facts), tuple(self.normaliser.entities(document)))
