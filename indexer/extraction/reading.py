"""Reads one file in this process: type by content, the reader for it, its text with notes on quality."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from indexer.extraction.errors import ExtractionError, FailureCode, damaged, encrypted, not_a_document, too_large
from indexer.extraction.extractor import Extractor, Reading
from indexer.extraction.html import HtmlReader
from indexer.extraction.legacy_word import LegacyWordReader
from indexer.extraction.limits import DEFAULT_LIMITS, MEGABYTE, Budget, Limits
from indexer.extraction.media_types import MediaType, media_type_of_content
from indexer.extraction.opendocument import OpenDocumentReader
from indexer.extraction.pdf.reader import PdfReader
from indexer.extraction.plain import PlainReader
from indexer.extraction.powerpoint import PowerPointReader
from indexer.extraction.quality import quality_notes
from indexer.extraction.rich_text import RichTextReader
from indexer.extraction.versions import reader_for
from indexer.extraction.word.reader import WordReader
from indexer.language import detect
from indexer.model.identifiers import Sha256
from indexer.model.place import ExtractedText

READERS: Mapping[MediaType, Extractor] = {
    MediaType.PDF: PdfReader(),
    MediaType.WORD: WordReader(),
    MediaType.POWERPOINT: PowerPointReader(),
    MediaType.OPEN_DOCUMENT: OpenDocumentReader(),
    MediaType.RICH_TEXT: RichTextReader(),
    MediaType.LEGACY_WORD: LegacyWordReader(),
    MediaType.HTML: HtmlReader(),
    MediaType.PLAIN: PlainReader(),
}
CAREFUL_READERS = {**READERS, MediaType.PDF: PdfReader(with_pdfium=False)}
"""Without what is written in C++ and ends the process on some hostile files."""


def extract(path: Path, limits: Limits = DEFAULT_LIMITS, *, is_careful: bool = False) -> ExtractedText:
    """Return the text of a file.

    This runs in the caller's process: a hostile file can take its memory or time, and end it where reading is not
    careful. ExtractionPool is for those.

    Raises:
        ExtractionError: The file gives no text; the sentence names it as `path` does and says what to do.
    """
    try:
        return _extracted(path, limits, CAREFUL_READERS if is_careful else READERS)
    except ExtractionError as error:
        raise error.named(path) from error


def _extracted(path: Path, limits: Limits, readers: Mapping[MediaType, Extractor]) -> ExtractedText:
    content = _content(path, limits)
    kind = media_type_of_content(content, path.name)
    reader = _reader(kind, readers)
    budget = Budget(limits)
    try:
        reading = reader.read(content, budget)
    except (ExtractionError, MemoryError):
        raise
    except Exception as error:  # parsers raise dozens of kinds for malformed files
        raise damaged(f"{type(error).__name__} while it was read") from error
    return ExtractedText(
        file=Sha256(hashlib.sha256(content).hexdigest()),
        reader=reader_for(kind),
        media_type=str(kind),
        places=reading.places,
        running_lines=reading.running_lines,
        detected=detect(_sample(reading)),
        notes=reading.notes + quality_notes(reading.places),
        properties=reading.properties,
    )


def _content(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise too_large(f"{size // MEGABYTE} MB, at most {limits.file_bytes // MEGABYTE} are read")
        content = path.read_bytes()
    except OSError as error:
        raise ExtractionError(
            FailureCode.UNREADABLE, f"cannot be opened ({error.strerror}): check its path and permissions"
        ) from error
    if not content:
        raise ExtractionError(FailureCode.EMPTY, "is empty: upload the file again")
    return content


def _reader(kind: MediaType | None, readers: Mapping[MediaType, Extractor]) -> Extractor:
    if kind is None:
        raise not_a_document()
    if kind is MediaType.LOCKED_OFFICE:
        raise encrypted()
    if kind not in readers:
        raise ExtractionError(FailureCode.UNSUPPORTED, "is an old PowerPoint file: save it as .pptx")
    return readers[kind]


SAMPLE_PLACES, SAMPLE_CHARACTERS = 40, 20_000


def _sample(reading: Reading) -> str:
    """Return enough text to tell the language by, more from the middle than from the front matter."""
    middle = max(0, len(reading.places) // 2 - SAMPLE_PLACES // 2)
    chosen = (*reading.places[middle : middle + SAMPLE_PLACES], *reading.places[:SAMPLE_PLACES])
    return "\n".join(place.text[:2_000] for place in chosen)[:SAMPLE_CHARACTERS]
