"""Makes one segment of several, without their deleted documents: a slice of terms at a time, arrays side by side."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from indexer.search.ranking import EXACT_FIELDS, IndexField
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, distinct, starts_of
from indexer.search.whoosh_engine.building.segment_file import put_forms, put_marks
from indexer.search.whoosh_engine.codec.container import PartsWriter, narrowed, narrowest
from indexer.search.whoosh_engine.codec.marks import joined
from indexer.search.whoosh_engine.codec.rows import joined_rows, put_rows
from indexer.search.whoosh_engine.codec.segment import FieldReader, Segment
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.codec.strings import put_strings
from indexer.stretches import stretches

_AT_ONCE: Final = 1 << 21
"""How many postings, or positions, are in memory at a time."""


@dataclass(frozen=True)
class _Source:
    """A segment, and the numbers that its documents are going to have."""

    segment: Segment
    numbers: Numbers

    @cached_property
    def live(self) -> Mask:
        return self.segment.live


def merge_segments(folder: IndexFolder, name: str, segments: Sequence[Segment]) -> int:
    """Write the live documents of segments, in their order, as one segment; return how many there are."""
    sources, size = _numbered(segments)
    with PartsWriter(folder, name) as file:
        file.say(documents=size)
        terms = {field: _merge_field(file, field, sources, size) for field in IndexField}
        for field in EXACT_FIELDS:
            lengths = [one.segment.lengths(field)[one.live] for one in sources]
            file.put(f"{field}.lengths", narrowed(np.concatenate([np.zeros(0, np.uint8), *lengths])))
        put_forms(file, *_merged_forms(sources, terms[IndexField.BODY], terms[IndexField.BODY_EXACT]))
        put_marks(file, joined([one.segment.marks.of(one.live) for one in sources]))
        put_rows(file, joined_rows([one.segment.rows().of(np.flatnonzero(one.live)) for one in sources]))
    return size


def _numbered(segments: Sequence[Segment]) -> tuple[list[_Source], int]:
    sources, size = [], 0
    for segment in segments:
        sources.append(_Source(segment, size + np.cumsum(segment.live) - 1))
        size += int(np.count_nonzero(segment.live))
    return sources, size


class _Terms:
    """How the terms of one field of one segment are numbered in the merged one."""

    def __init__(self, source: _Source, field: IndexField) -> None:
        self.field: FieldReader = source.segment.field(field)
        self._numbers = source.numbers
        self._live = source.live
        self.all_live = not len(source.segment.deleted)
        starts = self.field.starts
        size = len(self.field.terms)
        self.postings = np.zeros(size, np.int64)
        self.positions = np.zeros(size, np.int64)
        for part in _slices(starts):
            begins = starts[part.start : part.stop].astype(np.int64) - int(starts[part.start])
            live, counts = self._is_live(part), self._counts(part)
            self.postings[part.start : part.stop] = np.add.reduceat(live.astype(np.int64), begins)
            self.positions[part.start : part.stop] = np.add.reduceat(np.where(live, counts, 0), begins, dtype=np.int64)
        self.kept = np.flatnonzero(self.postings)
        self.new = np.full(size, -1, np.int64)

    def among(self, terms: range) -> Numbers:
        """Return which terms are some of the merged ones; they are in the same order."""
        return self.kept[slice(*np.searchsorted(self.new[self.kept], (terms.start, terms.stop)))]

    def documents(self, part: range) -> Integers:
        """Return the new numbers of the live documents of some terms."""
        return self._numbers[self._documents(part)[self._is_live(part)]]

    def counts(self, part: range) -> Integers:
        """Return how often each of them has its term."""
        return self._counts(part)[self._is_live(part)]

    def places(self, part: range) -> Integers:
        """Return the positions in live documents."""
        start, end = (int(self.field.position_starts[at]) for at in (part.start, part.stop))
        positions = self.field.all_positions(start, end)
        return positions if self.all_live else positions[np.repeat(self._is_live(part), self._counts(part))]

    def _is_live(self, part: range) -> Mask:
        return self._live[self._documents(part)]

    def _documents(self, part: range) -> Integers:
        return self.field.all_documents(*self._bounds(part))

    def _counts(self, part: range) -> Integers:
        return self.field.all_counts(*self._bounds(part))

    def _bounds(self, part: range) -> tuple[int, int]:
        return int(self.field.starts[part.start]), int(self.field.starts[part.stop])


_Values = Callable[[_Terms, range], Integers]
"""Gives one column of a source for terms of it that follow each other."""


def _slices(starts: Integers) -> Iterator[range]:
    """Yield terms in slices of not many postings, or of one term."""
    first, last = 0, len(starts) - 1
    while first < last:
        end = int(np.searchsorted(starts, int(starts[first]) + _AT_ONCE, side="right")) - 1
        end = min(max(end, first + 1), last)
        yield range(first, end)
        first = end


def _merge_field(file: PartsWriter, field: IndexField, sources: Sequence[_Source], size: int) -> list[Numbers]:
    """Write one field; return for each source the new number of each of its terms, -1 for those that are gone."""
    parts = [_Terms(source, field) for source in sources]
    kept = [[part.field.terms[place] for place in part.kept.tolist()] for part in parts]
    terms = sorted(set().union(*kept))
    number = {term: place for place, term in enumerate(terms)}
    for part, ours in zip(parts, kept, strict=True):
        part.new[part.kept] = np.fromiter(map(number.__getitem__, ours), np.int64, len(ours))
    put_strings(file, f"{field}.terms", terms)
    postings = _totals(parts, [part.postings for part in parts], len(terms))
    file.put(f"{field}.postings", narrowed(postings))
    file.put_pieces(f"{field}.documents", narrowest(size - 1), _merged(parts, postings, _Terms.documents))
    kind = _widest(part.field.counts_type for part in parts)
    file.put_pieces(f"{field}.counts", kind, _merged(parts, postings, _Terms.counts))
    if any(part.field.has_positions for part in parts):
        places = _totals(parts, [part.positions for part in parts], len(terms))
        file.put(f"{field}.places", narrowed(places))
        kind = _widest(part.field.positions_type for part in parts)
        file.put_pieces(f"{field}.positions", kind, _merged(parts, places, _Terms.places))
    return [part.new for part in parts]


def _widest(kinds: Iterator[np.dtype[np.integer]]) -> np.dtype[np.integer]:
    return max(kinds, key=lambda kind: kind.itemsize)


def _totals(parts: Sequence[_Terms], sizes: Sequence[Numbers], terms: int) -> Numbers:
    """Return where each merged term begins, and the end."""
    starts = np.zeros(terms + 1, np.int64)
    for part, size in zip(parts, sizes, strict=True):
        starts[part.new[part.kept] + 1] += size[part.kept]
    return np.cumsum(starts)


def _merged(parts: Sequence[_Terms], starts: Numbers, values_of: _Values) -> Iterator[Integers]:
    """Yield one column of the merged field, a slice of terms at a time."""
    for terms in _slices(starts):
        first, last = int(starts[terms.start]), int(starts[terms.stop])
        filled = starts[terms.start : terms.stop] - first
        column = np.zeros(last - first, np.int64)
        for part in parts:
            ours = part.among(terms)
            if len(ours):
                values = values_of(part, range(int(ours[0]), int(ours[-1]) + 1))
                sizes = (part.positions if values_of is _Terms.places else part.postings)[ours]
                new = part.new[ours] - terms.start
                column[stretches(filled[new], sizes)] = values
                filled[new] += sizes
        yield column


def _merged_forms(
    sources: Sequence[_Source], stems: Sequence[Numbers], words: Sequence[Numbers]
) -> tuple[Numbers, Numbers]:
    pairs = [np.zeros((0, 2), np.int64)]
    for source, of_stem, of_word in zip(sources, stems, words, strict=True):
        starts, forms = source.segment.forms
        named = np.repeat(np.arange(len(of_stem)), starts[1:] - starts[:-1])
        both = np.stack((of_stem[named], of_word[forms]), axis=1)
        pairs.append(both[(both >= 0).all(axis=1)])
    found = np.concatenate(pairs)
    size = max((int(of_word.max()) + 1 for of_word in words if len(of_word)), default=1) or 1
    keys = distinct(found[:, 0] * size + found[:, 1])
    terms = max((int(of_stem.max()) + 1 for of_stem in stems if len(of_stem)), default=0)
    return starts_of(np.bincount(keys // size, minlength=terms)), keys % size
