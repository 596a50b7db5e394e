"""Who goes: no fact of its own, it makes the function of the one who goes an outgoing one."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="departure",
    slots={"person": "PER", "company": "ORG"},
    optional=frozenset({"company"}),
    hidden=True,
    words={
        "quit": verbs("quitter lâcher délaisser abandonner déserter"),
        "resign": verbs("démissionner raccrocher"),
        "leave": verbs("partir"),
        "withdraw": verbs("retirer effacer éclipser"),
        "away": verbs("éloigner détacher écarter"),
        "out": verbs("révoquer démettre écarter évincer limoger débarquer remercier licencier destituer relever congédier chasser déloger suspendre pousser remplacer"),
        "slam": verbs("claquer prendre"),
        "draw": verbs("tirer"),
        "pass": verbs("passer transmettre céder"),
        "throw": verbs("jeter"),
        "make": verbs("faire"),
        "give": verbs("remettre donner présenter rendre annoncer déposer"),
        "turn": verbs("tourner plier"),
        "go": verbs("aller"),
        "relay": words("main relais flambeau témoin place fauteuil siège"),
        "thing": words(
            "fonctions poste navire bateau maison aventure fauteuil opérationnel entreprise société groupe "
            "direction start-up siège organisation exécutif présidence mandat"
        ),
        "leaving": words("départ démission éviction limogeage retrait révocation mise congé"),
    },
    rules=(
        Rule("quits", "{person^+} @quit ~2 {company!}", weight=0.9),
        Rule("quits_anaphor", "{person^+} @quit {company}", weight=0.85),
        Rule("quits_it", "{person^} la|le|l' ~1 @quit", weight=0.8, verb="quit"),
        Rule("quits_post", "{person^+} @quit ~2 @thing", weight=0.88),
        Rule("resigns", "{person^+} @resign", weight=0.8),
        Rule("retires", "{person^} @leave à|en @def? retraite", weight=0.92, verb="leave"),
        Rule("has_left", "{person!} ,? est? parti|partie", weight=0.7),
        Rule("moves_away", "{person^} s' ~1 @away ~2 opérationnel|direction|affaires|exécutif|gestion|commandes", weight=0.8),
        Rule("withdraws", "{person^} @withdraw", weight=0.6),
        Rule("slams", "{person^+} @slam @def|du ~1 porte|champ|recul|large|retraite", weight=0.9),
        Rule("bows", "{person^} @draw sa|leur révérence", weight=0.92),
        Rule("hands_over", "{person^+} @pass @def|@poss @relay", weight=0.9),
        Rule("throws", "{person^} @throw l' éponge", weight=0.92),
        Rule("packs", "{person^} @make @poss valises|cartons|bagages", weight=0.92),
        Rule("gives_notice", "{person^} @give @poss @leaving|tablier", weight=0.92),
        Rule("turns_page", "{person^} @turn @def? page|bagage", weight=0.8),
        Rule("goes", "{person^} s' en @go", weight=0.85),
        Rule("ousted", "{person!} ,? ~1-have @out:pp", weight=0.8, nominal=True),
        Rule("ousted_far", "{person^} @be ~2 @out:pp", weight=0.85, verb="be"),
        Rule("ended", "fin à|au|aux ~1 fonctions|mandat|mission|contrat de|d' {person!}", weight=0.88),
        Rule("leaving_of", "@leaving ~1 de|d' {person}", weight=0.88, nominal=True),
        Rule("leaving_of_role", "@leaving ~1 de|d'|du ~1 #R ~3 ,? {person!}", weight=0.84, nominal=True),
        # X se sépare de Paul Roux
        Rule("parted", "se|s' ~1 sépare|séparer|séparé|séparée|séparera de|d' {person!}", weight=0.9),
        Rule("farewell", "{person^} @make @poss adieux", weight=0.9),
        Rule("thanked", "{person!} , ~1 remercié|remerciée|évincé|évincée|débarqué|débarquée|limogé|limogée", weight=0.84),
        Rule("exit", "exit {person!}", weight=0.9),
        Rule("era", "ère|règne|mandat ~1 {person!} ~3 achève|termine|clôt|finit", weight=0.85),
    ),
    examples=("[Marc Tissier|person] quitte [Norlys|company].", "[Claire Aubin|person] claque la porte."),
    counter_examples=("Norlys quitte la Bourse.",),
)  # fmt: skip
