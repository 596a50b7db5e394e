"""Where amounts of money stand in a text: found here, read in ``normalise``.

Only text around a currency is looked at; a number alone is money only where it counts
millions of nothing named, in a text that names a currency elsewhere ("Visa lui apporte
200 millions").
"""

from __future__ import annotations

import re

from pipeline.french import amounts as fr
from pipeline.french.calendar import flatten
from pipeline.french.currencies import CODES, NAME, SIGN, read_currency
from pipeline.french.numbers import DIGITS, WORDS
from pipeline.types import Span

# Stems are enough here: the amount's own pattern reads the name in full.
_CURRENCY = re.compile(
    r"[€$£¥₹₩]|(?<![a-z])(?:[kmg]|mds?|mrds?)?(?:euro|dollar|franc|livre|centime|yen|yuan|renminbi"
    r"|won|roubl|roupi|rupiah|dirham|dhs?\b|dinar|couronne|reai|reau|rand|shekel|peso|naira|cedi"
    r"|shilling|zlot|forint|riyal|hryvn|baht|lei\b|dong|f ?cfa"
    rf"|(?:{'|'.join(sorted(CODES)).lower()})\b)"
)
_HEDGE = f"(?:{fr.ABOVE}|{fr.BELOW}|{fr.ABOUT})"
_AFTER = f"(?:{fr.AFTER_ABOVE}|{fr.AFTER_BELOW}|{fr.AFTER_ABOUT})"
_TRAILING_RANGE = rf"{fr.VALUE}(?:{fr.LINK}{NAME})?{fr.JOIN}{fr.TRAILING}"
_LEADING_RANGE = (
    rf"{fr.LEADING}{fr.JOIN}(?:{SIGN} ?)?\d+(?:[.,]\d+)?(?: ?(?:[kmb]|bn|md)(?![a-z]))?"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?:entre {fr.VALUE}(?:{fr.LINK}{NAME})? et {fr.TRAILING}"
    rf"|entre {fr.LEADING} et {fr.LEADING}"
    rf"|(?P<hedge>{_HEDGE}?)(?:(?P<range>{_LEADING_RANGE}|{_TRAILING_RANGE})"
    rf"|{fr.LEADING}|{fr.TRAILING}))"
    rf"{_AFTER}?"
)
_NAMED = re.compile(rf"{NAME}|{SIGN}")
_SECOND = re.compile(rf"{fr.JOIN}(?P<second>{fr.LEADING}|{fr.TRAILING})\Z")
_FIRST = re.compile(rf"(?P<first>{fr.LEADING}|{fr.TRAILING}){fr.JOIN}")
# "est passé de 10 à 20 millions d'euros" tells two amounts, not a range.
_MOVED = re.compile(
    r"\b(?:pass|augment|grimp|bond|progress|tomb|chut|recul|port|mont|rel[eè]v|baiss)[a-z]*"
    r"(?: [a-z'-]+){0,4} d[eu] \Z"
)
# "200 millions" of nothing named: what follows is no noun that it counts.
_BARE = re.compile(
    rf"(?<![\w.,])(?:{_HEDGE})?(?:{DIGITS}|{WORDS}) ?(?:millions?|milliards?)(?: et demie?)?"
    r"(?=[.,;:!?)»\"]|\Z|\n| (?:pour|en|a|au|aux|aupres|dans|sur|chez|par|avec|l'an|lors|qui|que"
    r"|qu'|et|puis|a|ont|est|sont|avait|viennent|vient|suffi|seulement|(?:leve|recolte)e?s?"
    r"|lundi|mardi|mercredi|jeudi|vendredi|»|\(|-|–|—)(?![\w]))"
)
#: Millions of something named: people, parts, kilometres. What is compared with them is no money.
_COUNT = re.compile(r"\b(?:millions?|milliards?) (?:de |d')[a-z]")
_BARE_REACH = 140
_BEFORE = 90
_AFTER_CURRENCY = 60
"""Characters around a currency within which its amount stands."""


def find_money(text: str) -> list[Span]:
    """Find the amounts of money of a French text: disjoint, in order, as long as they can be.

    Offsets count in ``text`` as given; approximations ("plus de") and both ends of a range
    are inside the span. Numbers without a currency are left out.
    """
    flat = flatten(text)
    found: list[tuple[int, int]] = []
    end = 0
    for currency in _CURRENCY.finditer(flat):
        if currency.start() < end:
            continue
        low, high = max(end, currency.start() - _BEFORE), currency.end() + _AFTER_CURRENCY
        while match := _AMOUNT.search(flat, low, high):
            low = match.end()
            end = max(end, match.end())
            if _is_money(match, text, flat):
                found += _parts(match, flat)
            if match.end() >= currency.end():
                break
    if found:
        found = sorted([*found, *_bare(flat, found)])
    return [Span(start, stop, text[start:stop]) for start, stop in found]


def _bare(flat: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Amounts told without a currency, in a text that tells ``found`` with one."""
    bare: list[tuple[int, int]] = []
    for match in _BARE.finditer(flat):
        start, end = match.span()
        if any(low < end and start < high for low, high in found):
            continue
        # other words between a named amount and this one may count something else
        around = flat[max(0, start - _BARE_REACH) : end + _BARE_REACH // 2]
        for low, high in found:
            if max(0, start - _BARE_REACH) <= low and high <= end + _BARE_REACH // 2:
                around = around.replace(flat[low:high], "")
        if _COUNT.search(around) is None:
            bare.append((start, end))
    return bare


def _parts(match: re.Match[str], flat: str) -> list[tuple[int, int]]:
    """One span, or two: a movement from one amount to another, a sum told in two currencies."""
    start, end = match.span()
    if match["range"] is None:
        return [(start, end)]
    first = _FIRST.match(flat, match.start("range"), end)
    second = _SECOND.search(flat, first.end("first") if first else start, end)
    moved = _MOVED.search(flat, max(0, start - 60), start) and not match["hedge"]
    if second is None or not (moved or (first and _differ(first["first"], second["second"]))):
        return [(start, end)]
    return [*([(start, first.end("first"))] if first else []), second.span("second")]


def _differ(first: str, second: str) -> bool:
    """Whether both amounts name a currency, and not the same."""
    names = [_NAMED.search(amount) for amount in (first, second)]
    codes = {read_currency(name[0].strip()) for name in names if name}
    return len(codes) > 1


_CODE = re.compile(rf"\b(?:[kmg]|mds?)?({'|'.join(sorted(CODES)).lower()})\b")
_LONE_ONE = re.compile(r"une? [a-z]+\Z")
_POUNDS = re.compile(r"livres?\Z")
_CROWNS = re.compile(r"couronnes?\Z")


def _is_money(match: re.Match[str], text: str, flat: str) -> bool:
    """Refuse what only looks like an amount: "un euro fort", "5 millions de livres"."""
    core = match[0][len(match["hedge"] or "") :]
    for code in _CODE.finditer(flat, *match.span()):
        if not text[code.start(1) : code.end(1)].isupper():
            return False
    if _LONE_ONE.fullmatch(core):
        return flat.startswith(" symbolique", match.end())
    if _POUNDS.search(core):  # books, unless a conversion follows
        return re.match(r" \(\D{0,12}\d", flat[match.end() : match.end() + 16]) is not None
    if _CROWNS.search(core):
        return "illi" in core
    return True
