"""Gives out the files of documents: whole or in ranges, only as their checksums say, only from the corpus."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import quote

from flask import Response, send_file

from indexer.archive.errors import NotFoundError
from indexer.archive.files import HeldFile, extension_of, is_as_recorded
from indexer.model.document import Document, Rendition
from indexer.model.identifiers import Language
from webapp.documents.files import PDF

_SANDBOX: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"
_FOR_VIEWERS: Final = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'"
"""What the viewers for PDF that are built into browsers need beside the file."""

_CHUNK: Final = 1 << 20


class FileUnavailableError(NotFoundError):
    """A file that the record names cannot be given out; the message says why, to readers."""

    def __init__(self, document: Document, language: Language, reason: str) -> None:
        super().__init__("file", f"{document.id}, {language}")
        self.args = (f"The file of {document.symbol or document.id} ({language}) cannot be given out: {reason}.",)


@dataclass(frozen=True, slots=True)
class Original:
    """A file of a document that somebody asked for."""

    document: Document
    language: Language
    rendition: Rendition
    record: HeldFile | None

    def response(self, corpus: Path) -> Response:
        """Return the file.

        Raises:
            FileUnavailableError: It is missing, outside of the corpus, or not what its record says.
        """
        path = self._checked(corpus)
        response = send_file(
            path,
            mimetype=self._media_type,
            conditional=True,
            etag=self._sha256,
            last_modified=path.stat().st_mtime,
        )
        response.content_type = self._media_type
        response.headers["Content-Disposition"] = self._disposition()
        response.headers["Content-Security-Policy"] = _FOR_VIEWERS if self._is_pdf else _SANDBOX
        response.headers["Content-Language"] = self.language
        return response

    @property
    def _media_type(self) -> str:
        """The type that the content has, where it is known; else the one that the record names."""
        return (self.record.media_type if self.record else "") or self.rendition.media_type

    @property
    def _sha256(self) -> str:
        """The checksum of the record, else the one that the file had when it was indexed."""
        return self.rendition.sha256 or (self.record.sha256 if self.record else None) or ""

    @property
    def _is_pdf(self) -> bool:
        return self._media_type == PDF

    def _checked(self, corpus: Path) -> Path:
        if self.record and not is_as_recorded(self.record):
            raise self._unavailable("it is missing or not as it was recorded")
        try:
            path = (corpus / self.rendition.path).resolve(strict=True)
            state = path.stat()
        except OSError as error:
            raise self._unavailable("it is missing") from error
        if not path.is_relative_to(corpus.resolve()) or not path.is_file():
            raise self._unavailable("it is no file of the corpus")
        if _checksum(path, state.st_size, state.st_mtime_ns) != self._sha256:
            raise self._unavailable("it is not as it was recorded")
        return path

    def _unavailable(self, reason: str) -> FileUnavailableError:
        return FileUnavailableError(self.document, self.language, reason)

    def _disposition(self) -> str:
        extension = extension_of(self.rendition.path)
        name = file_name(self.document, self.language, extension)
        return disposition(name, is_inline=self._is_pdf)


def file_name(document: Document, language: str = "", extension: str = "") -> str:
    """Return the name under which a file is kept by whoever takes it: `A-RES-68-4-en.pdf`."""
    stem = "-".join(part for part in (document.id.replace("/", "-"), language) if part)
    return f"{stem}.{extension}" if extension else stem


def disposition(name: str, *, is_inline: bool = False) -> str:
    """Return the header that names a file, and says whether it is shown or kept."""
    plain = "".join(letter if (letter.isalnum() and letter.isascii()) or letter in "-._" else "_" for letter in name)
    kind = "inline" if is_inline else "attachment"
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


@lru_cache(maxsize=4096)
def _checksum(path: Path, size: int, modified: int) -> str:  # noqa: ARG001 - a file with another size or time is another one
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
