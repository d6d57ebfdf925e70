"""Takes documents out of the archive and puts them back; their files and records are kept where no reader looks.

What stays in a document's place is a tombstone that says when and why. Its record and its originals move below
corpus/.removed/, to the path that they had: folders whose names begin with a dot are no part of what readers see,
and are copied and moved with the corpus.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indexer.archive.errors import RemovedError, WrongUseError
from indexer.archive.keeping import Desk, Keeper
from indexer.archive.locating import present, recorded
from indexer.corpus import editing
from indexer.corpus.atomic import write_atomically
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, Removal
from indexer.model.identifiers import DocumentId

KEPT_IN: Final = ".removed"


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out or put back.

    Attributes:
        files: Relative to the corpus; those that other documents name too stay where they are.
    """

    document: DocumentId
    sidecar: str
    files: tuple[str, ...]


def remove(keeper: Keeper, value: str, reason: str, *, dry_run: bool) -> Removed:
    """Take a document out and leave a tombstone.

    Raises:
        WrongUseError: There is no such document, or no reason is given.
        RemovedError: It is out already.
    """
    if not reason.strip():
        raise WrongUseError("A removal needs a reason, which readers are told: give one with --reason.")
    if dry_run:
        document = present(keeper.records, value)
        return Removed(document.id, document.sidecar, _own_files(keeper.records, document))
    with keeper.writing() as desk:
        document = recorded(desk.records, value)
        if document.removal:
            return _finish(keeper, document, document.removal)
        files = _own_files(desk.records, document)
        text = desk.text(document.sidecar)
        write_atomically(_kept(keeper, document.sidecar), text.encode())
        desk.put(document.sidecar, editing.tombstone(text, keeper.today, reason.strip()))
        for file in files:
            _move(keeper.corpus / file, _kept(keeper, file))
        return Removed(document.id, document.sidecar, files)


def _finish(keeper: Keeper, document: Document, removal: Removal) -> Removed:
    """Move the files that a removal left where they were because it was ended midway."""
    kept = _kept(keeper, document.sidecar)
    folder = Path(document.sidecar).parent
    named = editing.files_of(kept.read_text("utf-8-sig")) if kept.is_file() else ()
    left = tuple((folder / file).as_posix() for file in named if (keeper.corpus / folder / file).exists())
    if not left:
        raise RemovedError(document.id, removal.on, removal.reason)
    for file in left:
        _move(keeper.corpus / file, _kept(keeper, file))
    return Removed(document.id, document.sidecar, left)


def restore(keeper: Keeper, value: str, *, dry_run: bool) -> Removed:
    """Put a document back as it was.

    Raises:
        WrongUseError: It was not removed, or its record is not kept.
    """
    if dry_run:
        return _put_back(keeper, recorded(keeper.records, value), None)
    with keeper.writing() as desk:
        return _put_back(keeper, recorded(desk.records, value), desk)


def keep_aside(keeper: Keeper, path: str) -> str:
    """Move a file of the corpus to where no reader looks, and return the path that it has there."""
    kept, number = f"{KEPT_IN}/{path}", 1
    while (keeper.corpus / kept).exists():
        number += 1
        kept = f"{KEPT_IN}/{path}.{number}"
    _move(keeper.corpus / path, keeper.corpus / kept)
    return kept


def _put_back(keeper: Keeper, document: Document, desk: Desk | None) -> Removed:
    kept = _kept(keeper, document.sidecar)
    if document.removal is None:
        raise WrongUseError(f"{document.id} is not removed: there is nothing to put back.")
    if not kept.is_file():
        raise WrongUseError(f"The record of {document.id} is not kept ({kept} is missing): write it anew by hand.")
    text = kept.read_text("utf-8-sig")
    folder = Path(document.sidecar).parent
    files = tuple((folder / file).as_posix() for file in editing.files_of(text))
    if desk:
        for file in files:
            _move(_kept(keeper, file), keeper.corpus / file)
        desk.put(document.sidecar, text)
        kept.unlink()
    return Removed(document.id, document.sidecar, files)


def _kept(keeper: Keeper, path: str) -> Path:
    return keeper.corpus / KEPT_IN / path


def _own_files(records: CorpusRecords, document: Document) -> tuple[str, ...]:
    of_others = {
        rendition.path
        for other in records.documents.values()
        if other.id != document.id
        for version in other.versions
        for rendition in version.renditions
    }
    own = (rendition.path for version in document.versions for rendition in version.renditions)
    return tuple(path for path in dict.fromkeys(own) if path not in of_others)


def _move(source: Path, target: Path) -> None:
    """Move a file to where there is none; nothing happens where an earlier run has moved it already."""
    if not source.exists() or target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    source.rename(target)
    for folder in (target.parent, source.parent):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
