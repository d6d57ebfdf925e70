"""Looks at the corpus: its records and what became of each of its files; what is known already is not read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from indexer.catalogue import FileRecord, FileState
from indexer.catalogue.codec import from_json, to_json
from indexer.corpus.checksums import ChecksumCache
from indexer.corpus.files import CorpusFiles
from indexer.corpus.ledger import Ledger
from indexer.corpus.reading import read_records
from indexer.indexing.originals import Checked, Originals, recorded_files
from indexer.indexing.texts import StoredTexts
from indexer.model.archive import CorpusRecords


@dataclass(frozen=True, slots=True)
class Survey:
    """The archive as its files say."""

    records: CorpusRecords
    files: tuple[FileRecord, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What became of a file, and the state of the stored file that says so; empty where there need be none."""

    outcome: FileRecord
    stored: str


class Surveyor:
    """Makes a survey; what it finds out is noted in the ledger."""

    def __init__(self, files: CorpusFiles, ledger: Ledger, texts: StoredTexts) -> None:
        self._files = files
        self._ledger = ledger
        self._texts = texts

    def survey(self, originals: Originals, checksums: Callable[[], ChecksumCache]) -> Survey:
        """Return how the archive stands, with all texts in the store.

        Args:
            originals: Reads what was not read yet.
            checksums: Opens the checksums of originals, where any are needed.
        """
        records = read_records(self._files, self._ledger)
        outcomes: list[FileRecord] = []
        new: list[FileRecord] = []
        for record in recorded_files(records):
            known = self._recall(record)
            outcomes.append(known) if known else new.append(record)
        outcomes.extend(self._find_out(new, originals, checksums) if new else ())
        return Survey(records, tuple(sorted(outcomes, key=lambda outcome: outcome.path)))

    def _recall(self, record: FileRecord) -> FileRecord | None:
        if record.state is FileState.UNLISTED:
            return record
        text = self._ledger.recall(_name(record), self._mark(record))
        known = from_json(_Known, text) if text else None
        return known.outcome if known and known.stored == self._stored(known.outcome) else None

    def _find_out(
        self, records: Iterable[FileRecord], originals: Originals, checksums: Callable[[], ChecksumCache]
    ) -> Iterable[FileRecord]:
        cache = checksums()
        looked = [(record, self._check(record, cache)) for record in records]
        cache.save()
        checked = [(record, one) for record, one in looked if isinstance(one, Checked)]
        found = [(record, one) for record, one in looked if isinstance(one, FileRecord)]
        read = list(originals.read([one for _, one in checked]))
        self._texts.renew(originals.extracted)
        found.extend(zip((record for record, _ in checked), read, strict=True))
        for record, outcome in found:
            self._keep(record, outcome)
        return (outcome for _, outcome in found)

    def _check(self, record: FileRecord, checksums: ChecksumCache) -> FileRecord | Checked:
        path = self._files.root / record.path
        try:
            found, size = checksums.checksum(path), path.stat().st_size
        except FileNotFoundError:
            return replace(record, state=FileState.MISSING, reason="is missing: put it back or edit its record")
        except OSError as error:
            reason = f"cannot be read ({error.strerror}): let the program read it, or put back a sound copy"
            return replace(record, state=FileState.MISSING, reason=reason)
        if record.sha256 and found != record.sha256:
            reason = "is not what its record's checksum says, damaged or replaced: see masthead verify"
            return replace(record, state=FileState.DAMAGED, reason=reason)
        return Checked(record, path, found, size)

    def _keep(self, record: FileRecord, outcome: FileRecord) -> None:
        """Note what became of a file, where it becomes the same again as long as nothing changes."""
        stored = self._stored(outcome)
        is_lasting = outcome.state is not FileState.MISSING and stored is not None
        mark = self._mark(record) if is_lasting else None
        self._ledger.keep(_name(record), mark, to_json(_Known(outcome, stored or "")))

    def _stored(self, outcome: FileRecord) -> str | None:
        """Return the state of what the store has to have of a file; empty where nothing, None where it is not there."""
        if outcome.state is FileState.DAMAGED or not outcome.reader:
            return ""
        state = self._texts.of(outcome)
        return str(state) if state else None

    def _mark(self, record: FileRecord) -> str | None:
        state = self._files.mark(record.path)
        return f"{state} {record.media_type} {record.sha256} {record.size}" if state else None


def _name(record: FileRecord) -> str:
    return f"original {record.path} {record.document} {record.language}"
