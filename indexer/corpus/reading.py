"""Reads a whole corpus; a faulty record is noted with its line and stops nothing else."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from indexer.corpus.authorities import AuthorityIndex
from indexer.corpus.documents import DocumentReader
from indexer.corpus.errors import RecordError
from indexer.corpus.faults import FaultLog
from indexer.corpus.files import CorpusFiles, walk
from indexer.corpus.holdings import Holdings
from indexer.corpus.meetings import MeetingReader
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
    return _Reading(walk(folder)).records()


class _Reading:
    """One walk through a corpus, with the faults met on the way."""

    def __init__(self, files: CorpusFiles) -> None:
        self._files = files
        self._logs: list[FaultLog] = []
        self._named: set[str] = set()

    def records(self) -> CorpusRecords:
        vocabulary = read_vocabulary(self._vocabulary_log)
        references = References(AuthorityIndex(vocabulary))
        series = read_series(self._vocabulary_log("series"), references)
        documents, faulty = self._documents(DocumentReader(self._files, references, self._named))
        meetings = self._meetings(MeetingReader(references, Holdings(documents.keys(), faulty), series))
        return CorpusRecords(
            vocabulary=vocabulary,
            series=series,
            meetings=meetings,
            documents=documents,
            faults=(*self._links_out(), *(fault for log in self._logs for fault in log.in_order())),
            unlisted=self._files.unlisted(self._named),
        )

    def _documents(self, reader: DocumentReader) -> tuple[Mapping[DocumentId, Document], AbstractSet[DocumentId]]:
        documents: dict[DocumentId, Document] = {}
        faulty: set[DocumentId] = set()
        for path in self._files.documents():
            log = self._log(path)
            claimed, document = reader.read(log)
            if document and document.id in documents:
                _note_twice(log, "symbol" if document.symbol else "id", document.id, documents[document.id].sidecar)
            elif document:
                documents[document.id] = document
            elif claimed:
                faulty.add(claimed)
        return documents, faulty - documents.keys()

    def _meetings(self, reader: MeetingReader) -> Mapping[MeetingId, Meeting]:
        meetings: dict[MeetingId, Meeting] = {}
        for path in self._files.meetings():
            log = self._log(path)
            meeting = reader.read(log)
            if meeting and meeting.id in meetings:
                _note_twice(log, "id", meeting.id, meetings[meeting.id].sidecar)
            elif meeting:
                meetings[meeting.id] = meeting
        return meetings

    def _vocabulary_log(self, name: str) -> FaultLog | None:
        path = self._files.vocabulary(name)
        return self._log(path) if path else None

    def _log(self, path: str) -> FaultLog:
        self._named.add(path)
        try:
            content: bytes | OSError = (self._files.root / path).read_bytes()
        except OSError as error:
            content = error
        log = FaultLog(path, content)
        self._logs.append(log)
        return log

    def _links_out(self) -> Iterator[RecordFault]:
        message = "this is a link that leads out of the corpus; put the record itself there"
        return (RecordFault(path, None, message) for path in sorted(self._files.escaping) if path.endswith(".toml"))


def _note_twice(log: FaultLog, key: str, used: str, other: str) -> None:
    log.grave(f"id '{used}' is already used by {other}; join the two records, or give one of them another id", (key,))
