"""Words as they stand in texts -> postings by term, by sorting numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.search.whoosh_engine.arrays import Integers, Numbers, changes, starts_of
from indexer.search.whoosh_engine.building.sorting import stable_order
from indexer.search.whoosh_engine.codec.container import narrowed

_POSITION_BITS: Final = np.uint64(32)


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """The postings of one field of one segment.

    Attributes:
        terms: In ascending order.
        starts: At which posting each term begins, and where the last one ends.
        documents, counts: Of each posting, those of one term in the order of documents.
        positions: All positions of each posting, as many as it counts; None in a field without.
    """

    terms: Sequence[bytes]
    starts: Numbers
    documents: Integers
    counts: Integers
    positions: Integers | None = None


class Words(NamedTuple):
    """Words of one field as they stand in texts, in the order of documents and positions.

    Attributes:
        words: Numbers of words in a lexicon.
    """

    words: Integers
    documents: Integers
    positions: Integers


def positional(given: Words, lexicon: Sequence[str]) -> FieldPostings:
    """Return the postings of a field; what is done with is let go of at once, as there may be millions of words."""
    words, documents, positions = given
    del given
    ranks, terms = ranked(lexicon, words)
    of_word = narrowed(ranks)[words] if len(words) else words
    del words, ranks
    frequencies = np.bincount(of_word, minlength=len(terms))
    both = documents.astype(np.uint64)  # documents and positions side by side, as what takes time is to reach them
    both <<= _POSITION_BITS
    both |= positions.astype(np.uint32)
    del documents, positions
    both = both[stable_order(of_word)]
    of_word = np.repeat(np.arange(len(terms), dtype=np.int32), frequencies)
    documents, positions = (both >> _POSITION_BITS).astype(np.uint32), both.astype(np.uint32)
    del both
    begins = changes(of_word, documents)
    counts = np.append(begins[1:], len(of_word)) - begins
    starts = starts_of(np.bincount(of_word[begins], minlength=len(terms)))
    return FieldPostings(terms, starts, documents[begins], narrowed(counts), positions)


def ranked(words: Sequence[str], occurring: Integers) -> tuple[npt.NDArray[np.int32], list[bytes]]:
    """Return for each word that occurs its place among them by their bytes, and the terms in that order.

    Args:
        words: All words; `occurring` are numbers of some of them, in any order, with repetitions.
    """
    occurs = np.zeros(len(words), np.bool_)
    occurs[occurring] = True
    numbers = np.flatnonzero(occurs).tolist()
    pairs = sorted((words[number].encode(), number) for number in numbers)
    ranks = np.zeros(len(words), np.int32)
    ranks[np.fromiter((number for _, number in pairs), np.int64, len(pairs))] = np.arange(len(pairs), dtype=np.int32)
    return ranks, [term for term, _ in pairs]
