"""Words as they stand in texts -> postings by term: sorted batch by batch, then put side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, changes, starts_of
from indexer.search.whoosh_engine.building.sorting import order_of_strings, stable_order
from indexer.search.whoosh_engine.codec.container import narrowed
from indexer.stretches import sizes_of, stretches


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """The postings of one field of one segment.

    Attributes:
        terms: In ascending order of their bytes, which is that of their code points.
        starts: At which posting each term begins, and where the last one ends.
        documents, counts: Of each posting, those of one term in the order of documents.
        places: At which position each term begins, and where the last one ends; None in a field without positions.
        positions: All positions of each posting, as many as it counts; None in a field without.
    """

    terms: Sequence[str]
    starts: Numbers
    documents: Integers
    counts: Integers
    places: Numbers | None = None
    positions: Integers | None = None


class Words(NamedTuple):
    """Words of one field as they stand in texts, in the order of documents and positions.

    Attributes:
        words: Numbers of words in a lexicon.
    """

    words: Integers
    documents: Integers
    positions: Integers


class Batch(NamedTuple):
    """The postings of some documents, those of one word after those of another.

    Attributes:
        words: The number of each word that occurs.
        sizes: How many postings each of them has.
        documents, counts: Of each posting.
        occurrences: How many positions each word has.
        positions: All positions of each posting; None in a field without.
    """

    words: Integers
    sizes: Integers
    documents: Integers
    counts: Integers
    occurrences: Integers
    positions: Integers | None = None


class Ranking(NamedTuple):
    """The order of words that occur.

    Attributes:
        ranks: For each word that occurs, by its number, its place in the order of bytes.
        terms: The words in that order.
    """

    ranks: npt.NDArray[np.int32]
    terms: list[str]


def inverted(given: Words) -> Batch:
    """Return the postings of some documents: a matter of nanoseconds for a word, if all fits the processor's cache."""
    order = stable_order(given.words)
    words, documents = given.words.take(order), given.documents.take(order)
    begins = changes(words, documents)
    of_posting = words.take(begins)
    heads = changes(of_posting)
    return Batch(
        words=of_posting[heads],
        sizes=narrowed(sizes_of(heads, len(begins))),
        documents=documents.take(begins),
        counts=narrowed(sizes_of(begins, len(words))),
        occurrences=narrowed(sizes_of(begins[heads], len(words))),
        positions=narrowed(given.positions).take(order),
    )


def ranked(names: Sequence[str], *fields: Sequence[Batch]) -> list[Ranking]:
    """Return the order of the words of each of several fields.

    Args:
        names: What the numbers of words stand for.
        fields: The batches of each; most words are in more than one field, and are brought into order once.
    """
    occurring = [_occurring(len(names), batches) for batches in fields]
    places = np.flatnonzero(np.logical_or.reduce(occurring))
    order = places[order_of_strings([names[place] for place in places.tolist()])]
    terms = [names[place] for place in order.tolist()]
    return [_of_field(occurs, order, terms) for occurs in occurring]


def _occurring(size: int, batches: Iterable[Batch]) -> Mask:
    occurs = np.zeros(size, np.bool_)
    for batch in batches:
        occurs[batch.words] = True
    return occurs


def _of_field(occurs: Mask, order: Numbers, terms: Sequence[str]) -> Ranking:
    ours = np.flatnonzero(occurs[order])
    ranks = np.zeros(len(occurs), np.int32)
    ranks[order[ours]] = np.arange(len(ours), dtype=np.int32)
    return Ranking(ranks, [terms[place] for place in ours.tolist()])


def assembled(batches: Sequence[Batch], ranking: Ranking) -> FieldPostings:
    """Return the postings of batches of documents that follow each other."""
    ranks, terms = ranking
    owners = [ranks[batch.words] for batch in batches]
    rows = _Rows(len(terms), owners, [batch.sizes for batch in batches])
    documents, counts = rows.filled([[batch.documents, batch.counts] for batch in batches], 2)
    given = [[batch.positions] for batch in batches if batch.positions is not None]
    if not given:
        return FieldPostings(terms, rows.starts, documents, counts)
    places = _Rows(len(terms), owners, [batch.occurrences for batch in batches])
    (positions,) = places.filled(given, 1)
    return FieldPostings(terms, rows.starts, documents, counts, places.starts, positions)


class _Rows:
    """Where the rows of each batch stand, when those of one term stand together."""

    def __init__(self, terms: int, owners: Sequence[Integers], sizes: Sequence[Integers]) -> None:
        """Count them.

        Args:
            owners: For each batch, its terms.
            sizes: For each batch, how many rows each of its terms has.
        """
        self._owners = owners
        self._sizes = sizes
        totals = np.zeros(terms, np.int64)
        for of_batch, size in zip(owners, sizes, strict=True):
            totals[of_batch] += size
        self.starts = starts_of(totals)

    def filled(self, batches: Sequence[Sequence[Integers]], columns: int) -> list[Integers]:
        """Return columns of all batches as one.

        Args:
            batches: The columns of each.
            columns: How many these are.
        """
        free = self.starts[:-1].copy()
        kinds = [np.result_type(np.uint8, *(batch[column] for batch in batches)) for column in range(columns)]
        filled: list[Integers] = [np.zeros(int(self.starts[-1]), kind) for kind in kinds]
        for of_batch, size, batch in zip(self._owners, self._sizes, batches, strict=True):
            rows = stretches(free[of_batch], size)
            for column, values in zip(filled, batch, strict=True):
                column[rows] = values
            free[of_batch] += size
        return filled
