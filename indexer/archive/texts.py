"""The texts of works: which file gives the text of a version, and what stands on its places."""

from collections.abc import Iterator
from functools import cached_property

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.catalogue import FileRecord, FileState
from indexer.model.document import Document, Rendition
from indexer.model.identifiers import Language, Sha256
from indexer.model.place import PlaceText
from indexer.texts import StoredText, TextDamagedError, TextMissingError


def file_with_text(generation: Generation, document: Document, language: Language) -> FileRecord | None:
    """Return the file that gives the text of a version, else its first file; None where none is held."""
    held = [file for file in generation.files_of(document.id) if file.language == language]
    order = {rendition.path: n for v in document.versions for n, rendition in enumerate(v.renditions)}
    held.sort(key=lambda file: (not _has_text(file), order.get(file.path, 0)))
    return held[0] if held else None


def rendition_with_text(generation: Generation, document: Document, language: Language) -> Rendition | None:
    """Return the file that gives the text of a version, as its record describes it."""
    file = file_with_text(generation, document, language)
    renditions = (rendition for version in document.versions for rendition in version.renditions)
    return next((rendition for rendition in renditions if file and rendition.path == file.path), None)


def places_of_version(generation: Generation, document: Document, language: Language) -> Iterator[PlaceText]:
    """Yield the text of a version, place by place; nothing where there is none.

    Raises:
        IndexUnavailableError: The text is not in the store as it was written.
    """
    file = file_with_text(generation, document, language)
    if file and file.sha256 and _has_text(file):
        try:
            yield from generation.texts.places(file.sha256, file.reader)
        except (TextMissingError, TextDamagedError) as error:
            raise IndexUnavailableError(str(error)) from error


class TextOfVersion:
    """The text of a version, of which single places are read."""

    def __init__(self, generation: Generation, document: Document, language: Language) -> None:
        self._generation = generation
        self._file = file_with_text(generation, document, language)

    def at(self, place: int) -> PlaceText:
        """Return a place, counted from 0.

        Raises:
            IndexUnavailableError: The text is not in the store as it was written.
        """
        try:
            return self._text.place(place + 1)
        except (TextMissingError, TextDamagedError) as error:
            raise IndexUnavailableError(str(error)) from error

    @cached_property
    def _text(self) -> StoredText:
        if self._file is None:
            raise IndexUnavailableError("The text that was indexed is gone: run masthead index to build it anew.")
        return self._generation.text_of(Sha256(self._file.sha256 or ""), self._file.reader)


def place_of_file(generation: Generation, file: FileRecord, number: int) -> PlaceText:
    """Return one place of a file that gave a text."""
    try:
        return generation.texts.place(Sha256(file.sha256 or ""), file.reader, number)
    except (TextMissingError, TextDamagedError) as error:
        raise IndexUnavailableError(str(error)) from error


def _has_text(file: FileRecord) -> bool:
    return file.state is FileState.READ and file.places > 0
