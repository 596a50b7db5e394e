"""What a company is said to be worth."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

#: An amount of business, not of a value.
_TRADE = "<amount> de|d' @trade"

RELATION = RelationType(
    name="valued_at",
    slots={"company": "ORG"},
    required=frozenset({"amount"}),
    words={
        "value": verbs("valoriser évaluer estimer"),
        "worth": words("valorisation valeur"),
        # a watch has a value, only a company a valuation
        "valuation": words("valorisation valorisations"),
        "weigh": verbs("valoir peser"),
        "reach": verbs("atteindre dépasser franchir frôler avoisiner approcher passer crever tutoyer friser excéder"),
        "unicorn": words("licorne licornes décacorne décacornes"),
        "trade": words("chiffre ventes ca bénéfice bénéfices commandes contrats recettes revenus pertes dette chiffre-d'affaires capitalisation fonds actifs"),
        "stop": words(
            "à au aux chez pour avec par dans sur contre auprès en vers sous entre de d' du des que qui qu' dont et ou où "
            "car mais après avant dès pendant selon grâce face comme si"
        ),
    },
    rules=(
        # "l'opération valorise Norlys à 2 milliards", "la valorise 2 milliards"
        Rule("active", "@value @def? ~3-stop {company} ~5 à|autour|au-delà|entre ~3 <amount>", weight=0.93, verb="value"),
        Rule("active_plain", "@value @def? ~3-stop {company} ~3-stop <amount>", weight=0.92, verb="value"),
        Rule("active_times", "@value @def? ~3-stop {company} ~~8 soit ~1 <amount>", weight=0.88, verb="value"),
        Rule("clitic", "{company~} l'|la|le ~1 @value ~5 <amount>", weight=0.84, verb="value"),
        # "Norlys est valorisée 2 milliards", "Norlys, évaluée à"
        Rule("passive", "{company=passive} @value:pp ~6 <amount>", weight=0.9, verb="value", unless=_TRADE),
        Rule("passive_near", "{company} ,|( ~2-stop @value:pp ~6 <amount>", weight=0.93, verb="value", unless=_TRADE),
        Rule("passive_fronted", "^ @adv? @value:pp ~5 <amount> ~~5 , {company!}", weight=0.96, verb="value"),
        Rule("passive_far", "{company~} désormais|aujourd'hui|déjà|ainsi @value:pp ~6 <amount>", weight=0.64, verb="value"),
        Rule("relative", "{company} ,? que|qu' ~4 @value ~5 <amount>", weight=0.94, verb="value"),
        Rule("relative_whose", "{company} , dont @def? @worth ~6 <amount>", weight=0.94, nominal=True, unless="@worth ~1 bourse|boursière"),
        # nominal: "une valorisation de 2 milliards", "la valorisation de Norlys atteint"
        Rule("nominal", "{company~} @valuation ~8 de|d'|à|autour|entre ~3 <amount>", weight=0.74, nominal=True, unless="@worth ~1 bourse|boursière"),
        Rule("nominal_far", "{company~} @valuation ~~9 à|de|d' ~1 <amount>", weight=0.66, nominal=True, unless="@worth ~1 bourse|boursière"),
        Rule("nominal_reach", "{company~} @worth ~4 @reach ~3 <amount>", weight=0.78, verb="reach", unless="dont @def? @worth"),
        Rule("enterprise_value", "{company~} valeur d' entreprise ~6 <amount>", weight=0.8),
        Rule("nominal_of", "@worth ~2 de|d'|du @def? ~1-stop {company!} ~8 <amount>", weight=0.9, nominal=True, unless="@worth ~1 bourse|boursière|chuté|baissé|reculé|bondi|perdu"),
        Rule("worth_colon", "@worth de|d'|du @def? ~1-stop {company!} ~5 : <amount>", weight=0.88),
        Rule("nominal_for", "@worth ~3 de|d' ~2 <amount> ~2 pour|à @def? ~1-stop {company!}", weight=0.92, nominal=True),
        Rule("lends_value", "à @def? ~1-stop {company!} ~2 @worth ~6 <amount>", weight=0.92, nominal=True),
        Rule("bracket", "{company} ( <amount> de @worth", weight=0.94, nominal=True),
        Rule("amount_of_value", "{company~} <amount> de @valuation", weight=0.74, nominal=True),
        Rule("traded", "{company^!} se négocie|négocierait|négocient ~3 <amount>", weight=0.7),
        Rule("amount_first", "à|avec <amount> , ~1 @worth de|d'|du @def? {company!}", weight=0.94, nominal=True),
        Rule("base_fronted", "^ ~3 base|fondée ~3 @worth ~3 de|d' <amount> , {company!}", weight=0.95, nominal=True),
        Rule("cap_of_worth", "{company^!} @reach ~4 <amount> de @worth", weight=0.93, verb="reach"),
        Rule("cleft", "c' est à ~1 <amount> que|qu' ~4 @value ~2 {company}", weight=0.95, verb="value"),
        # "Norlys vaut 2 milliards", "c'est ce que vaut Norlys"
        Rule("worth", "{company^!} @weigh ~3 <amount> !par|l'|le|la|les|pièce|chacun", weight=0.8, verb="weigh", unless=_TRADE),
        Rule("worth_about", "{company^!} @weigh ~2 plus|moins|près|autour de|d' <amount>", weight=0.78, verb="weigh", unless=_TRADE),
        Rule("worth_inverted", "<amount> ,|: c' est ~3 que @weigh ~3 {company}", weight=0.9, verb="weigh"),
        Rule("worth_inverted_aside", "<amount> ,|: c' est ~3 que @weigh ~2 , ~~6 , @def? ~2-stop {company}", weight=0.92, verb="weigh"),
        # "trois licornes, valorisées plus d'un milliard : A, B et C"
        Rule("unicorns", "@unicorn ~~16 <amount> ~~9 : {company+}", weight=0.84),
        Rule("unicorns_after", "@unicorn ~~16 <amount> ~~2 , ~~6 : {company+}", weight=0.84),
    ),
    examples=(
        "Ce tour valorise [Norlys|company] à [2 milliards d'euros|amount].",
        "[Norlys|company], valorisée [2 milliards d'euros|amount], recrute.",
        "La valorisation de [Norlys|company] atteint [2 milliards d'euros|amount].",
        "[Norlys|company] vaut [2 milliards d'euros|amount].",
    ),
    counter_examples=(
        "Norlys valorise ses déchets.",
        "Norlys pèse 2 milliards d'euros de chiffre d'affaires.",
        "Le préjudice subi par Norlys est évalué à 2 millions d'euros.",
    ),
)  # fmt: skip
