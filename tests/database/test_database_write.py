"""What is written: idempotent, corrected, withdrawn; the same in both databases."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.normalise.merge import knowledge_key, merge
from pipeline.store.database import schema
from pipeline.store.flat import columns, flat_row
from pipeline.store.records import fact_from_record, fact_record
from pipeline.store.sink import Processed
from pipeline.types import RELATIONS, Article, Fact
from tests.builders import a_fact, a_mention, a_rejection, an_article, an_entity, money
from tests.database.helpers import (
    a_sink,
    afresh,
    content,
    opening,
    press,
    query,
    rows,
    store,
)


def test_both_databases_say_the_same(url: str, tmp_path: Path) -> None:
    results = [press(), opening("a1"), opening("a2", verb="a ouvert"), Processed(a_rejection())]
    store(url, *results)
    assert content(url) == afresh(tmp_path, results)


def test_facts_come_back_as_they_went_in(url: str) -> None:
    result = press()
    store(url, result)
    stored = {row["fact_id"]: row["record"] for row in rows(url, schema.facts)}
    assert stored == {fact.fact_id: fact_record(fact) for fact in result.facts}
    assert {fact_from_record(record).fact_id for record in stored.values()} == set(stored)


def test_columns_of_a_fact(url: str) -> None:
    store(url, opening())
    (fact,) = rows(url, schema.facts)
    assert (fact["relation"], fact["kind"], fact["status"]) == ("opens_office", "office", "planned")
    assert (str(fact["time_start"]), str(fact["time_end"])) == ("2024-10-01", "2024-12-31")
    assert fact["evidence"] == "Veltria ouvrira un bureau à Lyon."
    company, place = sorted(rows(url, schema.fact_arguments), key=lambda row: row["argument"])
    assert (company["argument"], company["entity_id"]) == ("company", "org:veltria")
    assert (place["argument"], place["country"], place["text"]) == ("place", "FR", "Lyon")
    entity = next(row for row in rows(url, schema.entities) if row["label"] == "LOC")
    assert (entity["region"], entity["lat"]) == ("Rhône", 45.75)


def _in_dollars() -> Processed:
    article = an_article("Veltria vaut 90 millions de dollars.", id="d1")
    amount = money("90000000", "USD", eur=Decimal("81000000.5"))
    fact = a_fact(article, "valued_at", company="Veltria", amount=amount)
    return Processed(article, (fact,))


def test_worth_in_euros_has_its_column(url: str) -> None:
    store(url, _in_dollars())
    (fact,) = rows(url, schema.facts)
    assert (fact["amount_value"], fact["currency"]) == (90e6, "USD")
    assert fact["amount_eur"] == 81000000.5
    assert query(url, "SELECT amount_eur FROM valued_at") == [{"amount_eur": 81000000.5}]


def test_worth_in_euros_outlives_a_merge_from_the_stored_facts(sqlite: str) -> None:
    store(sqlite, _in_dollars())
    # Another article of the same valuation: the first fact is read back to be merged.
    article = an_article("Veltria est bien valorisée, dit-on.", id="d2")
    store(sqlite, Processed(article, (a_fact(article, "valued_at", company="Veltria"),)))
    assert [row["amount_eur"] for row in rows(sqlite, schema.knowledge)] == [81000000.5]


def test_offsets_hold_in_the_stored_text(url: str) -> None:
    store(url, press())
    (article,) = rows(url, schema.articles)
    spans = [*rows(url, schema.mentions), *rows(url, schema.fact_arguments)]
    assert len(spans) == 3 + 12
    for span in spans:
        assert article["text"][span["start"] : span["end"]] == span["text"]


def test_the_same_batch_twice_changes_nothing(url: str) -> None:
    batch = [press(), opening("a1"), Processed(a_rejection())]
    store(url, *batch)
    before = {table.name: rows(url, table) for table in schema.metadata.sorted_tables}
    sink = store(url, *batch)
    after = {table.name: rows(url, table) for table in schema.metadata.sorted_tables}
    before.pop("runs"), after.pop("runs")
    assert after == before
    assert (sink.written.articles, sink.written.unchanged) == (0, 3)


def test_one_article_twice_in_a_batch_counts_once(url: str, tmp_path: Path) -> None:
    store(url, opening("a1", place="Lille"), opening("a1", place="Lyon"))
    assert content(url) == afresh(tmp_path, [opening("a1", place="Lyon")])


def test_a_corrected_article_replaces_its_facts_and_only_its_facts(
    url: str, tmp_path: Path
) -> None:
    others = [press(), opening("a2", "Orvani", "Brest")]
    store(url, opening("a1", place="Lille"), *others)
    untouched = {row["fact_id"]: row for row in rows(url, schema.facts) if row["article"] != "a1"}
    sink = store(url, opening("a1", place="Lyon"))
    assert content(url) == afresh(tmp_path, [opening("a1", place="Lyon"), *others])
    # Rows of other articles were not even rewritten: their run is the first.
    now = {row["fact_id"]: row for row in rows(url, schema.facts) if row["article"] != "a1"}
    assert now == untouched
    assert (sink.written.facts_added, sink.written.facts_removed) == (1, 1)
    # Lille was named by the old text alone.
    assert "geonames:lille" not in {row["entity_id"] for row in rows(url, schema.entities)}


def test_knowledge_spans_articles_and_is_recomputed(url: str) -> None:
    store(url, opening("a1", published="2024-01-05"))
    store(url, opening("a2", verb="a ouvert", published="2024-09-01"))
    (merged,) = rows(url, schema.knowledge)
    assert (merged["status"], merged["n_articles"]) == ("opened", 2)
    assert (str(merged["first_seen"]), str(merged["last_seen"])) == ("2024-01-05", "2024-09-01")
    assert len(rows(url, schema.knowledge_facts)) == 2
    with a_sink(url) as sink:
        assert sink.forget("a2")
    (merged,) = rows(url, schema.knowledge)
    assert (merged["status"], merged["n_articles"]) == ("planned", 1)


def test_knowledge_is_the_merge_of_all_facts(url: str) -> None:
    results = [press("p1"), press("p2"), *(opening(f"a{n}", place="Lyon") for n in range(4))]
    for result in results:
        store(url, result)
    facts = [fact for result in results for fact in result.facts]
    articles = {
        result.article.id: result.article
        for result in results
        if isinstance(result.article, Article)
    }
    expected = {row.knowledge_id: row for row in merge(facts, articles)}
    stored = {row["knowledge_id"]: row for row in rows(url, schema.knowledge)}
    assert stored.keys() == expected.keys()
    for knowledge_id, row in stored.items():
        wanted = expected[knowledge_id]
        assert row["status"] == wanted.status
        assert row["n_articles"] == wanted.n_articles
        assert row["confidence"] == wanted.confidence
        assert len(row["history"]) == len(wanted.history)


def test_a_new_date_of_an_article_moves_its_knowledge(url: str) -> None:
    result = opening("a1", published=None)
    store(url, result)
    dated = dataclasses.replace(result, article=opening("a1", published="2023-03-04").article)
    store(url, dated)
    (merged,) = rows(url, schema.knowledge)
    assert str(merged["first_seen"]) == "2023-03-04"


def test_forget_takes_everything_along(url: str, tmp_path: Path) -> None:
    store(url, press(), opening("a1", place="Lille"), opening("a2"))
    store(url, opening("a1", place="Rennes"))  # leaves a trace in the history
    with a_sink(url) as sink:
        assert sink.forget("a1")
        assert not sink.forget("a1")
        assert not sink.forget("never seen")
    assert content(url, history=True) == {
        **afresh(tmp_path, [press(), opening("a2")]),
        "removed_facts": [],
    }


def test_the_same_text_as_two_articles(url: str) -> None:
    one, other = press("p1"), press("p2")
    assert [f.fact_id for f in one.facts] == [f.fact_id for f in other.facts]
    store(url, one, other)
    assert len(rows(url, schema.facts)) == 2 * len(one.facts)
    with a_sink(url) as sink:
        assert sink.forget("p1")
    assert {row["article"] for row in rows(url, schema.facts)} == {"p2"}


def test_a_refusal_takes_the_facts_and_keeps_the_text(url: str) -> None:
    store(url, opening("a1"))
    store(url, Processed(a_rejection("a1", "too long", "annotate")))
    (article,) = rows(url, schema.articles)
    assert (article["status"], article["stage"]) == ("too long", "annotate")
    assert article["text"] == "Veltria ouvrira un bureau à Lyon."
    assert rows(url, schema.facts) == rows(url, schema.knowledge) == []
    assert rows(url, schema.entities) == []


def test_text_that_no_database_takes(url: str) -> None:
    article = an_article("Veltria\0 ouvrira un bureau à Lyon.", id="caf\udce9")
    fact = a_fact(article, "opens_office", company="Veltria", place="Lyon")
    result = Processed(article, (fact,), (a_mention(article, "Lyon", "LOC"),))
    with a_sink(url) as sink:
        sink.start_run()
        sink.write([result])
        assert sink.known([(article.id, article.sha256)]) == {article.id}
        assert sink.unchanged([article]) == {article.id}
        assert sink.write([result]).unchanged == 1
    (stored,) = rows(url, schema.articles)
    assert (stored["article"], stored["text"][:8]) == ("caf�", "Veltria�")
    (mention,) = rows(url, schema.mentions)
    assert stored["text"][mention["start"] : mention["end"]] == "Lyon"


@pytest.mark.parametrize("relation", RELATIONS)
def test_views_are_the_csv_tables(url: str, relation: str) -> None:
    results = [press(), opening("a1")]
    if relation not in {fact.relation for result in results for fact in result.facts}:
        text = "Veltria et Orvani à Lyon."
        article = an_article(text, id="x", published="2024-01-01")
        names = {"place": an_entity(article, "Lyon", "LOC", country="FR")}
        given = dict(zip(RELATIONS[relation], ("Veltria", "Orvani"), strict=False)) | (
            names if "place" in RELATIONS[relation] else {}
        )
        results = [Processed(article, (a_fact(article, relation, **given),))]
    store(url, *results)
    found = query(url, f"SELECT * FROM {relation} ORDER BY fact_id")
    expected = [
        flat_row(fact, published=result.article.published, url=result.article.url)
        for result in results
        if isinstance(result.article, Article)
        for fact in result.facts
        if fact.relation == relation and fact.modality != "denied"
    ]
    assert expected
    assert [tuple(row) for row in found] == [columns(relation)] * len(expected)
    assert [_plain(row) for row in found] == sorted(
        ({name: row[name] for name in columns(relation)} for row in expected),
        key=lambda row: row["fact_id"],
    )


def test_views_for_questions(url: str) -> None:
    store(url, press(), opening("a1"))
    (role,) = query(url, "SELECT * FROM current_roles")
    assert (role["person"], role["role_code"], role["company"]) == ("Maud Serin", "ceo", "Orvani")
    (office,) = query(url, "SELECT * FROM office_openings")
    assert (office["company"], office["place"], office["place_country"]) == (
        *("Veltria", "Lyon", "FR"),
    )
    (deal,) = query(url, "SELECT * FROM funding_rounds")
    assert (deal["amount_value"], deal["currency"]) == (12e6, "EUR")
    assert deal["investors"] == "Ciel Capital; Balto Ventures"


def test_facts_of_an_older_merge_key_move_to_their_present_group(url: str) -> None:
    def older_key(fact: Fact) -> str:
        return f"old|{fact.article}"

    store(url, opening("a1"))
    from pipeline.store.database.sink import DatabaseSink

    # As a program did that merged less: every article by itself.
    with DatabaseSink(url, merge=merge, key_of=older_key, engine_version="v0") as sink:
        sink.start_run()
        sink.write([opening("a1"), opening("a2")])
        sink.end_run()
    store(url, opening("a2", verb="a ouvert"))
    store(url, opening("a1"))
    (merged,) = rows(url, schema.knowledge)
    assert merged["n_articles"] == 2
    assert {row["knowledge_key"] for row in rows(url, schema.facts)} == {
        knowledge_key(opening("a1").facts[0])
    }


def test_marked_groups_are_merged_by_the_next_run(url: str, tmp_path: Path) -> None:
    results = [opening("a1"), opening("a2", verb="a ouvert"), press()]
    sink = a_sink(url)
    sink.open()
    sink.start_run()
    sink._merged_at, sink._merge_seconds = 1e12, 1.0  # never due in this run
    sink.write(results)
    sink.close()  # as if killed before its end
    assert rows(url, schema.knowledge) == []
    assert len(rows(url, schema.pending_knowledge)) == 6
    store(url)
    assert content(url) == afresh(tmp_path, results)


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["a1", "a2", "a3", "p1"]),
        st.sampled_from(["forget", "Lyon", "Lille", "opened", "2024-03-01"]),
        st.booleans(),
    ),
    max_size=8,
)


def _version(article: str, version: str) -> Processed:
    if article == "p1":
        return press()
    if version == "opened":
        return opening(article, verb="a ouvert")
    if version.startswith("2"):
        return opening(article, published=version)
    return opening(article, place=version)


@pytest.mark.slow
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=_STEPS)
def test_a_database_depends_on_the_last_version_of_each_article_alone(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, bool]]
) -> None:
    folder = tmp_path_factory.mktemp("steps")
    url = f"sqlite:///{folder / 'facts.db'}"
    last: dict[str, Processed] = {}
    with a_sink(url) as sink:
        sink.start_run()
        for article, version, new_run in steps:
            if new_run:
                sink.end_run()
                sink.start_run()
            if version == "forget":
                assert sink.forget(article) == (article in last)
                last.pop(article, None)
            else:
                last[article] = _version(article, version)
                sink.write([last[article]])
        sink.end_run()
    assert content(url) == afresh(folder, last.values())


def _plain(row: dict[str, object]) -> dict[str, object]:
    """SQLite and PostgreSQL give dates and booleans as they can."""
    plain = {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in row.items()
    }
    if plain.get("amount_approx") is not None:
        plain["amount_approx"] = bool(plain["amount_approx"])
    return plain
