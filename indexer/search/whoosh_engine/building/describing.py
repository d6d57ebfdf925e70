"""Gathers what is kept of entries beside their words, batch by batch, until it is made the rows of a segment."""

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import index
from typing import Any, Final

import numpy as np

from indexer.language import folds
from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine.arrays import Integers, changes
from indexer.search.whoosh_engine.building.numbering import Numbering
from indexer.search.whoosh_engine.building.sorting import order_of_strings
from indexer.search.whoosh_engine.codec.rows import VALUE_FIELDS, Rows, Values

Fields = Mapping[str, tuple[Any, ...]]
"""Of several entries: by the name of a field, what each has in it."""


def fields_of(entries: Sequence[IndexEntry]) -> Fields:
    """Return the fields of one entry at least."""
    return dict(zip(IndexEntry._fields, zip(*entries, strict=True), strict=True))


def characters_in(entry: IndexEntry) -> int:
    """Return how many characters the texts of an entry have, before anything has changed.

    Raises:
        TypeError, ValueError: A value is of another type than it should be, or is no text that UTF-8 can tell.
    """
    key, kind, title, sort_title, other_titles, body, names, symbols, *several, year, sort_date = entry
    organizations, people, topics, meetings, agenda_items, cites = several
    ids = symbols + organizations + people + topics + meetings + agenda_items + cites
    "".join((*key, kind, sort_title, *ids)).encode()
    index(sort_date)
    index(0 if year is None else year)
    size = len(title) + len("".join(other_titles + symbols[:1] + names))
    for place in body:
        size += len(place.text)
    return size


def _shown(year: int | None) -> str:
    return UNDATED_YEAR if year is None else f"{year:04d}"


_SEVERAL: Final = {
    ExactField.SYMBOL: "symbols",
    ExactField.ORGANIZATION: "organizations",
    ExactField.PERSON: "people",
    ExactField.TOPIC: "topics",
    ExactField.MEETING: "meetings",
    ExactField.AGENDA_ITEM: "agenda_items",
    ExactField.CITES: "cites",
}
"""Where the entry has the values of which a document may have any number."""


class RowsGatherer:
    """Takes in what is kept of the entries of one segment."""

    def __init__(self) -> None:
        self._works: list[str] = []
        self._titles: list[str] = []
        self._dates: list[int] = []
        self._values = {str(name): _Coder() for name in VALUE_FIELDS}

    def add(self, fields: Fields) -> None:
        """Put those of some entries in."""
        works, languages = zip(*fields["key"], strict=True)
        self._works += works
        self._titles += folds(fields["sort_title"])
        self._dates += fields["sort_date"]
        for name, field in _SEVERAL.items():
            self._values[name].add(fields[field])
        self._values[ExactField.KIND].add_single(fields["kind"])
        self._values[ExactField.LANGUAGE].add_single(languages)
        shown = {year: _shown(year) for year in set(fields["year"])}
        self._values[Facet.YEAR].add_single([*map(shown.__getitem__, fields["year"])])

    def gathered(self) -> Rows[str]:
        """Return the rows."""
        return Rows(
            works=self._works,
            titles=self._titles,
            dates=np.array(self._dates, np.int64),
            values={name: coder.coded() for name, coder in self._values.items()},
        )


class _Coder:
    """Numbers the values of one field."""

    def __init__(self) -> None:
        self._numbers = Numbering()
        self._counts: list[Integers] = [np.zeros(0, np.int64)]
        self._codes: list[Integers] = [np.zeros(0, np.int64)]

    def add(self, values: Sequence[tuple[str, ...]]) -> None:
        """Take in the values of further documents."""
        if any(values):
            self._counts.append(np.fromiter(map(len, values), np.int64, len(values)))
            self._codes.append(self._numbers.of([*chain.from_iterable(values)]))
        else:
            self._counts.append(np.zeros(len(values), np.int64))

    def add_single(self, values: Sequence[str]) -> None:
        """Take in the values of further documents, of which each has one."""
        self._counts.append(np.ones(len(values), np.int64))
        self._codes.append(self._numbers.of(values))

    def coded(self) -> Values[str]:
        """Return all values, each once for a document."""
        order = order_of_strings(self._numbers.strings)
        names = [self._numbers.strings[number] for number in order.tolist()]
        places = np.zeros(len(order), np.int64)
        places[order] = np.arange(len(order))
        codes = places[np.concatenate(self._codes)]
        return _without_repetition(Values(names, np.concatenate(self._counts), codes))


def _without_repetition(values: Values[str]) -> Values[str]:
    """Keep each value of a document where it comes first."""
    names, counts, codes = values
    if not len(counts) or counts.max() <= 1:
        return values
    rows = np.repeat(np.arange(len(counts)), counts)
    pairs = rows * len(names) + codes
    order = np.argsort(pairs, kind="stable")
    firsts = np.sort(order[changes(pairs[order])])
    return Values(names, np.bincount(rows[firsts], minlength=len(counts)), codes[firsts])
