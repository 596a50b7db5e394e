"""Scored readings: what they tell, and what they must leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.evaluate.banks import read_bank
from pipeline.extract.scored.model import Linear, Readings, read_readings
from pipeline.extractor import Extractor
from pipeline.types import Article


def test_a_probability_grows_with_the_sums() -> None:
    model = Readings(Linear(-1.0, {"a": 2.0}), {}, 0.5)
    assert model.probability(model.fact.sum({"b": 9.0})) == pytest.approx(0.2689, abs=1e-4)
    assert model.probability(model.fact.sum({"a": 1.0})) == pytest.approx(0.7311, abs=1e-4)
    assert 0 < model.probability(-1e9) < model.probability(1e9) <= 1


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "readings.json"
    assert read_readings(path) == {}
    path.write_text('{"relations": {"opens_office": {"fact": 3}}}')
    with pytest.raises(ConfigError, match="not a model of readings"):
        read_readings(path)


def test_banks_are_read_as_their_mark_up_says(tmp_path: Path) -> None:
    bank = tmp_path / "bank.txt"
    bank.write_text(
        "# head\n"
        "[Norlys|company.1] ouvre à [Lyon|place.1=opened/office], [Kalio|company.2] ferme"
        " [Lille|place.2=closed/office].\n"
        "[Léa Brun|person] est [DG|role:former] de [Norlys|company].\n"
        "!Norlys ouvre son capital.\n"
    )
    one, two, trap = read_bank(bank)
    assert one.text == "Norlys ouvre à Lyon, Kalio ferme Lille."
    assert [(f.slots["company"], f.slots["place"], f.status) for f in one.facts] == [
        (("Norlys",), ("Lyon",), "opened"),
        (("Kalio",), ("Lille",), "closed"),
    ]
    assert two.facts[0].status == "former"
    assert trap.facts == ()
    assert trap.text == "Norlys ouvre son capital."


@pytest.mark.model
def test_a_turn_that_no_rule_knows_is_told_with_its_score(extractor: Extractor) -> None:
    text = (
        "Au coin de la rue, à Lyon, la plaque de cuivre de la start-up Quilvane brille au-dessus"
        " des bureaux où quarante développeurs s'affairent depuis lundi."
    )
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    found = [r for r in extractor.engine.extract(document) if r.relation == "opens_office"]
    assert found, "neither rules nor scores tell it"
    for relation in found:
        if relation.rule == "opens_office/scored":
            assert 0.5 <= relation.features["weight"] <= 1
            assert relation.features["scored"] == 1


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "LYON (agence) - La société Norlys a publié ses résultats.",
        "Norlys n'a pas de bureau à Lyon et n'en veut pas.",
        "Les bureaux de vote ont ouvert à Lille, rappelle la société Norlys.",
        "Le ministre s'est rendu à Lyon après le passage de la tempête.",
    ],
)
def test_what_is_no_place_of_work_is_left_alone(extractor: Extractor, text: str) -> None:
    (document,) = extractor.annotator.annotate([Article("a", "-", text)])
    told = [r.rule for r in extractor.engine.extract(document) if r.modality != "denied"]
    assert told == []
