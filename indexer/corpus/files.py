"""The files of a corpus: which there are, which of them are records, and which paths a record may name."""

import os
import re
import time
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from indexer.corpus.states import GONE, FileState, state_of, unsettled

MEETING_FILE: Final = "meeting.toml"
VOCABULARY_FOLDER: Final = "vocabulary"
VOCABULARIES: Final = ("organizations", "countries", "people", "topics", "series")
_LEFTOVER: Final = re.compile(r"[.].*|~[$].*|.*~|#.*#|.*[.](bak|orig|tmp)|Thumbs[.]db|desktop[.]ini")
_PAPERWORK: Final = frozenset({"README.md", "LICENSE", "LICENSE.md", "LICENSE.txt"})


class PathFault(ValueError):  # noqa: N818  # it is told to people as a fault of the record
    """Why a path in a record names no file of the corpus; the message follows "file '...' "."""


@dataclass(frozen=True, slots=True)
class CorpusFiles:
    """Every file of a corpus, hidden ones and what editors leave behind aside.

    Attributes:
        known: Path on the disk by the same path in composed Unicode; both relative, with forward slashes.
        escaping: Links that lead out of the corpus or nowhere.
        misnamed: Files whose names are not in UTF-8, as far as they can be written.
        states: The state of each known file when it was looked at, by its path on the disk.
        looked: When that was, in nanoseconds.
    """

    root: Path
    known: Mapping[str, str]
    escaping: frozenset[str]
    states: Mapping[str, FileState] = field(default_factory=dict)
    looked: int = 0
    misnamed: frozenset[str] = frozenset()

    def vocabulary(self, name: str) -> str | None:
        """Return the path of a vocabulary file; None where the corpus has none of that name."""
        path = f"{VOCABULARY_FOLDER}/{name}.toml"
        return path if path in self.known else None

    def vocabularies(self) -> tuple[str, ...]:
        """Return the paths of all vocabulary files that there are."""
        return tuple(path for name in VOCABULARIES if (path := self.vocabulary(name)))

    def meetings(self) -> tuple[str, ...]:
        """Return the paths of the records of meetings."""
        return tuple(path for path in self._records() if _name(path) == MEETING_FILE)

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the records of documents."""
        return tuple(path for path in self._records() if _name(path) != MEETING_FILE)

    def named(self, record: str, file: str) -> str:
        """Return the path of a file that a record names, relative to the corpus.

        Raises:
            PathFault: The name leads out of the record's folder, or to no file.
        """
        if not is_inside(file):
            raise PathFault("leads out of the record's folder; put the file beside the record and write its name alone")
        path = beside(record, file)
        if path in self.escaping:
            raise PathFault("is a link that leads out of the corpus; put the file itself there")
        if path not in self.known:
            raise PathFault("does not exist; put it beside the record, or mend its name here")
        return self.known[path]

    def answer(self, path: str) -> str:
        """Return all that a record learns of a path that it names, so that the same answer gives the same record."""
        if path in self.escaping:
            return "escaping"
        known = self.known.get(path)
        return f"{self.size(known)} {known}" if known else ""

    def size(self, path: str) -> int:
        """Return the size of a known file, by its path on the disk."""
        return self.states[path].size

    def mark(self, path: str) -> str | None:
        """Return what stands for the content of a known file; None where its state does not, or it is not there."""
        state = self.states.get(path, GONE)
        return None if state is GONE or state.changed > self.looked else str(state)

    def unsettled(self) -> int:
        """Return for how many nanoseconds some file could still change and not be told from what was looked at."""
        past = [state.changed for state in self.states.values() if state.changed <= self.looked]
        return unsettled(max(past), self.looked) if past else 0

    def unlisted(self, named: AbstractSet[str]) -> tuple[str, ...]:
        """Return the files that no record names; what describes a folder is left out."""
        return tuple(path for path in self.known.values() if path not in named and _name(path) not in _PAPERWORK)

    def _records(self) -> Iterator[str]:
        folder = f"{VOCABULARY_FOLDER}/"
        return (path for path in self.known.values() if path.endswith(".toml") and not path.startswith(folder))


@dataclass(frozen=True)
class WatchedFiles(CorpusFiles):
    """Files that note what is asked of them.

    Attributes:
        asked: The answer for each path that was asked for.
    """

    asked: dict[str, str] = field(default_factory=dict)

    @classmethod
    def watch(cls, files: CorpusFiles) -> "WatchedFiles":
        """Return the same files, of which nothing was asked yet."""
        return cls(files.root, files.known, files.escaping, files.states, files.looked)

    def named(self, record: str, file: str) -> str:
        """Return the path of a file that a record names, and note that it was asked for."""
        if is_inside(file):
            path = beside(record, file)
            self.asked[path] = self.answer(path)
        return super().named(record, file)


def beside(record: str, file: str) -> str:
    """Return the path in composed Unicode of a file that stands beside or below a record."""
    return unicodedata.normalize("NFC", str(PurePosixPath(record).parent / file))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def is_inside(path: str) -> bool:
    """Return whether a path stays below the folder that it is read from."""
    parts = path.split("/")
    return bool(path) and not any(mark in path for mark in ("\\", ":", "\0")) and not {"", ".", ".."} & set(parts)


def walk(root: Path) -> CorpusFiles:
    """Return the files of a corpus, in the order of their paths."""
    known: dict[str, str] = {}
    escaping: set[str] = set()
    misnamed: set[str] = set()
    states: dict[str, FileState] = {}
    within, outer = root.resolve(), len(f"{root}{os.sep}")
    for entry in _entries(root):
        path = entry.path[outer:].replace(os.sep, "/")
        if not _is_text(path):
            misnamed.add(os.fsencode(path).decode(errors="replace"))
            continue
        composed = unicodedata.normalize("NFC", path)
        if entry.is_symlink() and not _leads_inside(entry, within):
            escaping.add(composed)
        elif entry.is_file():
            known[composed] = path
            states[path] = _state(entry)
    return CorpusFiles(
        root, dict(sorted(known.items())), frozenset(escaping), states, time.time_ns(), frozenset(misnamed)
    )


def _entries(folder: Path | str) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _LEFTOVER.fullmatch(entry.name):
                yield from _entries(entry.path) if entry.is_dir(follow_symlinks=False) else (entry,)


def _leads_inside(entry: "os.DirEntry[str]", within: Path) -> bool:
    target = Path(os.path.realpath(entry.path))  # unlike Path.resolve it bears links in a circle
    return target.is_file() and target.is_relative_to(within)


def _is_text(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _state(entry: "os.DirEntry[str]") -> FileState:
    try:
        return state_of(entry.stat())
    except OSError:  # it went after the folder was read; whoever opens it will say so
        return GONE
