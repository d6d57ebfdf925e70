"""Reads the date of a document: a day, a month or a year, and how it is known."""

import datetime as dt
import re
from typing import Final

from indexer.corpus.tables import Table
from indexer.model.document import UNDATED, Basis, DocumentDate
from indexer.symbols import year_of

_WRITTEN: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def document_date(table: Table, symbol: str | None) -> DocumentDate:
    """Return the date that the keys `date` and `date_basis` say; undated where there are none.

    A basis "from_symbol" needs no date: the symbol has the year.
    """
    value = table.raw("date")
    basis = table.choice("date_basis", Basis.UNKNOWN if value is None else Basis.STATED)
    if value is None and basis is not Basis.FROM_SYMBOL:
        return _undated(table, basis)
    year, month, day = _parts(table, value) if value is not None else (None, None, None)
    if basis is Basis.FROM_SYMBOL:
        return DocumentDate(basis, _year_of_symbol(table, symbol, year), month, day)
    if basis is Basis.UNKNOWN:
        table.grave("date_basis", "`date_basis` is unknown, but there is a date; write stated or inferred")
    return DocumentDate(basis, year, month, day)


def _undated(table: Table, basis: Basis) -> DocumentDate:
    if basis is not Basis.UNKNOWN:
        table.grave("date_basis", f"`date_basis` is {basis}, but there is no date; write the date, or take both away")
    return UNDATED


def _parts(table: Table, value: object) -> tuple[int | None, int | None, int | None]:
    text = f"{value:04d}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
    match = _WRITTEN.fullmatch(text)
    if match is None or not _is_on_calendar(*match.groups()):
        table.grave("date", f'`date` is {text!r}, which is no date; write 2014-02-20, "2014-02" or 2014')
        return None, None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month, day


def _is_on_calendar(year: str, month: str | None, day: str | None) -> bool:
    try:
        dt.date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
    except ValueError:
        return False
    return True


def _year_of_symbol(table: Table, symbol: str | None, year: int | None) -> int | None:
    found = year_of(symbol) if symbol else None
    if found is None:
        table.grave("date_basis", "`date_basis` is from_symbol, but the symbol has no year; write stated or inferred")
    elif year is not None and found != year:
        table.grave(
            "date", f"`date` is {year}, but the symbol says {found}; write stated as basis, or mend one of them"
        )
    return found
