"""Gathers the postings of a segment by term while it is written; what does not fit into memory waits on the disk.

Whoosh's own pool keeps and sorts a tuple for every posting, which takes most of the time of indexing.
"""

import marshal
from array import array
from collections.abc import Iterator, Mapping
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, Final, NamedTuple

_BYTES_OF_TERM: Final = 400
_BYTES_OF_POSTING: Final = 8
_BYTES_OF_POSITION: Final = 4


class TermPostings(NamedTuple):
    """The postings of one term: for each document how often, and then all positions one after the other."""

    documents: "array[int]"
    counts: "array[float]"
    positions: "array[int]"

    def extend(self, further: "TermPostings") -> None:
        """Put further postings, of greater documents, behind."""
        self.documents.extend(further.documents)
        self.counts.extend(further.counts)
        self.positions.extend(further.positions)


def no_postings() -> TermPostings:
    """Return postings to be extended."""
    return TermPostings(array("I"), array("f"), array("I"))


class TermPool:
    """Takes the place of Whoosh's pool of postings."""

    def __init__(self, folder: Path, room: int) -> None:
        """Make an empty pool.

        Args:
            folder: Where to put what does not fit.
            room: How many bytes may stay in memory.
        """
        self._folder = folder
        self._room = room
        self._used = 0
        self._fields: dict[str, dict[bytes, TermPostings]] = {}
        self._runs: list[BinaryIO] = []

    def add(self, posting: object) -> None:
        """Refuse a posting: Whoosh looks for this way in, but the fields it fills itself have none."""
        raise TypeError(f"{posting} did not come analysed")

    def add_counts(self, field: str, document: int, counts: Mapping[bytes, int]) -> None:
        """Put in how often each term of a field occurs; documents come in ascending order."""
        for term, count in counts.items():
            postings = self._of(field, term)
            postings.documents.append(document)
            postings.counts.append(count)
        self._used += _BYTES_OF_POSTING * len(counts)

    def add_positions(self, field: str, document: int, positions: Mapping[bytes, list[int]]) -> None:
        """Put in where each term of a field occurs; documents come in ascending order."""
        for term, places in positions.items():
            postings = self._of(field, term)
            postings.documents.append(document)
            postings.counts.append(len(places))
            postings.positions.extend(places)
            self._used += _BYTES_OF_POSTING + _BYTES_OF_POSITION * len(places)

    def extend(self, field: str, term: bytes, further: TermPostings) -> None:
        """Put in postings of one term, of greater documents than before."""
        self._of(field, term).extend(further)
        self._used += _BYTES_OF_POSTING * len(further.documents) + _BYTES_OF_POSITION * len(further.positions)

    def _of(self, field: str, term: bytes) -> TermPostings:
        terms = self._fields.setdefault(field, {})
        postings = terms.get(term)
        if postings is not None:
            return postings
        if self._used > self._room:
            self._save()
        postings = self._fields.setdefault(field, {})[term] = no_postings()
        self._used += _BYTES_OF_TERM + len(term)
        return postings

    def iter_postings(self) -> Iterator[tuple[str, bytes, TermPostings]]:
        """Yield the postings of all terms, in the order of fields and terms."""
        if not self._runs:
            yield from self._in_order()
            return
        self._save()
        runs = [_read(run) for run in self._runs]
        for (field, term), parts in groupby(merge(*runs, key=itemgetter(0, 1)), key=itemgetter(0, 1)):
            whole = no_postings()
            for _, _, part in parts:
                whole.extend(part)
            yield field, term, whole

    def cleanup(self) -> None:
        """Let go of everything."""
        self._fields.clear()
        for run in self._runs:
            run.close()
        self._runs.clear()

    def _in_order(self) -> Iterator[tuple[str, bytes, TermPostings]]:
        for field in sorted(self._fields):
            terms = self._fields[field]
            for term in sorted(terms):
                yield field, term, terms[term]

    def _save(self) -> None:
        """Put what is in memory on the disk."""
        run: BinaryIO = TemporaryFile(dir=self._folder)  # noqa: SIM115  # closed by cleanup
        self._runs.append(run)
        for field, term, postings in self._in_order():
            marshal.dump((field, term, *(one.tobytes() for one in postings)), run)
        self._fields.clear()
        self._used = 0


def _read(run: BinaryIO) -> Iterator[tuple[str, bytes, TermPostings]]:
    run.seek(0)
    while True:
        try:
            field, term, documents, counts, positions = marshal.load(run)  # noqa: S302  # a file of our own
        except EOFError:
            return
        yield field, term, TermPostings(array("I", documents), array("f", counts), array("I", positions))
