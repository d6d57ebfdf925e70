"""The readers' door: always the newest generation, whole, for as long as a reader needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.indexing import Generations
from indexer.indexing.generations import Stamp


@dataclass(slots=True, eq=False)
class _Opened:
    """A generation that is open, and how many readers it has."""

    generation: Generation
    stamp: Stamp
    readers: int = 0


class Archive:
    """Opens each generation once and closes it when its last reader has left."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._generations = Generations(state)
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self._retired: list[_Opened] = []

    @contextmanager
    def reading(self) -> Iterator[Generation]:
        """Give the current generation; it stays open until the context ends, whatever is switched in meanwhile.

        Raises:
            IndexUnavailableError: There is none yet, or it is damaged.
        """
        opened = self._enter()
        try:
            opened.generation.hold()
            yield opened.generation
        finally:
            self._leave(opened)

    def _enter(self) -> _Opened:
        with self._lock:
            opened = self._current()
            opened.readers += 1
            return opened

    def _current(self) -> _Opened:
        while True:
            stamp = self._generations.stamp()
            if stamp is None:
                raise IndexUnavailableError("The archive has not been indexed yet: run masthead index.")
            if self._opened and self._opened.stamp == stamp:
                return self._opened
            try:
                fresh = Generation(self._state, self._generations, stamp.generation)
            except IndexUnavailableError:
                if self._generations.stamp() == stamp:
                    raise
                continue  # it was not damaged but went while it was being opened
            self._retire()
            self._opened = _Opened(fresh, stamp)

    def _leave(self, opened: _Opened) -> None:
        with self._lock:
            opened.readers -= 1
            self._close_unused()

    def _retire(self) -> None:
        if self._opened:
            self._retired.append(self._opened)
            self._opened = None
        self._close_unused()

    def _close_unused(self) -> None:
        for opened in [opened for opened in self._retired if not opened.readers]:
            self._retired.remove(opened)
            opened.generation.close()

    def close(self) -> None:
        """Let go of all files; nobody may be reading."""
        with self._lock:
            self._retire()
