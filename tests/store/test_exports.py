"""The exports, each read back by a reader that is not ours."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pipeline.normalise.merge import merge
from pipeline.store.files import write_outputs
from pipeline.store.sink import Processed
from pipeline.types import RELATIONS, Article, Fact, Knowledge
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

TEXT = (
    "Veltria s’installe à Lyon.\n"
    "Sa patronne Ana Roux, qui a fondé l’entreprise avec Marc Petit en 2012, a levé "
    "12,5 M€ auprès d’Aube Capital et de Brume & Cie.\r\n"
    "\tVeltria rachète Nordalis, dit-on ; le siège sera à Paris 🚀 fin 2024, mais pas à Nice."
)


def the_facts(article: Article) -> tuple[Fact, ...]:
    """One fact of every relation, and a rumour, a denial, a plan, a list, a missing identity."""
    lyon = an_entity(
        article,
        "Lyon",
        "LOC",
        entity_id="geonames:2996944",
        country="FR",
        region="Auvergne-Rhône-Alpes",
        latitude=45.74846,
        longitude=4.84671,
    )
    paris = an_entity(article, "Paris", "LOC", entity_id="wikidata:Q90", country="FR")
    nice = an_entity(article, "Nice", "LOC", entity_id=None)
    both = a_span(article, article.text[10 : article.text.index("\r")])
    return (
        a_fact(article, company="Veltria", place=lyon, kind="headquarters", status="existing"),
        a_fact(
            article,
            company="Veltria",
            place=paris,
            kind="headquarters",
            status="planned",
            modality="planned",
            time=a_time("2024-10-01", "2024-12-31", text="fin 2024", edtf="2024-36"),
        ),
        a_fact(article, company="Veltria", place=nice, kind="office", modality="denied"),
        a_fact(article, "based_in", company="Veltria", place=lyon),
        a_fact(
            article,
            "holds_role",
            person="Ana Roux",
            company="Veltria",
            role="patronne",
            role_code="ceo",
            status="current",
            evidence=both,
        ),
        a_fact(
            article,
            "raises_funding",
            company="Veltria",
            investors=["Aube Capital", an_entity(article, "Brume & Cie", entity_id=None)],
            amount=money("12500000", text="12,5 M€"),
            round="A",
            status="done",
            evidence=both,
        ),
        a_fact(article, "valued_at", company="Veltria", amount=money("1.5E9", "USD", approx=True)),
        a_fact(
            article,
            "acquires",
            acquirer="Veltria",
            target="Nordalis",
            status="rumour",
            modality="reported",
            attribution=a_span(article, "dit-on"),
        ),
        a_fact(article, "acquires", acquirer="Nordalis", target="Veltria", status="done"),
        a_fact(article, "partners_with", a="Veltria", b="Nordalis"),
        a_fact(
            article, "founded", company="Veltria", founders=["Ana Roux", "Marc Petit"], year=2012
        ),
    )


@pytest.fixture(scope="module")
def article() -> Article:
    return an_article(
        TEXT, id="a/1", published="2024-10-10", url="https://exemple.fr/1?x=é", title="Titre"
    )


@pytest.fixture(scope="module")
def facts(article: Article) -> tuple[Fact, ...]:
    return the_facts(article)


@pytest.fixture(scope="module")
def knowledge(article: Article, facts: tuple[Fact, ...]) -> list[Knowledge]:
    return merge(facts, {article.id: article})


@pytest.fixture(scope="module")
def outputs(
    article: Article,
    facts: tuple[Fact, ...],
    knowledge: list[Knowledge],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    out = tmp_path_factory.mktemp("exports")
    mentions = (a_mention(article, "Veltria"), a_mention(article, "Lyon", "LOC"))
    processed = [Processed(article, facts, mentions), Processed(a_rejection())]
    write_outputs(out, processed, knowledge, exports=("parquet", "jsonld", "brat"))
    return out


# --- Parquet: pandas and duckdb -------------------------------------------------------------


def test_parquet_has_all_tables_even_the_empty(tmp_path: Path) -> None:
    write_outputs(tmp_path, [], exports=("parquet",))
    names = {path.stem for path in (tmp_path / "parquet").iterdir()}
    assert names == {*RELATIONS, "articles", "entities", "knowledge"}
    for path in (tmp_path / "parquet").iterdir():
        assert len(pd.read_parquet(path)) == 0


def test_parquet_is_typed(outputs: Path) -> None:
    duckdb = pytest.importorskip("duckdb")

    def types(table: str) -> dict[str, str]:
        query = f"describe select * from '{outputs}/parquet/{table}.parquet'"
        return {row[0]: row[1] for row in duckdb.sql(query).fetchall()}

    office, deal = types("opens_office"), types("raises_funding")
    assert office["published"] == "DATE"
    assert '"start" DATE' in office["time"]
    assert "latitude DOUBLE" in office["place"]
    assert '"value" DOUBLE' in deal["amount"]
    assert deal["investors"].startswith("STRUCT(")
    assert deal["investors"].endswith(")[]")
    assert types("founded")["year"] == "INTEGER"
    assert types("knowledge")["first_seen"] == "DATE"
    assert types("knowledge")["fact_ids"] == "VARCHAR[]"


def test_parquet_answers_a_question_in_sql(outputs: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    rows = duckdb.sql(
        f"""select company.name, unnest(investors).name as investor, amount.value,
                   amount.currency, published
            from '{outputs}/parquet/raises_funding.parquet' order by investor"""
    ).fetchall()
    assert rows == [
        ("Veltria", name, 12_500_000.0, "EUR", date(2024, 10, 10))
        for name in ("Aube Capital", "Brume & Cie")
    ]
    ((events,),) = duckdb.sql(
        f"""select history from '{outputs}/parquet/knowledge.parquet'
            where relation = 'opens_office' and place.name = 'Paris'"""
    ).fetchall()
    assert [(event["stage"], event["date"]) for event in events] == [
        ("announced", date(2024, 10, 10))
    ]


def test_parquet_is_read_by_pandas(outputs: Path, article: Article) -> None:
    offices = pd.read_parquet(outputs / "parquet" / "opens_office.parquet")
    assert list(offices["status"]) == ["existing", "planned"]  # the denied one is left out
    place = offices["place"].iloc[0]
    assert (place["name"], place["country"], place["latitude"]) == ("Lyon", "FR", 45.74846)
    assert offices["time"].iloc[1]["start"] == date(2024, 10, 1)
    articles = pd.read_parquet(outputs / "parquet" / "articles.parquet")
    assert list(articles["status"]) == ["done", "empty file"]
    assert articles["text"].iloc[0] == article.text
    assert list(articles["stage"].dropna()) == ["load"]


# --- JSON-LD: rdflib ------------------------------------------------------------------------

PREFIXES = """
prefix dep: <urn:depeche:vocab:>
prefix org: <http://www.w3.org/ns/org#>
prefix prov: <http://www.w3.org/ns/prov#>
prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
prefix schema: <https://schema.org/>
prefix wdt: <http://www.wikidata.org/prop/direct/>
prefix xsd: <http://www.w3.org/2001/XMLSchema#>
prefix e: <urn:depeche:entity:org:>
prefix p: <urn:depeche:entity:per:>
"""
LYON = "https://sws.geonames.org/2996944/"


@pytest.fixture(scope="module")
def graph(outputs: Path) -> Any:
    return parse(outputs / "facts.jsonld")


def parse(path: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, in rdflib
        from rdflib import Graph

        return Graph().parse(path, format="json-ld")


def ask(graph: Any, pattern: str) -> bool:
    return bool(graph.query(f"{PREFIXES} ask {{ {pattern} }}").askAnswer)


@pytest.mark.parametrize(
    "pattern",
    [
        f"e:veltria wdt:P159 <{LYON}> ; schema:location <{LYON}>",
        "e:veltria wdt:P169 p:ana-roux",
        "e:veltria wdt:P112 p:ana-roux, p:marc-petit ; wdt:P571 '2012'^^xsd:gYear",
        "e:veltria wdt:P1951 e:aube-capital ; wdt:P749 e:nordalis ; wdt:P127 e:nordalis",
        "e:veltria wdt:P1951 ?fund . ?fund schema:name 'Brume & Cie' . filter(isBlank(?fund))",
        "e:veltria wdt:P2652 e:nordalis . e:nordalis wdt:P2652 e:veltria",
        f"<{LYON}> a schema:Place ; schema:name 'Lyon' ; schema:latitude 45.74846 ; "
        "dep:country 'FR'",
        "?m a org:Membership ; org:member p:ana-roux ; org:organization e:veltria ; "
        "org:role <urn:depeche:role:ceo> ; schema:roleName 'patronne'",
        "?k schema:about [a org:Site ; org:siteOf e:veltria ; "
        "schema:location <http://www.wikidata.org/entity/Q90>] ; dep:status 'planned'",
        "?k schema:about [a schema:MoneyTransfer ; schema:recipient e:veltria ; "
        "schema:amount [schema:value ?v ; schema:currency 'EUR']] . filter(?v = 12500000)",
        "[] a dep:Valuation ; schema:amount [schema:value ?v] . filter(?v = 1500000000)",
        "[] a org:ChangeEvent ; schema:agent e:nordalis ; schema:object e:veltria",
        "[] a org:OrganizationalCollaboration ; org:hasMember e:veltria, e:nordalis",
        f"[] a rdf:Statement ; rdf:subject e:veltria ; rdf:predicate schema:location ; "
        f"rdf:object <{LYON}>",
        "e:veltria a org:Organization, schema:Organization . p:ana-roux a schema:Person",
    ],
)
def test_json_ld_says(graph: Any, pattern: str) -> None:
    assert ask(graph, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "e:veltria wdt:P159 <http://www.wikidata.org/entity/Q90>",  # a plan
        "e:nordalis wdt:P749 e:veltria",  # a rumour
        "?fact dep:modality 'denied'",
        "?x a prov:Entity . ?x a org:ChangeEvent",  # prov:Activity, disjoint from Entity
        "?x ?p ?o . filter(?p = <None> || isLiteral(?o) && str(?o) = 'None')",
    ],
)
def test_json_ld_does_not_say(graph: Any, pattern: str) -> None:
    assert not ask(graph, pattern)


def test_json_ld_leads_from_knowledge_to_the_words_of_the_article(
    graph: Any, facts: tuple[Fact, ...]
) -> None:
    rows = graph.query(
        PREFIXES
        + """select ?fact ?words ?url ?day where {
            ?row schema:about [a org:Membership] ; prov:wasDerivedFrom ?fact .
            ?fact a prov:Entity ; prov:value ?words ; prov:wasQuotedFrom ?article .
            ?article a schema:NewsArticle ; schema:url ?url ; schema:datePublished ?day }"""
    )
    role = next(fact for fact in facts if fact.relation == "holds_role")
    assert [tuple(value.toPython() for value in row) for row in rows] == [
        (
            f"urn:depeche:fact:{role.fact_id}",
            role.evidence.text,
            "https://exemple.fr/1?x=é",
            date(2024, 10, 10),
        )
    ]


def test_json_ld_of_no_article_is_a_document_too(tmp_path: Path) -> None:
    write_outputs(tmp_path, [], exports=("jsonld",))
    assert len(parse(tmp_path / "facts.jsonld")) == 0


# --- BRAT: bioc -----------------------------------------------------------------------------


def read_brat(path: Path) -> Any:
    """A ``.ann`` with its ``.txt``, line ends untouched."""
    brat = pytest.importorskip("bioc.brat")
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    return brat.loads(text, path.read_bytes().decode("utf-8"), path.stem)


@pytest.fixture
def brat(outputs: Path) -> Any:
    (path,) = (outputs / "brat").glob("*.ann")
    return read_brat(path)


def test_brat_spans_hold_their_words(brat: Any, article: Article) -> None:
    assert brat.text == article.text
    assert len(brat.entities) > 15
    for entity in brat.entities:
        parts = sorted((place[0], place[1]) for place in entity.locations)
        words = [article.text[start:end] for start, end in parts]
        assert " ".join(words).replace("\t", " ") == entity.text
        assert not any(set(word) & set("\r\n") for word in words)
    # The evidence over two lines is one annotation of two fragments.
    assert any(len(entity.locations) == 2 for entity in brat.entities)


def test_brat_events_hold_the_arguments_of_their_facts(brat: Any, facts: tuple[Fact, ...]) -> None:
    assert len(brat.events) == len(facts)
    for event, fact in zip(brat.events, facts, strict=True):
        assert event.type == fact.relation
        assert brat.get_annotation(event.trigger_id).type == fact.relation
    deal = next(event for event in brat.events if event.type == "raises_funding")
    told = {role: brat.get_annotation(key).text for role, key in deal.arguments.items()}
    assert told == {
        "Company": "Veltria",
        "Investors": "Aube Capital",
        "Investors2": "Brume & Cie",
    }


def test_brat_marks_and_notes(brat: Any, facts: tuple[Fact, ...]) -> None:
    marks = {(mark.type, mark.refid, *mark.attributes) for mark in brat.attributes}
    assert {("Kind", "E1", "headquarters"), ("Status", "E2", "planned")} <= marks
    assert {("Negation", "E3"), ("Speculation", "E8"), ("Modality", "E8", "reported")} <= marks
    notes = {note.refid: note.text for note in brat.notes}
    assert "role=patronne; role_code=ceo" in notes["E5"]
    assert "amount=12,5 M€ = 12500000 EUR; round=A" in notes["E6"]
    assert "time=fin 2024 = 2024-10-01/2024-12-31" in notes["E2"]
    assert len(notes) == len(facts)


def test_brat_of_one_line_passes_the_reader_s_own_validator(tmp_path: Path) -> None:
    validator = pytest.importorskip("bioc.brat.validator")
    article = an_article("Veltria ouvrira un bureau à Lyon 🚀 fin 2024.", id="a1")
    write_outputs(tmp_path, [Processed(article, (a_fact(article),))], exports=("brat",))
    validator.validate(read_brat(tmp_path / "brat" / "a1.ann"))


def test_brat_files_of_odd_ids_are_apart_and_inside_the_folder(tmp_path: Path) -> None:
    ids = ["a/b", "a_b", "a:b", "../x", ".hidden", "é" * 300, "é" * 299, "", "annotation"]
    processed = [Processed(an_article(f"Texte {n}.", id=id)) for n, id in enumerate(ids)]
    write_outputs(tmp_path, processed, exports=("brat",))
    texts = {path.read_text("utf-8") for path in (tmp_path / "brat").glob("*.txt")}
    assert texts == {f"Texte {n}." for n in range(len(ids))}


def test_brat_configuration_names_every_relation(outputs: Path) -> None:
    lines = (outputs / "brat" / "annotation.conf").read_text("utf-8").splitlines()
    events = lines[lines.index("[events]") + 1 : lines.index("[attributes]")]
    assert [line.split("\t")[0] for line in events] == list(RELATIONS)
