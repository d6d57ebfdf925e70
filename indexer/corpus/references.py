"""Names in a record, turned into the ids of authority records and documents."""

import re
from typing import Final

from indexer.corpus.authorities import AuthorityIndex
from indexer.corpus.faults import unknown
from indexer.corpus.tables import Table
from indexer.model.identifiers import DocumentId, OrganizationId, PersonId, TopicId
from indexer.model.querytree import ExactField
from indexer.symbols import canonical

SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILES: Final = {
    ExactField.ORGANIZATION: "organizations.toml or countries.toml",
    ExactField.PERSON: "people.toml",
    ExactField.TOPIC: "topics.toml",
}


class References:
    """Resolves the names that stand in the tables of records."""

    def __init__(self, authorities: AuthorityIndex) -> None:
        self._authorities = authorities

    def organization(self, table: Table, key: str) -> OrganizationId | None:
        """Return the organization that a key names; None where it is missing or not known."""
        name = table.text(key)
        value = self._id(ExactField.ORGANIZATION, table, key, name) if name else None
        return OrganizationId(value) if value else None

    def organizations(self, table: Table, key: str) -> tuple[OrganizationId, ...]:
        """Return the organizations that a list names."""
        found = (self._id(ExactField.ORGANIZATION, table, key, name) for name in table.texts(key))
        return tuple(OrganizationId(value) for value in found if value)

    def person(self, table: Table, key: str) -> PersonId | None:
        """Return the person that a key names; None where it is missing or not known."""
        name = table.text(key)
        value = self._id(ExactField.PERSON, table, key, name) if name else None
        return PersonId(value) if value else None

    def topics(self, table: Table, key: str) -> tuple[TopicId, ...]:
        """Return the topics that a list names."""
        found = (self._id(ExactField.TOPIC, table, key, name) for name in table.texts(key))
        return tuple(TopicId(value) for value in found if value)

    def _id(self, field: ExactField, table: Table, key: str, name: str) -> str | None:
        value = self._authorities.named(field, name)
        if value is None:
            nearest = self._authorities.nearest(field, name)
            table.grave(key, unknown(field, name, nearest, f"add it to vocabulary/{_FILES[field]}"), name)
        return value


def document_id(table: Table, key: str) -> DocumentId | None:
    """Return the id of the document that a key names, held or not; None where it is missing or no id."""
    text = table.text(key)
    return _document_id(table, key, text) if text else None


def document_ids(table: Table, key: str) -> tuple[DocumentId, ...]:
    """Return the ids of the documents that a list names, held or not."""
    found = (_document_id(table, key, text) for text in table.texts(key))
    return tuple(value for value in found if value)


def _document_id(table: Table, key: str, text: str) -> DocumentId | None:
    if SLUG.fullmatch(text):
        return DocumentId(text)
    symbol = canonical(text)
    if symbol is None:
        table.grave(
            key, f"'{text}' is no symbol and no id; write a symbol as A/RES/68/4 or an id as panel-summary", text
        )
    return DocumentId(symbol) if symbol else None
