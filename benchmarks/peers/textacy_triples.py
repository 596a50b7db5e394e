"""Peer: subject-verb-object triples of textacy, mapped to relations by a small verb table.

textacy reads the English names of dependencies; without help it finds no object in a
French tree. The labels of Universal Dependencies are renamed first, which is the most
that can be done for it without writing an extractor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.peers.shared import ROLE, YEAR, Found, amount, fact, kind, load_model, paragraphs

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

NAME = "textacy subject-verb-object triples with a verb table"
RULE = "textacy/svo"

RENAMED = {"obj": "dobj", "nsubj:pass": "nsubjpass", "obl:agent": "dobj", "obl:arg": "dobj"}
VERBS = {
    "opens_office": {"ouvrir", "inaugurer", "implanter", "installer", "posséder", "disposer"}
    | {"fermer", "compter", "avoir"},
    "acquires": {"racheter", "acquérir", "absorber", "reprendre", "offrir"},
    "raises_funding": {"lever", "boucler", "réunir"},
    "valued_at": {"valoriser", "évaluer"},
    "founded": {"fonder", "créer", "lancer", "cofonder"},
    "holds_role": {"nommer", "diriger", "présider", "devenir", "rejoindre", "quitter"},
}
RELATION_OF = {verb: relation for relation, verbs in VERBS.items() for verb in verbs}


def _inside(doc: Doc, tokens: list[Token], label: str) -> list[Found]:
    """Return the entities with ``label`` under any of ``tokens`` in the tree."""
    covered = {token.i for top in tokens for token in top.subtree}
    return [
        Found(one.text, label, one.start_char, one.end_char)
        for one in doc.ents
        if (one.label_ == label or (label == "ORG" and one.label_ == "MISC"))
        and any(at in covered for at in range(one.start, one.end))
    ]


def _of_triple(article: str, doc: Doc, triple: Any) -> Iterator[dict[str, Any]]:
    verb = next((token for token in triple.verb if token.lemma_ in RELATION_OF), None)
    if verb is None:
        return
    relation, sentence = RELATION_OF[verb.lemma_], verb.sent.text
    passive = any(token.dep_ == "nsubjpass" for token in triple.subject)
    # What hangs on the verb beside its object (places, agents, years) belongs to the fact.
    whole = [*triple.object, *(child for child in verb.children if child.dep_.startswith("obl"))]
    reach = " ".join(token.text for top in whole for token in top.subtree)
    subject = [one.text for one in _inside(doc, triple.subject, "ORG")]
    orgs = [one.text for one in _inside(doc, whole, "ORG")]
    subject_people = [one.text for one in _inside(doc, triple.subject, "PER")]
    people = [one.text for one in _inside(doc, whole, "PER")]
    money, year, role = amount(reach), YEAR.search(reach), ROLE.search(reach)
    match relation:
        case "opens_office" if subject and (site := kind(reach)):
            for place in _inside(doc, whole, "LOC"):
                attributes = {"kind": site, "status": "opened"}
                yield fact(
                    article, relation, sentence, RULE,
                    company=subject[0], place=place.text, attributes=attributes,
                )  # fmt: skip
        case "acquires" if subject and orgs:
            buyer, bought = (orgs[0], subject[0]) if passive else (subject[0], orgs[0])
            yield fact(
                article, relation, sentence, RULE,
                acquirer=buyer, target=bought, attributes={"status": "done"},
            )  # fmt: skip
        case "raises_funding" | "valued_at" if subject and money:
            yield fact(
                article, relation, sentence, RULE, company=subject[0], attributes={"amount": money}
            )
        case "founded":
            company = (subject if passive else orgs)[:1]
            founders = people if passive else subject_people
            if company and (year or founders):
                attributes = {"year": int(year[0]) if year else None}
                yield fact(
                    article, relation, sentence, RULE,
                    company=company[0], founders=founders, attributes=attributes,
                )  # fmt: skip
        case "holds_role" if role and orgs and (subject_people or people):
            yield fact(
                article, relation, sentence, RULE,
                person=(subject_people or people)[0], company=orgs[0],
                attributes={"role": role[0], "status": "current"},
            )  # fmt: skip


def extract(model: Language, article: str, text: str) -> list[dict[str, Any]]:
    """Return the facts of one article, as rows of ``facts.jsonl``."""
    from textacy.extract import subject_verb_object_triples

    facts: list[dict[str, Any]] = []
    for doc in model.pipe(paragraphs(text)):
        for token in doc:
            token.dep_ = RENAMED.get(token.dep_, token.dep_)
        for triple in subject_verb_object_triples(doc):
            facts += _of_triple(article, doc, triple)
    return facts


def load() -> Language:
    """Load what :func:`extract` takes as its model."""
    return load_model()
