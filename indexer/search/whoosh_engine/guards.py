"""What Whoosh 2.7.4 needs around it to keep this archive's promises; each guard names the fault it answers.

Guards that are not code here: words come analysed and no stop words exist (schema), one writer process and no
`procs`, which lose documents in silence (writer), hits are collected exactly (evaluation), a reader is opened anew
for every generation and never refreshed (reader).
"""

import io
import mmap
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.compound import CompoundStorage
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile, StructFile
from whoosh.index import TOC, EmptyIndexError, FileIndex, LockError
from whoosh.writing import SegmentWriter

from indexer.search.whoosh_engine.errors import IndexBusyError, IndexDamagedError

INDEX_NAME: Final = "MAIN"
LOCK_FILE: Final = f"{INDEX_NAME}_WRITELOCK"


class SharedView(io.RawIOBase):
    """Reads a part of a mapped file without copying the part."""

    def __init__(self, buffer: memoryview) -> None:
        super().__init__()
        self._buffer = buffer
        self._position = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seekable(self) -> bool:
        """Return that it can be moved in."""
        return True

    def readinto(self, target: Any) -> int:  # noqa: ANN401  # any writable buffer
        """Fill a buffer from here on and return how many bytes there were."""
        part = self._buffer[self._position : self._position + len(target)]
        target[: len(part)] = part
        self._position += len(part)
        return len(part)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move and return the new position."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: len(self._buffer)}[whence]
        self._position = start + offset
        return self._position

    def tell(self) -> int:
        """Return the position."""
        return self._position


class SharedFile(BufferFile):  # type: ignore[misc]  # Whoosh carries no types
    """A part of a mapped segment; Whoosh's own copies it, so that each process holds the whole index in memory."""

    def __init__(self, buffer: memoryview, name: str) -> None:
        super().__init__(buffer[:0], name=name)
        self._buf = buffer
        self.file = SharedView(buffer)


class SharedStorage(CompoundStorage):  # type: ignore[misc]  # Whoosh carries no types
    """The files inside a segment, read from one mapping that all processes share."""

    def open_file(self, name: str, *_args: object, **_options: object) -> BufferFile:
        """Open a file inside the segment."""
        offset, length = self.range(name)
        source: mmap.mmap = self._source
        return SharedFile(memoryview(source)[offset : offset + length], name)


class GenerationStorage(FileStorage):  # type: ignore[misc]  # Whoosh carries no types
    """A folder whose files other generations may share: what has been written is never opened for writing again."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._made: list[StructFile] = []

    def create_file(self, name: str, *, mode: str = "wb", **options: object) -> StructFile:
        """Create a file; fails where the name is taken, and would otherwise empty what another generation reads."""
        made = super().create_file(name, mode=mode.replace("w", "x"), **options)
        self._made.append(made)
        return made

    def temp_storage(self, name: str) -> "GenerationStorage":
        """Return a folder inside for what does not last."""
        storage = GenerationStorage(os.path.join(self.folder, name))  # noqa: PTH118  # Whoosh has paths as text
        storage._made = self._made  # closed together
        storage.create()
        return storage

    def close_all(self) -> None:
        """Close the files that Whoosh leaves open where writing fails."""
        for file in self._made:
            with suppress(OSError):
                file.file.close()


class _StorageInMemory(FileStorage):  # type: ignore[misc]  # Whoosh carries no types
    """Reads whole files, so that none stays open where Whoosh cannot make sense of it."""

    def open_file(self, name: str, **_options: object) -> StructFile:
        return StructFile(io.BytesIO(Path(self.folder, name).read_bytes()), name=name)


def read_toc(folder: Path) -> TOC:
    """Return the table of contents of an index.

    Raises:
        IndexDamagedError: It is missing, empty or not a table of contents; Whoosh raises whatever it stumbles upon.
    """
    storage = _StorageInMemory(str(folder), readonly=True)
    try:
        return TOC.read(storage, INDEX_NAME)
    except EmptyIndexError as error:
        raise IndexDamagedError(folder, "it has no table of contents") from error
    except Exception as error:
        raise IndexDamagedError(toc_path(folder), "its table of contents cannot be read") from error


def toc_path(folder: Path) -> Path:
    """Return the newest table of contents in a folder that has one."""
    number = TOC._latest_generation(FileStorage(str(folder)), INDEX_NAME)  # noqa: SLF001  # Whoosh offers no other way
    name: str = TOC._filename(INDEX_NAME, number)  # noqa: SLF001
    return folder / name


def locked_writer(storage: FileStorage, codec: W3Codec) -> SegmentWriter:
    """Return the one writer of an index: Whoosh loses documents in silence where several processes write.

    Raises:
        IndexBusyError: Another writer has not ended.
    """
    try:
        return FileIndex(storage, indexname=INDEX_NAME).writer(procs=1, codec=codec)
    except LockError as error:
        raise IndexBusyError(Path(storage.folder)) from error


def commit_or_cancel(writer: SegmentWriter, merge: Callable[[SegmentWriter, list[Any]], list[Any]]) -> None:
    """Commit; where that fails, cancel: Whoosh would keep the lock until the process ends."""
    try:
        writer.commit(mergetype=merge)
    except BaseException:
        cancel(writer)
        raise


def cancel(writer: SegmentWriter) -> None:
    """Forget all that was added and let go of the lock, even where Whoosh cannot close its files."""
    try:
        with suppress(Exception):
            writer.cancel()
    finally:
        writer.storage.close_all()
        if writer.writelock.fd is not None:
            writer.writelock.release()
