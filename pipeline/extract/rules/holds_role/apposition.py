"""Functions told beside a name: appositions, brackets, lists, lines."""

from __future__ import annotations

from pipeline.extract.relation import Rule
from pipeline.extract.rules.holds_role.frames import HELD, MINISTER, frame, respective

APPOSITION = (
    # Jean Martin, PDG de X · Jean Martin (le nouveau PDG de X) · Jean Martin, 38 ans, PDG de X
    *frame("apposition", "{person} ,|(|:|-|–|[ %det <function+>", "!#P", weight=0.93, status="current"),
    *frame("apposition_age", "{person} ,|( ~3 ans ,|et ~8-turn %det <role+>", weight=0.88, status="current"),
    *frame("apposition_former", "{person} ,|( @det? @former|@until|alors ici|alors|là? @det? @quality? <role+>", weight=0.94, status="former"),
    Rule("apposition_named", "{person} ,|( %det <role+> ~2 nommé|nommée|promu|promue|élu|élue|recruté|recrutée %at {company}", status="incoming", weight=0.94),
    *frame("apposition_new", "{person} ,|(|: @det? tout|toute? @coming @det? <role+>", weight=0.92, status="incoming"),
    # Jean Martin, que tout le monde craint, PDG de X · Jean Martin, né à Lyon et PDG de X
    *frame("apposition_far", "{person!} , qui|que|qu'|dont|à|né|née|diplômé|diplômée|passé|passée ~~12 ,|et %det <role+>", weight=0.78, status="current", unsaid=None),
    # second and third function: "…, cofondateur de X et PDG de Y"
    *frame("second", "{person} ,|( @det? ~12 ,|et %det !@plurals <role>", weight=0.82, status="current", unsaid=None),
    *frame("second_bracket", "{person!} ,|( ~8 et @det? <role>", weight=0.8, status="current", unsaid=None),
    # le PDG de X, Jean Martin
    Rule("before", "<role+> %at {company} %scope? #D? en? personne? ,|:? {person!}", status="current", weight=0.88),
    Rule("before_aside", "<role+> %at {company!} ,|( ~8 ,|) {person!} ,", status="current", weight=0.62),
    Rule("before_quote", "« ~~30 » , @say @def <role+> %at {company} ,? {person!}", status="current", weight=0.9),
    Rule("before_unsaid", "{company~} @def|@poss @quality? !@state|@fellow <role+> ,? {person!}", status="current", weight=0.7, unless=MINISTER),
    Rule("before_unsaid_tight", "{company~} @def !@state <role+> {person!}", status="current", weight=0.74, unless=MINISTER),
    # Directeur financier de X depuis six ans, Jean Martin …
    Rule("fronted", "^ @front? @front? @front? @front? <role+> %at {company} ~4 #D? , {person}", status="current", weight=0.8),
    # Directeur général depuis dix ans, Jean Martin remet les clés de X · …, Jean Martin s'en va
    Rule("fronted_keys", "^ @front? @front? <role+> ~4!#P|#O|est|sera , {person!} ~~14 @baton de|d'|du|des @det? {company}", status="current", weight=0.8),
    Rule("fronted_unsaid", "{company~} ^ @front? @front? <role+> #D? , {person!}", status="current", weight=0.62, unless=MINISTER),
    Rule("fronted_list", "^ @front? @front? @front? @front? <role+> %at {company} ,|et|puis ~~16 , {person}", status="current", weight=0.76),
    Rule("fronted_far", "^ ~4!le|la|l'|les|chez|selon|pour <role+> %at {company} ~9!est|sera|a|va|devient|prend|quitte|par|qui , {person}", status="current", weight=0.74),
    Rule("fronted_both", "à @def? fois #R %at #O|#L ,? et|mais <role> %at {company} , {person}", status="current", weight=0.9),
    Rule("possessive", "{company~} @poss @new? !@fellow <role+> ,|:? {person!}", status="current", weight=0.86),
    Rule("possessive_former", "{company~} @poss @former <role+> ,? {person!}", status="former", weight=0.88),
    Rule("possessive_after", "{company~} {person!} , @poss !@fellow <role+>", status="current", weight=0.8),
    Rule("possessive_far", "{company~} @poss ~4!#P|#O|#R|#N|avec|pour|à !@fellow <role+> ,|: {person!}", status="current", weight=0.7),
    # le président de X, un certain Jean Martin · en la personne de Jean Martin
    Rule("before_certain", "<role+> %at {company!} , un|une|le|la|l' ~2 {person!}", status="current", weight=0.74),
    Rule("in_person", "<role+> %at {company} ,? en la personne de|d' {person!}", status="current", weight=0.86),
    Rule("in_person_unsaid", "{company~} <role+> ,? en la personne de|d' {person!}", status="current", weight=0.74),
    # Jean Martin, à la fois cofondateur et PDG de X · Jean Martin (photo), PDG de X
    *frame("apposition_both", "{person!} , à @def? fois ~2 <role+>", weight=0.9, status="current"),
    *frame("captioned", "{person!} ( photo|ici|à|au|ci-dessus|ci-contre|debout|assis|assise ~4 ) ,? %det <role+>", weight=0.9, status="current"),
    # Jean Martin (PDG de X) · Jean Martin (X), PDG · Jean Martin (PDG, X)
    Rule("bracket_company", "{person!} ( {company!} ) ,|:? %det <role+> !de|d'|du|des|chez", status="current", weight=0.93),
    Rule("bracket_then", "{person!} ( #O ) ,|: %det <role+> %at {company}", status="current", weight=0.95),
    Rule("bracket_both", "{person!} ( {company!} , %det <role+> )", status="current", weight=0.92),
    Rule("bracket_role", "{person!} ( %det <role+> ,|-|@|de|d'|chez @def? {company!} )", status="current", weight=0.92),
    # plusieurs CEO : Jean Martin (X), Anne Roche (Y) et Luc Petit (Z)
    *(
        Rule(f"bracket_plural_{n + 1}", f"@det|plusieurs|quatre|cinq|six <role> ~6 ,|: ~~2 {'#P ( #O|#X|#L ) ,|et et? ' * n}{{person!}} ( {{company!}} )", status="current", weight=0.9, shared=True)
        for n in range(5)
    ),
    Rule("career_former", "{person!} ( @former ~6 <role> %at {company!}", status="former", weight=0.92),
    Rule("career_more", "{person!} ( @former ~~14 et|, @det? <role> %at {company!}", status="former", weight=0.9),
    Rule("represented", "{company!} , représenté|représentée|représentés par {person!} , @det? <role+>", status="current", weight=0.92),
    Rule("nationality", "<role> {company=nat} ,? {person!}", status="current", weight=0.9),
    Rule("nationality_after", "{person!} , @det? <role> {company=nat} !de|d'|du|des|chez", status="current", weight=0.9),
    # Jean Martin et Anne Roche, cofondateurs de X · les fondateurs de X, Jean Martin et Anne Roche
    Rule("several", "{person*} ,|( %det deux|trois|quatre? <role=plurals> %at {company}", status="current", weight=0.95),
    Rule("several_unsaid", "{company~} {person*} ,|( %det deux|trois|quatre? <role=plurals> !de|d'|du|des|chez", status="current", weight=0.78),
    Rule("several_before", "<role=plurals> %at {company} ,|: {person*}", status="current", weight=0.95),
    Rule("several_before_unsaid", "{company~} @def|@poss deux|trois|quatre? @quality? <role=plurals> ,|: {person*}", status="current", weight=0.8),
    Rule("several_are", "{person*} ~2 @be %being <role=plurals> %at {company}", weight=0.92, statuses=HELD, verb="be"),
    Rule("several_appointed", "{person*} ,? ~3 @appoint ~3 <role=plurals> %at {company}", status="incoming", weight=0.94),
    Rule("several_appointed_unsaid", "{company~} {person*} ,? ~3 @appoint ~3 <role=plurals> !de|d'|du|des|chez", status="incoming", weight=0.8),
    # le maire de Lyon, Jean Martin · la présidente de la région Bretagne
    Rule("place_before", "<role> de|d'|du|des|à|au @def? #o|@area? {company=LOC} ,? {person!}", status="current", weight=0.7),
    Rule("place_fronted", "^ ~~3 <role=civic> de|d'|du|des @def? {company=LOC} ~~12 , {person!}", status="current", weight=0.72),
    Rule("place_bracket", "{person!} ,|( @det? <role> ( ~2 ) de|d'|du|des|à|au @def? {company=LOC}", status="current", weight=0.7),
    Rule("place_after", "{person!} ,|( @det? <role> de|d'|du|des|à|au @def? #o|@area? {company=LOC}", status="current", weight=0.72),
    Rule("minister_after", "{company=gov} {person!} ,|( @det? <role=minister>", status="current", weight=0.84),
    Rule("minister_named", "{company=gov} {person} ,? ~5 @appoint|@become ~2 <role=minister>", status="incoming", weight=0.84),
    Rule("minister_before", "{company=gov} <role=minister> ,? {person!}", status="current", weight=0.84),
)  # fmt: skip

LINES = (
    # Jean Martin, PDG, X · X, Jean Martin, PDG · Directeur : Jean Martin
    Rule("line", "{person!} ,|-|–|: %det <role+> ~~7 ,|-|–|@|(|| ~2 {company!} )? $", status="current", weight=0.86),
    Rule("line_appointed", "{person!} ,|-|–|: %det <role+> ~~7 ,|-|–|@|(|| ~2 {company!} )? $", status="incoming", weight=0.9, near="@appointed"),
    Rule("line_company_first", "^ {company!} ,|-|–|:|— {person!} ,|(|- %det <role+>", status="current", weight=0.84),
    Rule("signature", "{person!} ,|-|| <role+> ,|-|| {company!}", status="current", weight=0.85),
    Rule("heading_role", "{company~} ^ <role+> : {person!}", status="current", weight=0.8),
    Rule("heading_pair", "{company~} {person!} ( <role+> )", status="current", weight=0.74),
    Rule("semicolon", "{person!} , <role> , {company!} ;|.|$", status="current", weight=0.8),
    *respective(),
)  # fmt: skip
