"""What is among other numbers, against sets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.postings import contained

numbers = st.lists(st.integers(0, 300) | st.integers(0, 60_000), unique=True).map(sorted)


@pytest.mark.parametrize("kind", [np.uint16, np.int64])
@given(wanted=numbers, known=numbers)
@settings(deadline=None)
def test_what_is_contained_is_in_both(wanted: list[int], known: list[int], kind: type[np.integer]) -> None:
    """However close together or far apart they are."""
    found = contained(np.array(wanted, kind), np.array(known, kind))

    assert [number in known for number in wanted] == found.tolist()


@given(st.lists(st.integers(-5, 30), unique=True).map(sorted), st.lists(st.integers(0, 30), unique=True).map(sorted))
@settings(deadline=None)
def test_what_would_stand_before_the_first_is_not_contained(wanted: list[int], known: list[int]) -> None:
    """A row that would have to begin before the first word of all begins nowhere."""
    assert [number in known for number in wanted] == contained(np.array(wanted, int), np.array(known, int)).tolist()
