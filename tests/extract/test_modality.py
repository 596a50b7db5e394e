"""Tense, voice and negation of verb groups, from bare words."""

from __future__ import annotations

import pytest

from pipeline.annotate.segment import tokenise
from pipeline.extract.modality import nominal_group, verb_group
from pipeline.french.verbs import analyses
from pipeline.types import Unit

_FORMS = analyses(("ouvrir", "racheter", "implanter"))


def _units(text: str) -> list[Unit]:
    return [Unit(t.start, t.end, t.text, t.text.lower(), "w") for t in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "verb", "key", "voice", "negated"),
    [
        ("Norlys ouvre un bureau", "ouvre", "present", "active", False),
        ("Norlys a ouvert un bureau", "ouvert", "past", "active", False),
        ("Norlys avait déjà ouvert un bureau", "ouvert", "past", "active", False),
        ("Norlys ouvrira un bureau", "ouvrira", "future", "active", False),
        ("Norlys va ouvrir un bureau", "ouvrir", "future", "active", False),
        ("Norlys vient d'ouvrir un bureau", "ouvrir", "past", "active", False),
        ("Norlys prévoit d'ouvrir un bureau", "ouvrir", "future", "active", False),
        ("Norlys ouvrirait un bureau", "ouvrirait", "conditional", "active", False),
        ("Norlys aurait racheté Kalio", "racheté", "conditional", "active", False),
        ("Norlys n'ouvrira pas de bureau", "ouvrira", "future", "active", True),
        ("Norlys n'a jamais ouvert de bureau", "ouvert", "past", "active", True),
        ("Norlys renonce à ouvrir un bureau", "ouvrir", "present", "active", True),
        ("pas question , pour l' heure , d'ouvrir", "ouvrir", "present", "active", True),
        ("il n' est plus question d'ouvrir", "ouvrir", "present", "active", True),
        ("Norlys , loin d'ouvrir un bureau ,", "ouvrir", "present", "active", True),
        ("au lieu d'ouvrir un bureau", "ouvrir", "present", "active", True),
        ("il est question d'ouvrir un bureau", "ouvrir", "future", "active", False),
        ("Kalio a été racheté par Norlys", "racheté", "past", "passive", False),
        ("Kalio est racheté par Norlys", "racheté", "present", "passive", False),
        ("Kalio, racheté par Norlys", "racheté", "past", "passive", False),
        ("Norlys s'est implanté à Lille", "implanté", "present", "active", False),
        ("après avoir ouvert un bureau", "ouvert", "past", "active", False),
    ],
)
def test_verb_groups(text: str, verb: str, key: str, voice: str, negated: bool) -> None:
    units = _units(text)
    at = next(i for i, u in enumerate(units) if u.form == verb)
    group = verb_group(units, at, _FORMS[verb])
    assert (group.key, group.voice, group.negated) == (key, voice, negated)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Norlys annonce l' ouverture prochaine", "future"),
        ("après l' ouverture", "past"),
        ("Norlys prépare l' ouverture", "future"),
    ],
)
def test_nominal_groups(text: str, key: str) -> None:
    units = _units(text)
    at = next(i for i, u in enumerate(units) if u.form == "ouverture")
    assert nominal_group(units, at).key == key


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("sans la moindre ouverture", False),
        ("aucune ouverture", True),
        ("ni d'ouverture ni de fermeture", True),
        ("pas d'ouverture en vue", True),
        ("ne veut pas entendre parler d'une ouverture", True),
        ("non sans ouverture", False),
        ("on entend parler d'une ouverture", False),
    ],
)
def test_denied_nouns(text: str, *, denied: bool) -> None:
    units = _units(text)
    at = next(i for i, u in enumerate(units) if u.form == "ouverture")
    assert nominal_group(units, at).negated is denied
