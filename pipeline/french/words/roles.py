"""Words of functions: their first words, what may follow, the posts they are called by."""

from __future__ import annotations

#: First word of a function that a person can hold.
ROLE_HEADS = frozenset(
    """
    administrateur administrateurs administratrice administratrices alternant alternante
    ambassadeur ambassadrice analyste animateur animatrice apprenti apprentie architecte associé
    associée associées associés auditeur auditrice avocat avocate banquier banquière boss
    bourgmestre bâtonnier bâtonnière cdo censeur ceo cfo chairman chairperson chairwoman
    chancelier chancelière chef cheffe chefs chercheur chercheuse chief chro chroniqueur
    chroniqueuse cio ciso cmo co-ceo co-directeur co-directrice co-fondateur co-fondateurs
    co-fondatrice co-fondatrices co-founder co-gérant co-président co-présidente coassocié
    codirecteur codirecteurs codirectrice codirigeant codirigeante cofondateur cofondateurs
    cofondatrice cofondatrices cofounder cogérant cogérante commissaire conseiller conseillère
    consultant consultante contrôleur contrôleuse coo coordinateur coordinatrice coordonnateur
    coordonnatrice copatron coprésident coprésidente coprésidentes coprésidents correspondant
    correspondante cpo cro cto curateur daf designeuse dg dga directeur directeur-fondateur
    directeur-général directeurs directrice directrices dirigeant dirigeante dirigeants doyen
    doyenne drh dsi délégué déléguée député députée enseignant enseignant-chercheur enseignante
    enseignante-chercheuse entrepreneur-en-résidence eurodéputé eurodéputée evangelist evp fellow
    fondateur fondateurs fondatrice fondatrices founder gouverneur gouverneure gérant gérante
    haut-commissaire head ingénieur ingénieure intendant journaliste juriste lobbyiste maire
    maires manager managers managing mathématicienne membre membres ministre ministres médiateur
    médiatrice p-dg p.-d.g. partner partners patron patronne patrons pdg pdg-fondateur
    porte-parole president procureur procureure productrice professeur professeure proviseur
    préfet préfète président président-directeur président-fondateur présidente
    présidente-directrice présidente-fondatrice présidentes présidents recteur rectrice reporter
    représentant représentante responsable responsables rssi rédacteur rédactrice secrétaire
    sous-directeur sous-directrice stagiaire stratège superintendant superviseur svp syndic
    sénateur sénatrice trésorier trésorière vice-president vice-président vice-présidente
    vice-présidentes vice-présidents vp échevin échevine économiste éditeur-en-chef
    éditorialiste évangéliste
    """.split()
)
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
    "cadre": ("dirigeant", "dirigeante", "supérieur", "supérieure"),
}
#: What may follow the first word of a function.
ROLE_ADJECTIVES = frozenset(
    """
    académique achats acquisitions actionnaire adjoint adjointe adjoints administratif
    administrative affaires alliances apac artistique associé associée associés benelux brand
    business chargé chargée chargés chief client clients clinique cloud commercial commerciale
    commerciaux communication communications compliance comptes conformité corporate créatif
    créative customer cybersécurité dach data digital digitale directeur director directrice
    dirigeant dirigeante distribution délégué déléguée départemental développement e-commerce
    emea engineering est européen européenne européens executive export extérieures exécutif
    exécutive financial financier financière fondateur fondateurs fondatrice fondatrices fusions
    general global grand grands groupe growth général générale générales généraux honoraire
    humaines human ia industriel industrielle industrielles indépendant indépendante information
    informatique infrastructure innovation institutionnelles international internationale
    internationales internationaux intérimaire investissement investissements it junior
    juridique latam lead legal logistique majoritaire manager marketing marketing-communication
    monde mondial mondiale mondiaux municipal médias médical médicale métropolitain
    métropolitaine national nationale non-exécutif non-exécutive nord numérique numériques of
    officer operating opérationnel opérationnelle opérationnels opérations ouest parlementaire
    partenariats partner partnerships people permanent permanente politique president principal
    principale product produit produits projet projets provisoire public publiques pédagogique
    qualité r&d recherche relation relations resources ressources retail revenue rh risk
    régional régionale réglementaire sales santé science scientifique scientist secteur
    sectoriel senior si social sociale sociales sortant sortante spécial spéciale stratégie
    stratégique stratégiques success sud suppléant suppléante supérieur supérieure systèmes
    sécurité technical technique techniques technologie technologies technologique
    technologiques technology unique ventes vice web éditorial éditoriale élu élue énergie
    éthique
    """.split()
)
#: Nouns that name a post rather than its holder ("prend la présidence de").
POSTS = frozenset(
    """
    barre co-présidence codirection cogérance commandes coprésidence destinées direction
    gouvernail gérance intérim manettes présidence rédaction rênes secrétariat tête
    vice-présidence
    """.split()
)
