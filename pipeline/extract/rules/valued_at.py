"""What a company is said to be worth."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="valued_at",
    slots={"company": "ORG"},
    required=frozenset({"amount"}),
    words={
        "value": verbs("valoriser évaluer"),
        "worth": words("valorisation valeur"),
        "reach": verbs("atteindre dépasser franchir frôler avoisiner approcher"),
        "unicorn": words("licorne licornes"),
    },
    rules=(
        Rule("active", "@value ~3 {company} ~6 à|autour ~3 <amount>", weight=0.92, verb="value"),
        Rule("active_plain", "@value ~3 {company} ~2 <amount>", weight=0.9, verb="value"),
        Rule("passive", "{company} ~8 @value:pp ~6 <amount>", weight=0.88, verb="value"),
        Rule("passive_far", "{company~} ,|désormais|aujourd'hui|déjà @value:pp ~6 <amount>", weight=0.62, verb="value"),
        Rule("nominal", "{company~} @worth ~8 de|d'|à ~3 <amount>", weight=0.74, nominal=True, unless="@worth @of bourse"),
        Rule("nominal_reach", "{company~} @worth ~4 @reach ~3 <amount>", weight=0.76, verb="reach"),
        Rule("base", "{company~} sur ~2 base ~6 <amount>", weight=0.5),
        Rule("unicorns", "@unicorn ~~14 <amount> : {company+}", weight=0.8),
        Rule("worth", "{company^} vaut|vaudrait|vaudra|valait|pèse|pèserait ~4 <amount>", weight=0.76),
    ),
    examples=("Ce tour valorise [Norlys|company] à [2 milliards d'euros|amount].",),
    counter_examples=("Norlys valorise ses déchets.",),
)  # fmt: skip
