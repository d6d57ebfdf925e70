"""Everything that a corpus says, read and resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.model.authority import Vocabulary
from indexer.model.document import Document
from indexer.model.identifiers import DocumentId, MeetingId, SeriesId
from indexer.model.meeting import Meeting, Series


@dataclass(frozen=True, slots=True)
class RecordFault:
    """What is wrong with one record file, where, and what to do; it stops nothing else.

    Attributes:
        path: Relative to the corpus folder.
        line: Counted from 1; None where the fault has no line.
    """

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        """Return `path:line: message`."""
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass(frozen=True, slots=True)
class CorpusRecords:
    """All valid records of a corpus and the faults of the others.

    Attributes:
        unlisted: Files in the corpus that no record names, relative paths; they are listed, not failed.
    """

    vocabulary: Vocabulary
    series: Mapping[SeriesId, Series]
    meetings: Mapping[MeetingId, Meeting]
    documents: Mapping[DocumentId, Document]
    faults: tuple[RecordFault, ...]
    unlisted: tuple[str, ...]
