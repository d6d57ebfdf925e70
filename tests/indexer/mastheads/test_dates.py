"""Dates are read in six languages."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.mastheads.dates import dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Distr.: General 4 October 2010", "2010-10-04"),
        ("5 July2013", "2013-07-05"),
        ("15th October, 2015", "2015-10-15"),
        ("May 1, 2017", "2017-05-01"),
        ("5 janvier 2010", "2010-01-05"),
        ("1er août 2014", "2014-08-01"),
        ("20 février 2014", "2014-02-20"),
        ("20 de febrero de 2014", "2014-02-20"),
        ("20 февраля 2014 года", "2014-02-20"),
        ("2014年2月20日", "2014-02-20"),
        ("２０１４年２月２０日", "2014-02-20"),
        ("١٢ تموز ٢٠١٠", "2010-07-12"),
        ("12 تموز/يوليه 2010", "2010-07-12"),
        ("20 فبراير 2014", "2014-02-20"),
        ("3 كانون الثاني 2014", "2014-01-03"),
        ("5 أيلول/سبتمبر 2013", "2013-09-05"),
        ("Septembre 2015", "2015-09"),
        ("September, 2015", "2015-09"),
        ("(19/11/2015)", "2015-11-19"),
        ("2014-02-20", "2014-02-20"),
    ],
)
def test_a_date_is_read(text: str, expected: str) -> None:
    """Day, month and year, as far as they are printed."""
    assert [expected] == [found.date.iso() for found in dates_in(text)]


@pytest.mark.parametrize(
    "text", ["31 February 2014", "20-21", "1/CP.19", "2010/11", "91 نوفمبر، 5192", "may 2014x", "maybe"]
)
def test_what_is_no_date_is_left(text: str) -> None:
    """Impossible days, ranges without months and numbers of decisions are no dates of a day."""
    assert [] == [found.date.iso() for found in dates_in(text) if found.date.day]


@given(st.dates(min_value=dt.date(1946, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_day_is_read_as_printed(day: dt.date) -> None:
    """A day written in English or in digits is read back."""
    assert str(day) == next(dates_in(f"{day:%-d %B %Y}")).date.iso() == next(dates_in(f"({day})")).date.iso()


@given(st.text(max_size=80))
def test_places_are_within_the_text(text: str) -> None:
    """What is found stands in the text."""
    for found in dates_in(text):
        assert 0 <= found.start < found.end <= len(text)
