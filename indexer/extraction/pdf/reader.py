"""The reader of PDF files."""

import io
import logging
import re
from collections.abc import Iterator
from itertools import islice

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from indexer.extraction.errors import ExtractionError, damaged, encrypted
from indexer.extraction.extractor import Reading
from indexer.extraction.limits import Budget
from indexer.extraction.pdf.columns import columns_of
from indexer.extraction.pdf.glyphs import GlyphDevice
from indexer.extraction.pdf.lines import Line, segments_of
from indexer.extraction.pdf.paragraphs import continued, text_of
from indexer.extraction.pdf.running import Page, take_running_lines
from indexer.extraction.quality import truncated
from indexer.extraction.repair import Hyphens, clean_line, clean_text
from indexer.model.place import Place, PlaceKind, PlaceText

PROPERTIES = {"Title": "title", "Author": "author", "CreationDate": "created", "ModDate": "modified"}
TABLE_OF_OBJECTS = re.compile(rb"(startxref\s+)(\d+)")
DATE = re.compile(r"(?:D:)?(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D.*|\d{2,}.*)?")
LONGEST_LABEL = 20
LONGEST_PROPERTY = 1_000


class PdfReader:
    """Reads PDF pages; an empty user password is tried, as every viewer does."""

    def read(self, content: bytes, budget: Budget) -> Reading:
        """Return the text of each page."""
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)
        document = _opened(content)
        pages = list(_pages(document, budget))
        notes = (truncated(len(pages), "page", _page_count(document)),) if budget.is_spent() else ()
        running = take_running_lines(pages)
        hyphens = Hyphens(line.text for page in pages for column in page.columns for line in column)
        places = tuple(
            PlaceText(Place(PlaceKind.PAGE, number, page.label or str(number)), _page_text(page, hyphens))
            for number, page in enumerate(pages, 1)
        )
        return Reading(places, running, _properties(document), notes)


def _opened(content: bytes) -> PDFDocument:
    """Return the document; where its table of objects leads nowhere, the objects are looked for instead."""
    document = _parsed(content)
    if document is None:
        document = _parsed(TABLE_OF_OBJECTS.sub(lambda found: found[1] + b"x" * len(found[2]), content))
    if document is None:
        raise damaged("its structure cannot be followed")
    return document


def _parsed(content: bytes) -> PDFDocument | None:
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        pages = resolve1(document.catalog.get("Pages"))
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise encrypted() from error
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # malformed files raise some thirty kinds
        return None
    return document if isinstance(pages, dict) else None


def _pages(document: PDFDocument, budget: Budget) -> Iterator[Page]:
    """Yield the pages; one that cannot be read is empty, unless that is so of all of them."""
    resources = PDFResourceManager()
    device = GlyphDevice(resources)
    labels = _labels(document)
    faults = pages = 0
    for number, page in enumerate(_page_objects(document)):
        try:
            PDFPageInterpreter(resources, device).process_page(page)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  # see above; what was drawn before the fault is kept
            faults += 1
        pages += 1
        made = _page(device, labels[number] if number < len(labels) else "")
        budget.spend("".join(line.text for column in made.columns for line in column))
        yield made
        if budget.is_spent():
            return
    if pages == 0:
        raise damaged("it has no pages")


def _page_objects(document: PDFDocument) -> Iterator[PDFPage]:
    try:
        yield from PDFPage.create_pages(document)
    except (MemoryError, ExtractionError):
        raise
    except Exception:  # noqa: BLE001  # a broken page tree still gave the pages before the break
        return


def _page(device: GlyphDevice, label: str) -> Page:
    columns: list[list[Line]] = []
    bottom = top = 0.0
    for frame in device.frames():
        if not columns:
            bottom, top = frame.bottom, frame.top
        columns += columns_of(segments_of(frame.glyphs))
    return Page(columns, bottom, top, label)


def _page_text(page: Page, hyphens: Hyphens) -> str:
    text = ""
    for column in page.columns:
        text = continued(text, text_of(column, hyphens), hyphens)
    return clean_text(text)


def _page_count(document: PDFDocument) -> int | None:
    try:
        count = resolve1(resolve1(document.catalog["Pages"])["Count"])
    except Exception:  # noqa: BLE001  # a file that lies about its pages was read all the same
        return None
    return count if isinstance(count, int) else None


def _labels(document: PDFDocument) -> list[str]:
    """Return the labels the file gives its pages; none where they only count."""
    if "PageLabels" not in document.catalog:
        return []
    try:
        labels = list(islice(document.get_page_labels(), _page_count(document) or 0))
    except Exception:  # noqa: BLE001  # broken labels must not stop the pages
        labels = []
    document.catalog.pop("PageLabels")  # pdfminer would walk them again, with each page
    if all(label == str(number) for number, label in enumerate(labels, 1)):
        return []
    return [clean_line(label)[:LONGEST_LABEL] for label in labels]


def _properties(document: PDFDocument) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    try:
        for info in document.info:
            for key, name in PROPERTIES.items():
                value = resolve1(info.get(key))
                if isinstance(value, bytes):
                    found[name] = _iso_date(clean_line(decode_text(value))[:LONGEST_PROPERTY])
        language = resolve1(document.catalog.get("Lang"))
        if isinstance(language, bytes):
            found["language"] = clean_line(decode_text(language))[:LONGEST_PROPERTY]
    except Exception:  # noqa: BLE001  # what a file says of itself is never needed
        return tuple((name, value) for name, value in found.items() if value)
    return tuple((name, value) for name, value in found.items() if value)


def _iso_date(value: str) -> str:
    """Return the day of a PDF date as ISO 8601 writes it; other words as they are."""
    found = DATE.fullmatch(value)
    return "-".join(found.groups()) if found else value
