"""What is done with arrays, against lists."""

from bisect import bisect_left
from itertools import accumulate, groupby

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.arrays import changes, distinct, place_in, starts_of
from indexer.stretches import stretches

small = st.integers(0, 3)
KINDS = [np.uint8, np.uint16, np.int32, np.uint32, np.int64]
kinds = st.sampled_from(KINDS)
"""Those that up to four thousand million numbers are kept in."""


@given(st.lists(st.integers(0, 200)).map(sorted), st.integers(0, 1 << 40), kinds)
@settings(deadline=None)
def test_a_number_is_found_in_a_column(column: list[int], number: int, kind: type[np.integer]) -> None:
    """Or where it would stand, even if it is greater than any number of the column's type."""
    for one in (number, number % 256):
        assert bisect_left(column, one) == place_in(np.array(column, kind), one)


@given(st.lists(st.integers(0, 200)), kinds)
@settings(deadline=None)
def test_distinct_numbers_are_a_set_in_order(numbers: list[int], kind: type[np.integer]) -> None:
    """Each once, whatever stood there before."""
    assert sorted(set(numbers)) == distinct(np.array(numbers, kind)).tolist()


@given(st.lists(st.integers(0, 200)), kinds)
@settings(deadline=None)
def test_stretches_begin_where_those_before_end(sizes: list[int], kind: type[np.integer]) -> None:
    """The sums of the sizes, however narrow their type is."""
    assert [0, *accumulate(sizes)] == starts_of(np.array(sizes, kind)).tolist()


@given(st.lists(st.tuples(small, small)), kinds)
@settings(deadline=None)
def test_changes_are_the_first_of_rows_that_are_alike(rows: list[tuple[int, int]], kind: type[np.integer]) -> None:
    """Of neighbours that are alike in all columns the first."""
    columns = [np.array([row[column] for row in rows], kind) for column in (0, 1)]
    sizes = [len(list(alike)) for _, alike in groupby(rows)]

    assert [0, *accumulate(sizes)][: len(sizes)] == changes(*columns).tolist()


@pytest.mark.parametrize("kind", KINDS)
@given(rows=st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9))))
@settings(deadline=None)
def test_stretches_are_the_numbers_in_them(rows: list[tuple[int, int]], kind: type[np.integer]) -> None:
    """From where each begins, one after the other; empty ones have none."""
    begins, sizes = (np.array([row[column] for row in rows], kind) for column in (0, 1))
    found = stretches(begins, sizes)

    assert [number for begin, size in rows for number in range(begin, begin + size)] == found.tolist()
    assert np.issubdtype(found.dtype, np.integer)
