"""Word classes that every rule may use."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import Words, verbs, words
from pipeline.french.words import ORG_NOUNS

SHARED: Mapping[str, Words] = {
    "det": words("le la l' les un une des du d' de ce cet cette ces son sa ses leur leurs notre nos mon ma"),
    "poss": words("son sa ses leur leurs notre nos"),
    "def": words("le la l' les du des au aux"),
    "in": words("à au aux en dans sur vers près"),
    "sep": words(", et ou puis ainsi que qu' mais aussi enfin encore également à en au aux la le l' les dans de du d' notamment dont ni & + /"),
    "of": words("de d' du des"),
    "be": verbs("être"),
    "have": verbs("avoir"),
    "become": verbs("devenir"),
    "say": verbs(
        "expliquer déclarer souligner confier raconter préciser ajouter affirmer indiquer assurer estimer "
        "commenter résumer poursuivre rappeler noter observer insister plaider détailler témoigner conclure "
        "argumenter avancer juger regretter promettre prévenir glisser admettre nuancer dire annoncer révéler "
        "rapporter réagir analyser juger énumérer saluer lancer écrire accuser lâcher tonner marteler souffler "
        "exclamer sourire soupirer trancher plaisanter ironiser tempérer relativiser fulminer justifier confirmer "
        "renchérir abonder enchaîner rétorquer répliquer jurer pester râler confesser reconnaître trancher asséner"
    ),
    "orgn": words(" ".join(ORG_NOUNS)),
    "former": words("ancien ancienne anciens anciennes ex ex- anciennement précédemment auparavant jadis naguère autrefois"),
    "new": words("nouveau nouvelle nouvel nouveaux nouvelles futur future prochain prochaine"),
    "adv": words("aussi également désormais déjà bientôt encore officiellement récemment ensuite puis enfin ainsi notamment donc alors toujours aujourd'hui actuellement depuis prochainement"),
    "minister": words("ministre"),
    # Filled from the lexicon by the masker: adjectives of nationality, of a city, of either.
    "nat": words(),
    "dem": words(),
    "origin": words(),
    "until": words("jusqu' jusque jusqu'ici jusqu'alors jusque-là"),
}  # fmt: skip
