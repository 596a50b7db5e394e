"""The sweep over sorts and dates finds what comparing each with each finds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalise.identity import Telling
from pipeline.normalise.linkage import ROUND_DAYS, VALUATION_DAYS, clusters
from pipeline.types import Money
from tests.builders import a_fact, a_time, an_article, money

ARTICLE = an_article("Veltria lève des fonds.")
FIRST = date(2024, 1, 1)
SUMS = [10e6, 10.4e6, 10.8e6, 11.3e6, 30e6]


def a_telling(
    number: int,
    day: int | None,
    amount: float | None,
    round: str | None,
    time: tuple[int, int] | None,
    relation: str = "raises_funding",
) -> Telling:
    given = {"company": "Veltria", "amount": None if amount is None else money(amount)}
    if relation == "raises_funding":
        given |= {"round": round, "status": "done"}
    told = None
    if time is not None:
        days = [(FIRST + timedelta(days=n)).isoformat() for n in time]
        told = a_time(days[0], days[1])
    fact = a_fact(ARTICLE, relation, time=told, fact_id=f"f_{number:03}", **given)
    return Telling(fact, None if day is None else FIRST + timedelta(days=day), "exemple.fr")


def the_same_deal(one: Telling, other: Telling) -> bool:
    """The rule as its words have it, for one pair."""
    a, b = one.fact.attributes, other.fact.attributes
    near = gap(one, other) <= (VALUATION_DAYS if one.fact.relation == "valued_at" else ROUND_DAYS)
    sums: tuple[Money | None, Money | None] = a.get("amount"), b.get("amount")
    known = [float(amount.value) for amount in sums if amount and amount.value]
    close = len(known) == 2 and abs(known[0] - known[1]) <= 0.05 * max(known)
    if one.fact.relation == "valued_at":
        return close and near
    if a["round"] and a["round"] == b["round"]:
        return close or near
    if a["round"] and b["round"]:
        return False
    return close and near


def gap(one: Telling, other: Telling) -> int:
    spans = []
    for telling in (one, other):
        time = telling.fact.time
        if time and time.start and time.end:
            spans.append((time.start, time.end))
        elif telling.published:
            spans.append((telling.published, telling.published))
        else:
            return 0
    (a, b), (c, d) = spans
    return max((a - d).days, (c - b).days, 0)


def naive(told: list[Telling]) -> set[frozenset[str]]:
    parts: list[list[Telling]] = []
    for one in told:
        kin = [part for part in parts if any(the_same_deal(one, other) for other in part)]
        parts = [part for part in parts if part not in kin]
        parts.append([one, *(other for part in kin for other in part)])
    return {frozenset(one.fact.fact_id for one in part) for part in parts}


days = st.none() | st.integers(0, 900)
times = st.none() | st.tuples(st.integers(0, 900), st.integers(0, 400)).map(
    lambda pair: (pair[0], sum(pair))
)


@settings(max_examples=400, deadline=None)
@given(
    st.sampled_from(["raises_funding", "valued_at"]),
    st.lists(
        st.tuples(days, st.sampled_from(SUMS), st.sampled_from([None, "A", "B"]), times),
        max_size=25,
    ),
)
def test_the_sweep_finds_what_comparing_all_pairs_finds(
    relation: str,
    drawn: list[tuple[int | None, float, str | None, tuple[int, int] | None]],
) -> None:
    told = [a_telling(n, *one, relation) for n, one in enumerate(drawn)]
    swept = {frozenset(one.fact.fact_id for one in part) for part in clusters(told)}
    assert swept == naive(told)


def test_a_round_of_no_sum_and_no_date_joins_only_where_there_is_no_choice() -> None:
    first, second = a_telling(1, 0, 10e6, None, None), a_telling(2, 800, 30e6, None, None)
    vague = a_telling(3, None, None, None, None)
    assert [len(part) for part in clusters([first, vague])] == [2]
    assert [len(part) for part in clusters([first, second, vague])] == [1, 1, 1]


def test_a_vague_telling_joins_the_nearest_in_time() -> None:
    first, second = a_telling(1, 0, 10e6, None, None), a_telling(2, 100, 30e6, None, None)
    for day, kin in ((20, "f_001"), (60, "f_002")):
        vague = a_telling(3, day, None, None, None)
        (pair,) = (part for part in clusters([vague, second, first]) if len(part) == 2)
        assert pair[0].fact.fact_id == kin
    assert len(clusters([first, a_telling(3, 400, None, None, None)])) == 2
