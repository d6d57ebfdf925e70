"""A file that is written is the old one or the new one, never a part."""

import resource
from pathlib import Path

import pytest

from indexer.corpus.atomic import copy_atomically, write_atomically
from indexer.corpus.errors import RecordError


def test_a_file_is_made_with_its_folders(tmp_path: Path) -> None:
    """New folders are made on the way, and nothing else stays."""
    write_atomically(tmp_path / "a" / "b" / "c.toml", b"x")

    assert b"x" == (tmp_path / "a" / "b" / "c.toml").read_bytes()
    assert ["c.toml"] == [path.name for path in (tmp_path / "a" / "b").iterdir()]


def test_permissions_stay(tmp_path: Path) -> None:
    """A file that only its group may read stays so."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_atomically(path, b"new")

    assert (0o640, b"new") == (path.stat().st_mode & 0o777, path.read_bytes())


def test_a_failure_leaves_the_old_content(tmp_path: Path) -> None:
    """Where the new content cannot take its place, nothing is left of it."""
    (tmp_path / "a.toml").mkdir()

    with pytest.raises(RecordError, match=r"a.toml cannot be written: Is a directory; nothing was changed"):
        write_atomically(tmp_path / "a.toml", b"new")
    assert ["a.toml"] == [path.name for path in tmp_path.iterdir()]


def test_a_full_disk_leaves_the_old_content(tmp_path: Path) -> None:
    """A file that finds no room is told, and the one there was stays: here the limit is the process's own."""
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(RecordError, match="File too large; nothing was changed"):
            write_atomically(path, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert ["a.toml"] == [found.name for found in tmp_path.iterdir()]
    assert b"old" == path.read_bytes()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands where a folder should."""
    (tmp_path / "a").write_bytes(b"")

    with pytest.raises(RecordError, match="cannot be written"):
        write_atomically(tmp_path / "a" / "b.toml", b"new")


def test_a_copy_takes_no_one_s_place(tmp_path: Path) -> None:
    """A file of that name is in the way."""
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")

    copy_atomically(tmp_path / "a", tmp_path / "c")
    with pytest.raises(RecordError, match="exists"):
        copy_atomically(tmp_path / "a", tmp_path / "b")

    assert (b"a", b"b") == ((tmp_path / "c").read_bytes(), (tmp_path / "b").read_bytes())
