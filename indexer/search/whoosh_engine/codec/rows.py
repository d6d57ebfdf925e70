"""What a segment keeps of its documents beside their words, as columns: one row for each document."""

from collections.abc import Mapping, Sequence
from typing import AnyStr, Final, Generic, NamedTuple

import numpy as np

from indexer.model.querytree import ExactField, Facet
from indexer.search.whoosh_engine.arrays import Integers, Numbers, starts_of
from indexer.search.whoosh_engine.codec.container import PartsFile, PartsWriter, narrowed
from indexer.search.whoosh_engine.codec.strings import Strings, put_strings
from indexer.stretches import stretches

VALUE_FIELDS: Final = (*ExactField, Facet.YEAR)
"""The fields of ids. Kind, language and year have one value for each document, the others any number."""


class Values(NamedTuple, Generic[AnyStr]):
    """The values of one field.

    Attributes:
        names: All that occur, in ascending order.
        counts: How many each document has.
        codes: The values of one document after those of another, as their places among the names.
    """

    names: Sequence[AnyStr]
    counts: Integers
    codes: Integers

    def of(self, documents: Numbers) -> "Values[AnyStr]":
        """Return the values of some documents, in the order these are given in."""
        counts = self.counts[documents]
        codes = self.codes[stretches(starts_of(self.counts)[documents], counts)]
        occurs = np.zeros(len(self.names), np.bool_)
        occurs[codes] = True
        names = [self.names[place] for place in np.flatnonzero(occurs).tolist()]
        return Values(names, counts, (np.cumsum(occurs) - 1)[codes])


class Rows(NamedTuple, Generic[AnyStr]):
    """What is kept of some documents.

    Attributes:
        works, titles: The id of each document's work, and what it is ordered by, folded.
        dates: To be ordered by, as an entry has it.
        values: Of each of VALUE_FIELDS.
    """

    works: Sequence[AnyStr]
    titles: Sequence[AnyStr]
    dates: Integers
    values: Mapping[str, Values[AnyStr]]

    def of(self, documents: Numbers) -> "Rows[AnyStr]":
        """Return those of some documents, in the order these are given in."""
        places = documents.tolist()
        return Rows(
            works=[self.works[place] for place in places],
            titles=[self.titles[place] for place in places],
            dates=self.dates[documents],
            values={name: values.of(documents) for name, values in self.values.items()},
        )


def joined_rows(parts: Sequence[Rows[bytes]]) -> Rows[bytes]:
    """Return the rows of further and further documents as one."""
    if len(parts) == 1:
        return parts[0]
    return Rows(
        works=[work for part in parts for work in part.works],
        titles=[title for part in parts for title in part.titles],
        dates=_side_by_side([part.dates for part in parts]),
        values={name: _joined_values([part.values[name] for part in parts]) for name in VALUE_FIELDS},
    )


def _joined_values(parts: Sequence[Values[bytes]]) -> Values[bytes]:
    names = sorted(set().union(*(part.names for part in parts)))
    code = {name: place for place, name in enumerate(names)}
    codes = [np.fromiter(map(code.__getitem__, part.names), np.int64, len(part.names))[part.codes] for part in parts]
    return Values(names, _side_by_side([part.counts for part in parts]), _side_by_side(codes))


def _side_by_side(columns: Sequence[Integers]) -> Integers:
    return np.concatenate([np.zeros(0, np.uint8), *columns])


def put_rows(file: PartsWriter, rows: Rows[AnyStr]) -> None:
    """Write rows into the file of a segment."""
    put_strings(file, "works", rows.works)
    put_strings(file, "titles", rows.titles)
    file.put("dates", narrowed(rows.dates))
    for name, values in rows.values.items():
        put_strings(file, f"{name}.values", values.names)
        file.put(f"{name}.counts", narrowed(values.counts))
        file.put(f"{name}.codes", narrowed(values.codes))


def rows_in(file: PartsFile) -> Rows[bytes]:
    """Return the rows in the file of a segment."""
    return Rows(
        works=Strings(file, "works").all_bytes(),
        titles=Strings(file, "titles").all_bytes(),
        dates=file.integers("dates"),
        values={
            str(name): Values(
                names=Strings(file, f"{name}.values").all_bytes(),
                counts=file.integers(f"{name}.counts"),
                codes=file.integers(f"{name}.codes"),
            )
            for name in VALUE_FIELDS
        },
    )
