"""The command line as a person meets it: subprocesses, exit codes, one clear sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _depeche(*arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    "command", ["extract", "rules", "explain", "evaluate", "load", "forget", "watch", "diff"]
)
def test_help_shows_an_example(command: str) -> None:
    done = _depeche(command, "--help")
    assert done.returncode == 0
    assert f"Example: depeche {command}" in " ".join(done.stdout.split())


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv=['depeche','--help']\n"
        "from pipeline.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy={'spacy','pandas','numpy','sqlalchemy','trafilatura'} & set(sys.modules)\n"
        "print('HEAVY', sorted(heavy))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert "HEAVY []" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("extract", "nowhere/at/all"), 2, "nowhere/at/all"),
        (("extract", "corpus/sample", "--date", "soon"), 2, "--date soon is no date"),
        (("extract", "corpus/sample", "--format", "xml"), 2, "--format is files or jsonl"),
        (("extract", "corpus/sample/txt", "--rules", "nowhere"), 2, "is not a folder"),
        (("rules", "marries"), 2, "no relation named marries"),
    ],
)
def test_errors_are_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    out = ("--out", str(tmp_path)) if arguments[0] == "extract" else ()
    done = _depeche(*arguments, *out)
    assert done.returncode == code
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.model
def test_standard_input_to_json_lines() -> None:
    done = _depeche(
        "extract", "-", "--format", "jsonl", text="Norlys ouvre un bureau à Nantes et à Lille."
    )
    assert done.returncode == 0, done.stderr
    facts = [json.loads(line) for line in done.stdout.splitlines()]
    assert {f["arguments"]["place"]["name"] for f in facts} == {"Nantes", "Lille"}
    assert all(f["arguments"]["place"]["entity_id"].startswith("geonames:") for f in facts)


@pytest.mark.model
def test_explain_names_the_rule_that_fired() -> None:
    done = _depeche("explain", "Norlys a racheté Kalio.")
    assert "FIRED acquires/active" in done.stdout
    assert "acquirer=Norlys" in done.stdout
