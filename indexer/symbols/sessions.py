"""Which session and which year a symbol speaks of."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from indexer.symbols.components import bracket_of, is_year

_FIRST_SESSION_YEAR: Final = 1946
_LAST_SESSION: Final = 200  # above it, the number after A/ counts documents, as in A/810
_HUMAN_RIGHTS_COUNCIL_REGULAR: Final = 4  # from its fourth session on, in 2007, the Council meets three times a year
_SPECIAL_SESSION_YEARS: Final = (
    *(1947, 1948, 1961, 1963, 1967, 1974, 1975, 1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989),
    *(1990, 1990, 1997, 1998, 1999, 1999, 2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021),
)
_SPECIAL: Final = dict(enumerate(_SPECIAL_SESSION_YEARS, start=1))
_EMERGENCY: Final = {1: 1956, 2: 1956, 3: 1958, 4: 1960, 5: 1967, 6: 1980} | {8: 1981, 9: 1982, 11: 2022}
"""Emergency special sessions that met within one year; the seventh and the tenth went on for several."""
_LAST_COUNCIL_RESOLUTIONS: Final = (
    *((1945, 0), (1950, 89), (1955, 110), (1960, 160), (1965, 219), (1970, 291), (1975, 384), (1980, 484), (1985, 580)),
    *((1990, 683), (1995, 1035), (2000, 1334), (2005, 1651), (2010, 1966), (2015, 2259), (2020, 2560), (2025, 2812)),
)
"""The number of the last resolution that the Security Council adopted in a year, every five years."""
_COUNCIL_TOLERANCE: Final = 160
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def arabic(roman: str) -> int:
    """Return the number that a Roman numeral writes."""
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(
        -value if any(later > value for later in values[at + 1 : at + 2]) else value for at, value in enumerate(values)
    )


def _special(text: str) -> tuple[str, int] | None:
    found = re.fullmatch(r"(E?S)-(\d{1,2}|[IVX]{1,5})", text)
    return (found[1], int(found[2]) if found[2].isdigit() else arabic(found[2])) if found else None


def _assembly_session(parts: Sequence[str]) -> str | None:
    """Return the session of a General Assembly symbol as written: 68, XV, S-27."""
    rest = [part for part in parts[1:] if not re.fullmatch(r"RES|DEC|INF|BUR|SPC|(?:C|CN|AC)\.\d+", part)]
    if not rest or parts[1].startswith(("CN.", "AC.", "CONF.")):
        return None
    number = re.match(r"\d+|E?S-\w+", rest[0])
    bracket = bracket_of(rest[0])
    if bracket and re.fullmatch(r"(?:E?S-)?[IVXLC]+", bracket):
        return bracket
    return number[0] if number else None


def session_as_written(parts: Sequence[str]) -> str | None:
    """Return the part of the symbol that names the session of its body."""
    if parts[0] != "A":
        return None
    if parts[1] == "HRC":
        rest = [part for part in parts[2:] if part not in {"RES", "DEC", "PRST"}]
        is_session = bool(rest) and re.fullmatch(r"\d{1,3}|S-\d{1,2}", rest[0])
        return rest[0] if is_session else None
    written = _assembly_session(parts)
    return None if written and written.isdigit() and int(written) > _LAST_SESSION else written


def session_number(written: str) -> int:
    """Return the number of a session written as 68, XV, S-VI or ES-10."""
    if special := _special(written):
        return special[1]
    return int(written) if written.isdigit() else arabic(written)


def _year_of_session(parts: Sequence[str], written: str) -> int | None:
    special = _special(written)
    if parts[1] == "HRC":
        number = session_number(written)
        is_known = not special and number >= _HUMAN_RIGHTS_COUNCIL_REGULAR
        return 2007 + (number - _HUMAN_RIGHTS_COUNCIL_REGULAR) // 3 if is_known else None
    if special:
        return (_SPECIAL if special[0] == "S" else _EMERGENCY).get(special[1])
    number = session_number(written)
    return _FIRST_SESSION_YEAR - 1 + number if number else None


def year(parts: Sequence[str]) -> int | None:
    """Return the year that the symbol says, or in which the session it names opened."""
    if written := session_as_written(parts):
        return _year_of_session(parts, written)
    if "D" in parts:  # CAT/C/28/D/110/1998: the year is that of a complaint
        return None
    brackets = [bracket for part in parts if (bracket := bracket_of(part))]
    conferences = [part.removeprefix("CONF.") for part in parts if part.startswith("CONF.")]
    years = [int(text) for text in (*parts[1:], *brackets, *conferences) if is_year(text)]
    return years[0] if years else None


def is_council_resolution(number: int, of_year: int) -> bool:
    """Whether the Security Council's resolutions had come to about this number in this year."""
    spans = itertools.pairwise(_LAST_COUNCIL_RESOLUTIONS)
    (early, low), (late, high) = next((span for span in spans if of_year <= span[1][0]), _LAST_COUNCIL_RESOLUTIONS[-2:])
    expected = low + (high - low) * (of_year - early) / (late - early)
    return abs(number - expected) <= _COUNCIL_TOLERANCE
