"""The report over a small corpus, its lists and its plots."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gold_builders import gold, told

from pipeline.evaluate.bootstrap import intervals
from pipeline.evaluate.compare import compare
from pipeline.evaluate.details import role_code_accuracy, rule_records, time_accuracy
from pipeline.evaluate.gold import read_jsonl
from pipeline.evaluate.match import match_corpus
from pipeline.evaluate.plots import draw
from pipeline.evaluate.report import Evaluation, evaluate, write_report
from pipeline.evaluate.run_files import RunFiles, read_run
from pipeline.evaluate.stages import losses
from pipeline.evaluate.summary import summary
from pipeline.evaluate.tally import Tally, attribute_accuracy, entity_tally, tally

OFFICE = {
    "type": "office",
    "company": "Acme",
    "place": "Lyon",
    "kind": "office",
    "status": "opened",
    "when": "en mars 2020",
    "evidence": [0, 20],
}
ROLE = {"type": "role", "person": "Ada Roux", "role": "PDG", "company": "Acme", "status": "current"}
ENTITIES = {"ORG": ["Acme"], "PER": ["Ada Roux"], "LOC": ["Lyon"]}
TEXT = "Acme ouvre à Lyon.\nAda Roux, PDG d'Acme."


def corpus() -> tuple[Any, ...]:
    return (
        gold(OFFICE, ROLE, article="e001", text=TEXT, entities=ENTITIES),
        gold(OFFICE, article="d002", text=TEXT, entities=ENTITIES),
    )


def run(*facts: dict[str, Any], entities: tuple[dict[str, Any], ...] | None = None) -> RunFiles:
    return RunFiles(facts, entities, frozenset(), Path("facts.jsonl"))


def entity(text: str, label: str, article: str = "e001") -> dict[str, Any]:
    return {"article": article, "text": text, "label": label, "name": text}


FACTS = (
    told("opens_office", company="Acme", place="Lyon", kind="lab", status="opened"),
    told("opens_office", company="Acme", place="Lille", evidence=("À Lille.", 0, 8)),
)


def test_tally_rates() -> None:
    one = Tally(tp=3, fp=1, fn=2)
    assert (one.precision, one.recall, one.f1) == (0.75, 0.6, pytest.approx(2 / 3))
    assert Tally() + one == one
    assert Tally(fn=2).f1 == 0


def test_tally_per_relation_adds_up() -> None:
    matches = match_corpus(corpus(), FACTS, "strict")
    assert tally(matches) == Tally(1, 1, 2)
    assert tally(matches, "opens_office") == Tally(1, 1, 1)
    assert tally(matches, "holds_role") == Tally(0, 0, 1)


def test_accuracies_on_the_matched() -> None:
    matches = match_corpus(corpus(), FACTS, "strict")
    assert attribute_accuracy(matches, "status") == (1, 1)
    assert attribute_accuracy(matches, "kind") == (0, 1)
    assert attribute_accuracy(matches, "kind", "holds_role") == (0, 0)


def test_entities_are_scored_as_distinct_forms_per_text() -> None:
    entities = (
        entity("Acme", "ORG"),
        entity("Acme", "ORG"),
        entity("Lyon", "ORG"),
        entity("Lyon", "LOC", "d002"),
    )
    documents = corpus()
    assert entity_tally(documents, entities, "ORG") == Tally(1, 1, 1)
    assert entity_tally(documents, entities, "LOC") == Tally(1, 0, 1)
    assert entity_tally(documents, entities) == Tally(2, 1, 4)


def test_time_words_and_order() -> None:
    def accuracy(time: dict[str, Any] | None) -> tuple[int, ...]:
        fact = told("opens_office", company="Acme", place="Lyon", time=time)
        found = time_accuracy(match_corpus(corpus()[:1], [fact], "strict"))
        return found.judged, found.told, found.agreeing, found.resolved, found.disordered

    march = {"text": "mars 2020", "start": "2020-03-01", "end": "2020-03-31"}
    assert accuracy(march) == (1, 1, 1, 1, 0)
    assert accuracy({**march, "start": None, "end": None}) == (1, 1, 1, 0, 0)
    assert accuracy({**march, "text": "hier"}) == (1, 1, 0, 0, 0)
    assert accuracy({**march, "end": "2019-03-31"}) == (1, 1, 1, 1, 1)
    assert accuracy({**march, "end": "mars"}) == (1, 1, 1, 1, 1)
    assert accuracy(None) == (1, 0, 0, 0, 0)


def test_role_codes_are_judged_where_the_gold_words_have_one() -> None:
    def fact(code: str) -> dict[str, Any]:
        return told("holds_role", person="Ada Roux", company="Acme", role="PDG", role_code=code)

    def accuracy(code: str, known: dict[str, str]) -> tuple[int, int]:
        return role_code_accuracy(match_corpus(corpus(), [fact(code)], "strict"), known.get)

    assert accuracy("ceo", {"PDG": "ceo"}) == (1, 1)
    assert accuracy("cto", {"PDG": "ceo"}) == (0, 1)
    assert accuracy("ceo", {}) == (0, 0)


def test_rules_are_listed_with_the_texts_they_fired_on() -> None:
    more = {**FACTS[0], "article": "d002"}
    records = rule_records(match_corpus(corpus(), (*FACTS, more), "strict"))
    assert [(one.rule, one.right, one.wrong, one.articles) for one in records] == [
        ("opens_office/test", 2, 1, 2)
    ]


def stage_of(*facts: dict[str, Any], entities: tuple[dict[str, Any], ...]) -> list[str]:
    matches = match_corpus([gold(ROLE, text=TEXT)], facts, "strict")
    return list(losses(matches, entities)["all"])


def test_each_stage_of_loss() -> None:
    both = (entity("Acme", "ORG"), entity("Ada Roux", "PER"))
    assert stage_of(entities=both[:1]) == ["no entity"]
    assert stage_of(entities=(both[0], entity("Ada Roux", "ORG"))) == ["wrong type"]
    assert stage_of(entities=both) == ["no rule"]
    wrong_value = told("holds_role", person="Ada Roux", company="Acme", role="avocate")
    assert stage_of(wrong_value, entities=both) == ["wrong value"]
    document = gold({**ROLE, "evidence": [19, 40]}, text=TEXT)
    near = told(
        "holds_role", person="Ada Roux", company="Zenith", role="PDG", evidence=("x", 20, 30)
    )
    far = {**near, "evidence": {"text": "x", "start": 0, "end": 10}}
    for fact, stage in ((near, "wrong argument"), (far, "no rule")):
        assert list(losses(match_corpus([document], [fact], "strict"), both)["all"]) == [stage]
    refused = losses(match_corpus([document], [], "strict"), both, frozenset({"e001"}))
    assert refused["holds_role"] == {"refused": 1}


def test_sister_relation_is_a_loss_of_its_own() -> None:
    based = told("based_in", company="Acme", place="Lyon")
    counts = losses(match_corpus(corpus()[1:], [{**based, "article": "d002"}], "strict"), None)
    assert counts["opens_office"] == {"sister": 1}


def test_intervals_are_seeded_and_hold_the_estimate() -> None:
    documents = [gold(OFFICE, article=f"e{number:03d}") for number in range(20)]
    facts = [
        told("opens_office", article=f"e{number:03d}", company="Acme", place=place)
        for number, place in enumerate(["Lyon"] * 15 + ["Lille"] * 5)
    ]
    matches = match_corpus(documents, facts, "strict")
    found = intervals(matches, seed=1)
    assert found == intervals(matches, seed=1) != intervals(matches, seed=2)
    low, high = found["precision"] or (1, 0)
    assert 0.5 < low < 0.75 < high < 1
    assert intervals(matches, "founded")["f1"] is None
    assert intervals([])["f1"] is None


def evaluated() -> Evaluation:
    entities = (entity("Acme", "ORG"), entity("Ada Roux", "PER"), entity("Lyon", "LOC"))
    return evaluate(
        corpus(), run(*FACTS, entities=entities), corpus="dev", corpus_sha256="00", resamples=50
    )


def test_report_holds_every_figure() -> None:
    report = evaluated().report
    assert report["scores"]["strict"]["all"]["all"]["f1"] == pytest.approx(0.4)
    assert set(report["scores"]["strict"]) == {"all", "plain", "elaborate"}
    assert report["scores"]["strict"]["elaborate"]["opens_office"]["fn"] == 1
    assert report["entities"]["plain"]["all"]["f1"] == 1
    assert report["losses"]["plain"]["all"]["no rule"] == 1
    assert report["losses"]["elaborate"]["all"]["no entity"] == 1
    assert report["accuracies"]["all"]["kind"] == {"right": 0, "judged": 1, "accuracy": 0.0}
    assert report["calibration"]["ece_mass"] == pytest.approx(0.4)
    assert len(report["calibration"]["curve"]) == 20
    halves = report["halves"]
    assert halves["a"]["all"]["tp"] + halves["b"]["all"]["tp"] == 1


def test_report_is_written_and_read_again(tmp_path: Path) -> None:
    evaluation = evaluated()
    write_report(evaluation, tmp_path)
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == json.loads(
        json.dumps(evaluation.report)
    )
    misses = list(read_jsonl(tmp_path / "misses.jsonl"))
    assert [(row["article"], row["stage"]) for row in misses] == [
        ("e001", "no rule"),
        ("d002", "no entity"),
    ]
    assert misses[1]["sentence"] == "Acme ouvre à Lyon. A"
    alarms = list(read_jsonl(tmp_path / "false_alarms.jsonl"))
    assert [(row["rule"], row["sentence"]) for row in alarms] == [("opens_office/test", "À Lille.")]
    assert read_run(tmp_path).facts == evaluation.run.facts


def test_summary_names_every_manner_and_relation() -> None:
    text = "\n".join(summary(evaluated()))
    for part in ("plain, strict", "elaborate, strict", "holds_role", "lost at: no entity 1"):
        assert part in text


def test_plots_are_drawn_and_repeat_byte_for_byte(tmp_path: Path) -> None:
    report = evaluated().report
    first, second = draw(report, tmp_path / "1"), draw(report, tmp_path / "2")
    names = {"scores.png", "reliability.png", "curve.png", "losses.png"}
    assert {path.name for path in first} == names
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes()
        assert one.read_bytes().startswith(b"\x89PNG")


def test_compare_shows_what_changed() -> None:
    role = told("holds_role", person="Ada Roux", company="Acme", role="PDG")
    difference = compare(corpus(), FACTS, (role, {**FACTS[1], "rule": "another"}))
    assert [gold.relation for gold, _ in difference.gained] == ["holds_role"]
    assert [gold.relation for gold, _ in difference.lost] == ["opens_office"]
    assert difference.new_false_alarms == difference.gone_false_alarms == ()
    lines = compare(corpus(), FACTS, FACTS[:1]).lines()
    assert lines[0] == "gained 0, lost 0, false alarms: 0 new, 1 gone"
    assert lines[1].startswith("FALSE- e001 opens_office(Acme · Lille)")
