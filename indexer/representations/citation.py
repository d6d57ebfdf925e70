"""What a citation says of a document; the formats only spell it out."""

import datetime as dt
from dataclasses import dataclass

from indexer.model.document import DocumentDate, DocumentKind, RelationKind
from indexer.model.identifiers import Language

SPECIMEN_NOTE = "Specimen: this text was written for the archive and is not the issuing body's."


@dataclass(frozen=True, slots=True)
class CitedName:
    """A person or a body.

    Attributes:
        text: The name as it is written in running text.
        family, given: The parts of a person's name, where they are known; both or neither.
        address: The page of the authority record.
    """

    text: str
    is_person: bool = False
    family: str | None = None
    given: str | None = None
    address: str | None = None

    @property
    def inverted(self) -> str:
        """The name as lists sort it: family name first, where it is known."""
        return f"{self.family}, {self.given}" if self.family else self.text


@dataclass(frozen=True, slots=True)
class CitedEvent:
    """The meeting that a document was written for."""

    title: str
    place: str
    start: dt.date
    end: dt.date
    address: str

    @property
    def days(self) -> str:
        """The days as one ISO 8601 interval, or one date."""
        return f"{self.start}/{self.end}" if self.end > self.start else str(self.start)


@dataclass(frozen=True, slots=True)
class CitedFile:
    """A file of a version."""

    media_type: str
    address: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CitedVersion:
    """A language version of a document, with its files."""

    language: Language
    title: str
    address: str
    official: str | None
    files: tuple[CitedFile, ...]


@dataclass(frozen=True, slots=True)
class CitedTopic:
    """A topic, in the language of the citation."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class CitedRelation:
    """Another document that this one names."""

    kind: RelationKind
    target: str
    address: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One document, cited as a whole or in one language version.

    Attributes:
        key: Short and of ASCII letters, digits and hyphens.
        language: That of the version cited; the title may be in another one where the version has none of its own.
        authors: Whoever answers for the text, the first first.
        publishers: Issuing bodies that are not among the authors.
        event: None where the document was not written for a meeting.
        address: None where the site has no public address.
        notes: Sentences that belong to the citation, such as SPECIMEN_NOTE.
    """

    key: str
    kind: DocumentKind
    title: str
    title_language: Language
    language: Language
    date: DocumentDate
    symbol: str | None = None
    authors: tuple[CitedName, ...] = ()
    publishers: tuple[CitedName, ...] = ()
    event: CitedEvent | None = None
    address: str | None = None
    topics: tuple[CitedTopic, ...] = ()
    versions: tuple[CitedVersion, ...] = ()
    relations: tuple[CitedRelation, ...] = ()
    notes: tuple[str, ...] = ()
    specimen: bool = False

    @property
    def files(self) -> tuple[CitedFile, ...]:
        """The files of the version cited."""
        return next((version.files for version in self.versions if version.language == self.language), ())
