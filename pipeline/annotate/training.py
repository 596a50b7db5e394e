"""Prepare the training of the entity recogniser, and export what it learnt.

Two sources: WiNER-fr (Wikinews, BRAT files) and the project's own sentences in
``corpus/train``. Both become spaCy ``DocBin`` files that ``models/depeche_ner.cfg``
reads; run by ``make train`` as ``python -m pipeline.annotate.training``.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.annotate.language import MODEL
from pipeline.errors import ConfigError
from pipeline.french.typography import fold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import DocBin

LABELS = ("LOC", "MISC", "ORG", "PER")

#: WiNER's tags in the terms of the model; dates and hours are found by grammar, not learnt.
WINER_LABELS = {
    "Person": "PER",
    "Organization": "ORG",
    "Location": "LOC",
    "Product": "MISC",
    "Event": "MISC",
}
_MARKUP = re.compile(r"\[([^\[\]|]+)\|(" + "|".join(LABELS) + r")\]")
_SLOT = re.compile(r"\{(\w+)\}")
# "de Amazon" -> "d'Amazon"; a name in markup may start with a small letter (de iBubble).
_ELISION = re.compile(r"\b([Dd]|[Qq]u)e (?=\[?[AEIOUYÉÈÊÎÔ]|\[[aeiouéèêîô])")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A paragraph with its entities: half-open offsets into ``text`` and a label of ``LABELS``."""

    text: str
    entities: tuple[tuple[int, int, str], ...]


def parse_markup(line: str) -> Annotated:
    """Read one line of inline markup, ``[OpenAI|ORG] s'installe à [Paris|LOC].``.

    Raises:
        ConfigError: a bracket is left over, or a name has blanks at its borders.
    """
    parts: list[str] = []
    entities: list[tuple[int, int, str]] = []
    length = last = 0
    for match in _MARKUP.finditer(line):
        before, name = line[last : match.start()], match.group(1)
        if name != name.strip():
            raise ConfigError(f"blank at the border of a name: {match.group(0)!r} in {line!r}")
        parts += [before, name]
        length += len(before)
        entities.append((length, length + len(name), match.group(2)))
        length += len(name)
        last = match.end()
    text = "".join([*parts, line[last:]])
    if set("[]{}") & set(text):
        raise ConfigError(f"ill-formed markup: {line!r}")
    return Annotated(fold(text), tuple(entities))


def read_lines(path: Path) -> list[str]:
    """Return the lines of a UTF-8 file without blank lines and ``#`` comments."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def own_sentences(folder: Path) -> list[Annotated]:
    """Read the sentences written by hand: each ``*.txt`` of ``folder``, one per line."""
    return [
        parse_markup(line) for path in sorted(folder.glob("*.txt")) for line in read_lines(path)
    ]


def templates(folder: Path, *, copies: int, seed: int = 0) -> list[Annotated]:
    """Fill the templates of ``folder/templates`` with the names of ``folder/names``.

    A slot ``{city}`` takes a line of ``names/city.txt``: markup of its own, so that an
    article or a preposition can come with the name (``en [Suède|LOC]``). Names are dealt
    like cards: each is used once before any is used again. ``de`` and ``que`` are elided
    before vowels in three cases of four, as the press does. The same seed gives the same
    sentences.

    Raises:
        ConfigError: a slot without a file of names, or ill-formed markup.
    """
    rng = random.Random(seed)
    names = {path.stem: read_lines(path) for path in sorted((folder / "names").glob("*.txt"))}
    stacks: dict[str, list[str]] = {}

    def deal(slot: re.Match[str]) -> str:
        kind = slot.group(1)
        if not names.get(kind):
            raise ConfigError(f"no names for the slot {slot.group(0)} in {folder / 'names'}")
        if not stacks.get(kind):
            stacks[kind] = rng.sample(names[kind], len(names[kind]))
        return stacks[kind].pop()

    lines = [
        line for path in sorted((folder / "templates").glob("*.txt")) for line in read_lines(path)
    ]
    out = []
    for _ in range(copies):
        for line in lines:
            filled = _SLOT.sub(deal, line)
            if rng.random() < 0.75:
                filled = _ELISION.sub(r"\1'", filled)
            filled = filled if filled[0] == "[" else filled[0].upper() + filled[1:]
            sentence = parse_markup(filled)
            # Titles in capitals: rare, and every name in them has lost its shape.
            capitals = sentence.text.upper()
            if rng.random() < 0.03 and len(capitals) == len(sentence.text):
                sentence = Annotated(capitals, sentence.entities)
            out.append(sentence)
    return out


def outermost(entities: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Keep the longest of entities that overlap, in text order."""
    chosen: list[tuple[int, int, str]] = []
    for entity in sorted(entities, key=lambda e: (e[0] - e[1], e[0])):
        if all(entity[1] <= start or entity[0] >= end for start, end, _ in chosen):
            chosen.append(entity)
    return tuple(sorted(chosen))


def read_brat(path: Path, services: frozenset[str] = frozenset()) -> list[Annotated]:
    """Read one WiNER document (``.txt`` with its ``.ann``) as paragraphs, title included.

    Nested entities give way to the outermost. ``services`` are names of companies that
    are products too (Twitter): WiNER tags them Product, our guideline ORG.
    """
    text = fold(path.read_text(encoding="utf-8"))
    spans = []
    for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
        identifier, _, rest = line.partition("\t")
        tag, _, offsets = rest.partition("\t")[0].partition(" ")
        if not identifier.startswith("T") or ";" in offsets or tag not in WINER_LABELS:
            continue
        start, end = (int(offset) for offset in offsets.split())
        # Some borders take in an article or a blank: "d'", " Paris".
        surface = text[start:end]
        start += len(surface) - len(surface.lstrip())
        end -= len(surface) - len(surface.rstrip())
        if end - start > 0 and text[end - 1] != "'":
            label = WINER_LABELS[tag]
            if label == "MISC" and text[start:end] in services:
                label = "ORG"
            spans.append((start, end, label))
    kept = outermost(spans)
    out = []
    for match in re.finditer(r"[^\n]+", text):
        first, last = match.span()
        inside = tuple((s - first, e - first, x) for s, e, x in kept if first <= s and e <= last)
        if match.group().strip():
            out.append(Annotated(match.group(), inside))
    return out


def winer_documents(
    root: Path, services: frozenset[str] = frozenset()
) -> tuple[list[list[Annotated]], list[list[Annotated]]]:
    """Return WiNER's documents as (training, held out): every tenth by name is held out."""
    paths = sorted(path for path in root.glob("*/*/*.txt") if path.with_suffix(".ann").exists())
    documents = [read_brat(path, services) for path in paths]
    train = [document for i, document in enumerate(documents) if i % 10]
    return train, documents[::10]


def doc_bin(nlp: Language, paragraphs: Iterable[Annotated]) -> tuple[DocBin, int]:
    """Tokenise paragraphs into a ``DocBin``; also count the entities that cut a token.

    Those ("F" in "Station F.") are marked as unknown, lest they be learnt as no entity.
    """
    from spacy.tokens import DocBin

    bin_, cut = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE"]), 0
    for paragraph in paragraphs:
        doc = nlp.make_doc(paragraph.text)
        spans, unknown = [], []
        for start, end, label in paragraph.entities:
            span = doc.char_span(start, end, label=label)
            if span is not None:
                spans.append(span)
                continue
            cut += 1
            wider = doc.char_span(start, end, alignment_mode="expand")
            if wider is not None:
                unknown.append(wider)
        doc.set_ents(spans, missing=unknown)
        bin_.add(doc)
    return bin_, cut


def train(config: Path, data: Path, out: Path) -> None:
    """Train as ``config`` says on the ``DocBin`` files in ``data``; progress on standard output.

    Writes ``model-best`` and ``model-last`` to ``out``. The same as ``spacy train CONFIG``,
    but with numpy's matrix product, which is faster than the one spaCy chooses here.
    """
    from spacy.training.initialize import init_nlp
    from spacy.training.loop import train as run
    from spacy.util import load_config
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    paths = {f"paths.{name}": str(data / f"{name}.spacy") for name in ("train", "dev")}
    nlp = init_nlp(load_config(config, overrides=paths, interpolate=False))
    out.mkdir(parents=True, exist_ok=True)
    run(nlp, out)


def export(source: Path, target: Path) -> None:
    """Write the recogniser of the pipeline in ``source`` to ``target``, without its vocabulary.

    ``target`` is a spaCy pipeline of one component that shares the vectors of the pinned
    model: load it with that model's vocabulary.
    """
    import spacy

    nlp = spacy.load(source)
    for name in nlp.pipe_names:
        if name != "ner":
            nlp.remove_pipe(name)
    # The paths of the machine that trained it are of no use to anyone else.
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta |= {
        "name": "depeche_ner",
        "description": "Names in French tech news; see the model card beside this folder.",
        "license": "LGPL-LR",
        "spacy_version": ">=3.8.0,<3.9.0",
    }
    nlp.to_disk(target, exclude=["vocab"])


def prepare(corpus: Path, winer: Path, out: Path, *, repeats: int = 3, copies: int = 8) -> str:
    """Write ``train.spacy`` and ``dev.spacy`` to ``out`` and say in one line what they hold.

    ``repeats``: how often each sentence written by hand is seen in one epoch; ``copies``:
    how often each template is filled. WiNER's paragraphs are seen once.
    """
    import spacy

    nlp = spacy.load(MODEL)
    services = frozenset(read_lines(corpus / "names" / "service.txt"))
    train, held_out = winer_documents(winer, services)
    by_hand = own_sentences(corpus)
    own = [*by_hand * repeats, *templates(corpus, copies=copies)]
    paragraphs = [p for document in train for p in document] + own
    random.Random(0).shuffle(paragraphs)
    out.mkdir(parents=True, exist_ok=True)
    bin_, lost = doc_bin(nlp, paragraphs)
    bin_.to_disk(out / "train.spacy")
    dev, lost_dev = doc_bin(nlp, [p for document in held_out for p in document])
    dev.to_disk(out / "dev.spacy")
    return (
        f"{len(train)} WiNER documents and {len(by_hand)} own sentences "
        f"({len(own)} with repeats and filled templates) to train on, "
        f"{len(held_out)} documents held out; {lost + lost_dev} entities cut tokens"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare, train and export; 0 also where WiNER is missing: then nothing is touched."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.annotate.training")
    parser.add_argument("--config", type=Path, default=Path("models/depeche_ner.cfg"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus/train"))
    parser.add_argument("--winer", type=Path, default=Path("../shared/data/winer-fr"))
    parser.add_argument("--work", type=Path, default=Path("outputs/train"))
    parser.add_argument("--target", type=Path, default=Path("models/depeche_ner"))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--copies", type=int, default=8)
    given = parser.parse_args(arguments)
    if not given.winer.is_dir():
        sys.stderr.write(f"skipped: {given.winer} is missing, {given.target} stays as it is\n")
        return 0
    # One BLAS thread, as in the pipeline: more are slower on matrices of this size.
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    said = prepare(
        given.corpus, given.winer, given.work, repeats=given.repeats, copies=given.copies
    )
    sys.stdout.write(said + "\n")
    train(given.config, given.work, given.work / "model")
    export(given.work / "model" / "model-last", given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
