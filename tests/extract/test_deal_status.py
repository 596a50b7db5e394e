"""What a sentence says of a deal besides its verb, and alliances told of "the two"."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import Config
from pipeline.extractor import Extractor
from pipeline.types import Argument, Article, Relation

pytestmark = pytest.mark.model

NAMES = ("Norlys", "Kalio", "Verdane", "Mirabo", "Kima Ventures")


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    names: Path = tmp_path_factory.mktemp("deals") / "organisations.csv"
    names.write_text("name\n" + "\n".join(NAMES) + "\n", encoding="utf-8")
    return Extractor(Config(lexicon=names))


def told(extractor: Extractor, text: str, relation: str) -> list[Relation]:
    (document,) = extractor.annotator.annotate([Article("t", "-", text)])
    return [r for r in extractor.engine.extract(document) if r.relation == relation]


def names(relation: Relation) -> set[str]:
    return {a.name for a in relation.arguments.values() if isinstance(a, Argument)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norlys rachète Kalio.", "done"),
        ("Norlys rachète Kalio, sous réserve du feu vert des autorités.", "planned"),
        ("Sauf veto de Bruxelles, Norlys rachète Kalio.", "planned"),
        ("Le rachat de Kalio par Norlys est suspendu à l'accord des juges.", "planned"),
        ("Norlys pourrait annoncer lundi le rachat de Kalio.", "rumour"),
        ("Norlys, qui a racheté Kalio en 2019, devrait boucler un autre chantier.", "done"),
        ("Norlys a fini par racheter Kalio.", "done"),
        ("Norlys serait tout près de racheter Kalio.", "rumour"),
    ],
)
def test_conditions_make_a_purchase_a_plan(extractor: Extractor, text: str, status: str) -> None:
    assert [r.attributes["status"] for r in told(extractor, text, "acquires")] == [status]


def test_a_round_that_is_only_sought_is_planned(extractor: Extractor) -> None:
    text = "Norlys discute avec plusieurs fonds d'un apport de 80 millions d'euros."
    (found,) = told(extractor, text, "raises_funding")
    assert found.attributes["status"] == "planned"


def test_an_amount_told_in_two_currencies_is_one_round(extractor: Extractor) -> None:
    text = "Norlys lève 100 millions de dollars, soit 87 millions d'euros, auprès de Kima Ventures."
    (found,) = told(extractor, text, "raises_funding")
    assert found.amount is not None
    assert found.amount.text == "100 millions de dollars"


def test_a_small_amount_among_words_of_capital_is_no_round(extractor: Extractor) -> None:
    text = "Norlys remercie ses actionnaires, invités à un dîner à 300 euros."
    assert told(extractor, text, "raises_funding") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norlys a les satellites, Kalio les données. Les deux entreprises ont signé un accord.",
        "Entre Norlys et Kalio, le courant passe. Le tandem planche ensemble sur un radar.",
        "Norlys ouvre ses usines, Kalio ses laboratoires, et les deux partenaires collaborent.",
    ],
)
def test_the_two_are_those_named_before(extractor: Extractor, text: str) -> None:
    assert [names(r) for r in told(extractor, text, "partners_with")] == [{"Norlys", "Kalio"}]


@pytest.mark.parametrize(
    "text",
    [
        # three are named: which two are meant is not told
        "Norlys, Kalio et Verdane exposent. Les deux entreprises ont signé un accord.",
        # rivals, and those who part, are no partners
        "Norlys attaque Kalio. Les deux entreprises s'affrontent malgré un accord.",
        "Norlys et Kalio se quittent. La rupture de leur accord coûte cher aux deux groupes.",
        "Norlys recrute. Les deux entreprises ont signé un accord.",
    ],
)
def test_others_are_not_joined(extractor: Extractor, text: str) -> None:
    assert told(extractor, text, "partners_with") == []
