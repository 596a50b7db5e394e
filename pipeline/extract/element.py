"""One element of a pattern: what it takes, as a regular expression and as atoms.

The expression runs over coded sentences (:mod:`pipeline.extract.mask`) and captures; the
atoms are what :mod:`pipeline.extract.automaton` looks at to tell, for all rules at once,
which of them are worth running. The language itself is told in :mod:`pipeline.extract.pattern`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

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


_KINDS = {"ORG": "[Oo]GH?", "PER": "[Pa]G?H", "LOC": "[Ll]B"}

#: What a unit may be asked for. A mark ("‹.be:fin›"), the beginning of a phrase's code as
#: an expression ("#[Oo]G"), or a word's form; ``ANY`` is every unit.
Atoms = frozenset[str]
ANY = "*"

Takes = Literal["one", "some", "gap", "nothing"]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern: its source, its expression, and what it captures."""

    source: str
    regex: str
    kind: str
    """slot, subject, implied, capture, class, word, gap …"""
    name: str = ""
    takes: Takes = "one"
    """One unit; some, of which the first bears one of the atoms; a gap; or nothing."""
    atoms: Atoms = frozenset()
    """What a unit must bear one of; of a gap: what none of its units may bear."""
    wide: bool = False
    """A gap over commas and brackets too."""
    optional: bool = False


def mark(source: str, rule: Rule, relation: RelationType, shared: Mapping[str, Words]) -> str:
    """Return the mark of a class written as ``name`` or ``name:mood``.

    Raises:
        RuleError: neither the relation nor the shared vocabulary has such a class.
    """
    name, _, mood = source.partition(":")
    if name in relation.words:
        full = f"{relation.name}.{name}"
    elif name in shared:
        full = f".{name}"
    else:
        raise RuleError("unknown word class", rule=rule.name, element=f"@{source}")
    return f"‹{full}:{mood}›" if mood else f"‹{full}›"


def parse(source: str, rule: Rule, relation: RelationType, shared: Mapping[str, Words]) -> Element:
    """Read one element.

    Raises:
        RuleError: it names an unknown slot, class, phrase or capture.
    """
    optional = source.endswith("?") and len(source) > 1
    body = source[:-1] if optional else source
    found = _Reader(rule, relation, shared).read(body)
    if optional:
        return replace(found, source=source, regex=f"(?:{found.regex})?", optional=True)
    return found


def _phrase(source: str, regex: str, kind: str, name: str = "", takes: Takes = "one") -> Element:
    """An element that takes a unit coded as a phrase: its atom is its expression, uncaptured."""
    plain = re.sub(r"\(\?P<\w+>(\\d\+)\)", r"\1", regex).removesuffix(" ").removesuffix("[^ ]*")
    return Element(source, regex, kind, name, takes, frozenset([plain]))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the elements of one rule."""

    rule: Rule
    relation: RelationType
    shared: Mapping[str, Words]

    def read(self, body: str) -> Element:
        if body.startswith("{") and body.endswith("}"):
            return self._slot(body)
        if body.startswith("<") and body.endswith(">"):
            return self._capture(body)
        if body.startswith("%") and len(body) > 1 and "|" not in body:
            return self._phrases(body)
        if body == "^":
            return Element(body, r"\A(?:[•*·◦▪➢►«\"–—-] )?", "look", takes="nothing")
        if body == "$":
            return Element(body, r"(?=(?:[^\w#]\S* )*$)", "look", takes="nothing")
        if body.startswith("!") and len(body) > 1:
            return self._not(body)
        if re.fullmatch(r"#[A-Za-z]", body):
            return _phrase(body, rf"#{body[1]}[^ ]* ", "word")
        if body.startswith("~") and len(body) > 1:
            return self._gap(body)
        if "|" in body and any(sign in body for sign in "@#%"):
            parts = [self.read(part) for part in body.split("|")]
            regex = f"(?:{'|'.join(part.regex for part in parts)})"
            takes: Takes = "one" if all(part.takes == "one" for part in parts) else "some"
            return Element(
                body, regex, "word", takes=takes, atoms=frozenset().union(*(p.atoms for p in parts))
            )
        if body.startswith("@") and len(body) > 1:
            return self._class(body, body[1:])
        words = body.split("|")
        options = "|".join(re.escape(w) for w in words)
        return Element(body, rf"(?:{options})(?:‹[^ ]*)? ", "word", atoms=frozenset(words))

    def _mark(self, source: str) -> str:
        return mark(source, self.rule, self.relation, self.shared)

    def _class(self, body: str, source: str) -> Element:
        found = self._mark(source)
        return Element(
            body, rf"[^ ]*{re.escape(found)}[^ ]* ", "class", source, atoms=frozenset([found])
        )

    def _gap(self, body: str) -> Element:
        """``~3``, ``~~8``, ``~3-stop``, ``~8!et|puis``."""
        wide = re.fullmatch(r"~~(\d+)", body)
        if wide is not None:
            regex = rf"(?:[^ ;][^ ]* ){{0,{wide[1]}}}?"
            return Element(body, regex, "gap", takes="gap", wide=True)
        gap = re.fullmatch(r"~(\d+)(?:-(\w+)|!(\S+))?", body)
        if gap is None:
            raise RuleError("not a gap", rule=self.rule.name, element=body)
        reach, stop, barred = gap.groups()
        no, atoms = "", frozenset[str]()
        if stop is not None:
            found = self._mark(stop)
            no, atoms = rf"(?![^ ]*{re.escape(found)})", frozenset([found])
        elif barred is not None:
            words = barred.split("|")
            options = "|".join(f"{w}[^ ]*" if w[0] == "#" else re.escape(w) for w in words)
            no, atoms = rf"(?!(?:{options})(?:‹[^ ]*)? )", frozenset(words)
        regex = rf"(?:{no}[^ ,;:()«»][^ ]* ){{0,{reach}}}?"
        return Element(body, regex, "gap", takes="gap", atoms=atoms)

    def _not(self, body: str) -> Element:
        options = "|".join(
            f"{w}[^ ]*"
            if w[0] == "#"
            else rf"[^ ]*{re.escape(self._mark(w[1:]))}[^ ]*"
            if w[0] == "@" and len(w) > 1
            else re.escape(w)
            for w in body[1:].split("|")
        )
        return Element(body, rf"(?!(?:{options})(?:‹[^ ]*)? )", "look", takes="nothing")

    def _phrases(self, body: str) -> Element:
        """A row of elements that the relation names; what its first unit may be is all that is
        told of it in atoms.
        """
        rows = self.relation.phrases.get(body[1:])
        if rows is None:
            raise RuleError("unknown phrase", rule=self.rule.name, element=body)
        regexes: list[str] = []
        atoms: frozenset[str] = frozenset()
        single, empty = True, False
        for row in rows:
            elements = [parse(s, self.rule, self.relation, self.shared) for s in row.split()]
            regexes.append("".join(e.regex for e in elements))
            single = single and len(elements) == 1 and elements[0].takes == "one"
            first, certain = _first(elements)
            atoms |= first
            empty = empty or not certain
        return Element(
            body,
            f"(?:{'|'.join(regexes)})",
            "phrase",
            body[1:],
            "one" if single else "some",
            atoms,
            optional=empty,
        )

    def _capture(self, body: str) -> Element:
        """``<role>``, ``<role+>``, ``<role=lead>``, ``<amount>``, ``<time=long>``."""
        name, _, other = body[1:-1].partition("=")
        many = name.endswith("+")
        name = name.rstrip("+")
        if name not in _CAPTURE:
            raise RuleError("unknown capture", rule=self.rule.name, element=body)
        letter = _CAPTURE[name]
        group = _GROUP.get(name, name)
        if name == "time" and other == "long":
            return _phrase(body, r"#D(?P<time>\d+) ", "capture", name)
        if many:
            item = rf"#{letter}\d+[^ ]* "
            word = r"(?:‹[^ ]*)? "
            joint = rf"(?:(?:,|et|&|/|puis|-|\+){word}){{1,2}}(?:[^ ]*‹\.det›[^ ]* |(?:aussi|également|par|ailleurs|désormais){word}){{0,2}}"  # noqa: E501
            return Element(
                body,
                f"(?P<{group}>{item}(?:{joint}{item})*)",
                "capture",
                name,
                "some",
                frozenset([f"#{letter}"]),
            )
        if name == "role" and other == "minister":
            return _phrase(body, r"#R(?P<role>\d+)[^ ]*‹\.minister›[^ ]* ", "capture", name)
        if name == "role" and other:
            found = self._mark(other)
            regex = rf"(?P<role>[^ ]*{re.escape(found)}[^ ]* )"
            return Element(body, regex, "class", other, atoms=frozenset([found]))
        return _phrase(body, rf"#{letter}(?P<{group}>\d+)[^ ]* ", "capture", name)

    def _slot(self, body: str) -> Element:
        name, _, other = body[1:-1].partition("=")
        mode = name[len(name.rstrip("!+^~&<>*%-")) :]
        name = name.rstrip("!+^~&<>*%-")
        if name not in self.relation.slots:
            raise RuleError(
                f"relation {self.relation.name} has no slot {name}",
                rule=self.rule.name,
                element=body,
            )
        label = self.relation.slots[name]
        silent = _SILENT.get(mode) or (
            "subject" if other in ("passive", "any") else "government" if other == "gov" else None
        )
        if silent is not None:
            return Element(body, "", silent, name, "nothing")
        if other:
            return self._bearing(body, name, other, mode, label)
        if mode in ("+", "*"):
            return _listing(body, name, "list", label, apposed=mode == "*")
        if mode == "%":
            return _listing(body, f"{name}_more", "more", label, name=name)
        table = _DIRECT if mode == "!" else _NOMINAL if mode == "-" else _SLOT
        return _phrase(body, table[label].format(name=name), "slot", name)

    def _bearing(self, body: str, name: str, other: str, mode: str, label: str) -> Element:
        """A slot filled by what its phrase bears, or by a phrase of another label."""
        if other.startswith("@"):
            found = re.escape(self._mark(other[1:]))
            regex = rf"#{_KINDS[label]}(?P<{name}>\d+)[^ ]*{found}[^ ]* "
            return _phrase(body, regex, "slot", name)
        if other.startswith(("nat@", "dem@")):
            adjective, _, noun = other.partition("@")
            found = re.escape(self._mark(noun))
            inside = rf"#o[^ ]*{found}[^ ]*‹\.{adjective}›[^ ]* "
            return replace(
                _phrase(body, inside, "adjective", name),
                regex=f"(?P<{name}_{adjective}>{inside})",
            )
        if other == "dem" and label == "ORG":
            regex = rf"#[Oo]GH?(?P<{name}>\d+)[^ ]*‹\.origin›[^ ]* "
            return _phrase(body, regex, "slot", name)
        if other in ("nat", "dem"):
            regex = rf"(?P<{name}_{other}>[^ ]*‹\.{other}›[^ ]* )"
            return Element(body, regex, "adjective", name, atoms=frozenset([f"‹.{other}›"]))
        if other == "noun":
            regex = rf"#[Oo]GH?(?P<{name}>\d+)[^ ]*‹\.orgn›[^ ]* "
            return _phrase(body, regex, "slot", name)
        if other not in _ITEM:
            raise RuleError("unknown kind of slot", rule=self.rule.name, element=body)
        if mode == "%":
            return _listing(body, f"{name}_more", "more", other, name=name)
        if mode == "+":
            return _listing(body, f"{name}_{other}", "other", other, name=name)
        return _phrase(body, _DIRECT[other].format(name=f"{name}_{other}"), "other", name)


#: Modes of slots that no text fills, and how they are found instead.
_SILENT = {
    "^": "subject",
    "^!": "subject",
    "^+": "subject",
    "~": "implied",
    "<": "before",
    ">": "after",
    "&": "owner",
}


def _first(elements: list[Element]) -> tuple[Atoms, bool]:
    """Return what the first unit of a row may bear one of, and whether a row takes any at all."""
    atoms: frozenset[str] = frozenset()
    for element in elements:
        if element.takes == "gap":
            return atoms | {ANY}, any(
                e.takes in ("one", "some") and not e.optional for e in elements
            )
        if element.takes != "nothing":
            atoms |= element.atoms
            if not element.optional:
                return atoms, True
    return atoms, False


def _listing(
    body: str, group: str, kind: str, label: str, *, apposed: bool = False, name: str = ""
) -> Element:
    """A coordination of items, each with its parenthesis, under one group."""
    item = _ITEM[label]
    between = _APPOSITION.format(item=item) if apposed else ""
    further = f"{between}{_SEPARATOR}{item}{'' if apposed else _NO_SUBJECT}{_PAREN}"
    regex = f"(?P<{group}>{item}{_PAREN}(?:{further})*)"
    atom = item.removesuffix(" ").removesuffix("[^ ]*")
    return Element(body, regex, kind, name or group, "some", frozenset([atom]))
