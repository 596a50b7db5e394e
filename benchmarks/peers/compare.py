"""Score every peer beside ours on the same gold texts.

``python -m benchmarks.peers.compare [GOLD_DIR …] [--facts NAME=FILE …] [--out FILE]``

Ours is run afresh unless ``--facts`` gives its facts for a corpus. A peer whose package
is not installed is reported as missing, not left out.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.evaluate.bootstrap import intervals
from pipeline.evaluate.folder import run_pipeline
from pipeline.evaluate.gold import RELATIONS, FactRecord, GoldDocument, corpus_hash, load_gold
from pipeline.evaluate.match import match_corpus
from pipeline.evaluate.run_files import read_run
from pipeline.evaluate.tally import ALL, Tally, manners, of_manner, tally

PEERS = ("baseline_cooccurrence", "textacy_triples")
GOLD = ("corpus/gold/dev", "corpus/gold/test")


def scores(documents: Sequence[GoldDocument], facts: Sequence[FactRecord]) -> dict[str, Any]:
    """Return strict and lenient rates per manner, per relation for all manners together."""
    out: dict[str, Any] = {}
    for mode in ("strict", "lenient"):
        matches = match_corpus(documents, facts, mode)
        out[mode] = {
            manner: {
                **tally(some := of_manner(matches, manner)).as_dict(),
                "ci95": intervals(some),
            }
            for manner in manners(matches)
        }
        out[mode]["relations"] = {
            relation: counts.as_dict()
            for relation in RELATIONS
            if (counts := tally(matches, relation)) != Tally()
        }
    return out


def run_peer(name: str, documents: Sequence[GoldDocument]) -> dict[str, Any]:
    """Run one peer and return its scores, or why it could not run."""
    peer = importlib.import_module(f"benchmarks.peers.{name}")
    try:
        model = peer.load()
        begin = time.perf_counter()
        facts = [
            fact
            for document in documents
            for fact in peer.extract(model, document.id, document.text)
        ]
    except ImportError as error:
        return {"name": peer.NAME, "missing": str(error)}
    seconds = time.perf_counter() - begin
    return {"name": peer.NAME, "seconds": round(seconds, 2), **scores(documents, facts)}


def show(corpus: str, rows: Sequence[dict[str, Any]]) -> None:
    """Print one line per system and manner."""
    print(f"{corpus:<66}{'precision':>10}{'recall':>8}{'F1':>7}   95 %          lenient F1")
    for row in rows:
        if "missing" in row:
            print(f"  {row['name']}: not run ({row['missing']})")
            continue
        for manner, rates in row["strict"].items():
            if manner == "relations":
                continue
            low, high = rates["ci95"]["f1"] or (0.0, 0.0)
            label = row["name"] if manner == ALL else ""
            print(
                f"  {label:<52}{manner:<12}{rates['precision']:>10.3f}{rates['recall']:>8.3f}"
                f"{rates['f1']:>7.3f}   [{low:.2f}–{high:.2f}]   {row['lenient'][manner]['f1']:.3f}"
            )


def main(argv: Sequence[str] | None = None) -> None:
    """Score, print, and write ``benchmarks/results/peers.json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers.compare")
    parser.add_argument("gold", nargs="*", type=Path, default=[Path(one) for one in GOLD])
    parser.add_argument("--facts", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--no-ours", action="store_true", help="peers alone")
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results/peers.json"))
    options = parser.parse_args(argv)
    given = dict(one.split("=", 1) for one in options.facts)
    results: dict[str, Any] = {}
    for folder in options.gold:
        documents, corpus = load_gold(folder), folder.resolve().name
        rows = [run_peer(name, documents) for name in PEERS]
        if not options.no_ours:
            begin = time.perf_counter()
            facts = (
                read_run(Path(given[corpus])) if corpus in given else run_pipeline(folder)
            ).facts
            ours: dict[str, Any] = {"name": "Dépêche"}
            if corpus not in given:
                ours["seconds"] = round(time.perf_counter() - begin, 2)
            rows.append({**ours, **scores(documents, facts)})
        show(corpus, rows)
        results[corpus] = {"sha256": corpus_hash(folder), "systems": rows}
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
