"""The store of texts: what comes back, one place at a time, and what is noticed when a file is damaged."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText, QualityFault, QualityNote
from indexer.texts import TextDamagedError, TextFailure, TextMissingError, TextStore
from indexer.texts import store as storing

FILE = Sha256("0a" * 32)
OTHER = Sha256("1b" * 32)
WORDS = st.text(max_size=80)
CODES = st.sampled_from(["pdf-1", "word-12", "rich-text-1"])


@st.composite
def extracted(draw: st.DrawFn) -> ExtractedText:
    """Return any text, with characters that no file should hold too."""
    contents = draw(st.lists(st.tuples(st.sampled_from(PlaceKind), WORDS, WORDS), max_size=12))
    places = tuple(PlaceText(Place(kind, n, label), text) for n, (kind, label, text) in enumerate(contents, 1))
    return ExtractedText(
        file=FILE,
        reader=draw(CODES),
        media_type=draw(WORDS),
        places=places,
        running_lines=tuple(draw(st.lists(WORDS, max_size=3))),
        detected=Language(draw(WORDS)),
        notes=tuple(draw(st.lists(st.builds(QualityNote, st.sampled_from(QualityFault), WORDS), max_size=2))),
        properties=tuple(draw(st.lists(st.tuples(WORDS, WORDS), max_size=3))),
    )


def a_text(file: Sha256 = FILE, places: int = 50, reader: str = "pdf-1") -> ExtractedText:
    """Return a text of a few groups."""
    return ExtractedText(
        file,
        reader,
        "application/pdf",
        tuple(PlaceText(Place(PlaceKind.PAGE, n, str(n)), f"page {n} " * 100) for n in range(1, places + 1)),
        ("A/68/370",),
        Language("en"),
        (),
        (),
    )


def the_file(folder: Path, suffix: str = ".text") -> Path:
    """Return the one file of a store."""
    (path,) = folder.rglob(f"*{suffix}")
    return path


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    """Return an empty store."""
    return TextStore(tmp_path / "texts")


@given(text=extracted())
def test_what_is_put_comes_back(text: ExtractedText, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every field and every place survives, whatever characters it holds."""
    store = TextStore(tmp_path_factory.mktemp("texts"))
    store.put(text)
    record = store.find(text.file, text.reader)

    assert record is not None
    assert (text.media_type, text.running_lines, text.detected) == (
        record.media_type,
        record.running_lines,
        record.detected,
    )
    assert (text.notes, text.properties, len(text.places)) == (record.notes, record.properties, record.places)
    assert text.places == store.places(text.file, text.reader)
    assert text.places == tuple(store.place(text.file, text.reader, n) for n in range(1, len(text.places) + 1))
    assert [] == list(store.verify())


@pytest.mark.parametrize("small", [0, 1 << 20])
def test_one_place_is_read_without_the_others(
    store: TextStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: int
) -> None:
    """Damage at the end of a file does not keep other pages from being read, whether it is read as a whole or not."""
    monkeypatch.setattr(storing, "SMALL", small)
    store.put(a_text())
    path = the_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-100])
    text = store.text(FILE, "pdf-1")

    assert a_text().places[:40] == tuple(text.place(number) for number in range(1, 41))
    with pytest.raises(TextDamagedError, match="the places from"):
        text.place(50)
    with pytest.raises(TextDamagedError, match="the places from"):
        store.place(FILE, "pdf-1", 50)


def test_a_file_that_the_system_gives_in_parts_is_read(store: TextStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Less than all at the first read is no end of the file."""
    store.put(a_text())
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 100)))
    text = store.text(FILE, "pdf-1")

    assert a_text().places == tuple(text.place(number) for number in range(1, 51))


@pytest.mark.parametrize("number", [0, -1, 51])
def test_a_place_that_is_not_there_is_missing(store: TextStore, number: int) -> None:
    """Places are counted from 1 to the last."""
    store.put(a_text())
    with pytest.raises(TextMissingError):
        store.place(FILE, "pdf-1", number)


@pytest.mark.parametrize(
    ("file", "reader"), [(OTHER, "pdf-1"), (FILE, "pdf-2"), ("../../etc", "pdf-1"), (FILE, "../x")]
)
def test_a_text_that_is_not_there_is_missing(store: TextStore, file: Sha256, reader: str) -> None:
    """Another file, another version of the reader, or names that lead elsewhere have no text."""
    store.put(a_text())

    assert store.find(file, reader) is None
    with pytest.raises(TextMissingError, match="run masthead index"):
        store.places(file, reader)


@given(position=st.integers(0), bit=st.integers(0, 7))
def test_every_changed_bit_is_noticed(position: int, bit: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A text is read as it was written or not at all, and verification names the file."""
    folder = tmp_path_factory.mktemp("texts")
    store = TextStore(folder)
    store.put(a_text(places=4))
    path = the_file(folder)
    content = bytearray(path.read_bytes())
    content[position % len(content)] ^= 1 << bit
    path.write_bytes(content)

    assert [path] == [fault.path for fault in store.verify()]
    with pytest.raises((TextDamagedError, TextMissingError)):
        store.places(FILE, "pdf-1")


@pytest.mark.parametrize("position", [0, 20, -1, -400])
def test_a_damaged_text_is_not_whole(store: TextStore, tmp_path: Path, position: int) -> None:
    """Wherever the damage is; a text that is not there is not whole either."""
    store.put(a_text())
    was_whole = store.is_whole(FILE, "pdf-1")
    path = the_file(tmp_path)
    content = bytearray(path.read_bytes())
    content[position] ^= 1
    path.write_bytes(content)

    assert (True, False, False) == (was_whole, store.is_whole(FILE, "pdf-1"), store.is_whole(OTHER, "pdf-1"))


def test_a_text_with_a_damaged_head_counts_as_missing(store: TextStore, tmp_path: Path) -> None:
    """The next run extracts it again, and that mends it."""
    store.put(a_text())
    the_file(tmp_path).write_bytes(b"MTX1")

    assert store.find(FILE, "pdf-1") is None
    store.put(a_text())
    assert store.find(FILE, "pdf-1") is not None


def test_a_failure_is_kept_until_a_text_comes(store: TextStore) -> None:
    """A file that fails is not tried again until the file or the reader changes."""
    failure = TextFailure(FILE, "pdf-1", "encrypted", "papers/é.pdf is encrypted: upload an unlocked copy")
    store.put_failure(failure)

    assert failure == store.find_failure(FILE, "pdf-1")
    assert store.find_failure(FILE, "pdf-2") is None
    assert store.find(FILE, "pdf-1") is None
    store.put(a_text())
    assert store.find_failure(FILE, "pdf-1") is None


def test_a_failure_takes_the_place_of_a_text(store: TextStore) -> None:
    """The store never says both."""
    store.put(a_text())
    store.put_failure(TextFailure(FILE, "pdf-1", "damaged", "x"))

    assert store.find(FILE, "pdf-1") is None


def test_a_damaged_failure_is_noticed_and_counts_as_none(store: TextStore, tmp_path: Path) -> None:
    """The file is then tried again."""
    store.put_failure(TextFailure(FILE, "pdf-1", "damaged", "x"))
    path = the_file(tmp_path, ".failure")
    path.write_bytes(path.read_bytes()[:-1])

    assert store.find_failure(FILE, "pdf-1") is None
    assert [path] == [fault.path for fault in store.verify()]


def test_all_but_what_is_named_is_discarded(store: TextStore, tmp_path: Path) -> None:
    """Texts of files that are gone, of old readers, and what a killed writer left go."""
    store.put(a_text())
    store.put(a_text(reader="pdf-2"))
    store.put(a_text(OTHER))
    store.put_failure(TextFailure(OTHER, "word-1", "damaged", "x"))
    left_over = the_file(tmp_path, "pdf-2.text").with_name("x.partial")
    left_over.touch()

    assert 3 == store.discard_all_but({(FILE, "pdf-2")})
    assert store.find(FILE, "pdf-2") is not None
    assert [the_file(tmp_path)] == [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_write_that_fails_leaves_what_was_there(store: TextStore, tmp_path: Path) -> None:
    """Neither half a text nor a temporary file is left."""
    store.put(a_text())
    before = the_file(tmp_path).read_bytes()
    broken = a_text()
    object.__setattr__(broken, "properties", object())
    with pytest.raises(TypeError):
        store.put(broken)

    assert before == the_file(tmp_path).read_bytes()


def test_an_empty_store_holds_nothing(store: TextStore) -> None:
    """A folder that is not there is an empty store."""
    assert [] == list(store.verify())
    assert 0 == store.discard_all_but(())
    assert store.find(FILE, "pdf-1") is None
