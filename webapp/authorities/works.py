"""The works that name an authority record: the newest of them, and how many there are of each kind."""

from dataclasses import dataclass, replace
from typing import Final

from indexer.archive.answers import SearchAnswer
from indexer.model.querytree import Everything, Facet, SearchQuery
from indexer.representations.addresses import Addresses
from indexer.representations.labels import kind_label
from indexer.representations.search_parameters import SearchParameters
from webapp.search.cards import Card, card

SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many works of one kind there are, with the search for them."""

    label: str
    count: str
    address: str


@dataclass(frozen=True, slots=True)
class Works:
    """The works of an authority record.

    Attributes:
        name, value: The filter by which they are found; the search within them keeps it.
        all_words: Words of the link to all of them.
    """

    name: str
    value: str
    total: int
    heading: str
    kinds: tuple[KindCount, ...]
    cards: tuple[Card, ...]
    all: str
    all_words: str


def works_query(name: str, value: str, seconds: float) -> SearchQuery:
    """Return the question for the works that have a value in a field."""
    parameters = SearchParameters().with_value(name, value)
    query = replace(parameters, size=SHOWN, facets=(Facet.KIND,)).to_query(Everything())
    return replace(query, whole_facets=frozenset((Facet.KIND,)), seconds=seconds)


def works_of(name: str, value: str, answer: SearchAnswer, addresses: Addresses) -> Works:
    """Return the works found as a page shows them."""
    parameters = SearchParameters().with_value(name, value)
    total = answer.total
    noun = "work" if total == 1 else "works"
    return Works(
        name=name,
        value=value,
        total=total,
        heading=f"{total:,} {noun}" if total else "No works",
        kinds=tuple(
            KindCount(
                kind_label(kind.value, kind.count),
                f"{kind.count:,}",
                addresses.search(parameters.with_value("kind", kind.value)),
            )
            for kind in answer.facets[Facet.KIND].values
        ),
        cards=tuple(card(hit, "", addresses) for hit in answer.hits),
        all=addresses.search(parameters),
        all_words=f"All {total:,} {noun}" if total > SHOWN else "Show as search results",
    )
