"""One segment, open for reading."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.arrays import Integers, Mask, Numbers, starts_of
from indexer.search.whoosh_engine.codec.container import PartsFile
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.marks import Marks
from indexer.search.whoosh_engine.codec.rows import Rows, rows_in
from indexer.search.whoosh_engine.codec.strings import Strings
from indexer.search.whoosh_engine.errors import IndexDamagedError


class FieldReader:
    """The terms and postings of one field of a segment; terms are told by their numbers."""

    def __init__(self, file: PartsFile, field: IndexField) -> None:
        self._file = file
        self._field = field.value
        self._documents, self._counts = f"{field}.documents", f"{field}.counts"
        self._positions = f"{field}.positions"
        self.has_positions = file.has(self._positions)

    @cached_property
    def terms(self) -> Strings:
        """All terms, those of deleted documents among them."""
        return Strings(self._file, f"{self._field}.terms")

    @cached_property
    def starts(self) -> Integers:
        """At which posting each term begins, and where the last one ends."""
        return self._file.integers(f"{self._field}.postings")

    @cached_property
    def position_starts(self) -> Integers:
        """At which position each term begins, and where the last one ends."""
        return self._file.integers(f"{self._field}.places")

    def documents(self, term: int) -> Integers:
        """Return the documents that have a term, in ascending order."""
        return self.all_documents(*self._bounds(term))

    def counts(self, term: int) -> Integers:
        """Return how often each of them has it."""
        return self.all_counts(*self._bounds(term))

    def positions(self, term: int) -> Integers:
        """Return where each of them has it, those of one document after those of another."""
        start, end = self.position_starts[term : term + 2].tolist()
        return self.all_positions(start, end)

    def all_documents(self, start: int, end: int) -> Integers:
        """Return the documents of some postings."""
        return self._file.integers(self._documents, start, end)

    def all_counts(self, start: int, end: int) -> Integers:
        """Return how often the term occurs in each of some postings."""
        return self._file.integers(self._counts, start, end)

    def all_positions(self, start: int, end: int) -> Integers:
        """Return some positions, whichever postings they belong to."""
        return self._file.integers(self._positions, start, end)

    @property
    def counts_type(self) -> np.dtype[np.integer]:
        """How wide counts are."""
        return self._file.kind(self._counts)

    @property
    def positions_type(self) -> np.dtype[np.integer]:
        """How wide positions are."""
        return self._file.kind(self._positions)

    def frequencies(self, terms: range) -> Numbers:
        """Return how many documents have each of some terms that follow each other, deleted ones too."""
        starts = self.starts[terms.start : terms.stop + 1].astype(np.int64)
        return starts[1:] - starts[:-1]

    def _bounds(self, term: int) -> tuple[int, int]:
        start, end = self.starts[term : term + 2].tolist()
        return start, end


class Forms(NamedTuple):
    """Which terms of `body_exact` have each term of `body`: `words[starts[i]:starts[i + 1]]`."""

    starts: Integers
    words: Integers


class Segment:
    """One segment; safe to share between threads."""

    def __init__(self, entry: SegmentEntry, folder: Path) -> None:
        """Open a segment.

        Raises:
            IndexDamagedError: Its file is missing or not as it was written.
        """
        self.file = PartsFile(folder / entry.file)
        self.size = entry.documents
        self.deleted = np.array(entry.deleted, np.int64)
        if self.file.facts.get("documents") != self.size:
            raise self.file.damage("it is not the segment that the table of contents means")
        self._fields = {field: FieldReader(self.file, field) for field in IndexField}

    def field(self, field: IndexField) -> FieldReader:
        """Return the terms and postings of a field."""
        return self._fields[field]

    @cached_property
    def live(self) -> Mask:
        """Which documents are not deleted."""
        live = np.ones(self.size, np.bool_)
        live[self.deleted] = False
        return live

    def lengths(self, field: IndexField) -> Integers:
        """Return how many words each document has in a field."""
        return self.file.integers(f"{field}.lengths")

    def rows(self) -> Rows[bytes]:
        """Return what is kept of all documents beside their words, deleted ones too."""
        return rows_in(self.file)

    @cached_property
    def forms(self) -> Forms:
        """Which words have each stem of bodies."""
        return Forms(self.file.integers("forms.starts"), self.file.integers("forms.words"))

    @cached_property
    def marks(self) -> Marks:
        """Where words stand in the texts of all documents."""
        return Marks(*(self.file.integers(f"marks.{name}") for name in Marks._fields))

    def marks_of(self, document: int) -> Marks:
        """Return where words stand in the texts of one document."""
        marks, texts = (slice(*starts[document : document + 2].tolist()) for starts in self._mark_starts)
        one = slice(document, document + 1)
        every = self.marks
        return Marks(
            every.counts[one],
            every.texts[marks],
            every.characters[marks],
            every.text_counts[one],
            every.text_starts[texts],
        )

    @cached_property
    def _mark_starts(self) -> tuple[Numbers, Numbers]:
        return starts_of(self.marks.counts), starts_of(self.marks.text_counts)

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()


def open_segments(entries: tuple[SegmentEntry, ...], folder: Path) -> list[Segment]:
    """Return segments.

    Raises:
        IndexDamagedError: A file is missing or not as it was written.
    """
    opened: list[Segment] = []
    try:
        opened.extend(Segment(entry, folder) for entry in entries)
    except IndexDamagedError:
        for one in opened:
            one.close()
        raise
    return opened


@contextmanager
def opened_segments(entries: Sequence[SegmentEntry], folder: Path) -> Iterator[list[Segment]]:
    """Give segments, which are closed in the end.

    Raises:
        IndexDamagedError: A file is missing or not as it was written.
    """
    opened = open_segments(tuple(entries), folder)
    try:
        yield opened
    finally:
        for segment in opened:
            segment.close()
