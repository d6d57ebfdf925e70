"""Years in an address."""

import pytest

from indexer.model.querytree import YearRange
from indexer.representations.years import as_range, canonical_years, single_years, split_years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014", "2014"),
        ("2010..2015", "2010..2015"),
        ("2014..2014", "2014"),
        ("2010..", "2010.."),
        ("..2015", "..2015"),
        ("undated", "undated"),
        ("..", None),
        ("2015..2010", None),
        ("14", None),
        ("20144", None),
        ("٢٠١٤", None),
        ("2010...2015", None),
        ("", None),
    ],
)
def test_a_year_value_has_one_spelling(text: str, expected: str | None) -> None:
    """Years, ranges with one open end and `undated` count; nothing else does."""
    assert expected == canonical_years(text)


def test_a_single_year_is_no_range() -> None:
    """Only values with two dots have bounds."""
    assert (None, None, YearRange(2010, 2015), YearRange(None, 2015), YearRange(2010, None)) == tuple(
        map(as_range, ("2014", "undated", "2010..2015", "..2015", "2010.."))
    )


def test_one_range_stays_whole_and_others_are_spelled_out() -> None:
    """A filter holds one range; choosing two decades means the years of both."""
    single, years = split_years(("1990..1992", "2001..2003", "2014", "undated"))

    assert YearRange(1990, 1992) == years
    assert ("2001", "2002", "2003", "2014", "undated") == single


def test_open_ranges_are_spelled_out_to_the_ends() -> None:
    """An open end goes as far as years of four digits that can be asked for."""
    assert (2999 - 2000 + 1) == len(single_years(("2000..",)))
    assert "1000" == single_years(("..1500",))[0]
