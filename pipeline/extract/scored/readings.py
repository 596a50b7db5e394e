"""The best reading of each place of work and of each function, and how likely it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extract.mask import Code
from pipeline.extract.modality import negated
from pipeline.extract.scored.around import Row, near_features, rows, sentence_features
from pipeline.extract.scored.candidates import Candidate, organisations, persons
from pipeline.extract.scored.model import Readings
from pipeline.types import AnnotatedArticle

#: Relation -> the word classes that its features name.
CLASSES: Mapping[str, tuple[str, ...]] = {
    "opens_office": ("opens_office.",),
    "holds_role": ("holds_role.", "departure.", "succession."),
}

_DATELINE = frozenset(["(", "-", "–", "—", "."])
_CLAUSE = frozenset([";", ":", ".", "mais", "«", "»"])


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
    status: str


def foci(
    relation: str, document: AnnotatedArticle, codes: Sequence[Sequence[Code]]
) -> Iterator[Focus]:
    """Yield the places (``opens_office``) or functions (``holds_role``) of an article."""
    for row in rows(document.sentences, codes, CLASSES[relation]):
        wanted = [i for i, u in enumerate(row.units) if _asks(relation, row, i)]
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
    unit = row.units[i]
    if relation == "holds_role":
        return unit.kind in ("R", "N") and not _denied(row, i)
    if unit.kind not in ("L", "l") or unit.loc is None or _denied(row, i):
        return False
    # "LYON (agence) - ": where it was written
    after = row.units[i + 1].form if i + 1 < len(row.units) else ""
    return not (i == 0 and after in _DATELINE)


def _denied(row: Row, i: int) -> bool:
    """Say whether "ne … pas" or the like stands in the clause of unit ``i``."""
    units = row.units
    begin = next((k + 1 for k in range(i, -1, -1) if units[k].form in _CLAUSE), 0)
    end = next((k for k in range(i, len(units)) if units[k].form in _CLAUSE), len(units))
    return negated(units[begin:end])


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
    status = model.status(focus.features | company.features | (person.features if person else {}))
    return Reading(focus.row, focus.unit, company, person, model.probability(base, total), status)


def probability(
    model: Readings, focus: Focus, company: Candidate, person: Candidate | None
) -> float:
    """Return how likely it is that this company, and person, fill the focus."""
    parts = [model.fact.sum(focus.features), model.fact.sum(company.features)]
    if person is not None:
        parts += [model.fact.sum(person.features), model.fact.sum(order(focus, person, company))]
    return model.probability(*parts)
