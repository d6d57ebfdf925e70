"""The choices beside the results: facets with counts, and the years as bars."""

from dataclasses import dataclass
from typing import Final

from indexer.archive.answers import FacetValue, FacetView
from indexer.model.querytree import UNDATED_YEAR, Facet
from indexer.representations.addresses import Addresses
from indexer.representations.choosing import Choosing
from indexer.representations.labels import facet_label, value_label
from indexer.representations.search_parameters import SearchParameters
from indexer.representations.years import split_years

SHOWN: Final = (
    Facet.YEAR,
    Facet.ORGANIZATION,
    Facet.TOPIC,
    Facet.KIND,
    Facet.LANGUAGE,
    Facet.PERSON,
    Facet.MEETING,
)
"""The facets of the results page, in their order."""

OPEN: Final = 3
"""How many facets are open although nothing of them is chosen."""

DRAWN: Final = frozenset((Facet.YEAR,))
"""The facets of which every value has its bar."""

LISTED: Final = 8
"""How many values of a facet are listed; those chosen always are."""

BARS: Final = 60
"""Years that are drawn one bar each; longer spans are drawn in decades."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen.

    Attributes:
        toggle: The search that it leads to, where it is a link.
    """

    value: str
    label: str
    count: str
    is_chosen: bool
    toggle: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One year or decade of the histogram; heights are in percent of the tallest."""

    label: str
    words: str
    height: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class FacetBox:
    """One facet beside the results.

    Attributes:
        more: Address of the page of all values, where there are further ones.
        is_open: It is among the first, or something of it is chosen.
        year_from, year_to: What stands in the fields of the year facet.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    more: str | None
    more_words: str
    chosen_words: str
    is_open: bool
    bars: tuple[Bar, ...] = ()
    year_from: str = ""
    year_to: str = ""


def facet_boxes(
    facets: dict[str, FacetView], parameters: SearchParameters, addresses: Addresses
) -> tuple[FacetBox, ...]:
    """Return the facets that narrow or widen these results, in their order."""
    boxes = (_box(n, facets[name], parameters, addresses) for n, name in enumerate(SHOWN) if name in facets)
    return tuple(box for box in boxes if box.choices or box.bars)


def _box(position: int, view: FacetView, parameters: SearchParameters, addresses: Addresses) -> FacetBox:
    name = view.name
    chosen = len(parameters.values(name))
    bounds = split_years(parameters.values(name))[1] if name == Facet.YEAR else None
    values = _listed(view)
    return FacetBox(
        name=name,
        title=facet_label(name),
        choices=tuple(choice(name, value) for value in values),
        more=addresses.facet(name, parameters) if name != Facet.YEAR and _has_more(view, values) else None,
        more_words=f"All {facet_label(name, 2).lower()}",
        chosen_words=f"{chosen} chosen" if chosen else "",
        is_open=position < OPEN or bool(chosen),
        bars=_bars(view, parameters, addresses) if name == Facet.YEAR else (),
        year_from=str(bounds.start) if bounds and bounds.start else "",
        year_to=str(bounds.end) if bounds and bounds.end else "",
    )


def _listed(view: FacetView) -> list[FacetValue]:
    """Return the values that are listed; years are bars and fields, so of them those chosen and the undated alone."""
    if view.name == Facet.YEAR:
        return [value for value in view.values if value.value == UNDATED_YEAR or value.selected]
    return [value for place, value in enumerate(view.values) if place < LISTED or value.selected]


def _has_more(view: FacetView, listed: list[FacetValue]) -> bool:
    return view.more or len(listed) < len(view.values)


def choice(name: str, value: FacetValue, toggle: str = "") -> Choice:
    """Return a value of a facet, with the search that it leads to where it is a link."""
    return Choice(
        value=value.value,
        label=value_label(name, value.value, value.label),
        count=f"{value.count:,}",
        is_chosen=value.selected,
        toggle=toggle,
    )


def _bars(view: FacetView, parameters: SearchParameters, addresses: Addresses) -> tuple[Bar, ...]:
    counts = {int(value.value): value.count for value in view.values if value.value.isdigit() and value.count}
    if len(counts) < 2:  # noqa: PLR2004 - one bar shows nothing
        return ()
    first, last = min(counts), max(counts)
    step = 1 if last - first < BARS else 10
    starts = range(first - first % step, last + 1, step)
    spans = [
        (start, start + step - 1, sum(counts.get(year, 0) for year in range(start, start + step))) for start in starts
    ]
    tallest = max(count for _, _, count in spans)
    choosing = addresses.search_choosing(parameters, Facet.YEAR)
    return tuple(_bar(span, tallest, parameters.values(Facet.YEAR), choosing) for span in spans)


def _bar(span: tuple[int, int, int], tallest: int, chosen: tuple[str, ...], choosing: Choosing) -> Bar:
    start, end, count = span
    value = str(start) if start == end else f"{start}..{end}"
    label = str(start) if start == end else f"{start}s"
    return Bar(
        label=label,
        words=f"{label}, {count:,} {'work' if count == 1 else 'works'}",
        height=max(4, round(100 * count / tallest)) if count else 0,
        address=choosing.only((value,)),
        is_chosen=value in chosen,
    )
