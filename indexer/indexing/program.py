"""Stands for the program itself, so that what another version of it found out is not believed."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from indexer.corpus.states import state_of


def program_mark(package: Path, places: Iterable[str]) -> str:
    """Return what differs whenever the program, a library, Python or the rights of the process differ.

    Args:
        package: The folder of the program's own files.
        places: Where libraries are installed; `sys.path`.
    """
    lines = (sys.version, str(os.geteuid()), *_own(package), *_libraries(places))
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _own(package: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(package):
        folders.sort()
        for name in sorted(name for name in names if name.endswith(".py")):
            path = f"{folder}/{name}"
            yield f"{path} {state_of(os.stat(path))}"  # noqa: PTH116 - hundreds of files in a few milliseconds


def _libraries(places: Iterable[str]) -> list[str]:
    folders = [place for place in places if os.path.isdir(place)]  # noqa: PTH112 - as above
    return sorted(name for folder in folders for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
