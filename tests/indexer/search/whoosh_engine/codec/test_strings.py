"""Tables of strings: found by bisection as in a list."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.search.whoosh_engine.codec.container import PartsFile, PartsWriter
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.codec.strings import Strings, put_strings

strings = st.text(st.sampled_from("ab\0\x01z\x7f\x80é移ߊ\uffff\U00010000\U0010ffff"), max_size=4) | st.text(max_size=6)
tables = st.lists(strings, max_size=12).map(lambda several: sorted(set(several)))


@contextmanager
def table(several: Sequence[str] | Sequence[bytes]) -> Iterator[Strings]:
    """Write a table, with others around it, and open it."""
    with TemporaryDirectory() as folder:
        with PartsWriter(IndexFolder(Path(folder)), "1.col") as writer:
            put_strings(writer, "before", [b"x"])
            put_strings(writer, "table", several)
            put_strings(writer, "after", [b"y", b""])
        file = PartsFile(Path(folder) / "1.col")
        try:
            yield Strings(file, "table")
        finally:
            file.close()


@given(tables)
@settings(deadline=None)
def test_a_table_is_a_list(several: list[str]) -> None:
    """Any characters, the separator among them; the empty string; no string at all."""
    encoded = [*map(str.encode, several)]
    for written in (several, encoded):
        with table(written) as found:
            assert encoded == [found[number] for number in range(len(found))]
            assert several == found.all()
            assert sorted(several, key=str.encode) == several


@given(tables, st.lists(strings, max_size=4))
@settings(deadline=None)
def test_a_string_is_found_where_it_stands(several: list[str], others: list[str]) -> None:
    """Every one that is there, and no other."""
    with table(several) as found:
        assert list(range(len(several))) == [found.find(string.encode()) for string in several]
        for other in set(others) - set(several):
            assert found.find(other.encode()) is None


@given(tables, st.lists(strings, max_size=4), st.lists(strings, max_size=4).map(set))
@settings(deadline=None)
def test_strings_are_found_together(several: list[str], endings: list[str], others: set[str]) -> None:
    """Those of them that are there, whether few or many strings begin as they all do."""
    for wanted in (set(several), others, {several[0] + ending for ending in endings} if several else set()):
        with table(several) as found:
            assert [place for place, one in enumerate(several) if one in wanted] == found.find_all(wanted)


@given(tables, strings)
@settings(deadline=None)
def test_what_begins_so_stands_together(several: list[str], letters: str) -> None:
    """The range of all that begin with some letters, or where they would stand."""
    for beginning in {letters, letters[:1], "", *(string[:2] for string in several)}:
        with table(several) as found:
            numbers = found.beginning(beginning.encode())
            assert [string for string in several if string.startswith(beginning)] == found.between(numbers)
            assert bisect_left(several, beginning) == numbers.start


@given(tables, st.integers(0, 12), st.integers(0, 12))
@settings(deadline=None)
def test_some_that_follow_each_other_are_read_at_once(several: list[str], start: int, end: int) -> None:
    """As one by one."""
    numbers = range(len(several))[start:end]
    with table(several) as found:
        assert several[start:end] == found.between(numbers)


def test_a_table_that_is_not_sorted_keeps_its_order() -> None:
    """Tables of records, which are read by number alone, are in the order in which they were put in."""
    with table(["b", "", "a", "\0", "a"]) as found:
        assert ["b", "", "a", "\0", "a"] == found.all()
