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
        "value": verbs("valoriser évaluer estimer jauger priser situer"),
        "worth": words("valorisation valeur"),
        # a watch has a value, only a company a valuation
        "valuation": words("valorisation valorisations"),
        "weigh": verbs("valoir peser"),
        "reach": verbs("atteindre dépasser franchir frôler avoisiner approcher passer crever tutoyer friser excéder toucher enfoncer culminer grimper bondir monter ressortir élever établir hisser caracoler plafonner"),
        "sure": words("valorisation valorisations licorne licornes décacorne valorisée valorisé valoriser valorise valorisent valorisait valorisant"),
        "loss": words("préjudice dommages dégâts marché secteur terrain immeuble logement brevet brevets patrimoine contrat levé lève lèvent levée tour rachat rachète racheté"),
        "stand": verbs("représenter peser valoir atteindre"),
        "lift": verbs("porter hisser propulser pousser élever gonfler amener relever fixer établir faire"),
        "lend": verbs("prêter attribuer donner reconnaître accorder conférer assigner"),
        "enter": verbs("entrer rejoindre accéder intégrer hisser pénétrer faire admettre figurer rallier inviter"),
        "deal": verbs("négocier vendre échanger monnayer arracher payer afficher traiter"),
        "bar": words("barre cap seuil mur plafond ligne palier"),
        "club": words("club cercle cénacle rang rangs famille cour bande confrérie gotha panthéon caste liste"),
        "tag": words("étiquette addition ardoise tarif cote ticket"),
        # what tells near a threshold that it is one of value
        "cue": words("valorisation valorisations valeur valorisée valorisé valorise licorne licornes décacorne investisseurs actionnaires tour levée bailleurs cote vaut pèse titres"),
        "unicorn": words("licorne licornes décacorne décacornes"),
        "trade": words("chiffre ventes ca bénéfice bénéfices commandes contrats recettes revenus pertes dette chiffre-d'affaires capitalisation fonds actifs"),
        # amounts of something else, wherever the sentence tells it
        "other": words("affaires ventes bénéfice bénéfices commandes contrat contrats recettes revenus revenu pertes capitalisation actifs encours dépôts bourse investissements transactions récurrent"),
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
        Rule("passive_near", "{company} ,|( ~2!#O|#o|#q|à|au|par|pour|de|des|qui|que|chez|en @value:pp ~6 <amount>", weight=0.93, verb="value", unless=_TRADE),
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
        # -- the price on the label: "la barre du milliard est franchie", "porter à 2 milliards la valeur de Norlys"
        Rule("passes_bar", "{company^} @reach ~3 @bar ~5 <amount>", weight=0.72, verb="reach", near="@cue", unless="@other"),
        Rule("bar_passed", "@bar ~4 <amount> ~~4 franchie|franchi|dépassée|dépassé|crevé|crevée|atteint|atteinte|enfoncée|passée|passé ~2 par|pour|chez @def? ~1-stop {company!}", weight=0.84, unless="@other"),
        Rule("passes_billion", "{company^!} @reach ~2 le|du|au? <amount> ~1 $", weight=0.6, verb="reach", near="@cue", unless="@other"),
        Rule("joins_club", "{company^} @enter ~4 @club ~~8 <amount>", weight=0.8, verb="enter", unless="@other"),
        Rule("lifts_to", "@lift ~3 à|au|au-delà|jusqu' ~2 <amount> ~1 @worth|cote|prix ~1 de|d'|du @def? ~1-stop {company!}", weight=0.93, verb="lift", unless="@other"),
        Rule("lifts_to_its", "{company~} @lift ~3 à|au|au-delà|jusqu' ~2 <amount> ~1 @poss @worth|cote|prix", weight=0.84, verb="lift", unless="@other"),
        Rule("lifts_value", "@lift ~3 @worth|cote|prix ~1 de|d'|du @def? ~1-stop {company!} ~1 à|au|au-delà|jusqu' ~3 <amount>", weight=0.93, verb="lift", unless="@other"),
        Rule("lifts_its_value", "{company~} @lift ~3 @poss @worth|cote ~2 à|au|au-delà|jusqu' ~3 <amount>", weight=0.84, verb="lift", unless="@other"),
        Rule("lends_it", "{company~} lui|leur ~2 @lend ~2 @worth|cote|prix ~5 <amount>", weight=0.8, verb="lend", unless="@other"),
        Rule("value_which", "{company~} @poss @worth|cote|prix ~~4 qui|, ~2 @reach ~4 <amount>", weight=0.82, verb="reach", unless="@other"),
        Rule("is_worth_of_it", "{company^} en ~2 @weigh ~4 ,? ~3 <amount>", weight=0.74, verb="weigh", unless="@other"),
        Rule("weighs_now", "{company^} @weigh ~2 désormais|aujourd'hui|maintenant|déjà|dorénavant ~2 <amount>", weight=0.88, verb="weigh", unless="@other|@trade"),
        Rule("sells_for", "{company^!} se|s' ~1 @deal ~3 autour|à|au|pour|sur|entre|contre? ~5 <amount> !par|l'|le|la|les|pièce|chacun", weight=0.74, verb="deal", unless="@other"),
        Rule("at_that_price", "{company~} <amount> ,|: ~~4 c' est ~2 à ce|tel prix|niveau|tarif|compte|montant", weight=0.8, unless="@other"),
        Rule("at_that_price_of", "<amount> ~~8 c' est ~2 à ce|tel prix|niveau|tarif|compte|montant que|qu' ~~6 {company!}", weight=0.84, unless="@other"),
        Rule("that_values", "<amount> ~~8 c' est ~3 que|qu' ~3 l'|la|le ~1 @value {company~}", weight=0.8, verb="value"),
        Rule("shown_value", "{company~} valeur|prix|cote affichée|affiché|supposée|supposé|théorique|estimée|estimé|officielle|avouée ~2 de|d'|à ~2 <amount>", weight=0.78, unless="@other"),
        Rule("unicorn_at", "{company~} @unicorn à|de ~2 <amount>", weight=0.76),
        Rule("worth_amount", "{company~} <amount> de valeur", weight=0.7, unless="@other"),
        Rule("label", "@tag ~~7 :|, ~1 <amount> pour @def? ~1-stop {company!}", weight=0.78, unless="@other"),
        Rule("label_of", "{company~} @poss @tag ~~5 :|,|est|à|de|affiche|indique|porte ~3 <amount>", weight=0.68, unless="@other"),
        Rule("how_much", "{company~} ^ <amount>", weight=0.66, near="combien ~3 vaut|pour|coûte|pèse|vaudrait", unless="@other"),
        Rule("whole_of", "<amount> pour|les 100 % ~2 de|d'|du @def? {company!}", weight=0.66, unless="@other"),
        # however it is put: an amount among words of value, and nothing that it could be besides
        Rule("among", "{company} ~~10 @sure ~~12 <amount>", weight=0.5, nominal=True, unless="@other|@trade|@loss"),
        Rule("among_after", "{company} ~~10 <amount> ~~10 @sure", weight=0.5, nominal=True, unless="@other|@trade|@loss"),
        Rule("among_mid", "@sure ~~8 {company!} ~~8 <amount>", weight=0.5, nominal=True, unless="@other|@trade|@loss"),
        Rule("made_of_it", "fait|faire|fera|faisait de|d' @def? {company!} une|un ~3 à|de|valant|pesant ~1 <amount>", weight=0.74, unless="@other|@trade"),
        Rule("at_amount", "{company!} , à <amount> ,", weight=0.68, given="chère|cher|valeur|licorne|licornes|prix|cotée|valorisée|convoitée", unless="@other|@trade"),
        Rule("price_on", "prix|étiquette|chiffre|valeur ~6 de|d'|du @def? {company!} : ~1 <amount>", weight=0.74, unless="@other|@trade"),
        Rule("quote_of", "cote|prix|valeur ~1 de|d'|du @def? {company!} ~~7 : ~1 <amount>", weight=0.76, unless="@trade"),
            Rule("ahead_of_unicorn", "^ ~2 à|avec <amount> ~4 , {company!}", weight=0.72, given="@unicorn|@valuation", unless="@other|@trade"),
        Rule("labelled", "@tag ~~8 : {company!} ~~3 <amount>", weight=0.7, unless="@other|@trade"),
        Rule("base_price", "base ~3 prix|valeur|tarif ~2 de|d' ~1 <amount> pour|de @def? {company!}", weight=0.88, unless="@other|@trade"),
        Rule("such_is_price", "{company~} <amount> ,|: ~1 tel|telle|voilà|c' ~3 prix|valeur|cote|tarif ~2 que|qu'|de|d'", weight=0.78, unless="@trade"),
        Rule("among_then", "@sure ~~6 <amount> ~~4 :|, {company!} !,|et|ou", weight=0.56, nominal=True, unless="@other|@trade|@loss"),
        Rule("value_of_whom", "@worth de|d' ~1 <amount> ~~2 :|, {company!} !,|et|ou", weight=0.62, nominal=True, unless="@other|@trade|@loss|contrat"),
        Rule("price_put", "{company^} ~~10 à <amount> , ~2 prix ~3 @poss ~1 investisseurs|actionnaires", weight=0.7),
        Rule("on_paper", "{company^!} @stand ~3 <amount>", weight=0.72, verb="stand", given="papier", unless="@other|@trade"),
        Rule("to_own", "<amount> pour ~2 offrir|acheter|acquérir|racheter|avoir ~1 {company!} ~2 entière|entier|complet|totalité", weight=0.8, unless="@other"),
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
