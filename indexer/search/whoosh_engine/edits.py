"""How many edits part a word from many others, counted for all of them at once."""

from collections.abc import Sequence

import numpy as np

Distances = np.typing.NDArray[np.uint8]


def edit_distances(word: str, others: Sequence[str], most: int) -> Distances:
    """Return what `wordforms.edit_distance` says of the word and each of the others; `most` + 1 stands for all beyond.

    Only cells that near the diagonal are counted: whatever is farther from it is more than `most` edits away.
    """
    lengths = np.fromiter(map(len, others), np.int64, len(others))
    width = max(map(len, others), default=0)
    if not width:
        return np.full(len(others), min(len(word), most + 1), np.uint8)
    # each column of letters is an array: the n-th letter of every word
    letters = np.ascontiguousarray(np.array(others, f"U{width}").view(np.uint32).reshape(len(others), width).T)
    beyond = np.full(len(others), most + 1, np.uint8)
    rows = [[np.minimum(beyond, np.uint8(min(column, most + 1))) for column in range(width + 1)]]
    for place in range(1, len(word) + 1):
        rows = [*rows[-2:], _next_row(word[:place], letters, rows[-2:], beyond)]
    counted: Distances = np.stack(rows[-1])[lengths, np.arange(len(others))]
    return np.minimum(counted, beyond)


def _next_row(
    beginning: str, letters: np.typing.NDArray[np.uint32], rows: list[list[Distances]], beyond: Distances
) -> list[Distances]:
    """Return the distances of the beginning of a word from those of the others."""
    place, reach, before = len(beginning), int(beyond[0]) - 1, rows[-1]
    row = [beyond] * len(before)
    row[0] = np.minimum(beyond, before[0] + np.uint8(1))
    for column in range(max(1, place - reach), min(len(letters), place + reach) + 1):
        differs = letters[column - 1] != ord(beginning[-1])
        best = np.minimum(before[column], row[column - 1]) + np.uint8(1)
        best = np.minimum(best, before[column - 1] + differs)
        if place > 1 and column > 1:
            swapped = (letters[column - 2] == ord(beginning[-1])) & (letters[column - 1] == ord(beginning[-2]))
            best = np.where(swapped, np.minimum(best, rows[-2][column - 2] + np.uint8(1)), best)
        row[column] = np.minimum(best, beyond)
    return row
