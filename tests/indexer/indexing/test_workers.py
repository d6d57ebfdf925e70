"""Processes that make segments side by side lose nothing, and fail loudly."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer.indexing import Silent
from indexer.indexing.workers import Task, WorkerFailedError, Workshop
from indexer.model.querytree import Phrase, Word
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from tests.contract.builders import a_query, an_entry, works


class Counting(Silent):
    """Counts what is done."""

    def __init__(self) -> None:
        """Begin at nothing."""
        self.done = 0

    def advance(self, count: int = 1) -> None:
        """Count more."""
        self.done += count


class KillingChildren(Silent):
    """Kills a process as soon as it has done something."""

    def advance(self, count: int = 1) -> None:  # noqa: ARG002  # as progress is told
        """Kill one child of this process."""
        children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        os.kill(int(children[-1]), signal.SIGKILL)


def tasks(many: int) -> list[Task]:
    """Return entries, each with a word of its own."""
    return [(an_entry(f"w{n:03}", body=f"water and air w{n:03}"), None) for n in range(many)]


def build(folder: Path, given: Sequence[Task], progress: Silent) -> None:
    """Put entries into an index by way of two processes."""
    folder.mkdir(exist_ok=True)
    with WhooshWriter(folder) as writer:
        workshop = Workshop(folder, folder / "texts", 64 << 20)
        built = workshop.build(given, [writer.prefix(0), writer.prefix(1)], progress)
        writer.adopt(built.segments, [entry.key for entry, _ in given])


def test_two_processes_make_one_index(tmp_path: Path) -> None:
    """Every entry is in it once, also where it was in the index before, and progress is told of each."""
    with WhooshWriter(tmp_path) as writer:
        writer.add(an_entry("w007", body="old water"))
    counting = Counting()
    build(tmp_path, tasks(200), counting)
    engine = WhooshEngine.open(tmp_path, "1")

    assert 200 == counting.done
    assert [f"w{n:03}" for n in range(200)] == sorted(works(engine.search(a_query(Word("water"), size=500))))
    assert ["w123"] == works(engine.search(a_query(Phrase(("air", "w123")))))
    assert [] == works(engine.search(a_query(Word("old"))))
    engine.close()


def test_an_error_in_a_process_fails_the_run(tmp_path: Path) -> None:
    """What went wrong is told in a sentence, and the index stays as it was."""
    given = [*tasks(100), (an_entry("bad")._replace(title=None), None)]  # type: ignore[arg-type]
    with pytest.raises(WorkerFailedError, match="The index could not be built: TypeError"):
        build(tmp_path, given, Silent())

    assert [] == [path.name for path in tmp_path.glob("*.seg")]


def test_a_process_that_dies_fails_the_run(tmp_path: Path) -> None:
    """A process killed from outside is no reason to go on without its documents."""
    with pytest.raises(WorkerFailedError, match="ended from outside"):
        build(tmp_path, tasks(400), KillingChildren())

    assert [] == [path.name for path in tmp_path.glob("*.seg")]
