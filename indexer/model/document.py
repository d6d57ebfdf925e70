"""A document of the archive: the work, its language versions and their files."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.model.authority import Labels
from indexer.model.identifiers import (
    DocumentId,
    Language,
    OrganizationId,
    PersonId,
    Sha256,
    TopicId,
)


class DocumentKind(StrEnum):
    """What sort of document it is."""

    CONTRIBUTED_PAPER = "contributed_paper"
    RESOLUTION = "resolution"
    NOTE = "note"
    REPORT = "report"
    BACKGROUND_DOCUMENT = "background_document"
    PRESENTATION = "presentation"
    AGENDA = "agenda"
    INFORMATION_NOTE = "information_note"
    LIST_OF_PARTICIPANTS = "list_of_participants"
    TEMPLATE = "template"
    RECORDING = "recording"
    OTHER = "other"


class Basis(StrEnum):
    """Where a fact comes from."""

    STATED = "stated"
    FROM_SYMBOL = "from_symbol"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """When a document was issued, as precisely as is known.

    Attributes:
        year: None exactly where the basis is unknown.
        month, day: None where only the year, or the year and month, is known.
    """

    basis: Basis
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def sort_key(self) -> int:
        """Return year, month and day as one number such as 20140220; 0 where no year is known."""
        return (self.year or 0) * 10_000 + (self.month or 0) * 100 + (self.day or 0)

    def iso(self) -> str:
        """Return `2014-02-20`, `2014-02` or `2014`; empty where no year is known."""
        parts = [f"{self.year:04d}"] if self.year else []
        parts += [f"{part:02d}" for part in (self.month, self.day) if self.year and part]
        return "-".join(parts)


UNDATED = DocumentDate(Basis.UNKNOWN)


class ContributionRole(StrEnum):
    """What an organization or a person did for a document."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    ISSUING_BODY = "issuing_body"
    SUBMITTER = "submitter"


@dataclass(frozen=True, slots=True)
class Contribution:
    """One organization or one person, with a role; exactly one of the two is set."""

    role: ContributionRole
    organization: OrganizationId | None = None
    person: PersonId | None = None


class RelationKind(StrEnum):
    """How a document stands to another one."""

    ADDENDUM_TO = "addendum_to"
    REVISION_OF = "revision_of"
    CORRIGENDUM_TO = "corrigendum_to"
    REPLACES = "replaces"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from a document to another one, held or not."""

    kind: RelationKind
    target: DocumentId


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record's facts were read.

    Attributes:
        as_printed: The words of the source where the record mends them.
        mended_by: Who mended them, such as "Masthead editors".
    """

    address: str | None = None
    retrieved: dt.date | None = None
    as_printed: str | None = None
    mended_by: str | None = None


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a version: the Word file received, say, or the PDF published.

    Attributes:
        path: Relative to the corpus folder, with forward slashes.
        places: How many places its text has; None until it has been read.
    """

    path: str
    media_type: str
    sha256: Sha256
    size: int
    places: int | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """One language of a document; known but not held where it has no rendition.

    Attributes:
        official: Address of the issuing body's own copy.
    """

    language: Language
    renditions: tuple[Rendition, ...] = ()
    title: str | None = None
    official: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """When and why a document was taken out; its address answers 410 with these."""

    on: dt.date
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """A field that a program filled and a person should look at, with the reason."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """A work: what its language versions have in common.

    Attributes:
        id: The canonical symbol, or the slug where there is no symbol.
        other_titles: Wordings by which it is also found, such as the title as printed with its errors.
        statement_of_responsibility: The author line verbatim, where it names what is no body.
        specimen: The text was written for this project and is not the issuing body's.
        removal: Set for a tombstone; all else may then be empty.
        sidecar: Path of the record relative to the corpus folder.
    """

    id: DocumentId
    kind: DocumentKind
    titles: Labels
    symbol: str | None = None
    other_titles: tuple[str, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    statement_of_responsibility: str | None = None
    date: DocumentDate = UNDATED
    topics: tuple[TopicId, ...] = ()
    relations: tuple[Relation, ...] = ()
    cites: tuple[DocumentId, ...] = ()
    versions: tuple[Version, ...] = ()
    source: Source | None = None
    note: str | None = None
    specimen: bool = False
    removal: Removal | None = None
    added: dt.date | None = None
    modified: dt.date | None = None
    review: tuple[Review, ...] = field(default=())
    sidecar: str = ""

    @property
    def organizations(self) -> tuple[OrganizationId, ...]:
        """The organizations that contributed, in order, each once."""
        return tuple(dict.fromkeys(c.organization for c in self.contributions if c.organization))

    @property
    def people(self) -> tuple[PersonId, ...]:
        """The persons who contributed, in order, each once."""
        return tuple(dict.fromkeys(c.person for c in self.contributions if c.person))

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the versions, held or only known."""
        return tuple(version.language for version in self.versions)
