"""Writes the catalogue of a new generation in one transaction: whole, or as what differs from an earlier one."""

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from indexer.catalogue.codec import to_json
from indexer.catalogue.files import FileRecord
from indexer.catalogue.parts import MeetingPart
from indexer.catalogue.rows import CitationRow, EntryRow, SuggestionRow
from indexer.catalogue.schema import TABLES, VERSION
from indexer.catalogue.tables import Row, Value, held_rows, replace_rows
from indexer.model.archive import CorpusRecords
from indexer.model.authority import Organization, Person, Topic, Vocabulary, best_label
from indexer.model.document import Document
from indexer.model.errors import ArchiveError
from indexer.model.identifiers import Language
from indexer.symbols import series_of


class CatalogueNotWrittenError(ArchiveError):
    """A new catalogue cannot be written; the disk may be full."""


Words = Callable[[str], Iterable[str]]
"""Gives the folded words of a text; suggestions are found by them."""


@dataclass(frozen=True, slots=True)
class CatalogueContent:
    """Everything that a catalogue holds.

    Attributes:
        meta: Facts of the generation itself, such as fingerprints of what it was made from.
    """

    records: CorpusRecords
    parts: tuple[MeetingPart, ...]
    files: tuple[FileRecord, ...]
    citations: tuple[CitationRow, ...]
    entries: tuple[EntryRow, ...]
    suggestions: tuple[SuggestionRow, ...]
    meta: Mapping[str, str]


def write_catalogue(path: Path, content: CatalogueContent, words: Words, earlier: Path | None = None) -> None:
    """Write a catalogue to a path where there is none yet.

    Args:
        path: Where to.
        content: All of it.
        words: Gives the words of suggestions.
        earlier: A catalogue that the same program wrote; only what differs from it is then written.

    Raises:
        CatalogueNotWrittenError: The disk is full, or fails.
    """
    try:
        if earlier:
            shutil.copyfile(earlier, path)
        with closing(sqlite3.connect(path)) as connection:
            _write(connection, content, words, is_new=earlier is None)
    except (OSError, sqlite3.OperationalError) as error:
        raise CatalogueNotWrittenError(
            f"{path} cannot be written ({error}): free some space and run again; nothing was changed."
        ) from error


def _write(connection: sqlite3.Connection, content: CatalogueContent, words: Words, *, is_new: bool) -> None:
    connection.executescript("pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;")
    if is_new:
        connection.executescript(TABLES)
    with connection:
        _write_records(connection, content.records)
        _write_vocabulary(connection, content.records.vocabulary)
        _write_parts(connection, content)
        replace_rows(connection, "files", 1, map(_file_row, content.files))
        replace_rows(connection, "citations", 2, map(_citation_row, content.citations))
        _write_suggestions(connection, content.suggestions, words)
        replace_rows(connection, "meta", 1, {**content.meta, "catalogue_version": VERSION}.items())
    if is_new:
        connection.execute("analyze")
        connection.commit()


def _write_records(connection: sqlite3.Connection, records: CorpusRecords) -> None:
    documents, meetings = records.documents.values(), records.meetings.values()
    held = {row[-1]: row for row in held_rows(connection, "documents")}
    replace_rows(connection, "documents", 1, (_document_row(document, held) for document in documents))
    relations = ((d.id, relation.kind, relation.target) for d in documents for relation in d.relations)
    replace_rows(connection, "relations", 3, dict.fromkeys(relations))
    replace_rows(connection, "meetings", 1, ((m.id, m.series, m.ordinal, to_json(m)) for m in meetings))
    listed = ((m.id, position, document) for m in meetings for position, document in enumerate(m.documents))
    replace_rows(connection, "meeting_documents", 2, listed)
    replace_rows(connection, "series", 1, ((s.id, to_json(s)) for s in records.series.values()))
    replace_rows(connection, "faults", 1, ((f.path, f.line, f.message) for f in records.faults))


def _document_row(document: Document, held: Mapping[Value, Row]) -> Row:
    """Return the row of a document; one that is held is made from the same record, so that it need not be made anew."""
    record = to_json(document)
    return held.get(record) or (
        document.id,
        document.kind,
        document.date.year,
        document.date.sort_key(),
        best_label(document.titles, Language("en")),
        series_of(document.symbol) if document.symbol else None,
        document.added.isoformat() if document.added else None,
        document.removal is not None,
        record,
    )


def _write_vocabulary(connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    records: tuple[tuple[str, Organization | Person | Topic], ...] = (
        *(("organization", organization) for organization in vocabulary.organizations.values()),
        *(("person", person) for person in vocabulary.people.values()),
        *(("topic", topic) for topic in vocabulary.topics.values()),
    )
    replace_rows(connection, "authorities", 2, ((field, record.id, to_json(record)) for field, record in records))
    merged = ((field, old, record.id) for field, record in records for old in record.merged)
    replace_rows(connection, "merged", 2, merged)


def _write_parts(connection: sqlite3.Connection, content: CatalogueContent) -> None:
    replace_rows(connection, "parts", 1, ((p.work, p.meeting, p.kind, to_json(p)) for p in content.parts))
    presented = ((document, part.work) for part in content.parts for document in part.documents)
    replace_rows(connection, "part_documents", 2, dict.fromkeys(presented))
    entries = ((entry.key.work, entry.key.language, entry.fingerprint) for entry in content.entries)
    replace_rows(connection, "entries", 2, entries)


def _file_row(file: FileRecord) -> Row:
    return file.path, file.document, file.language, file.state, bool(file.notes), to_json(file)


def _citation_row(citation: CitationRow) -> Row:
    place = (citation.place.kind, citation.place.number, citation.place.label)
    return citation.citing, citation.language, citation.cited, *place, citation.sentence


def _write_suggestions(connection: sqlite3.Connection, suggestions: Iterable[SuggestionRow], words: Words) -> None:
    """Write the suggestions; one that is held keeps its number, and so its words."""
    held = {row[1:4]: int(row[0] or 0) for row in held_rows(connection, "suggestions")}
    free = count(max(held.values(), default=0) + 1)
    wanted = {(one.text, one.kind, one.value): one.weight for one in suggestions}
    numbers = {key: held.get(key) or next(free) for key in wanted}
    rows = ((numbers[key], *key, weight) for key, weight in wanted.items())
    replace_rows(connection, "suggestions", 1, rows)
    connection.executemany(
        "delete from suggestion_words where word = ? and suggestion = ?",
        ((word, number) for key, number in held.items() if key not in wanted for word in words(str(key[0]))),
    )
    connection.executemany(
        "insert into suggestion_words values (?, ?, ?)",
        (
            (word, number, position == 0)
            for key, number in numbers.items()
            if key not in held
            for position, word in enumerate(words(key[0]))
        ),
    )
