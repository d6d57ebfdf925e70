"""A folder that records what is done to it, and every state that a power cut could leave on the disk."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from errno import EIO
from itertools import combinations
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from indexer.search.whoosh_engine.codec.storage import IndexFolder

_FEW: Final = 4
"""Of so many steps that may or may not have come to the disk, all combinations are tried."""

State = dict[str, bytes]
"""The content of a folder."""


class KilledError(BaseException):
    """Nothing more is done by a process that was killed."""


class Step(StrEnum):
    """What is done to a folder."""

    CREATE = "create"
    WRITE = "write"
    SYNC = "sync"
    RENAME = "rename"
    REMOVE = "remove"
    SYNC_NAMES = "sync names"


class _Event(NamedTuple):
    step: Step
    file: int = 0
    name: str = ""
    new: str = ""


@dataclass
class _File:
    """A file of whatever name: its content, of which only the beginning is surely on the disk."""

    synced: int = 0
    written: int = 0

    def lengths(self) -> tuple[int, ...]:
        """Return which lengths a power cut may leave."""
        return tuple(dict.fromkeys((self.synced, (self.synced + self.written) // 2, self.written)))


@dataclass
class Disk:
    """A folder as it is on a disk, and as programs see it before it is there.

    Attributes:
        dies_at: At which event whoever writes is killed; None for never.
        failing: Which step fails, once, after so many of its kind.
    """

    folder: Path
    dies_at: int | None = None
    failing: tuple[Step, int] | None = None
    events: list[_Event] = field(default_factory=list)
    contents: list[bytearray] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for path in sorted(self.folder.iterdir()):
            file = self.create(path.name)
            self.write(file, path.read_bytes())
            self.record(_Event(Step.SYNC, file))
        self.record(_Event(Step.SYNC_NAMES))

    def create(self, name: str) -> int:
        """Note that there is a new file, and return its number."""
        self.record(_Event(Step.CREATE, len(self.contents), name))
        self.contents.append(bytearray())
        self.names[name] = len(self.contents) - 1
        return self.names[name]

    def write(self, file: int, content: bytes) -> None:
        """Note that something was written to a file, as one step with what was written just before."""
        if self.events[-1] != _Event(Step.WRITE, file):
            self.record(_Event(Step.WRITE, file))
        self.contents[file] += content

    def record(self, event: _Event) -> None:
        """Note that something is done."""
        if self.dies_at is not None and len(self.events) >= self.dies_at:
            raise KilledError
        if self.failing is not None and self.failing[0] is event.step:
            step, left = self.failing
            self.failing = (step, left - 1) if left else None
            if not left:
                raise OSError(EIO, "Input/output error")
        self.events.append(event)

    def storage(self) -> type[IndexFolder]:
        """Return the class of the folder for who writes."""
        disk = self

        class Recorded(_RecordedFolder):
            _disk = disk

        return Recorded

    def states_after(self, events: int) -> Iterator[State]:
        """Yield what a power cut after so many events could leave, each state once."""
        names, pending, files = self._known(events)
        seen: set[frozenset[tuple[str, int, int]]] = set()
        for happened in _selections(pending):
            found = dict(names)
            for event in happened:
                _apply(event, found)
            for choice in range(3):
                lengths = {name: files[file].lengths() for name, file in found.items()}
                kept = {name: sizes[min(choice, len(sizes) - 1)] for name, sizes in lengths.items()}
                key = frozenset((name, found[name], size) for name, size in kept.items())
                if key not in seen:
                    seen.add(key)
                    yield {name: bytes(self.contents[found[name]][:size]) for name, size in kept.items()}

    def _known(self, events: int) -> tuple[dict[str, int], list[_Event], list[_File]]:
        """Return the names that are surely on the disk, what else was done to names, and the files."""
        names: dict[str, int] = {}
        pending: list[_Event] = []
        files = [_File() for _ in self.contents]
        for event in self.events[:events]:
            match event.step:
                case Step.WRITE:
                    files[event.file].written = len(self.contents[event.file])
                case Step.SYNC:
                    files[event.file].synced = files[event.file].written
                case Step.SYNC_NAMES:
                    for one in pending:
                        _apply(one, names)
                    pending.clear()
                case _:
                    pending.append(event)
        return names, pending, files


def _apply(event: _Event, names: dict[str, int]) -> None:
    match event.step:
        case Step.CREATE:
            names[event.name] = event.file
        case Step.RENAME:
            names.pop(event.name, None)
            names[event.new] = event.file
        case Step.REMOVE:
            names.pop(event.name, None)


def _selections(events: Sequence[_Event]) -> Iterator[Sequence[_Event]]:
    """Yield which of some steps came to the disk: all, none, only one, all but one, those up to one; or any of few."""
    if len(events) <= _FEW:
        for size in range(len(events) + 1):
            yield from combinations(events, size)
        return
    for place in range(len(events) + 1):
        yield events[:place]
        yield events[place : place + 1]
        yield [*events[:place], *events[place + 1 :]]


class _RecordedFile(io.BufferedWriter):
    def __init__(self, path: Path, disk: Disk, number: int) -> None:
        super().__init__(io.FileIO(path, "xb"))
        self.number = number
        self._disk = disk

    def write(self, content: bytes | memoryview) -> int:  # type: ignore[override]  # no other buffers are written
        self._disk.write(self.number, bytes(content))
        return super().write(content)


class _RecordedFolder(IndexFolder):
    _disk: Disk

    def create(self, name: str) -> BinaryIO:
        return _RecordedFile(self.path / name, self._disk, self._disk.create(name))

    def sync(self, file: BinaryIO) -> None:
        assert isinstance(file, _RecordedFile)
        self._disk.record(_Event(Step.SYNC, file.number))
        file.flush()

    def rename(self, name: str, new: str) -> None:
        file = self._disk.names[name]
        self._disk.record(_Event(Step.RENAME, file, name, new))
        super().rename(name, new)
        del self._disk.names[name]
        self._disk.names[new] = file

    def remove(self, name: str) -> None:
        if name in self._disk.names:
            self._disk.record(_Event(Step.REMOVE, self._disk.names[name], name))
            super().remove(name)
            del self._disk.names[name]

    def sync_names(self) -> None:
        self._disk.record(_Event(Step.SYNC_NAMES))


def lay_out(folder: Path, state: State) -> None:
    """Make a folder of what a power cut left."""
    folder.mkdir()
    for name, content in state.items():
        (folder / name).write_bytes(content)
