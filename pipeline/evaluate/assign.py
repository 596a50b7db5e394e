"""One-to-one assignment of the largest total weight, for small tables."""

from __future__ import annotations

from collections.abc import Sequence


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the (row, column) pairs of the assignment with the largest total weight.

    A weight of 0 or less means that the pair may not be assigned. Whoever wants as many
    pairs as possible first gives every allowed pair a weight far above the differences.
    Hungarian method with potentials, O(rows² · columns).
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        flipped = [list(column) for column in zip(*weights, strict=True)]
        return sorted((row, column) for column, row in assign(flipped))
    rows, columns = len(weights), len(weights[0])
    infinite = float("inf")
    # 1-based throughout: index 0 is the free column that starts each augmenting path.
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, previous = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], current = row, 0
        slack, used = [infinite] * (columns + 1), [False] * (columns + 1)
        while owner[current]:
            used[current] = True
            at, delta, following = owner[current], infinite, 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                cost = -max(weights[at - 1][column - 1], 0.0)
                reduced = cost - row_price[at] - column_price[column]
                if reduced < slack[column]:
                    slack[column], previous[column] = reduced, current
                if slack[column] < delta:
                    delta, following = slack[column], column
            for column in range(columns + 1):
                if used[column]:
                    row_price[owner[column]] += delta
                    column_price[column] -= delta
                else:
                    slack[column] -= delta
            current = following
        while current:
            owner[current] = owner[previous[current]]
            current = previous[current]
    pairs = ((owner[column] - 1, column - 1) for column in range(1, columns + 1) if owner[column])
    return sorted(pair for pair in pairs if weights[pair[0]][pair[1]] > 0)
