"""The shapes of documents and authority records."""

import datetime as dt

from pydantic import Field

from indexer.model.identifiers import Language
from indexer.representations.json.shapes import NamedShape, PlaceShape, Shape


class ContributionShape(NamedShape):
    """An organization or person with what it did for a document."""

    role: str = Field(description="`author`, `contributor`, `issuing_body` or `submitter`")


class DateShape(Shape):
    """When a document was issued, as precisely as is known."""

    value: str | None = Field(description="2014-02-20, 2014-02 or 2014; null where unknown")
    year: int | None
    basis: str = Field(description="`stated`, `from_symbol`, `inferred` or `unknown`")


class SourceShape(Shape):
    """Where a record's facts were read."""

    address: str | None
    retrieved: dt.date | None
    as_printed: str | None = Field(description="the words of the source where the record mends them")
    mended_by: str | None


class RelationShape(Shape):
    """A link to another document, held or not."""

    kind: str = Field(description="`addendum_to`, `revision_of`, `corrigendum_to` or `replaces`")
    target: str


class RenditionShape(Shape):
    """One file of a version."""

    media_type: str
    size: int = Field(description="bytes")
    sha256: str
    url: str


class VersionShape(Shape):
    """One language of a document."""

    language: str
    title: str | None = Field(description="in this language")
    held: bool = Field(description="whether the archive has a file of it")
    places: int = Field(description="pages, paragraphs or slides with text")
    official: str | None = Field(description="address of the issuing body's own copy")
    renditions: list[RenditionShape]
    text: str | None = Field(description="address of the text by place; null where there is none")
    html: str


class CitingPlaceShape(Shape):
    """Where a symbol is named, and in which words."""

    language: str
    place: PlaceShape
    sentence: str
    url: str


class CitedShape(Shape):
    """A document at the other end of a citation."""

    id: str
    title: str | None = Field(description="null where the archive has no record of it")
    held: bool = Field(description="whether the archive has a record of it")
    places: list[CitingPlaceShape]


class PartShape(Shape):
    """A talk or an agenda item that presents a document."""

    id: str
    kind: str
    title: str
    html: str


class DocumentLinks(Shape):
    """Addresses of a document."""

    self: str
    html: str
    bibtex: str
    ris: str
    csl: str


class DocumentShape(Shape):
    """A document: what its language versions have in common, and the versions."""

    id: str = Field(description="canonical symbol or slug; unique in the archive")
    symbol: str | None
    kind: str
    titles: dict[Language, str] = Field(description="by language")
    other_titles: list[str] = Field(description="further wordings, such as the title as printed with its errors")
    organizations: list[ContributionShape]
    people: list[ContributionShape]
    statement_of_responsibility: str | None = Field(description="the author line verbatim, where it names no body")
    date: DateShape
    topics: list[NamedShape]
    relations: list[RelationShape]
    meetings: list[NamedShape]
    parts: list[PartShape]
    versions: list[VersionShape]
    cites: list[CitedShape]
    cited_by: list[CitedShape]
    specimen: bool
    note: str | None
    source: SourceShape | None
    added: dt.date | None
    modified: dt.date | None
    links: DocumentLinks


class DocumentSummary(Shape):
    """A document in a list."""

    id: str
    symbol: str | None
    kind: str
    title: str
    title_language: str
    year: int | None
    languages: list[str]
    specimen: bool
    links: DocumentLinks


class PlaceTextShape(Shape):
    """The text of one place."""

    place: PlaceShape
    text: str
    url: str


class PageLinks(Shape):
    """Addresses of this page of a list and the next."""

    self: str
    next: str | None


class TextShape(Shape):
    """The text of a version, place by place."""

    document: str
    language: str
    total: int = Field(description="places of the whole text")
    places: list[PlaceTextShape]
    links: PageLinks


class DocumentList(Shape):
    """One page of documents, in the order of ids."""

    total: int
    items: list[DocumentSummary]
    links: PageLinks


class RecordLinks(Shape):
    """Addresses of an authority record."""

    self: str
    html: str
    search: str = Field(description="the works that name it")


class OrganizationShape(Shape):
    """A body or process."""

    id: str
    kind: str
    label: str
    names: dict[Language, str]
    acronyms: dict[Language, str]
    aliases: list[str]
    parent: NamedShape | None
    children: list[NamedShape]
    website: str | None
    note: str | None
    links: RecordLinks


class PersonShape(Shape):
    """A person."""

    id: str
    name: str
    other_spellings: list[str]
    note: str | None
    links: RecordLinks


class TopicShape(Shape):
    """A concept of the topic vocabulary."""

    id: str
    label: str
    labels: dict[Language, str]
    alternatives: dict[Language, list[str]]
    broader: list[NamedShape]
    narrower: list[NamedShape]
    scope: str | None
    links: RecordLinks


class OrganizationList(Shape):
    """One page of organizations, in the order of ids."""

    total: int
    items: list[OrganizationShape]
    links: PageLinks


class PersonList(Shape):
    """One page of people, in the order of ids."""

    total: int
    items: list[PersonShape]
    links: PageLinks


class TopicList(Shape):
    """One page of topics, in the order of ids."""

    total: int
    items: list[TopicShape]
    links: PageLinks


class SuggestionLinks(Shape):
    """Where a suggestion leads."""

    html: str


class SuggestionShape(Shape):
    """A text to go on with."""

    text: str
    kind: str = Field(
        description="`title` and `symbol` of a document, `organization`, `person`, `topic`, "
        "or `talk`, `agenda_item`, `side_event`"
    )
    value: str = Field(description="id of what the text stands for")
    query: str = Field(description="the search that finds it, in the query language")
    links: SuggestionLinks


class SuggestionList(Shape):
    """What is offered while a person types."""

    suggestions: list[SuggestionShape]


class FacetPageValue(NamedShape):
    """A value of a facet with the number of works that have it."""

    count: int
    selected: bool
    url: str = Field(description="the search with the value chosen, or no longer chosen")


class FacetPageShape(Shape):
    """One page of all values of a facet."""

    name: str
    label: str
    total: int = Field(description="values there are, under the prefix where one is given")
    page: int
    size: int
    values: list[FacetPageValue]
    links: PageLinks
