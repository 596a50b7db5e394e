"""What a run left in its folder, as far as the measure reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.evaluate.gold import EntityRecord, FactRecord, read_jsonl


@dataclass(frozen=True, slots=True)
class RunFiles:
    """The records of one run; ``entities`` None where the run wrote none."""

    facts: tuple[FactRecord, ...]
    entities: tuple[EntityRecord, ...] | None
    refused: frozenset[str]
    """Articles that the run refused."""
    facts_path: Path


def read_run(path: Path) -> RunFiles:
    """Read a facts file, or a run's folder; what stands beside the facts is read with them.

    Raises:
        UsageError: there is no such file, or it is not JSONL.
    """
    facts = path / "facts.jsonl" if path.is_dir() else path
    if not facts.is_file():
        raise UsageError(f"no facts file at {facts}")
    entities, articles = facts.with_name("entities.jsonl"), facts.with_name("articles.jsonl")
    return RunFiles(
        facts=tuple(read_jsonl(facts)),
        entities=tuple(read_jsonl(entities)) if entities.is_file() else None,
        refused=frozenset(
            str(record.get("article"))
            for record in (read_jsonl(articles) if articles.is_file() else ())
            if record.get("status", "done") != "done"
        ),
        facts_path=facts,
    )
