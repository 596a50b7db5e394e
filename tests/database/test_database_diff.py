"""What differs between two runs, folders, files or databases."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import StoreError, UsageError
from pipeline.store.database.diff import diff, read_side
from pipeline.store.files import write_outputs
from pipeline.store.records import fact_record
from pipeline.store.sink import Processed
from tests.builders import a_fact, an_article
from tests.database.helpers import a_sink, opening, press, store


def _records(*results: Processed) -> list[dict[str, Any]]:
    return [fact_record(fact) for result in results for fact in result.facts]


def _edited(result: Processed, **changes: Any) -> Processed:
    return dataclasses.replace(
        result, facts=tuple(dataclasses.replace(fact, **changes) for fact in result.facts)
    )


def test_nothing_differs() -> None:
    found = diff(_records(press(), opening()), _records(opening(), press()))
    assert (found.gained, found.lost, found.changed, found.same) == ((), (), (), 6)


def test_gained_and_lost() -> None:
    found = diff(_records(opening("a1"), opening("a2")), _records(opening("a2"), opening("a3")))
    assert [record["article"] for record in found.gained] == ["a3"]
    assert [record["article"] for record in found.lost] == ["a1"]
    assert (found.changed, found.same) == ((), 1)


def test_changed_under_the_same_id() -> None:
    found = diff(_records(opening()), _records(_edited(opening(), confidence=0.4)))
    (change,) = found.changed
    assert change.fields == {"confidence": (0.9, 0.4)}


def test_changed_in_a_corrected_article() -> None:
    # Other text, so other ids and offsets: found again by the names of its arguments.
    found = diff(_records(opening()), _records(opening(verb="a ouvert")))
    (change,) = found.changed
    assert change.fields["attributes.status"] == ("planned", "opened")
    assert change.fields["arguments.place.start"] == (28, 29)
    assert (found.gained, found.lost) == ((), ())


def test_changed_argument_in_the_same_sentence() -> None:
    article = an_article("Veltria ouvrira un bureau à Lyon et à Lille.")
    one = Processed(article, (a_fact(article, company="Veltria", place="Lyon"),))
    other = Processed(article, (a_fact(article, company="Veltria", place="Lille"),))
    (change,) = diff(_records(one), _records(other)).changed
    assert change.fields["arguments.place.name"] == ("Lyon", "Lille")


def test_two_facts_of_a_sentence_are_not_guessed_to_be_one() -> None:
    article = an_article("Veltria ouvrira un bureau à Lyon, à Lille et à Brest.")
    facts = {
        place: a_fact(article, company="Veltria", place=place)
        for place in ("Lyon", "Lille", "Brest")
    }
    found = diff(
        _records(Processed(article, (facts["Lyon"],))),
        _records(Processed(article, (facts["Lille"], facts["Brest"]))),
    )
    assert (len(found.gained), len(found.lost), len(found.changed)) == (2, 1, 0)


def test_a_list_changes_as_a_whole() -> None:
    article = an_article("Orvani lève 3 millions auprès de Balto et de Ciel.")
    fewer = a_fact(article, "raises_funding", company="Orvani", investors=["Balto"])
    more = a_fact(article, "raises_funding", company="Orvani", investors=["Balto", "Ciel"])
    (change,) = diff([fact_record(fewer)], [fact_record(more)]).changed
    assert list(change.fields) == ["arguments.investors"]


@pytest.mark.parametrize("ignore", ["confidence", "rule"])
def test_ignored_fields_do_not_count(ignore: str) -> None:
    after = _edited(opening(), **{ignore: 0.1 if ignore == "confidence" else "x/y"})
    assert diff(_records(opening()), _records(after)).changed
    assert diff(_records(opening()), _records(after), ignore=[ignore]).same == 1


def test_an_ignored_field_takes_its_parts_along() -> None:
    found = diff(
        _records(opening()),
        _records(opening(verb="a ouvert")),
        ignore=["arguments", "evidence"],
    )
    (change,) = found.changed
    assert list(change.fields) == ["attributes.status"]


def test_folder_file_and_database_are_read_alike(url: str, tmp_path: Path) -> None:
    results = [press(), opening()]
    write_outputs(tmp_path / "out", results)
    store(url, *results)
    sides = [str(tmp_path / "out"), str(tmp_path / "out" / "facts.jsonl"), url]
    for side in sides:
        found = diff(_records(*results), read_side(side))
        assert (found.gained, found.lost, found.changed, found.same) == ((), (), (), 6)


def test_runs_remember_what_was_there(url: str) -> None:
    store(url, opening("a1", place="Lille"), opening("a2"))
    store(url, opening("a1", place="Lyon"), press())
    store(url, Processed(an_article("Rien.", id="a2")))
    by_run = [
        sorted((record["article"], record["relation"]) for record in read_side(run, db=url))
        for run in ("1", "2", "3")
    ]
    offices = [("a1", "opens_office"), ("a2", "opens_office")]
    assert by_run[0] == offices
    assert by_run[1] == sorted([*offices, *(("p1", f.relation) for f in press().facts)])
    assert by_run[2] == [pair for pair in by_run[1] if pair[0] != "a2"]
    found = diff(read_side("1", db=url), read_side("2", db=url))
    (lost,) = found.lost
    assert lost["arguments"]["place"]["name"] == "Lille"
    assert {record["article"] for record in found.gained} == {"a1", "p1"}
    last = diff(read_side("2", db=url), read_side("3", db=url))
    assert [record["article"] for record in last.lost] == ["a2"]


def test_a_forgotten_article_is_in_no_run(url: str) -> None:
    store(url, opening("a1", place="Lille"))
    store(url, opening("a1", place="Lyon"))
    with a_sink(url) as sink:
        sink.forget("a1")
    assert list(read_side("1", db=url)) == []


def test_what_one_run_replaces_itself_is_not_remembered(url: str) -> None:
    with a_sink(url) as sink:
        sink.start_run()
        sink.write([opening("a1", place="Lille")])
        sink.write([opening("a1", place="Lyon")])
        sink.end_run()
    (record,) = read_side("1", db=url)
    assert record["arguments"]["place"]["name"] == "Lyon"


def test_sides_that_are_none(tmp_path: Path, sqlite: str) -> None:
    with pytest.raises(UsageError, match="no file, no folder, no run"):
        read_side("nothing-here")
    with pytest.raises(UsageError, match="of which database"):
        read_side("12")
    with pytest.raises(StoreError, match="there is no database"):
        read_side("12", db=sqlite)
    store(sqlite, opening())
    with pytest.raises(UsageError, match="no run 12"):
        read_side("12", db=sqlite)
    with pytest.raises(StoreError, match="cannot be read"):
        list(read_side(str(tmp_path)))
