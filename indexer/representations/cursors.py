"""Cursors: opaque texts that say after which hit the next page begins."""

import base64
import binascii
import json
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from indexer.model.querytree import Sort
from indexer.representations.faults import FaultCode, ParameterFault

_LONGEST: Final = 4096
_DIGEST_SIZE: Final = 6
_LARGEST_KEY: Final = 1e15


@dataclass(frozen=True, slots=True)
class Cursor:
    """The last hit seen, in the order of one sort and in one generation of the archive."""

    generation: str
    sort: Sort
    sort_key: float | str
    work: str


def encode(cursor: Cursor) -> str:
    """Return the cursor as text that fits into an address as it is."""
    content = json.dumps(
        [cursor.generation, cursor.sort, cursor.sort_key, cursor.work], ensure_ascii=False, separators=(",", ":")
    ).encode()
    return base64.urlsafe_b64encode(_checksum(content) + content).decode().rstrip("=")


def decode(text: str) -> Cursor | None:
    """Return the cursor that a text stands for; None where it was not made by `encode`."""
    if len(text) > _LONGEST or not text.isascii():
        return None
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        return None
    checksum, content = data[:_DIGEST_SIZE], data[_DIGEST_SIZE:]
    return _cursor(content) if checksum == _checksum(content) else None


def outdated(cursor: Cursor, generation: str) -> ParameterFault | None:
    """Return a fault where the archive has changed since the cursor was given out."""
    if cursor.generation == generation:
        return None
    message = "The archive has changed since this cursor was given out: search again without it."
    return ParameterFault("cursor", encode(cursor), FaultCode.OUTDATED_CURSOR, message)


def _checksum(content: bytes) -> bytes:
    """Tell a damaged text from a whole one; a forged one can do no harm."""
    return blake2b(content, digest_size=_DIGEST_SIZE).digest()


def _cursor(content: bytes) -> Cursor | None:
    try:
        match json.loads(content):
            case [str(generation), str(sort), sort_key, str(work)] if _fits(sort_key, sort):
                return Cursor(generation, Sort(sort), sort_key, work)
    except (ValueError, RecursionError):
        return None
    return None


def _fits(sort_key: object, sort: str) -> bool:
    """Return whether an engine can compare the key with those of its hits."""
    if sort == Sort.TITLE:
        return isinstance(sort_key, str)
    return isinstance(sort_key, int | float) and abs(sort_key) < _LARGEST_KEY
