"""The originals of the archive: which file each version has, whether it is as recorded, and its text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from indexer.catalogue import FileRecord, FileState
from indexer.extraction import ExtractionFailure, ExtractionPool, media_type_of, reader_for
from indexer.extraction.errors import FailureCode
from indexer.indexing.progress import Progress
from indexer.model.archive import CorpusRecords
from indexer.model.identifiers import UNDETERMINED, Language, Sha256
from indexer.model.place import QualityFault, QualityNote
from indexer.texts import TextFailure, TextRecord, TextStore

PASSING: Final = frozenset({FailureCode.INTERRUPTED, FailureCode.PROGRAM_MISSING})
"""Reasons that are not the file's: it is tried again with every run."""


@dataclass(frozen=True, slots=True)
class Checked:
    """An original that is there, with the checksum and the size that its content has now."""

    record: FileRecord
    path: Path
    sha256: Sha256
    size: int


def recorded_files(records: CorpusRecords) -> Iterator[FileRecord]:
    """Yield every file that a record names, as the record describes it, and every file that none names."""
    for document in records.documents.values():
        if document.removal is None:
            for version in document.versions:
                for rendition in version.renditions:
                    yield FileRecord(
                        path=rendition.path,
                        state=FileState.MISSING,
                        document=document.id,
                        language=version.language,
                        media_type=rendition.media_type,
                        sha256=rendition.sha256,
                        size=rendition.size,
                    )
    for path in records.unlisted:
        yield FileRecord(path=path, state=FileState.UNLISTED, reason="has no record")


class Originals:
    """Brings the texts of all originals into the store and says of each file what became of it.

    Attributes:
        extracted: The contents that were read, each with its reader.
    """

    def __init__(self, store: TextStore, pool_size: int, progress: Progress) -> None:
        self._store = store
        self._pool_size = pool_size
        self._progress = progress
        self._passing: dict[Sha256, str] = {}
        self.extracted: set[tuple[Sha256, str]] = set()

    def read(self, checked: list[Checked]) -> Iterator[FileRecord]:
        """Yield what became of each file; only texts that the store lacks are extracted."""
        readers = {one.record.path: self._reader(one) for one in checked}
        unread = [one for one in checked if self._is_unread(one, readers[one.record.path])]
        contents = {(one.sha256, readers[one.record.path]): one for one in unread}
        self._progress.begin("Reading documents", len(contents))
        self._extract({one.path: one for one in contents.values()}, readers)
        for one in checked:
            yield self._outcome(one, readers[one.record.path])

    def _reader(self, one: Checked) -> str:
        try:
            media_type = media_type_of(one.path)
        except OSError:
            return ""
        return reader_for(media_type) if media_type else ""

    def _is_unread(self, one: Checked, reader: str) -> bool:
        if not reader:
            return False
        return not self._store.is_whole(one.sha256, reader) and self._store.find_failure(one.sha256, reader) is None

    def _extract(self, waiting: dict[Path, Checked], readers: dict[str, str]) -> None:
        if not waiting:
            return
        with ExtractionPool(workers=min(self._pool_size, len(waiting))) as pool:
            for path, result in pool.extract_many(list(waiting)):
                one = waiting[path]
                reader = readers[one.record.path]
                if isinstance(result, ExtractionFailure):
                    self._keep_failure(one, reader, result)
                else:
                    self._store.put(result)
                self.extracted.add((one.sha256, reader))
                self._progress.advance()

    def _keep_failure(self, one: Checked, reader: str, failure: ExtractionFailure) -> None:
        predicate = failure.reason.removeprefix(f"{one.path} ")
        if failure.code in PASSING:
            self._passing[one.sha256] = predicate
        else:
            self._store.put_failure(TextFailure(one.sha256, reader, failure.code, predicate))

    def _outcome(self, one: Checked, reader: str) -> FileRecord:
        found = self._store.find(one.sha256, reader) if reader else None
        if found is None:
            reason = self._reason(one, reader)
            return replace(one.record, state=FileState.FAILED, sha256=one.sha256, reader=reader, reason=reason)
        return replace(
            one.record,
            state=FileState.READ,
            sha256=one.sha256,
            media_type=found.media_type,
            size=one.size,
            reader=reader,
            places=found.places,
            detected=found.detected,
            notes=found.notes + language_notes(one.record.language, found),
        )

    def _reason(self, one: Checked, reader: str) -> str:
        if not reader:
            return "is of no type that Masthead reads: replace it by a PDF or Word file"
        failure = self._store.find_failure(one.sha256, reader)
        return failure.reason if failure else self._passing.get(one.sha256, "changed while it was read: run again")


def language_notes(declared: Language | None, text: TextRecord) -> tuple[QualityNote, ...]:
    """Return a note where the text is in another language than its record says."""
    if declared in {None, UNDETERMINED, text.detected} or text.detected == UNDETERMINED:
        return ()
    detail = f"the record says {declared}, but the text is in {text.detected}: correct the language or the file"
    return (QualityNote(QualityFault.OTHER_LANGUAGE, detail),)
