"""The table of contents: which files are the index now. It is the last that a commit writes."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from indexer.search.whoosh_engine.codec.sealing import sealed, unsealed
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexDamagedError

NAME: Final = "contents.toc"


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """One segment.

    Attributes:
        file: Its name in the folder.
        documents: How many there are in it, deleted ones too.
        deleted: The numbers of those that count no more, in ascending order.
    """

    file: str
    documents: int
    deleted: tuple[int, ...] = ()

    @property
    def live(self) -> int:
        """How many documents count."""
        return self.documents - len(self.deleted)


@dataclass(frozen=True, slots=True)
class Contents:
    """An index.

    Attributes:
        commit: Counts up with every commit; the names of files begin with it.
        columns: The name of the file of columns.
    """

    commit: int = 0
    segments: tuple[SegmentEntry, ...] = ()
    columns: str = ""

    @property
    def files(self) -> set[str]:
        """The names of all files that belong to the index, but for this table."""
        return {entry.file for entry in self.segments} | ({self.columns} if self.columns else set())


def write_contents(folder: IndexFolder, contents: Contents) -> None:
    """Make this the index in a folder, at once and for good."""
    folder.replace(NAME, sealed(NAME, json.dumps(asdict(contents)).encode()))


def has_contents(folder: Path) -> bool:
    """Return whether there is an index in a folder."""
    return (folder / NAME).is_file()


def read_contents(folder: Path) -> Contents:
    """Return which files are the index.

    Raises:
        IndexDamagedError: There is no table of contents, or it is not as it was written.
    """
    path = folder / NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise IndexDamagedError(folder, "it has no table of contents") from error
    fields = json.loads(unsealed(path, content))
    return Contents(fields["commit"], tuple(_entries(fields["segments"])), fields["columns"])


def _entries(segments: Iterable[dict[str, object]]) -> Iterable[SegmentEntry]:
    for segment in segments:
        file, documents, deleted = segment["file"], segment["documents"], segment["deleted"]
        assert isinstance(file, str)
        assert isinstance(documents, int)
        assert isinstance(deleted, list)
        yield SegmentEntry(file, documents, tuple(deleted))
