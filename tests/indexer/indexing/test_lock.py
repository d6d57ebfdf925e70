"""One run at a time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from indexer.indexing import LockHeldError, RunLock

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def test_second_run_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    """The message names the process, the machine and since when."""
    with (
        RunLock(tmp_path / "index.lock", NOON),
        pytest.raises(LockHeldError, match=r"process \d+ on .+ since 2026-01-02T12:00:00"),
        RunLock(tmp_path / "index.lock", NOON),
    ):
        pass


def test_lock_is_free_again_after_a_run(tmp_path: Path) -> None:
    """Leaving the context gives the lock back."""
    with RunLock(tmp_path / "index.lock", NOON):
        pass
    with RunLock(tmp_path / "index.lock", NOON) as lock:
        assert lock


def test_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    """A run that fails does not keep the lock."""
    with pytest.raises(ZeroDivisionError), RunLock(tmp_path / "index.lock", NOON):
        1 / 0  # noqa: B018 - any error will do
    with RunLock(tmp_path / "index.lock", NOON) as lock:
        assert lock


def test_a_file_without_a_holder_blocks_nobody(tmp_path: Path) -> None:
    """What a killed process left behind is only a file."""
    (tmp_path / "index.lock").write_text('{"process": 1, "host": "gone", "since": "long ago"}')
    with RunLock(tmp_path / "index.lock", NOON) as lock:
        assert lock
