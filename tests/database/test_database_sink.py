"""What a run asks the database, and what it leaves there: known, stale, runs, loading."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.store.database import schema
from pipeline.store.database.link import Link
from pipeline.store.database.retry import Retry, Unavailable
from pipeline.store.database.sink import BATCH
from pipeline.store.database.spool import read_spool, spool, spooled
from pipeline.store.database.stored import UNKNOWN_ENGINE
from pipeline.store.database.url import resolve
from pipeline.store.files import write_outputs
from pipeline.store.sink import Processed
from pipeline.types import Article
from tests.builders import a_rejection, an_article
from tests.database.helpers import a_sink, afresh, content, opening, press, rows, store


def _article(result: Processed) -> Article:
    assert isinstance(result.article, Article)
    return result.article


def test_known_is_same_text_by_same_engine(url: str) -> None:
    store(url, opening("a1"), Processed(a_rejection("bad")))
    article = _article(opening("a1"))
    pairs = [("a1", article.sha256), ("bad", ""), ("a2", article.sha256)]
    with a_sink(url) as same, a_sink(url, engine_version="v2") as other:
        assert same.known(pairs) == {"a1"}
        assert same.known([("a1", "another text")]) == set()
        assert other.known(pairs) == set()


def test_known_of_many(sqlite: str) -> None:
    store(sqlite, *(opening(f"a{number}") for number in range(1000)))
    sha256 = _article(opening()).sha256
    with a_sink(sqlite) as sink:
        found = sink.known((f"a{number}", sha256) for number in range(2000))
    assert found == {f"a{number}" for number in range(1000)}


@pytest.mark.parametrize(
    "changes", [{"published": None}, {"title": "Titre"}, {"url": "https://x.example"}]
)
def test_unchanged_sees_what_the_hash_does_not(url: str, changes: dict[str, object]) -> None:
    article = _article(opening("a1"))
    store(url, opening("a1"))
    with a_sink(url) as sink:
        assert sink.unchanged([article]) == {"a1"}
        assert sink.unchanged([dataclasses.replace(article, **changes)]) == set()


def test_stale_articles_come_back_whole(url: str) -> None:
    results = [opening(f"a{number:03}") for number in range(600)]
    store(url, *results, press())
    store(url, Processed(a_rejection("a001", "too long")))
    with a_sink(url, engine_version="v2") as sink:
        sink.start_run()
        # Written while being read, as a run does that extracts anew.
        again = []
        for article in sink.stale():
            again.append(article)
            if len(again) % 100 == 0:
                sink.write(Processed(one) for one in again[-100:])
        sink.write([Processed(again[-1])])
        assert again == [_article(result) for result in (*results, press())]
        assert list(sink.stale()) == []


def test_articles_of_no_known_engine_are_not_extracted_anew(url: str) -> None:
    store(url, opening("a1"), engine_version=UNKNOWN_ENGINE)
    with a_sink(url) as sink:
        assert list(sink.stale()) == []
        assert sink.known([("a1", _article(opening("a1")).sha256)]) == set()


def test_runs_are_recorded(url: str) -> None:
    with a_sink(url, versions={"model": "m 3.8", "rules": "r2"}) as sink:
        sink.start_run()
        sink.write([opening("a1"), Processed(a_rejection("b1")), Processed(a_rejection("b2"))])
        sink.end_run({"workers": 2})
    (run,) = rows(url, schema.runs)
    assert run["versions"] == {"model": "m 3.8", "rules": "r2", "engine": "v1"}
    assert run["counts"]["articles"] == 3
    assert (run["counts"]["facts_added"], run["counts"]["workers"]) == (1, 2)
    assert run["refusals"] == {"empty file": 2}
    assert run["started"] <= run["ended"]
    assert run["seconds"] == (run["ended"] - run["started"]).total_seconds()
    assert {row["run_id"] for row in rows(url, schema.articles)} == {run["run_id"]}


def test_a_killed_run_has_no_end(url: str) -> None:
    with a_sink(url) as sink:
        sink.start_run()
        sink.write([opening()])
    (run,) = rows(url, schema.runs)
    assert (run["ended"], run["counts"]) == (None, None)


def test_passwords_are_not_recorded(url: str) -> None:
    with a_sink(url, versions={"source": "https://reader:s3cret@feeds.example/x"}) as sink:
        sink.start_run()
        sink.end_run()
    (run,) = rows(url, schema.runs)
    assert run["versions"]["source"] == "https://reader:***@feeds.example/x"


def test_facts_outlive_the_sink_that_is_merely_closed(url: str) -> None:
    with a_sink(url) as sink:
        sink.write([opening()])  # without a run named: one is recorded
    assert len(rows(url, schema.runs)) == 1
    assert len(rows(url, schema.facts)) == 1


def test_outputs_load_like_the_run_itself(url: str, tmp_path: Path) -> None:
    results = [press(), opening("a1"), Processed(a_rejection())]
    write_outputs(tmp_path / "outputs", results)
    (tmp_path / "outputs" / "run.json").write_text('{"engine": "v1"}', encoding="utf-8")
    with a_sink(url, engine_version="load") as sink:
        sink.start_run()
        assert sink.load(tmp_path / "outputs").facts_added == 6
        sink.end_run()
    assert content(url) == afresh(tmp_path, results)


def test_a_refusal_under_the_id_of_an_article_of_the_run_leaves_it(
    url: str, tmp_path: Path
) -> None:
    # The same record twice: the second is refused under the id that both have.
    again = Processed(a_rejection("a1", "duplicate of a1"))
    others = [opening(f"b{n:03}") for n in range(BATCH)]
    alone = afresh(tmp_path, [opening("a1"), *others])
    for first, *rest in ([[opening("a1"), again], others], [[opening("a1")], others, [again]]):
        with a_sink(url) as sink:
            sink.start_run()
            sink.write(first)
            for batch in rest:
                sink.write(batch)
            # What is stored already is not written again, and not taken away.
            sink.write([again, opening("a1")], known={"a1"})
            sink.end_run()
        assert content(url) == alone
    refusals = [row["refusals"] for row in rows(url, schema.runs)]
    assert refusals == [{"duplicate of a1": 2}] * 2
    # In a run that does not read it, it is gone.
    store(url, again)
    assert not [row for row in rows(url, schema.facts) if row["article"] == "a1"]


def test_a_refusal_beside_an_article_of_its_id_is_loaded_with_it(url: str, tmp_path: Path) -> None:
    others = [opening(f"b{n:03}") for n in range(BATCH - 1)]
    for name, results in (
        ("after", [*others, opening("a1"), Processed(a_rejection("a1", "duplicate of a1"))]),
        ("before", [Processed(a_rejection("a1", "not French (en)")), opening("a1"), *others]),
    ):
        write_outputs(tmp_path / name, results)
        (tmp_path / name / "run.json").write_text('{"engine": "v1"}', encoding="utf-8")
        with a_sink(url) as sink:
            sink.start_run()
            sink.load(tmp_path / name)
            sink.end_run()
        assert content(url) == afresh(tmp_path, [opening("a1"), *others], name)


def test_facts_alone_load_without_their_texts(url: str, tmp_path: Path) -> None:
    write_outputs(tmp_path / "outputs", [opening("a1")])
    facts = tmp_path / "facts.jsonl"
    (tmp_path / "outputs" / "facts.jsonl").rename(facts)
    with a_sink(url) as sink:
        sink.load(facts)
    (article,) = rows(url, schema.articles)
    assert (article["article"], article["text"], article["sha256"]) == ("a1", None, None)
    assert len(rows(url, schema.facts)) == 1


def test_facts_alone_leave_a_known_article_as_it_is(url: str, tmp_path: Path) -> None:
    store(url, opening("a1"))
    write_outputs(tmp_path / "outputs", [opening("a1")])
    facts = tmp_path / "facts.jsonl"
    (tmp_path / "outputs" / "facts.jsonl").rename(facts)
    with a_sink(url) as sink:
        sink.load(facts)
    (article,) = rows(url, schema.articles)
    assert article["text"] == "Veltria ouvrira un bureau à Lyon."
    assert len(rows(url, schema.facts)) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"facts\.jsonl:2: not JSON"),
        ("[]", r"facts\.jsonl:2: not a JSON object"),
        ("{}", r"facts\.jsonl:2: no article named"),
        ('{"article": "x"}', r"facts\.jsonl:2: not a line of the output contract"),
    ],
)
def test_a_bad_line_is_named(sqlite: str, tmp_path: Path, line: str, message: str) -> None:
    write_outputs(tmp_path, [opening("a1")])
    with (tmp_path / "facts.jsonl").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with a_sink(sqlite) as sink, pytest.raises(StoreError, match=message):
        sink.load(tmp_path)


def test_nothing_to_load(sqlite: str, tmp_path: Path) -> None:
    with a_sink(sqlite) as sink, pytest.raises(StoreError, match="no facts to load"):
        sink.load(tmp_path)


def test_a_spool_file_reads_back(tmp_path: Path) -> None:
    results = (press(), opening("a1"), Processed(a_rejection("caf\udce9")))
    path = spool(tmp_path, results, engine_version="v7", versions={"model": "m"})
    batch = read_spool(path)
    assert batch.results == results
    assert (batch.engine_version, batch.versions) == ("v7", {"model": "m"})
    assert spooled(tmp_path) == [path]
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_pauses_grow_and_are_announced(tmp_path: Path) -> None:
    # A port that nothing listens on.
    url = resolve("postgresql+psycopg://u@127.0.0.1:1/x")
    said: list[str] = []
    slept: list[float] = []
    link = Link(url, retry=Retry(pauses=(1.0, 2.0, 4.0), sleep=slept.append), notify=said.append)
    with pytest.raises(Unavailable, match="given up after 4 tries"):
        link.prepare()
    assert slept == [1.0, 2.0, 4.0]
    assert said[0].startswith("postgresql://u@127.0.0.1:1/x: ")
    assert said[0].endswith("; trying again in 1 s")
    # Found down a moment ago: not asked at every batch.
    with pytest.raises(Unavailable, match="was down a moment ago"):
        link.prepare()
    assert len(slept) == 3


def test_default_pauses_grow() -> None:
    pauses = Retry().pauses
    assert list(pauses) == sorted(set(pauses))
    assert sum(pauses) > 20


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="folder cannot be made"):
        a_sink(f"sqlite:///{tmp_path}/file/facts.db")


def test_not_a_database(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    path.write_bytes(b"no database, some other file that is long enough to be looked at" * 20)
    with pytest.raises(StoreError, match="not a database"):
        a_sink(f"sqlite:///{path}").open()


def test_the_spool_names_no_database(tmp_path: Path) -> None:
    waiting = tmp_path / "spool"
    with a_sink("postgresql+psycopg://u@127.0.0.1:1/secret", spool=waiting) as sink:
        sink.write([opening(article) for article in ("a1", "a2")])
    (path,) = spooled(waiting)
    text = path.read_text(encoding="utf-8")
    assert "secret" not in text
    assert [json.loads(line)["article"]["article"] for line in text.splitlines()[1:]] == [
        *("a1", "a2"),
    ]


def test_an_article_id_is_never_sql(url: str) -> None:
    article = an_article("Rien.", id="'; DROP TABLE facts; --")
    store(url, Processed(article))
    with a_sink(url) as sink:
        assert sink.known([(article.id, article.sha256)]) == {article.id}
        assert sink.forget(article.id)
