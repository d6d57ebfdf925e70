"""What was made once, kept to be given again while there is room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


def _one(_: object) -> int:
    return 1


class Kept(Generic[Key, Value]):
    """Values by all that they depend on, the latest asked for; safe to share between threads."""

    def __init__(self, room: int, size: Callable[[Value], int] = _one) -> None:
        """Begin with nothing.

        Args:
            room: What the sizes of all values that are kept may sum up to.
            size: Gives that of a value; without it, room is how many there may be.
        """
        self._room = room
        self._size = size
        self._used = 0
        self._values: OrderedDict[Key, Value] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Key) -> Value | None:
        """Return a value; None where it is not kept."""
        with self._lock:
            value = self._values.get(key)
            if value is not None:
                self._values.move_to_end(key)
            return value

    def keep(self, key: Key, value: Value) -> None:
        """Keep a value, and let go of those that were asked for longest ago where there is no room."""
        with self._lock:
            former = self._values.pop(key, None)
            if former is not None:
                self._used -= self._size(former)
            self._values[key] = value
            self._used += self._size(value)
            while self._used > self._room:
                self._used -= self._size(self._values.popitem(last=False)[1])

    def each(self, keys: Iterable[Key], make: Callable[[list[Key]], Mapping[Key, Value]]) -> dict[Key, Value]:
        """Return the values of some keys.

        Args:
            make: Makes those that are not kept, all at once; those that it leaves out are absent.
        """
        found = {key: self.find(key) for key in keys}
        made = make([key for key, value in found.items() if value is None]) if None in found.values() else {}
        for key, value in made.items():
            self.keep(key, value)
        return {key: value for key, value in {**found, **made}.items() if value is not None}
