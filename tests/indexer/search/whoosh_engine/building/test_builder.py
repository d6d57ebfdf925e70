"""Segments say what plain dictionaries say of the same entries."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine.building import builder as building
from indexer.search.whoosh_engine.building import gathering
from indexer.search.whoosh_engine.building.builder import SegmentBuilder
from indexer.search.whoosh_engine.codec.contents import SegmentEntry
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from tests.contract.builders import an_entry
from tests.contract.entries_at_random import entries
from tests.indexer.search.whoosh_engine.building.segments import built, expected_of, read

LONG = tuple(
    an_entry(
        f"w{n}",
        ("en", "fr", "zh")[n % 3],
        title=f"Waters {n}",
        body=("", f"l'eau {n} of migrants " * (n * 9), "…", "国际移民 ½ waters' " * n, "a" * n),
        names=("Kőrösi", "", "Csaba Kőrösi"),
        topics=("ports", f"topic {n}", "ports")[: n % 4],
        other_titles=("", "The accord"),
    )
    for n in range(14)
)
"""Bodies of more words than stand between marks, and texts without any."""


@given(st.lists(entries(), max_size=6))
@settings(deadline=None, max_examples=60)
def test_a_segment_says_what_stands_in_its_entries(several: list[IndexEntry]) -> None:
    """Postings, positions, stems and their words, lengths, marks and rows, as entries are put in."""
    with TemporaryDirectory() as folder:
        written = built(Path(folder), several)

        assert [SegmentEntry("1-0.seg", len(several))] * bool(several) == written
        assert [expected_of(several)] * bool(several) == read(Path(folder), *written)


def test_long_bodies_are_marked(tmp_path: Path) -> None:
    """Every so-manieth word is where `tokens` finds it, whatever texts lie between."""
    assert [expected_of(LONG)] == read(tmp_path, *built(tmp_path, LONG))


@pytest.mark.parametrize("characters", [0, 100, 2_000])
def test_texts_may_be_cut_in_any_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, characters: int) -> None:
    """Whether entries are cut into words one by one or together."""
    monkeypatch.setattr(gathering, "_CHARACTERS_AT_ONCE", characters)

    assert [expected_of(LONG)] == read(tmp_path, *built(tmp_path, LONG))


@pytest.mark.parametrize("room", [0, 1, 40_000, 200_000])
def test_memory_decides_how_many_segments_there_are(tmp_path: Path, room: int) -> None:
    """With less than one entry takes each is a segment; nothing is lost, and the order stays."""
    written = built(tmp_path, LONG, room)
    bounds = [sum(entry.documents for entry in written[:number]) for number in range(len(written) + 1)]
    parts = [LONG[start:end] for start, end in pairwise(bounds)]

    assert (len(LONG), len(LONG)) == (bounds[-1], len(written)) if room < 2 else 1 < len(written) < len(LONG)
    assert list(map(expected_of, parts)) == read(tmp_path, *written)


@pytest.mark.parametrize("most", [1, 2, 5])
def test_entries_may_be_taken_in_any_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """However short their texts are, no more than so many wait."""
    monkeypatch.setattr(gathering, "_ENTRIES_AT_ONCE", most)

    assert [expected_of(LONG)] == read(tmp_path, *built(tmp_path, LONG))


def test_words_are_forgotten_where_they_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A segment after that is as any other."""
    monkeypatch.setattr(building, "_MOST_WORDS", 3)

    assert [expected_of([entry]) for entry in LONG] == read(tmp_path, *built(tmp_path, LONG, room=0))


def test_a_segment_holds_no_more_documents_than_its_numbers_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next document begins the next segment; each is told where it is."""
    monkeypatch.setattr(building, "MOST_DOCUMENTS", 3)
    builder = SegmentBuilder(IndexFolder(tmp_path), "7.1", 1 << 30)
    placed = [builder.add(an_entry(f"w{n}")) for n in range(7)]

    assert [(n // 3, n % 3) for n in range(7)] == placed
    assert [SegmentEntry(f"7.1-{n}.seg", size) for n, size in enumerate((3, 3, 1))] == builder.finish()


@pytest.mark.parametrize("several", [(), (an_entry("a"),), (an_entry("a"), an_entry("b", body="x"), an_entry("c"))])
def test_entries_without_words_are_documents(tmp_path: Path, several: Sequence[IndexEntry]) -> None:
    """Where there is no word at all, and where others have none."""
    assert [expected_of(several)] * bool(several) == read(tmp_path, *built(tmp_path, several))


@pytest.mark.slow
def test_a_full_segment_says_what_stands_in_its_entries(tmp_path: Path) -> None:
    """As many documents as there may be: numbers of two bytes up to the last."""
    several = [an_entry(f"w{n:05}", body=f"water {n % 7}") for n in range(building.MOST_DOCUMENTS + 1)]

    written = built(tmp_path, several)

    assert [building.MOST_DOCUMENTS, 1] == [entry.documents for entry in written]
    assert [expected_of(several[:-1]), expected_of(several[-1:])] == read(tmp_path, *written)
