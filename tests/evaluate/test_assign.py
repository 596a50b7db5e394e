"""The assignment against exhaustive search."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.evaluate.assign import assign

TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-1, 9), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


def best(table: list[list[int]]) -> int:
    """Return the largest total over all one-to-one choices, by trying them all."""
    rows, columns = len(table), len(table[0])
    wide = [[max(value, 0) for value in row] + [0] * rows for row in table]
    return max(
        sum(wide[row][column] for row, column in enumerate(chosen))
        for chosen in permutations(range(columns + rows), rows)
    )


@given(TABLES)
def test_assignment_is_one_to_one_and_optimal(table: list[list[int]]) -> None:
    pairs = assign(table)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] > 0 for row, column in pairs)
    assert sum(table[row][column] for row, column in pairs) == best(table)


def test_greedy_would_lose_a_pair() -> None:
    assert assign([[1001, 1000], [1002, 0]]) == [(0, 1), (1, 0)]


def test_empty() -> None:
    assert assign([]) == []
    assert assign([[], []]) == []
