"""Who opens, has, plans or closes a named establishment where."""

from __future__ import annotations

from pipeline.extract.relation import RelationType, Rule, verbs, words

_AT = "à|en|au|aux|dans|sur|vers|près @det? @area? de|d'|du|des|la|l'|le|les?"
_PLACE = "{place+}"

_KINDS = {
    form: kind
    for kind, forms in {
        "office": "bureau bureaux locaux antenne antennes agence agences implantation implantations représentation plateau équipe équipes comptoir",
        "headquarters": "siège sièges quartier quartier-général siège-social",
        "lab": "laboratoire laboratoires labo labos lab labs centre centres",
        "subsidiary": "filiale filiales succursale succursales",
        "factory": "usine usines gigafactory fabrique atelier ateliers",
        "datacenter": "datacenter datacenters data-center data-centers",
        "store": "boutique boutiques magasin magasins showroom flagship",
        "hub": "hub hubs",
        "campus": "campus",
        "other": "site sites studio studios entrepôt entrepôts établissement établissements pôle plateforme plate-forme école incubateur accélérateur base",
    }.items()
    for form in forms.split()
}  # fmt: skip

RELATION = RelationType(
    name="opens_office",
    slots={"company": "ORG", "place": "LOC"},
    statuses={"past": "opened", "present": "opened", "future": "planned", "conditional": "planned"},
    kinds=_KINDS,
    words={
        "open": verbs("ouvrir inaugurer implanter installer créer établir lancer monter fonder construire bâtir déployer étrenner planter poser démarrer domicilier baser aménager développer édifier fixer localiser offrir prendre doter louer"),
        "strong": verbs("ouvrir inaugurer implanter installer établir construire bâtir édifier étrenner domicilier fixer"),
        "settle": verbs("implanter installer établir étendre fixer déployer délocaliser relocaliser baser domicilier"),
        "land": verbs("débarquer emménager atterrir arriver"),
        "move": verbs("déménager transférer déplacer relocaliser quitter délocaliser"),
        "have": verbs("avoir disposer compter posséder détenir exploiter opérer occuper conserver garder abriter héberger"),
        "employ": verbs("employer recruter embaucher compter"),
        "close": verbs("fermer quitter supprimer liquider cesser abandonner"),
        "opening": words("ouverture inauguration implantation installation création lancement construction arrivée déploiement"),
        "closing": words("fermeture suppression liquidation"),
        "office": words("bureau bureaux siège sièges centre centres laboratoire laboratoires labo labos lab labs hub hubs campus antenne antennes filiale filiales agence agences implantation implantations usine usines datacenter datacenters data-center data-centers boutique boutiques magasin magasins succursale succursales locaux site sites studio studios entrepôt entrepôts fabrique gigafactory showroom flagship établissement établissements atelier ateliers pôle plateforme plate-forme quartier plateau représentation comptoir école équipe équipes incubateur accélérateur base"),
        "firm": words("bureau bureaux siège sièges laboratoire laboratoires labo lab hub campus antenne antennes filiale filiales agence agences implantation implantations usine usines datacenter datacenters boutique boutiques magasin magasins succursale succursales locaux studio studios entrepôt entrepôts gigafactory showroom flagship"),
        "hq": words("siège siège-social quartier"),
        "based": words("basé basée basés basées installé installée installés installées implanté implantée implantés implantées situé située situés situées établi établie établis établies logé hébergé"),
        "present": words("présent présente présents présentes implanté implantée implantés implantées"),
        "area": words("région banlieue périphérie centre cœur coeur quartier sein proximité environs alentours porte portes nord sud est ouest métropole agglomération"),
    },
    rules=(
        # X ouvre un bureau à Lyon
        Rule("verb_office_place", f"{{company^}} @open ~7 @office ~~9 {_AT} {_PLACE}", weight=0.88),
        Rule("verb_place_office", f"{{company^}} @open ~~5 {_AT} {_PLACE} ,? ~6 @office", weight=0.86),
        Rule("verb_offices_of", f"{{company^}} @open ~6 @firm de|d' {_PLACE}", weight=0.82),
        Rule("place_first", f"{_AT} {_PLACE} ,|que? ~~8 {{company!}} ~6 @strong ~5 @office", weight=0.8, verb="strong"),
        # un bureau ouvert à Lyon par X ; un bureau sera ouvert à Lyon
        Rule("passive", f"{{company~}} @office ~5 @strong:pp {_AT} {_PLACE}", weight=0.66, verb="strong"),
        # X s'implante à Lyon
        Rule("settles", f"{{company^}} @settle ~4 {_AT} {_PLACE}", weight=0.72, attributes={"kind": "office"}),
        Rule("lands", f"{{company^}} @land ~4 à|en|au|aux {_PLACE}", weight=0.62, attributes={"kind": "office"}),
        Rule("suitcases", f"{{company^}} pose|posé|posera|poser|posant|posent ~2 valises|bagages|cartons ~3 {_AT} {_PLACE}", weight=0.85, attributes={"kind": "office"}, status=None),
        Rule("foothold", f"{{company^}} prend|pris|prendre|prendra pied|racine|position ~3 {_AT} {_PLACE}", weight=0.74, attributes={"kind": "office"}),
        # l'ouverture d'un bureau à Lyon
        Rule("nominal", f"{{company~}} @opening ~5 @of ~5 @office ~~7 {_AT} {_PLACE}", weight=0.8, nominal=True),
        Rule("nominal_of", f"{{company~}} @opening ~3 @office de|d' {_PLACE}", weight=0.8, nominal=True),
        Rule("nominal_place_first", f"{{company~}} @opening ~2 {_AT} {_PLACE} ~4 @office", weight=0.8, nominal=True),
        Rule("nominal_by", f"@opening ~3 @office ~4 {_AT} {_PLACE} par|pour @def? {{company}}", weight=0.86, nominal=True),
        Rule("nominal_owner", f"@opening ~5 @office ~4 de|d' {{company!}} ~3 {_AT} {_PLACE}", weight=0.86, nominal=True),
        Rule("implantation", f"{{company~}} @poss|l'|son implantation|installation|arrivée ~2 {_AT} {_PLACE}", weight=0.6, nominal=True, attributes={"kind": "office"}),
        # X a des bureaux à Lyon et à Nantes ; X compte une équipe à
        Rule("has", f"{{company^}} @have ~8 @office ~6 {_AT} {_PLACE}", status="existing", weight=0.82, verb="have"),
        Rule("has_of", f"{{company^}} @have ~6 @firm de|d' {_PLACE}", status="existing", weight=0.8, verb="have"),
        Rule("strong_of", f"{{company^}} doté|dotée|fort|forte|riche de|d' ~4 @office ~3 {_AT} {_PLACE}", status="existing", weight=0.8),
        Rule("also_offices", f"{{company~}} et|, de|d'|des|un|une ~2 @firm ~2 {_AT} {_PLACE}", status="existing", weight=0.6),
        Rule("its_offices_of", f"{{company~}} @poss ~3 @firm ~2 de|d'|à|en {_PLACE}", status="existing", weight=0.76),
        Rule("offices_of_company", f"@firm ~3 de|d'|du @def? {{company!}} ~2 {_AT} {_PLACE}", status="existing", weight=0.78),
        Rule("company_offices", f"@firm de|d'|à {_PLACE} de|d'|du @def? {{company!}}", status="existing", weight=0.76),
        Rule("present_in", f"{{company}} ,? ~4 @present ~~8 {_AT} {_PLACE}", status="existing", weight=0.6, attributes={"kind": "office"}),
        Rule("employs", f"{{company^}} @employ ~4 personnes|salariés|collaborateurs|employés|ingénieurs|développeurs ~4 {_AT} {_PLACE}", status="existing", weight=0.55, attributes={"kind": "office"}, verb="employ"),
        Rule("adjective", "{company~} @office {place=dem}", weight=0.7, status="existing"),
        Rule("has_there", "{company^} {place~} y @have ~6 @office", status="existing", weight=0.8, verb="have"),
        Rule("opens_there", "{company^} {place~} y @strong ~6 @office", weight=0.78, verb="strong"),
        Rule("has_all", f"{{company+}} @have tous|toutes|chacun|chacune|aussi|également? ~5 @office ~5 {_AT} {_PLACE}", status="existing", weight=0.88, verb="have"),
        Rule("has_another", f"{{company^}} en @have ~4 à|en {_PLACE}", status="existing", weight=0.76, verb="have"),
        Rule("seat_is", f"{{company~}} @poss siège ~4 @based ~1 {_AT} {{place}}", status="existing", weight=0.86, attributes={"kind": "headquarters"}),
        Rule("seat_is_here", f"@poss? siège ~2 de|d'|du @def? {{company}} ~4 {_AT} {{place}}", status="existing", weight=0.8, attributes={"kind": "headquarters"}),
        # ferme son bureau de Lyon ; la fermeture du site de Lyon
        Rule("closes", f"{{company^}} @close ~~8 @office ~~6 de|d'|à|en|au|aux {_PLACE}", status="closed", weight=0.86, verb="close"),
        Rule("closing", f"{{company~}} @closing ~3 @office ~2 de|d'|à|en|au {_PLACE}", status="closed", weight=0.82, nominal=True),
        Rule("closing_adjective", "{company~} @closing ~3 @office {place=dem}", status="closed", weight=0.84, nominal=True),
        Rule("closes_of", f"{{company^}} @close ~~8 @office ~~4 celles|ceux de|d' {_PLACE}", status="closed", weight=0.88, verb="close"),
        # transfère son siège de A à B
        Rule("moves_to", f"{{company^}} @move ~3 @office ~6 à|vers|en {_PLACE}", weight=0.8, verb="move"),
        Rule("moves_from", "{company^} @move ~3 @office ~1 de|d' {place+} à|vers|pour|en", status="closed", weight=0.86, verb="move"),
        # siège
        Rule("headquarters", f"{{company!}} ,? dont @def? siège ~4 {_AT} {_PLACE}", status="existing", weight=0.7, attributes={"kind": "headquarters"}),
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
