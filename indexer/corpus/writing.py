"""Writes records and originals: whole or not at all, one writer at a time."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from indexer.corpus import editing
from indexer.corpus.atomic import copy_atomically, write_atomically
from indexer.corpus.errors import RecordError
from indexer.corpus.files import is_inside
from indexer.corpus.locking import corpus_lock
from indexer.corpus.sidecars import document_to_toml
from indexer.model.document import Document, Rendition, Version
from indexer.model.identifiers import DocumentId, Language, Sha256


@contextmanager
def corpus_writer(corpus: Path, state: Path, command: str, since: dt.datetime) -> Iterator["CorpusWriter"]:
    """Hold the corpus and give what writes to it.

    Raises:
        CorpusLockedError: Somebody else is writing; the message says who.
    """
    with corpus_lock(state, command, since):
        yield CorpusWriter(corpus)


class CorpusWriter:
    """Writes to one corpus; all paths are relative to its folder, with forward slashes.

    Got from `corpus_writer`, so that there is one at a time. Every method raises RecordError where it cannot do its
    work, and has then changed nothing.
    """

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus

    def new_sidecar(self, folder: str, document: Document) -> str:
        """Write the record of a new document into a folder and return its path."""
        path = f"{folder}/{_slug(document.id)}.toml"
        target = self._inside(path)
        if target.exists():
            raise RecordError(f"{path} exists: change that record, or give the document another id.")
        write_atomically(target, document_to_toml(document, folder).encode())
        return path

    def add_original(self, source: Path, path: str) -> None:
        """Copy a file into the corpus, to a place where there is none."""
        target = self._inside(path)
        copy_atomically(source, target)

    def set_fields(self, path: str, fields: Mapping[str, object]) -> None:
        """Set keys of a record; a key with None is taken away."""
        self._edit(path, lambda text: editing.with_fields(text, fields))

    def add_version(self, path: str, version: Version) -> None:
        """Add a version in a further language to a document's record."""
        self._edit(path, lambda text: editing.with_version(text, _folder(path), version))

    def add_rendition(self, path: str, language: Language, rendition: Rendition) -> None:
        """Add a further file of a version to a document's record."""
        self._edit(path, lambda text: editing.with_rendition(text, _folder(path), language, rendition))

    def accept_file(self, path: str, language: Language, *, file: str, sha256: Sha256, size: int) -> None:
        """Write down that an original was replaced; `file` is relative to the record's folder."""
        self._edit(path, lambda text: editing.with_file(text, language, file=file, sha256=sha256, size=size))

    def write_tombstone(self, path: str, on: dt.date, reason: str) -> tuple[str, ...]:
        """Put a tombstone in the place of a document's record, and return the files that it named."""
        named = editing.files_of(_read(self._inside(path)))
        self._edit(path, lambda text: editing.tombstone(text, on, reason))
        return tuple(f"{_folder(path)}/{file}" for file in named)

    def add_to_meeting(self, path: str, group: str, ids: Iterable[DocumentId]) -> None:
        """List documents in a group of a meeting's page."""
        self._edit(path, lambda text: editing.with_documents(text, group, ids))

    def _edit(self, path: str, change: Callable[[str], str]) -> None:
        target = self._inside(path)
        try:
            text = change(_read(target))
        except RecordError as error:
            raise RecordError(f"{path}: {error}") from error
        write_atomically(target, text.encode())

    def _inside(self, path: str) -> Path:
        target = self._corpus / path
        if not is_inside(path) or not target.resolve().is_relative_to(self._corpus.resolve()):
            raise RecordError(f"'{path}' leads out of the corpus: write a path below its folder.")
        return target


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path} cannot be read: {error}.") from error


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _slug(identity: DocumentId) -> str:
    return re.sub(r"[^a-z0-9]+", "-", identity.lower()).strip("-")
