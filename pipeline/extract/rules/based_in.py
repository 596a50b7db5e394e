"""Where a company is from, said in passing."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, words

RELATION = RelationType(
    name="based_in",
    timeless=True,
    slots={"company": "ORG", "place": "LOC"},
    words={
        "based": words("basé basée basés basées installé installée installés installées implanté implantée établi établie établis sis sise domicilié domiciliée localisé localisée situé située"),
        "seat": words("siège siège-social quartier-général"),
    },
    rules=(
        Rule("apposition", "{company} ,|(? ~6 @based à|en|au|aux|dans|près @det? ~1 {place}", weight=0.82),
        Rule("seat", "{company} ~3 dont ~1 @seat ~4 à|en|au|aux {place}", weight=0.85),
        Rule("has_seat", "{company^} a|a|ayant son @seat ~2 à|en {place}", weight=0.7),
        Rule("origin_in_phrase", "{company=dem}", weight=0.86),
        Rule("place_counts", "{place!} compte|abrite|héberge|recense ~8 licornes|start-up|startups|pépites|entreprises|sociétés ~~14 : {company+}", weight=0.74),
        Rule("origin_before", "le|la|l'|du|au {place=dem} {company!}", weight=0.82),
        Rule("origin_apposition", "{company!} ,|( @det? ~1 @orgn ~3 {place=dem}", weight=0.84),
        Rule("orgn_of", "{company!} ,|( @det? @orgn ~3 de|d' {place!} ,|)|.", weight=0.6),
    ),
    examples=("La start-up [lyonnaise|place] [Norlys|company] recrute.", "[Norlys|company], basée à [Lille|place], recrute."),
    counter_examples=("Le français Norlys recrute.",),
)  # fmt: skip
