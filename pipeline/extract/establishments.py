"""What the rules for establishments are made from: nouns, kinds, and the frames of their verbs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from pipeline.extract.relation import Rule

_NOUNS = {
    "office": """bureau bureaux locaux antenne antennes agence agences implantation implantations
        représentation représentations plateau comptoir quartiers pied-à-terre pénates poste
        immeuble""",
    "headquarters": "siège sièges quartier-général siège-social qg",
    "lab": "laboratoire laboratoires labo labos lab labs centre centres",
    "subsidiary": "filiale filiales succursale succursales",
    "factory": """usine usines gigafactory gigafactories mégausine giga-usine fabrique atelier
        ateliers fonderie manufacture gigafabrique usine-pilote""",
    "datacenter": """datacenter datacenters data-center data-centers datacentre datacentres center
        centers""",
    "store": "boutique boutiques magasin magasins showroom showrooms flagship supérette vitrine",
    "hub": "hub hubs",
    "campus": "campus",
    "other": """équipe équipes site sites studio studios entrepôt entrepôts établissement
        établissements pôle pôles plateforme plate-forme école incubateur accélérateur base
        hangar hangars halle halles""",
}
KINDS = {form: kind for kind, forms in _NOUNS.items() for form in forms.split()} | {
    "quartier général": "headquarters",
    "centre de données": "datacenter",
    "centres de données": "datacenter",
    "centre industriel": "factory",
    "centre de production": "factory",
    "site industriel": "factory",
    "site de production": "factory",
    "point de service": "office",
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
_LOOSE = frozenset(
    """équipe équipes plateforme plate-forme base école poste immeuble vitrine centers quartiers
    incubateur accélérateur établissement""".split()
)
FIRM = " ".join(form for forms in _NOUNS.values() for form in forms.split() if form not in _LOOSE)
EVERY = " ".join(_NOUNS.values()) + " quartier point points bâtiment"

PLANNED = dict.fromkeys(("past", "present", "future", "conditional"), "planned")
KEPT = {"past": "existing", "present": "existing", "future": "planned", "conditional": "planned"}
#: What is being built is not open yet.
BUILT = {"past": "opened", "present": "planned", "future": "planned", "conditional": "planned"}


def frame(
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
    who, at = "{company^+}", "%at {place+}"
    # "possède, avec le Technocentre, son grand centre": an aside between verb and object
    opens = f"@{verb} %aside? {gap} @{noun}"
    shapes = {
        # Norlys ouvre un bureau à Lyon ; … un laboratoire, le troisième, près de Nantes
        "there": (f"{who} {opens} ~~7 {at}", 0.02),
        # Norlys compte ouvrir, d'ici à deux ans, des bureaux à Lyon
        # Norlys ouvre trois bureaux : Lyon, Nantes et Lille
        "enumerated": (f"{who} {opens} ~~6 :|( {{place+}}", 0.0),
        # Norlys ouvre à Lyon un bureau de dix personnes
        "there_first": (f"{who} @{verb} ~~4 {at} %aside? ,? ~6 @{noun}", 0.0),
        # Norlys ouvre ses bureaux de Lyon et de Nantes
        "of": (f"{who} @{verb} {gap} @placed ~2-out de|d'|du {{place+}}", 0.0),
        # Norlys ouvre un bureau lyonnais, ses premiers bureaux américains
        "adjective": (f"{who} @{verb} {gap} @firm ~1 {{place=dem}}", 0.0),
        "adjective_inside": (f"{who} @{verb} {inside} {{place=dem@firm}}", 0.0),
        "country": (f"{who} @{verb} {gap} @tied {{place=nat}}", 0.0),
        # elle a créé une filiale lyonnaise de Norlys
        "adjective_owned": (f"@{verb} ~~12 @firm ~1 {{place=dem}} ~1 @of @def? {{company-}}", 0.06),
        # … un laboratoire à Nantes et un autre à Bordeaux ; … et une usine à Pau
        "another": (f"{who} {opens} ~~14 @another ~2 {at}", -0.12),
        "besides": (f"{who} {opens} ~~14 et|,|puis @indefinite|d' ~2 @{noun} ~4 {at}", 0.0),
        "those": (f"{who} @{verb} {far} @{noun} ~~6 %that de|d'|à {{place+}}", 0.06),
        "among": (f"{who} {opens} ~~6 dont|notamment|commencer ~3 %member {{place+}}", 0.02),
        # À Lyon, Norlys ouvre un bureau ; rue Bleue, à Lyon, Norlys …
        "fronted": (f"^ {at} ~~8 , ~4 {{company-}} ~6 {opens}", -0.04),
        "fronted_late": (f"^ ~4-present , {at} , ~3 {{company-}} ~6 {opens}", -0.04),
        # C'est à Lyon que Norlys ouvre ; … que Norlys, fondée par …, a ouvert
        "cleft": (f"{at} ~~8 que|qu' ~1 {{company}} ~6-be {opens}", -0.02),
        "cleft_far": (
            f"c' est ~1 {at} ~~6 que|qu' {{company}} , ~~40 @{verb} {far} @{noun}",
            -0.1,
        ),
        # Lyon, où Norlys a ouvert un bureau
        "where": (f"{{place}} ,? ~2 où ~2 {{company}} ~5 {opens}", -0.02),
        # Norlys y ouvre un bureau, y a le sien
        "y": (f"{who} {{place~}} y ~2 {opens}", -0.06),
        # c'est là, c'est bien ici que Norlys ouvre un bureau
        "here": (f"{{place~}} là|ici ~6 que|qu' ~6 {{company}} ~4 {opens}", -0.1),
        # le bureau que Norlys a ouvert à Lyon, qu'a ouvert Norlys à Lyon
        "relative": (f"@{noun} ~~6 que|qu' ~2 {{company}} ~~4 @{verb} ~~5 {at}", 0.03),
        "relative_inverted": (
            f"@{noun} ~3 que|qu' ~3 @{verb} ~2 {{company-}} ,? ~2 {at}",
            0.03,
        ),
        # le bureau que Norlys y a ouvert
        "relative_y": (f"{{place~}} @{noun} ~~6 que|qu' ~2 {{company}} y ~2 @{verb}", -0.02),
        # Lyon, où elle garde son bureau, voit Norlys …
        "where_ahead": (f"{{place}} ,? ~2 où #q ~3 {opens} ~2 , ~2 {{company-}}", -0.02),
        "y_own": (f"{who} {{place~}} y ~2 @{verb} ~2 %its_own", -0.06),
    }
    return tuple(
        Rule(
            f"{name}_{shape}",
            pattern,
            status,
            weight=round(weight + extra, 2),
            verb=verb,
            statuses=statuses or {},
        )
        for shape, (pattern, extra) in shapes.items()
        if shape not in without
    )


#: "Ses filiales européennes": a continent is no place of an establishment.
CONTINENTS = frozenset(
    {"Europe", "Afrique", "Asie", "Amérique", "Amériques", "Amérique du Nord", "Amérique du Sud"}
    | {"Amérique latine", "Océanie", "Moyen-Orient", "Maghreb", "Occident"}
)


def never_polling(*rules: Rule) -> tuple[Rule, ...]:
    """The rules, none of which holds in a sentence about "les bureaux de vote"."""
    return tuple(replace(r, unless=r.unless or "bureau|bureaux de vote") for r in rules)


def passing(*rules: Rule) -> tuple[Rule, ...]:
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


_NAMED = re.compile(r"@(?:office|firm|solid|premises|tied)\b")
