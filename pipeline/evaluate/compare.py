"""Facts gained and lost between two runs over the same gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import FactRecord, GoldDocument, GoldFact
from pipeline.evaluate.listing import describe_gold, describe_told, sentence_of
from pipeline.evaluate.match import DocumentMatch, match_corpus, same_told


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference from an old run to a new one, by the strict match."""

    gained: tuple[tuple[GoldFact, FactRecord], ...]
    """Gold facts now found, with the new fact."""
    lost: tuple[tuple[GoldFact, FactRecord], ...]
    """Gold facts found before, with the old fact."""
    new_false_alarms: tuple[FactRecord, ...]
    gone_false_alarms: tuple[FactRecord, ...]

    def lines(self) -> list[str]:
        """Return a summary line, then one line per difference."""
        out = [
            f"gained {len(self.gained)}, lost {len(self.lost)}, "
            f"false alarms: {len(self.new_false_alarms)} new, {len(self.gone_false_alarms)} gone"
        ]
        for mark, pairs in (("GAINED", self.gained), ("LOST  ", self.lost)):
            out += [
                f"{mark} {gold.article} {describe_gold(gold)} [{fact.get('rule')}]"
                f" | {sentence_of(fact)}"
                for gold, fact in pairs
            ]
        for mark, facts in (
            ("FALSE+", self.new_false_alarms),
            ("FALSE-", self.gone_false_alarms),
        ):
            out += [
                f"{mark} {fact.get('article')} {describe_told(fact)} [{fact.get('rule')}]"
                f" | {sentence_of(fact)}"
                for fact in facts
            ]
        return out


def _found_only_in(one: DocumentMatch, other: DocumentMatch) -> list[tuple[GoldFact, FactRecord]]:
    # Identity, not equality: a text may state two gold facts that read the same.
    missed = {id(gold) for gold in other.misses}
    return [(gold, fact) for gold, fact in one.hits if id(gold) in missed]


def _false_only_in(one: DocumentMatch, other: DocumentMatch) -> list[FactRecord]:
    return [
        fact
        for fact in one.false_alarms
        if not any(same_told(fact, old, "strict") for old in other.false_alarms)
    ]


def compare(
    documents: Sequence[GoldDocument], old: Sequence[FactRecord], new: Sequence[FactRecord]
) -> Comparison:
    """Match both runs with the same gold and return what changed."""
    before, after = (match_corpus(documents, facts, "strict") for facts in (old, new))
    pairs = tuple(zip(before, after, strict=True))
    return Comparison(
        gained=tuple(pair for one, two in pairs for pair in _found_only_in(two, one)),
        lost=tuple(pair for one, two in pairs for pair in _found_only_in(one, two)),
        new_false_alarms=tuple(fact for one, two in pairs for fact in _false_only_in(two, one)),
        gone_false_alarms=tuple(fact for one, two in pairs for fact in _false_only_in(one, two)),
    )
