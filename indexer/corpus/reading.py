"""Reads a whole corpus; a faulty record is noted with its line and stops nothing else."""

import hashlib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from indexer.corpus.authorities import AuthorityIndex
from indexer.corpus.documents import DocumentReader
from indexer.corpus.errors import RecordError
from indexer.corpus.faults import FaultLog
from indexer.corpus.files import CorpusFiles, WatchedFiles, walk
from indexer.corpus.holdings import Holdings
from indexer.corpus.ledger import Ledger
from indexer.corpus.meetings import MeetingReader
from indexer.corpus.readings import DocumentReading, MeetingReading, Recollection, VocabularyReading, holds
from indexer.corpus.references import References
from indexer.corpus.vocabulary import read_series, read_vocabulary
from indexer.model.archive import CorpusRecords, RecordFault
from indexer.model.document import Document
from indexer.model.identifiers import DocumentId, MeetingId
from indexer.model.meeting import Meeting


def read_corpus(folder: Path) -> CorpusRecords:
    """Return all valid records of a corpus folder and the faults of the others.

    Raises:
        RecordError: There is no such folder.
    """
    if not folder.is_dir():
        raise RecordError(f"The corpus folder {folder} does not exist: create it, or set MASTHEAD_CORPUS.")
    return read_records(walk(folder), Ledger())


def read_records(files: CorpusFiles, ledger: Ledger) -> CorpusRecords:
    """Return the same of files that were looked at; a record is read only where the ledger lacks its reading."""
    return _Reading(files, ledger).records()


class _Reading:
    """One way through a corpus, with the faults met on it."""

    def __init__(self, files: CorpusFiles, ledger: Ledger) -> None:
        self._files = files
        self._earlier = Recollection(ledger)
        self._faults: list[RecordFault] = []
        self._named: set[str] = set()

    def records(self) -> CorpusRecords:
        self._faults.extend(self._authorities.faults)
        documents, faulty = self._documents()
        meetings = self._meetings(documents.keys(), faulty)
        return CorpusRecords(
            vocabulary=self._authorities.vocabulary,
            series=self._authorities.series,
            meetings=meetings,
            documents=documents,
            faults=(*self._paths(), *self._faults),
            unlisted=self._files.unlisted(self._named),
        )

    @cached_property
    def _authorities(self) -> VocabularyReading:
        logs: list[FaultLog] = []

        def log_of(name: str) -> FaultLog | None:
            path = self._files.vocabulary(name)
            logs.extend([self._log(path)] if path else ())
            return logs[-1] if path else None

        self._named.update(self._files.vocabularies())
        reading = self._earlier.recall(VocabularyReading, "vocabulary", self._vocabulary_mark)
        if reading is None:
            vocabulary = read_vocabulary(log_of)
            series = read_series(log_of("series"), References(AuthorityIndex(vocabulary)))
            reading = VocabularyReading(vocabulary, series, tuple(fault for log in logs for fault in log.in_order()))
            is_whole = all(log.is_readable for log in logs)
            self._earlier.keep("vocabulary", self._vocabulary_mark if is_whole else None, reading)
        return reading

    @cached_property
    def _vocabulary_mark(self) -> str | None:
        marks = [self._files.mark(path) for path in self._files.vocabularies()]
        text = f"{self._files.vocabularies()} {marks}"
        return None if None in marks else hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def _references(self) -> References:
        return References(AuthorityIndex(self._authorities.vocabulary))

    def _mark(self, path: str) -> str | None:
        own, above = self._files.mark(path), self._vocabulary_mark
        return f"{own} {above}" if own and above else None

    def _documents(self) -> tuple[Mapping[DocumentId, Document], AbstractSet[DocumentId]]:
        documents: dict[DocumentId, Document] = {}
        faulty: set[DocumentId] = set()
        for path in self._files.documents():
            reading = self._document(path)
            document, faults = reading.document, reading.faults
            self._named.update((path, *reading.named))
            if document and document.id in documents:
                faults = self._used_twice(path, document, documents[document.id].sidecar, faults)
            elif document:
                documents[document.id] = document
            elif reading.claimed:
                faulty.add(reading.claimed)
            self._faults.extend(faults)
        return documents, faulty - documents.keys()

    def _document(self, path: str) -> DocumentReading:
        mark = self._mark(path)
        reading = self._earlier.recall(DocumentReading, path, mark)
        if reading is None or not holds(reading.asked, self._files.answer):
            files, named, log = WatchedFiles.watch(self._files), set[str](), self._log(path)
            claimed, document = DocumentReader(files, self._references, named).read(log)
            reading = DocumentReading(claimed, document, tuple(log.in_order()), tuple(sorted(named)), files.asked)
            self._earlier.keep(path, mark if log.is_readable else None, reading)
        return reading

    def _meetings(
        self, documents: AbstractSet[DocumentId], faulty: AbstractSet[DocumentId]
    ) -> Mapping[MeetingId, Meeting]:
        meetings: dict[MeetingId, Meeting] = {}
        for path in self._files.meetings():
            reading = self._meeting(path, Holdings(documents, faulty))
            meeting, faults = reading.meeting, reading.faults
            self._named.add(path)
            if meeting and meeting.id in meetings:
                faults = self._used_twice(path, meeting, meetings[meeting.id].sidecar, faults)
            elif meeting:
                meetings[meeting.id] = meeting
            self._faults.extend(faults)
        return meetings

    def _meeting(self, path: str, holdings: Holdings) -> MeetingReading:
        mark = self._mark(path)
        reading = self._earlier.recall(MeetingReading, path, mark)
        if reading is None or not holds(reading.asked, holdings.answer):
            log = self._log(path)
            meeting = MeetingReader(self._references, holdings, self._authorities.series.keys()).read(log)
            reading = MeetingReading(meeting, tuple(log.in_order()), holdings.asked)
            self._earlier.keep(path, mark if log.is_readable else None, reading)
        return reading

    def _used_twice(
        self, path: str, record: Document | Meeting, other: str, faults: tuple[RecordFault, ...]
    ) -> tuple[RecordFault, ...]:
        log = self._log(path)
        key = "symbol" if isinstance(record, Document) and record.symbol else "id"
        message = f"id '{record.id}' is already used by {other}; join the two records, or give one of them another id"
        log.grave(message, (key,))
        return tuple(sorted((*faults, *log.found), key=lambda fault: fault.line or 0))

    def _log(self, path: str) -> FaultLog:
        try:
            content: bytes | OSError = (self._files.root / path).read_bytes()
        except OSError as error:
            content = error
        return FaultLog(path, content)

    def _paths(self) -> Iterator[RecordFault]:
        message = "this is a link that leads out of the corpus; put the record itself there"
        for path in sorted(self._files.escaping):
            if path.endswith(".toml"):
                yield RecordFault(path, None, message)
        for path in sorted(self._files.misnamed):
            yield RecordFault(path, None, "the name of this file is not in UTF-8; give it another one")
