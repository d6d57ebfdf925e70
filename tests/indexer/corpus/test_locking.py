"""The lock of the corpus excludes others and never outlives its holder."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from indexer.corpus.errors import CorpusLockedError
from indexer.corpus.locking import LOCK_FILE, corpus_lock

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
HOLD = """
import datetime as dt, pathlib, sys, time
from indexer.corpus.locking import corpus_lock
with corpus_lock(pathlib.Path(sys.argv[1]), "masthead index", dt.datetime(2026, 1, 2, tzinfo=dt.UTC)):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_lock_that_was_given_back_can_be_taken(tmp_path: Path) -> None:
    """One after the other may write."""
    for _ in range(2):
        with corpus_lock(tmp_path / "state", "masthead add", NOW):
            assert (tmp_path / "state" / LOCK_FILE).stat().st_size


def test_a_holder_that_is_killed_leaves_no_lock(tmp_path: Path) -> None:
    """Another process is told who holds the corpus while it does, and comes in when that one is dead."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert "held\n" == holder.stdout.readline()
        with pytest.raises(CorpusLockedError) as caught, corpus_lock(tmp_path, "masthead add", NOW):
            pass
        holder.kill()

    assert caught.value.holder.startswith(f"process {holder.pid} on ")
    assert "(masthead index, since 2026-01-02T00:00:00+00:00)" in caught.value.holder
    with corpus_lock(tmp_path, "masthead add", NOW):
        pass


def test_a_holder_that_has_not_yet_written_its_name_is_held_too(tmp_path: Path) -> None:
    """Between taking the lock and writing who took it, the answer is vague but true."""
    with corpus_lock(tmp_path, "masthead add", NOW):
        (tmp_path / LOCK_FILE).write_text("")
        with (
            pytest.raises(CorpusLockedError, match="a process that has just begun"),
            corpus_lock(tmp_path, "masthead add", NOW),
        ):
            pass
