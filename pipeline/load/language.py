"""Is a text French? Function words decide the clear cases, py3langid the others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from pipeline.french.typography import fold

# Words that carry French grammar and are rare elsewhere; "la", "de", "que" are as
# much Spanish, Italian or Portuguese and would decide nothing.
_FRENCH_WORDS = (
    "le les des du au aux à une est et dans pour qui sur avec par ce cette ces sont été être avoir"
    " il elle ils elles nous vous on ne pas plus mais ou où dont chez selon depuis après avant"
    " leur leurs son ses notre nos ont fait aussi ainsi comme entre sous sans deux trois ans"
    " l' d' qu' s' n' j' c' jusqu' lorsqu' puisqu' aujourd'"
)
_FRENCH = frozenset(_FRENCH_WORDS.split())
# The commonest words of the languages that reach a French newsroom by mistake, as far
# as they are not French too.
_OTHERS = {
    "en": "the of and to in is for that with was it as by from at this are has have be will its"
    " an which their they said more than",
    "es": "el los del y en una con por para como más su pero este fue al lo se las que",
    "it": "il di che per della con del sono gli anche nel alla dei è più ha una dal delle",
    "pt": "o os do da em um uma não com para mais dos das ao pelo foi são no na",
    "de": "der die das und den von zu mit im für auf ist dem ein eine nicht des sich wird hat",
    "nl": "de het van een en te dat op is voor met zijn niet aan er ook bij naar door",
    "ca": "el els amb per una del dels que i és al les més va ha seva aquest",
    "ro": "și în din cu pe pentru este care sau mai fost prin lui ale sunt",
}
_SHARED = frozenset(("en", "y", "se", "la", "de", "un", "que", "a", "es", "an", "me", "te", "i"))
_OTHER_WORDS = {
    code: frozenset(words.split()) - _FRENCH - _SHARED for code, words in _OTHERS.items()
}
_ALL_OTHER = frozenset().union(*_OTHER_WORDS.values())

# Languages that py3langid chooses from; those without function words above are there so
# that a Russian text is called Russian.
_CANDIDATES = ("fr", *_OTHERS, "pl", "sv", "tr", "ru", "uk", "el", "ar", "he", "zh", "ja", "ko")

# ``\w`` words, an elided one with its apostrophe.
_WORD = re.compile(r"[^\W\d_]+'?")
_SAMPLE = 2000

# Share of French function words, measured: 0.15–0.43 in 1,024 French news texts (95 of
# 100 above 0.23), at most 0.05 in passages of the other languages above; there theirs
# is 0.08–0.41, in French texts 0.07 at most and never above a third of the French share.
_CLEARLY_FRENCH = 0.10
_CLEAR_RATIO = 3
_HARDLY_FRENCH = 0.06
_SHORT = 25


def foreign_language(text: str) -> str | None:
    """Give the code of the language that ``text`` is in, None where it may pass as French.

    A text too short to tell passes unless its function words speak against it; "und"
    stands for a text without letters.
    """
    sample = _sample(text)
    words = _WORD.findall(fold(sample).lower())
    if not words:
        return "und"
    french = sum(word in _FRENCH for word in words) / len(words)
    other = sum(word in _ALL_OTHER for word in words) / len(words)
    if french >= _CLEARLY_FRENCH and french >= _CLEAR_RATIO * other:
        return None
    code = str(_identifier().classify(sample)[0])
    if code == "fr":
        return None
    theirs = _OTHER_WORDS.get(code)
    if theirs is None:
        # Another alphabet, or a guess between languages that we cannot weigh.
        return None if french >= _HARDLY_FRENCH else code
    against = sum(word in theirs for word in words) / len(words)
    # A short French text full of English names has the look of English to a model
    # of letters, but its grammar is French.
    if french >= _HARDLY_FRENCH and french > against:
        return None
    if len(words) < _SHORT and against == 0:
        return None
    return code


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Give py3langid's model: 0.7 s to unpack, so only where function words do not decide."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(_CANDIDATES))
    return identifier


def _sample(text: str) -> str:
    """Give start, middle and end of a long text: a page may open or close in English."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))
