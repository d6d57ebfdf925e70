"""The front of a document: its first lines, each with what a masthead would have on it taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from indexer.mastheads.dates import FoundDate, dates_in
from indexer.mastheads.wording import (
    AGENDA_ITEM,
    BODY,
    DISTRIBUTION,
    JOB_NUMBER,
    LANGUAGE,
    ONLY,
    ORIGINAL,
    SESSION,
    UNITED_NATIONS,
)
from indexer.model.place import PlaceText
from indexer.symbols import FoundSymbol, find_symbols

_MOST_LINES: Final = 60
_MOST_CHARACTERS: Final = 4000
_LONG_LINE: Final = 160
_SHORT_FOOTNOTE: Final = 6
_STRAY: Final = re.compile(r"UNITED|NATIONS|GENERAL|LIMITED|Distr\.?|A|S|E|[\W_\d]*", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\s*(?:[*∗†]+\s*\S.*|\d{1,2}/\s+\S.*)")
_DATE_LABEL: Final = re.compile(r"[^\d.]{3,80}[:：]")
_PLACE_AND_DATES: Final = re.compile(
    r"[^\W\d_a-z][^\d.;:]{2,60}[,،]\s*\(?\d{1,2}(?:\s*(?:-|–|to|and|au|al|y|et)\s*\d{1,2})?\s.{3,40}"
)


class Part(Enum):
    """What a line is."""

    MASTHEAD = "masthead"
    BODY = "body"
    SESSION = "session"
    AGENDA_ITEM = "agenda item"
    PLACE_AND_DATES = "place and dates of a meeting"
    FOOTNOTE = "footnote"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the front.

    Attributes:
        text: As printed.
        rest: What is left of it without symbol, date, distribution and language.
        block: Lines of one paragraph share a number.
    """

    text: str
    rest: str
    block: int
    part: Part
    symbols: tuple[FoundSymbol, ...]
    dates: tuple[FoundDate, ...]

    @property
    def stands_alone(self) -> bool:
        """Whether the line is made of masthead matters alone, such as "United Nations A/HRC/15/9"."""
        return self.part in {Part.MASTHEAD, Part.BODY}


def _rest(text: str, symbols: Sequence[FoundSymbol], dates: Sequence[FoundDate]) -> str:
    places = [(symbol.start, symbol.end) for symbol in symbols] + [(date.start, date.end) for date in dates]
    rest = text
    for start, end in sorted(places, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    for words in (UNITED_NATIONS, DISTRIBUTION, ORIGINAL, ONLY, JOB_NUMBER):
        rest = words.sub(" ", rest)
    if LANGUAGE.fullmatch(rest.strip()):
        return ""
    return " ".join(rest.split())


def _part(text: str, rest: str) -> Part:
    if _FOOTNOTE.fullmatch(text) and len(text) > _SHORT_FOOTNOTE:
        return Part.FOOTNOTE
    if _STRAY.fullmatch(rest) or (_DATE_LABEL.fullmatch(rest) and rest != text):
        return Part.MASTHEAD
    if BODY.fullmatch(rest.strip(" *:,")) and not rest.endswith(","):
        return Part.BODY
    if _PLACE_AND_DATES.fullmatch(text) and len(rest) < len(text):
        return Part.PLACE_AND_DATES
    other = ((AGENDA_ITEM, Part.AGENDA_ITEM), (SESSION, Part.SESSION))
    return next((part for pattern, part in other if pattern.fullmatch(rest)), Part.TEXT)


def _line(text: str, block: int) -> Line:
    symbols = tuple(find_symbols(text)) if len(text) < _LONG_LINE else ()
    dates = tuple(dates_in(text)) if len(text) < _LONG_LINE else ()
    rest = _rest(text, symbols, dates)
    return Line(text, rest, block, _part(text, rest), symbols, dates)


def front_of(places: Sequence[PlaceText]) -> tuple[Line, ...]:
    """Return the first lines of a document, enough to hold its masthead and title."""
    text = "\n\n".join(place.text[:_MOST_CHARACTERS] for place in places[:_MOST_LINES])[:_MOST_CHARACTERS]
    lines: list[Line] = []
    for block, paragraph in enumerate(re.split(r"\n\s*\n", text)):
        lines += [_line(line.strip(), block) for line in paragraph.splitlines() if line.strip()]
        if len(lines) >= _MOST_LINES:
            break
    return tuple(lines[:_MOST_LINES])
