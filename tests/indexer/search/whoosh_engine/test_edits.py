"""How many edits part a word from many others."""

import random

from hypothesis import given
from hypothesis import strategies as st

from indexer.search.whoosh_engine.edits import edit_distances
from indexer.search.wordforms import edit_distance

_LETTERS = st.text(alphabet="abcя", max_size=7)


@given(_LETTERS, st.lists(_LETTERS, max_size=6), st.integers(0, 3))
def test_many_at_once_are_as_one_by_one(word: str, others: list[str], most: int) -> None:
    """Counting for many words changes no number."""
    expected = [min(edit_distance(word, other, most), most + 1) for other in others]

    assert expected == edit_distances(word, others, most).tolist()


def test_fifty_thousand_words_are_told_apart() -> None:
    """Among many, a word with two letters swapped is one edit away."""
    letters = random.Random(1)
    others = ["".join(letters.choices("abcdefghijklmnop", k=letters.randint(3, 12))) for _ in range(50_000)]
    others.append("migratoin")
    found = edit_distances("migration", others, 2)

    assert [1] == found[-1:].tolist()
