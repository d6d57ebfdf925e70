"""A scratch copy of the sample archive with a really served site, in which README's commands are run."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep
from typing import Final
from urllib.request import urlopen

from tests.quality.readme import ROOT

WRITTEN = "127.0.0.1:8000"
"""Where the site is in README; here it is at a port that is free."""

LONGEST_WAIT: Final = 10.0


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended, and what it printed to both outputs."""

    code: int
    output: str


@dataclass(frozen=True, slots=True)
class Scratch:
    """A folder in which commands are run as README says them."""

    folder: Path
    site: str

    def run(self, command: str) -> Run:
        """Run a command as a reader would type it; addresses in what it prints are those of README."""
        self._wait_for_readers()
        done = subprocess.run(
            ["bash", "-c", command.replace(WRITTEN, self.site)],
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode().replace(self.site, WRITTEN))

    def _wait_for_readers(self) -> None:
        """Let the site follow what the last command did, which it does before a person has typed the next one."""
        end = monotonic() + LONGEST_WAIT
        current = self.folder / ".masthead" / "current"
        while self._generation() != current.readlink().name and monotonic() < end:
            sleep(0.02)

    def _generation(self) -> str:
        with urlopen(f"http://{self.site}/readyz") as answer:  # our own site
            return str(json.load(answer)["generation"])


@contextmanager
def scratch(folder: Path) -> Iterator[Scratch]:
    """Copy the sample archive, index it and serve it, as `make serve` does."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    subprocess.run(["masthead", "index"], cwd=folder, env=_environment(), check=True)
    serving = ["masthead", "serve", "--workers", "1", "--port", "0"]
    with subprocess.Popen(serving, cwd=folder, env=_environment(), stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        ready = server.stderr.readline()
        try:
            yield Scratch(folder, ready.split("http://")[1].split()[0])
        finally:
            server.terminate()
            server.communicate()


def _environment() -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("MASTHEAD_")}
    return outside | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
