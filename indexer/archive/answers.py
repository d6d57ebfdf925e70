"""What the archive answers readers with: records joined with what the index found."""

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.catalogue import CitationRow, FileRecord, MeetingPart
from indexer.model.authority import Organization, Person, Topic
from indexer.model.document import Document, DocumentDate, RelationKind, Rendition, Version
from indexer.model.identifiers import DocumentId, Language, WorkId
from indexer.model.meeting import Meeting, Series
from indexer.model.place import Place, PlaceText
from indexer.model.results import Passage, QueryNote, TotalRelation
from indexer.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Named:
    """A stable id, and what people call it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A work that was found, with all that a results page shows of it.

    Attributes:
        kind: A DocumentKind, or `talk`, `agenda_item`, `side_event`.
        document, part: Exactly one of the two is set.
        languages: Those of all its versions; `matched` are those that match, the best first.
        original: The file whose text matches best; None for parts and for works that are not held.
    """

    work: WorkId
    kind: str
    title: str
    title_language: Language
    symbol: str | None
    date: DocumentDate
    meetings: tuple[Named, ...]
    organizations: tuple[Named, ...]
    people: tuple[Named, ...]
    topics: tuple[Named, ...]
    languages: tuple[Language, ...]
    matched: tuple[Language, ...]
    specimen: bool
    score: float
    passages: tuple[Passage, ...]
    original: Rendition | None
    document: Document | None = None
    part: MeetingPart | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet with the number of works that have it."""

    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True, slots=True)
class FacetView:
    """The values of one facet; `more` says that there are further ones."""

    name: str
    values: tuple[FacetValue, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class FacetPage:
    """One page of all values of a facet.

    Attributes:
        total: How many values there are, under the prefix where one is given.
    """

    name: str
    values: tuple[FacetValue, ...]
    total: int
    page: int
    size: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The answer to a search.

    Attributes:
        parsed: The query as it was understood, in the query language.
        suggestion: Another spelling that finds something, where nothing was found.
        last: Sort key and work id of the last hit; None where there are no further hits.
        unreadable: How many files could not be read and are not in the counts.
    """

    text: str
    parsed: str
    notes: tuple[QueryNote, ...]
    generation: str
    total: int
    relation: TotalRelation
    hits: tuple[Hit, ...]
    facets: Mapping[str, FacetView]
    suggestion: str | None
    last: tuple[float | str, str] | None
    unreadable: int


Mention = CitationRow
"""A place of a document on which it names a symbol."""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A symbol that a document names, or a document that names this one.

    Attributes:
        document: None where the archive does not hold a record of it.
        places: Where it is named, with the sentences.
        official: Where the United Nations keep it, if it has a symbol of theirs.
    """

    id: DocumentId
    document: Document | None
    places: tuple[Mention, ...]
    official: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedWork:
    """A document that this one is an addendum to, a revision of and so on, or the other way round.

    Attributes:
        document: None where the archive has no record of it.
        is_reverse: The other document names this one.
    """

    kind: RelationKind
    id: DocumentId
    document: Document | None
    is_reverse: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with everything around it.

    Attributes:
        symbol: The symbol with its parts explained; None for a document that has none.
        official: Where the United Nations keep it, if it has a symbol of theirs.
        related: Documents to which it stands as an addendum, a revision and so on, and those that stand so to it.
        parts: Talks and agenda items that present it.
        cited_by: Not all where there are very many; `cited_by_count` is how many there are.
    """

    document: Document
    organizations: tuple[Organization, ...]
    people: tuple[Person, ...]
    topics: tuple[Topic, ...]
    meetings: tuple[Meeting, ...]
    parts: tuple[MeetingPart, ...]
    files: tuple[FileRecord, ...]
    cites: tuple[CitedWork, ...]
    cited_by: tuple[CitedWork, ...]
    cited_by_count: int = 0
    related: tuple[RelatedWork, ...] = ()
    symbol: Symbol | None = None
    official: str | None = None


@dataclass(frozen=True, slots=True)
class BodyView:
    """An organization with those above and right under it; `parents` has the nearest first."""

    organization: Organization
    parents: tuple[Organization, ...]
    children: tuple[Organization, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic with those right above and right under it."""

    topic: Topic
    broader: tuple[Topic, ...]
    narrower: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with its series and the documents that its page names.

    Attributes:
        documents: Those that there is a record of, tombstones too.
    """

    meeting: Meeting
    series: Series | None
    documents: Mapping[DocumentId, Document]


@dataclass(frozen=True, slots=True)
class TextView:
    """The text of one version of a document, or why there is none.

    Attributes:
        file: What became of the file that gives the text; None where none is held.
        rendition: That file as recorded.
        places: Every place that has text, in the order of the file.
        characters: How long the text is.
        meetings: Those that list the document.
        official: Where the United Nations keep it, if it has a symbol of theirs.
    """

    document: Document
    version: Version
    file: FileRecord | None
    rendition: Rendition | None
    places: tuple[Place, ...]
    characters: int = 0
    meetings: tuple[Meeting, ...] = ()
    official: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceMatches:
    """How often a query matches on one place, with a passage of it."""

    place: Place
    count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """The text of one place as runs, each with whether it is a match."""

    place: Place
    parts: tuple[tuple[str, bool], ...]
    text: PlaceText


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text to go on with.

    Attributes:
        kind: `title` and `symbol` of a document, `organization`, `person`, `topic`, or the kind of a meeting's part.
    """

    text: str
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What the archive holds, for its first page.

    Attributes:
        works: How many works of each kind can be found.
        years: How many works each year has, the oldest first; the value `undated` may be among them.
        symbol_series: Series of symbols such as A/RES, each with its number of documents.
    """

    documents: int
    works: tuple[FacetValue, ...]
    meetings: tuple[Meeting, ...]
    recent: tuple[Document, ...]
    organizations: FacetView
    topics: FacetView
    years: tuple[FacetValue, ...]
    languages: tuple[FacetValue, ...]
    symbol_series: tuple[tuple[str, int], ...]
