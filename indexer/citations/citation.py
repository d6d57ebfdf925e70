"""One place where a document names another."""

from dataclasses import dataclass

from indexer.model.place import Place


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A document named in a text.

    Attributes:
        symbol: Canonical symbol of the document that is named.
        sentence: The sentence that names it, or the part of it around the name, in one line.
        start, end: Where the name stands in the text of the place.
    """

    symbol: str
    place: Place
    sentence: str
    start: int
    end: int
