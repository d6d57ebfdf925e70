"""Reads a catalogue; safe to share between threads, as each has a connection of its own."""

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from indexer.catalogue.codec import from_json
from indexer.catalogue.files import FileRecord, FileState
from indexer.catalogue.parts import MeetingPart
from indexer.catalogue.rows import CitationRow, EntryRow, SuggestionRow
from indexer.catalogue.schema import VERSION
from indexer.model.archive import RecordFault
from indexer.model.authority import Organization, Person, Topic, Vocabulary
from indexer.model.document import Document, Relation, RelationKind
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import DocumentId, Language, MeetingId, OrganizationId, SeriesId, Sha256, WorkId
from indexer.model.meeting import Meeting, Series
from indexer.model.place import Place, PlaceKind
from indexer.model.results import IndexKey

_AT_ONCE: Final = 500
"""So many values a query looks for at a time."""


class CatalogueDamagedError(ArchiveError):
    """A catalogue cannot be read as it was written."""


class Catalogue:
    """The records of one generation."""

    def __init__(self, path: Path) -> None:
        """Open a catalogue.

        Raises:
            CatalogueDamagedError: The file is missing, damaged or of another version of this program.
        """
        self._path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        version = self.meta("catalogue_version")
        if version != VERSION:
            raise CatalogueDamagedError(f"{path} was written by another version of Masthead: run masthead index.")

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._connections:
            self._connections.pop().close()

    def hold(self) -> None:
        """Open the file for this thread, if it is not open yet."""
        if getattr(self._local, "connection", None) is None:
            self.meta("catalogue_version")

    def meta(self, name: str) -> str | None:
        """Return a fact of the generation itself."""
        rows = self._rows("select value from meta where name = ?", name)
        return str(rows[0][0]) if rows else None

    def document(self, document: DocumentId) -> Document | None:
        """Return a document, tombstones too; None where there is none of that id."""
        return next(iter(self.documents([document])), None)

    def documents(self, ids: Iterable[DocumentId]) -> tuple[Document, ...]:
        """Return the documents that there are of these, in the order asked."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, Document] = {}
        for document, record in self._rows_of("select id, record from documents where id in", wanted):
            found[document] = from_json(Document, record)
        return tuple(found[document] for document in wanted if document in found)

    def document_ids(self) -> Iterator[DocumentId]:
        """Yield the ids of all documents but tombstones, in the order of ids."""
        for row in self._rows("select id from documents where not is_removed order by id"):
            yield DocumentId(row[0])

    def changes(self) -> tuple[tuple[DocumentId, date | None], ...]:
        """Return the ids of all documents but tombstones, each with the day of its last change or addition."""
        query = """select id, coalesce(json_extract(record, '$.modified'), added) from documents
                   where not is_removed order by id"""
        return tuple(
            (DocumentId(document), date.fromisoformat(day) if day else None) for document, day in self._rows(query)
        )

    def recent(self, limit: int) -> tuple[Document, ...]:
        """Return the documents added last."""
        query = "select id from documents where not is_removed order by added desc, id limit ?"
        return self.documents(DocumentId(row[0]) for row in self._rows(query, limit))

    def symbol_series(self) -> tuple[tuple[str, int], ...]:
        """Return the series of symbols, such as A/RES, each with how many documents it has."""
        query = """select symbol_series, count(*) from documents
                   where symbol_series is not null and not is_removed group by 1 order by 2 desc, 1"""
        return tuple((str(name), int(count)) for name, count in self._rows(query))

    def document_count(self) -> int:
        """Return how many documents there are, tombstones not counted."""
        return int(self._rows("select count(*) from documents where not is_removed")[0][0])

    def meeting(self, meeting: MeetingId) -> Meeting | None:
        """Return a meeting; None where there is none of that id."""
        return next((m for m in self.meetings if m.id == meeting), None)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings, the newest first."""
        found = [from_json(Meeting, row[0]) for row in self._rows("select record from meetings")]
        return tuple(sorted(found, key=lambda meeting: (meeting.start, meeting.id), reverse=True))

    def meetings_of(self, document: DocumentId) -> tuple[Meeting, ...]:
        """Return the meetings that list a document."""
        return self.meetings_of_each([document])[document]

    def meetings_of_each(self, documents: Sequence[DocumentId]) -> dict[DocumentId, tuple[Meeting, ...]]:
        """Return the meetings that list each of some documents."""
        named: dict[str, set[str]] = {document: set() for document in documents}
        for document, meeting in self._rows_of(
            "select document, meeting from meeting_documents where document in", documents
        ):
            named[document].add(meeting)
        listed = [meeting for meeting in self.meetings if any(meeting.id in ours for ours in named.values())]
        return {one: tuple(meeting for meeting in listed if meeting.id in named[one]) for one in documents}

    def relations_to(self, document: DocumentId) -> tuple[Relation, ...]:
        """Return how other documents stand to this one; the target of each is the other document."""
        rows = self._rows("select kind, source from relations where target = ? order by kind, source", document)
        return tuple(Relation(RelationKind(kind), DocumentId(source)) for kind, source in rows)

    def series(self, series: SeriesId) -> Series | None:
        """Return a series of meetings; None where there is none of that id."""
        rows = self._rows("select record from series where id = ?", series)
        return from_json(Series, rows[0][0]) if rows else None

    def all_series(self) -> tuple[Series, ...]:
        """Return every series of meetings, in the order of ids."""
        return tuple(from_json(Series, row[0]) for row in self._rows("select record from series order by id"))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All authority records."""
        rows = self._rows("select field, record from authorities order by field, id")
        organizations = [from_json(Organization, record) for field, record in rows if field == "organization"]
        people = [from_json(Person, record) for field, record in rows if field == "person"]
        topics = [from_json(Topic, record) for field, record in rows if field == "topic"]
        return Vocabulary({o.id: o for o in organizations}, {p.id: p for p in people}, {t.id: t for t in topics})

    def merged_into(self, field: str, old: str) -> str | None:
        """Return the id of the record that absorbed this one."""
        rows = self._rows("select into_id from merged where field = ? and id = ?", field, old)
        return str(rows[0][0]) if rows else None

    def children(self, organization: OrganizationId) -> tuple[Organization, ...]:
        """Return the organizations right under one."""
        return tuple(o for o in self.vocabulary.organizations.values() if o.parent == organization)

    def part(self, work: WorkId) -> MeetingPart | None:
        """Return a talk, an agenda item or a side event."""
        rows = self._rows("select record from parts where work = ?", work)
        return from_json(MeetingPart, rows[0][0]) if rows else None

    def parts_about(self, document: DocumentId) -> tuple[MeetingPart, ...]:
        """Return the talks and agenda items that present a document."""
        query = "select record from parts join part_documents using (work) where document = ? order by work"
        return tuple(from_json(MeetingPart, row[0]) for row in self._rows(query, document))

    def citations_from(self, document: DocumentId) -> tuple[CitationRow, ...]:
        """Return what a document cites, place by place."""
        return self._citations("citing = ? order by cited, language, place_number", document)

    def citations_to(self, document: DocumentId) -> tuple[CitationRow, ...]:
        """Return where a document is cited, document by document."""
        return self._citations("cited = ? order by citing, language, place_number", document)

    def citations(self) -> tuple[CitationRow, ...]:
        """Return every citation of the archive."""
        return self._citations("1 = 1")

    def _citations(self, condition: str, *values: str) -> tuple[CitationRow, ...]:
        query = f"""select citing, language, cited, place_kind, place_number, place_label, sentence
                    from citations where {condition}"""  # noqa: S608 - conditions of this class alone
        return tuple(
            CitationRow(
                DocumentId(citing),
                Language(language),
                DocumentId(cited),
                Place(PlaceKind(kind), number, label),
                sentence,
            )
            for citing, language, cited, kind, number, label, sentence in self._rows(query, *values)
        )

    def files_of(self, document: DocumentId) -> tuple[FileRecord, ...]:
        """Return the files of a document."""
        return self.files_of_each([document])[document]

    def files_of_each(self, documents: Sequence[DocumentId]) -> dict[DocumentId, tuple[FileRecord, ...]]:
        """Return the files of each of some documents, in the order of paths."""
        found: dict[DocumentId, list[tuple[str, str]]] = {document: [] for document in documents}
        for document, path, record in self._rows_of(
            "select document, path, record from files where document in", documents
        ):
            found[DocumentId(document)].append((path, record))
        return {one: tuple(from_json(FileRecord, record) for _, record in sorted(ours)) for one, ours in found.items()}

    def file(self, path: str) -> FileRecord | None:
        """Return what became of the file at a path relative to the corpus."""
        return next(iter(self._files("path = ?", path)), None)

    def files(self, state: FileState | None = None) -> tuple[FileRecord, ...]:
        """Return all files, or those of one state, in the order of paths."""
        return self._files("state = ? order by path", state) if state else self._files("1 = 1 order by path")

    def files_with_notes(self) -> tuple[FileRecord, ...]:
        """Return the files whose text has a fault of quality."""
        return self._files("has_notes order by path")

    def texts(self) -> Iterator[tuple[Sha256, str]]:
        """Yield the content and the reader of every file that has a text, or that a reader failed to read."""
        query = """select json_extract(record, '$.sha256') as sha256, json_extract(record, '$.reader') as reader
                   from files where sha256 is not null and reader is not null"""
        return ((Sha256(sha256), str(reader)) for sha256, reader in self._rows(query))

    def _files(self, condition: str, *values: str) -> tuple[FileRecord, ...]:
        rows = self._rows(f"select record from files where {condition}", *values)  # noqa: S608 - conditions of this class alone
        return tuple(from_json(FileRecord, row[0]) for row in rows)

    def faults(self) -> tuple[RecordFault, ...]:
        """Return what is wrong with records, in the order of paths."""
        return tuple(
            RecordFault(*row) for row in self._rows("select path, line, message from faults order by path, line")
        )

    def entries(self) -> tuple[EntryRow, ...]:
        """Return every index document with its fingerprint."""
        rows = self._rows("select work, language, fingerprint from entries")
        return tuple(EntryRow(IndexKey(WorkId(work), Language(language)), mark) for work, language, mark in rows)

    def suggestions(self, words: Sequence[str], limit: int) -> tuple[SuggestionRow, ...]:
        """Return texts that have all these words, the last one only begun; each id once, the likeliest first.

        Args:
            words: Folded words, in the order typed.
            limit: How many to return at the most.
        """
        if not words:
            return ()
        conditions = ["word >= ? and word < ?"] + ["word = ?"] * (len(words) - 1)
        begun = [words[-1], words[-1] + chr(0x10FFFF)]
        matching = " intersect ".join(
            f"select suggestion from suggestion_words where {condition}"  # noqa: S608 - conditions of this method alone
            for condition in conditions
        )
        query = f"""select text, kind, value, weight, id in (
                        select suggestion from suggestion_words where word >= ? and word < ? and is_first
                    ) as begins from suggestions where id in ({matching})
                    order by begins desc, weight desc, length(text), text limit ?"""  # noqa: S608 - as above
        first = [words[0], words[0] + chr(0x10FFFF)]
        rows = self._rows(query, *first, *begun, *words[:-1], limit * 4)
        unique = {
            (kind, value): SuggestionRow(text, kind, value, weight) for text, kind, value, weight, _ in reversed(rows)
        }
        return tuple(reversed(unique.values()))[:limit]

    def _rows_of(self, query: str, values: Sequence[str]) -> Iterator[tuple]:  # type: ignore[type-arg]  # as below
        """Yield the rows of a query that ends before the values it looks for."""
        for start in range(0, len(values), _AT_ONCE):
            some = values[start : start + _AT_ONCE]
            yield from self._rows(f"{query} ({','.join('?' * len(some))})", *some)

    def _rows(self, query: str, *values: str | int) -> list[tuple]:  # type: ignore[type-arg]  # what SQLite gives
        try:
            return self._connection().execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise CatalogueDamagedError(f"{self._path} cannot be read ({error}): run masthead index.") from error

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            address = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._local.connection = connection
            self._connections.append(connection)
        return connection
