"""Words beside a name that tell what it is."""

from __future__ import annotations

from pipeline.annotate.anaphors import MORE_ORG_NOUNS
from pipeline.french.words import ORG_NOUNS

STREETS = frozenset(
    """rue avenue boulevard bd place quai allée impasse chaussée square street road drive lane
    strasse""".split()
)
#: Nouns before a name that may be a product's or a place's as well as a company's.
WEAK_NOUNS = frozenset(
    """site application plateforme plate-forme moteur marque maison créateur région métropole
    état messagerie portail ville département pays commune""".split()
)
#: "la pépite Qalvio": what is named by such a noun is an organisation.
COMPANY_NOUNS = (ORG_NOUNS.keys() | MORE_ORG_NOUNS.keys()) - WEAK_NOUNS | frozenset(
    """ong think-tank consortium consultant traiteur coursier boulanger imprimeur courtier notaire
    transporteur fondeur label-studio family-office club-deal réassureur co-entreprise coentreprise
    tour-opérateur promoteur foncière brasserie librairie chausseur horloger joaillier maroquinier
    papetier laboratoire labo hacker groupement collectif syndicat fabless""".split()
)
#: "le logiciel Xerus": what is named by such a noun is a product, a programme, an event.
THING_NOUNS = frozenset(
    """logiciel logiciels outil modèle modèles robot robots console consoles jeu jeux puce puces
    processeur processeurs fusée lanceur satellite satellites avion drone drones bouton
    fonctionnalité fonction assistant agent chatbot smartphone smartphones téléphone tablette
    montre casque enceinte lunettes voiture berline citadine batterie batteries film série roman
    album programme projet plan opération loi règlement directive décret amendement traité salon
    festival concours prix label trophée sommet conférence protocole langage norme algorithme
    supercalculateur calculateur ordinateur virus rançongiciel cheval cryptomonnaie monnaie jeton
    extension version mode offre formule abonnement gamme collection appli app dispositif appel
    mission exposition baptisé baptisée baptisés intitulé intitulée""".split()
)
#: "la famille Desnos".
KIN = frozenset("famille frères frère sœurs sœur clan époux couple héritiers dynastie".split())
POLITICAL = frozenset("maire ministre préfet gouverneur premier ambassadeur professeur".split())
#: "rachat de X": what companies have.
OF_COMPANY = frozenset(
    """filiale filiales rachat acquisition reprise cession fusion actions capital salariés
    porte-parole cofondateur fondateur fondateurs cofondateurs fondatrice cofondatrice pdg patron
    patronne ceo actionnaires actionnaire dirigeants dirigeant clients client giron escarcelle
    auprès concurrent concurrente concurrents rival rivale rivaux partenaire partenaires créateur
    créateurs valorisation faillite liquidation redressement introduction offensive recrue
    investisseurs ingénieurs développeurs collaborateurs employés effectifs finances comptes
    affaires bénéfice bénéfices résultats pertes cofondation création groupe direction mère
    portefeuille antenne licenciements levée""".split()
)
#: "les équipes de X": what companies have, and what is at places.
OF_EITHER = frozenset("équipes équipe bureaux siège locaux usine antenne chute soutien".split())
#: "port de X": what places have.
OF_PLACE = frozenset(
    """ville région maire aéroport port gare métropole quartier rue préfecture nord sud est ouest
    technopole commune agglomération plateau département faubourg banlieue périphérie province
    campus pays canton district alentours hauteurs habitants île vallée marché sortie""".split()
)
#: Before "à", these take whom, not where.
TO_WHOM = frozenset(
    """rapport face grâce quant vend vendu vendue vendre cédé cédée céder cède appartient
    appartenait vente confié confiée associe associer associé allie allier liée lié oppose
    commande achète acheté rachète racheté emprunte doit prête prêté donne donné livre livré
    livrée offre offrir fourni fournit conseille demandé demande profite profiter""".split()
)
#: Before "avec": deals have two sides.
WITH_WHOM = frozenset(
    """signé signe signer associe associer associé associée allie allier fusionne fusionner
    fusionné fusion partenariat alliance accord contrat discussions négociations négocie discute
    pourparlers rapprochement coentreprise collabore collaboration concurrence
    partenariats mariage convention""".split()
)
#: "racheté par X", where X is a company; "fondée par X" tells of persons.
BY_COMPANY = frozenset(
    stem + ending
    for stem in """racheté repris acquis détenu édité exploité financé menée mené soutenu absorbé
        accompagné fabriqué commercialisé hébergé opéré distribué avalé contrôlé valorisé revendu
        commandé sponsorisé conseillé""".split()
    for ending in ("", "e", "s", "es")
)
BY_PERSON = frozenset(
    stem + ending
    for stem in "fondé cofondé dirigé présidé incarné piloté emmené signé".split()
    for ending in ("", "e", "s", "es")
)
#: "des clients comme X", "face à X".
EXAMPLES = frozenset(
    """clients concurrents acteurs groupes entreprises sociétés start-up startups startup géants
    fonds marques enseignes investisseurs partenaires opérateurs éditeurs pépites licornes rivaux
    banques plateformes constructeurs fabricants fournisseurs""".split()
)
CLAUSE = frozenset("a est qui que à dans avec par".split())
HELPERS = frozenset("a va vient veut prévoit s' compte doit peut ont n' ne se".split())
BEFORE_ROLE = frozenset("le la l' son sa ancien ancienne notre actuel ex".split())
#: A name after one of these is no subject, whatever verb follows.
GOVERNING = frozenset("de d' du des à au aux en par avec chez pour sur dans vers".split())
