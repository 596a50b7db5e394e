"""Who raises how much, from whom."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="raises_funding",
    slots={"company": "ORG", "investors": "ORG"},
    optional=frozenset({"investors"}),
    statuses={"past": "done", "present": "done", "future": "planned", "conditional": "planned"},
    words={
        "raise": verbs("lever"),
        "close": verbs("boucler réaliser réunir obtenir récolter collecter empocher décrocher conclure sécuriser recueillir finaliser engranger annoncer recevoir rassembler clôturer signer attirer mobiliser"),
        "round": words("levée levées tour tours financement collecte augmentation série round"),
        "invest": verbs("investir injecter miser apporter allonger mettre placer débourser engager"),
        "total": words("total cumul depuis déjà précédentes"),
    },
    rules=(
        Rule("raises", "{company^} @raise ~4 <amount>", weight=0.92, unless="@raise ~3 embargo|doute"),
        Rule("raises_from", "{company^} @raise ~4 <amount> ~~12 auprès|après|menée|mené|avec ~3 de|d'|du|des|par|la @def? ~3 {investors+}", weight=0.95, unless="@raise ~3 embargo"),
        Rule("raises_total", "{company^} ~2 @raise ~3 total|tout ~2 <amount>", status="total", weight=0.9),
        Rule("round_of", "{company^} @close ~5 @round ~6 de|d'|à ~2 <amount>", weight=0.9, verb="close"),
        Rule("round_of_from", "{company^} @close ~5 @round ~6 de|d'|à ~2 <amount> ~~10 auprès|menée|mené|avec|par ~3 de|d'|du|des|par|la? @def? ~3 {investors+}", weight=0.93, verb="close"),
        Rule("obtains_from", "{company^} @close ~3 <amount> ~3 auprès|de|d'|du ~2 @def? {investors+}", weight=0.86, verb="close"),
        Rule("obtains", "{company^} réunit|réuni|récolte|récolté|collecte|collecté|empoche|empoché|décroche|décroché|engrange ~3 <amount>", weight=0.78),
        Rule("nominal", "{company~} @round @of? fonds? ~4 de|d' ~2 <amount>", weight=0.74, nominal=True),
        Rule("nominal_of_company", "@round ~3 de|d'|du @def? {company!} ~4 de|d'|à|: <amount>", weight=0.84, nominal=True),
        Rule("amount_for", "<amount> pour|chez @def? {company!}", weight=0.62, status="done"),
        Rule("amount_raised_by", "<amount> ~4 levés|réunis|récoltés|collectés par @def? {company}", weight=0.86, status="done"),
        Rule("invests_in", "{investors^} @invest ~3 <amount> ~4 dans|chez|sur|à|au @def? ~3 {company}", weight=0.86, verb="invest"),
        Rule("invested_by", "<amount> ~3 @invest:pp ~3 dans|chez @def? {company}", weight=0.74, verb="invest"),
        Rule("invests_plain", "{investors^} @invest ~4 dans|chez @def? ~2 {company}", weight=0.76, verb="invest"),
        Rule("enters_capital", "{investors^} entre|entré|entrer|entrait|entrera|entrent|entrés|entrée ~3 capital de|d'|du @def? ~2 {company}", weight=0.84),
        Rule("stake", "{investors^} prend|pris|prendre|prendra|prennent|monte ~5 participation|part|ticket ~5 dans|chez @def? ~2 {company}", weight=0.76),
    ),
    examples=("[Norlys|company] lève [20 millions d'euros|amount] auprès de [Kima Ventures|investors].",),
    counter_examples=("Une levée de boucliers accueille Norlys.", "Norlys réalise 20 millions d'euros de chiffre d'affaires."),
)  # fmt: skip
