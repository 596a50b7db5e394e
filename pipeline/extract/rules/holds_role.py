"""Who holds, takes or leaves which function at which organisation."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

# Between a function and its organisation: "PDG de X", "PDG du groupe X", "DSI chez X".
_AT = "de|d'|du|des|chez|à|au|pour @def?"
_VIA = "de|d'|du|des|au|à @def? @part ~3 de|d'|du|des @def?"
_NOT_AT = "!de|d'|du|des|chez"
_MINISTER = "<role=minister>"
_DET = "@det? @new?"


def _both(name: str, before: str, after: str, weight: float, **options: str) -> tuple[Rule, ...]:
    """A construction with its organisation said, said through a part of it, or left unsaid."""
    first, _, rest = before.partition(" ")
    unsaid = f"{first} {{company~}} {rest}" if first.endswith("^}") else f"{{company~}} {before}"
    return (
        Rule(name, f"{before} {_AT} {{company}} {after}".strip(), weight=weight, status=options.get("status")),
        Rule(f"{name}_part", f"{before} {_VIA} {{company}} {after}".strip(), weight=weight - 0.05, status=options.get("status")),
        Rule(f"{name}_unsaid", f"{unsaid} {_NOT_AT} {after}".strip(), weight=weight - 0.25, unless=_MINISTER, status=options.get("status")),
    )


RELATION = RelationType(
    name="holds_role",
    slots={"person": "PER", "company": "ORG"},
    required=frozenset({"role"}),
    statuses={"past": "incoming", "present": "incoming", "future": "incoming", "conditional": "incoming"},
    words={
        "appoint": verbs("nommer désigner élire choisir recruter embaucher débaucher bombarder propulser introniser sélectionner confirmer reconduire engager installer réélire parachuter coopter") | words("promu promue promus promues promeut pressenti pressentie"),
        "appointment": words("nomination arrivée recrutement promotion désignation élection embauche venue retour"),
        "join": verbs("rejoindre intégrer rallier"),
        "take": verbs("prendre reprendre assurer assumer récupérer décrocher obtenir hériter occuper exercer tenir accéder"),
        "hold": verbs("occuper exercer assurer cumuler tenir assumer"),
        "post": words("poste postes fonction fonctions rôle responsabilités titre mandat qualité siège fauteuil casquette charge"),
        "leave": verbs("quitter démissionner abandonner céder laisser libérer lâcher délaisser"),
        "succeed": verbs("succéder remplacer relayer"),
        "lead": verbs("diriger présider piloter codiriger coprésider gérer chapeauter superviser conduire mener animer"),
        "as": words("comme tant qualité titre poste"),
        "entrust": verbs("confier attribuer remettre échoir revenir"),
        "part": words("filiale division branche antenne entité direction activité activités pôle bureau équipe site unité département conseil comité agence studio laboratoire centre service"),
        "was": words("était étaient fut été"),
        "is": words("est sont demeure reste"),
        "pass": words("passé passée passés passées transfuge transfuges venu venue"),
    },
    rules=(
        # Jean Martin, PDG de X
        *_both("apposition", f"{{person}} ,|(|: {_DET} actuel|actuelle? <role+>", "", 0.93, status="current"),
        *_both("apposition_former", "{person} ,|( @det? @former|jusqu'ici|jusqu'alors @det? <role+>", "", 0.94, status="former"),
        *_both("apposition_future", "{person} ,|( @det? futur|future|nouveau|nouvelle|nouvel|prochain|prochaine @det? <role+>", "", 0.92, status="incoming"),
        # le PDG de X, Jean Martin
        *_both("before", "<role+>", ",? {person!}", 0.88, status="current"),
        Rule("before_former", f"@former <role+> {_AT} {{company}} ,? {{person!}}", status="former", weight=0.92),
        Rule("before_new", f"nouveau|nouvelle|futur|future|nouvel <role+> {_AT} {{company}} ,|:? {{person!}}", status="incoming", weight=0.92),
        Rule("before_unsaid_tight", "{company~} @def <role+> {person!}", status="current", weight=0.74, unless=_MINISTER),
        Rule("fronted", f"actuel|actuelle? <role+> {_AT} {{company}} , {{person}}", status="current", weight=0.86),
        Rule("minister_after", "{company=gov} {person!} ,|( @det? <role=minister>", status="current", weight=0.84),
        Rule("minister_before", "{company=gov} <role=minister> ,? {person!}", status="current", weight=0.84),
        Rule("line", "{person!} ,|-|–|: <role+> ,|-|–|@|( ~6 {company!} $", status="current", weight=0.86),
        Rule("line_company_first", "{company!} ,|-|–|: {person!} ,|( @det? <role+>", status="current", weight=0.84),
        Rule("possessive", "{company~} @poss @new? <role+> ,? {person!}", status="current", weight=0.86),
        Rule("possessive_former", "{company~} @poss @former <role+> ,? {person!}", status="former", weight=0.88),
        Rule("possessive_new", "{company~} @poss nouveau|nouvelle|futur|future <role+> ,? {person!}", status="incoming", weight=0.9),
        # Jean Martin (PDG de X) · Jean Martin (X), PDG · Jean Martin (PDG, X) · Jean Martin, X, PDG
        Rule("bracket_company", "{person!} ( {company!} ) ,|:? @det? <role+>", status="current", weight=0.9),
        Rule("bracket_role", "{person!} ( @det? <role+> ,|-|@|de|d'|chez @def? {company!} )", status="current", weight=0.92),
        Rule("signature", "{person!} ,|-|| <role+> ,|-|| {company!}", status="current", weight=0.85),
        Rule("career_former", f"{{person!}} ( @former ~6 <role> {_AT} {{company!}}", status="former", weight=0.92),
        Rule("career_more", f"{{person!}} ( @former ~~14 et|, @det? <role> {_AT} {{company!}}", status="former", weight=0.9),
        # second and third function of an apposition: "…, cofondateur de X et PDG de Y"
        Rule("second", f"{{person}} ,|( @det? ~12 ,|et ~2 <role> {_AT} {{company}}", status="current", weight=0.84),
        Rule("second_unsaid", f"{{person!}} ,|( ~8 et @det? <role> {_AT} {{company}}", status="current", weight=0.82),
        # est / était / devient
        *_both("copula", "{person} ~2 @is @adv? @adv? ~2 <role+>", "", 0.86, status="current"),
        *_both("copula_past", "{person} ~3 @was ~3 <role+>", "", 0.84, status="former"),
        *_both("become", "{person} ~4 @become ~3 <role+>", "", 0.88, status="incoming"),
        *_both("become_subject", "{person^} @become ~3 <role+>", "", 0.84, status="incoming"),
        *_both("was_subject", "{person^} @was ~3 <role+>", "", 0.72, status="former"),
        # nommé directeur de X · X nomme Jean Martin directeur
        *_both("appointed", "{person} ,? ~8 @appoint ~5 <role+>", "", 0.9, status="incoming"),
        Rule("company_appoints", "{company^} @appoint ~3 {person!} ,? ~5 <role+>", status="incoming", weight=0.9),
        Rule("company_appoints_before", "{company^} @appoint ~3 <role+> {person!}", status="incoming", weight=0.82),
        Rule("appoints_to", f"@appoint ~3 {{person!}} ~4 <role+> {_AT} {{company}}", status="incoming", weight=0.9),
        Rule("appointment_noun", f"@appointment de|d' {{person}} ,? ~6 <role+> {_AT} {{company}}", status="incoming", weight=0.92, nominal=True),
        Rule("appointment_noun_unsaid", "{company~} @appointment de|d' {person} ,? ~6 <role+>", status="incoming", weight=0.84, nominal=True),
        Rule("appointment_role_first", f"@appointment @of ~2 <role+> {_AT} {{company}} ,|: {{person!}}", status="incoming", weight=0.85, nominal=True),
        Rule("heading_appointed", "{company!} : {person!} ,? ~3 @appoint ~3 <role+>", status="incoming", weight=0.93),
        Rule("heading_new", "{company~} <role+> : {person!}", status="incoming", weight=0.66),
        Rule("has_new", "{company!} ~2 @have|tient|trouve|accueille ~1 @new|un|une @new? <role+> ,|: ~6 {person!}", status="incoming", weight=0.84),
        Rule("leaves_to_become", f"{{person!}} , parti|partie|partis ~6 @become|@join|diriger|présider ~2 <role+> {_AT} {{company}}", status="incoming", weight=0.94),
        Rule("takes_post_new", "{person^} @take ~3 <post> de|d' ~5 , {company!}", status="incoming", weight=0.86, verb="take"),
        # rejoint X en tant que directeur
        Rule("joins", "{person^} @join {company} ~6 <role+>", status="incoming", weight=0.9),
        Rule("joins_far", "{person^} @join ~3 {company} ,? en|au|comme|pour ~8 <role+>", status="incoming", weight=0.88),
        # prend la présidence de X
        *_both("takes_post", "{person^} @take ~3 <post>", "", 0.88),
        *_both("takes_function", "{person^} @take ~2 @post de|d' <role+>", "", 0.84),
        *_both("holds_function", "{person^} @hold ~3 @post de|d' <role+>", "", 0.84, status="current"),
        Rule("officiates", f"{{person}} ,? ~6 officie|exerce|sévit|officiait|exerçait ~5 comme <role+> chez|de|d'|du|pour @def? {{company}}", status="current", weight=0.86),
        # à la tête de X
        *_both("at_head", "{person!} ,? ~8 à|aux @def? <post>", "", 0.7, status="current"),
        # confie la direction à Jean Martin
        Rule("entrusts_post", "{company^} @entrust ~3 <post> ~6 à {person!}", status="incoming", weight=0.86),
        Rule("entrusts_role", "{company^} @entrust ~5 de <role> ~4 à {person!}", status="incoming", weight=0.86),
        Rule("cleft_entrusted", "à {person!} que|qu' ~2 {company!} ~~24 @entrust ~4 de <role+>", status="incoming", weight=0.86),
        # dirige X, dirigé par Jean Martin
        Rule("leads", "{person^} <role=lead> ~2 {company!}", status="current", weight=0.7, verb="lead"),
        Rule("led_by", "{company} ,|(? ~2 <role=lead> par {person}", status="current", weight=0.8, verb="lead"),
        # quitte la direction de X, démissionne de son poste de PDG
        *_both("leaves_post", "{person^} @leave ~4 <post>", "", 0.84, status="outgoing"),
        *_both("leaves_role", "{person^} @leave ~4 @post ~1 de|d' <role+>", "", 0.86, status="outgoing"),
        Rule("role_leaves", "{company~} <role> ,? {person!} ,? ~3 @leave", status="outgoing", weight=0.8),
        Rule("represented", "{company!} , représenté|représentée|représentés par {person!} , @det? <role+>", status="current", weight=0.92),
        # list of appointments: "Directeur financier : Jean Martin"
        Rule("nationality", "<role> {company=nat} ,? {person!}", status="current", weight=0.9),
        Rule("nationality_after", "{person!} , @det? <role> {company=nat}", status="current", weight=0.9),
        Rule("place_before", "<role> de|d'|du|des|à|au @def? {company=LOC} ,? {person!}", status="current", weight=0.7),
        Rule("place_after", "{person!} ,|( @det? <role+> de|d'|du|des|à|au @def? {company=LOC}", status="current", weight=0.72),
    ),
    examples=(
        "[Claire Aubin|person], [directrice générale|role] de [Norlys|company], salue ce choix.",
        "Le [PDG|role] de [Norlys|company], [Marc Tissier|person], l'a confirmé.",
        "[Norlys|company] nomme [Claire Aubin|person] [directrice financière|role].",
        "[Claire Aubin|person] rejoint [Norlys|company] en tant que [directrice marketing|role].",
        "[Marc Tissier|person] prend la [présidence|role] de [Norlys|company].",
    ),
    counter_examples=(
        "Norlys ouvre un bureau à Lyon.",
        "Marc Tissier rejoint l'école de son quartier.",
    ),
)  # fmt: skip
