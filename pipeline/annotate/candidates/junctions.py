"""Where one name ends and the next begins: "AFP Claire Aubin", "Google-Oracle"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.line import Candidate, Line, is_word
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.lexicon import Lexicon

_DASHES = frozenset(["-", "|", "–", "/", "—"])


def split(line: Line, c: Candidate, borders: Borders) -> list[Candidate]:
    """Return the candidate, or the two names that it runs together."""
    lexicon = borders.lexicon
    (source,) = c.sources
    for i in range(c.first + 1, c.last):
        word = line.words[i]
        if word in _DASHES:
            parts = (
                borders.candidate(line, *borders.trim(line, c.first, i), source),
                borders.candidate(line, *borders.trim(line, i + 1, c.last), source, c.label),
            )
            return [x for x in parts if x is not None]
        if (
            i + 1 < c.last
            and is_word(word[0])
            and key(word) in lexicon.first_names
            and _ends_here(line, c.first, i, lexicon)
        ):
            parts = (
                borders.candidate(line, c.first, i, source),
                borders.candidate(line, i, c.last, source, "PER" if c.label else ""),
            )
            return [x for x in parts if x is not None]
    return [c]


def _ends_here(line: Line, first: int, i: int, lexicon: Lexicon) -> bool:
    """Say whether an organisation ends before ``i``, where a first name stands."""
    before = line.words[i - 1]
    if before.isupper() and len(before) > 1:
        return True
    if key(before) in lexicon.organisations and key(before) not in lexicon.first_names:
        return True
    # "Les Echos Maxime Saada", the article included
    return any(
        k >= 0 and i - k > 1 and key(" ".join(line.words[k:i])) in lexicon.organisations
        for k in (first, first - 1)
    )


def pairs(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """Return the tokens with "Google-Oracle" and "France-Belgique" cut at their hyphens."""
    if not any("-" in t.text[1:-1] and t.text[0].isupper() for t in tokens):
        return tokens
    out: list[Token] = []
    for token in tokens:
        parts = token.text.split("-")
        if len(parts) < 2 or not _pair(token.text, parts, lexicon):
            out.append(token)
            continue
        at = token.start
        for n, part in enumerate(parts):
            if n:
                out.append(Token(at, at + 1, "-"))
                at += 1
            out.append(Token(at, at + len(part), part))
            at += len(part)
    return out


def _pair(whole: str, parts: Sequence[str], lexicon: Lexicon) -> bool:
    """Say whether the parts are names of their own: all organisations, or all countries."""
    if not all(len(p) > 1 and any(c.isupper() for c in p) for p in parts):
        return False
    if key(whole) in lexicon.organisations or key(whole) in lexicon.places:
        return False
    keys = [key(p) for p in parts]
    return all(k in lexicon.organisations and k not in lexicon.first_names for k in keys) or all(
        k in lexicon.places and lexicon.places[k][0].kind == "country" for k in keys
    )
