"""Who takes over from whom: no fact of its own, it gives the predecessor the successor's function."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="succession",
    slots={"successor": "PER", "predecessor": "PER"},
    distinct=(("successor", "predecessor"),),
    hidden=True,
    words={
        "succeed": verbs("succéder remplacer relayer"),
        "take": verbs("prendre assurer reprendre"),
        "relay": words("suite relais succession relève place flambeau"),
        "predecessor": words("prédécesseur prédécesseure prédécesseuse devancier"),
        "successor": words("successeur successeure successeuse remplaçant remplaçante"),
    },
    rules=(
        Rule("succeeds", "{successor^} @succeed à? ~1 {predecessor!}", weight=0.9, verb="succeed"),
        Rule("takes_over", "{successor^} @take ~2 @relay de|d' ~1 {predecessor!}", weight=0.88, verb="take"),
        Rule("in_place", "{successor} ,? ~~12 à la place|suite de|d' ~1 {predecessor!}", weight=0.8),
        Rule("replaced_by", "{predecessor} ~4 @succeed:pp par ~3 {successor!}", weight=0.88, verb="succeed"),
        Rule("to_succeed", "{successor!} ,? ~~10 pour @succeed ~2 à? {predecessor!}", weight=0.8, verb="succeed"),
        Rule("his_predecessor", "{successor~} @poss @predecessor ,? {predecessor!}", weight=0.84),
        Rule("predecessor_after", "{successor~} {predecessor!} , @poss @predecessor", weight=0.84),
        Rule("his_successor", "{predecessor~} @poss @successor ,? {successor!}", weight=0.8),
    ),
    examples=("[Claire Aubin|successor] succède à [Marc Tissier|predecessor].",),
    counter_examples=("La 5G succède à la 4G.",),
)  # fmt: skip
