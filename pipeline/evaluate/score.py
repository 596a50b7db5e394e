"""The developer's command: scores of a facts file against gold, with every error.

``python -m pipeline.evaluate.score GOLD_DIR FACTS.jsonl [--half a|b] [--manner M]
[--entities FILE] [--show misses|false|hits|rules|all] [--relation R] [--lenient]``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from pipeline.errors import DepecheError
from pipeline.evaluate.gold import RELATIONS, load_gold, read_jsonl, take_half
from pipeline.evaluate.listing import entity_table, listing, rule_table, table
from pipeline.evaluate.match import DocumentMatch, Mode, match_corpus
from pipeline.evaluate.run_files import read_run
from pipeline.evaluate.tally import ALL


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate.score")
    parser.add_argument("gold", type=Path)
    parser.add_argument("facts", type=Path, help="facts.jsonl, or a folder that holds one")
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--manner", choices=("plain", "elaborate"))
    parser.add_argument("--entities", type=Path)
    parser.add_argument("--show", choices=("misses", "false", "hits", "rules", "all"))
    parser.add_argument("--relation", default=ALL, choices=(*RELATIONS, ALL))
    parser.add_argument("--lenient", action="store_true", help="list by the lenient match")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Print scores and, if asked, misses and false alarms; 2 for unusable input."""
    options = _arguments(argv)
    try:
        documents = take_half(load_gold(options.gold), options.half)
        run = read_run(options.facts)
        entities = tuple(read_jsonl(options.entities)) if options.entities else run.entities
    except DepecheError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    documents = tuple(doc for doc in documents if options.manner in (None, doc.manner))
    matches: dict[Mode, tuple[DocumentMatch, ...]] = {
        mode: match_corpus(documents, run.facts, mode) for mode in ("strict", "lenient")
    }
    lines = table(matches["strict"], matches["lenient"])
    if entities is not None:
        lines += entity_table(documents, entities)
    if options.show == "rules":
        lines += rule_table(matches["strict"], options.relation)
    elif options.show:
        shown = matches["lenient" if options.lenient else "strict"]
        lines += listing(documents, shown, options.show, options.relation, entities=entities)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
