"""Which segments are made one, so that they stay few and hold little that is deleted."""

from collections.abc import Sequence
from typing import Final

from indexer.search.whoosh_engine.building.builder import MOST_DOCUMENTS
from indexer.search.whoosh_engine.codec.contents import SegmentEntry

Groups = list[list[SegmentEntry]]

_GROWTH: Final = 4
"""A segment is written anew when what comes to it is no less than a part in so many of it."""

_MOST_DELETED: Final = 0.3
"""A segment with more than this share of deleted documents is written anew without them."""


def groups_to_merge(entries: Sequence[SegmentEntry]) -> Groups:
    """Return groups of segments, each to be made one; segments with no live document are in none.

    The smaller ones are put together as long as each is not much larger than those before it together, so that a
    document is written anew only as often as its segment grows by a fifth, and segments are fewer than the logarithm
    of the documents, or one for each MOST_DOCUMENTS.
    """
    groups: Groups = []
    group: list[SegmentEntry] = []
    size = 0
    for entry in sorted((entry for entry in entries if entry.live), key=lambda entry: entry.live):
        if group and (entry.live > _GROWTH * size or size + entry.live > MOST_DOCUMENTS):
            groups.append(group)
            group, size = [], 0
        group.append(entry)
        size += entry.live
    place = {entry.file: number for number, entry in enumerate(entries)}
    ordered = [sorted(one, key=lambda entry: place[entry.file]) for one in (*groups, group)]
    return [one for one in ordered if len(one) > 1 or any(_is_worn(entry) for entry in one)]


def _is_worn(entry: SegmentEntry) -> bool:
    return len(entry.deleted) > _MOST_DELETED * entry.documents
