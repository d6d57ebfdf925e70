"""What is asked of an archive: a tree of words and fields, filters, an order and a page; free of any engine."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final


class TextField(StrEnum):
    """A field whose words are searched."""

    ANY = "any"  # title, body, names and symbol together
    TITLE = "title"
    BODY = "body"


class ExactField(StrEnum):
    """A field of ids: its values match whole."""

    SYMBOL = "symbol"  # a canonical symbol or one of its prefixes
    ORGANIZATION = "organization"
    PERSON = "person"
    TOPIC = "topic"
    KIND = "kind"
    MEETING = "meeting"
    LANGUAGE = "language"
    AGENDA_ITEM = "agenda_item"
    CITES = "cites"


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches all."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Matches none."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; the engine folds and stems it in each language that its script can be."""

    text: str
    field: TextField = TextField.ANY


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as typed, next to each other and in this order, or within `distance` words of each other in any order.

    Attributes:
        distance: None for a phrase; for proximity the greatest number of positions between first and last word
            beyond what the words themselves need.
    """

    words: tuple[str, ...]
    field: TextField = TextField.ANY
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins with these letters."""

    text: str
    field: TextField = TextField.ANY


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every word that is spelled so, with any letters or none for each asterisk; letters stand before the first."""

    text: str
    field: TextField = TextField.ANY


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that at most `distance` letters left out, put in, changed or swapped make of this one."""

    text: str
    distance: int = 1
    field: TextField = TextField.ANY


@dataclass(frozen=True, slots=True)
class Value:
    """An id in an exact field."""

    field: ExactField
    value: str


@dataclass(frozen=True, slots=True)
class YearRange:
    """Years from `start` to `end`, both included; None leaves an end open. Undated works do not match."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these."""

    children: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """All works' versions but these."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class Boosted:
    """The same matches, with scores multiplied."""

    child: "Node"
    factor: float


WordLeaf = Word | Phrase | Prefix | Wildcard | Fuzzy
"""What is looked for in texts."""

Node = Everything | Nothing | WordLeaf | Value | YearRange | And | Or | Not | Boosted


class Facet(StrEnum):
    """What results can be narrowed by."""

    ORGANIZATION = "organization"
    PERSON = "person"
    YEAR = "year"
    TOPIC = "topic"
    LANGUAGE = "language"
    KIND = "kind"
    MEETING = "meeting"


UNDATED_YEAR: Final = "undated"
"""The value of the year facet for works whose year is not known."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Choices made beside the words: OR within a name, AND between names.

    Attributes:
        chosen: Values by field name; the names are those of Facet and `agenda_item`. Year values are four digits
            or UNDATED_YEAR.
        excluded: Values that a work must not have.
        years: Bounds of the year, both included; together with `chosen` years either may match.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years: YearRange | None = None

    def without(self, name: str) -> "Filters":
        """Return the filters with nothing chosen under this name; for `year` the bounds go too."""
        chosen = {key: values for key, values in self.chosen.items() if key != name}
        return replace(self, chosen=chosen, years=None if name == Facet.YEAR else self.years)

    @property
    def key(self) -> Hashable:
        """What stands for these choices where answers to them are kept."""
        return tuple(sorted(self.chosen.items())), tuple(sorted(self.excluded.items())), self.years

    @property
    def are_empty(self) -> bool:
        """Whether nothing is chosen and nothing excluded."""
        return not any(self.chosen.values()) and not any(self.excluded.values()) and self.years is None


class Sort(StrEnum):
    """The order of hits."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """One question to an engine.

    Attributes:
        offset, size: Which hits of the order to return.
        facets: The facets to count, and `facet_size`, how many values of each to give beside those chosen.
        whole_facets: Of these every value is given.
        after: The sort key and work id of the last hit seen; hits come after it, and `offset` is then 0.
        seconds: When this time has passed, the answer is what was found so far.
    """

    tree: Node
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    size: int = 10
    facets: tuple[Facet, ...] = ()
    facet_size: int = 8
    whole_facets: frozenset[Facet] = frozenset()
    after: tuple[float | str, str] | None = None
    seconds: float | None = 0.4
