"""The name and version of the reader for each type, known without loading any parser."""

from collections.abc import Mapping
from typing import Final

from indexer.extraction.media_types import MediaType

READER_VERSIONS: Final[Mapping[MediaType, str]] = {
    MediaType.PDF: "pdf-3",
    MediaType.WORD: "word-2",
    MediaType.POWERPOINT: "powerpoint-1",
    MediaType.OPEN_DOCUMENT: "opendocument-2",
    MediaType.RICH_TEXT: "rich-text-1",
    MediaType.LEGACY_WORD: "doc-1",
    MediaType.HTML: "html-2",
    MediaType.PLAIN: "plain-2",
}
"""A number rises whenever the same file may give another text."""

UNREAD: Final = "none-1"


def reader_for(kind: MediaType | None) -> str:
    """Return the name and version of the reader for a type; `none-1` for files that no reader takes."""
    return UNREAD if kind is None else READER_VERSIONS.get(kind, UNREAD)
