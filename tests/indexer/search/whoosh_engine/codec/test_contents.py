"""The table of contents comes back as it was written, or not at all."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.codec.contents import (
    NAME,
    Contents,
    SegmentEntry,
    has_contents,
    read_contents,
    write_contents,
)
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexDamagedError

names = st.text(min_size=1, max_size=6)
entries = st.builds(
    SegmentEntry,
    names,
    st.integers(0, 1 << 40),
    st.sets(st.integers(0, 1 << 20), max_size=4).map(lambda numbers: tuple(sorted(numbers))),
)
some_contents = st.builds(Contents, st.integers(0, 1 << 40), st.lists(entries, max_size=4).map(tuple), names)


@given(some_contents, some_contents)
@settings(deadline=None)
def test_the_last_that_was_written_is_read(one: Contents, other: Contents) -> None:
    """Whatever names and numbers there are; no draft stays."""
    with TemporaryDirectory() as folder:
        for contents in (one, other):
            write_contents(IndexFolder(Path(folder)), contents)
        assert other == read_contents(Path(folder))
        assert [NAME] == [path.name for path in Path(folder).iterdir()]


def test_a_draft_that_was_left_is_in_nobodys_way(tmp_path: Path) -> None:
    """What a run that was killed had begun to write is written over."""
    (tmp_path / f".{NAME}").write_text("half a tab")
    write_contents(IndexFolder(tmp_path), Contents(7))

    assert Contents(7) == read_contents(tmp_path)


def test_files_are_all_that_the_table_names() -> None:
    """Segments and columns; nothing of an index that has not been written yet."""
    contents = Contents(3, (SegmentEntry("1-0.seg", 4, (1, 3)), SegmentEntry("2-0.seg", 1)), "3.col")

    assert {"1-0.seg", "2-0.seg", "3.col"} == contents.files
    assert set() == Contents().files
    assert [2, 1] == [entry.live for entry in contents.segments]


def test_a_folder_without_a_table_has_no_index(tmp_path: Path) -> None:
    """That is told, not stumbled upon."""
    assert not has_contents(tmp_path)
    with pytest.raises(IndexDamagedError, match="no table of contents"):
        read_contents(tmp_path)
