"""The segments of one index, open for reading."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3TermInfo
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import TermNotFound

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.codec import ArchiveSegment, Block
from indexer.search.whoosh_engine.errors import IndexDamagedError
from indexer.search.whoosh_engine.guards import read_toc, toc_path
from indexer.search.whoosh_engine.records import Record, from_bytes
from indexer.search.whoosh_engine.schema import POSITION_BYTES, RECORD, RECORD_COLUMN, schema


class Segment:
    """One segment: postings by term, and the records of its documents. One thread at a time."""

    def __init__(self, segment: ArchiveSegment, folder: Path) -> None:
        self._file = folder / segment.make_filename(segment.COMPOUND_EXT)
        self._schema = schema()
        self.size: int = segment.doc_count_all()
        self.deleted = frozenset[int](segment.deleted_docs())
        with self._told_by_name():
            self._storage = segment.open_compound_file(FileStorage(str(folder), readonly=True))
            self._terms: Any = segment.codec().terms_reader(self._storage, segment)
            self._documents: Any = segment.codec().per_document_reader(self._storage, segment)

    def records(self) -> list[Record]:
        """Return the records of all documents, in order, those of deleted ones among them."""
        with self._told_by_name():
            column = self._documents.column_reader(RECORD, RECORD_COLUMN)
            return from_bytes(column[number] for number in range(self.size))

    def blocks(self, field: IndexField, term: str) -> list[Block]:
        """Return the postings of a term, block by block; none where the segment does not have it."""
        with self._told_by_name():
            try:
                matcher = self._terms.matcher(field.value, term.encode(), self._schema[field.value].format)
            except TermNotFound:
                return []
            return [_checked(block, self.size) for block in matcher.blocks()]

    def terms(self, field: IndexField, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Yield the terms of a field that begin so, with how many documents have each, deleted ones too."""
        beginning = prefix.encode()
        with self._told_by_name():
            for (name, term), info in self._terms.items_from(field.value, beginning):
                if name != field.value or not term.startswith(beginning):
                    return
                yield term.decode(), _documents_with(info)

    def close(self) -> None:
        """Let go of the file."""
        self._terms.close()
        self._documents.close()
        self._storage.close()

    def _told_by_name(self) -> "_Damage":
        return _Damage(self._file)


class _Damage:
    """Tells whatever goes wrong while a file is read as damage of that file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, Exception):
            raise IndexDamagedError(self._path, f"{type(error).__name__}: {error}") from error


def _checked(block: Block, size: int) -> Block:
    """Return a block whose content can be meant."""
    if np.any((block.documents < 0) | (block.documents >= size)):
        raise ValueError("a posting names a document that is not there")
    if any(len(value) % POSITION_BYTES for value in block.values):
        raise ValueError("positions are cut off")
    return block


def _documents_with(info: W3TermInfo) -> int:
    count: int = info.doc_frequency()
    return count


def open_segments(folder: Path) -> list[Segment]:
    """Return the segments of the index in a folder.

    Raises:
        IndexDamagedError: A file is missing or not as it was written.
    """
    opened: list[Segment] = []
    try:
        for segment in read_toc(folder).segments:
            if not isinstance(segment, ArchiveSegment):
                raise IndexDamagedError(toc_path(folder), "it names no segments of ours")  # noqa: TRY301
            opened.append(Segment(segment, folder))
    except BaseException:
        for one in opened:
            one.close()
        raise
    return opened
