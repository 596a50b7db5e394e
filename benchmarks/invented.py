"""Texts that no process has seen: real sentences shuffled, their names and many words invented.

Speed on repeated text flatters a pipeline that remembers words, and memory that grows with
every new word shows on new words only. So sentences are drawn from a folder of texts, every
name in them is replaced by an invented one, and a share of the other words gets a new shape.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: Ordinary news where it is at hand (see CONTRIBUTING.md), the project's sample otherwise.
NEWS = ROOT.parent / "shared" / "data" / "winer-fr"
SAMPLE = ROOT / "corpus" / "sample"

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]+(?=\s|$)")
_NAME = re.compile(r"(?<=[\w’',;:] )[A-ZÀ-Þ][\w-]{2,}")
_WORD = re.compile(r"\b[a-zà-ÿ]{7,}\b")
_STARTS = "br cl cr d dr f fl g gl gr j k l m n p pl pr r s st t tr v vr z".split()
_VOWELS = "a e i o u ou ai eau é".split()
_ENDS = "l n r s x t nd rt lis nor vex tis rel mo".split()
#: Kept in every article, so that there is something to find: an invented company's news.
_NEWS = (
    "{0} ouvrira un bureau à {1} en 2025, a annoncé {2}, directrice générale de {0}.",
    "La start-up {0} a levé {3} millions d’euros auprès de {4}.",
    "{0} a racheté {4} pour {3} millions d’euros. Le groupe est installé à {1}.",
    "{2} est nommée directrice financière de {0}. Elle vient de {4}.",
)
_PLACES = "Lyon Lille Nantes Toulouse Bordeaux Montréal Dakar Genève Bruxelles Berlin".split()


def folder_of_texts() -> Path:
    """The folder of texts that is measured where none is named."""
    return NEWS if NEWS.is_dir() else SAMPLE


def files(folder: Path, limit: int | None = None) -> list[Path]:
    """List the first plain texts below a folder, in the order of their paths."""
    return sorted(folder.rglob("*.txt"))[:limit]


def text_of(file: Path) -> str:
    """Read a text in whatever encoding it is."""
    from pipeline.load.decode import decode

    return decode(file.read_bytes(), None)


class Inventor:
    """Makes novel articles; the same seed gives the same ones."""

    def __init__(self, folder: Path, *, seed: int = 11, novelty: float = 0.08) -> None:
        self._chance = random.Random(seed)
        self._novelty = novelty
        found = {s.strip() for file in files(folder) for s in _SENTENCE.findall(text_of(file))}
        self._sentences = sorted(s for s in found if 40 < len(s) < 400)
        if not self._sentences:
            raise SystemExit(f"no sentences in the texts of {folder}")

    def word(self) -> str:
        """Return an invented word of two or three syllables, in lower case."""
        chance = self._chance
        body = "".join(
            chance.choice(_STARTS) + chance.choice(_VOWELS) for _ in range(chance.choice((2, 2, 3)))
        )
        return body + chance.choice(_ENDS)

    def name(self) -> str:
        """Return an invented name."""
        return self.word().capitalize()

    def article(self, size: int) -> str:
        """Return a text of about ``size`` bytes, in paragraphs of some five sentences."""
        chance = self._chance
        names = [self.name() for _ in range(6 + size // 2000)]
        lines: list[str] = []
        written, length = [self._news(names)], 0
        while length < size:
            written.append(self._changed(chance.choice(self._sentences), names))
            if len(written) == 5:
                lines.append(" ".join(written))
                length += len(lines[-1].encode()) + 2
                written = [self._news(names)] if chance.random() < 0.2 else []
        return "\n\n".join(lines) + "\n"

    def write(self, path: Path, articles: int, size: int) -> None:
        """Write a JSON lines file of novel articles, about ``size`` bytes each."""
        with path.open("w", encoding="utf-8") as file:
            for number in range(articles):
                record = {
                    "id": f"novel-{number}",
                    "date": f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}",
                    "text": self.article(size),
                }
                file.write(json.dumps(record, ensure_ascii=False) + "\n")

    def _news(self, names: list[str]) -> str:
        chance = self._chance
        company, other = chance.sample(names, 2)
        person = f"{chance.choice(('Camille', 'Inès', 'Maud'))} {chance.choice(names)}"
        return chance.choice(_NEWS).format(
            company, chance.choice(_PLACES), person, chance.randint(2, 90), other
        )

    def _changed(self, sentence: str, names: list[str]) -> str:
        chance = self._chance

        def invented(match: re.Match[str]) -> str:
            return self.word() if chance.random() < self._novelty else match.group()

        renamed = _NAME.sub(lambda _: chance.choice(names), sentence)
        return _WORD.sub(invented, renamed)
