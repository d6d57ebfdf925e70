"""The page of all values of a facet."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from indexer.archive.answers import FacetPage
from indexer.archive.finding import FacetListing
from indexer.representations.addresses import Addresses
from indexer.representations.labels import facet_label
from indexer.representations.search_parameters import SearchParameters
from webapp.search.facets import Choice, choice
from webapp.search.pager import PagerLink, pager

PAGE_SIZE: Final = 100


@dataclass(frozen=True, slots=True)
class OrderLink:
    """An order of the values."""

    label: str
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class FacetPageView:
    """All that the page shows."""

    title: str
    heading: str
    noun: str
    choices: tuple[Choice, ...]
    total: int
    orders: tuple[OrderLink, ...]
    pager: tuple[PagerLink, ...]
    back: str
    action: str
    kept: tuple[tuple[str, str], ...]
    prefix: str
    q: str


def facet_view(
    found: FacetPage, parameters: SearchParameters, listing: FacetListing, addresses: Addresses
) -> FacetPageView:
    """Return the page for the values found; each leads back to the results with it chosen."""
    many = facet_label(found.name, 2)
    choosing = addresses.search_choosing(parameters, found.name)
    action = addresses.facet(found.name, SearchParameters())
    kept = (*parameters.with_page(1).to_pairs(), *((("order", "label"),) if listing.by_label else ()))

    def address(page: int, *, by_label: bool) -> str:
        own = [
            ("prefix", listing.prefix),
            ("order", "label" if by_label else ""),
            ("page", str(page) if page > 1 else ""),
        ]
        pairs = [*parameters.with_page(1).to_pairs(), *(pair for pair in own if pair[1])]
        return f"{action}?{urlencode(pairs)}" if pairs else action

    return FacetPageView(
        title=f"{many}{f' for {parameters.q}' if parameters.q else ''}",
        heading=many,
        noun=many.lower(),
        choices=tuple(choice(found.name, value, choosing.toggled(value.value)) for value in found.values),
        total=found.total,
        orders=(
            OrderLink("Most works first", address(1, by_label=False), not listing.by_label),
            OrderLink("A to Z", address(1, by_label=True), listing.by_label),
        ),
        pager=pager(found.page, -(-found.total // found.size), lambda page: address(page, by_label=listing.by_label)),
        back=addresses.search(parameters),
        action=action,
        kept=kept,
        prefix=listing.prefix,
        q=parameters.q,
    )
