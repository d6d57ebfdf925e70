"""The readers' door: the newest generation, whole, for as long as a reader needs it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.indexing import Generations
from indexer.indexing.generations import Stamp

WATCH_SECONDS: Final = 0.05
"""How often it is looked for a new generation where nobody reads."""

PATIENCE_SECONDS: Final = 0.05
"""How long readers wait for a new generation to be opened before they go on with the one before it."""


@dataclass(slots=True, eq=False)
class _Opened:
    """A generation that is open, and how many readers it has."""

    generation: Generation
    stamp: Stamp
    readers: int = 0


class Archive:
    """Opens each generation once and closes it when its last reader has left.

    Args:
        state: The folder of generations and texts.
        is_beside: A new generation is opened while readers go on with the one before it where that takes more than a
            moment; otherwise the first who comes waits for it.
    """

    def __init__(self, state: Path, *, is_beside: bool = False) -> None:
        self._state = state
        self._is_beside = is_beside
        self._beside: threading.Thread | None = None
        self._patient_until = 0.0
        self._is_over = threading.Event()
        self._generations = Generations(state)
        self._lock = threading.Lock()
        self._opened: _Opened | None = None
        self._retired: list[_Opened] = []

    @contextmanager
    def reading(self) -> Iterator[Generation]:
        """Give a generation; it stays open until the context ends, whatever is switched in meanwhile.

        Raises:
            IndexUnavailableError: There is none yet, or it is damaged.
        """
        opened = self._enter()
        try:
            opened.generation.hold()
            yield opened.generation
        finally:
            self._leave(opened)

    def watch(self) -> None:
        """Open what is new although nobody reads, from now on, in a thread that ends with the program."""
        with suppress(IndexUnavailableError), self.reading() as generation:
            generation.warm()
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def _watch(self) -> None:
        while not self._is_over.wait(WATCH_SECONDS):
            with suppress(IndexUnavailableError), self.reading():
                pass

    def _enter(self) -> _Opened:
        opened, beside = self._entered()
        patience = self._patient_until - monotonic()
        if beside and patience > 0:
            beside.join(patience)
            self._leave(opened)
            opened, _ = self._entered()
        return opened

    def _entered(self) -> tuple[_Opened, threading.Thread | None]:
        with self._lock:
            opened = self._current()
            opened.readers += 1
            return opened, self._beside

    def _current(self) -> _Opened:
        while True:
            stamp = self._generations.stamp()
            if stamp is None:
                raise IndexUnavailableError("The archive has not been indexed yet: run masthead index.")
            if self._opened and self._opened.stamp == stamp:
                return self._opened
            if self._opened and self._is_beside:
                self._begin_beside(stamp)
                return self._opened
            try:
                fresh = Generation(self._state, self._generations, stamp.generation)
            except IndexUnavailableError:
                if self._generations.stamp() == stamp:
                    raise
                continue  # it was not damaged but went while it was being opened
            self._switch(_Opened(fresh, stamp))

    def _begin_beside(self, stamp: Stamp) -> None:
        if self._beside is None or not self._beside.is_alive():
            self._patient_until = monotonic() + PATIENCE_SECONDS
            self._beside = threading.Thread(target=self._open_beside, args=(stamp,), name="opening", daemon=True)
            self._beside.start()

    def _open_beside(self, stamp: Stamp) -> None:
        """Open a generation and let readers have it; where that fails, the next one opens it again and is told why."""
        fresh: _Opened | None = None
        with suppress(IndexUnavailableError):
            generation = Generation(self._state, self._generations, stamp.generation)
            fresh = _Opened(generation, stamp)
            generation.warm()
        with self._lock:
            self._switch(fresh)
            self._beside = None

    def _switch(self, fresh: _Opened | None) -> None:
        self._retire()
        self._opened = fresh

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
        self._is_over.set()
        if beside := self._beside:
            beside.join()
        with self._lock:
            self._retire()
