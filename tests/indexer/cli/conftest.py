"""The command line on a small archive that is up to date: in this process, or as a program of its own."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from indexer.cli import main
from tests.corpora import SmallArchive, an_archive


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


class Masthead:
    """Runs commands on one archive."""

    def __init__(self, archive: SmallArchive, capture: pytest.CaptureFixture[str]) -> None:
        self.archive = archive
        self._capture = capture

    def __call__(self, *arguments: object) -> Outcome:
        """Run a command in this process, as `masthead` would."""
        self._capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = self._capture.readouterr()
        return Outcome(int(ended.value.code or 0), printed.out, printed.err)

    def start(self, *arguments: object, **options: Any) -> subprocess.Popen[str]:
        """Start a command as a program of its own."""
        command = [sys.executable, "-c", "from indexer.cli import main; main()", *map(str, arguments)]
        return subprocess.Popen(
            command,
            text=True,
            env=dict(os.environ),
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options},
        )


@pytest.fixture(scope="session")
def _indexed(tmp_path_factory: pytest.TempPathFactory) -> SmallArchive:
    archive = an_archive(tmp_path_factory.mktemp("archive"), documents=3)
    archive.index()
    return archive


@pytest.fixture
def archive(_indexed: SmallArchive, tmp_path: Path) -> SmallArchive:
    """An archive of three papers that is up to date; the test's own."""
    shutil.copytree(_indexed.corpus, tmp_path / "corpus")
    shutil.copytree(_indexed.state, tmp_path / "state", symlinks=True)
    return SmallArchive(tmp_path / "corpus", tmp_path / "state")


@pytest.fixture
def masthead(
    archive: SmallArchive, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Masthead]:
    """The command line on the archive."""
    monkeypatch.setenv("MASTHEAD_CORPUS", str(archive.corpus))
    monkeypatch.setenv("MASTHEAD_STATE", str(archive.state))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    before = signal.getsignal(signal.SIGTERM)
    yield Masthead(archive, capsys)
    signal.signal(signal.SIGTERM, before)
