"""When two names, two functions or two amounts are the same, as GUIDELINES judges it.

The measure shares no folding code with what it measures: a slip in the pipeline's own
folding must show as an error, not hide in both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

Words = tuple[str, ...]

_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des", "the"})
_LEGAL_FORMS = """
sa sas sasu sarl eurl sca scop sci se inc incorporated corp corporation ltd ltee limited
llc llp plc gmbh ag kg spa srl bv nv ab oy oyj co pty
"""
_LEGAL = frozenset(_LEGAL_FORMS.split())
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_NOT_WORD = re.compile(r"[^\w+&]+|_")


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with dotted initials closed up."""
    text = text.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae").replace("’", "'")
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).lower()
    return _INITIALS.sub(lambda match: match[0].replace(".", "") + " ", plain)


def words(text: str) -> Words:
    """Return the folded words of ``text``."""
    return tuple(word for word in _NOT_WORD.split(fold(text)) if word)


@lru_cache(maxsize=65536)
def name_words(name: str) -> Words:
    """Return the words of a name without articles and legal forms.

    A name made of nothing else ("SE", "La") keeps its words.
    """
    every = words(name)
    kept = tuple(word for word in every if word not in _ARTICLES and word not in _LEGAL)
    return kept or every


def same_name(one: str, other: str) -> bool:
    """Whether the names are equal after folding, or one's words are all among the other's."""
    a, b = set(name_words(one)), set(name_words(other))
    return bool(a) and bool(b) and (a <= b or b <= a)


def any_same_name(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of ``some`` names is the same as any of ``others``."""
    others = tuple(others)
    return any(same_name(one, other) for one in some for other in others)


def equal_name(one: str, other: str) -> bool:
    """Whether the names are equal after folding; containment does not count."""
    return name_words(one) == name_words(other) != ()


# --- functions ---------------------------------------------------------------------

_STOP_WORDS = """
le la les l un une des de du d a au aux en et pour par sur chez dans son sa ses
the of for and in
"""
_STOP = frozenset(_STOP_WORDS.split())
# Feminine endings and what they fold to, longest first; the plural s is kept, since
# "fondateurs" said of one person is another form than "fondateur".
_GENDER = (
    ("atrice", "ateur"),
    ("ctrice", "cteur"),
    ("utrice", "uteur"),
    ("itrice", "iteur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("ere", "er"),
    ("elle", "el"),
    ("ienne", "ien"),
    ("onne", "on"),
    ("ive", "if"),
    ("ale", "al"),
    ("ente", "ent"),
    ("ante", "ant"),
    ("ete", "et"),
    ("ee", "e"),
    ("effe", "ef"),
    ("ointe", "oint"),
    ("ette", "et"),
    ("ine", "in"),
    ("use", "us"),
)

# One line per function: the abbreviations and full forms that the press uses for it.
_SAME_FUNCTION = """
pdg|ceo|dg|chief executive officer|président-directeur général|directeur général|directeur exécutif
pdg|chef de la direction
dga|directeur général adjoint|deputy ceo
dgd|directeur général délégué
dsi|cio|chief information officer|directeur des systèmes d'information|directeur informatique
dsi|directeur du système d'information
daf|cfo|chief financial officer|directeur administratif et financier|directeur financier
daf|directeur des finances|chef de la direction financière
drh|chro|chief human resources officer|directeur des ressources humaines
cto|chief technology officer|chief technical officer|directeur technique|directeur technologique
cto|directeur de la technologie|directeur des technologies
coo|chief operating officer|directeur des opérations|chef des opérations
coo|directeur de l'exploitation|chef de l'exploitation
cmo|chief marketing officer|directeur marketing|directeur du marketing
cpo|chief product officer|directeur produit|directeur des produits
cro|chief revenue officer|directeur des revenus
cco|chief commercial officer|directeur commercial
cdo|chief data officer|directeur des données
rssi|ciso|chief information security officer|responsable de la sécurité des systèmes d'information
cso|chief scientific officer|chief science officer|directeur scientifique
dpo|data protection officer|délégué à la protection des données
vp|vice-président|vice president
svp|senior vice president|vice-président senior
evp|executive vice president|vice-président exécutif
dircom|directeur de la communication
"""


def _fold_gender(word: str) -> str:
    for feminine, masculine in _GENDER:
        if len(word) > len(feminine) + 1 and word.endswith(feminine):
            return word[: -len(feminine)] + masculine
        if len(word) > len(feminine) + 2 and word.endswith(feminine + "s"):
            return word[: -len(feminine) - 1] + masculine + "s"
    return word


@lru_cache(maxsize=65536)
def role_words(role: str) -> Words:
    """Return the content words of a function, folded for gender; "co-x" is one word."""
    pdg = re.sub(r"(?i)\bp\.?-?d\.?-?g\b\.?", "pdg", role)
    every = words(re.sub(r"\bco-(?=\w)", "co", fold(pdg)))
    feminine = {"presidente": "president", "deleguee": "delegue", "gerante": "gerant"}
    folded = tuple(feminine.get(word, _fold_gender(word)) for word in every if word not in _STOP)
    return folded or every


@lru_cache(maxsize=1)
def _function_forms() -> tuple[tuple[Words, str], ...]:
    table = [line.split("|") for line in _SAME_FUNCTION.split("\n") if line]
    rows = [(role_words(form), f"#{row[0]}") for row in table for form in row]
    return tuple(sorted(rows, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=65536)
def coded_role(role: str) -> Words:
    """Return the words of a function with every known form replaced by its code.

    "PDG France" and "directeur général France" both give ("#pdg", "france").
    """
    left = list(role_words(role))
    out: list[str] = []
    while left:
        for form, code in _function_forms():
            if tuple(left[: len(form)]) == form:
                out.append(code)
                del left[: len(form)]
                break
        else:
            out.append(left.pop(0))
    return tuple(out)


def half_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether at least half of the words of the shorter side are among the other's."""
    shorter, longer = sorted((set(one), set(other)), key=len)
    return bool(shorter) and 2 * len(shorter & longer) >= len(shorter)


def same_role(one: str, other: str) -> bool:
    """Whether at least half of the words of the shorter form agree, or the functions do."""
    return half_agree(role_words(one), role_words(other)) or half_agree(
        coded_role(one), coded_role(other)
    )


def is_founder(role: str) -> bool:
    """Whether the function is that of a founder ("cofondatrice", "créateur", "founder")."""
    return any(
        word.startswith(("fondateur", "cofondateur", "createur", "cocreateur", "founder"))
        or word.startswith("cofounder")
        for word in role_words(role)
    )


def same_amount(gold: float | None, told: float | None) -> bool:
    """Whether the amounts agree within 1 %; where gold has none, none must be told."""
    if gold is None or told is None:
        return gold is told
    return abs(gold - told) <= 0.01 * abs(gold)
