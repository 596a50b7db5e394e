"""Invented articles, and the tables that a run makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.types import RELATIONS

TABLES = ("articles", "entities", "knowledge", *RELATIONS)

_COMPANIES = ("Norlys", "Veltria", "Kalio", "Orvani", "Balto Santé", "Mirova Data")
_PLACES = ("Nantes", "Lille", "Brest", "Lyon", "Genève", "Bruxelles", "Montréal")
_PEOPLE = ("Maud Serin", "Hugo Talec", "Anouk Delmas", "Yanis Roche", "Claire Morvan")


def articles(count: int) -> list[dict[str, Any]]:
    """Short articles that tell of offices, functions and deals, several of the same things."""
    return [_article(number) for number in range(count)]


def _article(number: int) -> dict[str, Any]:
    company = _COMPANIES[number % len(_COMPANIES)]
    other = _COMPANIES[(number + 2) % len(_COMPANIES)]
    place = _PLACES[number % len(_PLACES)]
    person = _PEOPLE[number % len(_PEOPLE)]
    millions = 5 + number % 4
    told = (
        f"{company} a ouvert un bureau à {place} la semaine dernière.",
        f"{company} va ouvrir un bureau à {place} d’ici la fin de l’année.",
        f"{company} n’ouvrira pas de bureau à {place}.",
    )[number % 3]
    deal = (
        f"La start-up a levé {millions} millions d’euros auprès de {other} Ventures.",
        f"Le groupe a racheté {other} pour {millions} millions d’euros.",
    )[number % 2]
    return {
        "id": f"a{number:03}",
        "title": f"{company} à {place}",
        "date": f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
        "url": f"https://presse{number % 3}.example/{number}",
        "text": f"{told} {person} a été nommée directrice générale de {company}.\n\n{deal}",
    }


def lines(records: list[dict[str, Any]]) -> str:
    """Records as JSON lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def write_press(folder: Path, count: int) -> None:
    """Two files, one in a folder, with every kind of line that a run has to refuse or rename."""
    records = articles(count)
    (folder / "été").mkdir(parents=True)
    half = count // 2
    noise = [
        "",
        "{broken",
        "[1, 2]",
        json.dumps({"id": "x1", "title": "sans texte"}),
        json.dumps({"id": "x2", "text": " \n"}),
        json.dumps({"id": "x3", "text": "The company said that it has opened an office. " * 6}),
        json.dumps({"id": "x4", "text": records[1]["text"]}),
        json.dumps({"id": records[2]["id"], "text": records[2]["text"] + " C’est tout."}),
        json.dumps({"text": records[3]["text"] + " Rien de plus.", "date": "demain"}),
        json.dumps({"id": 17, "text": records[4]["text"] + " Voilà.", "published": "2024-03"}),
    ]
    (folder / "été" / "a b.jsonl").write_text(
        lines(records[:half]) + "\n".join(noise) + "\n", encoding="utf-8"
    )
    stray = lines(records[half:]).encode()
    # One stray byte of another encoding in an otherwise sound line.
    (folder / "fil.jsonl").write_bytes(stray.replace(b"directrice", b"d\xe9l\xe9gu\xe9e", 1))
    (folder / "README.md").write_text("Not an article.\n")


def tables(out: Path) -> dict[str, list[str]]:
    """All Parquet tables of an output, as sorted rows."""
    found = {}
    for name in TABLES:
        table = pq.read_table(out / "parquet" / f"{name}.parquet")
        found[name] = sorted(repr(row) for row in table.to_pylist())
    return found
