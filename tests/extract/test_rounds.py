"""What a deal's own sentence leaves out and its neighbours tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.rounds import complete_deals, series
from pipeline.types import AnnotatedArticle, Argument, Article, Relation, Sentence, Span


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Norlys lève 20 millions en série A.", "A"),
        ("un tour de série B de 4 M€", "B"),
        ("sa Série C1", "C"),
        ("un amorçage de 2 M€", "seed"),
        ("en pré-amorçage", "pre-seed"),
        ("un tour de pre-seed", "pre-seed"),
        ("en dette auprès de Tikehau", "debt"),
        ("20 millions d'euros, dont 6 millions en dette", None),
        ("Le tour a été mené par Accel", None),
        ("une levée de 20 millions", None),
    ],
)
def test_series_is_read_from_the_words(words: str, name: str | None) -> None:
    assert series(words) == name


def test_of_two_series_the_one_beside_the_amount_counts() -> None:
    words = "60 millions en série C, après 15 millions en série B"
    assert series(words, 0) == "C"
    assert series(words, words.index("15")) == "B"


TEXT = (
    "Norlys lève 20 M€. Accel mène le tour, avec Elaia. Le prix est de 9 M€. Rien. Zed participe."
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def _name(words: str) -> Argument:
    span = _span(words)
    return Argument(span.start, span.end, span.text, "ORG", words)


def _document() -> AnnotatedArticle:
    ends = [i + 1 for i, c in enumerate(TEXT) if c == "."]
    starts = [0, *(e + 1 for e in ends[:-1])]
    rows = tuple(
        Sentence(a, b, (), i, i == 0, False)
        for i, (a, b) in enumerate(zip(starts, ends, strict=True))
    )
    return AnnotatedArticle(Article("a", "-", TEXT), (), rows)


def _told(relation: str, sentence: str, amount: str | None = None, **arguments: object) -> Relation:
    return Relation(
        "a",
        relation,
        arguments,  # type: ignore[arg-type]
        {"status": "done"},
        _span(sentence),
        f"{relation}/x",
        amount=None if amount is None else _span(amount),
    )


ROUND = _told("raises_funding", "Norlys lève 20 M€.", "20 M€", company=_name("Norlys"))
LEAD = replace(
    _told("backing", "Accel mène le tour, avec Elaia.", investors=(_name("Accel"),)),
    attributes={"lead": "yes"},
)
WITH = _told("backing", "Accel mène le tour, avec Elaia.", investors=(_name("Elaia"),))


def _investors(relation: Relation) -> list[str]:
    value = relation.arguments["investors"]
    assert isinstance(value, tuple)
    return [a.name for a in value]


def test_investors_of_the_next_sentence_join_the_round_lead_first() -> None:
    (told,) = complete_deals(_document(), [ROUND], [WITH, LEAD], [])
    assert _investors(told) == ["Accel", "Elaia"]
    assert told.evidence == ROUND.evidence


def test_investors_told_too_far_away_join_nothing() -> None:
    far = _told("backing", "Zed participe.", investors=(_name("Zed"),))
    (told,) = complete_deals(_document(), [ROUND], [far], [])
    assert "investors" not in told.arguments


def test_a_company_does_not_back_itself() -> None:
    own = _told("backing", "Accel mène le tour, avec Elaia.", investors=(_name("Norlys"),))
    (told,) = complete_deals(_document(), [ROUND], [own], [])
    assert "investors" not in told.arguments


def test_a_stake_without_amount_is_part_of_the_round_beside_it() -> None:
    stake = _told(
        "raises_funding",
        "Accel mène le tour, avec Elaia.",
        company=_name("Norlys"),
        investors=(_name("Elaia"),),
    )
    (told,) = complete_deals(_document(), [ROUND, stake], [], [])
    assert told.amount == ROUND.amount
    assert _investors(told) == ["Elaia"]


def test_a_total_gets_no_investors() -> None:
    total = replace(ROUND, attributes={"status": "total"})
    assert complete_deals(_document(), [total], [LEAD], []) == [total]


def test_a_price_told_afterwards_belongs_to_the_purchase() -> None:
    bought = _told(
        "acquires",
        "Accel mène le tour, avec Elaia.",
        acquirer=_name("Accel"),
        target=_name("Elaia"),
    )
    price = _told("deal_price", "Le prix est de 9 M€.", "9 M€")
    (told,) = complete_deals(_document(), [bought], [], [price])
    assert told.amount == _span("9 M€")


def test_of_two_purchases_told_at_once_the_price_is_of_neither() -> None:
    one = _told("acquires", "Norlys lève 20 M€.", acquirer=_name("Norlys"), target=_name("Accel"))
    other = _told("acquires", "Norlys lève 20 M€.", acquirer=_name("Norlys"), target=_name("Elaia"))
    price = _told("deal_price", "Accel mène le tour, avec Elaia.", "Accel")
    assert complete_deals(_document(), [one, other], [], [price]) == [one, other]
