"""Writes the columns of an index: of every live document all but its words, in the order of works and languages."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from indexer.model.querytree import UNDATED_YEAR, ExactField, Facet
from indexer.search.ranking import EXACT_FIELDS
from indexer.search.whoosh_engine.arrays import Integers, Numbers, changes, starts_of
from indexer.search.whoosh_engine.building.sorting import stable_order
from indexer.search.whoosh_engine.codec.container import PartsWriter, narrowed
from indexer.search.whoosh_engine.codec.rows import Rows, Values, joined_rows
from indexer.search.whoosh_engine.codec.segment import Segment
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.codec.strings import put_strings
from indexer.search.whoosh_engine.columns import UNDATED_LAST, Sharing
from indexer.stretches import sizes_of

_UNDATED: Final = UNDATED_YEAR.encode()


class _Documents(NamedTuple):
    """The live documents of an index in the order of works and languages.

    Attributes:
        numbers: For each, its number among all documents of all segments.
        work_of: The number of its work.
        first_of: For each work, its first document.
    """

    rows: Rows[bytes]
    numbers: Numbers
    work_of: Numbers
    first_of: Numbers


def write_columns(folder: IndexFolder, name: str, segments: Sequence[Segment]) -> None:
    """Write the columns into a file, which is on the disk on return."""
    documents = _ordered(segments)
    with PartsWriter(folder, name) as file:
        file.say(documents=len(documents.numbers), works=len(documents.first_of))
        places = np.zeros(sum(segment.size for segment in segments), np.int64)
        places[documents.numbers] = np.arange(1, len(documents.numbers) + 1)
        file.put("places", narrowed(places))
        file.put("numbers", narrowed(documents.numbers))
        _put_works(file, documents)
        _put_documents(file, documents.rows)
        _put_lengths(file, documents, segments)
        for field, values in documents.rows.values.items():
            _put_values(file, field, values, documents.work_of)


def _ordered(segments: Sequence[Segment]) -> _Documents:
    every = joined_rows([segment.rows() for segment in segments])
    live = np.flatnonzero(np.concatenate([np.zeros(0, np.bool_), *(segment.live for segment in segments)]))
    languages = every.values[ExactField.LANGUAGE].codes[live]
    by_language = live[np.argsort(languages, kind="stable")].tolist()
    numbers = np.array(sorted(by_language, key=every.works.__getitem__), np.int64)
    rows = every.of(numbers)
    starts = np.ones(len(numbers), np.bool_)
    starts[1:] = [one != other for one, other in pairwise(rows.works)]
    return _Documents(rows, numbers, np.cumsum(starts) - 1, np.flatnonzero(starts))


def _put_works(file: PartsWriter, documents: _Documents) -> None:
    """Write the works and their orders; in each, works that are alike are in the order of their ids."""
    first = documents.first_of.tolist()
    titles = [documents.rows.titles[place] for place in first]
    dates = documents.rows.dates[documents.first_of].astype(np.int64)
    put_strings(file, "works", [documents.rows.works[place] for place in first])
    put_strings(file, "titles", titles)
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


def _put_documents(file: PartsWriter, rows: Rows[bytes]) -> None:
    years, languages = rows.values[Facet.YEAR], rows.values[ExactField.LANGUAGE]
    numbers = np.array([0 if name == _UNDATED else int(name) + 1 for name in years.names], np.int64)
    file.put("years", narrowed(numbers[years.codes]))
    file.put("own_symbols", narrowed(_firsts(rows.values[ExactField.SYMBOL])))
    put_strings(file, "languages", languages.names)
    file.put("language_of", narrowed(languages.codes))


def _firsts(values: Values[bytes]) -> Numbers:
    """Return the first value of each document, counted from 1; 0 where it has none."""
    firsts = np.zeros(len(values.counts), np.int64)
    has_any = values.counts > 0
    firsts[has_any] = values.codes[starts_of(values.counts)[:-1][has_any]] + np.int64(1)
    return firsts


def _put_lengths(file: PartsWriter, documents: _Documents, segments: Sequence[Segment]) -> None:
    for field in EXACT_FIELDS:
        every = np.concatenate([np.zeros(0, np.uint8), *(segment.lengths(field) for segment in segments)])
        lengths = every[documents.numbers]
        average = float(lengths.sum(dtype=np.float64)) / max(int(np.count_nonzero(lengths)), 1) or 1.0
        file.put(f"{field}.lengths", narrowed(lengths))
        file.say(**{f"{field}.average": average})


def _put_values(file: PartsWriter, field: str, values: Values[bytes], work_of: Numbers) -> None:
    """Write which values each document has, and which documents each value."""
    names, counts, codes = values
    rows = np.repeat(np.arange(len(counts)), counts)
    put_strings(file, f"{field}.values", names)
    file.put(f"{field}.starts", narrowed(starts_of(counts)))
    file.put(f"{field}.codes", narrowed(codes))
    file.put(f"{field}.value_starts", narrowed(starts_of(np.bincount(codes, minlength=len(names)))))
    file.put(f"{field}.documents", narrowed(rows[stable_order(codes)]))
    file.say(**{f"{field}.sharing": _sharing(rows, codes, work_of, max(len(names), 1)).value})
    file.say(**{f"{field}.is_single": bool(np.all(counts == 1))})


def _sharing(rows: Numbers, codes: Integers, work_of: Numbers, values: int) -> Sharing:
    if not len(rows) or int(work_of[-1]) + 1 == len(work_of):  # no work has two versions
        return Sharing.APART
    every = np.sort(work_of[rows] * values + codes)
    begins = changes(every)
    pairs, versions = every[begins], sizes_of(begins, len(every))
    if versions.max() == 1:
        return Sharing.APART
    return Sharing.SAME if np.array_equal(versions, np.bincount(work_of)[pairs // values]) else Sharing.MIXED
