"""How many works have each value of a facet."""

from collections.abc import Collection
from typing import Final

import numpy as np

from indexer.model.results import FacetCount, FacetCounts
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, stretches
from indexer.search.whoosh_engine.columns import Column, Columns, Sharing

NONE_CHOSEN: Final[tuple[str, ...]] = ()

_MANY: Final = 4
"""Where more than one in so many documents matches, all codes are gone through rather than those of each document."""


def works_by_value(columns: Columns, column: Column, documents: Numbers) -> Numbers:
    """Return for every value how many works have it in any of their matching versions."""
    if column.sharing is Sharing.SAME and columns.number_of_works < columns.size:
        documents = documents[starts_of_works(columns.work_of[documents])]
    size = len(column.values)
    if column.sharing is Sharing.MIXED:
        counts = (column.starts[1:] - column.starts[:-1])[documents]
        works = np.repeat(columns.work_of[documents].astype(np.int64), counts)
        codes: Integers = np.unique(works * size + _codes(columns, column, documents)) % size
    else:
        codes = _codes(columns, column, documents)
    counted: Numbers = np.bincount(codes, minlength=size)
    return counted


def _codes(columns: Columns, column: Column, documents: Numbers) -> Integers:
    """Return the values of documents, those of one after those of another."""
    if column.is_single:
        return column.codes[documents]
    starts = column.starts
    if len(documents) * _MANY > columns.size:
        matches = np.zeros(columns.size, np.bool_)
        matches[documents] = True
        return column.codes[np.repeat(matches, starts[1:] - starts[:-1])]
    begins = starts[documents].astype(np.int64)
    return column.codes[stretches(begins, starts[documents + 1] - begins)]


def starts_of_works(works: Integers) -> Mask:
    """Return where in a row of works, in ascending order, a work stands for the first time."""
    starts = np.ones(len(works), np.bool_)
    np.not_equal(works[1:], works[:-1], out=starts[1:])
    return starts


def every_value(columns: Columns, column: Column, documents: Numbers) -> tuple[FacetCount, ...]:
    """Return all values that matching works have, those of most works first, then by value."""
    counts = works_by_value(columns, column, documents)
    return tuple(_counted(column, counts, int(np.count_nonzero(counts))))


def most_frequent(
    columns: Columns, column: Column, documents: Numbers, size: int, *, chosen: Collection[str] = NONE_CHOSEN
) -> FacetCounts:
    """Return the values of most works, and the chosen ones even where they have none."""
    counts = works_by_value(columns, column, documents)
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
    return [
        FacetCount(column.values[code].decode(), count)
        for code, count in zip(order, counts[order].tolist(), strict=True)
    ]
