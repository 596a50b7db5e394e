"""Where names may be: spans proposed by the recogniser, the lexicon, capitals and institutions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.annotate.acronyms import is_acronym
from pipeline.annotate.language import ModelEntity
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.french.words import (
    FUNCTION_WORDS,
    MONTHS,
    ORG_HEADS,
    PERSON_PARTICLES,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    TITLES,
    WEEKDAYS,
)
from pipeline.lexicon import Lexicon
from pipeline.lexicon.types import Organisation

_DOMAIN = re.compile(r"\w\.(?:com|fr|io|ai|net|org|eu|tv|ly|app|tech)$")
_WORD = re.compile(r"\w", re.UNICODE)
_LINKS = frozenset("""de d' du des la l' le les et pour à en sur of the and aux au""".split())
_INSTITUTION_ADJECTIVES = (
    "ale",
    "al",
    "ique",
    "aise",
    "ais",
    "enne",
    "ienne",
    "elle",
    "aire",
    "ère",
    "ain",
    "aine",
    "ois",
    "oise",
    "tive",
    "aux",
)
_VERBAL = frozenset(
    """a est sont ont avait qui que qu' dont où sera était va vient par avec dans selon ainsi mais
    ou s' se n' ne y""".split()
)
_GENERIC = frozenset(
    """pdg p-dg ceo cto cfo coo dg dga dsi drh daf cmo cpo cio rssi vp svp evp ia ai tic pme eti rh
    rse esn ssii saas iot b2b b2c api erp crm pc tv btp bpo ipo ico r&d it tpe cdi cdd opa smic
    bac hlm tva pib oss gps usb lte 3g 4g 5g 6g web internet bourse etat covid covid-19 tgv ter
    gafa gafam start-up startup french-tech president directeur ebitda q&a vc bu lbo fcpi fip
    spac mba phd cfa fcfa xof cop21 cac40 sbf120 nasdaq""".split()
)


@dataclass(slots=True)
class Candidate:
    start: int
    end: int
    sentence: int
    first: int
    """Index of the first token in its sentence."""
    last: int
    """Index past the last token."""
    sources: set[str] = field(default_factory=set)
    label: str = ""
    """The model's label, if it proposed this span."""


def is_name_token(text: str) -> bool:
    """Say whether a token looks like part of a proper name: it has a capital somewhere."""
    if not _WORD.match(text):
        return False
    if text[0].isupper() or _DOMAIN.search(text):
        return True
    return any(c.isupper() for c in text[1:]) and not text.endswith("'") and len(text) > 2


class SpanFinder:
    """Proposes the spans of names in a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """``common`` are ordinary words in lower case: a capital alone makes no name of them."""
        self._lexicon = lexicon
        self._common = common
        self._org_first: dict[str, int] = defaultdict(int)
        for name in lexicon.organisations:
            first, *rest = name.split(" ")
            self._org_first[first] = max(self._org_first[first], 1 + len(rest))

    def find(
        self,
        sentences: Sequence[Sequence[Token]],
        model: Sequence[ModelEntity],
        headings: Sequence[bool],
    ) -> list[Candidate]:
        """Return the spans that are kept, in text order and without overlap.

        ``sentences`` are the tokens of each sentence; ``model`` the recogniser's entities
        with offsets into the same text.
        """
        common = self._common_words(sentences)
        shouting = [h and _all_capitals(t) for t, h in zip(sentences, headings, strict=True)]
        by_form = [
            *self._from_model(sentences, model, common),
            *self._from_capitals(sentences, common, headings),
        ]
        return self._select(
            [
                *(c for c in by_form if not shouting[c.sentence]),
                *self._from_lexicon(sentences, common),
                *self._from_institutions(sentences),
            ]
        )

    def _common_words(self, sentences: Sequence[Sequence[Token]]) -> set[str]:
        """Words that the document also writes in lower case."""
        return {t.text for tokens in sentences for t in tokens if t.text.islower()}

    def _trim(
        self, tokens: Sequence[Token], first: int, last: int, common: set[str]
    ) -> tuple[int, int]:
        """Strip articles, titles, function words and punctuation from both ends."""
        while first < last:
            t = tokens[first].text
            low = t.lower()
            opens = first == 0 or (
                not _WORD.match(tokens[first - 1].text[-1]) and tokens[first - 1].text != ","
            )
            alone = last - first == 1
            if (
                (
                    not _WORD.match(t[0])
                    or low in TITLES
                    or (t.endswith("'") and (opens or t.islower()))
                )
                or (
                    low in FUNCTION_WORDS
                    and (t[0].islower() or opens or (alone and t[1:].islower()))
                )
                or (
                    not is_name_token(t)
                    and not (t[0].isdigit() and not alone and t.isalnum() and not t.isdigit())
                )
                or (low in _GENERIC and not alone)
                # "le Lillois Datavor": where it is from, then its name
                or (not alone and self._origin(low))
                or (
                    opens
                    and not alone
                    and (low in common or low in self._common)
                    and key(low) not in self._lexicon.first_names
                    and low not in ORG_HEADS
                )
            ):
                first += 1
            else:
                break
        while last > first:
            t = tokens[last - 1].text
            low = t.lower()
            if (
                not _WORD.match(t[-1])
                or (low in FUNCTION_WORDS and t.islower())
                or (low in TITLES and last - first > 1)
            ) or (
                not is_name_token(t)
                and not t[0].isdigit()
                and last - first > 1
                and t.islower()
                and low in PERSON_PARTICLES
            ):
                last -= 1
            else:
                break
        return first, last

    def _origin(self, word: str) -> bool:
        """Say whether a word is an adjective of a city or a country."""
        k = key(word)
        return k in self._lexicon.demonyms or k in self._lexicon.nationalities

    def _candidate(
        self,
        sentences: Sequence[Sequence[Token]],
        s: int,
        first: int,
        last: int,
        source: str,
        label: str = "",
    ) -> Candidate | None:
        if first >= last:
            return None
        tokens = sentences[s]
        word = tokens[first].text
        low = word.lower()
        if last - first == 1 and (
            low in _GENERIC
            or low in TITLES
            or (low in FUNCTION_WORDS and (first == 0 or word.islower()))
            or (low in FUNCTION_WORDS and not _WORD.match(tokens[first - 1].text[-1]))
            or low in MONTHS
            or low in WEEKDAYS
            or not (any(ch.isupper() for ch in word) or _DOMAIN.search(word))
            or (key(low) in self._lexicon.roles)
        ):
            return None
        if all(
            t.text.lower() in ROLE_HEADS or t.text.lower() in ROLE_ADJECTIVES
            for t in tokens[first:last]
        ):
            return None
        return Candidate(tokens[first].start, tokens[last - 1].end, s, first, last, {source}, label)

    def _from_model(
        self, sentences: Sequence[Sequence[Token]], model: Sequence[ModelEntity], common: set[str]
    ) -> list[Candidate]:
        out = []
        s = 0
        for start, end, label in model:
            while s < len(sentences) and sentences[s] and sentences[s][-1].end <= start:
                s += 1
            if s == len(sentences):
                break
            tokens = sentences[s]
            inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
            if not inside:
                continue
            first, last = self._trim(tokens, inside[0], inside[-1] + 1, common)
            words = [t.text for t in tokens[first:last]]
            # A span with several lower-case words is a clause, unless it is an institution's name.
            lower = [
                w
                for w in words
                if w.islower()
                and w not in PERSON_PARTICLES
                and w
                not in ("et", "l'", "pour", "en", "sur", "au", "aux", "of", "the", "and", "for")
            ]
            if words and len(lower) >= 1 and words[0].lower() not in ORG_HEADS:
                # keep the capitalised head only
                cut = next((i for i, w in enumerate(words) if w in lower), len(words))
                first, last = self._trim(tokens, first, first + cut, common)
            if (
                any(w in ("et", ",", "ou", "(", ")") for w in words)
                and words
                and words[0].lower() not in ORG_HEADS
            ):
                cut = next(
                    (i for i, w in enumerate(words) if w in ("et", ",", "ou", "(", ")")), len(words)
                )
                first, last = self._trim(tokens, first, min(last, first + cut), common)
            # extend over the rest of a capitalised run, to the right only
            while (
                first < last < len(tokens)
                and is_name_token(tokens[last].text)
                and tokens[last].start == tokens[last - 1].end + 1
                and tokens[last].text.lower() not in _GENERIC
                and key(tokens[last].text) not in self._lexicon.roles
                and tokens[last].text.lower() not in TITLES
            ):
                last += 1
            if last - first == 1 and self._plain_start(tokens, first, common):
                continue
            found = self._candidate(sentences, s, first, last, "model", label)
            if found:
                out.extend(self._split(sentences, found))
        return out

    def _plain_start(self, tokens: Sequence[Token], i: int, common: set[str]) -> bool:
        """Say whether the token is an ordinary word that only opens a sentence or a quotation."""
        word = tokens[i].text
        low = word.lower()
        opens = i == 0 or tokens[i - 1].text in (
            "«",
            '"',
            ":",
            "-",
            "•",
            "|",
            "(",
            "!",
            "?",
            ".",
            "–",
        )
        return (
            opens
            and word[1:].islower()
            and (low in common or low in self._common)
            and key(word) not in self._lexicon.organisations
        )

    def _split(self, sentences: Sequence[Sequence[Token]], c: Candidate) -> list[Candidate]:
        """Cut "AFP Claire Aubin" and "PARIS - Norlys" where one name ends and the next begins."""
        tokens = sentences[c.sentence]
        for i in range(c.first + 1, c.last):
            word = tokens[i].text
            if not _WORD.match(word) or word in ("|",):
                left = self._candidate(
                    sentences, c.sentence, *self._trim(tokens, c.first, i, set()), "model", ""
                )
                right = self._candidate(
                    sentences,
                    c.sentence,
                    *self._trim(tokens, i + 1, c.last, set()),
                    "model",
                    c.label,
                )
                if word in ("-", "|", "–", "/", "—") and tokens[i].start > tokens[i - 1].end:
                    return [x for x in (left, right) if x is not None]
            before = tokens[i - 1].text
            if (
                i + 1 < c.last
                and key(word) in self._lexicon.first_names
                and (
                    (before.isupper() and len(before) > 1)
                    or (
                        key(before) in self._lexicon.organisations
                        and key(before) not in self._lexicon.first_names
                    )
                )
            ):
                left = self._candidate(sentences, c.sentence, c.first, i, "model", "")
                right = self._candidate(sentences, c.sentence, i, c.last, "model", "PER")
                return [x for x in (left, right) if x is not None]
        return [c]

    def _from_institutions(self, sentences: Sequence[Sequence[Token]]) -> list[Candidate]:
        """Institutions with lower-case words: "Direction des systèmes d'information (DISI)"."""
        out = []
        for s, tokens in enumerate(sentences):
            words = [t.text for t in tokens]
            for i, word in enumerate(words):
                if not word[0].isupper() or word.lower() not in ORG_HEADS:
                    continue
                j = end = i + 1
                while j < len(words) and j - i < 14:
                    w = words[j]
                    if (
                        w == "("
                        and j - i >= 3
                        and j + 2 < len(words)
                        and words[j + 2] == ")"
                        and words[j + 1][:1].isupper()
                        and is_acronym(key(words[j + 1]), key(" ".join(words[i:j])), words[j + 1])
                    ):
                        end = j
                        break
                    if not _WORD.match(w[0]) or w.lower() in _VERBAL:
                        break
                    if is_name_token(w) and w.lower() not in FUNCTION_WORDS:
                        if (
                            words[j - 1] in _LINKS
                            or words[j - 1] == word
                            or is_name_token(words[j - 1])
                            or words[j - 1].endswith(_INSTITUTION_ADJECTIVES)
                        ):
                            end = j + 1
                    elif (
                        j == i + 1
                        and w.endswith(_INSTITUTION_ADJECTIVES)
                        and (i > 0 or (j + 1 < len(words) and words[j + 1] in _LINKS))
                    ):
                        end = j + 1
                    j += 1
                if end > i + 1:
                    found = self._candidate(sentences, s, i, end, "institution")
                    if found:
                        out.append(found)
        return out

    def _from_lexicon(
        self, sentences: Sequence[Sequence[Token]], common: set[str]
    ) -> list[Candidate]:
        out = []
        organisations, places = self._lexicon.organisations, self._lexicon.places
        for s, tokens in enumerate(sentences):
            keys = [key(t.text) for t in tokens]
            for i, token in enumerate(tokens):
                if not (
                    token.text[0].isupper() or token.text[0].isdigit() or is_name_token(token.text)
                ):
                    continue
                first_word = keys[i].split(" ")[0] if keys[i] else ""
                longest = min(self._org_first.get(first_word, 0), 7)
                best = 0
                joined = ""
                for n in range(max(longest, 4)):
                    if i + n >= len(tokens):
                        break
                    joined = f"{joined} {keys[i + n]}".strip() if n else keys[i]
                    last_token = tokens[i + n].text
                    if not keys[i + n]:
                        break
                    if n and last_token[0].islower() and not is_name_token(last_token) and n < 1:
                        break
                    if joined in organisations and _same_capitals(
                        organisations[joined], joined, [t.text for t in tokens[i : i + n + 1]]
                    ):
                        best = n + 1
                    elif (
                        n == 0 or tokens[i + n].text[0].isupper() or "'" in tokens[i + n].text
                    ) and joined in places:
                        best = max(best, n + 1)
                if best == 1 and i == 0 and keys[0] in common:
                    continue
                if best:
                    found = self._candidate(sentences, s, i, i + best, "lexicon")
                    if found:
                        out.append(found)
        return out

    def _from_capitals(
        self, sentences: Sequence[Sequence[Token]], common: set[str], headings: Sequence[bool]
    ) -> list[Candidate]:
        out = []
        lexicon = self._lexicon
        for s, tokens in enumerate(sentences):
            words = [t.text for t in tokens]
            capital = [w for w in words if w[0].isalpha()]
            # A heading in capitals throughout tells nothing by its capitals.
            if (
                headings[s]
                and len(capital) > 4
                and sum(w[0].isupper() for w in capital) > 0.8 * len(capital)
            ):
                continue
            i = 0
            while i < len(words):
                w = words[i]
                starts = (
                    is_name_token(w)
                    and w.lower() not in _GENERIC
                    and key(w) not in lexicon.roles
                    and w.lower() not in TITLES
                )
                if (
                    starts
                    and w.lower() in FUNCTION_WORDS
                    and not (w in ("La", "Le", "Les") and i > 0)
                ):
                    starts = False
                if (
                    starts
                    and i
                    and w in ("La", "Le", "Les")
                    and words[i - 1] in (".", "«", '"', "!", "?", ":")
                ):
                    starts = False
                if starts and (w.lower() in MONTHS or w.lower() in WEEKDAYS):
                    starts = False
                if not starts:
                    i += 1
                    continue
                j = i + 1
                while j < len(words):
                    gap = tokens[j].start - tokens[j - 1].end
                    if gap > 1:
                        break
                    x = words[j]
                    if (
                        is_name_token(x)
                        and x.lower() not in _GENERIC
                        and key(x) not in lexicon.roles
                        and x.lower() not in FUNCTION_WORDS - {"la", "le", "les", "tech"}
                    ):
                        if gap == 0 and words[j - 1][-1] not in "'-&.":
                            break
                        j += 1
                    elif x in ("&", "+") and j + 1 < len(words) and is_name_token(words[j + 1]):
                        j += 2
                    elif x.isdigit() and len(x) <= 4 and gap == 1 and j == i + 1 and len(x) != 4:
                        j += 1
                        break
                    elif (
                        x
                        in (
                            "de",
                            "d'",
                            "du",
                            "van",
                            "von",
                            "der",
                            "den",
                            "ben",
                            "el",
                            "al",
                            "da",
                            "di",
                            "dos",
                            "del",
                        )
                        and key(words[i]) in lexicon.first_names
                        and j + 1 < len(words)
                        and (
                            is_name_token(words[j + 1])
                            or words[j + 1] in ("der", "den", "la", "le")
                        )
                    ):
                        j += 1
                        while j < len(words) and words[j] in ("der", "den", "la", "le"):
                            j += 1
                    else:
                        break
                low = w.lower()
                sentence_start = i == 0 or words[i - 1] in (
                    "«",
                    '"',
                    ":",
                    "-",
                    "•",
                    "|",
                    "(",
                    "!",
                    "?",
                    ".",
                )
                # Alone at the start of a sentence, a capital proves nothing.
                if (
                    j - i == 1
                    and sentence_start
                    and (
                        low in common
                        or (
                            not (w.isupper() and len(w) > 1) and not any(c.isupper() for c in w[1:])
                        )
                    )
                ):
                    i = j
                    continue
                first, last = self._trim(tokens, i, j, common)
                found = self._candidate(sentences, s, first, last, "capitals")
                if found:
                    out.append(found)
                i = j
        # A lone capitalised word that opens a sentence is a name if it is one elsewhere.
        known = {
            key(" ".join(t.text for t in sentences[c.sentence][c.first : c.last])) for c in out
        }
        for s, tokens in enumerate(sentences):
            if tokens and key(tokens[0].text) in known and is_name_token(tokens[0].text):
                found = self._candidate(sentences, s, 0, 1, "capitals")
                if found:
                    out.append(found)
        return out

    def _select(self, candidates: list[Candidate]) -> list[Candidate]:
        """Merge equal spans, then keep the best of overlapping ones."""
        merged: dict[tuple[int, int], Candidate] = {}
        for c in candidates:
            seen = merged.setdefault((c.start, c.end), c)
            if seen is not c:
                seen.sources |= c.sources
                seen.label = seen.label or c.label
        weight = {"lexicon": 1.0, "model": 1.2, "capitals": 1.0, "institution": 1.6}

        def rank(c: Candidate) -> tuple[float, int]:
            return (sum(weight[x] for x in c.sources) + 0.6 * (c.last - c.first), -c.start)

        chosen: list[Candidate] = []
        taken: list[tuple[int, int]] = []
        for c in sorted(merged.values(), key=rank, reverse=True):
            if all(c.end <= a or c.start >= b for a, b in taken):
                chosen.append(c)
                taken.append((c.start, c.end))
            else:
                for other in chosen:
                    if other.start <= c.start and c.end <= other.end:
                        other.label = other.label or ""
        return sorted(chosen, key=lambda c: c.start)


def _all_capitals(tokens: Sequence[Token]) -> bool:
    """Say whether a heading is in capitals throughout: its capitals tell nothing."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 1]
    return len(words) >= 2 and all(w.isupper() for w in words)


def _same_capitals(organisation: Organisation, k: str, words: Sequence[str]) -> bool:
    """Say whether the text gives a known name its capitals: not "le point", "24 heures"."""
    form = next(
        (f for f in (organisation.name, *organisation.aliases) if key(f) == k), organisation.name
    )
    known = [w for w in form.replace("'", "' ").replace("’", "' ").split() if w]
    if len(known) != len(words):
        return any(w[0].isupper() for w in words) and words[-1][0].isupper()
    if not any(c.isupper() for c in form):
        return True
    return all(not a[0].isupper() or b[0].isupper() for a, b in zip(known, words, strict=True))
