"""The declarative form of rules: relation types, rules, word classes, marked-up examples.

A rule file builds one ``RelationType`` named ``RELATION`` and nothing else. Patterns
are written in the small language of :mod:`pipeline.extract.pattern`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.french.verbs import analyses
from pipeline.types import Label

#: A word class: form -> marks it bears besides the class itself ("fin", "inf", "pp", "ger").
Words = Mapping[str, frozenset[str]]


def words(*forms: str) -> dict[str, frozenset[str]]:
    """A class of invariable words; each argument may hold several, separated by spaces."""
    return {form: frozenset() for group in forms for form in group.split()}


def verbs(*infinitives: str) -> dict[str, frozenset[str]]:
    """A class of verbs in all their forms; each argument may hold several infinitives."""
    lemmas = tuple(lemma for group in infinitives for lemma in group.split())
    return {form: frozenset(a.mood for a in found) for form, found in analyses(lemmas).items()}


def without(table: Words, forms: str) -> Words:
    """The class less some forms that are more often other words ("président", "dirigeant")."""
    out = set(forms.split())
    return {form: moods for form, moods in table.items() if form not in out}


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction.

    ``pattern`` says what to match; ``status`` fixes the fact's status whatever the
    verb's tense; ``attributes`` are further fixed values. ``weight`` is the rule's own
    reliability in [0, 1], used where rules compete and as the prior of confidence.
    ``verb`` names the word class whose verb governs tense and modality; by default
    the first class of the pattern that is a verb. ``negative`` patterns veto a match
    when they are found inside the same sentence around the trigger.
    """

    name: str
    pattern: str
    status: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    weight: float = 0.8
    verb: str | None = None
    nominal: bool = False
    """The trigger is a noun: modality comes from what governs it."""
    statuses: Mapping[str, str] = field(default_factory=dict)
    """How tense becomes status where this rule differs from its relation ("construit": planned)."""
    negative: bool = False
    """The construction holds its negation, which denies nothing ("n'est plus président")."""
    shared: bool = False
    """Several persons hold the one function that the pattern captures ("leur PDG, soit A et B")."""
    near: str | None = None
    """A pattern that must be found in this sentence or the two before it ("un autre à Lille")."""
    denied: bool = False
    """The construction itself says that nothing comes of it ("renonce à", "projet enterré")."""
    unless: str | None = None
    """A pattern that, found in the same sentence, vetoes the match."""
    given: str | None = None
    """A pattern without which, anywhere in the sentence, the rule does not hold."""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationType:
    """A relation: its slots, its word classes, its rules, and how tense becomes status.

    ``slots`` maps argument names to entity labels; those in ``optional`` may stay
    empty. ``statuses`` maps ``past``, ``present``, ``future``, ``conditional`` to the
    relation's status words ({} for relations without status). ``examples`` are
    sentences marked up as ``[words|argument]``, one fact each unless an argument is
    coordinated; ``counter_examples`` hold no fact of this relation.
    """

    name: str
    slots: Mapping[str, Label]
    rules: tuple[Rule, ...]
    words: Mapping[str, Words] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rows of elements that patterns share: ``%name`` stands for any one of them."""
    optional: frozenset[str] = frozenset()
    distinct: tuple[tuple[str, str], ...] = ()
    """Pairs of arguments that must differ (acquirer and target)."""
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Slot -> names that never fill it."""
    required: frozenset[str] = frozenset()
    """Captures (role, amount) without which a match is no fact."""
    adjunct: str = ""
    """A place that may stand anywhere in the trigger's clause; so may the time, and nowhere
    else.
    """
    hidden: bool = False
    """Never written: its matches help other relations (see :mod:`pipeline.extract.succession`)."""
    timeless: bool = False
    """Told in passing: times in the sentence belong to something else."""
    amount_near: bool = False
    """An amount said after the trigger belongs to the fact though no pattern names it."""
    kinds: Mapping[str, str] = field(default_factory=dict)
    """Noun -> value of the attribute ``kind``."""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()
