"""What earlier runs found out, kept for as long as what it was found from stays the same."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

LEDGER_FILE: Final = "ledger.sqlite"

_TABLE: Final = """create table if not exists ledger (
    name text primary key, mark text not null, content text not null, checksum integer not null
) without rowid"""


class _Row(NamedTuple):
    """Something found out, checked by itself: a damaged row, or one that no longer applies, is as none."""

    name: str
    mark: str
    content: str
    checksum: int

    @property
    def is_whole(self) -> bool:
        return self.checksum == _checksum(self.name, self.mark, self.content)


class Ledger:
    """Contents by name, each with a mark of all that it was found from; another mark is another content.

    It is memory alone: whatever happens to its file costs time and nothing else.

    Attributes:
        program: Stands for the program that finds out.
    """

    def __init__(self, file: Path | None = None, program: str = "") -> None:
        """Open a ledger.

        Args:
            file: Where it is kept; without one it forgets everything.
            program: What another one found is not recalled.
        """
        self.program = program
        self._file = file
        self._rows = {row.name: row for row in _rows(file)} if file else {}
        self._used: set[str] = set()
        self._lacking: set[str] = set()
        self._new: dict[str, _Row] = {}

    @property
    def is_complete(self) -> bool:
        """Whether everything that was asked for was recalled or is noted now: the next to ask will find it all."""
        return not self._lacking

    def recall(self, name: str, mark: str | None) -> str | None:
        """Return what was found under a name; None where nothing was, or from anything else than now.

        Args:
            name: What is asked for.
            mark: All that the answer depends on; None where that cannot be told, so that nothing is recalled.
        """
        self._used.add(name)
        row = self._rows.get(name)
        is_right = row is not None and mark is not None and row.mark == self._marked(mark) and row.is_whole
        if row and is_right:
            return row.content
        self._lacking.add(name)
        return None

    def keep(self, name: str, mark: str | None, content: str) -> None:
        """Note what was found; nothing where its mark cannot be told."""
        self._used.add(name)
        if mark is None:
            self._lacking.add(name)
            return
        self._lacking.discard(name)
        marked = self._marked(mark)
        row = _Row(name, marked, content, _checksum(name, marked, content))
        if self._rows.get(name) != row:
            self._new[name] = row

    def save(self) -> None:
        """Bring what is new to the disk; what was neither recalled nor noted since the ledger was opened goes."""
        gone = self._rows.keys() - self._used
        if self._file and (self._new or gone):
            try:
                _write(self._file, self._new.values(), gone)
            except sqlite3.OperationalError:  # a full disk, which whoever writes what matters will tell
                return
            except sqlite3.DatabaseError:
                _forget(self._file)
                return
            self._rows = {name: row for name, row in self._rows.items() if name not in gone} | self._new
        self._new = {}

    def _marked(self, mark: str) -> str:
        return f"{self.program} {mark}"


def _rows(file: Path) -> Iterator[_Row]:
    if not file.is_file():
        return
    try:
        with closing(sqlite3.connect(file)) as connection:
            found = connection.execute("select name, mark, content, checksum from ledger").fetchall()
    except sqlite3.DatabaseError:
        _forget(file)
        return
    yield from map(_Row._make, found)


def _write(file: Path, rows: Iterable[_Row], gone: Iterable[str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("pragma synchronous = off")  # rows that a power cut mixes up are not whole, or still right
        with connection:
            connection.execute(_TABLE)
            connection.executemany("delete from ledger where name = ?", ((name,) for name in gone))
            connection.executemany("insert or replace into ledger values (?, ?, ?, ?)", rows)


def _forget(file: Path) -> None:
    for path in (file, file.with_name(f"{file.name}-journal")):
        with suppress(OSError):
            path.unlink()


def _checksum(name: str, mark: str, content: str) -> int:
    return zlib.crc32(f"{name}\n{mark}\n{content}".encode("utf-8", "surrogatepass"))
