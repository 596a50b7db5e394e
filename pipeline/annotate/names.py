"""Names: where they are, what they are, and their fullest form.

Three kinds of finder propose spans (:mod:`.candidates`): the model's entity recogniser,
the lexicon, and runs of capitalised words. Each name then gets ONE type per document, by
summing evidence over all of its mentions (:mod:`.evidence`): model votes, lexicon, shape,
and the words around.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.annotate.acronyms import is_acronym
from pipeline.annotate.candidates import Candidate, Line, SpanFinder
from pipeline.annotate.candidates.junctions import pairs as cut_pairs
from pipeline.annotate.evidence import COMPANY_ACTS, SAYING, Evidence
from pipeline.annotate.evidence.classes import COMPANY_NOUNS
from pipeline.annotate.language import ModelEntity
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.french.words import ORG_SUFFIXES, PERSON_NOUNS, TITLES
from pipeline.lexicon import Lexicon
from pipeline.types import Label, Mention

_LABELS: dict[str, Label] = {"ORG": "ORG", "PER": "PER", "LOC": "LOC", "X": "ORG"}


class NameFinder:
    """Finds and types the names of a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str] = frozenset()) -> None:
        """``common`` are ordinary words in lower case: a capital alone makes no name of them."""
        self._lexicon = lexicon
        ordinary = common | SAYING | COMPANY_ACTS
        self._spans = SpanFinder(lexicon, ordinary)
        self._evidence = Evidence(lexicon, ordinary)

    def find(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sequence[Token]],
        model: Sequence[ModelEntity],
        headings: Sequence[bool],
    ) -> list[tuple[Mention, str]]:
        """Return the mentions in text order, each with its label.

        ``sentences`` are the tokens of each sentence over ``folded``; ``model`` the
        recogniser's entities with offsets into the same text. Label ``X`` marks names
        that are no entity of the contract (products, events): their ``Mention.label``
        means nothing.
        """
        lines = [
            Line(cut_pairs(tokens, self._lexicon), i, heading=heading)
            for i, (tokens, heading) in enumerate(zip(sentences, headings, strict=True))
        ]
        candidates = self._spans.find(lines, model)
        labels = self._evidence.decide(folded, lines, candidates)
        names = _full_names(text, candidates, folded, labels)
        out = []
        for c in candidates:
            k = key(folded[c.start : c.end])
            label = _here(labels[k], lines[c.sentence], c)
            if label == "-":
                continue
            surface = text[c.start : c.end]
            name = names.get((k, label), surface)
            out.append((Mention(c.start, c.end, surface, _LABELS[label], name), label))
        return out


def _here(label: str, line: Line, c: Candidate) -> str:
    """Return the label of one mention: "M. Ferrandi" and "le groupe Ferrandi" are two."""
    before = line.lower[c.first - 1] if c.first else ""
    if label == "PER" and before in COMPANY_NOUNS and before not in PERSON_NOUNS:
        return "ORG"
    return "PER" if label == "ORG" and before in TITLES else label


def _full_names(
    text: str, candidates: Sequence[Candidate], folded: str, labels: dict[str, str]
) -> dict[tuple[str, str], str]:
    """Map each (name key, label) to the fullest form that the document gives."""
    forms: dict[tuple[str, str], str] = {}
    for c in candidates:
        k = key(folded[c.start : c.end])
        forms.setdefault((k, labels[k]), text[c.start : c.end])
    full = dict(forms)
    # A fuller form shares the last word of a person's name, the first of an organisation's.
    shared: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    words_of = {pair: words for pair in forms if (words := pair[0].split())}
    for pair, words in words_of.items():
        shared[pair[1], words[-1 if pair[1] == "PER" else 0]].append(pair)
    for (label, _), pairs in shared.items():
        for pair in pairs:
            words = words_of[pair]
            longer = [
                p
                for p in pairs
                if len(words_of[p]) > len(words) and _extends(words_of[p], words, label)
            ]
            if longer:
                full[pair] = forms[min(longer, key=lambda p: (len(words_of[p]), p[0]))]
    # "Association française … (Afdel)": an acronym in brackets after its full form, or the reverse.
    spans = {(c.start, c.end): key(folded[c.start : c.end]) for c in candidates}
    ordered = sorted(spans)
    for (a, b), (c_, d) in pairwise(ordered):
        if folded[b:c_] in (" (", "(") and folded[d : d + 1] == ")":
            long, short = spans[(a, b)], spans[(c_, d)]
            if labels[long] == labels[short] == "ORG" and is_acronym(short, long, folded[c_:d]):
                full[(short, "ORG")] = full[(long, "ORG")]
            elif labels[long] == labels[short] == "ORG" and is_acronym(long, short, folded[a:b]):
                full[(long, "ORG")] = full[(short, "ORG")]
    return full


def _extends(longer: list[str], words: list[str], label: str) -> bool:
    """Say whether ``longer`` is a fuller form of the same name."""
    if label == "PER":
        return longer[-len(words) :] == words or (
            len(words) > 1 and longer[0] == words[0] and longer[-1] == words[-1]
        )
    if label == "ORG":
        if longer[: len(words)] != words:
            return False
        rest = longer[len(words) :]
        return len(rest) <= 2 and all(w in _NAME_TAILS for w in rest)
    return False


#: What an organisation's fuller name may add without becoming another organisation.
_NAME_TAILS = ORG_SUFFIXES | {"ai", "ia", "io", "com", "fr", "sa", "inc", "technologies"}
