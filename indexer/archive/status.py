"""How the archive stands: what is pending, failed, without text, to review; told without reading any document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from indexer.archive.errors import IndexUnavailableError
from indexer.archive.generation import Generation
from indexer.archive.keeping import Keeper
from indexer.archive.reading import Archive
from indexer.catalogue import FileRecord, FileState
from indexer.corpus.checksums import ChangedFile, ChecksumCache, changed
from indexer.model.archive import CorpusRecords, RecordFault
from indexer.model.document import Document, Rendition, Review
from indexer.model.identifiers import DocumentId
from indexer.model.place import QualityFault

_Key = TypeVar("_Key", bound=str)
_Record = TypeVar("_Record")


@dataclass(frozen=True, slots=True)
class Pending:
    """What the next run of `masthead index` would bring to readers.

    Attributes:
        others: Records of meetings and series that differ, by id, and `vocabulary` where that does.
        files: Originals that are new, replaced or gone since they were read.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether readers see what the corpus says."""
        return not (self.new or self.changed or self.gone or self.others or self.files)


@dataclass(frozen=True, slots=True)
class ToReview:
    """A document with fields that a person should look at."""

    document: DocumentId
    sidecar: str
    marks: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an archive.

    Attributes:
        generation: That readers see; None where there is none.
        unavailable: Why there is none that can be read.
        without_text: Files that were read and have no text.
        noted: Files whose text has another fault of quality.
        differing: Originals that are not as their records say.
        bytes_corpus, bytes_state: How large the originals and the folder of derived files are.
    """

    generation: str | None
    built: str | None
    unavailable: str | None
    documents: int
    removed: int
    meetings: int
    pending: Pending
    failed: tuple[FileRecord, ...]
    without_text: tuple[FileRecord, ...]
    noted: tuple[FileRecord, ...]
    differing: tuple[ChangedFile, ...]
    review: tuple[ToReview, ...]
    faults: tuple[RecordFault, ...]
    unlisted: tuple[str, ...]
    bytes_corpus: int
    bytes_state: int


def status(keeper: Keeper, archive: Archive) -> Status:
    """Return how the archive stands."""
    try:
        with archive.reading() as generation:
            return _status(keeper, generation, None)
    except IndexUnavailableError as error:
        return _status(keeper, None, str(error))


def pending(keeper: Keeper, archive: Archive) -> Pending:
    """Return what the next run would bring to readers."""
    try:
        with archive.reading() as generation:
            return _pending(keeper, generation)
    except IndexUnavailableError:
        return _pending(keeper, None)


def _status(keeper: Keeper, generation: Generation | None, unavailable: str | None) -> Status:
    records = keeper.records
    documents = tuple(records.documents.values())
    noted = generation.catalogue.files_with_notes() if generation else ()
    without = tuple(file for file in noted if _has_no_text(file))
    return Status(
        generation=generation.number if generation else None,
        built=generation.manifest.built if generation else None,
        unavailable=unavailable,
        documents=sum(document.removal is None for document in documents),
        removed=sum(document.removal is not None for document in documents),
        meetings=len(records.meetings),
        pending=_pending(keeper, generation),
        failed=generation.unreadable if generation else (),
        without_text=without,
        noted=tuple(file for file in noted if file not in without),
        differing=_differing(keeper),
        review=tuple(ToReview(one.id, one.sidecar, one.review) for one in documents if one.review),
        faults=records.faults,
        unlisted=records.unlisted,
        bytes_corpus=sum(file.size for document in documents for file in _renditions(document)),
        bytes_state=_size_of(keeper.state),
    )


def _has_no_text(file: FileRecord) -> bool:
    return file.places == 0 or any(note.fault is QualityFault.NO_TEXT for note in file.notes)


def _differing(keeper: Keeper) -> tuple[ChangedFile, ...]:
    cache = ChecksumCache(keeper.state)
    return changed(keeper.records, keeper.corpus, cache.checksum)


def _pending(keeper: Keeper, generation: Generation | None) -> Pending:
    records = keeper.records
    if generation is None:
        return Pending(new=tuple(records.documents), others=tuple(records.meetings))
    catalogue = generation.catalogue
    # Tombstones have no ids among the catalogue's, so they are asked for by the corpus's.
    known = {one.id: one for one in catalogue.documents((*catalogue.document_ids(), *records.documents))}
    new, differing, gone = _compared(records.documents, known)
    return Pending(new, differing, gone, tuple(_others(records, generation)), tuple(_files(keeper, generation)))


def _others(records: CorpusRecords, generation: Generation) -> Iterator[str]:
    catalogue = generation.catalogue
    for wanted, known in (
        (dict(records.meetings), {one.id: one for one in catalogue.meetings}),
        (dict(records.series), {one.id: one for one in catalogue.all_series()}),
    ):
        for ids in _compared(wanted, known):  # type: ignore[misc]  # meetings or series alike
            yield from ids
    if records.vocabulary != generation.vocabulary:
        yield "vocabulary"
    if records.faults != catalogue.faults():
        yield "faults of records"


def _compared(
    wanted: Mapping[_Key, _Record], known: Mapping[_Key, _Record]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    new = tuple(key for key in wanted if key not in known)
    differing = tuple(key for key in wanted if key in known and wanted[key] != known[key])
    return new, differing, tuple(key for key in known if key not in wanted)


def _files(keeper: Keeper, generation: Generation) -> Iterator[str]:
    """Yield the originals whose content is not the one that was read."""
    cache = ChecksumCache(keeper.state)
    known = {file.path: file for file in generation.catalogue.files() if file.state is not FileState.UNLISTED}
    for document in keeper.records.documents.values():
        for rendition in _renditions(document):
            file, path = known.pop(rendition.path, None), keeper.corpus / rendition.path
            if file is None or not _is_as_read(file, path, cache):
                yield rendition.path
    yield from known


def _is_as_read(file: FileRecord, path: Path, cache: ChecksumCache) -> bool:
    if file.state is FileState.MISSING:
        return not path.is_file()
    if not path.is_file():
        return False
    found = cache.checksum(path)
    return found != file.sha256 if file.state is FileState.DAMAGED else found == file.sha256


def _renditions(document: Document) -> Iterator[Rendition]:
    if document.removal is None:
        for version in document.versions:
            yield from version.renditions


def _size_of(folder: Path) -> int:
    sizes: dict[int, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            found = path.stat()
            sizes[found.st_ino] = found.st_size
    return sum(sizes.values())
