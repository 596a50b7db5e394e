"""Who takes over from whom: no fact of its own, it gives each the other's function."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, without, words

RELATION = RelationType(
    name="succession",
    slots={"successor": "PER", "predecessor": "PER"},
    distinct=(("successor", "predecessor"),),
    hidden=True,
    words={
        "succeed": without(verbs("succéder remplacer relayer suppléer chasser détrôner"), "remplaçant suppléant"),
        "replace": without(verbs("remplacer relayer suppléer"), "remplaçant suppléant remplace-t-on"),
        "take": verbs("prendre assurer reprendre"),
        "pass": verbs("passer transmettre céder laisser confier remettre abandonner rendre léguer"),
        "make": verbs("faire"),
        "relay": words("suite relais succession relève place flambeau témoin"),
        "baton": words("relais flambeau témoin main place fauteuil siège rênes clés clefs commandes direction présidence barre manettes gouvernail poste tête"),
        "vacate": verbs("libérer quitter laisser abandonner occuper céder délaisser"),
        "inherit": verbs("prendre reprendre récupérer hériter occuper"),
        "predecessor": words("prédécesseur prédécesseure prédécesseuse devancier devancière"),
        "successor": words("successeur successeure successeuse remplaçant remplaçante"),
    },
    rules=(
        Rule("succeeds", "{successor^} @succeed à? ~1 {predecessor!}", weight=0.9, verb="succeed"),
        # succède en janvier à Paul Roux · remplace au poste de directeur Paul Roux
        Rule("succeeds_far", "{successor^} @succeed ~8!#P|par|selon|pour|à {predecessor!}", weight=0.8, verb="succeed"),
        Rule("succeeds_to_far", "{successor^} @succeed ~4!#P|par|selon|pour à {predecessor!}", weight=0.86, verb="succeed"),
        Rule("succeeds_post_of", "{successor^} @succeed ~1 à|au|aux ~1 @def? ~2 de|d'? #R|#N ~3!#P|par {predecessor!}", weight=0.84, verb="succeed"),
        Rule("takes_his_place", "{successor^} {predecessor~} @take @poss @relay|@baton", weight=0.8, verb="take"),
        Rule("takes_over", "{successor^} @take ~2 @relay de|d' ~1 {predecessor!}", weight=0.88, verb="take"),
        Rule("in_place", "{successor} ,? ~~14 à la place|suite de|d' ~1 {predecessor!}", weight=0.8),
        Rule("instead", "{successor} ,? ~~14 en remplacement|lieu et? place? de|d' ~1 {predecessor!}", weight=0.88),
        Rule("replaced_by", "{predecessor} ~4 @succeed:pp par ~3 {successor!}", weight=0.88, verb="succeed"),
        Rule("replaced_far", "{predecessor=passive} @succeed:pp ~2 par ~3 {successor!}", weight=0.84, verb="succeed"),
        Rule("role_replaced", "{predecessor<} ^ @def #R ~8 @succeed:pp ~4 par ~4 ,? {successor!}", weight=0.8, nominal=True),
        Rule("and_replaced", "{predecessor~} l' ~1 @succeed:pp ~1 par ~2 {successor!}", weight=0.84, nominal=True),
        Rule("to_succeed", "{successor!} ,? ~~10 pour|à @succeed ~2 à? {predecessor!}", weight=0.8, verb="succeed"),
        Rule("passes", "{predecessor^} @pass ~3 @baton ~~8 à ~3 ,? {successor!}", weight=0.9, verb="pass"),
        # s'apprête à remettre les clés de X à celui que tout désignait : Paul Roux
        Rule("passes_to_one", "{predecessor^} @pass ~3 @baton ~~8 à celui|celle|ceux ~~8 :|, {successor!}", weight=0.9),
        Rule("makes_way", "{predecessor^} @make place à ~2 ,? {successor!}", weight=0.86),
        # quitte la direction commerciale, que récupère Anne Roche · …, confiée à Anne Roche
        Rule("inherited", "{predecessor^} @vacate ~3 #N|#R ~~6 , que|qu' ~2 @inherit ~1 {successor!}", weight=0.86, verb="vacate"),
        Rule("inherited_by", "{predecessor^} @vacate ~3 #N|#R ~~6 , @inherit:pp|@pass:pp ~1 à|par ~3 ,? {successor!}", weight=0.86, verb="vacate"),
        # À Paul Roux succède Anne Roche · Après Paul Roux, c'est Anne Roche qui présidera X
        Rule("succeeds_inverted", "^ à {predecessor!} ,? ~~14 @succeed ~2 {successor!}", weight=0.88, verb="succeed"),
        Rule("steps_aside", "{predecessor^} s' ~1 efface|effacera|effacé|incline devant ~2 ,? {successor!}", weight=0.86),
        Rule("finds_successor", "à {predecessor!} ~~16 @successor :|, {successor!}", weight=0.84, negative=True),
        Rule("to_whom_he_succeeds", "{successor~} {predecessor!} , auquel|à qui? ~1 @succeed", weight=0.84, verb="succeed"),
        Rule("whom_he_succeeds", "{successor~} celui|celle à qui ~2 @succeed ,? {predecessor!}", weight=0.84, verb="succeed"),
        Rule("after_one", "après {predecessor!} , c' est ~~4 {successor!} ,? qui|à", weight=0.8),
        Rule("between", "entre {predecessor!} et {successor!} ,? ~~6 passation|passage|transition|relève|succession", weight=0.8),
        Rule("in_his_seat", "{successor!} ~~10 dans|sur @def? fauteuil|siège|costume|bureau|pas de|d' {predecessor!}", weight=0.74),
        Rule("passes_it", "{predecessor!} le|la|les|l' ~1 @pass ~4 à ~1 {successor!}", weight=0.84, verb="pass"),
        # Paul Roux part. Anne Roche lui succède · l'a remplacé
        Rule("succeeds_him", "{successor^} {predecessor~} lui ~1 @succeed", weight=0.8, verb="succeed"),
        Rule("replaces_him", "{successor^} {predecessor~} le|la|l' ~1 @replace", weight=0.76, verb="replace"),
        Rule("passes_noun", "passage|passation ~~8 {predecessor!} ~~8 à ~3 {successor!}", weight=0.6),
        Rule("seat_left", "{successor~} @baton que|qu' ~1 {predecessor!} ~2 @vacate", weight=0.84),
        Rule("seat_left_by", "{successor~} @baton @vacate:pp|vacant|vacante ~3 par {predecessor!}", weight=0.84),
        Rule("in_favour", "{predecessor!} ~~8 à|au profit|bénéfice de|d' ~1 {successor!}", weight=0.88),
        Rule("his_predecessor", "{successor~} @poss @predecessor ,? {predecessor!}", weight=0.84),
        Rule("predecessor_after", "{successor~} {predecessor!} , @poss @predecessor", weight=0.84),
        Rule("his_successor", "{predecessor~} @poss @successor ,|: ~3 {successor!}", weight=0.84),
        Rule("his_successor_is", "{predecessor~} @poss @successor @be ~2 {successor!}", weight=0.86, nominal=True),
        Rule("his_successor_tight", "{predecessor~} @poss @successor {successor!}", weight=0.84),
        Rule("successor_after", "{predecessor~} {successor!} , @poss @successor", weight=0.8),
        Rule("successor_of", "{successor!} ,|(|est|devient|sera ~2 @successor de|d' {predecessor!}", weight=0.84),
        Rule("successor_of_before", "@successor de|d' {predecessor!} ,|est|sera|: {successor!}", weight=0.84),
        Rule("predecessor_of", "@predecessor de|d' {successor!} , {predecessor!}", weight=0.84),
    ),
    examples=(
        "[Claire Aubin|successor] succède à [Marc Tissier|predecessor].",
        "[Marc Tissier|predecessor] passe le flambeau à [Claire Aubin|successor].",
    ),
    counter_examples=("La 5G succède à la 4G.",),
)  # fmt: skip
