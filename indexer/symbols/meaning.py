"""What each part of a symbol stands for, in words."""

import re
from collections.abc import Sequence
from typing import Final

from indexer.symbols.components import bracket_of, is_year, number_of
from indexer.symbols.series import MEANINGS
from indexer.symbols.sessions import session_as_written, session_number
from indexer.symbols.symbol import SymbolPart

_ONES: Final = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_WITH_NUMBER: Final = {
    "Add": "addendum {}",
    "Rev": "revision {}",
    "Corr": "corrigendum {}",
    "Amend": "amendment {}",
    "L": "limited distribution, no. {}",
    "R": "restricted distribution, no. {}",
    "PV": "verbatim record of meeting {}",
    "SR": "summary record of meeting {}",
    "CRP": "conference room paper {}",
    "WP": "working paper {}",
    "WG": "working group {}",
    "AC": "ad hoc committee {}",
    "C": "committee {}",
    "CN": "commission {}",
    "SC": "subcommittee {}",
    "Sub": "subcommission {}",
    "CONF": "conference {}",
    "INF": "information series, no. {}",
    "NGO": "statement of a non-governmental organization, no. {}",
    "SER": "series {}",
    "Misc": "miscellaneous, no. {}",
    "Res": "resolution {}",
}
_WORDS: Final = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "statement by the President",
    "INF": "information series",
    "GC": "general comment",
    "CO": "concluding observations",
    "NGO": "statements of non-governmental organizations",
    "Summary": "summary",
    "S": "special session",
}


def ordinal(number: int) -> str:
    """Return the ordinal in words up to ninety-ninth, in digits above."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if number >= 100:  # noqa: PLR2004 - where words become longer than use
        ending = "th" if tens % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
        return f"{number}{ending}"
    word = _TENS[tens - 2]
    return f"{word}-{_ONES[ones]}" if ones else f"{word.removesuffix('y')}ieth"


def _session(written: str) -> str:
    kinds = {"E": "emergency special ", "S": "special "}
    return f"{ordinal(session_number(written))} {kinds.get(written[0], '') if '-' in written else ''}session"


def _number(part: str) -> str:
    bracket = bracket_of(part)
    number = number_of(part)
    if bracket and is_year(bracket):
        return f"number {number}, of {bracket}"
    if bracket and re.fullmatch(r"(?:E?S-)?[IVXLC]+", bracket):
        return f"number {number}, {_session(bracket)}"
    return f"number {part}"


def _meeting_in_series(part: str) -> str | None:
    found = re.fullmatch(r"MIG-(\d{1,3}|F)CM", part)
    if not found:
        return None
    which = "first" if found[1] == "F" else ordinal(int(found[1]))
    return f"{which} coordination meeting on international migration"


def _general(part: str) -> str:
    label, dot, counter = part.rpartition(".")
    if dot and (wording := _WITH_NUMBER.get(label)):
        return wording.format(counter)
    if is_year(part):
        return f"year {part}"
    if number_of(part) is not None:
        return _number(part)
    return _WORDS.get(part) or _meeting_in_series(part) or part


def _meaning(parts: Sequence[str], at: int, session: str | None) -> str:
    if known := MEANINGS.get("/".join(parts[: at + 1])):
        return known
    if session == parts[at] and session not in parts[:at]:
        return _session(session)
    label = parts[at].rpartition(".")[0]
    return MEANINGS.get("/".join((*parts[:at], label)), "") or _general(parts[at])


def explained(parts: Sequence[str]) -> tuple[SymbolPart, ...]:
    """Return each part with its meaning."""
    session = session_as_written(parts)
    return tuple(SymbolPart(part, _meaning(parts, at, session)) for at, part in enumerate(parts))
