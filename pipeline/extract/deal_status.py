"""What a sentence says of a deal besides its verb: under a condition, hoped for, told twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.types import Argument, Relation, Span

#: What makes a purchase a plan though its verb does not: conditions that are still to be met.
_PENDING = re.compile(
    r"\bsous réserve\b|\bsauf (?:veto|surprise|coup de théâtre|accident|opposition)\b|\bsitôt que\b"
    r"|\bdès que\b|\bsi (?:les|l['’])autorit|\bsi (?:Bruxelles|la Commission|le régulateur)\b"
    r"|\bsuspendue? (?:à|au|aux)\b|\bfeu vert attendu\b"
    r"|\bsoumise? (?:à|au|aux)\b.{0,40}\b(?:autorit|régulat|concurrence)"
    r"|\b(?:sera|seront|devrait|devraient|doit|doivent) (?:être )?(?:\w+ment )?"
    r"(?:célébr|finalis|boucl|concl|sign|effecti|scell|entérin|consomm)",
    re.IGNORECASE,
)
#: Companies that draw near to each other have not merged yet, nor have those that talk of it.
_NEARING = re.compile(
    r"\brapprochement\b(?!.{0,60}\b(?:finalis|achev|réalis|boucl|conclu|effecti))"
    r"|\b(?:discussions|négociations|pourparlers|tractations)\b.{0,60}\b(?:fusion|mariage)\b",
    re.IGNORECASE,
)
#: What makes it a rumour: "pourrait annoncer lundi la reprise de …".
_MAYBE = re.compile(
    r"\b(?:pourrai(?:en)?t|serai(?:en)?t (?:en passe|sur le point|près|proche|tout près) de?)"
    r" ?(?:\w+ )?"
    r"(?:annoncer|officialiser|conclure|boucler|signer|finaliser|sceller|dévoiler)\b"
)
#: What makes a round a plan, shortly before its amount.
_SOUGHT = re.compile(
    r"\b(?:discuten?t?|négocien?t?|cherchen?t?|espèren?t?|visen?t?|souhaiten?t?|préparen?t?|envisagen?t?"
    r"|ambitionnen?t?|voudrai(?:en)?t|aimerai(?:en)?t|rêven?t?|songen?t?|prévoi(?:en)?t|sollicite)\b"
    r"[^.;:]{0,70}\Z"
)
#: What makes it the sum of several rounds.
_SUMMED = re.compile(
    r"\bau compteur\b|\btoutes levées\b|\ben (?:deux|trois|quatre|cinq|six) (?:tours|levées)\b"
    r"|\bdepuis (?:sa|leur|ses) (?:création|débuts?|naissance|lancement)\b"
)
#: Rules named "among…" go by the words around an amount alone: none but large ones are capital.
#: Nor is a company worth less: that is a share, or a subscription.
_LARGE = re.compile(r"illi|\d ?(?:[MGB]|Md|bn)|\d{3}.\d{3}")
#: Many companies together: what they raise is no round of the one that was told of before.
_CROWD = re.compile(
    r"\b(?:les|des|aux|ces|nos|\d+|neuf|dix) (?:jeunes )?"
    r"(?:start-?up|startup|pousse|entreprise|société|spin-off|fintech|biotech|medtech|deeptech|licorne|projet|opération)s?\b"
    r"|\b(?:l['’]écosystème|le secteur|la filière|le total|un total)\b",
    re.IGNORECASE,
)
#: "A, B et C ont levé 900 millions": the sum of what they raised, told of none alone.
_JOINED = re.compile(r"\bet (?:l[ea] |l['’])?\Z")
_TOGETHER = re.compile(r" (?:ont|avaient|auraient|auront|lèvent) ")
#: Between a crowd and what names it: "les start-up françaises de la région MENA".
_PART_OF = re.compile(
    r"(?: [a-zéèêàçîôû-]+){0,2} (?:de |du |des |d['’])(?:la |l['’])?(?:[a-zéè]+ )?"
)
#: Between an amount and the same in another currency: "100 millions de dollars, soit 87 …".
_CONVERTED = re.compile(
    r"(?:\s*\(\s*|\s*,?\s*(?:soit|ou|à peu près|environ|près de)\b)[^.;:]{0,12}\Z"
)


def as_told(relation: Relation) -> Relation:
    """Make a deal that its sentence puts under a condition, or only hopes for, a plan."""
    if relation.attributes.get("status") != "done":
        return relation
    status: str | None = None
    if relation.relation == "raises_funding":
        summed = "/among" in relation.rule and _SUMMED.search(relation.evidence.text)
        status = "planned" if _sought(relation) else "total" if summed else None
    elif relation.relation == "acquires" and relation.tense != "past":
        status = _pending(relation)
    if status is None:
        return relation
    return replace(relation, attributes={**relation.attributes, "status": status})


def _sought(relation: Relation) -> bool:
    """Say whether the words before the amount of a round only look for it."""
    if relation.amount is None or relation.tense not in ("present", "none"):
        return False
    before = relation.evidence.text[: relation.amount.start - relation.evidence.start]
    return _SOUGHT.search(before) is not None


def _pending(relation: Relation) -> str | None:
    """Return what a condition in the purchase's own clause makes of it, None where there is none.

    The condition of another clause ("…, que X a acquis : Y devrait boucler …") is none of it.
    """
    text, start = relation.evidence.text, relation.evidence.start
    if relation.rule.startswith("acquires/merger") and _NEARING.search(text) is not None:
        return "planned"
    maybe = _MAYBE.search(text)
    found = maybe or _PENDING.search(text)
    if found is None:
        return None
    low = max(text.rfind(mark, 0, found.start()) for mark in ":;")
    after = [i for mark in ":;" if (i := text.find(mark, found.end())) >= 0]
    high = min(after, default=len(text))
    if not any(low < at - start < high for at in _starts(relation)):
        return None
    return "planned" if maybe is None else "rumour"


def _starts(relation: Relation) -> Iterator[int]:
    """Where the arguments stand, those reached through an anaphor where that stands."""
    for value in relation.arguments.values():
        for argument in value if isinstance(value, tuple) else (value,):
            yield (argument.via or argument).start


def unconverted(found: Sequence[Relation], text: str) -> list[Relation]:
    """Leave out what tells an amount again in another currency: "…, soit 87 millions d'euros".

    So too what only stands among words of capital, and is too small to be any.
    """
    told = [(r.relation, r.amount.end) for r in found if r.amount is not None]
    return [r for r in found if r.amount is None or _counts(r, r.amount, told, text)]


def _counts(relation: Relation, amount: Span, told: Sequence[tuple[str, int]], text: str) -> bool:
    """Say whether an amount is one of its own, and large enough for the rule that took it."""
    if relation.relation == "raises_funding" and _of_crowd(relation, amount):
        return False
    large = "/among" in relation.rule or relation.relation == "valued_at"
    if large and _LARGE.search(amount.text) is None:
        return False
    return not any(
        name == relation.relation
        and end <= amount.start
        and _CONVERTED.match(text, end, amount.start)
        for name, end in told
    )


def _of_crowd(relation: Relation, amount: Span) -> bool:
    """Say whether the sentence counts what many raised, and the company is told elsewhere.

    "Les start-up françaises lèvent 700 millions d'euros", or "les start-up de l'Hexagone": the
    company is of another sentence, or only part of how the crowd is named.
    """
    company = relation.arguments.get("company")
    if not isinstance(company, Argument):
        return False
    start = relation.evidence.start
    text = relation.evidence.text
    if _TOGETHER.match(text, max(0, company.end - start)) and _JOINED.search(
        text[: max(0, company.start - start)]
    ):
        return True
    crowds = list(_CROWD.finditer(relation.evidence.text, 0, amount.start - start))
    if not crowds:
        return False
    if company.via is None and not start <= company.start < relation.evidence.end:
        return True
    between = relation.evidence.text[crowds[-1].end() : max(0, company.start - start)]
    return company.start - start > crowds[-1].end() and _PART_OF.fullmatch(between) is not None
