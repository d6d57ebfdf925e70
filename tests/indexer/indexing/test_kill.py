"""A run can be killed at any moment: readers have the old archive or the new one, and no file is read twice."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.indexing import Generations
from indexer.texts import TextStore
from tests.corpora import SmallArchive, an_archive, file_of, symbol, write_paper

SEED = 20_140_220
NEW = 6
"""Papers of the new archive; the old one has four, one of them with other words."""

OLD_ARCHIVE = {"unicum": [symbol(n) for n in (1, 2, 3, 4)], "bees": []}
NEW_ARCHIVE = {"unicum": [symbol(n) for n in (2, 3, 4, 5, 6)], "bees": [symbol(3)]}

Stored = dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> SmallArchive:
    """An archive that is indexed, and whose corpus then changed: one paper went, one has other words, two came."""
    archive = an_archive(tmp_path_factory.mktemp("archive"), documents=4)
    archive.index()
    write_paper(archive.corpus, 3, extra="Bees are new.")
    for number in range(5, NEW + 1):
        write_paper(archive.corpus, number)
    for path in (file_of(archive.corpus, 1), file_of(archive.corpus, 1).with_suffix(".toml")):
        path.unlink()
    return archive


def what_is_found(archive: SmallArchive) -> dict[str, list[str]]:
    """Return what readers find."""
    return {"unicum": archive.found("unicum*"), "bees": archive.found("bees")}


def stored(archive: SmallArchive) -> Stored:
    """Return the texts of the store, each with what would differ if it had been written twice."""
    found = {path.name: path.stat() for path in (archive.state / "texts").rglob("*.text")}
    return {name: (status.st_ino, status.st_mtime_ns) for name, status in found.items()}


def start(archive: SmallArchive) -> subprocess.Popen[bytes]:
    """Start `masthead index` as a process group of its own."""
    environment = {**os.environ, "MASTHEAD_CORPUS": str(archive.corpus), "MASTHEAD_STATE": str(archive.state)}
    return subprocess.Popen(
        [sys.executable, "-c", "from indexer.cli import main; main()", "index"],
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def run_time(archive: SmallArchive, folder: Path) -> float:
    """Return how long the whole run takes at the moment, on a copy."""
    copy = copy_of(archive, folder)
    started = time.perf_counter()
    start(copy).wait()
    return time.perf_counter() - started


def copy_of(archive: SmallArchive, folder: Path) -> SmallArchive:
    """Return a copy, to be killed upon."""
    shutil.copytree(archive.corpus, folder / "corpus")
    shutil.copytree(archive.state, folder / "state", symlinks=True)
    return SmallArchive(folder / "corpus", folder / "state")


def kill_after(archive: SmallArchive, seconds: float) -> None:
    """Start a run, kill it and whatever it started after some time."""
    process = start(archive)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def kill_often(archive: SmallArchive, folder: Path, times: int) -> None:
    """Kill runs at random moments, each time upon what the one before left, and look after each."""
    moments = random.Random(SEED)
    longest = run_time(archive, folder / "timed")
    kept: Stored = {}
    for number in range(times):
        if number % 5 == 0:
            current = copy_of(archive, folder / str(number))
            kept = stored(current)
        kill_after(current, moments.uniform(0.1, longest))
        seen, now = what_is_found(current), stored(current)

        assert seen == (OLD_ARCHIVE if Generations(current.state).current() == "1" else NEW_ARCHIVE)
        assert kept == {name: now.get(name) for name in kept}
        assert [] == list(TextStore(current.state / "texts").verify())
        kept = now
        if number % 5 == 4 or number == times - 1:
            finish(current, kept)


def finish(archive: SmallArchive, kept: Stored) -> None:
    """Let a run end: it makes the new archive and reads only what no killed run has read."""
    report = archive.index()
    now = stored(archive)

    assert NEW_ARCHIVE == what_is_found(archive)
    assert report.extracted == len(now.keys() - kept.keys())
    assert kept == {name: now.get(name) for name in kept}
    assert [] == list((archive.state / "generations").glob("*.partial"))


def test_a_killed_run_leaves_the_old_archive_or_the_new_one(changed: SmallArchive, tmp_path: Path) -> None:
    """At some random moments."""
    kill_often(changed, tmp_path, 8)


@pytest.mark.slow
def test_fifty_killed_runs_leave_the_old_archive_or_the_new_one(changed: SmallArchive, tmp_path: Path) -> None:
    """At many random moments."""
    kill_often(changed, tmp_path, 50)
