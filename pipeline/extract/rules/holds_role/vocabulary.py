"""Word classes and shared phrases of the rules of functions."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import Words, verbs, without, words

PHRASES: Mapping[str, tuple[str, ...]] = {
    # between a function and its organisation: de X, du groupe X, de la filiale belge de X, au sein de X
    "at": (
        "de|d'|du|des|chez|à|au|aux|pour @det?",
        "#D? de|d'|du|des|au|à|aux|pour|en @def? @part ~4 de|d'|du|des|chez @def?",
        "de|d'|du|des @det? @body ~2",
        "au sein de|d'|du|des @det?",
        "pour @def ~3!#P|#O|et|, chez|de|d' @det?",
        "à ~1 ans de|d'|du|des|chez @det?",
        "@nat de|d'|du|des|chez @det?",
        ", #L , de|d'|du|des @det?",
    ),
    # the role is said as such: en tant que, en qualité de, au poste de, comme
    "as": (
        "en tant|qualité que|qu'|de|d' @det?",
        "comme @det? @new?",
        "à|au|aux ~1 @post de|d' @det?",
        "avec|sous|dans @def|@det @post de|d' @det?",
        "pour ~1 devenir|être ~1 @det?",
        "à titre de|d'",
    ),
    "to": ("comme @det?", "à|au|aux|dans @def? @post? de|d'? @det?"),
    # est, jusqu'à présent, le · fut, neuf ans durant, le · est à la fois l'actionnaire et le · est l'un des
    "being": (
        "%while? %while? %det",
        "~1-appoint à @def? fois ~4!#R|#O @det?",
        "~1-appoint #D? l' un|une des",
        "~1-appoint , ~4!#P|#O , %det",
    ),
    "while": (
        "~1-appoint @adv?",
        "#D",
        "jusqu'|jusque à? ici|présent|là|alors|récemment",
        "pendant|durant ~2 ans|mois|années|#D",
        "~2 ans|mois|années durant",
        "tour à tour",
    ),
    "det": ("#D? @det? @quality? @quality? @quality?", "%meanwhile @det? @quality?"),
    # pour l'heure directeur de X
    "meanwhile": (
        "pour l' heure|instant", "par ailleurs", "à l' époque", "un temps", "depuis peu", "de son état",
        "en outre", "à ses heures", "entre autres",
    ),
    # le directeur de X au Maroc, Jean Martin
    "scope": (
        "à|au|aux|en|dans|pour @def? #L|#l",
        "en charge de|d'|du|des ~4!#P|#O",
        "chargé|chargée de|d'|du|des ~4!#P|#O",
    ),
    # il prend, lui, les commandes
    "aside": (", ~4 ,",),
    # no organisation follows, or only "de la filiale"
    "nowhere": (
        "!de|d'|du|des|chez|au|aux|auprès|pour|@origin", "de|d'|du|des @def? @arm ~1 !de|d'|du|des|chez|#L",
        # le plus jeune président du secteur
        "de|d'|du|des @def? @field",
    ),
    "qualified": ("@quality?",),
}  # fmt: skip

WORDS: Mapping[str, Words] = {
    "appoint": verbs(
        "nommer désigner élire choisir recruter embaucher débaucher bombarder propulser introniser sélectionner "
        "confirmer reconduire engager réélire parachuter coopter promouvoir adouber catapulter titulariser "
        "rappeler enrôler renommer placer installer porter hisser asseoir élever affecter muter maintenir appeler "
        "pressentir convier"
    )
    | words("pressenti pressentie"),
    # what a function is about stands for it: "à Paul Roux les finances", "dirige la technique"
    "domain": words(
        "finances marketing communication ventes achats stratégie technique technologie technologies produit produits "
        "opérations ingénierie recherche innovation comptabilité trésorerie contentieux production logistique juridique "
        "commercial informatique ressources développement données data rh export relations qualité cybersécurité r&d "
        "programmation partenariats international édition exploitation maintenance numérique distribution clientèle"
    ),
    "baton": words("clés clefs rênes commandes manettes barre gouvernail fauteuil flambeau témoin direction destinées"),
    "knew": verbs("connaître voir") | words("connut connu connus vit vu"),
    "appointment": words("nomination arrivée recrutement promotion désignation élection embauche venue retour intronisation cooptation"),
    "appointed": words(
        "nominations nomination mouvements mercato nommés arrivées carnet promotions accueille accueillent nouvelles "
        "entrants promus renforce renforcent étoffe étoffent muscle remanie remaniement recrute recrutent renouvelle"
    ),
    "join": verbs("rejoindre intégrer rallier"),
    "arrive": verbs("arriver débarquer atterrir entrer revenir poser faire pousser signer"),
    "take": verbs(
        "prendre reprendre récupérer décrocher obtenir hériter accéder endosser enfiler coiffer étrenner saisir "
        "conquérir rafler empocher"
    ),
    "accept": verbs("accepter briguer viser"),
    "hold": verbs("occuper exercer assurer cumuler tenir assumer conserver garder détenir"),
    "post": words(
        "poste postes fonction fonctions rôle responsabilités titre mandat qualité siège fauteuil casquette charge "
        "costume habit habits place tablier rang grade maroquin portefeuille strapontin"
    ),
    "leave": verbs("quitter démissionner abandonner céder laisser libérer lâcher délaisser rendre retirer transmettre démettre"),
    "cede": verbs("passer transmettre céder tirer partir prendre"),
    "go": verbs("partir claquer raccrocher jeter effacer") | words("tire prend"),
    "oust": verbs("révoquer démettre écarter évincer limoger débarquer remercier licencier destituer relever congédier chasser suspendre pousser déloger"),
    "departure": words("départ démission éviction retrait révocation limogeage"),
    "succeed": verbs("succéder remplacer relayer suppléer"),
    "relay": words("suite relais succession relève place flambeau"),
    "stead": words("place remplacement lieu"),
    "lead": without(
        verbs("diriger présider piloter codiriger coprésider gérer chapeauter superviser conduire mener animer cornaquer"),
        "président coprésident dirigeant dirigeants gérant gérants mené menée menés menées mène mener menait conduit conduite conduits",
    ),
    "officiate": verbs("officier exercer sévir opérer travailler siéger figurer agir servir œuvrer intervenir veiller"),
    "count": verbs("compter figurer ranger"),
    "find": verbs("tenir trouver accueillir choisir dévoiler donner doter offrir dénicher"),
    "watch": verbs("veiller présider"),
    "keep": verbs("tenir occuper"),
    "field": words("secteur pays marché métier histoire place génération monde genre profession filière"),
    "lose": verbs("perdre remercier"),
    "swap": verbs("troquer échanger délaisser"),
    "reign": verbs("régner veiller présider"),
    "sit": verbs("siéger"),
    "see": verbs("voir"),
    "settle": verbs("installer asseoir glisser caler"),
    "climb": verbs("accéder monter grimper parvenir hisser"),
    "pass_on": verbs("passer"),
    "career": verbs("commencer débuter démarrer faire travailler entamer entrer œuvrer passer"),
    "choice": words("choix dévolu jeté porté arrêté tombé fixé"),
    "make": verbs("faire"),
    # no infinitive: "connu pour être le fondateur de"
    "is": without(verbs("être"), "être étant"),
    "remain": verbs("rester demeurer"),
    "entrust": verbs("confier attribuer remettre échoir revenir offrir proposer incomber déléguer")
    | words("ira irait iront allait"),
    "tip": verbs("circuler évoquer citer annoncer pressentir favoriser") | words("favori favorite cité citée"),
    "part": words(
        "filiale division branche antenne entité direction activité activités pôle bureau équipe site unité "
        "département conseil comité agence studio laboratoire centre service business région zone usine campus "
        "rédaction édition marque holding"
    ),
    "arm": words("filiale division branche antenne entité pôle"),
    "body": words(
        "communauté chambre syndicat tribunal barreau port parc club ligue ordre cour coopérative caisse réseau label "
        "musée théâtre festival concours hôpital clinique aéroport union fédération métropole mairie ville conseil comité"
    ),
    "area": words("région ville métropole commune département pays agglomération communauté province canton état"),
    "quality": words(
        "actuel actuelle nouveau nouvelle nouvel futur future prochain prochaine ancien ancienne ex ex- jeune "
        "emblématique charismatique discret discrète bouillant bouillante fringant fringante historique "
        "puissant puissante influent influente très fraîchement propre premier première également aussi "
        "lui-même elle-même désormais toujours encore autre tout toute deux trois quatre lui elle eux simple tel telle déjà entrepreneurship research associate"
    ),
    "plurals": words(
        "fondateurs fondatrices cofondateurs cofondatrices co-fondateurs co-fondatrices présidents coprésidents "
        "coprésidentes directeurs directrices codirecteurs dirigeants codirigeants associés associées gérants cogérants "
        "administrateurs administratrices patrons responsables chercheurs analystes avocats vice-présidents membres partners"
    ),
    "civic": words("maire maires préfet préfète gouverneur gouverneure bourgmestre député députée sénateur sénatrice"),
    "front": words(
        "à la fois tour longtemps aujourd'hui actuel actuelle ancien ancienne ex ex- toujours également jusque-là "
        "jusqu' ici alors d'abord désormais hier naguère autrefois par ailleurs depuis premier première vice"
    ),
    "fellow": words("associé associée associés conseiller conseillère avocat avocate bras adjoint adjointe"),
    "state": words("président présidente roi reine chancelier chancelière"),
    "coming": words("nouveau nouvelle nouvel futur future prochain prochaine"),
    # what ends an aside: "44 ans, devient le président" is no apposition
    "turn": {
        **verbs("être avoir devenir nommer prendre rejoindre venir quitter succéder diriger occuper"),
        **words("vient va"),
    },
}  # fmt: skip
