"""Writes an index: all changes of one commit, or none."""

import fcntl
import os
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

import numpy as np

from indexer.model.results import IndexEntry, IndexKey
from indexer.search.whoosh_engine.building.builder import Placed, SegmentBuilder
from indexer.search.whoosh_engine.building.columns_file import write_columns
from indexer.search.whoosh_engine.building.merging import merge_segments
from indexer.search.whoosh_engine.building.policy import groups_to_merge
from indexer.search.whoosh_engine.codec.contents import (
    Contents,
    SegmentEntry,
    has_contents,
    read_contents,
    write_contents,
)
from indexer.search.whoosh_engine.codec.segment import opened_segments
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.columns import Columns
from indexer.search.whoosh_engine.errors import IndexBusyError
from indexer.search.whoosh_engine.markers import check_marker, write_marker
from indexer.search.whoosh_engine.memory import without_collector

MEMORY: Final = 768 << 20
"""How many bytes of a commit are in memory at a time, about."""


class _Document(NamedTuple):
    """A document of the index as it was: of which segment, and its number there."""

    file: str
    number: int


class WhooshWriter:
    """Changes the index in a folder, which is made where it is empty.

    The files that are there may be shared with other folders: none is changed, some names are removed.
    """

    def __init__(self, folder: Path, memory: int = MEMORY, storage: type[IndexFolder] = IndexFolder) -> None:
        self._path = folder
        self._folder = storage(folder)
        self._memory = memory

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            opened.callback(os.close, _lock(self._path))
            opened.enter_context(without_collector())
            self._begin()
            self._opened = opened.pop_all()
        return self

    def _begin(self) -> None:
        is_new = not has_contents(self._path)
        if not is_new:
            check_marker(self._path)
        self._before = Contents() if is_new else read_contents(self._path)
        self._remove_all_but(self._before.files)  # what a commit that was cut short has left
        if is_new:
            write_marker(self._folder)
        self._stored = {} if is_new else _stored_documents(self._path, self._before)
        self._deleted: dict[str, set[int]] = {entry.file: set(entry.deleted) for entry in self._before.segments}
        self._adopted: list[SegmentEntry] = []
        self._commit = self._before.commit + 1
        self._builder = SegmentBuilder(self._folder, f"{self._commit}", self._memory)
        self._written: dict[IndexKey, Placed] = {}
        self._replaced: list[Placed] = []

    def add(self, entry: IndexEntry) -> None:
        """Put an entry in, in the place of one with the same key."""
        placed = self._builder.add(entry)
        self.remove(entry.key)
        self._written[entry.key] = placed

    def adopt(self, segments: Sequence[SegmentEntry], keys: Iterable[IndexKey]) -> None:
        """Take segments that a builder has written into this folder, in the place of entries with these keys."""
        for key in keys:
            self.remove(key)
        self._adopted.extend(segments)

    def remove(self, key: IndexKey) -> None:
        """Take an entry out; nothing happens where there is none."""
        written = self._written.pop(key, None)
        if written is not None:
            self._replaced.append(written)
        stored = self._stored.pop(key, None)
        if stored is not None:
            self._deleted[stored.file].add(stored.number)

    def prefix(self, worker: int) -> str:
        """Return what the names of the segments of one of several builders begin with."""
        return f"{self._commit}.{worker}"

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._opened as ending:
            ending.callback(self._discard_all_but_the_index)
            if kind is None:
                self._commit_all()

    def _commit_all(self) -> None:
        built = self._builder.finish()
        gone: list[set[int]] = [set() for _ in built]
        for segment, document in self._replaced:
            gone[segment].add(document)
        entries = [_with(entry, self._deleted[entry.file]) for entry in self._before.segments]
        entries += [_with(entry, ours) for entry, ours in zip(built, gone, strict=True)]
        merged = self._merged([*entries, *self._adopted])
        columns = f"{self._commit}.col"
        with opened_segments(merged, self._path) as segments:
            write_columns(self._folder, columns, segments)
        self._folder.sync_names()
        write_contents(self._folder, Contents(self._commit, merged, columns))

    def _merged(self, entries: Sequence[SegmentEntry]) -> tuple[SegmentEntry, ...]:
        """Return the segments of the index, some of them written as one."""
        groups = groups_to_merge(entries)
        gone = {entry.file for group in groups for entry in group} | {entry.file for entry in entries if not entry.live}
        kept = [entry for entry in entries if entry.file not in gone]
        for number, group in enumerate(groups):
            name = f"{self._commit}-m{number}.seg"
            with opened_segments(group, self._path) as segments:
                kept.append(SegmentEntry(name, merge_segments(self._folder, name, segments)))
        return tuple(kept)

    def _discard_all_but_the_index(self) -> None:
        """Remove what this commit has made superfluous, or where it failed, all that it has made."""
        self._remove_all_but(read_contents(self._path).files if has_contents(self._path) else set())

    def _remove_all_but(self, files: set[str]) -> None:
        superfluous = [name for name in self._folder.names() - files if name.endswith((".seg", ".col"))]
        if superfluous:
            self._folder.sync_names()  # else a power cut might bring back a table of contents that names them
        for name in superfluous:
            self._folder.remove(name)


def _lock(folder: Path) -> int:
    """Return the one lock there is on a folder; the system lets go of it when the process ends, however it does."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise IndexBusyError(folder) from error
    return descriptor


def _with(entry: SegmentEntry, deleted: set[int]) -> SegmentEntry:
    return replace(entry, deleted=tuple(sorted(deleted)))


def _stored_documents(folder: Path, contents: Contents) -> dict[IndexKey, _Document]:
    """Return where the documents of the index are."""
    columns = Columns(folder / contents.columns)
    every = [(entry.file, entry.documents) for entry in contents.segments]
    files = [file for file, documents in every for _ in range(documents)]
    numbers = np.concatenate([np.zeros(0, np.int64), *(np.arange(documents) for _, documents in every)]).tolist()
    numbered = zip(columns.keys(), columns.numbers.tolist(), strict=True)
    stored = {key: _Document(files[number], numbers[number]) for key, number in numbered}
    columns.close()
    return stored
