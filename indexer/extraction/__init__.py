"""Turns the bytes of a file into places of text, or into one sentence that says why there are none."""

from pathlib import Path

from indexer.extraction.errors import ExtractionError, ExtractionFailure, FailureCode
from indexer.extraction.extractor import Extractor, Reading
from indexer.extraction.limits import DEFAULT_LIMITS, Limits
from indexer.extraction.media_types import MediaType, media_type_of
from indexer.extraction.sandbox import ExtractionPool
from indexer.extraction.versions import READER_VERSIONS, reader_for
from indexer.model.place import ExtractedText

__all__ = [
    "READER_VERSIONS",
    "ExtractionError",
    "ExtractionFailure",
    "ExtractionPool",
    "Extractor",
    "FailureCode",
    "Limits",
    "MediaType",
    "Reading",
    "extract",
    "media_type_of",
    "reader_for",
]


def extract(path: Path, limits: Limits = DEFAULT_LIMITS) -> ExtractedText:
    """Return the text of a file, read in this process; the parsers are loaded with the first file.

    A hostile file can take this process's memory or time: ExtractionPool is for those.

    Raises:
        ExtractionError: The file gives no text; the sentence names it as `path` does and says what to do.
    """
    from indexer.extraction.reading import extract as extract_here

    return extract_here(path, limits)
