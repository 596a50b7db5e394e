"""Word classes of French that several stages share, as frozen sets of folded lower-case forms."""

from __future__ import annotations

#: Nouns by which the press refers to an organisation. The value says what it can refer to.
ORG_NOUNS: dict[str, str] = dict.fromkeys(
    """entreprise société start-up startup jeune-pousse pousse groupe firme compagnie éditeur géant
    constructeur fabricant opérateur spécialiste pépite licorne scale-up scaleup fintech medtech
    legaltech biotech edtech insurtech proptech foodtech deeptech healthtech regtech adtech martech
    agritech greentech climatetech pme eti esn ssii cabinet enseigne marque distributeur
    mastodonte équipementier assureur rival concurrent cador poids-lourd multinationale
    industriel hébergeur fournisseur prestataire intégrateur développeur loueur transporteur
    exploitant avionneur câblo-opérateur télécoms fondeur sous-traitant néobanque mutuelle
    assurtech logisticien maison holding conglomérat champion leader pionnier acteur
    colosse ogre titan inventeur créateur concepteur producteur détaillant e-commerçant marchand
    fleuron messagerie régie réseau-social cybermarchand gestionnaire studio agence
    constructrice editrice plateforme plate-forme site portail moteur application
    coopérative filiale division branche entité structure sociétés entreprises""".split(),
    "company",
) | dict.fromkeys("banque établissement".split(), "bank") | dict.fromkeys(
    "fonds investisseur".split(), "fund"
) | dict.fromkeys("association fédération syndicat ong fondation organisation collectif".split(), "association") | dict.fromkeys(
    "école université institut faculté laboratoire incubateur accélérateur".split(), "school"
) | dict.fromkeys("ministère commission autorité institution agence collectivité métropole région département municipalité mairie gouvernement".split(), "public") | dict.fromkeys(
    "journal quotidien magazine hebdomadaire média chaîne titre".split(), "media"
)  # fmt: skip

#: Feminine among them: agreement of "elle" and of adjectives.
FEMININE_ORG_NOUNS = frozenset(
    """entreprise société start-up startup pousse firme compagnie pépite licorne scale-up fintech
    medtech legaltech biotech edtech insurtech proptech foodtech pme eti esn ssii enseigne marque
    multinationale néobanque mutuelle maison holding plateforme plate-forme application coopérative
    filiale division branche entité structure banque association fédération ong fondation
    organisation école université faculté commission autorité institution agence collectivité
    métropole région municipalité mairie chaîne régie messagerie""".split()
)

PLACE_NOUNS = frozenset("ville métropole pays capitale région agglomération commune cité royaume hexagone île état province canton continent".split())  # fmt: skip

TITLES = frozenset("m. mm. mme mme. mlle mr. mr monsieur madame messieurs mesdames dr. dr pr. pr docteur professeur me. maître sir lord lady sheikh cheikh".split())  # fmt: skip

MONTHS = frozenset("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())  # fmt: skip
WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())

#: Words that open a sentence with a capital and are no name.
FUNCTION_WORDS = frozenset(
    """le la les l' un une des du de d' au aux à en dans sur sous chez par pour avec sans vers entre
    contre depuis pendant avant après dès lors selon outre malgré parmi hormis sauf via et ou mais
    donc or ni car que qu' qui quoi dont où quand comme si lorsque lorsqu' puisque puisqu' quoique
    alors ainsi aussi autant bien bientôt ce c' cet cette ces ceci cela ça celui celle ceux celles
    celui-ci celle-ci ceux-ci son sa ses leur leurs mon ma mes ton ta tes notre nos votre vos il elle
    ils elles on nous vous je j' tu lui y se s' ne n' pas plus moins très trop tout toute tous toutes
    chaque certains certaines plusieurs quelques aucun aucune autre autres même mêmes tel telle tels
    telles cependant toutefois néanmoins pourtant enfin ensuite puis désormais aujourd'hui hier demain
    déjà encore toujours jamais souvent parfois ici là voici voilà non oui côté fin début mi autour
    quant grâce jusque jusqu' près loin autrement fondé fondée créé créée lancé lancée basé basée
    installé installée présent présente né née nommé nommée deux trois quatre cinq six sept huit neuf
    dix onze douze vingt cent mille premier première second seconde dernier dernière nouveau nouvelle
    rien personne quel quelle quels quelles pourquoi comment combien objectif résultat interrogé
    interrogée interview entretien actuellement récemment initialement parallèlement pionnier présenté
    âgé âgée diplômé diplômée passé passée titulaire ancien ancienne future futur photo crédit image
    source sources publié mis mise retour focus exclusif exclusivité info actu vidéo communiqué dossier
    carnet nominations nomination mercato brève brèves édito tribune portrait analyse décryptage
    fort forte avant également seul seule seuls certes soit d'abord pari bonne mauvaise mauvais bon
    grand grande petite petit avec sans faute ouverture levée rachat acquisition lancement arrivée
    départ partenariat siège bureau bureaux objectifs groupe société entreprise start-up startup
    marché marchés face forte ajoutons notons rappelons reste restent vient viennent est sont a ont
    était étaient sera seront fait fut soutenu soutenue soutenus dirigé dirigée placé placée fruit
    né lancée éditeur spécialiste leader numéro contacté contactée sollicité sollicitée joint jointe
    basés basées installés implanté implantée propriété filiale implantation établi établie issu issue
    tech ia rh it b2b saas cloud numérique télécoms finance finances emploi innovation économie""".split()
)

#: Words after which a capitalised name is an organisation.
BEFORE_ORG = frozenset("chez".split())
ORG_HEADS = frozenset(
    """université école institut ministère conseil commission association agence fondation banque
    caisse groupe laboratoire centre fonds fédération syndicat chambre direction crédit autorité cour
    parlement sénat assemblée comité observatoire office organisation secrétariat cabinet compagnie
    société conférence haut-commissariat confédération chaire campus pôle grappe mission union musée
    région université hôpital clinique consortium alliance""".split()
)
ORG_SUFFIXES = frozenset(
    """sas sa sarl sasu inc inc. corp corp. corporation ltd llc gmbh ag plc nv bv se spa group
    technologies technology labs lab capital partners ventures venture bank media médias systems
    software studio studios games energy énergie telecom télécom pharma therapeutics health santé
    robotics networks solutions services consulting conseil holding holdings industries motors
    airlines semiconductor interactive entertainment invest investissement gestion equity finance
    assurances foundation university institute digital cloud security biotech foods logistics
    aerospace space""".split()
)
PERSON_PARTICLES = frozenset("de d' du des le la van von der den di da del della dos el al ben bin ibn ter y e".split())  # fmt: skip

#: First word of a function that a person can hold.
ROLE_HEADS = frozenset(
    """président présidente présidents présidentes vice-président vice-présidente vice-présidents
    coprésident coprésidente co-président co-présidente coprésidents directeur directrice directeurs
    directrices codirecteur codirectrice co-directeur co-directrice sous-directeur sous-directrice
    pdg p-dg p.-d.g. ceo cto cfo coo cmo cpo cio ciso cdo cro chro dg dga dsi drh daf rssi
    président-directeur présidente-directrice directeur-général fondateur fondatrice fondateurs
    fondatrices cofondateur cofondatrice cofondateurs cofondatrices co-fondateur co-fondatrice
    co-fondateurs co-fondatrices founder cofounder co-founder co-ceo patron patronne patrons copatron
    responsable responsables chef cheffe chefs dirigeant dirigeante dirigeants gérant gérante
    cogérant cogérante co-gérant associé associée associés associées coassocié administrateur administratrice administrateurs
    administratrices secrétaire trésorier trésorière ministre ministres maire maires recteur rectrice
    doyen doyenne gouverneur gouverneure commissaire député députée sénateur sénatrice eurodéputé
    eurodéputée porte-parole manager managers head chief vp svp evp vice-president partner partners chairman chairwoman
    chairperson rédacteur rédactrice lobbyiste conseiller conseillère délégué déléguée représentant
    représentante coordinateur coordinatrice coordonnateur coordonnatrice consultant consultante
    analyste chercheur chercheuse professeur professeure ingénieur ingénieure architecte avocat avocate
    économiste membre membres numéro médiateur médiatrice préfet préfète ambassadeur ambassadrice
    superviseur curateur superintendant intendant contrôleur contrôleuse auditeur auditrice
    managing senior general country product president évangéliste evangelist scientifique développeur développeuse
    éditeur-en-chef premier chancelier chancelière
    roi reine gestionnaire stratège leader boss adjoint adjointe
    haut-commissaire procureur procureure designer designeuse mathématicien mathématicienne
    entrepreneur-en-résidence cadre""".split()
) - {"premier", "leader", "cadre", "gestionnaire", "scientifique", "roi", "reine", "numéro", "general", "senior", "country", "product", "développeur", "développeuse", "adjoint", "adjointe", "designer", "mathématicien"}  # fmt: skip

#: Roles of several words that open with an otherwise ordinary word.
ROLE_OPENERS: dict[str, tuple[str, ...]] = {
    "premier": ("ministre",),
    "première": ("ministre",),
    "numéro": ("un", "deux", "1", "2", "trois"),
    "bras": ("droit",),
    "general": ("manager", "counsel", "partner"),
    "senior": ("vice", "manager", "director", "vp", "partner", "advisor"),
    "vice": ("president", "président", "présidente", "chairman"),
    "executive": ("vice", "director", "chairman"),
    "country": ("manager", "director", "head", "leader"),
    "product": ("manager", "owner"),
    "managing": ("director", "partner"),
    "operating": ("partner",),
    "venture": ("partner",),
    "sales": ("director", "manager"),
    "marketing": ("director", "manager"),
    "business": ("developer", "angel"),
    "directeur": (),
    "conseil": (),
}
ROLE_ADJECTIVES = frozenset(
    """général générale généraux générales adjoint adjointe adjoints délégué déléguée exécutif exécutive
    technique techniques scientifique financier financière commercial commerciale commerciaux marketing
    opérationnel opérationnelle opérationnels européen européenne régional régionale mondial mondiale international
    internationale principal principale honoraire associé associée associés fondateur fondatrice fondateurs
    actionnaire national nationale directeur directrice départemental métropolitain métropolitaine municipal
    informatique juridique créatif créative artistique éditorial éditoriale industriel industrielle administratif
    administrative stratégique numérique digital digitale produit produits innovation r&d communication
    développement partenariats ventes achats rh ressources humaines qualité sécurité cybersécurité
    conformité recherche opérations logistique e-commerce web data ia cloud it si stratégie
    export distribution retail clients client relation relations publiques affaires fusions acquisitions
    investissement investissements projet projets technologie technologies systèmes information
    infrastructure santé énergie officer executive operating technology technical information
    marketing-communication revenue product people human resources chief financial commercial
    growth engineering science scientist director manager president partner general of sales
    grands grand comptes secteur public sectoriel monde groupe indépendant indépendante
    non-exécutif sortant sortante suppléant suppléante intérimaire provisoire permanent permanente spécial spéciale
    parlementaire politique chargé chargée chargés élu élue unique majoritaire sud nord est ouest
    senior junior lead vice social sociale médical médicale clinique réglementaire
    pédagogique académique éthique""".split()
)
#: Nouns in "directeur de la …": part of the function, never its organisation.
ROLE_NOUNS_BLOCK = frozenset("société entreprise start-up startup groupe firme association fonds banque agence école université compagnie filiale maison fondation fédération organisation éditeur structure jeune pousse pépite enseigne marque plateforme plate-forme holding institution établissement cabinet studio incubateur accélérateur site ministère pays région ville géant constructeur fabricant opérateur spécialiste leader".split())  # fmt: skip

PERSON_NOUNS = frozenset(
    """entrepreneur entrepreneure entrepreneuse dirigeant dirigeante homme femme milliardaire trentenaire
    quadragénaire quinquagénaire sexagénaire polytechnicien polytechnicienne centralien centralienne énarque
    normalien normalienne diplômé diplômée intéressé intéressée manager ingénieur ingénieure chercheur
    chercheuse financier financière développeur informaticien informaticienne avocat avocate responsable
    investisseur chef cheffe patron patronne élu élue""".split()
)

#: Nouns that name a post rather than its holder ("prend la présidence de").
POSTS = frozenset("direction présidence vice-présidence coprésidence co-présidence codirection intérim tête rênes commandes barre manettes gouvernail destinées dsi drh".split()) - {"dsi", "drh"}
