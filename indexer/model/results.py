"""What goes into an engine and what comes back: entries, matches, counts for each facet, passages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from indexer.model.identifiers import Language, WorkId
from indexer.model.place import Place, PlaceText


class IndexKey(NamedTuple):
    """One index document: a work in one language; `und` where it has no language or no file."""

    work: WorkId
    language: Language


class IndexEntry(NamedTuple):
    """What an engine is given for one index document.

    It and its key are tuples since many thousands are made and let go of: that takes a third of the time.

    Attributes:
        kind: A DocumentKind, or `talk`, `agenda_item`, `side_event`.
        title: In this version's language; `sort_title` orders by title and is the same for all versions.
        other_titles: Further wordings by which the work is found as by its title.
        names: Names of organizations, persons and topics in every language and spelling; found as words.
        symbols: The canonical symbol and its prefixes, longest first; empty without a symbol.
        organizations: With their parents, so that counts roll up; topics likewise with broader ones.
        sort_date: As DocumentDate.sort_key; 0 without a date.
    """

    key: IndexKey
    kind: str
    title: str
    sort_title: str
    other_titles: tuple[str, ...] = ()
    body: tuple[PlaceText, ...] = ()
    names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    agenda_items: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    year: int | None = None
    sort_date: int = 0


class TotalRelation(StrEnum):
    """Whether a total is exact."""

    EXACT = "eq"
    AT_LEAST = "gte"


@dataclass(frozen=True, slots=True)
class Match:
    """A work that matches.

    Attributes:
        languages: Its versions that match, the best first.
        sort_key: What the order went by; with the work id it makes a cursor.
    """

    work: WorkId
    languages: tuple[Language, ...]
    score: float
    sort_key: float | str


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many matching works have one value of a facet."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The values of one facet with the most works, selected ones always among them.

    Attributes:
        more: Whether there are further values.
    """

    counts: tuple[FacetCount, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Matches:
    """An engine's answer to a query."""

    total: int
    relation: TotalRelation
    matches: tuple[Match, ...]
    facets: Mapping[str, FacetCounts] = field(default_factory=dict)


class NoteKind(StrEnum):
    """Why a note stands beside the results."""

    REPAIRED = "repaired"
    BOUND = "bound"
    UNKNOWN_VALUE = "unknown_value"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True)
class QueryNote:
    """One sentence on what was not done as typed.

    Attributes:
        start, end: Where in the query string, as character offsets; None where it concerns the whole.
    """

    kind: NoteKind
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A few words of one place, cut where matches begin and end.

    Attributes:
        parts: Runs of text, each with whether it is a match; markup is the business of whoever shows it.
    """

    place: Place
    language: Language
    parts: tuple[tuple[str, bool], ...]
