"""Which words fit a pattern, and how far words are from each other."""

import re

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.wordforms import edit_distance, fits, pattern_of
from tests.contract.naive_engine import edits

_LETTERS = st.text(alphabet="abcя", max_size=7)


@given(st.lists(_LETTERS, min_size=1, max_size=4), _LETTERS)
def test_a_word_fits_as_a_regular_expression_would_have_it(letters: list[str], word: str) -> None:
    """Every asterisk stands for any letters or none, and the whole word is spelled so."""
    pattern = ".*".join(letters)

    assert bool(letters[0] and re.fullmatch(pattern, word)) == fits(word, pattern_of("*".join(letters)))


def test_no_pattern_takes_long() -> None:
    """The asterisks of the longest query on the longest word come to an end."""
    assert not fits("a" * 100, pattern_of("aa" + "*a" * 90 + "*b*a"))


@given(_LETTERS, _LETTERS, st.integers(0, 4))
def test_edits_are_counted_up_to_the_most(one: str, other: str, most: int) -> None:
    """The number is right as far as it matters."""
    assert min(edits(one, other), most + 1) == min(edit_distance(one, other, most), most + 1)
