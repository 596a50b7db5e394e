"""Amounts of money as decimal units of a currency, with what is known of their bounds.

An exact amount has ``min == max == value``. None in ``min`` or ``max`` is a bound that the
text leaves open: "plus de 10 M€" has no maximum, "près de 10 M€" neither bound. The value of
a range is its lower end, what the text is sure of.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from pipeline.errors import ConfigError
from pipeline.french import amounts as fr
from pipeline.french.calendar import flatten
from pipeline.french.currencies import DOLLAR, NAME, SIGN, read_currency
from pipeline.french.numbers import COLLECTIVES, DIGITS, read_number
from pipeline.types import Money

_HEDGE = re.compile(rf"(?P<above>{fr.ABOVE})|(?P<below>{fr.BELOW})|(?P<about>{fr.ABOUT})")
_AFTER = re.compile(
    rf"(?:(?P<above>{fr.AFTER_ABOVE})|(?P<below>{fr.AFTER_BELOW})|(?P<about>{fr.AFTER_ABOUT}))\Z"
)
_TRAILING = re.compile(
    rf"(?P<value>{fr.VALUE})(?:{fr.LINK}(?P<name>{NAME})(?: ?(?P<cents>\d\d))?)?"
)
_LEADING = re.compile(rf"(?P<name>{SIGN}) ?(?P<value>(?:{DIGITS})(?: ?[a-z]+)?)")
_JOINTS = (re.compile(r" (?:a|ou|et) "), re.compile(r" ?- ?"))
_NUMBER = re.compile(rf"(?P<number>{DIGITS}|[a-z -]+?) ?(?P<scale>[a-z]+)?(?P<half> et demie?)?")
_UNCOUNTED = re.compile(r"(?:plusieurs|quelques|des) ([a-z-]+)(?: (?:de |d')([a-z]+))?")
_COLLECTIVE = re.compile(rf"une? ({'|'.join(COLLECTIVES)})(?: (?:de |d')([a-z]+))?")
_CURRENCY = re.compile(rf"{NAME}|{SIGN}")
_HALF = re.compile(r"une? demi-([a-z]+)")


def _plain(number: Decimal) -> Decimal:
    """The same number without idle decimals (3300000000.0), so that equal amounts look equal."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


@dataclass(frozen=True, slots=True)
class _Value:
    """A number read from text; ``scaled`` if it brought its own "millions"."""

    number: Decimal
    scale: int = 1
    about: bool = False
    uncounted: bool = False

    @property
    def units(self) -> Decimal:
        return _plain(self.number * self.scale)


@dataclass(frozen=True, slots=True)
class _Amount:
    value: _Value
    currency: str | None
    named: bool


def read_money(text: str, *, dollar: str = "USD") -> Money | None:
    """Read an amount of money, or a number with "millions" or "milliards"; None if it is none.

    ``dollar`` is the ISO code that a bare "$" or "dollars" stands for. The currency is None
    where the name is shared by several ("francs", "dirhams").
    """
    flat = " ".join(flatten(text).split()).replace("è", "e").strip(" ,;:()")
    hedge = _HEDGE.match(flat)
    kind = hedge.lastgroup if hedge else None
    rest = flat[hedge.end() :] if hedge else flat
    if after := _AFTER.search(rest):
        kind, rest = kind or after.lastgroup, rest[: after.start()]
    amount = _amount(rest, dollar)
    if amount is None:
        return _range(rest, text, dollar)
    value = amount.value
    if not amount.named and value.scale == 1:
        return None
    units = value.units
    if value.uncounted:
        return Money(text, None, units, None, amount.currency, approx=True)
    if kind is None and not value.about:
        return Money(text, units, units, units, amount.currency, approx=False)
    low = units if kind == "above" else None
    high = units if kind == "below" else None
    return Money(text, units, low, high, amount.currency, approx=True)


def _amount(text: str, dollar: str) -> _Amount | None:
    """One amount, with or without its currency."""
    if match := _LEADING.fullmatch(text):
        value = _value(match["value"], english=True)
    elif match := _TRAILING.fullmatch(text):
        value = _value(match["value"], english=False)
    else:
        return None
    if value is None:
        return None
    groups = match.groupdict()
    name = groups["name"]
    if cents := groups.get("cents"):
        value = _Value(value.units + Decimal(cents) / 100)
    if name and name.startswith("centime"):
        value = _Value(value.units / 100)
    code = read_currency(name) if name else None
    return _Amount(value, dollar if code == DOLLAR else code, named=name is not None)


def _range(flat: str, text: str, dollar: str) -> Money | None:
    """Read "entre 10 et 20 millions d'euros", "10-15 M€", "de 50 k€ à 500 k€"."""
    flat = re.sub(r"^(?:entre|de) ", "", flat)
    for joint in _JOINTS:
        for match in joint.finditer(flat):
            first = _amount(flat[: match.start()], dollar)
            second = _amount(flat[match.end() :], dollar)
            if first is None or second is None or not (first.named or second.named):
                continue
            if first.named and second.named and first.currency != second.currency:
                continue
            low, high = _bounds(first.value, second.value)
            if low > high:
                continue
            currency = second.currency if second.named else first.currency
            return Money(text, low, low, high, currency, approx=True)
    return None


def _bounds(first: _Value, second: _Value) -> tuple[Decimal, Decimal]:
    """Both ends in units: in "10 à 20 millions" the first end borrows the millions."""
    borrows = first.scale == 1 and first.number < 1000
    low = _plain(first.number * second.scale) if borrows else first.units
    return low, second.units


def _value(text: str, *, english: bool) -> _Value | None:
    if match := _UNCOUNTED.fullmatch(text):
        outer, inner = match[1].removesuffix("s"), (match[2] or "").removesuffix("s")
        unit = COLLECTIVES.get(outer) or fr.SCALES.get(outer)
        scale = fr.SCALES.get(inner, 1)
        return _Value(Decimal(2 * unit), scale, uncounted=True) if unit else None
    if match := _COLLECTIVE.fullmatch(text):
        scale = fr.SCALES.get((match[2] or "").removesuffix("s"), 1)
        return _Value(Decimal(COLLECTIVES[match[1]]), scale, about=True)
    if match := _HALF.fullmatch(text):
        return _Value(Decimal("0.5"), fr.SCALES[match[1]])
    if text in ("million", "milliard"):
        return _Value(Decimal(1), fr.SCALES[text])
    number = read_number(text, english=english)
    if number is not None:
        in_words = not text[0].isdigit() and "illi" in text
        return _Value(number / 10**6, 10**6) if in_words else _Value(number)
    scales = fr.ENGLISH_SCALES if english else fr.SCALES
    match = _NUMBER.fullmatch(text)
    if match is None or match["scale"] is None:
        return None
    number = read_number(match["number"], english=english)
    scale = scales.get(match["scale"].removesuffix("s"), 0)
    if number is None or not scale:
        return None
    return _Value(number + Decimal("0.5") if match["half"] else number, scale)


def sole_currency(amounts: Iterable[str], *, dollar: str = "USD") -> str | None:
    """Give the one currency that some amounts name; None if they name several, or a shared name."""
    codes = set()
    for text in amounts:
        if _CURRENCY.search(" ".join(flatten(text).split())):
            money = read_money(text, dollar=dollar)
            codes.add(money.currency if money is not None else None)
    return next(iter(codes)) if len(codes) == 1 else None


def in_currency(money: Money, code: str | None) -> Money:
    """Give a bare amount ("40 millions") the currency ``code``; one that names its own keeps it."""
    if money.currency is not None or _CURRENCY.search(" ".join(flatten(money.text).split())):
        return money
    return replace(money, currency=code)


def convert(money: Money, rates: Mapping[str, Decimal], to: str = "EUR") -> Money | None:
    """Convert an amount by a table of rates; None where a rate or the currency is missing.

    ``rates`` gives for each ISO code what one unit is worth in euros; the euro itself may
    be left out.
    """
    if money.currency == to:
        return money
    worth = {"EUR": Decimal(1), **rates}
    if money.currency not in worth or to not in worth:
        return None
    factor = worth[money.currency] / worth[to]

    def times(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else (amount * factor).quantize(Decimal("0.01"))

    return Money(
        money.text, times(money.value), times(money.min), times(money.max), to, money.approx
    )


def load_rates(path: str | Path) -> Mapping[str, Decimal]:
    """Read a CSV file with the columns ``currency`` and ``rate``: the worth of one unit in euros.

    Raises:
        ConfigError: the file cannot be read, a column is missing, or a rate is no positive number.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read the rates of {path}: {error}") from error
    rates: dict[str, Decimal] = {}
    for line, row in enumerate(rows, start=2):
        currency, rate = (row.get("currency") or "").strip(), (row.get("rate") or "").strip()
        try:
            value = Decimal(rate)
        except InvalidOperation:
            value = Decimal(0)
        if not re.fullmatch(r"[A-Z]{3}", currency) or not value.is_finite() or value <= 0:
            raise ConfigError(
                f"{path}, line {line}: needs a currency code and a positive rate, "
                f"not {currency!r} and {rate!r}"
            )
        rates[currency] = value
    if not rates:
        raise ConfigError(f"{path} holds no rates: expected the columns currency and rate")
    return rates
