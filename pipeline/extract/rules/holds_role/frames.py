"""What the rules of functions share: shapes that are written once and derived for each use."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.relation import Rule

MINISTER = "<role=minister>"
#: Verbs that tell of holding a function: their tense says whether it is over.
HELD = {"past": "former", "present": "current", "future": "incoming", "conditional": "incoming"}
#: Verbs that tell where somebody began: over, unless it is yet to come.
BEGUN = {"past": "former", "present": "former", "future": "incoming", "conditional": "incoming"}
_NONE: Mapping[str, str] = {}


def frame(
    name: str, before: str, after: str = "", *, weight: float, status: str | None = None,
    held: bool = False, verb: str | None = None, nominal: bool = False, negative: bool = False,
    unsaid: float | None = 0.22,
) -> tuple[Rule, ...]:  # fmt: skip
    """A construction that ends in a function, with its organisation said and left unsaid.

    ``unsaid`` is how much weight goes when the organisation is implied; None for no such rule.
    """
    first, _, rest = before.partition(" ")
    silent = first.endswith(("^}", "=passive}"))
    implied = f"{first} {{company~}} {rest}" if silent else f"{{company~}} {before}"
    statuses = HELD if held else _NONE
    said = Rule(
        name, f"{before} %at {{company}} {after}".strip(), weight=weight, status=status,
        statuses=statuses, verb=verb, nominal=nominal, negative=negative,
    )  # fmt: skip
    if unsaid is None:
        return (said,)
    left = Rule(
        f"{name}_unsaid", f"{implied} %nowhere {after}".strip(), weight=weight - unsaid, status=status,
        statuses=statuses, verb=verb, nominal=nominal, negative=negative, unless=MINISTER,
    )  # fmt: skip
    return said, left


def respective() -> tuple[Rule, ...]:
    """ "A et B, respectivement président et directrice de X"; "leur directeur, soit respectivement …"."""
    out: list[Rule] = []
    for n in (2, 3):
        for i in range(n):
            people = _row("{person!}", "#P", i, n)
            roles = _row("@det? <role>", "@det? #R", i, n)
            own = _row("@det? <role> %at {company}", "@det? #R %at #O", i, n)
            orgs = _row("{company!}", "#O", i, n)
            patterns = {
                "one_house": f"{people} ,? ~3 respectivement {roles} %at {{company}}",
                "own_house": f"{people} ,? ~3 respectivement {own}",
                "houses": f"{orgs} ~~12 @poss|@def <role> ,|: ~2 respectivement {people}",
            }
            out += [
                Rule(
                    f"respective_{name}_{i + 1}_of_{n}",
                    p,
                    status="current",
                    weight=0.97,
                    shared=True,
                )
                for name, p in patterns.items()
            ]
    return tuple(out)


def _row(wanted: str, other: str, i: int, n: int) -> str:
    """A coordination of ``n`` members of which the one at ``i`` is wanted."""
    items = [wanted if k == i else other for k in range(n)]
    return " , ".join(items[:-1]) + " ,? et @det? " + items[-1]
