"""Functions that somebody gives up."""

from __future__ import annotations

from pipeline.extract.relation import Rule
from pipeline.extract.rules.holds_role.frames import frame

LEAVING = (
    # quitte la direction de X, démissionne de son poste de PDG, est révoqué de ses fonctions de
    *frame("leaves_post", "{person^} @leave ~4 <post>", weight=0.86, status="outgoing"),
    *frame("leaves_role", "{person^} @leave ~4 @post ~1 de|d' @det? <role+>", weight=0.88, status="outgoing"),
    *frame("ousted_from", "{person} ,? ~6 @oust ~4 @post|@def ~1 de|d'? <function+>", weight=0.88, status="outgoing"),
    *frame("gives_up", "{person} ~7 @poss|@def @departure ~1 de|d'|du @def|@poss? <function>", weight=0.86, status="outgoing", nominal=True),
    *frame("departure_noun", "@departure de|d' {person} ~4 @post|@def ~1 de|d'? <function+>", weight=0.88, status="outgoing", nominal=True),
    *frame("after_years_at", "après ~~5 à|aux @def? <post>", ", {person!} ~2 @leave|@cede", weight=0.94, status="outgoing", unsaid=0.2),
    Rule("fronted_left", "@poss|@def @post ~1 de|d' <role+> %at {company} , {person!} ~2 @leave|@cede", status="outgoing", weight=0.94),
    Rule("company_ousts", "{company!} ~~6 @oust|fin ~3 de|à? @poss|@def <role> ,? {person!}", status="outgoing", weight=0.9),
    Rule("company_loses", "{company^} @lose ~4!#P @poss <role> ,|: ~2 {person!}", status="outgoing", weight=0.9),
    Rule("company_parts", "{company!} ~2 se|s' ~1 sépare|séparera|séparé de @poss <role> ,? {person!}", status="outgoing", weight=0.9),
    Rule("company_ends", "{company!} ~4 @have? mis|met fin à|au|aux ~4 @poss <role> ,? {person!}", status="outgoing", weight=0.93),
    Rule("was_at_leave", "{person^} @leave {company!} ,? dont ~2 @be ~3 <role+>", status="outgoing", weight=0.95, verb="leave"),
    Rule("lasted_as", "{person} ~6 tenu ~5 comme <role+> %at {company}", status="former", weight=0.86),
    Rule("cedes", "{person^} @leave|@cede ~3 @post ~1 de|d' <role+> %at {company} à|au", status="outgoing", weight=0.93),
    Rule("transmits", "{person^} @leave|@cede ~3 <post> ~~8 à ~2 #P", status="outgoing", weight=0.5),
)  # fmt: skip
