"""Processes that write outputs and die on the way: ``python -m tests.store.files_child MODE OUT``.

Started by ``test_files_atomic.py``; real processes, really killed.
"""

from __future__ import annotations

import hashlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from pipeline.errors import StoreError
from pipeline.store.atomic import HIDDEN, recover
from pipeline.store.files import write_outputs
from pipeline.store.sink import Processed
from tests.builders import a_fact, a_mention, an_article

#: What changes a folder, as the interpreter announces it before it does it.
CHANGES = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "shutil.rmtree"}


def articles(version: str, number: int) -> Iterator[Processed]:
    """``number`` articles whose facts all differ from those of another version."""
    for n in range(number):
        article = an_article(f"Veltria ouvrira un bureau à Lyon, {version} {n}.", id=f"a{n}")
        yield Processed(article, (a_fact(article),), (a_mention(article, "Veltria"),))


def write(out: Path, version: str, number: int = 5) -> None:
    """The old set has the exports JSON-LD and BRAT, the new one BRAT alone."""
    exports = ("jsonld", "brat") if version == "old" else ("brat",)
    write_outputs(out, articles(version, number), exports=exports)


def digests(out: Path) -> dict[str, str]:
    """Hash of every file that a reader of ``out`` sees."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and HIDDEN not in path.parts
    }


def die_everywhere(out: Path) -> None:
    """Kill a run before each of its changes to the disk; one JSON line on each death."""
    for point in count(1):
        folder = out / str(point)
        write(folder, "old")
        pid = os.fork()
        if pid == 0:
            _die_at(point, folder)
            write(folder, "new")
            os._exit(0)
        _, status = os.waitpid(pid, 0)
        report: dict[str, Any] = {"killed": os.WIFSIGNALED(status), "seen": digests(folder)}
        report["recovered"] = recover(folder)
        report["after"] = digests(folder)
        write(folder, "new")
        report["next"] = digests(folder)
        report["hidden"] = sorted(path.name for path in (folder / HIDDEN).iterdir())
        _say(json.dumps(report))
        if not report["killed"]:
            break


def _die_at(point: int, folder: Path) -> None:
    inside = str(folder)
    left = [point]

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in CHANGES and any(str(arg).startswith(inside) for arg in args):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def stop_midway(out: Path) -> None:
    """Begin a run, start a worker that inherits everything, say so, and never end."""

    def slow() -> Iterator[Processed]:
        for n, item in enumerate(articles("new", 5_000)):
            if n == 4_000:
                worker = os.fork()
                if worker == 0:
                    time.sleep(60)
                    os._exit(0)
                _say(str(worker))
                time.sleep(60)
            yield item

    write_outputs(out, slow())


def on_a_full_disk(out: Path) -> None:
    """A run whose files may not grow over 30 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
    try:
        write(out, "new", 2_000)
    except StoreError as error:
        _say(str(error))
        sys.exit(1)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


MODES: dict[str, Callable[[Path], None]] = {
    "die_everywhere": die_everywhere,
    "stop_midway": stop_midway,
    "on_a_full_disk": on_a_full_disk,
}

if __name__ == "__main__":
    MODES[sys.argv[1]](Path(sys.argv[2]))
