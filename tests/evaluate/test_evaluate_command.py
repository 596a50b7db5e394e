"""``depeche evaluate`` on given facts: output, files, comparison, gate, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from gold_builders import told
from typer.testing import CliRunner, Result

from pipeline.cli.evaluate import evaluate
from pipeline.errors import UsageError

OFFICE = {"type": "office", "company": "Acme", "place": "Lyon", "evidence": [0, 15]}


def command(*arguments: str | Path) -> Result:
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, [str(one) for one in arguments])


def write_facts(path: Path, *facts: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(fact) + "\n" for fact in facts), "utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "dev"
    folder.mkdir()
    for article in ("d001", "e001"):
        (folder / f"{article}.txt").write_text("Acme ouvre à Lyon.", "utf-8")
        record = {"id": article, "facts": [OFFICE]}
        (folder / f"{article}.json").write_text(json.dumps(record), "utf-8")
    return folder


RIGHT = told("opens_office", company="Acme", place="Lyon")
WRONG = told("opens_office", company="Acme", place="Lille")


def test_scores_are_printed_and_written(gold: Path, tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "facts.jsonl", RIGHT)
    out = tmp_path / "out"
    result = command(gold, "--facts", facts, "--out", out)
    assert result.exit_code == 0, result.output
    assert "plain, strict" in result.output
    written = {path.name for path in out.iterdir()}
    assert written == {
        "report.json", "misses.jsonl", "false_alarms.jsonl", "facts.jsonl",
        "scores.png", "reliability.png", "curve.png", "losses.png",
    }  # fmt: skip
    report = json.loads((out / "report.json").read_text("utf-8"))
    assert report["scores"]["strict"]["plain"]["all"]["f1"] == 1
    assert report["scores"]["strict"]["elaborate"]["all"]["f1"] == 0


def test_compare_reads_the_folder_before_it_is_replaced(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = write_facts(tmp_path / "first.jsonl", WRONG)
    command(gold, "--facts", first, "--out", out, "--no-plots")
    second = write_facts(tmp_path / "second.jsonl", RIGHT)
    result = command(gold, "--facts", second, "--out", out, "--no-plots", "--compare", out)
    assert "gained 1, lost 0, false alarms: 0 new, 1 gone" in result.output


def test_gate_pins_fails_and_lowers_by_flag_alone(gold: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    good = write_facts(tmp_path / "good.jsonl", RIGHT)
    poor = write_facts(tmp_path / "poor.jsonl", RIGHT, WRONG)

    def run(facts: Path, *flags: str) -> Result:
        out = tmp_path / "out"
        return command(
            gold, "--facts", facts, "--out", out, "--no-plots", "--baseline", baseline, *flags
        )

    unpinned = run(good, "--gate")
    assert unpinned.exit_code == 1
    assert "not pinned" in unpinned.output
    assert run(good, "--update-baseline").exit_code == 0
    assert run(good, "--gate").exit_code == 0
    fallen = run(poor, "--gate")
    assert fallen.exit_code == 1
    assert "plain all precision: 0.5000, pinned at 1.0000" in fallen.output
    refused = run(poor, "--update-baseline")
    assert isinstance(refused.exception, UsageError)
    assert run(good, "--gate").exit_code == 0
    assert run(poor, "--update-baseline", "--allow-lower").exit_code == 0
    assert run(poor, "--gate").exit_code == 0
    (gold / "e001.txt").write_text("Acme ouvre à Lyon !", "utf-8")
    changed = run(good, "--gate")
    assert changed.exit_code == 1
    assert "has changed" in changed.output


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--allow-lower",), "--update-baseline"),
        (("--half", "a", "--gate"), "--half"),
    ],
)
def test_contradicting_flags_are_refused(
    gold: Path, tmp_path: Path, flags: tuple[str, ...], message: str
) -> None:
    facts = write_facts(tmp_path / "facts.jsonl", RIGHT)
    result = command(gold, "--facts", facts, "--out", tmp_path / "out", *flags)
    assert isinstance(result.exception, UsageError)
    assert message in str(result.exception)
    assert not (tmp_path / "out").exists()


def test_facts_of_other_articles_are_refused(gold: Path, tmp_path: Path) -> None:
    facts = write_facts(tmp_path / "facts.jsonl", {**RIGHT, "article": "x999"})
    result = command(gold, "--facts", facts, "--out", tmp_path / "out")
    assert isinstance(result.exception, UsageError)
    assert "no fact" in str(result.exception)
