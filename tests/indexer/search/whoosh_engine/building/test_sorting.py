"""Sorting by digits and by first bytes gives the order that sorting by comparison gives."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.building.sorting import order_of_strings, stable_order

KINDS = (np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_equals_stay_in_order(kind: type[np.integer], data: st.DataObject) -> None:
    """Numbers of every type, up to its greatest; many of them alike."""
    numbers = st.integers(0, 3) | st.integers(0, int(np.iinfo(kind).max))
    column = data.draw(st.lists(numbers, max_size=12))

    assert sorted(range(len(column)), key=column.__getitem__) == stable_order(np.array(column, kind)).tolist()


@given(st.lists(st.tuples(*(st.sampled_from((0, 1, 65_535, 65_536, 1 << 33)),) * 3), max_size=12))
@settings(deadline=None)
def test_the_last_column_comes_first(rows: list[tuple[int, int, int]]) -> None:
    """Rows that are alike in it are in the order of the column before, and so on."""
    columns = [np.array([row[place] for row in rows], np.int64) for place in range(3)]

    assert sorted(range(len(rows)), key=lambda number: rows[number][::-1]) == stable_order(*columns).tolist()


LETTERS = st.text(st.sampled_from("\0ab\u00e9\uffff\U00010000"), max_size=12)
"""Of few letters, so that many begin alike, and of one to four bytes each."""


@given(st.lists(LETTERS, unique=True, max_size=30))
@settings(deadline=None)
def test_strings_are_in_the_order_of_their_bytes(strings: list[str]) -> None:
    """However many of the first bytes they share, and however short they are."""
    assert sorted(strings) == [strings[place] for place in order_of_strings(strings).tolist()]


def test_strings_that_begin_alike_stay_in_their_group() -> None:
    """Each group of strings with the same eight bytes is ordered by what follows, between shorter ones."""
    strings = [
        "internationally",
        "international",
        "intern",
        "interned",
        "a",
        "internat",
        "organization",
        "organizations",
    ]

    assert sorted(strings) == [strings[place] for place in order_of_strings(strings).tolist()]
