"""Records -> what an engine is given: one entry per version, talk, agenda item and side event."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from indexer.catalogue import FileRecord, FileState, MeetingPart
from indexer.catalogue.codec import to_json
from indexer.catalogue.parts import PARTS_LANGUAGE
from indexer.corpus.ledger import Ledger
from indexer.model.archive import CorpusRecords
from indexer.model.authority import Vocabulary, best_label
from indexer.model.document import Document, Version
from indexer.model.identifiers import UNDETERMINED, DocumentId, Language, OrganizationId, PersonId, TopicId, WorkId
from indexer.model.results import IndexEntry, IndexKey
from indexer.symbols import prefixes

ENTRY_VERSION: Final = "1"
"""Counts up when entries are made differently; every entry is then indexed anew."""

ENGLISH: Final = Language("en")


@dataclass(frozen=True)
class PlannedEntry:
    """An entry without its text, and where the text is.

    Attributes:
        file: The file whose text is the body; None where there is none.
        fingerprint: Differs whenever anything that goes into the index differs.
        make: Makes the entry.
    """

    key: IndexKey
    file: FileRecord | None
    fingerprint: str
    make: Callable[[], IndexEntry]

    @cached_property
    def entry(self) -> IndexEntry:
        """The entry, complete but for body and citations, which need the text."""
        return self.make()


class EntryPlanner:
    """Says what the index should hold.

    An entry depends on the record of its document, on the meetings and agenda items that the document belongs to, on
    the authority records and on the text. Where all these are the same, the ledger knows the fingerprint.
    """

    def __init__(self, records: CorpusRecords, parts: tuple[MeetingPart, ...], ledger: Ledger) -> None:
        self._parts = parts
        self._places = _Surroundings(records, parts)
        self._ledger = ledger

    def entries(
        self, documents: Iterable[tuple[Document, str]], files: Mapping[str, FileRecord]
    ) -> Iterator[PlannedEntry]:
        """Yield every version of every document that is not removed, and every part.

        Args:
            documents: All documents, each with its JSON.
            files: What became of each file, by path.
        """
        for document, record in documents:
            if document.removal is None:
                yield from self._versions(document, self._places.mark(document, record), files)
        for part in self._parts:
            entry = _part_entry(part, self._places.vocabulary)
            yield PlannedEntry(
                entry.key, None, fingerprint(entry, ""), partial(_part_entry, part, self._places.vocabulary)
            )

    def _versions(self, document: Document, mark: str, files: Mapping[str, FileRecord]) -> Iterator[PlannedEntry]:
        entries = _Entries(document, self._places)
        for version in document.versions or (Version(UNDETERMINED),):
            key = IndexKey(WorkId(document.id), version.language)
            make = partial(entries.of, version)
            file = _text_file(version, files)
            text = f"{file.sha256} {file.reader}" if file else ""
            yield PlannedEntry(key, file, self._fingerprint(key, f"{mark} {text}", text, make), make)

    def _fingerprint(self, key: IndexKey, mark: str, text: str, make: Callable[[], IndexEntry]) -> str:
        name = f"entry {key.work} {key.language}"
        found = self._ledger.recall(name, mark)
        if found is None:
            found = fingerprint(make(), text)
            self._ledger.keep(name, mark, found)
        return found


def fingerprint(entry: IndexEntry, text: str) -> str:
    """Return what stands for an entry.

    Args:
        entry: Without its text.
        text: The content that the text comes from and the reader that read it; empty where there is none.
    """
    return hashlib.sha256("\n".join((ENTRY_VERSION, text, to_json(entry))).encode()).hexdigest()


class _Surroundings:
    """What stands around the documents: meetings, agenda items, authority records."""

    def __init__(self, records: CorpusRecords, parts: tuple[MeetingPart, ...]) -> None:
        self.vocabulary = records.vocabulary
        self.meetings: dict[DocumentId, list[str]] = {}
        self.agenda_items: dict[DocumentId, list[str]] = {}
        for meeting in records.meetings.values():
            for document in meeting.documents:
                self.meetings.setdefault(document, []).append(meeting.id)
        for part in parts:
            for document in part.documents:
                if part.agenda_item:
                    self.agenda_items.setdefault(document, []).append(part.agenda_item)
        self._authorities = vocabulary_mark(records.vocabulary)

    def mark(self, document: Document, record: str) -> str:
        """Return what stands for all that the entries of a document are made from, but for their texts."""
        around = (self.meetings.get(document.id), self.agenda_items.get(document.id), self._authorities)
        return hashlib.sha256(f"{record} {around}".encode()).hexdigest()


class _Entries:
    """The entries of one document, made when they are asked for."""

    def __init__(self, document: Document, places: _Surroundings) -> None:
        self._document = document
        self._places = places

    def of(self, version: Version) -> IndexEntry:
        """Return the entry of a version."""
        key = IndexKey(WorkId(self._document.id), version.language)
        return self._shared._replace(key=key, title=title_of(self._document, version))

    @cached_property
    def _shared(self) -> IndexEntry:
        return _shared_entry(self._document, self._places)


def _shared_entry(document: Document, places: _Surroundings) -> IndexEntry:
    vocabulary = places.vocabulary
    languages = document.languages
    unheld = tuple(title for language, title in document.titles.items() if language not in languages)
    return IndexEntry(
        key=IndexKey(WorkId(document.id), UNDETERMINED),
        kind=document.kind,
        title="",
        sort_title=best_label(document.titles, ENGLISH),
        other_titles=(*document.other_titles, *unheld),
        names=names_of(document.organizations, document.people, document.topics, vocabulary)
        + ((document.statement_of_responsibility,) if document.statement_of_responsibility else ()),
        symbols=prefixes(document.symbol) if document.symbol else (),
        organizations=_with_parents(document.organizations, vocabulary),
        people=document.people,
        topics=_with_broader(document.topics, vocabulary),
        meetings=tuple(dict.fromkeys(places.meetings.get(document.id, ()))),
        agenda_items=tuple(dict.fromkeys(places.agenda_items.get(document.id, ()))),
        year=document.date.year,
        sort_date=document.date.sort_key(),
    )


def _part_entry(part: MeetingPart, vocabulary: Vocabulary) -> IndexEntry:
    return IndexEntry(
        key=IndexKey(part.work, PARTS_LANGUAGE),
        kind=part.kind,
        title=part.title,
        sort_title=part.title,
        other_titles=part.other_titles,
        body=part.text,
        names=names_of(part.organizations, part.people, (), vocabulary),
        organizations=_with_parents(part.organizations, vocabulary),
        people=part.people,
        meetings=(part.meeting,),
        agenda_items=(part.agenda_item,) if part.agenda_item else (),
        year=part.day.year if part.day else None,
        sort_date=int(part.day.strftime("%Y%m%d")) if part.day else 0,
    )


def vocabulary_mark(vocabulary: Vocabulary) -> str:
    """Return what stands for all authority records."""
    digest = hashlib.sha256()
    for records in (vocabulary.organizations, vocabulary.people, vocabulary.topics):
        for record in records.values():
            digest.update(to_json(record).encode())
    return digest.hexdigest()


def title_of(document: Document, version: Version) -> str:
    """Return the title that a version is shown and found by."""
    return version.title or best_label(document.titles, version.language)


def names_of(
    organizations: tuple[OrganizationId, ...],
    people: tuple[PersonId, ...],
    topics: tuple[TopicId, ...],
    vocabulary: Vocabulary,
) -> tuple[str, ...]:
    """Return every name, acronym and spelling, in every language, by which these are found."""
    names: list[str] = []
    for organization in (vocabulary.organizations[o] for o in organizations if o in vocabulary.organizations):
        names += [*organization.names.values(), *organization.acronyms.values(), *organization.aliases]
    for person in (vocabulary.people[p] for p in people if p in vocabulary.people):
        names += [person.name, *person.other_spellings]
    for topic in (vocabulary.topics[t] for t in topics if t in vocabulary.topics):
        names += [*topic.labels.values(), *(word for words in topic.alternatives.values() for word in words)]
    return tuple(dict.fromkeys(names))


def _with_parents(organizations: tuple[OrganizationId, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(dict.fromkeys(o for organization in organizations for o in vocabulary.lineage(organization)))


def _with_broader(topics: tuple[TopicId, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t for topic in topics for t in vocabulary.broader_topics(topic)))


def _text_file(version: Version, files: Mapping[str, FileRecord]) -> FileRecord | None:
    found = (files[rendition.path] for rendition in version.renditions if rendition.path in files)
    return next((file for file in found if file.state is FileState.READ and file.places), None)
