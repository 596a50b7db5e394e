"""What is said not to be: negation, refusal and denial around a verb or a noun."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from pipeline.french.verbs import analyses
from pipeline.types import Unit

#: Verbs that govern an infinitive or a noun and say that nothing comes of it.
REFUSING = analyses(tuple("refuser renoncer abandonner annuler écarter éviter empêcher".split()))
DENY = frozenset(["dément", "démenti", "démentent", "démentait", "exclut", "exclu", "exclue"])
NEGATORS = frozenset(["pas", "plus", "jamais", "aucun", "aucune", "guère", "nullement", "ni"])
#: After "ne … que", what alone brought about what is told.
_REASONS = frozenset("parce pour grâce après au à en faute lorsque quand".split())
#: Right before a noun, with at most an article or a preposition between, these deny it.
_NO = frozenset(["ni", "aucun", "aucune", "nul", "nulle", "sans"])
_CLAUSE = frozenset([";", ":", ".", "mais", "«", "»"])


def negated(units: Sequence[Unit]) -> bool:
    """Say whether a stretch holds "ne … pas", "n'… plus" or the like; "ne … plus que" denies
    nothing.
    """
    forms = [u.form for u in units]
    if not any(f in ("ne", "n'") for f in forms):
        return False
    return any(
        form in NEGATORS and not (form == "plus" and after in ("que", "qu'"))
        for form, after in pairwise([*forms, ""])
    )


def clause_negated(units: Sequence[Unit], i: int) -> bool:
    """Say whether "ne … pas" or the like stands in the clause of unit ``i``."""
    begin = next((k + 1 for k in range(i, -1, -1) if units[k].form in _CLAUSE), 0)
    end = next((k for k in range(i, len(units)) if units[k].form in _CLAUSE), len(units))
    return negated(units[begin:end])


def restrictive(units: Sequence[Unit], i: int) -> bool:
    """Say whether "ne … que" is around the verb at ``i``: "ne gardera que deux sites" denies
    nothing.
    """
    before = [u.form for u in units[max(0, i - 4) : i]]
    # "n'était aux manettes de Norlys que depuis six mois"
    after = [u.form for u in takewhile(lambda u: u.kind != "p", units[i + 1 : i + 9])]
    around = before + after
    far = [u.form for u in units[i + 1 : i + 16]]
    if ("ne" in before or "n'" in before) and any(
        one in ("que", "qu'") and other in _REASONS for one, other in pairwise(far)
    ):
        # "n'était tombé dans l'escarcelle de X que parce que …": it did
        return not any(form in NEGATORS for form in around)
    return (
        ("ne" in before or "n'" in before)
        and ("que" in after or "qu'" in after)
        and not any(form in NEGATORS and form != "plus" for form in around)
    )


def out_of_question(units: Sequence[Unit], i: int) -> bool:
    """Say whether what stands before ``i`` says that it will not be.

    "Pas question, pour l'heure, de racheter X", "loin de quitter Lyon", "au lieu d'ouvrir",
    "ne veut pas entendre parler d'un rachat".
    """
    before = [u.form for u in units[max(0, i - 12) : i]]
    if before[-2:-1] == ["loin"] or before[-3:-1] in (["au", "lieu"], ["plutôt", "que"]):
        return True
    for k, form in enumerate(before):
        if form == "question" or (form == "parler" and "entendre" in before[max(0, k - 1) : k]):
            near = before[max(0, k - 7) : k]
            if "hors" in near or any(word in NEGATORS for word in near):
                return True
    return False


def denied_noun(units: Sequence[Unit], i: int) -> bool:
    """Say whether the noun at ``i`` is said not to be: "aucun rachat", "ni de fusion"."""
    before = [u.form for u in units[max(0, i - 3) : i]]
    while before and before[-1] in ("un", "une", "le", "la", "l'", "les", "autre", "nouvelle"):
        before.pop()
    if before[-2:] in (["pas", "de"], ["pas", "d'"], ["plus", "de"], ["plus", "d'"]):
        return True
    if before and before[-1] in ("de", "d'"):
        before.pop()
    return bool(before) and before[-1] in _NO and before[-2:] != ["non", "sans"]
