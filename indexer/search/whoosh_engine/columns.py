"""Columns of numbers over one generation: which values, which work, how long; made once when it is opened.

A document here is a place in these columns: the live index documents by work and language, so that the versions of
a work stand side by side, whatever segments they are in.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from indexer.language import fold
from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.model.results import IndexKey
from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.records import LENGTH_FIELDS, VALUE_FIELDS, Record

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]

_LENGTH_OF: Final = {
    IndexField.TITLE: IndexField.TITLE,
    IndexField.TITLE_EXACT: IndexField.TITLE,
    IndexField.BODY: IndexField.BODY,
    IndexField.BODY_EXACT: IndexField.BODY,
    IndexField.NAMES: IndexField.NAMES,
}


class Sharing(Enum):
    """How the versions of a work compare in one column; it decides how works are counted."""

    SAME = auto()  # all versions of a work have the same values
    APART = auto()  # no two versions of a work have a value in common
    MIXED = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """The values of one field: document `rows[i]` has the value `values[codes[i]]`.

    Attributes:
        values: In ascending order.
    """

    values: tuple[str, ...]
    rows: Numbers
    codes: Numbers
    sharing: Sharing

    def code(self, value: str) -> int | None:
        """Return the number of a value; None where no document has it."""
        place = bisect_left(self.values, value)
        return place if place < len(self.values) and self.values[place] == value else None

    def documents(self, values: Sequence[str], size: int) -> Mask:
        """Return which documents have any of these values."""
        codes = [code for code in map(self.code, values) if code is not None]
        found = np.zeros(size, np.bool_)
        if codes:
            found[self.rows[np.isin(self.codes, codes)]] = True
        return found


@dataclass(frozen=True)
class Columns:
    """All columns of one generation.

    Attributes:
        records: The live documents by work and language.
        places: For every document as Whoosh numbers them, its place here; -1 for deleted ones.
    """

    records: tuple[Record, ...]
    places: Numbers
    by_field: dict[str, Column] = field(init=False)

    def __post_init__(self) -> None:
        made = {name: self._column(number) for number, name in enumerate(VALUE_FIELDS)}
        object.__setattr__(self, "by_field", {str(name): column for name, column in made.items()})

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self.records)

    @cached_property
    def works(self) -> tuple[str, ...]:
        """The ids of all works, in ascending order."""
        return tuple(dict.fromkeys(record.work for record in self.records))

    @cached_property
    def work_of(self) -> Numbers:
        """The number of each document's work."""
        number = {work: place for place, work in enumerate(self.works)}
        return np.fromiter((number[record.work] for record in self.records), np.int64, self.size)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language of each document."""
        return tuple(record.language for record in self.records)

    @cached_property
    def years(self) -> Numbers:
        """The year of each document; -1 where it is not known."""
        years = (record.values[VALUE_FIELDS.index(Facet.YEAR)][0] for record in self.records)
        return np.fromiter((-1 if year == UNDATED_YEAR else int(year) for year in years), np.int64, self.size)

    def documents_of_symbol(self, symbol: str) -> list[int]:
        """Return the documents whose own symbol this is; others may have it as the beginning of theirs."""
        return self._by_symbol.get(symbol, [])

    @cached_property
    def _by_symbol(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, record in enumerate(self.records):
            for symbol in record.values[VALUE_FIELDS.index(ExactField.SYMBOL)][:1]:
                found.setdefault(symbol, []).append(place)
        return found

    @cached_property
    def dates(self) -> Numbers:
        """The date of each work, as its first version has it; 0 where it is not known."""
        return np.fromiter((record.sort_date for record in self._first_records), np.int64, len(self.works))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The title that each work is ordered by."""
        return tuple(fold(record.sort_title) for record in self._first_records)

    @cached_property
    def _first_records(self) -> tuple[Record, ...]:
        return tuple(self.records[place] for place in np.unique(self.work_of, return_index=True)[1])

    def lengths(self, name: IndexField) -> Scores:
        """Return how many words each document has in a field."""
        return self._lengths[_LENGTH_OF[name]]

    def average_length(self, name: IndexField) -> float:
        """Return how many words a document has on average, among those that have any."""
        return self._averages[_LENGTH_OF[name]]

    @cached_property
    def _averages(self) -> dict[IndexField, float]:
        return {
            name: float(lengths.sum(dtype=np.float64)) / max(int(np.count_nonzero(lengths)), 1) or 1.0
            for name, lengths in self._lengths.items()
        }

    @cached_property
    def _lengths(self) -> dict[IndexField, Scores]:
        lengths = np.array([record.lengths for record in self.records], np.float32).reshape(-1, len(LENGTH_FIELDS))
        return {name: lengths[:, number] for number, name in enumerate(LENGTH_FIELDS)}

    def keys(self) -> list[IndexKey]:
        """Return the keys of all documents."""
        return [record.key for record in self.records]

    def _column(self, number: int) -> Column:
        values = tuple(sorted({value for record in self.records for value in record.values[number]}))
        code = {value: place for place, value in enumerate(values)}
        counts = np.fromiter((len(record.values[number]) for record in self.records), np.int64, self.size)
        codes = np.fromiter((code[v] for record in self.records for v in record.values[number]), np.int64, counts.sum())
        rows = np.repeat(np.arange(self.size), counts)
        return Column(values, rows, codes, self._sharing(rows, codes, len(values)))

    def _sharing(self, rows: Numbers, codes: Numbers, values: int) -> Sharing:
        pairs, versions = np.unique(self.work_of[rows] * max(values, 1) + codes, return_counts=True)
        if not len(pairs) or versions.max() == 1:
            return Sharing.APART
        all_versions = np.bincount(self.work_of, minlength=len(self.works))[pairs // max(values, 1)]
        return Sharing.SAME if np.array_equal(versions, all_versions) else Sharing.MIXED


def columns_of(records: Sequence[Sequence[Record]], deleted: Sequence[frozenset[int]]) -> Columns:
    """Return the columns over segments, given the records and the deleted documents of each."""
    live: list[tuple[Record, int]] = []
    base = 0
    for ours, gone in zip(records, deleted, strict=True):
        live.extend((record, base + number) for number, record in enumerate(ours) if number not in gone)
        base += len(ours)
    live.sort(key=lambda one: one[0][:2])
    places = np.full(base, -1, np.int64)
    places[[number for _, number in live]] = np.arange(len(live))
    return Columns(tuple(record for record, _ in live), places)
