"""Who buys, merges with or takes control of whom.

One module for each family of constructions; their words are in :mod:`.vocabulary`.
"""

from __future__ import annotations

from pipeline.extract.relation import RelationType
from pipeline.extract.rules.acquires.bought import BOUGHT
from pipeline.extract.rules.acquires.taken import TAKEN
from pipeline.extract.rules.acquires.talks import TALKS
from pipeline.extract.rules.acquires.vocabulary import MOST, PHRASES, WORDS

__all__ = ["MOST", "RELATION"]

RELATION = RelationType(
    name="acquires",
    slots={"acquirer": "ORG", "target": "ORG"},
    amount_near=True,
    distinct=(("acquirer", "target"),),
    statuses={"past": "done", "present": "done", "future": "planned", "conditional": "rumour", "reported": "rumour"},
    phrases=PHRASES,
    words=WORDS,
    rules=BOUGHT + TAKEN + TALKS,
    examples=(
        "[Norlys|acquirer] rachète la start-up [Kalio|target].",
        "[Kalio|target] a été rachetée par [Norlys|acquirer] pour [20 millions d'euros|amount].",
        "Le rachat de [Kalio|target] par [Norlys|acquirer] est bouclé.",
        "La start-up [Kalio|target] tombe dans l'escarcelle du groupe [Norlys|acquirer].",
        "Le groupe suisse vend sa filiale [Kalio|target] à la société [Norlys|acquirer].",
        "En rachetant [Kalio|target], [Norlys|acquirer] double de taille.",
        "[Norlys|acquirer] renonce à racheter [Kalio|target].",
    ),
    counter_examples=(
        "Norlys lance un rachat d'actions.",
        "Norlys a battu Kalio.",
        "Kalio achète des serveurs à Norlys.",
        "Le logiciel de Kalio a été acheté par Norlys.",
    ),
)  # fmt: skip
