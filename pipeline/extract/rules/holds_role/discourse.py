"""Functions whose holder another sentence names."""

from __future__ import annotations

from pipeline.extract.relation import Rule
from pipeline.extract.rules.holds_role.frames import HELD

DISCOURSE = (
    # "…", lâche Jean Martin. Le patron de X en veut pour preuve …
    Rule("definite", "{person<} ^ le|la|l' %qualified <role> %at {company} !,|(|#P", status="current", weight=0.66),
    # l'avis de la DRH de X n'est pas désintéressé · Et la cofondatrice de X de citer ses rivaux
    Rule("definite_of", "{person<} avis|parole|analyse|verdict|pari|credo|ambition|optimisme|diagnostic|constat|rêve|formule|réponse|explication|agenda de|d'|du @def? <role> %at {company} !,|(|#P", status="current", weight=0.62),
    Rule("definite_and", "{person<} ^ et|mais|or|car @def %qualified <role> %at {company} !,|(|#P", status="current", weight=0.64),
    # « … », plaisante le président de X. Jean Martin revient de loin.
    Rule("definite_next_for", "{person>} pour|avis|yeux de|d'|du? @def? <role> %at {company} ,", status="current", weight=0.55),
    Rule("copula_next", "{person>} #q @is %being <role+> %at {company}", weight=0.55, statuses=HELD, verb="is"),
    # L'ancien patron de X a pris du galon : Jean Martin …
    Rule("definite_then", "^ @def %qualified <role> %at {company!} ~8!#P|#O|@say : {person!}", status="current", weight=0.6),
    # Le nom de Jean Martin circulait ; il est acquis que la DRH de X partira
    Rule("definite_clause", "{person!} ~~14 ;|:|— ~6!#P|#O @def <role> %at {company!} !,|(|#P", status="current", weight=0.5, unless="#P ~~60 #P"),
    Rule("definite_next_subject", "{person>} ^ ~~5 @def ~1 <role> %at {company} !,|(|#P", status="current", weight=0.5, unless="«"),
    Rule("definite_next", "{person>} @say|souvient|souvenait|félicite|agace|amuse|réjouit|défend|étrangle|emporte|indigne|enthousiasme @def %qualified <role> %at {company} !(|#P", status="current", weight=0.62),
    Rule("possessive_next", "{person>} {company~} @poss !@fellow <role> , lui|elle ,", status="current", weight=0.6),
    Rule("definite_aside", "{person<} ^ @def %qualified <role> %at {company} , qui|arrivé|arrivée|nommé|nommée|âgé|âgée|en", status="current", weight=0.62),
    Rule("definite_age", "{person<} ^ à ~3 ans , @def <role> %at {company} !,|(|#P", status="current", weight=0.66),
    Rule("demonstrative", "{person<} ^ ~~2 ce|cet|cette <role> %at {company}", status="current", weight=0.72),
    Rule("definite_inside", "{person<} « ~~30 » , @say @def <role> %at {company} !,|(|#P", status="current", weight=0.64),
    Rule("definite_ousted", "{person<} ^ @def %qualified <role> %at {company} , @oust", status="outgoing", weight=0.72, nominal=True),
    Rule("definite_leaves", "{person<} ^ @def <role> %at {company} ~2 @leave|@cede|@go", status="outgoing", weight=0.7),
)  # fmt: skip
