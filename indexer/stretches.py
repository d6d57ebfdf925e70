"""Stretches of numbers that follow each other, for whole arrays of them."""

import numpy as np
import numpy.typing as npt

Integers = npt.NDArray[np.integer]
Numbers = npt.NDArray[np.int64]


def sums_before(sizes: Integers) -> Numbers:
    """Return for each size, however narrow their type is, how much those before it are together."""
    sums: Numbers = np.cumsum(sizes, dtype=np.int64)
    sums -= sizes
    return sums


def sizes_of(begins: Integers, end: int) -> Numbers:
    """Return how long stretches that follow each other are, given where each begins and where the last one ends."""
    sizes = np.empty(len(begins), np.int64)
    np.subtract(begins[1:], begins[:-1], out=sizes[:-1])
    sizes[-1:] = end - begins[-1:]
    return sizes


def stretches(begins: Integers, sizes: Integers) -> Numbers:
    """Return the numbers of some stretches, those of one after those of another."""
    numbers: Numbers = np.repeat(begins - sums_before(sizes), sizes)
    numbers += np.arange(len(numbers))
    return numbers
