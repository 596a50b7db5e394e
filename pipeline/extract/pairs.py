"""An alliance told of "the two companies": who they are stands before.

"EDF ouvre ses centrales, Norlys fournit les capteurs. Les deux entreprises ont signé un
accord": the last sentence names nobody; the two organisations named last are meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.types import AnnotatedArticle, Argument, Mention, Relation, Sentence, Span

#: Sentences before within which the two are named.
_REACH = 2
_PAIR = 2
_WEIGHT = 0.62
_BOTH = re.compile(
    r"\b(?:les|ces|nos) deux (?:\w+ )?(?:entreprises|groupes|sociétés|maisons|start-up|partenaires"
    r"|compères|industriels|acteurs|parties|alliés|voisins|voisines|firmes|marques|géants|associés"
    r"|structures|équipes|complices|enseignes|constructeurs|opérateurs|éditeurs|établissements"
    r"|organisations|institutions|laboratoires|écoles)\b"
    r"|\b(?:le|ce) (?:duo|tandem|binôme|attelage)\b|\bles deux (?=ont |partag|sign|lanc|mett|s['’])"
    r"|\bl['’]un(?:e)? et l['’]autre\b|\btoutes deux\b|\btous deux\b",
    re.IGNORECASE,
)
#: What the two do together, or what they have signed.
_TOGETHER = re.compile(
    r"\b(?:partenariat|alliance|accord|coentreprise|co-entreprise|joint-venture|collabor\w+"
    r"|coop[ée]r\w+|pacte|entente|ensemble|de concert|main dans la main|conjointement"
    r"|laboratoire commun|programme commun|planche(?:nt)?|signent|ont signé|ont topé|s['’]allient"
    r"|s['’]associent|partagent|unissent|mutualis\w+|forces)\b",
    re.IGNORECASE,
)
#: Rivals, spouses and those who part are no partners.
_APART = re.compile(
    r"\b(?:fusion\w*|rach\w+|acqui\w+|concurren\w+|riva\w+|procès|tribunal|litige|rupture|rompu|fin"
    r"|divorce|s['’]affront\w+|bataille|guerre|opa|cession|mariage|dispute\w*|plainte)\b",
    re.IGNORECASE,
)


def told_of_both(document: AnnotatedArticle, found: Sequence[Relation]) -> list[Relation]:
    """Return the alliances that sentences tell of "les deux entreprises", "le tandem".

    Only where exactly two organisations are named before, in the same sentence or else in
    the one or two before it, and where ``found`` tells nothing of the two yet.
    """
    known = {frozenset(_names(r)) for r in found if r.relation in ("partners_with", "acquires")}
    out: list[Relation] = []
    for sentence in document.sentences:
        text = document.article.text[sentence.start : sentence.end]
        both = _BOTH.search(text)
        if both is None or _TOGETHER.search(text) is None or _APART.search(text) is not None:
            continue
        pair = _pair(document, sentence, sentence.start + both.start())
        if pair is None or frozenset(m.name for m in pair) in known:
            continue
        known.add(frozenset(m.name for m in pair))
        out.append(_relation(document, sentence, pair, Span(*_span(sentence, both), both[0])))
    return out


def _names(relation: Relation) -> list[str]:
    return [a.name for a in relation.arguments.values() if isinstance(a, Argument)]


def _span(sentence: Sentence, found: re.Match[str]) -> tuple[int, int]:
    return sentence.start + found.start(), sentence.start + found.end()


def _pair(document: AnnotatedArticle, sentence: Sentence, end: int) -> list[Mention] | None:
    """Return the two organisations named before the offset ``end``, the nearest sentence first."""
    first = max(0, sentence.index - _REACH)
    named: dict[str, Mention] = {}
    for earlier in reversed(document.sentences[first : sentence.index + 1]):
        for unit in earlier.units:
            if unit.kind == "O" and unit.mention is not None and unit.start < end:
                own = {} if unit.quiet else {unit.mention.name: unit.mention}
                named = {**own, **named}
        if len(named) >= _PAIR:
            break
    return sorted(named.values(), key=lambda m: m.start) if len(named) == _PAIR else None


def _relation(
    document: AnnotatedArticle, sentence: Sentence, pair: Sequence[Mention], via: Span
) -> Relation:
    a, b = (
        Argument(m.start, m.end, m.text, "ORG", m.name, None if i else via)
        for i, m in enumerate(pair)
    )
    text = document.article.text[sentence.start : sentence.end]
    return Relation(
        article=document.article.id,
        relation="partners_with",
        arguments={"a": a, "b": b},
        attributes={},
        evidence=Span(sentence.start, sentence.end, text),
        rule="partners_with/told_of_both",
        modality="asserted",
        tense="present",
        features={
            "weight": _WEIGHT,
            "doubt": 0.3,
            "implied": 1.0,
            "via": 1.0,
            "score": _WEIGHT,
            "heading": float(sentence.heading),
        },
    )
