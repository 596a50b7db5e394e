"""Sentences as rows of units: names, amounts, dates, functions and anaphors merged, the rest words.

A unit swallows what belongs to a name and says something about it: "la start-up
lyonnaise Partoo" is one organisation, its head noun "start-up" and its adjective of
origin kept aside. What refers without naming ("l'entreprise", "ce dernier", "elle")
becomes an anaphor, resolved by :mod:`pipeline.annotate.discourse`.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.anaphors import find_anaphor
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.french.words import (
    FEMININE_ORG_NOUNS,
    FUNCTION_WORDS,
    ORG_NOUNS,
    PLACE_NOUNS,
    POSTS,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    ROLE_NOUNS_BLOCK,
    ROLE_OPENERS,
    TITLES,
)
from pipeline.lexicon import Lexicon
from pipeline.types import Mention, Span, Unit, UnitKind

_DEFINITE = frozenset(["le", "la", "l'", "les", "ce", "cet", "cette", "ces", "notre"])
_PREP_DEF = frozenset(["du", "au", "des", "aux"])
_OF_STATE = frozenset(["secrétaire", "chef", "cheffe", "ministre", "conseiller", "conseillère"])
_MEDIA_WORDS = frozenset(
    """fm tv radio news info infos presse journal magazine gazette tribune times post herald
    télévision hebdo""".split()
)
_SMALL = frozenset("""de d' du des la l' le les à au aux en et""".split())
_ADJ_ENDINGS = (
    "al",
    "ale",
    "ales",
    "aux",
    "ique",
    "iques",
    "if",
    "ive",
    "ifs",
    "ives",
    "aire",
    "aires",
    "ière",
    "ières",
    "ier",
    "iers",
    "iel",
    "ielle",
    "iels",
    "ielles",
    "ain",
    "aine",
    "aines",
    "ois",
    "oise",
    "ien",
    "ienne",
    "iens",
    "able",
    "ables",
    "ent",
    "ente",
    "é",
    "ée",
    "és",
    "ées",
    "eur",
    "euse",
    "ais",
    "aise",
    "eure",
    "eures",
    "eurs",
    "aises",
    "oises",
    "aines",
)
_KIND = {"ORG": "O", "PER": "P", "LOC": "L", "X": "X"}
_MINISTER = frozenset(
    [
        "ministre",
        "ministres",
        "secrétaire",
        "commissaire",
        "haut-commissaire",
        "premier",
        "première",
    ]
)
_PRE_ADJ = frozenset(
    """jeune jeunes petite petit grande grand nouvelle nouveau célèbre ancienne ancien ex- future
    futur autre géante vieille vieux discrète discret propre même seconde première
    célèbre""".split()
)


class UnitBuilder:
    """Builds the units of sentences; stateless between documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def build(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[tuple[Mention, str]],
        money: Sequence[Span],
        dates: Sequence[Span],
    ) -> tuple[Unit, ...]:
        """Return the units of one sentence.

        ``names`` are the mentions inside the sentence with their labels (``X`` for
        names that are no entity), ``money`` and ``dates`` spans inside it, all in
        text order and without overlap between kinds (money wins over dates, dates
        lose against names, names inside money are none).
        """
        units = self._merge(text, tokens, names, money, dates)
        units = self._titles(text, units)
        units = self._roles(text, units)
        units = self._org_phrases(text, units)
        return tuple(units)

    # -- names, money, dates -----------------------------------------------------

    def _merge(
        self,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[tuple[Mention, str]],
        money: Sequence[Span],
        dates: Sequence[Span],
    ) -> list[Unit]:
        spans: list[tuple[int, int, UnitKind, Mention | None]] = []
        for mention, label in names:
            if any(m.start <= mention.start and mention.end <= m.end for m in money):
                continue  # the "M" of "30 M€" is no name
            kind: UnitKind = _KIND[label]  # type: ignore[assignment]
            spans.append((mention.start, mention.end, kind, mention))
        taken = sorted((a, b) for a, b, _, _ in spans)

        def free(start: int, end: int) -> bool:
            i = bisect.bisect_left(taken, (start, start))
            return not (
                (i < len(taken) and taken[i][0] < end) or (i > 0 and taken[i - 1][1] > start)
            )

        for span in money:
            if free(span.start, span.end):
                spans.append((span.start, span.end, "M", None))
                bisect.insort(taken, (span.start, span.end))
        for span in dates:
            if free(span.start, span.end):
                spans.append((span.start, span.end, "D", None))
                bisect.insort(taken, (span.start, span.end))
        spans.sort(key=lambda s: s[0])
        out: list[Unit] = []
        i = 0
        for start, end, kind, named in spans:
            while i < len(tokens) and tokens[i].end <= start:
                out.append(_word(text, tokens[i]))
                i += 1
            while i < len(tokens) and tokens[i].start < end:
                i += 1
            out.append(
                Unit(
                    start,
                    end,
                    text[start:end],
                    _last_word(text[start:end]) if kind == "X" else "",
                    kind,
                    named,
                    org=named if kind == "O" else None,
                    per=named if kind == "P" else None,
                    loc=named if kind == "L" else None,
                    quiet=kind == "O" and named is not None and self._is_medium(named, out),
                )
            )
        out.extend(_word(text, token) for token in tokens[i:])
        return out

    def _is_medium(self, mention: Mention, before: Sequence[Unit]) -> bool:
        """Say whether an organisation is a medium: known as one, or named like one."""
        organisation = self._lexicon.organisation(mention.name)
        if organisation is not None:
            return organisation.kind in ("media", "agency")
        last = mention.text.lower().split()[-1]
        noun = before[-1].form if before else ""
        return last in _MEDIA_WORDS or noun in (
            "journal",
            "quotidien",
            "magazine",
            "hebdomadaire",
            "mensuel",
            "chaîne",
            "radio",
        )

    def _titles(self, text: str, units: list[Unit]) -> list[Unit]:
        """Merge "M.", "Mme" … into the person that follows."""
        out: list[Unit] = []
        for unit in units:
            if unit.kind == "P" and out and out[-1].form in TITLES and out[-1].kind == "w":
                title = out.pop()
                gender = "f" if title.form.startswith(("mme", "madame", "mlle")) else "m"
                unit = replace(
                    unit, start=title.start, text=text[title.start : unit.end], gender=gender
                )
            out.append(unit)
        return out

    # -- functions ---------------------------------------------------------------

    def _roles(self, text: str, units: list[Unit]) -> list[Unit]:
        out: list[Unit] = []
        i = 0
        while i < len(units):
            end = self._role_end(units, i)
            if end is None:
                out.append(units[i])
                i += 1
                continue
            start, stop = units[i].start, units[end - 1].end
            words = text[start:stop]
            if units[i].form in POSTS:
                out.append(Unit(start, stop, words, units[i].form, "N"))
                i = end
                continue
            head = units[i].form or words.lower()
            if words.lower().startswith(("secrétaire d'", "premier ministre", "première ministre")):
                head = "ministre"
            out.append(
                Unit(
                    start,
                    stop,
                    words,
                    head,
                    "R",
                    plural=units[i].form.endswith("s")
                    and not units[i].form.endswith(("ss", "bras")),
                    gender=_role_gender(units[i].form),
                )
            )
            i = end
        return out

    def _role_end(self, units: Sequence[Unit], i: int) -> int | None:
        """Return the index past the function that starts at ``i``, or None."""
        unit = units[i]
        if unit.kind not in ("w", "X", "O"):
            return None
        form = unit.form or unit.text.lower()
        if form.startswith("ex-"):
            form = form[3:]
        n = 1
        if form in POSTS:
            if not _post(units, i):
                return None
        elif (
            form in ROLE_OPENERS and i + 1 < len(units) and units[i + 1].form in ROLE_OPENERS[form]
        ):
            n = 2
        elif form == "cadre" and _manager(units, i):
            pass
        elif form not in ROLE_HEADS:
            # "Chief Marketing Officer" taken for a name
            words = (unit.text.lower() if unit.kind == "X" else form).split()
            words = [w for w in words if key(w) not in self._lexicon.places]
            if (
                unit.kind == "w"
                or len(words) < 2
                or words[0]
                not in ROLE_HEADS
                | {"senior", "general", "country", "managing", "executive", "vice"}
                or words[-1] not in ROLE_ADJECTIVES
            ):
                return None
        elif unit.kind in ("O",) or _describes(units, i) or _trained(units, i):
            return None
        elif form == "chief" or (form in _WITH_SCOPE and i + 1 < len(units)):
            n = _english(units, i)
        if form in ("membre", "membres"):
            nxt = units[i + 1].form if i + 1 < len(units) else ""
            if nxt not in ("fondateur", "fondateurs", "du", "de"):
                return None
            if nxt in ("du", "de"):
                k = i + 2
                while k < len(units) and units[k].form in ("la", "l'"):
                    k += 1
                if k >= len(units) or units[k].form not in (
                    "conseil",
                    "comité",
                    "directoire",
                    "board",
                    "comex",
                    "codir",
                    "jury",
                    "direction",
                ):
                    return None
        if form in ("numéro",) and n == 1:
            return None
        if form in _OF_STATE and _of_state(units, i + 1):
            n = _of_state(units, i + 1) + 1
        minister = form in _MINISTER
        j = i + n
        while j < len(units):
            if units[j].start - units[j - 1].end > 2:
                break
            step = self._role_step(units, j, minister=minister)
            if not step:
                break
            j += step
        # Never end on a small word.
        while j > i + 1 and (
            units[j - 1].form in _SMALL or units[j - 1].form in (",", "chargé", "chargée")
        ):
            j -= 1
        return j

    def _role_step(self, units: Sequence[Unit], j: int, *, minister: bool) -> int:
        """Say how many units from ``j`` on still belong to the function."""
        unit = units[j]
        form = unit.form
        nxt = units[j + 1] if j + 1 < len(units) else None
        if unit.kind == "L":
            # "directeur général France": a scope without preposition
            return 1 if units[j - 1].kind != "p" and units[j - 1].form not in _SMALL else 0
        if unit.kind == "X" and minister:
            return 1
        if unit.kind not in ("w", "p"):
            return 0
        if form == "est" and unit.text == "est":
            return 0
        if form in ROLE_ADJECTIVES or (form in ("vice",)):
            return 1
        if form == "en" and nxt and nxt.form in ("chef", "second", "résidence"):
            return 2
        if form == "en" and nxt and nxt.form == "charge":
            return 2
        if form == "en" and nxt and nxt.kind == "w" and len(nxt.text) < 4 and nxt.text.isupper():
            return 2
        if form == "par" and nxt and nxt.form == "intérim":
            return 2
        if form == "&" or (form == "/" and nxt and nxt.form in ROLE_ADJECTIVES):
            return 1
        if form in ("chargé", "chargée", "délégué", "déléguée"):
            return 1
        if minister and form in (
            "auprès",
            "français",
            "française",
            "marocain",
            "marocaine",
            "belge",
            "canadien",
            "canadienne",
            "québécois",
            "québécoise",
            "fédéral",
            "fédérale",
            "tunisien",
            "sénégalais",
            "ivoirien",
            "suisse",
            "britannique",
            "allemand",
            "allemande",
            "italien",
            "espagnol",
            "luxembourgeois",
            "américain",
        ):
            return 1
        if (
            form in ("français", "française", "américain", "américaine")
            and units[j - 1].kind == "w"
            and units[j - 1].form in ROLE_HEADS | ROLE_ADJECTIVES
        ):
            return 0
        if (
            form in ("de", "du", "des", "d'", "à", "au", "aux", "la", "l'", "le", "les", "pour")
            and nxt
        ):
            if form in ("la", "l'", "le", "les") and units[j - 1].form not in (
                "de",
                "à",
                "pour",
                "et",
                ",",
            ):
                return 0
            if form in ("à", "au", "aux", "pour") and not minister:
                prev = units[j - 1].form
                if not (
                    form == "aux"
                    and prev
                    in (
                        "délégué",
                        "déléguée",
                        "relations",
                        "adjoint",
                        "adjointe",
                        "chargé",
                        "chargée",
                    )
                ):
                    return 0
            k = j + 1
            while k < len(units) and units[k].form in ("la", "l'", "le", "les"):
                k += 1
            if k >= len(units):
                return 0
            head = units[k]
            if head.kind == "X" and minister:
                return k - j + 1
            if head.kind == "O" and minister and " " not in head.text and _of_ministry(units, j):
                # "ministre de l'Industrie": the department, taken for a name
                return k - j + 1
            if head.kind == "L":
                # "responsable de l'APAC et de l'Amérique latine chez X": places are its scope
                end = _places_end(units, k)
                after = units[end] if end < len(units) else None
                return end - j if after is not None and after.form in ("chez", "pour") else 0
            if head.kind != "w":
                return 0
            if units[k - 1].form in ("la", "le", "l'", "du") and (
                key(head.form) in self._lexicon.demonyms
            ):
                # "PDG de la nantaise Norlys"
                return 0
            if head.form == "cabinet" and form == "de":
                return k - j + 1
            if head.form in ROLE_NOUNS_BLOCK or _heads_name(units, k):
                # "directeur de la banque privée" is rare; the organisation itself is the rule
                return 0
            if head.text[:1].isupper() and not minister and not head.text.isupper():
                # "directeur principal des Fonds": capitals inside a function, but not a name's
                functional = head.form in ROLE_ADJECTIVES or form == "des"
                return k - j + 1 if functional else 0
            if self._noun(head) or (head.text[:1].isupper() and minister):
                return k - j + 1
            if head.form in ROLE_HEADS:
                return k - j + 1
            return 0
        if form == "et" and nxt:
            if nxt.form in ("de", "du", "des", "d'", "la", "l'", "à", "au", "aux"):
                k = j + 2
                while k < len(units) and units[k].form in ("la", "l'", "le", "les"):
                    k += 1
                if k < len(units) and units[k].kind == "L":
                    # "responsable de l'Asie et de l'Amérique latine chez X": a scope
                    end = _places_end(units, k)
                    after = units[end] if end < len(units) else None
                    return end - j if after is not None and after.form in ("chez", "pour") else 0
                if (
                    k < len(units)
                    and units[k].kind == "w"
                    and units[k].form not in ROLE_NOUNS_BLOCK
                    and (self._noun(units[k]) or minister)
                    and units[k].form not in ROLE_HEADS
                    and units[j - 1].form not in ROLE_HEADS | {"général", "générale"}
                ):
                    return k - j + 1
                return 0
            if (
                nxt.form in ROLE_ADJECTIVES
                and nxt.form not in ROLE_HEADS
                and units[j - 1].form not in ROLE_HEADS
            ):
                return 2
            if minister and nxt.text[:1].isupper() and nxt.kind == "w":
                return 2
            return 0
        if (
            form == ","
            and minister
            and nxt
            and nxt.form in ("de", "du", "des", "d'", "à", "au", "aux")
        ):
            return 1
        if (
            unit.kind == "w"
            and form.endswith(_ADJ_ENDINGS)
            and units[j - 1].kind == "w"
            and units[j - 1].form not in ROLE_HEADS
            and form not in FUNCTION_WORDS
            and unit.text[0].islower()
            and self._noun(units[j - 1])
            and key(form) not in self._lexicon.demonyms
            and not form.endswith(("é", "ée", "és", "ées", "ent"))
        ):
            return 1
        return 0

    def _noun(self, unit: Unit) -> bool:
        """Say whether a word can be the noun of a function ("ventes", "R&D", "stratégie")."""
        form = unit.form
        return (
            unit.kind == "w"
            and len(form) > 1
            and form[0].isalpha()
            and form
            not in FUNCTION_WORDS
            - {
                "ia",
                "it",
                "tech",
                "numérique",
                "innovation",
                "économie",
                "finances",
                "emploi",
                "marchés",
                "marché",
                "cloud",
            }
            and not form.endswith("'")
        )

    # -- organisations named by a noun ---------------------------------------------

    def _org_phrases(self, text: str, units: list[Unit]) -> list[Unit]:
        out: list[Unit] = []
        i = 0
        n = len(units)
        while i < n:
            unit = units[i]
            named = self._by_nation(text, units, i, out)
            if named is not None:
                out.append(named)
                i += 2
                continue
            if unit.kind == "w" and unit.form in ORG_NOUNS:
                merged, used = self._org_noun(text, units, i, out)
                if merged is not None:
                    out.append(merged)
                    i += used
                    continue
            if unit.kind == "w":
                anaphor = find_anaphor(text, units, i, out, self._lexicon)
                if anaphor is not None:
                    new, used = anaphor
                    out.append(new)
                    i += used
                    continue
            out.append(unit)
            i += 1
        return out

    def _by_nation(self, text: str, units: list[Unit], i: int, out: list[Unit]) -> Unit | None:
        """Merge "l'américain Norlys": the adjective stands for the noun, the article goes with
        it.
        """
        unit = units[i]
        if unit.kind != "w" or i + 1 >= len(units) or units[i + 1].kind != "O" or not out:
            return None
        article = out[-1].form
        if article not in ("le", "la", "l'", "du", "au") or unit.form.endswith("s"):
            return None
        if key(unit.form) not in self._lexicon.nationalities:
            return None
        # "du" and "au" hold the preposition, which stays
        start = unit.start if article in ("du", "au") else out.pop().start
        return replace(
            units[i + 1],
            start=start,
            text=text[start : units[i + 1].end],
            demonym=Span(unit.start, unit.end, unit.text),
        )

    def _org_noun(
        self, text: str, units: list[Unit], i: int, out: list[Unit]
    ) -> tuple[Unit | None, int]:
        """Merge "la start-up lyonnaise X", or make "l'entreprise lyonnaise" an anaphor."""
        head = units[i]
        form = head.form
        if form == "pousse" and i and units[i - 1].form == "jeune":
            pass
        elif form == "pousse":
            return None, 0
        if (
            form in PLACE_NOUNS
            and i >= 2
            and units[i - 1].form in ("la", "le", "l'", "cette", "ce")
            and units[i - 2].form in ("dans", "à", "vers", "depuis", "quitte", "quitter")
        ):
            # "un laboratoire dans la métropole": where, not who
            return None, 0
        # determiner and adjectives before the noun are already in ``out``
        back = len(out)
        while back and out[back - 1].kind == "w" and out[back - 1].form in _PRE_ADJ:
            back -= 1
        before = out[back - 1] if back and out[back - 1].kind == "w" else None
        determiner = before.form if before is not None else ""
        # what follows: adjectives, "de + nouns", then perhaps the name
        j = i + 1
        demonym: Span | None = None
        nationality: Span | None = None
        limit = min(len(units), i + 9)
        steps = 0
        while j < limit:
            unit = units[j]
            if unit.kind == "O":
                prev = units[j - 1].form
                if prev in (
                    "de",
                    "d'",
                    "du",
                    "des",
                    "chez",
                    "à",
                    "par",
                    "avec",
                    "et",
                    "ou",
                    "comme",
                    "pour",
                    "sur",
                    "que",
                    "qu'",
                    "aux",
                    "au",
                ):
                    break
                start = (
                    out[back - 1].start
                    if determiner in _DEFINITE and back
                    else (out[back].start if back < len(out) else head.start)
                )
                if determiner in _DEFINITE | {"une", "un"} and back:
                    back -= 1
                    start = out[back].start
                del out[back:]
                return replace(
                    unit,
                    start=start,
                    text=text[start : unit.end],
                    form=form,
                    demonym=demonym,
                    gender="f" if form in FEMININE_ORG_NOUNS else "m",
                ), j - i + 1
            if unit.kind == "w" and key(unit.form) in self._lexicon.demonyms:
                demonym = Span(unit.start, unit.end, unit.text)
            elif unit.kind == "w" and key(unit.form) in self._lexicon.nationalities:
                nationality = Span(unit.start, unit.end, unit.text)
            elif (
                unit.kind == "w"
                and (
                    unit.form
                    in ("de", "d'", "du", "des", "en", "la", "l'", "le", "les", "et", "à", "pour")
                    or (
                        unit.form not in FUNCTION_WORDS
                        and unit.text[0].islower()
                        and unit.form[0].isalpha()
                        and not unit.form.endswith("'")
                    )
                )
                and unit.form not in ("qui", "que", "a", "est")
            ):
                steps += 1
            elif (
                (unit.kind == "X" and units[j - 1].form not in _SMALL)
                or (unit.kind == "L" and units[j - 1].form in ("de", "d'", "du", "à"))
                or (unit.kind == "p" and unit.form in ('"', "«", "»"))
            ):
                pass
            else:
                break
            if steps > 6:
                break
            j += 1
        if determiner in _DEFINITE or determiner in _PREP_DEF:
            # anaphor: noun + directly following adjectives of origin, "de + place"
            k = i + 1
            demonym = None
            while (
                k < len(units)
                and units[k].kind == "w"
                and (
                    key(units[k].form) in self._lexicon.demonyms
                    or key(units[k].form) in self._lexicon.nationalities
                    or (units[k].form in ("technologique", "fondée", "fondé") and False)
                )
            ):
                demonym = Span(units[k].start, units[k].end, units[k].text)
                k += 1
            if (
                k + 1 < len(units)
                and units[k].form in ("de", "d'", "du")
                and units[k + 1].kind == "L"
                and form not in PLACE_NOUNS
            ):
                demonym = Span(units[k + 1].start, units[k + 1].end, units[k + 1].text)
                k += 2
            if (
                k + 1 < len(units)
                and units[k].form in ("de", "d'", "du", "des")
                and units[k + 1].kind in ("O", "o")
            ):
                return None, 0  # "la filiale de X": relational
            if (
                form
                in (
                    "site",
                    "application",
                    "moteur",
                    "structure",
                    "plateforme",
                    "plate-forme",
                    "portail",
                    "maison",
                    "filiale",
                    "branche",
                    "division",
                    "leader",
                    "créateur",
                    "agence",
                    "établissement",
                    "organisation",
                    "titre",
                    "chaîne",
                    "journal",
                    "laboratoire",
                    "marque",
                    "messagerie",
                    "ville",
                    "région",
                    "département",
                    "pays",
                    "marché",
                    "autorité",
                    "métropole",
                    "commission",
                    "collectif",
                    "développeur",
                    "investisseur",
                    "spécialiste",
                    "pionnier",
                    "acteur",
                    "concepteur",
                    "inventeur",
                    "exploitant",
                    "industriel",
                    "producteur",
                    "fournisseur",
                    "concurrent",
                    "rival",
                )
                and determiner in _PREP_DEF
            ):
                return None, 0
            if determiner in ("les", "ces", "des", "aux") or (
                form.endswith("s") and form in ("entreprises", "sociétés")
            ):
                return None, 0
            if form in PLACE_NOUNS:
                return None, 0  # "la métropole" bare is a place
            # "le spécialiste de la cybersécurité" is an anaphor with a complement
            start = (
                out[back - 1].start
                if determiner in _DEFINITE
                else (out[back].start if back < len(out) else head.start)
            )
            if determiner in _DEFINITE:
                del out[back - 1 :]
            else:
                del out[back:]
            end = units[k - 1].end
            return Unit(
                start,
                end,
                text[start:end],
                form,
                "o",
                demonym=demonym
                or (nationality and Span(nationality.start, nationality.end, nationality.text))
                if k > i + 1
                else None,
                gender="f" if form in FEMININE_ORG_NOUNS else "m",
            ), k - i
        return None, 0


def _of_state(units: Sequence[Unit], j: int) -> int:
    """How many units "d'État" or "de l'État" take from ``j`` on; 0 where they do not stand
    there.
    """
    k = j
    if k < len(units) and units[k].form in ("d'", "de"):
        k += 1
        if k < len(units) and units[k].form == "l'":
            k += 1
        if k < len(units) and units[k].text.lower() in ("état", "etat"):
            return k - j + 1
    return 0


def _places_end(units: Sequence[Unit], k: int) -> int:
    """Return the index past the coordinated places that start at ``k``."""
    k += 1
    while k < len(units):
        j = k
        while j < len(units) and units[j].form in (
            "et",
            ",",
            "de",
            "d'",
            "du",
            "des",
            "la",
            "l'",
            "le",
            "les",
        ):
            j += 1
        if j == k or j >= len(units) or units[j].kind != "L":
            break
        k = j + 1
    return k


def _post(units: Sequence[Unit], i: int) -> bool:
    """Say whether "direction", "tête" … at ``i`` is a post ("prend la tête de") and no body or
    body part.
    """
    form = units[i].form
    before = units[i - 1].form if i else ""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if form == "tête" and any(u.form in _RACES for u in units[i + 2 : i + 3]):
        return False
    if form in ("rédaction", "secrétariat"):
        # "la rédaction en chef", "le secrétariat général"; else a body
        return after in ("en", "général")
    if form in (
        "tête",
        "barre",
        "manettes",
        "rênes",
        "commandes",
        "gouvernail",
        "gouvernes",
        "destinées",
    ):
        return before in ("la", "les", "aux", "l'", "sa", "ses") or after in (
            "de",
            "d'",
            "du",
            "des",
        )
    return before in ("la", "sa", "l'", "une", "cette", "leur")


#: Adjectives too, and then no function: "l'équipe fondatrice", "la famille dirigeante".
_ADJECTIVAL = frozenset(
    [
        "fondateur",
        "fondatrice",
        "fondateurs",
        "fondatrices",
        "dirigeant",
        "dirigeante",
        "dirigeants",
        "associé",
        "associée",
    ]
)
_DESCRIBED = frozenset(
    """équipe équipes père pères mère duo trio tandem couple principe acte texte mythe famille
    classe récit geste cabinet laboratoire pays artiste""".split()
)
#: What leads these leads no organisation.
_RACES = frozenset(
    [
        "course",
        "liste",
        "série",
        "championnat",
        "classement",
        "peloton",
        "gondole",
        "cortège",
        "tableau",
        "ventes",
    ]
)
#: English heads that a scope follows: "VP People", "Head of Growth".
_WITH_SCOPE = frozenset(["vp", "svp", "evp", "head"])


def _manager(units: Sequence[Unit], i: int) -> bool:
    """Say whether "cadre" is a person: "un ancien cadre de X"; not "dans le cadre de"."""
    before = units[i - 1].form if i else ""
    after = units[i + 1].form if i + 1 < len(units) else ""
    return before in ("ancien", "ancienne", "ex", "ex-", "une", "comme") and after in (
        "de",
        "d'",
        "du",
        "chez",
    )


def _describes(units: Sequence[Unit], i: int) -> bool:
    """Say whether "fondatrice" … at ``i`` is the adjective of the noun before it."""
    after = units[i + 1].form if i + 1 < len(units) else ""
    if units[i].form.startswith("associé") and after in ("à", "au", "aux", "avec"):
        return True
    return i > 0 and units[i].form in _ADJECTIVAL and units[i - 1].form in _DESCRIBED


def _trained(units: Sequence[Unit], i: int) -> bool:
    """Say whether a training is told, no function: "ingénieure de formation", "avocat de
    métier".
    """
    after = [u.form for u in units[i + 1 : i + 3]]
    return (
        len(after) == 2 and after[0] == "de" and after[1] in ("formation", "métier", "profession")
    )


def _english(units: Sequence[Unit], i: int) -> int:
    """Count the units of "Chief People Officer", "VP People", "Head of Growth" from ``i`` on."""
    if units[i].form == "chief":
        for n in range(2, 5):
            if i + n < len(units) and units[i + n].form == "officer":
                return n + 1
        return 1
    n = 2 if units[i + 1].form in ("of", "of the") else 1
    nxt = units[i + n] if i + n < len(units) else None
    short = nxt is not None and nxt.kind == "O" and nxt.text.isupper() and len(nxt.text) <= 3
    if nxt is not None and (short or (nxt.kind in ("w", "X") and nxt.text[:1].isupper())):
        return n + 1
    return 1


def _of_ministry(units: Sequence[Unit], j: int) -> bool:
    """Say whether "ministre" or "secrétaire d'État" opens the function that goes on at ``j``."""
    return any(u.form in ("ministre", "ministres") for u in units[max(0, j - 6) : j]) or any(
        u.form == "secrétaire" and v.form == "d'"
        for u, v in zip(units[max(0, j - 6) : j], units[max(0, j - 5) : j], strict=False)
    )


def _heads_name(units: Sequence[Unit], k: int) -> bool:
    """Say whether the noun at ``k`` belongs to the name behind it.

    "du transporteur breton Kalio", "de la communauté de communes Sud-Estuaire": what
    follows a function is then the organisation, noun included.
    """
    i = k + 1
    while i + 1 < len(units) and units[i].form in ("de", "d'") and units[i + 1].kind == "w":
        i += 2
    if (
        i < len(units)
        and units[i].kind == "w"
        and units[i].text.islower()
        and units[i].form not in FUNCTION_WORDS
    ):
        i += 1
    bare = units[k].form in ORG_NOUNS or units[k].form in _BODIES
    return bare and i < len(units) and units[i].kind in ("O", "X", "P")


#: Nouns that head the names of bodies besides ``ORG_NOUNS``.
_BODIES = frozenset(
    """communauté syndicat chambre tribunal barreau port parc club ligue ordre cour coopérative
    caisse réseau label musée théâtre festival concours hôpital clinique aéroport conseil comité
    pôle grappe union""".split()
)


def _last_word(name: str) -> str:
    """ "Experiences Lab" is a lab: the last word of a product-like name can be its kind."""
    words = name.lower().split()
    return words[-1] if len(words) > 1 else ""


def _word(text: str, token: Token) -> Unit:
    kind: UnitKind = "w" if token.text[0].isalnum() or token.text.endswith("'") else "p"
    return Unit(token.start, token.end, text[token.start : token.end], token.text.lower(), kind)


def _role_gender(form: str) -> str:
    if form.endswith(("trice", "trices", "ente", "onne", "ère", "ée", "cheffe", "euse", "ière")):
        return "f"
    if form.endswith(("teur", "teurs", "ident", "patron", "er", "é")):
        return "m"
    return ""
