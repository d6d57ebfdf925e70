"""What Chromium leaves out of a printed PDF: an author, page labels, and the same bytes each time."""

import re

from tests.specimens import masthead
from tests.specimens.specimen import Specimen

_DATE = re.compile(rb"\(D:\d{14}\+00'00'\)")
_MADE = b"(D:20261124000000+00'00')"
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)", re.DOTALL)
_REFERENCE = rb"/%s (\d+) 0 R"


def finished(pdf: bytes, specimen: Specimen, front_pages: int) -> bytes:
    """Fix the dates, then append properties and page labels as an incremental update."""
    pdf = _DATE.sub(_MADE, pdf)
    trailer, previous = _TRAILER.findall(pdf)[-1]
    info, root = (int(re.search(_REFERENCE % key, trailer)[1]) for key in (b"Info", b"Root"))
    catalog = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*endobj" % root, pdf, re.DOTALL)[1]
    update = {
        info: _properties(specimen),
        root: b"<<%s\n/PageLabels %s>>" % (catalog, _labels(front_pages)),
    }
    return pdf + _update(len(pdf), update, trailer, previous)


def _properties(specimen: Specimen) -> bytes:
    title, author = (f"\ufeff{text}".encode("utf-16-be").hex() for text in (specimen.title, masthead.AUTHOR))
    return f"<</Title <{title}> /Author <{author}> /CreationDate {_MADE.decode()} /ModDate {_MADE.decode()}>>".encode()


def _labels(front_pages: int) -> bytes:
    """Number front pages in Roman figures and start again at 1 after them."""
    front = b"0 <</S /r>> " if front_pages else b""
    return b"<</Nums [%s%d <</S /D>>]>>" % (front, front_pages)


def _update(start: int, objects: dict[int, bytes], trailer: bytes, previous: bytes) -> bytes:
    body, table = b"\n", b"xref\n"
    for number, content in sorted(objects.items()):
        table += b"%d 1\n%010d 00000 n \n" % (number, start + len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    position = start + len(body)
    return body + table + b"trailer\n<<%s\n/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer.strip(), previous, position)
