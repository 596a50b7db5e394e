"""Who opens, has, plans or closes a named establishment where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.extract.relation import RelationType, Rule, verbs, words

_OFFICE = {
    "office": "bureau bureaux locaux antenne antennes agence agences implantation implantations représentation représentations plateau comptoir quartiers pied-à-terre pénates poste immeuble",
    "headquarters": "siège sièges quartier-général siège-social qg",
    "lab": "laboratoire laboratoires labo labos lab labs centre centres",
    "subsidiary": "filiale filiales succursale succursales",
    "factory": "usine usines gigafactory gigafactories mégausine giga-usine fabrique atelier ateliers fonderie manufacture",
    "datacenter": "datacenter datacenters data-center data-centers datacentre datacentres center centers",
    "store": "boutique boutiques magasin magasins showroom showrooms flagship supérette vitrine",
    "hub": "hub hubs",
    "campus": "campus",
    "other": "équipe équipes site sites studio studios entrepôt entrepôts établissement établissements pôle pôles plateforme plate-forme école incubateur accélérateur base plaque-tournante",
}  # fmt: skip
_KINDS = {form: kind for kind, forms in _OFFICE.items() for form in forms.split()} | {
    "quartier général": "headquarters",
    "centre de données": "datacenter",
    "centres de données": "datacenter",
    "centre industriel": "factory",
    "centre de production": "factory",
    "site industriel": "factory",
    "site de production": "factory",
    "point de vente": "store",
    "points de vente": "store",
    "centre de formation": "other",
    "centre de support": "other",
    "centre d' appels": "other",
    "centre de service": "other",
    "centre de services": "other",
    "centre logistique": "other",
}
#: Nouns that mean much besides an establishment: too weak for "crée une plateforme à Lyon".
_LOOSE = "équipe équipes plateforme plate-forme base école poste immeuble vitrine centers quartiers incubateur accélérateur établissement"  # fmt: skip
_FIRM = " ".join(form for forms in _OFFICE.values() for form in forms.split() if form not in _LOOSE.split())  # fmt: skip
_EVERY = " ".join(_OFFICE.values()) + " quartier point points bâtiment"

_PLANNED = dict.fromkeys(("past", "present", "future", "conditional"), "planned")
_KEPT = {"past": "existing", "present": "existing", "future": "planned", "conditional": "planned"}
#: What is being built is not open yet.
_BUILT = {"past": "opened", "present": "planned", "future": "planned", "conditional": "planned"}


def _frame(
    name: str,
    verb: str,
    weight: float,
    *,
    noun: str = "office",
    gap: str = "~7",
    without: tuple[str, ...] = (),
    status: str | None = None,
    statuses: Mapping[str, str] | None = None,
) -> tuple[Rule, ...]:
    """Every shape of a verb that has an establishment as its object: X ouvre un bureau à Lyon."""
    inside = "@adv? @adv?" if gap.startswith("@") else "~4"
    far = gap if gap.startswith("@") else "~~8"
    shapes = {
        # Norlys ouvre un bureau à Lyon ; … un laboratoire, le troisième, près de Nantes
        "there": (f"{{company^}} @{verb} {gap} @{noun} ~~7 %at {{place+}}", 0.02),
        # Norlys compte ouvrir, d'ici à deux ans, des bureaux à Lyon
        "there_aside": (f"{{company^}} @{verb} , ~~8 , ~4 @{noun} ~~7 %at {{place+}}", 0.0),
        # Norlys ouvre trois bureaux : Lyon, Nantes et Lille
        "enumerated": (f"{{company^}} @{verb} {gap} @{noun} ~~6 :|( {{place+}}", 0.0),
        # Norlys ouvre à Lyon un bureau de dix personnes
        "there_first": (f"{{company^}} @{verb} ~~4 %at {{place+}} ,? ~6 @{noun}", 0.0),
        # Norlys ouvre ses bureaux de Lyon et de Nantes
        "of": (f"{{company^}} @{verb} {gap} @placed ~2-out de|d'|du {{place+}}", 0.0),
        # Norlys ouvre un bureau lyonnais, ses premiers bureaux américains
        "adjective": (f"{{company^}} @{verb} {gap} @firm ~1 {{place=dem}}", 0.0),
        "adjective_inside": (f"{{company^}} @{verb} {inside} {{place=dem@firm}}", 0.0),
        "country": (f"{{company^}} @{verb} {gap} @tied {{place=nat}}", 0.0),
        # … un laboratoire à Nantes et un autre à Bordeaux ; … et une usine à Pau
        "another": (f"{{company^}} @{verb} {gap} @{noun} ~~14 @another ~2 %at {{place+}}", -0.12),
        "besides": (f"{{company^}} @{verb} {gap} @{noun} ~~14 et|,|puis @indefinite|d' ~2 @{noun} ~4 %at {{place+}}", 0.0),
        "those": (f"{{company^}} @{verb} {far} @{noun} ~~6 celui|celle|celles|ceux de|d'|à {{place+}}", 0.06),
        "among": (f"{{company^}} @{verb} {gap} @{noun} ~~6 dont|notamment|commencer ~3 %member {{place+}}", 0.02),
        # À Lyon, Norlys ouvre un bureau ; c'est à Lyon que Norlys ouvre
        "fronted": (f"^ %at {{place+}} ~~8 , ~4 {{company-}} ~6 @{verb} {gap} @{noun}", -0.04),
        # C'est à Lyon que Norlys, fondée par …, a ouvert la première de ses filiales
        "cleft_far": (f"c' est ~1 %at {{place+}} ~~6 que|qu' {{company}} , ~~40 @{verb} {far} @{noun}", -0.1),
        # elle a créé une filiale lyonnaise de Norlys
        "adjective_owned": (f"@{verb} ~~12 @firm ~1 {{place=dem}} ~1 de|d'|du @def? {{company-}}", 0.06),
        "fronted_late": (f"^ ~4-present , %at {{place+}} , ~3 {{company-}} ~6 @{verb} {gap} @{noun}", -0.04),
        "cleft": (f"%at {{place+}} ~~8 que|qu' ~1 {{company}} ~6-be @{verb} {gap} @{noun}", -0.02),
        # Lyon, où Norlys a ouvert un bureau ; où vient d'ouvrir le bureau de Norlys
        "where": (f"{{place}} ,? ~2 où ~2 {{company}} ~5 @{verb} {gap} @{noun}", -0.02),
        # Norlys y ouvre un bureau
        "y": (f"{{company^}} {{place~}} y ~2 @{verb} {gap} @{noun}", -0.06),
        "y_own": (f"{{company^}} {{place~}} y ~2 @{verb} ~2 le|la|les sien|sienne|siens|siennes", -0.06),
    }  # fmt: skip
    return tuple(
        Rule(f"{name}_{shape}", pattern, status, {}, round(weight + extra, 2), verb, statuses=statuses or {})
        for shape, (pattern, extra) in shapes.items()
        if shape not in without
    )  # fmt: skip


#: "Ses filiales européennes": a continent is no place of an establishment.
_CONTINENTS = frozenset({"Europe", "Afrique", "Asie", "Amérique", "Amériques", "Amérique du Nord", "Amérique du Sud", "Amérique latine", "Océanie", "Moyen-Orient", "Maghreb", "Occident"})  # fmt: skip
_OWN = {"kind": "office"}


def _passing(*rules: Rule) -> tuple[Rule, ...]:
    """Rules for an establishment named in passing, each with its twin for one that is to come.

    "le bureau de Norlys à Lyon" is there; "le futur bureau de Norlys à Lyon" is planned.
    """
    coming = (
        replace(
            rule,
            name=f"{rule.name}_coming",
            pattern=_NAMED.sub(r"@coming ~1 \g<0>", rule.pattern, count=1),
            status="planned",
            weight=round(rule.weight + 0.04, 2),
        )
        for rule in rules
        if _NAMED.search(rule.pattern)
    )
    return (*rules, *coming)


_NAMED = re.compile(r"@(?:office|firm|solid|tied)\b")

RELATION = RelationType(
    name="opens_office",
    slots={"company": "ORG", "place": "LOC"},
    statuses={"past": "opened", "present": "opened", "future": "planned", "conditional": "planned"},
    kinds=_KINDS,
    barred={"place": _CONTINENTS},
    phrases={
        "at": (
            "à|au|aux|en|dans|sur|vers @det?",
            "à|au|aux|en|dans|sur @det? @area de|d'|du|des @def?",
            "à|au|aux|en|dans @det? @area ~3 de|d'|du|des @def?",
            "près|proche|autour|côté|côtés de|d'|du @def?",
            "aux|à @def? @area ~1 de|d'|du",
            "à deux pas de|d'|du",
            "entre",
        ),
        "places_of_work": ("@firm", "adresses|adresse"),
        "shutting": ("@doomed ~~12 @firm", "@firm ~~12 @doomed"),
        "member": ("à|au|en|par @def?", "celui|celle|ceux|celles de|d'|du"),
    },
    words={
        "open": verbs("ouvrir inaugurer implanter installer établir loger étrenner domicilier fixer localiser rouvrir concentrer regrouper rassembler réunir louer déployer"),
        "make": verbs("créer lancer monter fonder planter démarrer baser développer offrir doter prendre poser louer équiper constituer investir inaugurer trouver"),
        "build": verbs("construire bâtir édifier ériger aménager"),
        "hold": verbs("avoir"),
        "have": verbs("disposer compter posséder détenir exploiter opérer occuper gérer aligner totaliser revendiquer animer"),
        "keep": verbs("conserver garder maintenir renforcer agrandir étoffer doubler étendre moderniser rénover diriger tripler muscler"),
        "close": verbs("fermer supprimer liquider abandonner condamner sacrifier évacuer"),
        "leave": verbs("quitter délaisser déserter"),
        "plan": verbs("annoncer prévoir envisager programmer projeter préparer viser étudier chercher rechercher négocier signer promettre planifier réserver officialiser"),
        "move": verbs("déménager transférer déplacer relocaliser délocaliser rapatrier basculer troquer"),
        "strong": verbs("ouvrir inaugurer implanter installer établir construire bâtir édifier étrenner domicilier fixer créer"),
        "settle": verbs("implanter installer établir étendre fixer délocaliser relocaliser baser domicilier ancrer enraciner nicher replier retrancher réinstaller recentrer"),
        "grow": verbs("renforcer agrandir étoffer muscler"),
        "lift": verbs("lever couper"),
        "unlock": verbs("ouvrir"),
        "put": verbs("mettre"),
        "bet": verbs("miser opter parier jeter porter faire"),
        "turn": verbs("faire"),
        "move_in": verbs("emménager"),
        "link": words("de d' du des à au aux en pour dans sur avec par un une"),
        "out": words("hors loin dehors"),
        "land": verbs("débarquer atterrir arriver"),
        "employ": verbs("employer recruter embaucher compter rassembler regrouper occuper réunir mobiliser faire"),
        "strike": verbs("étendre tisser poser déposer jeter planter prendre élire mettre trouver tenir ouvrir transporter déménager installer établir"),
        "belongings": words("valises toile bagages cartons pénates ancre drapeau fanion tente pied racine racines position domicile cap toit portes jalons quartiers boutique crampons pieds pignon marques bureaux"),
        "choose": verbs("choisir retenir préférer sélectionner privilégier désigner élire cibler"),
        "rise": verbs("ouvrir sortir voir prendre naître pousser entrer implanter installer ériger"),
        "sit": verbs("trouver situer installer implanter établir loger baser localiser"),
        "shutdown": verbs("fermer"),
        "shut": verbs("fermer cesser disparaître baisser"),
        "shelter": verbs("abriter héberger accueillir recevoir loger"),
        "opening": words("ouverture inauguration implantation installation création lancement construction arrivée déploiement réouverture"),
        "closing": words("fermeture suppression liquidation disparition"),
        "choice": words("dévolu choix"),
        "occupy": verbs("occuper louer investir prendre acheter"),
        "agree": verbs("signer réserver négocier chercher"),
        "space": words("m² mètres étages étage plateau bâtiment immeuble tour bail"),
        "solid": words("bureau bureaux siège laboratoire laboratoires labo usine usines filiale filiales succursale succursales antenne antennes agence agences datacenter datacenters boutique boutiques magasin magasins campus studio studios atelier ateliers entrepôt entrepôts gigafactory showroom locaux"),
        "one": words("un une des son sa ses leur leurs nos notre le la l' les du au aux premier première deuxième troisième nouveau nouvelle second seconde"),
        "own": words("son sa ses leur leurs nos notre le la l' les du au aux"),
        "office": words(_EVERY),
        "firm": words(_FIRM),
        # "le centre de Lyon" is no establishment
        "placed": words(" ".join(form for form in _FIRM.split() if not form.startswith("centre"))),
        "tied": words("filiale filiales succursale succursales antenne antennes bureaux usine usines"),
        "seat": words("siège siège-social qg quartier-général"),
        "another": words("autre autres second seconde deuxième troisième quatrième cinquième"),
        "indefinite": words("un une des deux trois quatre cinq six d' de son sa ses leur leurs"),
        "counted": words("un une des deux trois quatre cinq six sept huit dix plusieurs son sa ses leur leurs le la l'"),
        "staff": words("personnes salariés salariées collaborateurs employés ingénieurs développeurs chercheurs équipes équipe effectifs techniciens commerciaux collaboratrices salarié postes consultants agents"),
        "coming": words("futur future futurs futures prochain prochaine prochains prochaines projet"),
        "people": words("salariés salariées collaborateurs employés"),
        "present": words("présent présente implanté implantée installé installée établi établie"),
        "area": words("région banlieue périphérie centre cœur coeur quartier sein proximité environs alentours porte portes nord sud est ouest métropole agglomération ville"),
        "towns": words("villes métropoles pays capitales marchés destinations régions"),
        "doomed": words("fermeture fermer ferme fermera fermeront fermeront fermés fermées fermée fermé disparaître disparaîtra disparaîtront"),
        "project": words("projet projets plan plans idée"),
    },
    rules=(
        *_frame("opens", "open", 0.86),
        *_frame("makes", "make", 0.8, noun="firm"),
        *_frame("builds", "build", 0.86, statuses=_BUILT),
        *_frame("has", "have", 0.8, statuses=_KEPT),
        *_frame("holds", "hold", 0.82, gap="@adv? @adv? plus? que? @counted ~4", without=("there_first",), statuses=_KEPT),
        *_frame("keeps", "keep", 0.78, status="existing"),
        *_frame("closes", "close", 0.87, gap="~7-project", status="closed"),
        *_frame("leaves", "leave", 0.84, noun="firm", status="closed"),
        *_frame("plans", "plan", 0.76, noun="firm", statuses=_PLANNED),
        # -- settling -----------------------------------------------------------------
        # Norlys s'implante à Lyon ; s'y est installé
        Rule("settles", "{company^} se|s' ~2 @settle ~4 %at {place+}", weight=0.76, attributes=_OWN),
        Rule("grows_at", "{company^} se|s' ~2 @grow ~3 %at {place+}", weight=0.6, status="existing", attributes=_OWN),
        Rule("moves_in", "{company^} @move_in ~~9 %at {place+}", weight=0.76, attributes=_OWN),
        Rule("moves_in_adjective", "{company^} @move_in ~~5 @firm {place=dem}", weight=0.78, attributes=_OWN),
        Rule("settled_there", "{company^} {place~} s'|se y ~2 @settle", weight=0.68, attributes=_OWN, verb="settle"),
        Rule("settles_where", "{place} ~3 ,? où ~1 {company} ~2 se|s' ~2 @settle", weight=0.74, attributes=_OWN),
        # C'est à Lyon que Norlys s'installe
        Rule("settles_cleft", "%at {place+} ~~6 que|qu' ~1 {company} ~3 se|s' ~2 @settle", weight=0.76, attributes=_OWN),
        # Norlys ouvre à Lyon
        Rule("opens_bare", "{company^!} @unlock ~2 à|en|au {place} ~1 $", weight=0.7, attributes=_OWN),
        Rule("lands", "{company^!} @land ~4 à|en|au|aux|dans @def? {place+}", weight=0.64, attributes=_OWN),
        # Norlys pose ses valises à Lyon ; jette l'ancre, plante son drapeau, met le cap sur
        Rule("strikes", "{company^} @strike ~2 @belongings ~3 %at {place+}", weight=0.8, attributes=_OWN),
        Rule("foot_in", "{company^} @hold ~2 pied|pignon ~2 %at {place+}", weight=0.74, attributes=_OWN, verb="hold", status="existing"),
        Rule("strikes_cleft", "%at {place+} ~~6 que|qu' ~1 {company} ~3 @strike ~2 @belongings", weight=0.8, attributes=_OWN),
        Rule("strikes_there", "{company^} {place~} y ~2 @strike ~2 @belongings", weight=0.7, attributes=_OWN),
        Rule("cap", "{company&} cap|direction sur? @def? {place+}", weight=0.56, attributes=_OWN, status="planned"),
        # Norlys lève le rideau sur une boutique à Lyon ; coupe le ruban de son usine de Pau
        Rule("curtain", "{company^} @lift ~1 rideau|ruban|voile ~3 @office ~5 de|d'|à|en|au {place+}", weight=0.86),
        Rule("first_stone", "{company&} première pierre ~5 @office ~~8 %at {place+}", weight=0.8, status="planned"),
        Rule("first_stone_of", "{company&} première pierre ~5 @office ~3 de|d' {place+}", weight=0.78, status="planned"),
        Rule("team", "{company^} @make ~4 équipe|équipes ~6 %at {place+}", weight=0.68, attributes=_OWN),
        # Norlys met en service un datacenter à Lille
        Rule("in_service", "{company^} @put en service ~3 @office ~5 %at {place+}", weight=0.84),
        # -- choosing -----------------------------------------------------------------
        # Norlys a choisi Lyon pour son siège ; mise sur Lyon pour y ouvrir
        Rule("chooses", "{company^} @choose ~2 {place+} ~2 pour|comme|afin ~~6 @office", weight=0.82, statuses=_PLANNED),
        Rule("bets", "{company^} @bet ~3 sur|pour|de|d' ~1 {place+} ~2 pour|afin|comme ~~6 @office", weight=0.82, status="planned"),
        Rule("sets_heart", "{company^} @strike ~1 @choice sur @def? {place+}", weight=0.66, status="planned", attributes=_OWN),
        Rule("choice_fell", "@choice de|d'|du @def? {company} ~4 sur ~1 {place+}", weight=0.74, status="planned"),
        Rule("chosen_cleft", "c' est|sera|fut ~2 {place!} que|qu' ~1 {company} ~3 @choose ~3 pour|comme ~~5 @office", weight=0.8, status="planned"),
        Rule("makes_it", "{company^} @turn de|d' @def? {place} ~3 @office|port|base", weight=0.76, statuses=_PLANNED),
        Rule("seeks_to", "{company~} @towns ~4 retenues|retenus|choisies|choisis|sélectionnées|sélectionnés ~~6 :|figurent|sont ~1 {place+}", weight=0.72, status="planned"),
        Rule("won_over", "convaincu|convainc|convaincra|séduit|séduira|attiré|poussé|décidé @def? {company} ~2 de|d'|à|pour @open|@build ~5 @office ~5 %at {place+}", weight=0.8, statuses=_PLANNED),
        Rule("place_wins", "{place+} ~4 terrain|écrin|théâtre|base|choisie|choisi|retenue|retenu ~6 @firm ~1 de|d'|du @def? {company-}", weight=0.66, status="planned"),
        # -- an establishment as the subject ------------------------------------------
        # Un bureau de Norlys ouvrira à Lyon ; verra le jour, sortira de terre, prendra place
        Rule("rises", "{company&} @office ~~6 @rise !la|un|une|des|décision|part|acte jour|place|portes|terre|service|le|de|ses|en|corps? ~4 %at {place+}", weight=0.8, verb="rise"),
        Rule("rises_cleft", "%at {place+} ~~8 que|qu' ~2 @rise ~3 @office", weight=0.72, verb="rise"),
        Rule("sits_cleft", "{company&} %at {place+} ~~6 que|qu' est|sont|sera|seront ~1 @sit ~3 @office", weight=0.84, verb="sit", statuses=_KEPT),
        Rule("rises_company", "%at {place+} ~~10 que|qu' ~2 @rise ~~5 @office ~2 de|d'|du @def? {company-}", weight=0.8, verb="rise"),
        Rule("rises_adjective", "{company&} @office ~1 {place=dem} ~~6 @unlock", weight=0.84, verb="unlock"),
        Rule("opening_at", "{company&} @opening ~3 à|en|au {place+}", weight=0.54, nominal=True, given="@firm"),
        Rule("opening_at_planned", "{company&} @opening ~3 à|en|au {place+} ~~2 prévue|prévu|attendue|débutera|programmée|envisagée", weight=0.6, nominal=True, given="@firm", status="planned"),
        Rule("opening_due_at", "{company&} @opening débutera|commencera|démarrera|interviendra ~3 à|en|au {place+}", weight=0.6, nominal=True, given="@firm", status="planned"),
        Rule("expected", "{company&} @office ~~4 attendu|attendue|prévu|prévue|programmé|programmée|annoncé|annoncée ~4 %at {place+}", weight=0.68, status="planned"),
        Rule("rises_there", "{company&} {place~} @office ~3 y ~2 @rise", weight=0.74, verb="rise"),
        Rule("passive", "{company&} @office ~5 @strong:pp ~4 %at {place+}", weight=0.72, verb="strong", statuses={"future": "planned"}),
        Rule("will_be", "{company&} @office ~~4 sera|seront|serait ~3 %at {place+}", weight=0.78, status="planned"),
        Rule("lies", "{company&} @office ~~5 @sit ~3 %at {place+}", weight=0.7, verb="sit", statuses=_KEPT),
        Rule("is_at", "{company&} @seat ~5 est|était ~1 à|en|au|aux {place+}", weight=0.7, status="existing"),
        # Lyon abrite un bureau de Norlys ; Lyon accueillera les équipes de Norlys
        Rule("shelters", "{place+} ~5 @shelter ~~7 @office ~4 de|d'|du @def? {company-}", weight=0.82, verb="shelter", statuses=_KEPT),
        Rule("shelters_cleft", "{place!} qui ~2 @shelter ~4 @office ~3 de|d'|du @def? {company-}", weight=0.84, verb="shelter", statuses=_KEPT),
        Rule("shelters_own", "{company~} {place!} ~2 @shelter @poss|votre|notre ~2 @firm", weight=0.6, verb="shelter", statuses=_KEPT),
        # -- nouns ----------------------------------------------------------------------
        # l'ouverture d'un bureau à Lyon
        Rule("announced_opening", "{company&} @plan ~3 @opening ~5 @of ~5 @office ~~7 %at {place+}", weight=0.86, statuses=_PLANNED),
        Rule("announced_opening_first", "{company&} @plan ~3 @opening ~2 %at {place+} ,? ~1 @of ~5 @office", weight=0.86, statuses=_PLANNED),
        Rule("announced_opening_of", "{company&} @plan ~3 @opening ~3 @office ~1 de|d' {place+}", weight=0.84, statuses=_PLANNED),
        Rule("nominal", "{company&} @opening ~5 @of ~5 @office ~~7 %at {place+}", weight=0.8, nominal=True),
        Rule("nominal_of", "{company&} @opening ~3 @firm ~2 de|d' {place+}", weight=0.78, nominal=True),
        Rule("nominal_first", "{company&} @opening ~2 %at {place+} ,? ~1 @of ~5 @office", weight=0.8, nominal=True),
        Rule("nominal_planned", "{company&} @opening ~5 @of ~5 @office ~~7 %at {place+} ~~3 prévue|attendue|programmée|figure|envisagée|interviendra|devrait|annoncée", weight=0.83, nominal=True, status="planned"),
        Rule("nominal_named", "@opening ~3 @office {company!} ~1 à|en|au {place+}", weight=0.84, nominal=True),
        Rule("works_begin", "{company^} @make ~2 construction|chantier|pierre|travaux ~3 @office ~~6 %at {place+}", weight=0.86, status="planned"),
        Rule("implantation", "implantation|installation|arrivée|venue ~1 de|d'|du @def? {company-} ~2 %at {place+}", weight=0.78, nominal=True, attributes=_OWN),
        Rule("announced_implantation", "{company^} @plan ~2 @poss ~1 implantation|installation|arrivée ~2 %at {place+}", weight=0.8, statuses=_PLANNED, attributes=_OWN),
        Rule("its_implantation", "{company&} @poss ~1 implantation|installation|arrivée ~2 %at {place+}", weight=0.68, nominal=True, attributes=_OWN),
        # Norlys : un bureau à Lyon avant la fin de l'année
        Rule("title_colon", "^ {company!} : @indefinite|@another ~3 @firm ~3 à|en|au {place+}", weight=0.6, status="planned"),
        # un bureau à Lyon, une usine à Pau : Norlys voit loin
        Rule("list_first", "^ @indefinite ~3 @firm ~2 à|en|au {place+} ~~12 : ~1 {company!}", weight=0.7, status="existing"),
        Rule("list_next", "^ @indefinite ~3 @firm ~2 à|en|au #L ~~4 @indefinite ~2 @firm ~2 à|en|au {place+} ~~10 : ~1 {company!}", weight=0.7, status="existing"),
        Rule("programme", "{company~} programme|objectif|ambition|projet|projets|calendrier|clé ~4 : @indefinite ~3 @firm ~2 à|en|au {place+}", weight=0.56, status="planned", nominal=True),
        # -- having ---------------------------------------------------------------------
        Rule("strong_of", "{company&} doté|dotée|fort|forte|forts|riche|équipé|équipée de|d' ~4 @office ~3 %at {place+}", weight=0.82, status="existing"),
        Rule("strong_of_also", "{company&} doté|dotée|fort|forte|riche de|d' ~~8 et|, de|d' ~2 @office ~2 %at {place+}", weight=0.82, status="existing"),
        Rule("also_offices", "{company~} et|, de|d'|des|un|une ~2 @firm ~2 %at {place+}", weight=0.56, status="existing", given="@have|@firm"),
        Rule("adjective_inside", "{company&} {place=dem@firm}", weight=0.68, status="existing"),
        Rule("staff_adjective", "@staff {place=dem} ~1 de|d'|du @def? {company-}", weight=0.6, status="existing", attributes=_OWN),
        Rule("country_inside", "{place=nat@tied} ~1 de|d'|du @def? {company-}", weight=0.74, status="existing"),
        Rule("country_owner", "@tied ~1 {place=nat} ~2 de|d'|du @def? {company-}", weight=0.72, status="existing"),
        Rule("country_own", "{company~} @poss ~1 @tied {place=nat}", weight=0.66, status="existing"),
        Rule("that_of", "celui|celle de|d'|du @def? {company!} ~1 %at {place+}", weight=0.7, status="existing", near="@firm"),
        # Norlys est présent à Lyon ; présent depuis 2010 à Lyon, Norlys
        Rule("present_in", "{company} ,|(? ~4 @present ~~6 %at {place+}", weight=0.62, status="existing", attributes=_OWN),
        Rule("present_among", "{company} ,|(? ~4 @present ~~8 dont|notamment|: ~2 {place+}", weight=0.62, status="existing", attributes=_OWN),
        Rule("present_first", "^ ~2 @present|arrivé|arrivée|débarqué|débarquée ~4 %at {place+} ~~6 , ~2 {company-}", weight=0.62, status="existing", attributes=_OWN),
        Rule("present_first_of", "^ ~2 @present|situé|située|basé|basée|logé|logée ~4 %at {place+} ~~6 , @def @office ~2 de|d'|du @def? {company-}", weight=0.66, status="existing"),
        Rule("where_teams", "{place} ,? où ~1 {company} ~2 @employ ~4 @staff", weight=0.66, status="existing", attributes=_OWN),
        Rule("fronted_owner", "^ %at {place+} , @def|@poss @office ~3 de|d'|du @def? {company-}", weight=0.76, status="existing", nominal=True),
        Rule("employs_there", "{company^} {place~} y ~2 @employ ~4 @staff", weight=0.62, status="existing", attributes=_OWN, verb="employ"),
        Rule("employs", "{company^} @employ ~5 @staff ~4 %at {place+}", weight=0.62, status="existing", attributes=_OWN, verb="employ"),
        Rule("employs_also", "{company^} @employ ~5 @staff ~~6 dont|et|, ~3 %at {place+}", weight=0.58, status="existing", attributes=_OWN, verb="employ"),
        Rule("staff_at", "@staff ~2 de|d'|du|chez @def? {company-} ~1 %at {place+}", weight=0.66, status="existing", attributes=_OWN),
        Rule("staff_spread", "{company~} @staff ~~4 réparti|répartie|répartis|réparties|éclatés|éclatée|partagent|partagés entre @def? {place+}", weight=0.6, status="existing", attributes=_OWN),
        Rule("staff_work", "{company&} @poss ~1 @staff ~3 %at {place+}", weight=0.62, status="existing", attributes=_OWN),
        Rule("floor_space", "{company^} @occupy ~5 @space ~~8 à {place+}", weight=0.68, attributes=_OWN, statuses=_KEPT),
        Rule("floor_space_agreed", "{company^} @agree ~5 @space ~~8 à {place+}", weight=0.68, attributes=_OWN, status="planned"),
        # De Casablanca à Tunis, Norlys compte des bureaux
        Rule("from_place", "^ de|d' {place} à #L , {company-} ~2 @have|@hold ~4 @office", weight=0.74, status="existing", attributes=_OWN),
        Rule("to_place", "^ de|d' #L à {place} , {company-} ~2 @have|@hold ~4 @office", weight=0.74, status="existing", attributes=_OWN),
        # Deux adresses, l'une à Lyon, l'autre à Genève
        Rule("the_one", "{company&} une|un|l'une|l'un à {place} ~~4 autre à", weight=0.66, status="existing", near="%places_of_work", attributes=_OWN),
        Rule("the_other", "{company&} à #L ~~6 autre à {place+}", weight=0.64, status="existing", near="%places_of_work", attributes=_OWN),
        Rule("here_it_is", "{company&} la|le|les voici|voilà ~1 à|en|au {place}", weight=0.66, status="opened", attributes=_OWN),
        Rule("staff_fronted", "^ %at {place+} , @def ~1 @staff ~1 de|d'|du @def? {company-}", weight=0.7, status="existing", attributes=_OWN),
        Rule("staff_of_place", "{company&} @people de|d' {place}", weight=0.5, status="existing", attributes=_OWN),
        Rule("until_then", "{company&} jusque|jusqu'ici|jusqu'alors|jusque-là là? installé|installée|basé|basée|implanté|implantée|situé|située %at {place}", weight=0.8, status="closed"),
        Rule("where_lies", "{company&} {place} ,? où se trouve|trouvent|situe|situent ~1 @poss ~1 @office", weight=0.72, status="existing"),
        Rule("where_work", "{company&} {place} ,? où travaillent|œuvrent|opèrent ~3 @staff", weight=0.62, status="existing", attributes=_OWN),
        Rule("shelters_it", "{place~} #q ~2 @shelter ~~6 @office ~4 de|d'|du @def? {company-}", weight=0.72, verb="shelter", statuses=_KEPT),
        Rule("that_of_place", "{company&} celui|celle de|d'|du @def? {place+}", weight=0.54, status="existing", given="@firm"),
        # Siège à Lyon, studio à Nantes : Norlys …
        Rule("bare_first", "{company&} ^ @solid ~1 à|en|au {place+}", weight=0.6, status="existing"),
        Rule("bare_next", "{company&} , @solid ~1 à|en|au {place+}", weight=0.58, status="existing"),
        # an establishment named in whatever a sentence says
        *_passing(
            Rule("its_offices_of", "{company&} @poss ~3-link @firm ~2-out de|d'|du|à|en|au {place+}", weight=0.74, status="existing"),
            Rule("its_offices_and", "{company&} @poss ~3-link @firm ~~8 et|, @poss ~2-link @firm ~2-out de|d'|à|en {place+}", weight=0.72, status="existing"),
            Rule("owner_place", "@office ~3 de|d'|du|chez @def? {company-} ,|(? ~2 %at {place+}", weight=0.76, status="existing", nominal=True),
            Rule("name_place", "@office {company!} ~1 de|d'|à|en {place+}", weight=0.78, status="existing", nominal=True),
            Rule("place_owner", "@firm ~1 de|d'|à|en {place+} de|d'|du|chez @def? {company-}", weight=0.76, status="existing", nominal=True),
            Rule("adjective_owner", "@office ~1 {place=dem} ~2 de|d'|du @def? {company-}", weight=0.8, status="existing"),
            Rule("adjective", "{company&} @firm ~1 {place=dem}", weight=0.66, status="existing"),
            Rule("named_at", "{company&} @one ~1 @solid ~2-link à|en|au {place+}", weight=0.5, status="existing"),
            Rule("named_at_purpose", "{company&} @one ~1 @solid de|d' ~1 à|en|au {place+}", weight=0.5, status="existing"),
            Rule("named_of", "{company&} @own ~1 @solid de|d' {place+}", weight=0.46, status="existing"),
            Rule("seat_of", "@def|@poss|un @seat ~3 de|d'|du @def? {company-} ,? ~~4 %at {place}", weight=0.78, status="existing"),
        ),
        Rule("all_have", "{company+} @have|@hold tous|toutes|chacun|chacune|aussi|également ~5 @office ~5 %at {place+}", weight=0.92, status="existing"),
        Rule("all_have_there", "{company+} {place~} y @have|@hold ~6 @office", weight=0.86, status="existing"),
        Rule("has_another", "{company^} en @have|@hold ~4 %at {place+}", weight=0.76, status="existing", near="@office"),
        Rule("opens_of_them", "{company^} en @open ~4 %at {place+}", weight=0.76, verb="open", near="@office"),
        # -- seats ----------------------------------------------------------------------
        Rule("seat_is", "{company&} @poss @seat ~5 @sit ~2 %at {place}", weight=0.86, status="existing"),
        Rule("headquarters", "{company} ,|(? dont @def? @seat ~6 %at {place+}", weight=0.74, status="existing"),
        Rule("in_common", "{company~} : @indefinite @seat ~2 %at {place}", weight=0.56, status="existing"),
        # -- closing --------------------------------------------------------------------
        Rule("closing", "{company&} @closing ~3 @office ~2 de|d'|du|à|en|au {place+}", weight=0.84, status="closed", nominal=True),
        Rule("closes_place", "{company^} @shutdown @def? {place+}", weight=0.66, status="closed", attributes=_OWN),
        Rule("closing_far", "{company&} @closing ~~12 @poss ~1 @office ~2 de|d'|à {place+}", weight=0.82, status="closed", nominal=True),
        Rule("shuts_inside", "{company&} {place=dem@office} ~~8 @shut", weight=0.86, status="closed", verb="shut"),
        Rule("closing_adjective", "{company&} @closing ~3 @office {place=dem}", weight=0.84, status="closed", nominal=True),
        Rule("closing_inside", "{company&} @closing ~2 {place=dem@office}", weight=0.84, status="closed", nominal=True),
        Rule("shuts", "{company&} @office ~2 de|d'|à|en|au {place+} ~~8 @shut", weight=0.84, status="closed", verb="shut"),
        Rule("shuts_owner", "@office ~2 de|d'|du @def? {company-} ~1 %at {place+} ~~6 @shut", weight=0.86, status="closed", verb="shut"),
        Rule("shuts_adjective", "{company&} @office {place=dem} ~~6 @shut", weight=0.84, status="closed", verb="shut"),
        Rule("doomed", "{company&} @office ~3 de|d'|à|en {place+} ~~10 promis|promise|condamné|condamnée|voué|vouée à ~1 @doomed", weight=0.88, status="closed"),
        Rule("doomed_first", "{company&} ^ promis|promise|condamné|condamnée|menacé|menacée à|de ~1 @doomed , @def? @office ~4 %at {place}", weight=0.88, status="closed"),
        Rule("curtain_falls", "{company&} fini|rideau|trait|clé|clef|clés|rideaux|terminé ~6 @office ~4 de|d'|du|à|en|au {place+}", weight=0.9, status="closed", given="baisse|baissé|baissera|baisser|tombé|tombe|tire|tirer|tiré|tirera|fini|porte"),
        Rule("curtain_falls_owner", "fini|rideau|trait ~6 @office de|d'|du @def? {company-} ~1 %at {place+}", weight=0.91, status="closed", given="tombé|tombe|fini|tire|tiré"),
        Rule("withdraws", "{company^} se|s' retire|retirer|retirera|retiré|désengage ~1 de|d'|du @def? {place+}", weight=0.7, status="closed", attributes=_OWN),
        Rule("quits", "{company-} ~2 @leave @def? {place+}", weight=0.62, status="closed", attributes=_OWN),
        Rule("towns_doomed", "{company~} @towns ~~12 concernées|concernés|touchées|touchés|@doomed ~3 figurent|sont|: ~1 {place+}", weight=0.7, status="closed", near="%shutting"),
        # -- moving ---------------------------------------------------------------------
        Rule("moves_to", "{company^} @move ~3 @office ~~6 à|vers|en|au {place+}", weight=0.82, verb="move"),
        Rule("moves_house", "{company^} @move ~2 à|vers|en|au {place+}", weight=0.7, verb="move", attributes=_OWN),
        Rule("moves_from", "{company^} @move ~3 @office ~3 de|d'|du {place+} à|vers|pour|en|contre", weight=0.88, status="closed", verb="move"),
        Rule("quits_for", "{company&} @leave ~2 #L ~2 pour @def? {place+}", weight=0.7, attributes=_OWN, verb="leave"),
        Rule("leaves_for", "{company^} @leave|@move ~4 @office ~2 de|d' #L ~2 pour|contre ~4 à|en {place+}", weight=0.86, verb="leave"),
        Rule("moves_house_from", "{company^} @move ~3 de|d'|du {place} à|vers|pour #L", weight=0.84, status="closed", attributes=_OWN, verb="move"),
        Rule("moves_house_to", "{company^} @move ~3 de|d'|du #L à|vers|pour {place}", weight=0.84, attributes=_OWN, verb="move"),
        Rule("own_quits", "{company&} @poss @office @leave ~1 {place+}", weight=0.8, status="closed", verb="leave"),
        Rule("swaps", "{company^} @move ~2 @office de|d' #L contre ~5 à|en {place+}", weight=0.86, verb="move"),
        # -- what goes on from a sentence before ---------------------------------------
        Rule("next_stop", "{company~} ^ prochaine|prochaines|nouvelle|dernière étape|étapes|escale|destination ~4 : ~1 {place+}", weight=0.62, status="planned", near="@office|@opening|@present"),
        Rule("next_stop_is", "{company~} prochaine|prochaines étape|étapes|escale|destination ~5 , @def? {place+}", weight=0.62, status="planned", near="@office"),
        Rule("follow", "{company~} ^ suivront|suivra|viendront|viendra ~3 {place+}", weight=0.62, status="planned", near="@office|@opening"),
        Rule("also_there", "{company~} ^ @indefinite @another|@office ~3 suivra|ouvrira|suivront|ouvriront|verra|verront ~4 %at {place+}", weight=0.72, status="planned", near="@office"),
        Rule("after", "^ après ~2 {place+} , {company-} ~3 @land|@open|@settle", weight=0.7, status="existing", attributes=_OWN),
        Rule("years_after", "{company&} ^ ~3 après {place+} , c' est %at #L", weight=0.6, status="existing", attributes=_OWN),
        Rule("besides_place", "^ en|au? outre|plus|delà de|d'? @poss|@firm? @firm? de|d'? {place+} , {company-} ~2 @have|@hold ~6 @office", weight=0.76, status="existing", attributes=_OWN),
        # -- given up -------------------------------------------------------------------
        Rule("plan_dropped", "{company&} @project ~2 @office ~~10 %at {place+}", weight=0.9, denied=True, status="planned", given="abandonné|abandonne|abandonner|enterré|enterre|renonce|renoncé|annulé|annule|annulée|caduc|enterrée"),
        Rule("settling_dropped", "{company&} renonce|renoncé|renoncent|renoncera ~3 @opening|@office|@settle|@open ~5 %at {place+}", weight=0.9, denied=True, status="planned"),
    ),
    examples=(
        "[Norlys|company] ouvre un [bureau|kind] à [Nantes|place].",
        "[Norlys|company] va ouvrir des bureaux à [Nantes|place], [Rennes|place] et [Lille|place].",
    ),
    counter_examples=(
        "Norlys ouvre son API à Paris Habitat.",
        "La justice ouvre une enquête à Nantes.",
        "Norlys ouvre la voie à une levée de boucliers.",
    ),
)  # fmt: skip
