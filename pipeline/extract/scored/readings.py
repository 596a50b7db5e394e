"""The best reading of each place of work and of each function, and how likely it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.denial import clause_negated
from pipeline.extract.mask import Code
from pipeline.extract.scored.around import Row, near_features, row_of, sentence_features
from pipeline.extract.scored.candidates import Candidate, organisations, persons
from pipeline.extract.scored.model import Readings
from pipeline.types import AnnotatedArticle

#: Relation -> the word classes that its features name.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "opens_office": ("opens_office.",),
    "holds_role": ("holds_role.", "departure.", "succession."),
}

#: Relation -> the kinds of units that ask for an owner.
_KINDS = {"opens_office": frozenset("Ll"), "holds_role": frozenset("RN")}
_DATELINE = frozenset(["(", "-", "–", "—", "."])
_COUNTERS = frozenset(["vote", "poste", "tabac", "change"])


@dataclass(frozen=True, slots=True)
class Focus:
    """A unit that asks for an owner, with the features of what is around it."""

    row: Row
    unit: int
    features: dict[str, float]
    companies: tuple[Candidate, ...]
    people: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """The likeliest owner of a place or holder of a function."""

    row: Row
    unit: int
    company: Candidate
    person: Candidate | None
    probability: float
    features: dict[str, float]
    """What is around it: what its status is told from."""

    def told(self, model: Readings) -> bool:
        """Say whether it is likely enough to be told."""
        away = self.company.unit < 0 or (self.person is not None and self.person.unit < 0)
        return self.probability >= (model.away if away else model.threshold)


def foci(
    relation: str, document: AnnotatedArticle, codes: Sequence[Sequence[Code]]
) -> Iterator[Focus]:
    """Yield the places (``opens_office``) or functions (``holds_role``) of an article."""
    kinds = _KINDS[relation]
    for sentence, coded, before in zip(document.sentences, codes, ((), *codes), strict=False):
        if not any(unit.kind in kinds for unit in sentence.units):
            continue
        row = row_of(sentence, coded, before, CLASSES[relation])
        wanted = [i for i, u in enumerate(row.units) if u.kind in kinds and _asks(relation, row, i)]
        if not wanted:
            continue
        whole = sentence_features(row)
        whole[f"n={min(4, len(wanted))}"] = 1.0
        for i in wanted:
            companies = tuple(organisations(document, row, i))
            people = tuple(persons(row, i)) if relation == "holds_role" else ()
            if not companies or (relation == "holds_role" and not people):
                continue
            unit = row.units[i]
            features = whole | near_features(row, i)
            features[f"kind={unit.kind}"] = 1.0
            if relation == "holds_role":
                features["head=" + unit.form] = 1.0
                features["plural"] = float(unit.plural)
            yield Focus(row, i, features, companies, people)


def _asks(relation: str, row: Row, i: int) -> bool:
    if clause_negated(row.units, i):
        return False
    if relation == "holds_role":
        return True
    if row.units[i].loc is None:
        return False
    # "LYON (agence) - ": where it was written
    after = row.units[i + 1].form if i + 1 < len(row.units) else ""
    return not (i == 0 and after in _DATELINE) and not _of_vote(row)


def _of_vote(row: Row) -> bool:
    """Say whether the sentence is about "les bureaux de vote" or the like: no firm's."""
    forms = [unit.form for unit in row.units]
    return any(
        form in ("bureau", "bureaux") and after == "de" and what in _COUNTERS
        for form, after, what in zip(forms, forms[1:], forms[2:], strict=False)
    )


def order(focus: Focus, person: Candidate, company: Candidate) -> dict[str, float]:
    """Features of a person and a company together: in which order they stand to the function."""
    at = sorted([(focus.unit, "R"), (person.unit, "P"), (company.unit, "C")])
    away = ("f" if person.unit < 0 else "") + ("g" if company.unit < 0 else "")
    return {"X:" + "".join(letter for _, letter in at) + away: 1.0}


def best(model: Readings, focus: Focus) -> Reading:
    """Return the likeliest reading of a focus."""
    fact = model.fact
    base = fact.sum(focus.features)
    companies = [(fact.sum(c.features), c) for c in focus.companies]
    if not focus.people:
        score, company = max(companies, key=lambda pair: pair[0])
        person, total = None, score
    else:
        total, person, company = max(
            (
                (p_score + c_score + fact.sum(order(focus, p, c)), p, c)
                for p_score, p in ((fact.sum(p.features), p) for p in focus.people)
                for c_score, c in companies
            ),
            key=lambda triple: triple[0],
        )
    features = focus.features | company.features | (person.features if person else {})
    return Reading(focus.row, focus.unit, company, person, model.probability(base, total), features)


def probability(
    model: Readings, focus: Focus, company: Candidate, person: Candidate | None
) -> float:
    """Return how likely it is that this company, and person, fill the focus."""
    parts = [model.fact.sum(focus.features), model.fact.sum(company.features)]
    if person is not None:
        parts += [model.fact.sum(person.features), model.fact.sum(order(focus, person, company))]
    return model.probability(*parts)
