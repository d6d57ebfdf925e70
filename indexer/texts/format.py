"""The form of a stored text: a head that is read alone, then groups of places, each compressed and checked by itself.

4 bytes     MTX1
8 bytes     length and CRC-32 of the head
head        JSON: the record, and for each group its first place, offset, length and CRC-32
groups      zlib-compressed JSON lists of [kind, number, label, text]
"""

import json
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indexer.model.identifiers import Language, Sha256
from indexer.model.place import ExtractedText, Place, PlaceKind, PlaceText, QualityFault, QualityNote

MAGIC: Final = b"MTX1"
PREFIX: Final = struct.Struct("!4sII")
GROUP_CHARACTERS: Final = 6_000  # a page or two: smaller groups compress worse, larger ones cost more to open
LEVEL: Final = 6


Row = tuple[str, int, str, str]
"""A place in a group: kind, number, label, text."""


@dataclass(frozen=True, slots=True)
class TextRecord:
    """All of a stored text but its places.

    Attributes:
        places: How many places there are.
    """

    file: Sha256
    reader: str
    media_type: str
    places: int
    running_lines: tuple[str, ...]
    detected: Language
    notes: tuple[QualityNote, ...]
    properties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TextFailure:
    """Why a file gave no text to a version of a reader; kept so that it is not tried again each run."""

    file: Sha256
    reader: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Group:
    """Where a group of places stands in the file."""

    first: int
    offset: int
    length: int
    checksum: int


@dataclass(frozen=True, slots=True)
class Head:
    """A record with the table of its groups."""

    record: TextRecord
    groups: tuple[Group, ...]


def written(text: ExtractedText) -> bytes:
    """Return the bytes of a text."""
    packed = [_packed(group) for group in _grouped(text.places)]
    table, offset, first = [], 0, 1
    for content, count in packed:
        table.append((first, offset, len(content), zlib.crc32(content)))
        offset += len(content)
        first += count
    head = _encoded(
        {
            "file": text.file,
            "reader": text.reader,
            "media_type": text.media_type,
            "places": len(text.places),
            "running_lines": text.running_lines,
            "detected": text.detected,
            "notes": [(note.fault, note.detail) for note in text.notes],
            "properties": text.properties,
            "groups": table,
        }
    )
    prefix = PREFIX.pack(MAGIC, len(head), zlib.crc32(head))
    return b"".join((prefix, head, *(content for content, _ in packed)))


def read_head(content: bytes) -> Head:
    """Return the head that stands after the prefix.

    Raises:
        ValueError: The bytes are no head.
    """
    message = json.loads(_decoded(content))
    try:
        return Head(_record(message), tuple(Group(*row) for row in message["groups"]))
    except (KeyError, TypeError) as error:
        raise ValueError("the head lacks a field") from error


def read_group(content: bytes) -> list[Row]:
    """Return the places of one group, from which `place_of` makes them.

    Raises:
        ValueError: The bytes are no group.
    """
    try:
        rows = json.loads(_decoded(zlib.decompress(content)))
    except zlib.error as error:
        raise ValueError("the group cannot be unpacked") from error
    if not isinstance(rows, list):
        raise ValueError("a group is no list of places")  # noqa: TRY004 - what is wrong is the content of a file
    return rows


def place_of(row: Row) -> PlaceText:
    """Return the place that a row of a group says.

    Raises:
        ValueError: It is no row of a group.
    """
    try:
        kind, number, label, text = row
        return PlaceText(Place(PlaceKind(kind), number, label), text)
    except TypeError as error:
        raise ValueError("a group holds what is no place") from error


def _record(message: dict[str, Any]) -> TextRecord:
    return TextRecord(
        file=Sha256(message["file"]),
        reader=message["reader"],
        media_type=message["media_type"],
        places=message["places"],
        running_lines=tuple(message["running_lines"]),
        detected=Language(message["detected"]),
        notes=tuple(QualityNote(QualityFault(fault), detail) for fault, detail in message["notes"]),
        properties=tuple((name, value) for name, value in message["properties"]),
    )


def _grouped(places: Sequence[PlaceText]) -> Iterator[list[PlaceText]]:
    group: list[PlaceText] = []
    characters = 0
    for place in places:
        group.append(place)
        characters += len(place.text)
        if characters >= GROUP_CHARACTERS:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _packed(group: list[PlaceText]) -> tuple[bytes, int]:
    rows = [(item.place.kind, item.place.number, item.place.label, item.text) for item in group]
    return zlib.compress(_encoded(rows), LEVEL), len(group)


def _encoded(value: object) -> bytes:
    # A lone surrogate is no character, yet a text that holds one must come back as it was.
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogatepass")
