"""Rich text."""

from indexer.extraction.limits import Budget, Limits
from indexer.extraction.rich_text import RichTextReader


def text_of(content: bytes) -> str:
    """Return the text of a file's first place."""
    return RichTextReader().read(content, Budget(Limits())).places[0].text


def test_paragraphs_and_every_script_are_read() -> None:
    """Control words are no text; bytes and numbers of characters become letters."""
    content = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}\b Caf\'e9\b0\par \u1052?\u1080?\u1088? \u22823?\par}"

    assert "Café\n\nМир 大" == text_of(content)


def test_a_file_that_breaks_off_gives_what_it_has() -> None:
    """Groups that are never closed end with the file."""
    assert "words" == text_of(rb"{\rtf1{\b words")
