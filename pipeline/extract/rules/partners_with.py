"""Who enters a named partnership with whom."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

RELATION = RelationType(
    name="partners_with",
    slots={"a": "ORG", "b": "ORG"},
    distinct=(("a", "b"),),
    words={
        "ally": verbs("associer allier unir rapprocher"),
        "sign": verbs("signer conclure nouer annoncer sceller lancer établir former dévoiler"),
        "pact": words("partenariat partenariats alliance alliances accord coentreprise co-entreprise joint-venture collaboration coopération consortium"),
        "cooperate": verbs("collaborer coopérer"),
    },
    rules=(
        Rule("pact_with", "{a^} @sign ~5 @pact ~6 avec @def? ~3 {b+}", weight=0.88, verb="sign"),
        Rule("pact_both", "{a!} et @def? ~4 {b!} ~3 @sign ~6 @pact", weight=0.9, verb="sign"),
        Rule("allies", "{a^} @ally ~3 à|au|avec @def? ~4 {b+}", weight=0.82, verb="ally"),
        Rule("ally_both", "{a!} et @def? ~3 {b!} s' @ally", weight=0.84, verb="ally"),
        Rule("between", "@pact ~6 entre @def? ~2 {a!} et @def? ~3 {b!}", weight=0.88, nominal=True),
        Rule("nominal_with", "{a~} @pact ~5 avec @def? ~3 {b!}", weight=0.66, nominal=True),
        Rule("in_partnership", "{a^} en partenariat avec @def? ~2 {b!}", weight=0.66),
        Rule("cooperates", "{a^} @cooperate ~3 avec @def? ~3 {b+}", weight=0.6, verb="cooperate"),
    ),
    examples=("[Norlys|a] annonce un partenariat avec [Kalio|b].",),
    counter_examples=("Norlys est partenaire officiel du festival.",),
)  # fmt: skip
