"""Who was meant: no fact of its own, it names the holder of a function told without a name."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, words

RELATION = RelationType(
    name="chosen",
    slots={"person": "PER"},
    hidden=True,
    words={
        "elect": words("élu élue lauréat lauréate gagnant gagnante recrue promu promue arrivant arrivante"),
        "named": words("nomme appelle nommera"),
    },
    rules=(
        # Norlys a un nouveau directeur général. Son nom : Paul Roux.
        Rule("name", "@poss nom :|,|est {person!}", weight=0.84),
        Rule("is_named", "se|s' @named {person!}", weight=0.8),
        Rule("will_be", "^ ~4 ce sera|fut {person!}", weight=0.76),
        Rule("will_be_then", ":|,|; ce sera|fut {person!}", weight=0.76),
        Rule("it_is", "^ c' est {person!} ,|.|qui|$", weight=0.6),
        Rule("the_elect", "@def ~1 @elect ,|:|est ~2 {person!}", weight=0.7),
        Rule("choice", "choix|dévolu ~4 sur {person!}", weight=0.8),
    ),
    examples=("Son nom : [Paul Roux|person].",),
    counter_examples=("Paul Roux a un nom.",),
)  # fmt: skip
