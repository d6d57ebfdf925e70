"""HTML pages."""

import pytest

from indexer.extraction.extractor import Reading
from indexer.extraction.html import HtmlReader
from indexer.extraction.limits import Budget, Limits


def read(content: str | bytes) -> Reading:
    """Return what the reader finds in a page."""
    raw = content if isinstance(content, bytes) else content.encode()
    return HtmlReader().read(raw, Budget(Limits()))


def test_what_a_reader_sees_is_read() -> None:
    """Scripts, styles and comments are no text; inline elements divide no word, blocks do."""
    page = (
        "<html lang=en><head><title>A  title</title><style>p{}</style></head><body><h1>Flows</h1>"
        "<p>On<b>e</b> &amp; two"
        "<!-- no --> words<br>next<script>no()</script> end</p>tail<table><tr><td>a<td>b</table></body></html>"
    )
    reading = read(page)

    assert "Flows\n\nOne & two words next end\n\ntail\n\na | b" == reading.places[0].text
    assert (("title", "A title"), ("language", "en")) == reading.properties


@pytest.mark.parametrize(
    "content",
    [
        "<meta charset=windows-1251><p>Мир</p>".encode("cp1251"),
        "<p>Мир</p>".encode(),
        "<meta charset=nonsense><p>Мир</p>".encode(),
        "<p>Мир</p>".encode("utf-16"),
    ],
)
def test_the_encoding_is_the_pages_own_or_told_from_it(content: bytes) -> None:
    """A declared encoding is believed where it can be used."""
    assert "Мир" == read(b"<html>" + content if content[:1] == b"<" else content).places[0].text


def test_deep_and_broken_pages_end() -> None:
    """Elements that are never closed give their text."""
    assert "deep" == read("<html>" + "<div><p>" * 500 + "deep").places[0].text
