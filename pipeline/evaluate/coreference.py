"""How often an anaphor is given the right antecedent, measured apart from the facts.

The gold (``corpus/gold/coreference/PART.jsonl``) lists the anaphors of texts with the names
that each may stand for. The answers are read where the rules read them: from the units of
the annotated article and, for possessives, from :mod:`pipeline.extract.subject`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from pipeline.errors import UsageError
from pipeline.evaluate.gold import Half, half_of, read_jsonl
from pipeline.evaluate.names import any_same_name

if TYPE_CHECKING:
    from pipeline.types import AnnotatedArticle, Sentence, Unit

Kind = Literal["org_noun", "pronoun", "person_noun", "place", "possessive"]
KINDS: tuple[Kind, ...] = get_args(Kind)
#: Doubt below which an answer falls into a band, and the band's name.
BANDS = ((0.2, "0-0.2"), (0.4, "0.2-0.4"), (0.6, "0.4-0.6"), (2.0, "0.6-1"))
_ANAPHORS = frozenset("oaql")
_FOLDER = Path(__file__).parent.parent.parent / "corpus"
#: Part of the gold -> where its texts are, below ``corpus/``.
TEXTS: dict[str, tuple[str, ...]] = {
    "dev": ("gold/dev",),
    "sample": ("sample/txt", "sample/html"),
    "archive": ("sample/jsonl", "sample/feeds"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One annotated anaphor; ``start`` and ``end`` are characters of the article's text."""

    article: str
    start: int
    end: int
    text: str
    kind: Kind
    label: str | None
    """``ORG``, ``PER`` or ``LOC``; None where it refers to nothing named."""
    antecedent: tuple[str, ...]
    """Names and aliases of which any is right; () where any answer is wrong."""
    plural: bool = False
    """The names are of several entities; an answer must give none but them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the pipeline takes an anaphor for: names by label, and how sure it is."""

    names: Mapping[str, tuple[str, ...]]
    doubt: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """An item with its answer. ``right`` is False wherever nothing was answered."""

    item: Item
    answer: Answer | None
    right: bool
    sentence: str


def load_items(path: Path) -> tuple[Item, ...]:
    """Return the annotated anaphors of a file.

    Raises:
        UsageError: the file is missing, or a line is not such an item.
    """
    items = []
    for record in read_jsonl(path):
        try:
            items.append(
                Item(
                    article=str(record["article"]),
                    start=int(record["start"]),
                    end=int(record["end"]),
                    text=str(record["text"]),
                    kind=record["kind"],
                    label=record["type"],
                    antecedent=tuple(record["antecedent"]),
                    plural=bool(record.get("plural")),
                )
            )
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"{path}: not an anaphor: {record!r}") from error
        if items[-1].kind not in KINDS:
            raise UsageError(f"{path}: unknown kind {items[-1].kind!r}")
    return tuple(items)


def judge(document: AnnotatedArticle, items: Iterable[Item]) -> Iterator[Judgement]:
    """Yield the judgement of each item of one annotated article.

    Raises:
        UsageError: the text of an item is not what the article has at its offsets.
    """
    text = document.article.text
    for item in items:
        if text[item.start : item.end] != item.text:
            raise UsageError(f"{item.article} at {item.start}: the text is not {item.text!r}")
        sentence = next(s for s in document.sentences if s.start <= item.start < s.end)
        units = sentence.units
        inside = [i for i, u in enumerate(units) if u.start < item.end and item.start < u.end]
        if not inside:
            answer = None
        elif item.kind == "possessive":
            answer = _possessor(document, sentence, inside[0], inside[-1] + 1)
        else:
            answer = _of_units([units[i] for i in inside], item.start)
        line = " ".join(text[sentence.start : sentence.end].split())
        yield Judgement(item, answer, answer is not None and _right(item, answer), line)


def _of_units(units: Sequence[Unit], start: int) -> Answer | None:
    """Return what the anaphor among an item's units refers to, or the name it was merged with.

    A name that only complements it ("le rival de X") begins after ``start`` and is no answer.
    """
    found = (
        [u for u in units if u.kind in _ANAPHORS]
        or [u for u in units if u.kind == "R" and u.per is not None]
        or [u for u in units if u.mention is not None and u.start <= start]
    )
    if not found:
        return None
    unit = found[0]
    # the further antecedents of a plural are of the kind of the first
    first = unit.per or unit.org or unit.loc
    others = tuple(m.name for m in unit.others)
    names = {
        label: (mention.name, *(others if mention is first else ()))
        for label, mention in (("ORG", unit.org), ("PER", unit.per), ("LOC", unit.loc))
        if mention is not None
    }
    return Answer(names, unit.doubt) if names else None


def _possessor(
    document: AnnotatedArticle, sentence: Sentence, begin: int, end: int
) -> Answer | None:
    """Return the company that rules fill in: ``{company~}`` for functions, else ``{company&}``."""
    from pipeline.extract.subject import implied, owner

    function = any(u.kind in ("R", "N") for u in sentence.units[begin:end])
    find = implied if function else owner
    found = find(sentence, begin, end, "ORG", document, ())
    return None if found is None else Answer({"ORG": (found[0].name,)}, found[2])


def _right(item: Item, answer: Answer) -> bool:
    if item.label is None:
        return False
    names = answer.names.get(item.label, ())
    same = [any_same_name((name,), item.antecedent) for name in names]
    return bool(same) and (all(same) if item.plural else same[0])


def beyond(document: AnnotatedArticle, items: Iterable[Item]) -> list[Unit]:
    """Return the anaphors answered that the gold of their article does not hold.

    These are impersonal pronouns, generic phrases and appositions: no item, so outside the
    figures, but a rule that uses such an answer errs.
    """
    taken = [(item.start, item.end) for item in items]
    return [
        unit
        for sentence in document.sentences
        for unit in sentence.units
        if unit.kind in _ANAPHORS
        and (unit.org or unit.per or unit.loc)
        and not any(unit.start < end and start < unit.end for start, end in taken)
    ]


def tally(judgements: Iterable[Judgement]) -> dict[str, float | int | None]:
    """Return counts and rates.

    ``all``: items that have an antecedent; ``answered``: answers to items of any sort;
    ``right``; ``precision`` right / answered; ``recall`` right / all.
    """
    rows = list(judgements)
    everything = sum(bool(row.item.antecedent) for row in rows)
    answered = sum(row.answer is not None for row in rows)
    right = sum(row.right for row in rows)
    return {
        "all": everything,
        "answered": answered,
        "right": right,
        "precision": round(right / answered, 4) if answered else None,
        "recall": round(right / everything, 4) if everything else None,
    }


def band(doubt: float) -> str:
    """Return the band of a doubt between 0 and 1."""
    return next(name for limit, name in BANDS if doubt < limit)


def summary(judgements: Sequence[Judgement]) -> dict[str, Any]:
    """Return the tallies over all items, by kind of anaphor and by band of doubt."""
    return {
        "total": tally(judgements),
        "kinds": {
            kind: tally(some)
            for kind in KINDS
            if (some := [row for row in judgements if row.item.kind == kind])
        },
        "doubt": {
            name: tally(some)
            for _, name in BANDS
            if (some := [r for r in judgements if r.answer and band(r.answer.doubt) == name])
        },
    }


def gold_file(texts: Path) -> Path | None:
    """Return the anaphors annotated for a folder of gold texts, None where there are none."""
    path = texts.resolve().parent / "coreference" / f"{texts.resolve().name}.jsonl"
    return path if path.is_file() else None


def measure(
    items: Sequence[Item], texts: Sequence[Path], half: Half | None = None
) -> tuple[list[Judgement], int]:
    """Annotate the texts and judge the items of one half, or of all of them for None.

    Returns the judgements and how many anaphors were answered that are no item
    (see :func:`beyond`).

    Raises:
        UsageError: an item's text or article is not among ``texts``.
    """
    from pipeline.config import Config
    from pipeline.extractor import Extractor
    from pipeline.load import LoadOptions, load
    from pipeline.types import Article

    wanted: dict[str, list[Item]] = {}
    for item in items:
        if half is None or half_of(item.article) == half:
            wanted.setdefault(item.article, []).append(item)
    options = LoadOptions(check_language=False)
    loaded = load([str(folder) for folder in texts], options)
    articles = [a for a in loaded if isinstance(a, Article) and a.id in wanted]
    lost = wanted.keys() - {article.id for article in articles}
    if lost:
        raise UsageError(f"no text of {', '.join(sorted(lost))} in {', '.join(map(str, texts))}")
    judgements: list[Judgement] = []
    extra = 0
    for document in Extractor(Config()).annotator.annotate(articles):
        own = wanted[document.article.id]
        judgements += judge(document, own)
        extra += len(beyond(document, own))
    return judgements, extra


def lines(result: Mapping[str, Any]) -> Iterator[str]:
    """Yield a summary as the lines of a table."""
    yield f"{'':14}{'all':>6}{'answered':>10}{'right':>7}{'precision':>11}{'recall':>8}"
    rows = [("all", result["total"]), *result["kinds"].items()]
    rows += [(f"doubt {name}", counts) for name, counts in result["doubt"].items()]
    for name, counts in rows:
        precision, recall = (
            "-" if counts[rate] is None else f"{counts[rate]:.3f}"
            for rate in ("precision", "recall")
        )
        # a band holds answers only, so that nothing is missed in it
        recall = "" if name.startswith("doubt") else recall
        yield (
            f"{name:14}{counts['all']:>6}{counts['answered']:>10}{counts['right']:>7}"
            f"{precision:>11}{recall:>8}"
        )


def _shown(judgements: Iterable[Judgement], what: str) -> Iterator[str]:
    for row in judgements:
        wrong = row.answer is not None and not row.right
        missed = row.answer is None and bool(row.item.antecedent)
        if (what == "wrong" and wrong) or (what == "missed" and missed):
            gold = "/".join(row.item.antecedent) or "nothing named"
            told = (
                " ".join(f"{k}:{'+'.join(v)}" for k, v in row.answer.names.items())
                + f" ({row.answer.doubt:.2f})"
                if row.answer
                else "nothing"
            )
            yield f"{row.item.article} {row.item.kind} «{row.item.text}» = {gold}; told {told}"
            yield f"    {row.sentence}"


def _main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate.coreference")
    parser.add_argument("--part", choices=sorted(TEXTS), default="dev")
    parser.add_argument("--half", choices=get_args(Half), help="one half of dev")
    parser.add_argument("--show", choices=("wrong", "missed"), help="list these items")
    options = parser.parse_args(arguments)
    items = load_items(_FOLDER / "gold" / "coreference" / f"{options.part}.jsonl")
    texts = [_FOLDER / folder for folder in TEXTS[options.part]]
    judgements, extra = measure(items, texts, options.half)
    out = [*_shown(judgements, options.show)] if options.show else []
    out += [*lines(summary(judgements)), f"answered beyond the gold: {extra}"]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
