"""Establishments told without a verb of opening: by what goes on there, or by a figure of speech.

"C'est à Lyon que Norlys assemble ses robots", "Lyon sera la base de Norlys", "adieu les
bureaux de Lyon": the word classes, the frames of verbs of work, and rules of their own.
"""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.establishments import KEPT
from pipeline.extract.relation import Rule, Words, verbs, words

_OFFICE = {"kind": "office"}
_FACTORY = {"kind": "factory"}

WORDS: Mapping[str, Words] = {
    # what is done in a factory, and in any other place of work
    "produce": verbs("monter produire fabriquer assembler usiner couler forger mouler tisser embouteiller sortir industrialiser"),
    "toil": verbs("travailler œuvrer plancher coder concevoir développer peaufiner bichonner officier opérer phosphorer cogiter dessiner imaginer élaborer piloter regrouper rassembler héberger"),
    "hire": verbs("recruter embaucher employer"),
    "start": verbs("allumer démarrer lancer ouvrir installer inaugurer monter"),
    "line": words("ligne lignes chaîne chaînes production four fours"),
    "crew": words("troupes bataillons forces équipe équipes effectifs effectif salariés salariées ingénieurs ingénieures cryptographes physiciens chimistes biologistes développeurs chercheurs chercheuses collaborateurs employés employées techniciens commerciaux graphistes ouvriers ouvrières stylistes informaticiens codeurs programmeurs consultants recrues"),
    "lair": words("repaire fief murs bastion quartiers tanière antre berceau camp nid base port qg vaisseau point tête porte plaque maison hangar étages terrain toit étage plateau"),
    "event": verbs("ouvrir inaugurer implanter installer créer lancer annoncer prévoir attendre naître voir pousser sortir construire bâtir édifier aménager démarrer tourner fonctionner employer compter programmer promettre étudier regrouper emménager entrer fermer accueillir abriter occuper vider prendre produire établir loger recruter"),
    "gain": verbs("gagner décrocher obtenir récupérer hériter voir tenir accueillir attendre convaincre séduire conquérir attirer"),
    "expand": verbs("poser ouvrir avoir tenir mettre compter porter étendre signer gagner franchir débarquer inaugurer tisser tripler doubler multiplier accélérer"),
    # what shows that a company is at work in a place, without telling how it came there
    "cue": words(
        "bureau bureaux siège laboratoire laboratoires labo usine usines filiale succursale antenne agence agences datacenter boutique boutiques magasin magasins campus studio studios atelier ateliers entrepôt gigafactory showroom locaux "
        "adresse adresses maison étages étage papeterie filature friche fabrique comptoir librairie ferme bail permis plaque qg état-major assemblage production fours presses cloisons cartons chantier pelleteuses grues hangar halle manufacture site centre implantation base camp pied-à-terre vitrine loyer loyers fonderie serveurs robots chaîne chaînes guichet standard"
    ),
    "hands": words(
        "personnes salariés salariées ingénieurs ingénieures cryptographes physiciens chimistes biologistes chercheurs chercheuses développeurs employés employées collaborateurs équipe équipes techniciens commerciaux troupes consultants graphistes ouvriers stylistes informaticiens vendeurs conseillers recrues codeurs programmeurs ouvrières têtes bras effectifs"
    ),
    "stay": verbs(
        "installer implanter établir assembler fabriquer emménager loger héberger abriter occuper ronronner essaimer déménager rapatrier recruter embaucher activer bâtir construire ériger convoiter lorgner semer débarquer atterrir planter ouvrir inaugurer fermer"
    ),
    # of what else a sentence with a company and a place may speak
    "else": words(
        "salon salons conférence conférences tribunal procès justice juge juges cour concert prix contrat contrats accord forum sommet congrès festival client clients clientes patients public spectateurs bourse actions titres née grandi étudié diplômé université police gouvernement ministre ministres président maire préfet préfecture manifestation manifesté accident victime victimes attentat guerre élection élections parti armée match coupe médaille film exposé présenté dévoilé condamné condamnée plainte amende enquête testé vend vendu livre livré équipe-de-france hôpital marché vote vol avion aéroport ambassade otages détenus avocat avocats prison mairie église musée stade jeux habitants fondée fondé créée créé cérémonie observatoire ouragan fusillade attentats satellite sonde télescope"
    ),
    "rejoin": verbs("rejoindre gagner rallier"),
    "reach": verbs("mettre poser faire prendre trouver offrir élire dresser"),
    "foothold": words("pied pieds place refuge asile toit demeure tente tentes résidence abri"),
    "barter": verbs("troquer échanger"),
    "serve": verbs("répondre piloter diriger servir gérer opérer rayonner travailler exporter administrer"),
    "covet": verbs("convoiter viser lorgner guigner"),
    "buy": verbs("acquérir racheter acheter reprendre investir"),
    "building": words("papeterie filature friche bâtiment immeuble terrain hangar halle usine entrepôt caserne gare manufacture abattoir imprimerie conserverie couvent château"),
    "places": words("adresses adresse bureaux agences implantations sites studios magasins boutiques usines maisons antennes filiales laboratoires toits villes points"),
    "answer": words("répond réponse choix verdict répondent"),
    "send": verbs("envoyer dépêcher expédier détacher"),
    "beckon": verbs("lorgner loucher regarder tourner miser parier"),
    "mention": verbs("parler évoquer rêver songer caresser mûrir"),
    "come": words("bientôt demain prochainement"),
    "ordinal": words(" ".join(f"{ten}-{one}ième" for ten in ("vingt", "trente", "quarante", "cinquante") for one in ("deux", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv")), "premier première second seconde deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième quinzième vingtième jumelle jumeau dernier-né petite suivante suivant autre"),
    "roadmap": words("route programme liste agenda tablettes calendrier radar viseur carte"),
    "sited": words("logé logée logés logées hébergé hébergée cantonné cantonnée installé installée basé basée implanté implantée situé située établi établie"),
}  # fmt: skip


def _activity(
    name: str, verb: str, weight: float, kind: Mapping[str, str], statuses: Mapping[str, str]
) -> tuple[Rule, ...]:
    """Every shape of a verb of work that tells where a company is: X fabrique ses puces à Lyon."""
    at = "%at {place+}"
    shapes = {
        # C'est à Lyon, et nulle part ailleurs, que Norlys fabrique ses puces
        "cleft": (f"c' {at} ~~8 que|qu' ~1 {{company}} ~4 @{verb}", 0.0),
        "cleft_after": (f"c' ~~4 {at} ~~8 que|qu' ~1 {{company}} ~4 @{verb}", 0.0),
        # C'est à Lyon que sont assemblés les robots de Norlys
        "cleft_inverted": (
            f"c' ~~4 {at} ~~8 que|qu' ~3 @{verb} ~6 de|d'|du|chez @def? {{company-}}",
            -0.02,
        ),
        # Norlys y fabrique ses puces
        "y": (f"{{company^}} {{place~}} y ~2 @{verb}", -0.08),
        # les moteurs de Norlys y sont montés
        "y_passive": (f"{{company&}} {{place~}} y ~4 @{verb}", -0.14),
        # Lyon, où Norlys fabrique ses puces
        "where": (f"{{place}} ,? ~2 où ~2 {{company}} ~3 @{verb}", -0.04),
        # C'est là que Norlys fabrique ses puces
        "here": (f"{{place~}} c' ~4 là|ici ~2 que|qu' ~2 {{company}} ~3 @{verb}", -0.06),
        # À Lyon, Norlys fabrique ses puces
        "fronted": (f"^ {at} ~~6 , ~2 {{company-}} ~3 @{verb}", -0.08),
    }
    return tuple(
        Rule(
            f"{name}_{shape}",
            pattern,
            weight=round(weight + extra, 2),
            verb=verb,
            attributes=kind,
            statuses=statuses,
        )
        for shape, (pattern, extra) in shapes.items()
    )


RULES: tuple[Rule, ...] = (
    *_activity("produces", "produce", 0.66, _FACTORY, KEPT),
    *_activity("toils", "toil", 0.64, _OFFICE, KEPT),
    *_activity("hires", "hire", 0.6, _OFFICE, KEPT),
    Rule("produces_at", "{company^} @produce ~~6 dans ~2 @firm ~2 de|d'|à {place+}", weight=0.62, verb="produce", statuses=KEPT),
    Rule("produced_at", "{company&} sera|seront|est|sont|sortira|sortiront ~2 @produce:pp ~4 %at {place+}", weight=0.56, unless="se|s' est|sont|sera|seront|étaient|était produit|produite|produits|produites", verb="produce", attributes=_FACTORY, statuses=KEPT),
    Rule("produces_inf", "{company&} @produce:inf ~1 à {place!}", weight=0.46, verb="produce", attributes=_FACTORY, status="existing"),
    # Norlys allumera à Lyon sa première ligne pilote
    Rule("lights", "{company^} @start ~4 @line ~~6 %at {place+}", weight=0.66, attributes=_FACTORY, verb="start"),
    Rule("lights_there", "{company^} {place~} y ~2 @start ~4 @line", weight=0.6, attributes=_FACTORY, verb="start"),
    Rule("lights_cleft", "%at {place+} ~~8 que|qu' ~1 {company} ~3 @start ~~5 @line", weight=0.72, attributes=_FACTORY, verb="start"),
    Rule("brews_cleft", "c' ~~4 %at {place+} ~~8 que|qu' ~1 {company} ~2 @reach ~1 au point", weight=0.64, status="existing", attributes=_OFFICE, verb="reach"),
    Rule("brews", "{company^} @reach ~2 au point ~~5 à|en|au {place+}", weight=0.5, status="existing", attributes=_OFFICE, verb="reach"),
    Rule("here_it", "{place~} ici|là ~3 que|qu' ~3 {company} ~3 @strong", weight=0.7, near="@firm", verb="strong"),
    Rule("cleft_it", "c' ~~4 %at {place+} ~~6 que|qu' ~1 {company} ~3 @strong", weight=0.64, near="@firm", verb="strong"),
    # -- staff ---------------------------------------------------------------------------
    # À Lyon, ils sont quatre-vingts à coder pour Norlys
    Rule("many_work_for", "%at {place} ~~3 #q @be ~4 à ~3 pour|chez @def? {company-}", weight=0.72, status="existing", attributes=_OFFICE, verb="be"),
    Rule("crew_fronted", "^ ~~3 %at {place+} ~~6 , ~~4 @crew ~2 de|d'|du|chez @def? {company-}", weight=0.62, status="existing", attributes=_OFFICE, nominal=True),
    Rule("crew_at", "{company&} @crew ~4 @event|@reach ~4 %at {place+}", weight=0.5, attributes=_OFFICE, verb="event"),
    Rule("crew_shared", "partagent|partage|répartissent|réparties|répartis ~~4 @crew de|d'|du @def? {company-} ~1 :|, ~2 {place+}", weight=0.66, status="existing", attributes=_OFFICE),
    Rule("crew_shared_next", "{company&} partagent|partage|répartissent|réparties|répartis ~~4 @crew ~~6 : ~1 #L ~~6 , {place+}", weight=0.62, status="existing", attributes=_OFFICE),
    Rule("sends", "{company^} @send ~5 à|en|au|aux {place+}", weight=0.56, attributes=_OFFICE, verb="send"),
    # -- figures -------------------------------------------------------------------------
    # son repaire de Lyon ; Lyon sera la tête de pont de Norlys
    Rule("own_lair", "{company&} @poss ~2 @lair ~2 ,? de|d'|à {place}", weight=0.66, status="existing", attributes=_OFFICE),
    Rule("is_lair", "{place!} ~2 @be ~3 @lair ~3 de|d'|du @def? {company-}", weight=0.66, verb="be", attributes=_OFFICE, statuses=KEPT),
    Rule("is_own_lair", "{company&} {place!} ~2 @be ~1 @poss ~3 @lair", weight=0.56, verb="be", attributes=_OFFICE, statuses=KEPT),
    Rule("at_home", "{company^} @be ~3 chez elle|lui|nous|eux|soi ~~8 %at {place}", weight=0.62, verb="be", attributes=_OFFICE, statuses=KEPT),
    Rule("at_home_first", "{company&} %at {place} ,? ~4 chez elle|lui|nous|eux|soi", weight=0.54, status="existing", attributes=_OFFICE),
    Rule("foothold", "{company^} @reach ~2!sur @foothold ~~5 %at {place+}", weight=0.66, attributes=_OFFICE, verb="reach"),
    Rule("foothold_cleft", "%at {place+} ~~8 que|qu' ~1 {company} ~3 @reach ~2!sur @foothold", weight=0.7, attributes=_OFFICE, verb="reach"),
    Rule("foothold_crew", "{company&} @crew ~2 @reach ~2!sur @foothold ~~5 %at {place+}", weight=0.66, attributes=_OFFICE, verb="reach"),
    # la voici qui prend ses aises à Lyon
    Rule("here_comes", "{company&} la|le|les voici|voilà ~~10 à|en|au {place+}", weight=0.6, status="opened", attributes=_OFFICE),
    Rule("eyes", "{company^} @beckon ~2 sur|vers|du|côté côté? de|d'? ~1 {place} ~~8 @firm", weight=0.6, status="planned", verb="beckon"),
    # ce sera Lyon ; Lyon l'a emporté ; après Nantes, au tour de Lyon
    Rule("shall_be", "{company~} ce|c' sera ~2 {place!}", weight=0.58, status="planned", given="tranché|choix|choisi|décidé|retenu|hésité|suspense|arrêté|dévolu|élu|finalement|donc", attributes=_OFFICE),
    Rule("won", "{company~} {place!} ~1 l' a|avait|aura|emporte|emportera emporté? ~~12 @firm", weight=0.62, status="planned"),
    Rule("won_near", "{company~} {place!} ~1 l' a|avait|aura ~1 emporté", weight=0.5, status="planned", near="@firm", attributes=_OFFICE),
    Rule("turn_of", "tour de|d'|du @def? {place} ~~6 de|d' @gain ~~5 @crew ~1 de|d'|du @def? {company-}", weight=0.66, status="planned", attributes=_OFFICE),
    Rule("turn_of_place", "tour de|d'|du @def? {place} ~~3 de|d' @gain ~~4 {company-}", weight=0.6, status="planned", attributes=_OFFICE),
    Rule("choice_there", "{company^} {place~} @strike ~1 @choice sur|pour ~1 commune|ville|cité|métropole|région|département|@poss", weight=0.6, status="planned", attributes=_OFFICE, verb="strike"),
    Rule("roadmap", "{place+} ~~9 @roadmap ~1 de|d'|du @def? {company-}", weight=0.66, status="planned", attributes=_OFFICE, given="feuille|tablettes|agenda|liste|radar|programme|viseur"),
    Rule("next_on_list", "{company~} {place+} ~2 @be ~3 prochaine|prochain|suivante|suivant ~4 @roadmap|@towns|étape|escale", weight=0.6, status="planned", attributes=_OFFICE, verb="be"),
    # Lyon gagne l'usine de Norlys ; Lyon a convaincu Norlys
    Rule("gains", "{place!} ~4 @gain ~~6 @office ~5 de|d'|du @def? {company-}", weight=0.66, verb="gain", statuses=KEPT),
    Rule("gains_company", "{place!} ~~6 @gain @def? {company-} ~~10 @firm", weight=0.56, verb="gain"),
    Rule("newcomer", "{place!} ~3 @gain|@shelter|@have ~~8 : ~3 {company-} ~3 @strike|@land|@settle|@open|@reach", weight=0.66, verb="strike", attributes=_OFFICE),
    # Avec Lyon, Norlys ouvre … ; Nantes, Rennes, bientôt Lyon : Norlys tisse sa toile
    Rule("with_place", "^ avec @def? {place+} , {company-} ~3 @expand", weight=0.56, verb="expand", attributes=_OFFICE),
    Rule("web", "^ {place+} ,? ~~3 : ~~6 {company-} ~3 @strike|@expand|@grow|@land|semer|semé|sème|disséminé|éparpillé", weight=0.6, given="^ #L ,|et", status="existing", attributes=_OFFICE),
    Rule("web_next", "@come @def? {place} : {company-}", weight=0.66, status="planned", attributes=_OFFICE),
    # il y est toujours ; elle y reste
    Rule("still_there", "{company~} {place~} #q y ~1 reste|restera|demeure|est|sera ~1 toujours|encore|.|,|;|$", weight=0.5, status="existing", near="@firm", attributes=_OFFICE),
    # il répond désormais depuis Lyon ; après Lille, il convoite Lyon
    Rule("serves_from", "{company-} ~~6 @serve ~2 depuis @def? {place!}", weight=0.54, attributes=_OFFICE, verb="serve"),
    Rule("covets", "{company^} @covet @def? {place!} .|,|$|et|pour", weight=0.46, status="planned", attributes=_OFFICE, verb="covet"),
    Rule("after_place", "^|: après @def? {place!} , {company-} ~3 @covet|@expand|@choose|@beckon", weight=0.56, status="existing", attributes=_OFFICE),
    Rule("buys_building", "{company^} @buy|@put ~6 @building ~3 de|d'|à|en {place!}", weight=0.6, status="planned", attributes=_OFFICE),
    # trois adresses, Lyon, Turin et Nice ; l'une à Lyon, l'autre à Nice
    Rule("listed", "{company&} @counted ~1 @places ,|:|( {place+}", weight=0.6, status="existing", attributes=_OFFICE),
    Rule("main_one", "{company&} première|principale|premier|principal ~1 à {place} ~~8 autre ~~6 à", weight=0.66, status="existing", attributes=_OFFICE),
    Rule("other_one", "{company&} première|principale|premier|principal ~1 à #L ~~8 autre ~~6 à {place}", weight=0.66, status="existing", attributes=_OFFICE),
    Rule("order", "{company~} ^ {place!} d'abord|aujourd'hui|hier|puis ~~8 : ~~3 #O|#o", weight=0.5, status="planned", attributes=_OFFICE),
    Rule("answer_is", "{company~} @answer ~~4 : @def? {place!}", weight=0.5, status="planned", attributes=_OFFICE),
    Rule("it_was_at", "{company~} ^ c' était|est|sera|fut ~2 %at {place!} ,? ~2 $", weight=0.54, status="opened", near="@firm", attributes=_OFFICE),
    Rule("rises_here", "{company&} {place~} là|ici ~2 que|qu' ~1 @rise ~5 @office", weight=0.66, verb="rise"),
    Rule("own_there_whose", "{place~} @office ~5 que|qu' ~2 {company} y ~2 @have|@hold|@open|@build|@keep", weight=0.7, status="existing"),
    # -- one more, told by its number --------------------------------------------------------
    Rule("one_more", "{company~} @def|un|une @ordinal ~~8 @event ~~8 %at {place+}", weight=0.56, near="@firm", verb="event"),
    Rule("one_beside", "{company&} @def|un|une ~2 @ordinal|dernière|dernier ~1 , ~1 à {place}", weight=0.54, status="existing", near="@firm"),
    Rule("those_shut", "{company&} %that de|d'|à {place+} ~4 @shut", weight=0.8, status="closed", near="@firm", verb="shut"),
    Rule("that_added", "{company&} @event ~~6 %that de|d'|à {place+}", weight=0.56, near="@firm", verb="event"),
    # Des filiales ? Il y en a une, à Lyon
    Rule("answered", "{company~} ^ ~~8 %at {place!}", weight=0.56, status="existing", near="^ ~4 @firm ~2 ?"),
    Rule("answered_next", "{company~} ^ ~~8 #L ~~6 et ~~2 %at {place!}", weight=0.56, status="existing", near="^ ~4 @firm ~2 ?"),
    Rule("another_planned", "{company^} en @plan|@mention|@hold|@make|@build ~5 %at {place+}", weight=0.66, status="planned", near="@firm", given="prévoit|prévoient|projette|envisage|prépare|construit|bâtit|construira|veut|programme"),
    Rule("one_parallel", "{place} ,|;|et ~2 {company!} en ~2 @open|@make|@hold ~2 un|une|deux", weight=0.7, near="@firm", verb="open"),
    Rule("one_there", "{company^} {place~} en ~1 @open|@make ~1 un|une|deux|trois", weight=0.6, near="@firm", verb="open"),
    # -- a definite establishment, its place told before -----------------------------------------
    Rule("fronted_firm", "{company&} ^ ~2 %at {place+} ~~8 , @def|@poss ~1 @firm !de|d'|du", weight=0.54, status="existing"),
    Rule("fronted_firm_owner", "^ ~2 %at {place+} ~~10 , @def|@poss ~1 @office ~3 de|d'|du @def? {company-}", weight=0.7, status="existing", nominal=True),
    Rule("colon_firm", "{company&} :|; %at {place+} , @def|@poss ~1 @firm", weight=0.56, status="existing"),
    # le siège, à Lyon ; Lyon : le laboratoire de Norlys
    Rule("firm_aside", "{company&} le|la|l'|son|sa @solid , à {place!} ,|.|et", weight=0.54, status="existing"),
    Rule("place_colon_firm", "{place!} : @def @office ~2 de|d'|du @def? {company-}", weight=0.58, status="existing", nominal=True),
    Rule("where_own_firm", "{company&} {place} ,? ~~6 où ~~10 @poss ~3 @firm", weight=0.58, status="existing"),
    Rule("where_firm_of", "{place} ,? ~~6 où ~~8 @office ~3 de|d'|du @def? {company-}", weight=0.68, status="existing", nominal=True),
    Rule("firm_there", "{company&} {place~} @one ~2 @firm ~~6 y ~4 @event", weight=0.62, verb="event"),
    Rule("firm_goes_on", "{company~} {place~} ^ le|la|l' %house ~8 @event", weight=0.46, verb="event"),
    Rule("firm_here", "{company^} {place~} y ~2 @occupy ~6 @space", weight=0.64, attributes=_OFFICE, verb="occupy"),
    Rule("firm_street", "{company&} @solid de|d' la|du|l' rue|avenue|boulevard|place|quai ~~5 à {place}", weight=0.66, status="existing"),
    # -- a company, a place and a sign of work in one sentence, whatever the verb says -----------
    Rule("loose_fronted", "{company&} ^ ~6 %at {place!} ~~20 @cue|@hands", weight=0.4, status="existing", unless="@else"),
    Rule("loose_cue", "{company!} ~~14 @cue ~~10 %at {place!}", weight=0.38, status="existing", unless="@else"),
    Rule("loose_owner", "@office ~2 de|d'|du @def? {company!} ~~8 de|d'|à|sur {place!}", weight=0.4, status="existing", unless="@else"),
    Rule("loose_hands", "@hands ~2 de|d'|du|chez @def? {company!} ~~10 %at {place!}", weight=0.42, status="existing", attributes=_OFFICE, unless="@else"),
    Rule("loose_hands_first", "%at {place!} ~~14 @hands ~2 de|d'|du|chez @def? {company!}", weight=0.42, status="existing", attributes=_OFFICE, unless="@else"),
    Rule("loose_hands_for", "@hands ~~8 pour {company} ~2 %at {place!}", weight=0.42, status="existing", attributes=_OFFICE, unless="@else"),
    Rule("loose_is_there", "{company&} {place~} c' est ~2 là|ici ~2 que|qu' ~~8 @stay|@cue|@hands", weight=0.38, status="existing", attributes=_OFFICE, unless="@else"),
    # -- production -------------------------------------------------------------------------
    Rule("output_moves", "{company~} production|fabrication|activité|activités ~3 rapatriée|transférée|regroupée|concentrée|rapatriées|transférées|regroupées|assurée ~2 à {place+}", weight=0.6, status="existing", attributes=_FACTORY),
    Rule("output_begins", "{company&} production|fabrication|assemblage|montage ~~8 @event|débutera|commencera|débute|commence|démarrera ~3 %at {place+}", weight=0.6, status="planned", attributes=_FACTORY),
    Rule("output_from", "production|pièces|puces|robots|batteries ~1 de|d' {company-} ~3 viennent|vient|sort|sortent|provient ~2 de|d' {place+}", weight=0.64, status="existing", attributes=_FACTORY),
)  # fmt: skip
