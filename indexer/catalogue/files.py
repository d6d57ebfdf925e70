"""What became of each file of the archive: read, failed, damaged, or of no document type."""

from dataclasses import dataclass
from enum import StrEnum

from indexer.model.identifiers import DocumentId, Language, Sha256
from indexer.model.place import QualityNote


class FileState(StrEnum):
    """What is known of a file's text."""

    READ = "read"
    FAILED = "failed"
    MISSING = "missing"
    DAMAGED = "damaged"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One file of the archive.

    Attributes:
        path: Relative to the corpus folder.
        document, language: None for a file that no record names.
        reader: The reader that made the text, or tried to; empty where none did.
        places: How many places of text there are.
        reason: What the file is where its state is not READ, as the rest of a sentence that begins with its path.
    """

    path: str
    state: FileState
    document: DocumentId | None = None
    language: Language | None = None
    media_type: str = ""
    sha256: Sha256 | None = None
    size: int = 0
    reader: str = ""
    places: int = 0
    detected: Language | None = None
    notes: tuple[QualityNote, ...] = ()
    reason: str = ""
