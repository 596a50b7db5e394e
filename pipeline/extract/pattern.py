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
from dataclasses import dataclass
from functools import cache

from pipeline.errors import RuleError
from pipeline.extract.relation import RelationType, Rule, Words

_SLOT = {
    "ORG": r"#[Ooaq]GH?(?P<{name}>\d+)[^ ]* ",
    "PER": r"#[Paq]G?H(?P<{name}>\d+)[^ ]* ",
    "LOC": r"#[Ll]B(?P<{name}>\d+)[^ ]* ",
}
_DIRECT = {
    "ORG": r"#OG(?P<{name}>\d+)[^ ]* ",
    "PER": r"#PH(?P<{name}>\d+)[^ ]* ",
    "LOC": r"#LB(?P<{name}>\d+)[^ ]* ",
}
_NOMINAL = {
    "ORG": r"#[Oo]GH?(?P<{name}>\d+)[^ ]* ",
    "PER": r"#[Pa]G?H(?P<{name}>\d+)[^ ]* ",
    "LOC": r"#[Ll]B(?P<{name}>\d+)[^ ]* ",
}
_ITEM = {"ORG": r"#[Oo]G\d+[^ ]* ", "PER": r"#PH\d+[^ ]* ", "LOC": r"#[Ll]B\d+[^ ]* "}
_CAPTURE = {"role": "R", "post": "N", "function": "[RN]", "amount": "M", "time": "D"}
#: The group that a capture fills, where it differs from its name.
_GROUP = {"post": "role", "function": "role"}
_SEPARATOR = r"(?:[^ ]*‹\.sep›[^ ]* ){1,5}"
#: After an item of a list: what it is, or when ("A (Lyon) en 2020, B en 2021").
_PAREN = r"(?:\( [^()]{0,60}?\) )?(?:#D[^ ]* )?"
#: What stands before an auxiliary is the next clause's subject, no further item; a plural one
#: has the whole list as its subject.
_NO_SUBJECT = r"(?!(?!(?:ont|sont|avaient|étaient|auront|seront|auraient|seraient|furent)‹)[^ ]*‹\.(?:be|have):fin›|(?:s'|se|n'|ne)(?:‹[^ ]*)? )"  # noqa: E501
#: Between two members of a list may stand what each of them is ("A, ancien de X, et B"):
#: neither a further name of their kind nor a finite "est" or "a" in it.
_APPOSITION = (
    r"(?:,(?:‹[^ ]*)? (?!qui )(?:(?!{item}|[^ ]*‹\.(?:be|have):fin›)[^ ;»]+ ){{0,18}}?"
    r"(?=(?:,|et|ainsi)(?:‹[^ ]*)? ))?"
)


#: Alternatives that are all words of some length: rare enough to be asked for first.
_PLAIN = re.compile(r"[^\W\d_]{4,}(?:\|[^\W\d_]{4,})*")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: its source, its expression, and what it captures."""

    source: str
    regex: str
    kind: str
    """slot, subject, implied, capture, class, word, gap"""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to run; ``trigger`` holds marks of which all must stand in the sentence."""

    rule: Rule
    relation: RelationType
    elements: tuple[Element, ...]
    expression: str
    """The pattern as a regular expression, compiled when it is first needed."""
    trigger: tuple[str, ...]
    veto: re.Pattern[str] | None
    verbal: str
    """Name of the word class whose verb governs; empty where the trigger is a noun."""
    given: re.Pattern[str] | None = None
    """What must stand in the sentence besides."""
    near: re.Pattern[str] | None = None
    """What must stand in the sentence or in one of the two before it."""
    spelled: tuple[tuple[str, ...], ...] = ()
    """Words of which one each must stand in the sentence."""

    @property
    def name(self) -> str:
        """``relation/rule``: what facts carry."""
        return f"{self.relation.name}/{self.rule.name}"

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled once: most rules meet no sentence of a short text."""
        return _compiled(self.expression)

    def possible(self, code: str) -> bool:
        """Say whether a coded sentence holds what the pattern cannot do without (cheap to ask)."""
        return all(mark in code for mark in self.trigger) and all(
            any(word in code for word in words) for words in self.spelled
        )

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
        tuple(_element(source, rule, relation, shared) for source in rule.pattern.split())
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
    marks = [
        _mark(e.source.rstrip("?")[1:], rule, relation, shared)
        for e in elements
        if e.kind == "class" and not e.source.endswith("?") and e.source.startswith("@")
    ]
    kinds = [_kind_needed(e, relation) for e in elements if not e.source.endswith("?")]
    trigger = tuple(dict.fromkeys([*marks, *filter(None, kinds)]))
    veto, given, near = (
        _condition(source, rule, relation, shared)
        for source in (rule.unless, rule.given, rule.near)
    )
    spelled = tuple(
        tuple(e.source.split("|"))
        for e in elements
        if e.kind == "word" and _PLAIN.fullmatch(e.source)
    )
    return Compiled(
        rule, relation, elements, expression, trigger, veto, verbal, given, near, spelled
    )


def _narrow(elements: tuple[Element, ...]) -> tuple[Element, ...]:
    """Keep the gap after a subject from holding that subject: no name stands in it."""
    if len(elements) < 2 or elements[0].kind != "subject" or elements[1].kind != "gap":
        return elements
    gap = elements[1]
    narrow = Element(gap.source, gap.regex.replace("(?:", "(?:(?!#[OoqPa])", 1), gap.kind, gap.name)
    return (elements[0], narrow, *elements[2:])


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _kind_needed(element: Element, relation: RelationType) -> str:
    """Return the code of a unit that must stand in the sentence for the element to match; "" for
    none.
    """
    if element.kind == "capture":
        letter = _CAPTURE[element.source.strip("<>").partition("=")[0].rstrip("+")]
        return f"#{letter}" if len(letter) == 1 else ""
    if element.kind == "slot" and element.source == f"{{{element.name}!}}":
        return {"ORG": "#OG", "PER": "#PH", "LOC": "#LB"}[relation.slots[element.name]]
    return ""


def _condition(
    source: str | None, rule: Rule, relation: RelationType, shared: Mapping[str, Words]
) -> re.Pattern[str] | None:
    if not source:
        return None
    parts = [_element(s, rule, relation, shared).regex for s in source.split()]
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


def _mark(source: str, rule: Rule, relation: RelationType, shared: Mapping[str, Words]) -> str:
    name, _, mood = source.partition(":")
    if name in relation.words:
        full = f"{relation.name}.{name}"
    elif name in shared:
        full = f".{name}"
    else:
        raise RuleError("unknown word class", rule=rule.name, element=f"@{source}")
    return f"‹{full}:{mood}›" if mood else f"‹{full}›"


def _element(
    source: str, rule: Rule, relation: RelationType, shared: Mapping[str, Words]
) -> Element:
    optional = source.endswith("?") and len(source) > 1
    body = source[:-1] if optional else source
    found = _body(body, rule, relation, shared)
    if optional:
        return Element(source, f"(?:{found.regex})?", found.kind, found.name)
    return Element(source, found.regex, found.kind, found.name)


def _body(body: str, rule: Rule, relation: RelationType, shared: Mapping[str, Words]) -> Element:
    if body.startswith("{") and body.endswith("}"):
        name, _, other = body[1:-1].partition("=")
        mode = name[len(name.rstrip("!+^~&<*%-")) :]
        name = name.rstrip("!+^~&<*%-")
        if name not in relation.slots:
            raise RuleError(
                f"relation {relation.name} has no slot {name}", rule=rule.name, element=body
            )
        label = relation.slots[name]
        if other in ("passive", "any"):
            return Element(body, "", "subject", name)
        if other.startswith("@"):
            mark = re.escape(_mark(other[1:], rule, relation, shared))
            kind = {"ORG": "[Oo]GH?", "PER": "[Pa]G?H", "LOC": "[Ll]B"}[label]
            return Element(body, rf"#{kind}(?P<{name}>\d+)[^ ]*{mark}[^ ]* ", "slot", name)
        if other.startswith(("nat@", "dem@")):
            adjective, _, noun = other.partition("@")
            mark = re.escape(_mark(noun, rule, relation, shared))
            inside = rf"(?P<{name}_{adjective}>#o[^ ]*{mark}[^ ]*‹\.{adjective}›[^ ]* )"
            return Element(body, inside, "adjective", name)
        if other == "nat":
            return Element(body, rf"(?P<{name}_nat>[^ ]*‹\.nat›[^ ]* )", "adjective", name)
        if other == "gov":
            return Element(body, "", "government", name)
        if other == "dem":
            if label == "ORG":
                return Element(body, rf"#[Oo]GH?(?P<{name}>\d+)[^ ]*‹\.origin›[^ ]* ", "slot", name)
            return Element(body, rf"(?P<{name}_dem>[^ ]*‹\.dem›[^ ]* )", "adjective", name)
        if other == "noun":
            return Element(body, rf"#[Oo]GH?(?P<{name}>\d+)[^ ]*‹\.orgn›[^ ]* ", "slot", name)
        if mode == "%":
            return Element(body, _list(f"{name}_more", _ITEM[other or label]), "more", name)
        if other in _DIRECT and mode == "+":
            return Element(body, _list(f"{name}_{other}", _ITEM[other]), "other", name)
        if other in _DIRECT:
            return Element(body, _DIRECT[other].format(name=f"{name}_{other}"), "other", name)
        if mode in ("^", "^!", "^+"):
            return Element(body, "", "subject", name)
        if mode == "~":
            return Element(body, "", "implied", name)
        if mode == "<":
            return Element(body, "", "before", name)
        if mode == "&":
            return Element(body, "", "owner", name)
        if mode == "+":
            return Element(body, _list(name, _ITEM[label]), "list", name)
        if mode == "*":
            return Element(body, _list(name, _ITEM[label], apposed=True), "list", name)
        table = _DIRECT if mode == "!" else _NOMINAL if mode == "-" else _SLOT
        return Element(body, table[label].format(name=name), "slot", name)
    if body.startswith("<") and body.endswith(">"):
        name, _, other = body[1:-1].partition("=")
        many = name.endswith("+")
        name = name.rstrip("+")
        if name not in _CAPTURE:
            raise RuleError("unknown capture", rule=rule.name, element=body)
        letter = _CAPTURE[name]
        if name == "time" and other == "long":
            return Element(body, r"#D(?P<time>\d+) ", "capture", name)
        if many:
            item = rf"#{letter}\d+[^ ]* "
            word = r"(?:‹[^ ]*)? "
            joint = rf"(?:(?:,|et|&|/|puis|-|\+){word}){{1,2}}(?:[^ ]*‹\.det›[^ ]* |(?:aussi|également|par|ailleurs|désormais){word}){{0,2}}"  # noqa: E501
            return Element(
                body, f"(?P<{_GROUP.get(name, name)}>{item}(?:{joint}{item})*)", "capture", name
            )
        if name == "role" and other == "minister":
            return Element(body, r"#R(?P<role>\d+)[^ ]*‹\.minister›[^ ]* ", "capture", name)
        if name == "role" and other:
            mark = re.escape(_mark(other, rule, relation, shared))
            return Element(body, rf"(?P<role>[^ ]*{mark}[^ ]* )", "class", other)
        return Element(body, rf"#{letter}(?P<{_GROUP.get(name, name)}>\d+)[^ ]* ", "capture", name)
    if body.startswith("%") and len(body) > 1 and "|" not in body:
        phrases = relation.phrases.get(body[1:])
        if phrases is None:
            raise RuleError("unknown phrase", rule=rule.name, element=body)
        rows = (
            "".join(_element(s, rule, relation, shared).regex for s in p.split()) for p in phrases
        )
        return Element(body, f"(?:{'|'.join(rows)})", "phrase", body[1:])
    if body == "^":
        return Element(body, r"\A(?:[•*·◦▪➢►«\"–—-] )?", "look")
    if body == "$":
        return Element(body, r"(?=(?:[^\w#]\S* )*$)", "look")
    if body.startswith("!") and len(body) > 1:
        options = "|".join(
            f"{w}[^ ]*"
            if w[0] == "#"
            else rf"[^ ]*{re.escape(_mark(w[1:], rule, relation, shared))}[^ ]*"
            if w[0] == "@" and len(w) > 1
            else re.escape(w)
            for w in body[1:].split("|")
        )
        return Element(body, rf"(?!(?:{options})(?:‹[^ ]*)? )", "look")
    if re.fullmatch(r"#[A-Za-z]", body):
        return Element(body, rf"#{body[1]}[^ ]* ", "word")
    if "|" in body and any(sign in body for sign in "@#%") and body[0] != "!":
        parts = [_body(part, rule, relation, shared).regex for part in body.split("|")]
        return Element(body, f"(?:{'|'.join(parts)})", "word")
    if body.startswith("@") and len(body) > 1:
        mark = re.escape(_mark(body[1:], rule, relation, shared))
        return Element(body, rf"[^ ]*{mark}[^ ]* ", "class", body[1:])
    if re.fullmatch(r"~\d+-\w+", body):
        reach, _, stop = body[1:].partition("-")
        mark = re.escape(_mark(stop, rule, relation, shared))
        return Element(body, rf"(?:(?![^ ]*{mark})[^ ,;:()«»][^ ]* ){{0,{reach}}}?", "gap")
    gap = re.fullmatch(r"~(\d+)!(\S+)", body)
    if gap is not None:
        barred = "|".join(f"{w}[^ ]*" if w[0] == "#" else re.escape(w) for w in gap[2].split("|"))
        word = rf"(?!(?:{barred})(?:‹[^ ]*)? )[^ ,;:()«»][^ ]* "
        return Element(body, rf"(?:{word}){{0,{gap[1]}}}?", "gap")
    if re.fullmatch(r"~\d+", body):
        return Element(body, rf"(?:[^ ,;:()«»][^ ]* ){{0,{body[1:]}}}?", "gap")
    if re.fullmatch(r"~~\d+", body):
        return Element(body, rf"(?:[^ ;][^ ]* ){{0,{body[2:]}}}?", "gap")
    options = "|".join(re.escape(w) for w in body.split("|"))
    return Element(body, rf"(?:{options})(?:‹[^ ]*)? ", "word")


def _list(group: str, item: str, *, apposed: bool = False) -> str:
    """The expression of a coordination of items, each with its parenthesis, under one group."""
    between = _APPOSITION.format(item=item) if apposed else ""
    further = f"{between}{_SEPARATOR}{item}{'' if apposed else _NO_SUBJECT}{_PAREN}"
    return f"(?P<{group}>{item}{_PAREN}(?:{further})*)"
