"""Who founded what, when, where."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

_WHEN = "<time>"

RELATION = RelationType(
    name="founded",
    slots={"company": "ORG", "founders": "PER", "place": "LOC"},
    optional=frozenset({"founders", "place"}),
    words={
        "found": verbs("fonder créer cofonder lancer constituer"),
        "sure": verbs("fonder cofonder créer"),
        "make": verbs("fonder créer cofonder lancer monter"),
        "founding": words("création fondation naissance"),
    },
    rules=(
        # Fondée en 2013 par A et B, X …
        Rule("opening_full", "@sure:pp ~2 <time> ,? ~2 par ~2 {founders+} ~~6 , @def? {company!}", weight=0.94, verb="sure"),
        Rule("opening_place_time", "@sure:pp ~1 <time> ~1 à {place} ~~8 , @def? {company!}", weight=0.92, verb="sure"),
        Rule("opening_time", "@sure:pp ~2 <time> ~~6 , @def? {company!}", weight=0.88, verb="sure"),
        Rule("opening_founders", "@sure:pp ~4 par ~2 {founders+} ~~8 , @def? {company!}", weight=0.86, verb="sure"),
        # X, fondée en 2013 par A
        Rule("passive_full", "{company} ,|( ~3 @found:pp ~2 <time> ~4 par ~2 {founders+}", weight=0.92, verb="found"),
        Rule("passive_full_plain", "{company} ~4 @found:pp ~2 <time> ~4 par ~2 {founders+}", weight=0.92, verb="found"),
        Rule("passive_time", "{company} ,|(? ~4 @found:pp ~3 <time>", weight=0.84, verb="found"),
        Rule("passive_founders_time", "{company} ,|(? ~4 @found:pp ~1 par ~2 {founders+} ~3 <time>", weight=0.92, verb="found"),
        Rule("passive_founders", "{company} ,|(? ~4 @found:pp ~4 par ~2 {founders+}", weight=0.86, verb="found"),
        Rule("passive_place", "{company} ,|(? ~4 @found:pp ~2 à {place} ~2 <time>", weight=0.9, verb="found"),
        Rule("born", "{company^} né|née|nés|nées ~4 <time>", weight=0.78),
        Rule("born_place", "{company^} vu|voit|vit|voyait ~1 jour ~3 à {place} ~3 <time>", weight=0.9),
        Rule("born_day", "{company^} vu|voit|vit|voyait ~1 jour ~5 <time>", weight=0.84),
        Rule("active", "{founders} ~6 @make ~3 {company!}", weight=0.74, verb="make"),
        Rule("active_relative", "{company} que|qu' ~4 {founders+} ~4 @make:pp", weight=0.84, verb="make"),
        Rule("founders_of", "{founders+} ~3 fondateurs|cofondateurs|co-fondateurs de|d' {company!}", weight=0.5),
    ),
    examples=("Fondée en [2013|year] par [Claire Aubin|founders], [Norlys|company] édite des logiciels.",),
    counter_examples=("Un argument fondé sur Norlys.",),
)  # fmt: skip
