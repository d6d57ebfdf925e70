"""The form of the index on disk: Whoosh's own, read block by block into arrays."""

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter, W3Segment, W3TermInfo
from whoosh.fields import Schema

from indexer.search.whoosh_engine.guards import SharedStorage
from indexer.search.whoosh_engine.pool import TermPostings

DOCUMENTS_IN_BLOCK: Final = 4_096
COMPRESSION: Final = 1
FEWEST_COMPRESSED: Final = 32
"""With fewer documents there is nothing to gain; most terms have fewer."""


class Block(NamedTuple):
    """Some postings of one term, in the order of documents.

    Attributes:
        values: What the format keeps of each posting; empty where it keeps nothing.
    """

    documents: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float32]
    values: tuple[bytes, ...]


class BlockMatcher(W3LeafMatcher):  # type: ignore[misc]  # Whoosh carries no types
    """Gives postings a block at a time."""

    def blocks(self) -> Iterator[Block]:
        """Yield all blocks from here on."""
        while self.is_active():
            self._read_ids()
            self._read_weights()
            self._read_values()
            values = () if self._fixedsize == 0 else tuple(self._values)
            yield Block(np.array(self._ids, np.int64), np.array(self._weights, np.float32), values)
            self._next_block()


class BlockWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Writes the postings of a term as Whoosh does, a block at a time."""

    def write_all(self, postings: TermPostings) -> None:
        """Write the postings of the term that was started."""
        documents, counts = postings.documents, postings.counts
        values = _values(postings)
        self._compression = COMPRESSION if len(documents) >= FEWEST_COMPRESSED else 0
        for start in range(0, len(documents), DOCUMENTS_IN_BLOCK):
            end = start + DOCUMENTS_IN_BLOCK
            self._ids, self._weights, self._values = documents[start:end], counts[start:end], values[start:end]
            self._maxweight = max(self._weights)
            self._write_block(last=end >= len(documents))

    def _mini_weights(self) -> float | tuple[float, ...] | None:
        first = self._weights[0]
        if self._weights.count(first) < len(self._weights):
            return tuple(self._weights)
        return None if first == 1.0 else first


def _values(postings: TermPostings) -> list[bytes]:
    """Return the positions in each document; nothing for a field without positions."""
    if not postings.positions:
        return []
    ends = accumulate(map(int, postings.counts), initial=0)
    return [postings.positions[start:end].tobytes() for start, end in pairwise(ends)]


class ArchiveFieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Writes the terms of a segment from a pool that has gathered them."""

    def add_postings(self, schema: Schema, _lengths: None, terms: Iterable[tuple[str, bytes, TermPostings]]) -> None:
        """Write all terms, which come in the order of fields and terms."""
        current = None
        for field, term, postings in terms:
            if field != current:
                self.start_field(field, schema[field])
                current = field
            self.start_term(term)
            self._postwriter.write_all(postings)
            self.finish_term()
        if current is not None:
            self.finish_field()


class ArchiveSegment(W3Segment):  # type: ignore[misc]  # Whoosh carries no types
    """A segment whose files are read from one shared mapping."""

    def open_compound_file(self, storage: Any) -> SharedStorage:  # noqa: ANN401  # Whoosh carries no types
        """Return the files inside the segment."""
        file = storage.open_file(self.make_filename(self.COMPOUND_EXT))
        try:
            return SharedStorage(file)
        except BaseException:
            file.close()
            raise


class ArchiveCodec(W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Writes and reads segments. Its module is named in every table of contents: moving it makes them unreadable."""

    length_stats = False  # lengths are in the records, exactly

    def __init__(self) -> None:
        super().__init__(blocklimit=DOCUMENTS_IN_BLOCK, compression=COMPRESSION)

    def new_segment(self, _storage: object, name: str) -> ArchiveSegment:
        """Return a segment to be filled."""
        return ArchiveSegment(self, name)

    def field_writer(self, storage: object, segment: W3Segment) -> ArchiveFieldWriter:
        """Return what writes the terms of a segment."""
        return ArchiveFieldWriter(self, storage, segment)

    def postings_writer(self, file: object, *, byteids: bool = False) -> BlockWriter:
        """Return what writes the postings of a term."""
        return BlockWriter(file, blocklimit=self._blocklimit, byteids=byteids, compression=self._compression)

    def postings_reader(self, file: object, terminfo: W3TermInfo, format_: object, **options: object) -> BlockMatcher:
        """Return the postings of a term."""
        offset, length = terminfo.extent()
        return BlockMatcher(file, offset, length, format_, **options)
