"""When a document was issued: the date of its masthead, else the year of its symbol or of its file."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from indexer.mastheads.dates import dates_in
from indexer.mastheads.front import Line, Part
from indexer.mastheads.proposal import Proposed
from indexer.mastheads.symbols import council_heading
from indexer.mastheads.titles import first_lines, has_masthead, masthead_end
from indexer.model.document import Basis, DocumentDate
from indexer.symbols import year_of

_SHORT_LINE: Final = 100
_A_FEW_WORDS: Final = 16
_SURE: Final = 0.95


def _of_masthead(lines: Sequence[Line]) -> DocumentDate | None:
    dated = [line for line in lines[: masthead_end(lines)] if line.dates and line.part is not Part.PLACE_AND_DATES]
    return dated[0].dates[0].date if dated else None


def _of_first_lines(lines: Sequence[Line], latest: int | None) -> tuple[DocumentDate, float] | None:
    """Return a date on a line of its own, else the first one in a short line."""
    dated = [
        (line, date)
        for line in first_lines(lines)
        if line.part is not Part.PLACE_AND_DATES
        for date in (found.date for found in line.dates)
        if len(line.text) < _SHORT_LINE and (latest is None or (date.year or 0) <= latest)
    ]
    alone = [date for line, date in dated if len(line.rest) <= _A_FEW_WORDS]
    if alone:
        return alone[0], 0.8
    return (dated[0][1], 0.5) if dated else None


def _printed(
    lines: Sequence[Line], running_lines: Sequence[str], made: int | None
) -> tuple[DocumentDate, float] | None:
    date = _of_masthead(lines) if has_masthead(lines) else None
    if date:
        return date, _SURE
    first = _of_first_lines(lines, made)
    if first:
        return first[0], _SURE if council_heading(lines) else first[1]
    running = [found.date for line in running_lines for found in dates_in(line)]
    return (running[0], 0.5) if running else None


def propose_date(
    lines: Sequence[Line], running_lines: Sequence[str], symbol: str | None, properties: Mapping[str, str]
) -> Proposed[DocumentDate] | None:
    """Return the date as printed where there is one, else the year of the symbol, else of the file."""
    symbol_year = year_of(symbol) if symbol else None
    created = re.search(r"(?:19|20)\d\d", properties.get("created", ""))
    made = int(created[0]) if created else None
    if printed := _printed(lines, running_lines, made):
        date, sure = printed
        if date.year and symbol_year and abs(date.year - symbol_year) > 1:
            return Proposed(date, 0.5, f"The first page says it, but the symbol speaks of {symbol_year}.")
        return Proposed(date, sure, "The first page says it.")
    if symbol_year:
        return Proposed(DocumentDate(Basis.FROM_SYMBOL, symbol_year), 0.8, "The symbol says the year.")
    return Proposed(DocumentDate(Basis.INFERRED, made), 0.3, "The file was made in that year.") if made else None
