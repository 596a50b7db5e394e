"""Evaluate a gold folder: run the pipeline on it, or take given facts."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluate.bootstrap import RESAMPLES
from pipeline.evaluate.coreference import gold_file, load_items, measure, summary
from pipeline.evaluate.details import NormaliseRole
from pipeline.evaluate.gold import Half, corpus_hash, load_gold, take_half
from pipeline.evaluate.report import Evaluation, evaluate
from pipeline.evaluate.run_files import RunFiles, read_run


def _role_normaliser() -> NormaliseRole:
    """Return the pipeline's own reading of a function, to compare codes of gold's words."""
    from pipeline.lexicon import load_lexicon
    from pipeline.normalise.roles import role_code

    lexicon = load_lexicon()
    return lambda role: role_code(role, lexicon)


def run_pipeline(gold: Path) -> RunFiles:
    """Run the pipeline with its default configuration over a gold folder."""
    from pipeline.run import extract_folder

    with tempfile.TemporaryDirectory(prefix="depeche-evaluate-") as folder:
        return read_run(extract_folder(gold, Path(folder)))


def evaluate_folder(
    gold: Path,
    *,
    facts: Path | None = None,
    half: Half | None = None,
    seed: int = 0,
    resamples: int = RESAMPLES,
) -> Evaluation:
    """Score the pipeline, or the given facts, against a gold folder.

    ``facts``: a ``facts.jsonl``, or the folder that holds one. The corpus goes by the
    folder's name, with its half where one is asked for. Where anaphors are annotated for the
    folder and the pipeline is run, the report has ``coreference`` too.

    Raises:
        UsageError: the gold or the facts cannot be used, or no fact is of a gold text.
    """
    documents = take_half(load_gold(gold), half)
    if not documents:
        raise UsageError(f"no gold document of {gold} is in half {half}")
    run = run_pipeline(gold) if facts is None else read_run(facts)
    known = {document.id for document in documents}
    if half is None and run.facts and not any(fact.get("article") in known for fact in run.facts):
        raise UsageError(f"no fact of {run.facts_path} is of an article of {gold}")
    evaluation = evaluate(
        documents,
        run,
        corpus=gold.resolve().name + (f"/{half}" if half else ""),
        corpus_sha256=corpus_hash(gold),
        normalise_role=_role_normaliser(),
        seed=seed,
        resamples=resamples,
    )
    anaphors = gold_file(gold) if facts is None else None
    if anaphors is None:
        return evaluation
    judgements, beyond = measure(load_items(anaphors), [gold], half)
    coreference = {**summary(judgements), "beyond_gold": beyond}
    return replace(evaluation, report={**evaluation.report, "coreference": coreference})
