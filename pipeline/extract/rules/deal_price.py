"""What a purchase cost, told in a sentence of its own: no fact, it gives the purchase its amount."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, words

RELATION = RelationType(
    name="deal_price",
    slots={},
    required=frozenset({"amount"}),
    hidden=True,
    words={"deal": words("opération transaction acquisition rachat cession vente deal reprise accord")},
    rules=(
        Rule("amount_of", "montant|prix ~2 de|d'|du @def? ~1 @deal ~8 <amount>", weight=0.9, unless="valorisation"),
        Rule("deal_worth", "@deal ~6 élève|chiffre|évaluée|évalué|estimée|estimé|chiffrée|chiffré|coûté|coûte|coûtera|porte|atteint|conclue|conclu ~4 <amount>", weight=0.86, unless="valorise|valorisation"),
        Rule("brought_in", "@deal ~8 rapporté|rapporte|rapportera|valu ~2 <amount>", weight=0.8, unless="valorisation"),
        Rule("price", "prix ~6 <amount>", weight=0.7, unless="action|valorisation|vente"),
        Rule("paid", "déboursé|payé|payée|paie|versé|facturé|facturée|coûté|débourse|déboursera|réglé ~3 <amount>", weight=0.76),
        # "Le chèque donne le tournis : 20 millions", "La note ? 20 millions"
        Rule("cheque", "chèque|addition|facture|note|ticket|ardoise|enveloppe ~6 :|,|de|à|atteint|élève ~3 <amount>", weight=0.72),
        Rule("sum", "^ montant|coût|prix|facture ~4 :|, <amount>", weight=0.8),
    ),
    examples=("Le prix de l'opération s'élève à [20 millions d'euros|amount].",),
    counter_examples=("Norlys emploie 20 personnes.",),
)  # fmt: skip
