"""What type a file is of, told from its content; its name only tells prose from data among plain text."""

import io
import re
import zipfile
from enum import StrEnum
from pathlib import Path

HEAD = 8_192
MOST_SEARCHED = 100_000_000  # only packages keep at their end what they hold
ZIP = b"PK\x03\x04"
PROSE_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown"})
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1a\x1b\x08")


class MediaType(StrEnum):
    """The types that are documents."""

    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
    RICH_TEXT = "application/rtf"
    LEGACY_WORD = "application/msword"
    LEGACY_POWERPOINT = "application/vnd.ms-powerpoint"
    LOCKED_OFFICE = "application/x-encrypted-office"
    HTML = "text/html"
    PLAIN = "text/plain"


OLE2_STREAMS = (
    ("EncryptedPackage", MediaType.LOCKED_OFFICE),
    ("WordDocument", MediaType.LEGACY_WORD),
    ("PowerPoint Document", MediaType.LEGACY_POWERPOINT),
)
ZIP_PARTS = (("word/", MediaType.WORD), ("ppt/", MediaType.POWERPOINT))
ZIP_SUFFIXES = {".docx": "word/", ".docm": "word/", ".pptx": "ppt/"}
ODT_START = b"mimetypeapplication/vnd.oasis.opendocument.text"


def media_type_of(path: Path) -> MediaType | None:
    """Return the type of a file's content; None where it is no document (data, images, archives, nothing at all)."""
    with path.open("rb") as stream:
        content = stream.read(HEAD)
        if content.startswith((ZIP, OLE2)):
            content += stream.read(MOST_SEARCHED)
    return media_type_of_content(content, path.name)


def media_type_of_content(content: bytes, name: str) -> MediaType | None:
    """Return the type of bytes already read from a file of this name."""
    head = content[:HEAD]
    if b"%PDF-" in head[:1024]:
        return MediaType.PDF
    if head.startswith(ZIP):
        return _zipped(content, name)
    if head.startswith(OLE2):
        return next((kind for stream, kind in OLE2_STREAMS if stream.encode("utf-16-le") in content), None)
    if head.lstrip().startswith(b"{\\rtf"):
        return MediaType.RICH_TEXT
    return _textual(head, name)


def _zipped(content: bytes, name: str) -> MediaType | None:
    if content[30:].startswith(ODT_START) and not content[30 + len(ODT_START) :].startswith(b"-"):
        return MediaType.OPEN_DOCUMENT
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except Exception:  # noqa: BLE001  # a broken directory still lets the parts' names be seen
        names = [part for part, _ in ZIP_PARTS if part.encode() in content] or [ZIP_SUFFIXES.get(_suffix(name), "")]
    main = [name for name in names if name.endswith(".xml")] or names
    return next((kind for part, kind in ZIP_PARTS if any(name.startswith(part) for name in main)), None)


def _textual(head: bytes, name: str) -> MediaType | None:
    if not head:
        return None
    if HTML_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return MediaType.HTML
    if head.startswith(UTF16):
        return _prose(name)
    if len(head) - len(head.translate(None, CONTROL)) > len(head) // 500:
        return None
    return _prose(name)


def _prose(name: str) -> MediaType | None:
    return MediaType.PLAIN if _suffix(name) in PROSE_SUFFIXES else None


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()
