"""Publication dates of metadata fields, and datelines of texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from load_builders import FRENCH, one, put

from pipeline.load import parse_published
from pipeline.load.dateline import find_dateline

DAY = date(2024, 3, 12)


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-12",
        " 2024-03-12 ",
        "2024/03/12",
        "20240312",
        "20240312T081500Z",
        "2024-03-12T10:30",
        "2024-03-12T10:30:00Z",
        "2024-03-12T23:59:59.123456+02:00",
        "2024-03-12T00:10:00+0200",
        "2024-03-12 10:30:00",
        "2024-03-12 10:30:00 UTC",
        "Tue, 12 Mar 2024 23:30:00 GMT",
        "Tue, 12 Mar 2024 23:30:00 -0400",
        "12 Mar 2024 10:30 +0100",
        "12 mars 2024",
        "le mardi 12 mars 2024 à 10h30",
        "Mardi 12 mars 2024, 10:30",
        "12/03/2024",
        "12.03.2024",
        "12-3-2024",
        "12/03/2024 à 10h",
        "March 12, 2024",
        "Mar 12, 2024 10:30 am",
        "12\u00a0mars\u202f2024",
    ],
)
def test_full_dates(value: str) -> None:
    assert parse_published(value) == DAY


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-10", date(2024, 10, 1)),
        ("octobre 2024", date(2024, 10, 1)),
        ("1er février 2024", date(2024, 2, 1)),
        ("29 févr. 2024", date(2024, 2, 29)),
        ("3 Août 2023", date(2023, 8, 3)),
        ("3 déc. 2023", date(2023, 12, 3)),
        ("15 juil. 2023", date(2023, 7, 15)),
    ],
)
def test_months_and_short_forms(value: str, day: date) -> None:
    assert parse_published(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "",
        "hier",
        "bientôt",
        "2024",
        "2024-13-01",
        "2024-02-30",
        "31/02/2024",
        "12/03/24",
        "1989-12-31",
        "2101-01-01",
        "0000-00-00",
        "12 mars",
        "mars",
        "12 brumaire 2024",
        "2024-03-12 et plus tard",
        "12 mars 2024 12 mars 2024",
        "1 2 3",
        "9" * 10_000,
        "٢٠٢٤-٠٣-١٢ x",
    ],
)
def test_what_is_no_date(value: str) -> None:
    assert parse_published(value) is None


@given(st.text(alphabet="0123456789-/.:, TZ+lemarsavi", max_size=40) | st.text())
def test_parsing_never_raises_and_gives_plausible_years(value: str) -> None:
    day = parse_published(value)
    assert day is None or 1990 <= day.year <= 2100


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_iso_and_french_digits_round_trip(day: date) -> None:
    assert parse_published(day.isoformat()) == day
    assert parse_published(day.strftime("%d/%m/%Y")) == day


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 12 mars 2024",
        "Publié le 12 mars 2024 à 10h30",
        "Publié le mardi 12 mars 2024 à 10:30 par Zoé Martin",
        "Publié le 12/03/2024 à 10h, mis à jour le 14/03/2024 à 9h",
        "Mis à jour le 14 mars 2024 - Publié le 12 mars 2024",
        "Mis à jour le 14 mars 2024 (publié le 12 mars 2024)",
        "Paru le : 12.03.2024",
        "Le point sur | paru le : 12.03.2024 | Zoé Martin",
        "Le Fil Tech - 12.03.2024",
        "Zoé Martin • 12 mars 2024 • 4 min",
        "Par Zoé Martin, le 12 mars 2024",
        "Par Zoé Martin | Publié le 12/03/2024",
        "Le 12/03/2024 à 10h",
        "Le 12 mars 2024",
        "12 mars 2024",
        "Mardi 12 mars 2024",
        "12 mars 2024 –",
        "**12 mars 2024**",
        "Date de publication : 12 mars 2024",
        "Mis en ligne le 12 mars 2024",
        "PARIS, 12 mars 2024 (AFP) - Nimbolia ouvre un bureau.",
        "PARIS (AFP), 12 mars 2024 – Nimbolia ouvre un bureau.",
        "Paris, le 12 mars 2024 – Nimbolia ouvre un bureau.",
        "Paris, le 12 mars 2024",
        "SAINT-DENIS, France, 12 mars 2024 — Nimbolia ouvre un bureau.",
        "12 mars 2024. – Nimbolia ouvre un bureau.",
        "Mis à jour le 12 mars 2024",
        "Publié le 12 mars 2024 Nimbolia ouvre un bureau",
    ],
)
def test_datelines(line: str) -> None:
    plain = "Nimbolia ouvre un bureau à Lyon, dit sa directrice.\n" * 3
    assert find_dateline(f"Un titre de trois mots\n{line}\n{plain}") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "Nimbolia, fondée le 12 mars 2024 à Lyon, ouvre un bureau.",
        "Selon une étude publiée le 12 mars 2024, tout va bien.",
        "Publié le 12 mars 2024, le rapport de l’agence critique le secteur.",
        "Le 12 mars 2024, Nimbolia ouvrait son bureau.",
        "Le 12 mars 2024 à 10h, Nimbolia ouvrait son bureau.",
        "Zoé Brun à Lyon, 12 mars 2024.",
        "Washington, 12 mars 2024 : la commission entend Zoé Brun.",
        "La société a été créée à Lyon, le 12 mars 2024",
        "Publié le 12 mars",
        "Publié le 31 février 2024",
        "Version 12.03.20245",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert find_dateline(f"Un titre de trois mots\n{line}\nEt la suite du texte.") is None


def test_a_dateline_may_stand_at_the_end_but_not_in_the_middle() -> None:
    filler = ("Nimbolia ouvre un bureau à Lyon, dit sa directrice.\n" * 10 + "\n") * 10
    assert find_dateline(f"{filler}Publié le 12 mars 2024\n") == DAY
    assert find_dateline(f"{filler}12 mars 2024\n{filler}") is None


def test_publication_goes_before_update_wherever_they_stand() -> None:
    assert find_dateline("Mis à jour le 14 mars 2024\nTexte.\nPublié le 12 mars 2024") == DAY


@given(st.text(alphabet="12/0 2024marsPubliéle\n|-–,.()hàPARIS", max_size=300))
def test_datelines_never_raise(text: str) -> None:
    day = find_dateline(text)
    assert day is None or 1990 <= day.year <= 2100


def test_the_order_of_dates(tmp_path: Path) -> None:
    default = date(2020, 1, 1)
    dated = f"Publié le 12 mars 2024\n\n{FRENCH}"
    assert one(put(tmp_path, "a.txt"), default_date=default).published == default
    path = put(tmp_path, "b.txt", dated)
    assert one(path, default_date=default).published == DAY
    put(tmp_path, "b.json", '{"published": "2024-03-10"}')
    assert one(path, default_date=default).published == date(2024, 3, 10)
    put(tmp_path, "b.json", '{"published": null}')
    assert one(path, default_date=default).published == DAY
    page = f"<html><head><meta name='date' content='2024-03-08'></head><p>{FRENCH}</p></html>"
    put(tmp_path, "c.json", '{"published": "2024-03-10"}')
    assert one(put(tmp_path, "c.html", page)).published == date(2024, 3, 8)
