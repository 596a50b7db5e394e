"""Who holds, takes or leaves which function at which organisation.

One module for each family of constructions; their words are in :mod:`.vocabulary`.
"""

from __future__ import annotations

from pipeline.extract.relation import RelationType
from pipeline.extract.rules.holds_role.appointed import APPOINTED
from pipeline.extract.rules.holds_role.apposition import APPOSITION, LINES
from pipeline.extract.rules.holds_role.discourse import DISCOURSE
from pipeline.extract.rules.holds_role.holding import HOLDING
from pipeline.extract.rules.holds_role.leaving import LEAVING
from pipeline.extract.rules.holds_role.loose import LOOSE
from pipeline.extract.rules.holds_role.vocabulary import PHRASES, WORDS

RELATION = RelationType(
    name="holds_role",
    slots={"person": "PER", "company": "ORG"},
    required=frozenset({"role"}),
    statuses={"past": "incoming", "present": "incoming", "future": "incoming", "conditional": "incoming"},
    phrases=PHRASES,
    words=WORDS,
    rules=APPOSITION + LINES + HOLDING + APPOINTED + LEAVING + DISCOURSE + LOOSE,
    examples=(
        "[Claire Aubin|person], [directrice générale|role] de [Norlys|company], salue ce choix.",
        "Le [PDG|role] de [Norlys|company], [Marc Tissier|person], l'a confirmé.",
        "[Norlys|company] nomme [Claire Aubin|person] [directrice financière|role].",
        "[Claire Aubin|person] rejoint [Norlys|company] en tant que [directrice marketing|role].",
        "C'est à [Marc Tissier|person] que [Norlys|company] confie sa [direction technique|role].",
        "[Marc Tissier|person] n'est plus [président|role] de [Norlys|company].",
        "[Marc Tissier|person] (ex-[directeur financier|role] de [Norlys|company]) investit.",
        "Les [finances|role] de [Norlys|company] resteront à [Marc Tissier|person].",
        "[Claire Aubin|person], que [Norlys|company] a voulue pour [directrice financière|role], hésite.",
        "[Marc Tissier|person] est, jusqu'à présent, le [directeur technique|role] de [Norlys|company].",
        "« Nous recrutons », dit [Paul Roux|person]. Le [patron|role] de [Norlys|company] insiste.",
    ),
    counter_examples=(
        "Norlys ouvre un bureau à Lyon.",
        "Marc Tissier rejoint l'école de son quartier.",
        "La direction de Norlys n'a pas souhaité répondre à Marc Tissier.",
        "Norlys prend la tête du classement devant Kalio.",
        "Marc Tissier, ingénieur de formation, a conseillé Norlys.",
    ),
)  # fmt: skip
