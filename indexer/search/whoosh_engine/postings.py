"""The postings of one generation as arrays over its documents, decoded once and kept while there is room."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Final, NamedTuple, TypeVar

import numpy as np

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.codec import Block
from indexer.search.whoosh_engine.columns import Columns, Numbers, Scores
from indexer.search.whoosh_engine.schema import POSITION_BYTES
from indexer.search.whoosh_engine.segments import Segment

DOCUMENT_SHIFT: Final = 32
"""A word's place in the whole index is its document, shifted, plus its position in it."""

KEPT_BYTES: Final = 256 << 20
_OVERHEAD: Final = 500
"""Bytes that keeping even an empty array takes."""


class Postings(NamedTuple):
    """Which documents have a term, in ascending order, and how often."""

    documents: Numbers
    counts: Scores

    @property
    def nbytes(self) -> int:
        """How much memory they take."""
        return self.documents.nbytes + self.counts.nbytes


_Kept = TypeVar("_Kept", Postings, Numbers)


class PostingsStore:
    """Reads and keeps postings; safe to share between threads."""

    def __init__(self, segments: Sequence[Segment], columns: Columns, room: int = KEPT_BYTES) -> None:
        self._segments = segments
        self._columns = columns
        self._room = room
        self._used = 0
        self._kept: OrderedDict[tuple[IndexField, str, bool], Postings | Numbers] = OrderedDict()
        self._keeping = Lock()
        self._reading = Lock()

    def postings(self, field: IndexField, term: str) -> Postings:
        """Return the postings of a term, empty where nothing has it."""
        found = self._found((field, term, False))
        if isinstance(found, Postings):
            return found
        return self._keep((field, term, False), self._read_postings(field, term))

    def positions(self, field: IndexField, term: str) -> Numbers:
        """Return every place of a term in the whole index, in ascending order."""
        found = self._found((field, term, True))
        if isinstance(found, np.ndarray):
            return found
        return self._keep((field, term, True), self._read_positions(field, term))

    def terms(self, field: IndexField, prefix: str = "") -> dict[str, int]:
        """Return the terms that begin so, with how many documents have each, deleted ones among them."""
        counted: dict[str, int] = {}
        with self._reading:
            for segment in self._segments:
                for term, count in segment.terms(field, prefix):
                    counted[term] = counted.get(term, 0) + count
        return counted

    def close(self) -> None:
        """Let go of the files."""
        with self._reading:
            for segment in self._segments:
                segment.close()

    def _read_postings(self, field: IndexField, term: str) -> Postings:
        documents, counts = [np.zeros(0, np.int64)], [np.zeros(0, np.float32)]
        for places, block in self._placed(field, term):
            live = places >= 0
            documents.append(places[live])
            counts.append(block.weights[live])
        joined, order = _sorted(np.concatenate(documents))
        return Postings(joined, np.concatenate(counts)[order])

    def _read_positions(self, field: IndexField, term: str) -> Numbers:
        found = [np.zeros(0, np.int64)]
        for places, block in self._placed(field, term):
            positions = np.frombuffer(b"".join(block.values), np.uint32).astype(np.int64)
            owners = np.repeat(places, [len(value) // POSITION_BYTES for value in block.values])
            live = owners >= 0
            found.append((owners[live] << DOCUMENT_SHIFT) + positions[live])
        return np.sort(np.concatenate(found), kind="stable")

    def _placed(self, field: IndexField, term: str) -> Iterator[tuple[Numbers, Block]]:
        """Yield the blocks of a term with the places of their documents in the columns."""
        base = 0
        for segment in self._segments:
            with self._reading:
                blocks = segment.blocks(field, term)
            for block in blocks:
                yield self._columns.places[block.documents + base], block
            base += segment.size

    def _found(self, key: tuple[IndexField, str, bool]) -> Postings | Numbers | None:
        with self._keeping:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def _keep(self, key: tuple[IndexField, str, bool], value: _Kept) -> _Kept:
        with self._keeping:
            if key not in self._kept:
                self._kept[key] = value
                self._used += value.nbytes + _OVERHEAD
            while self._used > self._room:
                _, dropped = self._kept.popitem(last=False)
                self._used -= dropped.nbytes + _OVERHEAD
        return value


def _sorted(documents: Numbers) -> tuple[Numbers, Numbers]:
    order = np.argsort(documents, kind="stable")
    return documents[order], order
