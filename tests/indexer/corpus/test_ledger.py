"""A ledger recalls what was found from the same, and forgets rather than err."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from indexer.corpus.ledger import LEDGER_FILE, Ledger


def a_ledger(folder: Path, program: str = "1") -> Ledger:
    """Open the ledger of a folder."""
    return Ledger(folder / LEDGER_FILE, program)


def a_saved_ledger(folder: Path, **contents: str) -> Ledger:
    """Open a new ledger of the folder that recalls these, all of the mark `m`."""
    ledger = a_ledger(folder)
    for name, content in contents.items():
        ledger.keep(name, "m", content)
    ledger.save()
    return a_ledger(folder)


def test_what_was_kept_is_recalled(tmp_path: Path) -> None:
    """Any text, also such as no line can hold."""
    ledger = a_saved_ledger(tmp_path, a="one", b="اثنان\n\0")

    assert ("one", "اثنان\n\0", True) == (ledger.recall("a", "m"), ledger.recall("b", "m"), ledger.is_complete)


def test_another_mark_is_another_content(tmp_path: Path) -> None:
    """Also a mark that cannot be told, and another program."""
    ledger = a_saved_ledger(tmp_path, a="one")

    assert [None, None, None] == [
        ledger.recall("a", "n"),
        ledger.recall("a", None),
        a_ledger(tmp_path, "2").recall("a", "m"),
    ]


def test_without_a_file_nothing_is_recalled() -> None:
    """Whoever needs no memory has none."""
    ledger = Ledger()
    ledger.keep("a", "m", "one")
    ledger.save()

    assert ledger.recall("a", "m") is None


def test_it_is_complete_when_nothing_would_be_asked_in_vain_again(tmp_path: Path) -> None:
    """What was not there must be noted, with a mark."""
    ledger, found = a_ledger(tmp_path), list[bool]()
    steps: tuple[Callable[[], object], ...] = (
        lambda: ledger.recall("a", "m"),
        lambda: ledger.keep("a", None, "one"),
        lambda: ledger.keep("a", "m", "one"),
        lambda: ledger.keep("b", None, "two"),
    )
    for step in steps:
        step()
        found.append(ledger.is_complete)

    assert [False, False, True, False] == found


def test_what_nobody_asks_for_is_forgotten(tmp_path: Path) -> None:
    """The ledger does not grow for ever."""
    ledger = a_saved_ledger(tmp_path, a="one", b="two")
    ledger.recall("a", "m")
    ledger.save()
    ledger = a_ledger(tmp_path)

    assert ("one", None) == (ledger.recall("a", "m"), ledger.recall("b", "m"))


def test_it_is_not_written_where_nothing_is_new(tmp_path: Path) -> None:
    """Neither what is kept again nor what is recalled is new."""
    ledger = a_saved_ledger(tmp_path, a="one", b="two")
    before = (tmp_path / LEDGER_FILE).stat()
    ledger.recall("a", "m")
    ledger.keep("b", "m", "two")
    ledger.save()

    assert before == (tmp_path / LEDGER_FILE).stat()


@pytest.mark.parametrize("column", ["name", "mark", "content", "checksum"])
def test_a_damaged_row_is_none(tmp_path: Path, column: str) -> None:
    """The others are still recalled."""
    ledger = a_saved_ledger(tmp_path, a="one", b="two")
    with closing(sqlite3.connect(tmp_path / LEDGER_FILE)) as connection, connection:
        connection.execute(f"update ledger set {column} = {column} || 'x' where name = 'a'")
    ledger = a_ledger(tmp_path)

    assert [None, None, "two"] == [ledger.recall("a", "m"), ledger.recall("ax", "m"), ledger.recall("b", "m")]


@pytest.mark.parametrize("step", range(0, 8192, 256))
def test_a_damaged_file_never_errs(tmp_path: Path, step: int) -> None:
    """Whatever is flipped, what is recalled is right, and the ledger can be written again."""
    a_saved_ledger(tmp_path, **{f"name-{number}": f"content {number}" * 20 for number in range(20)})
    path = tmp_path / LEDGER_FILE
    content = bytearray(path.read_bytes())
    for place in range(step % len(content), min(step % len(content) + 8, len(content))):
        content[place] ^= 0xFF
    path.write_bytes(content)
    ledger = a_ledger(tmp_path)
    found = {number: ledger.recall(f"name-{number}", "m") for number in range(20)}
    for number in range(20):
        ledger.keep(f"name-{number}", "m", f"content {number}" * 20)
    ledger.save()

    assert {f"content {number}" * 20 for number, text in found.items() if text} == {
        text for text in found.values() if text
    }
    again = a_ledger(tmp_path)
    assert {None} >= {text for n in range(20) if (text := again.recall(f"name-{n}", "m")) != f"content {n}" * 20}


def test_a_full_disk_is_nothing_to_a_ledger(tmp_path: Path) -> None:
    """A folder of the journal's name stands for whatever keeps it from being written."""
    ledger = a_saved_ledger(tmp_path, a="one")
    (tmp_path / f"{LEDGER_FILE}-journal").mkdir()
    ledger.keep("a", "m", "two")
    ledger.save()

    assert a_ledger(tmp_path).recall("a", "m") in {"one", None}
