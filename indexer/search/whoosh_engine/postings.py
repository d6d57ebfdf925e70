"""The postings of one generation, over all its segments."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, Scores, changes, distinct
from indexer.search.whoosh_engine.codec.segment import FieldReader, Segment
from indexer.search.whoosh_engine.columns import Columns
from indexer.stretches import repeated, sizes_of

Slot = tuple[str, ...]
"""The terms of which any one fills a place in a phrase."""

POSITION_BITS: Final = 32
"""A word's place in a segment is its document, shifted, plus its position in it."""


_SPARSEST: Final = 32
"""Where one in so many numbers is looked up, a table of all numbers is quicker than looking each of them up."""


_POSTINGS_AT_ONCE: Final = 1 << 18


class Occurrences(NamedTuple):
    """How often something occurs in some documents, each named once, in no order."""

    documents: Numbers
    counts: Scores


class _Postings(NamedTuple):
    """The postings of one term in one segment, in the order of its documents."""

    documents: Integers
    counts: Integers
    positions: Integers


class SegmentSlots:
    """The terms that may fill the places of a phrase, in one segment."""

    def __init__(self, reader: FieldReader, slots: Sequence[Slot]) -> None:
        known = [reader.terms.find_all(slot) for slot in slots]
        self._slots = [[_postings_of(reader, number) for number in ours] for ours in known] if all(known) else []

    def places(self) -> list[Numbers]:
        """Return, for each slot, where it is filled in documents that have something for every slot, in order.

        Places in other documents may be among them. Nothing where a slot cannot be filled.
        """
        if not self._slots:
            return []
        common = self._common_documents()
        return [_places(postings, common) for postings in self._slots]

    def _common_documents(self) -> Integers:
        by_size = sorted(self._slots, key=lambda postings: sum(len(one.documents) for one in postings))
        common = _documents(by_size[0])
        for postings in by_size[1:]:
            common = common[contained(common, _documents(postings))]
        return common


class Postings:
    """All segments of one generation; safe to share between threads."""

    def __init__(self, segments: Sequence[Segment], columns: Columns) -> None:
        self._segments = segments
        self._columns = columns
        self._bases = [sum(segment.size for segment in segments[:number]) for number in range(len(segments))]

    @cached_property
    def _places(self) -> list[Numbers]:
        """For each segment, the place of each of its documents among the columns; -1 if deleted."""
        ends = [*self._bases[1:], None]
        return [self._columns.places[base:end] for base, end in zip(self._bases, ends, strict=False)]

    @cached_property
    def _has_deleted(self) -> list[bool]:
        return [len(segment.deleted) > 0 for segment in self._segments]

    def occurrences(self, field: IndexField, term: str) -> Iterator[Occurrences]:
        """Yield how often a term occurs in the documents of each segment that has it."""
        encoded = term.encode()
        for number, segment in enumerate(self._segments):
            reader = segment.field(field)
            found = reader.terms.find(encoded)
            if found is not None:
                yield self._placed(number, reader.documents(found), reader.counts(found))

    def summed(self, field: IndexField, terms: Slot, is_late: Callable[[], bool]) -> Iterator[Occurrences]:
        """Yield how often any of several terms occurs in the documents of each segment.

        Args:
            is_late: Whether time is up: what has not been read by then counts as absent.
        """
        for number, segment in enumerate(self._segments):
            reader = segment.field(field)
            totals = np.zeros(segment.size)
            for documents, counts in _together(reader, reader.terms.find_all(terms)):
                if is_late():
                    break
                totals += np.bincount(documents, counts, segment.size)
            having = np.flatnonzero(totals)
            yield self._placed(number, having, totals[having])

    def slots(self, field: IndexField, slots: Sequence[Slot]) -> Iterator[tuple[int, SegmentSlots]]:
        """Yield for each segment, with its number, what fills slots in it."""
        for number, segment in enumerate(self._segments):
            yield number, SegmentSlots(segment.field(field), slots)

    def segment_of(self, number: int) -> tuple[Segment, int]:
        """Return the segment of a document that is told by its number among those of all, and its number there."""
        place = bisect_right(self._bases, number) - 1
        return self._segments[place], number - self._bases[place]

    def starting(self, segment: int, starts: Numbers) -> Occurrences:
        """Return how often something begins in each document, given the places where it does, in ascending order."""
        documents = starts >> POSITION_BITS
        begins = changes(documents)
        return self._placed(segment, documents[begins], sizes_of(begins, len(documents)))

    def terms(self, field: IndexField, prefix: str = "") -> dict[str, int]:
        """Return the terms that begin so, with how many documents have each, deleted ones among them."""
        counted: dict[str, int] = {}
        for segment in self._segments:
            reader = segment.field(field)
            numbers = reader.terms.beginning(prefix.encode())
            counts = reader.frequencies(numbers).tolist()
            for term, count in zip(reader.terms.between(numbers), counts, strict=True):
                counted[term] = counted.get(term, 0) + count
        return counted

    def close(self) -> None:
        """Let go of the files."""
        for segment in self._segments:
            segment.close()

    def _placed(self, number: int, documents: Integers, counts: npt.NDArray[Any]) -> Occurrences:
        places = self._places[number][documents]
        counted = counts.astype(np.float32)
        if not self._has_deleted[number]:
            return Occurrences(places, counted)
        live = places >= 0
        return Occurrences(places[live], counted[live])


def _together(reader: FieldReader, terms: Sequence[int]) -> Iterator[tuple[Integers, Integers]]:
    """Yield the documents and the counts of the postings of terms, those of many terms at a time.

    Args:
        terms: In ascending order; the postings of those that follow each other do so, too.
    """
    numbers = np.array(terms, np.int64)
    starts, ends = reader.starts[numbers].astype(np.int64), reader.starts[numbers + 1].astype(np.int64)
    parted = np.flatnonzero(starts[1:] != ends[:-1])
    firsts, lasts = np.append(starts[:1], starts[parted + 1]), np.append(ends[parted], ends[-1:])
    pieces: list[tuple[int, int]] = []
    size = 0
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        for start in range(first, last, _POSTINGS_AT_ONCE):
            end = min(start + _POSTINGS_AT_ONCE, last)
            pieces.append((start, end))
            size += end - start
            if size >= _POSTINGS_AT_ONCE:
                yield _joined(reader, pieces)
                pieces, size = [], 0
    if pieces:
        yield _joined(reader, pieces)


def _joined(reader: FieldReader, pieces: Sequence[tuple[int, int]]) -> tuple[Integers, Integers]:
    documents = np.concatenate([reader.all_documents(*piece) for piece in pieces])
    return documents, np.concatenate([reader.all_counts(*piece) for piece in pieces])


def _postings_of(reader: FieldReader, term: int) -> _Postings:
    return _Postings(reader.documents(term), reader.counts(term), reader.positions(term))


def _documents(postings: Sequence[_Postings]) -> Integers:
    if len(postings) == 1:
        return postings[0].documents
    return distinct(np.concatenate([one.documents for one in postings]))


def _places(postings: Sequence[_Postings], documents: Integers) -> Numbers:
    """Return where terms stand in some documents, all of which have one of them, and perhaps in others."""
    found = [_places_of_term(one, documents) for one in postings]
    return found[0] if len(found) == 1 else np.sort(np.concatenate(found))


def _places_of_term(postings: _Postings, documents: Integers) -> Numbers:
    wanted = contained(postings.documents, documents)
    if 2 * np.count_nonzero(wanted) > len(wanted):  # leaving out the others would take longer
        owners, counts, positions = postings
    else:
        owners, counts = postings.documents[wanted], postings.counts[wanted]
        positions = postings.positions[np.repeat(wanted, postings.counts)]
    places = repeated(owners.astype(np.int64) << POSITION_BITS, counts)
    places += positions
    return places


def common(few: Numbers, many: Numbers) -> Numbers:
    """Return the numbers that are in both, all in ascending order: by merging, unless looking the few up is less."""
    if len(few) * _SPARSEST < len(many):
        return few[contained(few, many)]
    merged = np.concatenate((few, many))
    merged.sort(kind="stable")
    found: Numbers = merged[1:][merged[1:] == merged[:-1]]
    return found


def contained(wanted: Integers, known: Integers) -> Mask:
    """Return which are among others, both in ascending order, the others from 0 upwards."""
    if not len(known) or not len(wanted):
        return np.zeros(len(wanted), np.bool_)
    if len(wanted) == len(known) and np.array_equal(wanted, known):
        return np.ones(len(wanted), np.bool_)
    size = int(max(wanted[-1], known[-1])) + 1
    if size <= _SPARSEST * len(wanted) and wanted[0] >= 0:
        is_known = np.zeros(size, np.bool_)
        is_known[known] = True
        return is_known[wanted]
    nearest = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    contained: Mask = known[nearest] == wanted
    return contained
