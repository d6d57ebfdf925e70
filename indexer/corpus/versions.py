"""Reads the language versions of a document and the files of each."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Final

from indexer.corpus.files import CorpusFiles, PathFault
from indexer.corpus.sources import source_of
from indexer.corpus.tables import Table
from indexer.model.document import Rendition, Version
from indexer.model.identifiers import Language, Sha256

_HEXADECIMAL: Final = frozenset("0123456789abcdef")
_DIGITS: Final = 64
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Final = {
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".html": "text/html",
    ".htm": "text/html",
    ".txt": "text/plain",
}
"""The media types of files by their ending, for records that do not say it."""
_MEDIA_TYPE: Final = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
UNKNOWN_TYPE: Final = "application/octet-stream"


class VersionReader:
    """Reads the versions of one record."""

    def __init__(self, files: CorpusFiles, record: str, named: set[str]) -> None:
        self._files = files
        self._record = record
        self._named = named

    def versions(self, tables: Iterable[Table]) -> tuple[Version, ...]:
        """Return the versions of a document, one for each language."""
        found: dict[Language, Version] = {}
        for table in tables:
            version = self._version(table)
            if version.language in found:
                table.grave(
                    "language",
                    f"language '{version.language}' stands in two [[version]] tables; "
                    "write further files of it as [[version.rendition]]",
                )
            found[version.language] = version
        return tuple(found.values())

    def _version(self, table: Table) -> Version:
        version = Version(
            language=table.language("language"),
            renditions=tuple(self._renditions(table)),
            title=table.text("title"),
            official=table.address("official"),
            source=source_of(table),
        )
        table.close()
        return version

    def _renditions(self, table: Table) -> Iterator[Rendition]:
        if "file" in table:
            yield from self._rendition(table)
        for further in table.tables("rendition"):
            yield from self._rendition(further)
            further.close()
        for key in ("file", "sha256", "bytes", "media_type"):
            table.raw(key)

    def _rendition(self, table: Table) -> Iterator[Rendition]:
        file = table.required("file")
        sha256, size, media_type = _checksum(table), table.whole("bytes"), _media_type(table)
        try:
            path = self._files.named(self._record, file)
        except PathFault as fault:
            if file:
                table.light("file", f"file '{file}' {fault}", file)
            return
        self._named.add(path)
        if size is None:
            size = self._files.size(path)
        yield Rendition(path, media_type or media_type_by_name(path), sha256, size)


def media_type_by_name(path: str) -> str:
    """Return the media type that the ending of a file's name stands for."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), UNKNOWN_TYPE)


def _media_type(table: Table) -> str | None:
    text = table.text("media_type")
    if text and not _MEDIA_TYPE.fullmatch(text):
        table.grave("media_type", f"`media_type` is {text!r}; write one such as application/pdf, or take the line away")
    return text


def _checksum(table: Table) -> Sha256:
    text = (table.text("sha256") or "").lower()
    if text and (len(text) != _DIGITS or not _HEXADECIMAL.issuperset(text)):
        table.grave(
            "sha256", "`sha256` is no checksum of 64 hexadecimal digits; take the line away and accept the file"
        )
    return Sha256(text)
