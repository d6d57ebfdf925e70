"""The file beside the index that says by which rules it was made."""

import json
from pathlib import Path
from typing import Final

from indexer.language import ANALYZER_VERSION
from indexer.search.whoosh_engine.codec.sealing import sealed, unsealed
from indexer.search.whoosh_engine.codec.storage import IndexFolder
from indexer.search.whoosh_engine.errors import IndexDamagedError, IndexOutdatedError

FORMAT: Final = "6"
"""Counts up whenever the index is laid out or its terms are made differently."""

_NAME: Final = "format.json"
_BARE: Final = (b"{", b"[")
"""What markers of formats before 3, which have no checksum, begin with."""

_WANTED: Final = {"format": FORMAT, "analyzer": ANALYZER_VERSION}


def write_marker(folder: IndexFolder) -> None:
    """Write the marker anew: the old one may belong to other generations, too."""
    folder.replace(_NAME, sealed(_NAME, json.dumps(_WANTED).encode()))


def check_marker(folder: Path) -> None:
    """Check that this program can read the index in a folder.

    Raises:
        IndexDamagedError: There is no marker, or it is not one.
        IndexOutdatedError: The index was made by other rules.
    """
    path = folder / _NAME
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise IndexDamagedError(path, "it is missing") from error
    try:
        found = json.loads(content if content.startswith(_BARE) else unsealed(path, content))
    except ValueError as error:
        raise IndexDamagedError(path, "it is not JSON") from error
    if found != _WANTED:
        raise IndexOutdatedError(folder, _told(found), _told(_WANTED))


def _told(marker: object) -> str:
    if not isinstance(marker, dict):
        return "unknown"
    return f"{marker.get('format')} with words by {marker.get('analyzer')}"
