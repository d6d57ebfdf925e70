"""The engines that the contract holds for."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from indexer.search.engine import SearchEngine
from indexer.search.whoosh_engine import WhooshEngine, WhooshWriter
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.writer import MEMORY
from tests.contract.builders import Commit, EngineOf
from tests.contract.naive_engine import naive_engine


class UnsyncedFolder(IndexFolder):
    """Does not wait for the disk, which takes most of the time that a small commit takes."""

    def sync(self, file: BinaryIO) -> None:
        """Let readers see what was written."""
        file.flush()

    def sync_names(self) -> None:
        """Do nothing."""


def commit_all(folder: Path, commits: Iterable[Commit], memory: int = MEMORY) -> None:
    """Write an index that has gone through some commits, at least an empty one; with no memory, entry by entry."""
    for commit in (*commits,) or (Commit(),):
        with WhooshWriter(folder, memory, UnsyncedFolder) as writer:
            for key in commit.remove:
                writer.remove(key)
            for entry in commit.add:
                writer.add(entry)


@pytest.fixture
def whoosh_engine(tmp_path: Path) -> Iterator[EngineOf]:
    """Makes Whoosh engines, a folder each, and closes them."""
    opened: list[WhooshEngine] = []

    def engine_of(commits: Iterable[Commit]) -> SearchEngine:
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        commit_all(folder, commits)
        opened.append(WhooshEngine.open(folder, "1"))
        return opened[-1]

    yield engine_of
    for engine in opened:
        engine.close()
    shutil.rmtree(tmp_path)


@pytest.fixture(params=["naive", "whoosh"])
def engine_of(request: pytest.FixtureRequest, whoosh_engine: EngineOf) -> EngineOf:
    """Makes an engine of each kind that has gone through some commits."""
    return naive_engine if request.param == "naive" else whoosh_engine
