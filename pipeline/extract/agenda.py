"""Which rules a sentence is worth: an index from marks to the rules that need them.

With a thousand rules, asking each of them about each sentence costs more than matching.
A rule is filed under the rarest mark that it cannot do without; a sentence takes up the
rules filed under the marks that it bears, and asks only those whether they are possible.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.extract.pattern import Compiled

_MARK = re.compile(r"‹[^›]*›")


class Agenda:
    """The rules of an engine, found by the marks of a sentence."""

    def __init__(self, rules: Sequence[Compiled]) -> None:
        use = Counter(mark for rule in rules for mark in rule.trigger)
        self._rules = tuple(rules)
        self._by_mark: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for i, rule in enumerate(rules):
            marks = [mark for mark in rule.trigger if mark.startswith("‹")]
            if marks:
                self._by_mark[min(marks, key=lambda m: (use[m], m))].append(i)
            elif rule.spelled:
                for word in min(rule.spelled, key=len):
                    self._by_word[word].append(i)
            else:
                self._always.append(i)

    def rules(self, code: str) -> list[Compiled]:
        """Return the rules that may match a coded sentence, in their own order."""
        wanted = set(self._always)
        for mark in set(_MARK.findall(code)):
            wanted.update(self._by_mark.get(mark, ()))
        for word, filed in self._by_word.items():
            if word in code:
                wanted.update(filed)
        rules = self._rules
        return [rules[i] for i in sorted(wanted) if rules[i].possible(code)]
