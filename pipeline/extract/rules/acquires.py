"""Who buys, merges with or takes control of whom."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="acquires",
    slots={"acquirer": "ORG", "target": "ORG"},
    amount_near=True,
    distinct=(("acquirer", "target"),),
    statuses={"past": "done", "present": "done", "future": "planned", "conditional": "rumour"},
    words={
        "buy": verbs("racheter acquérir absorber reprendre avaler croquer phagocyter acheter"),
        "offer": verbs("offrir adjuger payer"),
        "bid": verbs("convoiter lorgner courtiser"),
        "merge": verbs("fusionner"),
        "purchase": words("rachat acquisition reprise absorption achat prise"),
        "join": verbs("rejoindre intégrer rallier tomber passer entrer"),
        "lap": words("giron escarcelle pavillon contrôle portefeuille tutelle coupe"),
        "sell": verbs("vendre céder"),
        "deal": words("opération transaction"),
        "fail": verbs("échouer renoncer avorter"),
    },
    rules=(
        Rule("active", "{acquirer^} @buy ~5 {target+}", weight=0.9),
        Rule("active_after_comma", "{acquirer^} @buy ~~12 , {target!}", weight=0.6),
        Rule("offers_itself", "{acquirer^} s' @offer ~4 {target+}", weight=0.9, verb="offer"),
        Rule("offered_itself", "{acquirer^} s' est|était|sont ~1 @offer:pp ~8 {target+}", weight=0.88, verb="offer"),
        Rule("bracket_targets", "{acquirer^} s' ~2 @offer ~~12 ( {target+}", weight=0.86, verb="offer"),
        Rule("hand", "{acquirer^} met|mis|mettre|mettra|mettent ~2 main sur ~3 {target+}", weight=0.88),
        Rule("eye", "{acquirer^} jeté|jette|jeter ~2 dévolu sur ~3 {target+}", weight=0.8),
        Rule("control", "{acquirer^} prend|pris|prendre|prendra ~2 contrôle de|d'|du ~3 {target+}", weight=0.88),
        Rule("makes", "{acquirer^} fait|faire|font|fera|procède|procédé|finalise|finalisé|boucle|bouclé|réalise|réalisé|annonce|annoncé|signe|signé|conclut|conclu ~4 @purchase de|d'|du ~3 {target+}", weight=0.9),
        Rule("makes_totality", "{acquirer^} acquiert|rachète|acquis|racheté|acquérir|racheter|détient ~2 totalité|intégralité|100|majorité ~6 de|d'|du ~2 {target+}", weight=0.88),
        Rule("passive", "{target} ~4 @buy:pp ~6 par @def? {acquirer}", weight=0.9, verb="buy"),
        Rule("passive_bracket", "{target} ( @buy:pp ~6 par @def? {acquirer}", weight=0.92, verb="buy"),
        Rule("passive_subject", "{target} ,? ~~10 @buy:pp ~5 par @def? {acquirer}", weight=0.74, verb="buy"),
        Rule("nominal_by", "@purchase ~2 de|d'|du @def? ~2 {target+} ~3 par @def? {acquirer}", weight=0.92, nominal=True),
        Rule("nominal_by_far", "@purchase ~2 de|d'|du @def? ~2 {target} ~~10 par @def? {acquirer}", weight=0.8, nominal=True),
        Rule("nominal_by_first", "@purchase par @def? {acquirer} ~2 de|d'|du @def? ~3 {target+}", weight=0.92, nominal=True),
        Rule("nominal", "{acquirer~} @purchase ~3 de|d'|du @def? ~3 {target+}", weight=0.7, nominal=True),
        Rule("into_lap", "{target^} @join ~3 dans|sous|au @def? @lap de|d'|du @def? ~2 {acquirer}", weight=0.9, verb="join"),
        Rule("fallen", "{target} ,|(? tombé|tombée|passé|passée|entré|entrée ~4 @lap de|d'|du @def? ~2 {acquirer}", weight=0.88),
        Rule("gapped", "{target} dans|sous celui|celle de|d'|du {acquirer}", weight=0.7),
        Rule("sold_to", "{target} ~4 @sell:pp ~6 à|au|aux @def? {acquirer}", weight=0.86, verb="sell"),
        Rule("sells_to", "@sell ~4 {target!} ~6 à|au @def? {acquirer!}", weight=0.84, verb="sell"),
        Rule("merge", "{acquirer!} et {target!} ~6 @merge", weight=0.82, verb="merge"),
        Rule("merge_with", "{acquirer^} @merge ~2 avec {target}", weight=0.85, verb="merge"),
        Rule("merger_of", "fusion entre|de|d' @def? {acquirer!} et|avec @def? ~3 {target!}", weight=0.85, nominal=True),
        Rule("owner_since", "{target} , propriété|filiale de|d'|du @def? {acquirer} depuis", status="done", weight=0.6),
    ),
    examples=(
        "[Norlys|acquirer] rachète la start-up [Kalio|target].",
        "[Kalio|target] a été rachetée par [Norlys|acquirer].",
        "Le rachat de [Kalio|target] par [Norlys|acquirer] est bouclé.",
    ),
    counter_examples=("Norlys lance un rachat d'actions.", "Norlys a battu Kalio."),
)  # fmt: skip
