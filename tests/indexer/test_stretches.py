"""Stretches of numbers are what ranges would be, one after the other."""

from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.stretches import narrow_stretches, repeated, sizes_of, stretches, sums_before

pairs = st.lists(st.tuples(st.integers(0, 70_000), st.integers(0, 40)), max_size=8)


def told(ranges: list[tuple[int, int]]) -> list[int]:
    """Return the numbers of ranges, given where each begins and how long it is."""
    return [*chain.from_iterable(range(begin, begin + size) for begin, size in ranges)]


@given(pairs)
@settings(deadline=None)
def test_stretches_are_ranges(ranges: list[tuple[int, int]]) -> None:
    """Wherever they begin, in any order, empty ones among them; the same where they are kept in two bytes."""
    begins, sizes = (np.array([pair[side] for pair in ranges], np.int64) for side in (0, 1))

    assert told(ranges) == stretches(begins, sizes).tolist() == narrow_stretches(begins, sizes).tolist()


@pytest.mark.parametrize("last", [65_534, 65_535, 65_536])
def test_narrow_stretches_are_as_wide_as_they_need_be(last: int) -> None:
    """Around the greatest number of two bytes, and with more numbers than these can tell apart."""
    ranges = [(0, last), (3, last - 3), (last - 1, 2)]
    begins, sizes = np.array(ranges).T

    assert told(ranges) == narrow_stretches(begins, sizes).tolist()


@given(st.lists(st.tuples(st.integers(-9, 1 << 48), st.integers(1, 9)), max_size=8))
@settings(deadline=None)
def test_values_are_repeated(counted: list[tuple[int, int]]) -> None:
    """Each as often as it is counted, whatever comes before and after it."""
    values, counts = (np.array([pair[side] for pair in counted], np.int64) for side in (0, 1))

    assert [*chain.from_iterable([value] * count for value, count in counted)] == repeated(values, counts).tolist()


@given(st.lists(st.integers(0, 40), max_size=8))
@settings(deadline=None)
def test_sizes_are_from_one_beginning_to_the_next(sizes: list[int]) -> None:
    """Up to the end of the last one; nothing where there is none."""
    begins = sums_before(np.array(sizes, np.int64))

    assert sizes == sizes_of(begins, sum(sizes)).tolist()
