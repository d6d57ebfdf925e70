"""The documents of a meeting under the headings of its page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.archive.hits import shown_title
from indexer.model.document import Document, Version
from indexer.model.identifiers import LANGUAGE_NAMES, DocumentId, Language
from indexer.model.meeting import DocumentGroup
from indexer.representations.addresses import Addresses
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.labels import language_name
from webapp.links import Words, tag


@dataclass(frozen=True, slots=True)
class VersionLink:
    """A language in which a document can be read."""

    code: Language
    own_name: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document on the page of a meeting.

    Attributes:
        contributors: Who wrote or issued it.
        statement: Who answers for it in the words of the source, where that is no body.
        versions: The languages that are held, where there are several.
    """

    title: Words
    symbol: str
    contributors: tuple[Words, ...]
    statement: str
    versions: tuple[VersionLink, ...]
    is_specimen: bool
    is_held: bool


@dataclass(frozen=True, slots=True)
class ListedGroup:
    """Documents under one heading, and the groups under it."""

    anchor: str
    heading: str
    documents: tuple[ListedDocument, ...]
    groups: tuple["ListedGroup", ...]


class Listing:
    """Shows documents by id."""

    def __init__(self, documents: Mapping[DocumentId, Document], names: AuthorityNames) -> None:
        self._documents = documents
        self._names = names
        self._addresses: Addresses = names.addresses

    def group(self, group: DocumentGroup) -> ListedGroup:
        """Return a group with its documents."""
        return ListedGroup(
            anchor=group.anchor,
            heading=group.heading,
            documents=self.documents(group.documents),
            groups=tuple(self.group(inner) for inner in group.groups),
        )

    def documents(self, ids: Iterable[DocumentId]) -> tuple[ListedDocument, ...]:
        """Return documents in their order, without those that were removed."""
        found = (self._documents.get(one) for one in ids)
        return tuple(self._listed(document) for document in found if document and not document.removal)

    def link(self, document: DocumentId) -> Words:
        """Return a link to a document with its title; the id alone where there is no record."""
        record = self._documents.get(document)
        if record is None or record.removal:
            return Words(document, is_symbol=True)
        language, title = shown_title(record, (self._names.language,))
        return Words(title, self._addresses.document(document), tag(language), note=record.symbol or "")

    def _listed(self, document: Document) -> ListedDocument:
        language, title = shown_title(document, (self._names.language,))
        contributors = (self._names.contributor(given) for given in document.contributions)
        names = dict.fromkeys((name.text, name.address or "") for name in contributors if name)
        held = [version for version in document.versions if version.renditions]
        return ListedDocument(
            title=Words(title, self._addresses.document(document.id), tag(language)),
            symbol=document.symbol or "",
            contributors=tuple(Words(text, address) for text, address in names),
            statement=document.statement_of_responsibility or "",
            versions=tuple(self._version(document, version) for version in held) if len(held) > 1 else (),
            is_specimen=document.specimen,
            is_held=bool(held),
        )

    def _version(self, document: Document, version: Version) -> VersionLink:
        code = version.language
        return VersionLink(
            code=code,
            own_name=LANGUAGE_NAMES.get(code, language_name(code)),
            name=language_name(code),
            address=self._addresses.version(document.id, code),
        )
