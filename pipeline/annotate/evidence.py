"""What names are: evidence for organisation, person, place or other, summed over a document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.annotate.candidates import Candidate
from pipeline.annotate.segment import Token
from pipeline.french.typography import key
from pipeline.french.verbs import analyses
from pipeline.french.words import (
    ORG_HEADS,
    ORG_NOUNS,
    ORG_SUFFIXES,
    POSTS,
    ROLE_ADJECTIVES,
    ROLE_HEADS,
    TITLES,
)
from pipeline.lexicon import Lexicon

#: Verbs of speech: their subject is oftener a person.
SAYING = frozenset(
    analyses(
        (
            "expliquer", "déclarer", "souligner", "confier", "raconter", "préciser", "ajouter",
            "affirmer", "indiquer", "assurer", "estimer", "commenter", "résumer", "poursuivre",
            "rappeler", "noter", "observer", "insister", "plaider", "lancer", "détailler",
            "témoigner", "conclure", "argumenter", "avancer", "juger", "regretter", "promettre",
            "prévenir", "glisser", "sourire", "écrire", "dire", "admettre", "nuancer",
        )
    )
)  # fmt: skip
#: What companies do: a name before such a verb is oftener an organisation.
COMPANY_ACTS = frozenset(
    analyses(
        (
            "lever", "ouvrir", "racheter", "annoncer", "lancer", "recruter", "acquérir", "employer",
            "compter", "boucler", "implanter", "installer", "inaugurer", "développer", "proposer",
            "commercialiser", "éditer", "fabriquer", "signer", "investir", "fusionner",
            "licencier", "revendiquer", "réaliser", "prévoir", "vouloir", "emménager", "quitter",
            "transférer", "choisir", "étendre", "renforcer", "viser", "générer", "croquer",
            "avaler", "intégrer", "reprendre", "nommer", "embaucher", "exporter", "équiper",
            "fermer", "récolter", "collecter", "miser", "dévoiler", "présenter", "sortir", "mettre",
            "vendre", "aligner", "décrocher", "remporter", "tirer", "préparer", "dépasser",
            "afficher", "enregistrer", "diversifier", "accélérer", "poursuivre", "nouer",
            "rejoindre", "supprimer", "céder", "déployer", "fournir",
        )
    )
)  # fmt: skip
#: What a label of the model is worth for each type.
_VOTES = {
    "ORG": {"ORG": 1.6},
    "PER": {"PER": 1.3},
    "LOC": {"LOC": 1.5},
    "MISC": {"X": 0.9, "ORG": 0.5},
}
#: What is said of companies in the passive or apposed: "X, fondée en 2015", "X a été racheté".
_UNDERGONE = frozenset(
    form
    for stem in (
        "fondé",
        "créé",
        "cofondé",
        "basé",
        "installé",
        "racheté",
        "valorisé",
        "spécialisé",
        "lancé",
    )
    for form in (stem, stem + "e")
)
_FOUNDING = frozenset(analyses(("fonder", "cofonder")))
_STREETS = frozenset("rue avenue boulevard bd place quai allée impasse chaussée square".split())
_BRANCHES = frozenset("europe cloud research france labs studios games ventures capital".split())
_ACQUIRING = frozenset(
    analyses(("racheter", "acquérir", "offrir", "avaler", "absorber", "présider", "cofonder"))
)
_FRONTED = frozenset(
    """fondé fondée créé créée né née basé basée lancé lancée installé installée valorisé valorisée
    spécialisé spécialisée implanté implantée éditeur pionnier spécialiste leader soutenu
    soutenue""".split()
)


class Evidence:
    """Scores and decides the types of the names of a document. Stateless between documents."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        """``common`` are ordinary words in lower case."""
        self._lexicon = lexicon
        self._common = common

    def decide(
        self, folded: str, sentences: Sequence[Sequence[Token]], candidates: Sequence[Candidate]
    ) -> dict[str, str]:
        """Return the label of each name key: ORG, PER, LOC, X (other name) or - (no name)."""
        scores = self._score(folded, sentences, candidates)
        self._coordinate(folded, candidates, scores)
        return self._labels(scores)

    def _score(
        self, folded: str, sentences: Sequence[Sequence[Token]], candidates: Sequence[Candidate]
    ) -> dict[str, dict[str, float]]:
        """Sum the evidence of each name key over its mentions: label -> score.

        Votes of the model are averaged (they repeat one opinion); of the contexts the
        strongest counts in full, since a single "la start-up X" settles the matter.
        """
        votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        contexts: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        surfaces: dict[str, str] = {}
        counts: dict[str, int] = defaultdict(int)
        for c in candidates:
            surface = folded[c.start : c.end]
            k = key(surface)
            surfaces.setdefault(k, surface)
            counts[k] += 1
            for label, value in self._context(sentences[c.sentence], c).items():
                contexts[k][label].append(value)
            for label, value in _VOTES.get(c.label, {}).items():
                votes[k][label] += value
        scores: dict[str, dict[str, float]] = {}
        for k, surface in surfaces.items():
            table: dict[str, float] = defaultdict(float)
            for label, value in votes[k].items():
                table[label] += value / counts[k] * min(counts[k], 3) ** 0.5
            for label, values in contexts[k].items():
                best = max(values)
                table[label] += min(best + 0.35 * (sum(values) - best), best + 2.0)
            for label, value in self._prior(k, surface).items():
                table[label] += value
            scores[k] = table
        return scores

    def _coordinate(
        self, folded: str, candidates: Sequence[Candidate], scores: dict[str, dict[str, float]]
    ) -> None:
        """Names of one list are of one type: let neighbours share their evidence."""
        shared: list[tuple[str, str, float]] = []
        for a, b in pairwise(candidates):
            if a.sentence != b.sentence or folded[a.end : b.start].strip() not in (
                ",",
                "et",
                ", et",
                "ou",
                "&",
            ):
                continue
            ka, kb = key(folded[a.start : a.end]), key(folded[b.start : b.end])
            for here, there in ((ka, kb), (kb, ka)):
                for label in ("ORG", "PER", "LOC"):
                    value = scores[there].get(label, 0.0)
                    if value > 0.9:
                        shared.append((here, label, 0.4 * min(value, 4.0)))
        for k, label, value in shared:
            scores[k][label] += value

    def _prior(self, k: str, surface: str) -> dict[str, float]:
        """Evidence of the name alone: lexicon and shape."""
        lexicon = self._lexicon
        out: dict[str, float] = defaultdict(float)
        words = k.split()
        tokens = surface.split()
        if k in lexicon.products:
            out["X"] += 3.5
        if k in lexicon.organisations:
            out["ORG"] += 1.2 if k in lexicon.ambiguous else 3.5
        if k in lexicon.places:
            place = lexicon.places[k][0]
            out["LOC"] += (
                3.0
                if place.kind in ("country", "continent", "region", "area")
                or place.population > 150_000
                else 2.0
                if place.population > 30_000
                else 1.2
            )
        else:
            # The gazetteer is large: what it does not know is seldom a place.
            out["LOC"] -= 1.6 if len(words) == 1 else 0.8
        first = key(tokens[0]) if tokens else ""
        if len(tokens) >= 2 and (
            first in lexicon.first_names
            or any(p in lexicon.first_names for p in first.split()[:2])
            or re.match(r"^[A-ZÉ]\.$", tokens[0])
        ):
            out["PER"] += 3.0
        elif len(tokens) == 1 and k in lexicon.first_names:
            out["PER"] += 1.0
        elif len(tokens) == 1:
            # One word is a person only beside a full name or a title.
            out["PER"] -= 1.0
        if len(tokens) >= 2 and tokens[-1].lower() in ORG_SUFFIXES:
            out["ORG"] += 3.0
        if tokens and tokens[0].lower() in ORG_HEADS:
            out["ORG"] += 3.0
        if len(tokens) == 1:
            if (surface.isupper() and 2 <= len(surface) <= 6) or (
                any(ch.isupper() for ch in surface[1:])
                or re.search(r"\.(com|fr|io|ai|net|org)$", surface, re.I)
                or any(ch.isdigit() for ch in surface)
            ):
                out["ORG"] += 1.2
            else:
                out["ORG"] += 0.6
        elif len(tokens) == 2 and all(
            t[:1].isupper() and t[1:].replace("-", "").lower() and len(t) > 2 and not t.isupper()
            for t in tokens
        ):
            out["PER"] += 0.6 if any(t.lower() in self._common for t in tokens) else 1.2
        if re.search(r"\s\d+$", surface):
            out["X"] += 1.5
        if (
            len(tokens) == 1
            and surface.lower() in self._common
            and (not surface.isupper() or len(surface) > 4)
        ):
            out["X"] += 1.6
        rest = " ".join(words[1:])
        wide = rest in lexicon.places and lexicon.places[rest][0].kind != "city"
        if first in lexicon.organisations and rest:
            # "Orange Guinée", "Google Cloud": a brand and where, or what, it is there
            if wide or rest in _BRANCHES:
                out["ORG"] += 4.0
            elif first not in lexicon.ambiguous and rest in lexicon.places:
                out["ORG"] += 3.0
        return out

    def _context(self, tokens: Sequence[Token], c: Candidate) -> dict[str, float]:
        """Evidence of the words around one mention."""
        out: dict[str, float] = defaultdict(float)
        words = [t.text.lower() for t in tokens]
        left = words[max(0, c.first - 4) : c.first]
        right = words[c.last : c.last + 5]
        last = left[-1] if left else ""
        before = left[-2] if len(left) > 1 else ""
        if last in TITLES:
            out["PER"] += 4
        if last == "chez":
            out["ORG"] += 2.5
        if last in ORG_NOUNS or (
            before in ORG_NOUNS and last not in (",", "de", "d'", "du", "à", "et")
        ):
            out["ORG"] += (
                3.0
                if last
                not in (
                    "site",
                    "application",
                    "plateforme",
                    "plate-forme",
                    "moteur",
                    "marque",
                    "maison",
                    "créateur",
                    "région",
                    "métropole",
                    "état",
                )
                else 1.2
            )
        if _role_before(words, c.first):
            own = key(" ".join(t.text for t in tokens[c.first : c.last]))
            if own not in self._lexicon.organisations and all(
                w in self._common or w in ROLE_ADJECTIVES or w in ("et", "&", "des", "de")
                for w in words[c.first : c.last]
            ):
                out["-"] += 6.0  # "directeur des Relations Stratégiques": capitals of a function
            wide = own in self._lexicon.places and self._lexicon.places[own][0].kind != "city"
            # "directeur de Kalio", but "directeur de l'Europe du Sud": a scope
            out["ORG"] += 0.3 if wide else 2.5
            out["LOC"] += 1.5 if wide else 0.0
        if last in _ACQUIRING or (last == "sur" and before == "main"):
            out["ORG"] += 1.8
        if (
            words[0] in _FRONTED
            and last == ","
            and (words[0] not in ("né", "née") or c.last - c.first == 1)
        ):
            out["ORG"] += 2.2
        if right[:1] == [","] and len(right) > 1 and right[1] in _UNDERGONE:
            out["ORG"] += 2.0
        if right[:2] == ["a", "été"] and len(right) > 2 and right[2] in _UNDERGONE:
            out["ORG"] += 2.0
        if last in _FOUNDING:
            out["ORG"] += 1.2
        if last == "dans" and any(
            w.startswith(("invest", "inject", "participation")) for w in left
        ):
            out["ORG"] += 2.5
        if last == "," and not right[:1] and any(w in ROLE_HEADS for w in words[: c.first]):
            out["ORG"] += 1.5
        if last in ("de", "d'") and before in (
            "filiale",
            "rachat",
            "acquisition",
            "actions",
            "capital",
            "salariés",
            "porte-parole",
            "cofondateur",
            "fondateur",
            "fondatrice",
            "cofondatrice",
            "pdg",
            "patron",
            "patronne",
            "ceo",
            "actionnaires",
            "dirigeants",
            "équipes",
            "clients",
        ):
            out["ORG"] += 2.0
        if last == "de" and before in (
            "ville",
            "région",
            "maire",
            "aéroport",
            "port",
            "gare",
            "université",
            "métropole",
            "quartier",
            "rue",
            "préfecture",
            "nord",
            "sud",
            "est",
            "ouest",
        ):
            out["LOC"] += 2.0
        if last in ("à", "vers") and before not in (
            "rapport",
            "face",
            "grâce",
            "quant",
            "vend",
            "vendu",
            "cédé",
            "appartient",
            "vente",
            "confié",
        ):
            out["LOC"] += 1.0
        if last == "en":
            out["LOC"] += 1.5
        if last in _STREETS or (last in ("de", "du", "des", "d'", "la") and before in _STREETS):
            out["-"] += 5.0  # an address
        if last in ("aux", "au") and before in ("implanté", "installé", "basé", "bureau", "basée"):
            out["LOC"] += 1.0
        name = words[c.first : c.last]
        if last in SAYING and len(name) >= 2:
            out["PER"] += 1.5
        elif last in SAYING:
            out["PER"] += 0.6
        if right:
            if right[0] in SAYING:
                out["PER"] += 0.6
                out["ORG"] += 0.3
            if right[0] in COMPANY_ACTS or (
                right[0] in ("a", "va", "vient", "veut", "prévoit", "s'", "compte")
                and any(w in COMPANY_ACTS for w in right[1:4])
            ):
                out["ORG"] += 1.2 + 0.8 * (c.first == 0)
            if (
                right[0] == ","
                and len(right) > 2
                and right[1] == "qui"
                and right[2] in COMPANY_ACTS
            ):
                out["ORG"] += 1.5
            if right[:3] in (["a", "vu", "le"], ["voit", "le", "jour"]):
                out["ORG"] += 2.0
            if right[0] == "," and len(right) > 1:
                nxt = right[1:4]
                if nxt[0] in ROLE_HEADS or (
                    len(nxt) > 1
                    and nxt[0]
                    in (
                        "le",
                        "la",
                        "l'",
                        "son",
                        "sa",
                        "ancien",
                        "ancienne",
                        "notre",
                        "actuel",
                        "ex",
                    )
                    and nxt[1] in ROLE_HEADS
                ):
                    out["PER"] += 2.5 if len(name) >= 2 else 1.2
                if nxt[0] in ORG_NOUNS or (
                    len(nxt) > 1
                    and nxt[0] in ("une", "la", "le", "l'", "un", "jeune")
                    and nxt[1] in ORG_NOUNS
                ):
                    out["ORG"] += 2.5
            if right[0] == "(" and len(right) > 2 and right[2] == ")":
                out["ORG"] += 0.4
                if len(name) == 1 and right[1].isdigit():
                    out["PER"] += 0.3
        if left and (last in ROLE_HEADS or (last in ROLE_ADJECTIVES and before in ROLE_HEADS)):
            out["PER"] += 1.2 if len(name) >= 2 else 0.3
        return out

    def _labels(self, scores: dict[str, dict[str, float]]) -> dict[str, str]:
        labels: dict[str, str] = {}
        for k, table in scores.items():
            table.pop("_prior", None)
            best = max(("ORG", "PER", "LOC", "X", "-"), key=lambda x: table.get(x, 0.0))
            value = table.get(best, 0.0)
            labels[k] = best if value >= 0.8 else "X"
        # Surnames and first names alone belong to the person with the full name.
        people = [
            k.split() for k, label in labels.items() if label == "PER" and len(k.split()) >= 2
        ]
        surnames = {" ".join(words[i:]) for words in people for i in range(1, len(words))}
        for k in labels:
            # "la campagne de Fillon" makes no company of a person named in full
            limit = 4 if k in self._lexicon.organisations else 9
            if (
                k in surnames
                and labels[k] != "LOC"
                and len(k) > 2
                and scores[k].get("ORG", 0) < limit
            ) or (k in surnames and labels[k] == "LOC" and scores[k].get("PER", 0) >= 1.5):
                labels[k] = "PER"
        return labels


_POLITICAL = frozenset(
    ["maire", "ministre", "préfet", "gouverneur", "premier", "ambassadeur", "professeur"]
)


def _role_before(words: Sequence[str], i: int) -> bool:
    """Say whether "… chef de la direction de" stands before the token at ``i``."""
    j = i - 1
    if j >= 0 and words[j] in ("la", "l'", "le", "les"):
        j -= 1
    if j < 0 or words[j] not in ("de", "d'", "du", "des", "chez"):
        return False
    for k in range(j - 1, max(-1, j - 9), -1):
        if words[k] in ROLE_HEADS or words[k] in POSTS:
            return words[k] not in _POLITICAL and not (
                words[k].startswith("président")
                and words[j - 1] != words[k]
                and "région" in words[k:j]
            )
        if not words[k][:1].isalpha() or words[k] in (
            "a",
            "est",
            "qui",
            "que",
            "à",
            "dans",
            "avec",
            "par",
        ):
            return False
    return False
