"""The readers' door: always the newest generation, whole, for as long as a reader needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.indexing import Generations


class Archive:
    """Opens each generation once and closes it when its last reader has left."""

    def __init__(self, state: Path) -> None:
        self._state = state
        self._generations = Generations(state)
        self._lock = threading.Lock()
        self._open: Generation | None = None
        self._readers: dict[str, int] = {}
        self._retired: dict[str, Generation] = {}

    @contextmanager
    def reading(self) -> Iterator[Generation]:
        """Give the current generation; it stays open until the context ends, whatever is switched in meanwhile.

        Raises:
            IndexUnavailableError: There is none yet, or it is damaged.
        """
        generation = self._enter()
        try:
            yield generation
        finally:
            self._leave(generation)

    def _enter(self) -> Generation:
        with self._lock:
            generation = self._current()
            self._readers[generation.number] = self._readers.get(generation.number, 0) + 1
            return generation

    def _current(self) -> Generation:
        number = self._generations.current()
        if number is None:
            raise IndexUnavailableError("The archive has not been indexed yet: run masthead index.")
        if self._open is None or self._open.number != number:
            fresh = Generation(self._state, self._generations, number)
            if self._open:
                self._retired[self._open.number] = self._open
                self._close_unused()
            self._open = fresh
        return self._open

    def _leave(self, generation: Generation) -> None:
        with self._lock:
            self._readers[generation.number] -= 1
            self._close_unused()

    def _close_unused(self) -> None:
        for number in [number for number in self._retired if not self._readers.get(number)]:
            self._retired.pop(number).close()
            self._readers.pop(number, None)

    def close(self) -> None:
        """Let go of all files; nobody may be reading."""
        with self._lock:
            if self._open:
                self._retired[self._open.number] = self._open
                self._open = None
            self._close_unused()
