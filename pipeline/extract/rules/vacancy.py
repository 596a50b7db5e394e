"""Which function changes hands: no fact of its own, a handover told later says who is meant."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="vacancy",
    slots={"company": "ORG"},
    required=frozenset({"role"}),
    hidden=True,
    words={
        "get": verbs("avoir élire nommer désigner choisir trouver accueillir tenir"),
        "change": verbs("changer"),
        "lose": verbs("perdre remercier limoger"),
        "offer": verbs("offrir choisir donner trouver dénicher"),
        "seek": verbs("chercher rechercher attendre vouloir guetter"),
        "nth": words(
            "premier première deuxième troisième quatrième cinquième sixième nouveau nouvelle"
        ),
        "new": words("nouveau nouvelle nouvel"),
    },
    rules=(
        # Norlys a un nouveau président. Claire Aubin succède à Marc Tissier.
        Rule("gets_new", "{company^} @get ~1 un|une|son|sa|leur @new <role>", weight=0.8),
        Rule("changes", "{company^} @change de <role>", weight=0.8),
        # Norlys perd son directeur technique. Paul Roux quitte la société.
        Rule("no_more", "{company^} ne|n' a|ont|aura plus de|d' <role>", weight=0.8, negative=True),
        Rule("loses", "{company^} @lose @poss <role>", weight=0.8),
        # X s'offre son troisième directeur général. À Paul Roux succède Anne Roche.
        Rule("offers_itself", "{company^} se|s' @offer ~1 un|une|son|sa @nth <role>", weight=0.8),
        # X cherchait un patron. Ce sera Paul Roux. · C'était le nouveau directeur général. Son nom : …
        Rule("seeks", "{company^} @seek ~2 un|une|son|sa|@new ~1 <role>", weight=0.7),
        Rule("was_the_new", "{company~} c' était|est @def @new <role>", weight=0.7),
        Rule("new_of", "un|une @new <role> pour|chez|à @def? {company!}", weight=0.8),
    ),
    examples=("[Norlys|company] a élu son nouveau [président|role].",),
    counter_examples=("Norlys a un nouveau bureau.",),
)
