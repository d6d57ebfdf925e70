"""The choices beside the results."""

from indexer.archive.answers import FacetValue, FacetView
from indexer.representations.addresses import Addresses
from indexer.representations.search_parameters import SearchParameters
from webapp.search.facets import FacetBox, facet_boxes


def the_box(name: str, *values: FacetValue) -> FacetBox:
    """Return the box of one facet with these values."""
    return facet_boxes({name: FacetView(name, values)}, SearchParameters(), Addresses())[0]


def test_every_year_has_its_bar() -> None:
    """However many years there are, they are all drawn, and gaps stay gaps."""
    box = the_box("year", *(FacetValue(str(year), str(year), 1) for year in range(1990, 2014) if year != 2000))

    assert [(str(year), 0 if year == 2000 else 100) for year in range(1990, 2014)] == [
        (bar.label, bar.height) for bar in box.bars
    ]


def test_long_spans_are_drawn_in_decades() -> None:
    """A bar of a decade leads to its years."""
    box = the_box("year", FacetValue("1946", "1946", 2), FacetValue("2014", "2014", 4))

    assert [("1940s", 50, "/search?year=1940..1949"), ("2010s", 100, "/search?year=2010..2019")] == [
        (bar.label, bar.height, bar.address) for bar in (box.bars[0], box.bars[-1])
    ]


def test_one_year_is_no_histogram() -> None:
    """One bar shows nothing."""
    values = (FacetValue("2014", "2014", 4), FacetValue("undated", "undated", 1))

    assert () == the_box("year", *values).bars


def test_chosen_values_are_listed_however_rare() -> None:
    """Eight values, and those chosen."""
    values = [FacetValue(f"t{number}", f"Topic {number}", 20 - number) for number in range(12)]
    values[11] = FacetValue("t11", "Topic 11", 0, selected=True)

    assert ["t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t11"] == [
        c.value for c in the_box("topic", *values).choices
    ]
