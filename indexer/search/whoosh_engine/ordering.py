"""The order of works, as one number each: the less, the earlier. A cursor is a number, too."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from indexer.model.querytree import Sort
from indexer.search.whoosh_engine.columns import Columns, Numbers, Scores

_RANK_BITS: Final = 32
_LAST_RANK: Final = (1 << _RANK_BITS) - 1
_GREATEST_SCORE: Final = 0x7FFFFFFF
_UNDATED_LAST: Final = 99_999_999


@dataclass(frozen=True)
class Ordering:
    """Ranks the works of one generation."""

    columns: Columns

    def numbers(self, sort: Sort, works: Numbers, scores: Scores) -> Numbers:
        """Return each work's number in an order; no two are the same."""
        if sort is Sort.RELEVANCE:
            return _by_score(scores, self._ranks[Sort.NEWEST][works])
        return self._ranks[sort][works]

    def sort_key(self, sort: Sort, work: int, score: float) -> float | str:
        """Return what the order goes by, for a cursor."""
        match sort:
            case Sort.RELEVANCE:
                return score
            case Sort.TITLE:
                return self.columns.titles[work]
            case Sort.NEWEST | Sort.OLDEST:
                return float(self.columns.dates[work])

    def after(self, sort: Sort, cursor: tuple[float | str, str]) -> int:
        """Return the number that the works after a cursor exceed."""
        key, work = cursor
        if sort is not Sort.RELEVANCE:
            return bisect_right(self._rows[sort], (_comparable(sort, key), work)) - 1
        known = self._number_of.get(work)
        rank = _LAST_RANK if known is None else int(self._ranks[Sort.NEWEST][known])
        return int(_by_score(np.array([key], np.float32), np.array([rank], np.int64))[0])

    @cached_property
    def _number_of(self) -> dict[str, int]:
        return {work: number for number, work in enumerate(self.columns.works)}

    @cached_property
    def _rows(self) -> dict[Sort, list[tuple[float | str, str]]]:
        """What each order compares, in its order."""
        return {
            sort: sorted((_comparable(sort, self.sort_key(sort, n, 0.0)), w) for n, w in enumerate(self.columns.works))
            for sort in (Sort.NEWEST, Sort.OLDEST, Sort.TITLE)
        }

    @cached_property
    def _ranks(self) -> dict[Sort, Numbers]:
        """The place of each work in each order."""
        ranks: dict[Sort, Numbers] = {}
        for sort, rows in self._rows.items():
            ranks[sort] = np.empty(len(rows), np.int64)
            ranks[sort][[self._number_of[work] for _, work in rows]] = np.arange(len(rows))
        return ranks


def _comparable(sort: Sort, key: float | str) -> float | str:
    match sort:
        case Sort.NEWEST:
            return -float(key)
        case Sort.OLDEST:
            return float(key) or float(_UNDATED_LAST)
        case _:
            return key


def _by_score(scores: Scores, ranks: Numbers) -> Numbers:
    """Return numbers that are less for greater scores, then for lesser ranks.

    The bits of floating-point numbers from 0 upwards, read as integers, are in the order of the numbers.
    """
    bits = np.ascontiguousarray(np.maximum(scores, np.float32(0))).view(np.int32).astype(np.int64)
    return ((_GREATEST_SCORE - bits) << _RANK_BITS) | ranks


def first(numbers: Numbers, offset: int, size: int) -> Numbers:
    """Return where the numbers of one page of the order stand."""
    wanted = offset + size
    everything = wanted >= len(numbers)
    candidates = np.arange(len(numbers)) if everything else np.argpartition(numbers, wanted)[:wanted]
    return candidates[np.argsort(numbers[candidates])][offset:wanted]
