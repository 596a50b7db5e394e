"""Tense, voice, negation and modality of the verb or noun that states a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extract.denial import (
    DENY,
    NEGATORS,
    REFUSING,
    denied_noun,
    out_of_question,
    restrictive,
)
from pipeline.french.verbs import Form, analyses
from pipeline.types import Modality, Tense, Unit

_BE = analyses(("être",))
_HAVE = analyses(("avoir",))
_GO = analyses(("aller",))
_COME = analyses(("venir",))
#: Verbs whose perfect is made with "être": "est arrivé" is active, and past.
_MOVING = frozenset(
    [
        "aller",
        "arriver",
        "devenir",
        "entrer",
        "partir",
        "parvenir",
        "passer",
        "rentrer",
        "rester",
        "retourner",
        "revenir",
        "sortir",
        "tomber",
        "venir",
    ]
)
#: Verbs that govern an infinitive or a noun and make it a plan.
PLANNING = analyses(
    tuple(
        """prévoir envisager compter souhaiter vouloir entendre projeter ambitionner espérer devoir
        pouvoir préparer apprêter décider promettre programmer planifier viser chercher étudier
        rêver songer réfléchir négocier engager tenter proposer inviter autoriser permettre destiner
        appeler""".split()
    )
)
ANNOUNCING = analyses(
    tuple("annoncer dévoiler confirmer révéler officialiser présenter signer évoquer".split())
)
#: With "à", not to do these is to do what follows.
_HESITATING = analyses(("hésiter", "tarder"))
#: With "à", these say that what follows came about.
_ACHIEVING = {**analyses(("réussir", "parvenir", "arriver", "finir")), **_HESITATING}
_CLITICS = frozenset("""se s' me m' nous vous y en l' le la les lui leur ne n'""".split())
_ADVERBS = frozenset(
    """déjà aussi également bientôt désormais récemment ainsi donc enfin encore toujours notamment
    même officiellement finalement ensuite tout juste rapidement prochainement depuis puis alors
    discrètement définitivement simplement son tour pas plus jamais effectivement
    largement actuellement parallèlement successivement respectivement d'abord maintenant
    aujourd'hui fraîchement tout-juste dernièrement précédemment auparavant peut-être
    probablement vraisemblablement bel bien""".split()
)
#: Adverbials of three words that may stand between an auxiliary and its participle.
_ADVERBIALS = frozenset({
    ("de", "son", "côté"), ("de", "leur", "côté"), ("à", "son", "tour"), ("à", "leur", "tour"),
    ("pour", "sa", "part"), ("pour", "leur", "part"), ("dans", "la", "foulée"), ("il", "y", "a"),
})  # fmt: skip
#: The same of two; their first words alone govern an infinitive.
_PAIRS = frozenset({("par", "ailleurs"), ("sans", "doute"), ("en", "effet"), ("au", "passage")})
_RUMOUR = frozenset(
    """rumeur rumeurs selon serait seraient pourrait pourraient pressenti pressentie évoque évoqué
    d'après croire prêterait""".split()
)


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What the verb around one trigger says.

    ``start`` is the index of the group's leftmost unit; ``voice`` is ``active`` or
    ``passive`` (a bare participle counts as passive).
    """

    start: int
    tense: Tense
    voice: str
    planned: bool = False
    conditional: bool = False
    negated: bool = False
    infinitive: bool = False
    reflexive: bool = False

    @property
    def key(self) -> str:
        """Which entry of a relation's ``statuses`` holds."""
        if self.conditional:
            return "conditional"
        if self.planned or self.tense == "future":
            return "future"
        return "past" if self.tense == "past" else "present"

    @property
    def modality(self) -> Modality:
        """The contract's modality, before the sentence's attribution is seen."""
        if self.negated:
            return "denied"
        if self.conditional:
            return "reported"
        return "planned" if self.planned or self.tense == "future" else "asserted"


def verb_group(units: Sequence[Unit], i: int, forms: Sequence[Form]) -> VerbGroup:
    """Analyse the group whose main form stands at ``i`` and may be any of ``forms``."""
    group = _group(units, i, forms)
    if group.negated and restrictive(units, i):
        return replace(group, negated=False)
    return group


#: Nouns and the like that govern an infinitive and make it a plan.
_PLANS = frozenset("passe point intention projet ambition objectif volonté train près".split())


def _group(units: Sequence[Unit], i: int, forms: Sequence[Form]) -> VerbGroup:
    moods = {f.mood for f in forms}
    j, negated, reflexive = _back(units, i - 1)
    if "pp" in moods:
        word = units[j].form if j >= 0 else ""
        if word == "été" and j > 0:
            k, neg2, _ = _back(units, j - 1)
            if k >= 0 and units[k].form in _HAVE:
                return _with_auxiliary(
                    units, k, _HAVE[units[k].form], "passive", negated or neg2, reflexive
                )
        if word in _HAVE:
            return _with_auxiliary(units, j, _HAVE[word], "active", negated, reflexive)
        if word in _BE:
            moving = any(f.lemma in _MOVING for f in forms)
            return _with_auxiliary(
                units,
                j,
                _BE[word],
                "active" if reflexive or moving else "passive",
                negated,
                reflexive,
                being=not moving,
            )
        if word in ("ayant", "étant"):
            return VerbGroup(j, "past", "active" if word == "ayant" else "passive", negated=negated)
    if "fin" in moods and not (
        moods == {"fin", "pp"} and j >= 0 and units[j].form in ("un", "une")
    ):
        tenses = [f.tense for f in forms if f.mood == "fin"]
        tense = "pres" if "pres" in tenses else tenses[0]
        if (
            i
            and units[i - 1].form in ("de", "d'", "du", "des", "par", "un", "une", "à")
            and "pp" not in moods
        ):
            return VerbGroup(i, "none", "active")
        return _finite(units, j + 1, tense, negated, reflexive)
    if "inf" in moods:
        return _infinitive(units, i, j, negated, reflexive)
    if "ger" in moods:
        return VerbGroup(j + 1, "present", "active", reflexive=reflexive, negated=negated)
    return VerbGroup(i, "past", "passive", negated=negated, reflexive=reflexive)


def _back(units: Sequence[Unit], j: int) -> tuple[int, bool, bool]:
    """Step left over adverbs, clitics and negation; return (index, negated, reflexive)."""
    negated = reflexive = False
    while j >= 0 and units[j].kind == "w":
        form = units[j].form
        if form in NEGATORS:
            # "plus" alone is no negation: it needs its "ne"
            negated = (
                negated
                or form != "plus"
                or any(u.form in ("ne", "n'") for u in units[max(0, j - 4) : j])
            )
            j -= 1
        elif form in ("ne", "n'"):
            negated = True
            j -= 1
        elif j >= 2 and tuple(u.form for u in units[j - 2 : j + 1]) in _ADVERBIALS:
            j -= 3
        elif j >= 1 and (units[j - 1].form, form) in _PAIRS:
            j -= 2
        elif form in _ADVERBS or (form.endswith("ment") and len(form) > 6):
            j -= 1
        elif form in _CLITICS and form not in ("en",):
            reflexive = reflexive or form in ("se", "s'", "m'", "me")
            j -= 1
        elif form in ("en", "y") and j and units[j - 1].form not in ("de",):
            j -= 1
        else:
            break
    return j, negated, reflexive


def _finite(
    units: Sequence[Unit], start: int, tense: str, negated: bool, reflexive: bool
) -> VerbGroup:
    if tense == "cond":
        return VerbGroup(
            start, "future", "active", conditional=True, negated=negated, reflexive=reflexive
        )
    if tense in ("fut", "subj"):
        # "en attendant qu'une usine sorte de terre"
        return VerbGroup(
            start, "future", "active", planned=True, negated=negated, reflexive=reflexive
        )
    if tense in ("imp", "past"):
        return VerbGroup(start, "past", "active", negated=negated, reflexive=reflexive)
    announced = any(u.form in ANNOUNCING for u in units[max(0, start - 14) : start]) and any(
        u.form in ("que", "qu'") for u in units[max(0, start - 8) : start]
    )
    # "a annoncé qu'elle ouvre": a plan, whatever the tense
    return VerbGroup(
        start, "present", "active", planned=announced, negated=negated, reflexive=reflexive
    )


def _with_auxiliary(
    units: Sequence[Unit],
    j: int,
    forms: Sequence[Form],
    voice: str,
    negated: bool,
    reflexive: bool,
    being: bool = False,
) -> VerbGroup:
    k, neg2, refl2 = _back(units, j - 1)
    negated, reflexive = negated or neg2, reflexive or refl2
    if being and refl2:
        voice = "active"
    form = forms[0]
    if form.mood == "inf":
        group = _infinitive(units, j, k, negated, reflexive)
        past = group.tense if being else "past"
        return VerbGroup(
            group.start,
            past,
            voice,
            planned=being and group.planned,
            conditional=group.conditional,
            negated=negated,
            reflexive=reflexive,
        )
    tense = form.tense
    if tense == "cond":
        return VerbGroup(
            k + 1, "past", voice, conditional=True, negated=negated, reflexive=reflexive
        )
    if tense == "fut":
        return VerbGroup(k + 1, "future", voice, planned=True, negated=negated, reflexive=reflexive)
    if being and tense == "pres":
        # "est racheté": now; "est implanté": a state
        return VerbGroup(k + 1, "present", voice, negated=negated, reflexive=reflexive)
    return VerbGroup(k + 1, "past", voice, negated=negated, reflexive=reflexive)


def _is_conditional(form: str) -> bool:
    """Say whether a form is a conditional of "être" or "avoir"."""
    return any(f.tense == "cond" for f in (*_BE.get(form, ()), *_HAVE.get(form, ())))


def _infinitive(units: Sequence[Unit], i: int, j: int, negated: bool, reflexive: bool) -> VerbGroup:
    """Find what governs an infinitive: "va", "vient d'", "prévoit de", "annonce vouloir"."""
    start = j + 1
    link = ""
    if j >= 0 and units[j].form in (
        *("de", "d'", "à", "pour", "afin", "avant", "après", "sans", "par"),
    ):
        link = units[j].form
        j -= 1
        j, neg2, refl2 = _back(units, j)
        negated = negated or (neg2 and link in ("de", "d'", "à"))
        del refl2
    elif j >= 0:
        j, neg2, _ = _back(units, j)
        negated = negated or neg2
    word = units[j].form if j >= 0 else ""
    if link == "sans" or out_of_question(units, i):
        return VerbGroup(start, "none", "active", negated=True, infinitive=True)
    if link == "après":
        return VerbGroup(start, "past", "active", infinitive=True, negated=negated)
    if word in _GO and not link:
        conditional = any(f.tense == "cond" for f in _GO[word])
        return VerbGroup(
            j,
            "future",
            "active",
            planned=True,
            conditional=conditional,
            negated=negated,
            infinitive=True,
            reflexive=reflexive,
        )
    if word in _COME and link in ("de", "d'"):
        return VerbGroup(j, "past", "active", negated=negated, infinitive=True, reflexive=reflexive)
    if link in ("pour", "de") and any(
        u.form in ("suffi", "fallu", "tour") for u in units[max(0, i - 10) : i]
    ):
        # "il aura suffi de deux ans à X pour avaler Y", "c'est au tour de X de tomber": done
        return VerbGroup(start, "past", "active", negated=negated, infinitive=True)
    if word in _ACHIEVING and link in ("à", "par"):
        # "a réussi à lever", "a fini par racheter", "n'a pas hésité à miser": done;
        # "hésite à racheter": not yet
        k, refused, _ = _back(units, j - 1)
        done = refused if word in _HESITATING else not refused
        past = k >= 0 and (units[k].form in _HAVE or units[k].form in _BE)
        return VerbGroup(
            (k if past else j),
            "past" if past and done else "present" if done else "future",
            "active",
            planned=not done,
            conditional=past and _is_conditional(units[k].form),
            negated=refused and word not in _HESITATING,
            infinitive=True,
            reflexive=reflexive,
        )
    if word in REFUSING:
        return VerbGroup(j, "none", "active", negated=True, infinitive=True)
    if word in DENY:
        # "exclut d'ouvrir" denies, "n'exclut pas d'ouvrir" leaves it open
        return VerbGroup(
            j,
            "future",
            "active",
            planned=True,
            conditional=negated,
            negated=not negated,
            infinitive=True,
        )
    governed = word in PLANNING or word in ANNOUNCING or word in _PLANS
    if governed:
        forms = PLANNING.get(word) or ANNOUNCING.get(word) or ()
        # "pourrait racheter" is hearsay, "devrait ouvrir" a plan
        conditional = any(f.tense == "cond" and f.lemma == "pouvoir" for f in forms)
        k, neg2, _ = _back(units, j - 1)
        while k >= 0 and (
            units[k].form in _HAVE
            or units[k].form in _BE
            or units[k].form in PLANNING
            or units[k].form in ANNOUNCING
        ):
            # "serait sur le point de", "aurait décidé de"
            conditional = conditional or _is_conditional(units[k].form)
            k, neg3, _ = _back(units, k - 1)
            neg2 = neg2 or neg3
        if word == "point" and k >= 0 and units[k].form == "sur":
            conditional = any(_is_conditional(u.form) for u in units[max(0, k - 4) : k])
        if k >= 0 and units[k].form in DENY:
            # "dément vouloir fermer"
            neg2 = True
        return VerbGroup(
            k + 1,
            "future",
            "active",
            planned=True,
            conditional=conditional,
            negated=negated or neg2,
            infinitive=True,
            reflexive=reflexive,
        )
    if link in ("pour", "afin", "à", "de", "d'", "avant") or not link:
        return VerbGroup(
            start,
            "future",
            "active",
            planned=True,
            negated=negated,
            infinitive=True,
            reflexive=reflexive,
        )
    return VerbGroup(start, "none", "active", negated=negated, infinitive=True, reflexive=reflexive)


_PLANNED_BEFORE = frozenset(
    """prochain prochaine prochains prochaines future futur imminente imminent projet projets
    intention envisagée envisagé prévue prévu possible éventuel éventuelle offre vue""".split()
)
_DONE_BEFORE = frozenset(
    """après depuis suite récente récent lors réalisé réalisée finalisé finalisée finaliser bouclé
    conclu conclue achevé fête célèbre grâce marque""".split()
)


def nominal_group(units: Sequence[Unit], i: int) -> VerbGroup:
    """Analyse a noun trigger at ``i`` ("l'ouverture", "le rachat") by what governs it."""
    window = [u.form for u in units[max(0, i - 6) : i]]
    after = [u.form for u in units[i + 1 : i + 3]]
    negated = (
        any(w in DENY or w in REFUSING for w in window)
        or denied_noun(units, i)
        or out_of_question(units, i)
    )
    if any(w in _PLANNED_BEFORE for w in (*window, *after)):
        return VerbGroup(i, "future", "active", planned=True, negated=negated)
    if any(w in _DONE_BEFORE for w in window):
        return VerbGroup(i, "past", "active", negated=negated)
    for w in reversed(window):
        if w in PLANNING:
            forms = PLANNING[w]
            conditional = any(f.tense == "cond" for f in forms)
            return VerbGroup(
                i, "future", "active", planned=True, conditional=conditional, negated=negated
            )
        if w in ANNOUNCING:
            return VerbGroup(i, "none", "active", negated=negated)
    return VerbGroup(i, "none", "active", negated=negated)


def rumour_words(units: Sequence[Unit]) -> bool:
    """Say whether the sentence carries words of hearsay."""
    return any(u.form in _RUMOUR for u in units)
