"""Who takes part in a round, wherever it is told: no fact of its own, it gives a round its investors."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, words

_LEAD = {"lead": "yes"}

RELATION = RelationType(
    name="backing",
    slots={"investors": "ORG"},
    hidden=True,
    words={
        "led": words("mené menée menés menées emmené emmenée conduit conduite dirigé dirigée piloté pilotée orchestré orchestrée codirigé codirigée co-mené co-menée"),
        "lead": words("mène mènent mené menée conduit conduisent pilote pilotent emmène emmènent dirige dirigent emmené dirigé piloté"),
        "round": words("tour levée opération ronde round augmentation série financement investissement table collecte danse bal"),
        "backed": words(
            "souscrit souscrite souscrits rejoint rejointe rejoints suivi suivie suivis accompagné accompagnée accompagnés épaulé "
            "épaulée versé versée versés versées apporté apportée apportés signé signée fourni fournis injecté injectés soutenu soutenue soutenus financé financée appuyé appuyée complété complétée abondé abondée"
        ),
        "stop": words("à au aux chez pour dans sur contre en vers sous entre de d' du des que qui qu' dont et ou où par afin"),
    },
    rules=(
        # "mené par Norlys", "le tour est conduit par Norlys"
        Rule("led_by", "@led ~2 par @def? ~4-stop {investors+}", weight=0.9, attributes=_LEAD),
        Rule("leads", "{investors+} ,? ~3 @lead ~4 @round", weight=0.88, attributes=_LEAD),
        Rule("leads_alone", "{investors+} ~3 tête|file|commandes|initiative de|d'|du ~2 @round", weight=0.88, attributes=_LEAD),
        Rule("took_head", "{investors+} ~4 pris|prend|prennent|prit ~1 #N ~1 @round", weight=0.88, attributes=_LEAD),
        Rule("is_lead", "{investors+} ~1 en est|était|sont ~1 #R|lead|principal", weight=0.84, attributes=_LEAD),
        Rule("at_the_helm", "manœuvre|manoeuvre|commandes|tête|initiative ,|: @def? ~2-stop {investors+}", weight=0.8, attributes=_LEAD),
        # "auprès de Norlys et de Kalio", "avec la participation de"
        Rule("from", "auprès|près de|d'|du|des ~6-stop {investors+}", weight=0.9),
        Rule("from_such", "auprès ~~8 tels|telles|comme|dont|notamment que|qu'? ~1 {investors+}", weight=0.8),
        Rule("with_part", "participation|soutien|concours|appui|contribution|apport|bénédiction|aval|renfort|argent|caution|signature ~1 de|d'|du|des ~4-stop {investors+}", weight=0.88),
        Rule("beside", "aux côtés de|d'|du|des ~4-stop {investors+}", weight=0.84),
        Rule("beside_first", "{investors+} aux côtés de|d'|du|des", weight=0.7),
        Rule("with", "#M ,? avec @def? ~3-stop {investors+}", weight=0.72),
        Rule("with_aside", "dette|capital|fonds , avec @def? ~3-stop {investors+}", weight=0.66),
        Rule("backed_by", "@backed ~4 par @def? ~4-stop {investors+}", weight=0.84),
        Rule("historic", "actionnaires|investisseurs|actionnaire|investisseur ~2 historiques|historique|existants|existant|présents|actuels ,|(|:? @def? {investors+}", weight=0.84),
        Rule("opens_capital", "ouvre|ouvert|ouvrir|ouvrant ~1 capital à|au|aux @def? ~2-stop {investors+}", weight=0.84),
        Rule("lets_in", "entrer|entrée|arrivée|entrées ~2 de|d'|du|des? @def? ~2-stop {investors+} ~2 capital", weight=0.8),
        # "A et B participent à l'opération", "auquel ont participé A et B"
        Rule("take_part", "{investors+} ~3 participe|participent|participé|participaient|pris|prennent|prend ~2 à|au|part @def? ~2 @round?", weight=0.8),
        Rule("took_part", "participé|participent|participaient|souscrit|contribué|part|figurent|figure|retrouve|trouve|trouvent ~2-stop {investors+}", weight=0.76),
        Rule("among", "parmi|dont ~3 investisseurs|souscripteurs|participants|actionnaires|contributeurs ~4-stop ,|:? ~3-stop {investors+}", weight=0.84),
        Rule("investors_are", "investisseurs|souscripteurs|actionnaires ~2 sont|étaient|:|, ~2-stop {investors+}", weight=0.74),
        Rule("around_table", "tour de table :|, @def? {investors+}", weight=0.8),
        Rule("brings_together", "tour|levée|opération|ronde ~4 réunit|réuni|rassemble|rassemblé|associe ~3-stop {investors+}", weight=0.84),
        Rule("again", "{investors+} ~3 remis|remettent|remet|suivi|suivent|réinvesti|réinvestissent|souscrit|souscrivent|abondé|répondu|reconduit", weight=0.78),
        Rule("again_aside", "{investors+} ont|a , ~~6 , souscrit|remis|suivi|réinvesti|participé|contribué", weight=0.78),
        Rule("with_lead", "avec @def? {investors+} ~1 comme|pour|en|à ~2 #R|file|lead|tête|manœuvre", weight=0.86, attributes=_LEAD),
        Rule("on_the_part", "part de|d'|du|des ~2-stop {investors+}", weight=0.84),
        Rule("such_as", "fonds|investisseurs|actionnaires|bailleurs|souscripteurs|family|anges|partenaires ~3 ,|( dont|comme|notamment ~2-stop {investors+}", weight=0.78),
        Rule("half_from", "moitié|tiers|quart|essentiel|majorité|reste ~2 provient|vient|apporté|apportée|venant|émane|souscrit|fourni ~1 de|d'|du|des|par @def? ~2-stop {investors+}", weight=0.84),
        Rule("also_gave", "{investors+} ~7 allongé|injecté|remis|apporté|misé|versé|déposé|débourse|mis ~2 #M", weight=0.6),
        Rule("brought", "{investors+} ~3 apporte|apportent|apporté|investit|investissent|injecte|injectent ~4 #M", weight=0.6),
    ),
    examples=("[Kima Ventures|investors] mène le tour.", "Le tour a été souscrit par [Norlys|investors] et [Kalio|investors]."),
    counter_examples=("Norlys est dirigée par Anne Rivoal.",),
)  # fmt: skip
