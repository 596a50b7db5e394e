"""The publication date that a text itself states, near its start or its end.

A date counts only in the form of a dateline: after "Publié le", alone on its line or
in a field of it ("Le point sur | paru le : 22.11.2021 | Nom"), or after the town of an
agency ("PARIS, 3 octobre 2024 (AFP) -"). A date inside a sentence is part of the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.load.dates import DAY, TIME, WEEKDAY, day_of, plain_line

_HEAD_CHARS, _HEAD_LINES = 2000, 12
_TAIL_CHARS, _TAIL_LINES = 800, 6
_SHORT = 160

_PUBLISHED = (
    r"(?:article\s+)?(?:publie|paru|poste|diffuse|redige|mis[e]? en ligne|published|posted)"
    r"|date de (?:publication|parution)|publication|parution"
)
_UPDATED = r"(?:derniere )?mis[e]? a jour|modifie|actualise|updated"
_LINK = r"\s*(?:(?:le|on|ce|:)\s+)*:?\s*"
_DATE = rf"(?:{WEEKDAY},?\s+)?{DAY}{TIME}?"

# A line, or a field of it, that is nothing but a date.
_FIELD = re.compile(
    rf"(?:(?:{_PUBLISHED}|(?P<updated>{_UPDATED})){_LINK}|le\s+:?\s*|date\s*:\s*)?{_DATE}"
    rf"(?:\s*\([^)]*\))?\s*[.;,]?",
    re.IGNORECASE,
)
# A long line that begins with one (a heading glued to the text). "Publié le 12 mars
# 2024, le rapport montre" is a sentence about a report: its comma goes on in lower case.
_START = re.compile(
    rf"(?:{_PUBLISHED}|(?P<updated>{_UPDATED})){_LINK}{_DATE}"
    r"(?!,?\s+(?-i:(?!a\b|par\b|mis|mod|et mis|et mod|-)[a-z]))",
    re.IGNORECASE,
)
_ALSO_PUBLISHED = re.compile(rf"(?:{_PUBLISHED}){_LINK}{_DATE}", re.IGNORECASE)
# "Le 12/03/2024 à 10h": digits are no prose, whatever follows.
_NUMERIC = re.compile(
    r"le\s+(?P<d2>\d{1,2})(?P<s2>[/.])(?P<m2>\d{1,2})(?P=s2)(?P<y2>\d{4})\s+a\s+\d{1,2}\s*[h:]",
    re.IGNORECASE,
)
_TOWN = r"(?-i:[A-Z])[A-Za-z'-]+(?:[ -][A-Za-z'-]+){0,4}"
_AGENCY = re.compile(
    rf"(?:\([A-Z][\w /]{{1,20}}\)\s*-?\s*)?{_TOWN}(?:\s*\([^)]{{2,30}}\)|,\s*{_TOWN})?"
    rf"\s*[,-]+\s*(?:le\s+)?{_DATE}"
    r"\s*(?:\((?-i:[A-Z])[\w /.-]{1,30}\)|/[A-Z][\w ]+/|[.]?\s*[-\u2014\u2015])",
    re.IGNORECASE,
)
# The end of a letter or a release; without "le", "Aviation russe, 22 octobre 2015" and
# "Washington, 19 septembre 2023 : le Sénat" are captions.
_SIGNED = re.compile(rf"{_TOWN}\s*,\s*le\s+{_DATE}\s*[.:]?", re.IGNORECASE)
# "14 janvier 2016. – Des"
_DAY_DASH = re.compile(rf"{_DATE}\s*[.]?\s*[-\u2014\u2015](?:\s|$)", re.IGNORECASE)
_BYLINE = re.compile(
    rf"(?:par|by)\s+{_TOWN}(?:,\s*|\s+)(?:{_PUBLISHED})?\s*(?:le\s+)?{_DATE}\s*[.]?", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s*[|·•]\s*|\s+[-\u2014\u2015/]+\s+|\s*\u2014\s*")
_YEAR = re.compile(r"\d{4}")
_DECORATION = " \t*_#>[]"


def find_dateline(text: str) -> date | None:
    """Give the date of a dateline within the first or last lines of ``text``.

    A date of publication goes before one of an update, the start before the end.
    """
    updated: date | None = None
    for line in _edge_lines(text):
        for day, is_update in _dates_of(line):
            if not is_update:
                return day
            updated = updated or day
    return updated


def _edge_lines(text: str) -> Iterator[str]:
    head = [line for line in text[:_HEAD_CHARS].split("\n") if line.strip()]
    yield from _dated(head[:_HEAD_LINES])
    tail = text[-_TAIL_CHARS:].split("\n")
    if len(text) > _TAIL_CHARS and text[-_TAIL_CHARS - 1] != "\n":
        # The cut fell inside a line: half a sentence may look like a field.
        del tail[0]
    yield from _dated([line for line in tail if line.strip()][-_TAIL_LINES:])


def _dated(lines: list[str]) -> Iterator[str]:
    for line in lines:
        start = line[: 2 * _SHORT]
        # Every form holds the four digits of a year; most lines of a text hold none.
        if _YEAR.search(start):
            yield plain_line(start).strip(_DECORATION)


def _dates_of(line: str) -> Iterator[tuple[date, bool]]:
    matches: list[re.Match[str] | None] = []
    if len(line) <= _SHORT:
        matches.extend(_FIELD.fullmatch(field.strip()) for field in _SEPARATOR.split(line))
        matches.extend((_BYLINE.fullmatch(line), _SIGNED.fullmatch(line)))
    start = _START.match(line)
    if start and start["updated"]:
        matches.append(_ALSO_PUBLISHED.search(line, start.end()))
    matches.extend((start, _AGENCY.match(line), _DAY_DASH.match(line), _NUMERIC.match(line)))
    for match in matches:
        if match is None:
            continue
        groups = match.groupdict()
        day = day_of(match) if "y1" in groups else _numeric_day(match)
        if day is not None:
            yield day, bool(groups.get("updated"))


def _numeric_day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["y2"]), int(match["m2"]), int(match["d2"]))
    except ValueError:
        return None
