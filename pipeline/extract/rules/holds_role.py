"""Who holds, takes or leaves which function at which organisation."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import RelationType, Rule, verbs, without, words

_MINISTER = "<role=minister>"
#: Verbs that tell of holding a function: their tense says whether it is over.
_HELD = {"past": "former", "present": "current", "future": "incoming", "conditional": "incoming"}
_NONE: Mapping[str, str] = {}


def _frame(
    name: str, before: str, after: str = "", *, weight: float, status: str | None = None,
    held: bool = False, verb: str | None = None, nominal: bool = False, negative: bool = False,
    unsaid: float | None = 0.22,
) -> tuple[Rule, ...]:  # fmt: skip
    """A construction that ends in a function, with its organisation said and left unsaid.

    ``unsaid`` is how much weight goes when the organisation is implied; None for no such rule.
    """
    first, _, rest = before.partition(" ")
    implied = f"{first} {{company~}} {rest}" if first.endswith("^}") else f"{{company~}} {before}"
    statuses = _HELD if held else _NONE
    said = Rule(
        name, f"{before} %at {{company}} {after}".strip(), weight=weight, status=status,
        statuses=statuses, verb=verb, nominal=nominal, negative=negative,
    )  # fmt: skip
    if unsaid is None:
        return (said,)
    left = Rule(
        f"{name}_unsaid", f"{implied} %nowhere {after}".strip(), weight=weight - unsaid, status=status,
        statuses=statuses, verb=verb, nominal=nominal, negative=negative, unless=_MINISTER,
    )  # fmt: skip
    return said, left


def _respective() -> tuple[Rule, ...]:
    """ "A et B, respectivement président et directrice de X"; "leur directeur, soit respectivement …"."""
    out: list[Rule] = []
    for n in (2, 3):
        for i in range(n):
            people = _row("{person!}", "#P", i, n)
            roles = _row("@det? <role>", "@det? #R", i, n)
            own = _row("@det? <role> %at {company}", "@det? #R %at #O", i, n)
            orgs = _row("{company!}", "#O", i, n)
            patterns = {
                "one_house": f"{people} ,? ~3 respectivement {roles} %at {{company}}",
                "own_house": f"{people} ,? ~3 respectivement {own}",
                "houses": f"{orgs} ~~12 @poss|@def <role> ,|: ~2 respectivement {people}",
            }
            out += [
                Rule(
                    f"respective_{name}_{i + 1}_of_{n}",
                    p,
                    status="current",
                    weight=0.97,
                    shared=True,
                )
                for name, p in patterns.items()
            ]
    return tuple(out)


def _row(wanted: str, other: str, i: int, n: int) -> str:
    """A coordination of ``n`` members of which the one at ``i`` is wanted."""
    items = [wanted if k == i else other for k in range(n)]
    return " , ".join(items[:-1]) + " ,? et @det? " + items[-1]


APPOSITION = (
    # Jean Martin, PDG de X · Jean Martin (le nouveau PDG de X) · Jean Martin, 38 ans, PDG de X
    *_frame("apposition", "{person} ,|(|:|-|–|[ %det <function+>", weight=0.93, status="current"),
    *_frame("apposition_age", "{person} ,|( ~3 ans ,|et ~8 %det <role+>", weight=0.88, status="current"),
    *_frame("apposition_former", "{person} ,|( @det? @former|@until ici|alors? @det? <role+>", weight=0.94, status="former"),
    Rule("apposition_named", "{person} ,|( %det <role+> ~2 nommé|nommée|promu|promue|élu|élue|recruté|recrutée %at {company}", status="incoming", weight=0.94),
    *_frame("apposition_new", "{person} ,|(|: @det? tout|toute? @coming @det? <role+>", weight=0.92, status="incoming"),
    # Jean Martin, que tout le monde craint, PDG de X · Jean Martin, né à Lyon et PDG de X
    *_frame("apposition_far", "{person!} , qui|que|qu'|dont|à|né|née|diplômé|diplômée|passé|passée ~~12 ,|et %det <role+>", weight=0.78, status="current", unsaid=None),
    # second and third function: "…, cofondateur de X et PDG de Y"
    *_frame("second", "{person} ,|( @det? ~12 ,|et %det <role>", weight=0.82, status="current", unsaid=None),
    *_frame("second_bracket", "{person!} ,|( ~8 et @det? <role>", weight=0.8, status="current", unsaid=None),
    # le PDG de X, Jean Martin
    Rule("before", "<role+> %at {company} %scope? #D? en? personne? ,|:? {person!}", status="current", weight=0.88),
    Rule("before_aside", "<role+> %at {company!} ,|( ~8 ,|) {person!} ,", status="current", weight=0.62),
    Rule("before_quote", "« ~~30 » , @say @def <role+> %at {company} ,? {person!}", status="current", weight=0.9),
    Rule("before_unsaid", "{company~} @def|@poss @quality? !@state|@fellow <role+> ,? {person!}", status="current", weight=0.7, unless=_MINISTER),
    Rule("before_unsaid_tight", "{company~} @def !@state <role+> {person!}", status="current", weight=0.74, unless=_MINISTER),
    # Directeur financier de X depuis six ans, Jean Martin …
    Rule("fronted", "^ @front? @front? @front? @front? <role+> %at {company} ~4 #D? , {person}", status="current", weight=0.8),
    Rule("fronted_list", "^ @front? @front? @front? @front? <role+> %at {company} ,|et|puis ~~16 , {person}", status="current", weight=0.76),
    Rule("fronted_far", "^ ~4!le|la|l'|les|chez|selon|pour <role+> %at {company} ~9!est|sera|a|va|devient|prend|quitte|par|qui , {person}", status="current", weight=0.74),
    Rule("fronted_both", "à @def? fois #R %at #O|#L ,? et|mais <role> %at {company} , {person}", status="current", weight=0.9),
    Rule("possessive", "{company~} @poss @new? !@fellow <role+> ,|:? {person!}", status="current", weight=0.86),
    Rule("possessive_former", "{company~} @poss @former <role+> ,? {person!}", status="former", weight=0.88),
    Rule("possessive_after", "{company~} {person!} , @poss <role+>", status="current", weight=0.8),
    # Jean Martin (PDG de X) · Jean Martin (X), PDG · Jean Martin (PDG, X)
    Rule("bracket_company", "{person!} ( {company!} ) ,|:? %det <role+> !de|d'|du|des|chez", status="current", weight=0.93),
    Rule("bracket_then", "{person!} ( #O ) ,|: %det <role+> %at {company}", status="current", weight=0.95),
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
    Rule("nationality_after", "{person!} , @det? <role> {company=nat}", status="current", weight=0.9),
    # Jean Martin et Anne Roche, cofondateurs de X · les fondateurs de X, Jean Martin et Anne Roche
    Rule("several", "{person*} ,|( %det deux|trois|quatre? <role=plurals> %at {company}", status="current", weight=0.95),
    Rule("several_unsaid", "{company~} {person*} ,|( %det deux|trois|quatre? <role=plurals> !de|d'|du|des|chez", status="current", weight=0.78),
    Rule("several_before", "<role=plurals> %at {company} ,|: {person*}", status="current", weight=0.95),
    Rule("several_before_unsaid", "{company~} @def|@poss deux|trois|quatre? @quality? <role=plurals> ,|: {person*}", status="current", weight=0.8),
    Rule("several_are", "{person*} ~2 @be %being <role=plurals> %at {company}", weight=0.92, statuses=_HELD, verb="be"),
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
    *_respective(),
)  # fmt: skip

HOLDING = (
    # est · était · sera · demeure · n'est plus
    *_frame("copula", "{person} ~2 @is %being <function+>", weight=0.86, held=True, verb="is"),
    *_frame("copula_subject", "{person^} @is %being <function+>", weight=0.8, held=True, verb="is"),
    *_frame("remains", "{person^} @remain ~3 <function+>", weight=0.84, status="current"),
    *_frame("no_more", "{person^} ne|n' @be ~1 plus ~1 <function+>", weight=0.9, status="former", verb="be", negative=True),
    *_frame("soon_no_more", "{person^} ne|n' sera|seront ~2 plus ~1 <function+>", weight=0.92, status="outgoing", negative=True),
    *_frame("not_only", "{person^} n' est pas seulement|uniquement|que ~1 <function+>", weight=0.92, status="current", negative=True),
    # dont il est le PDG · où il fut directeur
    Rule("relative", "{company!} ,? dont|où ~1 {person} ~2 @be %being <function+>", weight=0.92, statuses=_HELD, verb="be"),
    Rule("relative_took", "{company!} ,? dont|où ~1 {person} ~3 @take ~3 <function+>", status="incoming", weight=0.92, verb="take"),
    Rule("thereof", "{company~} {person} ~1 en @be #D? !@become %being <function+>", weight=0.84, statuses=_HELD, verb="be"),
    Rule("thereof_became", "{company~} {person} ~1 en @be? #D? @become ~3 <function+>", status="incoming", weight=0.86),
    Rule("thereof_of", "{person!} ~~12 {company!} ,? en @be #D? %being <function+>", weight=0.74, statuses=_HELD, verb="be"),
    Rule("thereof_become", "{person!} ~~12 {company!} ,? en @become ~3 <function+>", weight=0.76, status="incoming"),
    Rule("passed_through", "{company!} ,? dont|où|qu' #q @be ~3 <role+> , {person!}", weight=0.94, status="former"),
    Rule("he_who_was", "celui|celle qui @be ~4 <role+> %at {company} ,? {person!}", weight=0.92, statuses=_HELD, verb="be"),
    Rule("known_as", "a|avait connu|connue ~3 <role+> %at {company} : {person!}", status="former", weight=0.93),
    Rule("it_is_she", "c' est {person} @def %qualified <role+> %at {company}", status="current", weight=0.88),
    # dirige, préside · dirigé par
    Rule("leads", "{person^} <role=lead> ~3 {company!}", weight=0.72, statuses=_HELD, verb="lead"),
    Rule("leads_post", "{person^} @lead ~2 <post> ~~6 de|d'|du|des|chez @def? {company}", weight=0.78, statuses=_HELD, verb="lead"),
    Rule("leads_thing", "{person^} <role=lead> à|aux @def? destinées %at {company}", weight=0.9, statuses=_HELD, verb="lead"),
    Rule("leads_part", "{person^} <role=lead> ~2 @def @part ~4 de|d'|du|des|chez @def? {company!}", weight=0.76, statuses=_HELD, verb="lead"),
    Rule("led_by", "{company} ,|(? ~3 <role=lead> ~1 par {person}", status="current", weight=0.82, verb="lead"),
    Rule("led_by_fronted", "^ ~3 <role=lead> ~1 par {person} ,|et ~~8 {company!}", status="current", weight=0.8, nominal=True),
    Rule("leader_of", "celui|celle qui <role=lead> ~2 {company!} #D? , {person!}", weight=0.9, statuses=_HELD, verb="lead"),
    Rule("led_now", "{company!} ,? que|qu' {person} <role=lead>", weight=0.84, statuses=_HELD, verb="lead"),
    Rule("led_inverted", "{company!} ,? que|qu' ~1 <role=lead> ~2 {person!}", weight=0.9, statuses=_HELD, verb="lead"),
    Rule("led_relative", "{company!} ,? que|qu' ~1 {person} ~1 @have ~1 <role=lead>", weight=0.86, status="former", verb="lead", nominal=True),
    # occupe le poste de, exerce les fonctions de, tient les rênes de
    *_frame("holds_function", "{person^} @hold ~5 @post ~1 de|d' @det? <role+>", weight=0.87, held=True, verb="hold"),
    *_frame("holds_post", "{person^} @hold ~3 <post>", weight=0.86, held=True, verb="hold"),
    *_frame("officiates", "{person^} @officiate ~5 %as <role+>", weight=0.86, held=True, verb="officiate"),
    *_frame("among", "{person^} @count parmi|à|au ~2 <role+>", weight=0.86, held=True, verb="count"),
    *_frame("in_capacity", "{person!} ,? en @poss? qualité de|d' <role+>", weight=0.84, status="current"),
    Rule("had_there", "{company} ,? dont|où ~1 {person} ~2 @have ~2 <post>", weight=0.86, statuses=_HELD, verb="have"),
    *_frame("befell", "{person!} ~~6 , à qui @def? <function> ~2 @entrust", weight=0.8, status="current"),
    *_frame("watches", "{person^} @watch ~1 à|aux @def? <post>", weight=0.84, held=True, verb="watch"),
    Rule("posts_at", "{person^} @hold ~3 @post ~1 chez|à|au @def? {company} ,? dont celui|celle|ceux de|d' <role>", weight=0.88, statuses=_HELD, verb="hold"),
    Rule("sits", "{person^} @sit ~~10 {company!} ~2 %as <role+>", weight=0.84, statuses=_HELD, verb="sit"),
    Rule("ensured", "<post> %at {company} ~2 @be ~1 assuré|assurée|exercé|exercée|tenue|occupée par {person}", weight=0.88, statuses=_HELD, verb="be"),
    Rule("ensured_unsaid", "{company~} <post> @be ~1 assuré|assurée|exercé|exercée|tenue|occupée par {person}", weight=0.74, statuses=_HELD, verb="be"),
    Rule("ensures_interim", "{person^} @hold ~1 <post> ~~5 de|d'|du|des|chez @def? {company}", weight=0.82, statuses=_HELD, verb="hold"),
    Rule("affair_of", "<post> %at {company} ~1 @be ~4 affaire|œuvre|domaine de|d' {person}", weight=0.84, statuses=_HELD, verb="be"),
    # à la tête de X, aux commandes de X
    *_frame("at_head", "{person!} ,|(? ~8!qui|que|qu'|se|s' à|aux @def? <post>", weight=0.7, status="current"),
    Rule("head_fronted", "^ ~~3 à|aux @def? <post> %at {company} ~~9 , {person}", status="current", weight=0.82),
    Rule("head_fronted_named", "à|aux|sur @def? <function> %at {company} ,? ~3 @appoint ~2 {person!}", status="incoming", weight=0.84, verb="appoint"),
    Rule("head_fronted_unsaid", "^ {company~} à|aux @def? <post> ,|: ~2 {person!}", status="current", weight=0.6),
    # avait commencé comme R chez X · chez X comme R
    Rule("career_as", "{person^} @career ~6 comme|en ~2 <role> %at {company}", status="former", weight=0.9),
    Rule("career_at", "{person^} @career ~5 chez|à|au|aux @def? {company} ,? ~2 %as <role>", status="former", weight=0.9),
    Rule("career_before", "{person^} @career ~~14 avant de|d' ~3 @take|@become|être ~3 <function> %at {company}", status="former", weight=0.92, verb="career"),
    Rule("entered_as", "{company} ,? %as stagiaire|apprenti|apprentie|simple? <role>", status="former", weight=0.5),
)  # fmt: skip

APPOINTED = (
    # devient
    *_frame("become", "{person} ~4 @become ~4 <function+>", weight=0.88, status="incoming"),
    *_frame("become_subject", "{person^} @become ~4 <function+>", weight=0.84, status="incoming"),
    Rule("become_there", "{person} ,? ~3 @become ~3 <function+> ~~6 %at {company!}", status="incoming", weight=0.7),
    # nommé directeur de X · X nomme Jean Martin directeur
    *_frame("appointed", "{person} ,? ~8!#P @appoint ~6!#P <function+>", weight=0.9, status="incoming"),
    *_frame("appointed_to_do", "{person} ,? ~8 @appoint ~3 diriger|présider|devenir|prendre|piloter|occuper ~3 <function+>", weight=0.88, status="incoming"),
    # Nommé directeur de X, Jean Martin …
    Rule("fronted_named", "^ ~2 @appoint ~6 <function+> %at {company} ~~8 , {person}", status="incoming", weight=0.9),
    Rule("fronted_placed", "^ ~2 @appoint ~~6 à|aux @def? #N de|d'|du|des @det? {company} ~~8 %as <role+> , {person!}", status="incoming", weight=0.93),
    Rule("company_appoints", "{company^} @appoint ~3 {person!} ,? ~5 <function+>", status="incoming", weight=0.9),
    Rule("and_appointed", "{company~} et|puis @appoint:pp ~2 {person!} ,? ~3 <function+>", status="incoming", weight=0.92, nominal=True),
    Rule("company_appoints_before", "{company^} @appoint ~3 <role+> {person!}", status="incoming", weight=0.82),
    Rule("company_appoints_as", "{company^} @appoint ~6 {person!} ,? ~~8 %as <role+>", status="incoming", weight=0.86),
    Rule("company_makes", "{company^} @make de|d' {person!} ~3 <function+>", status="incoming", weight=0.9),
    Rule("makes_of", "@make de|d' {person!} ~3 <function+> %at {company}", status="incoming", weight=0.94),
    Rule("to_make_of", "{company~} {person!} ,? pour|et en faire|fait|fera @poss|@def ~1 <function+>", status="incoming", weight=0.9),
    Rule("appoints_to", "@appoint ~3 {person!} ~4 <function+> %at {company}", status="incoming", weight=0.93),
    Rule("appoints_clitic", "{person~} {company!} ~1 l' ~1 @appoint ~3 <function+>", status="incoming", weight=0.88),
    Rule("appoints_relative", "{person!} ,? que|qu' ~1 {company!} ~4 @appoint ~4 <function+>", status="incoming", weight=0.9),
    Rule("board_appoints", "conseil|assemblée|actionnaires|administrateurs|comité ~2 de|d'|du|des @def? {company!} ~4 @appoint ~3 {person!} ,? ~5 <function+>", status="incoming", weight=0.92),
    Rule("choice_fell", "{company!} ~8 @choice ~2 sur {person!} ~~8 <function+>", status="incoming", weight=0.8),
    Rule("choice_fell_as", "@def <function+> %at {company} ,|: ~~6 @choice ~2 sur {person!}", status="incoming", weight=0.78),
    # nomination de Jean Martin comme directeur de X
    *_frame("appointment_noun", "@appointment de|d' {person} ,? ~6 <function+>", weight=0.92, status="incoming", nominal=True, unsaid=0.1),
    Rule("his_appointment", "{person~} @poss @appointment ,? ~~4 %to ~2 <function+> %at {company}", status="incoming", weight=0.8, nominal=True),
    Rule("appointment_role_first", "@appointment @of ~2 <role+> %at {company} ,|: {person!}", status="incoming", weight=0.85, nominal=True),
    Rule("appointment_colon", "@appointment : {person!} ,? ~2 <role+> %at {company}", status="incoming", weight=0.88, nominal=True),
    Rule("appointment_bare", "^ @appointment : {person!} ,? <role+> %at {company}", status="incoming", weight=0.9, nominal=True),
    Rule("heading_appointed", "{company!} :|-|–|— {person!} ~~9 @appoint|@become ~3 <function+>", status="incoming", weight=0.93),
    Rule("heading_new", "{company~} @coming <role+> : {person!}", status="incoming", weight=0.7),
    Rule("new_for", "@coming <role+> pour|chez|à ~1 {company!} :|, ~2 {person!}", status="incoming", weight=0.88),
    Rule("change_at", "changement|valse|passation|relève ~4 à|chez @def? <post> %at {company} : ~2 {person!}", status="incoming", weight=0.86),
    Rule("change_chez", "changement|valse|relève|passage ~5 chez|à|au @def? {company!} : ~2 {person!} ~3 @take ~3 <function+>", status="incoming", weight=0.88),
    Rule("has_new", "{company^} @find ~2 un|une|son|sa|leur|d'un|d'une @quality? @quality? <role+> ,|: ~~14 {person!}", status="incoming", weight=0.88),
    Rule("has_new_direct", "{company!} ~2 @find ~2 @coming <role+> ,|: ~8 {person!}", status="incoming", weight=0.86, nominal=True),
    Rule("leaves_to_become", "{person!} , parti|partie|partis ~6 @become|@join|diriger|présider ~2 <role+> %at {company}", status="incoming", weight=0.94),
    # rejoint X en tant que directeur · arrive chez X au poste de
    Rule("joins", "{person^} @join ~2 {company} ,? ~4 <role+>", status="incoming", weight=0.88),
    Rule("joins_as", "{person^} @join ~3 {company} ~~6 %as <function+>", status="incoming", weight=0.91),
    Rule("joins_to_take", "{person^} @join ~3 {company} ~~6 pour ~3 @take|@become|diriger|présider ~3 <function+>", status="incoming", weight=0.9, verb="join"),
    Rule("joins_whose", "{person^} @join ~3 {company} ,? dont|où ~6 <function+>", status="incoming", weight=0.86),
    Rule("joins_before", "%as <role+> , {person!} ~4 @join ~2 {company}", status="incoming", weight=0.86),
    Rule("arrives", "{person^} @arrive ~5 chez|à|au|aux|dans|de|d'|du @def? {company} ~~4 %as <function+>", status="incoming", weight=0.9),
    Rule("arrives_to", "{person^} @arrive ~4 à|aux @def? <post> %at {company}", status="incoming", weight=0.88),
    Rule("arrives_role", "{person^} @arrive ~5 chez @def? {company} ,? ~3 <role+>", status="incoming", weight=0.8),
    Rule("arrival_at", "@appointment de|d' {person!} chez {company} ~3 %as <role+>", status="incoming", weight=0.9, nominal=True),
    # prend la présidence de X, hérite de la direction, se voit confier
    *_frame("takes_post", "{person^} @take %aside? ~4 <post>", weight=0.88, status="incoming"),
    *_frame("takes_function", "{person^} @take ~3 @post ~1 de|d' @det? <role+>", weight=0.86, status="incoming"),
    *_frame("takes_role", "{person^} @take ~2 <role+>", weight=0.7, status="incoming", unsaid=None),
    *_frame("sees_entrusted", "{person^} se|s' @see ~1 @entrust ~5 <function+>", weight=0.9, status="incoming", verb="see"),
    *_frame("settles", "{person^} @settle ~4 @post|@def ~1 de|d'? <function+>", weight=0.84, status="incoming"),
    *_frame("climbs", "{person^} @climb ~3 à|au|aux ~3 <function+>", weight=0.86, status="incoming"),
    *_frame("in_charge", "{person} ~5 @be ~2 chargé|chargée de ~1 <post>", weight=0.84, held=True, verb="be"),
    *_frame("passes_to", "{person^} @pass_on de|d' #R à <role>", weight=0.9, status="incoming"),
    Rule("passes_from", "{person^} @pass_on de|d' <role> à #R %at {company}", status="former", weight=0.9),
    Rule("gives_one", "{person~} {company!} ,? qui? lui ~1 @entrust ~4 <function+>", status="incoming", weight=0.86),
    Rule("opens_to", "{person^} @see ~5 <post> de|d' ~8 , {company!}", status="incoming", weight=0.84, verb="see"),
    Rule("takes_post_new", "{person^} @take ~3 <post> de|d' ~5 , {company!}", status="incoming", weight=0.86, verb="take"),
    Rule("takes_there", "{company!} ,? où ~2 {person} ~3 @take ~4 <function+>", status="incoming", weight=0.86, verb="take"),
    # le fauteuil de X revient à Jean Martin · C'est à Jean Martin que X confie
    Rule("falls_to", "<function+> %at {company} %aside? ~6 @entrust ~3 à {person!}", status="incoming", weight=0.9),
    Rule("falls_to_unsaid", "{company~} <function+> ,? ~6 @entrust ~3 à {person!}", status="incoming", weight=0.7),
    Rule("post_falls_to", "@post de|d' <role> ~3 %at {company} ~6 @entrust ~3 à {person!}", status="incoming", weight=0.9),
    Rule("entrusts", "{company^} @entrust ~6 <function+> ~6 à {person!}", status="incoming", weight=0.88),
    Rule("entrusts_to_first", "{company^} @entrust ~2 à {person!} ~4 <function+>", status="incoming", weight=0.88),
    Rule("cleft_entrusted", "à {person!} que|qu' ~2 {company!} ~~24 @entrust ~5 <function+>", status="incoming", weight=0.9),
    Rule("cleft_falls", "à {person!} que|qu' ~3 @entrust ~4 <function+> %at {company}", status="incoming", weight=0.9),
    Rule("entrusted_relative", "{person!} ,? à qui ~2 {company!} ~3 @entrust ~5 <function+>", status="incoming", weight=0.9),
    Rule("vacant_filled", "{company~} @post|celui|celle de|d' <role+> ~~8 que|qu' ~4 @take|@accept|@hold ~1 {person!}", status="incoming", weight=0.84, nominal=True),
    Rule("in_the_chair", "dans|à|sur @def fauteuil|siège|poste|place de|d' <role> %at {company} , {person!}", status="incoming", weight=0.92),
    *_frame("elliptic_third", "@become|@appoint #R , #P @det? #R ,? et {person!} ,? @det? <role>", weight=0.86, status="incoming"),
    *_frame("elliptic", "@become|@appoint #R ~~24 ,|et {person!} ,? @det? <role>", weight=0.86, status="incoming"),
    Rule("it_is_who_takes", "@def <function+> %at {company} ,|: ~4 {person!} ~3 @take|tiendra|aura", status="incoming", weight=0.84),
    Rule("to_head_will_be", "à|aux @def? <post> %at {company} ,|: ce|on sera|verra|trouvera|retrouve|retrouvera {person!}", status="incoming", weight=0.86),
    Rule("the_voila", "{person~} le|la|les voilà|voici|revoilà|revoici ~3 <function+> %at {company}", status="incoming", weight=0.86),
    Rule("the_voila_unsaid", "{company~} {person~} le|la|les voilà|voici|revoilà|revoici ~3 <function+> !de|d'|du|des|chez", status="incoming", weight=0.7),
    Rule("voila_bare", "voilà|voici {person!} ,? ~3 <function+> %at {company}", status="incoming", weight=0.86),
    Rule("tipped", "{person!} ~6 @tip ~2 à|pour|comme|au|aux|vers ~4 <function+> %at {company}", status="incoming", weight=0.84),
    Rule("awaits", "{person~} {company!} ,? où ~2 attend|attendait|attendra ~1 @post de|d' <role+>", status="incoming", weight=0.86),
    Rule("cleft_function", "c' est à|aux|au @def? <function+> %at {company} que|qu' {person} ~4 @climb|@take", status="incoming", weight=0.88),
    Rule("with_title", "{person!} ~4 chez|à|au {company!} ~~3 avec le|son titre|rang|grade de|d' <role+>", status="incoming", weight=0.88),
    Rule("has_taken_services", "{company!} ~3 @appoint|s' ~1 offre|attache ~1 services de|d' {person!} ,? ~4 <role+>", status="incoming", weight=0.88),
    Rule("poached", "@appoint ~3 chez|à {company!} ,? où {person} @be ~3 <role+>", status="former", weight=0.9),
    Rule("poached_from", "@appoint ~2 chez|à #O ~~8 , {person!} ~4 @become|@take|@join ~3 <function+> %at {company}", status="incoming", weight=0.92),
    # succède à Marc Tissier à la tête de X
    *_frame("succeeds_at", "{person^} @succeed à? ~1 #P ,? ~3!qui|que|qu' %to ~1 <function+>", weight=0.93, status="incoming", verb="succeed"),
    *_frame("relays_at", "{person^} @take ~2 @relay de|d' ~1 #P ,? ~3!qui|que|qu' %to ~1 <function+>", weight=0.93, status="incoming"),
    *_frame("named_to_succeed", "{person} ,? ~4 @appoint ~3 pour|à @succeed ~2 #P ,? ~3!qui|que|qu' %to ~1 <function+>", weight=0.96, status="incoming", verb="appoint"),
    *_frame("in_place_of", "{person!} ~6 @take|@become|@appoint ~3 <function+>", "en|à|au @stead de|d' #P", weight=0.93, status="incoming"),
)  # fmt: skip

LEAVING = (
    # quitte la direction de X, démissionne de son poste de PDG, est révoqué de ses fonctions de
    *_frame("leaves_post", "{person^} @leave ~4 <post>", weight=0.86, status="outgoing"),
    *_frame("leaves_role", "{person^} @leave ~4 @post ~1 de|d' @det? <role+>", weight=0.88, status="outgoing"),
    *_frame("ousted_from", "{person} ,? ~6 @oust ~4 @post|@def ~1 de|d'? <function+>", weight=0.88, status="outgoing"),
    *_frame("gives_up", "{person} ~7 @poss|@def @departure ~1 de|d'|du @def|@poss? <function>", weight=0.86, status="outgoing", nominal=True),
    *_frame("departure_noun", "@departure de|d' {person} ~4 @post|@def ~1 de|d'? <function+>", weight=0.88, status="outgoing", nominal=True),
    *_frame("after_years_at", "après ~~5 à|aux @def? <post>", ", {person!} ~2 @leave|@cede", weight=0.94, status="outgoing", unsaid=0.2),
    Rule("fronted_left", "@poss|@def @post ~1 de|d' <role+> %at {company} , {person!} ~2 @leave|@cede", status="outgoing", weight=0.94),
    Rule("company_ousts", "{company!} ~~6 @oust|fin ~3 de|à? @poss|@def <role> ,? {person!}", status="outgoing", weight=0.9),
    Rule("company_ends", "{company!} ~4 @have? mis|met fin à|au|aux ~4 @poss <role> ,? {person!}", status="outgoing", weight=0.93),
    Rule("was_at_leave", "{person^} @leave {company!} ,? dont ~2 @be ~3 <role+>", status="outgoing", weight=0.95, verb="leave"),
    Rule("lasted_as", "{person} ~6 tenu ~5 comme <role+> %at {company}", status="former", weight=0.86),
    Rule("cedes", "{person^} @leave|@cede ~3 @post ~1 de|d' <role+> %at {company} à|au", status="outgoing", weight=0.93),
    Rule("transmits", "{person^} @leave|@cede ~3 <post> ~~8 à ~2 #P", status="outgoing", weight=0.5),
)  # fmt: skip

DISCOURSE = (
    # "…", lâche Jean Martin. Le patron de X en veut pour preuve …
    Rule("definite", "{person<} ^ le|la|l' %qualified <role> %at {company} !,|(|#P", status="current", weight=0.66),
    Rule("definite_aside", "{person<} ^ @def %qualified <role> %at {company} , qui|arrivé|arrivée|nommé|nommée|âgé|âgée|en", status="current", weight=0.62),
    Rule("definite_age", "{person<} ^ à ~3 ans , @def <role> %at {company} !,|(|#P", status="current", weight=0.66),
    Rule("demonstrative", "{person<} ^ ~~2 ce|cet|cette <role> %at {company}", status="current", weight=0.72),
    Rule("definite_inside", "{person<} « ~~30 » , @say @def <role> %at {company} !,|(|#P", status="current", weight=0.64),
    Rule("definite_ousted", "{person<} ^ @def %qualified <role> %at {company} , @oust", status="outgoing", weight=0.72, nominal=True),
    Rule("definite_leaves", "{person<} ^ @def <role> %at {company} ~2 @leave|@cede|@go", status="outgoing", weight=0.7),
)  # fmt: skip

RELATION = RelationType(
    name="holds_role",
    slots={"person": "PER", "company": "ORG"},
    required=frozenset({"role"}),
    statuses={"past": "incoming", "present": "incoming", "future": "incoming", "conditional": "incoming"},
    phrases={
        # between a function and its organisation: de X, du groupe X, de la filiale belge de X, au sein de X
        "at": (
            "de|d'|du|des|chez|à|au|aux|pour @det?",
            "#D? de|d'|du|des|au|à|aux|pour|en @def? @part ~4 de|d'|du|des|chez @def?",
            "de|d'|du|des @det? @body ~2",
            "au sein de|d'|du|des @det?",
            ", #L , de|d'|du|des @det?",
        ),
        # the role is said as such: en tant que, en qualité de, au poste de, comme
        "as": (
            "en tant|qualité que|qu'|de|d' @det?",
            "comme @det? @new?",
            "à|au|aux ~1 @post de|d' @det?",
            "avec|sous|dans @def|@det @post de|d' @det?",
            "pour ~1 devenir|être ~1 @det?",
            "à titre de|d'",
        ),
        "to": ("comme @det?", "à|au|aux|dans @def? @post? de|d'? @det?"),
        # est aujourd'hui à la fois le
        "being": ("~1-appoint @adv? #D? %det", "~1-appoint à @def? fois @det?", "~1-appoint #D? l' un|une des"),
        "det": ("#D? @det? @quality? @quality? @quality?",),
        # le directeur de X au Maroc, Jean Martin
        "scope": ("à|au|aux|en|dans|pour @def? #L|#l",),
        # il prend, lui, les commandes
        "aside": (", ~4 ,",),
        # no organisation follows, or only "de la filiale"
        "nowhere": ("!de|d'|du|des|chez|au|aux|auprès|@origin", "de|d'|du|des @def? @arm ~1 !de|d'|du|des|chez|#L"),
        "qualified": ("@quality?",),
    },
    words={
        "appoint": verbs(
            "nommer désigner élire choisir recruter embaucher débaucher bombarder propulser introniser sélectionner "
            "confirmer reconduire engager réélire parachuter coopter promouvoir adouber catapulter titulariser "
            "rappeler enrôler renommer placer installer porter hisser asseoir élever affecter muter maintenir appeler "
            "pressentir convier"
        )
        | words("promu promue promus promues promeut promeuvent pressenti pressentie"),
        "appointment": words("nomination arrivée recrutement promotion désignation élection embauche venue retour intronisation cooptation"),
        "appointed": words("nominations nomination mouvements mercato nommés arrivées carnet promotions"),
        "join": verbs("rejoindre intégrer rallier"),
        "arrive": verbs("arriver débarquer atterrir entrer revenir poser faire pousser signer"),
        "take": verbs(
            "prendre reprendre récupérer décrocher obtenir hériter accéder endosser enfiler coiffer étrenner saisir "
            "conquérir rafler empocher"
        ),
        "accept": verbs("accepter briguer viser"),
        "hold": verbs("occuper exercer assurer cumuler tenir assumer conserver garder détenir"),
        "post": words(
            "poste postes fonction fonctions rôle responsabilités titre mandat qualité siège fauteuil casquette charge "
            "costume habits place tablier rang grade maroquin portefeuille strapontin"
        ),
        "leave": verbs("quitter démissionner abandonner céder laisser libérer lâcher délaisser rendre retirer transmettre démettre"),
        "cede": verbs("passer transmettre céder tirer partir prendre"),
        "go": verbs("partir claquer raccrocher jeter effacer") | words("tire prend"),
        "oust": verbs("révoquer démettre écarter évincer limoger débarquer remercier licencier destituer relever congédier chasser suspendre pousser déloger"),
        "departure": words("départ démission éviction retrait révocation limogeage"),
        "succeed": verbs("succéder remplacer relayer suppléer"),
        "relay": words("suite relais succession relève place flambeau"),
        "stead": words("place remplacement lieu"),
        "lead": without(
            verbs("diriger présider piloter codiriger coprésider gérer chapeauter superviser conduire mener animer cornaquer"),
            "président coprésident dirigeant dirigeants gérant gérants mené menée menés menées mène mener menait conduit conduite conduits",
        ),
        "officiate": verbs("officier exercer sévir opérer travailler siéger figurer"),
        "count": verbs("compter figurer ranger"),
        "find": verbs("tenir avoir trouver accueillir choisir dévoiler donner doter offrir dénicher"),
        "watch": verbs("veiller présider"),
        "sit": verbs("siéger"),
        "see": verbs("voir"),
        "settle": verbs("installer asseoir glisser caler"),
        "climb": verbs("accéder monter grimper parvenir hisser"),
        "pass_on": verbs("passer"),
        "career": verbs("commencer débuter démarrer faire travailler entamer entrer œuvrer passer"),
        "choice": words("choix dévolu jeté porté arrêté tombé fixé"),
        "make": verbs("faire"),
        # no infinitive: "connu pour être le fondateur de"
        "is": without(verbs("être"), "être étant"),
        "remain": verbs("rester demeurer"),
        "entrust": verbs("confier attribuer remettre échoir revenir offrir proposer incomber déléguer")
        | words("ira irait iront allait"),
        "tip": verbs("circuler évoquer citer annoncer pressentir favoriser") | words("favori favorite cité citée"),
        "part": words(
            "filiale division branche antenne entité direction activité activités pôle bureau équipe site unité "
            "département conseil comité agence studio laboratoire centre service business région zone usine campus "
            "rédaction édition marque holding"
        ),
        "arm": words("filiale division branche antenne entité pôle"),
        "body": words(
            "communauté chambre syndicat tribunal barreau port parc club ligue ordre cour coopérative caisse réseau label "
            "musée théâtre festival concours hôpital clinique aéroport union fédération métropole mairie ville conseil comité"
        ),
        "area": words("région ville métropole commune département pays agglomération communauté province canton état"),
        "quality": words(
            "actuel actuelle nouveau nouvelle nouvel futur future prochain prochaine ancien ancienne ex ex- jeune "
            "emblématique charismatique discret discrète bouillant bouillante fringant fringante historique "
            "puissant puissante influent influente très fraîchement propre premier première également aussi "
            "lui-même elle-même désormais toujours encore autre tout toute"
        ),
        "plurals": words(
            "fondateurs fondatrices cofondateurs cofondatrices co-fondateurs co-fondatrices présidents coprésidents "
            "coprésidentes directeurs directrices codirecteurs dirigeants codirigeants associés associées gérants cogérants "
            "administrateurs administratrices patrons responsables chercheurs analystes avocats vice-présidents membres partners"
        ),
        "civic": words("maire maires préfet préfète gouverneur gouverneure bourgmestre député députée sénateur sénatrice"),
        "front": words(
            "à la fois tour longtemps aujourd'hui actuel actuelle ancien ancienne ex ex- toujours également jusque-là "
            "jusqu' ici alors d'abord désormais hier naguère autrefois par ailleurs depuis premier première vice"
        ),
        "fellow": words("associé associée associés conseiller conseillère avocat avocate"),
        "state": words("président présidente roi reine chancelier chancelière"),
        "coming": words("nouveau nouvelle nouvel futur future prochain prochaine"),
    },
    rules=APPOSITION + LINES + HOLDING + APPOINTED + LEAVING + DISCOURSE,
    examples=(
        "[Claire Aubin|person], [directrice générale|role] de [Norlys|company], salue ce choix.",
        "Le [PDG|role] de [Norlys|company], [Marc Tissier|person], l'a confirmé.",
        "[Norlys|company] nomme [Claire Aubin|person] [directrice financière|role].",
        "[Claire Aubin|person] rejoint [Norlys|company] en tant que [directrice marketing|role].",
        "C'est à [Marc Tissier|person] que [Norlys|company] confie sa [direction technique|role].",
        "[Marc Tissier|person] n'est plus [président|role] de [Norlys|company].",
        "[Marc Tissier|person] (ex-[directeur financier|role] de [Norlys|company]) investit.",
        "« Nous recrutons », dit [Paul Roux|person]. Le [patron|role] de [Norlys|company] insiste.",
    ),
    counter_examples=(
        "Norlys ouvre un bureau à Lyon.",
        "Marc Tissier rejoint l'école de son quartier.",
        "La direction de Norlys n'a pas souhaité répondre à Marc Tissier.",
        "Norlys prend la tête du classement devant Kalio.",
        "Marc Tissier, ingénieur de formation, a conseillé Norlys.",
    ),
)  # fmt: skip
