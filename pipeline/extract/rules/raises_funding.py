"""Who raises how much, from whom.

Who else invests is told in many places, often a sentence later: that is the hidden relation of
:mod:`pipeline.extract.rules.backing`, joined to its round by :mod:`pipeline.extract.rounds`.
"""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words
from pipeline.extract.rules.acquires import MOST

#: An amount of business or of money lost, not of a round.
_TRADE = "<amount> de|d' @trade"

RELATION = RelationType(
    name="raises_funding",
    slots={"company": "ORG", "investors": "ORG"},
    optional=frozenset({"investors"}),
    distinct=(("company", "investors"),),
    statuses={"past": "done", "present": "done", "future": "planned", "conditional": "planned"},
    phrases={
        "total": (
            "au total", "en tout", "à ce jour", "au compteur", "au cumulé",
            "depuis @poss création|lancement|débuts|naissance|fondation|origine|début|arrivée",
            "depuis l' origine", "toutes levées confondues", "tous tours confondus", "en tout et pour tout", "tours compris", "levées comprises",
            "au fil ~3 tours|levées|années", "en deux|trois|quatre|cinq|six|plusieurs ~1 tours|levées|fois", "depuis 1990|1995|1998|1999|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|2017|2018|2019|2020|2021|2022|2023|2024|2025",
        ),
        # to whom a backer gives: "à qui", "auquel"
        "whom": ("à qui|laquelle|lequel", "auquel|chez|dans qui|laquelle|lequel?", "auquel", "où"),
        # what is lifted besides money; the start-ups of a school are not the school
        # an amount of something else, or one that somebody gives away
        "not_capital": ("@other", "signé un|le|des chèque|chèques", "à destination"),
        "no_round": (
            "@raise ~3 embargo|doute|restrictions|voile",
            "les|des start-up|startups|pousses|entreprises|spin-off ~2 de|d'|du|des @def? #O",
        ),
        "into": ("dans @def?", "chez @def?", "au sein de|d'|du @def?", "dans le capital de|d'|du @def?"),
    },
    words={
        "raise": verbs("lever"),
        "get": verbs(
            "boucler réaliser réunir obtenir récolter collecter empocher décrocher conclure sécuriser recueillir "
            "finaliser engranger recevoir rassembler clôturer signer attirer mobiliser amasser compléter annoncer "
            "réussir officialiser achever capter effectuer mener dévoiler opérer"
        ),
        "collect": verbs("réunir récolter collecter empocher engranger amasser glaner rassembler recueillir capter décrocher sécuriser attirer mobiliser"),
        "obtain": verbs("obtenir recevoir décrocher"),
        "raised": words("levés levées levé levée récoltés récoltées réunis réunies collectés collectées rassemblés engrangés glanés recueillis recueillies obtenus trouvés amassés empochés"),
        "round": words("levée levées tour tours financement collecte augmentation série round ronde refinancement amorçage"),
        # one round, not rounds in general ("les tours de table de 50 à 100 millions")
        "one": words("levée tour financement collecte augmentation série round ronde refinancement"),
        "invest": verbs("investir injecter miser apporter allonger mettre placer débourser engager verser avancer réinvestir"),
        "lend": verbs("prêter accorder octroyer consentir"),
        "buy": verbs("prendre acquérir acheter racheter obtenir"),
        "trade": words(
            "chiffre ventes ca bénéfice bénéfices commandes contrats recettes revenus pertes perte don dons amende amendes "
            "dette dettes dividendes provisions profit profits économies budget pénalités impôts caution rançon"
        ),
        "most": words(MOST + " majoritaire majorité totalité intégralité"),
        # what a backer does with money, and what a company does to come by it
        "give": verbs(
            "apporter injecter remettre mettre glisser verser déposer confier allonger avancer octroyer accorder offrir donner miser placer "
            "aligner débourser engager consentir abonder fournir lâcher poser promettre rajouter remiser réinjecter investir réinvestir"
        ),
        "gather": verbs(
            "trouver dénicher arracher soutirer glaner grappiller moissonner rafler drainer amasser récolter "
            "collecter réunir rassembler recueillir ramasser décrocher obtenir lever puiser tirer attirer"
        ),
        "inject": verbs("injecter allonger réinjecter réinvestir rajouter miser aligner investir débourser apporter"),
        "water": verbs("abreuver gratifier doter créditer arroser nourrir alimenter renflouer irriguer financer soutenir gaver perfuser pourvoir armer accompagner"),
        "fall": verbs("tomber entrer arriver atterrir pleuvoir dormir couler"),
        "cost": verbs("coûter"),
        "enters": verbs("entrer monter arriver débarquer"),
        "gift": words("servi servis servie signé signés apporté apportés versé versés avancé avancés offert offerts fourni fournis mis posé posés déposé déposés glissés tendu tendus consenti consentis injecté injectés débloqué débloqués souscrit souscrits amenés alloués accordés prêtés"),
        "purse": words("caisses caisse coffres coffre corbeille besace escarcelle berceau cagnotte tirelire table comptes poche poches panier trésorerie bourse tiroir-caisse bas gibecière"),
        "windfall": words(
            "chèque enveloppe pactole magot manne butin cagnotte rallonge oxygène apport ticket pécule picotin obole dot matelas viatique "
            "carburant munitions bouffée ballon bol aubaine perfusion transfusion guerre pluie frais cash liquidités renfort air trésor soutien coup"
        ),
        # what tells a reader, somewhere near, that the money is capital
        "cue": words(
            "levée levées tour tours ronde rondes fonds investisseurs investisseur bailleurs bailleur actionnaires actionnaire capital capital-risque "
            "capital-risqueurs amorçage série financiers caisses cagnotte tirelire escarcelle table mécènes parrains anges souscripteurs portillon "
            "financement financements capitaux chapeau chèque pot convaincre convaincu séduit séduire renflouée renfloué argent pourvoyeurs "
            "financeurs banquiers angels trésorerie tickets mise"
        ),
        "closes": words(
            "clos close clôturé clôturée conclu conclue bouclé bouclée arrêté fixé élève monte établit culmine atteint atteindra porte représente approche "
            "dépasse avoisine frôle chiffre élevé monté établi soldé soldée pèse tourne avoisinait ressort achevé terminé"
        ),
        "yield": words("rapporté apporté procuré valu rapporte apporte procure vaut rapportera apportera fourni assuré"),
        # what makes an amount in the same sentence capital, however it is put
        "backers": words(
            "levée levées tour tours ronde investisseurs investisseur bailleurs bailleur actionnaires actionnaire capital capital-risque capital-risqueurs "
            "amorçage fonds caisses cagnotte dilution rallonge série souscripteurs anges mécènes financeurs"
        ),
        "outlay": verbs("investir réinvestir dépenser rembourser"),
        "fit": words("gère gèrent gestion doté dotée lance lancent création géré gérés véhicule usine usines programme plan social impact souverains structurels actif doter secteur marché moyenne moyen chaque"),
        # amounts that are no capital, wherever the sentence tells it
        "other": words(
            "chiffre ventes ca bénéfice bénéfices commande commandes contrat contrats recettes revenus pertes perte dons amende amendes dettes "
            "dividendes provisions profit profits économies budget pénalités impôts loyers salaires rachat racheter rachète racheté rachetée rachetés acquisition acquérir acquis acquise "
            "valorisation valorise valorisée valorisé valeur encours préjudice rançon subvention subventions indemnités dépenses coût coûts "
            "facture marché usine travaux primes prime dommages actifs cession vente caution requis plainte plaintes manquait manque fraude concours lauréat lauréate prix trophée"
        ),
        "stop": words(
            "à au aux chez pour avec par dans sur contre auprès en vers sous entre de d' du des que qui qu' dont et ou où "
            "car mais après avant dès pendant selon grâce face comme si"
        ),
        "halt": words("que qui qu' dont et où car mais"),
    },
    rules=(
        # -- "Norlys lève 20 millions d'euros"
        Rule("raises", "{company^} @raise ~5 <amount>", weight=0.92, verb="raise", unless="%no_round"),
        Rule("raises_aside", "{company^!} @raise|@collect , ~~10 , <amount>", weight=0.84, unless=_TRADE),
        Rule("raises_round", "{company^} @raise ~5 @round ~6 <amount>", weight=0.9, verb="raise"),
        Rule("grows_capital", "{company^} augmente|augmenté|augmenter|augmentera ~1 capital ~3 de|d' <amount>", weight=0.9),
        Rule("round_of", "{company^} @get ~4-halt @round ~6 de|d'|à ~2 <amount>", weight=0.91, verb="get", unless=_TRADE),
        Rule("round_of_aside", "{company^} @get ~4 @round ~5 , ~2 montant|hauteur|à|de|d' ~2 <amount>", weight=0.88, verb="get"),
        Rule("round_aside_of", "{company^} @get , ~~9 , ~2 @round ~6 de|d'|à ~2 <amount>", weight=0.88, verb="get"),
        Rule("round_aside_whose", "@get , ~~7 {company} ~~8 , ~2 @round ~5 ,? à|de|d'|: ~2 <amount>", weight=0.76, verb="get", unless="@other"),
        Rule("round_aside_at", "{company^!} @get , ~~12 , ~2 @round ~5 , à|de|d' ~2 <amount>", weight=0.86, verb="get"),
        Rule("tranche", "{company^} @get ~4 tranche ,? ~3 de|d' <amount>", weight=0.88, verb="get"),
        Rule("collects", "{company^} @collect ~3-stop <amount>", weight=0.8, verb="collect", unless=_TRADE),
        Rule("receives", "{company^!} @obtain ~3-stop <amount>", weight=0.74, verb="obtain", unless=_TRADE),
        Rule("obtains_from", "{company^} @get ~3 <amount> ~3 auprès|de|d'|du ~2 @def? {investors+}", weight=0.86, verb="get", unless=_TRADE),
        Rule("obtains_from_first", "{company^} @obtain de|d'|du @def? {investors+} ~4-stop <amount>", weight=0.84, verb="obtain", unless=_TRADE),
        Rule("lifeline", "{company^} s'|se ~3 offre|offert|offrir ~6 oxygène|air|trésorerie|cagnotte ~2 de|d' <amount>", weight=0.86, status="done"),
        Rule("treats_itself", "{company^} s'|se ~2 offre|offert|offrir|paie ~4 @round ~5 ,? de|d' <amount>", weight=0.88, status="done"),
        Rule("signs_with", "{company^} @get avec @def? {investors+} ~3 @round ~4 de|d' <amount>", weight=0.93, verb="get"),
        Rule("lifeline_amount", "{company^} ~3 oxygène de|d' <amount>", weight=0.8),
        Rule("again_with", "{company^} récidive|remet|revient|renouvelle|enchaîne ~4 avec <amount>", weight=0.84, given="@round"),
        Rule("refills", "{company~} <amount> @raised ~6 auprès|en|par|pour|avec|lors", weight=0.74),
        Rule("fills_up", "{company^} ~2 plein ~4 :|de|avec <amount>", weight=0.8, status="done", unless=_TRADE),
        Rule("brought_by", "<amount> ~2 apportés|injectés|investis|débloqués|versés|avancés|fournis par @def? ~3-stop {investors+} {company~}", weight=0.76, status="done"),
        Rule("was_given", "{company^} s' est|était|sont vu|vue|vus ~1 confier|attribuer|accorder|remettre|octroyer <amount> ~1 par|de @def? ~2-stop {investors+}", weight=0.9, status="done"),
        Rule("convinces", "{company^} convaincre|convaincu|séduit|persuadé|convainc|rallié ~3-stop {investors+} ~~7 <amount>", weight=0.86, status="done", unless=_TRADE),
        Rule("had_to_convince", "à @def? {company} pour convaincre @def? {investors+} ~6 <amount>", weight=0.93, status="done"),
        # -- the amount comes first
        Rule("amount_for", "^ <amount> pour|chez @def? {company!}", weight=0.76, status="done"),
        Rule("amount_for_after", ": <amount> pour|chez @def? {company!}", weight=0.72, status="done"),
        Rule("amount_after_colon", "^ {company!} : <amount> pour|auprès|en|@raised", weight=0.72, status="done", unless=_TRADE),
        Rule("amount_alone", "^ {company!} : <amount> $", weight=0.6, status="done"),
        Rule("amount_it_is", "<amount> ,|: c' est ~6 @raise|@collect|@get ~2 {company!}", weight=0.93, status="done"),
        Rule("amount_such_is", "<amount> ~~14 annonce|montant|somme|levée|opération ~4 par|de|pour @def? {company!}", weight=0.74, status="done", given="tel|telle|voilà"),
        Rule("amount_that", "<amount> que|qu' {company} ~4 @raise|@collect|@get", weight=0.86, status="done", given="@cue|@raise|@collect"),
        Rule("amount_raised_by", "<amount> ~4 @raised par @def? {company}", weight=0.88, status="done"),
        Rule("amount_raised_fronted", "^ ~3 <amount> ~2 @raised ~~6 , {company!}", weight=0.86, status="done"),
        Rule("its_amount_raised", "ses|les|leurs <amount> ~2 @raised ~~6 , {company!}", weight=0.8, status="done"),
        Rule("amount_falls", "{company~} <amount> ~2 tombés|tombent|tombe|arrivés|atterri|entrés ~1 dans @poss escarcelle|caisses|besace", weight=0.78, status="done"),
        Rule("endowed", "^ dotée|doté|dotés|lestée|lesté|armée|armé de|d' <amount> ~~6 , {company}", weight=0.84, status="done", given="investisseurs|fonds|levée|actionnaires|levés|@round"),
        Rule("financed_fronted", "^ ~2 financée|financé|soutenue|soutenu|accompagnée ~2 hauteur de|d' <amount> ~1 par @def? ~2-stop {investors+} ~~3 , {company!}", weight=0.88, status="done"),
        Rule("financed", "{company=any} financée|financé|soutenue|soutenu ~2 hauteur de|d' <amount> ~1 par @def? ~2-stop {investors+}", weight=0.84, status="done"),
        # -- the money told without a round: "25 millions tombent dans ses caisses", "Visa lui apporte 200 millions"
        Rule("to_whom", "{company} ,? %whom @def? ~2-stop {investors+} ~4 @give ~3-stop <amount>", weight=0.92, verb="give", unless=_TRADE),
        Rule("gives_it", "{investors^+} {company~} lui|y|leur ~2 @give ~3-stop pour? <amount>", weight=0.8, verb="give", unless="@other"),
        Rule("gives_it_list", "{investors+} {company~} ~~7 lui|y|leur @have ~1 @give:pp ~3-stop <amount>", weight=0.7, verb="give", unless="@other"),
        Rule("gives_it_inverted", "<amount> que|qu' ~2 lui|y|leur ~2 @give ~3-stop @def? {investors+} {company~}", weight=0.86, verb="give", unless="@other"),
        Rule("such_it_gives", "<amount> ~~8 que|qu' ~4 lui|y|leur ~2 @give ~2-stop @def? {investors+} {company~}", weight=0.84, verb="give", unless="@other"),
        Rule("into_purse", "dans ~2 @purse ~1 de|d'|du @def? ~1-stop {company!} ,? {investors+} ~3 @give ~3-stop <amount>", weight=0.88, verb="give"),
        Rule("into_purse_of", "{investors^+} @give ~3-stop <amount> ~2 dans|à|au|sur ~2 @purse ~1 de|d'|du @def? ~1-stop {company!}", weight=0.88, verb="give"),
        Rule("into_its_purse", "{investors^+} {company~} @give ~3-stop <amount> ~2 dans|à|au|sur ~2 @purse|pot|bassinet|affaire|aventure|corbeille", weight=0.8, verb="give", unless="@other"),
        Rule("purse_takes", "{investors^+} {company~} @give ~1 dans ~1 @purse ~2 <amount>", weight=0.78, verb="give", unless="@other"),
        Rule("adds", "{investors^+} {company~} @inject ~2-stop <amount> !de|d'|dans|en|pour|sur|chez|par", weight=0.66, verb="inject", near="@cue", unless="@other"),
        Rule("waters", "{investors^+} @water ~2-stop {company!} de|d'|avec|à ~3 <amount>", weight=0.82, verb="water", unless="@other"),
        Rule("waters_whom", "{company} ,? que|qu' @def? ~3-stop {investors!} ~~5 @water ~3 de|d'|à ~2 <amount>", weight=0.9, verb="water"),
        Rule("backers_give", "@backers ~3 lui|leur ~4 <amount> {company~}", weight=0.68, status="done", nominal=True, unless="@other|doit|doivent|réclame|réclament|coûté"),
        Rule("both_give", "{investors!} !et|, ~~8 {company!} !et ~~14 lui|y ~1 @give ~2 <amount>", weight=0.72, status="done", unless="@other"),
        Rule("saw_give", "{company^} ~2 vu|voit|verra @def? ~2-stop {investors+} lui|y ~1 @give ~3 <amount>", weight=0.92, status="done", nominal=True, unless="@other"),
        Rule("leaves_with", "{company^} ~2 repart|repartent|reparti|repartie|ressort|revient ~2 avec <amount>", weight=0.72, status="done", near="@cue|visait|espérait|cherchait|voulait", unless="@other"),
        Rule("own_purse", "{company^!} ~5 dans @poss @purse ~2 <amount>", weight=0.66, status="done", unless="@other"),
        Rule("purse_strings", "{company^} ~5 cordons de la bourse ~1 de|d'|du @def? {investors+} ~~5 <amount>", weight=0.84, status="done"),
        Rule("its_come_from", "ses|leurs <amount> ~1 viennent|proviennent|émanent {company~}", weight=0.62, status="done", unless="@other"),
        Rule("arrival_with", "arrivée|entrée|venue ~1 de|d'|du @def? {investors+} ~3 ses|leurs <amount> {company~}", weight=0.76, status="done", unless="@other"),
        Rule("gift", "<amount> , ~1 @gift par {company~}", weight=0.56, status="done", unless="@other|ville|état|région|ministère|mécène|dons"),
        # "la biscuiterie nantaise lève 3 millions": a noun of its own, with where it is from
        Rule("local_raises", "le|la|l' ~2!#O @dem ~3 @raise ~5 <amount> {company~}", weight=0.68, verb="raise", unless="%no_round"),
        Rule("local_gets", "le|la|l' ~2!#O @dem ~3 @get ~4-halt @round ~6 de|d'|à ~2 <amount> {company~}", weight=0.68, verb="get", unless="@other"),
        Rule("gift_by", "<amount> ,? ~2 @gift par @def? ~2-stop {investors+} {company~}", weight=0.7, status="done", unless="@other"),
        Rule("that_they_give", "{company~} <amount> que|qu' ~3 lui|leur ~2 @give", weight=0.72, verb="give", unless="@other"),
        Rule("to_finance", "<amount> ~~20 pour|à financer|soutenir|accompagner|lancer @def? {company!}", weight=0.62, status="done", given="investisseurs|fonds|mise|répondu|@backers", unless="@other|@fit", negative=True),
        Rule("falls_into", "{company~} <amount> ~4 @fall ~2 dans ~2 @purse", weight=0.78, verb="fall", unless="@other"),
        Rule("falls_into_of", "<amount> ~4 @fall ~2 dans ~2 @purse ~1 de|d'|du @def? ~1-stop {company!}", weight=0.86, verb="fall"),
        Rule("gathers_from", "{company^} @gather ~3 <amount> ~4 auprès|chez|près de|d'|du|des? ~2 @def? {investors+}", weight=0.86, verb="gather", unless="@other"),
        Rule("gathered_from", "<amount> que|qu' {company} ~4 @gather ~2 à|au|auprès|chez ~1 de|d'|du? @def? {investors+}", weight=0.9, verb="gather"),
        Rule("gathers", "{company^!} @gather ~2-stop <amount>", weight=0.66, verb="gather", near="@cue", unless="@other"),
        Rule("in_pocket", "{company~} <amount> ~3 en|dans poche|poches|caisse|caisses|banque|trésorerie|portefeuille|magasin|besace|soute", weight=0.74, status="done", unless="@other"),
        Rule("in_pocket_whose", "<amount> ~4 en|dans poche|poches|caisse|caisses|banque|trésorerie|besace|soute ~~3 ,|: ~1 {company!}", weight=0.84, status="done", unless="@other"),
        Rule("strong_of", "{company~} fort|forte|forts|riche|lesté|lestée|doté|dotée|muni|munie|armé|armée|nanti|nantie|pourvu|pourvue|auréolé|gonflé|gonflée|dopé|dopée de|d'|par|des ~4 <amount>", weight=0.72, status="done", near="@cue", unless="@other"),
        Rule("strong_of_whose", "^ fort|forte|forts|riche|lesté|lestée|muni|munie|armé|armée|nanti|nantie|pourvu|pourvue|gonflé|gonflée|dopé|dopée de|d'|par|des ~4 <amount> ~~8 , {company!}", weight=0.84, status="done", near="@cue", unless="@other"),
        Rule("its_fresh", "{company~} ses|leurs <amount> ~1 neufs|frais|fraîchement|dernière|dernier", weight=0.76, status="done", unless="@other"),
        Rule("fresh_money", "argent|oxygène|sang frais|neuf? ~2 pour @def? ~2-stop {company!} ~~22 <amount>", weight=0.84, status="done", unless="@other"),
        Rule("windfall", "{company~} @windfall ~3 de|d'|: ~2 <amount>", weight=0.66, status="done", near="@cue", unless="%not_capital"),
        Rule("windfall_signed", "@windfall ~2 de|d' ~1 <amount> ,? ~3 signé|signée|apporté|apportée|versé|versée|venu|venue|offert|offerte|fourni|fournie|tendu|octroyé|de|d'|par ~2 @def? ~2-stop {investors+} {company~}", weight=0.8, status="done", unless="@other"),
        Rule("windfall_for", "@windfall ~2 de|d' ~1 <amount> ~1 pour|à @def? ~2-stop {company!}", weight=0.8, status="done", unless="@other|souscrit|signé|@give"),
        Rule("windfall_both", "chèque ~~6 {investors!} ~~6 {company!} ~~4 <amount>", weight=0.56, status="done", unless="@other"),
        Rule("round_reaches", "{company~} @one ~~10 @closes ~4 <amount>", weight=0.74, status="done", unless="@other"),
        Rule("round_yields", "{company~} @one ~~10 lui|leur ~1 @yield ~2 <amount>", weight=0.86, status="done", unless="@other"),
        Rule("round_then", "{company~} @one ~~5 :|, ~2 <amount> !de|d'", weight=0.68, status="done", unless="@other|@raise|@get"),
        Rule("round_colon", "{company^} @get ~4 @round ~~8 :|, ~1 <amount>", weight=0.84, verb="get", unless="@other"),
        Rule("round_for", "@round ~2 pour|chez @def? ~1-stop {company!} ~~3 :|,|de|d'|à ~1 <amount>", weight=0.88, status="done", unless="@other"),
        Rule("gets_round_from", "{company^} @obtain ~4 @round ~3 de|d' ~1 <amount> de|d'|du|des|auprès ~2 @def? {investors+}", weight=0.94, verb="obtain", unless="@other"),
        Rule("outcome", "{company~} clé|clef|arrivée|bilan|résultat|butin|récolte|moisson|total|montant|compteur ,|: ~1 <amount>", weight=0.7, status="done", near="@cue", unless="@other"),
        Rule("outcome_after", "{company~} <amount> ~1 à la|l' clé|clef|arrivée", weight=0.72, status="done", near="@cue", unless="@other"),
        Rule("seed_money", "{company~} <amount> d'|de|en amorçage|capital-risque|financement|fonds|capital|actions", weight=0.7, status="done", unless="@other|@raise|@get"),
        Rule("were_raised", "{company~} <amount> ~2 @be ~1 @raised", weight=0.66, status="done", near="@cue", unless="@other"),
        Rule("were_raised_at", "{company~} <amount> ~2 @be ~1 @raised ~1 #D", weight=0.62, status="done", unless="@other"),
        Rule("raised_at", "{company~} <amount> @raised #D", weight=0.72, status="done"),
        Rule("needs", "{company~} lui|leur faut|faudra|faudrait|manque|manquait|manquerait|reste ~3 <amount>", weight=0.72, status="planned", near="@cue", unless="@other"),
        Rule("cost_backers", "{company^} @cost ~2 <amount> à @poss ~1 investisseurs|actionnaires|bailleurs|financiers", weight=0.88, status="total", verb="cost"),
        Rule("total_ahead", "^ ~1 %total ,? ~~3 {company} ~5 <amount>", weight=0.7, status="total", given="@cue|@backers", unless="@other"),
        Rule("total_after", "{company~} <amount> ~~6 , ~1 %total", weight=0.8, status="total", near="@cue", unless="@other"),
        # "se classe deuxième avec une opération de 7 millions réalisée auprès de X"
        Rule("with_operation", "{company^!} ~6 avec ~1 opération|levée|tour|investissement|financement|collecte ~3 de|d'|à ~1 <amount>", weight=0.8, status="done", unless="@other"),
        Rule("operation_from", "opération|investissement|financement ~2 de|d' ~1 <amount> ~3 auprès|avec|par ~3 {investors+} {company~}", weight=0.74, status="done", unless="@other"),
        # -- however it is put: an amount among words of the trade, and nothing that it could be besides
        Rule("among_backers", "{company} ~~12 @backers ~~16 <amount>", weight=0.5, nominal=True, unless="@other|@fit|@outlay"),
        Rule("among_backers_after", "{company} ~~12 <amount> ~~14 @backers", weight=0.5, nominal=True, unless="@other|@fit|@outlay"),
        Rule("among_backers_mid", "@backers ~~8 {company!} ~~8 <amount>", weight=0.5, nominal=True, unless="@other|@fit|@outlay"),
        Rule("among_backers_then", "@backers ~~10 <amount> ~~6 :|, et? {company!} !,|et|ou", weight=0.54, nominal=True, unless="@other|@fit|@outlay"),
        Rule("among_backers_ahead", "<amount> ~~10 @backers ~~5 :|, {company!} !,|et|ou", weight=0.54, nominal=True, unless="@other|@fit|@outlay"),
        # "laisser entrer X, contre 50 millions", "X monte à bord avec 5 millions", "X y engloutit 33 millions"
        Rule("lets_in", "{company^} ~3 laisser|laisse|laissé|fait|faire|voit|vu ~1 entrer|monter|arriver|débarquer @def? ~2-stop {investors+} ~~5 <amount>", weight=0.86, status="done", unless="@other"),
        Rule("on_board", "{investors!} ~2 monter|monte|montent|grimpe|embarque|arrive|débarque|entre ~3 avec <amount> {company~}", weight=0.76, status="done", unless="@other"),
        Rule("sinks_in", "{investors!} {company~} ~~14 y ~1 engloutir|engloutit|englouti|mettre|met|mis|placer|place|placé|parier|miser|mise|misé|investir|investit|injecter|injecte ~3 <amount>", weight=0.74, status="done", unless="@other"),
        Rule("came_from", "<amount> ~~6 venus|viennent|proviennent|provient|venue|émanent ~1 de|d'|du|des @def? ~2-stop {investors+} {company~}", weight=0.74, status="done", unless="@other"),
        Rule("capital_share", "{investors^+} @enters ~3 capital de|d'|du @def? ~1 {company} ~2 à hauteur de|d' <amount>", weight=0.95, verb="enters"),
        # -- nominal: "une levée de 8 millions d'euros pour Norlys"
        Rule("nominal", "{company~} @one ~6 de|d' ~2 <amount>", weight=0.72, nominal=True, unless=_TRADE),
        Rule("nominal_fronted", "^ ~~6 @round ~6 de|d' ~1 <amount> ~~6 , {company!}", weight=0.8, nominal=True, status="done"),
        Rule("nominal_of_company", "@round ~3 de|d'|du @def? {company!} ~4 de|d'|à|:|atteint|atteindrait|dépasse|( ~1 <amount>", weight=0.86, nominal=True, unless="fait de|d' ~2 #O"),
        Rule("nominal_brought", "@round ~3 de|d'|du @def? {company!} ~~9 rapporté|atteint|permis|atteignant|réuni|élève|rapporte|réunit ~3 <amount>", weight=0.85, nominal=True, unless=_TRADE),
        Rule("nominal_amount_company", "@round ~4 de|d' ~1 <amount> pour|chez|de|d'|du @def? {company!}", weight=0.93, nominal=True),
        Rule("nominal_allows", "@round ~4 de|d' ~1 <amount> ~4 permet|permettra|permettre|doit|devrait|offre ~3 à @def? {company!}", weight=0.88, nominal=True, status="done"),
        Rule("nominal_done_by", "@round ~4 de|d' ~1 <amount> ~3 bouclée|bouclé|réalisée|réalisé|conclue|annoncée|signée ~3 par @def? {company!}", weight=0.9, nominal=True, status="done"),
        Rule("amount_of_it", "{company~} montant|somme ~6 <amount>", weight=0.72, near="tour|levée ~2 table|fonds", unless="valorisation|@trade|@raise"),
        Rule("amount_in_all", "{company~} montant|somme :|, <amount>", weight=0.74, near="tour|levée ~2 table|fonds"),
        # -- several rounds: "1,5 million en 2018 puis 6 millions en 2020"
        Rule("raises_then", "{company^} @raise ~3 #M ~~6 puis|après ~3 <amount>", weight=0.86, status="done", verb="raise"),
        Rule("gapped", ",|et {company!} <amount>", weight=0.8, status="done", given="@raise ~3 #M"),
        # -- totals
        Rule("raises_total", "{company^} @raise|@get|@collect ~5 <amount> ~4 %total", status="total", weight=0.97, verb="raise"),
        Rule("collects_total", "{company^} @collect ~5 <amount> ~4 %total", status="total", weight=0.97, verb="collect"),
        Rule("raises_in_total", "{company^} @raise %total ~2 <amount>", status="total", weight=0.97, verb="raise"),
        Rule("total_fronted", "^ %total ,? ~~4 {company!} ~3 @raise|@collect|@get ~5 <amount>", status="total", weight=0.98),
        Rule("brings_total", "{company~} porte|portant|portera|portent|porter ~~8 à ~2 <amount>", status="total", weight=0.95, given="total|levé|levés|levées|montant|financements|financement|cumul|cumulé|récoltés"),
        Rule("total_of", "total|montant|cumul|ensemble ~4 @raised ~3 par|de|d' @def? {company} ~4 <amount>", status="total", weight=0.94),
        Rule("total_before", "{company~} précédentes|précédents|premières|premiers levées|tours|levées ~~5 procuré|apporté|rapporté|permis|fourni ~3 <amount>", status="total", weight=0.9),
        Rule("total_before_to", "précédentes|premières levées|tours ~~5 procuré|apporté|rapporté|fourni ~2 <amount> à @def? {company}", status="total", weight=0.95),
        Rule("counts_total", "{company^} compte|totalise|cumule|totalisait|affiche|revendique ~6 <amount> ~3 @raised", status="total", weight=0.9),
        # -- plans
        Rule("seeks", "{company^} ~2 quête|recherche|besoin de|d' <amount>", status="planned", weight=0.8),
        Rule("seeks_amount", "{company^} cherche|recherche|sollicite|cherchait <amount>", status="planned", weight=0.8, unless=_TRADE),
        Rule("plans_round", "{company^} vise|prépare|préparait|envisage|prévoit|planche|négocie|espère|projette|ambitionne|lance|cherche|veut|souhaite ~5 @round ~5 <amount>", status="planned", weight=0.94),
        # -- the investor is the subject
        Rule("invests_in", "{investors^+}? @invest ~3 <amount> ~4 dans|chez|sur|à|au @def? ~3-stop {company}", weight=0.88, verb="invest", unless="rachat|racheter|acquérir|acquisition|acheter|dividendes|indemnités|loyers|amende|salaires|dommages"),
        Rule("invests_first", "{investors^+}? @invest ~2 dans|chez|sur|à|au @def? ~2-stop {company} ~2-stop <amount>", weight=0.84, verb="invest"),
        Rule("invested_by", "<amount> ~3 @invest:pp ~4 dans|chez @def? ~2-stop {company}", weight=0.78, verb="invest"),
        Rule("invested_by_whom", "<amount> ~3 @invest:pp ~4 dans|chez @def? ~2-stop {company} ~2 par @def? ~2-stop {investors+}", weight=0.9, verb="invest"),
        Rule("invested_by_first", "<amount> ~3 @invest:pp ~2 par @def? ~2-stop {investors+} ~2 dans|chez @def? ~2-stop {company}", weight=0.92, verb="invest"),
        Rule("invested_relative", "<amount> que|qu' @def? ~1-stop {investors} ~~8 @invest ~~5 à|dans|chez|sur @def? ~3-stop {company}", weight=0.9, verb="invest"),
        Rule("whom_brought", "{company} ~~12 de|d'|du @def? {investors} , qui lui ~3 @invest ~2 <amount>", weight=0.9, verb="invest"),
        Rule("new_shareholder", "nouvel|nouveau|premier ~1 actionnaire|investisseur de|d'|du @def? {company!} , {investors!} ~~8 @invest ~2 <amount>", weight=0.93, verb="invest"),
        Rule("invests_plain", "{investors^+} @invest ~4-halt dans|chez @def? ~2-stop {company}", weight=0.78, verb="invest"),
        Rule("bets_on", "{investors^+} misé|mise|mise|parié|parie ~1 sur @def? !ces|cette|ce|son|sa|ses|un|une ~2-stop {company!} !:", weight=0.7),
        Rule("enters_capital", "{investors^+} entre|entrent|entrer|entrera|entreront|entrait|entrerait|monte|monter|montera ~3 capital de|d'|du @def? ~2 {company}", weight=0.86, unless="@most"),
        Rule("entered_capital", "{investors^+} ~2 entré|entrée|entrés|entrées|monté|montée|montés ~3 capital de|d'|du @def? ~2 {company}", weight=0.88, unless="@most", status="done"),
        Rule("comes_into_capital", "{investors^+} s'|fait|font|débarque|débarquent|arrive|arrivent|grimpe|pénètre|rentre|invite|installe ~4 au|dans @def? capital de|d'|du @def? ~2 {company}", weight=0.84, unless="@most"),
        Rule("becomes_shareholder", "{investors^+} devient|deviennent|devenu|devenue|devenus|deviendra ~2 actionnaire|actionnaires ~3 de|d'|du|chez @def? ~2-stop {company}", weight=0.82, unless="@most|unique|principal|exclusif"),
        Rule("accompanies", "{investors^+} accompagne|soutient|finance|appuie|accompagné|soutenu|financé|accompagnent|soutiennent ~2-stop {company} ~2 à hauteur de|d' <amount>", weight=0.88),
        Rule("entered_capital_near", "{investors+} , entré|entrée|entrés|présent|présents ~3 capital de|d'|du @def? ~2 {company}", weight=0.9, status="done", unless="@most"),
        # "XAnge, entré au capital en 2015"; "Odoo, au capital duquel Summit monte"; "dont la mise dans Odoo"
        Rule("entered_capital_short", "{investors!} , entré|entrée|entrés au capital !de|d'|du|des {company~}", weight=0.76, status="done", unless="@most"),
        Rule("capital_of_which", "capital duquel|laquelle {investors} ~2 monte|entre|entré|montée|est|figure|renforce {company~}", weight=0.74, status="done"),
        Rule("whose_stake", "{investors+} , dont @def? mise|participation|ticket|investissement|entrée|prise ~2 dans|chez|capital de|d'|du? @def? ~2-stop {company}", weight=0.8, status="done"),
        Rule("present_in", "{investors+} ~4 investisseurs|actionnaires|investisseur|actionnaire ~2 présents|présent|historique|historiques|entrés|entré chez|de|d'|dans|du @def? ~2-stop {company}", weight=0.8, status="done"),
        Rule("people_invest", "@invest ~4-halt dans|chez @def? ~2-stop {company} : {investors+=PER}", weight=0.8, verb="invest"),
        Rule("entry", "entrée ~2 de|d'|du @def? {investors+} ~3 capital de|d'|du @def? ~2 {company}", weight=0.88, nominal=True, unless="@most"),
        Rule("stake", "{investors^+} @buy ~5 participation|part|parts|ticket|tickets|% ~4 dans|chez|de|d'|du @def? ~2-stop {company}", weight=0.8, verb="buy", unless="@most"),
        Rule("stake_amount", "{investors^+} @buy ~3 ticket|participation de|d' ~1 <amount> ~3 dans|chez @def? ~2-stop {company}", weight=0.92, verb="buy", unless="@most"),
        Rule("stake_capital", "{investors^+} @buy ~5 du capital de|d'|du @def? ~2-stop {company}", weight=0.84, verb="buy", unless="@most"),
        Rule("stake_more", "{investors^+} renforce|renforcé|renforcent|accroît|accru|augmente|augmenté|relève|relevé ~1 participation ~3 dans|chez @def? ~2-stop {company}", weight=0.84, unless="@most"),
        Rule("stake_noun", "participation ~1 de|d'|du @def? {investors!} dans|chez @def? ~2-stop {company!}", weight=0.72, status="done", unless="@most"),
        Rule("takes_part", "{investors^+} participe|participent|participé|participera|part ~2 tour|levée|opération|augmentation ~5 de|d'|du @def? {company!}", weight=0.86, status="done"),
        Rule("again_pot", "{investors^+} remet|remis|remettent|remettre|réinvestit|réinvesti ~3 chez|dans @def? ~2-stop {company}", weight=0.82, status="done"),
        Rule("cheque", "{investors^+} ~3 chèque de|d' <amount> ~2 à|au @def? ~2-stop {company}", weight=0.86),
        Rule("cleft", "c'|ce est|sont|était @def? {investors+} qui ~4 @invest ~3 <amount> ~4 dans|chez|à @def? ~2-stop {company}", weight=0.94, verb="invest"),
        Rule("cleft_needed", "c'|ce est|sont|était @def? {investors+} qui ~4 @invest ~3 <amount> ~~6 {company!}", weight=0.84, verb="invest"),
        Rule("who_bet", "fonds|investisseurs|actionnaires ~6 misé|parié|investi ~2 sur|dans @def? {company!} : {investors+}", weight=0.9, status="done"),
        Rule("brought_in_by_round", "@round ~4 , de|d' ~1 <amount> , ~~6 entrer @def? {investors+} ~2 capital de|d'|du @def? {company}", weight=0.92, status="done"),
        Rule("shareholder_adds", "{investors!} , ~2 actionnaire|investisseur de|d'|du|chez @def? {company!} ~~4 , ~2 @invest|remet|rajoute|réinjecte|remis|rajouté ~2 <amount>", weight=0.88, status="done"),
        Rule("among_shareholders", "actionnaires|investisseurs|soutiens ~1 de|d'|du @def? {company!} ~~14 trouve|figurent|figure|compte|comptent|: @def? {investors+}", weight=0.82, status="done"),
        Rule("in_capital", "capital ~1 de|d'|du @def? {company!} ~4 figurent|figure|trouve|retrouve|siègent ~3 @def? ~2-stop {investors+}", weight=0.86, status="done"),
        Rule("counts_among", "{company^} compter|compte|compté ~3 parmi|pour ~1 actionnaires|investisseurs|soutiens @def? ~2-stop {investors+}", weight=0.84, status="done"),
        # -- debt
        Rule("loan", "prêt|crédit|emprunt ~2 de|d' <amount> ~5 à|au @def? ~2-stop {company} ~2 par @def? ~2-stop {investors+}", weight=0.9, status="done"),
        Rule("lends", "{investors^+} @lend ~3 <amount> ~3 à|au @def? ~2-stop {company!}", weight=0.84, verb="lend"),
        Rule("borrows", "{company^} @get ~2 prêt|crédit|emprunt|financement|ligne ~4 de|d' <amount> ~3 de|d'|du|auprès ~2-stop {investors+}", weight=0.88, verb="get"),
        Rule("lends_loan", "{investors^+} @lend ~2 prêt|crédit ~2 de|d' <amount> ~3 à|au @def? ~2-stop {company!}", weight=0.88, verb="lend"),
    ),
    examples=(
        "[Norlys|company] lève [20 millions d'euros|amount] auprès de [Kima Ventures|investors].",
        "[Norlys|company] a bouclé un tour de table de [20 millions d'euros|amount]. Il a été mené par [Kima Ventures|investors].",
        "[20 millions d'euros|amount] : c'est la somme que vient de lever [Norlys|company].",
        "[Kima Ventures|investors] a investi [20 millions d'euros|amount] dans [Norlys|company].",
        "[Kima Ventures|investors] entre au capital de [Norlys|company].",
    ),
    counter_examples=(
        "Une levée de boucliers accueille Norlys.",
        "Norlys réalise 20 millions d'euros de chiffre d'affaires.",
        "Norlys investit 20 millions d'euros dans une usine.",
    ),
)  # fmt: skip
