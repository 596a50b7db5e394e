"""Records, rows and the text files made of them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import StoreError, UsageError
from pipeline.normalise.merge import merge
from pipeline.store.csv_file import cell
from pipeline.store.files import FileSink, write_outputs
from pipeline.store.flat import all_columns, columns, flat_row, knowledge_columns, knowledge_row
from pipeline.store.json_file import fact_line, read_facts
from pipeline.store.records import (
    article_from_record,
    article_record,
    entity_from_record,
    entity_record,
    fact_from_record,
    fact_id,
    fact_record,
)
from pipeline.store.sink import Processed
from pipeline.types import ATTRIBUTES, RELATIONS, Fact, Money, Span
from tests.builders import (
    a_fact,
    a_mention,
    a_rejection,
    a_span,
    a_time,
    an_article,
    an_entity,
    money,
)

TEXT = "Veltria, fondée par Ana Roux et Marc Petit à Lyon, lève 12,5 M€ auprès d’Aube Capital."


def a_full_fact() -> Fact:
    article = an_article(TEXT, published="2024-10-10")
    company = an_entity(article, "Veltria", via=a_span(article, "fondée"))
    angel = an_entity(article, "Ana Roux", "PER", entity_id=None)
    return a_fact(
        article,
        "raises_funding",
        company=company,
        investors=["Aube Capital", angel],
        amount=Money("12,5 M€", Decimal("12500000.5"), Decimal(10_000_000), None, "EUR", True),
        round="A",
        status="done",
        time=a_time("2024-10-01", "2024-12-31", text="fin 2024", edtf="2024-36"),
        attribution=a_span(article, "Aube Capital"),
        modality="reported",
        confidence=0.1234,
    )


def test_a_fact_is_written_as_the_contract_says() -> None:
    article = an_article("Veltria ouvrira un bureau à Singapour.", published="2024-10-10")
    place = an_entity(article, "Singapour", "LOC", entity_id="geonames:1880252", country="SG")
    fact = a_fact(
        article, company="Veltria", place=place, kind="office", status="planned", confidence=2 / 3
    )
    record = fact_record(fact)
    assert record == {
        "fact_id": fact.fact_id,
        "article": "a1",
        "relation": "opens_office",
        "arguments": {
            "company": {
                **{"text": "Veltria", "name": "Veltria", "start": 0, "end": 7},
                "entity_id": "org:veltria",
            },
            "place": {
                **{"text": "Singapour", "name": "Singapour", "start": 28, "end": 37},
                **{"entity_id": "geonames:1880252", "country": "SG"},
            },
        },
        "attributes": {"kind": "office", "status": "planned"},
        "time": None,
        "modality": "asserted",
        "attribution": None,
        "evidence": {"text": article.text, "start": 0, "end": 38},
        "confidence": 0.6667,
        "rule": "opens_office/test",
    }
    assert list(record) == [
        *("fact_id", "article", "relation", "arguments", "attributes", "time", "modality"),
        *("attribution", "evidence", "confidence", "rule"),
    ]


def test_amounts_are_json_numbers_and_whole_ones_integers() -> None:
    attributes = json.loads(fact_line(a_full_fact()))["attributes"]
    assert attributes["amount"] == {
        **{"text": "12,5 M€", "value": 12500000.5, "min": 10_000_000, "max": None},
        **{"currency": "EUR", "approx": True},
    }
    assert isinstance(attributes["amount"]["min"], int)
    assert '"value": 6600000000,' in fact_line(
        a_fact(an_article(TEXT), "valued_at", company="Veltria", amount=money("6.6E+9"))
    )


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_argument_and_attribute_is_there_even_when_empty(relation: str) -> None:
    record = fact_record(a_fact(an_article(TEXT), relation, **_unplaced(relation)))
    assert tuple(record["arguments"]) == RELATIONS[relation]
    assert tuple(record["attributes"]) == ATTRIBUTES[relation]
    for name in ("investors", "founders"):
        assert record["arguments"].get(name, []) == []


def _unplaced(relation: str) -> dict[str, Any]:
    return {"company": "Veltria"} if relation == "opens_office" else {}


def test_a_full_fact_comes_back_as_it_was() -> None:
    fact = a_full_fact()
    assert fact_from_record(json.loads(fact_line(fact))) == fact


words = st.text(st.characters(codec="utf-8"), max_size=12)
amounts = st.none() | st.decimals(min_value=-(10**9), max_value=10**13, places=2)
days = st.none() | st.dates(min_value=date(1, 1, 1))


@given(words, words, amounts, amounts, days, st.floats(0, 1), st.booleans(), st.integers(0, 10**6))
def test_any_fact_comes_back_as_it_was(
    text: str,
    name: str,
    value: Decimal | None,
    low: Decimal | None,
    day: date | None,
    confidence: float,
    approx: bool,
    start: int,
) -> None:
    fact = a_full_fact()
    company = replace(
        an_entity(an_article(TEXT), "Veltria"), text=text, name=name, start=start, latitude=48.8566
    )
    fact = replace(
        fact,
        arguments={**fact.arguments, "company": company},
        attributes={**fact.attributes, "amount": Money(text, value, low, value, None, approx)},
        time=replace(a_time(None), start=day, end=None, anchor=day),
        evidence=Span(start, start + len(text), text),
        confidence=round(confidence, 4),
    )
    assert fact_from_record(json.loads(fact_line(fact))) == fact


def test_articles_refusals_and_mentions_come_back_as_they_were() -> None:
    article = an_article(TEXT, title="Titre", url="https://exemple.fr/1", published="2024-10-10")
    for one in (article, an_article(), a_rejection()):
        assert article_from_record(json.loads(json.dumps(article_record(one)))) == one
    mention = a_mention(article, "Lyon", "LOC", entity_id=None)
    assert entity_from_record(json.loads(json.dumps(entity_record(mention)))) == mention


def test_a_refused_article_has_its_reason_and_no_text() -> None:
    record = article_record(a_rejection(reason="not French (en)"))
    assert (record["status"], record["text"]) == ("not French (en)", None)
    keys = list(article_record(an_article()))
    assert keys == [
        *("article", "source", "title", "url", "published", "language", "sha256", "text"),
        "status",
    ]
    assert list(record)[: len(keys)] == keys


def test_a_fact_id_depends_on_content_and_fact_alone() -> None:
    fact = a_full_fact()
    article = an_article(TEXT)

    def identity(fact: Fact, sha256: str = article.sha256) -> str:
        return fact_id(sha256, fact.relation, fact.arguments, fact.attributes, fact.evidence)

    first = identity(fact)
    assert first == fact.fact_id
    assert first.startswith("f_")
    assert len(first) == 18
    same = replace(fact, article="other", confidence=0.5, rule="x", time=None, modality="denied")
    assert identity(same) == first
    others = [
        replace(fact, evidence=replace(fact.evidence, end=3)),
        replace(fact, attributes={**fact.attributes, "round": "B"}),
        replace(fact, attributes={**fact.attributes, "amount": money(1)}),
        replace(fact, arguments={**fact.arguments, "investors": ()}),
        replace(fact, arguments={**fact.arguments, "company": None}),
    ]
    assert len({first, identity(fact, "0"), *(identity(other) for other in others)}) == 7


# --- tables ---------------------------------------------------------------------------------


def test_a_flat_row_has_the_columns_of_its_relation() -> None:
    row = flat_row(a_full_fact(), published=date(2024, 10, 10), url="https://exemple.fr/1")
    assert tuple(row) == columns("raises_funding")
    assert row["investors"] == "Aube Capital; Ana Roux"
    assert row["investors_id"] == "org:aube-capital; "
    assert (row["amount_value"], row["currency"], row["amount_approx"]) == (12500000.5, "EUR", True)
    assert (row["time_start"], row["time_end"]) == ("2024-10-01", "2024-12-31")
    assert (row["published"], row["url"]) == ("2024-10-10", "https://exemple.fr/1")


@pytest.mark.parametrize("relation", RELATIONS)
def test_all_relations_fit_into_the_long_table(relation: str) -> None:
    fact = a_fact(an_article(TEXT), relation, **_unplaced(relation))
    assert tuple(flat_row(fact)) == columns(relation)
    assert set(columns(relation)) <= set(all_columns())
    assert len(set(all_columns())) == len(all_columns())
    (row,) = merge([fact], {})
    assert set(knowledge_row(row)) <= set(knowledge_columns())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+33 1", "'+33 1"),
        ("-5 M€", "'-5 M€"),
        ("@Veltria", "'@Veltria"),
        ("\t=1", "' =1"),
        ("  =1", "'  =1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("＝1", "'＝1"),
        ("Veltria-Nord = 1", "Veltria-Nord = 1"),
        ("deux\r\nlignes\u2028trois", "deux lignes trois"),
        ("nul\x00 \x1b[31m", "nul   [31m"),
        (-4.5, -4.5),
        (True, "true"),
        (None, None),
    ],
)
def test_a_cell_is_safe_in_a_spreadsheet(value: object, written: object) -> None:
    assert cell(value) == written


@given(st.text())
def test_no_text_makes_a_formula_or_a_second_line(text: str) -> None:
    safe = cell(text)
    assert not safe.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert len(safe.splitlines()) <= 1
    file = io.StringIO()
    csv.writer(file).writerow([safe, "end"])
    assert next(csv.reader(io.StringIO(file.getvalue()))) == [safe, "end"]


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    text = 'Veltria ouvrira\nun bureau « à Lyon », a dit "Nordalis"; =SUM(A1) suivra.'
    article = an_article(text, published="2024-10-10", url="https://exemple.fr/1")
    lyon = an_entity(article, "Lyon", "LOC", country="FR", latitude=45.75, longitude=-4.85)
    evil = an_entity(article, "=SUM(A1)", entity_id=None)
    facts = (
        a_fact(article, company="Veltria", place=lyon, kind="office", status="planned"),
        a_fact(article, company=evil, place=lyon, kind="office", status="planned"),
        a_fact(article, company="Nordalis", place=lyon, kind="lab", modality="denied"),
        replace(a_full_fact(), article=article.id),
    )
    done = Processed(article, facts, (a_mention(article, "Lyon", "LOC"),))
    knowledge = merge(facts, {article.id: article})
    write_outputs(tmp_path, [done, Processed(a_rejection())], knowledge)
    return tmp_path


def test_all_files_of_the_contract_are_there(outputs: Path) -> None:
    names = {path.name for path in outputs.iterdir() if not path.name.startswith(".")}
    assert names == {
        *("facts.jsonl", "articles.jsonl", "entities.jsonl", "facts.csv", "knowledge.csv"),
        *(f"{relation}.csv" for relation in RELATIONS),
    }


def test_json_lines_hold_every_fact_and_tables_all_but_denied_ones(outputs: Path) -> None:
    facts = list(read_facts(outputs / "facts.jsonl"))
    assert [fact.modality for fact in facts] == ["asserted", "asserted", "denied", "reported"]
    assert _rows(outputs / "facts.csv")[2]["relation"] == "raises_funding"
    assert len(_rows(outputs / "opens_office.csv")) == 2
    assert len(_rows(outputs / "knowledge.csv")) == 3
    assert len((outputs / "articles.jsonl").read_text("utf-8").splitlines()) == 2


def test_the_header_is_there_without_facts(outputs: Path) -> None:
    assert (outputs / "acquires.csv").read_text("utf-8") == ",".join(columns("acquires")) + "\n"


def test_tables_are_read_by_csv_and_pandas_alike(outputs: Path) -> None:
    rows = _rows(outputs / "opens_office.csv")
    frame = pd.read_csv(outputs / "opens_office.csv")
    assert list(frame.columns) == list(columns("opens_office"))
    assert list(frame["company"]) == [row["company"] for row in rows] == ["Veltria", "'=SUM(A1)"]
    assert list(frame["place_lon"]) == [-4.85, -4.85]  # a number, however negative, is no formula
    assert rows[0]["evidence"].startswith("Veltria ouvrira un bureau « à Lyon »")
    assert frame["evidence_end"].dtype.kind == "i"
    assert pd.to_datetime(frame["published"]).iloc[0] == pd.Timestamp(2024, 10, 10)
    # One physical line a row, for the tools that count them.
    assert len((outputs / "facts.csv").read_bytes().splitlines()) == 4


def test_knowledge_is_a_table(outputs: Path) -> None:
    rows = _rows(outputs / "knowledge.csv")
    assert list(rows[0]) == list(knowledge_columns())
    veltria = next(row for row in rows if row["company"] == "Veltria" and row["place"])
    assert (veltria["status"], veltria["first_seen"], veltria["n_articles"]) == (
        "planned",
        "2024-10-10",
        "1",
    )
    assert veltria["history"] == "2024-10-10 planned (a1)"


def test_denied_facts_are_in_the_tables_when_asked_for(tmp_path: Path) -> None:
    article = an_article()
    fact = a_fact(article, modality="denied")
    write_outputs(tmp_path, [Processed(article, (fact,))], include_denied=True)
    assert [row["modality"] for row in _rows(tmp_path / "opens_office.csv")] == ["denied"]


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    article = an_article("Veltria \udc80 Lyon", title="\ud83d")
    exports = ("parquet", "jsonld", "brat")
    fact = a_fact(article, company=an_entity(article, "Veltria"))
    write_outputs(tmp_path, [Processed(article, (fact,))], exports=exports)
    (fact,) = read_facts(tmp_path / "facts.jsonl")
    assert fact.evidence.text == article.text
    assert "\\udc80" in (tmp_path / "facts.csv").read_text("utf-8")
    articles = pd.read_parquet(tmp_path / "parquet" / "articles.parquet")
    assert articles["text"][0] == "Veltria \\udc80 Lyon"
    brat = (tmp_path / "brat" / "a1.txt").read_text("utf-8")
    assert brat == "Veltria ? Lyon"  # as long as the text was


def test_a_line_that_is_no_fact_is_named(tmp_path: Path) -> None:
    path = tmp_path / "facts.jsonl"
    for bad in ("{", "[]", "null", '{"relation": "x"}'):
        path.write_text(fact_line(a_fact()) + bad + "\n", encoding="utf-8")
        with pytest.raises(StoreError, match="line 2, is no fact"):
            list(read_facts(path))
    with pytest.raises(StoreError, match="cannot read"):
        list(read_facts(tmp_path / "none.jsonl"))


def test_an_unknown_export_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"no export named xml; there are parquet, duckdb, jsonld, brat"
    ):
        FileSink(tmp_path, exports=["xml"])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
