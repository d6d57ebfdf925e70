"""Documents, meetings, organizations, people and topics."""

from collections.abc import Mapping
from itertools import islice
from typing import TypeVar

from indexer.archive import browsing
from indexer.model.identifiers import DocumentId, Language
from indexer.representations.json.authorities import AuthorityWriter
from indexer.representations.json.documents import DocumentWriter
from indexer.representations.json.meeting_shapes import MeetingList, MeetingShape
from indexer.representations.json.meetings import MeetingWriter
from indexer.representations.json.record_shapes import (
    DocumentList,
    DocumentShape,
    OrganizationList,
    OrganizationShape,
    PageLinks,
    PersonList,
    PersonShape,
    TextShape,
    TopicList,
    TopicShape,
)
from webapp.api.arguments import Arguments
from webapp.api.links import page_links
from webapp.reading import addresses, generation, language

USUAL = 20
LARGEST = 100
FARTHEST = 1_000_000

Id = TypeVar("Id", bound=str)
Record = TypeVar("Record")


def documents() -> DocumentList:
    """List documents in the order of ids."""
    page, size = _page()
    found, total = browsing.documents(generation(), (page - 1) * size, size)
    writer = _documents()
    return DocumentList(total=total, items=[writer.summary(one) for one in found], links=page_links(page, size, total))


def document(id: str) -> DocumentShape:  # noqa: A002 - the name in the address
    """Return a document."""
    Arguments().check()
    return _documents().document(browsing.document_view(generation(), id))


def text(id: str, language_code: str) -> TextShape:  # noqa: A002 - the name in the address
    """Return the text of a version, place by place."""
    page, size = _page()
    view = browsing.text_view(generation(), DocumentId(id), Language(language_code))
    start = (page - 1) * size
    places = islice(browsing.places(generation(), view), start, start + size)
    return _documents().text(view, places, page_links(page, size, len(view.places)))


def meetings() -> MeetingList:
    """List all meetings, the newest first."""
    Arguments().check()
    writer = MeetingWriter(addresses(), generation().vocabulary, language())
    found = browsing.meetings(generation())
    return MeetingList(
        total=len(found),
        items=[writer.summary(one, browsing.series_of(generation(), one)) for one in found],
        links=page_links(1, len(found), len(found)),
    )


def meeting(id: str) -> MeetingShape:  # noqa: A002 - the name in the address
    """Return a meeting."""
    Arguments().check()
    found = browsing.meeting(generation(), id)
    writer = MeetingWriter(addresses(), generation().vocabulary, language())
    return writer.meeting(found, browsing.series_of(generation(), found))


def organizations() -> OrganizationList:
    """List organizations in the order of ids."""
    items, total, links = _listed(generation().vocabulary.organizations)
    writer = _authorities()
    return OrganizationList(total=total, items=[writer.organization(one) for one in items], links=links)


def organization(id: str) -> OrganizationShape:  # noqa: A002 - the name in the address
    """Return an organization."""
    Arguments().check()
    return _authorities().organization(browsing.organization(generation(), id))


def people() -> PersonList:
    """List people in the order of ids."""
    items, total, links = _listed(generation().vocabulary.people)
    return PersonList(total=total, items=[_authorities().person(one) for one in items], links=links)


def person(id: str) -> PersonShape:  # noqa: A002 - the name in the address
    """Return a person."""
    Arguments().check()
    return _authorities().person(browsing.person(generation(), id))


def topics() -> TopicList:
    """List topics in the order of ids."""
    items, total, links = _listed(generation().vocabulary.topics)
    return TopicList(total=total, items=[_authorities().topic(one) for one in items], links=links)


def topic(id: str) -> TopicShape:  # noqa: A002 - the name in the address
    """Return a topic."""
    Arguments().check()
    return _authorities().topic(browsing.topic(generation(), id))


def _documents() -> DocumentWriter:
    return DocumentWriter(addresses(), generation().vocabulary, language())


def _authorities() -> AuthorityWriter:
    return AuthorityWriter(addresses(), generation().vocabulary, language())


def _page() -> tuple[int, int]:
    arguments = Arguments("page", "size")
    page, size = arguments.number("page", 1, FARTHEST), arguments.number("size", USUAL, LARGEST)
    arguments.check()
    return page, size


def _listed(records: Mapping[Id, Record]) -> tuple[list[Record], int, PageLinks]:
    page, size = _page()
    ids = sorted(records)
    items = [records[one] for one in ids[(page - 1) * size : page * size]]
    return items, len(ids), page_links(page, size, len(ids))
