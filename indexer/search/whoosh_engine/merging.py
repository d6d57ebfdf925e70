"""Which segments are written anew with a commit, so that they stay few and hold little that is deleted."""

from typing import Any, Final

from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

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
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment in kept and segment not in chosen]


def _documents(segment: Any) -> int:  # noqa: ANN401  # Whoosh carries no types
    count: int = segment.doc_count()
    return count
