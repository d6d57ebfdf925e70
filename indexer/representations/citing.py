"""Makes the citation of a document from its record and those that it names."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final

from indexer.model.authority import Vocabulary, best_label
from indexer.model.document import ContributionRole, Document, DocumentKind, Rendition, Version
from indexer.model.identifiers import UNDETERMINED, Language
from indexer.model.meeting import Meeting
from indexer.representations.addresses import Addresses
from indexer.representations.authority_names import AuthorityNames
from indexer.representations.citation import (
    SPECIMEN_NOTE,
    Citation,
    CitedEvent,
    CitedFile,
    CitedName,
    CitedRelation,
    CitedVersion,
)

_ENGLISH: Final = Language("en")
_NOT_IN_KEYS: Final = re.compile(r"[^A-Za-z0-9]+")
_AUTHORS_BY_ROLE: Final = (
    ContributionRole.AUTHOR,
    ContributionRole.CONTRIBUTOR,
    ContributionRole.SUBMITTER,
    ContributionRole.ISSUING_BODY,
)
_WRITTEN_FOR_A_MEETING: Final = frozenset(
    {
        DocumentKind.CONTRIBUTED_PAPER,
        DocumentKind.PRESENTATION,
        DocumentKind.AGENDA,
        DocumentKind.INFORMATION_NOTE,
        DocumentKind.LIST_OF_PARTICIPANTS,
        DocumentKind.TEMPLATE,
        DocumentKind.RECORDING,
    }
)


def cite(
    document: Document,
    vocabulary: Vocabulary,
    meetings: Sequence[Meeting],
    addresses: Addresses,
    *,
    language: Language | None = None,
) -> Citation:
    """Return the citation of a document, or of one language version of it.

    Args:
        document: What is cited.
        vocabulary: The bodies, persons and topics that the document names; one it lacks is named by its id.
        meetings: The meetings that list the document.
        addresses: The citation has an address where these are absolute.
        language: The version cited; None for the document as a whole.
    """
    cited = language or usual_language(document)
    title, title_language = title_in(document, cited)
    names = AuthorityNames(vocabulary, addresses, cited)
    authors, publishers = _authors_and_publishers(document, names)
    address = addresses.version(document.id, language) if language else addresses.document(document.id)
    return Citation(
        key=_key(document, language),
        kind=document.kind,
        title=title,
        title_language=title_language,
        language=cited,
        date=document.date,
        symbol=document.symbol,
        authors=authors,
        publishers=publishers,
        event=_event(document, meetings, addresses, cited),
        address=address if addresses.are_absolute else None,
        topics=names.topics(document.topics),
        versions=tuple(_version(document, version, addresses) for version in document.versions),
        relations=tuple(
            CitedRelation(relation.kind, relation.target, addresses.document(relation.target))
            for relation in document.relations
        ),
        notes=tuple(_notes(document, cited)),
        specimen=document.specimen,
    )


def usual_language(document: Document) -> Language:
    """Return the language in which a document is cited where none is asked for: English, else the first it has."""
    languages = document.languages or tuple(document.titles)
    return _ENGLISH if _ENGLISH in languages else next(iter(languages), UNDETERMINED)


def title_in(document: Document, language: Language) -> tuple[str, Language]:
    """Return the title of a version and the language it is in: its own, else the English one, else any."""
    own = {version.language: version.title for version in document.versions if version.title}
    titles = {**document.titles, **own}
    for choice in (language, _ENGLISH, *titles):
        if choice in titles:
            return titles[choice], choice
    return document.symbol or document.id, UNDETERMINED


def _authors_and_publishers(
    document: Document, names: AuthorityNames
) -> tuple[tuple[CitedName, ...], tuple[CitedName, ...]]:
    """Return the authors by the first role that anyone has, and the issuing bodies that are not among them."""
    by_role = {role: _having(role, document, names) for role in _AUTHORS_BY_ROLE}
    statement = document.statement_of_responsibility
    if statement and not any(by_role.values()):
        return (CitedName(statement),), ()
    authors = next((found for found in by_role.values() if found), ())
    issuers = by_role[ContributionRole.ISSUING_BODY]
    return authors, tuple(name for name in issuers if name not in authors)


def _having(role: ContributionRole, document: Document, names: AuthorityNames) -> tuple[CitedName, ...]:
    found = (names.contributor(given) for given in document.contributions if given.role is role)
    return tuple(dict.fromkeys(name for name in found if name))


def _event(
    document: Document, meetings: Iterable[Meeting], addresses: Addresses, language: Language
) -> CitedEvent | None:
    """Return the meeting that a document was written for, not one that only lists it among its background."""
    for meeting in meetings:
        has_its_symbol = meeting.symbol_prefix and (document.symbol or "").startswith(f"{meeting.symbol_prefix}/")
        if has_its_symbol or document.kind in _WRITTEN_FOR_A_MEETING:
            title = best_label(meeting.titles, language)
            return CitedEvent(title, meeting.place, meeting.start, meeting.end, addresses.meeting(meeting.id))
    return None


def _version(document: Document, version: Version, addresses: Addresses) -> CitedVersion:
    return CitedVersion(
        language=version.language,
        title=title_in(document, version.language)[0],
        address=addresses.version(document.id, version.language),
        official=version.official,
        files=tuple(_file(document, version, rendition, addresses) for rendition in version.renditions),
    )


def _file(document: Document, version: Version, rendition: Rendition, addresses: Addresses) -> CitedFile:
    extension = PurePosixPath(rendition.path).suffix.removeprefix(".").lower() or None
    address = addresses.original(document.id, version.language, extension)
    return CitedFile(rendition.media_type, address, rendition.size, rendition.sha256)


def _notes(document: Document, language: Language) -> Iterable[str]:
    if document.specimen:
        yield SPECIMEN_NOTE
    if document.statement_of_responsibility and document.contributions:
        yield f"Statement of responsibility: {document.statement_of_responsibility}"
    official = next((version.official for version in document.versions if version.language == language), None)
    if official:
        yield f"Official copy: {official}"


def _key(document: Document, language: Language | None) -> str:
    parts = [_NOT_IN_KEYS.sub("-", document.symbol or document.id).strip("-") or "document"]
    if language and len(document.versions) > 1:
        parts.append(language)
    return "-".join(parts)
