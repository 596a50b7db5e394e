"""Inflected forms of French verbs, made from a few paradigms.

The extractor recognises verbs by their forms, without a tagger, so a rule author
adds an infinitive to a list and gets every form of it. Paradigms: first group with
its spelling changes (lancer, manger, acheter, appeler, céder, déployer), second
group (investir), and a table of stems for the irregular verbs that the press uses.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Form(NamedTuple):
    """What one inflected form can be.

    ``mood``: ``fin`` (finite), ``inf``, ``pp`` (past participle), ``ger`` (present
    participle). ``tense`` (finite forms): ``pres``, ``imp``, ``fut``, ``cond``,
    ``past`` (simple past), ``subj``.
    """

    lemma: str
    mood: str
    tense: str


# infinitive ending -> (present 3sg, present 3pl, imperfect stem, future stem,
#                       past participle, simple past 3sg, 3pl, subjunctive 3sg)
# keyed by whole verb or by the longest matching ending; "~" stands for what is left.
_IRREGULAR: dict[str, tuple[str, str, str, str, str, str, str, str]] = {
    "être": ("est", "sont", "ét", "ser", "été", "fut", "furent", "soit"),
    "avoir": ("a", "ont", "av", "aur", "eu", "eut", "eurent", "ait"),
    "aller": ("va", "vont", "all", "ir", "allé", "alla", "allèrent", "aille"),
    "faire": ("~fait", "~font", "~fais", "~fer", "~fait", "~fit", "~firent", "~fasse"),
    "ouvrir": ("~ouvre", "~ouvrent", "~ouvr", "~ouvrir", "~ouvert", "~ouvrit", "~ouvrirent", "~ouvre"),
    "offrir": ("~offre", "~offrent", "~offr", "~offrir", "~offert", "~offrit", "~offrirent", "~offre"),
    "prendre": ("~prend", "~prennent", "~pren", "~prendr", "~pris", "~prit", "~prirent", "~prenne"),
    "tenir": ("~tient", "~tiennent", "~ten", "~tiendr", "~tenu", "~tint", "~tinrent", "~tienne"),
    "venir": ("~vient", "~viennent", "~ven", "~viendr", "~venu", "~vint", "~vinrent", "~vienne"),
    "mettre": ("~met", "~mettent", "~mett", "~mettr", "~mis", "~mit", "~mirent", "~mette"),
    "acquérir": ("acquiert", "acquièrent", "acquér", "acquerr", "acquis", "acquit", "acquirent", "acquière"),
    "joindre": ("~joint", "~joignent", "~joign", "~joindr", "~joint", "~joignit", "~joignirent", "~joigne"),
    "rejoindre": ("rejoint", "rejoignent", "rejoign", "rejoindr", "rejoint", "rejoignit", "rejoignirent", "rejoigne"),
    "indre": ("~int", "~ignent", "~ign", "~indr", "~int", "~ignit", "~ignirent", "~igne"),
    "perdre": ("perd", "perdent", "perd", "perdr", "perdu", "perdit", "perdirent", "perde"),
    "vendre": ("~vend", "~vendent", "~vend", "~vendr", "~vendu", "~vendit", "~vendirent", "~vende"),
    "rendre": ("~rend", "~rendent", "~rend", "~rendr", "~rendu", "~rendit", "~rendirent", "~rende"),
    "tendre": ("~tend", "~tendent", "~tend", "~tendr", "~tendu", "~tendit", "~tendirent", "~tende"),
    "détendre": ("détend", "détendent", "détend", "détendr", "détendu", "détendit", "détendirent", "détende"),
    "promouvoir": ("promeut", "promeuvent", "promouv", "promouvr", "promu", "promut", "promurent", "promeuve"),
    "conquérir": ("conquiert", "conquièrent", "conquér", "conquerr", "conquis", "conquit", "conquirent", "conquière"),
    "pouvoir": ("peut", "peuvent", "pouv", "pourr", "pu", "put", "purent", "puisse"),
    "devoir": ("doit", "doivent", "dev", "devr", "dû", "dut", "durent", "doive"),
    "vouloir": ("veut", "veulent", "voul", "voudr", "voulu", "voulut", "voulurent", "veuille"),
    "savoir": ("sait", "savent", "sav", "saur", "su", "sut", "surent", "sache"),
    "voir": ("~voit", "~voient", "~voy", "~verr", "~vu", "~vit", "~virent", "~voie"),
    "prévoir": ("prévoit", "prévoient", "prévoy", "prévoir", "prévu", "prévit", "prévirent", "prévoie"),
    "recevoir": ("reçoit", "reçoivent", "recev", "recevr", "reçu", "reçut", "reçurent", "reçoive"),
    "dire": ("~dit", "~disent", "~dis", "~dir", "~dit", "~dit", "~dirent", "~dise"),
    "conduire": ("~conduit", "~conduisent", "~conduis", "~conduir", "~conduit", "~conduisit", "~conduisirent", "~conduise"),
    "construire": ("construit", "construisent", "construis", "construir", "construit", "construisit", "construisirent", "construise"),
    "élire": ("élit", "élisent", "élis", "élir", "élu", "élut", "élurent", "élise"),
    "partir": ("part", "partent", "part", "partir", "parti", "partit", "partirent", "parte"),
    "sortir": ("sort", "sortent", "sort", "sortir", "sorti", "sortit", "sortirent", "sorte"),
    "servir": ("sert", "servent", "serv", "servir", "servi", "servit", "servirent", "serve"),
    "naître": ("naît", "naissent", "naiss", "naîtr", "né", "naquit", "naquirent", "naisse"),
    "disparaître": ("disparaît", "disparaissent", "disparaiss", "disparaîtr", "disparu", "disparut", "disparurent", "disparaisse"),
    "compromettre": ("compromet", "compromettent", "compromett", "compromettr", "compromis", "compromit", "compromirent", "compromette"),
    "battre": ("~bat", "~battent", "~batt", "~battr", "~battu", "~battit", "~battirent", "~batte"),
    "convaincre": ("convainc", "convainquent", "convainqu", "convaincr", "convaincu", "convainquit", "convainquirent", "convainque"),
    "vivre": ("vit", "vivent", "viv", "vivr", "vécu", "vécut", "vécurent", "vive"),
    "suivre": ("~suit", "~suivent", "~suiv", "~suivr", "~suivi", "~suivit", "~suivirent", "~suive"),
    "croître": ("croît", "croissent", "croiss", "croîtr", "crû", "crût", "crûrent", "croisse"),
    "connaître": ("connaît", "connaissent", "connaiss", "connaîtr", "connu", "connut", "connurent", "connaisse"),
    "duire": ("~duit", "~duisent", "~duis", "~duir", "~duit", "~duisit", "~duisirent", "~duise"),
    "cevoir": ("~çoit", "~çoivent", "~cev", "~cevr", "~çu", "~çut", "~çurent", "~çoive"),
    "pourvoir": ("pourvoit", "pourvoient", "pourvoy", "pourvoir", "pourvu", "pourvut", "pourvurent", "pourvoie"),
    "fondre": ("~fond", "~fondent", "~fond", "~fondr", "~fondu", "~fondit", "~fondirent", "~fonde"),
    "sentir": ("~sent", "~sentent", "~sent", "~sentir", "~senti", "~sentit", "~sentirent", "~sente"),
    "ressortir": ("ressort", "ressortent", "ressort", "ressortir", "ressorti", "ressortit", "ressortirent", "ressorte"),
    "reconnaître": ("reconnaît", "reconnaissent", "reconnaiss", "reconnaîtr", "reconnu", "reconnut", "reconnurent", "reconnaisse"),
    "scrire": ("~scrit", "~scrivent", "~scriv", "~scrir", "~scrit", "~scrivit", "~scrivirent", "~scrive"),
    "écrire": ("écrit", "écrivent", "écriv", "écrir", "écrit", "écrivit", "écrivirent", "écrive"),
    "valoir": ("vaut", "valent", "val", "vaudr", "valu", "valut", "valurent", "vaille"),
    "échoir": ("échoit", "échoient", "échoy", "échoir", "échu", "échut", "échurent", "échoie"),
    "soumettre": ("soumet", "soumettent", "soumett", "soumettr", "soumis", "soumit", "soumirent", "soumette"),
    "conclure": ("conclut", "concluent", "conclu", "conclur", "conclu", "conclut", "conclurent", "conclue"),
    "accueillir": ("accueille", "accueillent", "accueill", "accueiller", "accueilli", "accueillit", "accueillirent", "accueille"),
    "recueillir": ("recueille", "recueillent", "recueill", "recueiller", "recueilli", "recueillit", "recueillirent", "recueille"),
    "courir": ("court", "courent", "cour", "courr", "couru", "courut", "coururent", "coure"),
    "souscrire": ("souscrit", "souscrivent", "souscriv", "souscrir", "souscrit", "souscrivit", "souscrivirent", "souscrive"),
    "asseoir": ("assied", "asseyent", "assey", "assiér", "assis", "assit", "assirent", "asseye"),
    "détenir": ("détient", "détiennent", "déten", "détiendr", "détenu", "détint", "détinrent", "détienne"),
    "devenir": ("devient", "deviennent", "deven", "deviendr", "devenu", "devint", "devinrent", "devienne"),
}  # fmt: skip
_MUTE_E = (
    "acheter",
    "racheter",
    "lever",
    "relever",
    "mener",
    "emmener",
    "amener",
    "peser",
    "achever",
    "enlever",
    "promener",
    "geler",
    "soulever",
    "élever",
    "prélever",
)


def _irregular(lemma: str) -> tuple[str, ...] | None:
    for ending in sorted(_IRREGULAR, key=len, reverse=True):
        if lemma == ending or (lemma.endswith(ending) and "~" in _IRREGULAR[ending][0]):
            prefix = lemma[: -len(ending)]
            return tuple(part.replace("~", prefix) for part in _IRREGULAR[ending])
    return None


def _first_group(lemma: str) -> tuple[str, str, str, str, str, str, str, str]:
    stem = lemma[:-2]
    strong = stem
    if lemma in _MUTE_E:
        strong = stem[:-2] + "è" + stem[-1]
    elif lemma.endswith(("eler", "eter")) and lemma not in _MUTE_E:
        strong = stem + stem[-1]
    elif lemma.endswith(("oyer", "uyer")):
        strong = stem[:-1] + "i"
    elif len(stem) > 2 and stem[-2] == "é":
        strong = stem[:-2] + "è" + stem[-1]
    elif len(stem) > 3 and stem[-3] == "é" and stem[-2:] in ("gr", "gl", "br"):
        strong = stem[:-3] + "è" + stem[-2:]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    future = strong + "er" if strong != stem and "é" not in stem[-3:] else stem + "er"
    return (
        strong + "e", strong + "ent", soft, future, stem + "é", soft + "a", stem + "èrent", strong + "e",
    )  # fmt: skip


def _second_group(lemma: str) -> tuple[str, str, str, str, str, str, str, str]:
    stem = lemma[:-1]
    return (
        stem + "t", stem + "ssent", stem + "ss", lemma, stem, stem + "t", stem + "rent", stem + "sse",
    )  # fmt: skip


@cache
def conjugate(lemma: str) -> tuple[tuple[str, Form], ...]:
    """Return (form, analysis) pairs of an infinitive, lower case, third and first persons.

    A form can occur twice with two analyses ("investit": present and simple past).
    """
    paradigm = _irregular(lemma)
    if paradigm is None:
        paradigm = _first_group(lemma) if lemma.endswith("er") else _second_group(lemma)
    sg3, pl3, imp, fut, pp, past_sg, past_pl, subj = paradigm
    out: list[tuple[str, Form]] = [(lemma, Form(lemma, "inf", ""))]

    def fin(tense: str, *forms: str) -> None:
        out.extend((form, Form(lemma, "fin", tense)) for form in forms)

    fin("pres", sg3, pl3)
    imp_soft = imp
    hard = (
        imp[:-1] if lemma.endswith("ger") or (imp.endswith("e") and lemma.endswith("ger")) else imp
    )
    if imp.endswith("ç"):
        hard = imp[:-1] + "c"
    nous = "sommes" if lemma == "être" else imp_soft + "ons"
    fin("pres", nous, hard + "ez")
    if lemma.endswith("er") and lemma != "aller":
        fin("pres", sg3 + "s")
    fin("imp", imp_soft + "ait", imp_soft + "aient", imp_soft + "ais", hard + "ions")
    fin("fut", fut + "a", fut + "ont", fut + "ai", fut + "ons")
    fin("cond", fut + "ait", fut + "aient", fut + "ais", fut + "ions")
    fin("past", past_sg, past_pl)
    fin("subj", subj, hard + "ions")
    base = pp.rstrip("û") + "u" if pp.endswith("û") else pp
    plural_m = pp if pp.endswith("s") else base + "s"
    for form in dict.fromkeys((pp, plural_m, base + "e", base + "es")):
        out.append((form, Form(lemma, "pp", "")))
    ger = {"être": "étant", "avoir": "ayant", "savoir": "sachant"}.get(lemma, imp_soft + "ant")
    out.append((ger, Form(lemma, "ger", "")))
    return tuple(dict.fromkeys(out))


@cache
def analyses(lemmas: tuple[str, ...]) -> dict[str, tuple[Form, ...]]:
    """Map each form of the given infinitives to its analyses."""
    table: dict[str, list[Form]] = {}
    for lemma in lemmas:
        for form, analysis in conjugate(lemma):
            table.setdefault(form, []).append(analysis)
    return {form: tuple(found) for form, found in table.items()}
