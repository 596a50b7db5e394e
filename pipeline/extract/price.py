"""What a purchase is said to cost, in its own sentence.

A price told in a sentence of its own is joined by :mod:`pipeline.extract.rounds`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.types import Unit

#: One of these stands among the three units before a price.
_BEFORE = frozenset(
    """pour contre montant hauteur à de d' moyennant somme chèque prix ( coûté coûte coûtera payé
    payée paie verse versé déboursé débourse rapporté rapporte évaluée estimée acheté achetée
    racheté rachetée vendu vendue cédé cédée acquis acquise poche bourse
    moyennant sortant sorti""".split()
)
#: Units within which a price belongs to its purchase.
_REACH = 18
#: Beside an amount, these say that it is no price.
_NO_PRICE = frozenset(
    """affaires ca ventes bénéfice bénéfices perte pertes budget valorisation valorise valorisant
    valorisée valorisé lève levé levée revenus recettes dette dettes économies synergies
    capitalisation réalise amende actifs""".split()
)
_FRONTED = frozenset(["pour", "contre", "moyennant"])
#: How a price is told before what it pays: "moyennant 200 millions, Norlys met la main sur …".
_AHEAD = frozenset(["moyennant", "contre"])


def price(units: Sequence[Unit], trigger: int) -> int | None:
    """Return the index of the amount said beside the purchase at ``trigger``, or None.

    "pour 20 millions d'euros", "une opération de …" after it; "Pour 20 millions d'euros, X
    rachète …" where the sentence begins with it.
    """
    for i in range(trigger, min(trigger + _REACH, len(units))):
        if units[i].form == ";":
            return None
        if units[i].kind == "M":
            before = [u.form for u in units[max(trigger, i - 8) : i]]
            after = [u.form for u in units[i + 1 : i + 5]]
            if _NO_PRICE & {*before, *after}:
                return None
            if set(before[-3:]) & _BEFORE:
                return i
            break
    for i in range(1, min(4, trigger)):
        if units[i].kind == "M" and units[i - 1].form in _FRONTED:
            return i
    for i in range(max(1, trigger - 8), trigger):
        if units[i].kind == "M" and units[i - 1].form in _AHEAD:
            return i
    return None
