"""Segments behind Whoosh's own interfaces.

What Whoosh's Searcher finds through this reader is what the engine has to find, which evaluates the same arrays in its
own way: the tests compare them. It also lets people use Whoosh's tools on an archive's index: its query parser (on the
exact fields, which fold what is typed), its highlighter, its spelling corrector, or a look at terms and postings.
"""

from collections.abc import Iterator
from io import UnsupportedOperation
from pathlib import Path
from typing import NoReturn

from whoosh.analysis import IDTokenizer, Token, Tokenizer
from whoosh.codec import base
from whoosh.fields import STORED, TEXT, Schema
from whoosh.reading import EmptyReader, IndexReader, MultiReader, SegmentReader

from indexer.language import tokens
from indexer.search.ranking import EXACT_FIELDS, STEM_FIELDS
from indexer.search.whoosh_engine.codec.contents import read_contents
from indexer.search.whoosh_engine.codec.segment import Segment, open_segments
from indexer.search.whoosh_engine.codec.whoosh_documents import STORED_FIELDS, SegmentDocuments
from indexer.search.whoosh_engine.codec.whoosh_terms import SegmentTerms
from indexer.search.whoosh_engine.markers import check_marker


def open_whoosh_reader(folder: Path) -> IndexReader:
    """Open the index in a folder for reading by Whoosh; close the reader, or the Searcher over it, when done.

    Raises:
        IndexDamagedError: A file is missing or not as it was written.
        IndexOutdatedError: The index was made by other rules than this program's.
    """
    check_marker(folder)
    contents, schema = read_contents(folder), whoosh_schema()
    names = [entry.file for entry in contents.segments]
    segments = map(ArchiveSegment, names, open_segments(contents.segments, folder))
    readers = [SegmentReader(None, schema, segment, generation=contents.commit) for segment in segments]
    if not readers:
        return EmptyReader(schema)
    return readers[0] if len(readers) == 1 else MultiReader(readers, generation=contents.commit)


def whoosh_schema() -> Schema:
    """Return the fields of the index: stems with counts, exact words with positions, and what is stored."""
    stems = {name.value: TEXT(analyzer=IDTokenizer(), phrase=False) for name in STEM_FIELDS}
    words = {name.value: TEXT(analyzer=FoldingTokenizer()) for name in EXACT_FIELDS}
    return Schema(**stems, **words, **{name: STORED() for name in STORED_FIELDS})


class FoldingTokenizer(Tokenizer):  # type: ignore[misc]  # Whoosh carries no types
    """Cuts and folds text as the index does."""

    def __call__(self, value: str, start_pos: int = 0, start_char: int = 0, **options: object) -> Iterator[Token]:
        """Yield the words of a text."""
        token = Token(**options)
        for position, word in enumerate(tokens(value), start_pos):
            token.text = token.original = word.text
            token.pos, token.boost, token.stopped = position, 1.0, False
            token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token


class ArchiveCodec(base.Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Reads segments; the readers it gives count live documents alone."""

    def terms_reader(self, _storage: object, segment: "ArchiveSegment") -> SegmentTerms:
        """Return the terms and postings of a segment."""
        return SegmentTerms(segment.opened)

    def per_document_reader(self, _storage: object, segment: "ArchiveSegment") -> SegmentDocuments:
        """Return the lengths, deletions and records of a segment."""
        return SegmentDocuments(segment.opened)

    def new_segment(self, _storage: object, _name: str) -> NoReturn:
        """Refuse to begin a segment."""
        raise _refusal()

    def per_document_writer(self, _storage: object, _segment: object) -> NoReturn:
        """Refuse to write a segment."""
        raise _refusal()

    def field_writer(self, _storage: object, _segment: object) -> NoReturn:
        """Refuse to write a segment."""
        raise _refusal()

    def postings_writer(self, _file: object, *, byteids: bool = False) -> NoReturn:  # noqa: ARG002  # Whoosh's name
        """Refuse to write a segment."""
        raise _refusal()


class ArchiveSegment(base.Segment):  # type: ignore[misc]  # Whoosh carries no types
    """A segment of an index's table of contents, with the numbers of its deleted documents."""

    def __init__(self, name: str, opened: Segment) -> None:
        super().__init__(name)
        self.opened = opened
        self._deleted = frozenset(opened.deleted.tolist())

    def segment_id(self) -> str:
        """Return the name of the segment's file."""
        name: str = self.indexname
        return name

    def codec(self) -> ArchiveCodec:
        """Return what reads the segment."""
        return ArchiveCodec()

    def doc_count_all(self) -> int:
        """Return how many documents there are, deleted ones too."""
        return self.opened.size

    def deleted_count(self) -> int:
        """Return how many documents are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        """Return the deleted documents."""
        return self._deleted

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return docnum in self._deleted

    def delete_document(self, docnum: int, delete: bool = True) -> NoReturn:  # noqa: ARG002, FBT001, FBT002  # Whoosh's
        """Refuse to delete a document."""
        raise _refusal()


def _refusal() -> UnsupportedOperation:
    return UnsupportedOperation(
        "Whoosh reads this index but does not write it: change it through WhooshWriter, or with masthead index."
    )
