"""Words of the index that are close to a word that is not in it."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

import numpy as np

from indexer.language import fold
from indexer.search.ranking import EXACT_FIELDS
from indexer.search.whoosh_engine.columns import Numbers
from indexer.search.whoosh_engine.postings import PostingsStore

MOST_RETURNED: Final = 5
_SHORTEST: Final = 3
_SHORTEST_FOR_TWO_EDITS: Final = 6
_LETTER_BITS: Final = 64


class Vocabulary:
    """The words of one generation, with how many documents have each; read when first asked."""

    def __init__(self, postings: PostingsStore) -> None:
        self._postings = postings

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that one or two edits make of this one: fewer edits first, then the more frequent."""
        wanted = fold(word)
        if len(wanted) < _SHORTEST or not wanted.isalpha():
            return ()
        farthest = 1 if len(wanted) < _SHORTEST_FOR_TWO_EDITS else 2
        for edits in range(1, farthest + 1):
            found = sorted(self._within(wanted, edits))
            if found:
                return tuple(term for *_, term in found[:MOST_RETURNED])
        return ()

    def _within(self, word: str, edits: int) -> Iterator[tuple[int, bool, int, str]]:
        """Yield words within some edits, with what puts the likelier first.

        An edit changes the length by at most one, and at most two letters of the set of letters.
        """
        similar = np.bitwise_count(self._letters ^ _letters(word)) <= 2 * edits
        for place in np.flatnonzero(similar & (np.abs(self._lengths - len(word)) <= edits)):
            term = self._terms[place]
            distance = edit_distance(word, term, edits)
            if 0 < distance <= edits:
                yield distance, term[0] != word[0], -int(self._counts[place]), term

    @cached_property
    def _frequencies(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for field in EXACT_FIELDS:
            for term, count in self._postings.terms(field).items():
                if len(term) >= _SHORTEST - 1 and term.isalpha():
                    found[term] = found.get(term, 0) + count
        return found

    @cached_property
    def _terms(self) -> tuple[str, ...]:
        return tuple(self._frequencies)

    @cached_property
    def _counts(self) -> Numbers:
        return np.fromiter(self._frequencies.values(), np.int64, len(self._frequencies))

    @cached_property
    def _lengths(self) -> Numbers:
        return np.fromiter(map(len, self._terms), np.int64, len(self._terms))

    @cached_property
    def _letters(self) -> np.typing.NDArray[np.uint64]:
        return np.fromiter(map(_letters, self._terms), np.uint64, len(self._terms))


def _letters(word: str) -> np.uint64:
    """Return which letters a word has, as bits; several letters may share one."""
    bits = 0
    for letter in set(word):
        bits |= 1 << (ord(letter) % _LETTER_BITS)
    return np.uint64(bits)


def edit_distance(one: str, other: str, most: int) -> int:
    """Return how many insertions, deletions, changes and swaps of neighbours make one word of the other.

    Beyond `most` the number is only known to be more.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [place]
        for column, found in enumerate(other, 1):
            best = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != found))
            if place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == found:
                best = min(best, earlier[column - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]
