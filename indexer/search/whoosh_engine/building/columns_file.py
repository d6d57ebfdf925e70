"""Writes the columns of an index: of every live document all but its words, in the order of works and languages."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import Final, NamedTuple

import numpy as np

from indexer.language import fold
from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.search.ranking import EXACT_FIELDS
from indexer.search.whoosh_engine.arrays import Numbers, starts_of
from indexer.search.whoosh_engine.codec.container import PartsWriter, narrowed
from indexer.search.whoosh_engine.codec.segment import Segment
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.codec.strings import encoded, put_strings
from indexer.search.whoosh_engine.columns import UNDATED_LAST, Sharing
from indexer.search.whoosh_engine.memory import without_collector
from indexer.search.whoosh_engine.records import VALUE_FIELDS, Record, from_bytes

_YEAR: Final = VALUE_FIELDS.index(Facet.YEAR)
_SYMBOL: Final = VALUE_FIELDS.index(ExactField.SYMBOL)


class _Documents(NamedTuple):
    """The live documents of an index in the order of works and languages.

    Attributes:
        numbers: For each, its number among all documents of all segments.
        work_of: The number of its work.
        first_of: For each work, its first document.
    """

    records: list[Record]
    numbers: Numbers
    work_of: Numbers
    first_of: Numbers


@without_collector()
def write_columns(folder: IndexFolder, name: str, segments: Sequence[Segment]) -> None:
    """Write the columns into a file, which is on the disk on return."""
    documents = _ordered(segments)
    with PartsWriter(folder, name) as file:
        file.say(documents=len(documents.records), works=len(documents.first_of))
        places = np.zeros(sum(segment.size for segment in segments), np.int64)
        places[documents.numbers] = np.arange(1, len(documents.numbers) + 1)
        file.put("places", narrowed(places))
        file.put("numbers", narrowed(documents.numbers))
        _put_works(file, documents)
        _put_documents(file, documents)
        _put_lengths(file, documents, segments)
        for number, field in enumerate(VALUE_FIELDS):
            _put_values(file, field, [record.values[number] for record in documents.records], documents.work_of)


def _ordered(segments: Sequence[Segment]) -> _Documents:
    numbered: list[tuple[Record, int]] = []
    base = 0
    for segment in segments:
        records = from_bytes(segment.records())
        numbered.extend((records[number], base + number) for number in np.flatnonzero(segment.live).tolist())
        base += segment.size
    numbered.sort(key=lambda one: one[0][:2])
    records = [record for record, _ in numbered]
    starts = np.ones(len(records), np.bool_)
    starts[1:] = [one.work != other.work for one, other in pairwise(records)]
    numbers = np.fromiter((number for _, number in numbered), np.int64, len(records))
    return _Documents(records, numbers, np.cumsum(starts) - 1, np.flatnonzero(starts))


def _put_works(file: PartsWriter, documents: _Documents) -> None:
    """Write the works and their orders; in each, works that are alike are in the order of their ids."""
    first = [documents.records[place] for place in documents.first_of.tolist()]
    titles = [fold(record.sort_title) for record in first]
    dates = np.fromiter(map(attrgetter("sort_date"), first), np.int64, len(first))
    put_strings(file, "works", encoded(record.work for record in first))
    put_strings(file, "titles", encoded(titles))
    file.put("work_of", narrowed(documents.work_of))
    file.put("dates", narrowed(dates))
    _put_order(file, "newest", np.argsort(-dates, kind="stable"))
    _put_order(file, "oldest", np.argsort(np.where(dates == 0, UNDATED_LAST, dates), kind="stable"))
    _put_order(file, "title", np.array(sorted(range(len(titles)), key=titles.__getitem__), np.int64))


def _put_order(file: PartsWriter, name: str, order: Numbers) -> None:
    ranks = np.zeros(len(order), np.int64)
    ranks[order] = np.arange(len(order))
    file.put(f"order.{name}", narrowed(order))
    file.put(f"rank.{name}", narrowed(ranks))


def _put_documents(file: PartsWriter, documents: _Documents) -> None:
    records = documents.records
    years = (record.values[_YEAR][0] for record in records)
    file.put("years", narrowed(_numbers(0 if year == UNDATED_YEAR else int(year) + 1 for year in years)))
    symbols = sorted({value for record in records for value in record.values[_SYMBOL]})
    code = {symbol: number for number, symbol in enumerate(symbols, 1)}
    own = (code[record.values[_SYMBOL][0]] if record.values[_SYMBOL] else 0 for record in records)
    file.put("own_symbols", narrowed(_numbers(own)))
    languages = sorted({record.language for record in records})
    put_strings(file, "languages", encoded(languages))
    file.put("language_of", narrowed(_numbers(languages.index(record.language) for record in records)))


def _numbers(numbers: Iterable[int]) -> Numbers:
    return np.fromiter(numbers, np.int64)


def _put_lengths(file: PartsWriter, documents: _Documents, segments: Sequence[Segment]) -> None:
    for field in EXACT_FIELDS:
        every = np.concatenate([np.zeros(0, np.uint8), *(segment.lengths(field) for segment in segments)])
        lengths = every[documents.numbers]
        average = float(lengths.sum(dtype=np.float64)) / max(int(np.count_nonzero(lengths)), 1) or 1.0
        file.put(f"{field}.lengths", narrowed(lengths))
        file.say(**{f"{field}.average": average})


def _put_values(file: PartsWriter, field: str, values: Sequence[Sequence[str]], work_of: Numbers) -> None:
    """Write which values each document has, and which documents each value."""
    flat = list(chain.from_iterable(values))
    distinct = sorted(set(flat))
    code = {value: number for number, value in enumerate(distinct)}
    codes = np.fromiter(map(code.__getitem__, flat), np.int64, len(flat))
    counts = np.fromiter(map(len, values), np.int64, len(values))
    rows = np.repeat(np.arange(len(values)), counts)
    put_strings(file, f"{field}.values", encoded(distinct))
    file.put(f"{field}.starts", narrowed(starts_of(counts)))
    file.put(f"{field}.codes", narrowed(codes))
    file.put(f"{field}.value_starts", narrowed(starts_of(np.bincount(codes, minlength=len(distinct)))))
    file.put(f"{field}.documents", narrowed(rows[np.argsort(codes, kind="stable")]))
    file.say(**{f"{field}.sharing": _sharing(rows, codes, work_of, max(len(distinct), 1)).value})
    file.say(**{f"{field}.is_single": bool(np.all(counts == 1))})


def _sharing(rows: Numbers, codes: Numbers, work_of: Numbers, values: int) -> Sharing:
    pairs, versions = np.unique(work_of[rows] * values + codes, return_counts=True)
    if not len(pairs) or versions.max() == 1:
        return Sharing.APART
    return Sharing.SAME if np.array_equal(versions, np.bincount(work_of)[pairs // values]) else Sharing.MIXED
