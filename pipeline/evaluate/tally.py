"""Counts, rates and accuracies over matched documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluate.gold import EntityRecord, GoldDocument, by_article
from pipeline.evaluate.match import DocumentMatch, told_attribute

ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of right, wrong and missing, and what follows from them."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float:
        """Share of the told that is right; 1 where nothing is told."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that is told; 1 where there is none."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / total if total else 1.0

    def as_dict(self) -> dict[str, float]:
        """Return counts and rates, rates to four places."""
        return {
            "tp": self.tp,
            "fp": self.fp,
            "fn": self.fn,
            "precision": round(self.precision, 4),
            "recall": round(self.recall, 4),
            "f1": round(self.f1, 4),
        }


def tally(matches: Iterable[DocumentMatch], relation: str = ALL) -> Tally:
    """Count over documents, for one relation or for all together."""
    total = Tally()
    for match in matches:
        total += Tally(
            sum(relation in (ALL, gold.relation) for gold, _ in match.hits),
            sum(relation in (ALL, fact.get("relation")) for fact in match.false_alarms),
            sum(relation in (ALL, gold.relation) for gold in match.misses),
        )
    return total


def manners(documents: Iterable[GoldDocument | DocumentMatch]) -> tuple[str, ...]:
    """Return the manners that occur, in order, with "all" first."""
    return (ALL, *sorted({document.manner for document in documents}))


def of_manner(matches: Iterable[DocumentMatch], manner: str) -> tuple[DocumentMatch, ...]:
    """Return the documents written in one manner, or all of them for "all"."""
    return tuple(match for match in matches if manner in (ALL, match.manner))


def attribute_accuracy(
    matches: Iterable[DocumentMatch], attribute: str, relation: str = ALL
) -> tuple[int, int]:
    """Return (right, judged) of a plain attribute over the matched facts.

    Only facts whose gold gives the attribute are judged; one left out is wrong.
    """
    right = judged = 0
    for match in matches:
        for gold, fact in match.hits:
            wanted = gold.values.get(attribute)
            if wanted is None or relation not in (ALL, gold.relation):
                continue
            told = told_attribute(fact, attribute)
            if attribute == "currency":
                amount = told_attribute(fact, "amount")
                told = amount.get("currency") if isinstance(amount, Mapping) else None
            judged += 1
            right += str(wanted) == str(told)
    return right, judged


def entity_tally(
    documents: Iterable[GoldDocument], entities: Iterable[EntityRecord], label: str = ALL
) -> Tally:
    """Score distinct surface forms with their label, document by document."""
    told = by_article(entities)
    total = Tally()
    labels = ("ORG", "PER", "LOC") if label == ALL else (label,)
    for document in documents:
        for one in labels:
            # Line breaks inside a name are the page's, not the name's.
            gold = {" ".join(form.split()) for form in document.entities.get(one, ())}
            said = {
                " ".join(str(record.get("text")).split())
                for record in told.get(document.id, [])
                if record.get("label") == one
            }
            total += Tally(len(gold & said), len(said - gold), len(gold - said))
    return total
