"""Small rows of the catalogue that are no records of their own."""

from dataclasses import dataclass

from indexer.model.identifiers import DocumentId, Language, WorkId
from indexer.model.place import Place
from indexer.model.results import IndexKey


@dataclass(frozen=True, slots=True)
class CitationRow:
    """A document names a symbol on one of its places.

    Attributes:
        cited: A canonical symbol, held or not.
        sentence: The words around it, at most a few hundred characters.
    """

    citing: DocumentId
    language: Language
    cited: DocumentId
    place: Place
    sentence: str

    @property
    def key(self) -> IndexKey:
        """The index document whose text cites."""
        return IndexKey(WorkId(self.citing), self.language)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One index document and the fingerprint of all that went into it."""

    key: IndexKey
    fingerprint: str


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A text that is offered while a person types.

    Attributes:
        kind: `title`, `symbol`, `organization`, `person`, `topic`, or the kind of a part of a meeting.
        value: The id behind the text.
        weight: Greater ones are offered first.
    """

    text: str
    kind: str
    value: str
    weight: int
