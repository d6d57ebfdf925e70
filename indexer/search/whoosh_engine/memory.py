"""How the process keeps memory, and when it looks for what it can let go of."""

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final

_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
"""Numbers of options in malloc.h of the GNU C library; see mallopt(3)."""

_KEPT_BYTES: Final = 128 << 20
_MAPPED_BYTES: Final = 32 << 20
"""The largest that mallopt takes."""


@cache
def keep_freed_memory() -> None:
    """Let the C library keep the memory of arrays that come and go, where it can be told so.

    It would give each larger one back to the system, which then has to clear every page of the next one: a third of
    the time of building an index, measured.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_MMAP_THRESHOLD, _MAPPED_BYTES)
        mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)


@contextmanager
def without_collector() -> Iterator[None]:
    """Make many objects, few of which are in cycles, without a search for cycles every time they have become more.

    Such searches took a tenth of the time of indexing short records, measured. Whoever makes objects for long calls
    `collect_young` now and then.
    """
    is_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_enabled:
            gc.enable()


def collect_young() -> None:
    """Let go of what has been made since the last time and is in cycles that nobody holds."""
    gc.collect(1)
