"""The fields that a query can name, and what their values mean."""

import re
from typing import Final, Protocol

from indexer.language import fold
from indexer.model.document import DocumentKind
from indexer.model.identifiers import LANGUAGE_NAMES, OFFICIAL_LANGUAGES
from indexer.model.querytree import ExactField, TextField, Value, YearRange
from indexer.symbols import canonical

YEAR: Final = "year"
QueryField = TextField | ExactField | str
"""A field as a query names it; the string is YEAR."""

FIELDS: Final[dict[str, QueryField]] = {
    "title": TextField.TITLE,
    "body": TextField.BODY,
    "organization": ExactField.ORGANIZATION,
    "person": ExactField.PERSON,
    "author": ExactField.PERSON,
    "speaker": ExactField.PERSON,
    "topic": ExactField.TOPIC,
    "symbol": ExactField.SYMBOL,
    "cites": ExactField.CITES,
    "language": ExactField.LANGUAGE,
    "kind": ExactField.KIND,
    "meeting": ExactField.MEETING,
    "agenda_item": ExactField.AGENDA_ITEM,
    YEAR: YEAR,
}

_KINDS: Final = frozenset((*DocumentKind, "talk", "agenda_item", "side_event"))
_ENGLISH_NAMES: Final = ("arabic", "chinese", "english", "french", "russian", "spanish")
_LANGUAGES: Final = {
    **{fold(name): code for code, name in LANGUAGE_NAMES.items()},
    **dict(zip(_ENGLISH_NAMES, OFFICIAL_LANGUAGES, strict=True)),
}
_LANGUAGE_CODE: Final = re.compile("[a-z]{2}|und")
_YEARS: Final = re.compile(r"(\d{4})?(?:(\.\.|-|–)(\d{4})?)?\.?")
_SLUG: Final = re.compile(r"\w(?:[\w./-]*\w)?")

_FAULTS: Final = {
    ExactField.SYMBOL: "{} is no document symbol",
    ExactField.CITES: "{} is no document symbol",
    ExactField.KIND: "No kind of document is called {}",
    YEAR: "{} is neither a year nor a span such as 2013..2014",
}


class Resolver(Protocol):
    """Knows the names of organizations, people and topics."""

    def value(self, field: str, text: str) -> str | None:
        """Return the id meant by an id, a name, an acronym or an alias; None where nothing is called so.

        Args:
            field: `organization`, `person` or `topic`.
        """
        ...


def valued(field: ExactField | str, text: str, resolve: Resolver) -> Value | YearRange | None:
    """Return what a value of a field means; None where it means nothing."""
    if not isinstance(field, ExactField):
        return _years(text)
    value = _value(field, text, resolve)
    return Value(field, value) if value else None


def fault_of(field: ExactField | str, text: str) -> str:
    """Return in words why a value means nothing."""
    return _FAULTS.get(field, f"No {field} is called {{}}").format(text)


def _value(field: ExactField, text: str, resolve: Resolver) -> str | None:
    match field:
        case ExactField.ORGANIZATION | ExactField.PERSON | ExactField.TOPIC:
            return resolve.value(field, text)
        case ExactField.SYMBOL | ExactField.CITES:
            return canonical(text)
        case ExactField.KIND:
            return _kind(text)
        case ExactField.LANGUAGE:
            return _language(text)
        case ExactField.MEETING | ExactField.AGENDA_ITEM:
            return text.casefold() if _SLUG.fullmatch(text) else None


def _kind(text: str) -> str | None:
    name = re.sub(r"[\s_-]+", "_", text.strip().casefold())
    return next((kind for kind in (name, name.removesuffix("s")) if kind in _KINDS), None)


def _language(text: str) -> str | None:
    name = fold(text.strip())
    return _LANGUAGES.get(name) or (name if _LANGUAGE_CODE.fullmatch(name) else None)


def _years(text: str) -> YearRange | None:
    match = _YEARS.fullmatch(fold(text.strip()))
    if match is None or not (match[1] or match[3]):
        return None
    start, dash, end = match.groups()
    first = int(start) if start else None
    last = int(end) if end else None
    if dash is None:
        return YearRange(first, first)
    if first is not None and last is not None:
        return YearRange(min(first, last), max(first, last))
    return YearRange(first, last)
