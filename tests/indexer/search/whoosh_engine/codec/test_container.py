"""Files of named arrays: what was put in comes out, or is told to be damaged."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from indexer.search.whoosh_engine.codec.container import BLOCK, Array, PartsFile, PartsWriter, narrowed, narrowest
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexDamagedError

NAME = "1-0.seg"

integers = arrays.integer_dtypes(endianness="?") | arrays.unsigned_integer_dtypes(endianness="?")
some_arrays = integers.flatmap(lambda kind: arrays.arrays(kind, st.integers(0, 40)))
facts = st.dictionaries(
    st.text(max_size=4), st.integers() | st.booleans() | st.text(max_size=4) | st.none(), max_size=3
)


def written(folder: Path, **parts: Array) -> Path:
    """Write a file and return where it is."""
    with PartsWriter(IndexFolder(folder), NAME) as file:
        for name, numbers in parts.items():
            file.put(name, numbers)
    return folder / NAME


@contextmanager
def opened(path: Path) -> Iterator[PartsFile]:
    """Open a file."""
    file = PartsFile(path)
    try:
        yield file
    finally:
        file.close()


@given(st.dictionaries(st.text(max_size=6), some_arrays, max_size=6), facts)
@settings(deadline=None)
def test_what_is_put_in_comes_out(parts: dict[str, Array], said: dict[str, object]) -> None:
    """Arrays of every type of integers, of whichever byte order and of no number too, and facts."""
    with TemporaryDirectory() as folder:
        with PartsWriter(IndexFolder(Path(folder)), NAME) as writer:
            for name, numbers in parts.items():
                writer.put(name, numbers)
            writer.say(**said)
        with opened(Path(folder) / NAME) as file:
            found = {name: file.integers(name).tolist() for name in parts}
            assert {name: numbers.tolist() for name, numbers in parts.items()} == found
            assert {name: numbers.dtype.newbyteorder("<") for name, numbers in parts.items()} == {
                name: file.kind(name) for name in parts
            }
            assert [len(numbers) for numbers in parts.values()] == [file.size(name) for name in parts]
            assert (said, False) == (file.facts, file.has("another part"))
            file.check()


@given(some_arrays, st.lists(st.integers(0, 40), max_size=4))
@settings(deadline=None)
def test_a_part_may_come_in_pieces(numbers: Array, cuts: list[int]) -> None:
    """Pieces, such as have no number among them, are one part; so are pieces of a type that the part's can hold."""
    bounds = [0, *sorted(cuts), len(numbers)]
    pieces = [numbers[start:end] for start, end in pairwise(bounds)]
    if not len(numbers) or int(numbers.max()) < 1 << 63:
        pieces = [piece.astype(np.int64) for piece in pieces]
    with TemporaryDirectory() as folder:
        with PartsWriter(IndexFolder(Path(folder)), NAME) as writer:
            writer.put("before", np.arange(3, dtype=np.uint8))
            writer.put_pieces("part", numbers.dtype, iter(pieces))
        with opened(Path(folder) / NAME) as file:
            assert numbers.tolist() == file.integers("part").tolist()
            file.check()


@given(st.integers(0, 3_000), st.integers(0, 3_000), st.sampled_from((np.uint8, np.uint16, np.int64)))
@settings(deadline=None)
def test_some_of_a_part_is_read_as_all_of_it(start: int, end: int, kind: type[np.integer]) -> None:
    """Any stretch of numbers, in any block, the empty one too."""
    start, end = sorted((start, end))
    numbers = np.arange(3_000).astype(kind)
    with TemporaryDirectory() as folder:
        written(Path(folder), before=np.zeros(77, np.uint8), part=numbers, after=numbers)
        with opened(Path(folder) / NAME) as file:
            assert numbers[start:end].tolist() == file.integers("part", start, end).tolist()
            assert numbers[start:].tolist() == file.integers("part", start).tolist()


def test_parts_are_aligned(tmp_path: Path) -> None:
    """Each begins at a multiple of 64 bytes, so that no number lies across two lines of a processor's cache."""
    path = written(tmp_path, **{f"part{n}": np.full(n, 200 + n, np.uint8) for n in range(1, 9)})
    content = path.read_bytes()

    assert [64 * (n - 1) for n in range(1, 9)] == [content.index(bytes((200 + n,)) * n) for n in range(1, 9)]


def test_text_is_where_it_is_said_to_be(tmp_path: Path) -> None:
    """A part of bytes is read in place."""
    path = written(tmp_path, before=np.arange(9), text=np.frombuffer(b"water", np.uint8))
    with opened(path) as file:
        content, start, end = file.text("text")

        assert b"water" == content[start:end]


def test_only_what_is_read_is_held_against_its_checksum(tmp_path: Path) -> None:
    """A damaged block spoils what lies in it, at every reading, and nothing beside."""
    numbers = np.arange(5 * BLOCK).astype(np.uint8)
    path = written(tmp_path, part=numbers)
    content = bytearray(path.read_bytes())
    content[2 * BLOCK] ^= 1
    path.write_bytes(content)
    with opened(path) as file:
        assert numbers[: 2 * BLOCK].tolist() == file.integers("part", 0, 2 * BLOCK).tolist()
        assert numbers[3 * BLOCK :].tolist() == file.integers("part", 3 * BLOCK).tolist()
        for start, end in (
            (2 * BLOCK, 2 * BLOCK + 1),
            (3 * BLOCK - 1, 3 * BLOCK),
            (0, 5 * BLOCK),
            (2 * BLOCK, 3 * BLOCK),
        ):
            with pytest.raises(IndexDamagedError, match="bytes 8,192 to 12,288"):
                file.integers("part", start, end)
        with pytest.raises(IndexDamagedError, match=NAME):
            file.text("part")
        with pytest.raises(IndexDamagedError, match=NAME):
            file.check()


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_each_byte_of_a_body_has_a_checksum(tmp_path: Path, size: int) -> None:
    """Of whichever length the body is, its last byte too."""
    path = written(tmp_path, part=np.ones(size, np.uint8))
    content = path.read_bytes()
    with opened(path) as file:
        file.check()
    for place in {0, size // 2, size - 1} & set(range(size)):
        path.write_bytes(content[:place] + b"\2" + content[place + 1 :])
        with opened(path) as file, pytest.raises(IndexDamagedError, match=NAME):
            file.check()


def test_a_file_under_another_name_is_refused(tmp_path: Path) -> None:
    """A file knows what it is called."""
    written(tmp_path).rename(tmp_path / "2-0.seg")

    with pytest.raises(IndexDamagedError, match=rf"2-0\.seg is damaged \(it is {NAME} under another name\)"):
        PartsFile(tmp_path / "2-0.seg")


def test_a_file_that_could_not_be_finished_is_removed(tmp_path: Path) -> None:
    """Where an error ends the writing, no file stays."""
    with pytest.raises(ZeroDivisionError), PartsWriter(IndexFolder(tmp_path), NAME) as writer:
        writer.put_pieces("part", np.dtype(np.uint8), (np.ones(1 // size, np.uint8) for size in (1, 0)))

    assert [] == list(tmp_path.iterdir())


def test_arrays_outlive_the_file(tmp_path: Path) -> None:
    """What was read may be used after closing, also where the name is gone."""
    path = written(tmp_path, part=np.arange(9))
    with opened(path) as file:
        numbers = file.integers("part")
    path.unlink()

    assert list(range(9)) == numbers.tolist()


@pytest.mark.parametrize(
    ("most", "kind"),
    [(-1, "u1"), (0, "u1"), (255, "u1"), (256, "<u2"), (65_535, "<u2"), (65_536, "<u4"), (1 << 32, "<u8")],
)
def test_numbers_are_kept_in_the_narrowest_type(most: int, kind: str) -> None:
    """The greatest number decides."""
    assert np.dtype(kind) == narrowest(most)
    assert np.dtype(kind) == narrowed(np.array([0, max(most, 0)])).dtype


@pytest.mark.parametrize("numbers", [[], [0], [255, 3], [70_000, 1]])
def test_narrowing_loses_nothing(numbers: Sequence[int]) -> None:
    """The numbers stay."""
    assert numbers == narrowed(np.array(numbers, np.int64)).tolist()
