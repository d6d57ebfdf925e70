"""Which segments are written anew with a commit, so that they stay few and hold little that is deleted."""

from contextlib import closing
from pathlib import Path
from typing import Any, Final

import numpy as np
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from indexer.search.ranking import IndexField
from indexer.search.whoosh_engine.codec import ArchiveSegment, Block
from indexer.search.whoosh_engine.columns import Mask, Numbers
from indexer.search.whoosh_engine.pool import TermPostings, no_postings
from indexer.search.whoosh_engine.segments import Segment

MOST_SEGMENTS: Final = 8
DELETED_SHARE: Final = 0.3
"""A segment with more than this share of deleted documents is written anew without them."""


def merge(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Copy some segments into the one being written and return the others."""
    kept = [segment for segment in segments if segment.doc_count() > 0]
    chosen = [segment for segment in kept if segment.deleted_count() > DELETED_SHARE * segment.doc_count_all()]
    others = sorted((segment for segment in kept if segment not in chosen), key=_documents)
    surplus = len(others) + 1 - MOST_SEGMENTS
    chosen += others[: surplus + 1] if surplus > 0 else []
    for segment in chosen:
        _copy(writer, segment)
    return [segment for segment in segments if segment in kept and segment not in chosen]


def _documents(segment: Any) -> int:  # noqa: ANN401  # Whoosh carries no types
    count: int = segment.doc_count()
    return count


def _copy(writer: SegmentWriter, segment: ArchiveSegment) -> None:
    """Put the live documents of a segment behind those of the one being written."""
    start = writer.docnum
    reader = SegmentReader(writer.storage, writer.schema, segment)
    writer.write_per_doc(writer.schema.names(), reader)
    reader.close()
    live = np.ones(segment.doc_count_all(), np.bool_)
    live[list(segment.deleted_docs())] = False
    numbers = start + np.cumsum(live) - 1
    with closing(Segment(segment, Path(writer.storage.folder))) as opened:
        for field in IndexField:
            for term, _ in opened.terms(field):
                for block in opened.blocks(field, term):
                    postings = _renumbered(block, live, numbers)
                    if postings.documents:
                        writer.pool.extend(field.value, term.encode(), postings)
    writer._added = True  # noqa: SLF001  # as add_reader does: there is something to commit


def _renumbered(block: Block, live: Mask, numbers: Numbers) -> TermPostings:
    """Return the postings of live documents, by new numbers."""
    kept = np.flatnonzero(live[block.documents])
    postings = no_postings()
    postings.documents.extend(numbers[block.documents[kept]].tolist())
    postings.counts.extend(block.weights[kept].tolist())
    if block.values:
        postings.positions.frombytes(b"".join(block.values[place] for place in kept))
    return postings
