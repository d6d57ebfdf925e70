"""Tables of strings in ascending order of their bytes, which for UTF-8 is that of their code points."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import takewhile
from typing import AnyStr, Final, cast

import numpy as np

from indexer.search.whoosh_engine.codec.container import PartsFile, PartsWriter, narrowed

_AFTER_ALL: Final = b"\xff"
"""No UTF-8 has this byte: what begins with some letters stands before them followed by it."""

_SEPARATOR: Final = b"\0"
_BETWEEN_SIGNPOSTS: Final = 32
_OTHERS_FOR_ONE: Final = 4
"""Strings are picked out of those that begin as they all do, where these are not more than so many for each."""


def put_strings(writer: PartsWriter, name: str, strings: Sequence[AnyStr]) -> None:
    """Write a table of strings, which may be encoded already."""
    text = np.frombuffer(_joined(strings), np.uint8)
    starts = np.zeros(len(strings) + 1, np.int64)
    ends = np.flatnonzero(text == _SEPARATOR[0])
    if len(ends) == len(strings):
        np.add(ends, 1, out=starts[1:])
    else:  # there is one in a string
        np.cumsum([len(_joined([string])) for string in strings], out=starts[1:])
    writer.put(f"{name}.starts", narrowed(starts))
    writer.put(f"{name}.text", text)


def _joined(strings: Sequence[AnyStr]) -> bytes:
    """Return strings with a separator behind each."""
    if strings and isinstance(strings[0], str):
        return _SEPARATOR.decode().join((*cast("Sequence[str]", strings), "")).encode()
    return _SEPARATOR.join((*cast("Sequence[bytes]", strings), b""))


class Strings(Sequence[bytes]):
    """Reads such a table."""

    def __init__(self, file: PartsFile, name: str) -> None:
        self._size = file.size(f"{name}.starts") - 1
        starts = file.integers(f"{name}.starts")
        self._starts = starts.data if starts.dtype.isnative else starts.tolist()
        self._map, self._start, self._end = file.text(f"{name}.text")

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> bytes:  # type: ignore[override]  # no slices: `between` gives those
        start = self._start
        return self._map[start + self._starts[number] : start + self._starts[number + 1] - 1]

    def find(self, string: bytes) -> int | None:
        """Return the number of a string; None where it is not in the table."""
        place = self._place(string)
        return place if place < self._size and self[place] == string else None

    def find_all(self, strings: Collection[str]) -> list[int]:
        """Return the numbers of the strings that are in the table, in ascending order."""
        if len(strings) > 1:
            alike = self.beginning(_beginning(strings).encode())
            if len(alike) <= _OTHERS_FOR_ONE * len(strings):
                wanted = frozenset(strings)
                return [number for number, one in zip(alike, self.between(alike), strict=True) if one in wanted]
        found = (self.find(string.encode()) for string in strings)
        return sorted(number for number in found if number is not None)

    def beginning(self, letters: bytes) -> range:
        """Return the numbers of the strings that begin so."""
        if not letters:
            return range(self._size)
        return range(self._place(letters), self._place(letters + _AFTER_ALL))

    def _place(self, string: bytes) -> int:
        """Return where a string is, or would be."""
        first = (bisect_right(self._signposts, string) - 1) * _BETWEEN_SIGNPOSTS
        return first + bisect_left(self._strings(first), string) if first >= 0 else 0

    def _strings(self, first: int) -> list[bytes]:
        """Return the strings from one signpost to the next."""
        last = min(first + _BETWEEN_SIGNPOSTS, self._size)
        start = self._start
        strings = self._map[start + self._starts[first] : start + self._starts[last] - 1].split(_SEPARATOR)
        return strings if len(strings) == last - first else [self[number] for number in range(first, last)]

    @cached_property
    def _signposts(self) -> list[bytes]:
        """Some strings by which it is seen where others are, without reading many."""
        return [self[number] for number in range(0, self._size, _BETWEEN_SIGNPOSTS)]

    def between(self, numbers: range) -> list[str]:
        """Return the strings of some numbers that follow each other."""
        if not numbers:
            return []
        start = self._start
        text = self._map[start + self._starts[numbers[0]] : start + self._starts[numbers[-1] + 1] - 1]
        strings = text.decode().split("\0")
        return strings if len(strings) == len(numbers) else [self[number].decode() for number in numbers]

    def all(self) -> list[str]:
        """Return all strings."""
        return self.between(range(self._size))

    def all_bytes(self) -> list[bytes]:
        """Return all strings as they are kept."""
        strings = self._map[self._start : self._end].split(_SEPARATOR)
        return strings[:-1] if len(strings) == self._size + 1 else [self[number] for number in range(self._size)]


def _beginning(strings: Collection[str]) -> str:
    """Return the letters that all strings begin with."""
    same = takewhile(lambda both: both[0] == both[1], zip(min(strings), max(strings), strict=False))
    return "".join(letter for letter, _ in same)
