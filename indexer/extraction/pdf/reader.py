"""The reader of PDF files: pdfium reads most pages, pdfminer those whose letters pdfium is not sure of."""

import re
from collections.abc import Iterator

from indexer.extraction.errors import ExtractionError, damaged
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.pdf.columns import columns_of
from indexer.extraction.pdf.frames import Frame
from indexer.extraction.pdf.lines import Line, segments_of
from indexer.extraction.pdf.paragraphs import continued, text_of
from indexer.extraction.pdf.pdfium_document import PdfiumDocument
from indexer.extraction.pdf.pdfminer_document import PdfminerDocument
from indexer.extraction.pdf.running import Page, take_running_lines
from indexer.extraction.quality import truncated
from indexer.extraction.repair import Hyphens, clean_line, clean_text
from indexer.model.place import Place, PlaceKind, PlaceText

PROPERTIES = {
    "Title": "title",
    "Author": "author",
    "CreationDate": "created",
    "ModDate": "modified",
    "Lang": "language",
}
DATE = re.compile(r"(?:D:)?(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D.*|\d{2,}.*)?")
LONGEST_LABEL = 20
LONGEST_PROPERTY = 1_000


class PdfReader:
    """Reads PDF pages; an empty user password is tried, as every viewer does.

    Both engines say what stands where; lines, columns and paragraphs are made here, the same way for both.
    """

    def __init__(self, *, with_pdfium: bool = True) -> None:
        self._with_pdfium = with_pdfium

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text of each page."""
        document = _opened(content, with_pdfium=self._with_pdfium)
        pages = list(_pages(document, budget))
        notes = (truncated(len(pages), "page", document.page_count()),) if budget.is_spent() else ()
        running = take_running_lines(pages)
        hyphens = Hyphens(line.text for page in pages for column in page.columns for line in column)
        places = tuple(
            PlaceText(Place(PlaceKind.PAGE, number, page.label or str(number)), _page_text(page, hyphens))
            for number, page in enumerate(pages, 1)
        )
        return Reading(places, running, _properties(document.properties()), notes)


class _MixedDocument:
    """A document of pdfium's, with pdfminer for the pages that need it."""

    def __init__(self, quick: PdfiumDocument, content: bytes) -> None:
        self._quick = quick
        self._content = content
        self._careful: PdfminerDocument | None = None
        self.page_count, self.labels, self.properties = quick.page_count, quick.labels, quick.properties

    def frames(self, number: int) -> list[Frame] | None:
        """Return what stands on a page, numbered from 0; None past the end."""
        if number >= self._quick.page_count():
            return None
        frames, are_sure = self._quick.frames(number)
        return frames if are_sure else (self._read_carefully(number) or frames)

    def _read_carefully(self, number: int) -> list[Frame] | None:
        try:
            self._careful = self._careful or PdfminerDocument(self._content)
        except ExtractionError:  # what pdfium has will do
            self._content = b""
            return None
        return self._careful.frames(number)


def _opened(content: bytes, *, with_pdfium: bool) -> _MixedDocument | PdfminerDocument:
    quick = PdfiumDocument.opened(content) if with_pdfium else None
    return PdfminerDocument(content) if quick is None else _MixedDocument(quick, content)


def _pages(document: _MixedDocument | PdfminerDocument, budget: Budget) -> Iterator[Page]:
    """Yield the pages; one that cannot be read is empty."""
    labels = _labels(document.labels())
    number = 0
    while not budget.is_spent() and (frames := document.frames(number)) is not None:
        page = _page(frames, labels[number] if number < len(labels) else "")
        budget.spend("".join(line.text for column in page.columns for line in column))
        yield page
        number += 1
    if number == 0:
        raise damaged("it has no pages")


def _page(frames: list[Frame], label: str) -> Page:
    columns: list[list[Line]] = []
    for frame in frames:
        columns += columns_of(segments_of(frame.glyphs))
    return Page(columns, frames[0].bottom if frames else 0, frames[0].top if frames else 0, label)


def _page_text(page: Page, hyphens: Hyphens) -> str:
    text = ""
    for column in page.columns:
        text = continued(text, text_of(column, hyphens), hyphens)
    return clean_text(text)


def _labels(labels: list[str]) -> list[str]:
    """Return labels fit to be shown; none where they only count."""
    if all(label == str(number) for number, label in enumerate(labels, 1)):
        return []
    return [clean_line(label)[:LONGEST_LABEL] for label in labels]


def _properties(found: dict[str, str]) -> tuple[tuple[str, str], ...]:
    values = ((name, clean_line(found.get(key, ""))[:LONGEST_PROPERTY]) for key, name in PROPERTIES.items())
    return tuple((name, _iso_date(value)) for name, value in values if value)


def _iso_date(value: str) -> str:
    """Return the day of a PDF date as ISO 8601 writes it; other words as they are."""
    found = DATE.fullmatch(value)
    return "-".join(found.groups()) if found else value
