"""The relations of a run: the built-in ones, extended or overridden by a folder of rule files.

A rule file of a user is TOML: data, never code. ``relation`` names a built-in relation
to extend, or a new one with its ``slots``::

    relation = "acquires"

    [words.snap]
    verbs = ["gober"]

    [[rule]]
    name = "snaps"
    pattern = "{acquirer^} @snap ~3 {target}"
    examples = ["[Norlys|acquirer] gobe [Kalio|target]."]

A rule of a name that the relation has already replaces it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pipeline.errors import RuleError
from pipeline.extract.pattern import compile_rule
from pipeline.extract.relation import RelationType, Rule, Words, verbs, words
from pipeline.extract.rules import builtin_relations
from pipeline.extract.vocabulary import SHARED
from pipeline.types import ATTRIBUTES, RELATIONS

_RULE_KEYS = {
    "name",
    "pattern",
    "status",
    "weight",
    "verb",
    "nominal",
    "unless",
    "given",
    "examples",
    "attributes",
}


def load_relations(folder: Path | None = None) -> tuple[RelationType, ...]:
    """Return the relations, checked: every pattern compiles.

    Raises:
        RuleError: a rule file is wrong; the message names file, rule and element.
    """
    relations = {r.name: r for r in builtin_relations()}
    if folder is not None:
        if not folder.is_dir():
            raise RuleError(f"{folder} is not a folder of rule files")
        for file in sorted(folder.glob("*.toml")):
            relation = _read(file, relations)
            relations[relation.name] = relation
    return tuple(relations.values())


def _read(file: Path, known: Mapping[str, RelationType]) -> RelationType:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"cannot be read ({error})", file=file.name) from error
    name = table.get("relation")
    if not isinstance(name, str):
        raise RuleError("names no relation", file=file.name)
    if name in known:
        base = known[name]
    elif name in RELATIONS:
        base = RelationType(name, {}, ())
    else:
        raise RuleError(
            f"relation {name} is unknown; there are {', '.join(RELATIONS)}",
            file=file.name,
            element="relation",
        )
    classes = dict(base.words)
    for word, entry in _table(table, "words", file).items():
        classes[word] = _words(word, entry, file, classes.get(word))
    rules = {rule.name: rule for rule in base.rules}
    for entry in table.get("rule", []):
        rule = _rule(entry, file)
        rules[rule.name] = rule
    relation = replace(base, words=classes, rules=tuple(rules.values()))
    for rule in relation.rules:
        try:
            compile_rule(rule, relation, SHARED, check=True)
        except RuleError as error:
            raise RuleError(
                str(error).split(": ", 1)[-1], file=file.name, rule=rule.name, element=error.element
            ) from error
    return relation


def _table(table: Mapping[str, Any], name: str, file: Path) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise RuleError("must be a table", file=file.name, element=name)
    return found


def _words(name: str, entry: Any, file: Path, base: Words | None) -> Words:
    if not isinstance(entry, dict) or not set(entry) <= {"verbs", "words"}:
        raise RuleError(
            "a word class holds lists named verbs and words", file=file.name, element=name
        )
    made: dict[str, frozenset[str]] = dict(base or {})
    for kind, make in (("verbs", verbs), ("words", words)):
        listed = entry.get(kind, [])
        if not isinstance(listed, list) or not all(isinstance(w, str) for w in listed):
            raise RuleError(f"{kind} must be a list of words", file=file.name, element=name)
        made.update(make(*listed))
    return made


def _rule(entry: Any, file: Path) -> Rule:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise RuleError("a rule needs a name", file=file.name)
    name = entry["name"]
    unknown = sorted(set(entry) - _RULE_KEYS)
    if unknown:
        raise RuleError(f"unknown key {unknown[0]}", file=file.name, rule=name, element=unknown[0])
    if not isinstance(entry.get("pattern"), str) or not entry["pattern"].strip():
        raise RuleError("a rule needs a pattern", file=file.name, rule=name, element="pattern")
    attributes = entry.get("attributes", {})
    allowed = {a for names in ATTRIBUTES.values() for a in names}
    for attribute in attributes:
        if attribute not in allowed:
            raise RuleError("unknown attribute", file=file.name, rule=name, element=attribute)
    options = {k: v for k, v in entry.items() if k not in ("examples",)}
    try:
        return Rule(**options, examples=tuple(entry.get("examples", ())))
    except TypeError as error:
        raise RuleError(str(error), file=file.name, rule=name) from error
