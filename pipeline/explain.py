"""Why a rule fired or not, and whether the rules keep to their own examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.config import Config
from pipeline.errors import UsageError
from pipeline.extract.load import load_relations
from pipeline.extract.relation import RelationType
from pipeline.extractor import Extractor
from pipeline.types import Argument, Article, Relation, Sentence

_MARK = re.compile(r"\[([^\[\]|]+)\|(\w+)\]")


def explanation(
    text: str, config: Config, *, relation: str | None = None, every: bool = False
) -> Iterator[str]:
    """Yield the lines that ``depeche explain`` prints.

    For each sentence its units, then each rule that fired, then those that came near:
    the first element that failed stands in «». ``every`` also lists rules of which not
    even the first word was there.
    """
    extractor = Extractor(config)
    if relation is not None and relation not in {r.name for r in extractor.relations}:
        raise UsageError(f"no relation named {relation}")
    (document,) = extractor.annotator.annotate([Article("text", "-", text)])
    engine = extractor.engine
    for sentence in document.sentences:
        yield f"sentence {sentence.index}: {text[sentence.start : sentence.end]}"
        yield from _units(sentence)
        masked = engine.mask(sentence)
        near: list[tuple[int, str]] = []
        for rule in engine.rules:
            if relation is not None and rule.relation.name != relation:
                continue
            matches = list(engine.match(rule, document, sentence, masked))
            for match in matches:
                slots = ", ".join(
                    f"{name}={f.argument.name}" for name, fs in match.slots.items() for f in fs
                )
                yield f"  FIRED {rule.name} (score {match.score:.2f}): {slots}"
            if matches:
                continue
            reached = 0
            for n, prefix in enumerate(rule.prefixes()):
                if prefix.search(masked.code) is None:
                    break
                reached = n + 1
            if rule.veto is not None and rule.veto.search(masked.code):
                near.append((reached, f"  no    {rule.name}: vetoed by «{rule.rule.unless}»"))
                continue
            parts = [e.source for e in rule.elements]
            if reached == len(parts):
                near.append(
                    (
                        reached,
                        f"  no    {rule.name}: matched, but a slot stayed empty "
                        "or the voice is wrong",
                    )
                )
            elif reached or every:
                parts[reached] = f"«{parts[reached]}»"
                near.append((reached, f"  no    {rule.name}: {' '.join(parts)}"))
        near.sort(key=lambda pair: -pair[0])
        yield from (line for _, line in (near if every else near[:12]))
    relations = engine.extract(document)
    facts = extractor.read(document).facts
    yield f"facts: {len(facts)} (after the readings competed: {len(relations)})"
    for fact in facts:
        names = ", ".join(
            f"{slot}={e.name if not isinstance(e, tuple) else [x.name for x in e]}"
            for slot, e in fact.arguments.items()
            if e
        )
        values = ", ".join(f"{k}={v}" for k, v in fact.attributes.items() if v is not None)
        certainty = f"{fact.modality}, {fact.confidence:.2f}"
        yield f"  {fact.relation}: {names}; {values}; {certainty} [{fact.rule}]"


def _units(sentence: Sentence) -> Iterator[str]:
    shown = []
    for unit in sentence.units:
        if unit.kind in ("w", "p"):
            shown.append(unit.text)
            continue
        referent = unit.org or unit.per or unit.loc
        arrow = f"→{referent.name}" if referent is not None and unit.mention is None else ""
        shown.append(f"[{unit.text}|{unit.kind}{arrow}]")
    yield "  " + " ".join(shown)


def _examples(relation: RelationType) -> Iterator[tuple[str, str, bool]]:
    for text in relation.examples:
        yield relation.name, text, True
    for rule in relation.rules:
        for text in rule.examples:
            yield f"{relation.name}/{rule.name}", text, True
    for text in relation.counter_examples:
        yield relation.name, text, False


def read_example(marked: str) -> tuple[str, set[tuple[str, str]]]:
    """Return the plain text of a marked-up example and its (argument, words) pairs."""
    return _MARK.sub(r"\1", marked), {(m[2], m[1]) for m in _MARK.finditer(marked)}


def check_rules(
    config: Config, relation: str | None, corpus: Sequence[str] = ()
) -> tuple[int, list[str]]:
    """Run every example; return how many failed and the lines to print.

    An example holds when the pairs found for its relation are exactly those marked up;
    a counter-example when nothing is found. With ``corpus``, rules that never fire on
    its articles are listed, too.
    """
    extractor = Extractor(config)
    lines: list[str] = []
    failures = total = 0
    for type_ in extractor.relations:
        if relation is not None and type_.name != relation:
            continue
        for name, marked, positive in _examples(type_):
            total += 1
            text, wanted = read_example(marked)
            found = {pair for r in _relations_of(extractor, text, type_) for pair in _pairs(r)}
            names = set(type_.slots) | {"role", "kind", "amount"}
            wanted = {p for p in wanted if p[0] in names}
            ok = (
                wanted <= found and {p for p in found if p[0] in type_.slots} <= wanted
                if positive
                else not found
            )
            if not ok:
                failures += 1
                lines.append(f"FAIL {name}: {marked}")
                lines.append(f"     found {sorted(found) or 'nothing'}")
    lines.append(f"{total - failures} of {total} examples hold")
    if corpus:
        fired = fired_rules(extractor, corpus)
        silent = [r.name for r in extractor.engine.rules if r.name not in fired]
        lines.append(
            f"{len(silent)} of {len(extractor.engine.rules)} rules never fired "
            f"on {', '.join(corpus)}:"
        )
        lines.extend(f"  {name}" for name in silent)
    return failures, lines


def fired_rules(extractor: Extractor, corpus: Sequence[str]) -> Counter[str]:
    """Count, by name, how often each rule matched in the articles of some paths."""
    from pipeline.load import load

    articles = (a for a in load(corpus) if isinstance(a, Article))
    fired: Counter[str] = Counter()
    engine = extractor.engine
    for document in extractor.annotator.annotate(articles):
        for sentence in document.sentences:
            masked = engine.mask(sentence)
            for rule in engine.promising(sentence):
                fired[rule.name] += sum(1 for _ in engine.match(rule, document, sentence, masked))
    return +fired


def _relations_of(extractor: Extractor, text: str, type_: RelationType) -> list[Relation]:
    (document,) = extractor.annotator.annotate([Article("example", "-", text)])
    if type_.hidden:
        from pipeline.extract.engine import relations_of

        return relations_of(extractor.engine, document, type_.name)
    return [r for r in extractor.engine.extract(document) if r.relation == type_.name]


def _pairs(relation: Relation) -> Iterator[tuple[str, str]]:
    for slot, value in relation.arguments.items():
        for argument in value if isinstance(value, tuple) else (value,):
            assert isinstance(argument, Argument)
            yield slot, argument.text
    if relation.attributes.get("role"):
        yield "role", str(relation.attributes["role"])
    if relation.amount is not None:
        yield "amount", relation.amount.text


def list_rules(config: Config, relation: str | None) -> Iterator[str]:
    """Yield a line for each rule: its name, weight and pattern."""
    relations = load_relations(config.rules)
    if relation is not None and relation not in {r.name for r in relations}:
        raise UsageError(
            f"no relation named {relation}; there are {', '.join(r.name for r in relations)}"
        )
    for type_ in relations:
        if relation is not None and type_.name != relation:
            continue
        yield f"{type_.name}: {', '.join(f'{s} {label}' for s, label in type_.slots.items())}"
        for rule in type_.rules:
            status = f" → {rule.status}" if rule.status else ""
            yield f"  {rule.weight:.2f} {rule.name}{status}: {rule.pattern}"


def rules_page(config: Config) -> str:
    """Return ``docs/rules.md``: every relation with its slots, examples and rules."""
    out = [
        "# Rules\n",
        "Generated by `depeche rules --markdown`; the pattern language is told in",
        "`pipeline/extract/pattern.py`, how to add a relation in CONTRIBUTING.\n",
    ]
    for type_ in load_relations(config.rules):
        out.append(f"## {type_.name}\n")
        out.append("| slot | entity |\n|---|---|")
        out.extend(f"| `{slot}` | {label} |" for slot, label in type_.slots.items())
        out.append("\nExamples:\n")
        out.extend(f"- {text}" for text in type_.examples)
        out.append("\nNo fact:\n")
        out.extend(f"- {text}" for text in type_.counter_examples)
        out.append("\n| rule | weight | status | pattern |\n|---|---|---|---|")
        for rule in type_.rules:
            pattern = rule.pattern.replace("|", "\\|")
            out.append(
                f"| {rule.name} | {rule.weight:.2f} | {rule.status or 'by tense'} | `{pattern}` |"
            )
        out.append("")
    return "\n".join(out)
