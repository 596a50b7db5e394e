"""Who enters a named partnership, alliance or joint programme with whom."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

#: Said of an alliance that is over or never was: nothing told of it is a fact.
_OVER = "%over"

#: (name, what follows, weight, class of the verb): "A et B s'allient", "A, B et C s'allient".
_TOGETHER = (
    # "annoncent un partenariat", "forment un consortium"
    ("pact_both", "~5 @sign ~5 @pact", 0.9, "sign"),
    # "se rapprochent : un accord …"
    ("near_both", "~3 @self ~2 @near ~~9 @pact", 0.8, "near"),
    # "s'allient"
    ("ally_both", "~3 @self ~2 @ally", 0.88, "ally"),
    # "unissent leurs forces"
    ("forces", "~5 @pool leurs|les|la ~1 @means", 0.88, "pool"),
    # "mettent en commun"
    ("common", "~3 @put en commun", 0.86, "put"),
    # "font cause commune"
    (
        "common_cause",
        "~3 @make ~2 cause|équipe|alliance|bloc|route|front|tandem|corps|ménage|pot|bourse|chambre commune|commun?",
        0.86,
        "make",
    ),
    # "travaillent ensemble", "avancent de concert"
    ("together", "~4 @work ~4 %jointly", 0.84, "work"),
    # "ont topé là", "se serrent les coudes", "lient leurs destins", "mettent leurs compétences en commun"
    ("tope", "~4 @tope", 0.84, "tope"),
    # any verb of two that go "de concert", "main dans la main"
    ("hand_any", "~7 %hand", 0.72, ""),
    ("elbows", "~3 se|s' ~2 @stretch la|les ~1 main|mains|coudes", 0.8, "stretch"),
    (
        "destinies",
        "~4 @pool|@bind leurs|leur ~1 destins|destin|destinées|destinée|sort|sorts|noms|avenir|savoirs|atouts|technologies|catalogues",
        0.84,
        "pool",
    ),
    ("common_means", "~4 @put leurs ~2 en commun", 0.86, "put"),
    # "préfèrent parler de fiançailles : leur coentreprise"
    ("their_pact", "~~12 leur ~1 @alliance", 0.8, ""),
    # "collaborent"
    ("cooperate_both", "~3 @cooperate", 0.82, "cooperate"),
    # "ouvrent un laboratoire commun"
    ("shared_both", "~3 @run ~6 commun|commune|conjoint|conjointe", 0.86, "run"),
    # "tombent d'accord sur une alliance"
    ("agree", "~3 @fall d' accord ~4 @alliance", 0.84, "fall"),
)


def _together(name: str, tail: str, weight: float, verb: str) -> tuple[Rule, Rule]:
    """Return the rules of two partners, each with its apposition, and of a list of them."""
    two = f"{{a-}} %apart? et @def? ~2 {{b-}} %apart? {tail}"
    many = f"{{a-}} , @def? @def? {{b*}} {tail}"
    return (
        Rule(name, two, weight=weight, verb=verb or None, nominal=not verb, unless=_OVER),
        Rule(
            f"{name}_many",
            many,
            weight=weight + 0.04,
            verb=verb or None,
            nominal=not verb,
            unless=_OVER,
        ),
    )


_VERBAL = (
    # "A noue un partenariat avec B et C"
    Rule("pact_with", "{a^} @sign ~5 @pact ~8 avec %thing {b*}", weight=0.88, verb="sign", unless=_OVER),
    Rule("pact_with_apart", "{a^} @sign ~5 @pact ~4 , ~6 , avec %thing {b*}", weight=0.86, verb="sign", unless=_OVER),
    # "A a signé avec B un accord de coopération"
    Rule("with_pact", "{a^} @sign ~2 avec %thing {b-} ~4 @pact", weight=0.86, verb="sign", unless=_OVER),
    # "A et B annoncent un partenariat", "A, B et C forment un consortium"
    Rule("pact_both_who", "{a-} et %thing {b-} , qui ~3 @sign ~4 @pact", weight=0.9, verb="sign", unless=_OVER),
    Rule("pact_both_later", "{a-} et %thing {b-} ~~14 les|ces deux ~2 @sign ~4 @pact", weight=0.84, verb="sign", unless=_OVER),
    # "A s'associe à B", "A veut s'allier avec B", "nous associer à B"
    Rule("allies", "{a^} @self @ally ~5 à|au|aux|avec %thing {b*}", weight=0.86, verb="ally", unless=_OVER),
    Rule("allies_past", "{a^} @self @be ~2 @ally:pp ~4 à|au|aux|avec %thing {b*}", weight=0.86, verb="ally", unless=_OVER),
    Rule("nears", "{a-} @self @be? ~1 @near ~1 de|d'|du %thing {b*}", weight=0.62, verb="near", unless=_OVER),
    Rule("we_ally", "nous|notre @ally ~3 à|avec %thing {b-} {a~}", weight=0.74, nominal=True),
    Rule("ally_clause", "{a-} et {b-} ~6 qu' ils|#q @self @ally", weight=0.86, verb="ally", unless=_OVER),
    # "A unit ses forces à celles de B", "A et B unissent leurs forces", "mettent en commun"
    Rule("makes_team", "{a^} @make ~1 équipe|alliance|cause ~2 avec %thing {b*}", weight=0.88, verb="make", unless=_OVER),
    # "A marche avec B", "marie ses outils à ceux de B", "fait route commune avec B"
    Rule("walks_with", "{a^} @walk ~3 avec|au %thing {b-}", weight=0.78, verb="walk", unless=_OVER),
    Rule("makes_way", "{a^} @make ~3 route|bloc|tandem|front|alliance|équipe|corps|cause|affaire commune|commun? ~2 avec %thing {b*}", weight=0.86, verb="make", unless=_OVER),
    Rule("unites_with", "{a^} @pool ~5 à|avec ceux|celles|celui|celle de|d'|du %thing {b-}", weight=0.84, verb="pool", unless=_OVER),
    Rule("joins_to_those", "{a^} @join|@marry ~5 à|avec|dans ceux|celles|celui|celle de|d'|du %thing {b-}", weight=0.74, given="@pact", unless=_OVER),
    # "A s'est trouvé un allié de poids : B", "l'a trouvé en la personne de B"
    Rule("found_comrade", "{a^} ~2 @find|@choose|@treat ~6 @comrade ~4 :|,|en|avec|chez ~3 {b-}", weight=0.82, unless=_OVER),
    Rule("in_person", "{a^} ~6 en la personne de|d'|du %thing {b-}", weight=0.8, near="@comrade|@pact"),
    Rule("counts_on", "{a^} @count ~1 sur ~5 @comrade ~4 :|,|de ~2 {b-}", weight=0.78, verb="count", unless=_OVER),
    Rule("comrade_since", "{b-} , ~2 @poss ~2 @comrade ~~8 {a~}", weight=0.5, given="@pact", unless=_OVER),
    # "aux côtés de B, A bâtira …"
    Rule("beside_first", "^ ~1 aux côtés de|d'|du %thing {b-} , %thing {a-} ~5 @work|@run", weight=0.7, unless=_OVER),
    Rule("beside", "{a^} @work ~6 aux côtés de|d'|du %thing {b-}", weight=0.7, verb="work", unless=_OVER),
    # "B, avec qui A a scellé une alliance", "B, dont l'accord avec A court jusqu'en 2030"
    Rule("with_whom_sealed", "{b-} ,? avec qui|lequel|laquelle @def? ~1 {a} ~3 @sign|@make ~5 @pact", weight=0.9, unless=_OVER),
    Rule("with_whom_sealed_ahead", "{b-} ,? avec qui|lequel|laquelle #q ~3 @sign|@make ~5 @pact ~~6 , %thing {a!}", weight=0.92, unless=_OVER),
    Rule("with_whom_sealed_untold", "{b-} {a~} ,? avec qui|lequel|laquelle #q ~3 @sign|@make ~5 @pact", weight=0.6, unless=_OVER),
    Rule("with_whom_works", "{a^} ~~10 {b-} ,? avec qui|lequel|laquelle #q ~2 @work|@cooperate", weight=0.72, unless=_OVER),
    Rule("with_whom_after", "{a-} ~~10 {b-} ,? avec qui|lequel|laquelle #q ~3 @work|@cooperate|@run", weight=0.72, unless=_OVER),
    Rule("whose_pact", "{b-} , dont @def? ~1 @pact ~3 avec %thing {a}", weight=0.88, nominal=True, unless=_OVER),
    # "A et B branchent leurs bornes aux termes d'un accord", "un laboratoire commun : A et B"
    Rule("both_by_pact", "{a-} et {b-} ~~20 termes|vertu|cadre|titre|suite|faveur|issue|terme de|d'|du ~2 @pact", weight=0.74, nominal=True, unless=_OVER),
    Rule("shared_place", "laboratoire|labo|programme|chaire|plateforme|centre|incubateur|filiale commun|commune|partagé|partagée ~~8 {a-} et %thing {b-}", weight=0.76, nominal=True, unless=_OVER),
    Rule("with_it_is", "avec %thing {b!} , ~~7 @alliance {a~}", weight=0.66, nominal=True, unless=_OVER),
    Rule("found_comrade_aside", "{a^} ~2 @find|@choose|@treat ~6 @comrade ~3 , ~~7 : ~3 {b-}", weight=0.82, unless=_OVER),
    Rule("cleft_help", "c' @be ~1 avec ~6 {b-} ,? ~~7 que|qu' %thing {a-}", weight=0.8, nominal=True, given="@comrade|@pact"),
    Rule("gives_him", "{b^} {a~} lui ~~16 @alliance", weight=0.56, nominal=True, unless=_OVER),
    # "Air France, à laquelle la lie un partenariat", "avec B, A a trouvé … aux termes d'un accord"
    Rule("to_whom_bound", "{b-} ,? à|auquel qui|laquelle|lequel? la|le|l'|les @bind ~3 @pact {a~}", weight=0.86, verb="bind", unless=_OVER),
    Rule("with_it_pact", "avec %thing {b!} , %thing {a-} ~~26 @alliance|accord", weight=0.62, nominal=True, unless=_OVER),
    Rule("pact_follows", "{a!} ~~10 {b!} ~~8 :|, ~~3 @alliance|accord ~3 @sign:pp|tient|court|dure|porte|prévoit|scelle|doit|est|naît|née|verra|voit", weight=0.6, nominal=True, unless=_OVER),
    Rule("rubs", "@group ~~4 {a-} ~2 @rub ~1 {b*}", weight=0.76, verb="rub", unless=_OVER),
    Rule("whose_pact_untold", "{b-} , dont @def? ~1 @pact ~2 avec #q {a~}", weight=0.6, nominal=True, unless=_OVER),
    Rule("topes", "@tope ~~6 dont|avec|:|, ~3 {b!} {a~}", weight=0.56, verb="tope", unless=_OVER),
    Rule("shares_near", "{a-} et %thing {b-} ~3 @pool", weight=0.6, verb="pool", near="@pact", unless=_OVER),
    Rule("by_both", "%hand par %thing {a-} et %thing {b-}", weight=0.78, nominal=True, unless=_OVER),
    # "A et B, liés par un partenariat"
    Rule("linked_both", "{a-} et %thing {b-} ,? ~3 liés|liées|unis|unies|alliés|alliées|associés|associées ~2 par|dans|au ~4 @pact|contrat|lien|liens", weight=0.86, unless=_OVER),
    Rule("linked_to", "{a-} ,? ~2 @linked ~2 à|avec %thing {b-} ~3 par ~3 @pact|contrat", weight=0.84, unless=_OVER),
    # "l'accord que les deux entreprises ont paraphé"
    Rule("both_signed", "{a-} ~~10 {b-} ~~14 @pact ~~3 que|qu'|paraphé|signé|conclu|scellé ~1 #o ~3 @sign", weight=0.74, nominal=True, unless=_OVER),
    Rule("both_sign", "{a-} ~~10 {b-} ~~10 :|, #o ~3 @sign ~4 @pact", weight=0.74, unless=_OVER),
    # "A et B travaillent ensemble", "avancent de concert", "A collabore avec B"
    Rule("works_with", "{a^} @work %jointly avec %thing {b*}", weight=0.82, verb="work"),
    Rule("cooperates", "{a^} @cooperate ~4 avec %thing {b*}", weight=0.78, verb="cooperate", unless=_OVER),
    # "A rejoint le programme de B", "intègre l'alliance fondée par B"
    Rule("joins", "{a^} @join ~1 le|la|l' ~1 @scheme ~4 de|d'|du|par|avec|que|qu' ~1 %thing {b-}", weight=0.8, verb="join"),
    Rule("entry", "{a^} @sign ~2 entrée dans le|la|l' ~1 @scheme ~3 de|d'|du|par %thing {b-}", weight=0.78, verb="sign"),
    Rule("shared_scheme", "{a^} @run ~2 avec %thing {b*} ,? ~2 @scheme ~3 @jointly|pilote", weight=0.76, verb="run"),
    Rule("shared_with", "{a^} @run ~1 , avec %thing {b*} , ~2 @scheme", weight=0.8, verb="run"),
    # "A a choisi B comme partenaire", "a trouvé en B le partenaire", "s'est trouvé un allié : B"
    Rule("chosen", "{a^} @choose %thing {b-} ~1 comme|pour ~2 @partner !officiel", weight=0.82, verb="choose"),
    Rule("found_in", "{a^} @find en|chez %thing {b-} ~3 @partner", weight=0.84, verb="find"),
    Rule("found_ally", "{a^} @find ~3 @partner ~4 ,|: ~2 {b-}", weight=0.82, verb="find"),
    Rule("has_partner", "{a^} @have ~2 @partner ~1 , {b-}", weight=0.76, verb="have"),
    Rule("surrounds", "{a^} @self @surround ~3 @partner :|comme|dont|tels|que ~2 {b*}", weight=0.76, verb="surround"),
    Rule("counts", "{a^} @count ~2 parmi ses @partner {b*}", weight=0.84, verb="count"),
    Rule("figure", "parmi les @partner de|d'|du %thing {a-} ~1 @figure {b*}", weight=0.84, verb="figure"),
    # "A a tendu la main à B", "A et B se tendent la main"
    Rule("hand", "{a^} @stretch ~1 la main à %thing {b-}", weight=0.62, verb="stretch"),
    # "A et B enterrent la hache de guerre et nouent une alliance" is pact_both with words between
    Rule("pact_both_far", "{a-} et {b-} ~9 @sign ~3 @pact", weight=0.84, verb="sign", unless=_OVER),
    # "Un partenariat lie A à B", "l'accord qui lie A à B", "unit A et B"
    Rule("binds", "@pact ~4 @bind %thing {a-} à|et|avec %thing {b-}", weight=0.88, verb="bind"),
    # "Une alliance a été nouée entre A et B": between; "a été signé par A avec B"
    Rule("signed_by", "@pact ~6 @sign:pp ~3 par %thing {a-} ~3 avec %thing {b*}", weight=0.9, verb="sign", unless=_OVER),
    Rule("signed_both", "@pact ~3 @sign:pp ~6 par %thing {a-} ,|et {b*}", weight=0.9, verb="sign", unless=_OVER),
    Rule("pact_that", "@pact ~3 que|qu' %thing {a-} ~3 @sign ~3 avec %thing {b-}", weight=0.9, verb="sign", unless=_OVER),
    # "B, avec qui elle s'était alliée"
    Rule("with_whom", "{b-} , avec qui|lequel|laquelle {a} ~2 @self ~2 @ally", weight=0.8, verb="ally", unless=_OVER),
    Rule("with_whom_pact", "{a-} ~~12 {b-} , avec qui|lequel|laquelle #q ~2 @sign ~4 @pact", weight=0.84, verb="sign", unless=_OVER),
    Rule("with_whom_ahead", "^ ~2 %thing {b-} , avec qui|lequel|laquelle #q ~2 @self ~2 @ally ~~8 , %thing {a-}", weight=0.86, verb="ally", unless=_OVER),
    # "A et B tombent d'accord sur une alliance"
    Rule("leans", "{a^} @self @lean ~2 @pact ~5 avec %thing {b-}", weight=0.84, verb="lean", unless=_OVER),
    Rule("bets", "{a^} @bet ~2 sur ~2 @pact ~5 avec %thing {b-}", weight=0.84, verb="bet", unless=_OVER),
)  # fmt: skip

_NOMINAL = (
    # "C'est avec B que A dévoile une alliance", "c'est main dans la main avec B que A"
    Rule("cleft", "c' @be ~4 avec %thing {b-} que|qu' ~1 %thing {a-} ~3 @sign ~3 @pact", weight=0.93, verb="sign"),
    Rule("cleft_hand", "c' @be ~1 %jointly avec %thing {b-} que|qu' %thing {a-}", weight=0.93, nominal=True),
    # "En partenariat avec B, A …", "Main dans la main avec B, A …", "Alliée à B, A …"
    Rule("opening_with", "^ ~3 en @pact ~3 avec %thing {b-} , %thing {a-}", weight=0.9, nominal=True),
    Rule("opening_hand", "^ %jointly avec %thing {b-} , %thing {a-}", weight=0.9),
    Rule("opening_allied", "^ ~1 @ally:pp à|au|avec %thing {b-} , %thing {a-}", weight=0.88, verb="ally"),
    Rule("opening_frame", "^ ~6 @pact ~5 avec %thing {b-} , %thing {a-} !et|,", weight=0.88, nominal=True, unless=_OVER),
    Rule("opening_partner", "^ ~1 @mate ~1 !officiel|officielle ~1 de|d'|du %thing {b-} ~4 , %thing {a-}", weight=0.78),
    # "A a fait appel à B, son partenaire depuis 2020", "Son partenaire, B, apportera … à A"
    Rule("his_partner", "{a-} ~~10 %thing {b-} , son|sa|leur ~2 @mate !officiel|officielle", weight=0.72, negative=True),
    Rule("his_partner_first", "^ son|sa ~2 @mate , {b-} , ~~10 %thing {a-}", weight=0.66),
    # "A … les compétences de B dans le cadre d'un partenariat"
    Rule("in_frame", "{a-} ~~10 {b-} ,? ~1 dans le cadre de|d' ~2 @pact !avec|entre", weight=0.72, nominal=True, unless=_OVER),
    Rule("partner_apposed", "{a-} , @mate ~1 !officiel|officielle ~1 de|d'|du %thing {b-}", weight=0.76),
    Rule("partner_since", ", @mate ~1 !officiel|officielle ~1 de|d'|du %thing {b-} <time> {a~}", weight=0.66),
    Rule("allied_since", "^ @ally:pp|@partner ~2 <time> , %thing {a-} et %thing {b-}", weight=0.86),
    Rule("gathered", "^ réunis|unis|alliés|associés|partenaires ~8 , %thing {a-} et %thing {b-}", weight=0.84),
    Rule("allied_two", "les|ces deux @partner , %thing {a-} et %thing {b-}", weight=0.86),
    Rule("supported", "^ ~1 par %thing {b-} , son|sa @partner ~3 , %thing {a-}", weight=0.8),
    Rule("with_hand", "{a^} %jointly avec %thing {b-}", weight=0.7),
    Rule("hand_both", "{a-} et {b-} main dans la main", weight=0.84),
    Rule("in_partnership", ",? en @pact ~3 avec %thing {b*} {a~}", weight=0.72, nominal=True, unless=_OVER),
    # "le tandem que forment A et B", "c'est bras dessus bras dessous que A et B"
    Rule("team_formed", "@team ~2 que|qu' @form ~2 %thing {a-} et|avec|à %thing {b-}", weight=0.86, unless=_OVER),
    Rule("team_is", "@team ~~9 : %thing {a-} ,|et {b*}", weight=0.68, unless=_OVER),
    Rule("team_of", "@team ~3 formé|constitué|composé|formée|constituée|noué|nouée|scellé|scellée ~2 par|de|d'|entre %thing {a-} et|avec|à %thing {b-}", weight=0.86, nominal=True, unless=_OVER),
    Rule("cleft_jointly", "c' @be ~1 %jointly que|qu' %thing {a-} et %thing {b-}", weight=0.88, nominal=True),
    # "le partenariat entre A et B", "entre A et B, l'heure est à l'alliance"
    Rule("between", "@pact ~8 entre %thing {a-} %apart? et %thing ~2 {b-}", weight=0.9, nominal=True, unless=_OVER),
    Rule("between_first", "entre %thing {a-} et %thing {b-} , ~6 @alliance", weight=0.84, nominal=True, unless=_OVER),
    Rule("betrothal", "@idyll entre %thing {a-} et %thing {b-} ~~8 @pact", weight=0.84, nominal=True, unless=_OVER),
    Rule("idyll_with", "{a-} ~4 @idyll avec %thing {b-} ~~6 @pact", weight=0.82, nominal=True, unless=_OVER),
    # "L'alliance de A et B", "la coopération nouée avec B permet à A"
    Rule("alliance_of", "@alliance @of %thing {a-} et @of? ~2 {b-}", weight=0.8, nominal=True, unless=_OVER),
    Rule("lets", "@alliance ~2 avec %thing {b-} ~2 @let ~1 à %thing {a-}", weight=0.82, nominal=True, unless=_OVER),
    # "un consortium réunissant A, B et C", "le consortium formé par A et B"
    Rule("consortium", "@group ~1 @gather ~2 %thing {a-} ,|et {b*}", weight=0.86, nominal=True),
    Rule("consortium_by", "@group ~1 @sign:pp|@gather|composé|mené|monté ~1 par|de|d' %thing {a-} ,|et {b*}", weight=0.86, nominal=True),
    # "le partenariat de A avec B", "son partenariat avec B", "partenariat A-B", "A : alliance avec B"
    Rule("pact_of_with", "@pact ~2 de|d'|du %thing {a-} ~2 avec %thing {b*}", weight=0.88, nominal=True, unless=_OVER),
    Rule("pact_dashed", "@alliance {a!} -|–|/ {b!}", weight=0.86, nominal=True, unless=_OVER),
    Rule("pact_colon", "@alliance : {a!} et|, {b!}", weight=0.84, nominal=True, unless=_OVER),
    Rule("pact_surprise", "@alliance ~4 : %thing {a!} et ~2 {b-}", weight=0.86, nominal=True, unless=_OVER),
    Rule("nominal_with", "@alliance ~7 avec %thing {b*} {a~}", weight=0.7, nominal=True, unless=_OVER),
    Rule("accord_with", "@accord ~5 avec %thing {b-} {a~}", weight=0.6, nominal=True, unless=_OVER),
    Rule("relies_on", "{a-} , @linked ~3 @pact ~4 avec %thing {b-}", weight=0.8, nominal=True, unless=_OVER),
    # "le rapprochement avec B a été voulu par A"
    Rule("wanted_by", "@pact|rapprochement avec %thing {b-} ~5 par %thing {a-}", weight=0.84, nominal=True),
    # « Ce partenariat avec B … », dit Un Tel, la fondatrice de A
    Rule("quoted", "@alliance ~4 avec %thing {b-} ~~16 » , ~~9 #R ~2 de|d'|du|chez %thing {a-}", weight=0.84, nominal=True),
    Rule("quoted_we", "nous @ally ~2 à|avec %thing {b-} ~~16 » , ~~9 #R ~2 de|d'|du|chez %thing {a-}", weight=0.84, nominal=True),
    # "A voulait B pour allié"; "voilà ce que A compte proposer en vertu d'un partenariat avec B"
    Rule("under_pact", "que|qu' {a-} ~~22 en vertu de|d' ~1 @pact ~5 avec %thing {b-}", weight=0.92, nominal=True),
)  # fmt: skip

RELATION = RelationType(
    name="partners_with",
    slots={"a": "ORG", "b": "ORG"},
    distinct=(("a", "b"),),
    words={
        "ally": verbs("associer allier unir adosser lier coaliser acoquiner marier fédérer entendre"),
        "sign": verbs(
            "signer conclure nouer annoncer sceller lancer établir former dévoiler officialiser parapher ratifier entériner passer renouveler "
            "prolonger étendre renforcer reconduire élargir bâtir tisser poursuivre approfondir formaliser présenter initier inaugurer engager "
            "célébrer contracter confirmer cosigner créer constituer monter préparer négocier envisager discuter étudier vouloir mener finaliser"
        ),
        "pact": words("partenariat partenariats alliance alliances accord accords coentreprise co-entreprise joint-venture collaboration collaborations coopération coopérations consortium association convention entente pacte jumelage rapprochement compagnonnage synergie joint-ventures"),
        "team": words("tandem duo attelage couple binôme paire trio axe équipe équipage alliance entente union front"),
        "alliance": words("entente pacte compagnonnage partenariat partenariats alliance alliances coentreprise co-entreprise joint-venture collaboration collaborations coopération association"),
        "accord": words("accord protocole"),
        "group": words("consortium groupement alliance coalition groupe"),
        "gather": words("réunissant regroupant rassemblant associant comprenant emmené réunit rassemble regroupe"),
        "idyll": words("idylle fiançailles mariage lune rapprochement"),
        "over": words("rompre rompt rompu rompue rompent rupture divorce fin éclats dément démenti démentent résilie résilié résiliation caduc caduque amiable procès litige refuse décline renonce renoncé renoncent abandonne abandonné échoué échec suspendu suspend suspendent cesse cessé cessent refus"),
        "near": verbs("rapprocher"),
        "pool": verbs("unir joindre allier marier lier sceller conjuguer additionner mutualiser associer réunir partager fédérer"),
        "means": words("forces force efforts moyens compétences expertises talents savoir-faire recherches centres laboratoires équipes usines ressources réseaux"),
        "put": verbs("mettre"),
        "make": verbs("faire"),
        "work": verbs(
            "travailler plancher phosphorer réfléchir avancer œuvrer oeuvrer développer construire marcher cheminer bâtir concevoir lancer présenter "
            "produire explorer imaginer inventer tester mener préparer fabriquer commercialiser déployer progresser"
        ),
        "walk": verbs("marcher cheminer pactiser toper avancer frayer"),
        "tope": verbs("toper pactiser"),
        "marry": verbs("intégrer marier ajouter greffer arrimer coupler brancher raccorder combiner fondre"),
        "treat": verbs("offrir adjoindre dégoter dénicher"),
        "rub": verbs("côtoyer rejoindre retrouver fréquenter siéger"),
        "form": verbs("former constituer composer faire"),
        "comrade": words(
            "allié alliée alliés partenaire partenaires frère sœur parrain marraine compagnon guide complice binôme acolyte renfort mentor éclaireur chaperon "
            "appui relais camarade coéquipier équipier soutien associé"
        ),
        "cooperate": verbs("collaborer coopérer"),
        "join": verbs("rejoindre intégrer"),
        "scheme": words("programme alliance consortium coalition projet groupement plateforme initiative laboratoire"),
        "run": verbs("proposer commercialiser mener lancer participer conduire piloter ouvrir inaugurer créer développer"),
        "choose": verbs("choisir retenir désigner sélectionner"),
        "find": verbs("trouver"),
        "surround": verbs("entourer"),
        "count": verbs("compter"),
        "figure": verbs("figurer compter"),
        "stretch": verbs("tendre donner serrer taper prêter"),
        "bind": verbs("lier unir associer"),
        "lean": verbs("appuyer"),
        "bet": verbs("miser parier"),
        "partner": words("partenaire partenaires allié alliés alliée associé associés partenaire-clé"),
        "let": verbs("permettre donner offrir ouvrir assurer garantir"),
        "fall": verbs("tomber"),
        "mate": words("partenaire partenaires allié alliée alliés complice compère compagnon acolyte"),
        "self": words("s' se nous"),
        "jointly": words("commun commune conjoint conjointe conjointement"),
        "linked": words("liée lié"),
    },
    phrases={
        "over": ("@over", "plus qu' un|une", "ne|n' ~3 pas|plus|jamais|aucun|aucune ~4 @pact"),
        # what may stand before a partner: "le géant", "l'éditeur de logiciels", "«"
        "thing": ("@det? «|\"?", "@det ~2", "@def @def"),
        # an apposition after a partner, or his place
        "apart": (", ~9 ,", "( ~9 )", "– ~9 –"),
        "hand": (
            "main dans la main", "de concert", "de conserve", "en tandem", "de pair", "bras dessus ,? bras dessous", "à quatre mains",
            "de front", "côte à côte", "à parts égales",
        ),
        "jointly": ("main dans la main", "de concert", "ensemble", "conjointement", "de conserve", "en tandem", "de pair", "à deux", "à parts égales", "de front", "à quatre mains", "côte à côte", "bras dessus ,? bras dessous"),
    },
    rules=tuple(r for frame in _TOGETHER for r in _together(*frame)) + _VERBAL + _NOMINAL,
    examples=(
        "La société [Norlys|a] annonce un partenariat avec [Airbus|b].",
        "C'est avec [Airbus|b] que la start-up [Norlys|a] dévoile une alliance.",
        "La start-up [Norlys|a] et le groupe [Airbus|b] unissent leurs forces.",
        "Le partenariat entre [Renault|a] et [Google|b] porte sur cinq ans.",
        "La start-up [Norlys|a] s'est associée à [Thales|b] pour sécuriser ses données.",
        "Main dans la main avec [Orange|b], la start-up [Norlys|a] équipera 200 écoles.",
    ),
    counter_examples=(
        "La start-up Norlys est partenaire officiel du festival.",
        "La start-up Norlys a signé un contrat de 10 millions d'euros avec Airbus.",
        "Airbus a rompu son partenariat avec la start-up Norlys.",
        "Le litige entre Renault et Google dure depuis 2018.",
        "La France et l'Allemagne signent un accord de coopération.",
    ),
)  # fmt: skip
