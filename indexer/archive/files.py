"""What readers may know of the files of documents: which are given out, and which have no text."""

from enum import StrEnum

from indexer.catalogue import FileRecord, FileState
from indexer.model.place import QualityFault

HeldFile = FileRecord
"""What became of a file that a record names."""


class FileTrouble(StrEnum):
    """Why a file has no text to read."""

    MISSING = "missing"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"


def trouble_with(file: HeldFile) -> FileTrouble | None:
    """Return why a file has no text; None where it has one."""
    if file.state is FileState.READ and file.places:
        return None
    if file.state is FileState.MISSING:
        return FileTrouble.MISSING
    if file.state is FileState.DAMAGED:
        return FileTrouble.DAMAGED
    is_silent = file.state is FileState.READ or any(note.fault is QualityFault.NO_TEXT for note in file.notes)
    return FileTrouble.NO_TEXT if is_silent else FileTrouble.UNREADABLE


def is_as_recorded(file: HeldFile) -> bool:
    """Return whether a file was there, and was what its record says, when it was indexed."""
    return trouble_with(file) not in {FileTrouble.MISSING, FileTrouble.DAMAGED}
