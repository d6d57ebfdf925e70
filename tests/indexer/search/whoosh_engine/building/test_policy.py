"""Segments stay few, none is too large, and none is lost."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.building.builder import MOST_DOCUMENTS
from indexer.search.whoosh_engine.building.policy import groups_to_merge
from indexer.search.whoosh_engine.codec.contents import SegmentEntry

sizes = st.integers(1, 40) | st.integers(1, MOST_DOCUMENTS)


@st.composite
def indexes(draw: st.DrawFn) -> list[SegmentEntry]:
    """Return segments of any sizes, of some of which some or all documents are deleted."""
    found = []
    for number, size in enumerate(draw(st.lists(sizes, max_size=12))):
        deleted = draw(st.just(0) | st.integers(0, size))
        found.append(SegmentEntry(f"{number}.seg", size, tuple(range(deleted))))
    return found


def after(entries: list[SegmentEntry], name: str = "m") -> list[SegmentEntry]:
    """Return the segments that there are when groups have been merged."""
    groups = groups_to_merge(entries)
    gone = {entry.file for group in groups for entry in group}
    merged = [
        SegmentEntry(f"{name}{number}.seg", sum(one.live for one in group)) for number, group in enumerate(groups)
    ]
    return [entry for entry in entries if entry.live and entry.file not in gone] + merged


@given(indexes())
@settings(deadline=None)
def test_nothing_is_lost_or_doubled(entries: list[SegmentEntry]) -> None:
    """A segment is in one group at the most, in the order of the index; one without live documents in none."""
    groups = groups_to_merge(entries)
    grouped = [entry for group in groups for entry in group]

    assert len({entry.file for entry in grouped}) == len(grouped)
    assert all(entry.live for entry in grouped)
    assert all(group == sorted(group, key=entries.index) for group in groups)
    assert sum(entry.live for entry in entries) == sum(entry.live for entry in after(entries))


@given(indexes())
@settings(deadline=None)
def test_sizes_shrink_geometrically(entries: list[SegmentEntry]) -> None:
    """Of neighbours by size, the larger one is several times the smaller, or both together would be too large."""
    found = sorted(entry.live for entry in after(entries))

    assert all(other > 4 * one or one + other > MOST_DOCUMENTS for one, other in pairwise(found))
    assert all(size <= MOST_DOCUMENTS for size in found)


@given(indexes())
@settings(deadline=None)
def test_little_that_is_deleted_stays(entries: list[SegmentEntry]) -> None:
    """No segment is left with more than three in ten documents deleted."""
    assert all(len(entry.deleted) <= 0.3 * entry.documents for entry in after(entries))


@given(indexes())
@settings(deadline=None)
def test_a_group_is_worth_writing(entries: list[SegmentEntry]) -> None:
    """A segment is written anew only where a quarter of it comes to it, or it is worn."""
    for group in groups_to_merge(entries):
        largest = max(entry.live for entry in group)
        is_worn = any(len(entry.deleted) > 0.3 * entry.documents for entry in group)
        assert is_worn or 4 * sum(entry.live for entry in group) >= 5 * largest


def test_segments_stay_few_through_many_commits() -> None:
    """With small commits and large ones, a document is written anew some dozen times, and segments are a few."""
    chance = random.Random(11)
    entries: list[SegmentEntry] = []
    added = written = 0
    for number in range(2_000):
        size = chance.choice((1, 1, 3, 20, 500))
        before = {entry.file for entry in entries}
        entries = after([*entries, SegmentEntry(f"{number}.seg", size)], f"{number}-m")
        added += size
        written += sum(entry.live for entry in entries if entry.file not in before)
        assert len(entries) <= 9 + 2 * added / MOST_DOCUMENTS

    assert added == sum(entry.live for entry in entries)
    assert written < 25 * added
