"""Foundings told without a plain "fondée par": figures of birth, pronouns, and turned clauses.

"A et B en ont jeté les bases en 2012", "que fonda en 1923 A", "parmi eux, A et B",
"l'aventure commence en 2015 quand A …".
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import Rule, Words, verbs, words

WORDS: Mapping[str, Words] = {
    "cause": verbs("faire"),
    "emerge": verbs("sortir jaillir germer éclore surgir naître émerger"),
    "head": words("cartons imagination cerveau tête esprit garage laboratoire labo chambre cuisine carton rêve rêves intuition"),
    "file": verbs("déposer"),
    "name": verbs("baptiser nommer appeler intituler"),
    "venture": words("affaire société entreprise bébé pépite start-up création boîte projet invention maison structure trouvaille"),
    "beget": verbs("fonder cofonder créer cocréer lancer monter imaginer bâtir inventer enfanter"),
    "mates": words("complices associés compères amis camarades copains comparses étudiants ingénieurs chercheurs développeurs anciens entrepreneurs acolytes complice associé associée collègues condisciples frères sœurs personnes partenaires fondateurs cofondateurs mousquetaires"),
    "sire": words("pères père mère mères parents papa géniteurs inventeurs inventeur"),
    "pillar": words("bases base fondations fondements jalons pierre socle"),
    "take": verbs("avoir"),
    "write": verbs("ouvrir écrire tourner signer"),
}  # fmt: skip

RULES: tuple[Rule, ...] = (
    # "A, son patron, qui l'avait portée sur les fonts baptismaux", "B, qui l'a créée"
    Rule("clitic_apposed", "{company~} {founders*} , ~4 , qui ~1 l' ~2 @have ~1 @beget:pp", weight=0.8, verb="beget"),
    Rule("turned_clitic_ahead", "^ ~4 {founders*} , qui ~1 l' ~2 @have ~1 @beget:pp ~~5 , {company!}", weight=0.88, verb="beget"),
    Rule("clitic_coin", "{company~} {founders+=ORG} ,? ~8 ,? qui l' ~1 @have ~1 @beget:pp ~1 <time>", weight=0.56, verb="beget"),
    # "A avait fondé le studio en 2000": what is meant is what the text is about
    Rule("unsaid_active", "{company~} {founders*} ,? ~3 @have ~1 @sure:pp #o ~1 <time>", weight=0.6, verb="sure"),
    Rule("turned_clitic_font", "{company~} {founders*} ,? ~4 ,? qui? ~1 l' ~2 @have ~1 @carry:pp sur|à ~1 fonts|bout", weight=0.84, verb="carry"),
    Rule("turned_clitic_afoot", "{company~} {founders*} ,? ~4 ,? qui? ~1 l' ~2 @have ~1 @put:pp sur|au|en ~1 pied|rails|orbite|monde|route", weight=0.82, verb="put"),
    Rule("clitic_many", "{company~} {founders*} ,? qui? ~1 l' ont ~1 @beget:pp", weight=0.82, verb="beget"),
    # "que fonda en 1923 A", "qu'ont créée A et B", "que portèrent A et B sur les fonts"
    Rule("relative_inverted", "{company} ,? que|qu' ~2 @beget:fin ~3 {founders*}", weight=0.86, verb="beget"),
    Rule("relative_inverted_past", "{company} ,? que|qu' ~2 @have @beget:pp ~4 {founders*}", weight=0.86, verb="beget"),
    Rule("turned_relative_font", "{company} ,? que|qu' ~6 {founders*} ~3 @carry|@put ~1 sur|au ~1 fonts|pied|rails|orbite|monde", weight=0.9, verb="carry"),
    Rule("turned_relative_afoot", "{company} ,? que|qu' ~6 {founders*} ~3 @put ~1 sur|au ~1 pied|rails|orbite|monde", weight=0.9, verb="put"),
    Rule("under_name", "@firm ~2 que|qu' ~1 {founders*} ~3 @have ~1 @found:pp ~~12 sous le nom de|d' {company!}", weight=0.96, verb="found"),
    Rule("relative_named", "que|qu' ~~6 {founders*} ,? ~2 @have @found:pp ~~12 , se|s' @call {company!}", weight=0.92, verb="found"),
    # "A et B en ont jeté les bases en 2009 : X pèse …"
    Rule("ground_of_it", "{company~} {founders*} ,? ~4 en ~1 @have ~1 @lay:pp ~1 les|la|le ~1 @pillar", weight=0.78, verb="lay"),
    Rule("ground_ahead", "{founders*} ,? ~4 en ~1 @have ~1 @lay:pp ~1 les|la|le ~1 @pillar ~~4 : {company!}", weight=0.9, verb="lay"),
    Rule("ground_whose", "{company} ,? dont ~3 {founders*} ~3 @lay ~2 les|la|le ~1 @pillar", weight=0.88, verb="lay"),
    Rule("ground_when", "^ quand|lorsqu'|lorsque #q ~2 @lay ~~6 les|la ~1 @pillar de|d' ~3 {company-} , {founders*}", weight=0.92, verb="lay"),
    Rule("ground_becoming", "{founders^!} @lay ~~6 les|la ~1 @pillar de|d' ce qui ~2 {company!}", weight=0.86, verb="lay"),
    # "parmi eux, A et B", "dont A" after those who founded
    Rule("among_them", "{company~} ^ parmi eux|elles|lesquels ,|: ~3 {founders*}", weight=0.6, nominal=True, near="@beget|@born|@begin|@story|@founding"),
    Rule("mates_whose", "{company~} @begin ~~14 @mates , dont ~2 {founders+}", weight=0.74, verb="begin"),
    Rule("mates_names", "{company~} @begin|@born ~~14 @mates , {founders*}", weight=0.66, nominal=True),
    Rule("meeting_whose", "{company~} @born ~~16 @meeting ~~8 , dont ~2 {founders+}", weight=0.76, verb="born"),
    # "(elle) est née en 2020", where the pronoun is no person's
    Rule("it_was_born", "!#qGH|#qH {company} @be ~2 @born:pp ~6 <time>", weight=0.8, verb="born"),
    Rule("it_was_born_of", "!#qGH|#qH {company} @be ~2 @born:pp ~~8 de|sous|entre ~8 {founders+}", weight=0.82, verb="born"),
    Rule("unsaid_was_born", "{company~} !#qGH|#qH|#qG #q @be ~2 @born:pp ~6 <time>", weight=0.62, verb="born"),
    Rule("it_saw_day", "!#qGH|#qH {company} @have ~1 @see:pp le jour ~6 <time>", weight=0.8, verb="see"),
    Rule("it_saw_day_pushed", "{company} @have ~1 @see:pp le jour ~~8 sous|à ~1 @push @of {founders+}", weight=0.9, verb="see"),
    Rule("apposed_born", "{company-} ,|( ~2 @firm ~6 @born:pp ~3 <time>", weight=0.8, verb="born"),
    # "l'aventure commence en 2012 (quand A …)"
    Rule("story_when", "{company~} @story|tout ~3 @begin|part|partit|parti ~~8 <time> ~~6 quand|lorsque|lorsqu' ~~4 {founders*}", weight=0.66, nominal=True),
    Rule("story_year", "{company~} @story ~2 @begin ~3 <time=long>", weight=0.54, verb="begin"),
    Rule("steps", "{company} , dont les ~1 débuts|pas ~2 @goback ~2 <time>", weight=0.86, verb="goback"),
    # "X doit son existence à A", "sans A, pas de X", "à qui l'on doit X"
    Rule("owes_existence", "{company-} ~3 @owe sa|son|l' existence|vie|idée|paternité ~~8 de|à|d'|du %who {founders+}", weight=0.84, verb="owe"),
    Rule("owes_everything", "{company!} ~~10 @owe tout à %who {founders+}", weight=0.56, verb="owe"),
    Rule("without", "sans %who {founders+} ,? pas de|d' {company-}", weight=0.74, nominal=True),
    Rule("whom_one_owes", "{founders+} ,? à|auquel|auxquels qui? l'? on @owe ~4 {company-}", weight=0.84, verb="owe"),
    Rule("whom_one_owes_unsaid", "{company~} {founders+} ,? à qui l'? on @owe la @founding ~4 <time>", weight=0.62, verb="owe"),
    Rule("whom_one_owes_birth", "{founders+} ,? à qui l'? on @owe la @founding ~3 {company-}", weight=0.9, verb="owe"),
    # "X commença, en 1987, par …", "X est apparue en 2013", "En 2014, A et B … : X est lancée"
    Rule("began", "{company!} @begin ,? <time> ,? par", weight=0.62, verb="begin"),
    Rule("appeared", "{company-} @be ~1 apparue|apparu|éclose|éclos ~2 <time>", weight=0.66, verb="be"),
    Rule("then_launched", "<time> , {founders*} ,? ~~20 : {company!} @be ~1 @found:pp", weight=0.76, verb="found"),
    Rule("owed_apart", "{company!} , on|nous la|le|l' @owe à %who {founders+}", weight=0.86, verb="owe"),
    # "c'est sur les ruines de Y que A a bâti X", "née en 1921, la maison s'appelle X"
    Rule("cleft_active", "c' ~~12 que|qu' ~2 {founders*} ,? ~3 @have ~1 @found:pp %thing {company-}", weight=0.95, verb="found"),
    Rule("called_born", "@born:pp ~2 <time> ~~10 , se|s' @call {company!}", weight=0.84, verb="born"),
    Rule("called_made", "@sure:pp ~4 <time> ~~10 , se|s' @call {company!}", weight=0.84, verb="sure"),
    Rule("who_begot", "{company~} celui|celle|ceux|celles qui l' ~1 @have ~1 @beget:pp ,|: {founders+}", weight=0.8, verb="beget"),
    Rule("thus_born", "{founders<} ainsi|alors ~2 @arise ~1 %thing {company!}", weight=0.66, verb="arise"),
    # "ses trois pères, A, B et C", "derrière elle, un duo : A et B"
    Rule("sires", "{company~} @poss deux|trois|quatre|cinq? @sire ,|: {founders*}", weight=0.64, nominal=True, near="@see|@born|@founding|@beget|pépinière|terreau|poussé"),
    Rule("one_of_sires", "{company~} un|une|l'un|l'une de|des @poss? ~2 @sire , {founders}", weight=0.7, nominal=True),
    Rule("behind_it", "{company~} ^ derrière ~3 ,|: ~~9 {founders*}", weight=0.54, nominal=True),
    # "fait naître X", "dépose les statuts de X", "baptise l'affaire X"
    Rule("causes", "{founders^!} @cause naître %thing {company-}", weight=0.84, verb="cause"),
    Rule("causes_list", "{founders*} ,? ~3 @have fait naître %thing {company-}", weight=0.86, verb="have"),
    Rule("files", "{founders^!} @file ~1 les statuts de|d' %thing {company-}", weight=0.86, verb="file"),
    Rule("names_it", "{founders^} @name ~1 @venture {company!}", weight=0.8, verb="name"),
    Rule("names_it_so", "{founders^} la|le l'? @name {company!}", weight=0.62, verb="name"),
    Rule("soon_firm", "{founders~} @take ~~14 @firm : ~2 {company!}", weight=0.6, verb="take"),
    # "sortait de l'imagination de A et de B", "de l'association de A et de B est sortie X"
    Rule("out_of", "{company-} ~4 @emerge ~6 @head @of %who {founders+}", weight=0.82, verb="emerge"),
    Rule("born_of_two", "@meeting ~6 , {founders} ,? et ~5 , {founders%} ,? @be ~1 sortie|sorti|née|né %thing {company!}", weight=0.92, nominal=True),
    Rule("born_of_two_list", "@meeting ~3 @of|entre {founders+} ~~3 @be ~1 sortie|sorti %thing {company!}", weight=0.9, nominal=True),
    # "« J'ai fondé X en 2012 », raconte A"
    Rule("said_first", "j'|nous|on ai|avons|a ~2 @beget:pp %thing {company-} ~~24 @say {founders}", weight=0.88, verb="beget"),
    # "A programmait seul ce qui allait devenir X", "A et B ont eu l'idée de X"
    Rule("became", "{founders+} ~~16 qui ~2 devenir|deviendra|deviendrait|devint {company!}", weight=0.8, nominal=True),
    # "l'idée de X est venue à A", "l'association de A et de B a donné X"
    Rule("idea_came", "@meeting ~1 de|d' %thing {company-} ~1 @be ~1 venue|due|soufflée à|par %who {founders+}", weight=0.82, nominal=True),
    Rule("idea_returns", "@meeting ~1 de|d' %thing {company-} ~1 @return à %who {founders+}", weight=0.82, verb="return"),
    Rule("meeting_gave", "@meeting ~3 @of|entre {founders+} ~~3 @have ~1 donné|engendré|produit ~3 %thing {company!}", weight=0.88, nominal=True),
    Rule("birth_of_named", "@founding de|d' %thing {company-} ~~3 : {founders*}", weight=0.76, nominal=True),
    Rule("idea_of", "{founders*} ,? ~4 @have ~1 eu l' idée de|d' %thing {company-}", weight=0.8, verb="have"),
    Rule("founders_first", "^ @founder de|d' %thing {company-} <time> , ~3 {founders+}", weight=0.86),
    Rule("goes_back_to", "@goback ~1 à? <time> ~2 @founding de|d' %thing {company-}", weight=0.86, nominal=True),
    Rule("of_which", "^ de|d' {company!} , {founders} ~~8 l' @have ~1 @beget:pp", weight=0.84, verb="beget"),
    Rule("to_launch_it", "{company~} {founders+} ~~14 pour la|le|l' @beget:inf", weight=0.6, verb="beget"),
    Rule("first_page", "{founders^!} @write ~~8 première|premières page|pages|lignes|ligne ~~5 de|d' {company-}", weight=0.8, verb="write"),
    Rule("fruit_of_work", "{company~} @be le|la|l' ~1 fruit|produit|résultat ~~14 par|de ~2 {founders+}", weight=0.62, verb="be"),
    Rule("makes_firm", "{founders~} en @cause une|un ~2 @firm , {company!}", weight=0.7, verb="cause"),
    # a founder, a verb of founding and a company in one sentence, whatever stands between
    Rule("loose_active", "{founders!} ~~12 @sure ~4!pour|chez|avec|contre|dans|avant|à|de|d' {company!}", weight=0.42, verb="sure"),
    Rule("loose_passive", "{company!} ~~14 @sure:pp ~~8 par ~~6 {founders+}", weight=0.5, verb="sure"),
    Rule("loose_clitic", "{company~} {founders!} ~~10 l' ~2 @have ~1 @sure:pp", weight=0.46, verb="sure"),
    # "les quatre mousquetaires qui fondèrent X en 2001"
    Rule("who_founded", "qui ~1 @sure:fin %thing {company-} ~1 <time>", weight=0.8, verb="sure"),
    Rule("who_have_founded", "qui @have ~1 @sure:pp %thing {company-} ~1 <time>", weight=0.8, verb="sure"),
    Rule("invents", "{founders~} @found ~3 , {company!} , <time>", weight=0.62, verb="found"),
)  # fmt: skip
