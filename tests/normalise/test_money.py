"""Amounts of money to numbers: the table of cases, conversion and rate files."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.money import find_money
from pipeline.errors import ConfigError
from pipeline.normalise.money import (
    convert,
    in_currency,
    load_rates,
    read_money,
    sole_currency,
)

CASES = Path(__file__).parents[1] / "cases" / "money.csv"


# Read, but by design not found as they stand: books, the currency itself, a "de" outside.
NOT_FOUND = {
    "15 millions de livres",
    "un euro",
    "de 10 à 15 millions d'euros",
    "de 50 000 à 100 000 euros",
}


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def test_the_table_is_large_and_has_no_double() -> None:
    expressions = [row["expression"] for row in cases()]
    assert len(expressions) >= 150
    assert len(set(expressions)) == len(expressions)


@pytest.mark.parametrize("row", cases(), ids=lambda r: r["expression"])
def test_reads_as_the_table_says(row: dict[str, str]) -> None:
    money = read_money(row["expression"])
    if not row["approx"]:
        assert money is None
        return
    assert money is not None
    assert (money.value, money.min, money.max) == tuple(
        number(row[column]) for column in ("value", "min", "max")
    )
    assert money.currency == (row["currency"] or None)
    assert money.approx is (row["approx"] == "true")
    assert money.text == row["expression"]


@pytest.mark.parametrize(
    "row",
    [r for r in cases() if r["approx"] and r["currency"] and r["expression"] not in NOT_FOUND],
    ids=lambda r: r["expression"],
)
def test_what_can_be_read_is_found_whole_in_a_sentence(row: dict[str, str]) -> None:
    text = f"Selon Veltria, {row['expression']}, c'est beaucoup."
    assert [span.text for span in find_money(text)] == [row["expression"]]


@pytest.mark.parametrize("text", ["20 M$", "40 millions $", "$20M", "5 millions de dollars"])
def test_a_bare_dollar_is_the_readers(text: str) -> None:
    ours, theirs = read_money(text), read_money(text, dollar="CAD")
    assert ours is not None
    assert theirs is not None
    assert (ours.currency, theirs.currency) == ("USD", "CAD")


@pytest.mark.parametrize("text", ["US$ 5 million", "20 M$ US", "3 dollars américains", "USD 4"])
def test_a_named_dollar_is_not_the_readers(text: str) -> None:
    money = read_money(text, dollar="CAD")
    assert money is not None
    assert money.currency == "USD"


@given(
    st.integers(1, 999),
    st.sampled_from([" millions d'euros", " M€", "\u00a0millions d\u2019euros", "\u202fM\u202f€"]),
)
def test_typography_does_not_change_the_amount(count: int, unit: str) -> None:
    money = read_money(f"{count}{unit}")
    assert money is not None
    assert money.value == count * 10**6


@given(st.text(alphabet=st.sampled_from(" '’0129,.€$kMmilond àe\u00a0-"), max_size=40))
def test_any_text_is_survived(text: str) -> None:
    money = read_money(text)
    if money is not None and money.min is not None and money.max is not None:
        assert money.min <= money.max


def test_equal_amounts_look_equal() -> None:
    values = [read_money(text) for text in ("3,30 milliards d'euros", "3,3 Mds€", "3 300 M€")]
    assert {str(money.value) for money in values if money} == {"3300000000"}


RATES = {"EUR": Decimal(1), "USD": Decimal("0.9"), "GBP": Decimal("1.2")}


def test_converts_value_and_bounds() -> None:
    money = read_money("entre 10 et 20 millions de dollars")
    assert money is not None
    euros = convert(money, RATES)
    assert euros is not None
    assert (euros.value, euros.min, euros.max) == (9_000_000, 9_000_000, 18_000_000)
    assert (euros.currency, euros.approx, euros.text) == ("EUR", True, money.text)


def test_converts_between_two_currencies_of_the_table() -> None:
    money = read_money("9 M£")
    assert money is not None
    dollars = convert(money, RATES, to="USD")
    assert dollars is not None
    assert dollars.value == 12_000_000


def test_an_open_bound_stays_open() -> None:
    money = read_money("plus de 10 M$")
    assert money is not None
    euros = convert(money, RATES)
    assert euros is not None
    assert (euros.min, euros.max) == (9_000_000, None)


@pytest.mark.parametrize("text", ["10 millions de yens", "10 millions de francs", "10 millions"])
def test_no_rate_no_conversion(text: str) -> None:
    money = read_money(text)
    assert money is not None
    assert convert(money, RATES) is None


def test_an_unknown_target_is_not_taken_for_euros() -> None:
    money = read_money("10 M$")
    assert money is not None
    assert convert(money, RATES, to="SEK") is None


def test_loads_a_rate_table(tmp_path: Path) -> None:
    path = tmp_path / "rates.csv"
    path.write_text("currency,rate\nUSD,0.92\nCAD,0.67\n", encoding="utf-8")
    assert load_rates(path) == {"USD": Decimal("0.92"), "CAD": Decimal("0.67")}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "code,worth\nUSD,1\n",
        "currency,rate\nUSD,beaucoup\n",
        "currency,rate\nUSD,-1\n",
        "currency,rate\nUSD,NaN\n",
        "currency,rate\ndollar,1\n",
    ],
)
def test_a_wrong_rate_table_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "rates.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"rates\.csv"):
        load_rates(path)


def test_a_missing_rate_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read"):
        load_rates(tmp_path / "none.csv")


def test_a_bare_amount_takes_the_only_currency_of_its_text() -> None:
    bare, named = read_money("40,5 millions"), read_money("3 millions de francs")
    assert bare is not None
    assert named is not None
    assert (
        in_currency(bare, sole_currency(["54 millions d'euros", "40,5 millions"])).currency == "EUR"
    )
    assert in_currency(bare, sole_currency(["5 M€", "8 millions de dollars"])).currency is None
    assert in_currency(named, "EUR").currency == named.currency
