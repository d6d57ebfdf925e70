"""Words of the index that are close to another word."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

import numpy as np

from indexer.language import fold
from indexer.search.ranking import EXACT_FIELDS, GREATEST_EXPANSION
from indexer.search.whoosh_engine.arrays import Numbers
from indexer.search.whoosh_engine.edits import edit_distances
from indexer.search.whoosh_engine.postings import Postings

MOST_RETURNED: Final = 5
_SHORTEST: Final = 3
_SHORTEST_FOR_TWO_EDITS: Final = 6
_LETTER_BITS: Final = 64


class Vocabulary:
    """The words of one generation, with how many documents have each; read when first asked."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings

    def near(self, word: str) -> tuple[str, ...]:
        """Return words that one or two edits make of this one: fewer edits first, then the more frequent."""
        wanted = fold(word)
        if len(wanted) < _SHORTEST or not wanted.isalpha():
            return ()
        farthest = 1 if len(wanted) < _SHORTEST_FOR_TWO_EDITS else 2
        for edits in range(1, farthest + 1):
            found = [
                (distance, term[0] != wanted[0], -count, term)
                for distance, count, term in self._within(wanted, edits)
                if distance and len(term) >= _SHORTEST - 1 and term.isalpha()
            ]
            if found:
                return tuple(term for *_, term in sorted(found)[:MOST_RETURNED])
        return ()

    def within(self, word: str, edits: int, is_late: Callable[[], bool]) -> tuple[str, ...]:
        """Return the words that so many edits or fewer make of a folded one, itself among them; none when time is up.

        Where they are too many, those of fewer edits are kept, then the more frequent.
        """
        if is_late():
            return ()
        found = sorted((distance, -count, term) for distance, count, term in self._within(word, edits))
        return tuple(term for *_, term in found[:GREATEST_EXPANSION])

    def _within(self, word: str, edits: int) -> list[tuple[int, int, str]]:
        """Return words within some edits, with how many those are and how many documents have the word.

        An edit changes the length by at most one, and at most two letters of the set of letters.
        """
        similar = np.bitwise_count(self._letters ^ _letters(word)) <= 2 * edits
        places = np.flatnonzero(similar & (np.abs(self._lengths - len(word)) <= edits))
        terms = [self._terms[int(place)] for place in places]
        distances = edit_distances(word, terms, edits)
        return [
            (int(distances[at]), int(self._counts[places[at]]), terms[at]) for at in np.flatnonzero(distances <= edits)
        ]

    @cached_property
    def _frequencies(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for field in EXACT_FIELDS:
            for term, count in self._postings.terms(field).items():
                found[term] = found.get(term, 0) + count
        return found

    @cached_property
    def _terms(self) -> Sequence[str]:
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
