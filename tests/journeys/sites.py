"""The sample archive, indexed and served by the program itself."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
MASTHEAD: Final = Path(sys.executable).with_name("masthead")
REMOVED: Final = """\
symbol = "A/70/1"
kind = "report"

[removed]
on = 2026-11-20
reason = "withdrawn by its author"
"""
"""A document that was taken out: the sample archive has none."""


def indexed(folder: Path) -> None:
    """Index the sample archive, and a document that was removed, below a folder."""
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (folder / "corpus/documents/removed.toml").write_text(REMOVED)
    subprocess.run([MASTHEAD, "index"], env=_environment(folder), check=True, capture_output=True, cwd=ROOT)


@contextmanager
def served(folder: Path, log: Path) -> Iterator[str]:
    """Serve what was indexed below a folder on a free port; gives the address of the site."""
    command = [str(MASTHEAD), "serve", "--port", "0", "--workers", "1"]
    with log.open("w") as output:
        process = subprocess.Popen(command, env=_environment(folder), stdout=output, stderr=subprocess.PIPE, text=True)
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _environment(folder: Path) -> dict[str, str]:
    own = {"CORPUS": folder / "corpus", "STATE": folder / "state", "SEARCH_SECONDS": 30, "LOG_LEVEL": "error"}
    return {**os.environ, **{f"MASTHEAD_{name}": str(value) for name, value in own.items()}}


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"Serving on (http://\S+)", line):
            return found[1]
    raise AssertionError(f"The server did not start: {''.join(said)}")
