"""One file per relation; each builds one ``RELATION``.

Discovery is by listing this package: a new relation is one new file.
"""

from __future__ import annotations

import importlib
import pkgutil

from pipeline.errors import RuleError
from pipeline.extract.relation import RelationType


def builtin_relations() -> tuple[RelationType, ...]:
    """Return the relations of this package, in the order of their names.

    Raises:
        RuleError: a file of the package holds no ``RELATION``.
    """
    found = []
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        relation = getattr(importlib.import_module(f"{__name__}.{module.name}"), "RELATION", None)
        if not isinstance(relation, RelationType):
            raise RuleError("holds no RELATION", file=f"{module.name}.py")
        found.append(relation)
    return tuple(found)
