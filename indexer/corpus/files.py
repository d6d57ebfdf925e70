"""The files of a corpus: which there are, which of them are records, and which paths a record may name."""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

MEETING_FILE: Final = "meeting.toml"
VOCABULARY_FOLDER: Final = "vocabulary"
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
    """

    root: Path
    known: Mapping[str, str]
    escaping: frozenset[str]

    def vocabulary(self, name: str) -> str | None:
        """Return the path of a vocabulary file; None where the corpus has none of that name."""
        path = f"{VOCABULARY_FOLDER}/{name}.toml"
        return path if path in self.known else None

    def meetings(self) -> tuple[str, ...]:
        """Return the paths of the records of meetings."""
        return tuple(path for path in self._records() if PurePosixPath(path).name == MEETING_FILE)

    def documents(self) -> tuple[str, ...]:
        """Return the paths of the records of documents."""
        return tuple(path for path in self._records() if PurePosixPath(path).name != MEETING_FILE)

    def named(self, record: str, file: str) -> str:
        """Return the path of a file that a record names, relative to the corpus.

        Raises:
            PathFault: The name leads out of the record's folder, or to no file.
        """
        if not is_inside(file):
            raise PathFault("leads out of the record's folder; put the file beside the record and write its name alone")
        path = unicodedata.normalize("NFC", str(PurePosixPath(record).parent / file))
        if path in self.escaping:
            raise PathFault("is a link that leads out of the corpus; put the file itself there")
        if path not in self.known:
            raise PathFault("does not exist; put it beside the record, or mend its name here")
        return self.known[path]

    def unlisted(self, named: AbstractSet[str]) -> tuple[str, ...]:
        """Return the files that no record names; what describes a folder is left out."""
        return tuple(
            path for path in self.known.values() if path not in named and PurePosixPath(path).name not in _PAPERWORK
        )

    def _records(self) -> Iterator[str]:
        folder = f"{VOCABULARY_FOLDER}/"
        return (path for path in self.known.values() if path.endswith(".toml") and not path.startswith(folder))


def is_inside(path: str) -> bool:
    """Return whether a path stays below the folder that it is read from."""
    parts = path.split("/")
    return bool(path) and not any(mark in path for mark in ("\\", ":", "\0")) and not {"", ".", ".."} & set(parts)


def walk(root: Path) -> CorpusFiles:
    """Return the files of a corpus, in the order of their paths."""
    known: dict[str, str] = {}
    escaping: set[str] = set()
    within = root.resolve()
    for entry in _entries(root):
        path = entry.path.removeprefix(f"{root}{os.sep}").replace(os.sep, "/")
        composed = unicodedata.normalize("NFC", path)
        if entry.is_symlink() and not _leads_inside(entry, within):
            escaping.add(composed)
        elif entry.is_file():
            known[composed] = path
    return CorpusFiles(root, dict(sorted(known.items())), frozenset(escaping))


def _entries(folder: Path | str) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _LEFTOVER.fullmatch(entry.name):
                yield from _entries(entry.path) if entry.is_dir(follow_symlinks=False) else (entry,)


def _leads_inside(entry: "os.DirEntry[str]", within: Path) -> bool:
    target = Path(os.path.realpath(entry.path))  # unlike Path.resolve it bears links in a circle
    return target.is_file() and target.is_relative_to(within)
