"""Knows which documents the archive has, for records that list them."""

from collections.abc import Set as AbstractSet

from indexer.corpus.faults import nearest_of, unknown
from indexer.corpus.references import document_id, document_ids
from indexer.corpus.tables import Table
from indexer.model.identifiers import DocumentId


class Holdings:
    """The documents that have a record.

    Args:
        documents: The ids of documents that could be read.
        faulty: The ids that useless records claim; a record that names one is not to blame.
    """

    def __init__(self, documents: AbstractSet[DocumentId], faulty: AbstractSet[DocumentId]) -> None:
        self._documents = documents
        self._faulty = faulty

    def listed(self, table: Table, key: str) -> tuple[DocumentId, ...]:
        """Return the documents of a list; one without a record is noted and left out."""
        return tuple(value for value in dict.fromkeys(document_ids(table, key)) if self._has(table, key, value))

    def named(self, table: Table, key: str) -> DocumentId | None:
        """Return the document that a key names; one without a record is noted and left out."""
        value = document_id(table, key)
        return value if value and self._has(table, key, value) else None

    def _has(self, table: Table, key: str, value: DocumentId) -> bool:
        if value not in self._documents | self._faulty:
            nearest = nearest_of(value, self._documents)
            table.light(key, unknown("document", value, nearest, "write a record of it first"), value)
        return value in self._documents
