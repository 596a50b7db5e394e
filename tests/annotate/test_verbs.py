"""Conjugation: the forms that the press uses, and what each can be."""

from __future__ import annotations

import pytest

from pipeline.french.verbs import analyses, conjugate


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("lancer", "lance lancent lançait lancera lançant lancé lancées lança"),
        ("diriger", "dirige dirigeait dirigeant dirigée dirigea"),
        ("acheter", "achète achètera achetait acheté"),
        ("déployer", "déploie déploiera déployait déployée"),
        ("ouvrir", "ouvre ouvrent ouvrira ouvrait ouvert ouvertes ouvrit"),
        ("acquérir", "acquiert acquièrent acquerra acquis acquise acquit"),
        ("reprendre", "reprend reprennent reprendra repris reprise reprit"),
        ("détenir", "détient détiendra détenu détint"),
        ("investir", "investit investissent investira investi investie"),
        ("être", "est sont était sera serait fut été étant"),
        ("avoir", "a ont avait aura aurait eut eu ayant"),
    ],
)
def test_forms(lemma: str, forms: str) -> None:
    made = {form for form, _ in conjugate(lemma)}
    assert set(forms.split()) <= made


def test_an_ambiguous_form_keeps_all_its_readings() -> None:
    tenses = {(a.mood, a.tense) for a in analyses(("investir",))["investit"]}
    assert {("fin", "pres"), ("fin", "past")} <= tenses


def test_participles_agree() -> None:
    table = analyses(("racheter",))
    for form in ("racheté", "rachetés", "rachetée", "rachetées"):
        assert {a.mood for a in table[form]} == {"pp"}
