"""Which told facts are right, wrong, neither, or told again."""

from __future__ import annotations

from typing import Any

import pytest
from gold_builders import gold, told

from pipeline.evaluate.gold import GoldDocument
from pipeline.evaluate.match import DocumentMatch, Mode, match_document

OFFICE = {
    "type": "office",
    "company": "Acme",
    "place": "Lyon",
    "kind": "office",
    "status": "opened",
}
ROLE = {"type": "role", "person": "Ada Roux", "role": "PDG", "company": "Acme", "status": "current"}
FUNDING = {"type": "funding", "company": "Acme", "amount": 5e6, "currency": "EUR", "investors": []}
FOUNDING = {"type": "founding", "company": "Acme", "founders": ["Ada Roux"], "year": 2015}


def counts(match: DocumentMatch) -> dict[str, int]:
    return {
        "hits": len(match.hits),
        "misses": len(match.misses),
        "false": len(match.false_alarms),
        "neutral": len(match.neutral),
        "repeats": len(match.repeats),
    }


def judge(document: GoldDocument, *facts: dict[str, Any], mode: Mode = "strict") -> dict[str, int]:
    return {
        name: count
        for name, count in counts(match_document(document, facts, mode)).items()
        if count
    }


def test_hit_miss_and_false_alarm() -> None:
    document = gold(OFFICE, ROLE)
    assert judge(
        document,
        told("opens_office", company="Acme", place="Lyon"),
        told("opens_office", company="Acme", place="Lille"),
    ) == {"hits": 1, "misses": 1, "false": 1}


def test_status_does_not_decide_a_match() -> None:
    fact = told("opens_office", company="Acme", place="Lyon", status="closed", kind="lab")
    assert judge(gold(OFFICE), fact) == {"hits": 1}


def test_alias_serves() -> None:
    document = gold({**OFFICE, "aliases": {"company": ["Acme International", "La Fonderie"]}})
    assert judge(document, told("opens_office", company="Fonderie", place="Lyon")) == {"hits": 1}


def test_canonical_name_serves_where_the_text_does_not() -> None:
    fact = told("opens_office", company="ACM", place="Lyon")
    fact["arguments"]["company"]["name"] = "Acme SAS"
    assert judge(gold(OFFICE), fact) == {"hits": 1}


def test_denied_facts_are_left_out() -> None:
    denied = told("opens_office", company="Acme", place="Lille", modality="denied")
    assert judge(gold(OFFICE), denied) == {"misses": 1}


def test_facts_told_twice_count_once() -> None:
    right = told("opens_office", company="Acme", place="Lyon")
    wrong = told("opens_office", company="Acme", place="Lille")
    assert judge(gold(OFFICE), right, right, wrong, wrong) == {"hits": 1, "false": 1, "repeats": 2}


def test_matching_is_maximal() -> None:
    # "Ada Roux" matches both gold persons by containment; "Ada" must leave her the right one.
    document = gold(
        {**ROLE, "person": "Ada"},
        {**ROLE, "person": "Ada Roux", "aliases": {"person": ["Mme Roux"]}},
    )
    facts = [
        told("holds_role", person="Ada", company="Acme", role="PDG"),
        told("holds_role", person="Roux", company="Acme", role="PDG"),
    ]
    assert judge(document, *facts) == {"hits": 2}
    assert judge(document, *reversed(facts)) == {"hits": 2}


def test_among_matches_the_closest_is_taken() -> None:
    document = gold({**ROLE, "status": "former"}, {**ROLE, "status": "current"})
    match = match_document(
        document,
        [told("holds_role", person="Ada Roux", company="Acme", role="PDG", status="current")],
        "strict",
    )
    assert [one.values["status"] for one, _ in match.hits] == ["current"]


def test_role_words_decide_strictly_and_not_leniently() -> None:
    fact = told("holds_role", person="Ada Roux", company="Acme", role="directrice technique")
    assert judge(gold(ROLE), fact) == {"misses": 1, "false": 1}
    assert judge(gold(ROLE), fact, mode="lenient") == {"hits": 1}


@pytest.mark.parametrize(("amount", "hits"), [(5e6, 1), (5.04e6, 1), (5.1e6, 0), (None, 0)])
def test_amount_decides_strictly(amount: float | None, hits: int) -> None:
    fact = told("raises_funding", company="Acme", amount=amount)
    assert judge(gold(FUNDING), fact).get("hits", 0) == hits
    assert judge(gold(FUNDING), fact, mode="lenient") == {"hits": 1}


def test_investors_tell_rounds_without_amounts_apart() -> None:
    rounds = [{**FUNDING, "amount": None, "investors": [name]} for name in ("Fonds A", "Club B")]
    match = match_document(
        gold(*rounds), [told("raises_funding", company="Acme", investors=["Club B"])], "strict"
    )
    assert [one.values["investors"] for one, _ in match.hits] == [["Club B"]]


@pytest.mark.parametrize(
    ("more", "strict"),
    [
        ({"year": 2015}, {"hits": 1}),
        ({"founders": ["Roux"]}, {"hits": 1}),
        ({"year": 2016, "founders": ["Roux"]}, {"hits": 1}),
        ({"year": 2016}, {"misses": 1, "false": 1}),
        ({}, {"misses": 1, "false": 1}),
    ],
)
def test_founding_needs_year_or_founder(more: dict[str, Any], strict: dict[str, int]) -> None:
    fact = told("founded", company="Acme", **more)
    assert judge(gold(FOUNDING), fact) == strict
    assert judge(gold(FOUNDING), fact, mode="lenient") == {"hits": 1}


def test_place_relations_told_for_each_other_are_neutral() -> None:
    based = {"type": "based_in", "company": "Acme", "place": "Lyon"}
    assert judge(gold(OFFICE), told("based_in", company="Acme", place="Lyon")) == {
        "misses": 1,
        "neutral": 1,
    }
    assert judge(gold(based), told("opens_office", company="Acme", place="Lyon")) == {
        "misses": 1,
        "neutral": 1,
    }
    assert judge(gold(OFFICE), told("based_in", company="Acme", place="Lille")) == {
        "misses": 1,
        "false": 1,
    }


def test_founder_told_as_role_or_founding_is_neutral() -> None:
    role = told("holds_role", person="Ada Roux", company="Acme", role="cofondatrice")
    assert judge(gold(FOUNDING), role) == {"misses": 1, "neutral": 1}
    founder = {**ROLE, "role": "fondatrice"}
    founding = told("founded", company="Acme", founders=["Ada Roux"])
    assert judge(gold(founder), founding) == {"misses": 1, "neutral": 1}
    # A function that is not a founder's is no founding.
    assert judge(gold(ROLE), founding) == {"misses": 1, "false": 1}
    other = told("holds_role", person="Bob Viau", company="Acme", role="fondateur")
    assert judge(gold(FOUNDING), other) == {"misses": 1, "false": 1}


def test_partnership_reads_from_both_sides_acquisition_does_not() -> None:
    partners = {"type": "partnership", "a": "Acme", "b": "Zenith"}
    bought = {"type": "acquisition", "acquirer": "Acme", "target": "Zenith", "amount": None}
    assert judge(gold(partners), told("partners_with", a="Zenith", b="Acme")) == {"hits": 1}
    assert judge(gold(bought), told("acquires", acquirer="Zenith", target="Acme")) == {
        "misses": 1,
        "false": 1,
    }
