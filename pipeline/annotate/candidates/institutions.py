"""Institutions with lower-case words: "Direction des systèmes d'information (DISI)".

The noun that heads the name is followed by adjectives and complements; a verb ends it. With a
small letter ("l'université de Lorraine", "le parquet de Paris") it is a name only where a place
or another name stands at its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.annotate.acronyms import is_acronym
from pipeline.annotate.acts import COMPANY_ACTS, SAYING
from pipeline.annotate.candidates.borders import Borders
from pipeline.annotate.candidates.line import ADVERBIAL, GENERIC, OPENINGS, Candidate, Line, is_word
from pipeline.french.typography import key
from pipeline.french.words import FUNCTION_WORDS, ORG_HEADS

_OF = frozenset("de d' du des".split())
_ARTICLES = frozenset("la l' le les".split())
_FOREIGN = frozenset("of the and for".split())
#: Heads that need a name behind them where they are written with a small letter.
_SMALL_HEADS = frozenset(
    """université ministère chambre rectorat conseil cour parquet tribunal école lycée collège
    préfecture mairie agglomération communauté gouvernement hôpital syndicat faculté institut
    académie observatoire conservatoire ambassade""".split()
)
#: Heads of names of places: "Quartier des spectacles".
_PLACE_HEADS = frozenset("quartier technopole vallée plaine presqu'île cité".split())
#: What a small head may not be counted as: "un conseil de Paris".
_BEFORE_SMALL = frozenset("l' la le du au de d' et à".split())
#: Complements that make an organ of every company: "le Conseil d'administration".
_ORGANS = frozenset("administration surveillance direction rédaction travail données".split())
#: Nouns after "en" that are no field: "la Commission en charge".
_PHRASES = frozenset(
    """faveur cours charge matière vue fonction place raison partie cas baisse hausse fin début
    effet revanche tête lien collaboration partenariat association tant ligne mesure train
    novembre décembre janvier février mars avril mai juin juillet août septembre octobre""".split()
)
_ADJECTIVES = tuple(
    """al ale ales aux ique iques ais aise aises ois oise oises ien ienne iens iennes éen éenne
    éens éennes ain aine ains aines ier ière iers ières aire aires if ive ifs ives el elle els
    elles ieur ieure eurs""".split()
)
_IRREGULAR = frozenset(
    """public publics haut haute suprême mixte civil civils civile libre agricole agricoles mondial
    vétérinaire supérieures indépendant indépendante indépendantes unifié maladie
    numérique""".split()
)
#: Verbs that look like adjectives.
_VERBS = (
    SAYING
    | COMPANY_ACTS
    | frozenset(
        """applique explique communique critique revendique implique pratique fabrique publique
        abdique complique duplique réplique arrive active motive prive dérive signale égale régale
        appelle rappelle interpelle renouvelle épelle mêle recèle entraîne freine amène mène
        aime vaut veut peut paraît pourrait devrait serait aurait avait était allait faisait
        estimait visait comptait fait plaît connaît mais jamais désormais vais dois fois mois
        gère opère libère bien rien combien elle celle lequel""".split()
    )
)
#: Words of an institution's name at most.
_LONGEST = 14


def institutions(lines: Sequence[Line], borders: Borders) -> Iterator[Candidate]:
    """Yield the names that open with the noun of an institution."""
    for line in lines:
        for i, word in enumerate(line.words):
            low = line.lower[i]
            if word[0].isupper():
                end = _end(line, i, borders) if heads_institution(low) or low in _PLACE_HEADS else i
            elif low in _SMALL_HEADS and i and line.lower[i - 1] in _BEFORE_SMALL:
                end = _named_end(line, i, _end(line, i, borders))
                if low == "conseil" and line.lower[i + 1] in _OF:
                    continue  # "siège au conseil de X": X's, no body of its own
            else:
                continue
            if end > i + 1:
                found = borders.candidate(line, i, end, "institution")
                if found is not None:
                    yield found


def heads_institution(low: str) -> bool:
    """Say whether a word heads the names of institutions; "Ecole" is written for "École"."""
    return low in ORG_HEADS or (low[0] == "e" and "é" + low[1:] in ORG_HEADS)


def _end(line: Line, i: int, borders: Borders) -> int:
    """Return the index past the name that opens at ``i``."""
    words, n = line.words, len(line.words)
    lower_head = line.lower[i]
    end = j = i + 1
    # A capital that opens a sentence proves nothing: then only names and adjectives go on.
    opens = line.words[i][0].isupper() and (i == 0 or words[i - 1] in OPENINGS)
    while j < n and j - i < _LONGEST:
        if words[j] == "(":
            return j if _explained(line, i, j) else end
        if line.named[j] and line.lower[j] not in FUNCTION_WORDS:
            if line.tokens[j].start - line.tokens[j - 1].end > 1:
                break
            if opens and j == i + 1 and lower_head in ADVERBIAL:
                return end  # "Direction Sophia Antipolis", "Cap Lyon"
            j = end = j + 1
        elif _adjective(line, j, borders):
            j += 1
            # "Commission européenne", and "Conseil régional de …" even where it opens a sentence
            if not opens or j == n or words[j] in _OF or i + 2 == j:
                end = j
        else:
            after, named = _complement(line, j)
            if after == j or (j == i + 1 and line.lower[after - 1] in _ORGANS):
                break
            j = after
            if named or not opens:
                end = j
            if lower_head in _PLACE_HEADS:
                break
    return end


def _complement(line: Line, j: int) -> tuple[int, bool]:
    """Return the index past "de la recherche", "et des Finances" at ``j``, and whether it ends
    in a name; ``j`` itself where no complement stands there.
    """
    words, lower, n = line.words, line.lower, len(line.words)
    k = j
    if lower[k] == "et" and k + 1 < n:
        k += 1
        if lower[k] not in _OF:
            # "Logiciels et Solutions": capitals of ordinary words go on with a name in capitals
            plain = line.named[k] and line.named[j - 1] and lower[k] not in FUNCTION_WORDS
            return (k + 1, True) if plain and words[k][1:].islower() else (j, False)
    link = lower[k]
    if _links(line, k):
        k += 1
    elif k == j:
        return j, False
    while k < n and lower[k] in _ARTICLES:
        k += 1
    if k >= n or not is_word(words[k][0]) or words[k][0].isdigit():
        return j, False
    if line.named[k]:
        return (j, False) if lower[k] in FUNCTION_WORDS and link not in _OF else (k + 1, True)
    if lower[k] in FUNCTION_WORDS or lower[k] in _VERBS or not words[k].islower():
        return j, False
    if k > j and lower[k - 1] in _ARTICLES and lower[k].endswith(("er", "ir", "oir")):
        return j, False  # "Conseil européen de la valider"
    return k + 1, False


def _links(line: Line, k: int) -> bool:
    """Say whether the word at ``k`` opens a complement: "de", "pour la", "en" with a field."""
    link = line.lower[k]
    after = line.words[k + 1] if k + 1 < len(line.words) else ""
    if link == "pour":
        return after in _ARTICLES
    if link == "en":
        return after.islower() and after not in _PHRASES
    return link in _OF or link in _FOREIGN


def _adjective(line: Line, j: int, borders: Borders) -> bool:
    """Say whether the lower-case word at ``j`` is an adjective, not a verb or a noun."""
    word = line.words[j]
    if word in _IRREGULAR:
        return True
    if not word.islower() or word in FUNCTION_WORDS or word in _VERBS:
        return False
    k = key(word)
    return (
        word.endswith(_ADJECTIVES)
        or k in borders.lexicon.nationalities
        or k in borders.lexicon.demonyms
    )


def _named_end(line: Line, i: int, end: int) -> int:
    """Return where the name with a small head at ``i`` ends: on its last capital, if any, or the
    adjective after it.
    """
    if end > i + 2 and line.named[end - 2] and line.words[end - 1].endswith(_ADJECTIVES):
        return end
    while end > i + 1 and (not line.named[end - 1] or line.lower[end - 1] in GENERIC):
        end -= 1
    return end


def _explained(line: Line, i: int, j: int) -> bool:
    """Say whether the bracket at ``j`` holds the acronym of the words from ``i`` on."""
    words = line.words
    return (
        j - i >= 3
        and j + 2 < len(words)
        and words[j + 2] == ")"
        and words[j + 1][:1].isupper()
        and is_acronym(key(words[j + 1]), key(" ".join(words[i:j])), words[j + 1])
    )
