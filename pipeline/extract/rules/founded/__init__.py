"""Who founded what, when, where."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words
from pipeline.extract.rules.founded.origins import RULES, WORDS

#: (name, element of the participle or finite verb without its mood, words that follow it):
#: the ways to say "fonder" with a direct object. Each yields every shape of :func:`_shapes`.
_FRAMES = (
    ("", "@found", ""),
    ("_afoot", "@put", "sur|au|en ~1 pied|rails|orbite|monde|route"),
    ("_font", "@carry", "sur|à ~1 fonts|bout"),
    ("_imagined", "@imagine", "~2 @found:pp"),
)


def _shapes(name: str, verb: str, tail: str) -> tuple[Rule, ...]:
    """Return the rules of one frame: active, passive, relative, apposed, opening the sentence."""
    pp, fin = f"{verb}:pp {tail}", f"{verb}:fin {tail}"
    # "lancer" is said of a product, too: with a year alone only these verbs tell of a founding
    sure = "@sure:pp" if verb == "@found" else pp
    rules = (
        # "Fondée en 2013 par A et B, X …", "Spin-off de l'Inria fondée par A, X …"
        ("opening_by", f"^ ~6!avoir|ayant {pp} %led? ~8!et par %who {{founders*}} ~~14 , %thing {{company-}}", 0.95),
        ("opening_by_apart", f"^ ~6!avoir|ayant {pp} ~4 , <time> , par %who {{founders*}} ~~14 , %thing {{company-}}", 0.95),
        # "Quatre ans après avoir été créée par A, X"
        ("opening_after", f"^ ~4 avoir|ayant été ~2 {pp} ~8!et par %who {{founders*}} ~~14 , %thing {{company-}}", 0.94),
        ("opening_time", f"^ ~6!avoir|ayant {sure} ~4 <time> ~~8 , %thing {{company-}}", 0.88),
        ("opening_time_last", f"^ ~3!avoir|ayant {sure} ~6 <time> , %thing {{company-}}", 0.88),
        # "X, fondée en 2013 par A", "X (créée par A …)", "X est une PME fondée par A"
        ("passive_by", f"{{company}} %link? {pp} %led? ~8!et par %who {{founders*}}", 0.92),
        ("passive_by_apart", f"{{company}} %link? {pp} ~4 , <time> , par %who {{founders*}}", 0.93),
        ("passive_by_coin", f"{{company}} %link? {sure} ~8 par le|la|l'? {{founders+=ORG}}", 0.86),
        ("passive_time", f"{{company}} %link? {sure} ~7 <time>", 0.84),
        ("passive_time_apart", f"{{company}} %link? {sure} ~3 , <time>", 0.8),
        # "la fintech X, lancée en 2016": of a weak verb the noun must say what was launched
        ("passive_time_noun", f"{{company=noun}} %link? {pp} ~7 <time>", 0.8),
        ("passive_year", f"{{company!}} %link {pp} ~7 <time=long>", 0.66),
        ("opening_year", f"^ ~6!avoir|ayant {pp} ~4 <time=long> ~~8 , %thing {{company-}}", 0.7),
        ("passive_time_apposed", f"{{company}} ,|( ~3 @firm ~5 {pp} ~7 <time>", 0.8),
        ("opening_time_noun", f"^ ~6!avoir|ayant {pp} ~4 <time> ~~8 , ~2 {{company=noun}}", 0.84),
        # "X n'a que deux ans : fondée par A, …"
        ("clause_by", f"{{company~}} :|;|–|— {pp} %led? ~8!et par %who {{founders*}}", 0.82),
        # "Filiale commune de A et de B, X a été créée"
        ("joint_of", f"^ ~2 @joint ~3 de|d'|entre {{founders+=ORG}} , %thing {{company!}} %link? {pp}", 0.94),
        # "A et B, tous deux anciens de Y, ont fondé X"
        ("active", f"{{founders^!}} {verb} {tail} %when? %thing {{company-}}", 0.84),
        ("active_noun", f"{{founders^!}} {verb} {tail} ~4 @firm ~5 %mark? {{company!}}", 0.82),
        ("active_with", f"{{founders^!}} {verb} {tail} %thing {{company-}} ~5 avec ~3 {{founders%}}", 0.88),
        ("active_list", f"{{founders*}} ,? ~~9 @have {pp} %when? %thing {{company-}}", 0.85),
        # "A fonde en 2014 avec B la plateforme X"
        ("active_with_between", f"{{founders^!}} {verb} {tail} %when? ,? avec ~2 {{founders%}} ,? %when? %thing {{company-}}", 0.9),
        ("active_list_noun", f"{{founders*}} ,? ~~9 @have {pp} ~4 @firm ~5 %mark? {{company!}}", 0.83),
        # "A a sauté le pas et fondé X"
        ("active_second", f"{{founders*}} ,? ~~9 @have ~6 et|puis ~1 {pp} %thing {{company-}}", 0.82),
        ("active_list_now", f"{{founders*}} {fin} %when? %thing {{company-}}", 0.86),
        # "Avec son associée B, A a fondé X"
        ("with_first", f"avec ~3 {{founders*}} ,? {{founders%}} ~5 {pp} %thing {{company-}}", 0.9),
        # "C'est un ancien de Y, A, qui a fondé X"
        ("cleft", f"{{founders*}} ,? qui @have? ~1 {verb} {tail} %thing {{company-}}", 0.88),
        # "X, que A et B ont fondée", "X, qu'il a fondée"
        ("relative", f"{{company}} ,? que|qu' ~3 {{founders*}} ,? ~3 @have {pp}", 0.9),
        ("relative_with", f"{{company}} ,? que|qu' ~3 {{founders}} ~3 @have {pp} ~5 avec ~3 {{founders%}}", 0.93),
        ("relative_pronoun", f"{{company}} ,? que|qu' {{founders}} ~3 @have {pp}", 0.9),
        # "Patronne de X, qu'elle a fondée en 2016, A …"
        ("relative_ahead", f"^ ~~6 {{company!}} ,? ~3 que|qu' @he ~2 @have {pp} ~~6 , {{founders!}}", 0.94),
        # "L'entreprise que A a fondée en 1987, X, …"
        ("relative_noun", f"@firm ~4 que|qu' ~3 {{founders*}} ,? ~3 @have {pp} ~~9 , {{company!}} ,", 0.94),
        ("relative_apposed", f"{{company!}} , ~3 @firm ~5 que|qu' ~3 {{founders*}} ,? ~3 @have {pp}", 0.94),
        ("relative_apposed_he", f"{{company!}} , ~3 @firm ~5 que|qu' {{founders}} ~3 @have {pp}", 0.94),
        # "A, qui l'a fondée en 2010", "depuis qu'A l'a fondée"
        ("clitic", f"{{company~}} {{founders+}} ,? qui? l' ~2 @have {pp}", 0.8),
        ("clitic_ahead", f"^ depuis|dès que|qu' {{founders+}} l' ~2 @have {pp} ~~6 , {{company!}}", 0.93),
        # "date à laquelle il a fondé X, A …", "ils sont trois à avoir fondé X : A, B et C"
        ("ahead", f"^ ~~12 @he ~1 @have {pp} %thing {{company!}} ~~4 ,|: {{founders!}}", 0.86),
        # "Quand il crée X, en 2009, A …"
        ("ahead_when", f"^ quand|lorsque|lorsqu' @he ~2 {verb} {tail} %thing {{company-}} ~~6 , {{founders*}}", 0.9),
        ("ahead_list", f"@he ~6 @have? {pp} %thing {{company!}} ~~4 : {{founders*}}", 0.93),
        # "A s'est associé à B pour créer X"
        ("joins", f"{{founders+}} ~~9 @join ~3 à|avec {{founders%}} ~4 pour {verb}:inf {tail} %thing {{company-}}", 0.93),
        # "En fondant X, A voulait …"
        ("gerund", f"^ ~2 en {verb}:ger {tail} %thing {{company-}} ~~9 , {{founders!}}", 0.86),
        ("gerund_after", f"{{founders+}} ,? ~9 en {verb}:ger {tail} %thing {{company-}}", 0.8),
        # "Renaudis et Kobold ont fondé X"
        ("active_coin", f"{{founders+=ORG}} ,? ~3 @have {pp} ~~4 @joint ~2 ,? ~2 {{company!}}", 0.9),
        ("active_coin_with", f"{{founders+=ORG}} @have {pp} ~1 avec {{founders%=ORG}} ~2 @joint ~2 ,? ~2 {{company!}}", 0.92),
        ("active_coin_now", f"{{founders+=ORG}} {fin} ~~4 @joint ~2 ,? ~2 {{company!}}", 0.88),
    )  # fmt: skip
    return tuple(_rule(f"{rule}{name}", pattern, weight) for rule, pattern, weight in rules)


#: What is founded or launched and no company, before a name: "le prix X, créé en 2015".
_OTHER = "@other ~1 #O|#o|#X ,|(? ~2!a|ont|avait @found:pp"


def _rule(name: str, pattern: str, weight: float) -> Rule:
    verb = next(c for c in ("sure", "found", "put", "carry", "imagine") if f"@{c}" in pattern)
    return Rule(name, " ".join(pattern.split()), weight=weight, verb=verb, unless=_OTHER)


_BIRTH = (
    # "X, née en 2018 à Lille", "X est née de la rencontre de A et B", "X voit le jour en 2009"
    Rule("born", "{company-} %link? @born:pp ~6 <time>", weight=0.84),
    Rule("born_apart", "{company-} %link? @born:pp ~6 , ~2 <time>", weight=0.8),
    Rule("born_of", "{company-} %link? @born:pp ~6 @meeting ~6 @of|entre {founders+}", weight=0.92),
    Rule("born_pushed", "{company-} %link? @born:pp ~3 sous|à ~1 @push @of {founders+}", weight=0.92),
    Rule("opening_born", "^ @born:pp ~9 <time> ~~12 , %thing {company-}", weight=0.84),
    Rule("opening_born_of", "^ @born:pp ~6 @meeting ~6 @of|entre {founders*} ~~6 , %thing {company-}", weight=0.92),
    Rule("opening_born_pushed", "^ @born:pp ~3 sous|à ~1 @push @of {founders*} ~~6 , %thing {company-}", weight=0.92),
    # "C'est de la rencontre de A et de B qu'est née X"
    Rule("meeting_born", "@meeting ~2 @of|entre {founders+} ~4 que|qu' @be @born:pp %thing {company-}", weight=0.93, nominal=True),
    Rule("meeting_bears", "@meeting ~2 @of|entre {founders+} ~3 @be @born:pp ,? ~2 ,? %thing {company!}", weight=0.92, nominal=True),
    # "X est sortie des cartons de A"
    Rule("out_of_head", "{company-} ~4 sorti|sortie de|du|des ~1 cartons|imagination|cerveau|tête|esprit|garage|laboratoire @of {founders+}", weight=0.8),
    # "il y a un an naissait X"
    Rule("being_born", "<time> ~~8 @arise %thing {company!}", weight=0.85, verb="arise"),
    Rule("opening_day", "^ ~~12 que|qu' {company-} ~2 @see le jour", weight=0.9, verb="see"),
    Rule("day", "{company-} %who_is? ~3 @see ~1 le jour", weight=0.88, verb="see"),
    Rule("day_pushed", "{company-} %who_is? ~3 @see ~1 le jour ~~8 sous|à ~1 @push @of {founders+}", weight=0.93, verb="see"),
    Rule("opening_where", "^ ~~8 où #q ~2 @see ~1 le jour ~4 <time> ~~4 , %thing {company-}", weight=0.9, verb="see"),
    Rule("spun_off", "^ essaimé|essaimée|détaché|détachée ~8 <time> , %thing {company-}", weight=0.78),
    Rule("out_of_ground", "^ sorti|sortie ~1 de terre ~4 <time> , %thing {company-}", weight=0.8),
    # "À l'initiative de A, X est créée en 2019"
    Rule("pushed_first", "sous|à ~1 @push @of {founders+} , %thing {company-} ~3 @found:pp", weight=0.93, verb="found"),
    # "X est le fruit de la rencontre entre A et B", "Fruit de l'imagination de A, X"
    Rule("fruit", "{company-} ~3 fruit ~4 @meeting ~6 @of|entre {founders+}", weight=0.9),
    Rule("fruit_apart", "{company-} ~3 fruit ~4 @meeting ~2 , <time> , @of|entre {founders+}", weight=0.9),
    Rule("opening_fruit", "^ fruit ~4 @meeting ~6 @of|entre {founders*} , %thing {company-}", weight=0.9),
)  # fmt: skip

_GIVING = (
    # "A a donné naissance à X", "X, à laquelle A a donné naissance"
    Rule("gives_birth", "{founders^!} @give ~2 naissance|jour|vie ~~5 à|au|aux %thing {company-}", weight=0.88, verb="give"),
    Rule("gives_birth_list", "{founders*} ,? ~3 @give ~2 naissance|jour|vie ~3 à|au|aux %thing {company-}", weight=0.89, verb="give"),
    Rule("gives_birth_coin", "{founders+=ORG} ~3 @give ~2 naissance|jour|vie ~~4 à|au|aux ~1 @joint ~2 ,? ~2 {company!}", weight=0.9, verb="give"),
    Rule("gives_birth_coin_with", "{founders+=ORG} ~3 @give ~2 naissance|jour|vie avec {founders%=ORG} ~2 à|au|aux ~1 @joint ~2 ,? ~2 {company!}", weight=0.92, verb="give"),
    Rule("given_birth", "{company} ,? ~5 à|auquel|laquelle laquelle|lequel|qui|@that? {founders*} ~3 @give ~2 naissance|jour|vie", weight=0.9, verb="give"),
    Rule("given_birth_he", "{company} ,? ~5 à|auquel laquelle|lequel|qui? {founders} ~3 @give ~2 naissance|jour|vie", weight=0.9, verb="give"),
    # "A a jeté les bases de X", "a posé la première pierre de X"
    # "A a porté X sur les fonts baptismaux", "met X sur pied"
    Rule("afoot_split", "{founders^!} @put %thing {company-} sur|au|en ~1 pied|rails|orbite|monde|route", weight=0.86, verb="put"),
    Rule("font_split", "{founders^!} @carry %thing {company-} sur les fonts", weight=0.9, verb="carry"),
    Rule("imagines", "{founders^!} @imagine %thing {company!}", weight=0.66, verb="imagine"),
    Rule("lays_ground", "{founders^!} @lay ~1 les|la|le ~1 bases|base|fondations|fondements|jalons|pierre|socle ~1 de|d' {company-}", weight=0.8, verb="lay"),
)  # fmt: skip

_NOUNS = (
    # "X, imaginée par A"
    Rule("imagined_by", "{company} %link? @imagine:pp ~6 par %who {founders*}", weight=0.78, verb="imagine"),
    # "Créateur en 1998 de X, A"
    Rule("founder_opening", "^ ~1 @founder <time> de|d' %thing {company-} ~~4 , {founders+}", weight=0.86),
    # "A a fondé X en 1999, puis Y en 2008"
    Rule("then", "{founders~} @sure ~~14 @then ~1 {company!} <time>", weight=0.84, nominal=True, verb="then"),
    # "la création de X par A en 2012", "la création de X remonte à 2005", "X, dont la création remonte à"
    Rule("creation_by", "@founding ~3 de|d' %thing {company-} ~~6 par %who {founders*}", weight=0.9, nominal=True),
    Rule("creation_time", "@founding ~2 de|d' %thing {company-} ,? ~2 <time>", weight=0.82, nominal=True),
    Rule("creation_goes_back", "@founding ~2 de|d' %thing {company-} ~2 @goback ~2 <time>", weight=0.88, nominal=True),
    Rule("whose_creation", "{company} , dont la|l'|les ~1 @founding|@story ~2 @goback|@begin ~2 <time>", weight=0.9, nominal=True),
    Rule("story_begins", "@story ~2 de|d' %thing {company-} ~2 @begin ~3 <time>", weight=0.8, verb="begin"),
    Rule("dates_from", "{company!} @goback ~2 de|d' <time>", weight=0.7, verb="goback"),
    Rule("exists_since", "{company!} @exist ~1 <time>", weight=0.7, verb="exist"),
    # "Depuis sa création en 2016, X …", "X … depuis sa création, en 2018, par A"
    Rule("since_creation", "^ ~5 depuis|dès|lors|avant|après|à ~1 sa @founding ~3 <time> ~~8 , %thing {company-}", weight=0.88, nominal=True),
    Rule("own_creation", "{company~} sa @founding ~1 ,? ~2 <time>", weight=0.74, nominal=True),
    Rule("own_creation_by", "{company~} sa @founding ~1 ,? ~2 <time> ~1 ,? par ~2 {founders+}", weight=0.84, nominal=True),
    Rule("own_creation_only_by", "{company~} sa @founding ~1 par ~2 {founders+}", weight=0.8, nominal=True),
    # "X doit sa naissance à A", "on doit X à A", "c'est à A que l'on doit X"
    Rule("owes_birth", "{company-} ~3 @owe sa|son @founding ~2 à %who {founders+}", weight=0.9, verb="owe"),
    Rule("owes_all", "@founding de|d' %thing {company-} ,? ~2 ,? @owe tout|beaucoup ~2 à %who {founders+}", weight=0.86, verb="owe"),
    Rule("father_called", "@parent de|d' %thing {company-} ~1 @self @call {founders+}", weight=0.86, verb="call"),
    Rule("paternity", "paternité|maternité|@founding ~1 de|d' %thing {company-} ~1 @return à %who {founders+}", weight=0.86, nominal=True),
    Rule("origin_of_it", "{company~} {founders*} ,? ~1 en @be à l' @source", weight=0.74, verb="be"),
    Rule("one_owes", "on|nous @owe %thing {company-} à %who {founders+}", weight=0.86, verb="owe"),
    Rule("owed_to", "à %who {founders+} que|qu' ~2 on ~1 @owe %thing {company-}", weight=0.88, verb="owe"),
    # "L'aventure X est l'œuvre de A, de B et de C"
    Rule("work_of", "{company-} ~2 @be ~1 @work de|d' %who {founders*}", weight=0.88, verb="be"),
    Rule("has_founders", "{company-} @have pour ~1 @parent {founders+}", weight=0.88, verb="have"),
    Rule("founding_team", "{company~} @team @foundational ~1 [–-]|–|-|:|(|, {founders*}", weight=0.8, nominal=True),
    # "À l'origine de X, (on trouve) A et B", "A et B sont à l'origine de X", "Derrière X, A"
    Rule("origin_first", "@source de|d' %thing {company-} ~~4 ,|: ~~9 {founders*}", weight=0.84, nominal=True),
    Rule("origin_last", "{founders*} ,? ~3 @be ~1 à|aux ~1 @source de|d' %thing {company-}", weight=0.84, verb="be"),
    Rule("behind", "^ derrière %thing {company-} ~2 ,|: ~~9 {founders*}", weight=0.7, nominal=True),
    # "A, fondatrice en 2015 de X", "A, cofondateur de X en 2010 avec B"
    Rule("founder_since", "{founders+} ,? ~4 @founder <time> de|d' %thing {company-}", weight=0.8),
    Rule("founder_in", "{founders+} , ~2 @founder de|d' %thing {company-} <time>", weight=0.8),
    Rule("founder_with_first", "^ ~1 @founder , avec ~2 {founders+} , de|d' %thing {company-} <time> , {founders%}", weight=0.9),
    Rule("founder_in_with", "{founders+} , ~2 @founder de|d' %thing {company-} <time> avec ~2 {founders%}", weight=0.88),
)  # fmt: skip

RELATION = RelationType(
    name="founded",
    slots={"company": "ORG", "founders": "PER", "place": "LOC"},
    optional=frozenset({"founders", "place"}),
    adjunct="place",
    words={
        **WORDS,
        "found": verbs("fonder créer cofonder co-fonder cocréer lancer monter constituer établir bâtir instituer inventer enfanter initier ériger échafauder"),
        "sure": verbs("fonder cofonder co-fonder créer cocréer"),
        "put": verbs("mettre"),
        "carry": verbs("porter tenir"),
        "imagine": verbs("imaginer"),
        "give": verbs("donner"),
        "lay": verbs("jeter poser"),
        "see": verbs("voir"),
        "arise": verbs("naître"),
        "owe": verbs("devoir"),
        "goback": verbs("remonter dater"),
        "begin": verbs("commencer débuter démarrer"),
        "exist": verbs("exister"),
        "founding": words("création fondation cofondation co-fondation naissance constitution lancement débuts origines genèse racines"),
        "meeting": words("rencontre association volonté initiative imagination idée projet réunion union amitié envie intuition alliance passion esprit"),
        "push": words("impulsion houlette initiative égide férule instigation"),
        "story": words("histoire aventure débuts épopée saga odyssée parcours"),
        "work": words("œuvre oeuvre bébé création fruit invention enfant"),
        "parent": words("fondateurs fondateur fondatrice fondatrices parents père pères mère mères papa créateurs créateur parrains"),
        "founder": words("fondateur fondatrice cofondateur cofondatrice fondateurs cofondateurs cofondatrices co-fondateur co-fondatrice co-fondateurs créateur créatrice créateurs"),
        "team": words("équipe duo trio tandem quatuor binôme"),
        "foundational": words("fondatrice fondateur"),
        "source": words("origine origines"),
        "that": words("laquelle lequel"),
        "join": verbs("associer unir allier"),
        "then": words("puis ensuite"),
        "born": verbs("naître"),
        "other": words("prix festival salon concours championnat tournoi trophée sonde satellite mission loi taxe fusée navire label exposition collection émission série opération campagne"),
        "return": verbs("revenir"),
        "call": verbs("appeler nommer"),
        "self": words("s' se"),
        "he": words("il elle ils elles"),
        "firm": words("société sociétés entreprise entreprises start-up startup pousse agence cabinet studio plateforme plate-forme boîte structure groupe école fonds marque site coentreprise co-entreprise filiale compagnie firme banque maison éditeur atelier association laboratoire pme scale-up fintech medtech biotech média journal application service spécialiste équipementier"),
        "joint": words("coentreprise co-entreprise joint-venture commune filiale société"),
    },
    phrases={
        # what may stand between "par" and the founders: "par l'entrepreneur", "par deux anciens de X, …"
        "who": ("~6", "~~9 ,|:", "~~9 ,|( dont|notamment|parmi ~2"),
        # what may stand before the company: "la plateforme", "sa propre start-up,", "«"
        "thing": ("@det? «|\"?", "@det ~1 @firm ~4 ,|baptisée|baptisé|nommée|nommé|appelée|dénommée|: ~1", "@det @det"),
        # between the company and its participle: a comma, "est", "a été", "(société", "est une PME"
        "link": (
            ", ~5 ,", "( ~6 ) ,? ~3", ",|(|:|—|– !que|qu'|dont ~4", "@be ~3", "@have ~1 été ~2", ",|(|— ~9 qui @be ~2", ",|( ~9 qui @have ~1 été ~1", "@be ~1 @det ~4", ", ~~10 , @be ~1 été? ~2", ", ~~10 , @have ~1 été ~2", "@have ~1 été ~2",
        ),
        # between the verb and the company: "en 2014", ", à Lyon,"
        "when": (", #D ,", "#D", "à #L", "#D à #L", "à #L , #D ,", ", à #L ,", "à #L #D"),
        # "fondée et dirigée par A"
        "led": ("et|puis dirigée|dirigé|présidée|présidé|pilotée|piloté|animée|gérée|géré|détenue|développée|cofondée|financée",),
        "who_is": ("qui", ",|( ~9 qui", ", ~~10 ,", "( ~9 )"),
        "mark": (",|:", "baptisée|baptisé|nommée|nommé|appelée|appelé|dénommée|dénommé", "du nom de"),
    },
    rules=tuple(rule for frame in _FRAMES for rule in _shapes(*frame)) + _BIRTH + _GIVING + _NOUNS + RULES,
    examples=(
        "Fondée en [2013|year] par [Claire Aubin|founders], [Norlys|company] édite des logiciels.",
        "La start-up [Norlys|company], que [Claire Aubin|founders] et [Paul Aubert|founders] ont montée à [Lyon|place], recrute.",
        "L'aventure de la start-up [Norlys|company] est l'œuvre de [Claire Aubin|founders], ancienne de Valeo, et de [Paul Aubert|founders].",
        "C'est de la rencontre de [Claire Aubin|founders] et de [Paul Aubert|founders] qu'est née la start-up [Norlys|company].",
        "[Claire Aubin|founders] quitte Renault pour fonder la société [Norlys|company].",
        "La société [Norlys|company] a vu le jour à [Lille|place] en [2015|year] sous l'impulsion de [Paul Aubert|founders].",
    ),
    counter_examples=(
        "Un argument fondé sur Norlys.",
        "La start-up Norlys a créé 300 emplois à Lyon en 2019.",
        "Claire Aubin, fondatrice de la start-up Norlys, prévoit de recruter.",
        "Paul Aubin, né à Metz en 1968, a rejoint la start-up Norlys en 2004.",
        "La start-up Norlys a lancé en 2021 une application conçue par Paul Aubin.",
    ),
)  # fmt: skip
