"""What a run did."""

from dataclasses import dataclass, replace
from typing import Self

from indexer.catalogue import FileRecord
from indexer.model.archive import RecordFault


@dataclass(frozen=True, slots=True)
class RunReport:
    """The outcome of one run.

    Attributes:
        generation: The generation that readers see now.
        changed: Whether the run made it; False where nothing had changed.
        extracted: How many files were read in this run.
        added, removed: Index documents put in (new or changed) and taken out.
        documents, entries: What the generation holds.
        failed: Files that give no text, or are missing or damaged.
        noted: Files whose text has a fault of quality.
        unlisted: Files that no record names.
        rebuilt: Why everything was built anew; None where it was not.
    """

    generation: str
    changed: bool
    extracted: int
    added: int
    removed: int
    documents: int
    entries: int
    failed: tuple[FileRecord, ...]
    noted: tuple[FileRecord, ...]
    unlisted: tuple[str, ...]
    faults: tuple[RecordFault, ...]
    rebuilt: str | None
    seconds: float

    @property
    def has_failures(self) -> bool:
        """Whether a record or a file could not be used."""
        return bool(self.failed or self.faults)

    def repeated(self) -> Self:
        """Return the report of a run after this one that finds nothing changed."""
        return replace(self, changed=False, extracted=0, added=0, removed=0, rebuilt=None)
