"""Names: where they are, what they are (organisation, person, place, other), and their fullest form.

Three kinds of finder propose spans: the model's entity recogniser, the lexicon, and
runs of capitalised words. Each name then gets ONE type per document, by summing
evidence over all of its mentions: model votes, lexicon, shape, and the words around.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.annotate.language import ModelEntity
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.french.verbs import analyses
from pipeline.french.words import (
    FUNCTION_WORDS,
    MONTHS,
    ORG_HEADS,
    ORG_NOUNS,
    ORG_SUFFIXES,
    PERSON_PARTICLES,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    TITLES,
    WEEKDAYS,
)
from pipeline.lexicon import Lexicon
from pipeline.lexicon.types import Organisation
from pipeline.types import Mention

_SAYING = frozenset(
    analyses(
        tuple(
            "expliquer déclarer souligner confier raconter préciser ajouter affirmer indiquer assurer "
            "estimer commenter résumer poursuivre rappeler noter observer insister plaider lancer "
            "détailler reconnaître témoigner conclure argumenter avancer juger regretter promettre "
            "prévenir glisser sourire écrire dire admettre nuancer".replace(
                "reconnaître ", ""
            ).split()
        )
    )
)
_COMPANY_ACTS = frozenset(
    analyses(
        tuple(
            "lever ouvrir racheter annoncer lancer recruter acquérir employer compter boucler "
            "implanter installer inaugurer développer proposer commercialiser éditer fabriquer "
            "signer investir fusionner licencier revendiquer réaliser prévoir vouloir emménager quitter "
            "transférer boucler choisir étendre renforcer viser générer croquer avaler intégrer reprendre "
            "nommer embaucher exporter équiper commercialiser fermer récolter collecter miser viser "
            "dévoiler présenter proposer sortir mettre vendre aligner décrocher remporter tirer préparer choisir "
            "dépasser afficher enregistrer diversifier accélérer poursuivre nouer rejoindre "
            "supprimer céder déployer concevoir fournir".replace("concevoir ", "").split()
        )
    )
)
#: What a label of the model is worth for each type.
_VOTES = {
    "ORG": {"ORG": 1.6},
    "PER": {"PER": 1.3},
    "LOC": {"LOC": 1.5},
    "MISC": {"X": 0.9, "ORG": 0.5},
}
_DOMAIN = re.compile(r"\w\.(?:com|fr|io|ai|net|org|eu|tv|ly|app|tech)$")
_ACQUIRING = frozenset(
    analyses(tuple(["racheter", "acquérir", "offrir", "avaler", "absorber", "présider", "cofonder"]))
)
_FRONTED = frozenset(
    ["fondé", "fondée", "créé", "créée", "né", "née", "basé", "basée", "lancé", "lancée", "installé", "installée", "valorisé", "valorisée", "spécialisé", "spécialisée", "implanté", "implantée", "éditeur", "pionnier", "spécialiste", "leader", "soutenu", "soutenue"]
)
_WORD = re.compile(r"\w", re.UNICODE)
_LINKS = frozenset(["de", "d'", "du", "des", "la", "l'", "le", "les", "et", "pour", "à", "en", "sur", "of", "the", "and", "aux", "au"])
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
    ["a", "est", "sont", "ont", "avait", "qui", "que", "qu'", "dont", "où", "sera", "était", "va", "vient", "par", "avec", "dans", "selon", "ainsi", "mais", "ou", "s'", "se", "n'", "ne", "y"]
)
_GENERIC = frozenset(
    ["pdg", "p-dg", "ceo", "cto", "cfo", "coo", "dg", "dga", "dsi", "drh", "daf", "cmo", "cpo", "cio", "rssi", "vp", "svp", "evp", "ia", "ai", "tic", "pme", "eti", "rh", "rse", "esn", "ssii", "saas", "iot", "b2b", "b2c", "api", "erp", "crm", "pc", "tv", "btp", "bpo", "ipo", "ico", "r&d", "it", "tpe", "cdi", "cdd", "opa", "smic", "bac", "hlm", "tva", "pib", "oss", "gps", "usb", "lte", "3g", "4g", "5g", "6g", "web", "internet", "bourse", "etat", "covid", "covid-19", "tgv", "ter", "gafa", "gafam", "start-up", "startup", "french-tech", "president", "directeur", "ebitda", "q&a", "vc", "bu", "lbo", "fcpi", "fip", "spac", "mba", "phd", "cfa", "fcfa", "xof", "cop21", "cac40", "sbf120", "nasdaq"]
)


@dataclass(slots=True)
class _Candidate:
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
    """Say whether a token looks like part of a proper name: a capital somewhere, or digit + letter."""
    if not _WORD.match(text):
        return False
    if text[0].isupper() or _DOMAIN.search(text):
        return True
    return any(c.isupper() for c in text[1:]) and not text.endswith("'") and len(text) > 2


class NameFinder:
    """Finds and types the names of a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str] = frozenset()) -> None:
        """``common`` are ordinary words in lower case: alone, with a capital, they are weak names."""
        self._lexicon = lexicon
        self._common = common | _SAYING | _COMPANY_ACTS
        self._org_first: dict[str, int] = defaultdict(int)
        for name in lexicon.organisations:
            first, *rest = name.split(" ")
            self._org_first[first] = max(self._org_first[first], 1 + len(rest))

    def find(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sequence[Token]],
        model: Sequence[ModelEntity],
        headings: Sequence[bool],
        title: str | None = None,
    ) -> list[Mention]:
        """Return the typed mentions in text order; products and other names are left out.

        ``sentences`` are the tokens of each sentence over ``folded``; ``model`` the
        recogniser's entities with offsets into the same text. Mentions of label
        ``"X"`` never leave: see :meth:`find_all`.
        """
        return [
            m
            for m, label in self.find_all(text, folded, sentences, model, headings, title)
            if label != "X"
        ]

    def find_all(
        self,
        text: str,
        folded: str,
        sentences: Sequence[Sequence[Token]],
        model: Sequence[ModelEntity],
        headings: Sequence[bool],
        title: str | None = None,
    ) -> list[tuple[Mention, str]]:
        """Like :meth:`find`, with the other names (products …) under label ``"X"``."""
        del title
        common = self._common_words(sentences)
        shouting = [h and _all_capitals(t) for t, h in zip(sentences, headings, strict=True)]
        candidates = self._select(
            [
                *(
                    c
                    for c in self._from_model(sentences, model, common)
                    if not shouting[c.sentence]
                ),
                *self._from_lexicon(sentences, common),
                *(
                    c
                    for c in self._from_capitals(sentences, common, headings)
                    if not shouting[c.sentence]
                ),
                *self._from_institutions(sentences),
            ]
        )
        scores = self._score(folded, sentences, candidates)
        self._coordinate(folded, candidates, scores)
        labels = self._decide(candidates, folded, scores)
        names = self._full_names(text, candidates, folded, labels)
        out = []
        for c in candidates:
            k = key(folded[c.start : c.end])
            label = labels[k]
            if label == "-":
                continue
            public = label if label in ("ORG", "PER", "LOC") else "ORG"
            surface = text[c.start : c.end]
            out.append(
                (Mention(c.start, c.end, surface, public, names.get((k, label), surface)), label)
            )  # type: ignore[arg-type]
        return out

    # -- finders ---------------------------------------------------------------

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
                not _WORD.match(t[0])
                or low in TITLES
                or (t.endswith("'") and (opens or t.islower()))
            ) or (low in FUNCTION_WORDS and (t[0].islower() or opens or (alone and t[1:].islower()))) or (not is_name_token(t) and not (
                t[0].isdigit() and not alone and t.isalnum() and not t.isdigit()
            )) or (low in _GENERIC and not alone) or (
                opens
                and not alone
                and (low in common or low in self._common)
                and key(low) not in self._lexicon.first_names
                and low not in ORG_HEADS
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

    def _candidate(
        self,
        sentences: Sequence[Sequence[Token]],
        s: int,
        first: int,
        last: int,
        source: str,
        label: str = "",
    ) -> _Candidate | None:
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
        return _Candidate(
            tokens[first].start, tokens[last - 1].end, s, first, last, {source}, label
        )

    def _from_model(
        self, sentences: Sequence[Sequence[Token]], model: Sequence[ModelEntity], common: set[str]
    ) -> list[_Candidate]:
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

    def _split(self, sentences: Sequence[Sequence[Token]], c: _Candidate) -> list[_Candidate]:
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

    def _from_institutions(self, sentences: Sequence[Sequence[Token]]) -> list[_Candidate]:
        """ "Direction interministérielle des systèmes d'information (DISI)": institutions with lower-case words."""
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
                        and _acronym(key(words[j + 1]), key(" ".join(words[i:j])), words[j + 1])
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
    ) -> list[_Candidate]:
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
    ) -> list[_Candidate]:
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
                        or (not (w.isupper() and len(w) > 1)
                        and not any(c.isupper() for c in w[1:]))
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

    def _select(self, candidates: list[_Candidate]) -> list[_Candidate]:
        """Merge equal spans, then keep the best of overlapping ones."""
        merged: dict[tuple[int, int], _Candidate] = {}
        for c in candidates:
            seen = merged.setdefault((c.start, c.end), c)
            if seen is not c:
                seen.sources |= c.sources
                seen.label = seen.label or c.label
        weight = {"lexicon": 1.0, "model": 1.2, "capitals": 1.0, "institution": 1.6}

        def rank(c: _Candidate) -> tuple[float, int]:
            return (sum(weight[x] for x in c.sources) + 0.6 * (c.last - c.first), -c.start)

        chosen: list[_Candidate] = []
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

    # -- typing ----------------------------------------------------------------

    def _score(
        self, folded: str, sentences: Sequence[Sequence[Token]], candidates: Sequence[_Candidate]
    ) -> dict[str, dict[str, float]]:
        """Sum the evidence of each name key over its mentions: label -> score.

        Votes of the model are averaged (they repeat one opinion); of the contexts the
        strongest counts in full, since a single "la start-up X" settles the matter.
        """
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        contexts: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        surfaces: dict[str, str] = {}
        counts: dict[str, int] = defaultdict(int)
        for c in candidates:
            surface = folded[c.start : c.end]
            k = key(surface)
            surfaces.setdefault(k, surface)
            counts[k] += 1
            for label, value in self._context(sentences[c.sentence], c).items():
                contexts[k][label].append(value)
            for label, value in _VOTES.get(c.label, {}).items():
                votes[k][label] += value
        scores: dict[str, dict[str, float]] = {}
        for k, surface in surfaces.items():
            table: dict[str, float] = defaultdict(float)
            for label, value in votes[k].items():
                table[label] += value / counts[k] * min(counts[k], 3) ** 0.5
            for label, values in contexts[k].items():
                best = max(values)
                table[label] += min(best + 0.35 * (sum(values) - best), best + 2.0)
            for label, value in self._prior(k, surface).items():
                table[label] += value
            scores[k] = table
        return scores

    def _coordinate(
        self, folded: str, candidates: Sequence[_Candidate], scores: dict[str, dict[str, float]]
    ) -> None:
        """Names of one list are of one type: let neighbours share their evidence."""
        shared: list[tuple[str, str, float]] = []
        for a, b in zip(candidates, candidates[1:], strict=False):
            if a.sentence != b.sentence or folded[a.end : b.start].strip() not in (
                ",",
                "et",
                ", et",
                "ou",
                "&",
            ):
                continue
            ka, kb = key(folded[a.start : a.end]), key(folded[b.start : b.end])
            for here, there in ((ka, kb), (kb, ka)):
                for label in ("ORG", "PER", "LOC"):
                    value = scores[there].get(label, 0.0)
                    if value > 0.9:
                        shared.append((here, label, 0.4 * min(value, 4.0)))
        for k, label, value in shared:
            scores[k][label] += value

    def _prior(self, k: str, surface: str) -> dict[str, float]:
        """Evidence of the name alone: lexicon and shape."""
        lexicon = self._lexicon
        out: dict[str, float] = defaultdict(float)
        words = k.split()
        tokens = surface.split()
        if k in lexicon.products:
            out["X"] += 3.5
        if k in lexicon.organisations:
            out["ORG"] += 1.2 if k in lexicon.ambiguous else 3.5
        if k in lexicon.places:
            place = lexicon.places[k][0]
            out["LOC"] += (
                3.0
                if place.kind in ("country", "continent", "region", "area")
                or place.population > 150_000
                else 2.0
                if place.population > 30_000
                else 1.2
            )
        else:
            # The gazetteer is large: what it does not know is seldom a place.
            out["LOC"] -= 1.6 if len(words) == 1 else 0.8
        first = key(tokens[0]) if tokens else ""
        if len(tokens) >= 2 and (
            first in lexicon.first_names
            or any(p in lexicon.first_names for p in first.split()[:2])
            or re.match(r"^[A-ZÉ]\.$", tokens[0])
        ):
            out["PER"] += 3.0
        elif len(tokens) == 1 and k in lexicon.first_names:
            out["PER"] += 1.0
        elif len(tokens) == 1:
            # One word is a person only beside a full name or a title.
            out["PER"] -= 1.0
        if len(tokens) >= 2 and tokens[-1].lower() in ORG_SUFFIXES:
            out["ORG"] += 3.0
        if tokens and tokens[0].lower() in ORG_HEADS:
            out["ORG"] += 3.0
        if len(tokens) == 1:
            if (surface.isupper() and 2 <= len(surface) <= 6) or (
                any(ch.isupper() for ch in surface[1:])
                or re.search(r"\.(com|fr|io|ai|net|org)$", surface, re.I)
                or any(ch.isdigit() for ch in surface)
            ):
                out["ORG"] += 1.2
            else:
                out["ORG"] += 0.6
        elif len(tokens) == 2 and all(
            t[:1].isupper() and t[1:].replace("-", "").lower() and len(t) > 2 and not t.isupper()
            for t in tokens
        ):
            out["PER"] += 0.6 if any(t.lower() in self._common for t in tokens) else 1.2
        if re.search(r"\s\d+$", surface):
            out["X"] += 1.5
        if (
            len(tokens) == 1
            and surface.lower() in self._common
            and (not surface.isupper() or len(surface) > 4)
        ):
            out["X"] += 1.6
        if (
            len(words) >= 2
            and first in lexicon.organisations
            and first not in lexicon.ambiguous
            and (words[-1] in lexicon.places or words[-1] in ("europe", "cloud", "research"))
        ):
            out["ORG"] += 3.0
        return out

    def _context(self, tokens: Sequence[Token], c: _Candidate) -> dict[str, float]:
        """Evidence of the words around one mention."""
        out: dict[str, float] = defaultdict(float)
        words = [t.text.lower() for t in tokens]
        left = words[max(0, c.first - 4) : c.first]
        right = words[c.last : c.last + 5]
        last = left[-1] if left else ""
        before = left[-2] if len(left) > 1 else ""
        if last in TITLES:
            out["PER"] += 4
        if last == "chez":
            out["ORG"] += 2.5
        if last in ORG_NOUNS or (
            before in ORG_NOUNS and last not in (",", "de", "d'", "du", "à", "et")
        ):
            out["ORG"] += (
                3.0
                if last
                not in (
                    "site",
                    "application",
                    "plateforme",
                    "plate-forme",
                    "moteur",
                    "marque",
                    "maison",
                    "créateur",
                    "région",
                    "métropole",
                    "état",
                )
                else 1.2
            )
        if _role_before(words, c.first):
            if all(
                w in self._common or w in ROLE_ADJECTIVES or w in ("et", "&", "des", "de")
                for w in words[c.first : c.last]
            ):
                out["-"] += 6.0  # "directeur des Relations Stratégiques": capitals of a function
            own = key(" ".join(t.text for t in tokens[c.first : c.last]))
            wide = own in self._lexicon.places and self._lexicon.places[own][0].kind != "city"
            # "directeur de Kalio", but "directeur de l'Europe du Sud": a scope
            out["ORG"] += 0.3 if wide else 2.5
        if last in _ACQUIRING or (last == "sur" and before == "main"):
            out["ORG"] += 1.8
        if (
            words[0] in _FRONTED
            and last == ","
            and (words[0] not in ("né", "née") or c.last - c.first == 1)
        ):
            out["ORG"] += 2.2
        if last == "dans" and any(
            w.startswith(("invest", "inject", "participation")) for w in left
        ):
            out["ORG"] += 2.5
        if last == "," and not right[:1] and any(w in ROLE_HEADS for w in words[: c.first]):
            out["ORG"] += 1.5
        if last in ("de", "d'") and before in (
            "filiale",
            "rachat",
            "acquisition",
            "actions",
            "capital",
            "salariés",
            "porte-parole",
            "cofondateur",
            "fondateur",
            "fondatrice",
            "cofondatrice",
            "pdg",
            "patron",
            "patronne",
            "ceo",
            "actionnaires",
            "dirigeants",
            "équipes",
            "clients",
        ):
            out["ORG"] += 2.0
        if last == "de" and before in (
            "ville",
            "région",
            "maire",
            "aéroport",
            "port",
            "gare",
            "université",
            "métropole",
            "quartier",
            "rue",
            "préfecture",
            "nord",
            "sud",
            "est",
            "ouest",
        ):
            out["LOC"] += 2.0
        if last in ("à", "vers") and before not in (
            "rapport",
            "face",
            "grâce",
            "quant",
            "vend",
            "vendu",
            "cédé",
            "appartient",
            "vente",
            "confié",
        ):
            out["LOC"] += 1.0
        if last == "en":
            out["LOC"] += 1.5
        if last in ("aux", "au") and before in ("implanté", "installé", "basé", "bureau", "basée"):
            out["LOC"] += 1.0
        name = words[c.first : c.last]
        if last in _SAYING and len(name) >= 2:
            out["PER"] += 1.5
        elif last in _SAYING:
            out["PER"] += 0.6
        if right:
            if right[0] in _SAYING:
                out["PER"] += 0.6
                out["ORG"] += 0.3
            if right[0] in _COMPANY_ACTS or (
                right[0] in ("a", "va", "vient", "veut", "prévoit", "s'", "compte")
                and any(w in _COMPANY_ACTS for w in right[1:4])
            ):
                out["ORG"] += 1.2 + 0.8 * (c.first == 0)
            if (
                right[0] == ","
                and len(right) > 2
                and right[1] == "qui"
                and right[2] in _COMPANY_ACTS
            ):
                out["ORG"] += 1.5
            if right[:3] in (["a", "vu", "le"], ["voit", "le", "jour"]):
                out["ORG"] += 2.0
            if right[0] == "," and len(right) > 1:
                nxt = right[1:4]
                if nxt[0] in ROLE_HEADS or (
                    len(nxt) > 1
                    and nxt[0]
                    in (
                        "le",
                        "la",
                        "l'",
                        "son",
                        "sa",
                        "ancien",
                        "ancienne",
                        "notre",
                        "actuel",
                        "ex",
                    )
                    and nxt[1] in ROLE_HEADS
                ):
                    out["PER"] += 2.5 if len(name) >= 2 else 1.2
                if nxt[0] in ORG_NOUNS or (
                    len(nxt) > 1
                    and nxt[0] in ("une", "la", "le", "l'", "un", "jeune")
                    and nxt[1] in ORG_NOUNS
                ):
                    out["ORG"] += 2.5
            if right[0] == "(" and len(right) > 2 and right[2] == ")":
                out["ORG"] += 0.4
                if len(name) == 1 and right[1].isdigit():
                    out["PER"] += 0.3
        if left and (last in ROLE_HEADS or (last in ROLE_ADJECTIVES and before in ROLE_HEADS)):
            out["PER"] += 1.2 if len(name) >= 2 else 0.3
        return out

    def _decide(
        self, candidates: Sequence[_Candidate], folded: str, scores: dict[str, dict[str, float]]
    ) -> dict[str, str]:
        labels: dict[str, str] = {}
        for k, table in scores.items():
            table.pop("_prior", None)
            best = max(("ORG", "PER", "LOC", "X", "-"), key=lambda x: table.get(x, 0.0))
            value = table.get(best, 0.0)
            labels[k] = best if value >= 0.8 else "X"
        # Surnames and first names alone belong to the person with the full name.
        people = [
            k.split() for k, label in labels.items() if label == "PER" and len(k.split()) >= 2
        ]
        surnames = {" ".join(words[i:]) for words in people for i in range(1, len(words))}
        for k in labels:
            if (k in surnames and labels[k] != "LOC" and len(k) > 2 and scores[k].get("ORG", 0) < 4) or (k in surnames and labels[k] == "LOC" and scores[k].get("PER", 0) >= 1.5):
                labels[k] = "PER"
        return labels

    def _full_names(
        self, text: str, candidates: Sequence[_Candidate], folded: str, labels: dict[str, str]
    ) -> dict[tuple[str, str], str]:
        """Map each (name key, label) to the fullest form that the document gives."""
        forms: dict[tuple[str, str], str] = {}
        for c in candidates:
            k = key(folded[c.start : c.end])
            forms.setdefault((k, labels[k]), text[c.start : c.end])
        full = dict(forms)
        keys_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in forms:
            keys_of[pair[1]].append(pair)
        for label, pairs in keys_of.items():
            for pair in pairs:
                words = pair[0].split()
                longer = [
                    p
                    for p in pairs
                    if len(p[0].split()) > len(words) and _extends(p[0].split(), words, label)
                ]
                if longer:
                    full[pair] = forms[min(longer, key=lambda p: (len(p[0].split()), p[0]))]
        # "Association française … (Afdel)": an acronym in brackets after its full form, or the reverse.
        spans = {(c.start, c.end): key(folded[c.start : c.end]) for c in candidates}
        ordered = sorted(spans)
        for (a, b), (c_, d) in zip(ordered, ordered[1:], strict=False):
            if folded[b:c_] in (" (", "(") and folded[d : d + 1] == ")":
                long, short = spans[(a, b)], spans[(c_, d)]
                if labels[long] == labels[short] == "ORG" and _acronym(short, long, folded[c_:d]):
                    full[(short, "ORG")] = full[(long, "ORG")]
                elif labels[long] == labels[short] == "ORG" and _acronym(long, short, folded[a:b]):
                    full[(long, "ORG")] = full[(short, "ORG")]
        return full


def _all_capitals(tokens: Sequence[Token]) -> bool:
    """Say whether a heading is in capitals throughout: its capitals tell nothing."""
    words = [t.text for t in tokens if t.text[0].isalpha() and len(t.text) > 1]
    return len(words) >= 2 and all(w.isupper() for w in words)


_POLITICAL = frozenset(["maire", "ministre", "préfet", "gouverneur", "premier", "ambassadeur", "professeur"])


def _role_before(words: Sequence[str], i: int) -> bool:
    """Say whether "… directeur financier de", "chef de la direction de" stands before the token at ``i``."""
    j = i - 1
    if j >= 0 and words[j] in ("la", "l'", "le", "les"):
        j -= 1
    if j < 0 or words[j] not in ("de", "d'", "du", "des", "chez"):
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        if words[k] in ROLE_HEADS:
            return words[k] not in _POLITICAL and not (
                words[k].startswith("président")
                and words[j - 1] != words[k]
                and "région" in words[k:j]
            )
        if not words[k][:1].isalpha() or words[k] in (
            "a",
            "est",
            "qui",
            "que",
            "à",
            "dans",
            "avec",
            "par",
        ):
            return False
    return False


def _extends(longer: list[str], words: list[str], label: str) -> bool:
    """Say whether ``longer`` is a fuller form of the same name."""
    if label == "PER":
        return longer[-len(words) :] == words or (
            len(words) > 1 and longer[0] == words[0] and longer[-1] == words[-1]
        )
    if label == "ORG":
        if longer[: len(words)] != words:
            return False
        rest = longer[len(words) :]
        return len(rest) <= 2 and all(w in _NAME_TAILS for w in rest)
    return False


def _same_capitals(organisation: Organisation, k: str, words: Sequence[str]) -> bool:
    """Say whether the text writes a known name with the capitals it has: not "le point", "24 heures"."""
    form = next(
        (f for f in (organisation.name, *organisation.aliases) if key(f) == k), organisation.name
    )
    known = [w for w in form.replace("'", "' ").replace("’", "' ").split() if w]
    if len(known) != len(words):
        return any(w[0].isupper() for w in words) and words[-1][0].isupper()
    if not any(c.isupper() for c in form):
        return True
    return all(not a[0].isupper() or b[0].isupper() for a, b in zip(known, words, strict=True))


#: What an organisation's fuller name may add without becoming another organisation.
_NAME_TAILS = ORG_SUFFIXES | {"ai", "ia", "io", "com", "fr", "sa", "inc", "technologies"}


def _acronym(short: str, long: str, surface: str) -> bool:
    words = [w for w in long.split() if w]
    initials = "".join(w[0] for w in words)
    content = "".join(
        w[0]
        for w in words
        if w
        not in (
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "l",
            "d",
            "et",
            "of",
            "the",
            "pour",
            "en",
            "and",
        )
    )
    letters = short.replace(" ", "")
    if letters in (initials, content) or (len(words) >= 3 and letters[:2] == content[:2]):
        return True
    return len(words) >= 3 and len(surface) <= 8 and words[0][0] == letters[0]
