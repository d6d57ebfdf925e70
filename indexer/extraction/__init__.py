"""Turns the bytes of a file into places of text, or into one sentence that says why there are none."""

from indexer.extraction.errors import ExtractionError, ExtractionFailure, FailureCode
from indexer.extraction.extractor import Extractor, Reading
from indexer.extraction.limits import Limits
from indexer.extraction.media_types import MediaType, media_type_of
from indexer.extraction.reading import READER_VERSIONS, extract, reader_for
from indexer.extraction.sandbox import ExtractionPool

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
