"""Where a company is from, said in passing."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

#: Who "PDG de Norlys, installé à Lille" is about: its head, when the participle is masculine.
_HEAD = "#R de|d'|du @def? #O ,|( ~4 @based_m"

RELATION = RelationType(
    name="based_in",
    slots={"company": "ORG", "place": "LOC"},
    timeless=True,
    phrases={
        "at": (
            "à|au|aux|en|dans|sur @det?",
            "dans|sur|à|en #o de|d'|du|des @def?",
            "à|au|aux|en|dans|sur @det? @area de|d'|du|des @def?",
            "près|proche|non loin? de|d'|du",
            "aux|à @def? @area ~1 de|d'|du",
        ),
        "end": (",", ")", ".", "(", "qui|spécialisée|spécialisé|fondée|fondé|créée|créé|dont|et|a|est", "@say"),
    },
    words={
        "based": words("basé basée basés basées installé installée installés installées implanté implantée implantés implantées établi établie établis établies sis sise domicilié domiciliée localisé localisée situé située situés situées hébergé hébergée incubé incubée ancré ancrée enraciné enracinée logé logée né née nés nées originaire originaires lové"),
        "based_m": words("basé installé implanté établi domicilié né"),
        "born": words("né née nés nées originaire originaires natif native venu venue venus"),
        "seat": words("siège siège-social quartier-général qg quartier quartiers pénates port bureaux locaux équipes fief"),
        "own_seat": verbs("avoir conserver garder installer établir fixer implanter"),
        "sit": verbs("trouver situer installer implanter établir loger baser localiser être"),
        "shelter": verbs("abriter héberger accueillir"),
        "remain": verbs("être rester demeurer"),
        "count": verbs("compter abriter héberger recenser posséder"),
        "child": words("enfant fierté fleuron pépite gloire native natif orgueil champion champions perle étoile vedette réussite réussites voisin voisine"),
        "area": words("région banlieue périphérie centre cœur coeur quartier sein proximité environs alentours porte portes nord sud est ouest métropole agglomération plateau technopole parc"),
        "firms": words("licornes start-up startups start-ups pépites entreprises sociétés pousses éditeurs fintechs"),
    },
    rules=(
        # Norlys, basée à Lille ; Norlys et Kaptis, toutes deux installées près de Lyon
        Rule("apposition", "{company+} ,|(|– ~6 @based ~1 %at {place+}", weight=0.84, unless=_HEAD),
        Rule("origin_from", "{company} ,|( ~3 @born ~1 de|d'|du @def? {place}", weight=0.82),
        Rule("apposed_phrase", "{company!} @based %at {place+}", weight=0.8),
        # Basée à Lille, la société Norlys recrute ; fondée en 2010 et toujours installée à Lyon, …
        Rule("fronted", "^ ~~6 @based ~2 %at {place+} ~~3 , ~1 {company-}", weight=0.84),
        Rule("fronted_from", "^ ~3 @born|@child de|d'|du @def? {place} , {company-}", weight=0.84),
        # Norlys est basée à Lille ; elle est née en 2014 à Brest
        Rule("state", "{company} ,? qui? @remain ~2 @based ~3 %at {place+}", weight=0.84, verb="remain"),
        Rule("state_later", "{company} ~~5 , qui @remain ~2 @based ~3 %at {place+}", weight=0.74, verb="remain"),
        Rule("where_based", "{place} ,? où ~1 {company} ~2 @remain ~3 @based", weight=0.78, verb="remain"),
        Rule("where_follows", "{place} ,? où ~1 elle|il @remain ~2 @based , {company-}", weight=0.8, verb="remain"),
        Rule("cleft", "c' est ~2 %at {place} ~~4 que|qu' est|sont ~1 @based {company}", weight=0.84),
        Rule("cleft_own", "c' est ~2 %at {place} ~~4 que|qu' {company} est|a ~2 @based|@seat", weight=0.84),
        Rule("from_there", "c' est depuis|de|d' {place} que|qu' {company}", weight=0.74),
        # -- seats ----------------------------------------------------------------------
        Rule("seat", "{company} ,|(? ~3 dont ~1 @seat ~4 %at {place}", weight=0.85),
        Rule("has_seat", "{company^} @own_seat @poss ~1 @seat ~4 %at {place}", weight=0.82, verb="own_seat"),
        Rule("sits", "{company-} ~3 qui siège %at {place}", weight=0.8),
        Rule("with_seat", "{company} ,? ayant|avec|au|a @poss? @seat ~3 %at {place}", weight=0.78),
        Rule("seat_of", "@seat ~2 de|d'|du @def? {company-} ,? ~1 @sit ~2 %at {place}", weight=0.84, verb="sit"),
        Rule("seat_of_beside", "siège|siège-social|qg ~2 de|d'|du @def? {company-} , %at {place}", weight=0.8),
        Rule("own_seat_is", "{company&} @poss siège|siège-social|qg ~3 @sit ~2 %at {place}", weight=0.82, verb="sit"),
        Rule("seat_bracket", "{company} ( siège ~~3 {place}", weight=0.82),
        Rule("shelters_seat", "{place!} qui? ~3 @shelter ~3 @seat ~3 de|d'|du @def? {company-}", weight=0.8, verb="shelter"),
        # -- adjectives -----------------------------------------------------------------
        # la start-up lyonnaise Norlys ; le lillois Norlys ; la place de marché lilloise Norlys
        Rule("origin_in_phrase", "{company=dem}", weight=0.86),
        Rule("origin_before", "le|la|l'|du|au|feu {place=dem} {company!}", weight=0.82),
        Rule("origin_noun_before", "le|la|l'|une|un|cette|du|au|les ~5 {place=dem} {company!}", weight=0.72),
        Rule("origin_many", "les|des ~2 {place=dem} {company+}", weight=0.72),
        # Norlys, jeune pousse nantaise ; le spécialiste nantais du paiement, Norlys
        Rule("origin_apposition", "{company!} ,|( @det? ~2 @orgn ~4 {place=dem}", weight=0.84),
        Rule("origin_apposition_in", "{company!} ,|( {place=dem@orgn}", weight=0.84),
        Rule("origin_then_name", "{place=dem@orgn} ~7 ,|: {company!}", weight=0.8),
        Rule("origin_noun_then_name", "@orgn ~2 {place=dem} ~6 , {company!} ,", weight=0.78),
        Rule("origin_said", "{company!} , ~4 d' origine {place=dem}", weight=0.84),
        Rule("origin_by_birth", "{company!} , {place=dem} de naissance|d'adoption|d'origine", weight=0.8),
        Rule("is_origin", "{company} ,? ~1 @remain un|une|l'|le|la|des ~5 @orgn ~4 {place=dem}", weight=0.78, verb="remain"),
        Rule("child_of_dem", "^ ~2 @child de|d'|du|des ~4 {place=dem} , {company-}", weight=0.8),
        Rule("child_dem", "{company} ~~8 @child ~4 {place=dem}", weight=0.7),
        Rule("is_from", "{company} @remain une|un ~3 @orgn|@based ~2 %at {place+}", weight=0.78, verb="remain"),
        Rule("roots", "{company~} @poss racines {place=dem}", weight=0.74),
        Rule("french_tech", "{company} ~~8 tech|écosystème|pépinière|scène {place=dem}", weight=0.6),
        # -- place names ----------------------------------------------------------------
        Rule("bracket", "{company!} ( {place!} )|,", weight=0.76),
        Rule("orgn_of", "{company!} ,|( @det? ~2 @orgn ~3 de|d'|du|des @def? {place!} %end", weight=0.74),
        Rule("orgn_of_before", "@orgn ~3 de|d' {place!} ,? {company!}", weight=0.76),
        Rule("phrase_of", "{company=@orgn} de|d' {place!} %end", weight=0.56),
        Rule("child_of", "{company!} , ~2 @child de|d' {place!}", weight=0.82),
        Rule("child_of_before", "@child de|d' {place!} , {company!}", weight=0.8),
        Rule("native", "{company~} sa|son|leur {place!} natale|natal", weight=0.8),
        Rule("home_town", "{company~} {place!} , @poss ville|fief|berceau|terre|région ~1 origine|natale|natal|,|.", weight=0.72),
        Rule("home_port", "{company^} @own_seat @poss port d' attache %at {place}", weight=0.84, verb="own_seat"),
        Rule("chez", "chez {company!} ,|( à {place!} ,|)", weight=0.76),
        Rule("beside", "{company!} , à {place!} ,", weight=0.58),
        Rule("fronted_place", "^ à|depuis|de|d' ~1 {place!} , {company=@orgn}", weight=0.62),
        Rule("line_place", "^ {place!} :|.|– @def? {company=@orgn}", weight=0.58),
        # Lyon compte trois licornes : A, B et C ; parmi les pépites de Lille figurent A et B
        Rule("place_counts", "{place!} ~2 @count ~8 @firms ~~14 :|dont ~1 {company+}", weight=0.76, verb="count"),
        Rule("firms_have", "@firms|licorne ~6 @seat ~2 %at {place} ~~8 : {company+}", weight=0.76),
        Rule("firms_of", "@firms ~2 de|d' {place!} ~~6 figurent|figure|dont|: ~1 {company+}", weight=0.74),
        Rule("firms_dem", "@firms ~2 {place=dem} ~~6 figurent|figure|dont|: ~1 {company+}", weight=0.74),
    ),
    examples=(
        "La start-up [lyonnaise|place] [Norlys|company] recrute.",
        "[Norlys|company], basée à [Lille|place], recrute.",
    ),
    counter_examples=("Le français Norlys recrute.",),
)  # fmt: skip
