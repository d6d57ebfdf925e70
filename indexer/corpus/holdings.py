"""Knows which documents the archive has, for records that list them."""

import hashlib
from collections.abc import Set as AbstractSet
from functools import cached_property

from indexer.corpus.faults import nearest_of, unknown
from indexer.corpus.references import document_id, document_ids
from indexer.corpus.tables import Table
from indexer.model.identifiers import DocumentId


class Holdings:
    """The documents that have a record.

    Args:
        documents: The ids of documents that could be read.
        faulty: The ids that useless records claim; a record that names one is not to blame.

    Attributes:
        asked: What was answered of each document that was asked for.
    """

    def __init__(self, documents: AbstractSet[DocumentId], faulty: AbstractSet[DocumentId]) -> None:
        self._documents = documents
        self._faulty = faulty
        self.asked: dict[str, str] = {}

    def answer(self, value: str) -> str:
        """Return all that a record learns of a document; the same answer gives the same record."""
        if value in self._documents:
            return "held"
        # What is said of one that is not known names the nearest of all the others.
        return "faulty" if value in self._faulty else f"none of {self._all}"

    @cached_property
    def _all(self) -> str:
        return hashlib.sha256("\n".join(sorted(self._documents)).encode("utf-8", "surrogatepass")).hexdigest()

    def listed(self, table: Table, key: str) -> tuple[DocumentId, ...]:
        """Return the documents of a list; one without a record is noted and left out."""
        return tuple(value for value in dict.fromkeys(document_ids(table, key)) if self._has(table, key, value))

    def named(self, table: Table, key: str) -> DocumentId | None:
        """Return the document that a key names; one without a record is noted and left out."""
        value = document_id(table, key)
        return value if value and self._has(table, key, value) else None

    def _has(self, table: Table, key: str, value: DocumentId) -> bool:
        self.asked[value] = self.answer(value)
        if value not in self._documents and value not in self._faulty:
            nearest = nearest_of(value, self._documents)
            table.light(key, unknown("document", value, nearest, "write a record of it first"), value)
        return value in self._documents
