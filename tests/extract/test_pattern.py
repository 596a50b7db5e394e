"""The pattern language: what it takes, and the errors that name what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import RuleError
from pipeline.extract.load import load_relations
from pipeline.extract.pattern import compile_rule
from pipeline.extract.relation import RelationType, Rule, verbs, words
from pipeline.extract.vocabulary import SHARED
from pipeline.types import RELATIONS

_DEALS = RelationType(
    "acquires",
    {"acquirer": "ORG", "target": "ORG"},
    (),
    words={"buy": verbs("racheter"), "noun": words("rachat")},
)


@pytest.mark.parametrize(
    ("pattern", "element"),
    [
        ("{buyer} @buy {target}", "{buyer}"),
        ("{acquirer} @purchase {target}", "@purchase"),
        ("@buy {acquirer^}", "{acquirer^}"),
        ("{acquirer} <prix> {target}", "<prix>"),
    ],
)
def test_errors_name_the_rule_and_the_element(pattern: str, element: str) -> None:
    with pytest.raises(RuleError) as caught:
        compile_rule(Rule("mine", pattern), _DEALS, SHARED)
    assert caught.value.rule == "mine"
    assert caught.value.element == element


def test_every_built_in_relation_is_of_the_contract() -> None:
    relations = {r.name: r for r in load_relations() if not r.hidden}
    assert set(relations) == set(RELATIONS)
    for name, relation in relations.items():
        assert set(relation.slots) == set(RELATIONS[name])
        assert relation.examples
        assert relation.counter_examples
        assert len({rule.name for rule in relation.rules}) == len(relation.rules)


def test_user_rules_extend_and_override(tmp_path: Path) -> None:
    (tmp_path / "snap.toml").write_text(
        'relation = "acquires"\n[words.snap]\nverbs = ["gober"]\n'
        '[[rule]]\nname = "snaps"\npattern = "{acquirer^} @snap ~3 {target}"\nweight = 0.9\n',
        encoding="utf-8",
    )
    relation = next(r for r in load_relations(tmp_path) if r.name == "acquires")
    assert relation.rules[-1].name == "snaps"
    assert "gobé" in relation.words["snap"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("relation = 1", "names no relation"),
        ('relation = "marries"', "relation marries is unknown"),
        ("relation = ", "cannot be read"),
        ('relation = "acquires"\n[[rule]]\npattern = "{acquirer}"', "a rule needs a name"),
        ('relation = "acquires"\n[[rule]]\nname = "x"', "element pattern"),
        ('relation = "acquires"\n[[rule]]\nname = "x"\npattern = "@nope"', "element @nope"),
        ('relation = "acquires"\n[[rule]]\nname = "x"\npattern = "a"\ncolour = 1', "colour"),
    ],
)
def test_a_wrong_rule_file_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_relations(tmp_path)
    assert "mine.toml" in str(caught.value)
    assert said in str(caught.value)
