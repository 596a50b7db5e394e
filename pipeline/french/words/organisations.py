"""Words of organisations: nouns that stand for one, words that open or close its name."""

from __future__ import annotations

_NOUNS = {
    "company": """
        acteur adtech agritech application assureur assurtech avionneur biotech branche cabinet
        cador champion climatetech colosse compagnie concepteur concurrent conglomérat constructeur
        constructrice coopérative créateur cybermarchand câblo-opérateur deeptech distributeur
        division détaillant développeur e-commerçant editrice edtech enseigne entité entreprise
        entreprises esn eti exploitant fabricant filiale fintech firme fleuron fondeur foodtech
        fournisseur gestionnaire greentech groupe géant healthtech holding hébergeur industriel
        insurtech intégrateur inventeur jeune-pousse leader legaltech licorne logisticien loueur
        maison marchand marque martech mastodonte medtech messagerie moteur multinationale mutuelle
        néobanque ogre opérateur pionnier plate-forme plateforme pme poids-lourd portail pousse
        prestataire producteur proptech pépite regtech rival régie réseau-social scale-up scaleup
        site société sociétés sous-traitant spécialiste ssii start-up startup structure studio titan
        transporteur télécoms éditeur équipementier
        """,
    "public": """
        agence autorité collectivité commission département gouvernement institution mairie
        ministère municipalité métropole région
        """,
    "bank": """
        banque établissement
        """,
    "fund": """
        fonds investisseur
        """,
    "association": """
        association collectif fondation fédération ong organisation syndicat
        """,
    "school": """
        accélérateur faculté incubateur institut laboratoire université école
        """,
    "media": """
        chaîne hebdomadaire journal magazine média quotidien titre
        """,
}
#: Nouns by which the press refers to an organisation. The value says what it can refer to.
ORG_NOUNS: dict[str, str] = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
#: Feminine among them: agreement of "elle" and of adjectives.
FEMININE_ORG_NOUNS = frozenset(
    """
    agence application association autorité banque biotech branche chaîne collectivité
    commission compagnie coopérative division edtech enseigne entité entreprise esn eti faculté
    filiale fintech firme fondation foodtech fédération holding institution insurtech legaltech
    licorne mairie maison marque medtech messagerie multinationale municipalité mutuelle
    métropole néobanque ong organisation plate-forme plateforme pme pousse proptech pépite régie
    région scale-up société ssii start-up startup structure université école
    """.split()
)
#: First words of the names of institutions.
ORG_HEADS = frozenset(
    """
    académie agence agglomération alliance ambassade archives armée assemblée association
    assurance autorité banque bibliothèque cabinet caisse campus centre cercle chaire chambre
    chru chu cinémathèque clinique club collectif collège comité commissariat commission
    communauté compagnie confédération conférence conseil conservatoire consortium coopérative
    cour crédit cégep direction délégation faculté fondation fonds fédération gendarmerie
    gouvernement grappe groupe haut haut-commissariat haute hospices hôpital inspection institut
    iut laboratoire ligue lycée mairie ministère mission mouvement musée mutuelle observatoire
    office opéra ordre organisation parlement parquet parti police préfecture pôle rectorat
    région réserve secrétariat société syndicat sécurité sénat théâtre tribunal trésor union
    université école éducation
    """.split()
)
#: Last words of the names of companies: legal forms and trades.
ORG_SUFFIXES = frozenset(
    """
    academy ads advisory aero aerospace ag agri airlines associates assurance assurances
    automation aéronautique bank banque bio biosciences biotech biotechnologies book box brain
    brands bros brothers bv capital care cash chemicals clinic cloud co company conseil
    consulting corp corp. corporation cosmetics craft credit data design devices digital
    distribution drone défense electric electronics energy engineering entertainment equity farm
    fashion fils finance financial food foods foundation game games gene gestion glass global
    gmbh green group health holding holdings hub immobilier inc inc. industries informatique
    institute instruments interactive international invest investissement kids lab labs learning
    life link llc logiciels logistics logistique ltd machine machines makers marine market
    materials media medical metals mind mobile mobility money motion motors music médias médical
    networks nv ocean online orbit partners pay pharma play plc power press productions robot
    robotics sa santé sarl sas sasu school sciences se security semiconductor services shop soft
    software solar solutions spa space spatial sport sports steel store stores studio studios
    systems tech technologies technology telecom therapeutics tools trade transports travel
    télécom university venture ventures vision voice water wave web wireless works éditions
    électronique énergie métropole agglomération habitat
    """.split()
)
#: Organisations' nouns that are fields of functions, too: "directrice de la marque employeur".
_FIELDS = frozenset(
    """division branche département moteur application messagerie portail télécoms laboratoire
    faculté titre entité réseau-social acteur créateur concepteur inventeur marchand chaîne
    commission rival concurrent champion collectif régie gestionnaire rivale""".split()
)
#: Nouns in "directeur de la …" that are never part of the function: the organisation itself.
ROLE_NOUNS_BLOCK = (ORG_NOUNS.keys() - _FIELDS) | {"jeune", "pays", "ville"}
