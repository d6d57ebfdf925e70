"""Finds the record that a keeper means by an id, whatever spelling of a symbol is written."""

from indexer.archive.errors import NotFoundError, RemovedError, WrongUseError
from indexer.corpus.faults import nearest_of
from indexer.model.archive import CorpusRecords
from indexer.model.document import Document, Version
from indexer.model.identifiers import DocumentId, Language
from indexer.symbols import canonical


def recorded(records: CorpusRecords, value: str) -> Document:
    """Return a document of the corpus, removed ones too.

    Raises:
        WrongUseError: There is none of that id; the nearest ids are named.
    """
    found = records.documents.get(DocumentId(value)) or records.documents.get(DocumentId(canonical(value) or ""))
    if found is None:
        nearest = " or ".join(nearest_of(value, records.documents))
        hint = f"did you mean {nearest}?" if nearest else "see masthead search."
        raise WrongUseError(f"There is no document {value} in the corpus; {hint}")
    return found


def present(records: CorpusRecords, value: str) -> Document:
    """Return a document that is not removed.

    Raises:
        WrongUseError: There is none of that id.
        RemovedError: It was removed.
    """
    found = recorded(records, value)
    if found.removal:
        raise RemovedError(found.id, found.removal.on, found.removal.reason)
    return found


def version_meant(document: Document, language: Language | None) -> Version:
    """Return the version in a language, or the only one where no language is named.

    Raises:
        WrongUseError: No language is named and there are several.
        NotFoundError: There is no version in that language.
    """
    known = ", ".join(document.languages) or "none"
    if language is None and len(document.versions) == 1:
        return document.versions[0]
    if language is None:
        raise WrongUseError(f"{document.id} has several languages ({known}): say which with --language.")
    found = next((version for version in document.versions if version.language == language), None)
    if found is None:
        raise NotFoundError("version", f"{language} of {document.id} (there are: {known})")
    return found
