"""What Spark adds to the pipeline: processor time per article, memory per worker, start-up.

    python -m benchmarks.cluster [--articles 800] [--size 2500] [--cores 1 2]

The same novel articles (:mod:`benchmarks.invented`) go through the ordinary loop in one process
and through ``depeche spark`` on executors of this machine. Processor time is summed over all
processes, Java's apart from Python's: unlike wall-clock time it means something on a busy
machine. Memory is the proportional set size, in which shared pages count once. Results go to
``benchmarks/results/cluster.json``; ``docs/scale.md`` counts with them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.invented import Inventor, folder_of_texts

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
_TICK = os.sysconf("SC_CLK_TCK")
_STEPS = ("plain", "spark")


def descendants(root: int) -> list[int]:
    """All processes below one, itself included."""
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    found, grew = {root}, True
    while grew:
        more = {pid for pid, parent in parents.items() if parent in found} - found
        found, grew = found | more, bool(more)
    return sorted(found)


class Watch:
    """Processor seconds and memory of the processes below one, as last and at most seen."""

    def __init__(self) -> None:
        self._seconds: dict[int, tuple[str, float]] = {}
        self.peak: dict[str, float] = {}
        """Megabytes of the kinds of process, at the moment of the most."""
        self.workers: list[float] = []
        """Megabytes that each Python worker has for itself, at that moment."""

    def look(self, root: int, *, memory: bool) -> None:
        """Take the figures of this moment; ``memory`` takes longer."""
        now: dict[str, float] = {}
        own: list[float] = []
        for pid in descendants(root):
            try:
                command = Path(f"/proc/{pid}/cmdline").read_bytes()
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                if not command:
                    # On its way out: its last figures stand.
                    continue
                kind = "java" if b"java" in command.split(b"\0")[0] else "python"
                # Spark's own processes name the daemon among their options.
                if kind == "python" and b"pipeline.cluster.daemon" in command:
                    kind = "workers"
                self._seconds[pid] = kind, (int(fields[11]) + int(fields[12])) / _TICK
                if memory:
                    told = dict(_sizes(pid))
                    now[kind] = now.get(kind, 0) + told["Pss"]
                    if kind == "workers":
                        own.append(told["Private_Clean"] + told["Private_Dirty"])
            except (OSError, KeyError, ValueError):
                continue
        if sum(now.values()) > sum(self.peak.values()):
            self.peak = now
            # The least of them is the daemon, which has handed its pages on.
            self.workers = sorted(own)

    def seconds(self, kind: str) -> float:
        """Processor seconds of all processes of a kind."""
        return sum(seconds for one, seconds in self._seconds.values() if one == kind)

    def by_process(self, kind: str) -> list[float]:
        """Processor seconds of each process of a kind, by their ids."""
        return [seconds for _, (one, seconds) in sorted(self._seconds.items()) if one == kind]


def _sizes(pid: int) -> Iterator[tuple[str, float]]:
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, value = line.split(":")
        yield name, int(value.split()[0]) / 1024


def plain(source: Path) -> dict[str, float]:
    """The ordinary loop: processor seconds of loading the model, and of the articles."""
    from pipeline.config import Config
    from pipeline.extractor import Extractor
    from pipeline.load import load
    from pipeline.types import Article

    extractor = Extractor(Config())
    loaded = time.process_time()
    articles = [item for item in load([str(source)]) if isinstance(item, Article)]
    facts = sum(len(item.facts) for item in extractor.process(articles))
    return {"load": loaded, "articles": time.process_time() - loaded, "facts": facts}


def spark(source: Path, out: Path, cores: int) -> dict[str, object]:
    """A job on executors of this machine: seconds of its steps, and of the session's start."""
    from pipeline.cluster.job import Job, run
    from pipeline.cluster.session import session
    from pipeline.config import Config
    from pipeline.load import LoadOptions

    started = time.monotonic()
    with session(Config(), master=f"local-cluster[1,{cores},1024]") as connected:
        up = time.monotonic() - started
        job = Job(str(source), str(out), Config(), LoadOptions())
        report = run(connected, job, lambda _: None)
    return {"start": up, "steps": report.seconds, "facts": sum(report.facts.values())}


def measured(command: list[str]) -> tuple[dict[str, object], Watch, float]:
    """Run a child of this module; return its answer, its processes' figures and the seconds."""
    watch, started, turn = Watch(), time.monotonic(), 0
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(
        [sys.executable, "-m", "benchmarks.cluster", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    ) as child:
        while child.poll() is None:
            watch.look(child.pid, memory=turn % 5 == 0)
            turn += 1
            time.sleep(0.5)
        assert child.stdout is not None
        answer = child.stdout.read().splitlines()[-1]
    return json.loads(answer), watch, time.monotonic() - started


def main() -> None:
    """Measure, print and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=800)
    parser.add_argument("--size", type=int, default=2500, help="bytes of an article")
    parser.add_argument("--cores", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--child", choices=_STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child == "plain":
        print(json.dumps(plain(options.source)))
        return
    if options.child == "spark":
        print(json.dumps(spark(options.source, options.out, options.cores[0])))
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "press.jsonl"
        Inventor(folder_of_texts()).write(source, options.articles, options.size)
        words = len(source.read_text(encoding="utf-8").split())
        figures: dict[str, object] = {
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.python_version()}",
            "articles": options.articles,
            "words": words,
            "bytes": source.stat().st_size,
        }
        answer, watch, _ = measured(["--child", "plain", "--source", str(source)])
        seconds = float(str(answer["articles"]))
        figures["plain"] = {
            "load_s": answer["load"],
            "ms_per_article": 1000 * seconds / options.articles,
            "words_per_s": words / seconds,
            "facts": answer["facts"],
            "mb": watch.peak,
        }
        for cores in options.cores:
            out = Path(folder) / f"out-{cores}"
            answer, watch, wall = measured(
                [
                    *("--child", "spark", "--source", str(source)),
                    *("--out", str(out), "--cores", str(cores)),
                ]
            )
            figures[f"spark, {cores} cores"] = {
                "wall_s": wall,
                "java_cpu_s": watch.seconds("java"),
                "driver_cpu_s": watch.seconds("python"),
                "workers_cpu_s": watch.seconds("workers"),
                "workers_cpu_s_by_process": watch.by_process("workers"),
                "mb": watch.peak,
                "mb_own_by_process": watch.workers,
                **answer,
            }
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "cluster.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
