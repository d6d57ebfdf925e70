"""Reads all of an index, so that damage is found before a query meets it."""

from pathlib import Path

from indexer.search.whoosh_engine.codec.container import PartsFile
from indexer.search.whoosh_engine.codec.contents import read_contents
from indexer.search.whoosh_engine.codec.segment import Segment
from indexer.search.whoosh_engine.markers import check_marker


def check_index(folder: Path) -> None:
    """Read every byte of the index in a folder.

    Raises:
        IndexDamagedError: A file is missing or not as it was written; the error names the first such.
        IndexOutdatedError: The index was made by other rules than this program's.
    """
    check_marker(folder)
    contents = read_contents(folder)
    for entry in contents.segments:
        _check(Segment(entry, folder).file)
    _check(PartsFile(folder / contents.columns))


def _check(file: PartsFile) -> None:
    try:
        file.check()
    finally:
        file.close()
