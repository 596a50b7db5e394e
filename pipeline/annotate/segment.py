"""Paragraphs, sentences and tokens of a folded text.

Works on the length-preserving folding of :func:`pipeline.french.typography.fold`,
so every offset is an offset into the article. Paragraph borders are sentence
borders; a line that merely wraps is not a border.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word or a punctuation mark: half-open offsets and its form."""

    start: int
    end: int
    text: str


_ELISION = r"(?:[ldcjmtsn]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd(?=')(?!'hui))'"
_TOKEN = re.compile(
    rf"""
      aujourd'hui
    | (?i:{_ELISION})(?=[\w"«“(])                     # elided word: l' d' qu'
    | (?:https?://|www\.)\S+                          # address
    | [\w.+-]+@[\w-]+\.[\w.]+                         # e-mail
    | (?:[A-ZÉÈ]\.){{2,}}(?=\W|$)                     # S.A., U.S.
    | (?:MM|M|Mme|Mlle|Mr|Dr|Pr|Me|St|Ste|Jr|Cie)\.(?=\s) # titles keep their full stop
    | [A-ZÉÈÎ]\.(?:-[A-ZÉ]\.)*(?=\s?[A-ZÉÈ])          # initials: J. Dupont
    | (?:ex|Ex)-(?=\w)                                # ex-PDG, ex-Meta: a word of its own
    # glued: deNorlys
    | (?:de|du|des|et|ou|en|à|la|le|les|sur|chez|par|pour|dans|avec|que|qui|aux|au)
      (?=[A-ZÉÈ][\w-]{{2}})
    | \d+(?:[.,:]\d+)*(?:er|ère|e|ème|nd|nde)?(?!\w)  # numbers and ordinals
    | \w+(?:-\w+)*                                      # brand.com
      (?:[.](?:com|fr|io|ai|net|org|eu|co|tv|ly|ch|be|ca|app|tech|js|paris)\b)
    | \w+(?:[&@]\w+)+                                 # R&D, H&M
    | \w+(?:['-]\w+)*-?(?<!-)                         # words, with inner hyphen or apostrophe
    | \.\.\.|…
    | [^\w\s]                                         # one punctuation mark
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(
    r"(.+?)(-t)?-(il|elle|ils|elles|on|je|tu|nous|vous|ce|le|la|les|lui|leur|y|en|ci|là)$", re.I
)
_KEEP_HYPHEN = re.compile(r"^(?:celui|celle|ceux|celles|au|par|là|rendez|ce|ces|cette|vis)-", re.I)

_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(
    r"""
      (?:[.!?]+|…)[»")\]]*(?:\s*[»"])?(?=\s+[^a-zà-ÿ,;:)\s]) # stop, then no lower-case letter
    | (?<=[a-zà-ÿ0-9%»)"])[.!?](?=[A-ZÀ-Ý«][a-zà-ÿ' ])       # glued: "ressentis.Pas"
    | (?<=[a-zà-ÿ])[.!?]\s*[»"](?=[A-ZÀ-Ý])
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s('«])(?:M|MM|Mme|Mlle|Mr|Dr|Pr|Me|St|Ste|cf|env|av|art|etc|vs|n|no|p|ex|Cie|Bd|"
    r"[A-ZÉÈÎ](?:\.-?[A-ZÉ])*)\.$"
)
_BRAND_DOT = re.compile(r"\w\.(?:[A-Z]\.|(?:[Cc]om|[Ff]r|IO|AI|[Nn]et|JS|NET)\b)")


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]``, a folded text."""
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        if "-" in word and not _KEEP_HYPHEN.match(word):
            clitic = _CLITIC.match(word)
            if clitic and clitic.group(1)[:1].islower():
                cut = match.start() + len(clitic.group(1))
                tokens.append(Token(match.start(), cut, clitic.group(1)))
                tokens.append(
                    Token(match.end() - len(clitic.group(3)), match.end(), clitic.group(3))
                )
                continue
        tokens.append(Token(match.start(), match.end(), word))
    return tokens


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs; a wrapped line is joined to its predecessor."""
    found: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if found and _wraps(text, found[-1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _wraps(text: str, previous: tuple[int, int], start: int) -> bool:
    """Say whether the line at ``start`` goes on with the sentence of the line before."""
    last = text[previous[1] - 1]
    return (
        text.count("\n", previous[1], start) == 1
        and text[start].islower()
        and last not in '.!?:;»…"'
        and previous[1] - previous[0] > 25
    )


def sentences(text: str) -> list[tuple[int, int, bool]]:
    """Return (start, end, opens a paragraph) of the sentences of a folded text."""
    out: list[tuple[int, int, bool]] = []
    for begin, end in paragraphs(text):
        start, first = begin, True
        for match in _SENTENCE_END.finditer(text, begin, end):
            stop = match.end()
            head = text[max(start, match.start() - 12) : match.start() + 1]
            if match.group().startswith(".") and (
                _ABBREVIATION.search(head) or _BRAND_DOT.match(text, match.start() - 1)
            ):
                continue
            if stop - start < 3:
                continue
            out.append((start, stop, first))
            first = False
            start = stop
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            out.append((start, end, first))
    return out
