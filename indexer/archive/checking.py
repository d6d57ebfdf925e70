"""Reads the text of a record as the next run would read it, before it is written."""

from pathlib import Path, PurePosixPath

from indexer.archive.errors import WrongRecordError
from indexer.corpus import AuthorityIndex
from indexer.corpus.documents import DocumentReader
from indexer.corpus.faults import FaultLog
from indexer.corpus.files import MEETING_FILE, CorpusFiles
from indexer.corpus.holdings import Holdings
from indexer.corpus.meetings import MeetingReader
from indexer.corpus.references import References
from indexer.model.archive import CorpusRecords


class RecordCheck:
    """Tells whether a text is a good record in a corpus; vocabulary files are checked for their form alone."""

    def __init__(self, corpus: Path, records: CorpusRecords) -> None:
        self.records = records
        self._references = References(AuthorityIndex(records.vocabulary))
        self._files = CorpusFiles(corpus, {}, frozenset())

    def refuse_faults(self, path: str, text: str) -> None:
        """Let a good record pass.

        Raises:
            WrongRecordError: It would be left out; the message says what is wrong on which line.
        """
        log = FaultLog(path, text.encode())
        if path.startswith("vocabulary/"):
            log.parsed()
        elif PurePosixPath(path).name == MEETING_FILE:
            self._meeting_reader().read(log)
        else:
            self._check_document(log)
        if log.graves:
            # Files that are missing are light faults; here no file counts as known, so they are left out.
            raise WrongRecordError(tuple(fault for fault in log.in_order() if "does not exist" not in fault.message))

    def _meeting_reader(self) -> MeetingReader:
        known = self.records.documents.keys()
        return MeetingReader(self._references, Holdings(known, frozenset()), self.records.series)

    def _check_document(self, log: FaultLog) -> None:
        claimed, document = DocumentReader(self._files, self._references, set()).read(log)
        other = self.records.documents.get(claimed) if claimed else None
        if document and other and other.sidecar != log.path:
            key = "symbol" if document.symbol else "id"
            log.grave(f"id '{document.id}' is already used by {other.sidecar}; give one of them another id", (key,))
