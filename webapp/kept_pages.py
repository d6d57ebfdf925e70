"""Pages that were given before, kept while there is room, so that what many ask for is made once a generation."""

from collections import OrderedDict
from threading import Lock
from typing import Final

ROOM: Final = 16 << 20
"""Characters of pages that a process keeps: some hundreds of pages of results."""


class KeptPages:
    """Pages by all that they depend on, the latest asked for; safe to share between threads."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._used = 0
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def find(self, key: str) -> str | None:
        """Return a page; None where it is not kept."""
        with self._lock:
            page = self._pages.get(key)
            if page is not None:
                self._pages.move_to_end(key)
            return page

    def keep(self, key: str, page: str) -> None:
        """Keep a page, and let go of those that were asked for longest ago where there is no room."""
        with self._lock:
            self._used += len(page) - len(self._pages.pop(key, ""))
            self._pages[key] = page
            while self._used > self._room:
                self._used -= len(self._pages.popitem(last=False)[1])
