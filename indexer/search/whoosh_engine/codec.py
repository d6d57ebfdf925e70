"""The form of the index on disk: Whoosh's own, read block by block into arrays."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh.codec.whoosh3 import W3Codec, W3LeafMatcher, W3Segment, W3TermInfo

from indexer.search.whoosh_engine.guards import SharedStorage

DOCUMENTS_IN_BLOCK: Final = 4_096
COMPRESSION: Final = 1


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
            yield Block(np.array(self._ids, np.int64), np.array(self._weights, np.float32), tuple(self._values or ()))
            self._next_block()


class ArchiveSegment(W3Segment):  # type: ignore[misc]  # Whoosh carries no types
    """A segment whose files are read from one shared mapping."""

    def open_compound_file(self, storage: Any) -> SharedStorage:  # noqa: ANN401  # Whoosh carries no types
        """Return the files inside the segment."""
        return SharedStorage(storage.open_file(self.make_filename(self.COMPOUND_EXT)))


class ArchiveCodec(W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Writes and reads segments. Its module is named in every table of contents: moving it makes them unreadable."""

    length_stats = False  # lengths are in the records, exactly

    def __init__(self) -> None:
        super().__init__(blocklimit=DOCUMENTS_IN_BLOCK, compression=COMPRESSION)

    def new_segment(self, _storage: object, name: str) -> ArchiveSegment:
        """Return a segment to be filled."""
        return ArchiveSegment(self, name)

    def postings_reader(self, file: object, terminfo: W3TermInfo, format_: object, **options: object) -> BlockMatcher:
        """Return the postings of a term."""
        offset, length = terminfo.extent()
        return BlockMatcher(file, offset, length, format_, **options)
