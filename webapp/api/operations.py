"""The operations of the API: one table that routes, documentation and OpenAPI are made from."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from indexer.model.identifiers import OFFICIAL_LANGUAGES
from indexer.model.querytree import Facet, Sort
from indexer.representations.json.shapes import Shape
from indexer.representations.search_parameters import (
    DEFAULT_FACET_SIZE,
    DEFAULT_SIZE,
    FILTER_NAMES,
    KINDS,
    LARGEST_FACET_SIZE,
    LARGEST_SIZE,
)

ROOT: Final = "/api/v1"
LONGEST_QUERY: Final = 512
_YEAR: Final = "[12][0-9]{3}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation.

    Attributes:
        schema: As JSON Schema.
        is_repeatable: Given several times, it means any of the values.
    """

    name: str
    description: str
    schema: dict[str, object] = field(default_factory=lambda: {"type": "string"})
    is_repeatable: bool = False
    is_in_path: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked at one address.

    Attributes:
        path: With names in braces, relative to the root of the API.
        answer: Makes the body; takes the path's values by name.
        can_miss: There may be nothing at the address.
    """

    name: str
    path: str
    summary: str
    shape: type[Shape]
    answer: Callable[..., Shape]
    parameters: tuple[Parameter, ...] = ()
    description: str = ""
    can_miss: bool = False


def number(usual: int, largest: int) -> dict[str, object]:
    """Return the schema of a whole number from 1 to a limit."""
    return {"type": "integer", "minimum": 1, "maximum": largest, "default": usual}


QUERY: Final = Parameter(
    "q",
    "words and the query language of the search help; all words must match; without it, everything; "
    f"cut after {LONGEST_QUERY} characters, with a note",
)
LANGUAGE: Final = Parameter(
    "lang",
    "language of labels and titles, where there are such",
    {"type": "string", "enum": list(OFFICIAL_LANGUAGES), "default": "en"},
)
PAGE: Final = Parameter("page", "which page, from 1", number(1, 10_000))
SIZE: Final = Parameter("size", "how many on a page", number(DEFAULT_SIZE, LARGEST_SIZE))
CURSOR: Final = Parameter("cursor", "what `links.next` of the page before holds; opaque")
PREFIX: Final = Parameter(
    "prefix",
    "only those with words that begin so, whatever the case or diacritics",
    {"type": "string", "maxLength": 100},
)


def _filter(name: str) -> Parameter:
    schema: dict[str, object] = {"type": "string"}
    if name == "kind":
        schema["enum"] = list(KINDS)
    if name == "language":
        schema["pattern"] = "^([a-z]{2}|und)$"
    described = f"only works with this {name.replace('_', ' ')} id; several mean any of them"
    if name == "year":
        described = "2014, 2010..2015, ..2012, 2013.. or `undated`; several mean any of them"
        schema["pattern"] = f"^({_YEAR}|{_YEAR}\\.\\.({_YEAR})?|\\.\\.{_YEAR}|undated)$"
    return Parameter(name, described, schema, is_repeatable=True)


FILTERS: Final = tuple(
    parameter
    for name in FILTER_NAMES
    for parameter in (
        _filter(name),
        Parameter(
            f"exclude.{name}", f"not works with this {name.replace('_', ' ')}", _filter(name).schema, is_repeatable=True
        ),
    )
)
SORT: Final = Parameter(
    "sort",
    "order of the results: `relevance` where there are words, else `newest`",
    {"type": "string", "enum": [sort.value for sort in Sort]},
)
FACET: Final = Parameter(
    "facet",
    "facets to count, divided by commas; none unless asked",
    {"type": "string", "pattern": f"^({'|'.join(Facet)})(,({'|'.join(Facet)}))*$"},
)
FACET_SIZE: Final = Parameter(
    "facet_size", "how many values of each facet", number(DEFAULT_FACET_SIZE, LARGEST_FACET_SIZE)
)


def in_path(name: str, description: str) -> Parameter:
    """Return a parameter that stands in the path."""
    return Parameter(name, description, {"type": "string", "minLength": 1}, is_in_path=True)
