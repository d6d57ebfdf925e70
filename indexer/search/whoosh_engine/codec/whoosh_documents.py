"""The documents of a segment, as Whoosh asks for their lengths, deletions and what is stored of them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from whoosh.codec import base

from indexer.model.querytree import ExactField
from indexer.search.ranking import LENGTH_OF, IndexField
from indexer.search.whoosh_engine.arrays import Integers
from indexer.search.whoosh_engine.codec.rows import Rows
from indexer.search.whoosh_engine.codec.segment import Segment

STORED_FIELDS: Final = ("work", "language", "sort_title", "sort_date")
"""What Whoosh is told of each document beside its words."""


class SegmentDocuments(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh carries no types
    """The documents of a segment; lengths over all of them are of live ones."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._deleted = frozenset(segment.deleted.tolist())

    def close(self) -> None:
        """Let go of the file."""
        self._segment.close()

    def doc_count(self) -> int:
        """Return how many documents there are."""
        return self._segment.size - len(self._deleted)

    def doc_count_all(self) -> int:
        """Return how many documents there are, deleted ones too."""
        return self._segment.size

    def has_deletions(self) -> bool:
        """Return whether any document is deleted."""
        return bool(self._deleted)

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return docnum in self._deleted

    def deleted_docs(self) -> frozenset[int]:
        """Return the deleted documents."""
        return self._deleted

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return how many words a document has in a field, exactly."""
        return int(self._lengths(fieldname)[docnum]) or default

    def field_length(self, fieldname: str) -> int:
        """Return how many words there are in a field."""
        return int(self._live_lengths(fieldname).sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return how many words the shortest document has that has the field."""
        lengths = self._live_lengths(fieldname)
        return int(lengths[lengths > 0].min(initial=lengths.max(initial=0)))

    def max_field_length(self, fieldname: str) -> int:
        """Return how many words the longest document has."""
        return int(self._live_lengths(fieldname).max(initial=0))

    def stored_fields(self, docnum: int) -> Mapping[str, object]:
        """Return what is stored of a document."""
        rows = self._rows
        languages = rows.values[ExactField.LANGUAGE]
        return {
            "work": rows.works[docnum].decode(),
            "language": languages.names[int(languages.codes[docnum])].decode(),
            "sort_title": rows.titles[docnum].decode(),
            "sort_date": int(rows.dates[docnum]),
        }

    @cached_property
    def _rows(self) -> Rows[bytes]:
        return self._segment.rows()

    def _lengths(self, fieldname: str) -> Integers:
        return self._segment.lengths(LENGTH_OF[IndexField(fieldname)])

    def _live_lengths(self, fieldname: str) -> Integers:
        return self._lengths(fieldname)[self._segment.live]
