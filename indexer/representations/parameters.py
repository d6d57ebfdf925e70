"""Reads the parameters of an address: what is valid counts, and each fault is said."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from indexer.model.identifiers import OFFICIAL_LANGUAGES, Language
from indexer.model.querytree import Facet, Sort
from indexer.representations.cursors import Cursor, decode
from indexer.representations.faults import FaultCode, ParameterFault
from indexer.representations.search_parameters import (
    CHOICE_NAMES,
    DEEPEST,
    DEFAULT_FACET_SIZE,
    DEFAULT_SIZE,
    EXCLUDE,
    KINDS,
    LARGEST_FACET_SIZE,
    LARGEST_SIZE,
    SearchParameters,
    cleaned,
)
from indexer.representations.years import YEARS_ALLOWED, canonical_years, is_year, spelled_years

Resolve = Callable[[str, str], str | None]
"""Gives for a filter's name and a value the id that it stands for now; None where there is no such thing."""

_SINGLE_NAMES: Final = ("q", "year_from", "year_to", "sort", "page", "size", "cursor", "facet_size", "lang")
_KNOWN_NAMES: Final = frozenset((*_SINGLE_NAMES, *CHOICE_NAMES, "facet"))
_LANGUAGE: Final = re.compile(r"[a-z]{2}|und")
_NUMBER: Final = re.compile(r"[0-9]{1,9}")


def as_given(name: str, value: str) -> str | None:  # noqa: ARG001 - a Resolve, for callers that know no ids
    """Take every value for an id."""
    return value


def parse(
    pairs: Iterable[tuple[str, str]], resolve: Resolve = as_given
) -> tuple[SearchParameters, tuple[ParameterFault, ...]]:
    """Return what the pairs of an address ask for, and what is wrong with them; empty values count as absent."""
    reading = _Reading(pairs, resolve)
    return reading.parameters(), tuple(reading.faults)


class _Reading:
    """The pairs of one address, and the faults found so far."""

    def __init__(self, pairs: Iterable[tuple[str, str]], resolve: Resolve) -> None:
        self.faults: list[ParameterFault] = []
        self._resolve = resolve
        self._given: dict[str, list[str]] = {}
        for name, value in pairs:
            if name not in _KNOWN_NAMES:
                self._fault(name, value, FaultCode.UNKNOWN_PARAMETER, "There is no parameter of this name.")
            elif cleaned(value):
                self._given.setdefault(name, []).append(cleaned(value))

    def parameters(self) -> SearchParameters:
        found = SearchParameters(
            q=self._one("q"),
            choices=self._choices(),
            facets=self._facets(),
            size=self._number("size", DEFAULT_SIZE, LARGEST_SIZE),
            facet_size=self._number("facet_size", DEFAULT_FACET_SIZE, LARGEST_FACET_SIZE),
            interface_language=self._interface_language(),
        )
        found = found.with_sort(self._sort() or found.usual_sort)
        cursor = self._cursor(found.order)
        page = self._page(found.size, cursor)
        return found.after(cursor) if cursor else found.with_page(page)

    def _choices(self) -> dict[str, tuple[str, ...]]:
        found = {
            name: {value for text in self._given.get(name, ()) for value in self._value(name, text)}
            for name in CHOICE_NAMES
        }
        found["year"].update(self._bounds())
        return {name: tuple(sorted(values)) for name, values in found.items() if values}

    def _value(self, parameter: str, text: str) -> tuple[str, ...]:
        """Return the value as it counts; nothing where it is none."""
        name = parameter.removeprefix(EXCLUDE)
        if name == "year":
            return self._checked(parameter, text, canonical_years(text), YEARS_ALLOWED)
        if name == "kind":
            return self._checked(parameter, text, text if text in KINDS else None, _one_of(KINDS))
        if name == "language":
            value = text if _LANGUAGE.fullmatch(text) else None
            return self._checked(parameter, text, value, "a language code of two letters such as fr, or und")
        value = self._resolve(name, text)
        if value is None:
            message = f'{parameter} is "{text}": the archive has no {name.replace("_", " ")} with this id.'
            self._fault(parameter, text, FaultCode.UNKNOWN_VALUE, message)
        return (value,) if value else ()

    def _checked(self, parameter: str, text: str, value: str | None, allowed: str) -> tuple[str, ...]:
        if value is None:
            self._invalid(parameter, text, allowed)
        return (value,) if value else ()

    def _bounds(self) -> tuple[str, ...]:
        """Return the fields of a form, year_from and year_to, as one value of the year."""
        start, end = self._year("year_from"), self._year("year_to")
        years = spelled_years(start, end)
        if years is None and (start or end):
            message = (
                f"year_from is {start}, which is after year_to, {end}: it must be the same year or an earlier one."
            )
            self._fault("year_from", start, FaultCode.CONFLICT, message)
        return (years,) if years else ()

    def _year(self, name: str) -> str:
        text = self._one(name)
        if text and not is_year(text):
            self._invalid(name, text, "a year of four digits")
            return ""
        return text

    def _facets(self) -> tuple[Facet, ...]:
        found: list[Facet] = []
        for name in (cleaned(part) for text in self._given.get("facet", ()) for part in text.split(",")):
            if name in tuple(Facet):
                found.append(Facet(name))
            elif name:
                self._invalid("facet", name, _one_of(Facet))
        return tuple(dict.fromkeys(found))

    def _sort(self) -> Sort | None:
        text = self._one("sort")
        if not text or text in tuple(Sort):
            return Sort(text) if text else None
        self._invalid("sort", text, _one_of(Sort))
        return None

    def _interface_language(self) -> Language | None:
        text = self._one("lang")
        if not text or text in OFFICIAL_LANGUAGES:
            return Language(text) if text else None
        self._invalid("lang", text, _one_of(OFFICIAL_LANGUAGES))
        return None

    def _cursor(self, order: Sort) -> Cursor | None:
        text = self._one("cursor")
        cursor = decode(text)
        if cursor and cursor.sort is order:
            return cursor
        if text:
            message = "The cursor is not one that this search gave out: search again without it."
            self._fault("cursor", text, FaultCode.INVALID_CURSOR, message)
        return None

    def _page(self, size: int, cursor: Cursor | None) -> int:
        page = self._number("page", 1, DEEPEST)
        if cursor and page > 1:
            self._fault("page", str(page), FaultCode.CONFLICT, "page and cursor cannot be given together.")
        elif page * size > DEEPEST:
            message = f"Pages reach the first {DEEPEST:,} results: narrow the search, or go on by the API's cursor."
            self._fault("page", str(page), FaultCode.OUT_OF_RANGE, message)
            return 1
        return page

    def _number(self, name: str, usual: int, largest: int) -> int:
        text = self._one(name)
        if not text:
            return usual
        if _NUMBER.fullmatch(text) and 1 <= int(text) <= largest:
            return int(text)
        code = FaultCode.OUT_OF_RANGE if text.removeprefix("-").isdecimal() else FaultCode.INVALID_VALUE
        self._invalid(name, text, f"a whole number from 1 to {largest:,}", code)
        return usual

    def _one(self, name: str) -> str:
        """Return the value of a parameter that has one, the first where more are given; empty without one."""
        values = list(dict.fromkeys(self._given.get(name, ())))
        for further in values[1:]:
            self._fault(name, further, FaultCode.REPEATED, f"{name} can be given once: the first value counts.")
        return values[0] if values else ""

    def _invalid(self, name: str, value: str, allowed: str, code: FaultCode = FaultCode.INVALID_VALUE) -> None:
        self._fault(name, value, code, f'{name} is "{value}": it must be {allowed}.')

    def _fault(self, name: str, value: str, code: FaultCode, message: str) -> None:
        self.faults.append(ParameterFault(name, value, code, message))


def _one_of(values: Iterable[str]) -> str:
    return f"one of {', '.join(values)}"
