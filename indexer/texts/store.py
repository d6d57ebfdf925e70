"""Keeps extracted texts in a folder, one file for each text or failure."""

import json
import os
import re
import tempfile
import zlib
from bisect import bisect_right
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

from indexer.model.identifiers import Sha256
from indexer.model.place import ExtractedText, PlaceText
from indexer.texts.errors import TextDamagedError, TextMissingError
from indexer.texts.format import (
    MAGIC,
    PREFIX,
    Group,
    Head,
    Row,
    TextFailure,
    TextRecord,
    place_of,
    read_group,
    read_head,
    written,
)

TEXT, FAILURE = ".text", ".failure"
CHECKSUM = re.compile(r"[0-9a-f]{64}")
GROUPS_KEPT: Final = 2
"""Of a text that is read time and again, so many groups of places stay in memory."""
SMALL: Final = 1 << 14
"""A file of fewer bytes is read as a whole, and kept so."""
READER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class TextFault:
    """A stored file that is not as it was written."""

    path: Path
    message: str


class TextStore:
    """Texts by checksum of the file and version of the reader; safe to share between threads and processes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, text: ExtractedText) -> None:
        """Keep a text, in the place of an earlier one or of a failure."""
        self._write(self._path(text.file, text.reader, TEXT), written(text))
        self._path(text.file, text.reader, FAILURE).unlink(missing_ok=True)

    def find(self, file: Sha256, reader: str) -> TextRecord | None:
        """Return all of a text but its places; None where there is none or where its head is damaged."""
        try:
            with self._opened(file, reader) as stream:
                return _head(stream, self._path(file, reader, TEXT)).record
        except (TextMissingError, TextDamagedError):
            return None

    def is_whole(self, file: Sha256, reader: str) -> bool:
        """Return whether there is a text of this file by this reader, with every byte as it was written."""
        path = self._path(file, reader, TEXT)
        try:
            with self._opened(file, reader) as stream:
                head = _head(stream, path)
                start = stream.tell()
                for group in head.groups:
                    _content(stream, group, start, path)
        except (TextMissingError, TextDamagedError):
            return False
        return True

    def place(self, file: Sha256, reader: str, number: int) -> PlaceText:
        """Return one place, counted from 1.

        Raises:
            TextMissingError: There is no such text or no such place.
            TextDamagedError: The text is not as it was written.
        """
        return self.text(file, reader).place(number)

    def text(self, file: Sha256, reader: str) -> "StoredText":
        """Return what reads several places of one text.

        Raises:
            TextMissingError: There is no such text.
            TextDamagedError: Its head is not as it was written.
        """
        path = self._address(file, reader, TEXT)
        try:
            whole = _read_small(path)
        except FileNotFoundError as error:
            raise TextMissingError(file, reader) from error
        with self._opened(file, reader) if whole is None else BytesIO(whole) as stream:
            return StoredText(path, _head(stream, path), stream.tell(), whole)

    def places(self, file: Sha256, reader: str) -> tuple[PlaceText, ...]:
        """Return all places.

        Raises:
            TextMissingError: There is no such text.
            TextDamagedError: The text is not as it was written.
        """
        path = self._path(file, reader, TEXT)
        with self._opened(file, reader) as stream:
            head = _head(stream, path)
            start = stream.tell()
            found = tuple(place for group in head.groups for place in _places(stream, group, start, path))
        if len(found) != head.record.places:
            raise TextDamagedError(path, "places are missing")
        return found

    def put_failure(self, failure: TextFailure) -> None:
        """Keep the reason why a file gives this reader no text."""
        content = json.dumps(asdict(failure), ensure_ascii=False).encode("utf-8", "surrogatepass")
        path = self._path(failure.file, failure.reader, FAILURE)
        self._write(path, b"%08x\n%b" % (zlib.crc32(content), content))
        self._path(failure.file, failure.reader, TEXT).unlink(missing_ok=True)

    def find_failure(self, file: Sha256, reader: str) -> TextFailure | None:
        """Return why the file gave this reader no text; None where it was never tried, or the note is damaged."""
        try:
            return _failure(self._path(file, reader, FAILURE))
        except (FileNotFoundError, TextDamagedError):
            return None

    def discard_all_but(self, keep: Collection[tuple[Sha256, str]]) -> int:
        """Delete every text and failure that is not of one of these files and readers; return how many."""
        kept = {f"{file}.{reader}" for file, reader in keep}
        gone = [path for path in self._stored() if path.stem not in kept]
        for path in gone:
            path.unlink(missing_ok=True)
        return len(gone)

    def verify(self) -> Iterator[TextFault]:
        """Read everything and yield each file that is not as it was written."""
        for path in self._stored():
            try:
                if path.suffix == FAILURE:
                    _failure(path)
                else:
                    file, _, reader = path.stem.partition(".")
                    self.places(Sha256(file), reader)
            except TextDamagedError as error:
                yield TextFault(path, str(error))
            except (TextMissingError, FileNotFoundError):
                continue  # it was discarded in between

    def _stored(self) -> list[Path]:
        """Return the files of the store; what a killed writer left behind is no such file and is deleted."""
        found: list[Path] = []
        for path in sorted(self.folder.glob("??/*")):
            if path.suffix in {TEXT, FAILURE}:
                found.append(path)
            elif path.name.endswith(".partial"):
                path.unlink(missing_ok=True)
        return found

    def _path(self, file: Sha256, reader: str, suffix: str) -> Path:
        return Path(self._address(file, reader, suffix))

    def _address(self, file: Sha256, reader: str, suffix: str) -> str:
        if not CHECKSUM.fullmatch(file) or not READER.fullmatch(reader):
            raise TextMissingError(file, reader)
        return f"{self.folder}/{file[:2]}/{file}.{reader}{suffix}"

    def _opened(self, file: Sha256, reader: str) -> BinaryIO:
        try:
            return self._path(file, reader, TEXT).open("rb")
        except FileNotFoundError as error:
            raise TextMissingError(file, reader) from error

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".partial", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        except BaseException:
            with suppress(FileNotFoundError):
                Path(name).unlink()
            raise
        _sync_folder(path.parent)


class StoredText:
    """Reads single places of one text, and keeps some of what it has read; safe to share between threads."""

    def __init__(self, path: str, head: Head, start: int, whole: bytes | None) -> None:
        """Use `TextStore.text`."""
        self._whole = whole
        self._path = path
        self._head = head
        self._start = start
        self._group = lru_cache(maxsize=GROUPS_KEPT)(self._rows)

    def place(self, number: int) -> PlaceText:
        """Return one place, counted from 1.

        Raises:
            TextMissingError: There is no such place, or no longer such a text.
            TextDamagedError: The text is not as it was written.
        """
        record, groups = self._head.record, self._head.groups
        if not 1 <= number <= record.places:
            raise TextMissingError(record.file, record.reader, number)
        group = groups[bisect_right(groups, number, key=lambda group: group.first) - 1]
        rows = self._group(group)
        try:
            return place_of(rows[number - group.first])
        except IndexError as error:
            raise TextDamagedError(self._path, "a group holds too few places") from error
        except ValueError as error:
            raise TextDamagedError(self._path, str(error)) from error

    def _rows(self, group: Group) -> list[Row]:
        if self._whole is not None:
            return _rows(BytesIO(self._whole), group, self._start, self._path)
        try:
            with Path(self._path).open("rb") as stream:
                return _rows(stream, group, self._start, self._path)
        except FileNotFoundError as error:
            raise TextMissingError(self._head.record.file, self._head.record.reader) from error


def _read_small(path: str) -> bytes | None:
    """Return all of a small file; None where it is not small, or the system gives less than there is.

    A page of results opens ten texts: this takes a third of the time of a stream.
    """
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        content = os.read(handle, SMALL)
        return content if len(content) == os.fstat(handle).st_size else None
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _head(stream: BinaryIO, path: Path | str) -> Head:
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        raise TextDamagedError(path, "it breaks off")
    magic, length, checksum = PREFIX.unpack(prefix)
    if magic != MAGIC:
        raise TextDamagedError(path, "it does not begin as a text does")
    content = stream.read(length)
    if len(content) < length or zlib.crc32(content) != checksum:
        raise TextDamagedError(path, "its head is not as written")
    try:
        return read_head(content)
    except ValueError as error:
        raise TextDamagedError(path, "its head cannot be read") from error


def _content(stream: BinaryIO, group: Group, start: int, path: Path | str) -> bytes:
    stream.seek(start + group.offset)
    content = stream.read(group.length)
    if len(content) < group.length or zlib.crc32(content) != group.checksum:
        raise TextDamagedError(path, f"the places from {group.first} on are not as written")
    return content


def _places(stream: BinaryIO, group: Group, start: int, path: Path) -> tuple[PlaceText, ...]:
    rows = _rows(stream, group, start, path)
    try:
        return tuple(map(place_of, rows))
    except ValueError as error:
        raise TextDamagedError(path, str(error)) from error


def _rows(stream: BinaryIO, group: Group, start: int, path: Path | str) -> list[Row]:
    try:
        return read_group(_content(stream, group, start, path))
    except ValueError as error:
        raise TextDamagedError(path, str(error)) from error


def _failure(path: Path) -> TextFailure:
    checksum, _, content = path.read_bytes().partition(b"\n")
    if checksum != b"%08x" % zlib.crc32(content):
        raise TextDamagedError(path, "it is not as written")
    return TextFailure(**json.loads(content.decode("utf-8", "surrogatepass")))
