"""Typed text cut into words and put together again."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.querylanguage.pieces import joined, pieces


def test_pairs_are_put_together() -> None:
    """A Chinese phrase reads as it was typed."""
    assert "国际移徙 2014" == joined(("国际", "际移", "移徙", "2014"))


@given(st.one_of(st.text(), st.text(alphabet="国际移aé½\u00ad\u0301ʼ' -日ｶﾞไ")))
def test_what_is_joined_is_cut_into_the_same_words(text: str) -> None:
    """Joining undoes cutting."""
    words = pieces(text)

    assert words == pieces(joined(words))
