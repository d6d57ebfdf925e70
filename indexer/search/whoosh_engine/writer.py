"""Writes an index: all changes of one commit, or none."""

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from indexer.model.results import IndexEntry, IndexKey
from indexer.search.terms import entry_terms
from indexer.search.whoosh_engine.codec import ArchiveCodec
from indexer.search.whoosh_engine.guards import (
    INDEX_NAME,
    LOCK_FILE,
    GenerationStorage,
    cancel,
    commit_or_cancel,
    locked_writer,
)
from indexer.search.whoosh_engine.markers import check_marker, sync_folder, write_marker
from indexer.search.whoosh_engine.merging import merge
from indexer.search.whoosh_engine.pool import TermPool
from indexer.search.whoosh_engine.records import record_of, to_bytes
from indexer.search.whoosh_engine.schema import RECORD, schema
from indexer.search.whoosh_engine.segments import open_segments

MEMORY: Final = 256 << 20
"""How many bytes of a commit stay in memory; the rest waits on the disk."""


_OfTerm = TypeVar("_OfTerm")


class WhooshWriter:
    """Changes the index in a folder, which is made where it is empty.

    The files that are there may be shared with other folders: none is changed, some names are removed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._written: dict[IndexKey, int] = {}

    def __enter__(self) -> Self:
        storage = GenerationStorage(str(self._folder))
        if not any(path.suffix == ".toc" for path in self._folder.iterdir()):
            FileIndex.create(storage, schema(), INDEX_NAME)
            write_marker(self._folder)
        check_marker(self._folder)
        self._stored = self._stored_documents()
        self._names = {path.name for path in self._folder.iterdir() if path.is_file()}
        self._writer: SegmentWriter = locked_writer(storage, ArchiveCodec())
        self._pool = self._writer.pool = TermPool(self._folder, MEMORY)
        return self

    def add(self, entry: IndexEntry) -> None:
        """Put an entry in, in the place of one with the same key."""
        terms = entry_terms(entry)
        stems = {field.value: _encoded(found) for field, found in terms.stems.items()}
        exact = {field.value: _encoded(found) for field, found in terms.exact.items()}
        record = to_bytes(record_of(entry, terms))
        self.remove(entry.key)
        document = self._written[entry.key] = self._writer.docnum
        self._writer.add_document(**{RECORD: record})
        for name, counts in stems.items():
            self._pool.add_counts(name, document, counts)
        for name, positions in exact.items():
            self._pool.add_positions(name, document, positions)

    def remove(self, key: IndexKey) -> None:
        """Take an entry out; nothing happens where there is none."""
        if key in self._written:
            self._writer.newsegment.delete_document(self._written.pop(key))
        if key in self._stored:
            self._writer.delete_document(self._stored.pop(key))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        is_committed = False
        try:
            if kind is None:
                commit_or_cancel(self._writer, merge)
                is_committed = True
            else:
                cancel(self._writer)
        finally:
            if not is_committed:
                self._discard_new_files()
            (self._folder / LOCK_FILE).unlink(missing_ok=True)
        sync_folder(self._folder)

    def _discard_new_files(self) -> None:
        """Remove what a commit that failed has left behind, unless it had gone as far as to remove old files."""
        names = {path.name for path in self._folder.iterdir() if path.is_file()}
        if self._names <= names:
            for name in names - self._names:
                (self._folder / name).unlink()

    def _stored_documents(self) -> dict[IndexKey, int]:
        """Return the numbers by which Whoosh knows the documents that are in the index now."""
        found: dict[IndexKey, int] = {}
        base = 0
        for segment in open_segments(self._folder):
            for number, record in enumerate(segment.records()):
                if number not in segment.deleted:
                    found[record.key] = base + number
            base += segment.size
            segment.close()
        return found


def _encoded(terms: Mapping[str, _OfTerm]) -> dict[bytes, _OfTerm]:
    """Return the terms as bytes: what cannot be written fails before Whoosh has heard of the entry."""
    return {term.encode(): found for term, found in terms.items()}
