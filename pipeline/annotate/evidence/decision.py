"""One type for each name of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.annotate.candidates import Candidate, Line
from pipeline.annotate.evidence.context import Context
from pipeline.annotate.evidence.prior import prior
from pipeline.french.typography import key
from pipeline.lexicon import Lexicon

#: What a label of the model is worth for each type.
_VOTES = {
    "ORG": {"ORG": 1.6},
    "PER": {"PER": 1.3},
    "LOC": {"LOC": 1.5},
    "MISC": {"X": 0.9, "ORG": 0.5},
}
_LABELS = ("ORG", "PER", "LOC", "X", "-")
_LISTED = frozenset([",", "et", ", et", "ou", "&"])
#: Below this evidence a name is of no type.
_ENOUGH = 0.8
#: Institutions that are none by their noun alone, even with a capital.
_PARTS = frozenset(
    """centre ecole conseil direction cabinet chaire campus pole mission forum communaute region
    office groupe societe association comite hospices grappe bibliotheque clinique hopital lycee
    college musee laboratoire observatoire secretariat academie cite theatre reseau club alliance
    haut haute securite inspection delegation compagnie cercle service services studio lab
    institut faculte""".split()
)
#: Below this a surname is no place: a town of that name, and nothing around that says so.
_PLACE = 2.9

Scores = dict[str, dict[str, float]]


class Evidence:
    """Scores and decides the types of the names of a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """``common`` are ordinary words in lower case."""
        self._lexicon = lexicon
        self._common = common
        self._context = Context(lexicon, common)

    def decide(
        self, folded: str, lines: Sequence[Line], candidates: Sequence[Candidate]
    ) -> dict[str, str]:
        """Return the label of each name key: ORG, PER, LOC, X (other name) or - (no name)."""
        scores = self._score(folded, lines, candidates)
        _coordinate(folded, candidates, scores)
        return self._labels(scores)

    def _score(self, folded: str, lines: Sequence[Line], candidates: Sequence[Candidate]) -> Scores:
        """Sum the evidence of each name key over its mentions: label -> score.

        Votes of the model are averaged (they repeat one opinion); of the contexts the
        strongest counts in full, since a single "la start-up X" settles the matter.
        """
        votes: Scores = defaultdict(lambda: defaultdict(float))
        contexts: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        surfaces: dict[str, str] = {}
        counts: dict[str, int] = defaultdict(int)
        for c in candidates:
            surface = folded[c.start : c.end]
            k = key(surface)
            surfaces.setdefault(k, surface)
            counts[k] += 1
            for label, value in self._context.of(lines[c.sentence], c).items():
                contexts[k][label].append(value)
            for label, value in _VOTES.get(c.label, {}).items():
                votes[k][label] += value
        scores: Scores = {}
        for k, surface in surfaces.items():
            table: dict[str, float] = defaultdict(float)
            for label, value in votes[k].items():
                table[label] += value / counts[k] * min(counts[k], 3) ** 0.5
            for label, values in contexts[k].items():
                best = max(values)
                table[label] += min(best + 0.35 * (sum(values) - best), best + 2.0)
            for label, value in prior(k, surface, self._lexicon, self._common).items():
                table[label] += value
            scores[k] = table
        return scores

    def _labels(self, scores: Scores) -> dict[str, str]:
        labels: dict[str, str] = {}
        for k, table in scores.items():
            best = max(_LABELS, key=lambda label: table.get(label, 0.0))
            labels[k] = best if table.get(best, 0.0) >= _ENOUGH else "X"
        # Surnames and first names alone belong to the person with the full name.
        people = [k.split() for k, label in labels.items() if label == "PER" and " " in k]
        surnames = {" ".join(words[i:]) for words in people for i in range(1, len(words))}
        heads = {k.split(" ", 1)[0] for k in labels if " " in k}
        for k in labels:
            # "le Centre" is nobody where no "Centre de …" is told
            if k in _PARTS and k not in heads and labels[k] == "ORG":
                labels[k] = "X"
        given = {words[0] for words in people} & self._lexicon.first_names.keys()
        for k in given & labels.keys():
            # "Pour Olivier, tout a basculé": told in full elsewhere
            if labels[k] in ("ORG", "X") and k not in self._lexicon.organisations:
                labels[k] = "PER"
        for k in surnames & labels.keys():
            if labels[k] == "LOC":
                # "Niel n'en est plus actionnaire": towns are called like many a surname
                person = scores[k].get("PER", 0) >= 1.5 or scores[k]["LOC"] < _PLACE
            else:
                # "la campagne de Fillon" makes no company of a person named in full
                limit = 4 if k in self._lexicon.organisations else 9
                person = len(k) > 2 and scores[k].get("ORG", 0) < limit
            if person:
                labels[k] = "PER"
        return labels


def _coordinate(folded: str, candidates: Sequence[Candidate], scores: Scores) -> None:
    """Names of one list are of one type: let neighbours share their evidence."""
    shared: list[tuple[str, str, float]] = []
    for a, b in pairwise(candidates):
        if a.sentence != b.sentence or folded[a.end : b.start].strip() not in _LISTED:
            continue
        ka, kb = key(folded[a.start : a.end]), key(folded[b.start : b.end])
        for here, there in ((ka, kb), (kb, ka)):
            for label in ("ORG", "PER", "LOC"):
                value = scores[there].get(label, 0.0)
                if value > 0.9:
                    shared.append((here, label, 0.4 * min(value, 4.0)))
    for k, label, value in shared:
        scores[k][label] += value
