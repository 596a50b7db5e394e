"""The pattern language of rules, and its compilation to regular expressions.

A pattern is a row of elements separated by spaces:

=================  ===========================================================
``{company}``      the slot, filled by a name or an anaphor of its label
``{company!}``     the slot, filled by a direct mention only
``{company-}``     the slot, filled by a name or a noun ("l'entreprise"), by no pronoun
``{place+}``       a coordinated list: one fact each
``{founders*}``    a coordinated list with appositions between ("A, ancien de X, et B")
``{founders%}``    a coordinated list of further fillers of a list slot named before
``{company^}``     no text: the subject of the verb that follows (first element)
``{company^!}``    the same, but only where it stands in the sentence, nothing nearer
``{company^+}``    the same, with those coordinated with it where the verb is plural
``{target=passive}`` no text: the subject of the passive verb or bare participle that follows
``{target=any}``   no text: the subject whatever the voice ("tombe", "est tombée", "tombée")
``{company~}``     no text: whoever the sentence or the discourse is about
``{person<}``      no text: the one person that the sentence before is about
``{person>}``      no text: the one person that the sentence after begins with
``{company&}``     no text: whose the thing is ("le bureau de X", "ouvert par X", "ses"), else as ~
``{company=nat}``  an adjective of nationality that stands for its country
``{company=gov}``  no text: the government that a minister belongs to
``{place=dem}``    an adjective of origin that stands for its city or region;
                   for an organisation: its phrase bears one ("la start-up lyonnaise X")
``{company=@firm}`` the slot, filled by a name whose phrase bears a word of class ``firm``
``{place=dem@firm}`` a phrase headed by a noun of class ``firm`` that bears such an adjective
                   ("la filiale marocaine"); likewise ``=nat@firm``
``{company=noun}`` a phrase whose noun says that it is an organisation ("la start-up X")
``{company=LOC}``  a place where an organisation is expected (of a mayor, a minister);
                   ``{founders+=ORG}`` a list of them
``<role>``         words of a function; ``<role+>`` coordinated functions
``<role=lead>``    a word of class ``lead`` that stands for the function ("préside")
``<post>``         a function named by its noun ("la présidence")
``<function>``     either of the two; ``<function+>`` coordinated ones
``<amount>``       an amount of money; ``<time>`` a time expression, ``<time=long>`` none of a day
``@open``          a word of class ``open``; ``@open:pp`` in that mood
``à|en|dans``      one of these words (``\\,`` is not needed: ``,`` is a word too)
``~3``             up to three units, no punctuation among them
``~3-stop``        the same, but none of class ``stop``
``~~8``            up to eight units of any kind but ``;``
``~8!et|puis``     up to eight units, no punctuation and none of these words among them
``!de|d'``         none of these words, kinds (``!#P``) or classes (``!@x``) comes next
                   (takes no text)
``#P``             any unit of that kind (O, P, L, R, N, D …), not captured
``%at``            one of the relation's ``phrases`` of that name, a row of elements each
``^``              the sentence begins here (takes no text, or an opening quote or bullet)
``$``              the sentence ends here, but for punctuation (takes no text)
``x?``             an optional element
=================  ===========================================================

Classes are looked up in the relation's own ``words``, then in the shared ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from pipeline.errors import RuleError
from pipeline.extract.element import Element, parse
from pipeline.extract.relation import RelationType, Rule, Words


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to run."""

    rule: Rule
    relation: RelationType
    elements: tuple[Element, ...]
    expression: str
    """The pattern as a regular expression, compiled when it is first needed."""
    veto: re.Pattern[str] | None
    verbal: str
    """Name of the word class whose verb governs; empty where the trigger is a noun."""
    given: re.Pattern[str] | None = None
    """What must stand in the sentence besides."""
    near: re.Pattern[str] | None = None
    """What must stand in the sentence or in one of the two before it."""

    @property
    def name(self) -> str:
        """``relation/rule``: what facts carry."""
        return f"{self.relation.name}/{self.rule.name}"

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled once: most rules meet no sentence of a short text."""
        return _compiled(self.expression)

    def prefixes(self) -> list[re.Pattern[str]]:
        """Expressions of the first 1, 2, … elements: what ``explain`` tries in turn."""
        return [
            re.compile("".join(e.regex for e in self.elements[: n + 1]))
            for n in range(len(self.elements))
        ]


def compile_rule(
    rule: Rule, relation: RelationType, shared: Mapping[str, Words], *, check: bool = False
) -> Compiled:
    """Compile a rule; with ``check`` also its expression, which otherwise waits for its first use.

    Raises:
        RuleError: an element names an unknown slot or class, or cannot be read.
    """
    elements = _narrow(
        tuple(parse(source, rule, relation, shared) for source in rule.pattern.split())
    )
    subject = [i for i, e in enumerate(elements) if e.kind == "subject"]
    if any(i > 0 for i in subject):
        raise RuleError(
            "a subject slot must come first", rule=rule.name, element=elements[subject[0]].source
        )
    verbal, at = _governor(rule, relation, shared, elements)
    parts = [f"(?P<_v>{e.regex})" if i == at else e.regex for i, e in enumerate(elements)]
    expression = "(?<![^ ])" + "".join(parts)
    if check:
        try:
            _compiled(expression)
        except re.error as error:
            raise RuleError(f"not a usable pattern ({error})", rule=rule.name) from error
    veto, given, near = (
        _condition(source, rule, relation, shared)
        for source in (rule.unless, rule.given, rule.near)
    )
    return Compiled(rule, relation, elements, expression, veto, verbal, given, near)


def _narrow(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Keep the gap after a subject from holding that subject: no name stands in it."""
    if len(elements) < 2 or elements[0].kind != "subject" or elements[1].kind != "gap":
        return elements
    gap = elements[1]
    narrow = replace(
        gap,
        regex=gap.regex.replace("(?:", "(?:(?!#[OoqPa])", 1),
        atoms=gap.atoms | {"#[OoqPa]"},
    )
    return (elements[0], narrow, *elements[2:])


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _condition(
    source: str | None, rule: Rule, relation: RelationType, shared: Mapping[str, Words]
) -> re.Pattern[str] | None:
    if not source:
        return None
    parts = [parse(s, rule, relation, shared).regex for s in source.split()]
    return re.compile("(?<![^ ])" + "".join(parts))


def _governor(
    rule: Rule, relation: RelationType, shared: Mapping[str, Words], elements: tuple[Element, ...]
) -> tuple[str, int]:
    """Return the verb class that governs the rule ("" for none) and the element to look at."""
    first = -1
    for i, element in enumerate(elements):
        if element.kind != "class" or element.source.endswith("?"):
            continue
        name = element.name.partition(":")[0]
        table = relation.words.get(name) or shared[name]
        if rule.verb is not None and name != rule.verb:
            continue
        if any(table.values()) and not rule.nominal and (name not in ("be", "have") or rule.verb):
            return name, i
        if first < 0 and name not in ("det", "def", "of", "in", "sep", "poss", "adv"):
            first = i
    return "", first
