"""The values of the year parameter: `2014`, `2010..2015`, `2010..`, `..2015` and `undated`."""

import re
from collections.abc import Iterable
from typing import Final

from indexer.model.querytree import UNDATED_YEAR, YearRange

FIRST_YEAR: Final = 1000
LAST_YEAR: Final = 2999
YEARS_ALLOWED: Final = "a year of four digits, a range such as 2010..2015, 2010.. or ..2015, or undated"

_YEAR: Final = re.compile(r"[12][0-9]{3}")
_RANGE: Final = re.compile(r"([12][0-9]{3})?\.\.([12][0-9]{3})?")


def is_year(text: str) -> bool:
    """Return whether the text is a year of four digits."""
    return _YEAR.fullmatch(text) is not None


def canonical_years(text: str) -> str | None:
    """Return the one spelling of a year value; None where it is none."""
    if text == UNDATED_YEAR or is_year(text):
        return text
    match = _RANGE.fullmatch(text)
    return spelled_years(match[1], match[2]) if match else None


def spelled_years(start: str | None, end: str | None) -> str | None:
    """Return the value for bounds of four digits each; None where both are open or they are in the wrong order."""
    if not start and not end:
        return None
    if start and end and start > end:
        return None
    return start if start and start == end else f"{start or ''}..{end or ''}"


def as_range(value: str) -> YearRange | None:
    """Return the bounds of a canonical value that is a range; None for a single year and for `undated`."""
    match = _RANGE.fullmatch(value)
    if match is None:
        return None
    return YearRange(int(match[1]) if match[1] else None, int(match[2]) if match[2] else None)


def single_years(values: Iterable[str]) -> tuple[str, ...]:
    """Return canonical values with each range spelled out, year by year."""
    found: list[str] = []
    for value in values:
        years = as_range(value)
        if years is None:
            found.append(value)
        else:
            found.extend(str(year) for year in range(years.start or FIRST_YEAR, (years.end or LAST_YEAR) + 1))
    return tuple(dict.fromkeys(found))


def split_years(values: Iterable[str]) -> tuple[tuple[str, ...], YearRange | None]:
    """Return canonical values as filters hold them: single years, and one range.

    The first range stays whole; a filter holds no second one, so further ranges are spelled out.
    """
    given = tuple(values)
    whole = next((value for value in given if as_range(value)), None)
    years = as_range(whole) if whole else None
    return single_years(value for value in given if value != whole), years
