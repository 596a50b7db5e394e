"""What a text has told up to where it is read: names, coordinations, subjects that are no names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.annotate.grammar import (
    CLAUSE_OPENERS,
    in_list,
    in_past,
    is_agent,
    is_fronted,
    is_subject,
    nouns_of,
    quoted,
    roles_of,
    speaks,
)
from pipeline.french.typography import key
from pipeline.french.words import PERSON_NOUNS
from pipeline.types import Mention, Sentence, Unit, UnitKind

#: Sentences after which a name that is not told again is no antecedent any more. Few articles
#: are as long; in longer texts it keeps the time of each sentence the same.
_FADES = 80
#: Sentences between two looks for such names.
_LOOKS = 20
MEDIA_NOUNS = frozenset(["journal", "quotidien", "média", "titre", "chaîne", "magazine"])


@dataclass(slots=True)
class Known:
    """What is remembered of one name; ``sentence`` and ``unit`` are where it was last meant."""

    mention: Mention
    sentence: int
    unit: int
    subject: bool = False
    count: int = 0
    gender: str = ""
    nouns: frozenset[str] = frozenset()
    """Nouns that the text applies to it: inside its phrase or as an apposition."""
    demonyms: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    """Heads of the functions that stand beside a person's name."""
    listed: bool = False
    past: bool = False
    """Told as what somebody did before: "l'ancien patron de X", "passé par X"."""
    quiet: bool = False
    quoted: bool = False
    """Its last mention stands in what somebody says."""

    @property
    def rank(self) -> float:
        """How near it is as a pronoun's antecedent: two a sentence, subjects before others."""
        return self.sentence * 2 + (1.2 if self.subject else 0.0) - (0.8 if self.quoted else 0.0)


@dataclass(frozen=True, slots=True)
class Thing:
    """A subject that is no name: "la levée", "le ministre de l'Économie"."""

    sentence: int
    unit: int
    gender: str
    plural: bool
    person: bool = False
    """It is somebody, though nobody named."""

    @property
    def rank(self) -> float:
        """Comparable with :attr:`Known.rank`; a gender that is not certain counts less."""
        return self.sentence * 2 + (1.2 if self.gender else 0.8)


@dataclass(frozen=True, slots=True)
class Group:
    """Names coordinated with each other: what a plural can stand for."""

    sentence: int
    end: int
    """Index of the unit of its last member."""
    kind: str
    members: tuple[Mention, ...]


@dataclass(slots=True)
class Memory:
    """What the text has told up to where it is read."""

    topic: Mention | None
    """The organisation that the article is about."""
    orgs: dict[str, Known] = field(default_factory=dict)
    people: dict[str, Known] = field(default_factory=dict)
    places: dict[str, Known] = field(default_factory=dict)
    thing: Thing | None = None
    """The last subject that is no name."""
    groups: dict[str, Group] = field(default_factory=dict)
    """Kind of unit -> the last coordination of names of that kind."""
    pairs: dict[str, tuple[int, tuple[Mention, ...]]] = field(default_factory=dict)
    """Kind of unit -> the last sentence that names several, and which."""
    section: str | None = None
    """The one organisation that the last heading names."""
    bought: tuple[int, Mention] | None = None
    """The last sentence that tells a company bought, and which."""
    speaker: str | None = None
    """The person who was last quoted."""
    faded: dict[str, dict[str, Known]] = field(default_factory=lambda: {"O": {}, "P": {}, "L": {}})
    """Kind of unit -> names that were told long ago: known, but not asked."""

    def name(self, sentence: Sentence, i: int) -> None:
        """Remember the name at ``i``."""
        units = sentence.units
        unit = units[i]
        assert unit.mention is not None
        table = {"O": self.orgs, "P": self.people, "L": self.places}[unit.kind]
        name = unit.mention.name
        known = table.get(name)
        if known is None and (known := self.faded[unit.kind].pop(name, None)) is not None:
            table[name] = known
        if known is None:
            known = table[name] = Known(unit.mention, sentence.index, i)
            known.quiet = unit.quiet or unit.form in MEDIA_NOUNS
        same = known.sentence == sentence.index
        known.subject = (
            is_subject(units, i)
            or is_fronted(units, i)
            or is_agent(units, i)
            or (same and known.subject)
        )
        known.sentence, known.unit = sentence.index, i
        known.count += 1
        known.gender = known.gender or unit.gender
        known.listed = in_list(units, i)
        known.past = unit.kind == "O" and in_past(units, i)
        known.quoted = quoted(units)[i]
        if unit.kind == "O":
            known.subject = known.subject and not self._object(sentence, i)
            known.nouns |= nouns_of(units, i)
        elif unit.kind == "P":
            known.roles |= roles_of(units, i)
            if speaks(units, i):
                self.speaker = name
        if unit.demonym is not None:
            known.demonyms |= {key(unit.demonym.text)}

    def _object(self, sentence: Sentence, i: int) -> bool:
        """Say whether the clause of the unit at ``i`` has a subject that is no name."""
        thing = self.thing
        if thing is None or thing.sentence != sentence.index:
            return False
        between = {u.form for u in sentence.units[thing.unit : i]}
        return not between & (CLAUSE_OPENERS | {",", "("})

    def meant(self, mention: Mention | None, sentence: Sentence, i: int) -> None:
        """Remember that the anaphor at ``i`` stands for ``mention``."""
        for table in (self.orgs, self.people):
            known = table.get(mention.name) if mention is not None else None
            if known is not None and known.mention == mention:
                known.sentence, known.unit = sentence.index, i
                known.count += 1
                known.subject = is_subject(sentence.units, i)
                known.quoted = known.listed = False

    def close(self, sentence: Sentence) -> None:
        """Remember what the sentence tells as a whole."""
        named = {
            kind: dict.fromkeys(
                u.mention for u in sentence.units if u.kind == kind and u.mention is not None
            )
            for kind in ("P", "O")
        }
        for kind, mentions in named.items():
            if len({m.name for m in mentions}) > 1:
                self.pairs[kind] = (sentence.index, tuple(mentions))
        if sentence.heading and sentence.index:
            names = {m.name for m in named["O"]}
            self.section = next(iter(names)) if len(names) == 1 else None
        if sentence.index % _LOOKS == 0:
            self._fade(sentence.index)

    def _fade(self, index: int) -> None:
        """Set names aside that were last told long before sentence ``index``."""
        kept = {self.section, self.topic.name if self.topic is not None else None}
        for kind, table in (("O", self.orgs), ("P", self.people), ("L", self.places)):
            old = [n for n, k in table.items() if index - k.sentence > _FADES and n not in kept]
            # The last place stays: it is where the text is until it names another.
            for name in old[: len(table) - 1]:
                self.faded[kind][name] = table.pop(name)


def groups(sentence: Sentence) -> list[Group]:
    """Return the coordinations of organisations or persons of a sentence, in order."""
    out: list[Group] = []
    units = sentence.units
    kinds = [u.kind for u in units]
    several: list[UnitKind] = [kind for kind in ("O", "P") if kinds.count(kind) > 1]
    bare = _without_parentheses(units) if several else []
    for kind in several:
        run: list[int] = []
        for i in (k for k in bare if units[k].kind == kind and not units[k].quiet):
            between = {units[k].form for k in bare if run and run[-1] < k < i}
            if run and not (between <= _JOINTS and between & {",", "et", "ou", "ni", "&"}):
                out += _group(sentence, kind, run)
                run = []
            run.append(i)
        out += _group(sentence, kind, run)
    return sorted(out, key=lambda g: g.end)


_JOINTS = frozenset(
    """, et ou ni & à la le l' les de d' que chez par avec m. mme ainsi puis enfin""".split()
)


def _group(sentence: Sentence, kind: str, run: Sequence[int]) -> list[Group]:
    units = sentence.units
    members = {m.name: m for i in run if (m := units[i].mention) is not None}
    # "Pour s'offrir A, B a …" is no list: its last joint is a word
    if len(members) < 2 or not any(
        u.form in ("et", "ou", "ni", "&") for u in units[run[-2] + 1 : run[-1]]
    ):
        return []
    return [Group(sentence.index, run[-1], kind, tuple(members.values()))]


def _without_parentheses(units: Sequence[Unit]) -> list[int]:
    if all(u.form not in ("(", "[", ")", "]") for u in units):
        return list(range(len(units)))
    kept: list[int] = []
    depth = 0
    for i, unit in enumerate(units):
        if unit.form in ("(", "["):
            depth += 1
        elif unit.form in (")", "]"):
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(i)
    return kept


_BEFORE_SUBJECT = CLAUSE_OPENERS - {"dont", "qui"} | frozenset(
    """, si comme alors - – — • puis quoique lorsqu' puisqu' lors hier lundi mardi mercredi jeudi
    vendredi""".split()
)
_MASCULINE = frozenset(["le", "un", "ce", "cet", "mon", "aucun"])
_FEMININE = frozenset(["la", "une", "cette", "sa", "ma", "aucune"])
_EITHER = frozenset(["l'", "son", "notre", "votre", "chaque"])
_PLURAL = frozenset(["les", "ces", "ses", "des", "leurs", "nos", "quelques", "plusieurs"])
_DETERMINERS = _MASCULINE | _FEMININE | _EITHER | _PLURAL
_FEMININE_ENDINGS = (
    "ion", "té", "ance", "ence", "ure", "ette", "ie", "ée", "euse", "trice", "ale", "esse",
)  # fmt: skip
_MASCULINE_ENDINGS = ("ment", "age", "isme", "ier", "eau", "oir", "et", "al")
_ADJECTIVES = frozenset(
    """nouveau nouvelle premier première second seconde deuxième jeune grand grande petit petite
    autre même dernier dernière prochain prochaine ancien ancienne futur future deux
    trois""".split()
)


def thing_at(units: Sequence[Unit], i: int, index: int) -> Thing | None:
    """Return the subject that is no name and whose determiner stands at ``i``, or None."""
    determiner = units[i].form
    if determiner not in _DETERMINERS or units[i].kind != "w":
        return None
    plural = determiner in _PLURAL
    this_is = i > 1 and units[i - 1].form == "est" and units[i - 2].form == "c'"
    if i and not this_is and units[i - 1].form not in _BEFORE_SUBJECT:
        return None
    if i > 1 and units[i - 1].form == "," and units[i - 2].kind in ("O", "P", "o", "L", "X"):
        return None  # an apposition: "X, une agence de services, …"
    noun = next((u for u in units[i + 1 : i + 4] if u.form not in _ADJECTIVES), None)
    if noun is None or noun.kind not in ("w", "R", "X") or noun.form in PERSON_NOUNS:
        return None
    if noun.kind == "w" and not noun.form.replace("-", "").isalpha():
        return None
    if noun.form.endswith("aine") and determiner == "une":
        return None  # "une trentaine"
    gender = "m" if determiner in _MASCULINE else "f" if determiner in _FEMININE else ""
    form = noun.form.rstrip("s") if plural else noun.form
    if noun.kind == "R":
        gender = noun.gender or gender
    elif not gender and noun.kind == "w":
        gender = (
            "f" if form.endswith(_FEMININE_ENDINGS)
            else "m" if form.endswith(_MASCULINE_ENDINGS)
            else ""
        )  # fmt: skip
    return Thing(index, i, gender, plural, noun.kind == "R")
