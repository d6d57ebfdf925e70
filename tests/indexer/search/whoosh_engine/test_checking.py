"""Whatever happens to a file of an index, it is found, and no query has a wrong answer."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer.model.querytree import (
    And,
    Everything,
    ExactField,
    Facet,
    Fuzzy,
    Not,
    Phrase,
    Prefix,
    SearchQuery,
    Sort,
    Value,
    Wildcard,
    Word,
    YearRange,
)
from indexer.model.results import IndexEntry
from indexer.search.whoosh_engine import IndexDamagedError, WhooshEngine, WhooshWriter, check_index
from indexer.search.whoosh_engine.codec.contents import read_contents
from tests.contract.builders import a_key, a_query, an_entry
from tests.indexer.search.whoosh_engine.indexes import opened, write

Answer = Callable[[WhooshEngine], object]

LANGUAGES = ("en", "fr", "es", "und")
WORDS = ("water", "waters", "migration", "migrants", "of", "the", "accord", "eau", "移民", "هجرة")


def _searching(query: SearchQuery) -> Answer:
    return lambda engine: engine.search(query)


QUERIES: tuple[Answer, ...] = (
    _searching(a_query("water", facets=tuple(Facet), size=50)),
    _searching(a_query(And((Word("migration"), Not(Word("accord")))), size=50)),
    _searching(a_query(Phrase(("of", "the")), size=50)),
    _searching(a_query(Phrase(("water", "accord"), distance=9), size=50)),
    _searching(a_query(Prefix("migr"), size=50)),
    _searching(a_query(Wildcard("w*r"), size=50)),
    _searching(a_query(Fuzzy("watr", 1), size=50)),
    _searching(a_query(Value(ExactField.SYMBOL, "A/7"), size=50)),
    _searching(a_query(YearRange(2003, 2005), sort=Sort.OLDEST, size=50)),
    _searching(a_query("accord", organization=("who",), exclude_topic=("ports",), sort=Sort.NEWEST, size=3)),
    _searching(a_query(Everything(), sort=Sort.TITLE, size=3, offset=2)),
    _searching(a_query(Everything(), sort=Sort.TITLE, size=3, after=("title 3", "w03"))),
    lambda engine: engine.facet_values(a_query("of"), Facet.ORGANIZATION),
    lambda engine: engine.terms_near("migratoin"),
    lambda engine: list(engine.keys()),
)


def fill(folder: Path, documents: int = 60) -> Path:
    """Write an index of several segments, some documents of which are deleted."""
    chance = random.Random(7)

    def entry(number: int) -> IndexEntry:
        return an_entry(
            f"w{number % 50:02}",
            LANGUAGES[number % len(LANGUAGES)],
            title=f"Title {number}",
            body=(" ".join(chance.choices(WORDS, k=30)), f"n{number} " + " ".join(chance.choices(WORDS, k=70))),
            names=("Csaba Kőrösi",) * (number % 3),
            symbols=(f"A/{number}", "A") * (number % 2),
            organizations=("who", "ilo")[: number % 3],
            topics=("ports", "health")[number % 2 :],
            year=2000 + number % 9,
            sort_date=(2000 + number % 9) * 10_000,
        )

    for first, last in ((0, documents), (documents - 4, documents + 6), (documents + 5, documents + 6)):
        with WhooshWriter(folder) as writer:
            for number in range(first, last):
                writer.add(entry(number))
            writer.remove(a_key("w01", "fr"))
    return folder


def outcome(ask: Answer, engine: WhooshEngine) -> object:
    """Return an answer, or the name of the file that is said to be damaged."""
    try:
        return ask(engine)
    except IndexDamagedError as error:
        return error.path.name


def outcomes(folder: Path) -> list[object]:
    """Return what an index answers to each query, or the name of the file that is said to be damaged."""
    try:
        with opened(folder) as engine:
            return [outcome(ask, engine) for ask in QUERIES]
    except IndexDamagedError as error:
        return [error.path.name] * len(QUERIES)


def expect_no_wrong_answer(folder: Path, damaged: str, answers: list[object]) -> None:
    """Fail where an index answers other than it did, unless it names the file that was damaged."""
    found = outcomes(folder)
    assert [damaged if one == damaged else answer for one, answer in zip(found, answers, strict=True)] == found


def expect_found(folder: Path, damaged: str) -> None:
    """Fail where checking all does not name the file that was damaged."""
    with pytest.raises(IndexDamagedError, match=damaged):
        check_index(folder)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an index that is put right again after each try."""
    return fill(tmp_path_factory.mktemp("index"))


@pytest.fixture(scope="module")
def answers(index: Path) -> list[object]:
    """Return what the sound index answers."""
    return outcomes(index)


@contextmanager
def damaged(path: Path, content: bytes) -> Iterator[None]:
    """Give a file another content for a while."""
    sound = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(sound)


def try_changed_bytes(index: Path, answers: list[object], tries: int) -> None:
    """Change one byte of one file at a time; each file is changed about as often."""
    chance = random.Random(tries)
    files = sorted(index.iterdir())
    for number in range(tries):
        path = files[number % len(files)]
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= chance.choice((1 << chance.randrange(8), chance.randrange(1, 256)))
        with damaged(path, content):
            expect_found(index, path.name)
            expect_no_wrong_answer(index, path.name, answers)


def test_a_sound_index_is_told_to_be_sound(index: Path, answers: list[object]) -> None:
    """Several segments with deletions are read through without a fault, and something is found in them."""
    segments = read_contents(index).segments

    check_index(index)
    assert (len(segments) > 1, True) == (True, any(entry.deleted for entry in segments))
    assert all(answers)


def test_a_changed_byte_is_found(index: Path, answers: list[object]) -> None:
    """Checking names the file; every query is answered as before, or names it too."""
    try_changed_bytes(index, answers, 100)


@pytest.mark.slow
def test_any_changed_byte_is_found(index: Path, answers: list[object]) -> None:
    """The same, two thousand times."""
    try_changed_bytes(index, answers, 2_000)


def test_each_byte_of_the_marker_counts(index: Path, answers: list[object]) -> None:
    """The file that says by which rules an index was made is held against its checksum, too."""
    path = index / "format.json"
    content = path.read_bytes()
    for place in range(len(content)):
        for change in (0x01, 0x20, 0x29):
            with damaged(path, content[:place] + bytes((content[place] ^ change,)) + content[place + 1 :]):
                expect_found(index, path.name)
                expect_no_wrong_answer(index, path.name, answers)


def test_a_file_that_is_cut_off_is_found(index: Path, answers: list[object]) -> None:
    """Of whichever length it is left, nothing at all included."""
    chance = random.Random(2)
    for path in sorted(index.iterdir()):
        content = path.read_bytes()
        for length in {0, 1, len(content) - 1, *(chance.randrange(len(content)) for _ in range(6))}:
            with damaged(path, content[:length]):
                expect_found(index, path.name)
                expect_no_wrong_answer(index, path.name, answers)


def test_bytes_behind_the_end_are_found(index: Path, answers: list[object]) -> None:
    """Whatever is appended: a few bytes, the end of the file once more, all of it once more."""
    for path in sorted(index.iterdir()):
        content = path.read_bytes()
        for more in (b"\n", b"\0", bytes(4_096), content[-56:], content):
            with damaged(path, content + more):
                expect_found(index, path.name)
                expect_no_wrong_answer(index, path.name, answers)


def test_a_file_in_the_place_of_another_is_found(index: Path, answers: list[object]) -> None:
    """Files of one index that are mixed up, each sound in itself."""
    for path in sorted(index.iterdir()):
        for other in sorted(set(index.iterdir()) - {path}):
            with damaged(path, other.read_bytes()):
                expect_found(index, path.name)
                expect_no_wrong_answer(index, path.name, answers)


@pytest.mark.parametrize("pattern", ["*.seg", "*.col"])
def test_an_earlier_file_of_the_same_size_is_found(tmp_path: Path, pattern: str) -> None:
    """A file of an earlier commit with as many documents is not taken for the one that is meant."""
    (earlier,) = (path.read_bytes() for path in write(tmp_path, an_entry("a", body="water")).glob(pattern))
    (path,) = write(tmp_path, an_entry("a", body="fire")).glob(pattern)
    path.write_bytes(earlier)

    expect_found(tmp_path, path.name)
    with pytest.raises(IndexDamagedError, match=path.name):
        WhooshEngine.open(tmp_path, "1")
