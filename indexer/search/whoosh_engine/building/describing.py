"""Gathers what is kept of entries beside their words, batch by batch, until it is made the rows of a segment."""

from collections.abc import Sequence
from itertools import chain
from operator import index

import numpy as np

from indexer.language.lexicon import Numbering
from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine.arrays import Integers
from indexer.search.whoosh_engine.codec.rows import VALUE_FIELDS, Rows, Values
from indexer.search.whoosh_engine.codec.strings import encoded


def check_entry(entry: IndexEntry) -> None:
    """Find out what cannot be written, before anything has changed.

    Raises:
        TypeError, ValueError: A value is of another type than it should be, or is no text that UTF-8 can tell.
    """
    ids = (entry.key.work, entry.key.language, entry.kind, entry.sort_title)
    many = (entry.organizations, entry.people, entry.topics, entry.meetings, entry.agenda_items, entry.cites)
    "".join((*ids, *entry.symbols, *chain.from_iterable(many))).encode()
    _year_of(entry)
    index(entry.sort_date)


def _year_of(entry: IndexEntry) -> str:
    return UNDATED_YEAR if entry.year is None else f"{entry.year:04d}"


class RowsGatherer:
    """Takes in what is kept of the entries of one segment."""

    def __init__(self) -> None:
        self._works: list[bytes] = []
        self._titles: list[bytes] = []
        self._dates: list[int] = []
        self._values = {str(name): _Coder() for name in VALUE_FIELDS}

    def add(self, entries: Sequence[IndexEntry]) -> None:
        """Put those of some entries in."""
        self._works += encoded(entry.key.work for entry in entries)
        self._titles += encoded(entry.sort_title for entry in entries)
        self._dates += [entry.sort_date for entry in entries]
        values: dict[str, list[tuple[str, ...]]] = {
            ExactField.SYMBOL: [entry.symbols for entry in entries],
            ExactField.ORGANIZATION: [entry.organizations for entry in entries],
            ExactField.PERSON: [entry.people for entry in entries],
            ExactField.TOPIC: [entry.topics for entry in entries],
            ExactField.KIND: [(entry.kind,) for entry in entries],
            ExactField.MEETING: [entry.meetings for entry in entries],
            ExactField.LANGUAGE: [(entry.key.language,) for entry in entries],
            ExactField.AGENDA_ITEM: [entry.agenda_items for entry in entries],
            ExactField.CITES: [entry.cites for entry in entries],
            Facet.YEAR: [(_year_of(entry),) for entry in entries],
        }
        for name, coder in self._values.items():
            coder.add(values[name])

    def gathered(self) -> Rows:
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
        counts = np.fromiter(map(len, values), np.int64, len(values))
        self._counts.append(counts)
        self._codes.append(self._numbers.of([*chain.from_iterable(values)]))

    def coded(self) -> Values:
        """Return all values, each once for a document."""
        names = encoded(self._numbers.words)
        order = sorted(range(len(names)), key=names.__getitem__)
        places = np.zeros(len(order), np.int64)
        places[order] = np.arange(len(order))
        codes = places[np.concatenate(self._codes)]
        return _without_repetition(Values([names[place] for place in order], np.concatenate(self._counts), codes))


def _without_repetition(values: Values) -> Values:
    """Keep each value of a document where it comes first."""
    names, counts, codes = values
    if not len(counts) or counts.max() <= 1:
        return values
    rows = np.repeat(np.arange(len(counts)), counts)
    _, firsts = np.unique(rows * len(names) + codes, return_index=True)
    firsts.sort()
    return Values(names, np.bincount(rows[firsts], minlength=len(counts)), codes[firsts])
