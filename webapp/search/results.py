"""The results page as its template shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from indexer.archive.answers import SearchAnswer
from indexer.model.querytree import Facet, Sort
from indexer.model.results import TotalRelation
from indexer.representations.addresses import Addresses
from indexer.representations.faults import FaultCode, ParameterFault
from indexer.representations.labels import SORTS, facet_label, value_label
from indexer.representations.search_parameters import DEEPEST, EXCLUDE, SearchParameters
from webapp.search.cards import Card, card
from webapp.search.facets import FacetBox, facet_boxes
from webapp.search.pager import PagerLink, pager

TRIED: Final = 8
"""How many choices are tried one by one to say which of them leaves nothing."""

LabelOf = Callable[[str, str], str]
"""Gives the label of a record by the name of a filter and an id."""


@dataclass(frozen=True, slots=True)
class ActiveFilter:
    """A choice that holds, and the search without it.

    Attributes:
        rescued: How many works there would be without it, where there are none with it.
    """

    name: str
    label: str
    address: str
    rescued: str = ""


@dataclass(frozen=True, slots=True)
class SortOption:
    """An order of the results."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ResultsView:
    """All that the results page shows.

    Attributes:
        heading: "312 works for water quality", without markup.
        counted: "312 works" alone.
        kept: Names and values that the form keeps although it has no field for them.
    """

    title: str
    heading: str
    counted: str
    parameters: SearchParameters
    cards: tuple[Card, ...]
    facets: tuple[FacetBox, ...]
    active: tuple[ActiveFilter, ...]
    clear: str
    sorts: tuple[SortOption, ...]
    order: str
    pager: tuple[PagerLink, ...]
    first: int
    notes: tuple[str, ...]
    faults: tuple[str, ...]
    suggestion: str | None
    suggestion_address: str
    unreadable: int
    total: int
    feed: str
    json: str
    kept: tuple[tuple[str, str], ...]
    sort_name: str = ""
    everything: str = ""


def results_view(
    answer: SearchAnswer,
    parameters: SearchParameters,
    faults: tuple[ParameterFault, ...],
    *,
    addresses: Addresses,
    label_of: LabelOf,
    count_of: Callable[[SearchParameters], int],
) -> ResultsView:
    """Return the page for an answer.

    Args:
        answer: What was found.
        parameters: What was asked.
        faults: What of the address did not count.
        addresses: Makes the links.
        label_of: Gives the labels of chosen values.
        count_of: Counts the works of another search; asked only where nothing was found.
    """
    shown = replace(parameters, facets=(), cursor=None)
    active = _active(shown, addresses, label_of)
    if not answer.total:
        active = tuple(
            _rescued(one, parameter, count_of) for one, parameter in zip(active[:TRIED], _without(shown), strict=False)
        )
    counted = _counted(answer)
    heading = f"{counted} for {shown.q}" if shown.q else counted
    pages = -(-min(answer.total, DEEPEST) // shown.size)
    page = f"page {shown.page} of {pages:,} - " if pages > 1 else ""
    return ResultsView(
        title=f"{heading} - {page}Search",
        heading=heading,
        counted=counted,
        parameters=shown,
        cards=tuple(card(hit, shown.q, addresses) for hit in answer.hits),
        facets=facet_boxes(dict(answer.facets), shown, addresses),
        active=active,
        clear=addresses.search(shown.cleared()),
        sorts=_sorts(shown),
        order=shown.order,
        pager=pager(shown.page, pages, lambda number: addresses.search(shown.with_page(number))),
        first=(shown.page - 1) * shown.size + 1,
        notes=tuple(note.message for note in answer.notes),
        faults=tuple(fault.message for fault in faults if fault.code is not FaultCode.UNKNOWN_PARAMETER),
        suggestion=answer.suggestion,
        suggestion_address=addresses.search(shown.with_words(answer.suggestion or "")),
        unreadable=answer.unreadable,
        total=answer.total,
        feed=addresses.feed(shown),
        json=addresses.api_search(shown),
        kept=_kept(shown),
        sort_name=SORTS[shown.order],
        everything=addresses.search(SearchParameters()),
    )


def _counted(answer: SearchAnswer) -> str:
    least = "At least " if answer.total and answer.relation is TotalRelation.AT_LEAST else ""
    noun = "work" if answer.total == 1 else "works"
    number = f"{answer.total:,}" if answer.total else "No"
    return f"{least}{number} {noun}"


def _active(parameters: SearchParameters, addresses: Addresses, label_of: LabelOf) -> tuple[ActiveFilter, ...]:
    return tuple(
        ActiveFilter(
            name=facet_label(name.removeprefix(EXCLUDE)) + (" not" if name.startswith(EXCLUDE) else ""),
            label=value_label(name.removeprefix(EXCLUDE), value, label_of(name.removeprefix(EXCLUDE), value)),
            address=addresses.search(parameters.without_value(name, value)),
        )
        for name, value in parameters.each_choice()
    )


def _without(parameters: SearchParameters) -> list[SearchParameters]:
    return [parameters.without_value(name, value) for name, value in parameters.each_choice()]


def _rescued(one: ActiveFilter, without: SearchParameters, count_of: Callable[[SearchParameters], int]) -> ActiveFilter:
    count = count_of(without)
    return replace(one, rescued=f"{count:,} {'work' if count == 1 else 'works'} without it" if count else "")


def _sorts(parameters: SearchParameters) -> tuple[SortOption, ...]:
    offered = [sort for sort in SORTS if sort is not Sort.RELEVANCE or parameters.q]
    return tuple(
        SortOption("" if sort is parameters.usual_sort else sort, SORTS[sort], sort is parameters.order)
        for sort in offered
    )


def _kept(parameters: SearchParameters) -> tuple[tuple[str, str], ...]:
    """Return what has no field on the page: excluded values, agenda items, a page size, the language."""
    fields = {"q", "sort", "page", *Facet}
    return tuple((name, value) for name, value in parameters.to_pairs() if name not in fields)
