"""How many works have each value of a facet."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from indexer.model.querytree import Facet
from indexer.model.results import FacetCount, FacetCounts
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, distinct, starts_of
from indexer.search.whoosh_engine.codec.container import narrowed
from indexer.search.whoosh_engine.columns import Column, Columns, Sharing
from indexer.stretches import stretches

NONE_CHOSEN: Final[tuple[str, ...]] = ()

_MANY: Final = 4
"""Where more than one in so many documents matches, all codes are gone through rather than those of each document."""

_FEWEST_TOGETHER: Final = 4
"""Fewer facets are counted sooner one by one than with all others."""


@dataclass(frozen=True)
class _Together:
    """Several columns as one: document `d` has the values `codes[starts[d]:starts[d + 1]]` of any of them.

    Attributes:
        firsts: Where the values of each column begin among all values.
        totals: How many documents have each value.
    """

    firsts: dict[str, int]
    values: int
    starts: Numbers
    codes: Integers
    totals: Numbers


class Counter:
    """Counts works by the values of facets; safe to share between threads."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def counts(self, facets: Collection[Facet], documents: Numbers) -> dict[Facet, Numbers]:
        """Return for every value of each facet how many works have it in any of their matching versions."""
        counted: dict[Facet, Numbers] = {}
        for sharing in (Sharing.SAME, Sharing.APART):
            wanted = [facet for facet in facets if self._columns.by_field[facet].sharing is sharing]
            if len(wanted) >= _FEWEST_TOGETHER:
                counted.update(self._counted_together(sharing, wanted, documents))
        return counted | {facet: self.works_by_value(facet, documents) for facet in facets if facet not in counted}

    def works_by_value(self, facet: Facet, documents: Numbers) -> Numbers:
        """Return for every value of one facet how many works have it in any of their matching versions."""
        column = self._columns.by_field[facet]
        size = len(column.values)
        if column.sharing is Sharing.MIXED:
            counts = (column.starts[1:] - column.starts[:-1])[documents]
            works = np.repeat(self._columns.work_of[documents].astype(np.int64), counts)
            codes: Integers = distinct(works * size + self._codes(column, documents)) % size
        else:
            codes = self._codes(column, self._telling(column.sharing, documents))
        counted: Numbers = np.bincount(codes, minlength=size)
        return counted

    def _counted_together(self, sharing: Sharing, facets: Iterable[Facet], documents: Numbers) -> dict[Facet, Numbers]:
        together = self._together[sharing]
        telling = self._telling(sharing, documents)
        if telling is documents and len(documents) > self._columns.size // 2:
            counted = together.totals - self._counted_codes(together, self._others(documents))
        else:
            counted = self._counted_codes(together, telling)
        sizes = {facet: len(self._columns.by_field[facet].values) for facet in facets}
        return {facet: counted[together.firsts[facet] :][:size] for facet, size in sizes.items()}

    def _counted_codes(self, together: _Together, documents: Numbers) -> Numbers:
        counted: Numbers = np.bincount(self._codes(together, documents), minlength=together.values)
        return counted

    def _others(self, documents: Numbers) -> Numbers:
        """Return all documents but these: where most match, those that do not are counted sooner."""
        others = np.ones(self._columns.size, np.bool_)
        others[documents] = False
        return np.flatnonzero(others)

    def _telling(self, sharing: Sharing, documents: Numbers) -> Numbers:
        """Return the documents that say which values works have: one of each where all its versions have the same."""
        if sharing is not Sharing.SAME or self._columns.number_of_works == self._columns.size:
            return documents
        return documents[starts_of_works(self._columns.work_of[documents])]

    def _codes(self, column: Column | _Together, documents: Numbers) -> Integers:
        """Return the values of documents, those of one after those of another."""
        if isinstance(column, Column) and column.is_single:
            return column.codes[documents]
        starts = column.starts
        if len(documents) * _MANY > self._columns.size:
            matches = np.zeros(self._columns.size, np.bool_)
            matches[documents] = True
            return column.codes[np.repeat(matches, starts[1:] - starts[:-1])]
        begins = starts[documents].astype(np.int64)
        return column.codes[stretches(begins, starts[documents + 1] - begins)]

    @cached_property
    def _together(self) -> dict[Sharing, _Together]:
        """All facets whose versions compare alike, as one column."""
        return {
            sharing: self._joined([facet for facet in Facet if self._columns.by_field[facet].sharing is sharing])
            for sharing in (Sharing.SAME, Sharing.APART)
        }

    def _joined(self, facets: Sequence[Facet]) -> _Together:
        columns = [self._columns.by_field[facet] for facet in facets]
        firsts = starts_of(np.array([len(column.values) for column in columns], np.int64))
        counts = np.zeros(self._columns.size, np.int64)
        for column in columns:
            counts += column.starts[1:] - column.starts[:-1]
        starts = starts_of(counts)
        filled = starts[:-1].copy()
        codes = np.zeros(int(starts[-1]), np.int64)
        for column, first in zip(columns, firsts[:-1].tolist(), strict=True):
            sizes = (column.starts[1:] - column.starts[:-1]).astype(np.int64)
            codes[stretches(filled, sizes)] = column.codes.astype(np.int64) + first
            filled += sizes
        totals = np.bincount(codes, minlength=int(firsts[-1]))
        first_of = dict(zip(facets, firsts.tolist(), strict=False))
        return _Together(first_of, int(firsts[-1]), starts, narrowed(codes), totals)


def starts_of_works(works: Integers) -> Mask:
    """Return where in a row of works, in ascending order, a work stands for the first time."""
    starts = np.ones(len(works), np.bool_)
    np.not_equal(works[1:], works[:-1], out=starts[1:])
    return starts


def every_value(column: Column, counts: Numbers) -> tuple[FacetCount, ...]:
    """Return all values that works have, those of most works first, then by value."""
    return tuple(_counted(column, counts, int(np.count_nonzero(counts))))


def most_frequent(column: Column, counts: Numbers, size: int, *, chosen: Collection[str] = NONE_CHOSEN) -> FacetCounts:
    """Return the values of most works, and the chosen ones even where they have none."""
    found = int(np.count_nonzero(counts))
    shown = {one.value: one for one in _counted(column, counts, min(size, found))}
    for value in chosen:
        code = column.code(value)
        shown[value] = FacetCount(value, 0 if code is None else int(counts[code]))
    ordered = sorted(shown.values(), key=lambda one: (-one.count, one.value))
    return FacetCounts(tuple(ordered), more=sum(one.count > 0 for one in ordered) < found)


def _counted(column: Column, counts: Numbers, size: int) -> list[FacetCount]:
    """Return the values that are counted most often."""
    order = np.argsort(-counts, kind="stable")[:size].tolist()
    pairs = zip(order, counts[order].tolist(), strict=True)
    return [FacetCount(column.values[code].decode(), count) for code, count in pairs]
