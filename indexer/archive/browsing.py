"""Records by id, with everything around them: documents, texts, meetings, authority records, the first page."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final, NoReturn

from indexer.archive.answers import (
    BodyView,
    DocumentView,
    FacetValue,
    FacetView,
    MarkedPlace,
    MeetingView,
    Overview,
    RelatedWork,
    TextView,
    TopicView,
)
from indexer.archive.citing import official_copy, works_cited, works_citing
from indexer.archive.errors import MovedError, NotFoundError, RemovedError
from indexer.archive.finding import search
from indexer.archive.generation import Generation
from indexer.archive.texts import file_with_text, place_of_file, places_of_version, rendition_with_text
from indexer.model.authority import Organization, Person, Topic
from indexer.model.document import Document, Version
from indexer.model.identifiers import (
    UNDETERMINED,
    DocumentId,
    Language,
    MeetingId,
    OrganizationId,
    PersonId,
    SeriesId,
    TopicId,
)
from indexer.model.meeting import Meeting, Series
from indexer.model.place import PlaceText
from indexer.model.querytree import Everything, Facet, SearchQuery
from indexer.querylanguage import parse
from indexer.search.passages import mark
from indexer.symbols import canonical
from indexer.symbols import parse as parse_symbol

RECENT: Final = 6
MOST_LISTED: Final = 1_000
"""Organizations and topics of the overview, those of most works first."""


def document(generation: Generation, value: str) -> Document:
    """Return a document by its id.

    Raises:
        MovedError: The value is another spelling of a symbol that the archive has.
        RemovedError: It was taken out.
        NotFoundError: There is none.
    """
    found = generation.catalogue.document(DocumentId(value))
    if found is None:
        spelling = canonical(value)
        if spelling and spelling != value and generation.catalogue.document(DocumentId(spelling)):
            raise MovedError("document", value, spelling)
        raise NotFoundError("document", value)
    if found.removal:
        raise RemovedError(value, found.removal.on, found.removal.reason)
    return found


def documents(generation: Generation, start: int, size: int) -> tuple[tuple[Document, ...], int]:
    """Return documents from a position on, in the order of ids, and how many there are in all."""
    ids = list(islice(generation.catalogue.document_ids(), start, start + size))
    return generation.catalogue.documents(ids), generation.catalogue.document_count()


def document_view(generation: Generation, value: str) -> DocumentView:
    """Return a document with what is around it; raises as `document` does."""
    found = document(generation, value)
    vocabulary, catalogue = generation.vocabulary, generation.catalogue
    citing, count = works_citing(generation, found.id)
    return DocumentView(
        document=found,
        organizations=tuple(vocabulary.organizations[o] for o in found.organizations if o in vocabulary.organizations),
        people=tuple(vocabulary.people[p] for p in found.people if p in vocabulary.people),
        topics=tuple(vocabulary.topics[t] for t in found.topics if t in vocabulary.topics),
        meetings=catalogue.meetings_of(found.id),
        parts=catalogue.parts_about(found.id),
        files=catalogue.files_of(found.id),
        cites=works_cited(generation, found),
        cited_by=citing,
        cited_by_count=count,
        related=_related(generation, found),
        symbol=parse_symbol(found.symbol) if found.symbol else None,
        official=official_copy(found.id),
    )


def _related(generation: Generation, document: Document) -> tuple[RelatedWork, ...]:
    reverse = generation.catalogue.relations_to(document.id)
    return tuple(
        RelatedWork(relation.kind, relation.target, generation.catalogue.document(relation.target), is_reverse)
        for relations, is_reverse in ((document.relations, False), (reverse, True))
        for relation in relations
    )


def text_view(generation: Generation, value: str, language: Language) -> TextView:
    """Return the places of a version.

    Raises:
        NotFoundError: There is no such document, or no version in that language.
    """
    found = document(generation, value)
    version = version_of(found, language)
    file = file_with_text(generation, found, language)
    texts = tuple(places_of_version(generation, found, language))
    return TextView(
        document=found,
        version=version,
        file=file,
        rendition=rendition_with_text(generation, found, language),
        places=tuple(text.place for text in texts),
        characters=sum(len(text.text) for text in texts),
        meetings=generation.catalogue.meetings_of(found.id),
        official=version.official or official_copy(found.id),
    )


def version_of(document: Document, language: Language) -> Version:
    """Return the version in a language; a NotFoundError says which languages there are."""
    version = next((version for version in document.versions if version.language == language), None)
    if version is None:
        known = ", ".join(document.languages) or "none"
        raise NotFoundError("version", f"{language} of {document.id} (there are: {known})")
    return version


def place(generation: Generation, view: TextView, number: int, query: str = "") -> MarkedPlace:
    """Return the text of one place with the matches of a query marked.

    Raises:
        NotFoundError: The text has no such place.
    """
    known = next((one for one in view.places if one.number == number), None)
    if known is None or view.file is None or view.file.sha256 is None:
        raise NotFoundError("place", f"{number} of {view.document.id} in {view.version.language}")
    text = place_of_file(generation, view.file, number)
    tree = parse(query, generation.authorities).tree
    return MarkedPlace(known, mark(tree, view.version.language, text.text), text)


def places(generation: Generation, view: TextView) -> Iterator[PlaceText]:
    """Yield the text of a version, place by place."""
    yield from places_of_version(generation, view.document, view.version.language)


def meeting(generation: Generation, value: str) -> Meeting:
    """Return a meeting by its id; raises NotFoundError."""
    found = generation.catalogue.meeting(MeetingId(value))
    if found is None:
        raise NotFoundError("meeting", value)
    return found


def meetings(generation: Generation) -> tuple[Meeting, ...]:
    """Return all meetings, the newest first."""
    return generation.catalogue.meetings


def series_of(generation: Generation, meeting: Meeting) -> Series | None:
    """Return the series of a meeting."""
    return generation.catalogue.series(meeting.series)


def meeting_view(generation: Generation, value: str) -> MeetingView:
    """Return a meeting with what is around it; raises NotFoundError."""
    found = meeting(generation, value)
    named = [*found.documents, *found.outcome_documents]
    for item in found.agenda:
        named += [*item.documents, *(document for talk in item.talks for document in talk.documents)]
    named += [found.mandate.document] if found.mandate else []
    documents = generation.catalogue.documents(named)
    return MeetingView(found, generation.catalogue.series(found.series), {one.id: one for one in documents})


def series(generation: Generation, value: str) -> tuple[Series, tuple[Meeting, ...]]:
    """Return a series with its meetings, the newest first; raises NotFoundError."""
    found = generation.catalogue.series(SeriesId(value))
    if found is None:
        raise NotFoundError("series", value)
    return found, tuple(m for m in generation.catalogue.meetings if m.series == found.id)


def organization(generation: Generation, value: str) -> Organization:
    """Return an organization by its id; raises MovedError for a merged id, NotFoundError for an unknown one."""
    found = generation.vocabulary.organizations.get(OrganizationId(value))
    if found is None:
        _moved_or_missing(generation, "organization", value)
    return found


def body_view(generation: Generation, value: str) -> BodyView:
    """Return an organization with those around it; raises as `organization` does."""
    found = organization(generation, value)
    known = generation.vocabulary.organizations
    above = generation.vocabulary.lineage(found.id)[1:]
    return BodyView(found, tuple(known[one] for one in above), generation.catalogue.children(found.id))


def person(generation: Generation, value: str) -> Person:
    """Return a person by id; raises as `organization` does."""
    found = generation.vocabulary.people.get(PersonId(value))
    if found is None:
        _moved_or_missing(generation, "person", value)
    return found


def topic(generation: Generation, value: str) -> Topic:
    """Return a topic by its id; raises as `organization` does."""
    found = generation.vocabulary.topics.get(TopicId(value))
    if found is None:
        _moved_or_missing(generation, "topic", value)
    return found


def topic_view(generation: Generation, value: str) -> TopicView:
    """Return a topic with those around it; raises as `organization` does."""
    found = topic(generation, value)
    known = generation.vocabulary.topics
    broader = tuple(known[one] for one in found.broader if one in known)
    return TopicView(found, broader, tuple(one for one in known.values() if found.id in one.broader))


def changes(generation: Generation) -> tuple[tuple[DocumentId, date | None], ...]:
    """Return the ids of all documents, each with the day on which it was changed or added."""
    return generation.catalogue.changes()


def named_authorities(generation: Generation) -> dict[str, tuple[str, ...]]:
    """Return the ids of the organizations, persons and topics that works name, by field."""
    query = SearchQuery(tree=Everything(), size=0)
    facets = (Facet.ORGANIZATION, Facet.PERSON, Facet.TOPIC)
    return {
        facet.value: tuple(sorted(one.value for one in generation.engine.facet_values(query, facet)))
        for facet in facets
    }


def overview(generation: Generation, language: Language) -> Overview:
    """Return what the archive holds."""
    facets = (Facet.ORGANIZATION, Facet.TOPIC, Facet.KIND, Facet.YEAR, Facet.LANGUAGE)
    whole = frozenset((Facet.KIND, Facet.YEAR, Facet.LANGUAGE))
    query = SearchQuery(tree=Everything(), size=0, facets=facets, facet_size=MOST_LISTED, whole_facets=whole)
    answer = search(generation, "", query, language)
    return Overview(
        documents=generation.catalogue.document_count(),
        works=answer.facets[Facet.KIND].values,
        meetings=generation.catalogue.meetings,
        recent=generation.catalogue.recent(RECENT),
        organizations=answer.facets[Facet.ORGANIZATION],
        topics=answer.facets[Facet.TOPIC],
        years=_by_year(answer.facets[Facet.YEAR]),
        languages=tuple(v for v in answer.facets[Facet.LANGUAGE].values if v.value != UNDETERMINED),
        symbol_series=generation.catalogue.symbol_series(),
    )


def _by_year(years: FacetView) -> tuple[FacetValue, ...]:
    return tuple(sorted(years.values, key=lambda value: value.value))


def _moved_or_missing(generation: Generation, field: str, value: str) -> NoReturn:
    target = generation.catalogue.merged_into(field, value)
    if target:
        raise MovedError(field, value, target)
    raise NotFoundError(field, value)
