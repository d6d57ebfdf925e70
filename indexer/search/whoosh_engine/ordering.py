"""The order of works, as one number each: the less, the earlier. A cursor is a number, too."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from indexer.model.querytree import SearchQuery, Sort
from indexer.search.whoosh_engine.arrays import Integers, Numbers, Scores
from indexer.search.whoosh_engine.columns import UNDATED_LAST, Columns

Cursor = tuple[float | str, str]
"""What the order goes by, of the last work that was seen, and its id."""

_RANK_BITS: Final = 32
_LAST_RANK: Final = (1 << _RANK_BITS) - 1
_ROW: Final = 64
"""So many scores are stood for by the greatest of them, when the best of all are looked for."""

_GREATEST_SCORE: Final = 0x7FFFFFFF


@dataclass(frozen=True)
class Ordering:
    """Ranks the works of one generation."""

    columns: Columns

    def page(self, query: SearchQuery, works: Integers, scores: Scores) -> Numbers:
        """Return where the works of the page that is asked for stand among these."""
        if query.after is not None:
            return self._after(query, query.after, works, scores)
        sort, offset, size = query.sort, query.offset, query.size
        if sort is not Sort.RELEVANCE:
            return _least(self._ranks(sort)[works].astype(np.int64), offset, size)
        candidates = _best(scores, offset + size)
        ranks = self._ranks(Sort.NEWEST)[works[candidates]].astype(np.int64)
        return candidates[_least(_by_score(scores[candidates], ranks), offset, size)]

    def _after(self, query: SearchQuery, cursor: Cursor, works: Integers, scores: Scores) -> Numbers:
        """Return where the works that follow a cursor stand."""
        sort = query.sort
        ranks = self._ranks(Sort.NEWEST if sort is Sort.RELEVANCE else sort)[works].astype(np.int64)
        numbers = _by_score(scores, ranks) if sort is Sort.RELEVANCE else ranks
        later = np.flatnonzero(numbers > self._number(sort, cursor))
        return later[_least(numbers[later], 0, query.size)]

    def sort_key(self, sort: Sort, work: int, score: float) -> float | str:
        """Return what the order goes by, for a cursor."""
        match sort:
            case Sort.RELEVANCE:
                return score
            case Sort.TITLE:
                return self.columns.titles[work].decode()
            case Sort.NEWEST | Sort.OLDEST:
                return float(self.columns.dates[work])

    def _number(self, sort: Sort, cursor: Cursor) -> int:
        """Return the number that the works after a cursor exceed."""
        key, work = cursor
        if sort is not Sort.RELEVANCE:
            order = self.columns.order(sort)
            row = (_comparable(sort, key), work)
            return bisect_right(range(len(order)), row, key=lambda place: self._row(sort, int(order[place]))) - 1
        known = self.columns.works.find(work.encode(errors="surrogatepass"))
        rank = _LAST_RANK if known is None else int(self._ranks(Sort.NEWEST)[known])
        return int(_by_score(np.array([key], np.float32), np.array([rank], np.int64))[0])

    def _row(self, sort: Sort, work: int) -> tuple[float | str, str]:
        """Return what an order compares of a work."""
        return _comparable(sort, self.sort_key(sort, work, 0.0)), self.columns.works[work].decode()

    def _ranks(self, sort: Sort) -> Integers:
        return self._all_ranks[sort]

    @cached_property
    def _all_ranks(self) -> dict[Sort, Integers]:
        return {sort: self.columns.rank(sort) for sort in (Sort.NEWEST, Sort.OLDEST, Sort.TITLE)}


def _comparable(sort: Sort, key: float | str) -> float | str:
    match sort:
        case Sort.NEWEST:
            return -float(key)
        case Sort.OLDEST:
            return float(key) or float(UNDATED_LAST)
        case _:
            return key


def _by_score(scores: Scores, ranks: Numbers) -> Numbers:
    """Return numbers that are less for greater scores, then for lesser ranks.

    The bits of floating-point numbers from 0 upwards, read as integers, are in the order of the numbers.
    """
    bits = np.ascontiguousarray(np.maximum(scores, np.float32(0))).view(np.int32).astype(np.int64)
    return ((_GREATEST_SCORE - bits) << _RANK_BITS) | ranks


def _best(scores: Scores, wanted: int) -> Numbers:
    """Return where the best scores stand, all that are equal to the last of them included."""
    if wanted >= len(scores) or not wanted:
        return np.arange(min(wanted, len(scores)))
    candidates = _good_enough(scores, wanted)
    least = np.partition(scores[candidates], len(candidates) - wanted)[len(candidates) - wanted]
    best: Numbers = candidates[scores[candidates] >= least]
    return best


def _good_enough(scores: Scores, wanted: int) -> Numbers:
    """Return where so many of the best scores stand, and not many others: those that the best of a row reach."""
    rows = len(scores) // _ROW
    if rows <= wanted:
        return np.arange(len(scores))
    greatest = scores[: rows * _ROW].reshape(rows, _ROW).max(axis=1)
    return np.flatnonzero(scores >= np.partition(greatest, rows - wanted)[rows - wanted])


def _least(numbers: Numbers, offset: int, size: int) -> Numbers:
    """Return where the numbers of one page of their order stand."""
    wanted = offset + size
    everything = wanted >= len(numbers)
    candidates = np.arange(len(numbers)) if everything else np.argpartition(numbers, wanted)[:wanted]
    return candidates[np.argsort(numbers[candidates])][offset:wanted]
