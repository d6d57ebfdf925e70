"""Distinct strings have numbers from 0."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.whoosh_engine.building.numbering import Numbering


@given(st.lists(st.lists(st.sampled_from(("a", "b", "c", "é", "")), max_size=6), max_size=4))
def test_a_string_keeps_its_number(rounds: list[list[str]]) -> None:
    """In the order in which strings come for the first time, whatever comes in between."""
    numbering = Numbering()
    known: dict[str, int] = {}
    for strings in rounds:
        assert [known.setdefault(one, len(known)) for one in strings] == numbering.of(strings).tolist()
        assert [*known] == numbering.strings
