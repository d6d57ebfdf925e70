"""The parameters of a search: the whole state of a results page, as its address holds it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from indexer.model.document import DocumentKind
from indexer.model.identifiers import Language
from indexer.model.querytree import Facet, Filters, Node, SearchQuery, Sort
from indexer.representations.cursors import Cursor, encode
from indexer.representations.years import single_years, split_years

EXCLUDE: Final = "exclude."
FILTER_NAMES: Final = ("organization", "person", "topic", "kind", "language", "meeting", "agenda_item", "year")
CHOICE_NAMES: Final = (*FILTER_NAMES, *(EXCLUDE + name for name in FILTER_NAMES))
KINDS: Final = (*(kind.value for kind in DocumentKind), "talk", "agenda_item", "side_event")
DEFAULT_SIZE: Final = 10
LARGEST_SIZE: Final = 100
DEFAULT_FACET_SIZE: Final = 8
LARGEST_FACET_SIZE: Final = 100
DEEPEST: Final = 10_000  # hits that pages reach; a cursor goes further at the same cost for each page

QUERY_SAFE: Final = "/,:()."
"""Characters that stand as they are in the query of an address."""

_UNWRITABLE: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Return a value as it counts: without characters that cannot be written, and without space around it."""
    return _UNWRITABLE.sub(" ", text).strip()


def written(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names and values as the query of an address has them."""
    return urlencode(tuple(pairs), safe=QUERY_SAFE)


@dataclass(frozen=True, slots=True)
class SearchParameters:
    """What one search asks for, in the one form that its address has; `parameters.parse` makes it.

    Attributes:
        choices: Values by parameter, such as `topic`, `exclude.topic` or `year`; sorted, each once, none empty.
        sort: None exactly for the usual order.
        facets: Facets to count, in the order to show them.
        interface_language: None for the language that the reader's browser asks for.
    """

    q: str = ""
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort | None = None
    page: int = 1
    size: int = DEFAULT_SIZE
    cursor: Cursor | None = None
    facets: tuple[Facet, ...] = ()
    facet_size: int = DEFAULT_FACET_SIZE
    interface_language: Language | None = None

    @property
    def usual_sort(self) -> Sort:
        """The order where none is asked for: the best first where there are words, else the newest."""
        return Sort.RELEVANCE if self.q else Sort.NEWEST

    @property
    def order(self) -> Sort:
        """The order that holds."""
        return self.sort or self.usual_sort

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked: no words and no choice."""
        return not self.q and not self.choices

    def values(self, name: str) -> tuple[str, ...]:
        """Return what is chosen under a parameter."""
        return self.choices.get(name, ())

    def each_choice(self) -> Iterator[tuple[str, str]]:
        """Yield every chosen parameter and value in the order of the address."""
        for name in CHOICE_NAMES if self.choices else ():
            for value in self.values(name):
                yield name, value

    def to_pairs(self) -> tuple[tuple[str, str], ...]:
        """Return names and values in their fixed order, without those that say what holds anyway."""
        return (*self._words(), *self.each_choice(), *self._settings())

    def pairs_around(self, name: str) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
        """Return the names and values that stand before and after those of one of CHOICE_NAMES."""
        place = CHOICE_NAMES.index(name)
        before = (pair for pair in self.each_choice() if CHOICE_NAMES.index(pair[0]) < place)
        after = (pair for pair in self.each_choice() if CHOICE_NAMES.index(pair[0]) > place)
        return (*self._words(), *before), (*after, *self._settings())

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (("q", self.q),) if self.q else ()

    def _settings(self) -> tuple[tuple[str, str], ...]:
        settings = (
            ("sort", self.sort or ""),
            ("page", str(self.page) if self.page > 1 else ""),
            ("size", str(self.size) if self.size != DEFAULT_SIZE else ""),
            ("cursor", encode(self.cursor) if self.cursor else ""),
            ("facet", ",".join(self.facets)),
            ("facet_size", str(self.facet_size) if self.facet_size != DEFAULT_FACET_SIZE else ""),
            ("lang", self.interface_language or ""),
        )
        return tuple((name, str(value)) for name, value in settings if value)

    def query_string(self) -> str:
        """Return the part of an address after its question mark; empty where all is as usual."""
        return written(self.to_pairs())

    def with_words(self, q: str) -> "SearchParameters":
        """Return the same choices for other words, from the first page on."""
        searched = replace(self._from_the_start(), q=cleaned(q))
        return searched.with_sort(searched.order)

    def with_value(self, name: str, value: str) -> "SearchParameters":
        """Return the search with one more value chosen, from the first page on."""
        return self._with_values(name, (*self.values(name), value))

    def without_value(self, name: str, value: str) -> "SearchParameters":
        """Return the search with one value fewer, from the first page on."""
        return self._with_values(name, tuple(other for other in self.values(name) if other != value))

    def cleared(self) -> "SearchParameters":
        """Return the words alone: no choice, from the first page on."""
        return replace(self._from_the_start(), choices={})

    def with_sort(self, sort: Sort) -> "SearchParameters":
        """Return the search in another order, from the first page on; without words no hit is the best."""
        is_usual = sort is self.usual_sort or (sort is Sort.RELEVANCE and not self.q)
        return replace(self._from_the_start(), sort=None if is_usual else sort)

    def with_page(self, page: int) -> "SearchParameters":
        """Return another page of the same search."""
        return replace(self, page=page, cursor=None)

    def after(self, cursor: Cursor) -> "SearchParameters":
        """Return what follows a hit of the same search."""
        return replace(self, page=1, cursor=cursor)

    def to_query(self, tree: Node) -> SearchQuery:
        """Return the question to an engine, with the words read into a tree."""
        return SearchQuery(
            tree=tree,
            filters=self.to_filters(),
            sort=self.order,
            offset=0 if self.cursor else (self.page - 1) * self.size,
            size=self.size,
            facets=self.facets,
            facet_size=self.facet_size,
            after=(self.cursor.sort_key, self.cursor.work) if self.cursor else None,
        )

    def to_filters(self) -> Filters:
        """Return the choices as an engine takes them."""
        chosen = {name: self.values(name) for name in FILTER_NAMES if self.values(name)}
        excluded = {name: self.values(EXCLUDE + name) for name in FILTER_NAMES if self.values(EXCLUDE + name)}
        single, years = split_years(chosen.pop("year", ()))
        if single:
            chosen["year"] = single
        if "year" in excluded:
            excluded["year"] = single_years(excluded["year"])
        return Filters(chosen, excluded, years)

    def _from_the_start(self) -> "SearchParameters":
        return replace(self, page=1, cursor=None)

    def _with_values(self, name: str, values: tuple[str, ...]) -> "SearchParameters":
        others = {other: chosen for other, chosen in self.choices.items() if other != name}
        choices = {**others, name: tuple(sorted(set(values)))} if values else others
        return replace(self._from_the_start(), choices=choices)
