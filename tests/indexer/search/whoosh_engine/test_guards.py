"""Each fault of Whoosh 2.7.4 that concerns an archive stays shut out; what any damage does, test_checking.py says."""

import os
import random
import resource
from pathlib import Path
from typing import Any

import pytest

from indexer.model.querytree import And, Or, Phrase, TextField, Word
from indexer.search.whoosh_engine import IndexBusyError, IndexDamagedError, WhooshWriter
from indexer.search.whoosh_engine.building import gathering
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from tests.contract.builders import a_key, a_query, an_entry
from tests.indexer.search.whoosh_engine.indexes import WATER, found, opened, write


def the_segment(folder: Path) -> Path:
    """Return the one segment file of an index."""
    (segment,) = folder.glob("*.seg")
    return segment


def test_the_first_hit_is_the_best(tmp_path: Path) -> None:
    """Asking for one hit gives the first of all hits, also where Whoosh's own shortcut missed it."""
    chance = random.Random(1)
    texts = [" ".join(chance.choices("abcdefgh", k=chance.randint(1, 30))) for _ in range(150)]
    write(tmp_path, *(an_entry(f"w{n:03}", title=text[:6], body=text) for n, text in enumerate(texts)))
    ors = tuple(Or((Word(word, TextField.TITLE), Word(word, TextField.BODY))) for word in "abc")
    with opened(tmp_path) as engine:
        for tree in (And(ors[:2]), And(ors), Or(ors)):
            every = engine.search(a_query(tree, size=200))
            assert every.matches[:1] == engine.search(a_query(tree, size=1)).matches
            assert every.total == len(every.matches)


def test_no_word_is_dropped_as_too_common(tmp_path: Path) -> None:
    """A phrase with "of the" does not find a text without them, and they are found themselves."""
    write(tmp_path, an_entry("a", body="king of the castle"), an_entry("b", body="king castle"))

    assert ["a"] == found(tmp_path, Phrase(("king", "of", "the", "castle")))
    assert ["a"] == found(tmp_path, "the")


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("नमस्ते दुनिया", "दुनिया"),
        ("الهِجْرَةُ", "الهجرة"),
        ("re\u0301fugie\u0301", "réfugié"),
        ("国际移民", "移民"),
        ("การย้ายถิ่น", "ย้าย"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
    ],
)
def test_every_script_is_cut_into_words(tmp_path: Path, text: str, typed: str) -> None:
    """Words that Whoosh's own tokenizers lose are found."""
    write(tmp_path, an_entry("a", "und", body=text))

    assert ["a"] == found(tmp_path, typed)


@pytest.mark.parametrize("bad", [{"title": None}, {"title": "lone \ud800 half"}, {"names": (7,)}, {"year": "soon"}])
def test_an_entry_that_cannot_be_written_spoils_nothing(tmp_path: Path, bad: dict[str, Any]) -> None:
    """A bad entry fails before Whoosh hears of it: none of its words is filed under the next, the rest is written."""
    write(tmp_path, *WATER)
    with WhooshWriter(tmp_path) as writer:
        with pytest.raises((TypeError, ValueError, AttributeError)):
            writer.add(an_entry("bad", body="poison", **bad))
        writer.add(an_entry("next", body="medicine"))

    assert [] == found(tmp_path, "poison")
    assert ["next"] == found(tmp_path, "medicine")
    assert ["a", "b"] == found(tmp_path, "water")


def test_entries_that_are_lost_are_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a batch fails and the caller goes on, the commit fails, and the old index is read on."""
    write(tmp_path, *WATER)
    monkeypatch.setattr(gathering, "_ENTRIES_AT_ONCE", 2)
    with pytest.raises(RuntimeError, match="could not be taken in"):
        _write_on_after_a_failure(tmp_path, monkeypatch)

    assert ["a", "b"] == found(tmp_path, "water")


def _write_on_after_a_failure(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with WhooshWriter(folder) as writer:
        writer.add(an_entry("c", body="water"))
        with monkeypatch.context() as broken:
            broken.setattr(gathering, "inverted", _without_memory)
            with pytest.raises(MemoryError):
                writer.add(an_entry("d", body="water"))
        writer.add(an_entry("e", body="water"))


def _without_memory(*_: object) -> None:
    raise MemoryError


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """Nothing of a commit that failed half-way is seen, no file stays, and the next one can begin."""
    write(tmp_path, *WATER)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    writer = WhooshWriter(tmp_path).__enter__()
    writer.add(an_entry("a", body="fire"))
    writer.remove(a_key("b"))
    writer.__exit__(ZeroDivisionError, ZeroDivisionError(), None)

    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert ["a", "b"] == found(tmp_path, "water")
    assert ["d"] == found(write(tmp_path, an_entry("d", body="fire")), "fire")


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """Where committing fails, the old index is read on, and the lock is free for the next try."""
    write(tmp_path, *WATER)
    many = tuple(an_entry(f"x{n}", body="fire " + " ".join(f"w{n}{m}" for m in range(300))) for n in range(20))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(OSError, match="too large"):
            write(tmp_path, *many)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert ["a", "b"] == found(tmp_path, "water")
    assert 20 == len(found(write(tmp_path, *many), "fire"))


def test_only_one_writer_at_a_time(tmp_path: Path) -> None:
    """A second writer is told to wait, and the first is not disturbed."""
    with WhooshWriter(tmp_path) as writer:
        with pytest.raises(IndexBusyError, match="another run"), WhooshWriter(tmp_path):
            pass
        writer.add(an_entry("a", body="water"))

    assert ["a"] == found(tmp_path, "water")


def test_files_that_are_there_are_never_written_again(tmp_path: Path) -> None:
    """A name that is taken is refused: the file may belong to another generation."""
    (tmp_path / "taken").write_text("kept")

    with pytest.raises(FileExistsError):
        IndexFolder(tmp_path).create("taken")
    assert "kept" == (tmp_path / "taken").read_text()


def test_a_missing_index_is_told_in_one_sentence(tmp_path: Path) -> None:
    """A folder without an index, or without its table of contents, is damage with a name."""
    with pytest.raises(IndexDamagedError, match=r"format\.json is damaged \(it is missing\): run masthead index"):
        found(tmp_path, "water")
    (write(tmp_path, *WATER) / "contents.toc").unlink()

    with pytest.raises(IndexDamagedError, match="no table of contents"):
        found(tmp_path, "water")


@pytest.mark.parametrize("content", [b"", b"\x04\x08\x04", b"not a table of contents at all", os.urandom(400)])
def test_a_damaged_table_of_contents_is_named(tmp_path: Path, content: bytes) -> None:
    """After a power cut the table may be empty: that is told, not stumbled upon, by readers and writers."""
    (write(tmp_path, *WATER) / "contents.toc").write_bytes(content)

    with pytest.raises(IndexDamagedError, match=r"contents\.toc is damaged"):
        found(tmp_path, "water")
    with pytest.raises(IndexDamagedError, match=r"contents\.toc is damaged"):
        write(tmp_path, *WATER)


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_segment_that_is_cut_off_is_named(tmp_path: Path, share: float) -> None:
    """A segment of which only a part was written is damage of that file."""
    segment = the_segment(write(tmp_path, *WATER))
    segment.write_bytes(segment.read_bytes()[: int(share * segment.stat().st_size)])

    with pytest.raises(IndexDamagedError, match=segment.name):
        found(tmp_path, "water")


def test_a_segment_that_is_missing_is_named(tmp_path: Path) -> None:
    """A segment that the table of contents names but the folder does not have is damage of that file."""
    segment = the_segment(write(tmp_path, *WATER))
    segment.unlink()

    with pytest.raises(IndexDamagedError, match=segment.name):
        found(tmp_path, "water")
