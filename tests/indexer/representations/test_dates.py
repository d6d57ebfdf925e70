"""Days and times in words."""

from datetime import date, time

import pytest

from indexer.model.document import UNDATED, Basis, DocumentDate
from indexer.representations.dates import date_label, hours_label, span_label, weekday_label


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (DocumentDate(Basis.STATED, 2014, 2, 20), "20 February 2014"),
        (DocumentDate(Basis.STATED, 2014, 2), "February 2014"),
        (DocumentDate(Basis.FROM_SYMBOL, 2014), "2014"),
        (UNDATED, "Undated"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(known: DocumentDate, expected: str) -> None:
    """Nothing is added to what a record says."""
    assert expected == date_label(known)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2014, 2, 20), date(2014, 2, 20), "20 February 2014"),
        (date(2014, 2, 20), date(2014, 2, 21), "20–21 February 2014"),
        (date(2015, 1, 31), date(2015, 2, 1), "31 January – 1 February 2015"),
        (date(2014, 12, 31), date(2015, 1, 1), "31 December 2014 – 1 January 2015"),
    ],
)
def test_a_span_says_month_and_year_once(start: date, end: date, expected: str) -> None:
    """What both days have in common is said with the second."""
    assert expected == span_label(start, end)


def test_hours_are_those_that_are_known() -> None:
    """Both, the first alone, or none."""
    assert ["10.00–13.00", "10.00", ""] == [
        hours_label(time(10), time(13)),
        hours_label(time(10), None),
        hours_label(None, None),
    ]


def test_a_day_of_a_programme_has_its_weekday() -> None:
    """As programmes print it."""
    assert "Thursday, 20 February 2014" == weekday_label(date(2014, 2, 20))
