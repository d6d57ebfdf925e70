"""Plain text."""

from indexer.extraction.limits import Budget, Limits
from indexer.extraction.plain import PlainReader
from indexer.model.place import PlaceKind


def test_form_feeds_divide_pages() -> None:
    """A text printed by page is read by page."""
    places = PlainReader().read(b"first\n\x0csecond\x0c\n", Budget(Limits())).places

    assert [(PlaceKind.PAGE, "first"), (PlaceKind.PAGE, "second")] == [(p.place.kind, p.text) for p in places]


def test_empty_lines_divide_paragraphs_under_headings() -> None:
    """A line with # before it is a heading."""
    long = "words " * 60
    places = PlainReader().read(f"# Flows\n\n1. {long}\r\n\r\n2. {long}".encode(), Budget(Limits())).places

    assert ["para. 1, under Flows", "para. 2, under Flows"] == [place.place.label for place in places]


def test_too_much_text_is_cut_with_a_note() -> None:
    """The limit on characters holds, and is told."""
    reading = PlainReader().read(b"one\x0ctwo\x0cthree", Budget(Limits(places=2)))

    assert ["one", "two"] == [place.text for place in reading.places]
    assert reading.notes[0].detail.startswith("Only the first 2 pages")
