"""Where a run's time goes: a flame graph and a table of the stages.

    python -m benchmarks.profile [--texts FOLDER] [--limit 400] [--out outputs/profile]

py-spy looks at a whole ``run`` from outside, some hundred times a second, twice: once for
``flame.svg`` (open it in a browser, click to zoom), once for the stacks of which
``stages.md`` and ``stages.json`` are counted. A sample belongs to the innermost function of
a stage, so time in spaCy, numpy or SQLite counts for the stage that called it. Starting
(imports, model, lexicon, rules) is a row of its own and not part of the shares. The texts
are read for the first time in their process, as in a day's work.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.invented import ROOT, files, folder_of_texts

#: Samples per second; a multiple of nothing that the program itself does.
RATE = 211
#: Path below ``pipeline/`` -> stage. The longest that fits decides; files that are not
#: listed (lexicon, French, values) serve all stages and count for the one that calls.
STAGES = {
    "load/": "load",
    "annotate/": "annotate: other",
    "annotate/language": "annotate: model",
    "annotate/segment": "annotate: sentences",
    "annotate/names": "annotate: names",
    "annotate/candidates": "annotate: names",
    "annotate/evidence": "annotate: names",
    "annotate/acronyms": "annotate: names",
    "annotate/clues": "annotate: names",
    "annotate/units": "annotate: units",
    "annotate/dates": "annotate: amounts and dates",
    "annotate/date_": "annotate: amounts and dates",
    "annotate/money": "annotate: amounts and dates",
    "annotate/discourse": "discourse",
    "annotate/anaphors": "discourse",
    "annotate/pronouns": "discourse",
    "annotate/salience": "discourse",
    "annotate/memory": "discourse",
    "annotate/grammar": "discourse",
    "extract/": "extract",
    "normalise/": "normalise",
    "store/": "store",
    "filling": "store",
    "previous": "store",
    "uptodate": "store",
    "run": "other",
    "ordered": "other",
    "workers": "other",
    "extractor": "other",
}
ORDER = tuple(dict.fromkeys(STAGES.values()))
#: What the issue of speed sets against annotation: everything after the names are found.
AFTER = ("discourse", "extract", "normalise", "store")
_START = "start"
#: Functions whose callees load what a process needs once.
_STARTING = (
    "load_model (",
    "load_lexicon (",
    "load_relations (",
    "Extractor.__init__",
    "<module> (",
)
_FRAME = re.compile(r"^(?P<name>.*) \((?P<file>.*?)(?::\d+)?\)$")


def stage_of(stack: str) -> str:
    """Return the stage of a folded stack (outermost frame first)."""
    frames = stack.split(";")
    inside = next((i for i, frame in enumerate(frames) if frame.startswith("run (")), None)
    if inside is None:
        return _START
    for frame in reversed(frames[inside:]):
        if frame.startswith(_STARTING) or (
            frame.startswith("__init__ (") and "extractor.py" in frame
        ):
            return _START
    for frame in reversed(frames[inside:]):
        found = _FRAME.match(frame)
        path = found["file"].rpartition("/pipeline/")[2] if found else ""
        if found and "/pipeline/" in found["file"]:
            fitting = [prefix for prefix in STAGES if path.startswith(prefix)]
            if fitting:
                return STAGES[max(fitting, key=len)]
    return "other"


def count(lines: Iterable[str]) -> Counter[str]:
    """Count the samples of each stage in py-spy's raw format: a folded stack, a number."""
    samples: Counter[str] = Counter()
    for line in lines:
        stack, _, number = line.rpartition(" ")
        samples[stage_of(stack)] += int(number)
    return samples


def shares(samples: Mapping[str, int]) -> dict[str, float]:
    """Return the share of each stage in a run without its start."""
    total = sum(number for stage, number in samples.items() if stage != _START)
    return {stage: samples.get(stage, 0) / total for stage in ORDER}


def after_annotation(share: Mapping[str, float]) -> float:
    """Return discourse, rules, normalisation and writing as a share of the rest of annotation."""
    annotation = sum(value for stage, value in share.items() if stage.startswith("annotate"))
    return sum(share[stage] for stage in AFTER) / annotation


def record(arguments: list[str], target: Path, *, form: str) -> None:
    """Run one ``--child`` under py-spy and write what it saw."""
    tool = Path(sys.executable).with_name("py-spy")
    if not tool.exists():
        raise SystemExit("py-spy is missing: make setup installs it")
    command = [str(tool), "record", "--rate", str(RATE), "--format", form, "--output", str(target)]
    command += ["--full-filenames", "--", sys.executable, "-m", "benchmarks.profile", "--child"]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        command + arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode or not target.exists():
        raise SystemExit(f"py-spy failed:\n{done.stderr.strip()}")


def measure(texts: Path, limit: int) -> Counter[str]:
    """Return the samples of each stage in one run over the first ``limit`` texts of a folder."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch, "stacks.txt")
        record([str(texts), str(limit)], target, form="raw")
        return count(target.read_text(encoding="utf-8").splitlines())


def table(samples: Mapping[str, int]) -> str:
    """Return stages and shares as a Markdown table."""
    share = shares(samples)
    rows = ["| stage | share of a run |", "| --- | ---: |"]
    rows += [f"| {stage} | {share[stage]:.1%} |" for stage in ORDER]
    total = sum(samples.values()) - samples.get(_START, 0)
    rows += [
        "",
        f"{total:,} samples at {RATE} a second. Discourse, rules, normalisation and writing take "
        f"{after_annotation(share):.1%} of the time of the rest of annotation.",
    ]
    return "\n".join(rows)


def main() -> None:
    """Profile, print the table, write table and flame graph."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=folder_of_texts())
    parser.add_argument("--limit", type=int, default=400)
    parser.add_argument("--out", type=Path, default=ROOT / "outputs" / "profile")
    parser.add_argument("--docs", type=Path, help="write the table into this page, too")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _run(Path(options.child[0]), int(options.child[1]))
        return
    samples = measure(options.texts, options.limit)
    text = table(samples)
    print(text)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "stages.md").write_text(text + "\n", encoding="utf-8")
    report = {"samples": dict(samples), "shares": shares(samples)}
    (options.out / "stages.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    flame = options.out / "flame.svg"
    record([str(options.texts), str(options.limit)], flame, form="flamegraph")
    print(f"flame graph: {flame}")
    if options.docs is not None:
        from pipeline.store.database.docs import replace_section

        page = options.docs.read_text(encoding="utf-8")
        options.docs.write_text(replace_section(page, "stages", text), encoding="utf-8")


def _run(texts: Path, limit: int) -> None:
    from pipeline.config import Config
    from pipeline.run import run

    inputs = [str(file) for file in files(texts, limit)]
    with tempfile.TemporaryDirectory() as out:
        run(inputs, Path(out), Config())


if __name__ == "__main__":
    main()
