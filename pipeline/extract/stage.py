"""What the words around an establishment say of its stage and of its kind.

"Les bureaux de Lyon" are there; in "des bureaux à Lyon sont dans les cartons" they are to
come, in "adieu les bureaux de Lyon" they are gone. The rule that names them in passing
knows nothing of this: the sentence around the place does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.establishments import KINDS
from pipeline.types import Argument, Relation

#: Below this weight a rule only says that a place and a sign of work stand together.
LOOSE = 0.45
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|peu|quelques (?:jours|semaines)"
#: Status -> figures of speech that tell it, the first that is found decides.
_STAGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "closed",
        re.compile(
            r"\b(?:adieu|rideau|a vécu|ont vécu|n'(?:est|a|ont|existe) (?:déjà )?plus (?:que )?"
            r"(?:qu'un|que des)? ?(?:souvenir|lumière|âme)|n'existe plus|plie(?:nt)? bagage|"
            r"la clé sous la porte|condamnée?s?|vidée?s? de|(?:a|ont) (?:définitivement )?fermé|"
            r"rend(?:u|ent|ra)? (?:les|ses) clés|désertée?s?|rayée?s? de la carte|"
            r"(?:a|ont) éteint|(?:baissé|refermée?s?|fermée?s?) pour de bon|"
            r"tourne la page|page se tourne|"
            r"ne pass(?:era|eront) pas l'(?:hiver|été|année)|aur(?:a|ont) (?:vidé|quitté|fermé))\b"
        ),
    ),
    (
        "planned",
        re.compile(
            r"\bdans les (?:cartons|tuyaux|plans)\b|\bsur (?:la table|les rails|la planche)\b|"
            r"\bà l'étude\b|\ben (?:projet|construction|chantier|gestation|préparation)\b|"
            r"\b(?:verr(?:a|ont|ait) le jour|suivr(?:a|ont)|ouvrir(?:a|ont)|"
            r"sortir(?:a|ont) de terre|prend(?:ra|ront)? (?:forme|corps)|sort(?:ent)? de terre|"
            r"doi(?:t|vent) (?:ouvrir|sortir|voir|être)|devrai(?:t|ent) (?:ouvrir|voir|être))\b|"
            r"\b(?:est|sont) (?:attendue?s?|prévue?s?|programmée?s?|annoncée?s?|promise?s?)\b|"
            r"\bdossiers?\b|\bpermis de construire\b|\bcoups? de pioche\b|\bcroquis\b|"
            r"\bmaquettes?\b|\bpromise?s? à \w+ pour\b|\bsera(?:ient)? prête?s?\b"
        ),
    ),
    (
        "opened",
        re.compile(
            rf"\b(?:tourne(?:nt)? déjà|inaugurée?s?|flambant|mise?s? en service|"
            rf"vien(?:t|nent) d(?:e |'|’)(?:ouvrir|inaugurer|sortir|naître|s'installer)|"
            rf"(?:a|ont|avait) (?:poussé|pris place|pris ses quartiers)|"
            rf"a(?:-t-elle|-t-il)? accueilli|"
            rf"depuis (?:{_MONTHS}|{_DAYS})|(?:petit|petite|dernier|dernière) dernière?|"
            rf"enfin une réalité|coupé le ruban|essuie(?:nt)? les plâtres)\b"
        ),
    ),
)
#: A verb of the future: of a loose reading nothing else tells that it is a plan.
_FUTURE = re.compile(
    r"\b(?!para|sera\b)\w{2,}(?:e|i|d|t|v|u)r(?:a|ont)\b|\b(?:sera|seront|d'ici)\b"
)
_END = re.compile(r"[.;!?…](?:\s|$)|, (?:car|mais|et|puis|tandis|alors qu)\b")
#: Behind a colon stands what comes after, before it the heading of what follows.
_STOP = re.compile(_END.pattern + r"| :\s")


#: Every noun of an establishment, the longest first.
_NOUN = re.compile(
    r"\b(?:"
    + "|".join(
        re.escape(noun).replace("\\ ", r"\s?") for noun in sorted(KINDS, key=len, reverse=True)
    )
    + r")\b"
)
#: A noun this near before a place is that of what stands there.
_NEAR = 25


def rekind(relation: Relation) -> Relation:
    """Return an establishment with the kind that the noun nearest to its place tells.

    "son siège à Lyon et des bureaux à Nantes": the rule has met the first noun only.
    """
    at = _offset(relation)
    if at is None:
        return relation
    text = relation.evidence.text.replace("\u2019", "'").lower()
    best: tuple[int, str] | None = None
    for found in _NOUN.finditer(text):
        if found.end() <= at:
            gap = max(0, at - found.end() - _NEAR)
        elif found.start() > at:
            gap = found.start() - at
        else:
            continue
        if best is None or gap <= best[0]:
            best = gap, " ".join(found[0].replace("'", "' ").split())
    kind = best and KINDS.get(best[1])
    if kind is None or kind == "other" != relation.attributes.get("kind"):
        return relation
    return replace(relation, attributes={**relation.attributes, "kind": kind})


def _offset(relation: Relation) -> int | None:
    """Where the place stands in the sentence; None where it stands in another one."""
    place = relation.arguments.get("place")
    if not isinstance(place, Argument):
        return None
    at = (place.via or place).start - relation.evidence.start
    return at if 0 <= at < len(relation.evidence.text) else None


def restage(relation: Relation) -> Relation:
    """Return an establishment told as existing with the status that its sentence gives it."""
    at = _offset(relation)
    if relation.attributes.get("status") != "existing" or at is None:
        return relation
    text = relation.evidence.text.replace("\u2019", "'").lower()
    begin = max((m.end() for m in _END.finditer(text, 0, at)), default=0)
    after = _STOP.search(text, at)
    clause = text[begin : after.start() if after else len(text)]
    for status, pattern in _STAGES:
        if pattern.search(clause):
            return replace(relation, attributes={**relation.attributes, "status": status})
    if relation.features["weight"] < LOOSE and _FUTURE.search(clause):
        return replace(relation, attributes={**relation.attributes, "status": "planned"})
    return relation
