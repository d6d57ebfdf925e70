"""Segments made one say what a segment of all their live entries says."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model.results import IndexEntry
from indexer.search.terms import stem_term
from indexer.search.whoosh_engine.building import merging
from indexer.search.whoosh_engine.building.merging import merge_segments
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.segment import open_segments
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from tests.contract.builders import an_entry
from tests.contract.entries_at_random import entries
from tests.indexer.search.whoosh_engine.building.segments import Told, built, expected_of, read
from tests.indexer.search.whoosh_engine.building.test_builder import LONG

Part = Sequence[tuple[IndexEntry, bool]]
"""Entries of one segment, and whether each is deleted."""

parts = st.lists(st.lists(st.tuples(entries(), st.booleans()), min_size=1, max_size=4), min_size=1, max_size=4)


def merged(folder: Path, several: Sequence[Part], name: str = "9-m0.seg") -> Told:
    """Write segments, merge them and return what the merged one says."""
    written = []
    for number, part in enumerate(several):
        (entry,) = built(folder, [one for one, _ in part], prefix=str(number))
        written.append(replace(entry, deleted=tuple(at for at, (_, is_gone) in enumerate(part) if is_gone)))
    opened = open_segments(tuple(written), folder)
    try:
        size = merge_segments(IndexFolder(folder), name, opened)
    finally:
        for segment in opened:
            segment.close()
    (told,) = read(folder, SegmentEntry(name, size))
    return told


def live(several: Sequence[Part]) -> list[IndexEntry]:
    """Return the entries that are not deleted, in order."""
    return [entry for entry, is_gone in chain.from_iterable(several) if not is_gone]


def forms_left(several: Sequence[Part]) -> dict[str, list[str]]:
    """Return which words stay under each stem: those of which both are in live documents of one segment.

    That stem may have been the word's in the language of deleted documents alone; then no live document has both.
    """
    found: dict[str, set[str]] = {}
    for part in several:
        alive = expected_of(live([part])).forms
        words = {word for forms in alive.values() for word in forms}
        for stem, forms in expected_of([entry for entry, _ in part]).forms.items():
            if stem in alive:
                found.setdefault(stem, set()).update(words.intersection(forms))
    return {stem: sorted(forms) for stem, forms in found.items()}


def expect_as_one(folder: Path, several: Sequence[Part]) -> None:
    """Fail where merging says other than building all at once."""
    found, expected = merged(folder, several), expected_of(live(several))

    assert replace(expected, forms=forms_left(several)) == found
    assert all(set(forms) <= set(found.forms[stem]) for stem, forms in expected.forms.items())


@given(parts)
@settings(deadline=None, max_examples=40)
def test_merging_is_as_building_all_at_once(several: list[Part]) -> None:
    """Whatever is in the segments, and whatever is deleted in them, all of it too."""
    with TemporaryDirectory() as folder:
        expect_as_one(Path(folder), several)


@given(parts)
@settings(deadline=None, max_examples=20)
def test_merging_a_term_at_a_time_is_as_merging_at_once(several: list[Part]) -> None:
    """With so little memory that each slice is one term."""
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_AT_ONCE", 1)
        expect_as_one(Path(folder), several)


@pytest.mark.parametrize("at_once", [2, 50, 1_000])
@pytest.mark.parametrize("gone", [set[int](), {0, 5, 13}, set(range(13))])
def test_long_bodies_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, gone: set[int]) -> None:
    """Marks and positions of bodies of many words, in slices of several terms."""
    monkeypatch.setattr(merging, "_AT_ONCE", at_once)
    flagged = [(entry, number in gone) for number, entry in enumerate(LONG)]

    expect_as_one(tmp_path, [flagged[:4], flagged[4:5], flagged[5:]])


def test_numbers_that_need_more_room_have_it(tmp_path: Path) -> None:
    """Documents, counts and positions of segments of narrow and of wide numbers."""
    small: Part = [(an_entry(f"a{n}", body="water"), False) for n in range(200)]
    large: Part = [(an_entry(f"b{n}", body="water " * (300 + n)), False) for n in range(90)]

    expect_as_one(tmp_path, [small, large, [(an_entry("c", body="x " * 70_000 + "water"), False)]])


def test_merged_segments_are_merged_again(tmp_path: Path) -> None:
    """What merging wrote is a segment as any other."""
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    flagged = [(entry, number == 3) for number, entry in enumerate(LONG)]
    once = merged(tmp_path / "1", [flagged[:5], flagged[5:]])
    written = [SegmentEntry("9-m0.seg", len(LONG) - 1, (0, 7)), *built(tmp_path / "1", LONG[3:4], prefix="8")]
    opened = open_segments(tuple(written), tmp_path / "1")
    size = merge_segments(IndexFolder(tmp_path / "1"), "10-m0.seg", opened)
    (twice,) = read(tmp_path / "1", SegmentEntry("10-m0.seg", size))
    left = [entry for number, entry in enumerate(LONG) if number not in (0, 3, 8)]

    assert expected_of([entry for number, entry in enumerate(LONG) if number != 3]) == once
    assert replace(expected_of([*left, LONG[3]]), forms={}) == replace(twice, forms={})
    for segment in opened:
        segment.close()


def test_a_word_keeps_the_stems_that_any_segment_knows_of_it(tmp_path: Path) -> None:
    """A stem is left with no word that it does not have in its language."""
    several: list[Part] = [
        [(an_entry("a", "en", body="waters migrants"), True), (an_entry("b", "fr", body="waters"), False)],
        [(an_entry("c", "en", body="water migrations"), False)],
    ]
    found = merged(tmp_path, several)

    assert {"en:migrat", "en:water", "fr:water"} == set(found.forms)
    assert all(stem == stem_term(word, stem[:2]) for stem, words in found.forms.items() for word in words)  # type: ignore[arg-type]
