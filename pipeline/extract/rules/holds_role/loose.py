"""Loose frames: a function without article has its holder near, whatever verb stands between.

"Trois ans chez Norlys, dont deux comme acheteuse, ont suffi à Anne Roche": one person in the
sentence, and a function that is said of somebody, not one that somebody meets. They give way
to every tighter reading.
"""

from __future__ import annotations

from pipeline.extract.relation import Rule

#: Two persons: which of them is meant is not for a loose frame to say.
_TWO = "#P ~~60 #P"
#: What stands before a function that is said of somebody.
_SAID = "comme|simple|modeste|obscur|obscure|humble|jeune|tant|qualité"

LOOSE = (
    Rule("loose_as", f"{{person!}} ~~20 {_SAID} que|qu'|de|d'? un|une? @quality? <role> %at {{company!}}", status="current", weight=0.56, unless=_TWO),
    Rule("loose_as_once", f"{{person!}} ~~20 {_SAID} que|qu'|de|d'? un|une? <role> %at {{company!}}", status="former", weight=0.59, unless=_TWO, given="avait|avaient|autrefois|jadis|naguère|auparavant|précédemment|fut|ans|années|mois"),
    Rule("loose_as_before", f"{_SAID} que|qu'|de|d'? un|une? <role> %at {{company!}} ~~20 {{person!}}", status="current", weight=0.56, unless=_TWO),
    Rule("loose_as_taken", f"{{person!}} ~~20 {_SAID} <role> %at {{company!}}", status="incoming", weight=0.58, unless=_TWO, given="@appoint|@take|@join|@arrive|@succeed"),
    Rule("loose_at_as", f"chez|à {{company!}} ~~10 {_SAID} un|une? @quality? <role> ~~14 {{person!}}", status="former", weight=0.54, unless=_TWO),
    Rule("loose_at_as_after", f"{{person!}} ~~10 chez|à {{company!}} ~~6 {_SAID} un|une? @quality? <role>", status="former", weight=0.54, unless=_TWO),
    Rule("loose_discourse", f"{{person<}} {_SAID} <role> %at {{company!}}", status="current", weight=0.52),
)  # fmt: skip
