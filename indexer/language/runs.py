"""A table from hashes to numbers, looked up for whole arrays, and the words that each number stands for."""

from typing import Final, Generic, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from indexer.stretches import stretches, sums_before

Ids = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]


class Pieces(NamedTuple):
    """The words of some runs, those of one run after those of another.

    Attributes:
        counts: How many each run has.
        words: Their numbers.
        offsets: At which character of its run each begins.
    """

    counts: Numbers
    words: Ids
    offsets: Ids


def whole_words(words: Ids) -> Pieces:
    """Return runs each of which is one word."""
    return Pieces(np.ones(len(words), np.int64), words, np.zeros(len(words), np.int32))


_NOTHING: Final = Pieces(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))
"""One run without words."""

_FIRST_BITS: Final = 16
_SLOTS_PER_RUN: Final = 4
"""With a quarter of the slots taken, most look-ups meet their run, or nothing, at once."""

_SPREADING: Final = np.uint64(0x9E3779B97F4A7C15)
"""2 ** 64 by the golden ratio: times this, hashes that differ in their last bits alone differ in their first, too.

The first letter of a run is in the last bits alone: without it, *he*, *we*, *me* and *be* want one slot.
"""

_SEVERAL: Final = -1

_Kind = TypeVar("_Kind", bound=np.generic)


class _Growing(Generic[_Kind]):
    """An array that grows at its end."""

    def __init__(self, kind: type[_Kind]) -> None:
        self._room = np.zeros(16, kind)
        self.size = 0

    @property
    def all(self) -> npt.NDArray[_Kind]:
        """What is in it; not to be kept beyond the next growth."""
        return self._room[: self.size]

    def extend(self, further: npt.ArrayLike) -> None:
        """Put more behind."""
        more = np.asarray(further, self._room.dtype)
        if self.size + len(more) > len(self._room):
            self._room = np.concatenate((self.all, np.zeros(max(len(more), self.size), self._room.dtype)))
        self._room[self.size : self.size + len(more)] = more
        self.size += len(more)


class RunTable:
    """Runs by hash; 0 is the number of none. Slots that are taken are passed over to the next."""

    def __init__(self) -> None:
        self._bits = _FIRST_BITS
        self._slots = np.zeros(1 << self._bits, np.int32)
        self._hashes: _Growing[np.uint64] = _Growing(np.uint64)
        self._is_hashed: _Growing[np.bool_] = _Growing(np.bool_)
        self._wholes: _Growing[np.int32] = _Growing(np.int32)  # the one word that begins with it; else _SEVERAL
        self._firsts: _Growing[np.int64] = _Growing(np.int64)  # its first piece
        self._counts: _Growing[np.int32] = _Growing(np.int32)
        self._words: _Growing[np.int32] = _Growing(np.int32)  # of all pieces
        self._offsets: _Growing[np.int32] = _Growing(np.int32)
        self._append(np.zeros(1, np.uint64), _NOTHING, is_hashed=False)

    def find(self, hashes: Hashes) -> Ids:
        """Return the number of the run of each hash; 0 where it is not known."""
        known = self._hashes.all
        slots = self._first_slots(hashes)
        runs: Ids = self._slots.take(slots)
        pending = np.flatnonzero((known.take(runs) != hashes) & (runs != 0))
        while len(pending):
            slots[pending] = (slots[pending] + 1) & (len(self._slots) - 1)
            found = runs[pending] = self._slots[slots[pending]]
            pending = pending[(known[found] != hashes[pending]) & (found != 0)]
        return runs

    def put(self, hashes: Hashes, pieces: Pieces) -> Ids:
        """Put in runs of distinct hashes that are not known, and return their numbers."""
        numbers = self._append(hashes, pieces, is_hashed=True)
        if self._hashes.size * _SLOTS_PER_RUN > len(self._slots):
            self._grow()
        else:
            self._enter(hashes, numbers)
        return numbers

    def put_unhashed(self, pieces: Pieces) -> int:
        """Put in a run that no hash leads to, and return its number."""
        return int(self._append(np.zeros(1, np.uint64), pieces, is_hashed=False)[0])

    def words_of(self, runs: Ids, starts: Numbers) -> tuple[Numbers, Ids]:
        """Return at which characters the words of runs begin, given where these do, and the numbers of the words."""
        words: Ids = self._wholes.all.take(runs)
        several = np.flatnonzero(words == _SEVERAL)
        if not len(several):
            return starts, words
        of_several = runs[several]
        sizes: Numbers = self._counts.all[of_several].astype(np.int64)
        counts = np.ones(len(runs), np.int64)
        counts[several] = sizes
        begins, words = np.repeat(starts, counts), np.repeat(words, counts)
        places = stretches(several + sums_before(sizes - 1), sizes)
        pieces = stretches(self._firsts.all[of_several], sizes)
        begins[places] += self._offsets.all[pieces]
        words[places] = self._words.all[pieces]
        return begins, words

    def _append(self, hashes: Hashes, pieces: Pieces, *, is_hashed: bool) -> Ids:
        first = self._hashes.size
        self._wholes.extend(_wholes(pieces))
        self._firsts.extend(self._words.size + sums_before(pieces.counts))
        self._counts.extend(pieces.counts)
        self._words.extend(pieces.words)
        self._offsets.extend(pieces.offsets)
        self._hashes.extend(hashes)
        self._is_hashed.extend(np.full(len(hashes), is_hashed))
        return np.arange(first, self._hashes.size, dtype=np.int32)

    def _grow(self) -> None:
        while self._hashes.size * _SLOTS_PER_RUN > len(self._slots):
            self._bits += 1
            self._slots = np.zeros(1 << self._bits, np.int32)
        numbers = np.flatnonzero(self._is_hashed.all).astype(np.int32)
        self._enter(self._hashes.all[numbers], numbers)

    def _enter(self, hashes: Hashes, numbers: Ids) -> None:
        numbers = numbers[::-1]
        slots = self._first_slots(hashes)[::-1]
        while len(numbers):
            is_free = self._slots[slots] == 0
            self._slots[slots[is_free]] = numbers[is_free]  # where several want one slot, the run known longest has it
            is_left = self._slots[slots] != numbers
            numbers, slots = numbers[is_left], (slots[is_left] + 1) & (len(self._slots) - 1)

    def _first_slots(self, hashes: Hashes) -> npt.NDArray[np.int64]:
        slots = hashes * _SPREADING
        slots >>= np.uint64(64 - self._bits)
        return slots.view(np.int64)


def _wholes(pieces: Pieces) -> Ids:
    """Return the word of each run that is one word from its beginning."""
    firsts = sums_before(pieces.counts)
    wholes = np.full(len(firsts), _SEVERAL, np.int32)
    single = np.flatnonzero(pieces.counts == 1)
    single = single[pieces.offsets[firsts[single]] == 0]
    wholes[single] = pieces.words[firsts[single]]
    return wholes
