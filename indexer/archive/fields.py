"""The fields of a record that keepers set by name: `title=...`, `organization=...`, `fr.title=...`."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from indexer.archive.drafting import known_ids
from indexer.archive.errors import WrongUseError
from indexer.archive.keeping import Change
from indexer.archive.record_text import titled, with_version_fields
from indexer.corpus import AuthorityIndex, editing
from indexer.corpus.faults import nearest_of
from indexer.model.document import Basis, DocumentDate, DocumentKind
from indexer.model.identifiers import Language
from indexer.model.querytree import ExactField
from indexer.symbols import canonical

_TEXTS: Final = frozenset({"kind", "note", "statement_of_responsibility", "symbol"})
_LISTS: Final = {
    "cites": "cites",
    "organization": "organizations",
    "other_title": "other_titles",
    "person": "people",
    "topic": "topics",
}
_AUTHORITIES: Final = {
    "organization": ExactField.ORGANIZATION,
    "person": ExactField.PERSON,
    "topic": ExactField.TOPIC,
}
_OF_VERSION: Final = frozenset({"language", "official", "title"})
FIELD_NAMES: Final = tuple(sorted({*_TEXTS, *_LISTS, "date", "specimen", "title"}))
"""What can be set; a version's fields are written after its language, as in `fr.title`."""

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Assignment:
    """A field with the values that it should have; none where it should be taken away.

    Attributes:
        language: Of the version, or of the title, whose field it is; None for the document itself.
    """

    field: str
    values: tuple[str, ...]
    language: Language | None = None

    @property
    def value(self) -> str | None:
        """The value of a field that has one; the last one given counts."""
        return self.values[-1] if self.values else None


def assignments(texts: Iterable[str]) -> tuple[Assignment, ...]:
    """Return what `field=value` texts set; a field that is repeated has several values.

    Raises:
        WrongUseError: A text is none, or there is no such field.
    """
    found: dict[tuple[str, Language | None], tuple[str, ...]] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise WrongUseError(f"'{text}' sets nothing: write a field and a value, such as title='A new title'.")
        key = _field(name.strip())
        found[key] = (*found.get(key, ()), *([value.strip()] if value.strip() else []))
    return tuple(Assignment(field, values, language) for (field, language), values in found.items())


def _field(name: str) -> tuple[str, Language | None]:
    first, dot, second = name.partition(".")
    field, language = (second, Language(first)) if dot else (first, None)
    field = {"organizations": "organization", "people": "person", "topics": "topic"}.get(field, field)
    if field not in (_OF_VERSION if dot else FIELD_NAMES):
        nearest = " or ".join(nearest_of(field, FIELD_NAMES))
        hint = f"did you mean {nearest}?" if nearest else f"there are: {', '.join(FIELD_NAMES)}, fr.title, fr.official."
        raise WrongUseError(f"There is no field '{name}'; {hint}")
    return field, language


def change_of(one: Assignment, authorities: AuthorityIndex) -> Change:
    """Return the change of a record's text that an assignment asks for.

    Raises:
        WrongUseError: The value is none for that field.
    """
    if one.field == "title":
        return lambda text: _with_title(text, one)
    if one.language:
        language = one.language
        return lambda text: with_version_fields(text, language, {one.field: one.value})
    if one.field in _LISTS:
        values = known_ids(authorities, _AUTHORITIES[one.field], one.values) if one.field in _AUTHORITIES else None
        return lambda text: _with_list(text, one.field, values or one.values)
    fields = _plain(one)
    return lambda text: editing.with_fields(text, fields)


def _with_title(text: str, one: Assignment) -> str:
    versions = {version.get("language"): version for version in tomllib.loads(text).get("version", ())}
    if one.language and "title" in versions.get(one.language, {}):
        return with_version_fields(text, one.language, {"title": one.value})
    return editing.with_fields(text, titled(text, one.language, one.value))


def _with_list(text: str, field: str, values: tuple[str, ...]) -> str:
    """Return the record with a list set; organizations and persons that stay keep their roles."""
    key = _LISTS[field]
    written = tomllib.loads(text).get(key, ())
    roles = {entry.get(field): entry for entry in written if isinstance(entry, Mapping)}
    return editing.with_fields(text, {key: [roles.get(value, value) for value in values] or None})


def _plain(one: Assignment) -> dict[str, object]:
    if one.field == "date":
        return {"date": parsed_date(one.value) if one.value else None, "date_basis": None}
    if one.field == "specimen":
        return {"specimen": True if one.value in {"true", "yes"} else None}
    if one.field == "symbol" and one.value:
        return {"symbol": known_symbol(one.value), "id": None}
    if one.field == "kind" and one.value:
        return {"kind": known_kind(one.value)}
    return {one.field: one.value}


def known_symbol(text: str) -> str:
    """Return the canonical spelling of a symbol; raises WrongUseError where it is none."""
    found = canonical(text)
    if found is None:
        raise WrongUseError(f"'{text}' is no symbol: write it as on the masthead, such as A/RES/68/4.")
    return found


def known_kind(text: str) -> DocumentKind:
    """Return a kind of documents; raises WrongUseError where there is none of that name."""
    try:
        return DocumentKind(text)
    except ValueError as error:
        raise WrongUseError(f"'{text}' is no kind of document: write one of {', '.join(DocumentKind)}.") from error


def parsed_date(text: str) -> dt.date | str | int:
    """Return a day, a month or a year as records write them; raises WrongUseError where it is none."""
    date = document_date(text)
    if date.year and date.month and date.day:
        return dt.date(date.year, date.month, date.day)
    return date.iso() if date.month else date.year or text


def document_date(text: str) -> DocumentDate:
    """Return the date that a keeper writes; raises WrongUseError where it is none."""
    match = _DATE.fullmatch(text)
    year, month, day = match.groups() if match else ("", None, None)
    try:
        dt.date.fromisoformat(f"{year}-{month or '01'}-{day or '01'}")
    except ValueError as error:
        raise WrongUseError(f"'{text}' is no date: write 2014-02-20, 2014-02 or 2014.") from error
    return DocumentDate(Basis.STATED, int(year), int(month) if month else None, int(day) if day else None)
