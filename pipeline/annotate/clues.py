"""What the words around a pronoun tell of it: a person, a company, a thing, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.french.verbs import analyses
from pipeline.types import Unit


def _forms(verbs: str) -> frozenset[str]:
    """Every form of the verbs, reflexive ones without their pronoun."""
    return frozenset(analyses(tuple(verbs.split())))


#: Verbs of speech, as they stand beside the speaker's name: "explique X", "a déclaré X".
SPEECH = _forms(
    """dire expliquer déclarer souligner confier ajouter préciser estimer juger observer résumer
    raconter constater assurer insister glisser lancer affirmer indiquer rappeler réjouir
    féliciter commenter plaider prévenir tempérer admettre reconnaître amuser plaisanter
    ironiser trancher répondre soutenir noter regretter détailler poursuivre conclure avancer
    relativiser rétorquer nuancer promettre souvenir écrire marteler analyser énumérer témoigner
    renchérir concéder avouer sourire justifier exposer inquiéter croire reprendre annoncer
    arguer balayer défendre déplorer espérer exulter lâcher objecter philosopher pointer
    prédire revendiquer révéler signaler suggérer vanter éluder enchaîner esquiver"""
)
#: Verbs that a person is more often the subject of than a company.
_PERSON = _forms(
    """naître diriger présider enseigner habiter officier siéger étudier épouser hériter œuvrer
    cofonder seconder codiriger"""
)
_RATHER_PERSON = _forms("succéder remplacer occuper exercer débuter")
#: Verbs that a company is more often the subject of.
_COMPANY = _forms(
    """employer lever éditer commercialiser exploiter posséder disposer inaugurer fabriquer
    produire concevoir développer proposer vendre embaucher facturer générer fournir distribuer
    racheter licencier externaliser équiper valoriser détenir implanter doter"""
)
#: Verbs of will and action: their subject is somebody or a company, no thing.
_AGENT = (
    _forms(
        """vouloir espérer entendre compter prévoir annoncer ambitionner viser envisager souhaiter
    tabler refuser décider choisir négocier chercher tenter préparer ouvrir recruter investir
    signer acquérir quitter rejoindre travailler prendre savoir croire promettre craindre
    confirmer démentir revendiquer assumer continuer gagner renoncer évoquer estimer lancer
    publier avertir concéder obtenir convaincre installer mettre bâtir créer fonder acheter
    céder fermer supprimer conserver aider oser songer hésiter mener piloter retenir donner réaliser
    réunir collaborer"""
    )
    | SPEECH
)
#: Verbs that a thing is more often the subject of: a project, a building, an amount.
_THING = _forms(
    """permettre comprendre concerner atteindre élever inscrire situer trouver durer dater porter
    abriter accueillir héberger figurer remonter servir coûter contenir comporter reposer
    consister suffire dépendre montrer tenir attendre voir"""
)
#: Verbs whose subject is somebody or a company, finite forms that are no nouns.
ACTIONS = frozenset(
    form
    for form in _PERSON | _RATHER_PERSON | _COMPANY | _AGENT
    if not form.endswith(("er", "ir", "re", "é", "ée", "és", "ées", "ant"))
) - {"compte", "donne", "lance", "offre", "publie"}
_CLITICS = frozenset(
    """ne n' se s' y en le la l' les lui leur me m' nous vous te t' pas plus point guère jamais
    rien tout bien déjà aussi également toutefois désormais encore toujours même ensuite enfin
    ainsi donc alors pourtant cependant a ont avait avaient aura auront aurait auraient ait
    ayant est sont était étaient sera seront serait seraient soit fut furent eu va vont allait
    iront ira vient viennent venait de d' à doit doivent devait devrait devra devront devraient
    peut peuvent pouvait pourra pourrait pourraient pourront""".split()
)
_BE = frozenset(
    """est était sera serait fut soit été devient devenait deviendra semble paraît reste
    restera""".split()
)

_IMPERSONAL = frozenset(
    """faut faudra faudrait fallait fallu agit agissait agira agirait paraît paraîtrait convient
    convenait suffit suffisait suffira importe pleut""".split()
)
#: Impersonal where an indefinite or a clause follows: "il existe un …", "il semble que".
_INTRODUCES = frozenset("existe manque manquait manquera semble semblerait reste".split())
_INTRODUCED = frozenset("un une des que qu' aucun aucune à encore donc peu".split())
_IMPERSONAL_ADJECTIVES = frozenset(
    """vrai possible impossible probable improbable prévu question clair temps important essentiel
    nécessaire difficile facile utile inutile certain évident rare logique peu trop tôt tard
    préférable interdit permis plus moins fréquent courant acquis exclu entendu convenu""".split()
)
_ADVERBS = frozenset(
    """pas plus donc toutefois aussi encore guère déjà en bien fort très trop même toujours surtout
    l' heure""".split()
)
_BEFORE_VERB = frozenset("ne n' vous nous leur lui me te en s' se".split())
_HELPERS = frozenset("a aura aurait avait devrait pourrait doit peut va".split())
_HAVE = frozenset("a avait aura aurait eut ait".split())


#: Participles after "être" that tell of a company; other ones tell of a thing.
_DONE_TO_COMPANY = frozenset(
    """rachetée racheté valorisée valorisé fondée fondé créée créé basée basé cotée coté
    spécialisée spécialisé détenue détenu dirigée dirigé contrôlée contrôlé implantée implanté
    installée installé présente présent établie établi entrée entré soutenue soutenu accompagnée
    accompagné rentable déficitaire bénéficiaire leader""".split()
)
_DONE_TO_PERSON = frozenset(
    """né née âgé âgée diplômé diplômée nommé nommée élu élue promu promue choisi choisie recruté
    recrutée embauché embauchée remplacé remplacée décédé décédée arrivé arrivée parti partie
    devenu devenue passé passée chargé chargée mort morte""".split()
)
#: Stands between "être" and what is told: "il est aussi le directeur".
_PREDICATE = frozenset("un une aussi l'un le la l' ancien ancienne".split())
#: Weight of what a clue excludes.
NEVER = -50.0


class Clue(NamedTuple):
    """Weights for what a pronoun may be, added to the ranks of its candidates."""

    person: float = 0.0
    company: float = 0.0
    thing: float = 0.0
    speech: bool = False
    """Its verb is one of speech: whoever spoke last goes on."""


def impersonal(units: Sequence[Unit], i: int) -> bool:
    """Say whether the "il" at ``i`` stands for nothing: "il faut", "il s'agit", "il est vrai"."""
    before = [u.form for u in units[max(0, i - 2) : i]]
    if before[-1:] and before[-1] in _IMPERSONAL:
        return True  # "faut-il", "y a-t-il"
    if before[:1] == ["y"] and before[1:] and before[1] in _HAVE:
        return True
    forms = [u.form for u in units[i + 1 : i + 12]]
    while forms and forms[0] in _BEFORE_VERB:
        forms.pop(0)
    if forms[:1] == ["empêche"]:
        return True
    if forms[:1] == ["y"]:
        return forms[1:2] != [] and forms[1] in _HAVE
    while len(forms) > 1 and (forms[0] in _HELPERS or _adverb(forms[0])):
        forms.pop(0)
    verb, after = (forms[0], forms[1:]) if forms else ("", [])
    if verb in ("vaut", "valait", "vaudrait"):
        return after[:1] == ["mieux"]
    if verb in _IMPERSONAL:
        return True
    if verb in _INTRODUCES:
        return after[:1] != [] and after[0] in _INTRODUCED
    if verb in _BE:
        while after and _adverb(after[0]) and after[0] not in _IMPERSONAL_ADJECTIVES:
            after.pop(0)
        return after != [] and after[0] in _IMPERSONAL_ADJECTIVES
    return False


def _adverb(form: str) -> bool:
    return form in _ADVERBS or (form.endswith("ment") and len(form) > 6)


def clue(units: Sequence[Unit], i: int) -> Clue:
    """Return what the verb of the pronoun at ``i`` tells of it."""
    if _inverted(units, i):
        return Clue(person=1.6, thing=-3.0, speech=True)
    if set_off(units, i):
        return Clue()
    be = False
    for unit in units[i + 1 : i + 9]:
        form = unit.form
        if unit.kind == "R" and be:
            return Clue(person=3.5, company=NEVER, thing=-3.0)
        if unit.kind == "N":
            return Clue(person=1.5, thing=-1.5)
        if unit.kind != "w":
            break
        be = be or form in _BE
        if form in _CLITICS or form in _BE or _adverb(form) or (be and form in _PREDICATE):
            continue
        return _of_participle(form) if be else _of_verb(form)
    return Clue()


def _inverted(units: Sequence[Unit], i: int) -> bool:
    """Say whether the pronoun is the speaker quoted: "dit-il", "a-t-elle déclaré"."""
    if not i or units[i].start - units[i - 1].end not in (1, 3):
        return False
    before, after = units[i - 1].form, units[i + 1].form if i + 1 < len(units) else ""
    return before in SPEECH or (before in ("a", "ont", "avait") and after in SPEECH)


def _of_participle(form: str) -> Clue:
    """What is told by a participle or adjective after "être"."""
    if form in _DONE_TO_PERSON:
        return Clue(person=2.0, thing=-2.0)
    if form in _DONE_TO_COMPANY:
        return Clue(company=1.0, thing=-0.5)
    if form.endswith(("é", "ée", "t", "te", "u", "ue", "is", "ise")):
        return Clue(thing=0.8)  # "il a été annoncé": done to it
    return _of_verb(form)


def _of_verb(form: str) -> Clue:
    if form in _PERSON:
        return Clue(person=2.0, company=-2.5, thing=-2.0)
    if form in _RATHER_PERSON:
        return Clue(person=2.0, thing=-2.0)
    if form in _COMPANY:
        return Clue(company=1.5, thing=-2.0)
    if form in _AGENT:
        return Clue(thing=-1.5, speech=form in SPEECH)
    return Clue(thing=1.0) if form in _THING else Clue()


def set_off(units: Sequence[Unit], i: int) -> bool:
    """Say whether the pronoun only repeats the subject before it: "X, elle, …", "quant à elle"."""
    before = [u.form for u in units[max(0, i - 2) : i]]
    after = units[i + 1].form if i + 1 < len(units) else ""
    return before == ["quant", "à"] or (before[-1:] == [","] and after in (",", "aussi"))
