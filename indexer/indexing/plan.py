"""What a run has to do: the archive as it should be, held against the generation that readers see."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from indexer.catalogue import FileRecord, MeetingPart, parts_of
from indexer.catalogue.codec import to_json
from indexer.corpus.ledger import Ledger
from indexer.indexing.entries import EntryPlanner, PlannedEntry
from indexer.indexing.previous import Previous
from indexer.indexing.survey import Survey
from indexer.model.archive import CorpusRecords
from indexer.model.results import IndexKey


@dataclass(frozen=True, slots=True)
class Plan:
    """The archive as it should be, and how the index gets there.

    Attributes:
        mark: Fingerprint of all records and files; the catalogue keeps it, and which program wrote it.
        catalogue: The one that the new one is written upon; None where it is written whole.
        wanted: Every index document that there should be.
        add: Those that are new or changed.
        remove: Keys of those that are gone.
    """

    records: CorpusRecords
    parts: tuple[MeetingPart, ...]
    files: tuple[FileRecord, ...]
    mark: str
    program: str
    catalogue: Path | None
    wanted: dict[IndexKey, PlannedEntry]
    add: tuple[PlannedEntry, ...]
    remove: tuple[IndexKey, ...]
    is_needed: bool


def make_plan(survey: Survey, previous: Previous, ledger: Ledger) -> Plan:
    """Return what is to do; nothing where records, files and entries are as before."""
    records, files = survey.records, survey.files
    meetings = sorted(records.meetings.values(), key=lambda meeting: meeting.id)
    parts = tuple(part for meeting in meetings for part in parts_of(meeting, records.vocabulary))
    documents = [(document, to_json(document)) for document in records.documents.values()]
    planned = EntryPlanner(records, parts, ledger).entries(documents, {file.path: file for file in files})
    wanted = {one.key: one for one in planned}
    add = tuple(one for key, one in wanted.items() if previous.fingerprints.get(key) != one.fingerprint)
    remove = tuple(key for key in previous.fingerprints if key not in wanted)
    mark = _mark(survey, [record for _, record in documents])
    is_needed = bool(add or remove or previous.generation is None or previous.mark != mark)
    return Plan(records, parts, files, mark, ledger.program, previous.catalogue, wanted, add, remove, is_needed)


def _mark(survey: Survey, documents: list[str]) -> str:
    records, vocabulary = survey.records, survey.records.vocabulary
    others: tuple[Iterable[object], ...] = (
        records.meetings.values(),
        records.series.values(),
        vocabulary.organizations.values(),
        vocabulary.people.values(),
        vocabulary.topics.values(),
        survey.files,
        records.faults,
    )
    digest = hashlib.sha256()
    for lines in (documents, *(map(to_json, group) for group in others)):
        for line in sorted(lines):
            digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()
