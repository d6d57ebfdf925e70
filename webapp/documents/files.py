"""The files of a version as its pages name them, and what readers should know of their state."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from indexer.archive.files import FileTrouble, HeldFile, extension_of, is_as_recorded, trouble_with
from indexer.model.document import Document, Rendition, Version
from indexer.model.place import Place, PlaceKind
from indexer.representations.addresses import Addresses
from indexer.representations.labels import MEDIA_TYPES, PLACES, media_type_name
from indexer.representations.sizes import size_label

PDF: Final = "application/pdf"
_COUNTED_IN: Final = {"PDF": PlaceKind.PAGE, "PowerPoint": PlaceKind.SLIDE, "Word": PlaceKind.PARAGRAPH}
"""By the name of a media type; the places of other files are not counted out to readers."""

_TROUBLES: Final = {
    FileTrouble.MISSING: "This file is missing from the archive.",
    FileTrouble.DAMAGED: "This file is not as it was recorded, so it is not given out.",
    FileTrouble.NO_TEXT: "This file has no text: it cannot be searched.",
    FileTrouble.UNREADABLE: "The text of this file could not be read: it cannot be searched.",
}


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of a version; without an address where it is not what its record says."""

    label: str
    address: str
    note: str = ""


def file_links(
    document: Document, version: Version, records: Mapping[str, HeldFile], addresses: Addresses
) -> tuple[FileLink, ...]:
    """Return the files of a version."""
    return tuple(
        file_link(document, version, rendition, records.get(rendition.path), addresses=addresses)
        for rendition in version.renditions
    )


def file_link(
    document: Document, version: Version, rendition: Rendition, record: HeldFile | None, *, addresses: Addresses
) -> FileLink:
    """Return one file of a version."""
    name = f"{media_type_name(rendition.media_type)}, {size_label(rendition.size)}"
    if record and not is_as_recorded(record):
        return FileLink(name, "", text_note(record))
    extension = extension_of(rendition.path)
    address = addresses.original(document.id, version.language, extension or None)
    return FileLink(name, address, text_note(record))


def text_note(record: HeldFile | None) -> str:
    """Return what a reader should know of the text of a file; empty where there is nothing to say."""
    trouble = trouble_with(record) if record else None
    return _TROUBLES[trouble] if trouble else ""


def original_at(
    document: Document, version: Version, rendition: Rendition, place: Place, *, addresses: Addresses
) -> str:
    """Return the address of a file, opened at a place where browsers can."""
    address = addresses.original(document.id, version.language, extension_of(rendition.path) or None)
    is_page = place.kind is PlaceKind.PAGE and rendition.media_type == PDF
    return f"{address}#page={place.number}" if is_page else address


def places_count(kind: PlaceKind, count: int) -> str:
    """Return how many places there are: `12 pages`."""
    return f"{count:,} {PLACES[kind].of(count).lower()}"


def text_length(file: HeldFile) -> str:
    """Return how many places the text of a file has; empty where they are of no kind that readers count in."""
    kind = _COUNTED_IN.get(MEDIA_TYPES.get(file.media_type, ""))
    return places_count(kind, file.places) if kind else ""
