"""How many works have each value of a facet."""

from collections.abc import Collection
from typing import Final

import numpy as np

from indexer.model.results import FacetCount, FacetCounts
from indexer.search.whoosh_engine.columns import Column, Columns, Mask, Numbers, Sharing

NONE_CHOSEN: Final[tuple[str, ...]] = ()


def works_by_value(columns: Columns, column: Column, matches: Mask) -> Numbers:
    """Return for every value how many works have it in any of their matching versions."""
    if column.sharing is Sharing.SAME:
        matches = _first_versions(columns, matches)
    counted = matches[column.rows]
    codes = column.codes[counted]
    size = len(column.values)
    if column.sharing is Sharing.MIXED:
        codes = np.unique(columns.work_of[column.rows[counted]] * size + codes) % size
    counts: Numbers = np.bincount(codes, minlength=size)
    return counts


def _first_versions(columns: Columns, matches: Mask) -> Mask:
    documents = np.flatnonzero(matches)
    first = np.zeros(columns.size, np.bool_)
    first[documents[starts_of_works(columns.work_of[documents])]] = True
    return first


def starts_of_works(works: Numbers) -> Mask:
    """Return where in a row of works, in ascending order, a work stands for the first time."""
    starts = np.ones(len(works), np.bool_)
    np.not_equal(works[1:], works[:-1], out=starts[1:])
    return starts


def every_value(columns: Columns, column: Column, matches: Mask) -> tuple[FacetCount, ...]:
    """Return all values that matching works have, those of most works first, then by value."""
    counts = works_by_value(columns, column, matches)
    order = np.argsort(-counts, kind="stable")[: np.count_nonzero(counts)]
    return tuple(FacetCount(column.values[code], int(counts[code])) for code in order)


def most_frequent(
    columns: Columns, column: Column, matches: Mask, size: int, *, chosen: Collection[str] = NONE_CHOSEN
) -> FacetCounts:
    """Return the values of most works, and the chosen ones even where they have none."""
    found = every_value(columns, column, matches)
    shown = {one.value: one for one in found[:size]}
    counts = {one.value: one.count for one in found} if chosen else {}
    for value in chosen:
        shown[value] = FacetCount(value, counts.get(value, 0))
    ordered = sorted(shown.values(), key=lambda one: (-one.count, one.value))
    return FacetCounts(tuple(ordered), more=any(one.value not in shown for one in found))
