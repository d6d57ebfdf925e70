"""The files of documents for readers: which one is meant, which are given out, which have no text."""

from enum import StrEnum
from pathlib import PurePosixPath

from indexer.archive.errors import NotFoundError
from indexer.archive.generation import Generation
from indexer.archive.texts import rendition_with_text
from indexer.catalogue import FileRecord, FileState
from indexer.model.document import Document, Rendition, Version
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


def extension_of(path: str) -> str:
    """Return the extension of a file in lower case, without its dot; empty where it has none."""
    return PurePosixPath(path).suffix.removeprefix(".").lower()


def original(
    generation: Generation, document: Document, version: Version, extension: str | None = None
) -> tuple[Rendition, HeldFile | None]:
    """Return a file of a version and what became of it: the one with an extension, else the one that gives the text.

    Raises:
        NotFoundError: The archive holds no such file.
    """
    if extension is None:
        usual = rendition_with_text(generation, document, version.language)
    else:
        usual = next((one for one in version.renditions if extension_of(one.path) == extension), None)
    if usual is None:
        which = f"{extension} file" if extension else "file"
        raise NotFoundError(which, f"of {document.id} in {version.language}")
    return usual, generation.catalogue.file(usual.path)
