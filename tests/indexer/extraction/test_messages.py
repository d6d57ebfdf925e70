"""Results on their way between processes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extraction.errors import ExtractionFailure
from indexer.extraction.messages import packed, unpacked
from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText, QualityFault, QualityNote

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
PLACES = st.lists(
    st.builds(PlaceText, st.builds(Place, st.sampled_from(PlaceKind), st.integers(1), WORDS), WORDS), max_size=4
)


@given(PLACES, WORDS)
def test_a_text_arrives_as_it_was_sent(places: list[PlaceText], word: str) -> None:
    """Every field survives the way."""
    note = QualityNote(QualityFault.TRUNCATED, word)
    text = ExtractedText(
        Sha256("a" * 64), "pdf-1", word, tuple(places), (word,), Language("en"), (note,), (("title", word),)
    )

    assert text == unpacked(packed(text))


def test_a_failure_arrives_as_it_was_sent() -> None:
    """A reason is a message too."""
    failure = ExtractionFailure("a.pdf is encrypted", "encrypted")

    assert failure == unpacked(packed(failure))


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff"])
def test_what_is_no_message_is_refused(content: bytes) -> None:
    """A child that was taken over can send anything; it is refused, not run."""
    with pytest.raises(ValueError):  # noqa: PT011  # the sentence is for nobody
        unpacked(content)
