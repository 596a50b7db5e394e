"""The results of the former run of an output folder, for what has not changed since.

``run.json`` beside the outputs says with which engine version and options they were
made, and what the files held then. It is removed before the files are replaced and written
after: where it is missing, or a file was edited since, everything is worked out anew.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.store.records import article_record, entity_from_record, fact_from_record
from pipeline.store.sink import Processed
from pipeline.types import Article
from pipeline.uptodate import MANIFEST

#: What is read back, each file as it was written or not at all.
_READ = ("articles.jsonl", "facts.jsonl", "entities.jsonl")


class Previous:
    """Former results by article; ``used`` counts those that were taken."""

    def __init__(self, out: Path) -> None:
        self.used = 0
        self._articles: dict[str, str] = {}
        self._facts: Mapping[str, list[str]] = _by_article(out / "facts.jsonl")
        self._entities: Mapping[str, list[str]] = _by_article(out / "entities.jsonl")
        for record in _records(out / "articles.jsonl"):
            if record["status"] == "done":
                self._articles[record["article"]] = _fingerprint(record)

    def get(self, article: Article) -> Processed | None:
        """Return the former result of an article, or None where anything about it differs."""
        if self._articles.get(article.id) != _fingerprint(article_record(article)):
            return None
        self.used += 1
        return Processed(
            article,
            tuple(fact_from_record(json.loads(line)) for line in self._facts.get(article.id, ())),
            tuple(
                entity_from_record(json.loads(line)) for line in self._entities.get(article.id, ())
            ),
        )


def read_previous(out: Path, engine: str) -> Previous | None:
    """Return the former results of ``out`` if they were made by the same engine and options.

    ``engine`` is :func:`pipeline.version.engine_version`.
    """
    try:
        former = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        if former["engine"] == engine and former["contents"] == _contents(out):
            return Previous(out)
    except (OSError, ValueError, KeyError, TypeError):
        # Missing or damaged: nothing is taken over, everything is worked out.
        return None
    return None


def forget(out: Path) -> None:
    """Remove the note that ``out`` can be taken over: its files are about to change."""
    (out / MANIFEST).unlink(missing_ok=True)


def remember(out: Path, engine: str, standing: Mapping[str, Any]) -> None:
    """Note with what the files of ``out`` were made; see :func:`.uptodate.standing`."""
    manifest = {"engine": engine, "contents": _contents(out), **standing}
    (out / MANIFEST).write_text(json.dumps(manifest) + "\n", encoding="utf-8")


def _contents(out: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _READ:
        with (out / name).open("rb") as file:
            found[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _fingerprint(record: Mapping[str, Any]) -> str:
    # The title takes part in discourse, the date in every relative time.
    return json.dumps([record["sha256"], record["title"], record["published"], record["language"]])


def _by_article(path: Path) -> Mapping[str, list[str]]:
    lines: dict[str, list[str]] = defaultdict(list)
    with path.open(encoding="utf-8") as file:
        for line in file:
            lines[json.loads(line)["article"]].append(line)
    return lines


def _records(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]
