"""Files of named arrays, little-endian, each block of which is held against its checksum when it is first read.

parts       arrays one after the other, each at a multiple of 64 bytes
checksums   the CRC-32 of each block of 4,096 bytes up to here
directory   JSON: the file's name; for each part its type, where it begins and how long it is; facts about the whole
trailer     where checksums and directory begin and end, their CRC-32, the form's version, its own CRC-32
"""

import json
import mmap
import struct
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

from indexer.search.whoosh_engine.arrays import Integers
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexDamagedError

Array = npt.NDArray[np.generic]

BLOCK: Final = 4_096
_ALIGNMENT: Final = 64
_MAGIC: Final = b"MASTHEAD"
_VERSION: Final = 1
_TRAILER: Final = struct.Struct("<QQQIII8s")
"""Where the checksums begin, where the directory begins and ends, CRC-32 of both, version, CRC-32 of that, magic."""


class _Part(NamedTuple):
    kind: str
    offset: int
    length: int


def narrowest(most: int) -> np.dtype[np.integer]:
    """Return the smallest type of numbers from 0 to this one."""
    kind: np.dtype[np.integer] = np.min_scalar_type(max(most, 0)).newbyteorder("<")
    return kind


def narrowed(numbers: Integers) -> Integers:
    """Return numbers from 0 upwards in the smallest type that holds them all."""
    return numbers.astype(narrowest(int(numbers.max()) if len(numbers) else 0), copy=False)


class PartsWriter:
    """Writes one such file. Use as a context manager: it is complete, and on the disk, on leaving without an error."""

    def __init__(self, folder: IndexFolder, name: str) -> None:
        self._folder = folder
        self._name = name
        self._parts: dict[str, _Part] = {}
        self._facts: dict[str, object] = {}
        self._length = 0
        self._pending = b""
        self._checksums: list[int] = []

    def __enter__(self) -> Self:
        self._file: BinaryIO = self._folder.create(self._name)
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        with self._file:
            if kind is None:
                self._finish()
        if kind is not None:
            self._folder.remove(self._name)

    def put(self, name: str, numbers: Array) -> None:
        """Write a part."""
        self.put_pieces(name, numbers.dtype, (numbers,))

    def put_pieces(self, name: str, dtype: np.dtype[np.generic], pieces: Iterable[Array]) -> None:
        """Write a part that comes piece by piece, each of numbers that the type can hold."""
        dtype = dtype.newbyteorder("<")
        self._write(bytes(-self._length % _ALIGNMENT))
        offset, count = self._length, 0
        for piece in pieces:
            array = np.ascontiguousarray(piece, dtype)
            self._write(array.reshape(-1).view(np.uint8).data)
            count += array.size
        self._parts[name] = _Part(dtype.str, offset, count)

    def say(self, **facts: object) -> None:
        """Note facts about the whole; JSON has to have words for them."""
        self._facts.update(facts)

    def _write(self, content: bytes | memoryview) -> None:
        self._file.write(content)
        self._length += len(content)
        left = memoryview(content)
        if self._pending:
            missing = BLOCK - len(self._pending)
            self._pending += left[:missing]
            left = left[missing:]
            if len(self._pending) < BLOCK:
                return
            self._checksums.append(crc32(self._pending))
        whole = len(left) - len(left) % BLOCK
        self._checksums.extend(crc32(left[start : start + BLOCK]) for start in range(0, whole, BLOCK))
        self._pending = bytes(left[whole:])

    def _finish(self) -> None:
        checksums = [*self._checksums, crc32(self._pending)] if self._pending else self._checksums
        blocks = np.array(checksums, "<u4").tobytes()
        contents = {"name": self._name, "parts": self._parts, "facts": self._facts}
        directory = json.dumps(contents, ensure_ascii=False).encode()
        bounds = (self._length, self._length + len(blocks), self._length + len(blocks) + len(directory))
        trailer = _trailer(*bounds, crc32(blocks + directory))
        self._file.write(blocks + directory + trailer)
        self._folder.sync(self._file)


def _trailer(*fields: int) -> bytes:
    start = _TRAILER.pack(*fields, _VERSION, 0, _MAGIC)
    return _TRAILER.pack(*fields, _VERSION, crc32(start), _MAGIC)


class PartsFile:
    """Reads one such file through a mapping that all processes share; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            IndexDamagedError: It is missing, cut off, another file, or its directory is not as it was written.
        """
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise IndexDamagedError(path, "it is missing or empty") from error
        self._bytes = memoryview(self._map)
        try:
            self._read_directory()
        except BaseException:
            self.close()
            raise

    def _read_directory(self) -> None:
        data, end = self._map, len(self._map) - _TRAILER.size
        if end < 0 or data[-len(_MAGIC) :] != _MAGIC:
            raise self.damage("its end is missing")
        self._body, blocks_end, directory_end, checksum, *_ = _TRAILER.unpack(data[end:])
        if data[end:] != _trailer(self._body, blocks_end, directory_end, checksum) or directory_end != end:
            raise self.damage("its end is not as it was written")
        if crc32(data[self._body : end]) != checksum:
            raise self.damage("its directory is not as it was written")
        self._checksums = np.frombuffer(data[self._body : blocks_end], "<u4")
        self._is_sound = bytearray(len(self._checksums))
        directory = json.loads(data[blocks_end:end])
        if directory["name"] != self.path.name:
            raise self.damage(f"it is {directory['name']} under another name")
        self._parts = {name: _Part(*part) for name, part in directory["parts"].items()}
        self._kinds: dict[str, np.dtype[np.integer]] = {name: np.dtype(part.kind) for name, part in self._parts.items()}
        self.facts: dict[str, object] = directory["facts"]

    def has(self, name: str) -> bool:
        """Return whether there is such a part."""
        return name in self._parts

    def integers(self, name: str, start: int = 0, end: int | None = None) -> Integers:
        """Return a part, or some of it, as it is in the file.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        part = self._parts[name]
        kind = self._kinds[name]
        last = part.length if end is None else end
        offset = part.offset + start * kind.itemsize
        self._check(offset, part.offset + last * kind.itemsize)
        found: Integers = np.frombuffer(self._map, kind, last - start, offset)
        return found

    def text(self, name: str) -> tuple[mmap.mmap, int, int]:
        """Return a part of bytes, all of it, as where it begins and ends in the mapping.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        part = self._parts[name]
        self._check(part.offset, part.offset + part.length)
        return self._map, part.offset, part.offset + part.length

    def kind(self, name: str) -> np.dtype[np.integer]:
        """Return the type of a part's numbers."""
        return self._kinds[name]

    def size(self, name: str) -> int:
        """Return how many numbers a part has."""
        return self._parts[name].length

    def check(self) -> None:
        """Read all of it.

        Raises:
            IndexDamagedError: It is not as it was written.
        """
        self._check(0, self._body)

    def close(self) -> None:
        """Let go of the file; arrays that are still in use keep it until they are gone."""
        self._bytes.release()
        with suppress(BufferError):
            self._map.close()

    def damage(self, fault: str) -> IndexDamagedError:
        """Return the error that names this file."""
        return IndexDamagedError(self.path, fault)

    def _check(self, start: int, end: int) -> None:
        last = -(-end // BLOCK)
        block = self._is_sound.find(0, start // BLOCK, last)
        while block >= 0:
            begin = block * BLOCK
            if crc32(self._bytes[begin : min(begin + BLOCK, self._body)]) != self._checksums[block]:
                raise self.damage(f"bytes {begin:,} to {begin + BLOCK:,} are not as they were written")
            self._is_sound[block] = 1
            block = self._is_sound.find(0, block + 1, last)
