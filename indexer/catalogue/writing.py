"""Writes the catalogue of a new generation, whole and in one transaction."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from indexer.catalogue.codec import to_json
from indexer.catalogue.files import FileRecord
from indexer.catalogue.parts import MeetingPart
from indexer.catalogue.rows import CitationRow, EntryRow, SuggestionRow
from indexer.catalogue.schema import TABLES, VERSION
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


def write_catalogue(path: Path, content: CatalogueContent, words: Words) -> None:
    """Write a catalogue to a path where there is none yet.

    Raises:
        CatalogueNotWrittenError: The disk is full, or fails.
    """
    try:
        _write(path, content, words)
    except sqlite3.OperationalError as error:
        raise CatalogueNotWrittenError(
            f"{path} cannot be written ({error}): free some space and run again; nothing was changed."
        ) from error


def _write(path: Path, content: CatalogueContent, words: Words) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("pragma journal_mode = off; pragma synchronous = off; pragma page_size = 8192;")
        connection.executescript(TABLES)
        with connection:
            _write_records(connection, content.records)
            _write_parts(connection, content)
            _write_files(connection, content)
            _write_citations(connection, content.citations)
            _write_suggestions(connection, content.suggestions, words)
            meta = {**content.meta, "catalogue_version": VERSION}
            connection.executemany("insert into meta values (?, ?)", meta.items())
        connection.execute("analyze")
        connection.commit()


def _write_records(connection: sqlite3.Connection, records: CorpusRecords) -> None:
    connection.executemany(
        "insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_document_row, records.documents.values())
    )
    connection.executemany(
        "insert or ignore into relations values (?, ?, ?)",
        ((d.id, relation.kind, relation.target) for d in records.documents.values() for relation in d.relations),
    )
    connection.executemany(
        "insert into meetings values (?, ?, ?, ?)",
        ((m.id, m.series, m.ordinal, to_json(m)) for m in records.meetings.values()),
    )
    connection.executemany(
        "insert into meeting_documents values (?, ?, ?)",
        ((m.id, position, d) for m in records.meetings.values() for position, d in enumerate(m.documents)),
    )
    connection.executemany("insert into series values (?, ?)", ((s.id, to_json(s)) for s in records.series.values()))
    connection.executemany("insert into faults values (?, ?, ?)", ((f.path, f.line, f.message) for f in records.faults))
    _write_vocabulary(connection, records.vocabulary)


def _document_row(document: Document) -> tuple[str | int | None, ...]:
    return (
        document.id,
        document.kind,
        document.date.year,
        document.date.sort_key(),
        best_label(document.titles, Language("en")),
        series_of(document.symbol) if document.symbol else None,
        document.added.isoformat() if document.added else None,
        document.removal is not None,
        to_json(document),
    )


def _write_vocabulary(connection: sqlite3.Connection, vocabulary: Vocabulary) -> None:
    for field, records in (
        ("organization", vocabulary.organizations.values()),
        ("person", vocabulary.people.values()),
        ("topic", vocabulary.topics.values()),
    ):
        _write_authorities(connection, field, records)


def _write_authorities(
    connection: sqlite3.Connection, field: str, records: Iterable[Organization | Person | Topic]
) -> None:
    for record in records:
        connection.execute("insert into authorities values (?, ?, ?)", (field, record.id, to_json(record)))
        connection.executemany(
            "insert into merged values (?, ?, ?)", ((field, old, record.id) for old in record.merged)
        )


def _write_parts(connection: sqlite3.Connection, content: CatalogueContent) -> None:
    connection.executemany(
        "insert into parts values (?, ?, ?, ?)", ((p.work, p.meeting, p.kind, to_json(p)) for p in content.parts)
    )
    connection.executemany(
        "insert or ignore into part_documents values (?, ?)",
        ((document, part.work) for part in content.parts for document in part.documents),
    )
    connection.executemany(
        "insert into entries values (?, ?, ?)",
        ((entry.key.work, entry.key.language, entry.fingerprint) for entry in content.entries),
    )


def _write_files(connection: sqlite3.Connection, content: CatalogueContent) -> None:
    connection.executemany(
        "insert into files values (?, ?, ?, ?, ?, ?)",
        ((f.path, f.document, f.language, f.state, bool(f.notes), to_json(f)) for f in content.files),
    )


def _write_citations(connection: sqlite3.Connection, citations: Iterable[CitationRow]) -> None:
    connection.executemany(
        "insert into citations values (?, ?, ?, ?, ?, ?, ?)",
        ((c.citing, c.language, c.cited, c.place.kind, c.place.number, c.place.label, c.sentence) for c in citations),
    )


def _write_suggestions(connection: sqlite3.Connection, suggestions: tuple[SuggestionRow, ...], words: Words) -> None:
    numbered = list(enumerate(suggestions))
    connection.executemany(
        "insert into suggestions values (?, ?, ?, ?, ?)", ((n, s.text, s.kind, s.value, s.weight) for n, s in numbered)
    )
    rows = chain.from_iterable(
        ((word, n, position == 0) for position, word in enumerate(words(suggestion.text))) for n, suggestion in numbered
    )
    connection.executemany("insert into suggestion_words values (?, ?, ?)", rows)
