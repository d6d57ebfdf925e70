"""Checksums of the originals: made once for each state of a file, and held against what the records say."""

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from indexer.corpus.atomic import write_atomically
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, Rendition
from indexer.model.identifiers import DocumentId, Language, Sha256

CACHE_FILE: Final = "checksums.json"


class FileChange(StrEnum):
    """How a file stands against its record."""

    DIFFERS = "differs"
    MISSING = "missing"
    UNRECORDED = "unrecorded"


_SENTENCES: Final = {
    FileChange.DIFFERS: "was damaged or replaced: restore it, or accept the new file",
    FileChange.MISSING: "is missing or cannot be read: restore it, or take it out of its record",
    FileChange.UNRECORDED: "has no checksum in its record: accept the file to write it there",
}


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that is not as its record says.

    Attributes:
        path, sidecar: Relative to the corpus folder.
        sha256, size: What the file has now; None where it is missing.
    """

    path: str
    sidecar: str
    document: DocumentId
    language: Language
    change: FileChange
    sha256: Sha256 | None = None
    size: int | None = None

    @property
    def message(self) -> str:
        """One sentence: which file, what happened to it, what to do."""
        return f"{self.path} {_SENTENCES[self.change]}"


class ChecksumCache:
    """Checksums by path, kept for as long as size, times and inode of the file stay the same."""

    def __init__(self, state: Path) -> None:
        self._file = state / CACHE_FILE
        self._entries = _loaded(self._file)
        self._is_changed = False

    def checksum(self, path: Path) -> Sha256:
        """Return the checksum of a file, reading it only where it is not the file that was read before.

        Raises:
            OSError: The file is missing or cannot be read.
        """
        key, state = str(path.absolute()), _state_of(path)
        entry = self._entries.get(key)
        if entry is not None and entry[:-1] == state:
            return Sha256(str(entry[-1]))
        found = sha256_of(path)
        self._entries[key] = [*state, found]
        self._is_changed = True
        return found

    def save(self) -> None:
        """Keep what was found for the next run; files that are gone are forgotten."""
        if self._is_changed:
            kept = {path: entry for path, entry in self._entries.items() if Path(path).exists()}
            content = json.dumps(kept).encode()
            write_atomically(self._file, b"%08x\n%b" % (zlib.crc32(content), content))
            self._is_changed = False


def sha256_of(path: Path) -> Sha256:
    """Return the checksum of a file, always read anew."""
    with path.open("rb") as file:
        return Sha256(hashlib.file_digest(file, "sha256").hexdigest())


def changed(records: CorpusRecords, corpus: Path, checksum: Callable[[Path], Sha256]) -> tuple[ChangedFile, ...]:
    """Return the files that are not as their records say, in the order of the records.

    Args:
        records: What the corpus says.
        corpus: Its folder.
        checksum: `ChecksumCache.checksum`, or `sha256_of` to find damage that left size and times as they were.
    """
    return tuple(found for document in records.documents.values() for found in _changed(document, corpus, checksum))


def _changed(document: Document, corpus: Path, checksum: Callable[[Path], Sha256]) -> Iterator[ChangedFile]:
    for version in document.versions:
        for rendition in version.renditions:
            change, sha256, size = _compared(rendition, corpus / rendition.path, checksum)
            if change:
                yield ChangedFile(
                    rendition.path, document.sidecar, document.id, version.language, change, sha256=sha256, size=size
                )


def _compared(
    rendition: Rendition, path: Path, checksum: Callable[[Path], Sha256]
) -> tuple[FileChange | None, Sha256 | None, int | None]:
    try:
        found, size = checksum(path), path.stat().st_size
    except OSError:
        return FileChange.MISSING, None, None
    if not rendition.sha256:
        return FileChange.UNRECORDED, found, size
    return None if rendition.sha256 == found else FileChange.DIFFERS, found, size


def _state_of(path: Path) -> list[int | str]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]


def _loaded(file: Path) -> dict[str, list[int | str]]:
    """Return what was kept; a file that is not as it was written keeps nothing."""
    try:
        written, _, content = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if written != b"%08x" % zlib.crc32(content):
        return {}
    entries: dict[str, list[int | str]] = json.loads(content)
    return entries
