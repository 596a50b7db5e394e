"""The automaton tells of no rule that matches that it cannot: it may only save work."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract.automaton import Automaton
from pipeline.extract.mask import Code
from pipeline.extract.pattern import compile_rule
from pipeline.extract.relation import RelationType, Rule, verbs, words
from pipeline.extract.vocabulary import SHARED
from pipeline.extractor import Extractor
from pipeline.load import load
from pipeline.types import Article

ROOT = Path(__file__).parents[2]

TYPE = RelationType(
    "opens",
    {"company": "ORG", "place": "LOC"},
    (),
    words={"open": verbs("ouvrir"), "office": words("bureau site"), "stop": words("sans")},
    phrases={"at": ("à", "au @office? de"), "maybe": ("~2 aussi?",)},
)

ORG, LOC = Code("#OG", " "), Code("#LB", " ")
OPEN, OFFICE, STOP = (
    Code("ouvre‹opens.open›‹opens.open:fin› "),
    Code("bureau‹opens.office› "),
    Code("sans‹opens.stop› "),
)


def w(form: str) -> Code:
    return Code(f"{form} ")


def may_match(pattern: str, *codes: Code) -> bool:
    automaton = Automaton([compile_rule(Rule("r", pattern), TYPE, SHARED)])
    return bool(automaton.rules(automaton.symbols(codes)))


@pytest.mark.parametrize(
    ("pattern", "codes", "expected"),
    [
        ("{company} @open {place}", (ORG, OPEN, LOC), True),
        ("{company} @open {place}", (ORG, LOC, OPEN), False),
        ("{company} @open {place}", (ORG, OPEN, w("x"), LOC), False),
        ("{company} ~2 @open {place}", (ORG, w("x"), OPEN, LOC), True),
        ("{company} ~2 @open {place}", (ORG, w(","), OPEN, LOC), False),
        ("{company} ~~2 @open {place}", (ORG, w(","), OPEN, LOC), True),
        ("{company} ~~2 @open {place}", (ORG, w(";"), OPEN, LOC), False),
        ("@open ~3-stop {place}", (OPEN, STOP, LOC), False),
        ("@open ~3-stop {place}", (OPEN, w("un"), LOC), True),
        ("@open ~3!sans|ni {place}", (OPEN, STOP, LOC), False),
        ("@open un? nouveau? @office", (OPEN, OFFICE), True),
        ("@open un? nouveau? @office", (OPEN, w("nouveau"), OFFICE), True),
        ("@open un? nouveau? @office", (OPEN, w("nouveau"), w("un"), OFFICE), False),
        ("un? @open", (OPEN,), True),
        ("@open un? nouveau?", (OPEN,), True),
        ("@open %at {place}", (OPEN, w("à"), LOC), True),
        ("@open %at {place}", (OPEN, w("par"), LOC), False),
        ("@open %maybe {place}", (OPEN, LOC), True),
        ("{place+} @open", (LOC, w("et"), LOC, OPEN), True),
        ("{company!} @open", (Code("#qG", " "), OPEN), False),
        ("{company} @open", (Code("#qGH", " "), OPEN), True),
        ("{company^} ~3 @open", (OPEN,), True),
        ("{company~} @office", (w("un"), OFFICE), True),
        ("@open:inf", (OPEN,), False),
    ],
)
def test_what_may_match(pattern: str, codes: tuple[Code, ...], *, expected: bool) -> None:
    assert may_match(pattern, *codes) is expected


def test_rules_beside_each_other_do_not_help_each_other() -> None:
    rules = [
        compile_rule(Rule(f"r{i}", pattern), TYPE, SHARED)
        for i, pattern in enumerate(
            ["@open un", "{place} @office", "@office un? deux? trois? @open"]
        )
    ]
    automaton = Automaton(rules)
    found = automaton.rules(automaton.symbols([OPEN, w("un"), OFFICE, OPEN, LOC]))
    assert [r.rule.name for r in found] == ["r0", "r2"]


@pytest.mark.model
def test_no_rule_that_matches_is_left_out(extractor: Extractor) -> None:
    articles = [a for a in load([str(ROOT / "corpus/sample")]) if isinstance(a, Article)][:15]
    engine = extractor.engine
    matched = 0
    for document in extractor.annotator.annotate(articles):
        for sentence in document.sentences:
            code = engine.mask(sentence).code
            promising = {rule.name for rule in engine.promising(sentence)}
            for rule in engine.rules:
                if rule.regex.search(code):
                    matched += 1
                    assert rule.name in promising, (rule.rule.pattern, code)
    assert matched > 100
