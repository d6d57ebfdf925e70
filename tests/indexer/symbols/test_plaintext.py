"""Typographic variants are made plain and places still point into the text as it was."""

from hypothesis import given
from hypothesis import strategies as st

from indexer.symbols.plaintext import plain


@given(st.text(alphabet=st.sampled_from("Aa\u00ad\u200b\u2013-/\u2044\u00a0 \u0661(")))
def test_places_point_to_the_same_characters(text: str) -> None:
    """Each plain character comes from the one that its place names."""
    seen = plain(text)

    for at, mark in enumerate(seen.text):
        start, end = seen.place_of(at, at + 1)
        assert mark == plain(text[start:end]).text


def test_one_dash_slash_space_and_digit_stand_for_all() -> None:
    """En dashes, fraction slashes, hard spaces and Arabic digits are written one way."""
    assert "a-b/c 12" == plain("a\u2013b\u2044c\u00a0\u0661\u06f2").text
