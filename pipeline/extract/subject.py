"""Finding the subject of a verb, or the organisation that a phrase leaves unsaid.

Works leftwards over units: prepositional phrases, parentheses and relative clauses
between a subject and its verb are stepped over; what is left is nearest-first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.french.typography import key
from pipeline.types import AnnotatedArticle, Argument, Label, Mention, Sentence, Span, Unit

_PREPOSITIONS = frozenset(
    """de d' du des chez à au aux avec par pour dans sur en contre entre selon comme depuis via
    sous vers sans après avant auprès outre malgré face que qu'""".split()
) - {"que", "qu'"}  # fmt: skip


def referent(unit: Unit, label: Label) -> Mention | None:
    """Return what a unit refers to as an entity of ``label``."""
    if label == "ORG":
        return unit.org
    return unit.per if label == "PER" else unit.loc


_AUXILIARIES = frozenset(
    """
        s' se a ont est sont avait avaient était étaient n' ne va vont vient viennent aura sera
        serait seraient aurait auraient seront auront
        """.split()
)


def in_phrase(units: Sequence[Unit], i: int) -> bool:
    """Say whether the unit at ``i`` stands inside a prepositional phrase."""
    j = i - 1
    if j >= 0 and units[j].form in ("la", "l'", "le", "les", "son", "sa", "ses"):
        j -= 1
    if j < 0:
        return False
    form = units[j].form
    if form in _PREPOSITIONS:
        return True
    if form == "," and i + 1 < len(units) and units[i + 1].form in _AUXILIARIES:
        return False  # "dans celui de X, Y s'est offert …": the next clause
    # a later member of a coordination: "chez A et B"
    return (
        form in ("et", ",", "ou")
        and j >= 2
        and units[j - 1].kind == units[i].kind
        and in_phrase(units, j - 1)
    )


#: A function is its holder's: it stands between no person and a verb.
_HEADS: Mapping[Label, tuple[str, ...]] = {"ORG": ("R",), "LOC": ("R",), "PER": ()}


#: "On s'en va rarement pour rien, dit Paul Roux": nobody who is named goes.
_NO_NAMED_SUBJECT = frozenset(["on", "nous", "vous", "tu"])
_SPEAKER = frozenset(["je", "j'"])


def subject_of(
    sentence: Sentence, start: int, label: Label, document: AnnotatedArticle
) -> tuple[Argument, int, float] | None:
    """Return (argument, unit index, doubt) of the subject of the verb group at ``start``.

    Index -1 means that the subject is not in the sentence: the discourse's focus.
    """
    units = sentence.units
    if lexical_subject(units, start, label):
        return None
    nearest = {u.form for u in units[max(0, start - 2) : start]}
    if label == "PER" and nearest & _SPEAKER:
        return _speaker(units, start)
    if label == "PER" and nearest & _NO_NAMED_SUBJECT:
        return None
    if label == "ORG" and any(u.form in ("on", "nous") for u in units[max(0, start - 3) : start]):
        # an interview: "nous" are those of the company that the article is about
        topic = document.topic
        return (
            None
            if topic is None
            else (Argument(topic.start, topic.end, topic.text, label, topic.name), -1, 0.4)
        )
    if start >= 2 and units[start - 1].form == "qui":
        # "s'adosse à X, qui rachète …": whom the relative clause is about
        before = start - 3 if units[start - 2].form == "," else start - 2
        if before >= 0 and units[before].kind != "X" and referent(units[before], label) is not None:
            return _found(units[before], before, label, 0.05)
        if label == "PER" and before == start - 2 and units[before].kind in ("O", "o", "L"):
            # "l'organisme qui chapeaute Norlys": no person does
            return None
    if start >= 1 and units[start - 1].form in ("que", "qu'"):
        # "en attendant que soit nommé un successeur", "le poste qu'occupe X": it follows
        ahead = subject_ahead(units, start, label)
        return None if ahead is None else _found(units[ahead], ahead, label, 0.1)
    fallback: int | None = None
    blocked = False
    depth = 0
    for i in range(start - 1, -1, -1):
        unit = units[i]
        if unit.form == ")":
            depth += 1
        elif unit.form == "(":
            depth -= 1
        elif depth > 0:
            continue
        elif unit.form == ";":
            break
        elif referent(unit, label) is not None and unit.kind != "X" and not unit.quiet:
            if in_phrase(units, i) or (blocked and unit.kind in ("O", "P") and i < start - 6):
                fallback = i if fallback is None else fallback
            else:
                return _found(unit, i, label, 0.05 * (start - i > 8) + 0.1 * blocked)
        elif (
            unit.kind in ("P", "O", "a", *_HEADS[label])
            and not in_phrase(units, i)
            and not unit.quiet
        ):
            # somebody of another type is nearer: "Le PDG de X annonce …"
            blocked = True
    ahead = subject_ahead(units, start, label)
    if ahead is not None and fallback is None:
        return _found(units[ahead], ahead, label, 0.1)
    if fallback is not None:
        return _found(units[fallback], fallback, label, 0.3)
    focus = _focus(sentence, label, document)
    if focus is None:
        return _named_later(units, start) if label == "PER" else None
    return Argument(focus.start, focus.end, focus.text, label, focus.name), -1, 0.6


def _speaker(units: Sequence[Unit], start: int) -> tuple[Argument, int, float] | None:
    """The one person named outside a quotation: « Je reste PDG de Norlys », a dit Paul Roux."""
    opening = next((i for i in range(start, -1, -1) if units[i].form in ("«", '"')), -1)
    closing = next((i for i in range(start, len(units)) if units[i].form in ("»", '"')), len(units))
    people = [i for i, u in enumerate(units) if u.kind == "P" and not opening < i < closing]
    return _found(units[people[0]], people[0], "PER", 0.1) if len(people) == 1 else None


def _named_later(units: Sequence[Unit], start: int) -> tuple[Argument, int, float] | None:
    """The one person of a sentence that begins with "il" or "elle": "Il a … : Paul Roux"."""
    if not any(u.kind == "q" and not u.plural for u in units[:start]):
        return None
    people = [i for i, u in enumerate(units) if u.kind == "P"]
    if len(people) != 1 or people[0] < start or units[people[0] - 1].form != ":":
        return None
    return _found(units[people[0]], people[0], "PER", 0.3)


def subject_ahead(units: Sequence[Unit], start: int, label: Label) -> int | None:
    """The subject after the verb: of a fronted clause, or inverted.

    "Pour s'offrir X, Norlys a …", "En rachetant X, Norlys …" have it after the comma;
    "où vient de s'installer Norlys", "qu'a ouvert Norlys" right after the verb.
    """
    relative = any(
        u.form in ("que", "qu'", "où", "dont") for u in units[max(0, start - 3) : start + 1]
    )
    for k in range(start + 1, min(start + 6, len(units))):
        if units[k].kind in ("O", "o", "P", "a") and referent(units[k], label) is not None:
            if relative and not in_phrase(units, k) and all(u.kind == "w" for u in units[start:k]):
                return k
            break
    if any(u.kind in ("O", "o", "P", "q", "a") for u in units[:start]):
        return None
    for k in range(start + 1, min(start + 30, len(units) - 1)):
        if units[k].form != ",":
            continue
        for j in range(k + 1, min(k + 4, len(units))):
            unit = units[j]
            if referent(unit, label) is not None and not in_phrase(units, j) and not unit.quiet:
                # a member of the list that the clause ends with is no subject
                return None if units[k - 1].kind == unit.kind and j == k + 1 else j
            if unit.kind == "p":
                break
    return None


def _focus(sentence: Sentence, label: Label, document: AnnotatedArticle) -> Mention | None:
    if label == "ORG":
        return sentence.focus_org or document.topic
    return sentence.focus_per if label == "PER" else sentence.focus_loc


_OPEN = frozenset(
    """qui et ou mais puis que qu' où dont ainsi donc or car ni aussi également déjà toujours
    encore désormais récemment enfin ensuite notamment y en lui ne n' se s' l' le la les leur
    pour de d' à afin avant après sans non hier aujourd'hui demain comme si quand lorsque vient
    va ont a est sont aura fut toutefois pourtant cependant alors voulant souhaitant il elle ils
    elles on nous je ce c' ceci cela ça tous toutes chacun chacune eux-mêmes lui-même elle-même
    même seul seule""".split()
)


def lexical_subject(units: Sequence[Unit], start: int, label: Label) -> bool:
    """Say whether what stands right before the verb is a subject, but none of ``label``.

    "Les start-up parisiennes ont levé": an ordinary noun; "la France exercera": a place.
    """
    if start <= 0 or start > len(units):
        return False
    if start < len(units) and units[start].form == "en":
        return False  # "change de taille en rachetant X"
    before = units[start - 1]
    if before.kind == "X":
        return True
    if before.kind in ("L", "l") and not in_phrase(units, start - 1):
        return True
    if before.form in ("c'", "ce", "ç'", "cela", "ceci", "ça"):
        return True
    if label == "PER" and before.kind == "O" and not in_phrase(units, start - 1):
        return True
    if before.form == "qui" and start > 1 and units[start - 2].kind == "w":
        # "les fintechs qui ont élu domicile à Lyon": its antecedent is an ordinary noun
        return lexical_subject(units, start - 1, label)
    if before.kind != "w" or before.form in _OPEN or before.form.endswith("ment"):
        return False
    # "Le directeur de X, …, annonce": a noun that heads a phrase with a name keeps that name
    return not any(
        u.kind in ("O", "o", "P", "R", "q", "a") for u in units[max(0, start - 4) : start - 1]
    )


def government(
    document: AnnotatedArticle, role: Unit, nationalities: Mapping[str, str]
) -> Argument:
    """The government that a minister belongs to.

    "le ministre marocain de l'Industrie": the country of the adjective; else the word
    "gouvernement", the country that the article names most, or the function itself.
    """
    text = document.article.text
    for word in re.finditer(r"\w+", role.text):
        country = nationalities.get(key(word[0]))
        if country is not None and word[0][0].islower():
            start = role.start + word.start()
            return Argument(start, start + len(word[0]), word[0], "ORG", country)
    at = text.find("gouvernement")
    if at >= 0:
        return Argument(at, at + 12, text[at : at + 12], "ORG", "gouvernement")
    countries = {key(country) for country in nationalities.values()}
    named = [m for m in document.mentions if m.label == "LOC" and key(m.name) in countries]
    if named:
        most = max(named, key=lambda m: (sum(o.name == m.name for o in named), -m.start))
        return Argument(most.start, most.end, most.text, "ORG", most.name)
    return Argument(role.start, role.end, role.text, "ORG", "gouvernement")


def spoken_of(document: AnnotatedArticle, sentence: Sentence) -> Argument | None:
    """Return the one person whom the sentence before is about, if ``sentence`` names none.

    None where it speaks of nobody or of several. Who does something to the subject
    ("remplacé par Anne Roche") is another, and no obstacle.
    """
    agent = next((i for i, u in enumerate(sentence.units) if u.form == "par"), None)
    if not sentence.index or any(u.kind == "P" for u in sentence.units[:agent]):
        return None
    found: dict[str, Mention] = {}
    # a quotation may stand between who is quoted and how he is called next
    for before in document.sentences[max(0, sentence.index - 2) : sentence.index][::-1]:
        found = {
            u.per.name: u.per
            for u in before.units
            if u.per is not None and u.kind in ("P", "q", "a")
        }
        if found or not (before.units and before.units[0].form in ("«", '"', "“")):
            break
    if len(found) != 1:
        return None
    (mention,) = found.values()
    return Argument(mention.start, mention.end, mention.text, "PER", mention.name)


def spoken_of_next(document: AnnotatedArticle, sentence: Sentence) -> Argument | None:
    """Return the one person whom the next sentence begins with, if ``sentence`` names none.

    An adverbial may come before ("Depuis, Paul Roux …").

    "…, dit le président de Norlys. Paul Roux revient de loin." A speech of somebody else in
    between breaks the chain, and so does a paragraph.
    """
    if sentence.index + 1 >= len(document.sentences) or any(
        u.kind in ("P", "a") for u in sentence.units
    ):
        return None
    after = document.sentences[sentence.index + 1]
    named = [u for u in after.units if u.kind == "P" and u.per is not None]
    if after.opens_paragraph or len(named) != 1:
        return None
    at = after.units.index(named[0])
    if at > 3 or any(u.kind != "w" and u.form != "," for u in after.units[:at]):
        return None
    mention = named[0].per
    assert mention is not None
    return Argument(mention.start, mention.end, mention.text, "PER", mention.name)


#: Functions that are told without their organisation, and then are none of the last one named.
_TRADES = frozenset(
    """professeur professeure journaliste animateur animatrice avocat avocate procureur
    procureure député députée
    sénateur sénatrice eurodéputé eurodéputée économiste maire préfet préfète chercheur
    chercheuse enseignant
    enseignante ambassadeur ambassadrice architecte numéro reporter correspondant
    correspondante éditorialiste
    chroniqueur chroniqueuse banquier banquière représentant représentante consultant
    consultante ingénieur bras adjoint adjointe dauphin
    ingénieure ministre ministres gouverneur commissaire chancelier chancelière apprenti""".split()
)
_ELSEWHERE = frozenset(
    """armée gouvernement police régime centrale canot escadron nationale mère famille état parquet
    pays ville événement évènement voilier bateau navire orientation mort jury course courses
    classement peloton cortège opposition parti campagne syndicat ligue fédération confédération
    gare prison île département région métropole mairie commune candidats équipe province""".split()
)


def stands_alone(role: Unit) -> bool:
    """Say whether a function told without an organisation can be one of that last spoken of.

    Not "l'avocat de la famille", "le porte-parole de l'armée", "le professeur".
    """
    if re.match(r"chef(?:fe)?\b(?! (?:de|des|du) )", role.text.lower()):
        return False
    if role.form in _TRADES and role.text.lower() != "numéro deux":
        return False
    return not any(word in _ELSEWHERE for word in re.findall(r"\w+", role.text.lower()))


def implied(
    sentence: Sentence,
    begin: int,
    end: int,
    label: Label,
    document: AnnotatedArticle,
    taken: Sequence[str],
) -> tuple[Argument, int, float] | None:
    """Return (argument, unit index, doubt) of the entity that a phrase leaves unsaid.

    Looks left in the sentence (subjects before phrases), then at the discourse's
    focus; names in ``taken`` fill other slots already.
    """
    units = sentence.units
    phrase: int | None = None
    for i in range(begin - 1, -1, -1):
        unit = units[i]
        if unit.form == ";" and label != "PER":
            break
        found = referent(unit, label)
        if found is None or found.name in taken or unit.kind == "X" or unit.quiet:
            continue
        if not in_phrase(units, i):
            if phrase is not None and begin - phrase <= 4:
                # "le rachat de Kalio et le recrutement de son fondateur": the nearer one
                break
            return _found(unit, i, label, 0.2)
        if phrase is None:
            phrase = i
    if phrase is not None:
        return _found(units[phrase], phrase, label, 0.3)
    del end
    focus = _focus(sentence, label, document)
    if focus is not None and focus.name not in taken:
        return Argument(focus.start, focus.end, focus.text, label, focus.name), -1, 0.45
    topic = document.topic
    if label == "ORG" and topic is not None and topic.name not in taken:
        return Argument(topic.start, topic.end, topic.text, label, topic.name), -1, 0.6
    return None


_OF = frozenset(["de", "d'", "du", "des", "par", "pour", "chez"])
_POSSESSIVE = frozenset(["son", "sa", "ses", "leur", "leurs", "notre", "nos"])
_DEFINITE = frozenset(["le", "la", "l'", "les"])


def owner(
    sentence: Sentence,
    begin: int,
    end: int,
    label: Label,
    document: AnnotatedArticle,
    taken: Sequence[str],
) -> tuple[Argument, int, float] | None:
    """Return (argument, unit index, doubt) of whose the matched thing is.

    First a complement inside the match or right behind it ("le bureau de X à Lyon",
    "ouvert à Lyon par X"), then, for a possessive with nothing before it, the subject
    that follows ("Dans ses bureaux de Nantes, X prépare …"), else as :func:`implied`.
    """
    units = sentence.units
    for i in range(begin, min(end + 5, len(units))):
        found = referent(units[i], label)
        if found is None or found.name in taken or units[i].kind not in ("O", "P", "o"):
            continue
        before = units[i - 1].form if i else ""
        if before in _DEFINITE and i > 1:
            before = units[i - 2].form
        stop = any(u.kind == "p" and u.form not in ("(", ")", ",") for u in units[end:i])
        if before in _OF and not stop:
            return _found(units[i], i, label, 0.0)
        if begin < i < end and units[i].kind == "O" and units[i - 1].kind == "w" and not stop:
            # "le bureau Norlys de Milan"
            return _found(units[i], i, label, 0.05)
    left = implied(sentence, begin, end, label, document, taken)
    if left is not None and left[1] >= 0:
        return left
    if any(u.form in _POSSESSIVE for u in units[begin:end]) or begin <= 2:
        for i in range(end, min(end + 12, len(units))):
            unit = units[i]
            if unit.form == ";":
                break
            found = referent(unit, label)
            if (
                found is not None
                and found.name not in taken
                and unit.kind in ("O", "o", "q")
                and not in_phrase(units, i)
            ):
                return _found(unit, i, label, 0.15)
    return left


def _found(unit: Unit, i: int, label: Label, doubt: float) -> tuple[Argument, int, float]:
    mention = referent(unit, label)
    assert mention is not None
    via = None if unit.mention is not None else Span(unit.start, unit.end, unit.text)
    own = 0.0 if unit.mention is not None else unit.doubt
    return (
        Argument(mention.start, mention.end, mention.text, label, mention.name, via),
        i,
        max(doubt, own),
    )
