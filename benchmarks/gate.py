"""The gate loses nothing: the same facts with it and without it, on every corpus.

    python -m benchmarks.gate [FOLDER …]

Annotates each text once, runs the rules over it twice, once only those that the automaton
of :mod:`pipeline.extract.automaton` lets through and once all of them, and compares the
lines of ``facts.jsonl`` that come out. Prints for each folder the facts, the share of
sentences that any rule was run on, and the rules' time as a multiple of that with the
gate; exits with 1 if a fact differs. Without arguments: the corpora of the project and,
where ``../shared/data/winer-fr`` is there, its 952 Wikinews articles.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.config import Config
from pipeline.extract.engine import Engine
from pipeline.extractor import Extractor
from pipeline.load import load
from pipeline.run import load_options
from pipeline.store.json_file import line
from pipeline.store.records import fact_record
from pipeline.types import AnnotatedArticle, Article

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared" / "data" / "winer-fr"
FOLDERS = ("corpus/sample", "corpus/gold/dev", "corpus/gold/extra", "corpus/gold/fresh")
RESULT = ROOT / "benchmarks" / "results" / "gate.json"


@dataclass(slots=True)
class Count:
    """What one folder showed; times are of this process, in seconds."""

    folder: str
    articles: int = 0
    sentences: int = 0
    promising: int = 0
    facts: int = 0
    differing: int = 0
    gated: float = 0.0
    ungated: float = 0.0

    def as_json(self) -> dict[str, object]:
        """Return counts, and the times as a ratio only."""
        return {
            "folder": self.folder,
            "articles": self.articles,
            "sentences": self.sentences,
            "promising": round(self.promising / max(1, self.sentences), 4),
            "facts": self.facts,
            "differing": self.differing,
            "all_rules_over_gated": round(self.ungated / max(self.gated, 1e-9), 1),
        }


def lines(extractor: Extractor, engine: Engine, document: AnnotatedArticle) -> list[str]:
    """Return the lines of ``facts.jsonl`` that an annotated article gives."""
    extractor.engine = engine
    return [line(fact_record(fact)) for fact in extractor.read(document).facts]


def compare(folder: Path, extractor: Extractor, gated: Engine, ungated: Engine) -> Count:
    """Run both engines over a folder."""
    count = Count(folder.name)
    for document in extractor.annotator.annotate(_articles(folder)):
        count.articles += 1
        count.sentences += len(document.sentences)
        count.promising += sum(bool(gated.promising(s)) for s in document.sentences)
        started = _clock()
        with_gate = lines(extractor, gated, document)
        half_way = _clock()
        without = lines(extractor, ungated, document)
        count.gated += half_way - started
        count.ungated += _clock() - half_way
        count.facts += len(without)
        if with_gate != without:
            count.differing += 1
            sys.stderr.write(f"{document.article.id}: {set(without) ^ set(with_gate)}\n")
    return count


def _articles(folder: Path) -> Iterator[Article]:
    options = load_options(Config())
    return (item for item in load([str(folder)], options) if isinstance(item, Article))


def _clock() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main(argv: Sequence[str] | None = None) -> int:
    """Compare, print, write ``benchmarks/results/gate.json``; 1 if a fact differs."""
    named = list(sys.argv[1:] if argv is None else argv)
    folders = [Path(name) for name in named] or [
        *(ROOT / name for name in FOLDERS),
        *([NEWS] if NEWS.exists() else []),
    ]
    extractor = Extractor(Config())
    gated = extractor.engine
    ungated = Engine(
        extractor.relations,
        extractor.lexicon.nationalities,
        extractor.lexicon.demonyms,
        readings=extractor.readings,
        gate=False,
    )
    rows = []
    for folder in folders:
        count = compare(folder, extractor, gated, ungated)
        rows.append(count.as_json())
        sys.stdout.write(json.dumps(rows[-1], ensure_ascii=False) + "\n")
    if not named:
        RESULT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return int(any(row["differing"] for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
