"""Knowledge: one row per real-world fact, whatever the order of reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalise.merge import knowledge_key, merge
from pipeline.normalise.merge_stream import KnowledgeMerger
from pipeline.types import Article, Entity, Fact, Knowledge, Money
from tests.builders import a_fact, a_time, an_article, an_entity, money

TEXT = (
    "Veltria, Nordalis, Lyon, Paris, Ana Roux, Marc Petit, Fonds Aube et Fonds Brume "
    "sont dans cette phrase."
)
Told = tuple[Article, Fact]


def told(day: str | None, relation: str, *, by: str = "exemple.fr", **given: Any) -> Told:
    """A fact of an article of its own, published on ``day`` by the domain ``by``."""
    name = given.pop("id", None) or f"{by}-{day}"
    text = f"{TEXT} {given.pop('words', name)}"
    article = an_article(text, id=name, published=day, url=f"https://www.{by}/{name}")
    return article, a_fact(article, relation, **given)


def merged(*stories: Told, **options: Any) -> list[Knowledge]:
    articles = {article.id: article for article, _ in stories}
    return merge([fact for _, fact in stories], articles, **options)


def an_office(day: str | None, status: str, **given: Any) -> Told:
    return told(
        day,
        "opens_office",
        **({"company": "Veltria", "place": "Lyon", "kind": "office", "status": status} | given),
    )


def a_round(day: str | None, amount: Money | None = None, **given: Any) -> Told:
    given = {"company": "Veltria", "status": "done", "amount": amount} | given
    return told(day, "raises_funding", **given)


def test_one_row_keeps_the_history_and_the_latest_status() -> None:
    stories = (
        an_office("2024-01-10", "planned", modality="reported", confidence=0.6),
        an_office("2024-03-01", "planned", by="presse.fr", confidence=0.8),
        an_office("2024-09-15", "opened", confidence=0.9),
        an_office("2025-06-01", "closed", by="presse.fr", confidence=0.7),
    )
    (row,) = merged(*stories)
    assert [event.stage for event in row.history] == ["rumour", "announced", "done", "ended"]
    assert row.status == row.attributes["status"] == "closed"
    assert (row.first_seen, row.last_seen) == (date(2024, 1, 10), date(2025, 6, 1))
    assert (row.n_articles, row.n_sources) == (4, 2)
    assert row.evidence_fact == stories[2][1].fact_id
    assert row.evidence == stories[2][1].evidence.text
    assert row.fact_ids == tuple(sorted(fact.fact_id for _, fact in stories))
    assert row.contradictions == ()
    assert row.arguments["place"] is not None


def test_an_undated_word_never_overrules_a_dated_one() -> None:
    (row,) = merged(an_office("2024-03-01", "opened"), an_office(None, "closed"))
    assert row.status == "opened"
    assert row.history[0].date is None


@pytest.mark.parametrize(
    ("one", "other", "latest"),
    [
        ("planned", "opened", "opened"),
        ("opened", "existing", "existing"),
        ("existing", "closed", "closed"),
    ],
)
def test_on_one_day_the_further_stage_is_the_latest_word(one: str, other: str, latest: str) -> None:
    first, second = an_office("2024-03-01", one), an_office("2024-03-01", other, by="presse.fr")
    for stories in ((first, second), (second, first)):
        (row,) = merged(*stories)
        assert row.status == latest


def test_headquarters_and_office_of_a_town_are_two_facts_office_and_hub_are_one() -> None:
    rows = merged(
        an_office("2024-01-01", "existing", kind="headquarters"),
        an_office("2024-01-02", "existing", kind="office"),
        an_office("2024-01-03", "existing", kind="hub"),
    )
    assert sorted(row.n_articles for row in rows) == [1, 2]


def test_identity_is_the_entity_id_and_else_the_folded_name() -> None:
    by_id = Entity("Lyon", "Lyon", 19, 23, "LOC", "geonames:1")
    same_id = replace(by_id, name="Lugdunum")
    rows = merged(
        an_office("2024-01-01", "planned", place=by_id),
        an_office("2024-01-02", "planned", place=same_id),
    )
    assert [row.n_articles for row in rows] == [2]
    article = an_article(TEXT)
    unknown = an_entity(article, "Nordalis", name="L’Étoile", entity_id=None)
    rows = merged(
        an_office("2024-01-01", "planned", company=unknown),
        an_office("2024-01-02", "planned", company=replace(unknown, name="l'etoile")),
    )
    assert [row.n_articles for row in rows] == [2]


def test_a_role_is_one_fact_under_all_its_words() -> None:
    given = {"person": "Ana Roux", "company": "Veltria", "role_code": "ceo"}
    rows = merged(
        told("2024-01-01", "holds_role", role="PDG", status="incoming", **given),
        told("2024-02-01", "holds_role", role="directrice générale", status="current", **given),
        told("2024-03-01", "holds_role", role="PDG", status="current", **given),
        told(
            "2024-03-02", "holds_role", **(given | {"role_code": "founder", "role": "fondatrice"})
        ),
    )
    assert [row.attributes["role_code"] for row in rows] == ["ceo", "founder"] or [
        row.attributes["role_code"] for row in rows
    ] == ["founder", "ceo"]
    ceo = next(row for row in rows if row.attributes["role_code"] == "ceo")
    assert ceo.attributes["role"] == "PDG"
    assert ceo.n_articles == 3


def test_one_person_with_the_same_role_at_two_companies_is_no_contradiction() -> None:
    given = {"person": "Ana Roux", "role": "PDG", "role_code": "ceo", "status": "current"}
    rows = merged(
        told("2024-01-01", "holds_role", company="Veltria", **given),
        told("2024-01-02", "holds_role", company="Nordalis", **given),
    )
    assert len(rows) == 2
    assert not any(row.contradictions for row in rows)


def test_partners_are_a_pair_without_order() -> None:
    one = told("2024-01-01", "partners_with", a="Veltria", b="Nordalis")
    other = told("2024-01-02", "partners_with", a="Nordalis", b="Veltria")
    (row,) = merged(one, other)
    a, b = row.arguments["a"], row.arguments["b"]
    assert not isinstance(a, tuple)
    assert not isinstance(b, tuple)
    assert a is not None
    assert b is not None
    assert (a.name, b.name) == ("Nordalis", "Veltria")


def test_buyer_and_bought_are_not_interchangeable() -> None:
    rows = merged(
        told("2024-01-01", "acquires", acquirer="Veltria", target="Nordalis", status="done"),
        told("2024-01-02", "acquires", acquirer="Nordalis", target="Veltria", status="done"),
    )
    assert len(rows) == 2


def test_rounds_are_told_apart_by_amount_and_date() -> None:
    rows = merged(
        a_round("2022-01-10", money(10e6), investors=["Fonds Aube"]),
        a_round("2022-01-12", money(10.2e6, approx=True), by="presse.fr"),
        a_round("2022-01-20", by="presse.fr"),  # "a levé des fonds": of which nothing is known
        a_round("2022-02-01", money(40e6)),
        a_round("2023-06-01", money(10e6)),
        a_round("2023-06-02", money(10e6, "USD"), by="presse.fr"),
    )
    told = [(row.n_articles, row.attributes["amount"].value) for row in rows]
    assert sorted(told) == [(1, 10e6), (1, 10e6), (1, 40e6), (3, 10e6)]
    first = next(row for row in rows if row.n_articles == 3)
    assert first.attributes["amount"].approx is False
    investors = first.arguments["investors"]
    assert isinstance(investors, tuple)
    assert [one.name for one in investors] == ["Fonds Aube"]


def test_a_named_round_is_one_round_years_later() -> None:
    rows = merged(
        a_round("2022-01-10", money(10e6), round="A"),
        a_round("2024-05-10", money(10e6), round="A"),
        a_round("2022-02-10", money(10e6), round="B"),
    )
    assert sorted((row.attributes["round"], row.n_articles) for row in rows) == [("A", 2), ("B", 1)]


def test_a_look_back_counts_from_the_time_it_tells() -> None:
    rows = merged(
        a_round("2022-01-10", money(10e6)),
        a_round("2024-05-10", money(10e6), time=a_time("2022-01-01", "2022-12-31", text="en 2022")),
    )
    assert [row.n_articles for row in rows] == [2]


def test_a_total_is_no_round() -> None:
    rows = merged(
        a_round("2022-01-10", money(10e6)),
        a_round("2022-01-11", money(10e6), status="total"),
        a_round("2024-01-11", money(90e6), status="total"),
    )
    assert sorted((row.status, row.n_articles) for row in rows) == [("done", 1), ("total", 2)]
    total = next(row for row in rows if row.status == "total")
    assert total.attributes["amount"].value == 90e6
    assert total.contradictions == ()


def test_a_vague_telling_does_not_join_two_rounds() -> None:
    rows = merged(
        a_round("2024-01-01", money(10e6)),
        a_round("2024-02-15"),
        a_round("2024-04-01", money(30e6)),
    )
    assert sorted(row.n_articles for row in rows) == [1, 2]


def test_a_valuation_lasts_until_another_sum_is_told() -> None:
    rows = merged(
        *(
            told(day, "valued_at", company="Veltria", amount=money(value))
            for day, value in (("2024-01-01", 1e9), ("2024-08-01", 1.02e9), ("2024-09-01", 3e9))
        )
    )
    assert sorted(row.n_articles for row in rows) == [1, 2]


def test_contradictions_are_shown() -> None:
    (deal,) = merged(
        told("2024-01-01", "acquires", acquirer="Veltria", target="Nordalis", amount=money(100e6)),
        told("2024-01-02", "acquires", acquirer="Veltria", target="Nordalis", amount=money(104e6)),
        told("2024-01-03", "acquires", acquirer="Veltria", target="Nordalis", amount=money(150e6)),
    )
    assert deal.contradictions == (
        "amount 100000000 EUR in exemple.fr-2024-01-01 (2024-01-01), "
        "150000000 EUR in exemple.fr-2024-01-03 (2024-01-03)",
    )
    (office,) = merged(an_office("2024-01-01", "closed"), an_office("2024-06-01", "planned"))
    assert office.contradictions == (
        "closed in exemple.fr-2024-01-01 (2024-01-01), "
        "but planned in exemple.fr-2024-06-01 (2024-06-01)",
    )
    (birth,) = merged(
        told("2024-01-01", "founded", company="Veltria", year=2012, place="Lyon"),
        told("2024-01-02", "founded", company="Veltria", year=2013, place="Paris"),
        told("2024-01-03", "founded", company="Veltria", year=2013, founders=["Ana Roux"]),
    )
    assert [text.split()[0] for text in birth.contradictions] == ["year", "place"]
    assert birth.attributes["year"] == 2013


def test_a_denial_is_shown_and_changes_nothing_else() -> None:
    rumour = told("2024-01-01", "acquires", acquirer="Veltria", target="Nordalis", status="rumour")
    denial = told(
        "2024-02-01",
        "acquires",
        acquirer="Veltria",
        target="Nordalis",
        status="rumour",
        modality="denied",
    )
    (row,) = merged(rumour, denial)
    assert row.contradictions == ("denied by exemple.fr-2024-02-01 (2024-02-01)",)
    assert (row.n_articles, row.last_seen) == (1, date(2024, 1, 1))
    assert denial[1].fact_id in row.fact_ids
    assert merged(denial) == []
    (asked,) = merged(denial, include_denied=True)
    assert asked.modality == "denied"


def test_confidence_grows_with_articles_but_not_with_copies() -> None:
    alone = an_office("2024-01-01", "planned", confidence=0.6)
    second = an_office("2024-01-02", "planned", confidence=0.5, by="presse.fr")
    (row,) = merged(alone, second)
    assert row.confidence == pytest.approx(0.8)
    copies = [
        an_office("2024-01-01", "planned", confidence=0.6, by=f"site{n}.fr", evidence=TEXT)
        for n in range(5)
    ]
    (row,) = merged(*copies)
    assert row.n_sources == 5
    assert row.confidence == pytest.approx(0.6)
    (row,) = merged(*(an_office(f"2024-01-{n:02}", "planned", confidence=0.9) for n in range(1, 9)))
    assert row.confidence == 0.99


def test_the_key_of_a_fact_reads_like_the_fact() -> None:
    _, fact = told("2024-01-01", "holds_role", person="Ana Roux", company="Veltria", role="Cheffe")
    assert knowledge_key(fact) == "holds_role|per:ana-roux|org:veltria|role:cheffe"


# --- properties -----------------------------------------------------------------------------

DAYS = [None, *((date(2024, 1, 1) + timedelta(days=n)).isoformat() for n in (0, 0, 40, 130, 400))]
SUMS = [None, money(10e6), money(10.4e6, approx=True), money(10.8e6), money(30e6, "USD")]
SUMS += [money(None, min=9_000_000, max=12_000_000), money(10e6, None)]


@st.composite
def stories(draw: st.DrawFn) -> list[Told]:
    def one(number: int) -> Told:
        relation = draw(
            st.sampled_from(["opens_office", "raises_funding", "valued_at", "acquires", "founded"])
        )
        pick = draw(st.integers(0, 2**30))
        company = ("Veltria", "Nordalis")[pick % 2]
        given: dict[str, Any] = {
            "id": f"a{number}",
            "by": ("exemple.fr", "presse.fr")[pick // 2 % 2],
            "words": ("dépêche", f"texte {number}")[pick // 4 % 2] + f" {number}",
            "modality": ("asserted", "planned", "reported", "denied")[pick // 8 % 4],
            "confidence": (0.3, 0.77, 0.9)[pick // 32 % 3],
        }
        if pick // 128 % 3 == 0:
            given["time"] = a_time("2024-01-01", "2024-03-31", text="alors")
        match relation:
            case "opens_office":
                status = ("planned", "opened", "existing", "closed")[pick // 512 % 4]
                given |= {"place": "Lyon", "kind": ("office", "hub", "lab")[pick // 2048 % 3]}
                given |= {"company": company, "status": status}
            case "raises_funding":
                given |= {"company": "Veltria", "amount": SUMS[pick // 512 % len(SUMS)]}
                given |= {"round": (None, None, "A", "B")[pick // 4096 % 4]}
                given |= {"status": ("done", "planned", "total")[pick // 16384 % 3]}
                given |= {"investors": ["Fonds Aube", "Fonds Brume"][: pick // 65536 % 3]}
            case "valued_at":
                given |= {"company": "Veltria", "amount": SUMS[pick // 512 % len(SUMS)]}
            case "acquires":
                given |= {"acquirer": "Veltria", "target": "Nordalis"}
                given |= {"amount": SUMS[pick // 512 % len(SUMS)]}
                given |= {"status": ("rumour", "planned", "done", "failed")[pick // 4096 % 4]}
            case "founded":
                given |= {"company": company, "year": (None, 2012, 2013)[pick // 512 % 3]}
                given |= {"place": (None, "Lyon", "Paris")[pick // 2048 % 3]}
        return told(DAYS[pick // 131072 % len(DAYS)], relation, **given)

    return [one(number) for number in range(draw(st.integers(1, 14)))]


@settings(max_examples=150, deadline=None)
@given(stories(), st.randoms(use_true_random=False), st.booleans())
def test_any_order_gives_the_same_rows(told: list[Told], random: Any, denied: bool) -> None:
    expected = merged(*told, include_denied=denied)
    shuffled = list(told)
    random.shuffle(shuffled)
    assert merged(*shuffled, include_denied=denied) == expected
    # Reading a fact twice is reading it once.
    assert merged(*shuffled, shuffled[0], include_denied=denied) == expected


@settings(max_examples=100, deadline=None)
@given(stories(), st.integers(0, 14))
def test_batches_give_what_all_at_once_gives(told: list[Told], cut: int) -> None:
    """The way of a database: after each batch only the groups that it touched are redone."""
    articles = {article.id: article for article, _ in told}
    kept: dict[str, list[Fact]] = {}
    rows: dict[str, list[Knowledge]] = {}
    for batch in (told[:cut], told[cut:]):
        touched = set()
        for _, fact in batch:
            kept.setdefault(knowledge_key(fact), []).append(fact)
            touched.add(knowledge_key(fact))
        for key in touched:
            rows[key] = merge(kept[key], articles)
    expected = merged(*told)
    assert sorted((row for group in rows.values() for row in group), key=_id) == sorted(
        expected, key=_id
    )


@settings(max_examples=60, deadline=None)
@given(stories())
def test_nothing_is_lost_and_nothing_is_told_twice(told: list[Told]) -> None:
    rows = merged(*told, include_denied=True)
    ids = [fact_id for row in rows for fact_id in row.fact_ids]
    assert sorted(ids) == sorted({fact.fact_id for _, fact in told})
    assert len({row.knowledge_id for row in rows}) == len(rows)


@settings(max_examples=40, deadline=None)
@given(stories(), st.integers(1, 5))
def test_the_merge_over_files_gives_the_same(told: list[Told], held: int) -> None:
    with KnowledgeMerger(held=held) as merger:
        for article, fact in told:
            merger.add(article, [fact])
        assert list(merger.rows()) == merged(*told)


def test_a_round_that_everybody_tells_of_is_merged_fast() -> None:
    article = an_article(TEXT)
    base = a_fact(article, "raises_funding", company="Veltria", amount=money(10e6), status="done")
    facts = [replace(base, fact_id=f"f_{n:05}", article=f"a{n}") for n in range(2_000)]
    days = _dates(facts)
    rows = merge(facts, days)
    assert sum(row.n_articles for row in rows) == 2_000


def _dates(facts: Sequence[Fact]) -> dict[str, Article]:
    first = date(2000, 1, 1)
    return {
        fact.article: an_article(TEXT, id=fact.article, published=first + timedelta(days=n))
        for n, fact in enumerate(facts)
    }


def _id(row: Knowledge) -> str:
    return row.knowledge_id
