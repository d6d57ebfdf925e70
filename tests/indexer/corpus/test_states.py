"""A file that changed is told from one that did not."""

import os
from pathlib import Path

import pytest

from indexer.corpus.states import COARSE_TICK, TICK, state_of, unsettled

SECOND = 1_000_000_000
CHANGED = 1_700_000_000 * SECOND


def test_an_untouched_file_is_in_the_same_state(tmp_path: Path) -> None:
    """Reading it changes nothing."""
    path = tmp_path / "a"
    path.write_bytes(b"one")
    before = state_of(path.stat())
    path.read_bytes()

    assert before == state_of(path.stat())


def test_a_time_that_was_set_back_betrays_itself(tmp_path: Path) -> None:
    """Same name, size and time of modification, other content: the time of the inode differs."""
    path = tmp_path / "a"
    path.write_bytes(b"one")
    status = path.stat()
    while True:  # the clock of the file system moves in steps
        path.write_bytes(b"two")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        if path.stat().st_ctime_ns != status.st_ctime_ns:
            break

    assert status.st_mtime_ns == path.stat().st_mtime_ns
    assert state_of(status) != state_of(path.stat())


@pytest.mark.parametrize(
    ("changed", "now", "expected"),
    [
        (CHANGED + 1, CHANGED + 1, TICK),
        (CHANGED + 1, CHANGED + 1 + TICK // 4, TICK - TICK // 4),
        (CHANGED + 1, CHANGED + 1 + TICK, 0),
        (CHANGED + 1, CHANGED + SECOND, 0),
        (CHANGED, CHANGED + SECOND, COARSE_TICK - SECOND),
        (CHANGED + 1, CHANGED - SECOND, TICK),
    ],
)
def test_a_file_settles_after_a_tick_of_its_clock(changed: int, now: int, expected: int) -> None:
    """Whole seconds mean a clock of seconds; the wait is never longer than a tick."""
    assert expected == unsettled(changed, now)
