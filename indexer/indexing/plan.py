"""What a run has to do: the archive as it should be, held against the generation that readers see."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from indexer.catalogue import FileRecord, MeetingPart, parts_of
from indexer.catalogue.codec import to_json
from indexer.indexing.entries import PlannedEntry, planned_entries
from indexer.indexing.previous import Previous
from indexer.model.archive import CorpusRecords
from indexer.model.results import IndexKey


@dataclass(frozen=True, slots=True)
class Plan:
    """The archive as it should be, and how the index gets there.

    Attributes:
        mark: Fingerprint of all records and files; the catalogue keeps it.
        wanted: Every index document that there should be.
        add: Those that are new or changed.
        remove: Keys of those that are gone.
    """

    records: CorpusRecords
    parts: tuple[MeetingPart, ...]
    files: tuple[FileRecord, ...]
    mark: str
    wanted: dict[IndexKey, PlannedEntry]
    add: tuple[PlannedEntry, ...]
    remove: tuple[IndexKey, ...]
    is_needed: bool


def make_plan(records: CorpusRecords, files: tuple[FileRecord, ...], previous: Previous) -> Plan:
    """Return what is to do; nothing where records, files and entries are as before."""
    meetings = sorted(records.meetings.values(), key=lambda meeting: meeting.id)
    parts = tuple(part for meeting in meetings for part in parts_of(meeting, records.vocabulary))
    planned = planned_entries(records, parts, {file.path: file for file in files})
    wanted = {one.entry.key: one for one in planned}
    add = tuple(one for key, one in wanted.items() if previous.fingerprints.get(key) != one.fingerprint)
    remove = tuple(key for key in previous.fingerprints if key not in wanted)
    mark = _mark(records, files)
    is_needed = bool(add or remove or previous.generation is None or previous.mark != mark)
    return Plan(records, parts, files, mark, wanted, add, remove, is_needed)


def _mark(records: CorpusRecords, files: tuple[FileRecord, ...]) -> str:
    vocabulary = records.vocabulary
    groups: tuple[Iterable[object], ...] = (
        records.documents.values(),
        records.meetings.values(),
        records.series.values(),
        vocabulary.organizations.values(),
        vocabulary.people.values(),
        vocabulary.topics.values(),
        files,
        records.faults,
    )
    digest = hashlib.sha256()
    for group in groups:
        for line in sorted(to_json(record) for record in group):
            digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()
