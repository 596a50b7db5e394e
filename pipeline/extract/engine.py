"""Runs rules over annotated articles: match, read, let readings compete."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pipeline.extract.assemble import relations_from
from pipeline.extract.automaton import Automaton
from pipeline.extract.coordination import continued
from pipeline.extract.forms import forms_of, marks_of
from pipeline.extract.mask import Code, Masked, Masker, join
from pipeline.extract.matches import Match, compete
from pipeline.extract.pattern import Compiled, compile_rule
from pipeline.extract.reading import Reader
from pipeline.extract.relation import RelationType
from pipeline.extract.retold import drop_broader, settle_status
from pipeline.extract.rounds import complete_deals
from pipeline.extract.scored.model import Readings
from pipeline.extract.scored.tell import Scored
from pipeline.extract.succession import choose, depart, succeed
from pipeline.extract.vocabulary import SHARED
from pipeline.types import AnnotatedArticle, Relation, Sentence


class Engine:
    """Holds the compiled rules of some relations; stateless between articles.

    ``gate=False`` asks every rule about every sentence, which finds the same and takes a
    hundred times as long: ``benchmarks/gate.py`` proves the gate with it.
    """

    def __init__(
        self,
        relations: Sequence[RelationType],
        nationalities: Mapping[str, str] | None = None,
        demonyms: Mapping[str, str] | None = None,
        *,
        readings: Mapping[str, Readings] | None = None,
        gate: bool = True,
    ) -> None:
        self.relations = tuple(relations)
        self._nationalities = nationalities or {}
        self._demonyms = demonyms or {}
        self._countries = frozenset(self._nationalities.values())
        self.rules: tuple[Compiled, ...] = tuple(
            compile_rule(rule, relation, SHARED)
            for relation in relations
            for rule in relation.rules
        )
        self._masker = Masker(marks_of(relations), self._nationalities, self._demonyms)
        self._reader = Reader(forms_of(relations), self._nationalities, self._demonyms)
        self._automaton = Automaton(self.rules) if gate else None
        kinds = next((r.kinds for r in relations if r.name == "opens_office"), {})
        self._scored = Scored(readings or {}, kinds)

    def extract(self, document: AnnotatedArticle) -> list[Relation]:
        """Return the relations of an article, in text order, one best reading each."""
        matches: list[Match] = []
        coded = [self._masker.codes(sentence) for sentence in document.sentences]
        for sentence, codes in zip(document.sentences, coded, strict=True):
            rules = self._promising(codes)
            if not rules:
                continue
            masked = join(codes)
            for rule in rules:
                matches.extend(self.match(rule, document, sentence, masked))
        kept = compete(matches)
        kept += continued([m for m in kept if m.rule.relation.name == "holds_role"])

        def of(name: str) -> list[Relation]:
            return [
                r for m in kept if m.rule.relation.name == name for r in relations_from(m, document)
            ]

        found = [r for m in kept if not m.rule.relation.hidden for r in relations_from(m, document)]
        found = self._scored.complete(document, coded, kept, found)
        told = depart(
            succeed(
                settle_status(drop_broader(found, self._countries)), of("succession"), of("vacancy")
            ),
            of("departure"),
            of("vacancy"),
        )
        told = choose(told, of("chosen"), of("vacancy"))
        return complete_deals(document, told, of("backing"), of("deal_price"))

    def promising(self, sentence: Sentence) -> Sequence[Compiled]:
        """Return the rules that may match a sentence; all others certainly do not."""
        return self._promising(self._masker.codes(sentence))

    def _promising(self, codes: Sequence[Code]) -> Sequence[Compiled]:
        """The gate. It sees sentences whose antecedents are found: no rule is lost for one."""
        if self._automaton is None:
            return self.rules
        return self._automaton.rules(self._automaton.symbols(codes))

    def codes(self, sentence: Sentence) -> list[Code]:
        """Return the code of each unit of a sentence."""
        return self._masker.codes(sentence)

    def mask(self, sentence: Sentence) -> Masked:
        """Code a sentence as rules see it (for ``explain``)."""
        return self._masker.mask(sentence)

    def match(
        self, rule: Compiled, document: AnnotatedArticle, sentence: Sentence, masked: Masked
    ) -> Iterable[Match]:
        """Yield the readings that one rule finds in one sentence."""
        found = rule.regex.search(masked.code)
        if found is None or not self._holds(rule, document, sentence, masked):
            return
        while found is not None:
            yield from self._reader.read(rule, document, sentence, masked, found)
            step = masked.code.find(" ", found.start())
            found = rule.regex.search(masked.code, step + 1) if step >= 0 else None

    def _holds(
        self, rule: Compiled, document: AnnotatedArticle, sentence: Sentence, masked: Masked
    ) -> bool:
        """Say whether the conditions of a rule beside its pattern hold in a sentence."""
        if rule.veto is not None and rule.veto.search(masked.code):
            return False
        if rule.given is not None and not rule.given.search(masked.code):
            return False
        return rule.near is None or self._near(rule.near, document, sentence)

    def _near(
        self, pattern: re.Pattern[str], document: AnnotatedArticle, sentence: Sentence
    ) -> bool:
        """Say whether the sentence or one of the two before it holds the pattern."""
        around = document.sentences[max(0, sentence.index - 2) : sentence.index + 1]
        return any(pattern.search(self._masker.mask(s).code) for s in reversed(around))


def relations_of(engine: Engine, document: AnnotatedArticle, name: str) -> list[Relation]:
    """Return what the rules of one relation find, hidden ones included, before facts are made."""
    matches = [
        m
        for sentence in document.sentences
        for masked in (engine.mask(sentence),)
        for rule in engine.rules
        if rule.relation.name == name
        for m in engine.match(rule, document, sentence, masked)
    ]
    return [r for m in compete(matches) for r in relations_from(m, document)]
