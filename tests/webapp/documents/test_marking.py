"""Runs of a text become paragraphs, and every match gets one anchor."""

from hypothesis import given
from hypothesis import strategies as st

from webapp.documents.marking import Run, match_count, paragraphs

PARTS = st.lists(st.tuples(st.text(alphabet="ab \n", max_size=12), st.booleans()), max_size=8)


def test_paragraphs_end_at_empty_lines() -> None:
    """An empty line ends a paragraph; a single line break stays in it."""
    found = paragraphs([("one\ntwo\n\nthree", False)])

    assert ((Run("one\ntwo"),), (Run("three"),)) == found


def test_matches_are_numbered_from_the_first_number() -> None:
    """A page that shows several places goes on counting."""
    found = paragraphs([("a ", False), ("b", True), (" c ", False), ("d", True)], first=5)

    assert ["", "match-5", "", "match-6"] == [run.anchor for run in found[0]]


def test_a_match_across_paragraphs_has_one_anchor() -> None:
    """An address names one element, so the second half of a match has no anchor."""
    found = paragraphs([("one\n\ntwo", True)])

    assert ((Run("one", is_match=True, anchor="match-1"),), (Run("two", is_match=True),)) == found


@given(PARTS)
def test_no_word_is_lost(parts: list[tuple[str, bool]]) -> None:
    """Paragraphs hold every character of the text but the breaks between them."""
    written = "".join(run.text for paragraph in paragraphs(parts) for run in paragraph)

    assert "".join(text for text, _ in parts).replace("\n", "") == written.replace("\n", "")


@given(PARTS)
def test_anchors_are_unique(parts: list[tuple[str, bool]]) -> None:
    """No two elements of a page have the same anchor, and there are no more than there are matches."""
    anchors = [run.anchor for paragraph in paragraphs(parts) for run in paragraph if run.anchor]

    assert len(set(anchors)) == len(anchors)
    assert len(anchors) <= match_count(parts)
