"""What stands in the clause of a trigger: its own subjects, its time, its place.

Where :mod:`pipeline.extract.subject` falls back on what the discourse is about, these
look only at what the clause says: a founding whose year or founder is guessed is worse
than one without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.extract.modality import VerbGroup
from pipeline.extract.subject import in_phrase, lexical_subject, referent, subject_ahead
from pipeline.types import Label, Unit

_Wanted = Callable[[Sequence[Unit], int], bool]

#: Units up to which a time or place is looked for after the trigger.
_REACH = 16
_STOPS = frozenset("; : ) ] » – — qui dont avant après".split())
#: A subject does not stand left of these.
_BORDERS = frozenset("; : que qu' quand lorsque lorsqu' où".split())
#: Before an infinitive: what the verb before it governs is no subject ("quitte X pour fonder Y").
_PURPOSE = frozenset("pour afin de d'".split())
#: What may stand between two coordinated persons: "A, B et son épouse C".
_JOINTS = frozenset(
    """, et son sa ses leur ainsi que qu' avec épouse époux femme mari frère sœur soeur fils
    fille père mère ami amie associé associée cousin cousine""".split()
)
#: Pronouns that stand for no name of the article.
_NOBODY = frozenset(["on", "je", "j'", "tu", "nous", "vous"])
_AT = frozenset("à au aux en depuis".split())
#: Stems of what tells where a company is, not where it was founded ("basé à", "le siège à").
_NOW = ("bas", "implant", "install", "siège", "établi", "présent")
#: What may stand between a name and its participle: "X, récemment rachetée".
_BEFORE_PARTICIPLE = frozenset(
    """déjà désormais aujourd'hui aussi récemment ensuite puis et enfin depuis est tout juste
    alors""".split()
)
_PARTICIPLE = ("é", "ée", "és", "ées")


def clause_subjects(units: Sequence[Unit], start: int, label: Label) -> list[int]:
    """Return the indexes of the coordinated subjects of the verb group at ``start``, in order.

    Empty where somebody of another type, a noun or a border of the clause is nearer.
    """
    if lexical_subject(units, start, label) or (start and units[start - 1].form in _NOBODY):
        return []
    purpose = start > 0 and units[start - 1].form in _PURPOSE
    depth = 0
    for i in range(start - 1, -1, -1):
        unit = units[i]
        if unit.form in ("(", ")"):
            depth += 1 if unit.form == ")" else -1
        elif depth > 0:
            continue
        elif unit.form in _BORDERS:
            break
        elif referent(unit, label) is not None and unit.kind != "X":
            if not in_phrase(units, i):
                return coordinated(units, i)
        elif not purpose and _other_subject(units, i):
            return []
    if any(referent(u, label) is not None and u.kind != "X" for u in units[:start]):
        return []
    ahead = subject_ahead(units, start, label)
    return [] if ahead is None else [ahead]


def _other_subject(units: Sequence[Unit], i: int) -> bool:
    """Say whether a name of another type, or "le PDG" outside an apposition, stands at ``i``."""
    if units[i].kind in ("O", "o", "P", "X"):
        return not in_phrase(units, i)
    named = units[i].kind == "R" and i > 0 and units[i - 1].form in ("le", "la", "les")
    return named and (i < 2 or units[i - 2].form not in (",", "(", "–"))


def coordinated(units: Sequence[Unit], last: int) -> list[int]:
    """Return the persons or organisations joined with the one at ``last``, leftmost first."""
    found = [last]
    for i in range(last - 1, -1, -1):
        unit = units[i]
        if unit.kind == units[last].kind and unit.mention is not None:
            if in_phrase(units, i) and units[i - 1].form != "avec":
                break
            found.insert(0, i)
        elif unit.form not in _JOINTS or found[0] - i > 4:
            break
    return found


def clause_time(units: Sequence[Unit], trigger: int, *, bare: bool) -> int | None:
    """Return the index of the time told in the trigger's clause.

    ``bare`` says that the trigger is a participle without auxiliary, whose clause only
    begins there: what stands before it belongs to the sentence around it.
    """
    return _in_clause(units, trigger, _is_time, bare=bare)


def clause_place(units: Sequence[Unit], trigger: int, *, bare: bool) -> int | None:
    """Return the index of the place told in the trigger's clause (see :func:`clause_time`)."""
    return _in_clause(units, trigger, _is_place, bare=bare)


def _is_time(units: Sequence[Unit], i: int) -> bool:
    return units[i].kind == "D"


def _is_place(units: Sequence[Unit], i: int) -> bool:
    """Say whether the place at ``i`` is where something happens: "à X", "dans un garage de X"."""
    if units[i].kind not in ("L", "l") or units[i].loc is None:
        return False
    back = [u.form for u in units[max(0, i - 5) : i]]
    while back and back[-1] in ("la", "le", "l'", "les"):
        back.pop()
    if not back:
        return False
    if back[-1] in _AT:
        return len(back) < 2 or not back[-2].startswith(_NOW)
    return back[-1] in ("de", "d'", "du") and "dans" in back


def _in_clause(units: Sequence[Unit], trigger: int, wanted: _Wanted, *, bare: bool) -> int | None:
    found = _after(units, trigger, wanted)
    return found if found is not None or bare else _before(units, trigger, wanted)


def _after(units: Sequence[Unit], trigger: int, wanted: _Wanted) -> int | None:
    for i in range(trigger + 1, min(len(units), trigger + 1 + _REACH)):
        if wanted(units, i):
            return i
        if units[i].form in _STOPS:
            return None
        if units[i].form in (",", "(") and not _goes_on(units, i):
            return None
    return None


def _goes_on(units: Sequence[Unit], comma: int) -> bool:
    """Say whether the clause goes on after a comma: with its time, place or a list of persons."""
    follow = units[comma + 1 : comma + 6]
    if not follow:
        return False
    if follow[0].kind == "D" or follow[0].form in ("à", "dans", "en", "par", "depuis"):
        return True
    if follow[0].kind == "P" and units[comma - 1].kind == "P":
        return True
    # ", la société Z, en 2014", ", Z, à Bamako": an apposition, closed before the time or place
    return any(a.form == "," and (b.kind == "D" or b.form == "à") for a, b in pairwise(follow))


def _before(units: Sequence[Unit], trigger: int, wanted: _Wanted) -> int | None:
    begin = max((i + 1 for i in range(trigger) if units[i].form in (";", ":")), default=0)
    crossed = False
    for i in range(trigger - 1, begin - 1, -1):
        crossed = crossed or units[i].form == ","
        if not wanted(units, i) or (crossed and i - begin > 6):
            continue
        # "Rachetée en 2019, X a été fondée par A": that year belongs to its own participle
        if not (crossed and i > begin and units[i - 1].form.endswith(_PARTICIPLE)):
            return i
    return None


def belongs_to_other(units: Sequence[Unit], group: VerbGroup, trigger: int, subject: int) -> bool:
    """Say whether a passive verb belongs to something else than the organisation found.

    "le logiciel de X a été acheté", "X annonce une transaction évaluée à": not X itself.
    """
    if group.start and units[group.start - 1].form == "qui":
        return False
    if subject >= 0 and in_phrase(units, subject):
        return True
    if group.start != trigger:
        return False
    before = units[trigger - 1] if trigger else None
    if subject < 0 or before is None:
        return subject < 0
    noun = before.kind == "w" and before.form not in _BEFORE_PARTICIPLE
    return noun and not before.form.endswith("ment")


def plural_verb(units: Sequence[Unit]) -> bool:
    """Say whether the finite verb of a group is in the third person plural."""
    return any(u.form.endswith(("ent", "ont")) and u.form not in ("vient", "tient") for u in units)
