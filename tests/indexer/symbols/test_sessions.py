"""Sessions and years are told from symbols."""

import pytest

from indexer.symbols import parse
from indexer.symbols.sessions import arabic, is_council_resolution


@pytest.mark.parametrize(
    ("roman", "expected"),
    [("I", 1), ("IV", 4), ("VI", 6), ("IX", 9), ("XV", 15), ("XXIX", 29), ("XXXV", 35), ("XLVIII", 48)],
)
def test_roman_numerals_are_read(roman: str, expected: int) -> None:
    """A smaller letter before a greater one is taken away."""
    assert expected == arabic(roman)


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("A/RES/68/4", 68),
        ("A/68/190", 68),
        ("A/C.3/68/L.10", 68),
        ("A/RES/1514(XV)", 15),
        ("A/HRC/15/9", 15),
        ("A/S-27/19", 27),
        ("A/CONF.157/23", None),
        ("A/AC.105/1024", None),
        ("S/2014/123", None),
        ("A/810", None),
    ],
)
def test_the_session_is_told(symbol: str, expected: int | None) -> None:
    """Only the General Assembly and its Council number by session."""
    parsed = parse(symbol)

    assert parsed is not None
    assert expected == parsed.session


@pytest.mark.parametrize(
    ("number", "year", "expected"),
    [
        (1325, 2000, True),
        (15, 1946, True),
        (837, 1993, True),
        (2797, 2026, True),
        (12, 2004, False),
        (2122, 1993, False),
    ],
)
def test_numbers_of_council_resolutions_grow_with_the_years(number: int, year: int, *, expected: bool) -> None:
    """A number that the Council had not come to, or had long passed, is another body's."""
    assert expected == is_council_resolution(number, year)
