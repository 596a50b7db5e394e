"""Growth of time and memory: by number of articles, by length of one article, over a long run.

    python -m benchmarks.growth [--what articles length memory] [--articles 30000]

Every point runs in a fresh process on novel text (see :mod:`benchmarks.invented`), with one
worker, from a JSON lines file to written files and database. ``articles`` and ``length``
fit seconds = a * size ^ exponent on logarithms: 1 is linear. The model's loading is not in
them. ``memory`` is one run: resident memory after the first 1,000 articles and after every
500 more, and the peak. Results go to ``benchmarks/results/growth.json`` with a plot.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import math
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.invented import ROOT, Inventor, folder_of_texts

RESULTS = ROOT / "benchmarks" / "results"
ARTICLES = (30, 100, 300, 1000, 3000)
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 980_000)
#: Bytes of an article where their number grows.
SHORT = 1_000
#: The first articles fill caches of bounded size: growth counts from here.
WARM = 1_000
STEP = 500


def resident() -> float:
    """Return this process's resident memory in MB, as the kernel counts it now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak() -> float:
    """Return the most resident memory this process ever had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def measure(articles: int, size: int, folder: Path, *, sample: bool) -> dict[str, Any]:
    """Run over novel articles in this process; seconds without loading, memory in MB."""
    import pipeline.extractor
    from pipeline.config import Config
    from pipeline.run import run
    from pipeline.store.sink import Processed

    with tempfile.TemporaryDirectory() as scratch:
        source, out = Path(scratch, "novel.jsonl"), Path(scratch, "out")
        warm = Path(scratch, "warm.jsonl")
        Inventor(folder).write(source, articles, size)
        config = Config()
        # Loading is no part of what grows, nor patterns and tables made at their first use.
        ready = pipeline.extractor.Extractor(config)
        pipeline.extractor.Extractor = lambda _: ready  # type: ignore
        Inventor(folder, seed=1).write(warm, 30, SHORT)
        run([str(warm)], Path(scratch, "warm-out"), config)
        gc.collect()
        ctypes.CDLL(None).malloc_trim(0)
        loaded = resident()
        samples: list[tuple[int, float]] = []
        done = 0

        def progress(_: Processed) -> None:
            nonlocal done
            done += 1
            if sample and (done == WARM or (done > WARM and done % STEP == 0)):
                samples.append((done, resident()))

        started, cpu = time.perf_counter(), time.process_time()
        report = run([str(source)], out, config, progress=progress)
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
        if report.articles != articles:
            raise SystemExit(f"{articles - report.articles} refused: {report.refused[:3]}")
        return {
            "articles": articles,
            "bytes": source.stat().st_size,
            "seconds": seconds,
            "cpu_seconds": cpu,
            "facts": report.facts.total(),
            "loaded_mb": loaded,
            "peak_mb": peak(),
            "samples": samples,
        }


def child(articles: int, size: int, folder: Path, *, sample: bool = False) -> dict[str, Any]:
    """Run :func:`measure` in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.growth", "--child", str(articles), str(size)]
    command += ["--texts", str(folder), *(["--sample"] if sample else [])]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, env=environment
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(
        f"{found['articles']:7} articles of {size:9,} bytes: {found['cpu_seconds']:8.2f} CPU s, "
        f"{found['bytes'] / found['cpu_seconds'] / 1e3:7.1f} kB/s, "
        f"peak {found['peak_mb']:5.0f} MB, {found['facts']} facts",
        flush=True,
    )
    return found


def exponent(points: list[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line through the logarithms of points."""
    xs, ys = [math.log(x) for x, _ in points], [math.log(y) for _, y in points]
    return statistics.linear_regression(xs, ys).slope


def grown(samples: list[tuple[int, float]]) -> dict[str, float]:
    """Return what resident memory gained from the first sample on, in MB.

    ``mb`` compares the medians of the first and the last five samples: one sample depends
    on where a batch of articles stands.
    """
    first = statistics.median(mb for _, mb in samples[:5])
    last = statistics.median(mb for _, mb in samples[-5:])
    over = samples[-1][0] - samples[0][0]
    return {"mb": last - first, "articles": over, "mb_per_30000": (last - first) / over * 30_000}


def main() -> None:
    """Measure what is asked for, print, write and plot; what is not asked for stays as it was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--what", nargs="+", default=["articles", "length", "memory"])
    parser.add_argument("--articles", type=int, default=30_000, help="of the memory run")
    parser.add_argument("--most", type=int, default=max(ARTICLES), help="of the run by number")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--texts", type=Path, default=folder_of_texts())
    parser.add_argument("--results", type=Path, default=RESULTS / "growth.json")
    parser.add_argument("--docs", type=Path, help="write the tables into this page, too")
    parser.add_argument("--child", nargs=2, type=int, help=argparse.SUPPRESS)
    parser.add_argument("--sample", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        found = measure(*options.child, options.texts, sample=options.sample)
        print(json.dumps(found))
        return
    report: dict[str, Any] = {}
    if options.results.exists():
        report = json.loads(options.results.read_text(encoding="utf-8"))
    report |= {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "python": platform.python_version(),
        "texts": options.texts.name,
    }
    if "articles" in options.what:
        sizes = [(number, SHORT) for number in ARTICLES if number <= options.most]
        report["articles"] = series(sizes, options, "articles")
    if "length" in options.what:
        report["length"] = series([(1, size) for size in LENGTHS], options, "bytes")
    if "memory" in options.what:
        found = child(options.articles, SHORT, options.texts, sample=True)
        report["memory"] = found | {"growth": grown(found["samples"])}
        print({name: round(value, 1) for name, value in report["memory"]["growth"].items()})
    options.results.parent.mkdir(exist_ok=True)
    options.results.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    plot(report, options.results.with_suffix(".png"))
    text = table(report)
    print(text)
    if options.docs is not None:
        from pipeline.store.database.docs import replace_section

        page = options.docs.read_text(encoding="utf-8")
        options.docs.write_text(replace_section(page, "growth", text), encoding="utf-8")


def table(report: dict[str, Any]) -> str:
    """Return what the report holds as Markdown."""
    lines: list[str] = []
    for by, title in (("articles", "articles of 1 kB"), ("length", "bytes of one article")):
        if by not in report:
            continue
        points = report[by]["points"]
        lines += [
            f"| {title} | CPU s | kB/s | peak MB | facts |",
            "| ---: | ---: | ---: | ---: | ---: |",
        ]
        for point in points:
            size = point["articles"] if by == "articles" else point["bytes"]
            speed = point["bytes"] / point["cpu_seconds"] / 1e3
            lines.append(
                f"| {size:,.0f} | {point['cpu_seconds']:.2f} | {speed:.1f} "
                f"| {point['peak_mb']:.0f} | {point['facts']:.0f} |"
            )
        lines += [
            "",
            f"Fitted on logarithms: seconds ~ size ^ {report[by]['exponent']:.2f}, over the "
            f"largest three ^ {report[by]['exponent_of_largest']:.2f}.",
            "",
        ]
    if "memory" in report:
        memory = report["memory"]
        growth = memory["growth"]
        lines += [
            f"Over {growth['articles']:,.0f} novel articles after the first {WARM:,} resident "
            f"memory grew by {growth['mb']:.0f} MB ({growth['mb_per_30000']:.0f} MB for 30,000); "
            f"the peak was {memory['peak_mb']:.0f} MB.",
            "",
        ]
    lines.append(f"One worker; {report['machine']}, Python {report['python']}.")
    return "\n".join(lines)


def series(sizes: list[tuple[int, int]], options: argparse.Namespace, by: str) -> dict[str, Any]:
    """Measure every size ``repeats`` times, in turn; medians and the fitted exponent."""
    found: dict[tuple[int, int], list[dict[str, Any]]] = {pair: [] for pair in sizes}
    for _ in range(options.repeats):
        for pair in sizes:
            found[pair].append(child(*pair, options.texts))
    points = [
        {key: statistics.median(one[key] for one in runs) for key in runs[0] if key != "samples"}
        for runs in found.values()
    ]
    # A run has fixed costs (tables made, files switched): they flatten the small end.
    slope = exponent([(point[by], point["cpu_seconds"]) for point in points])
    large = exponent([(point[by], point["cpu_seconds"]) for point in points[-3:]])
    print(f"time by {by}: exponent {slope:.3f}, of the largest three {large:.3f}")
    return {"points": points, "exponent": slope, "exponent_of_largest": large}


def plot(report: dict[str, Any], path: Path) -> None:
    """Draw what the report holds, where matplotlib is installed."""
    try:
        import matplotlib as mpl
    except ImportError:
        return
    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(1, 3, figsize=(12, 3.6))
    for place, (by, unit) in zip(
        axes, (("articles", "articles"), ("length", "bytes of one article")), strict=False
    ):
        if by in report:
            points = report[by]["points"]
            xs = [point["articles" if by == "articles" else "bytes"] for point in points]
            ys = [point["cpu_seconds"] for point in points]
            place.loglog(xs, ys, "o", color="#4c6a92")
            linear = [ys[-1] * x / xs[-1] for x in xs]
            place.loglog(xs, linear, color="black", linewidth=0.8, label="linear")
            place.set_title(f"exponent {report[by]['exponent']:.2f}")
            place.set_ylabel("CPU seconds")
            place.set_xlabel(unit)
            place.legend()
    if "memory" in report:
        axes[2].plot(*zip(*report["memory"]["samples"], strict=True), color="#4c6a92")
        axes[2].set_ylim(bottom=0)
        axes[2].set_xlabel("novel articles read")
        axes[2].set_ylabel("resident MB")
        axes[2].set_title(f"{report['memory']['growth']['mb']:+.0f} MB")
    figure.tight_layout()
    figure.savefig(path, dpi=120)


if __name__ == "__main__":
    main()
