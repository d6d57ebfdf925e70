"""What is said of a text's quality."""

from indexer.extraction.quality import quality_notes
from indexer.model.place import Place, PlaceKind, PlaceText, QualityFault


def faults(*texts: str) -> list[QualityFault]:
    """Return the faults found in a document with these pages."""
    places = [PlaceText(Place(PlaceKind.PAGE, number, str(number)), text) for number, text in enumerate(texts, 1)]
    return [note.fault for note in quality_notes(places)]


def test_a_sound_text_has_no_note() -> None:
    """An empty page among full ones is nothing to speak of."""
    assert [] == faults("some words", "", "more words")


def test_pages_without_text_are_told() -> None:
    """A scan is a text without words; so is a file without places."""
    assert [QualityFault.NO_TEXT] == faults("", " - ")
    assert [QualityFault.NO_TEXT] == faults("title", "", "", "")
    assert [QualityFault.NO_TEXT] == faults()


def test_characters_that_are_no_letters_are_told() -> None:
    """A font without a map of its letters gives a note once it is more than a few signs."""
    assert [QualityFault.UNMAPPED_FONT] == faults("\ufffd\ufffd\ue001 words (cid:12)")
    assert [] == faults("\ufffd" + "words " * 100)
