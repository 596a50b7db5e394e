"""Functions that somebody holds or held: "est", "dirige", "à la tête de", careers."""

from __future__ import annotations

from pipeline.extract.relation import Rule
from pipeline.extract.rules.holds_role.frames import BEGUN, HELD, frame

HOLDING = (
    # est · était · sera · demeure · n'est plus
    *frame("copula", "{person} ~2 @is %being <function+>", weight=0.86, held=True, verb="is"),
    *frame("copula_subject", "{person^} @is %being <function+>", weight=0.8, held=True, verb="is"),
    *frame("remains", "{person^} @remain ~3 <function+>", weight=0.84, status="current"),
    *frame("no_more", "{person^} ne|n' @be ~1 plus ~1 <function+>", weight=0.9, status="former", verb="be", negative=True),
    *frame("soon_no_more", "{person^} ne|n' sera|seront ~2 plus ~1 <function+>", weight=0.92, status="outgoing", negative=True),
    *frame("not_only", "{person^} n' est pas seulement|uniquement|que ~1 <function+>", weight=0.92, status="current", negative=True),
    # dont il est le PDG · où il fut directeur
    Rule("relative", "{company!} ,? dont|où ~1 {person} ~2 @be %being <function+>", weight=0.92, statuses=HELD, verb="be"),
    Rule("relative_became", "{company!} ,? dont|où ~1 {person} ~3 @become ~3 <function+>", status="incoming", weight=0.93),
    Rule("relative_took", "{company!} ,? dont|où ~1 {person} ~3 @take ~3 <function+>", status="incoming", weight=0.92, verb="take"),
    Rule("thereof", "{company~} {person} ~1 en @be #D? !@become %being <function+>", weight=0.84, statuses=HELD, verb="be"),
    Rule("thereof_became", "{company~} {person} ~1 en @be? #D? @become ~3 <function+>", status="incoming", weight=0.86),
    Rule("thereof_of", "{person!} ~~12 {company!} ,? en @be #D? %being <function+>", weight=0.74, statuses=HELD, verb="be"),
    Rule("thereof_become", "{person!} ~~12 {company!} ,? en @become ~3 <function+>", weight=0.76, status="incoming"),
    Rule("thereof_takes", "{person!} ~~16 {company!} ,? en @take ~3 <function+>", status="incoming", weight=0.86),
    Rule("passed_through", "{company!} ,? dont|où|qu' #q @be ~3 <role+> , {person!}", weight=0.94, status="former"),
    Rule("he_who_was", "celui|celle qui @be ~4 <role+> %at {company} ,? {person!}", weight=0.92, statuses=HELD, verb="be"),
    Rule("known_as", "a|avait connu|connue ~3 <role+> %at {company} : {person!}", status="former", weight=0.93),
    Rule("it_is_she", "c' est {person} @def %qualified <role+> %at {company}", status="current", weight=0.88),
    # dirige, préside · dirigé par
    Rule("leads", "{person^} <role=lead> ~3 {company!}", weight=0.72, statuses=HELD, verb="lead"),
    Rule("leads_post", "{person^} @lead ~2 <post> ~~6 de|d'|du|des|chez @def? {company}", weight=0.78, statuses=HELD, verb="lead"),
    Rule("leads_thing", "{person^} <role=lead> à|aux @def? destinées %at {company}", weight=0.9, statuses=HELD, verb="lead"),
    Rule("leads_part", "{person^} <role=lead> ~2 @def @part ~4 de|d'|du|des|chez @def? {company!}", weight=0.76, statuses=HELD, verb="lead"),
    Rule("led_by", "{company} ,|(? ~3 <role=lead> ~1 par {person}", status="current", weight=0.82, verb="lead"),
    Rule("led_by_fronted", "^ ~2!est|était|sera|#q|#o|#O <role=lead> ~1 par {person} ,|et ~~8 {company!}", status="current", weight=0.8, nominal=True),
    Rule("leader_of", "celui|celle qui <role=lead> ~2 {company!} #D? , {person!}", weight=0.9, statuses=HELD, verb="lead"),
    Rule("led_now", "{company} ,? que|qu' {person} ~1 <role=lead>", weight=0.84, statuses=HELD, verb="lead"),
    Rule("led_inverted", "{company!} ,? que|qu' ~1 <role=lead> ~2 {person!}", weight=0.9, statuses=HELD, verb="lead"),
    Rule("led_inverted_unsaid", "{company~} , que|qu' ~1 <role=lead> ~2 {person!}", weight=0.6, statuses=HELD, verb="lead"),
    *frame("leads_domain_of", "{person^} @lead:fin ~2 %aside? @def <role=domain>", weight=0.76, held=True, verb="lead", unsaid=None),
    Rule("reigns", "{company!} ,? où|dont ~1 {person} ~1 @reign ~1 sur|à|aux @def <role=domain>", weight=0.76, statuses=HELD, verb="reign"),
    Rule("reigns_over", "{person^} @reign ~1 sur @def <role=domain> %at {company}", weight=0.76, statuses=HELD, verb="reign"),
    Rule("leads_domain", "{person^} {company~} @lead:fin ~1 @def <role=domain> ,|.|;|et|$", weight=0.7, statuses=HELD, verb="lead"),
    Rule("led_relative", "{company!} ,? que|qu' ~1 {person} ~1 @have ~1 <role=lead>", weight=0.86, status="former", verb="lead", nominal=True),
    # occupe le poste de, exerce les fonctions de, tient les rênes de
    *frame("holds_function", "{person^} @hold ~5 @post ~1 de|d' @det? <role+>", weight=0.87, held=True, verb="hold"),
    *frame("holds_post", "{person^} @hold ~3 <post>", weight=0.86, held=True, verb="hold"),
    *frame("officiates", "{person^} @officiate ~5 %as <role+>", weight=0.86, held=True, verb="officiate"),
    *frame("among", "{person^} @count parmi|à|au ~2 <role+>", weight=0.86, held=True, verb="count"),
    *frame("in_capacity", "{person!} ,? en @poss? qualité de|d' <role+>", weight=0.84, status="current"),
    Rule("had_there", "{company} ,? dont|où ~1 {person} ~2 @have ~2 <post>", weight=0.86, statuses=HELD, verb="have"),
    *frame("befell", "{person!} ~~6 , à qui @def? <function> ~2 @entrust", weight=0.8, status="current"),
    *frame("watches", "{person^} @watch ~1 à|aux @def? <post>", weight=0.84, held=True, verb="watch"),
    Rule("posts_at", "{person^} @hold ~3 @post ~1 chez|à|au @def? {company} ,? dont celui|celle|ceux de|d' <role>", weight=0.88, statuses=HELD, verb="hold"),
    Rule("sits", "{person^} @sit ~~10 {company!} ~2 %as <role+>", weight=0.84, statuses=HELD, verb="sit"),
    Rule("ensured", "<post> %at {company} ~2 @be ~1 assuré|assurée|exercé|exercée|tenue|occupée par {person}", weight=0.88, statuses=HELD, verb="be"),
    Rule("ensured_unsaid", "{company~} <post> @be ~1 assuré|assurée|exercé|exercée|tenue|occupée par {person}", weight=0.74, statuses=HELD, verb="be"),
    Rule("ensures_interim", "{person^} @hold ~1 <post> ~5!qui|que|qu'|dont|où de|d'|du|des|chez @def? {company}", weight=0.82, statuses=HELD, verb="hold"),
    Rule("affair_of", "<post> %at {company} ~1 @be ~4 affaire|œuvre|domaine de|d' {person}", weight=0.84, statuses=HELD, verb="be"),
    # X l'avait pour directeur · X a Jean Martin pour président
    Rule("had_as", "{person~} {company!} ,? qui? le|la|l'|les @have eu|eue|eus|eues ~3 pour|comme <role+>", status="former", weight=0.9),
    Rule("has_as", "{person~} {company!} ,? qui? le|la|l'|les @have:fin pour <role+>", weight=0.88, statuses=HELD, verb="have"),
    Rule("has_him_as", "{company!} ~1 @have:fin {person!} pour <role+>", weight=0.86, statuses=HELD, verb="have"),
    Rule("had_made", "{person~} {company!} ,? qui ~1 en|l'|le|la avait ~2 fait|nommé|nommée|promu|promue|recruté|recrutée|bombardé|bombardée|propulsé|propulsée ~4 <role+>", status="former", weight=0.86),
    # Jean Martin, que l'on connut directeur de X
    *frame("once_known", "{person!} , que|qu' ~2 @knew ~3 <role+>", weight=0.95, status="former"),
    # tient la DSI de X
    *frame("keeps", "{person^} @keep #D? ~2!de|d'|du|des|#P @def <role+>", weight=0.8, held=True, verb="keep", unsaid=None),
    # il coiffera le conseil en qualité de président
    *frame("leads_as", "{person^} @lead|@take|@hold ~6 %as <role+>", weight=0.82, held=True, verb="lead"),
    # pour Jean Martin, qui le dirige · il l'a présidé
    Rule("leads_it", "{company~} {person!} ,? qui ~1 le|la|l'|les ~1 <role=lead>", weight=0.78, statuses=HELD, verb="lead"),
    Rule("has_led_it", "{person^} {company~} le|la|l' @have ~1 <role=lead>", weight=0.7, statuses=HELD, verb="lead"),
    # Jean Martin, en charge des opérations chez X
    *frame("charged", "{person!} ,|( ~2 en charge|responsabilité de|d'|du|des @def? <role=domain>", weight=0.84, status="current"),
    # a conduit dix ans durant la direction financière de X
    *frame("has_led_post", "{person^} @have conduit|mené|animé|tenu|assuré|piloté|coiffé ~4 <post>", weight=0.86, status="former", unsaid=None),
    # Anne est PDG, Jean directeur technique et Luc directeur financier
    *frame("elliptic_chain", "#P #R ,|et et? {person!} <role>", weight=0.74, status="current"),
    *frame("elliptic_is", "@is #R ~~16 ,|et {person!} ,? <role>", weight=0.8, status="current"),
    # Jean Martin, dix ans trésorier de X
    Rule("years_as", "{person!} ,|( ~2 ans|mois|années durant? <role+> %at {company}", status="former", weight=0.88),
    # c'est à la direction de X que Jean Martin s'est fait un nom
    Rule("cleft_career", "c' est|était comme|à|aux ~1 @def? <function> %at {company} que|qu' {person!} ~3 fait|débuté|commencé|connu|appris|forgé|distingué|révélé|illustré", status="former", weight=0.9),
    # Passée par X, où elle dirigeait la recherche, Anne Roche …
    Rule("career_fronted", "^ ~2 {company!} ,? où|dont #q ~2 <role=lead> ~~24 , {person!}", weight=0.8, statuses=HELD, verb="lead"),
    Rule("career_fronted_was", "^ ~2 {company!} ,? où|dont #q ~1 @is %being <function+> ~~24 , {person!}", weight=0.8, statuses=HELD, verb="is"),
    # à la tête de X, aux commandes de X
    Rule("head_found", "à|aux @def? <post> %at {company} ,? on? trouve|retrouve|officie|siège|règne|découvre ~2 {person!}", status="current", weight=0.86),
    Rule("head_far", "^ ~1 à|aux @def? <post> ~4!de|d'|du|des , {person!} ~~14 {company!}", status="current", weight=0.55, negative=True),
    Rule("put_at_its_head", "{company~} @appoint ~3 à @poss <post> ~3 {person!}", status="incoming", weight=0.84),
    Rule("at_its_head", "{company~} à @poss <post> ,|:? ~5 ,|:? {person!}", status="current", weight=0.8),
    *frame("at_head", "{person!} ,|(? ~8!qui|que|qu'|se|s' à|aux @def? <post>", weight=0.7, status="current"),
    Rule("head_fronted", "^ ~~3 à|aux @def? <post> %at {company} ~~9 , {person}", status="current", weight=0.82),
    Rule("head_fronted_named", "à|aux|sur @def? <function> %at {company} ,? ~3!#P @appoint !par ~2!par {person!}", status="incoming", weight=0.84, verb="appoint"),
    Rule("head_fronted_unsaid", "^ {company~} à|aux @def? <post> ,|: ~2 {person!}", status="current", weight=0.6),
    # a troqué sa casquette de directeur de X pour celle de directeur de Y
    Rule("swaps", "{person^} @swap ~2 @post ~1 de|d' <role> %at {company}", status="former", weight=0.88),
    # la CTO de X — elle s'appelle Anne Roche —
    Rule("so_called", "@def <role> %at {company} ~3 se|s' appelle|nomme|appeler|nommer {person!}", status="current", weight=0.84),
    # avait commencé comme R chez X · chez X comme R
    Rule("career_as", "{person^} @career ~6 comme|en ~2 <role> %at {company}", statuses=BEGUN, weight=0.9, verb="career"),
    Rule("career_at", "{person^} @career ~5 chez|à|au|aux @def? {company} ,? ~2 %as <role>", statuses=BEGUN, weight=0.9, verb="career"),
    Rule("career_before", "{person^} @career ~~14 avant de|d' ~3 @take|@become|être ~3 <function> %at {company}", status="former", weight=0.92, verb="career"),
    Rule("entered_as", "{company} ,? %as stagiaire|apprenti|apprentie|simple? <role>", status="former", weight=0.5),
)  # fmt: skip
