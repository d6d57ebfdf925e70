"""Dates as mastheads print them, in six languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Final

from indexer.model.document import Basis, DocumentDate
from indexer.symbols import plain

_MONTHS: Final = (
    ("January", "janvier", "enero", "января", "январь", "كانون الثاني", "يناير", "جانفي"),
    ("February", "février", "fevrier", "febrero", "февраля", "февраль", "شباط", "فبراير", "فيفري"),
    ("March", "mars", "marzo", "марта", "март", "اذار", "مارس"),
    ("April", "avril", "abril", "апреля", "апрель", "نيسان", "ابريل", "افريل"),
    ("May", "mai", "mayo", "мая", "май", "ايار", "مايو", "ماي"),
    ("June", "juin", "junio", "июня", "июнь", "حزيران", "يونيو", "يونيه", "جوان"),
    ("July", "juillet", "julio", "июля", "июль", "تموز", "يوليو", "يوليه", "جويلية"),
    ("August", "août", "aout", "agosto", "августа", "август", "اب", "اغسطس", "اوت"),
    ("September", "septembre", "septiembre", "setiembre", "сентября", "сентябрь", "ايلول", "سبتمبر"),
    ("October", "octobre", "octubre", "октября", "октябрь", "تشرين الاول", "اكتوبر"),
    ("November", "novembre", "noviembre", "ноября", "ноябрь", "تشرين الثاني", "نوفمبر"),
    ("December", "décembre", "decembre", "diciembre", "декабря", "декабрь", "كانون الاول", "ديسمبر"),
)
_NUMBER_OF_MONTH: Final = {name.lower(): at for at, names in enumerate(_MONTHS, start=1) for name in names}
_MONTH = "|".join(sorted(_NUMBER_OF_MONTH, key=len, reverse=True))
_MONTH_OR_TWO = rf"(?P<month>{_MONTH})(?:\s*/\s*(?:{_MONTH}))?\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)(?:\s*(?:года|г\.))?"
_DAY = r"(?<![\d/.-])(?P<day>[0-3]?\d)"
_DATE: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}(?:st|nd|rd|th|er|º|°)?[\s.]*(?:de\s+|of\s+)?{_MONTH_OR_TWO},?\s*(?:del?\s+)?{_YEAR}",
        rf"\b{_MONTH_OR_TWO}\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_YEAR}\s*年\s*(?P<month>\d{{1,2}})\s*月\s*(?:(?P<day>\d{{1,2}})\s*日)?",
        rf"(?<![\d/-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        rf"{_DAY}[/.](?P<month>[01]?\d)[/.]{_YEAR}",
        rf"(?<!\w){_MONTH_OR_TWO},?\s*(?:del?\s+)?{_YEAR}",
    )
)
_ALEFS: Final = str.maketrans("أإآ", "ااا")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, with where it stands."""

    date: DocumentDate
    start: int
    end: int


def _date(found: re.Match[str]) -> DocumentDate | None:
    named = found.groupdict()
    month_text = named["month"].lower()
    month = int(month_text) if month_text.isdigit() else _NUMBER_OF_MONTH[month_text]
    day = int(named["day"]) if named.get("day") else None
    try:
        calendar_date(int(named["year"]), month, day or 1)
    except ValueError:
        return None
    return DocumentDate(Basis.STATED, int(named["year"]), month, day)


def dates_in(text: str) -> Iterator[FoundDate]:
    """Yield the dates of a text in their order, the fullest reading of each."""
    seen = plain(text)
    folded = seen.text.translate(_ALEFS)
    taken: list[FoundDate] = []
    for pattern in _DATE:
        for found in pattern.finditer(folded):
            start, end = seen.place_of(found.start(), found.end())
            value = _date(found)
            if value and all(end <= other.start or other.end <= start for other in taken):
                taken.append(FoundDate(value, start, end))
    yield from sorted(taken, key=lambda each: each.start)
