"""What can go wrong while records are written or read as a whole."""

from pathlib import Path

from indexer.model.errors import ArchiveError


class RecordError(ArchiveError):
    """A record cannot be written, or there is no corpus to read; the message says where and what to do."""


class CorpusLockedError(RecordError):
    """Another program is writing to the corpus.

    Attributes:
        holder: Who holds the lock, in words: process, host, command, since when.
    """

    def __init__(self, lock: Path, holder: str) -> None:
        super().__init__(f"The corpus is being written by {holder}: wait until it has ended and try again ({lock}).")
        self.holder = holder
