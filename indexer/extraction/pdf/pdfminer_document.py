"""A PDF file as pdfminer opens it: any page, at about a fiftieth of pdfium's pace."""

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

from indexer.extraction.errors import damaged, encrypted
from indexer.extraction.pdf.frames import Frame
from indexer.extraction.pdf.glyphs import GlyphDevice

PROPERTIES = ("Title", "Author", "CreationDate", "ModDate")
TABLE_OF_OBJECTS = re.compile(rb"(startxref\s+)(\d+)")


class PdfminerDocument:
    """Gives the glyphs of pages in rising order; an empty user password is tried, as every viewer does.

    Raises:
        ExtractionError: pdfminer cannot follow the file.
    """

    def __init__(self, content: bytes) -> None:
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL + 1)
        self._document = _opened(content)
        self._labels = _labels(self._document)
        self._pages = enumerate(_pages(self._document))
        resources = PDFResourceManager()
        self._device = GlyphDevice(resources)
        self._interpreter = PDFPageInterpreter(resources, self._device)

    def page_count(self) -> int | None:
        """Return how many pages the file says that it has."""
        return _page_count(self._document)

    def labels(self) -> list[str]:
        """Return the labels that the file gives its pages; none where it gives none."""
        return self._labels

    def properties(self) -> dict[str, str]:
        """Return what the file says of itself, by PDF's own names."""
        found: dict[str, str] = {}
        try:
            for info in self._document.info:
                values = {name: resolve1(info.get(name)) for name in PROPERTIES}
                found |= {name: decode_text(value) for name, value in values.items() if isinstance(value, bytes)}
            language = resolve1(self._document.catalog.get("Lang"))
            if isinstance(language, bytes):
                found["Lang"] = decode_text(language)
        except Exception:  # noqa: BLE001  # what a file says of itself is never needed
            return found
        return found

    def frames(self, number: int) -> list[Frame] | None:
        """Return the glyphs of a page, numbered from 0, the upright ones first; None past the end."""
        page = next((page for index, page in self._pages if index == number), None)
        if page is None:
            return None
        try:
            self._interpreter.process_page(page)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001  # malformed files raise some thirty kinds; what was drawn before is kept
            return list(self._device.frames())
        return list(self._device.frames())


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
    except Exception:  # noqa: BLE001  # see above
        return None
    return document if isinstance(pages, dict) else None


def _pages(document: PDFDocument) -> Iterator[PDFPage]:
    try:
        yield from PDFPage.create_pages(document)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # a broken page tree still gave the pages before the break
        return


def _page_count(document: PDFDocument) -> int | None:
    try:
        count = resolve1(resolve1(document.catalog["Pages"])["Count"])
    except Exception:  # noqa: BLE001  # a file that lies about its pages was read all the same
        return None
    return count if isinstance(count, int) else None


def _labels(document: PDFDocument) -> list[str]:
    if "PageLabels" not in document.catalog:
        return []
    try:
        labels = list(islice(document.get_page_labels(), _page_count(document) or 0))
    except Exception:  # noqa: BLE001  # broken labels must not stop the pages
        labels = []
    document.catalog.pop("PageLabels")  # pdfminer would walk them again, with each page
    return labels
