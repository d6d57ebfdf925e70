"""Gives entries what their texts have: the body, and which symbols it cites."""

from typing import NamedTuple

from indexer.catalogue import CitationRow, FileRecord
from indexer.citations import cited_in
from indexer.model.identifiers import DocumentId
from indexer.model.place import PlaceText
from indexer.model.results import IndexEntry
from indexer.texts import TextStore


class Completed(NamedTuple):
    """An entry as it is indexed, and where its text names other symbols."""

    entry: IndexEntry
    citations: tuple[CitationRow, ...]


def completed(entry: IndexEntry, file: FileRecord | None, store: TextStore) -> Completed:
    """Return an entry with its text; the entry as it is where there is none."""
    if file is None or file.sha256 is None:
        return Completed(entry, ())
    body = store.places(file.sha256, file.reader)
    rows = tuple(_citation_rows(entry, body))
    cites = tuple(dict.fromkeys(row.cited for row in rows))
    return Completed(entry._replace(body=body or entry.body, cites=cites), rows)


def _citation_rows(entry: IndexEntry, body: tuple[PlaceText, ...]) -> list[CitationRow]:
    own = entry.symbols[0] if entry.symbols else None
    return [
        CitationRow(
            DocumentId(entry.key.work), entry.key.language, DocumentId(found.symbol), found.place, found.sentence
        )
        for found in cited_in(body, own)
    ]
