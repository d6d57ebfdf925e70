"""The catalogue: the records of one generation in SQLite, written once while indexing, then only read."""

from indexer.catalogue.files import FileRecord, FileState
from indexer.catalogue.parts import MeetingPart, PartKind, parts_of
from indexer.catalogue.reading import Catalogue
from indexer.catalogue.rows import CitationRow, EntryRow, SuggestionRow
from indexer.catalogue.writing import CatalogueContent, write_catalogue

__all__ = [
    "Catalogue",
    "CatalogueContent",
    "CitationRow",
    "EntryRow",
    "FileRecord",
    "FileState",
    "MeetingPart",
    "PartKind",
    "SuggestionRow",
    "parts_of",
    "write_catalogue",
]
