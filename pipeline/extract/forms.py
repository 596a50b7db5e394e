"""Word classes turned round: from a form to the marks it bears and the verbs it may be of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.relation import RelationType, Words
from pipeline.extract.vocabulary import SHARED
from pipeline.french.verbs import Form, conjugate


def marks_of(relations: Sequence[RelationType]) -> dict[str, str]:
    """Map each form of any class to all the marks it bears."""
    marks: dict[str, list[str]] = {}

    def add(prefix: str, classes: Mapping[str, Words]) -> None:
        for name, table in classes.items():
            for form, moods in table.items():
                bag = marks.setdefault(form, [])
                bag.append(f"‹{prefix}.{name}›")
                bag.extend(f"‹{prefix}.{name}:{mood}›" for mood in sorted(moods))

    add("", SHARED)
    for relation in relations:
        add(relation.name, relation.words)
    return {form: "".join(bag) for form, bag in marks.items()}


def forms_of(relations: Sequence[RelationType]) -> dict[str, tuple[Form, ...]]:
    """Map each verb form of any class to its analyses."""
    lemmas = {
        form
        for classes in (SHARED, *(r.words for r in relations))
        for table in classes.values()
        for form, moods in table.items()
        if "inf" in moods
    }
    out: dict[str, list[Form]] = {}
    for lemma in sorted(lemmas):
        for form, analysis in conjugate(lemma):
            out.setdefault(form, []).append(analysis)
    return {form: tuple(found) for form, found in out.items()}
