"""What tells a file that changed from one that did not, without reading it."""

import os
from typing import Final, NamedTuple

TICK: Final = 20_000_000
"""Nanoseconds after which a change surely has another time: twice the slowest clock of file systems that keep them."""

COARSE_TICK: Final = 2_000_000_000
"""The same of file systems that keep whole seconds."""

_SECOND: Final = 1_000_000_000


class FileState(NamedTuple):
    """The state of a file: its content is the same for as long as all of this is the same.

    A time of modification can be set back by whoever changes a file, the time of the change of the inode cannot.

    Attributes:
        modified, changed: Times in nanoseconds, of the content and of the inode.
    """

    size: int
    modified: int
    changed: int
    inode: int

    def __str__(self) -> str:
        """Return the numbers, as they are kept and compared."""
        return f"{self.size} {self.modified} {self.changed} {self.inode}"


GONE: Final = FileState(0, 0, 0, 0)
"""The state of a file that is not there."""


def state_of(status: os.stat_result) -> FileState:
    """Return the state that a look at a file found."""
    return FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def unsettled(changed: int, now: int) -> int:
    """Return for how many nanoseconds a file could still change without a change of its state.

    Args:
        changed: When the file changed last.
        now: When its state was looked at. After the wait, what is read belongs to the state that was seen.
    """
    tick = TICK if changed % _SECOND else COARSE_TICK
    return max(0, min(changed + tick - now, tick))
